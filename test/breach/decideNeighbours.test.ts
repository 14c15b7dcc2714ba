import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import type { CaseSetting } from '../../src/breach/commands.ts';
import { isConfirmed } from '../../src/breach/confirmation.ts';
import { clockInForce, isNeighbouring, openDuties } from '../../src/breach/duties.ts';
import { fold } from '../../src/breach/evolve.ts';
import { instant } from '../../src/rules/instant.ts';
import {
  AUTHORITY,
  declined,
  documented,
  dutyOf,
  everydayMistake,
  givenDone,
  givenDoneUnder,
  hour,
  otherCase,
  otherNumber,
  report,
  reporter,
  setting,
  type LooseCommand,
} from '../support/given.ts';

const NIS2 = { id: 'nis2', regime: 'nis2', country: 'DE' } as const;
const DORA = { id: 'dora', regime: 'dora', country: 'DE' } as const;
const HOSTER = { id: 'contract.hoster', regime: 'contract', hours: 48, name: 'Hoster GmbH' } as const;

const berlin = { ...setting, timeZone: 'Europe/Berlin' };
const withNis2: CaseSetting = { ...berlin, neighbours: [NIS2] };
const withDora: CaseSetting = { ...berlin, neighbours: [DORA] };

const QUESTION = 'neighbour-question:acme:nis2';
const WARNING = 'neighbour:acme:nis2/warning/nis2-office';
const NOTIFICATION = 'neighbour:acme:nis2/notification/nis2-office';
const FINAL = 'neighbour:acme:nis2/final/nis2-office';
const stage = (name: string) => `neighbour:acme:dora/${name}/financial-supervisor`;

const applies = (startsAt = hour(0), more: Partial<LooseCommand> = {}): LooseCommand =>
  ({
    ...{ type: 'AnswerNeighbour', neighbour: 'nis2', answer: { kind: 'applies', startsAt }, reasons: '', decidedBy: '' },
    ...more,
  }) as LooseCommand;
const notApplicable: LooseCommand = {
  ...{ type: 'AnswerNeighbour', neighbour: 'nis2', answer: { kind: 'not-applicable' } },
  ...{ reasons: 'Kein Betrieb gestört', decidedBy: 'Leitung IT' },
};
const notKnown: LooseCommand = { ...notApplicable, answer: { kind: 'unknown' }, reasons: '', decidedBy: '' };
const sent = (duty: string, sentAt: ReturnType<typeof hour>, more: object = {}): LooseCommand => ({
  ...{ type: 'RecordNotice', at: sentAt, duty, sentAt, to: 'Meldestelle', means: 'Portal', reference: '', missing: '' },
  reasonsForDelay: '',
  ...more,
});

const open = (record: CaseRecord): readonly string[] =>
  openDuties(record)
    .map(({ id }) => id)
    .filter((id) => id.startsWith('neighbour'));
const dueBy = (record: CaseRecord, id: string) => clockInForce(dutyOf(record, id)).dueBy;

describe('which regimes a case asks about', () => {
  it('none, where the configuration names none', () => {
    expect(givenDone(report).record.neighbours).toEqual([]);
    expect(open(givenDone(report).record)).toEqual([]);
  });

  it('each that is configured, once, in the write of the report', () => {
    const asked = givenDoneUnder({ ...berlin, neighbours: [NIS2, HOSTER] }, report);
    expect(open(asked.record)).toEqual([QUESTION, 'neighbour-question:acme:contract.hoster']);
    expect(dueBy(asked.record, QUESTION)).toBeUndefined();
    expect(asked.record.neighbours[1]).toMatchObject({ neighbour: HOSTER, zone: 'Europe/Berlin', askedAt: hour(0) });
    expect(open(asked.and().record)).toHaveLength(2);
  });

  it('one that was configured later as soon as the case is assessed again, and no other a second time', () => {
    const later = givenDoneUnder(withNis2, report).under({ ...berlin, neighbours: [NIS2, DORA] });
    const record = later.when({ type: 'Assess' }).thenHappens('NeighbourAsked');
    expect(open(record)).toEqual([QUESTION, 'neighbour-question:acme:dora']);
  });

  it('one that left the configuration goes on being asked', () => {
    const later = givenDoneUnder(withNis2, report).under(berlin);
    later.when({ type: 'Assess' }).thenNothing();
    expect(open(later.record)).toEqual([QUESTION]);
  });

  it('one that is not in force yet not at all', () => {
    const early: CaseSetting = { ...berlin, neighbours: [{ id: 'ai-act', regime: 'ai-act' }] };
    expect(givenDoneUnder(early, report).record.neighbours).toEqual([]);
  });

  it('an older log knows of none and still reads', () => {
    const state = fold([{ ...report, type: 'BreachReported' } as never]);
    expect(state.status === 'none' ? undefined : state.neighbours).toEqual([]);
  });
});

