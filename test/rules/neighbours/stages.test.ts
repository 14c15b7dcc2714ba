import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '../../../src/rules/instant.ts';
import { type Neighbour, regimeOn } from '../../../src/rules/neighbours/neighbour.ts';
import type { AddresseeId, RegimeId, StageId } from '../../../src/rules/neighbours/regime.ts';
import { type NeighbourCourse, owedStages, type SentReport } from '../../../src/rules/neighbours/stages.ts';

const BERLIN = 'Europe/Berlin';

type Given = {
  readonly regime: RegimeId;
  readonly start: string;
  readonly aware?: string;
  readonly sent?: readonly (readonly [stage: StageId, to: AddresseeId, at: string, ongoing?: boolean])[];
  readonly zone?: string;
} & Omit<Partial<Neighbour>, 'regime'>;

function course({ regime, start, aware, sent = [], zone = BERLIN, ...rest }: Given): NeighbourCourse {
  const version = regimeOn(regime, start.slice(0, 10));
  if (version === undefined) throw new Error(`${regime} is not in force on ${start}.`);
  const reports = sent.map(([stage, to, at, ongoing = false]): SentReport => ({ stage, to, sentAt: instant(at), ongoing }));
  return {
    neighbour: { id: regime, regime, country: 'DE', ...rest },
    regime: version,
    startsAt: instant(start),
    ...(aware === undefined ? {} : { awareAt: instant(aware) }),
    zone,
    sent: reports,
  };
}

/** Stage, addressee and last moment of everything owed, one line each. */
const owed = (given: Given): readonly string[] =>
  owedStages(course(given)).map(({ stage, to, dueBy }) => `${stage} ${to} ${dueBy ?? 'without delay'}`);
const due = (given: Given, stage: StageId): Instant | undefined =>
  owedStages(course(given)).find((candidate) => candidate.stage === stage)?.dueBy;

describe('NIS2 (Art. 23) and § 32 BSIG', () => {
  const start = '2026-12-01T09:10:00+01:00';

  it('asks for a warning within 24 hours and a notification within 72, both from awareness', () => {
    expect(owed({ regime: 'nis2', start })).toEqual([
      'warning nis2-office 2026-12-02T08:10:00.000Z',
      'notification nis2-office 2026-12-04T08:10:00.000Z',
    ]);
  });

  it('keeps the 72 hours from awareness however late the warning was sent', () => {
    const sent = [['warning', 'nis2-office', '2026-12-03T20:00:00+01:00']] as const;
    expect(owed({ regime: 'nis2', start, sent })).toEqual(['notification nis2-office 2026-12-04T08:10:00.000Z']);
  });

  it('counts the month of the final report from the notification that was sent, not from the incident', () => {
    const sent = [
      ['warning', 'nis2-office', '2026-12-01T12:00:00+01:00'],
      ['notification', 'nis2-office', '2026-12-03T15:30:00+01:00'],
    ] as const;
    expect(owed({ regime: 'nis2', start, sent })).toEqual(['final nis2-office 2027-01-03T14:30:00.000Z']);
  });

  it('takes a progress report while the incident goes on, and asks for the final report again a month later', () => {
    const sent = [
      ['warning', 'nis2-office', '2026-12-01T12:00:00+01:00'],
      ['notification', 'nis2-office', '2026-12-03T15:30:00+01:00'],
      ['final', 'nis2-office', '2027-01-02T10:00:00+01:00', true],
    ] as const;
    expect(owed({ regime: 'nis2', start, sent })).toEqual(['final nis2-office 2027-02-02T09:00:00.000Z']);
  });

  it('is done once the final report of an incident that ended was sent', () => {
    const sent = [
      ['warning', 'nis2-office', '2026-12-01T12:00:00+01:00'],
      ['notification', 'nis2-office', '2026-12-03T15:30:00+01:00'],
      ['final', 'nis2-office', '2027-01-02T10:00:00+01:00'],
    ] as const;
    expect(owed({ regime: 'nis2', start, sent })).toEqual([]);
  });

  it.each([
    ['spring: 24 hours are 24 hours', '2027-03-27T17:00:00+01:00', '2027-03-28T18:00:00+02:00', '2027-03-30T18:00:00+02:00'],
    ['autumn: 24 hours are 24 hours', '2026-10-24T17:00:00+02:00', '2026-10-25T16:00:00+01:00', '2026-10-27T16:00:00+01:00'],
    ['a weekend moves nothing', '2026-12-04T18:20:00+01:00', '2026-12-05T18:20:00+01:00', '2026-12-07T18:20:00+01:00'],
    ['Christmas moves nothing', '2026-12-24T16:00:00+01:00', '2026-12-25T16:00:00+01:00', '2026-12-27T16:00:00+01:00'],
  ])('%s', (_lesson, aware, warning, notification) => {
    expect(due({ regime: 'nis2', start: aware }, 'warning')).toBe(instant(warning));
    expect(due({ regime: 'nis2', start: aware }, 'notification')).toBe(instant(notification));
  });

  it.each([
    ['the same day number', '2026-12-03T15:30:00+01:00', '2027-01-03T15:30:00+01:00'],
    ['31 January ends on the last of February', '2027-01-31T10:00:00+01:00', '2027-02-28T10:00:00+01:00'],
    ['31 January of a leap year', '2028-01-31T10:00:00+01:00', '2028-02-29T10:00:00+01:00'],
    ['31 August ends on 30 September', '2026-08-31T10:00:00+02:00', '2026-09-30T10:00:00+02:00'],
    ['28 February stays 28, though February ends there', '2027-02-28T10:00:00+01:00', '2027-03-28T10:00:00+02:00'],
    ['over the spring change: the same hour on the wall', '2027-03-15T10:00:00+01:00', '2027-04-15T10:00:00+02:00'],
    ['over the autumn change: the same hour on the wall', '2026-10-15T10:00:00+02:00', '2026-11-15T10:00:00+01:00'],
    [
      'an hour that the clock change skips: as soon as the clock goes on',
      '2027-02-28T02:30:00+01:00',
      '2027-03-28T03:30:00+02:00',
    ],
    ['an hour that exists twice: the first of the two', '2026-09-25T02:30:00+02:00', '2026-10-25T02:30:00+02:00'],
    ['late in the evening, when it is another day in UTC', '2027-01-31T00:30:00+01:00', '2027-02-28T00:30:00+01:00'],
    ['ends on a Sunday and stays there', '2026-12-03T09:00:00+01:00', '2027-01-03T09:00:00+01:00'],
  ])('a month: %s', (_lesson, sentAt, final) => {
    const sent = [['notification', 'nis2-office', sentAt]] as const;
    expect(due({ regime: 'nis2', start: '2026-08-30T09:00:00+02:00', sent }, 'final')).toBe(instant(final));
  });
});

