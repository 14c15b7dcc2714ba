import { describe, expect, it } from 'vitest';
import { ACCESS, decisionsOf, mayDo, officersLeft, verdictFor, type Operation, type Verdict } from '../../src/dialogue/access.ts';
import { caseNumber, personId } from '../../src/breach/identifiers.ts';
import type { CaseRecord, DecisionState } from '../../src/breach/breachCase.ts';
import { fold } from '../../src/breach/evolve.ts';
import type { OrganisationRole } from '../../src/organisation.ts';
import { acme, START } from './conversation.ts';

const ROLES: readonly OrganisationRole[] = ['employee', 'dpo', 'deputy', 'decider', 'management'];

/** + allowed, o own, - denied; in the order of the roles above. */
const TABLE: Readonly<Record<Operation, string>> = {
  home: '+++++',
  report: '+++++',
  seeOwnReports: 'ooooo',
  addToReport: 'o++oo',
  giveHint: 'ooooo',
  answerQuestion: 'ooooo',
  listCases: '-++--',
  openCase: '-++--',
  triage: '-++--',
  assessment: '-++--',
  factList: '-++--',
  answerFact: '-++--',
  correctFact: '-++--',
  recordTime: '-++--',
  dataSets: '-++--',
  recordDataSet: '-++--',
  acknowledge: '-++--',
  recordDecision: '-++--',
  seeDecision: '-++o-',
  confirmDecision: '---o-',
  answerNeighbour: '-++--',
  answerSecondOpinion: '-++--',
  withdrawDecision: '-++o-',
  prepareNotice: '-++--',
  answerNotice: '-++--',
  recordNotice: '-++--',
  listControllers: '-++--',
  completeRecord: '-++--',
  planMeasure: '-++--',
  finishMeasure: '-++--',
  askPerson: '-++--',
  reportForAnother: '-++--',
  tellReporter: '-++--',
  excludePerson: '-++--',
  joinCases: '-++--',
  closeCase: '-++--',
  reopenCase: '-++--',
  looks: '-++--',
  seeDuties: '-++-+',
  extendRetention: '-++--',
  eraseText: '-++--',
  eraseCase: '-++--',
  searchCases: '-++--',
  registerLooks: '-++--',
  seeStatus: '-++--',
  seeDigest: '-++--',
  export: '-++--',
  setAbsence: '-++++',
};
const SIGNS: Readonly<Record<string, Verdict>> = { '+': 'allowed', o: 'own', '-': 'denied' };
const cells = Object.entries(TABLE).flatMap(([operation, row]) =>
  ROLES.map((role, place) => [operation as Operation, role, SIGNS[row[place] ?? '']] as const),
);

const ada = personId('slack:ADA');
const ben = personId('slack:BEN');
const dora = personId('dora');
const emil = personId('emil');
const chris = personId('chris');
const mara = personId('mara');

const reported = fold([
  {
    type: 'BreachReported',
    at: START,
    by: ada,
    number: caseNumber('DP', 2026, 1),
    text: 'Ein Laptop ist weg.',
    noticedAt: START,
    reporter: ada,
    reporterName: 'Ada',
    language: 'de',
    source: { by: 'self' },
  },
  { type: 'QuestionAskedOfPerson', at: START, by: dora, questionId: 'q1', person: ben, text: 'Wann?' },
]) as CaseRecord;

describe('the table of access', () => {
  it.each(cells)('%s by %s: %s', (operation, role, verdict) => {
    expect(ACCESS[operation][role]).toBe(verdict);
  });

  it('has a row for each operation and a cell for each role', () => {
    expect(Object.keys(ACCESS).toSorted()).toEqual(Object.keys(TABLE).toSorted());
    expect(Object.values(TABLE).every((row) => row.length === ROLES.length)).toBe(true);
  });

  it('gives a person with several roles the best of them', () => {
    expect(verdictFor('confirmDecision', ['employee', 'dpo', 'decider'])).toBe('own');
    expect(verdictFor('openCase', ['employee', 'management', 'deputy'])).toBe('allowed');
    expect(verdictFor('openCase', ['employee', 'management', 'decider'])).toBe('denied');
  });
});

