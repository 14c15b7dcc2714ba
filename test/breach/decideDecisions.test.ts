import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/breach/events.ts';
import { personId } from '../../src/breach/identifiers.ts';
import {
  AUTHORITY,
  closedCase,
  CONTROLLER,
  decider,
  declined,
  dutyOf,
  everydayMistake,
  FOLLOW_UP,
  givenDone,
  givenDoneUnder,
  hour,
  officer,
  PERSONS,
  RECORD,
  report,
  setting,
  stolenData,
  type LooseCommand,
} from '../support/given.ts';

const decides = (
  decision: Decision,
  more: { by?: typeof officer; decisionId?: string; at?: ReturnType<typeof hour> } = {},
): LooseCommand => ({
  ...{
    type: 'RecordDecision',
    decisionId: 'd1',
    decision,
    reasons: 'Siehe Vermerk',
    decidedBy: 'Frau Chef',
    dpoAdvice: 'Melden',
  },
  ...more,
});
const aware = (moment: number, controller = 'acme'): Decision => ({ kind: 'awareness', controller, moment: hour(moment) });
const noBreach: Decision = { kind: 'no-breach', againstAssessment: false };
const notNotifying = (duties: readonly string[], againstAssessment = false): Decision => ({
  kind: 'not-notifying',
  duties,
  againstAssessment,
});
const exception = (duties: readonly string[]): Decision => ({ kind: 'exception', duties, ground: 'art34-3-a' });
const forKita: LooseCommand = { type: 'RecordDataSet', dataSet: 'kita', label: 'Akten', controller: 'kita', role: 'processor' };

it('awareness lies never before the incident', () => {
  const occurred: LooseCommand = { type: 'RecordTime', time: 'occurred', moment: hour(-2), source: 'Protokoll', reasons: '' };
  const aware = (hours: number): LooseCommand => ({
    ...{ type: 'RecordDecision', decisionId: 'a', reasons: 'Protokoll', decidedBy: 'Frau Chef', dpoAdvice: '' },
    decision: { kind: 'awareness', controller: 'acme', moment: hour(hours) },
  });
  givenDone(report, occurred).when(aware(-3)).thenRefused('beforeOccurred');
  givenDone(report, occurred).when(aware(-2)).thenHappens('DecisionRecorded', 'AssessmentRecorded');
});

describe('every decision', () => {
  it('is recorded with reasons, who decided, and what the officer advised', () => {
    givenDone(report)
      .when(decides(aware(0)))
      .thenFirst({
        ...{ at: hour(1), by: officer, type: 'DecisionRecorded', decisionId: 'd1', decision: aware(0) },
        ...{ reasons: 'Siehe Vermerk', decidedBy: 'Frau Chef', dpoAdvice: 'Melden', counts: true },
      });
  });
  it.each([aware(0), noBreach, exception([PERSONS]), notNotifying([AUTHORITY], true)])(
    'needs reasons and a decider: $kind',
    (decision) => {
      givenDone(report)
        .when({ ...decides(decision), reasons: ' ' } as LooseCommand)
        .thenRefused('reasonsMissing');
      givenDone(report)
        .when({ ...decides(decision), decidedBy: '' } as LooseCommand)
        .thenRefused('deciderMissing');
    },
  );
  it.each([aware(0), noBreach, exception([PERSONS]), notNotifying([AUTHORITY], true)])('is recorded once: $kind', (decision) => {
    givenDone(report).when(decides(decision)).thenOnlyOnce();
  });
  it('is refused on a closed case', () =>
    givenDone(...closedCase)
      .when(decides(noBreach, { decisionId: 'd2' }))
      .thenRefused('caseClosed'));
});

