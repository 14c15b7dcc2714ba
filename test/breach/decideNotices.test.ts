import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreachCase } from '../../src/breach/breachCase.ts';
import { decide } from '../../src/breach/decide.ts';
import { openDuties, openMeasures } from '../../src/breach/duties.ts';
import { evolve } from '../../src/breach/evolve.ts';
import { isNoticeAnswer, NOTICE_FIELD_NAMES, NOTICE_FIELDS } from '../../src/breach/noticeFields.ts';
import {
  AUTHORITY,
  command,
  dutyOf,
  FOLLOW_UP,
  givenDone,
  hour,
  officer,
  PERSONS,
  report,
  setting,
  type LooseCommand,
} from '../support/given.ts';

type Loose<T extends LooseCommand['type']> = Extract<LooseCommand, { type: T }>;

const field = (more: Partial<Loose<'AnswerNoticeField'>> = {}): LooseCommand => ({
  ...{ type: 'AnswerNoticeField', field: 'incidentDescription', answer: 'said', value: ' Rundmail mit offenem Verteiler ' },
  ...more,
});
const task = { text: 'Was zeigen die Protokolle?', owner: 'IT', dueBy: hour(48) };
const open = (more: Partial<Loose<'AnswerNoticeField'>> = {}): LooseCommand =>
  field({ field: 'logs', answer: 'to-be-determined', value: '', task, ...more });
const sent = (more: Partial<Loose<'RecordNotice'>> = {}): LooseCommand => ({
  ...{ type: 'RecordNotice', duty: AUTHORITY, sentAt: hour(1), to: 'LDI NRW', means: 'Formular', reference: '4711', missing: '' },
  ...{ reasonsForDelay: '', notice: 'first', proof: 'file-number' },
  ...more,
});
const group = (more: Partial<Loose<'CountGroup'>> = {}): LooseCommand => ({
  ...{ type: 'CountGroup', group: 'customers', kind: 'approximate', count: '120', detail: 'Abonnenten' },
  ...more,
});

describe('a field of the notice', () => {
  it('is said, and kept with who said it and when', () => {
    const after = givenDone(report).when(field()).thenHappens('NoticeFieldAnswered');
    expect(after.noticeFields.incidentDescription).toEqual({
      ...{ answer: 'said', value: 'Rundmail mit offenem Verteiler', at: hour(1), by: officer },
    });
  });
  it('is said anew when somebody knows better, and moves no duty', () => {
    const before = givenDone(report, field());
    const after = before.when(field({ value: 'Anders' })).thenHappens('NoticeFieldAnswered');
    expect(after.duties).toEqual(before.record.duties);
    expect(after.noticeFields.incidentDescription?.value).toBe('Anders');
  });
  it.each([
    ['a field nobody knows', field({ field: 'toString' })],
    ['an empty text', field({ value: '  ' })],
    ['a choice that is none', field({ field: 'discoveryHow', value: 'dream' })],
    ['one wrong among several choices', field({ field: 'dataCategories', value: 'health,toString' })],
    ['a number with words', field({ field: 'recordsNumber', value: '12 oder 13' })],
    ['a moment without its zone', field({ field: 'timeStart', value: '2026-11-23T10:00' })],
  ])('refuses %s', (_what, command) => givenDone(report).when(command).thenRefused('unknownAnswer'));
  it('stays quiet when it is said again', () => givenDone(report, field()).when(field()).thenNothing());
  it('knows for every field an answer it takes', () => {
    const sample = { text: 'Text', number: '12', moment: '2026-11-23T10:00:00.000Z' };
    for (const name of NOTICE_FIELD_NAMES) {
      const shape = NOTICE_FIELDS[name];
      const value = 'values' in shape ? shape.values[0] : sample[shape.input];
      expect([name, isNoticeAnswer(name, value)]).toEqual([name, true]);
    }
  });
});

