import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { caseId, caseNumber } from '../../src/breach/identifiers.ts';
import { caseCard, dutyRows } from '../../src/prompt/caseCard.ts';
import { dutyName } from '../../cards/dutyBlocks.ts';
import type { ProfileName } from '../../src/rules/profiles/profileName.ts';
import { provisionOf } from '../../src/rules/profiles/provision.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import type { Instant } from '../../src/rules/instant.ts';
import {
  acknowledged,
  assessed,
  dora,
  hours,
  notified,
  number,
  organisation,
  recordOf,
  reported,
  reportedAt,
  theCase,
} from '../reminders/sampleCase.ts';

const opened = [reported, assessed(reportedAt, { kind: 'art33-1' }, { kind: 'art33-5' })];
const cardOf = (events: readonly BreachEvent[], asOf: Instant) =>
  caseCard({ caseId: theCase, record: recordOf(...events), organisation, asOf });
const buttons = (events: readonly BreachEvent[]): readonly string[] =>
  cardOf(events, hours(30)).actions.map(({ verb, data }) =>
    [verb, data['form'] ?? data['hours']].filter((part) => part !== undefined).join(' '),
  );

const triaged = (status: 'owed' | 'not-owed'): BreachEvent =>
  ({ ...assessed(hours(1), { kind: 'art33-1', status }, { kind: 'art33-5', status: 'owed' }), openFacts: 0 }) as BreachEvent;
const completed: BreachEvent = {
  type: 'RecordCompleted',
  at: hours(2),
  by: dora,
  duty: 'art33-5:muster:register',
  facts: 'x',
  effects: 'x',
  remedialAction: 'x',
};
const planned: BreachEvent = {
  type: 'MeasurePlanned',
  at: hours(2),
  by: dora,
  measureId: 'm-1',
  text: 'x',
  dueBy: hours(90),
  owner: 'x',
};
const closed: BreachEvent = { type: 'CaseClosed', at: hours(3), by: dora, note: '' };
const main = caseId('case-9');
const erased: BreachEvent = { type: 'CaseErased', at: hours(9), by: dora, retention: '3 Jahre', reasons: 'Frist vorbei' };
const joined: BreachEvent = { type: 'JoinedInto', at: hours(3), by: dora, main, mainNumber: caseNumber('DP', 2026, 9) };

describe('the rows of the duties', () => {
  it('count the hours from the moment given, negative when it is past', () => {
    const record = recordOf(...opened);
    expect(dutyRows(record, organisation, hours(70.5)).map(({ kind, hoursLeft }) => [kind, hoursLeft])).toEqual([
      ['art33-1', 1.5],
      ['art33-5', undefined],
    ]);
    expect(dutyRows(record, organisation, hours(80))[0]?.hoursLeft).toBe(-8);
  });

  it('keep an earlier deadline in sight after the clock was set anew', () => {
    const later = assessed(hours(10), { kind: 'art33-1', startsAt: hours(5) });
    expect(dutyRows(recordOf(...opened, later), organisation, hours(11))[0]).toMatchObject({
      dueBy: hours(77),
      earlierDueBy: hours(72),
    });
    expect(dutyRows(recordOf(...opened), organisation, hours(11))[0]).not.toHaveProperty('earlierDueBy');
  });

  it('say how and when a duty ended, and count no further', () => {
    const [row] = dutyRows(recordOf(...opened, notified(hours(20))), organisation, hours(30));
    expect(row).toMatchObject({ dueBy: hours(72), end: { how: 'notice', at: hours(20) } });
    expect(row).not.toHaveProperty('hoursLeft');
  });

  it('name the owing controller only where there are several', () => {
    expect(dutyRows(recordOf(...opened), organisation, hours(1))[0]).not.toHaveProperty('owedBy');
    const second = { id: 'other', name: 'Andere GmbH' };
    const several = { ...organisation, controllers: [...organisation.controllers, second] };
    expect(dutyRows(recordOf(...opened), several, hours(1))[0]?.owedBy).toBe('Muster GmbH');
    const toOther = assessed(hours(1), { kind: 'art33-2', recipient: 'other' });
    expect(dutyRows(recordOf(...opened, toOther), several, hours(1))[2]?.recipient).toBe('Andere GmbH');
  });
});

