import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slackMessage } from '../../cards/slack/slackMessage.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { clockInForce, openDuties } from '../../src/breach/duties.ts';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import type { Organisation, WorkingTime } from '../../src/organisation.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { audit } from '../../src/reminders/audit.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { type OwedAnnouncement, owed } from '../../src/reminders/owed.ts';
import { announcements } from '../../src/reminders/owedAnnouncements.ts';
import { fingerprint } from '../../src/reminders/fingerprint.ts';
import { latestDue, nextDue, type StepSeries } from '../../src/reminders/stepSeries.ts';
import { workCalendar } from '../../src/reminders/workingTime.ts';
import { addHours, hoursBetween, type Instant, instant } from '../../src/rules/instant.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { officeHours } from './officeHours.ts';
import { randomEvents, randomHours } from './randomCase.ts';
import { acknowledged, assessed, caseAt, dora, hours, notified, organisation, rita, reported, theCase } from './sampleCase.ts';

const working = (more: Partial<WorkingTime> = {}): Organisation => ({
  ...organisation,
  workingTime: { ...officeHours, ...more },
});

/** A case reported at that moment, with these duties. */
function reportedThen(at: Instant, ...kinds: readonly Parameters<typeof assessed>[1][]): readonly BreachEvent[] {
  return [{ ...reported, at, noticedAt: at } as BreachEvent, assessed(at, ...kinds.map((kind) => ({ startsAt: at, ...kind })))];
}

const owedOf = (events: readonly BreachEvent[], now: Instant, firm: Organisation): readonly OwedAnnouncement[] =>
  owed(caseAt(now, events, { organisation: firm, platforms: ['slack'] })).filter(
    ({ kind }) => kind === 'announcement',
  ) as OwedAnnouncement[];

/** What the channel is told of a duty, step by step: the name of the step and when it is owed, on the spot. */
function course(events: readonly BreachEvent[], firm: Organisation, about: string, until: Instant): readonly string[] {
  const known = caseAt(hours(0), events, { organisation: firm, platforms: ['slack'] });
  const row = announcements(known).find(({ slots, reader }) => slots.about.startsWith(about) && reader.to.kind === 'channel');
  const told: string[] = [];
  if (row === undefined) return told;
  for (
    let now: Instant | undefined = instant(new Date(row.steps.since).toISOString());
    now !== undefined && now <= until;
    now = nextDue(row.steps, now)
  ) {
    const step = latestDue(row.steps, now);
    const said = step && `${step.name} ${wordsOf('en').moment(step.dueAt, firm.timeZone)}`;
    if (said !== undefined && told.at(-1) !== said) told.push(said);
  }
  return told;
}