describe('awareness', () => {
  it('replaces the precautionary clock of its controller, and the earlier last moment stays visible', () => {
    const record = givenDone(report)
      .when(decides(aware(0.5)))
      .thenHappens('DecisionRecorded', 'AssessmentRecorded');
    expect(dutyOf(record, AUTHORITY)).toMatchObject({
      earliestDueBy: hour(71),
      clocks: [
        { clock: 1, basis: 'precautionary', startsAt: hour(-1), dueBy: hour(71) },
        { clock: 2, basis: 'awareness', startsAt: hour(0.5), dueBy: hour(72.5), setAt: hour(1) },
      ],
    });
  });
  it('may be earlier than everything named before', () => {
    const record = givenDone(report, decides(aware(-20))).record;
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ earliestDueBy: hour(52) });
    expect(record.earliestNamed).toBe(hour(-1));
  });
  it('may be corrected by a later decision, with every clock kept', () => {
    const record = givenDone(report, decides(aware(-20)), decides(aware(1), { decisionId: 'd2' })).record;
    expect(dutyOf(record, AUTHORITY).clocks.map(({ clock, dueBy }) => [clock, dueBy])).toEqual([
      [1, hour(71)],
      [2, hour(52)],
      [3, hour(73)],
    ]);
    expect(dutyOf(record, AUTHORITY).earliestDueBy).toBe(hour(52));
  });
  it('at the very moment named before sets no clock anew, which only rests on awareness from then on', () => {
    const record = givenDone(report)
      .when(decides(aware(-1)))
      .thenHappens('DecisionRecorded');
    expect(dutyOf(record, AUTHORITY).clocks).toEqual([
      { clock: 1, basis: 'awareness', startsAt: hour(-1), dueBy: hour(71), setAt: hour(0) },
    ]);
  });
  it('of one controller leaves the clock of another', () => {
    const both: LooseCommand = { type: 'RecordDataSet', dataSet: 'kita', label: '', controller: 'kita', role: 'controller' };
    const record = givenDone(report, both, decides(aware(1, 'kita'))).record;
    expect(dutyOf(record, 'art33-1:kita:de-be').clocks.at(-1)).toMatchObject({ basis: 'awareness', dueBy: hour(73) });
    expect(dutyOf(record, AUTHORITY).clocks).toHaveLength(1);
  });
  it('ends no duty', () => {
    expect(givenDone(report, decides(aware(0))).record.duties.every(({ end }) => end === undefined)).toBe(true);
  });
  it('may not lie ahead, and not be that of a stranger', () => {
    givenDone(report)
      .when(decides(aware(2)))
      .thenRefused('momentInFuture');
    givenDone(report)
      .when(decides(aware(0, 'nobody')))
      .thenRefused('unknownController');
  });
});

describe('no personal data breach', () => {
  it('ends every open duty, and keeps what it rested on', () => {
    const record = givenDone(report).when(decides(noBreach)).thenHappens('DecisionRecorded');
    expect(record.duties.map(({ end }) => end)).toEqual(
      Array.from({ length: 3 }, () => ({ how: 'decision', at: hour(1), decisionId: 'd1', statusThen: 'presumed' })),
    );
  });
  it('does not hold when the facts get worse than it knew', () => {
    const record = givenDone(report, decides(noBreach), ...stolenData).record;
    expect(record.duties.map(({ status, end }) => [status, end])).toEqual([
      ['owed', undefined],
      ['owed', undefined],
      ['owed', undefined],
    ]);
  });
});

describe('an exception of Art. 34(3)', () => {
  it('releases from informing the persons although that is owed', () => {
    const record = givenDone(report, ...stolenData)
      .when(decides(exception([PERSONS])))
      .thenHappens('DecisionRecorded');
    expect(dutyOf(record, PERSONS).end).toEqual({ how: 'decision', at: hour(1), decisionId: 'd1', statusThen: 'owed' });
    expect(dutyOf(record, AUTHORITY).end).toBeUndefined();
  });
  it('reaches no other duty', () => {
    for (const duty of [AUTHORITY, RECORD]) {
      givenDone(report)
        .when(decides(exception([duty])))
        .thenRefused('notDischargedThisWay');
    }
  });
  it('names a duty there is', () => {
    givenDone(report)
      .when(decides(exception(['art34-1:kita:persons'])))
      .thenRefused('noSuchDuty');
    givenDone(report)
      .when(decides(exception([])))
      .thenRefused('noSuchDuty');
  });
});

