import { describe, expect, it } from 'vitest';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { type CaseInTime, owed } from '../../src/reminders/owed.ts';
import { addHours } from '../../src/rules/instant.ts';
import { assessed, caseAt, dora, duty, hours, notified, reported, reportedAt } from './sampleCase.ts';

const meta = { at: hours(1), by: dora };
const opened: readonly BreachEvent[] = [reported, assessed(reportedAt, { kind: 'art33-1' })];
const task = (measureId: string, at: number): BreachEvent => ({
  ...{ ...meta, type: 'MeasurePlanned', measureId, text: 'Geheimer Inhalt', dueBy: hours(at), owner: 'Dora' },
});
const finished = (measureId: string): BreachEvent => ({ ...meta, type: 'MeasureFinished', measureId, note: '' });

/** Every step of these tasks that falls due within so many hours, told to the channel. */
function told(events: readonly BreachEvent[], until: number): readonly string[] {
  const seen = new Set<string>();
  for (let at = addHours(reportedAt, 1); at <= hours(until); at = nextChange(caseAt(at, events)) ?? hours(until + 1)) {
    for (const { slot } of owed(caseAt(at, events))) {
      if (/^(noticeTask|measure)\/.*desk:channel/u.test(slot)) seen.add(slot);
    }
  }
  return [...seen].map((slot) => slot.replace(/\/clock-1\/|\/desk:channel:office/gu, ' ').trim());
}

const reminderAt = (at: CaseInTime) => {
  const reminders = owed(at).filter(({ prompt: { kind } }) => kind === 'reminder');
  const prompt = reminders.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1)).at(-1)?.prompt;
  if (prompt?.kind !== 'reminder') throw new Error('A reminder is owed.');
  return prompt;
};
const shown = (at: CaseInTime): string => JSON.stringify(adaptiveCard(reminderAt(at), 'de'));

describe('what is open around a notice', () => {
  it('is recalled around its date, a question of the authority three days before, and never ends by itself', () => {
    expect(told([...opened, task('notice:question/q1', 120)], 145)).toEqual([
      ...[
        'noticeTask/notice:question/q1 72h-before',
        'noticeTask/notice:question/q1 24h-before',
        'noticeTask/notice:question/q1 4h-before',
      ],
      ...['noticeTask/notice:question/q1 deadline', 'noticeTask/notice:question/q1 overdue-1'],
      'noticeTask/notice:question/q1 overdue-2',
    ]);
    expect(told([...opened, task('notice:reference/x', 48)], 49)).toEqual([
      ...['noticeTask/notice:reference/x 24h-before', 'noticeTask/notice:reference/x deadline'],
    ]);
  });
  it('is no measure: a measure is told as one', () => {
    expect(told([...opened, task('m1', 48)], 49)).toEqual(['measure/m1 24h-before', 'measure/m1 deadline']);
    const prompt = reminderAt(caseAt(hours(24), [...opened, task('m1', 48), task('notice:field/logs', 40)]));
    expect(prompt).toMatchObject({
      openMeasures: 1,
      noticeTasks: [{ kind: 'field', count: 1, dueBy: hours(40) }],
    });
  });
  it('says how many of a kind and when the next is due, and nothing of its content', () => {
    const events = [...opened, task('notice:field/logs', 40), task('notice:field/recipients', 30), task('notice:question/q', 50)];
    expect(reminderAt(caseAt(hours(24), events)).noticeTasks).toEqual([
      { kind: 'question', count: 1, dueBy: hours(50) },
      { kind: 'field', count: 2, dueBy: hours(30) },
    ]);
    expect(shown(caseAt(hours(24), events))).toContain('2 Angaben klären: die nächste bis');
    expect(shown(caseAt(hours(24), events))).not.toContain('Geheimer');
  });
  it('is silent once it is done', () =>
    expect(told([...opened, task('notice:question/q1', 120), finished('notice:question/q1')], 145)).toEqual([]));
});

describe('the sixtieth hour', () => {
  const incomplete = 'Melden Sie jetzt, was Sie wissen';
  it('proposes to notify incompletely, at the step that falls due then and not before', () => {
    expect(shown(caseAt(hours(48), opened))).not.toContain(incomplete);
    expect(shown(caseAt(hours(60), opened))).toContain(incomplete);
  });
  it('proposes nothing once the notice went out, or where the rules say that none is owed', () => {
    const done = [...opened, notified(hours(20))];
    const notOwed = [reported, assessed(reportedAt, { kind: 'art33-1', status: 'not-owed' })];
    for (const events of [done, notOwed]) {
      const rows = owed(caseAt(hours(66), events)).flatMap(({ prompt }) => ('duties' in prompt ? prompt.duties : []));
      expect(JSON.stringify(rows)).not.toContain('sendIncomplete');
    }
  });
});

describe('the follow-up', () => {
  const following: readonly BreachEvent[] = [
    ...opened,
    notified(hours(20)),
    { ...meta, at: hours(20), type: 'FollowUpOpened', duty: duty({ kind: 'art33-4', startsAt: hours(20) }) },
  ];
  it('shows a target 72 hours after the first notice, and says that it is practice and no deadline', () => {
    const at = caseAt(hours(45), following);
    expect(reminderAt(at).duties).toMatchObject([{ kind: 'art33-4', target: hours(92) }]);
    expect(reminderAt(at).duties[0]).not.toHaveProperty('dueBy');
    expect(shown(at)).toContain('keine gesetzliche Frist');
  });
  it('is recalled past the target, and is never called overdue', () => {
    const late = reminderAt(caseAt(hours(140), following));
    expect(late.purpose).toBe('step');
  });
});
