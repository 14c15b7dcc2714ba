import { describe, expect, it } from 'vitest';
import type { BreachCommand } from '../../src/breach/commands.ts';
import { decide } from '../../src/breach/decide.ts';
import { personId } from '../../src/breach/identifiers.ts';
import {
  AUTHORITY,
  closedCase,
  declined,
  decider,
  deputy,
  documented,
  dutyOf,
  everydayMistake,
  givenDone,
  givenDoneUnder,
  hour,
  officer,
  otherCase,
  otherNumber,
  PERSONS,
  RECORD,
  report,
  reporter,
  setting,
  type LooseCommand,
} from '../support/given.ts';

const meta = { at: hour(1), by: officer };

describe('„I am on it“', () => {
  const acknowledged = (hours: number, at = 1): LooseCommand => ({ type: 'Acknowledge', hours, at: hour(at) });
  const until = (at: number, hours: number) => givenDone(report, acknowledged(hours, at)).record.acknowledged?.until;

  it('buys the hours asked for', () => {
    givenDone(report)
      .when(acknowledged(4))
      .then({ ...meta, type: 'CaseAcknowledged', until: hour(5) });
  });
  it('buys at most half of the time left to the earliest last moment', () => expect(until(61, 24)).toBe(hour(66)));
  it('buys at most two hours when a last moment is past', () => {
    expect(until(71, 24)).toBe(hour(73));
    expect(until(300, 1)).toBe(hour(301));
  });
  it('buys what was asked for once no duty has a last moment any more', () => {
    const { record } = givenDone(report, ...everydayMistake, declined, acknowledged(20, 100));
    expect(record.acknowledged).toEqual({ by: officer, at: hour(100), until: hour(120) });
  });
  it.each([0, 0.5, 24.1, -3, Number.NaN, Number.POSITIVE_INFINITY])('does not take %d hours', (hours) => {
    givenDone(report).when(acknowledged(hours)).thenRefused('hoursOutOfRange');
  });
  it('stays quiet when it comes twice, and counts again from another person or at another time', () => {
    givenDone(report).when(acknowledged(4)).thenOnlyOnce();
    const byDeputy = { ...acknowledged(4), by: deputy };
    expect(givenDone(report, acknowledged(4)).when(byDeputy).thenHappens('CaseAcknowledged').acknowledged?.by).toBe(deputy);
    givenDone(report, acknowledged(4)).when(acknowledged(4, 2)).thenHappens('CaseAcknowledged');
  });
  it('does not move the case', () => expect(givenDone(report, acknowledged(4, 9)).record.movedAt).toBe(hour(0)));
  it('on a closed case says that its news was taken up', () => {
    const record = givenDone(...closedCase)
      .when(acknowledged(4, 600))
      .thenHappens('CaseAcknowledged');
    expect([record.status, record.acknowledged?.at]).toEqual(['closed', hour(600)]);
  });
});

describe('an erased case', () => {
  it('takes nothing more, not even its reopening', () => {
    const { record } = givenDone(...closedCase);
    for (const type of ['ReopenCase', 'AddToReport', 'CloseCase', 'Assess', 'TellReporter'] as const) {
      const command = { type, ...meta, reasons: 'x', text: 'x', authorName: 'x', note: '', outcome: 'handled' } as BreachCommand;
      expect(decide(command, { ...record, status: 'erased' }, setting)).toEqual({ refused: 'caseErased' });
    }
  });
});

describe('a measure', () => {
  const planned: LooseCommand = {
    type: 'PlanMeasure',
    measureId: 'm1',
    text: ' Verteiler prüfen ',
    dueBy: hour(100),
    owner: 'IT',
  };
  const finished: LooseCommand = { type: 'FinishMeasure', measureId: 'm1', note: 'Erledigt', at: hour(50) };

  it('is planned', () => {
    givenDone(report)
      .when(planned)
      .then({ ...meta, type: 'MeasurePlanned', measureId: 'm1', text: 'Verteiler prüfen', dueBy: hour(100), owner: 'IT' });
  });
  it('is planned only with a text', () =>
    givenDone(report)
      .when({ ...planned, text: ' ' })
      .thenRefused('textMissing'));
  it('is planned once', () => givenDone(report).when(planned).thenOnlyOnce());

  it('is finished', () => {
    expect(givenDone(report, planned).when(finished).thenHappens('MeasureFinished').measures).toEqual([
      { measureId: 'm1', text: 'Verteiler prüfen', dueBy: hour(100), owner: 'IT', finishedAt: hour(50), note: 'Erledigt' },
    ]);
  });
  it('is finished only where there is one', () => givenDone(report).when(finished).thenRefused('noSuchMeasure'));
  it('is finished once', () => givenDone(report, planned).when(finished).thenOnlyOnce());
});

