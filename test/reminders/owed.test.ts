import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { personId } from '../../src/breach/identifiers.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { type CaseInTime, type Owed, owed } from '../../src/reminders/owed.ts';
import { addHours, instant, type Instant } from '../../src/rules/instant.ts';
import {
  acknowledged,
  assessed,
  caseAt,
  dirk,
  dora,
  duty,
  hours,
  notified,
  number,
  organisation,
  reported,
  reportedAt,
  rita,
  theCase,
} from './sampleCase.ts';

const slots = (at: CaseInTime): readonly string[] => owed(at).map(({ slot }) => slot);
const about = (at: CaseInTime, start: string): readonly string[] => slots(at).filter((slot) => slot.startsWith(start));
const find = (at: CaseInTime, slot: string): Owed => {
  const found = owed(at).find((candidate) => candidate.slot === slot);
  if (!found) throw new Error(`Not owed: ${slot}`);
  return found;
};

const authority = assessed(reportedAt, { kind: 'art33-1' });
const opened: readonly BreachEvent[] = [reported, authority];
const meta = { at: hours(1), by: dora };

describe('a case that was just reported', () => {
  it('owes the receipt, the card, and at once a first message and the first step of the duty to officer and channel', () => {
    expect(slots(caseAt(reportedAt, opened))).toEqual([
      'receipt/desk:person:rita',
      'card/desk:channel:office',
      'new/case/clock-1/at-once/desk:person:dora-desk',
      'reminder/art33-1:muster:de-nw/clock-1/at-once/desk:person:dora-desk',
      'new/case/clock-1/at-once/desk:channel:office',
      'reminder/art33-1:muster:de-nw/clock-1/at-once/desk:channel:office',
    ]);
  });

  it('speaks to each reader in their own language: the report’s, the person’s, the organisation’s', () => {
    const at = caseAt(reportedAt, opened);
    expect(find(at, 'receipt/desk:person:rita').language).toBe('en');
    expect(find(at, 'new/case/clock-1/at-once/desk:person:dora-desk').language).toBe('en');
    expect(find(at, 'card/desk:channel:office').language).toBe('de');
  });

  it('carries neither text nor name of the report in what goes to the office', () => {
    const toOffice = owed(caseAt(hours(1), opened)).filter(({ slot }) => !slot.startsWith('receipt/'));
    expect(toOffice.length).toBeGreaterThan(3);
    expect(JSON.stringify(toOffice.map(({ prompt }) => prompt))).not.toMatch(/Brief|Rita/);
  });

  it('writes to every connected platform, and to none other', () => {
    expect(about(caseAt(reportedAt, opened, { platforms: ['desk', 'slack'] }), 'new/')).toHaveLength(4);
    expect(slots(caseAt(reportedAt, opened, { platforms: [] }))).toEqual([]);
  });

  it('owes no receipt to somebody whose report came by telephone', () => {
    const told: BreachEvent = {
      ...(reported as Extract<BreachEvent, { type: 'BreachReported' }>),
      source: { by: 'telephone', toldAt: reportedAt, informant: 'Rita' },
    };
    expect(about(caseAt(reportedAt, [told, authority]), 'receipt/')).toEqual([]);
  });
});

