import type { BreachEvent } from '../../src/breach/events.ts';
import { type CaseId, caseId, caseNumber, personId } from '../../src/breach/identifiers.ts';
import type { AppendRequest, Register } from '../../src/ports.ts';
import type { CaseSummary } from '../../src/register/caseSummary.ts';
import { addHours, instant, type Instant } from '../../src/rules/instant.ts';

export const nine: Instant = instant('2026-03-27T09:00:00Z');
export const hoursAfterNine = (hours: number): Instant => addHours(nine, hours);
export const ada = personId('ada');

type Wanted = Partial<Omit<AppendRequest, 'number'>> & { readonly ordinal?: number; readonly year?: number };

/** The write that opens a case: `opening('c-1')` is DP-2026-0001, reported by Ada at nine. */
export function opening(name: string, { ordinal = 1, year = 2026, at = nine, by = ada, ...wanted }: Wanted = {}): AppendRequest {
  const number = caseNumber('DP', year, ordinal);
  const reported: BreachEvent = {
    type: 'BreachReported',
    at,
    by,
    number,
    text: 'Der USB-Stick mit der Kundenliste ist weg – „Kunden Süd“ 🙈',
    noticedAt: at,
    reporter: by,
    reporterName: 'Ada Ähnlich',
    language: 'de',
    source: { by: 'self' },
  };
  const request = { caseId: caseId(name), expectedVersion: 0, commandId: `open ${name}`, inboundIds: [], at, by };
  return { ...request, events: [reported], number, summary: { status: 'open', openDuties: [] }, ...wanted };
}

/** A write to a case that is there: one addition to the report, under the version it has by then. */
export function adding(name: string, expectedVersion: number, { ordinal: _, year: __, ...wanted }: Wanted = {}): AppendRequest {
  const { at = nine, by = ada } = wanted;
  const added: BreachEvent = { type: 'ReportAdded', at, by, text: `Nachtrag ${expectedVersion}`, authorName: 'Ada Ähnlich' };
  const { events = [added] } = wanted;
  const commandId = `add ${expectedVersion} to ${name}`;
  const summary = { status: statusAfter(events.at(-1)), openDuties: [] };
  return { caseId: caseId(name), expectedVersion, commandId, inboundIds: [], at, by, summary, ...wanted, events };
}

function statusAfter(event: BreachEvent | undefined): CaseSummary['status'] {
  if (event?.type === 'CaseClosed') return 'closed';
  if (event?.type === 'JoinedInto') return 'joined';
  if (event?.type === 'CaseErased') return 'erased';
  return 'open';
}

/** Opens one case per name, with the numbers 1, 2, 3 …; all due at nine. */
export async function openCases(register: Register, ...names: readonly string[]): Promise<readonly CaseId[]> {
  for (const [index, name] of names.entries()) await register.append(opening(name, { ordinal: index + 1 }));
  return names.map(caseId);
}