describe('answering whether a regime applies', () => {
  const asked = givenDoneUnder(withNis2, report);

  it('„applies“ ends the question and opens every report that runs from that moment', () => {
    const record = asked.when(applies(hour(0))).thenHappens('NeighbourAnswered', 'NeighbourStageOpened', 'NeighbourStageOpened');
    expect(open(record)).toEqual([WARNING, NOTIFICATION]);
    expect([dueBy(record, WARNING), dueBy(record, NOTIFICATION)]).toEqual([hour(24), hour(72)]);
    expect(dutyOf(record, QUESTION).end).toEqual({ how: 'answered', at: hour(1) });
    expect(dutyOf(record, WARNING)).toMatchObject({ status: 'owed', clocks: [{ basis: 'event', startsAt: hour(0) }] });
  });

  it('„does not apply“ ends the question with its reasons', () => {
    const record = asked.when(notApplicable).thenHappens('NeighbourAnswered');
    expect(open(record)).toEqual([]);
    expect(record.neighbours[0]?.answered).toMatchObject({ reasons: 'Kein Betrieb gestört', decidedBy: 'Leitung IT' });
  });

  it('„not known yet“ is kept and ends nothing', () => {
    const record = asked.when(notKnown).thenHappens('NeighbourAnswered');
    expect(open(record)).toEqual([QUESTION]);
  });

  it('is recorded once', () => {
    asked.when(applies()).thenOnlyOnce();
    asked.when(notApplicable).thenOnlyOnce();
    asked.when(notKnown).thenOnlyOnce();
  });

  it.each([
    ['a regime it was not asked about', { ...notApplicable, neighbour: 'dora' }, 'noSuchNeighbour'],
    ['„does not apply“ without reasons', { ...notApplicable, reasons: ' ' }, 'reasonsMissing'],
    ['„does not apply“ without who decided', { ...notApplicable, decidedBy: '' }, 'deciderMissing'],
    ['a start that lies ahead', applies(hour(2)), 'momentInFuture'],
  ] as const)('refuses %s', (_what, command, refused) => {
    asked.when(command).thenRefused(refused);
  });

  it('can be corrected: what applied after all opens its reports, what did not after all ends them', () => {
    const declinedFirst = givenDoneUnder(withNis2, report, notApplicable, applies());
    expect(open(declinedFirst.record)).toEqual([WARNING, NOTIFICATION]);
    const record = givenDoneUnder(withNis2, report, applies(), notApplicable).record;
    expect(open(record)).toEqual([]);
    expect(dutyOf(record, WARNING).end).toEqual({ how: 'answered', at: hour(1) });
    expect(open(givenDoneUnder(withNis2, report, applies(), notApplicable, applies(hour(0.5))).record)).toEqual([
      WARNING,
      NOTIFICATION,
    ]);
  });

  it('never falls back to „not known“ once reports are open', () => {
    givenDoneUnder(withNis2, report, applies()).when(notKnown).thenRefused('unknownAnswer');
  });

  it('a later start needs reasons, and the earlier last moment stays visible', () => {
    const answered = givenDoneUnder(withNis2, report, applies(hour(0)));
    answered.when(applies(hour(0.5))).thenRefused('reasonsMissing');
    const later = { ...applies(hour(0.5)), reasons: 'Erst dann war es erheblich' } as LooseCommand;
    const record = answered.when(later).thenHappens('NeighbourAnswered', 'NeighbourStageOpened', 'NeighbourStageOpened');
    expect(dueBy(record, WARNING)).toBe(hour(24.5));
    expect(dutyOf(record, WARNING).earliestDueBy).toBe(hour(24));
  });
});

