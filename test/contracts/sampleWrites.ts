import type { BreachEvent } from '../../src/breach/events.ts';
import { type CaseId, caseId, caseNumber, personId } from '../../src/breach/identifiers.ts';
import type { AppendRequest, Register } from '../../src/ports.ts';
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
  return { ...request, events: [reported], number, ...wanted };
}

/** A write to a case that is there: one addition to the report, under the version it has by then. */
export function adding(name: string, expectedVersion: number, wanted: Wanted = {}): AppendRequest {
  const { at = nine, by = ada } = wanted;
  const added: BreachEvent = { type: 'ReportAdded', at, by, text: `Nachtrag ${expectedVersion}`, authorName: 'Ada Ähnlich' };
  const commandId = `add ${expectedVersion} to ${name}`;
  return { caseId: caseId(name), expectedVersion, commandId, inboundIds: [], at, by, events: [added], ...wanted };
}

/** Opens one case per name, with the numbers 1, 2, 3 …; all due at nine. */
export async function openCases(register: Register, ...names: readonly string[]): Promise<readonly CaseId[]> {
  for (const [index, name] of names.entries()) await register.append(opening(name, { ordinal: index + 1 }));
  return names.map(caseId);
}