describe('a report on Friday at 18:20', () => {
  const friday = instant('2026-03-20T18:20:00+01:00');
  const events = reportedThen(friday, { kind: 'art33-1' });

  it('is told at once, and presses on over the weekend, because fewer than 24 hours would remain on Monday', () => {
    expect(course(events, working(), 'art33-1', addHours(friday, 80))).toEqual([
      'at-once Fri 20 Mar 2026, 18:20',
      '24h Sat 21 Mar 2026, 18:20',
      '48h Sun 22 Mar 2026, 18:20',
      '60h Mon 23 Mar 2026, 06:20',
      '66h Mon 23 Mar 2026, 12:20',
      'last-working-hour-2026-03-23T16 Mon 23 Mar 2026, 16:00',
      '70h Mon 23 Mar 2026, 16:20',
      '71h Mon 23 Mar 2026, 17:20',
      'deadline Mon 23 Mar 2026, 18:20',
      'overdue-1 Mon 23 Mar 2026, 22:20',
      'overdue-2 Tue 24 Mar 2026, 02:20',
    ]);
  });

  it('in a house that works until 20:00, the first message says that it is the last working hour before the weekend if it is', () => {
    const late = working({ hours: { ...officeHours.hours, fri: { from: '08:00', to: '19:00' } } });
    const [first] = owedOf(events, friday, late).filter(({ series }) => series.slots.purpose === 'new');
    expect(first?.prompt).toMatchObject({
      purpose: 'new',
      lastWorkingHour: {
        before: 'weekend',
        dueBy: instant('2026-03-23T18:20:00+01:00'),
        worksAgainAt: instant('2026-03-23T08:00:00+01:00'),
      },
    });
  });

  it('says so in both languages', () => {
    const due = wordsOf('de').moment(instant('2026-03-23T18:20:00+01:00'), 'Europe/Berlin');
    const again = wordsOf('de').moment(instant('2026-03-23T08:00:00+01:00'), 'Europe/Berlin');
    expect(wordsOf('de').lastWorkingHour('weekend', due, again)).toBe(
      'Die Frist endet am Mo., 23.03.2026, 18:20 Uhr. Dies ist die letzte Arbeitsstunde vor dem Wochenende. Die nächste Arbeitszeit beginnt am Mo., 23.03.2026, 08:00 Uhr.',
    );
    expect(wordsOf('en').lastWorkingHour('night', 'Mon', 'Tue')).toBe(
      'The deadline ends Mon. This is the last working hour before the night. The next working time begins Tue.',
    );
  });
});

describe('the last working hour', () => {
  it('before the weekend is told of a deadline on Monday', () => {
    const noon = instant('2026-03-20T12:00:00+01:00');
    const events = reportedThen(noon, { kind: 'art33-1' });
    const told = course(events, working(), 'art33-1', addHours(noon, 30));
    expect(told[1]).toBe('last-working-hour-2026-03-20T16 Fri 20 Mar 2026, 16:00');
    const four = instant('2026-03-20T16:00:00+01:00');
    const leading = owedOf(events, four, working()).find(({ slot }) => slot.includes('last-working-hour'));
    expect(leading?.prompt).toMatchObject({ purpose: 'lastWorkingHour', lastWorkingHour: { before: 'weekend' } });
  });

  it('is not spoken of when the message arrives later', () => {
    const noon = instant('2026-03-20T12:00:00+01:00');
    const events = reportedThen(noon, { kind: 'art33-1' });
    const later = owedOf(events, instant('2026-03-20T18:00:00+01:00'), working()).find(({ slot }) =>
      slot.includes('last-working-hour'),
    );
    expect(later?.prompt).toMatchObject({ purpose: 'step' });
    expect(later?.prompt).not.toHaveProperty('lastWorkingHour');
  });

  it('before an ordinary night is told only where the deadline falls into it or comes the day after', () => {
    const tuesday = instant('2026-03-17T10:00:00+01:00');
    expect(course(reportedThen(tuesday, { kind: 'art33-1' }), working(), 'art33-1', addHours(tuesday, 72))).toEqual([
      'at-once Tue 17 Mar 2026, 10:00',
      '24h Wed 18 Mar 2026, 10:00',
      '48h Thu 19 Mar 2026, 10:00',
      'last-working-hour-2026-03-19T16 Thu 19 Mar 2026, 16:00',
      '60h Thu 19 Mar 2026, 22:00',
      '66h Fri 20 Mar 2026, 04:00',
      '70h Fri 20 Mar 2026, 08:00',
      '71h Fri 20 Mar 2026, 09:00',
      'deadline Fri 20 Mar 2026, 10:00',
    ]);
  });

  it('is told too of a decision that waits for its confirmation, in the card itself', () => {
    const noon = instant('2026-03-20T12:00:00+01:00');
    const pending: BreachEvent = {
      ...{ type: 'DecisionRecorded', at: noon, by: dora, decisionId: 'd-1', reasons: 'Geringes Risiko.', decidedBy: 'Dirk' },
      ...{ decision: { kind: 'no-breach', againstAssessment: false }, dpoAdvice: '', counts: false },
    };
    const events = [...reportedThen(noon, { kind: 'art33-1' }), pending];
    const asked = (at: string) => {
      const told = owedOf(events, instant(at), working()).find(({ slot }) => slot.startsWith('confirmation/'));
      return { step: told?.slot.split('/').at(-2), prompt: told?.prompt };
    };
    const four = asked('2026-03-20T16:00:00+01:00');
    expect(four.step).toBe('last-working-hour-2026-03-20T16');
    expect(four.prompt).toMatchObject({
      lastWorkingHour: { before: 'weekend', dueBy: instant('2026-03-23T12:00:00+01:00') },
    });
    const drawn = JSON.stringify(slackMessage(four.prompt as Prompt, 'de'));
    expect(drawn).toContain('Dies ist die letzte Arbeitsstunde vor dem Wochenende.');
    // Told later it is none any more, and on a weekend nothing says so.
    expect(asked('2026-03-20T17:30:00+01:00').prompt).not.toHaveProperty('lastWorkingHour');
    expect(asked('2026-03-23T11:59:00+01:00').step).toBe('urgent-from-2026-03-22T23:00-2');
    expect(asked('2026-03-23T12:00:00+01:00').step).toBe('urgent-from-2026-03-22T23:00-3');
  });

  it('is not held back by „I am on it“', () => {
    const noon = instant('2026-03-20T12:00:00+01:00');
    const busy = [
      ...reportedThen(noon, { kind: 'art33-1' }),
      acknowledged(instant('2026-03-20T15:30:00+01:00'), instant('2026-03-20T19:30:00+01:00')),
    ];
    expect(course(busy, working(), 'art33-1', addHours(noon, 8))).toContain(
      'last-working-hour-2026-03-20T16 Fri 20 Mar 2026, 16:00',
    );
  });
});