describe('not notifying', () => {
  it('ends the duties that the rules find not owed', () => {
    const record = givenDone(report, ...everydayMistake)
      .when(declined)
      .thenHappens('DecisionRecorded');
    expect(dutyOf(record, AUTHORITY).end).toEqual({ how: 'decision', at: hour(1), decisionId: 'd1', statusThen: 'not-owed' });
    expect(dutyOf(record, PERSONS).end).toMatchObject({ how: 'decision' });
    expect(dutyOf(record, RECORD).end).toBeUndefined();
  });
  it.each([
    ['presumed', []],
    ['owed', stolenData],
  ] as const)('of a duty that is %s is refused, unless it is said to go against the assessment', (_, facts) => {
    const suspected = givenDone(report, ...facts);
    suspected.when(decides(notNotifying([AUTHORITY]))).thenRefused('againstAssessment');
    const record = suspected.when(decides(notNotifying([AUTHORITY], true))).thenHappens('DecisionRecorded');
    expect(dutyOf(record, AUTHORITY).end).toMatchObject({ how: 'decision' });
  });
  it('says that it goes against the assessment only where it does', () => {
    const { record } = givenDone(report, ...everydayMistake, decides(notNotifying([AUTHORITY], true)));
    expect(record.decisions.map(({ decision }) => decision)).toEqual([notNotifying([AUTHORITY], false)]);
  });
  it('cannot end the record or the word to the controller, which know no test of risk', () => {
    for (const duty of [RECORD, CONTROLLER]) {
      givenDone(report, forKita)
        .when(decides(notNotifying([duty], true)))
        .thenRefused('notDischargedThisWay');
    }
  });
  it('withdraws a follow-up with reasons', () => {
    const incomplete: LooseCommand = {
      ...{ type: 'RecordNotice', duty: AUTHORITY, sentAt: hour(1), to: 'LDI', means: 'Formular' },
      ...{ reference: 'LDI 7', missing: 'Zahl der Betroffenen', reasonsForDelay: '' },
    };
    const record = givenDone(report, incomplete)
      .when(decides(notNotifying([FOLLOW_UP])))
      .thenHappens('DecisionRecorded');
    expect(dutyOf(record, FOLLOW_UP).end).toMatchObject({ how: 'decision' });
  });
  it('is refused for a duty that ended, and for one there is not', () => {
    givenDone(report, ...everydayMistake, declined)
      .when(decides(notNotifying([AUTHORITY]), { decisionId: 'd2' }))
      .thenRefused('dutyAlreadyEnded');
    givenDone(report)
      .when(decides(notNotifying(['art33-1:acme:de-xx'])))
      .thenRefused('noSuchDuty');
  });
});

describe('no breach, where the rules find one', () => {
  const against = { kind: 'no-breach', againstAssessment: true } as const;

  it('must be said expressly', () => {
    givenDone(report, ...stolenData)
      .when(decides(noBreach))
      .thenRefused('againstAssessment');
    const record = givenDone(report, ...stolenData)
      .when(decides(against))
      .thenHappens('DecisionRecorded');
    expect(record.decisions[0]?.decision).toEqual(against);
  });
  it('is said to be against the assessment only where that is so', () => {
    expect(givenDone(report).when(decides(against)).thenHappens('DecisionRecorded').decisions[0]?.decision).toEqual(noBreach);
  });
});

