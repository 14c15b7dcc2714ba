import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import { caseId, caseNumber } from '../../src/breach/identifiers.ts';
import type { Facts } from '../../src/rules/facts.ts';
import {
  AUTHORITY,
  declined,
  documented,
  dutyOf,
  everydayMistake,
  givenDone,
  hour,
  number,
  officer,
  otherCase,
  otherNumber,
  RECORD,
  report,
  reporter,
  type LooseCommand,
} from '../support/given.ts';

describe('the main case takes in a duplicate', () => {
  const taken = (earliest: number): LooseCommand => ({
    ...{ type: 'TakeInDuplicate', duplicate: otherCase, duplicateNumber: otherNumber, earliestNamed: hour(earliest) },
    ...{ incident: {}, dataSets: [], texts: [], questions: [] },
  });
  const withFacts = (facts: Facts, incident: Facts = {}): LooseCommand =>
    ({
      ...taken(0),
      incident,
      dataSets: [{ id: 'main', controller: 'acme', role: 'controller', label: '', facts }],
    }) as LooseCommand;
  const duties = (record: CaseRecord) => record.duties.map(({ id, status }) => [id, status]);

  it('and keeps both numbers; the earliest moment counts', () => {
    const record = givenDone(report).when(taken(-12)).thenHappens('DuplicateJoined', 'AssessmentRecorded');
    expect(record.joinedNumbers).toEqual([otherNumber]);
    expect(record.earliestNamed).toBe(hour(-12));
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ earliestDueBy: hour(60) });
  });
  it('and a later moment moves nothing', () => {
    expect(givenDone(report).when(taken(0)).thenHappens('DuplicateJoined').earliestNamed).toBe(hour(-1));
  });
  it('and what was answered there counts here, beside what was answered here', () => {
    const record = givenDone(report, ...everydayMistake)
      .when(withFacts({ access: 'happened', recipient: 'criminal', sensitivity: 'severe', encryption: 'none', outflow: 'shown' }))
      .thenHappens('DuplicateJoined', 'DataSetRecorded', ...Array<'FactAnswered'>(5).fill('FactAnswered'), 'AssessmentRecorded');
    expect(duties(record)).toContainEqual([AUTHORITY, 'owed']);
    expect(record.dataSets.map(({ id }) => id)).toEqual(['main', `${otherNumber}/main`]);
  });
  it('and keeps what was written there, and goes on asking what was asked there', () => {
    const asked = { questionId: 'q7', person: reporter, text: 'War sie verschlüsselt?' };
    const record = givenDone(report)
      .when({ ...taken(0), texts: [{ text: 'Dort gemeldet', authorName: 'Ben' }], questions: [asked] } as LooseCommand)
      .thenHappens('DuplicateJoined', 'ReportAdded', 'QuestionAskedOfPerson');
    expect(record.additions).toMatchObject([{ text: 'Dort gemeldet', authorName: 'Ben', by: officer }]);
    expect(record.questions).toMatchObject([asked]);
  });
  it('and of two answers on the incident the worse one counts', () => {
    const noData: LooseCommand = { type: 'AnswerFact', fact: 'personalData', answer: 'no' };
    const record = givenDone(report, noData)
      .when(withFacts({}, { personalData: 'yes' }))
      .thenHappens('DuplicateJoined', 'FactCorrected', 'AssessmentRecorded');
    expect(record.incident.personalData).toBe('yes');
    const better = givenDone(report, ...everydayMistake).when(withFacts({}, { personalData: 'no' }));
    expect(better.thenHappens('DuplicateJoined').incident.personalData).toBe('yes');
  });
  it('and a decision not to notify that rested on less is open again', () => {
    const record = givenDone(report, ...everydayMistake, declined)
      .when(withFacts({ access: 'happened', recipient: 'criminal', sensitivity: 'severe' }))
      .thenHappens(
        ...(['DuplicateJoined', 'DataSetRecorded', 'FactAnswered', 'FactAnswered', 'FactAnswered'] as const),
        ...(['AssessmentRecorded', 'DutyReopened', 'DutyReopened'] as const),
      );
    expect(dutyOf(record, AUTHORITY).end).toBeUndefined();
  });
  it('and awareness recorded for a later moment carries the clock no longer', () => {
    const aware: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'a1', reasons: 'Protokolle', decidedBy: 'Frau Chef', dpoAdvice: '' },
      decision: { kind: 'awareness', controller: 'acme', moment: hour(1) },
    };
    const record = givenDone(report, aware).when(taken(-12)).thenHappens('DuplicateJoined', 'AssessmentRecorded');
    expect(record.awareness).toEqual({});
    expect(dutyOf(record, AUTHORITY).clocks.at(-1)).toMatchObject({ clock: 3, basis: 'precautionary', startsAt: hour(-12) });
  });
  it('but not itself', () =>
    givenDone(report)
      .when({ ...taken(-12), duplicateNumber: number } as LooseCommand)
      .thenRefused('cannotJoinItself'));
  it('but not with a moment that lies ahead', () => givenDone(report).when(taken(2)).thenRefused('momentInFuture'));
  it('once', () => givenDone(report).when(taken(-12)).thenOnlyOnce());
});