describe('days off', () => {
  it('Maundy Thursday: what falls into Easter is told before it and pressed on; what nobody waits for comes on Tuesday', () => {
    const thursday = instant('2026-04-02T11:00:00+02:00');
    const events = reportedThen(thursday, { kind: 'art33-1' }, { kind: 'art33-5' });
    expect(course(events, working(), 'art33-1', addHours(thursday, 30))).toEqual([
      'at-once Thu 2 Apr 2026, 11:00',
      'last-working-hour-2026-04-02T15 Thu 2 Apr 2026, 16:00',
      '24h Fri 3 Apr 2026, 11:00',
    ]);
    const four = owedOf(events, instant('2026-04-02T16:00:00+02:00'), working()).find(({ slot }) =>
      slot.includes('last-working-hour'),
    );
    expect(four?.prompt).toMatchObject({ lastWorkingHour: { before: 'daysOff', dueBy: instant('2026-04-05T11:00:00+02:00') } });
    const done = [...events, notified(instant('2026-04-02T15:00:00+02:00'))];
    expect(course(done, working(), 'art33-5', addHours(thursday, 150))).toEqual([
      '96h Tue 7 Apr 2026, 08:00',
      '120h Tue 7 Apr 2026, 11:00',
      '144h Wed 8 Apr 2026, 11:00',
    ]);
  });

  it('the eve of a bridge day: Ascension Day, and the Friday on which the house is closed', () => {
    const firm = working({ closed: [{ from: '2026-05-15', to: '2026-05-15' }] });
    const wednesday = instant('2026-05-13T16:30:00+02:00');
    const events = reportedThen(wednesday, { kind: 'art33-1' });
    expect(course(events, firm, 'art33-1', addHours(wednesday, 30))).toEqual([
      'last-working-hour-2026-05-13T15 Wed 13 May 2026, 16:30',
      '24h Thu 14 May 2026, 16:30',
    ]);
    const told = owedOf(events, wednesday, firm).filter(({ group }) => group === 'reminder');
    expect(told.map(({ prompt }) => prompt)).toEqual(
      told.map(() =>
        expect.objectContaining({
          lastWorkingHour: {
            before: 'daysOff',
            dueBy: instant('2026-05-16T16:30:00+02:00'),
            worksAgainAt: instant('2026-05-18T08:00:00+02:00'),
          },
        }),
      ),
    );
  });

  it('23 December: the record waits at most five days for a house that is closed, then it is asked for all the same', () => {
    const firm = working({ closed: [{ from: '2026-12-24', to: '2027-01-01' }] });
    const start = instant('2026-12-23T10:00:00+01:00');
    const told = course(reportedThen(start, { kind: 'art33-5' }), firm, 'art33-5', instant('2027-01-06T00:00:00+01:00'));
    expect(told).toEqual([
      '24h Thu 24 Dec 2026, 10:00',
      '48h Fri 25 Dec 2026, 10:00',
      '72h Sat 26 Dec 2026, 10:00',
      '96h Sun 27 Dec 2026, 10:00',
      '120h Mon 28 Dec 2026, 10:00',
      '144h Tue 29 Dec 2026, 10:00',
      '264h Mon 4 Jan 2027, 08:00',
      '288h Mon 4 Jan 2027, 10:00',
      '312h Tue 5 Jan 2027, 10:00',
    ]);
  });

  it('Fronleichnam is a day off in Nordrhein-Westfalen and none in Hamburg', () => {
    const wednesday = instant('2026-06-03T10:00:00+02:00');
    const events = reportedThen(wednesday, { kind: 'art33-5' });
    expect(course(events, working(), 'art33-5', addHours(wednesday, 30))).toEqual([]);
    const hamburg = working({ holidaysOf: { country: 'DE', state: 'HH' } });
    expect(course(events, hamburg, 'art33-5', addHours(wednesday, 30))).toEqual(['24h Thu 4 Jun 2026, 10:00']);
  });

  it.each([
    ['forward', '2026-03-26T18:00:00+01:00', ['48h Mon 30 Mar 2026, 08:00', '96h Tue 31 Mar 2026, 08:00']],
    ['back', '2026-10-22T18:00:00+02:00', ['72h Mon 26 Oct 2026, 08:00', '96h Tue 27 Oct 2026, 08:00']],
  ])('when the clocks go %s the working day still begins at eight', (_, start, expected) => {
    const from = instant(start);
    const told = course(reportedThen(from, { kind: 'art33-5' }), working(), 'art33-5', addHours(from, 112));
    expect(told.slice(-2).map((step) => step.replace(/^\d+h/, ''))).toEqual(expected.map((step) => step.replace(/^\d+h/, '')));
  });
});

