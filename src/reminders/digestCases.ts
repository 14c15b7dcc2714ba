import type { CaseRecord } from '../breach/breachCase.ts';
import { openDuties, openMeasures } from '../breach/duties.ts';
import type { CaseId, CaseNumber, PersonId } from '../breach/identifiers.ts';
import { type Organisation } from '../organisation.ts';
import { type CaseHead, type Register, RegisterUnavailable } from '../ports.ts';
import { dutyRow } from '../prompt/caseCard.ts';
import type { DigestPrompt, DigestRow, UnreadableRow } from '../prompt/prompt.ts';
import { readCase } from '../register/readCase.ts';
import type { Instant } from '../rules/instant.ts';

const CASES_PER_PAGE = 200;

/** An open case as the digest has it; `unreadable`: only what stands in the clear. */
export type DigestCase =
  | { readonly caseId: CaseId; readonly record: CaseRecord }
  | { readonly caseId: CaseId; readonly unreadable: UnreadableRow };

/** The heads of all open cases, page by page. Costs what is open. */
export async function* openHeads(
  register: Pick<Register, 'list'>,
  perPage = CASES_PER_PAGE,
): AsyncGenerator<readonly CaseHead[]> {
  for (let before: CaseNumber | undefined; ; ) {
    const page = await register.list({ status: ['open'], limit: perPage, ...(before === undefined ? {} : { before }) });
    yield page;
    before = page.at(-1)?.number;
    if (page.length < perPage) return;
  }
}

/** Reads every open case once. One that cannot be read keeps nobody from the others. May throw RegisterUnavailable. */
export async function digestCases(register: Pick<Register, 'list' | 'read'>): Promise<readonly DigestCase[]> {
  const cases: DigestCase[] = [];
  for await (const page of openHeads(register)) {
    for (const head of page) {
      const found = await digestCase(register, head);
      if (found) cases.push(found);
    }
  }
  return cases;
}

async function digestCase(register: Pick<Register, 'read'>, head: CaseHead): Promise<DigestCase | undefined> {
  const { caseId, number, openDuties: duties, firstDueBy: dueBy } = head;
  try {
    const stored = await register.read(caseId);
    const record = stored && readCase(stored);
    if (record === undefined || record.status === 'none') throw new RangeError('An open case has entries.');
    return record.status === 'open' ? { caseId, record } : undefined;
  } catch (error) {
    if (error instanceof RegisterUnavailable) throw error;
    return { caseId, unreadable: { number, duties, ...(dueBy === undefined ? {} : { dueBy }) } };
  }
}

/** The digest for one reader: nothing of a case from which this person is excluded. `person` is absent for a channel. */
export function digestFor(
  person: PersonId | undefined,
  cases: readonly DigestCase[],
  organisation: Organisation,
  asOf: Instant,
): DigestPrompt {
  const readable = cases
    .filter((one) => 'record' in one)
    .filter(({ record }) => person === undefined || !record.excluded.includes(person));
  return {
    kind: 'digest',
    zone: organisation.timeZone,
    rows: readable.flatMap((one) => rowsOf(one, organisation, asOf)).toSorted(byTimeLeft),
    unreadable: cases.flatMap((one) => ('unreadable' in one ? [one.unreadable] : [])),
    readyToClose: readable.filter(({ record }) => isReady(record)).map(({ record }) => record.number),
    asOf,
    actions: [{ verb: 'openCases', data: {} }],
  };
}

type Readable = Extract<DigestCase, { readonly record: CaseRecord }>;

const isReady = (record: CaseRecord): boolean => openDuties(record).length === 0 && openMeasures(record).length === 0;

function rowsOf({ caseId, record }: Readable, organisation: Organisation, asOf: Instant): readonly DigestRow[] {
  const onIt = whoIsOnIt(record, organisation, asOf);
  return openDuties(record).map((duty) => ({
    caseId,
    number: record.number,
    incident: record.hints.incident,
    duty: dutyRow(duty, record, organisation, asOf),
    ...(onIt === undefined ? {} : { onIt }),
  }));
}

function whoIsOnIt({ acknowledged }: CaseRecord, { persons }: Organisation, asOf: Instant): DigestRow['onIt'] {
  if (acknowledged === undefined || acknowledged.until <= asOf) return undefined;
  const name = persons.find(({ id }) => id === acknowledged.by)?.name;
  return { until: acknowledged.until, ...(name === undefined ? {} : { name }) };
}

/** What has a last moment stands before what is owed „without undue delay“, and that before the documentation, which has no period. */
const byTimeLeft = (one: DigestRow, other: DigestRow): number => (rankOf(one) < rankOf(other) ? -1 : 1);
const rankOf = ({ duty, number }: DigestRow): string =>
  `${duty.dueBy ?? (duty.kind === 'art33-5' ? '9b' : '9a')} ${duty.startsAt} ${number} ${duty.id}`;