describe('the card of the office', () => {
  it('carries nothing of the content: no text, no name', () => {
    expect(JSON.stringify(cardOf([...opened, planned], hours(1)))).not.toMatch(/Brief|Rita|"x"/);
  });

  it('carries ids alone with its buttons', () => {
    for (const { data } of cardOf([...opened, triaged('owed')], hours(1)).actions) {
      expect(Object.keys(data).filter((key) => !['case', 'form', 'hours'].includes(key))).toEqual([]);
      expect(data['case']).toBe(theCase);
    }
  });

  it.each<[string, readonly BreachEvent[], readonly string[]]>([
    [
      'in triage: the next question first',
      opened,
      [
        'triage',
        'prepareNotice',
        'openForm notice',
        'openForm completeRecord',
        'openCase',
        'acknowledge 2',
        'acknowledge 4',
        'acknowledge tomorrow',
      ],
    ],
    [
      'judged as owed: the assessment and the notice',
      [...opened, triaged('owed')],
      [
        'assessment',
        'prepareNotice',
        'openForm notice',
        'openForm completeRecord',
        'openCase',
        'acknowledge 2',
        'acknowledge 4',
        'acknowledge tomorrow',
      ],
    ],
    [
      'judged as not owed: the decision',
      [...opened, triaged('not-owed')],
      [
        'assessment',
        'openForm notNotifying',
        'openForm completeRecord',
        'openCase',
        'acknowledge 2',
        'acknowledge 4',
        'acknowledge tomorrow',
      ],
    ],
    [
      'only the record missing',
      [...opened, triaged('owed'), notified(hours(2))],
      ['assessment', 'openForm completeRecord', 'openCase', 'acknowledge 2', 'acknowledge 4', 'acknowledge tomorrow'],
    ],
    [
      'a measure open: finish it',
      [...opened, notified(hours(2)), completed, planned],
      ['openForm finishMeasure', 'openCase', 'acknowledge 2', 'acknowledge 4', 'acknowledge tomorrow'],
    ],
    [
      'everything done: close',
      [...opened, notified(hours(2)), completed],
      ['openForm close', 'openCase', 'acknowledge 2', 'acknowledge 4', 'acknowledge tomorrow'],
    ],
    ['closed: look, reopen', [...opened, notified(hours(2)), completed, closed], ['openCase', 'openForm reopen']],
    ['joined: the case it goes on in', [...opened, joined], ['openCase']],
    ['erased: look at what remains', [...opened, notified(hours(2)), completed, closed, erased], ['openCase']],
  ])('offers what can be done now; %s', (_, events, expected) => {
    expect(buttons(events)).toEqual(expected);
  });

  it('marks exactly one button as the next step while the case is open', () => {
    expect(cardOf(opened, hours(1)).actions.filter(({ style }) => style === 'primary')).toHaveLength(1);
  });

  it('of a joined case leads to the other number', () => {
    expect(cardOf([...opened, joined], hours(4))).toMatchObject({
      status: 'joined',
      mainNumber: 'DP-2026-0009',
      actions: [{ data: { case: main } }],
    });
  });

  it('shows that somebody is on it until then, and no longer', () => {
    const events = [...opened, acknowledged(hours(1), hours(3))];
    expect(cardOf(events, hours(2)).onItUntil).toBe(hours(3));
    expect(cardOf(events, hours(3))).not.toHaveProperty('onItUntil');
    expect(cardOf([...events, closed], hours(2))).not.toHaveProperty('onItUntil');
  });

  it('counts open measures and decisions that wait', () => {
    const pending: BreachEvent = {
      ...{
        type: 'DecisionRecorded',
        at: hours(1),
        by: dora,
        decisionId: 'd-1',
        reasons: 'x',
        decidedBy: 'x',
        dpoAdvice: '',
        counts: false,
      },
      decision: { kind: 'no-breach', againstAssessment: false },
    };
    expect(cardOf([...opened, planned, pending], hours(3))).toMatchObject({
      number,
      openMeasures: 1,
      awaitingConfirmation: 1,
      openFacts: 2,
    });
  });
});