describe('what waits and what does not', () => {
  const evening = instant('2026-03-17T20:00:00+01:00');

  it('persons at high risk wait over a night, not over a weekend', () => {
    expect(course(reportedThen(evening, { kind: 'art34-1' }), working(), 'art34-1', addHours(evening, 20))).toEqual([
      'at-once Tue 17 Mar 2026, 20:00',
      '4h Wed 18 Mar 2026, 08:00',
      '16h Wed 18 Mar 2026, 12:00',
    ]);
    const friday = instant('2026-03-20T12:00:00+01:00');
    expect(course(reportedThen(friday, { kind: 'art34-1' }), working(), 'art34-1', addHours(friday, 40))).toEqual([
      'at-once Fri 20 Mar 2026, 12:00',
      '4h Fri 20 Mar 2026, 16:00',
      '16h Sat 21 Mar 2026, 04:00',
      '28h Sat 21 Mar 2026, 16:00',
      '40h Sun 22 Mar 2026, 04:00',
    ]);
  });

  it('a record waits for the morning, unless the deadline of the notice is less than a day after it', () => {
    const both = reportedThen(evening, { kind: 'art33-1' }, { kind: 'art33-5' });
    expect(course(both, working(), 'art33-5', addHours(evening, 72))).toEqual([
      '24h Thu 19 Mar 2026, 08:00',
      '48h Thu 19 Mar 2026, 20:00',
      '72h Fri 20 Mar 2026, 20:00',
    ]);
  });

  it('a deadline that becomes known in the night ends the waiting at once, not before', () => {
    const quiet = reportedThen(evening, { kind: 'art33-5' });
    const night = addHours(evening, 30);
    const near = [
      ...quiet,
      assessed(night, { kind: 'art33-5', startsAt: evening }, { kind: 'art33-1', startsAt: addHours(evening, -30) }),
    ];
    const told = owedOf(near, night, working()).filter(({ slot }) => slot.includes('/art33-5:'));
    expect(told.map(({ slot, dueAt }) => [slot.split('/')[3], dueAt])).toEqual([
      ['24h', night],
      ['24h', night],
    ]);
  });

  it('news waits for the morning; without working time it comes at once', () => {
    const at = addHours(evening, 1);
    const addition: BreachEvent = { type: 'ReportAdded', at, by: rita, text: 'x', authorName: 'Rita' };
    const said = [...reportedThen(evening, { kind: 'art33-5' }), addition];
    const news = (now: Instant, firm: Organisation) => owedOf(said, now, firm).filter(({ group }) => group === 'news');
    expect(news(at, organisation).length).toBeGreaterThan(0);
    expect(news(instant('2026-03-18T07:59:59+01:00'), working())).toEqual([]);
    expect(news(instant('2026-03-18T08:00:00+01:00'), working())[0]?.dueAt).toBe(instant('2026-03-18T08:00:00+01:00'));
  });

  it('what waited for the morning waits on where somebody is on it by then, and what that pause moves into a night for the next morning', () => {
    const onIt = (until: string) => [
      ...reportedThen(evening, { kind: 'art33-5' }),
      acknowledged(instant('2026-03-19T07:30:00+01:00'), instant(until)),
    ];
    const noon = instant('2026-03-20T09:00:00+01:00');
    expect(course(onIt('2026-03-19T11:30:00+01:00'), working(), 'art33-5', noon)[0]).toBe('24h Thu 19 Mar 2026, 11:30');
    expect(course(onIt('2026-03-19T18:00:00+01:00'), working(), 'art33-5', noon)[0]).toBe('48h Fri 20 Mar 2026, 08:00');
  });

  it('a pause that ends in the night lets the reminder come in the morning', () => {
    const busy = [
      ...reportedThen(instant('2026-03-17T14:00:00+01:00'), { kind: 'art33-5' }),
      acknowledged(instant('2026-03-18T13:00:00+01:00'), instant('2026-03-18T18:00:00+01:00')),
    ];
    expect(course(busy, working(), 'art33-5', instant('2026-03-19T12:00:00+01:00'))).toEqual(['24h Thu 19 Mar 2026, 08:00']);
  });
});