describe('a question to one person', () => {
  const admin = personId('desk:admin');
  const asked: LooseCommand = { type: 'AskPerson', questionId: 'q1', person: admin, text: 'Gibt es Protokolle?' };
  const answer: LooseCommand = {
    type: 'AnswerAsPerson',
    questionId: 'q1',
    by: admin,
    text: ' Ja, lückenlos ',
    authorName: 'Axel',
  };

  it('is asked', () => {
    givenDone(report)
      .when(asked)
      .then({ ...meta, type: 'QuestionAskedOfPerson', questionId: 'q1', person: admin, text: 'Gibt es Protokolle?' });
  });
  it('is asked only with a text', () =>
    givenDone(report)
      .when({ ...asked, text: '' })
      .thenRefused('textMissing'));
  it('is asked once', () => givenDone(report).when(asked).thenOnlyOnce());

  it('is answered by that person', () => {
    expect(givenDone(report, asked).when(answer).thenHappens('PersonAnswered').questions).toMatchObject([
      { questionId: 'q1', askedBy: officer, answer: { text: 'Ja, lückenlos', at: hour(1), authorName: 'Axel' } },
    ]);
  });
  it('is answered by nobody else, not even by who asked', () => {
    for (const by of [officer, reporter]) {
      givenDone(report, asked)
        .when({ ...answer, by })
        .thenRefused('notAskedOfYou');
    }
  });
  it('is answered only where it was asked, and not with nothing', () => {
    givenDone(report).when(answer).thenRefused('noSuchQuestion');
    givenDone(report, asked)
      .when({ ...answer, text: ' ' })
      .thenRefused('textMissing');
  });
  it('is answered once; a further answer supersedes it', () => {
    givenDone(report, asked).when(answer).thenOnlyOnce();
    const further = givenDone(report, asked, answer).when({ ...answer, text: 'Doch nicht' });
    expect(further.thenHappens('PersonAnswered').questions).toMatchObject([{ answer: { text: 'Doch nicht' } }]);
  });
});

describe('closing', () => {
  const close: LooseCommand = { type: 'CloseCase', note: ' Fertig ' };
  const settled = [report, ...everydayMistake, declined, documented] as const;

  it('happens once everything has ended', () => {
    const closing = givenDone(...settled).when(close);
    closing.then({ ...meta, type: 'CaseClosed', note: 'Fertig' });
    expect(closing.thenHappens('CaseClosed').status).toBe('closed');
  });
  it('is refused while a duty is open, whatever the rules say of it', () => {
    givenDone(report).when(close).thenRefused('dutiesOpen', RECORD, AUTHORITY, PERSONS);
    givenDone(report, ...everydayMistake, documented)
      .when(close)
      .thenRefused('dutiesOpen', AUTHORITY, PERSONS);
  });
  it('is refused while a measure is open', () => {
    givenDone(...settled, { type: 'PlanMeasure', measureId: 'm1', text: 'Schulung', dueBy: hour(0), owner: '' })
      .when(close)
      .thenRefused('measuresOpen', 'm1');
  });
  describe('where awareness waits for a decider', () => {
    const strict = { ...setting, confirmation: ['awareness'] } as const;
    const pending: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'a1', reasons: 'Bestätigt', decidedBy: 'Frau Chef', dpoAdvice: '' },
      decision: { kind: 'awareness', controller: 'acme', moment: hour(0.5) },
    };
    it('is refused', () => {
      givenDoneUnder(strict, ...settled, pending)
        .when(close)
        .thenRefused('decisionsUnconfirmed', 'a1');
    });
    it('happens when a later awareness counts', () => {
      givenDoneUnder(strict, ...settled, pending, { ...pending, decisionId: 'a2', by: decider })
        .when(close)
        .thenHappens('CaseClosed');
    });
    it('is refused when only an earlier awareness counts', () => {
      givenDoneUnder(strict, ...settled, { ...pending, decisionId: 'a2', by: decider }, pending)
        .when(close)
        .thenRefused('decisionsUnconfirmed', 'a1');
    });
  });
  it('happens although a decision was never confirmed, when its duties ended otherwise', () => {
    const notice = (duty: string): LooseCommand => ({
      ...{ type: 'RecordNotice', duty, sentAt: hour(1), to: 'LDI', means: 'Formular' },
      ...{ reference: 'LDI 7', missing: '', reasonsForDelay: '' },
    });
    givenDoneUnder({ ...setting, confirmation: ['not-notifying'] }, ...settled, ...[notice(AUTHORITY), notice(PERSONS)])
      .when(close)
      .thenHappens('CaseClosed');
  });
  it('stays quiet when it comes twice', () =>
    givenDone(...settled)
      .when(close)
      .thenOnlyOnce());
});