describe('DORA (Art. 19 and Art. 5 Del. Reg. 2025/301)', () => {
  const regime = 'dora';

  it.each([
    ['4 hours after classification', '2026-12-01T10:00:00+01:00', '2026-12-01T12:00:00+01:00', '2026-12-01T16:00:00+01:00'],
    [
      '24 hours after awareness come first',
      '2026-12-01T10:00:00+01:00',
      '2026-12-02T08:00:00+01:00',
      '2026-12-02T10:00:00+01:00',
    ],
    ['classified just in time', '2026-12-01T10:00:00+01:00', '2026-12-02T10:00:00+01:00', '2026-12-02T10:00:00+01:00'],
    ['classified later: 4 hours from it', '2026-12-01T10:00:00+01:00', '2026-12-02T10:01:00+01:00', '2026-12-02T14:01:00+01:00'],
    ['over the spring night', '2027-03-27T23:00:00+01:00', '2027-03-28T00:30:00+01:00', '2027-03-28T05:30:00+02:00'],
    ['over the autumn night', '2026-10-24T23:00:00+02:00', '2026-10-25T00:30:00+02:00', '2026-10-25T03:30:00+01:00'],
  ])('initial: %s', (_lesson, aware, start, last) => {
    expect(due({ regime, aware, start }, 'notification')).toBe(instant(last));
  });

  it('counts the 4 hours alone where awareness is not known', () => {
    expect(due({ regime, start: '2026-12-01T12:00:00+01:00' }, 'notification')).toBe(instant('2026-12-01T16:00:00+01:00'));
  });

  const started = { regime, aware: '2026-12-01T10:00:00+01:00', start: '2026-12-01T12:00:00+01:00' } as const;
  const initial = ['notification', 'financial-supervisor', '2026-12-01T13:00:00+01:00'] as const;

  it('nothing follows before the initial notification is sent', () => {
    expect(owed(started)).toEqual(['notification financial-supervisor 2026-12-01T15:00:00.000Z']);
  });

  it('intermediate: 72 hours after the initial notification was submitted', () => {
    expect(owed({ ...started, sent: [initial] })).toEqual(['intermediate financial-supervisor 2026-12-04T12:00:00.000Z']);
  });

  it('final: one month after the intermediate report, and after its latest update', () => {
    const first = ['intermediate', 'financial-supervisor', '2026-12-03T13:00:00+01:00'] as const;
    const update = ['intermediate', 'financial-supervisor', '2026-12-08T09:00:00+01:00'] as const;
    expect(due({ ...started, entity: 'excluded', sent: [initial, first] }, 'final')).toBe(instant('2027-01-03T13:00:00+01:00'));
    expect(due({ ...started, entity: 'excluded', sent: [initial, first, update] }, 'final')).toBe(
      instant('2027-01-08T09:00:00+01:00'),
    );
  });

  const onSaturday = { regime, start: '2026-12-05T09:00:00+01:00' } as const;
  const intermediateOnSunday = {
    regime,
    start: '2026-12-03T09:00:00+01:00',
    sent: [['notification', 'financial-supervisor', '2026-12-03T11:00:00+01:00']],
  } as const;
  const finalOnSunday = {
    regime,
    start: '2026-11-30T09:00:00+01:00',
    sent: [
      ['notification', 'financial-supervisor', '2026-11-30T10:00:00+01:00'],
      ['intermediate', 'financial-supervisor', '2026-12-03T10:00:00+01:00'],
    ],
  } as const;

  it.each([
    ['other', '2026-12-07T12:00:00+01:00', '2026-12-07T12:00:00+01:00', '2027-01-04T12:00:00+01:00'],
    ['credit-institution', '2026-12-05T13:00:00+01:00', '2026-12-06T11:00:00+01:00', '2027-01-04T12:00:00+01:00'],
    ['central-counterparty', '2026-12-05T13:00:00+01:00', '2026-12-06T11:00:00+01:00', '2027-01-04T12:00:00+01:00'],
    ['trading-venue', '2026-12-05T13:00:00+01:00', '2026-12-06T11:00:00+01:00', '2027-01-04T12:00:00+01:00'],
    ['nis2-entity', '2026-12-05T13:00:00+01:00', '2026-12-06T11:00:00+01:00', '2027-01-04T12:00:00+01:00'],
    ['excluded', '2026-12-05T13:00:00+01:00', '2026-12-06T11:00:00+01:00', '2027-01-03T10:00:00+01:00'],
  ] as const)('a weekend, for %s', (entity, initialDue, intermediateDue, finalDue) => {
    expect(due({ ...onSaturday, entity }, 'notification')).toBe(instant(initialDue));
    // Thursday 11:00 and 72 hours: Sunday 11:00.
    expect(due({ ...intermediateOnSunday, entity }, 'intermediate')).toBe(instant(intermediateDue));
    expect(due({ ...finalOnSunday, entity }, 'final')).toBe(instant(finalDue));
  });

  it('without a word on the kind of entity only the final report moves: the stricter reading', () => {
    expect(due(onSaturday, 'notification')).toBe(instant('2026-12-05T13:00:00+01:00'));
    expect(due(finalOnSunday, 'final')).toBe(instant('2027-01-04T12:00:00+01:00'));
  });

  it.each([
    ['New Year', '2027-01-01T09:00:00+01:00', '2027-01-04T12:00:00+01:00'],
    ['Good Friday to the Tuesday after Easter', '2027-03-26T09:00:00+01:00', '2027-03-30T12:00:00+02:00'],
    ['Ascension', '2027-05-06T09:00:00+02:00', '2027-05-07T12:00:00+02:00'],
    ['Whit Monday', '2027-05-17T09:00:00+02:00', '2027-05-18T12:00:00+02:00'],
    ['Labour Day, a Friday', '2026-05-01T09:00:00+02:00', '2026-05-04T12:00:00+02:00'],
    ['German Unity, a Saturday', '2026-10-03T09:00:00+02:00', '2026-10-05T12:00:00+02:00'],
    ['Christmas, over the weekend', '2026-12-25T09:00:00+01:00', '2026-12-28T12:00:00+01:00'],
    ['a Sunday evening of the spring change', '2027-04-04T19:00:00+02:00', '2027-04-05T12:00:00+02:00'],
    ['a day that is one only in some Laender stays', '2026-11-01T20:30:00+01:00', '2026-11-02T00:30:00+01:00'],
    ['Corpus Christi, in some Laender only, stays', '2026-06-04T09:00:00+02:00', '2026-06-04T13:00:00+02:00'],
    ['a plain Wednesday stays', '2026-12-02T09:00:00+01:00', '2026-12-02T13:00:00+01:00'],
  ])('German holidays: %s', (_lesson, start, last) => {
    expect(due({ regime, entity: 'other', start }, 'notification')).toBe(instant(last));
  });

  it('in a state whose holidays are not listed only weekends move', () => {
    expect(due({ regime, entity: 'other', country: 'FR', start: '2026-12-25T09:00:00+01:00' }, 'notification')).toBe(
      instant('2026-12-25T13:00:00+01:00'),
    );
    expect(due({ regime, entity: 'other', country: 'FR', start: '2026-12-26T09:00:00+01:00' }, 'notification')).toBe(
      instant('2026-12-28T12:00:00+01:00'),
    );
  });
});