describe('the reports of NIS2, one after another', () => {
  const running = givenDoneUnder(withNis2, report, applies(hour(0)));

  it('a recorded warning ends the warning alone; the 72 hours go on as they were', () => {
    const record = running.when(sent(WARNING, hour(20))).thenHappens('NoticeRecorded');
    expect(open(record)).toEqual([NOTIFICATION]);
    expect(dueBy(record, NOTIFICATION)).toBe(hour(72));
  });

  it('the final report is owed once the notification was sent, a month from its sending', () => {
    const record = givenDoneUnder(withNis2, report, applies(hour(0)), sent(WARNING, hour(20)))
      .when(sent(NOTIFICATION, hour(60)))
      .thenHappens('NoticeRecorded', 'NeighbourStageOpened');
    expect(open(record)).toEqual([FINAL]);
    expect(clockInForce(dutyOf(record, FINAL)).startsAt).toBe(hour(60));
    expect(dueBy(record, FINAL)).toBe(instant('2026-12-25T22:00:00+01:00'));
  });

  it('a progress report leaves the final one owed, a month from there', () => {
    const ongoing = sent(FINAL, hour(700), { missing: 'Der Vorfall dauert an' });
    const record = givenDoneUnder(withNis2, report, applies(hour(0)), sent(WARNING, hour(20)), sent(NOTIFICATION, hour(60)))
      .when(ongoing)
      .thenHappens('NoticeRecorded', 'NeighbourStageOpened');
    expect(open(record)).toEqual([FINAL]);
    expect(clockInForce(dutyOf(record, FINAL))).toMatchObject({ clock: 2, startsAt: hour(700) });
  });

  it('the last one ends it all', () => {
    const record = givenDoneUnder(
      withNis2,
      ...[report, applies(hour(0)), sent(WARNING, hour(20)), sent(NOTIFICATION, hour(60)), sent(FINAL, hour(700))],
    ).record;
    expect(open(record)).toEqual([]);
  });

  it('late, it needs reasons of its own', () => {
    running.when(sent(WARNING, hour(25))).thenRefused('reasonsForLateReportMissing');
    const record = running.when(sent(WARNING, hour(25), { reasonsForDelay: 'Portal gestört' })).thenHappens('NoticeRecorded');
    expect(record.notices[0]?.late).toBe(true);
  });

  it('can be decided not to be sent, with reasons, and stays decided when the next one is sent', () => {
    const declinedWarning: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'w', reasons: 'Die Meldung ging schon', decidedBy: 'Leitung', dpoAdvice: '' },
      decision: { kind: 'not-notifying', duties: [WARNING], againstAssessment: false },
    };
    const decided = givenDoneUnder(withNis2, report, applies(hour(0)), declinedWarning);
    expect(open(decided.record)).toEqual([NOTIFICATION]);
    expect(open(decided.when(sent(NOTIFICATION, hour(50))).thenHappens('NoticeRecorded', 'NeighbourStageOpened'))).toEqual([
      FINAL,
    ]);
  });

  it('the question itself takes neither a notice nor a decision', () => {
    const asked = givenDoneUnder(withNis2, report);
    asked.when(sent(QUESTION, hour(2))).thenRefused('notDischargedThisWay');
    asked
      .when({
        ...{ type: 'RecordDecision', decisionId: 'q', reasons: 'Nein', decidedBy: 'Leitung', dpoAdvice: '' },
        decision: { kind: 'not-notifying', duties: [QUESTION], againstAssessment: true },
      })
      .thenRefused('notDischargedThisWay');
  });
});

describe('DORA', () => {
  const classified = applies(hour(1), { neighbour: 'dora' });
  const initial = sent(stage('notification'), hour(3));

  it('counts from classification and from awareness, whichever ends first', () => {
    const record = givenDoneUnder(withDora, report, classified).record;
    expect(open(record)).toEqual([stage('notification')]);
    expect(dueBy(record, stage('notification'))).toBe(hour(5));
    const late = applies(hour(22), { neighbour: 'dora', at: hour(22) });
    // Noticed an hour before the report: 24 hours after that is the 23rd.
    expect(dueBy(givenDoneUnder(withDora, report, late).record, stage('notification'))).toBe(hour(23));
  });

  it('an updated intermediate report moves the final one', () => {
    const first = givenDoneUnder(withDora, report, classified, initial, sent(stage('intermediate'), hour(50)));
    expect(clockInForce(dutyOf(first.record, stage('final'))).startsAt).toBe(hour(50));
    const record = first.when(sent(stage('intermediate'), hour(90))).thenHappens('NoticeRecorded', 'NeighbourStageOpened');
    expect(clockInForce(dutyOf(record, stage('final'))).startsAt).toBe(hour(90));
    expect(open(record)).toEqual([stage('final')]);
  });

  it('an initial notification is not sent twice', () => {
    givenDoneUnder(withDora, report, classified, initial)
      .when(sent(stage('notification'), hour(4)))
      .thenRefused('dutyAlreadyEnded');
  });
});