describe('a processor', () => {
  const start = instant('2026-03-17T10:00:00+01:00');
  const events = reportedThen(start, { kind: 'art33-2' });
  const bound = { ...organisation, controllers: organisation.controllers.map((one) => ({ ...one, toldWithinHours: 24 })) };

  it('is reminded every four hours where the contract names none', () => {
    expect(course(events, organisation, 'art33-2', addHours(start, 9))).toEqual([
      'at-once Tue 17 Mar 2026, 10:00',
      '4h Tue 17 Mar 2026, 14:00',
      '8h Tue 17 Mar 2026, 18:00',
    ]);
  });

  it('is led up to the hours of the contract where it names them', () => {
    expect(course(events, bound, 'art33-2', addHours(start, 30))).toEqual([
      'at-once Tue 17 Mar 2026, 10:00',
      'half Tue 17 Mar 2026, 22:00',
      '1h-before Wed 18 Mar 2026, 09:00',
      'deadline Wed 18 Mar 2026, 10:00',
      'overdue-1 Wed 18 Mar 2026, 14:00',
    ]);
  });
});

describe('an investigation', () => {
  const start = instant('2026-03-17T10:00:00+01:00');
  const events = reportedThen(start, { kind: 'art33-1' });
  const asks = (now: Instant, happened: readonly BreachEvent[]) =>
    owedOf(happened, now, organisation).filter(({ slot }) => slot.startsWith('investigation/'));

  it('older than a day is asked about, and daily from then on', () => {
    expect(asks(addHours(start, 23.9), events)).toEqual([]);
    expect(asks(addHours(start, 24), events).map(({ slot }) => slot)).toContain(
      'investigation/case/clock-1/24h/slack:channel:C042',
    );
    expect(asks(addHours(start, 49), events)[0]?.prompt).toMatchObject({ purpose: 'investigation' });
  });

  it('is none where the rules say „not owed“: there another decision is missing', () => {
    expect(asks(addHours(start, 30), reportedThen(start, { kind: 'art33-1', status: 'not-owed' }))).toEqual([]);
  });

  it('ends with the decision on awareness, and with the duty it would start', () => {
    const at = addHours(start, 2);
    const decided: BreachEvent = {
      ...{ type: 'DecisionRecorded', at, by: dora, decisionId: 'd-1', reasons: 'x', decidedBy: 'x', dpoAdvice: '', counts: true },
      decision: { kind: 'awareness', controller: 'muster', moment: at },
    };
    expect(asks(addHours(start, 30), [...events, decided])).toEqual([]);
    expect(asks(addHours(start, 30), [...events, notified(at)])).toEqual([]);
  });
});