describe('telecommunications (§ 169 TKG with Reg. 611/2013)', () => {
  const started = { regime: 'tkg-169', start: '2026-12-01T09:00:00+01:00' } as const;

  it('tells both authorities within 24 hours and the persons without delay', () => {
    expect(owed(started)).toEqual([
      'notification bnetza 2026-12-02T08:00:00.000Z',
      'notification bfdi 2026-12-02T08:00:00.000Z',
      'persons affected without delay',
    ]);
  });

  it('counts the three days for the rest at each authority from what was sent there', () => {
    const sent = [
      ['notification', 'bnetza', '2026-12-01T10:00:00+01:00'],
      ['notification', 'bfdi', '2026-12-01T15:00:00+01:00'],
    ] as const;
    expect(owed({ ...started, sent })).toEqual([
      'rest bnetza 2026-12-04T09:00:00.000Z',
      'rest bfdi 2026-12-04T14:00:00.000Z',
      'persons affected without delay',
    ]);
  });
});

describe('the other regimes', () => {
  const start = '2027-12-06T09:00:00+01:00';

  it.each<readonly [RegimeId, readonly string[]]>([
    ['eidas', ['notification trust-supervisor 2027-12-07T08:00:00.000Z', 'persons affected without delay']],
    [
      'tkg-168',
      [
        ...['warning bnetza 2027-12-07T08:00:00.000Z', 'warning bsi 2027-12-07T08:00:00.000Z'],
        ...['notification bnetza 2027-12-09T08:00:00.000Z', 'notification bsi 2027-12-09T08:00:00.000Z'],
      ],
    ],
    ['uk-gdpr', ['notification ico 2027-12-09T08:00:00.000Z', 'persons affected without delay']],
    ['kritis', ['notification kritis-office 2027-12-07T08:00:00.000Z', 'final kritis-office 2028-01-06T08:00:00.000Z']],
    [
      'cra-vulnerability',
      ['warning cra-platform 2027-12-07T08:00:00.000Z', 'notification cra-platform 2027-12-09T08:00:00.000Z'],
    ],
    ['cra-incident', ['warning cra-platform 2027-12-07T08:00:00.000Z', 'notification cra-platform 2027-12-09T08:00:00.000Z']],
    ['ai-act', ['notification market-surveillance 2027-12-08T08:00:00.000Z']],
    ['sgb-x', ['notification supervising-body 2027-12-09T08:00:00.000Z']],
    ['uk-pecr', ['notification ico 2027-12-09T08:00:00.000Z']],
    ['ch-isg', ['notification bacs 2027-12-07T08:00:00.000Z', 'rest bacs 2027-12-20T08:00:00.000Z']],
    ['ch-dsg', ['notification edoeb without delay', 'persons affected without delay']],
  ])('%s asks for what it asks from the start', (regime, expected) => {
    expect(owed({ regime, start })).toEqual(expected);
  });

  it('Cyber Resilience Act: a month after the notification was sent, or once a remedy is there', () => {
    const sent = [['notification', 'cra-platform', '2027-12-08T11:00:00+01:00']] as const;
    expect(owed({ regime: 'cra-incident', start, sent })).toContain('final cra-platform 2028-01-08T10:00:00.000Z');
    expect(owed({ regime: 'cra-vulnerability', start, sent })).toContain('final cra-platform without delay');
  });

  it('PECR asked for 24 hours until 19 August 2025, and for 72 since', () => {
    const london = { regime: 'uk-pecr', zone: 'Europe/London' } as const;
    expect(due({ ...london, start: '2025-08-19T12:00:00+01:00' }, 'notification')).toBe(instant('2025-08-20T12:00:00+01:00'));
    expect(due({ ...london, start: '2025-08-20T12:00:00+01:00' }, 'notification')).toBe(instant('2025-08-23T12:00:00+01:00'));
  });

  it('contract and insurance take their hours from the configuration, and are owed without delay where it names none', () => {
    expect(owed({ regime: 'contract', hours: 48, start })).toEqual(['notice partner 2027-12-08T08:00:00.000Z']);
    expect(owed({ regime: 'insurance', hours: 24, start })).toEqual(['notice insurer 2027-12-07T08:00:00.000Z']);
    expect(owed({ regime: 'contract', start })).toEqual(['notice partner without delay']);
  });
});