describe('a field that has to be found out', () => {
  it('has an owner and a date, and is a task until then', () => {
    const after = givenDone(report).when(open()).thenHappens('NoticeFieldAnswered', 'MeasurePlanned');
    expect(openMeasures(after)).toMatchObject([{ text: 'Was zeigen die Protokolle?', owner: 'IT', dueBy: hour(48) }]);
  });
  it('is done once it is answered', () => {
    const after = givenDone(report, open())
      .when(field({ field: 'logs', value: 'Vollständig, gesichert durch die IT' }))
      .thenHappens('NoticeFieldAnswered', 'MeasureFinished');
    expect(openMeasures(after)).toEqual([]);
  });
  it('may be open without a task, and can be open a second time', () => {
    givenDone(report)
      .when(field({ answer: 'to-be-determined', value: '' }))
      .thenHappens('NoticeFieldAnswered');
    const twice = givenDone(report, open(), field({ field: 'logs', value: 'Vollständig' }), open({ at: hour(2) }));
    expect(openMeasures(twice.record)).toHaveLength(1);
  });
  it('needs somebody and a date that lies ahead', () => {
    givenDone(report)
      .when(open({ task: { ...task, owner: ' ' } }))
      .thenRefused('ownerMissing');
    givenDone(report)
      .when(open({ task: { ...task, dueBy: hour(1) } }))
      .thenRefused('dueInThePast');
    givenDone(report)
      .when(open({ task: { ...task, text: '' } }))
      .thenRefused('textMissing');
  });
  it('stays quiet when it is said again', () => givenDone(report).when(open()).thenOnlyOnce());
});

describe('a page of fields', () => {
  const answers = [
    { field: 'dataDetail', answer: 'said', value: 'Namen' },
    { field: 'logs', answer: 'to-be-determined', value: '', task },
  ] as const;
  const page = (of: Loose<'AnswerNoticeFields'>['answers'] = answers): LooseCommand => ({
    type: 'AnswerNoticeFields',
    answers: of,
  });

  it('is recorded in one breath, and only what is new of it', () => {
    givenDone(report).when(page()).thenHappens('NoticeFieldAnswered', 'NoticeFieldAnswered', 'MeasurePlanned');
    givenDone(report, field({ field: 'dataDetail', value: 'Namen' }))
      .when(page())
      .thenHappens('NoticeFieldAnswered', 'MeasurePlanned');
  });
  it('is refused as a whole where one of it cannot be recorded, or one field comes twice', () => {
    const [said] = answers;
    givenDone(report)
      .when(page([said, { field: 'discoveryHow', answer: 'said', value: 'dream' }]))
      .thenRefused('unknownAnswer');
    givenDone(report)
      .when(page([said, { ...said, value: 'Anschriften' }]))
      .thenRefused('unknownAnswer');
  });
  it('stays quiet when it is said again, and when it says nothing', () => {
    givenDone(report).when(page()).thenOnlyOnce();
    givenDone(report).when(page([])).thenNothing();
  });
});

describe('the number of a group of persons', () => {
  it('is kept by group, the last word counts', () => {
    const after = givenDone(report, group(), group({ group: 'employees', kind: 'exact', count: '3' }))
      .when(group({ kind: 'exact', count: '118' }))
      .thenHappens('GroupCounted');
    expect(after.groups.map(({ group: name, count }) => [name, count])).toEqual([
      ['employees', '3'],
      ['customers', '118'],
    ]);
  });
  it('goes away where the group turned out to have no part in it', () => {
    const after = givenDone(report, group())
      .when(group({ kind: 'not-concerned', count: '' }))
      .thenHappens('GroupCounted');
    expect(after.groups).toEqual([]);
  });
  it('needs a number where it claims one, and none where it does not', () => {
    for (const wrong of [group({ count: '' }), group({ count: 'viele' }), group({ kind: 'to-be-determined' })])
      givenDone(report).when(wrong).thenRefused('numberMissing');
    givenDone(report)
      .when(group({ group: '__proto__' }))
      .thenRefused('unknownAnswer');
  });
  it('stays quiet when it is said again', () => givenDone(report).when(group()).thenOnlyOnce());
});