describe('a duplicate goes on under another number', () => {
  const joined: LooseCommand = { type: 'JoinInto', main: otherCase, mainNumber: otherNumber };

  it('and its open duties go on there', () => {
    const joining = givenDone(report).when(joined);
    joining.then({ at: hour(1), by: officer, type: 'JoinedInto', main: otherCase, mainNumber: otherNumber });
    const record = joining.thenHappens('JoinedInto');
    expect(record).toMatchObject({ status: 'joined', joinedInto: { main: otherCase, number: otherNumber } });
    expect(dutyOf(record, AUTHORITY).end).toEqual({ how: 'joined', at: hour(1) });
    expect(dutyOf(record, RECORD).end).toEqual({ how: 'joined', at: hour(1) });
  });
  it('but not where something was done that would be buried with it', () => {
    givenDone(report, documented).when(joined).thenRefused('duplicateHandled');
    givenDone(report, ...everydayMistake, declined)
      .when(joined)
      .thenRefused('duplicateHandled');
  });
  it('but not under its own', () =>
    givenDone(report)
      .when({ ...joined, mainNumber: number })
      .thenRefused('cannotJoinItself'));
  it('once, and not under a third', () => {
    givenDone(report).when(joined).thenOnlyOnce();
    givenDone(report, joined)
      .when({ ...joined, main: caseId('case-9'), mainNumber: caseNumber('DP', 2026, 9) })
      .thenRefused('caseJoined');
  });

  it('and still takes hints, and tells its reporter how it ended', () => {
    givenDone(report, joined).when({ type: 'GiveHint', hint: 'contained', answer: 'yes' }).thenHappens('HintGiven');
    givenDone(report, joined).when({ type: 'TellReporter', outcome: 'handled' }).thenHappens('ReporterTold');
  });

  const refused: readonly LooseCommand[] = [
    { type: 'AddToReport', text: 'Noch etwas', authorName: 'Rita' },
    { type: 'Assess' },
    { type: 'Acknowledge', hours: 2 },
    { type: 'CloseCase', note: '' },
    { type: 'ReopenCase', reasons: 'Doch nicht dasselbe' },
    { type: 'AnswerAsPerson', questionId: 'q1', by: reporter, text: 'Ja', authorName: 'Rita' },
    {
      type: 'TakeInDuplicate',
      duplicate: otherCase,
      duplicateNumber: otherNumber,
      earliestNamed: hour(-3),
      incident: {},
      dataSets: [],
      texts: [],
      questions: [],
    },
    documented,
    declined,
    ...everydayMistake.slice(0, 1),
  ];
  it.each(refused)('and takes no $type any more', (loose) => givenDone(report, joined).when(loose).thenRefused('caseJoined'));
});
