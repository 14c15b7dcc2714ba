import { openDuties } from '../../src/breach/duties.ts';
import { describe, expect, it } from 'vitest';
import { clockInForce } from '../../src/breach/duties.ts';
import {
  AUTHORITY,
  closedCase,
  CONTROLLER,
  declined,
  documented,
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
  type LooseCommand,
} from '../support/given.ts';

type Notice = Extract<LooseCommand, { type: 'RecordNotice' }>;
const notice = (more: Partial<Notice> = {}): Notice => ({
  ...{ type: 'RecordNotice', duty: AUTHORITY, sentAt: hour(1), to: ' LDI NRW ', means: 'Formular', reference: '4711' },
  ...{ missing: '', reasonsForDelay: '' },
  ...more,
});
const forKita: LooseCommand = {
  type: 'RecordDataSet',
  dataSet: 'kita',
  label: '',
  controller: 'kita',
  role: 'processor',
  reasons: 'Vertrag',
};

describe('a notice', () => {
  it('fulfils its duty', () => {
    const sent = givenDone(report).when(notice());
    sent.then({
      ...{ at: hour(1), by: officer, type: 'NoticeRecorded', duty: AUTHORITY, sentAt: hour(1), to: 'LDI NRW', means: 'Formular' },
      ...{ reference: '4711', missing: '', late: false, reasonsForDelay: '', notice: 'first', proof: 'file-number' },
    });
    expect(dutyOf(sent.thenHappens('NoticeRecorded'), AUTHORITY).end).toEqual({ how: 'notice', at: hour(1), sentAt: hour(1) });
  });
  it('fulfils the duties towards the persons and the controller alike', () => {
    for (const duty of [PERSONS, CONTROLLER]) {
      const record = givenDone(report, forKita).when(notice({ duty })).thenHappens('NoticeRecorded');
      expect(dutyOf(record, duty).end).toMatchObject({ how: 'notice' });
    }
  });
  it('needs a duty there is, and one that a notice can fulfil', () => {
    givenDone(report)
      .when(notice({ duty: 'art33-1:acme:de-xx' }))
      .thenRefused('noSuchDuty');
    givenDone(report)
      .when(notice({ duty: RECORD }))
      .thenRefused('notDischargedThisWay');
  });
  it('needs to say to whom and how', () => {
    givenDone(report)
      .when(notice({ to: ' ' }))
      .thenRefused('noticeDetailsMissing');
    givenDone(report)
      .when(notice({ means: '' }))
      .thenRefused('noticeDetailsMissing');
  });
  it('was not sent in the future', () =>
    givenDone(report)
      .when(notice({ sentAt: hour(1.01) }))
      .thenRefused('momentInFuture'));
  it('was not sent before anybody knew, nor before it happened', () => {
    givenDone(report)
      .when(notice({ sentAt: hour(-1.01) }))
      .thenRefused('sentBeforeKnown');
    givenDone(report)
      .when(notice({ sentAt: hour(-1) }))
      .thenHappens('NoticeRecorded');
    // A log of an earlier version may hold an incident after its discovery; today that is refused.
    const times = { time: 'occurred', moment: hour(0.5), source: 'Protokoll', reasons: '' } as const;
    givenDone(report)
      .and({ type: 'TimeRecorded', at: hour(1), by: officer, ...times })
      .when(notice({ sentAt: hour(0.4) }))
      .thenRefused('sentBeforeKnown');
  });
  it('may have been sent after an awareness that lies before the earliest named moment', () => {
    const aware: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'a1', reasons: 'Bestätigt', decidedBy: 'Frau Chef', dpoAdvice: '' },
      decision: { kind: 'awareness', controller: 'acme', moment: hour(-9) },
    };
    givenDone(report, aware)
      .when(notice({ sentAt: hour(-8) }))
      .thenHappens('NoticeRecorded');
  });
  it('is recorded once when it comes twice', () => givenDone(report).when(notice()).thenOnlyOnce());
  it('is refused where the duty was fulfilled before', () =>
    givenDone(report, notice())
      .when(notice({ reference: '4712' }))
      .thenRefused('dutyAlreadyEnded'));
  it('is refused where the duty never applied', () =>
    givenDone(report, { ...forKita, dataSet: 'main' })
      .when(notice())
      .thenRefused('dutyAlreadyEnded'));
  it('is taken where it was decided not to send one, and then it is sent', () => {
    const record = givenDone(report, ...everydayMistake, declined)
      .when(notice())
      .thenHappens('NoticeRecorded');
    expect(dutyOf(record, AUTHORITY).end).toMatchObject({ how: 'notice' });
  });
  it('is refused on a closed case', () =>
    givenDone(...closedCase)
      .when(notice())
      .thenRefused('caseClosed'));
});