describe('what a measure is for', () => {
  const plan: LooseCommand = { type: 'PlanMeasure', measureId: 'm1', text: 'Kennwörter sperren', dueBy: hour(9), owner: 'IT' };
  const explain: LooseCommand = { type: 'ExplainMeasure', measureId: 'm1', against: 'Übernahme von Konten', effect: '' };
  it('is tied to the measure', () => {
    const after = givenDone(report, plan).when(explain).thenHappens('MeasureExplained');
    expect(after.measures[0]).toMatchObject({ against: 'Übernahme von Konten', effect: '' });
  });
  it('needs a measure, and a risk', () => {
    givenDone(report).when(explain).thenRefused('noSuchMeasure');
    givenDone(report, plan)
      .when({ ...explain, against: ' ' })
      .thenRefused('textMissing');
    givenDone(report, open())
      .when({ ...explain, measureId: 'notice:field/logs' })
      .thenRefused('noSuchMeasure');
  });
  it('stays quiet when it is said again', () => givenDone(report, plan).when(explain).thenOnlyOnce());
});

describe('a notice to an authority that says which one it is', () => {
  it('is sent with the proof this authority gives', () => {
    givenDone(report).when(sent()).thenHappens('NoticeRecorded');
    givenDone(report)
      .when(sent({ reference: '', proof: 'own-copy', proofText: 'Ordner 12, Blatt 3' }))
      .thenHappens('NoticeRecorded');
  });
  it.each<[string, Partial<Loose<'RecordNotice'>>]>([
    ['a reference number that is not there', { reference: '' }],
    ['a receipt that is nowhere', { proof: 'pdf-receipt', proofText: ' ' }],
    ['an own copy that nobody says where to find', { proof: 'own-copy' }],
  ])('is refused with %s', (_what, more) => givenDone(report).when(sent(more)).thenRefused('proofMissing'));
  it('is refused without any proof', () => {
    const { proof: _, ...unproven } = sent({ reference: '' }) as Loose<'RecordNotice'>;
    givenDone(report).when(unproven).thenRefused('proofMissing');
    const { notice: __, ...plain } = unproven;
    givenDone(report).when(plain).thenRefused('proofMissing');
  });
  it('is proven by a file number, and which one it is follows from the course, where nobody says', () => {
    const { proof: _, proofText: __, notice: ___, ...plain } = sent({ reference: '4711' }) as Loose<'RecordNotice'>;
    const first = givenDone(report).when({ ...plain, missing: 'Die Zahl' });
    expect(first.thenHappens('NoticeRecorded', 'FollowUpOpened').notices[0]).toMatchObject({
      ...{ notice: 'first', proof: 'file-number' },
    });
    first.thenOnlyOnce();
    const followUp = { ...plain, duty: FOLLOW_UP, at: hour(2) };
    const ongoing = givenDone(report, { ...plain, missing: 'Die Zahl' }, { ...followUp, missing: 'Noch etwas' });
    expect(ongoing.record.notices.at(-1)).toMatchObject({ notice: 'follow-up' });
    expect(
      ongoing
        .when({ ...followUp, missing: '', at: hour(3) })
        .thenHappens('NoticeRecorded')
        .notices.at(-1),
    ).toMatchObject({
      notice: 'final',
    });
  });
  it('is the first one first, and only once', () => {
    for (const notice of ['follow-up', 'final', 'correction', 'withdrawal'] as const)
      givenDone(report).when(sent({ notice })).thenRefused('noticeKindUnfit');
    givenDone(report, sent({ missing: 'Die Zahl' }))
      .when(sent({ duty: FOLLOW_UP, notice: 'first', at: hour(2) }))
      .thenRefused('noticeKindUnfit');
  });
  it('is final only where nothing is missing, and never goes to anybody but an authority', () => {
    givenDone(report, sent({ missing: 'Die Zahl' }))
      .when(sent({ duty: FOLLOW_UP, notice: 'final', missing: 'Noch etwas', at: hour(2) }))
      .thenRefused('noticeKindUnfit');
    givenDone(report)
      .when(sent({ duty: PERSONS }))
      .thenRefused('noticeKindUnfit');
  });
  it('corrects what was sent, also after the end, and opens what it leaves open', () => {
    const after = givenDone(report, sent())
      .when(sent({ notice: 'correction', missing: 'Die Zahl', at: hour(3), sentAt: hour(3) }))
      .thenHappens('NoticeRecorded', 'FollowUpOpened');
    expect(openDuties(after).map(({ id }) => id)).toContain(FOLLOW_UP);
  });
  it('takes back what was sent, and with it what was still to follow', () => {
    const after = givenDone(report, sent({ missing: 'Die Zahl' }))
      .when(sent({ notice: 'withdrawal', at: hour(3), sentAt: hour(3) }))
      .thenHappens('NoticeRecorded');
    expect(dutyOf(after, FOLLOW_UP).end).toMatchObject({ how: 'notice' });
  });
  it('stays quiet when it is recorded again', () => givenDone(report).when(sent()).thenOnlyOnce());
});

