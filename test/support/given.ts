import { expect } from 'vitest';
import { none, type BreachCase, type CaseRecord } from '../../src/breach/breachCase.ts';
import type { CaseSetting, RefusalReason } from '../../src/breach/commands.ts';
import { decide, type Decided } from '../../src/breach/decide.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { evolve, fold } from '../../src/breach/evolve.ts';
import type { FactName, Facts } from '../../src/rules/facts.ts';
import { AUTHORITY, command, type LooseCommand, PERSONS, RECORD, report, setting } from './sampleCase.ts';

export * from './sampleCase.ts';

const isRefused = (outcome: Decided): outcome is Extract<Decided, { readonly refused: RefusalReason }> => 'refused' in outcome;

/** The events of a command that must succeed. */
export function decided(loose: LooseCommand, state: BreachCase, by: CaseSetting = setting): readonly BreachEvent[] {
  const outcome = decide(command(loose), state, by);
  if (isRefused(outcome))
    throw new Error(`The history of this test does not hold: ${loose.type} is refused as ${outcome.refused}.`);
  return outcome;
}

const recordOf = (state: BreachCase): CaseRecord => {
  if (state.status === 'none') throw new Error('There is no case yet.');
  return state;
};

/** What a command comes to after these events. */
export const given = (...past: readonly BreachEvent[]) => givenState(fold(past), setting);

/** As `given`, but the past is told as commands, each of which must succeed. */
export const givenDone = (...commands: readonly LooseCommand[]) => givenDoneUnder(setting, ...commands);

export const givenDoneUnder = (by: CaseSetting, ...commands: readonly LooseCommand[]) =>
  givenState(
    commands.reduce<BreachCase>((state, loose) => decided(loose, state, by).reduce(evolve, state), none),
    by,
  );

const givenState = (state: BreachCase, by: CaseSetting) => ({
  state,
  get record() {
    return recordOf(state);
  },
  and: (...more: readonly BreachEvent[]) => givenState(more.reduce(evolve, state), by),
  under: (other: CaseSetting) => givenState(state, other),
  when: (loose: LooseCommand) => {
    const outcome = decide(command(loose), state, by);
    return {
      /** Exactly these events. */
      then: (...expected: readonly BreachEvent[]) => expect(outcome).toEqual(expected),
      /** Events of exactly these types; gives the case as they leave it. */
      thenHappens: (...types: readonly BreachEvent['type'][]): CaseRecord => {
        expect(isRefused(outcome) ? outcome : outcome.map(({ type }) => type)).toEqual(types);
        return recordOf(isRefused(outcome) ? state : outcome.reduce(evolve, state));
      },
      /** First of all this event. */
      thenFirst: (expected: BreachEvent) => expect(isRefused(outcome) ? outcome : outcome[0]).toEqual(expected),
      thenRefused: (refused: RefusalReason, ...open: readonly string[]) =>
        expect(outcome).toEqual(open.length === 0 ? { refused } : { refused, open }),
      thenNothing: () => expect(outcome).toEqual([]),
      /** It happens, and the same command once more brings nothing. */
      thenOnlyOnce: () => {
        if (isRefused(outcome)) throw new Error(`${loose.type} is refused as ${outcome.refused}.`);
        expect(outcome).not.toEqual([]);
        expect(decide(command(loose), outcome.reduce(evolve, state), by)).toEqual([]);
      },
    };
  },
});

/** The duty of this id; fails where there is none. */
export function dutyOf(record: CaseRecord, id: string) {
  const duty = record.duties.find((candidate) => candidate.id === id);
  if (duty === undefined) throw new Error(`There is no duty ${id}.`);
  return duty;
}

const answers = (facts: Facts): readonly LooseCommand[] =>
  Object.entries(facts).map(([fact, answer]) => ({ type: 'AnswerFact', fact: fact as FactName, answer }));

/** Everyday data of a few, sent to known people by mistake: document, nothing more. */
export const everydayMistake = answers({
  ...{ personalData: 'yes', access: 'happened', encryption: 'none', recipient: 'known', sensitivity: 'everyday' },
  ...{ persons: 'few', outflow: 'shown', effectOnPersons: 'none', availability: 'unaffected', alteration: 'none' },
});

/** Delicate data in the hands of criminals: document, notify, inform. */
export const stolenData = answers({
  ...{ personalData: 'yes', access: 'happened', encryption: 'none', recipient: 'criminal', sensitivity: 'severe' },
  ...{ outflow: 'shown', exceptionToInforming: 'none' },
});

/** What ends the three duties of a case whose authority and persons need not be told. */
export const declined: LooseCommand = {
  ...{ type: 'RecordDecision', decisionId: 'd1', reasons: 'Alltägliche Daten', decidedBy: 'Frau Chef', dpoAdvice: '' },
  decision: { kind: 'not-notifying', duties: [AUTHORITY, PERSONS], againstAssessment: false },
};
export const documented: LooseCommand = {
  ...{ type: 'CompleteRecord', duty: RECORD, facts: 'Irrläufer', effects: 'Keine', remedialAction: 'Verteiler berichtigt' },
};
/** A small breach from the report to the closed case. */
export const closedCase: readonly LooseCommand[] = [
  report,
  ...everydayMistake,
  declined,
  documented,
  { type: 'CloseCase', note: '' },
];