const random = { seed: 20_260_402, numRuns: 300 };
/** Kept, so that the days of each are reckoned once. */
const FIRMS: readonly Organisation[] = [
  working(),
  working({ closed: [{ from: '2026-03-30', to: '2026-04-10' }] }),
  working({ hours: { tue: { from: '22:00', to: '24:00' }, thu: { from: '06:15', to: '06:45' } } }),
  working({ hours: { mon: { from: '00:00', to: '24:00' }, tue: { from: '00:00', to: '12:00' } } }),
  working({ holidaysOf: { country: 'AT' }, holidays: ['03-31'] }),
];

describe('for any case, any working time, at any moment', () => {
  const randomAt = fc
    .record({ events: randomEvents, after: randomHours, firm: fc.constantFrom(...FIRMS) })
    .map(({ events, after, firm }) => caseAt(hours(after), events, { organisation: firm }));

  it('nothing changes before the next moment, and something does or may then', () => {
    fc.assert(
      fc.property(randomAt, fc.double({ min: 0, max: 1, noNaN: true }), (at, part) => {
        const next = nextChange(at);
        const last = next === undefined ? Date.parse(addHours(at.now, 1000)) : Date.parse(next) - 1;
        const shown = (now: Instant) =>
          owed({ ...at, now }).map(({ slot, dueAt, prompt, language }) => `${slot} ${dueAt} ${fingerprint(prompt, language)}`);
        const between = Date.parse(at.now) + Math.floor((last - Date.parse(at.now)) * part);
        for (const moment of [between, last]) {
          expect(shown(instant(new Date(moment).toISOString()))).toEqual(shown(at.now));
        }
      }),
      random,
    );
  });

  it('a step is never owed before its clock, nor before its own moment, nor a later one before an earlier', () => {
    fc.assert(
      fc.property(randomAt, (at) => {
        for (const { steps } of announcements(at)) {
          let before = latestDue(steps, at.now);
          for (
            let now = nextDue(steps, at.now), count = 0;
            now !== undefined && count < 12;
            now = nextDue(steps, now), count += 1
          ) {
            const step = latestDue(steps, now);
            if (step === undefined) continue;
            expect(step.ordinal).toBeGreaterThanOrEqual(before?.ordinal ?? 0);
            expect(Date.parse(step.dueAt)).toBeGreaterThanOrEqual(steps.since);
            const own = steps.steps[step.ordinal]?.at ?? 0;
            expect(Date.parse(step.dueAt)).toBeGreaterThanOrEqual(own);
            before = step;
          }
        }
      }),
      random,
    );
  });

  it('a deadline is told at its moment, and no step waits past the beginning of work, or five days, or to within a day of a deadline', () => {
    let waited = 0;
    fc.assert(
      fc.property(randomAt, (at) => {
        const calendar = workCalendar(at.organisation.workingTime as WorkingTime, 'Europe/Berlin');
        if (at.record.acknowledged !== undefined) return;
        for (const { steps, slots } of announcements(at)) {
          for (const { name, dueAt, moment, firm } of walked(steps, 12)) {
            if (name === 'deadline') expect(dueAt).toBe(moment);
            if (firm || dueAt === moment) continue;
            waited += 1;
            expect(dueAt).toBeLessThanOrEqual(calendar.freeTimeAt(moment)?.until ?? moment);
            expect(dueAt - moment).toBeLessThanOrEqual(120 * 3_600_000);
            if (slots.purpose !== 'retention') expectTimeLeft(at.record, dueAt);
          }
        }
      }),
      random,
    );
    expect(waited).toBeGreaterThan(1000);
  });

  it('every open duty is spoken of again: within five days of waiting, a day of its cadence and any pause', () => {
    fc.assert(
      fc.property(randomAt, (early) => {
        const at = { ...early, now: addHours(early.now, 260) };
        if (at.record.status !== 'open') return;
        const resumed = at.record.acknowledged?.until ?? at.now;
        const later = { ...at, now: addHours(resumed > at.now ? resumed : at.now, 5 * 24 + 24) };
        const known = new Set(owed(at).map(({ slot }) => slot));
        const fresh = owed(later).filter(({ slot }) => !known.has(slot));
        for (const { id } of openDuties(at.record)) expect(fresh.some(({ slot }) => slot.includes(`/${id}/`))).toBe(true);
      }),
      random,
    );
  });

  it('the audit finds nobody silent', () => {
    fc.assert(
      fc.property(randomAt, (at) => {
        const deliveries = owed(at).map(({ slot }) => ({
          caseId: theCase,
          slot,
          state: 'sent' as const,
          at: at.now,
          attempts: 1,
        }));
        const findings = audit([{ ...at, deliveries, nextDueAt: nextChange(at) }], at.now);
        expect(findings.filter(({ finding }) => finding !== 'nobodyToTell' && finding !== 'dutySilent')).toEqual([]);
        if (!at.record.excluded.includes(dora)) expect(findings).toEqual([]);
      }),
      random,
    );
  });
});

