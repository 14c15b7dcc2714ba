import type { BreachCommand, CaseSetting } from '../../src/breach/commands.ts';
import { caseId, caseNumber, personId } from '../../src/breach/identifiers.ts';
import { instant } from '../../src/rules/instant.ts';

// People and organisations of the tests on the case. Acme is us; Kita is a customer for whom Acme also processes.
export const reporter = personId('slack:U1');
export const officer = personId('dora');
export const deputy = personId('emil');
export const decider = personId('chris');
export const number = caseNumber('DP', 2026, 7);
export const otherNumber = caseNumber('DP', 2026, 8);
export const otherCase = caseId('case-8');

export const setting: CaseSetting = {
  controllers: [
    { id: 'acme', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' },
    { id: 'kita', country: 'DE', land: 'BE', sector: 'public', authority: 'de-be' },
  ],
  self: 'acme',
  processesForOthers: false,
  confirmation: [],
  deciders: [decider],
  decidersOf: {},
};

export const AUTHORITY = 'art33-1:acme:de-nw';
export const PERSONS = 'art34-1:acme:persons';
export const RECORD = 'art33-5:acme:register';
export const FOLLOW_UP = 'art33-4:acme:de-nw';
export const CONTROLLER = 'art33-2:acme:kita';

/** Hours after the report of the tests, which came on Monday 23 November 2026 at 10:00 in Berlin. */
export const hour = (hours: number) => instant(new Date(Date.UTC(2026, 10, 23, 9) + hours * 3_600_000).toISOString());

type Loose<C> = C extends BreachCommand ? Omit<C, 'at' | 'by'> & Partial<Pick<C, 'at' | 'by'>> : never;
export type LooseCommand = Loose<BreachCommand>;

/** A command of the officer, one hour after the report, unless it says otherwise. */
export const command = (loose: LooseCommand): BreachCommand => ({ at: hour(1), by: officer, ...loose });

export const report = command({
  ...{ type: 'ReportBreach', at: hour(0), by: reporter, number, reporter, reporterName: 'Rita Reimann', language: 'de' },
  ...{ text: 'Rundmail an den falschen Verteiler', noticedAt: hour(-1), source: { by: 'self' } },
});