describe('a closed case', () => {
  const closed = () => givenDone(...closedCase);

  it('still takes what somebody adds, and stays closed', () => {
    const added = closed().when({ type: 'AddToReport', text: 'Noch etwas', authorName: 'Rita' });
    expect(added.thenHappens('ReportAdded').status).toBe('closed');
  });
  it('still tells the reporter', () => {
    closed().when({ type: 'TellReporter', outcome: 'handled' }).thenHappens('ReporterTold');
  });
  it('still takes the answer of a person who was asked', () => {
    const asked: LooseCommand = { type: 'AskPerson', questionId: 'q1', person: reporter, text: 'An wen ging es?' };
    givenDone(...closedCase.slice(0, -1), asked, { type: 'CloseCase', note: '' })
      .when({ type: 'AnswerAsPerson', questionId: 'q1', by: reporter, text: 'Vertrieb', authorName: 'Rita' })
      .thenHappens('PersonAnswered');
  });
  const refused: readonly LooseCommand[] = [
    { type: 'GiveHint', hint: 'contained', answer: 'yes' },
    { type: 'RecordDataSet', dataSet: 'b', label: '', controller: 'acme', role: 'controller' },
    { type: 'RecordTime', time: 'noticed', moment: hour(-9), source: '', reasons: '' },
    { type: 'ConfirmDecision', decisionId: 'd1' },
    documented,
    { type: 'PlanMeasure', measureId: 'm', text: 'Schulung', dueBy: hour(9), owner: '' },
    { type: 'FinishMeasure', measureId: 'm', note: '' },
    { type: 'AskPerson', questionId: 'q', person: reporter, text: 'Wer?' },
    { type: 'ExcludePerson', person: reporter, reasons: 'Betroffen' },
    { type: 'ReadmitPerson', person: reporter, reasons: 'Nicht betroffen' },
    {
      type: 'TakeInDuplicate',
      duplicate: otherCase,
      duplicateNumber: otherNumber,
      earliestNamed: hour(-9),
      incident: {},
      dataSets: [],
      texts: [],
      questions: [],
      neighbours: [],
    },
    { type: 'JoinInto', main: otherCase, mainNumber: otherNumber },
  ];
  it.each(refused)('takes no $type', (loose) => closed().when(loose).thenRefused('caseClosed'));
});

describe('reopening', () => {
  const reopened: LooseCommand = { type: 'ReopenCase', reasons: 'Neue Funde', at: hour(500) };

  it('opens again what was decided, and leaves what was fulfilled', () => {
    const record = givenDone(...closedCase)
      .when(reopened)
      .thenHappens('CaseReopened', 'DutyReopened', 'DutyReopened');
    expect(record).toMatchObject({ status: 'open', reopenedTimes: 1 });
    expect(dutyOf(record, RECORD).end).toMatchObject({ how: 'record' });
    expect(dutyOf(record, AUTHORITY).end).toBeUndefined();
    expect(dutyOf(record, AUTHORITY).clocks.map(({ clock, startsAt, setAt }) => [clock, startsAt, setAt])).toEqual([
      [1, hour(-1), hour(0)],
      [2, hour(-1), hour(500)],
    ]);
  });
  it('forgets no fact and no decision', () => {
    const record = givenDone(...closedCase)
      .when(reopened)
      .thenHappens('CaseReopened', 'DutyReopened', 'DutyReopened');
    expect(record.incident).toEqual({ personalData: 'yes' });
    expect(record.decisions).toHaveLength(1);
  });
  it('needs reasons', () =>
    givenDone(...closedCase)
      .when({ ...reopened, reasons: '' })
      .thenRefused('reasonsMissing'));
  it('stays quiet on a case that is open', () => {
    givenDone(report).when(reopened).thenNothing();
    givenDone(...closedCase)
      .when(reopened)
      .thenOnlyOnce();
  });
  it('lets the case be closed again only by deciding again', () => {
    givenDone(...closedCase, reopened)
      .when({ type: 'CloseCase', note: '', at: hour(501) })
      .thenRefused('dutiesOpen', AUTHORITY, PERSONS);
  });
});