describe('the end of a case', () => {
  const handled = [report, ...everydayMistake, declined, documented];
  const close: LooseCommand = { type: 'CloseCase', note: '' };

  it('is refused while a question is open, and while a report is', () => {
    givenDoneUnder(withNis2, ...handled)
      .when(close)
      .thenRefused('dutiesOpen', QUESTION);
    givenDoneUnder(withNis2, ...handled, notKnown)
      .when(close)
      .thenRefused('dutiesOpen', QUESTION);
    givenDoneUnder(withNis2, ...handled, applies())
      .when(close)
      .thenRefused('dutiesOpen', WARNING, NOTIFICATION);
    givenDoneUnder(withNis2, ...handled, notApplicable)
      .when(close)
      .thenHappens('CaseClosed');
  });

  it('„no personal data breach“ ends the duties of the GDPR and nothing of its neighbours', () => {
    const noBreach: LooseCommand = {
      ...{
        type: 'RecordDecision',
        decisionId: 'n',
        decision: { kind: 'no-breach', againstAssessment: false },
        reasons: 'Nur Anlagen betroffen',
      },
      ...{ decidedBy: 'Frau Chef', dpoAdvice: '' },
    };
    const record = givenDoneUnder(withNis2, report, applies(), noBreach).record;
    expect(dutyOf(record, AUTHORITY).end?.how).toBe('decision');
    expect(openDuties(record).map(({ id }) => id)).toEqual([WARNING, NOTIFICATION]);
  });

  it('new facts of the breach leave the neighbours as they are', () => {
    const record = givenDoneUnder(withNis2, report, applies(), ...everydayMistake).record;
    expect(open(record)).toEqual([WARNING, NOTIFICATION]);
    expect(clockInForce(dutyOf(record, WARNING)).clock).toBe(1);
  });

  it('a report owed beside the GDPR does not make „no breach“ contradict the assessment', () => {
    const noBreach = (againstAssessment: boolean): LooseCommand => ({
      ...{ type: 'RecordDecision', decisionId: 'n', decision: { kind: 'no-breach', againstAssessment } },
      ...{ reasons: 'Nur Anlagen betroffen', decidedBy: 'Frau Chef', dpoAdvice: '' },
    });
    const record = givenDoneUnder(withNis2, report, applies(), noBreach(true)).record;
    expect(record.decisions[0]?.decision).toEqual({ kind: 'no-breach', againstAssessment: false });
  });

  it('the decider of another controller is enough where „no breach“ ends nothing of our own', () => {
    const neighbouring = givenDoneUnder(withNis2, report, applies()).record;
    const theirs = {
      ...neighbouring,
      duties: neighbouring.duties.map((duty) => (isNeighbouring(duty.kind) ? duty : { ...duty, owedBy: 'kita' })),
    };
    const setting = { ...withNis2, deciders: [], decidersOf: { kita: reporter } };
    expect(isConfirmed([reporter], { kind: 'no-breach', againstAssessment: false }, theirs, setting)).toBe(true);
  });

  it('a report sent while something is still missing is sent all the same', () => {
    const record = givenDoneUnder(withNis2, report, applies(), sent(WARNING, hour(2), { missing: 'Ursache' })).record;
    expect(dutyOf(record, WARNING).end?.how).toBe('notice');
  });

  it('a duplicate brings along the question of a regime that nobody configures any more, once', () => {
    const takenIn: LooseCommand = {
      ...{ type: 'TakeInDuplicate', duplicate: otherCase, duplicateNumber: otherNumber, earliestNamed: hour(0) },
      ...{ incident: {}, dataSets: [], texts: [], questions: [], neighbours: withNis2.neighbours ?? [] },
    };
    const record = givenDone(report).when(takenIn).thenHappens('DuplicateJoined', 'NeighbourAsked');
    expect(open(record)).toEqual([QUESTION]);
    givenDoneUnder(withNis2, report, notApplicable).when(takenIn).thenHappens('DuplicateJoined');
  });

  it('a case in which a regime was answered goes on in no other', () => {
    const join: LooseCommand = { type: 'JoinInto', main: otherCase, mainNumber: otherNumber };
    givenDoneUnder(withNis2, report, applies()).when(join).thenRefused('duplicateHandled');
    givenDoneUnder(withNis2, report).when(join).thenHappens('JoinedInto');
  });
});