describe('what is own', () => {
  it('is the report of the person who reported', () => {
    expect(mayDo('giveHint', ada, acme, reported)).toEqual({ may: true });
    expect(mayDo('giveHint', ben, acme, reported)).toEqual({ may: false, because: 'notAllowed' });
    expect(mayDo('giveHint', dora, acme, reported)).toEqual({ may: false, because: 'notAllowed' });
  });

  it('is the question for the person who was asked, and nothing else of the case', () => {
    expect(mayDo('answerQuestion', ben, acme, reported)).toEqual({ may: true });
    expect(mayDo('answerQuestion', ada, acme, reported)).toEqual({ may: false, because: 'notAllowed' });
    expect(Object.keys(TABLE).filter((operation) => mayDo(operation as Operation, ben, acme, reported).may)).toEqual([
      'home',
      'report',
      'answerQuestion',
    ]);
  });

  it('is, for management, number, duty and time alone', () => {
    const may = Object.keys(TABLE).filter((operation) => mayDo(operation as Operation, mara, acme, reported).may);
    expect(may).toEqual(['home', 'report', 'seeDuties', 'setAbsence']);
  });

  it('is, for a decider, nothing while no decision waits', () => {
    expect(mayDo('seeDecision', chris, acme, reported)).toEqual({ may: false, because: 'notAllowed' });
  });
});

describe('a decision that waits', () => {
  const waiting: DecisionState = {
    decisionId: 'd1',
    decision: { kind: 'awareness', controller: 'acme', moment: START },
    reasons: 'Fund bestätigt',
    decidedBy: 'Geschäftsführung',
    dpoAdvice: '',
    recordedAt: START,
    recordedBy: dora,
    counts: false,
    confirmations: [],
  };
  const record: CaseRecord = { ...reported, decisions: [waiting] };

  it('is opened and confirmed by a decider', () => {
    expect(mayDo('seeDecision', chris, acme, record)).toEqual({ may: true });
    expect(mayDo('confirmDecision', chris, acme, record)).toEqual({ may: true });
    expect(mayDo('openCase', chris, acme, record)).toEqual({ may: false, because: 'notAllowed' });
  });

  it('is nobody else’s', () => {
    for (const person of [ada, ben, dora, emil, mara]) expect(mayDo('confirmDecision', person, acme, record).may).toBe(false);
  });

  it('is only for the decider whom its controller names', () => {
    const named = {
      ...acme,
      controllers: acme.controllers.map((controller) => ({ ...controller, decider: personId('someone-else') })),
    };
    expect(decisionsOf(chris, named, record)).toEqual([]);
    expect(mayDo('seeDecision', chris, named, record)).toEqual({ may: false, because: 'notAllowed' });
  });

  it('is no longer to be looked at once it counts', () => {
    const confirmed: CaseRecord = { ...record, decisions: [{ ...waiting, counts: true }] };
    expect(mayDo('seeDecision', chris, acme, confirmed)).toEqual({ may: false, because: 'notAllowed' });
  });
});

describe('somebody who is excluded from a case', () => {
  const without = (...excluded: CaseRecord['excluded']): CaseRecord => ({ ...reported, excluded });

  it.each(Object.keys(TABLE) as Operation[])('%s: an officer sees nothing of it, not even that it exists', (operation) => {
    const { may } = mayDo(operation, dora, acme, without(dora));
    expect(may).toBe(false);
    if (ACCESS[operation].dpo !== 'denied') {
      expect(mayDo(operation, dora, acme, without(dora))).toEqual({ may: false, because: 'hidden' });
    }
  });

  it('keeps the receipt of an own report, and is told so of the rest', () => {
    expect(mayDo('seeOwnReports', ada, acme, without(ada))).toEqual({ may: true });
    expect(mayDo('addToReport', ada, acme, without(ada))).toEqual({ may: false, because: 'excluded' });
  });

  it('does not answer a question about it any more', () => {
    expect(mayDo('answerQuestion', ben, acme, without(ben))).toEqual({ may: false, because: 'hidden' });
  });

  it('keeps nobody else away', () => {
    expect(mayDo('openCase', emil, acme, without(dora))).toEqual({ may: true });
  });

  it('leaves the deputy as officer, and nobody when both are excluded', () => {
    expect(officersLeft(acme, [])).toEqual([dora, emil]);
    expect(officersLeft(acme, [dora])).toEqual([emil]);
    expect(officersLeft(acme, [dora, emil])).toEqual([]);
  });
});
