import { userInfo } from 'node:os';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import type { BreachCommand, Refusal } from '../../src/breach/commands.ts';
import { decide } from '../../src/breach/decide.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { evolve } from '../../src/breach/evolve.ts';
import type { CaseId, CaseNumber } from '../../src/breach/identifiers.ts';
import { mayDo, operatorNamed, type Operation } from '../../src/dialogue/access.ts';
import { caseSetting, type Organisation } from '../../src/organisation.ts';
import type { Register } from '../../src/ports.ts';
import { caseSummary } from '../../src/register/caseSummary.ts';
import { readCase } from '../../src/register/readCase.ts';
import type { Instant } from '../../src/rules/instant.ts';

type WithoutMeta<T> = T extends unknown ? Omit<T, 'at' | 'by'> : never;
export type Order = WithoutMeta<BreachCommand>;
export type Desk = {
  readonly register: Register;
  readonly organisation: Organisation;
  readonly number: CaseNumber;
  readonly at: Instant;
  readonly commandId: string;
};
export type ReadNow = {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly events: readonly BreachEvent[];
  readonly version: number;
};
export type Entered =
  | { readonly outcome: 'recorded' | 'nothingNew'; readonly record: CaseRecord }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'noSuchCase' | 'busy' };

const MOST_ATTEMPTS = 20;

const operator = () => operatorNamed(userInfo().username);

/** The case as it stands, if the operator may see it for this; the look is recorded either way. */
export async function lookAtCase(
  { register, organisation, number, at }: Desk,
  operation: Operation,
): Promise<ReadNow | undefined> {
  const caseId = await register.findByNumber(number);
  const stored = caseId === undefined ? undefined : await register.read(caseId);
  const record = stored === undefined ? undefined : readCase(stored);
  const isThere = caseId !== undefined && stored !== undefined && record !== undefined && record.status !== 'none';
  const allowed = isThere && mayDo(operation, operator(), organisation, record).may;
  await register.recordLook({ caseId, by: operator(), at, what: operation, allowed });
  if (!isThere || !allowed) return undefined;
  return { caseId, record, events: stored.entries.flatMap(({ events }) => events), version: stored.version };
}

/** Decides by the core and appends under the version it was decided on. A Fristwacht that is running reminds of it from its next tick. */
export async function recordInCase(
  desk: Desk,
  operation: Operation,
  orderFor: (now: ReadNow) => Order | Refusal,
): Promise<Entered> {
  const { register, organisation, at, commandId } = desk;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const now = await lookAtCase(desk, operation);
    if (now === undefined) return { outcome: 'noSuchCase' };
    const order = orderFor(now);
    if ('refused' in order) return { outcome: 'refused', refusal: order };
    const decided = decide({ ...order, at, by: operator() }, now.record, caseSetting(organisation));
    if ('refused' in decided) return { outcome: 'refused', refusal: decided };
    const [first, ...rest] = decided;
    if (first === undefined) return { outcome: 'nothingNew', record: now.record };
    const record = decided.reduce(evolve, now.record) as CaseRecord;
    const written = await register.append({
      ...{ caseId: now.caseId, events: [first, ...rest], at, by: operator(), commandId, inboundIds: [commandId] },
      ...{ summary: caseSummary(record), expectedVersion: now.version },
    });
    if (written.outcome === 'appended' || written.outcome === 'repeated') return { outcome: 'recorded', record };
  }
  return { outcome: 'busy' };
}