it('offers to settle our role as long as it is open', () => {
  const open: BreachEvent = {
    type: 'DataSetRecorded',
    at: hours(0),
    by: dora,
    dataSet: 'main',
    label: '',
    controller: 'muster',
    role: 'unknown',
  };
  expect(buttonsOf(cardOf([...opened, open], hours(1)))).toContain('openForm dataSet main');
  expect(buttonsOf(cardOf([...opened, { ...open, role: 'processor' }], hours(1)))).not.toContain('openForm dataSet main');
});

const buttonsOf = (card: ReturnType<typeof cardOf>) =>
  card.actions.map(({ verb, data }) => [verb, data['form'], data['dataSet']].filter((part) => part !== undefined).join(' '));

describe('the law a duty is named by', () => {
  const body = { id: 'acme', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' } as const;
  const named = (
    profile: ProfileName,
    country: string,
    kind: 'art33-1' | 'art33-2' | 'art33-4' | 'art33-5' | 'art34-1',
    recipient: string,
  ) => provisionOf({ kind, owedBy: kind === 'art33-2' ? 'host' : 'acme', recipient }, [], [{ ...body, country, profile }])?.de;

  it.each([
    ['private-body', 'DE', 'art33-1', 'de-nw', undefined],
    ['broadcasting', 'DE', 'art33-1', 'de-rundfunk', undefined],
    ['protestant', 'DE', 'art33-1', 'de-ekd', '§ 32 Abs. 1 DSG-EKD'],
    ['protestant', 'DE', 'art34-1', 'persons', '§ 33 DSG-EKD'],
    ['telecom', 'DE', 'art33-1', 'de-bnetza', '§ 169 Abs. 1 TKG'],
    ['telecom', 'DE', 'art33-4', 'de-bnetza', 'Art. 2 Abs. 3 VO (EU) 611/2013'],
    ['social-data', 'DE', 'art33-1', 'de-nw', undefined],
    ['social-data', 'DE', 'art33-1', 'rechts-oder-fachaufsicht', '§ 83a SGB X'],
    ['switzerland', 'CH', 'art33-2', 'acme', 'Art. 24 Abs. 3 DSG (Schweiz)'],
    ['uk', 'GB', 'art33-5', 'register', 'Art. 33 Abs. 5 UK GDPR'],
  ] as const)('%s in %s: %s to %s is owed by %s', (profile, country, kind, recipient, expected) => {
    expect(named(profile, country, kind, recipient)).toBe(expected);
  });

  it('is that of the data; the two notices of a mixed event keep theirs', () => {
    const sets = [{ controller: 'acme' }, { controller: 'acme', profile: 'telecom' }] as const;
    const to = (recipient: string) => provisionOf({ kind: 'art33-1', owedBy: 'acme', recipient }, sets, [body])?.de;
    expect(to('de-bfdi')).toBe('§ 169 Abs. 1 TKG');
    expect(to('de-nw')).toBeUndefined();
    expect(provisionOf({ kind: 'art34-1', owedBy: 'acme', recipient: 'persons' }, sets, [body])).toBeUndefined();
  });

  it('is the GDPR for the authorities in the EEA of a British company', () => {
    const british = { ...body, country: 'GB', authority: 'uk-ico', authorities: [{ persons: 'FR', authority: 'fr-cnil' }] };
    const to = (recipient: string) => provisionOf({ kind: 'art33-1', owedBy: 'acme', recipient }, [], [british])?.en;
    expect(to('uk-ico')).toBe('Art. 33(1) UK GDPR');
    expect(to('fr-cnil')).toBeUndefined();
  });

  it('stands in the title in the place of the article of the GDPR', () => {
    const words = wordsOf('de');
    const under = { de: '§ 32 Abs. 1 DSG-EKD', en: '§ 32(1) DSG-EKD' };
    expect(dutyName(words, { kind: 'art33-1', under })).toBe('Meldung an die Aufsichtsbehörde (§ 32 Abs. 1 DSG-EKD)');
    expect(dutyName(words, { kind: 'art33-1' })).toBe('Meldung an die Aufsichtsbehörde (Art. 33 Abs. 1 DSGVO)');
  });
});