describe('reminders of a duty', () => {
  it('names only the latest step', () => {
    expect(about(caseAt(hours(60.5), opened), 'reminder/')).toEqual([
      'reminder/art33-1:muster:de-nw/clock-1/60h/desk:person:dora-desk',
      'reminder/art33-1:muster:de-nw/clock-1/60h/desk:channel:office',
    ]);
  });

  it('counts elapsed hours over the change of clocks: due Monday 18:40 in Berlin', () => {
    const at = caseAt(instant('2026-03-30T18:40:00+02:00'), opened);
    const reminder = find(at, 'reminder/art33-1:muster:de-nw/clock-1/deadline/desk:channel:office');
    expect(reminder).toMatchObject({
      dueAt: '2026-03-30T16:40:00.000Z',
      prompt: { purpose: 'overdue', duties: [{ hoursLeft: 0 }] },
    });
  });

  it('says how many hours are left', () => {
    const reminder = find(caseAt(hours(48), opened), 'reminder/art33-1:muster:de-nw/clock-1/48h/desk:channel:office');
    expect(reminder.prompt).toMatchObject({
      kind: 'reminder',
      purpose: 'step',
      asOf: hours(48),
      duties: [{ kind: 'art33-1', hoursLeft: 24 }],
    });
  });

  it('goes on after the deadline, every four hours', () => {
    expect(about(caseAt(hours(72 + 13), opened), 'reminder/')[0]).toBe(
      'reminder/art33-1:muster:de-nw/clock-1/overdue-3/desk:person:dora-desk',
    );
  });

  it('ends with the notice, and with nothing less', () => {
    const silent = caseAt(hours(2000), opened);
    expect(about(silent, 'reminder/')).toHaveLength(2);
    expect(about(caseAt(hours(2000), [...opened, notified(hours(20))]), 'reminder/')).toEqual([]);
  });

  it('asks for the decision when the rules say „not owed“', () => {
    const at = caseAt(hours(49), [...opened, assessed(hours(3), { kind: 'art33-1', status: 'not-owed' })]);
    expect(about(at, 'reminder/')).toEqual([]);
    expect(find(at, 'decisionMissing/art33-1:muster:de-nw/clock-1/48h/desk:channel:office').prompt).toMatchObject({
      purpose: 'decisionMissing',
    });
  });

  it('begins anew when the clock is set anew', () => {
    const start = hours(-10);
    const again = assessed(hours(30), { kind: 'art33-1', startsAt: start, dueBy: addHours(start, 72) });
    expect(about(caseAt(hours(30), [...opened, again]), 'reminder/')[1]).toBe(
      'reminder/art33-1:muster:de-nw/clock-2/24h/desk:channel:office',
    );
  });

  it('a step that lies before its duty arose is owed from then on, not in hindsight', () => {
    const late = assessed(hours(50), { kind: 'art34-1' });
    expect(
      find(caseAt(hours(51), [...opened, late]), 'reminder/art34-1:muster:persons/clock-1/40h/desk:channel:office').dueAt,
    ).toBe(hours(50));
  });

  it('ten years overdue is found quickly and still owed', () => {
    const many = [
      reported,
      assessed(reportedAt, { kind: 'art33-1' }, { kind: 'art34-1' }, { kind: 'art33-2' }, { kind: 'art33-5' }),
    ];
    const at = caseAt(instant('2036-03-30T16:40:00Z'), many);
    const before = performance.now();
    expect(about(at, 'reminder/')[0]).toBe('reminder/art33-1:muster:de-nw/clock-1/overdue-21918/desk:person:dora-desk');
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe('„I am on it“', () => {
  const busy = [...opened, acknowledged(hours(47), hours(51))];

  it('holds the reminder back and lets it go by itself', () => {
    expect(about(caseAt(hours(50), busy), 'reminder/')[0]).toContain('/24h/');
    expect(find(caseAt(hours(51), busy), 'reminder/art33-1:muster:de-nw/clock-1/48h/desk:channel:office').dueAt).toBe(hours(51));
  });

  it('is shown on the card until it is over', () => {
    expect(find(caseAt(hours(50), busy), 'card/desk:channel:office').prompt).toMatchObject({ onItUntil: hours(51) });
    expect(find(caseAt(hours(51), busy), 'card/desk:channel:office').prompt).not.toHaveProperty('onItUntil');
  });

  it('buys hours once: pressing again does not hold back what was held back already', () => {
    const again = [...busy, acknowledged(hours(50), hours(54))];
    expect(about(caseAt(hours(50), again), 'reminder/')[0]).toContain('/48h/');
  });

  it('never holds back the deadline', () => {
    const lastMinute = [...opened, acknowledged(hours(71.5), hours(75))];
    expect(about(caseAt(hours(72), lastMinute), 'reminder/')[0]).toContain('/deadline/');
  });
});

describe('measures and closing', () => {
  const planned: BreachEvent = {
    ...meta,
    type: 'MeasurePlanned',
    measureId: 'm-1',
    text: 'Schulung',
    dueBy: hours(100),
    owner: 'Dora',
  };
  const finished: BreachEvent = { ...meta, at: hours(99), type: 'MeasureFinished', measureId: 'm-1', note: '' };
  const ended = [...opened, notified(hours(20))];

  it('recalls a measure a day before it is due, and not earlier', () => {
    expect(about(caseAt(hours(75.9), [...opened, planned]), 'measure/')).toEqual([]);
    expect(about(caseAt(hours(76), [...opened, planned]), 'measure/')[1]).toBe(
      'measure/m-1/clock-1/24h-before/desk:channel:office',
    );
  });

  it('says once everything is done that the case can be closed, and daily from then on', () => {
    expect(about(caseAt(hours(20), ended), 'readyToClose/')[1]).toBe(
      `readyToClose/${hours(20)}/clock-1/at-once/desk:channel:office`,
    );
    expect(about(caseAt(hours(70), ended), 'readyToClose/')[1]).toBe(`readyToClose/${hours(20)}/clock-1/48h/desk:channel:office`);
  });

  it('does not say so while a measure is open, and says it anew when that is finished', () => {
    expect(about(caseAt(hours(98), [...ended, planned]), 'readyToClose/')).toEqual([]);
    expect(about(caseAt(hours(99), [...ended, planned, finished]), 'readyToClose/')[1]).toBe(
      `readyToClose/${hours(99)}/clock-1/at-once/desk:channel:office`,
    );
  });

  it('a closed case keeps its surfaces and what its reporter is told, nothing else', () => {
    const closed: BreachEvent = { ...meta, at: hours(21), type: 'CaseClosed', note: '' };
    const told: BreachEvent = { ...meta, at: hours(22), type: 'ReporterTold', outcome: 'handled' };
    expect(slots(caseAt(hours(500), [...ended, closed, told]))).toEqual([
      'receipt/desk:person:rita',
      'card/desk:channel:office',
      'outcome/handled/clock-1/at-once/desk:person:rita',
    ]);
  });

  it('an erased case owes nothing at all, not even its surfaces, and nothing will change', () => {
    const closed: BreachEvent = { ...meta, at: hours(21), type: 'CaseClosed', note: '' };
    const erased: BreachEvent = { ...meta, at: hours(22), type: 'CaseErased', retention: '3 Jahre', reasons: 'Frist vorbei' };
    const at = caseAt(hours(500), [...ended, closed, erased]);
    expect(slots(at)).toEqual([]);
    expect(nextChange(at)).toBeUndefined();
  });

  it('a joined case falls silent, because its duties go on under the other number', () => {
    const joined: BreachEvent = { ...meta, type: 'JoinedInto', main: theCase, mainNumber: number };
    expect(slots(caseAt(hours(500), [...opened, joined]))).toEqual(['receipt/desk:person:rita', 'card/desk:channel:office']);
  });
});

describe('questions, confirmations, exclusions', () => {
  const asked: BreachEvent = {
    ...meta,
    type: 'QuestionAskedOfPerson',
    questionId: 'q-1',
    person: personId('desk:max'),
    text: 'War der Brief offen?',
  };

  it('asks the one person, recalls it daily, and stops with the answer', () => {
    expect(find(caseAt(hours(1), [...opened, asked]), 'question/q-1/clock-1/at-once/desk:person:max').prompt).toMatchObject({
      reminder: false,
    });
    expect(find(caseAt(hours(50), [...opened, asked]), 'question/q-1/clock-1/48h/desk:person:max').prompt).toMatchObject({
      reminder: true,
    });
    const answered: BreachEvent = {
      ...meta,
      at: hours(60),
      type: 'PersonAnswered',
      questionId: 'q-1',
      text: 'Nein',
      authorName: 'Max',
    };
    expect(about(caseAt(hours(70), [...opened, asked, answered]), 'question/')).toEqual([]);
  });

  const pending: BreachEvent = {
    ...meta,
    type: 'DecisionRecorded',
    decisionId: 'd-1',
    decision: { kind: 'not-notifying', duties: [duty({ kind: 'art33-1' }).id], againstAssessment: true },
    reasons: 'Geheime Gründe',
    decidedBy: 'Dirk',
    dpoAdvice: '',
    counts: false,
  };

  it('asks each decider at once, every 12 hours, and every 4 in the last 12 before the deadline', () => {
    const events = [...opened, pending];
    expect(about(caseAt(hours(1), events), 'confirmation/')).toEqual(['confirmation/d-1/clock-1/at-once/desk:person:dirk-desk']);
    expect(about(caseAt(hours(26), events), 'confirmation/')).toEqual(['confirmation/d-1/clock-1/24h/desk:person:dirk-desk']);
    expect(about(caseAt(hours(69), events), 'confirmation/')).toEqual([
      'confirmation/d-1/clock-1/urgent-from-2026-03-30T04:40-2/desk:person:dirk-desk',
    ]);
    expect(JSON.stringify(owed(caseAt(hours(1), events)).map(({ prompt }) => prompt))).not.toContain('Geheime');
  });

  it('counts nothing it asked towards one deadline for the next: each presses anew', () => {
    const report = { ...duty({ kind: 'neighbour', startsAt: hours(1), dueBy: hours(100) }), id: 'neighbour:muster:report' };
    const decision = { kind: 'not-notifying', duties: [report.id], againstAssessment: true } as const;
    const events: readonly BreachEvent[] = [
      ...opened,
      { type: 'NeighbourStageOpened', at: hours(1), by: dora, duty: report },
      { ...pending, decision },
    ];
    const asked = (at: readonly number[], all: readonly BreachEvent[]): readonly string[] =>
      at.flatMap((hour) => about(caseAt(hours(hour), all), 'confirmation/'));
    const before = asked([60, 64, 68], events);
    const after = asked([88, 92, 96], [...events, notified(hours(71))]);
    expect([before.length, after.length]).toEqual([3, 3]);
    expect(after.filter((slot) => before.includes(slot))).toEqual([]);
  });

  it('stops when the decision is confirmed; the duty is reminded until then', () => {
    const events = [...opened, pending];
    expect(about(caseAt(hours(26), events), 'reminder/')).toHaveLength(2);
    const confirmed: BreachEvent = { type: 'DecisionConfirmed', at: hours(30), by: dirk, decisionId: 'd-1', complete: true };
    const after = caseAt(hours(31), [...events, confirmed]);
    expect([about(after, 'confirmation/'), about(after, 'reminder/')]).toEqual([[], []]);
  });

  const excluded = (person: typeof dora): BreachEvent => ({ ...meta, type: 'PersonExcluded', person, reasons: 'betroffen' });

  it('writes nothing to an excluded person; the deputy stands in for the last officer', () => {
    const toPersons = slots(caseAt(hours(2), [...opened, excluded(dora)])).filter((slot) => slot.startsWith('new/'));
    expect(toPersons).toEqual(['new/case/clock-1/at-once/desk:person:udo-desk', 'new/case/clock-1/at-once/desk:channel:office']);
    expect(about(caseAt(hours(2), [...opened, excluded(rita)]), 'receipt/')).toEqual([]);
    expect(about(caseAt(hours(2), [...opened, pending, excluded(dirk)]), 'confirmation/')).toEqual([]);
  });

  it('tells a reporter who is an officer as reporter and as officer', () => {
    const own: BreachEvent = { ...(reported as Extract<BreachEvent, { type: 'BreachReported' }>), reporter: dora };
    const toDora = slots(caseAt(reportedAt, [own, authority], { organisation })).filter((slot) => slot.endsWith('dora-desk'));
    expect(toDora).toHaveLength(3);
  });
});

describe('news: an addition, or an answer', () => {
  const added = (at: Instant, by = rita): BreachEvent => ({
    type: 'ReportAdded',
    at,
    by,
    text: 'Geheime Ergänzung',
    authorName: 'Rita',
  });
  const closed: BreachEvent = { type: 'CaseClosed', at: hours(10), by: dora, note: '' };

  it('is told to the office once, and without a word of it', () => {
    const at = caseAt(hours(30), [...opened, added(hours(2))]);
    expect(about(at, 'news/')).toEqual([
      'news/1/clock-1/at-once/desk:person:dora-desk',
      'news/1/clock-1/at-once/desk:channel:office',
    ]);
    expect(JSON.stringify(find(at, 'news/1/clock-1/at-once/desk:channel:office').prompt)).not.toMatch(/Geheim|Rita/);
  });

  it('is nothing where the office itself wrote it', () => {
    expect(about(caseAt(hours(3), [...opened, added(hours(2), dora)]), 'news/')).toEqual([]);
  });

  it('on a closed case is told daily until somebody takes it up or opens the case again', () => {
    const events = [...opened, notified(hours(5)), closed, added(hours(100))];
    expect(about(caseAt(hours(99), events.slice(0, -1)), 'news/')).toEqual([]);
    expect(about(caseAt(hours(150), events), 'news/')[1]).toBe('news/1/clock-1/48h/desk:channel:office');
    const seen = [...events, acknowledged(hours(151), hours(155))];
    expect(about(caseAt(hours(999), seen), 'news/')).toEqual([]);
    const reopened: BreachEvent = { type: 'CaseReopened', at: hours(151), by: dora, reasons: 'Neues' };
    expect(about(caseAt(hours(999), [...events, reopened]), 'news/')).toEqual([
      'news/1/clock-1/at-once/desk:person:dora-desk',
      'news/1/clock-1/at-once/desk:channel:office',
    ]);
  });

  it('of an asked person is told as well', () => {
    const asked: BreachEvent = {
      type: 'QuestionAskedOfPerson',
      at: hours(1),
      by: dora,
      questionId: 'q',
      person: dirk,
      text: 'Wann?',
    };
    const answered: BreachEvent = {
      type: 'PersonAnswered',
      at: hours(2),
      by: dirk,
      questionId: 'q',
      text: 'Um neun',
      authorName: 'Dirk',
    };
    expect(about(caseAt(hours(3), [...opened, asked, answered]), 'news/')).toHaveLength(2);
  });
});