describe('a duplicate that names an earlier moment', () => {
  const joins = (earliest: number, at = hour(2)): LooseCommand => ({
    ...{ type: 'TakeInDuplicate', at, duplicate: otherCase, duplicateNumber: otherNumber, earliestNamed: hour(earliest) },
    ...{ incident: {}, dataSets: [], texts: [], questions: [], neighbours: [] },
  });
  const dora = (startsAt = hour(0)): LooseCommand => ({ ...applies(startsAt), neighbour: 'dora' }) as LooseCommand;
  const clocks = (record: CaseRecord, id: string) => dutyOf(record, id).clocks.map(({ startsAt, dueBy }) => [startsAt, dueBy]);

  it('moves what runs from knowledge; the old end stays on record', () => {
    const record = givenDoneUnder(withNis2, report, applies(hour(1)))
      .when(joins(-10))
      .thenHappens('DuplicateJoined', 'AssessmentRecorded', 'NeighbourStageOpened', 'NeighbourStageOpened');
    expect(clocks(record, WARNING)).toEqual([
      [hour(1), hour(25)],
      [hour(-10), hour(14)],
    ]);
    expect(dueBy(record, NOTIFICATION)).toBe(hour(62));
  });

  it('moves the 24 hours of DORA that run from knowledge, and never the 4 from the classification', () => {
    const late = givenDoneUnder(withDora, report, dora(hour(1))).when(joins(-22));
    const record = late.thenHappens('DuplicateJoined', 'AssessmentRecorded', 'NeighbourStageOpened');
    expect(clocks(record, stage('notification'))).toEqual([
      [hour(1), hour(5)],
      [hour(1), hour(2)],
    ]);
  });

  it('never moves an end back: where the 24 hours of DORA would fall away, the earlier end stays', () => {
    // Noticed an hour before the report and classified at the 21st hour: due at the 23rd, 24 hours after it was noticed.
    const classified = { ...dora(hour(21)), at: hour(21) } as LooseCommand;
    const given = givenDoneUnder(withDora, report, classified);
    expect(dueBy(given.record, stage('notification'))).toBe(hour(23));
    const record = given.when(joins(-10, hour(22))).thenHappens('DuplicateJoined', 'AssessmentRecorded');
    expect(dueBy(record, stage('notification'))).toBe(hour(23));
  });

  it('moves nothing where it is later, where nobody answered yet, and where the report was sent', () => {
    givenDoneUnder(withNis2, report, applies(hour(0)))
      .when(joins(1))
      .thenHappens('DuplicateJoined');
    const notAnswered = givenDoneUnder(withNis2, report).when(joins(-10)).thenHappens('DuplicateJoined', 'AssessmentRecorded');
    expect(open(notAnswered)).toEqual([QUESTION]);
    const told = givenDoneUnder(withNis2, report, applies(hour(0)), sent(WARNING, hour(1)), sent(NOTIFICATION, hour(1)));
    expect(dueBy(told.record, FINAL)).toBeDefined();
    const after = told.when(joins(-10)).thenHappens('DuplicateJoined', 'AssessmentRecorded');
    expect(clocks(after, FINAL)).toEqual(clocks(told.record, FINAL));
  });

  it('and whoever insists on the later moment says why', () => {
    const moved = givenDoneUnder(withNis2, report, applies(hour(1)), joins(-10));
    const insists = { at: hour(3) } as const;
    moved.when(applies(hour(1), insists)).thenRefused('reasonsMissing');
    const record = moved
      .when(applies(hour(1), { ...insists, reasons: 'Erst da war die Störung erheblich' }))
      .thenHappens('NeighbourAnswered', 'NeighbourStageOpened', 'NeighbourStageOpened');
    expect(dueBy(record, WARNING)).toBe(hour(25));
    expect(dutyOf(record, WARNING).earliestDueBy).toBe(hour(14));
  });
});

