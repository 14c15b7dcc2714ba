import { type BreachCase, none } from '../../src/breach/breachCase.ts';
import type { BreachCommand, CaseSetting } from '../../src/breach/commands.ts';
import { decide } from '../../src/breach/decide.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { evolve } from '../../src/breach/evolve.ts';
import { caseNumber, personId } from '../../src/breach/identifiers.ts';
import type { CaseSummary } from '../../src/ports.ts';
import { caseSummary } from '../../src/register/caseSummary.ts';
import type { FactName, Facts } from '../../src/rules/facts.ts';
import { addHours, type Instant, instant } from '../../src/rules/instant.ts';

/** What one command wrote, and how the case stands with it. */
export type HistoryStep = {
  readonly at: Instant;
  readonly by: ReturnType<typeof personId>;
  readonly events: readonly [BreachEvent, ...BreachEvent[]];
  readonly summary: CaseSummary;
};
export type CaseHistory = readonly HistoryStep[];

type Loose<Command> = Command extends BreachCommand ? Omit<Command, 'at' | 'by'> & Partial<Pick<Command, 'by'>> : never;

const reporter = personId('slack:U04RITA01');
const officer = personId('slack:U04DORA01');
const reportedAt = instant('2026-01-12T09:00:00Z');
const AUTHORITY = 'art33-1:acme:de-nw';
const PERSONS = 'art34-1:acme:persons';
const RECORD = 'art33-5:acme:register';

const setting: CaseSetting = {
  controllers: [{ id: 'acme', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' }],
  self: 'acme',
  processesForOthers: false,
  confirmation: [],
  deciders: [],
  decidersOf: {},
};

const report: Loose<BreachCommand> = {
  ...{ type: 'ReportBreach', by: reporter, number: caseNumber('DP', 2026, 1), reporter, reporterName: 'Rita Reimann' },
  ...{ language: 'de', noticedAt: reportedAt, source: { by: 'self' } },
  text: 'Ich habe die Rundmail an den falschen Verteiler geschickt. Im Anhang war die Liste der Teilnehmenden mit Namen, Anschrift und Telefonnummer. Zwei haben schon geantwortet und gefragt, was das soll.',
};
const addition: Loose<BreachCommand> = {
  ...{ type: 'AddToReport', by: reporter, authorName: 'Rita Reimann' },
  text: 'Inzwischen haben alle drei bestätigt, dass sie die Nachricht gelöscht haben.',
};
const answers = (facts: Facts): readonly Loose<BreachCommand>[] =>
  Object.entries(facts).map(([fact, answer]) => ({ type: 'AnswerFact', fact: fact as FactName, answer }));

const settled: readonly Loose<BreachCommand>[] = [
  report,
  { type: 'GiveHint', hint: 'incident', answer: 'wrong-recipient', by: reporter },
  addition,
  ...answers({
    ...{ personalData: 'yes', access: 'happened', encryption: 'none', recipient: 'known', sensitivity: 'everyday' },
    ...{ persons: 'few', outflow: 'shown', availability: 'unaffected', alteration: 'none' },
  }),
  {
    ...{ type: 'RecordDecision', decisionId: 'd1', decidedBy: 'Christine Chef', dpoAdvice: 'Ein Risiko ist nicht zu erwarten.' },
    reasons: 'Alltägliche Daten, drei bekannte Empfänger, alle haben die Löschung bestätigt.',
    decision: { kind: 'not-notifying', duties: [AUTHORITY, PERSONS], againstAssessment: true },
  },
  {
    ...{ type: 'CompleteRecord', duty: RECORD, facts: 'Rundmail mit Teilnehmerliste an drei Kunden statt an das eigene Team.' },
    ...{
      effects: 'Drei Personen kannten für zwei Stunden 42 Anschriften.',
      remedialAction: 'Löschung bestätigt, Verteiler berichtigt.',
    },
  },
  { type: 'CloseCase', note: 'Erledigt' },
];

const falseAlarm: readonly Loose<BreachCommand>[] = [
  report,
  { type: 'GiveHint', hint: 'incident', answer: 'wrong-recipient', by: reporter },
  {
    ...{ type: 'RecordDecision', decisionId: 'd1', decidedBy: 'Christine Chef', dpoAdvice: 'Nichts ist nach außen gelangt.' },
    reasons: 'Die Nachricht ging an das eigene Team; der Verteiler war der richtige.',
    decision: { kind: 'no-breach', againstAssessment: false },
  },
  { type: 'CloseCase', note: 'Fehlalarm' },
];

/** A breach that was real and small, from the report to the closed case, every question answered. */
export const closedHistory: CaseHistory = historyOf(settled);
/** What most of a register consists of: reported, looked at, no breach, closed. */
export const falseAlarmHistory: CaseHistory = historyOf(falseAlarm);
/** A case in the middle of it, with all its duties open. */
export const openHistory: CaseHistory = historyOf(settled.slice(0, 8));

function historyOf(commands: readonly Loose<BreachCommand>[]): CaseHistory {
  const steps: HistoryStep[] = [];
  let state: BreachCase = none;
  for (const [hours, loose] of commands.entries()) {
    const command = { by: officer, ...loose, at: addHours(reportedAt, hours / 4) } as BreachCommand;
    const [first, ...more] = eventsOf(command, state);
    state = [first, ...more].reduce(evolve, state);
    if (state.status === 'none') throw new Error('A history begins with a report.');
    steps.push({ at: command.at, by: command.by, events: [first, ...more], summary: caseSummary(state) });
  }
  return steps;
}

function eventsOf(command: BreachCommand, state: BreachCase): HistoryStep['events'] {
  const decided = decide(command, state, setting);
  if ('refused' in decided) throw new Error(`The history does not hold: ${command.type} is refused as ${decided.refused}.`);
  const [first, ...more] = decided;
  if (first === undefined) throw new Error(`The history does not hold: ${command.type} changes nothing.`);
  return [first, ...more];
}