describe('the reference number of the authority', () => {
  const asked = { text: 'Aktenzeichen erfragen', owner: 'Dora', dueBy: hour(72) };
  const without = sent({ reference: '', proof: 'own-copy', proofText: 'Kopie', referenceTask: asked });
  const received: LooseCommand = {
    type: 'RecordReference',
    duty: AUTHORITY,
    reference: 'AZ 1',
    receivedAt: hour(5),
    at: hour(6),
  };
  it('is asked for until it is there', () => {
    const open = givenDone(report, without);
    expect(openMeasures(open.record)).toMatchObject([{ text: 'Aktenzeichen erfragen' }]);
    const after = open.when(received).thenHappens('ReferenceReceived', 'MeasureFinished');
    expect([openMeasures(after), after.notices[0]]).toMatchObject([[], { reference: 'AZ 1', receivedAt: hour(5) }]);
  });
  it('is asked for once, however many notices go there, and comes with any of them', () => {
    const open = givenDone(report, sent({ ...(without as Loose<'RecordNotice'>), missing: 'Die Zahl' }));
    const again = sent({
      ...(without as Loose<'RecordNotice'>),
      duty: FOLLOW_UP,
      notice: 'follow-up',
      at: hour(2),
      missing: 'Rest',
    });
    const twice = open.when(again).thenHappens('NoticeRecorded');
    expect(openMeasures(twice)).toHaveLength(1);
    const numbered = open
      .when(sent({ duty: FOLLOW_UP, notice: 'final', at: hour(2) }))
      .thenHappens('NoticeRecorded', 'MeasureFinished');
    expect(openMeasures(numbered)).toEqual([]);
  });
  it('belongs to a notice that was sent, and comes after it', () => {
    givenDone(report).when(received).thenRefused('nothingSentYet');
    givenDone(report, without)
      .when({ ...received, receivedAt: hour(0.5) })
      .thenRefused('sentBeforeKnown');
  });
  it('stays quiet when it is recorded again', () => givenDone(report, without).when(received).thenOnlyOnce());
});