type Walked = { readonly name: string; readonly firm: boolean; readonly dueAt: number; readonly moment: number };

/** The first steps of a row as they fall due, with the moment each would be owed if nothing waited. */
function walked(steps: StepSeries, count: number): readonly Walked[] {
  const found: Walked[] = [];
  const since = instant(new Date(steps.since).toISOString());
  for (let now: Instant | undefined = since; now !== undefined && found.length < count; now = nextDue(steps, now)) {
    const step = latestDue(steps, now);
    if (step === undefined) continue;
    const named = steps.steps[step.ordinal];
    const repeated = step.ordinal - steps.steps.length + 1;
    const at = named?.at ?? (steps.tail?.from ?? 0) + repeated * (steps.tail?.everyMs ?? 0);
    found.push({ name: step.name, firm: named?.firm ?? false, dueAt: Date.parse(step.dueAt), moment: Math.max(at, steps.since) });
  }
  return found;
}

/** At least a day is left to every deadline that lies ahead and was known; one that became known later ended the waiting. */
function expectTimeLeft(record: CaseRecord, due: number): void {
  for (const duty of openDuties(record)) {
    const { dueBy, setAt } = clockInForce(duty);
    if (dueBy === undefined || Date.parse(setAt) >= due) continue;
    expect(hoursBetween(instant(new Date(due).toISOString()), dueBy)).toBeGreaterThanOrEqual(24);
  }
}