describe('a late notice (Art. 33(1), second sentence)', () => {
  const at = hour(80);

  it('is in time to the last millisecond', () =>
    givenDone(report)
      .when(notice({ sentAt: hour(71), at }))
      .thenHappens('NoticeRecorded'));
  it('needs the reasons for the delay from the first millisecond after', () => {
    givenDone(report)
      .when(notice({ sentAt: hour(71 + 1 / 3_600_000), at, reasonsForDelay: ' ' }))
      .thenRefused('reasonsForDelayMissing');
  });
  it('is recorded as late, with the reasons', () => {
    const record = givenDone(report)
      .when(notice({ sentAt: hour(72), at, reasonsForDelay: 'Angriff dauerte an' }))
      .thenHappens('NoticeRecorded');
    expect(record.notices).toMatchObject([{ late: true, reasonsForDelay: 'Angriff dauerte an' }]);
  });
  it('is none where only an earlier last moment has passed, overtaken by awareness', () => {
    const aware: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'a1', reasons: 'Bestätigt', decidedBy: 'Frau Chef', dpoAdvice: '' },
      decision: { kind: 'awareness', controller: 'acme', moment: hour(1) },
    };
    const record = givenDone(report, aware)
      .when(notice({ sentAt: hour(72), at }))
      .thenHappens('NoticeRecorded');
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ earliestDueBy: hour(71) });
    expect(record.notices).toMatchObject([{ late: false }]);
  });
  it('is none where the statute names no hours', () => {
    givenDone(report)
      .when(notice({ duty: PERSONS, sentAt: hour(200), at: hour(200) }))
      .thenHappens('NoticeRecorded');
  });
});

describe('an incomplete notice (Art. 33(4))', () => {
  const incomplete = notice({ missing: ' Zahl der Betroffenen ' });
  const supplement = notice({ duty: FOLLOW_UP, at: hour(30), sentAt: hour(30) });

  it('opens the follow-up, owed from the moment it was sent', () => {
    const record = givenDone(report).when(incomplete).thenHappens('NoticeRecorded', 'FollowUpOpened');
    expect(dutyOf(record, AUTHORITY).end).toMatchObject({ how: 'notice' });
    expect(dutyOf(record, FOLLOW_UP)).toEqual({
      ...{ id: FOLLOW_UP, kind: 'art33-4', owedBy: 'acme', recipient: 'de-nw', status: 'owed' },
      clocks: [{ clock: 1, basis: 'precautionary', startsAt: hour(1), setAt: hour(1) }],
    });
  });
  it('to the persons opens none, for Art. 33(4) speaks of the authority; but nobody is done before all are told', () => {
    const some = notice({ duty: PERSONS, missing: 'Zwei Anschriften' });
    const record = givenDone(report).when(some).thenHappens('NoticeRecorded');
    expect(dutyOf(record, PERSONS).end).toBeUndefined();
    const rest = notice({ duty: PERSONS, at: hour(5), sentAt: hour(5) });
    expect(dutyOf(givenDone(report, some).when(rest).thenHappens('NoticeRecorded'), PERSONS).end).toMatchObject({
      how: 'notice',
    });
  });
  it('to a controller we process for leaves that duty open as well', () => {
    const half = notice({ duty: CONTROLLER, missing: 'Welche Systeme' });
    expect(dutyOf(givenDone(report, forKita).when(half).thenHappens('NoticeRecorded'), CONTROLLER).end).toBeUndefined();
  });
  it('is recorded once when it comes twice', () => givenDone(report).when(incomplete).thenOnlyOnce());
  it('under telecommunication law what follows has three days from the sending (Art. 2(3) Reg. 611/2013)', () => {
    const provider = {
      id: 'acme',
      country: 'DE',
      land: 'NW',
      sector: 'private',
      authority: 'de-nw',
      profile: 'telecom',
    } as const;
    const by = { ...setting, controllers: [provider] };
    const first = notice({ duty: 'art33-1:acme:de-bnetza', sentAt: hour(2), at: hour(3), missing: 'Zahl der Betroffenen' });
    const record = givenDoneUnder(by, report).when(first).thenHappens('NoticeRecorded', 'FollowUpOpened');
    expect(clockInForce(dutyOf(record, 'art33-4:acme:de-bnetza'))).toMatchObject({ startsAt: hour(2), dueBy: hour(74) });
  });

  it('is completed by the follow-up', () => {
    const record = givenDone(report, incomplete).when(supplement).thenHappens('NoticeRecorded');
    expect(dutyOf(record, FOLLOW_UP).end).toEqual({ how: 'notice', at: hour(30), sentAt: hour(30) });
  });
  it('is not completed by a follow-up that lacks something itself', () => {
    const record = givenDone(report, incomplete)
      .when({ ...supplement, missing: 'Ursache' })
      .thenHappens('NoticeRecorded');
    expect(dutyOf(record, FOLLOW_UP).end).toBeUndefined();
  });
  it('takes further supplements after it is complete', () => {
    const later = { ...supplement, at: hour(50), sentAt: hour(50), reference: '4711-2' };
    const record = givenDone(report, incomplete, supplement).when(later).thenHappens('NoticeRecorded');
    expect(record.notices).toHaveLength(3);
    expect(dutyOf(record, FOLLOW_UP).end).toMatchObject({ sentAt: hour(30) });
    givenDone(report, incomplete, supplement).when(later).thenOnlyOnce();
  });
  it('is incomplete again when a later supplement says so', () => {
    const later = { ...supplement, at: hour(50), sentAt: hour(50), missing: 'Neue Funde' };
    const record = givenDone(report, incomplete, supplement).when(later).thenHappens('NoticeRecorded', 'FollowUpOpened');
    expect(dutyOf(record, FOLLOW_UP).end).toBeUndefined();
    expect(dutyOf(record, FOLLOW_UP).clocks.map(({ clock, startsAt }) => [clock, startsAt])).toEqual([
      [1, hour(1)],
      [2, hour(50)],
    ]);
  });
  it('keeps its follow-up when the case is assessed anew', () => {
    const record = givenDone(report, incomplete, ...everydayMistake).record;
    expect(dutyOf(record, FOLLOW_UP)).toMatchObject({ status: 'owed' });
  });
});