describe('a question of the authority', () => {
  const question: LooseCommand = {
    ...{ type: 'RecordAuthorityQuestion', questionId: 'q1', duty: AUTHORITY, text: 'Wie viele Kinder?', receivedAt: hour(1) },
    ...{ dueBy: hour(100), owner: 'Dora' },
  };
  const answer: LooseCommand = {
    ...{
      type: 'RecordAuthorityAnswer',
      questionId: 'q1',
      sentAt: hour(50),
      means: 'Portal',
      proof: 'Bestätigung 17',
      at: hour(51),
    },
  };
  it('is a task with the date the authority set, until it is answered', () => {
    const open = givenDone(report, question);
    expect(openMeasures(open.record)).toMatchObject([{ text: 'Wie viele Kinder?', dueBy: hour(100), owner: 'Dora' }]);
    const after = open.when(answer).thenHappens('AuthorityQuestionAnswered', 'MeasureFinished');
    expect([openMeasures(after), after.authorityQuestions[0]?.answered?.proof]).toEqual([[], 'Bestätigung 17']);
  });
  it('belongs to a notice to an authority, has words and an owner, and a date after its own', () => {
    const wrong = (more: object) => givenDone(report).when({ ...question, ...more });
    wrong({ duty: PERSONS }).thenRefused('notDischargedThisWay');
    wrong({ duty: 'none' }).thenRefused('noSuchDuty');
    wrong({ text: ' ' }).thenRefused('textMissing');
    wrong({ owner: '' }).thenRefused('ownerMissing');
    wrong({ dueBy: hour(1) }).thenRefused('dueInThePast');
  });
  it('is answered with a proof, after it was asked', () => {
    const wrong = (more: object) => givenDone(report, question).when({ ...answer, ...more });
    wrong({ proof: '' }).thenRefused('proofMissing');
    wrong({ sentAt: hour(0) }).thenRefused('sentBeforeKnown');
    wrong({ questionId: 'q9' }).thenRefused('noSuchQuestion');
  });
  it('stays quiet when it is recorded or answered again', () => {
    givenDone(report).when(question).thenOnlyOnce();
    givenDone(report, question).when(answer).thenOnlyOnce();
  });
});

describe('a call in advance', () => {
  const call: LooseCommand = { type: 'TellInAdvance', duty: AUTHORITY, toldAt: hour(1), spokeWith: 'Frau Amt', note: '' };
  it('is kept and ends nothing', () => {
    const before = givenDone(report);
    const after = before.when(call).thenHappens('ToldInAdvance');
    expect([after.duties, after.toldInAdvance.length]).toEqual([before.record.duties, 1]);
  });
  it('needs somebody spoken with, and did not happen in the future', () => {
    givenDone(report)
      .when({ ...call, spokeWith: '' })
      .thenRefused('noticeDetailsMissing');
    givenDone(report)
      .when({ ...call, toldAt: hour(2) })
      .thenRefused('momentInFuture');
  });
  it('stays quiet when it is recorded again', () => givenDone(report).when(call).thenOnlyOnce());
});

it('nothing that is said for a notice ever begins, ends or moves a duty', () => {
  const before = givenDone(report, sent({ missing: 'Die Zahl' }));
  const said = fc.oneof(
    fc.record({ field: fc.constantFrom(...NOTICE_FIELD_NAMES), value: fc.string() }).map((more) => field(more)),
    fc.constantFrom(open(), group(), group({ kind: 'to-be-determined', count: '' })),
    fc
      .string()
      .map((spokeWith): LooseCommand => ({ type: 'TellInAdvance', duty: FOLLOW_UP, toldAt: hour(1), spokeWith, note: '' })),
    fc.string().map((reference): LooseCommand => ({ type: 'RecordReference', duty: AUTHORITY, reference, receivedAt: hour(1) })),
  );
  const check = (commands: readonly LooseCommand[]) => {
    const after = commands.reduce<BreachCase>((state, loose) => {
      const outcome = decide(command(loose), state, setting);
      return 'refused' in outcome ? state : outcome.reduce(evolve, state);
    }, before.record);
    expect(after).toMatchObject({ duties: before.record.duties, risk: before.record.risk });
  };
  fc.assert(fc.property(fc.array(said, { maxLength: 8 }), check), { seed: 20261124, numRuns: 100 });
});