describe('a regime with several periods, the AI Act', () => {
  const year2028 = (hours: number) => instant(new Date(Date.UTC(2028, 0, 10, 9) + hours * 3_600_000).toISOString());
  const under: CaseSetting = { ...berlin, neighbours: [{ id: 'ai-act', regime: 'ai-act' }] };
  const reported = { ...report, at: year2028(0), noticedAt: year2028(-1) };
  const incident = (
    variant?: string,
    more: { readonly reasons?: string; readonly at?: ReturnType<typeof hour> } = {},
  ): LooseCommand => ({
    ...{ type: 'AnswerNeighbour', at: year2028(1), neighbour: 'ai-act', reasons: '', decidedBy: '' },
    answer: { kind: 'applies', startsAt: year2028(0), ...(variant === undefined ? {} : { variant }) },
    ...more,
  });
  const REPORT = 'neighbour:acme:ai-act/notification/market-surveillance';
  const opened = givenDoneUnder(under, reported);

  it.each([
    [undefined, 2],
    ['widespread', 2],
    ['death', 10],
    ['other', 15],
  ] as const)('answered %s is due within %i days', (variant, days) => {
    const record = opened.when(incident(variant)).thenHappens('NeighbourAnswered', 'NeighbourStageOpened');
    expect(dueBy(record, REPORT)).toBe(year2028(days * 24));
  });

  it('gets more time only with reasons, and the shorter end stays on record', () => {
    const unknown = givenDoneUnder(under, reported, incident());
    unknown.when(incident('other')).thenRefused('reasonsMissing');
    const record = unknown
      .when(incident('other', { reasons: 'Sachschaden, sonst nichts' }))
      .thenHappens('NeighbourAnswered', 'NeighbourStageOpened');
    expect(dueBy(record, REPORT)).toBe(year2028(15 * 24));
    expect(dutyOf(record, REPORT).earliestDueBy).toBe(year2028(2 * 24));
  });

  it('gets less time without a word: somebody died after all', () => {
    const record = givenDoneUnder(under, reported, incident('other'))
      .when(incident('death'))
      .thenHappens('NeighbourAnswered', 'NeighbourStageOpened');
    expect(dueBy(record, REPORT)).toBe(year2028(10 * 24));
  });

  it('takes no other word for it, and no regime without periods takes one at all', () => {
    opened.when(incident('grave')).thenRefused('unknownAnswer');
    const answer = { kind: 'applies', startsAt: hour(0), variant: 'other' } as const;
    givenDoneUnder(withNis2, report)
      .when({ ...applies(), answer } as LooseCommand)
      .thenRefused('unknownAnswer');
  });

  it('stays quiet when the same is said again', () => opened.when(incident('death')).thenOnlyOnce());
});

describe('a regime of another controller', () => {
  const ofKita = { id: 'nis2.kita', regime: 'nis2', controller: 'kita', name: 'Kita', country: 'DE' } as const;
  const by: CaseSetting = { ...berlin, neighbours: [NIS2, ofKita] };
  const kitaData: LooseCommand = {
    ...{ type: 'RecordDataSet', dataSet: 'kita', label: '', controller: 'kita', role: 'processor', reasons: 'Vertrag' },
  };
  const ASKED = 'neighbour-question:kita:nis2.kita';

  it('is asked about once some of its data are part of the case, and owed by that controller', () => {
    expect(open(givenDoneUnder(by, report).record)).toEqual([QUESTION]);
    expect(open(givenDoneUnder(by, report, kitaData).record)).toEqual([QUESTION, ASKED]);
  });

  it('runs beside our own, each with a clock of its own', () => {
    const theirs = applies(hour(0), { neighbour: 'nis2.kita' });
    const { record } = givenDoneUnder(by, report, kitaData, theirs);
    expect(open(record)).toEqual([
      QUESTION,
      'neighbour:kita:nis2.kita/warning/nis2-office',
      'neighbour:kita:nis2.kita/notification/nis2-office',
    ]);
  });

  it('is said by the profile of that controller, not by ours', () => {
    const inGb = { ...ofKita, id: 'uk-gdpr.kita', regime: 'uk-gdpr' } as const;
    const kita = { id: 'kita', country: 'GB', sector: 'private', authority: 'uk-ico' } as const;
    const british: CaseSetting = { ...berlin, controllers: [setting.controllers[0]!, kita], neighbours: [inGb] };
    expect(open(givenDoneUnder(british, report, { ...kitaData, role: 'controller' }).record)).toEqual([]);
  });
});