describe('the record (Art. 33(5))', () => {
  it('is complete with facts, effects and remedial action', () => {
    const record = givenDone(report).when(documented).thenHappens('RecordCompleted');
    expect(dutyOf(record, RECORD).end).toEqual({ how: 'record', at: hour(1) });
    const texts = { facts: 'Irrläufer', effects: 'Keine', remedialAction: 'Verteiler berichtigt' };
    expect(record.records).toEqual([{ duty: RECORD, ...texts, at: hour(1) }]);
  });
  it.each(['facts', 'effects', 'remedialAction'] as const)('is refused without %s', (part) => {
    givenDone(report)
      .when({ ...documented, [part]: ' ' })
      .thenRefused('recordIncomplete');
  });
  it('is that of a duty there is, and of no other kind', () => {
    givenDone(report)
      .when({ ...documented, duty: 'art33-5:kita:register' } as LooseCommand)
      .thenRefused('noSuchDuty');
    givenDone(report)
      .when({ ...documented, duty: AUTHORITY } as LooseCommand)
      .thenRefused('notDischargedThisWay');
  });
  it('is refused where the duty never applied', () =>
    givenDone(report, { ...forKita, dataSet: 'main' })
      .when(documented)
      .thenRefused('dutyAlreadyEnded'));
  it('may be completed anew while the case is open, and stays complete', () => {
    const record = givenDone(report, documented)
      .when({ ...documented, effects: 'Zwei Beschwerden', at: hour(9) } as LooseCommand)
      .thenHappens('RecordCompleted');
    expect(record.records).toEqual([expect.objectContaining({ effects: 'Zwei Beschwerden', at: hour(9) })]);
    expect(dutyOf(record, RECORD).end).toEqual({ how: 'record', at: hour(1) });
  });
  it('stays quiet when it comes twice', () => givenDone(report).when(documented).thenOnlyOnce());

  describe('of several controllers', () => {
    const second = 'art33-5:kita:register';
    const shared: LooseCommand = {
      ...{ type: 'RecordDataSet', dataSet: 'main', label: '', controller: 'acme', role: 'controller', jointWith: ['kita'] },
    };
    const ofKita = { ...documented, duty: second, facts: 'Sicht der Kita', at: hour(2) } as LooseCommand;

    it('is kept for each of them, and none replaces another', () => {
      const { record } = givenDone(report, shared, documented, ofKita);
      expect(record.records.map(({ duty, facts }) => [duty, facts])).toEqual([
        [RECORD, 'Irrläufer'],
        [second, 'Sicht der Kita'],
      ]);
    });
    it('is owed by each: the case stays open until the last one is complete', () => {
      const { record } = givenDone(report, shared, documented);
      expect(openDuties(record).map(({ id }) => id)).toContain(second);
      expect(openDuties(givenDone(report, shared, documented, ofKita).record).map(({ id }) => id)).not.toContain(second);
    });
    it('stays quiet when the first comes again after the second', () =>
      givenDone(report, shared, documented, ofKita).when(documented).thenNothing());
  });
});