describe('where the configuration asks for a decider', () => {
  const strict = { ...setting, confirmation: ['awareness', 'no-breach', 'exception', 'not-notifying'] } as const;
  const confirmed: LooseCommand = { type: 'ConfirmDecision', decisionId: 'd1', by: decider, at: hour(3) };

  it('a decision is recorded and changes nothing yet', () => {
    const record = givenDoneUnder(strict, report).when(decides(noBreach)).thenHappens('DecisionRecorded');
    expect(record.decisions).toMatchObject([{ counts: false }]);
    expect(record.duties.every(({ end }) => end === undefined)).toBe(true);
    expect(givenDoneUnder(strict, report, decides(aware(0.5))).record.awareness).toEqual({});
  });
  it('it takes effect when a decider confirms it', () => {
    const record = givenDoneUnder(strict, report, decides(noBreach)).when(confirmed).thenHappens('DecisionConfirmed');
    expect(record.decisions).toMatchObject([{ counts: true, confirmations: [decider] }]);
    expect(dutyOf(record, AUTHORITY).end).toEqual({ how: 'decision', at: hour(3), decisionId: 'd1', statusThen: 'presumed' });
  });
  it('awareness sets the clock when a decider confirms it', () => {
    const record = givenDoneUnder(strict, report, decides(aware(0.5)))
      .when(confirmed)
      .thenHappens('DecisionConfirmed', 'AssessmentRecorded');
    expect(dutyOf(record, AUTHORITY).clocks.at(-1)).toMatchObject({ clock: 2, basis: 'awareness', startsAt: hour(0.5) });
  });
  it('a decider’s own decision counts at once', () => {
    const record = givenDoneUnder(strict, report)
      .when(decides(noBreach, { by: decider }))
      .thenHappens('DecisionRecorded');
    expect(dutyOf(record, AUTHORITY).end).toMatchObject({ how: 'decision' });
  });
  it('a decision of another kind counts at once', () => {
    const record = givenDoneUnder({ ...setting, confirmation: ['awareness'] }, report, decides(noBreach)).record;
    expect(record.decisions).toMatchObject([{ counts: true }]);
  });
  it('an earlier awareness, overtaken by a later one that counts, is not confirmed by an old card', () => {
    const first = { ...decides(aware(0.5)), decisionId: 'first' } as LooseCommand;
    const second = { ...decides(aware(0.2)), decisionId: 'second' } as LooseCommand;
    const both = givenDoneUnder(strict, report, first, second, { ...confirmed, decisionId: 'second' });
    both.when({ ...confirmed, decisionId: 'first' }).thenRefused('decisionOvertaken');
    expect(dutyOf(both.record, AUTHORITY).clocks.at(-1)?.startsAt).toBe(hour(0.2));
  });
  it('it is withdrawn with reasons, and then confirmed no more', () => {
    const withdrawn: LooseCommand = { type: 'WithdrawDecision', decisionId: 'd1', reasons: 'Zu früh' };
    const pending = givenDoneUnder(strict, report, decides(noBreach));
    expect(pending.when(withdrawn).thenHappens('DecisionWithdrawn').decisions[0]?.withdrawn?.reasons).toBe('Zu früh');
    pending.when(withdrawn).thenOnlyOnce();
    pending.when({ ...withdrawn, reasons: ' ' }).thenRefused('reasonsMissing');
    pending.when({ ...withdrawn, decisionId: 'd9' }).thenRefused('noSuchDecision');
    givenDoneUnder(strict, report, decides(noBreach), withdrawn).when(confirmed).thenRefused('decisionOvertaken');
    givenDoneUnder(strict, report, decides(noBreach), confirmed).when(withdrawn).thenRefused('decisionOvertaken');
  });
  describe('and controllers have deciders of their own', () => {
    const [ours, theirs] = [personId('petra'), personId('tom')];
    const apart = { ...strict, deciders: [decider, ours, theirs], decidersOf: { acme: ours, kita: theirs } } as const;
    const both: LooseCommand = { type: 'RecordDataSet', dataSet: 'kita', label: 'Akten', controller: 'kita', role: 'controller' };
    const pending = givenDoneUnder(apart, report, both, decides(noBreach));

    it('what concerns both counts when both have confirmed', () => {
      const half = pending.when({ ...confirmed, by: ours }).thenHappens('DecisionConfirmed');
      expect([half.decisions[0]?.counts, dutyOf(half, AUTHORITY).end]).toEqual([false, undefined]);
      const whole = givenDoneUnder(apart, report, both, decides(noBreach), { ...confirmed, by: ours })
        .when({ ...confirmed, by: theirs })
        .thenHappens('DecisionConfirmed');
      expect(whole.duties.every(({ end }) => end?.how === 'decision')).toBe(true);
    });
    it('a decider of neither confirms nothing, and nobody confirms twice', () => {
      pending.when(confirmed).thenRefused('notADecider');
      pending.when({ ...confirmed, by: theirs }).thenOnlyOnce();
    });
    it('what one of them records is that one’s confirmation, and waits for the other', () => {
      const record = givenDoneUnder(apart, report, both)
        .when(decides(noBreach, { by: ours }))
        .thenHappens('DecisionRecorded', 'DecisionConfirmed');
      expect(record.decisions).toMatchObject([{ counts: false, confirmations: [ours] }]);
    });
    it('what concerns one controller is that decider’s alone', () => {
      const onlyOurs = givenDoneUnder(apart, report, both, decides(aware(0.5)));
      onlyOurs.when({ ...confirmed, by: theirs }).thenRefused('notADecider');
      expect(
        onlyOurs.when({ ...confirmed, by: ours }).thenHappens('DecisionConfirmed', 'AssessmentRecorded').awareness,
      ).toHaveProperty('acme');
    });
  });
  it('nobody else confirms', () =>
    givenDoneUnder(strict, report, decides(noBreach))
      .when({ ...confirmed, by: officer })
      .thenRefused('notADecider'));
  it('only a decision there is can be confirmed', () =>
    givenDoneUnder(strict, report).when(confirmed).thenRefused('noSuchDecision'));
  it('it is confirmed once', () => givenDoneUnder(strict, report, decides(noBreach)).when(confirmed).thenOnlyOnce());
  it('not notifying, recorded while nothing was owed, is not confirmed any more once it is', () => {
    const worse: LooseCommand = { type: 'AnswerFact', fact: 'sensitivity', answer: 'severe', reasons: 'Auch Kontonummern' };
    givenDoneUnder(strict, report, ...everydayMistake, declined, worse)
      .when(confirmed)
      .thenRefused('againstAssessment');
  });
  it('a notice sent meanwhile stays the end of its duty', () => {
    const notice: LooseCommand = {
      ...{ type: 'RecordNotice', duty: AUTHORITY, sentAt: hour(1), to: 'LDI', means: 'Formular' },
      ...{ reference: 'LDI 7', missing: '', reasonsForDelay: '' },
    };
    const { record } = givenDoneUnder(strict, report, ...everydayMistake, declined, notice, confirmed);
    expect(dutyOf(record, AUTHORITY).end).toMatchObject({ how: 'notice' });
    expect(dutyOf(record, PERSONS).end).toMatchObject({ how: 'decision' });
  });
});
