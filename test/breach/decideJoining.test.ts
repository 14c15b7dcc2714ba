import { describe, expect, it } from 'vitest';
import { caseId, caseNumber } from '../../src/breach/identifiers.ts';
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
  });

  it('and keeps both numbers; the earliest moment counts', () => {
    const record = givenDone(report).when(taken(-12)).thenHappens('DuplicateJoined', 'AssessmentRecorded');
    expect(record.joinedNumbers).toEqual([otherNumber]);
    expect(record.earliestNamed).toBe(hour(-12));
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ earliestDueBy: hour(60) });
  });
  it('and a later moment moves nothing', () => {
    expect(givenDone(report).when(taken(0)).thenHappens('DuplicateJoined').earliestNamed).toBe(hour(-1));
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
    const joining = givenDone(report, documented).when(joined);
    joining.then({ at: hour(1), by: officer, type: 'JoinedInto', main: otherCase, mainNumber: otherNumber });
    const record = joining.thenHappens('JoinedInto');
    expect(record).toMatchObject({ status: 'joined', joinedInto: { main: otherCase, number: otherNumber } });
    expect(dutyOf(record, AUTHORITY).end).toEqual({ how: 'joined', at: hour(1) });
    expect(dutyOf(record, RECORD).end).toMatchObject({ how: 'record' });
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

  const refused: readonly LooseCommand[] = [
    { type: 'AddToReport', text: 'Noch etwas', authorName: 'Rita' },
    { type: 'TellReporter', outcome: 'handled' },
    { type: 'Assess' },
    { type: 'Acknowledge', hours: 2 },
    { type: 'CloseCase', note: '' },
    { type: 'ReopenCase', reasons: 'Doch nicht dasselbe' },
    { type: 'AnswerAsPerson', questionId: 'q1', by: reporter, text: 'Ja', authorName: 'Rita' },
    { type: 'TakeInDuplicate', duplicate: otherCase, duplicateNumber: otherNumber, earliestNamed: hour(-3) },
    documented,
    declined,
    ...everydayMistake.slice(0, 1),
  ];
  it.each(refused)('and takes no $type any more', (loose) => givenDone(report, joined).when(loose).thenRefused('caseJoined'));
});
