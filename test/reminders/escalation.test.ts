import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { personId } from '../../src/breach/identifiers.ts';
import { ESCALATION_STAGES, type EscalationKind, type EscalationStage, type Organisation } from '../../src/organisation.ts';
import { ESCALATION, WITHOUT_LAST_MOMENT } from '../../src/reminders/escalation.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { owed } from '../../src/reminders/owed.ts';
import { plan } from '../../src/reminders/plan.ts';
import { addHours, instant, type Instant } from '../../src/rules/instant.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { randomEvents, randomHours } from './randomCase.ts';
import {
  acknowledged,
  assessed,
  caseAt,
  dora,
  duty,
  hours,
  notified,
  organisation,
  reported,
  reportedAt,
  theCase,
} from './sampleCase.ts';

const mara = personId('mara');
const management: Organisation['persons'][number] = {
  id: mara,
  name: 'Mara',
  roles: ['management'],
  language: 'de',
  accounts: { desk: 'mara-desk' },
};
const staffed: Organisation = { ...organisation, persons: [...organisation.persons, management] };
const without = (...ids: readonly string[]): Organisation => ({
  ...staffed,
  persons: staffed.persons.filter(({ id }) => !ids.includes(id)),
});

const opened: readonly BreachEvent[] = [reported, assessed(reportedAt, { kind: 'art33-1' })];
const informing: readonly BreachEvent[] = [reported, assessed(reportedAt, { kind: 'art34-1' })];
/** The officer recorded something. */
const moved = (at: Instant): BreachEvent => ({
  type: 'TimeRecorded',
  at,
  by: dora,
  time: 'occurred',
  moment: reportedAt,
  source: '',
  reasons: '',
});

type Told = { readonly to: string; readonly step: string };
const escalated = (now: Instant, events: readonly BreachEvent[] = opened, of: Organisation = staffed): readonly Told[] =>
  owed(caseAt(now, events, { organisation: of })).flatMap(({ slot, to }) =>
    slot.startsWith('escalation/') ? [{ to: to.id, step: slot.split('/').at(-2) ?? '' }] : [],
  );
const stepsTo = (id: string, now: Instant, events?: readonly BreachEvent[], of?: Organisation): readonly string[] =>
  escalated(now, events, of).flatMap(({ to, step }) => (to === id ? [step] : []));

describe('the notice to the authority, nobody moving', () => {
  it('reaches nobody else for a day', () => expect(escalated(hours(23.9))).toEqual([]));

  it('reaches deputy and channel after 24 hours of silence', () => {
    expect(escalated(hours(24))).toEqual([
      { to: 'udo-desk', step: 'deputy-quiet-24h' },
      { to: 'office', step: 'deputy-quiet-24h' },
    ]);
  });

  it('reaches management at 12 hours left, at the deadline, and every 24 hours after', () => {
    expect(stepsTo('mara-desk', hours(59.9))).toEqual([]);
    expect(stepsTo('mara-desk', hours(60))).toEqual(['management-12h-left']);
    expect(stepsTo('mara-desk', hours(72))).toEqual(['management-deadline']);
    expect(stepsTo('mara-desk', hours(95.9))).toEqual(['management-deadline']);
    expect(stepsTo('mara-desk', hours(96))).toEqual(['management-overdue-1']);
    expect(stepsTo('mara-desk', hours(72 + 24 * 100))).toEqual(['management-overdue-100']);
  });

  it('tells the channel each of these stages too', () => {
    expect(stepsTo('office', hours(72))).toContain('management-deadline');
  });

  it('is looked at again in time for each of them', () => {
    expect(nextChange(caseAt(hours(59.99), opened, { organisation: staffed }))! <= hours(60)).toBe(true);
  });
});

describe('an office that works', () => {
  it('starts the silence anew with whatever it records, but not with „I am on it“', () => {
    expect(stepsTo('udo-desk', hours(30), [...opened, moved(hours(10))])).toEqual([]);
    expect(stepsTo('udo-desk', hours(34), [...opened, moved(hours(10))])).toEqual(['deputy-quiet-24h']);
    expect(stepsTo('udo-desk', hours(24), [...opened, acknowledged(hours(20), hours(40))])).toEqual(['deputy-quiet-24h']);
  });

  it('still tells the deputy when 24 hours are left', () => {
    const events = [...opened, moved(hours(40))];
    expect(stepsTo('udo-desk', hours(47.9), events)).toEqual([]);
    expect(stepsTo('udo-desk', hours(48), events)).toEqual(['deputy-24h-left']);
  });

  it('is told of nothing any more once the notice is recorded', () => {
    expect(escalated(hours(73), [...opened, notified(hours(50))])).toEqual([]);
  });

  it('names each silence, so that the next one is told again', () => {
    const slots = (events: readonly BreachEvent[]) =>
      owed(caseAt(hours(47), events, { organisation: staffed }))
        .map(({ slot }) => slot)
        .filter((slot) => slot.startsWith('escalation/') && slot.endsWith('udo-desk'));
    expect(slots(opened)).not.toEqual(slots([...opened, moved(hours(20))]));
  });
});

describe('what has no hours', () => {
  it('reaches the deputy after 24 and management after 72 hours of silence', () => {
    expect(escalated(hours(23.9), informing)).toEqual([]);
    expect(stepsTo('udo-desk', hours(24), informing)).toEqual(['deputy-quiet-24h']);
    expect(stepsTo('mara-desk', hours(71.9), informing)).toEqual([]);
    expect(stepsTo('mara-desk', hours(72), informing)).toEqual(['management-quiet-72h']);
  });

  it('goes for the notice to the authority too, where its law names none', () => {
    const swiss = [reported, { ...assessed(reportedAt), duties: [withoutHours] } as BreachEvent];
    expect(stepsTo('mara-desk', hours(72), swiss)).toEqual(['management-quiet-72h']);
  });
  const { dueBy: _, ...withoutHours } = duty({ kind: 'art33-1' });
});

describe('a short period', () => {
  it('has the same shares of it: of 24 hours the last 8 and the last 4', () => {
    const short = [reported, assessed(reportedAt, { kind: 'neighbour', dueBy: hours(24) })];
    expect(escalated(hours(15.9), short)).toEqual([]);
    expect(stepsTo('udo-desk', hours(16), short)).toEqual(['deputy-24h-left']);
    expect(stepsTo('mara-desk', hours(19.9), short)).toEqual([]);
    expect(stepsTo('mara-desk', hours(20), short)).toEqual(['management-12h-left']);
  });
});

describe('a pause', () => {
  it('silences no stage, whatever it lasts', () => {
    const paused = [...opened, acknowledged(hours(47), hours(100))];
    expect(stepsTo('udo-desk', hours(48), paused)).toContain('deputy-24h-left');
    expect(stepsTo('mara-desk', hours(72), paused)).toEqual(['management-deadline']);
  });
});

describe('a corrected clock', () => {
  it('opens slots of its own', () => {
    const earlier = [...opened, assessed(hours(1), { kind: 'art33-1', startsAt: hours(-12), dueBy: hours(60) })];
    const slots = owed(caseAt(hours(48), earlier, { organisation: staffed })).map(({ slot }) => slot);
    expect(slots).toContain('escalation/art33-1:muster:de-nw/clock-2/management-12h-left/desk:person:mara-desk');
  });

  it('told late, tells everybody at once', () => {
    const late = [reported, assessed(hours(65), { kind: 'art33-1' })];
    expect(stepsTo('mara-desk', hours(65), late)).toEqual(['management-12h-left']);
    expect(stepsTo('udo-desk', hours(65), late)).toEqual(['deputy-24h-left']);
  });
});

describe('a role that nobody fills', () => {
  const prompts = (to: string, now: Instant, of: Organisation) =>
    owed(caseAt(now, opened, { organisation: of })).filter((one) => one.slot.startsWith('escalation/') && one.to.id === to);

  it('no deputy: management is told at once', () => {
    expect(stepsTo('mara-desk', hours(24), opened, without('udo'))).toEqual(['deputy-quiet-24h']);
    expect(prompts('office', hours(24), without('udo'))[0]?.prompt).toMatchObject({
      purpose: 'escalation',
      escalation: { because: 'noMovement', told: 'management' },
    });
  });

  it('no management: deputy and officer are told that nobody stands behind them', () => {
    const none = without('mara');
    for (const to of ['udo-desk', 'dora-desk', 'office']) {
      const told = prompts(to, hours(60), none).map(({ prompt }) => prompt);
      expect(told).toContainEqual(expect.objectContaining({ escalation: { because: 'timeLeft', told: 'nobody' } }));
    }
  });

  it('neither: the officer is told so already at the deputy’s stage', () => {
    const alone = without('mara', 'udo');
    expect(prompts('dora-desk', hours(24), alone)[0]?.prompt).toMatchObject({
      escalation: { because: 'noMovement', told: 'nobody' },
    });
  });

  describe('because its accounts are gone', () => {
    const lost = (...names: readonly string[]) =>
      names.map((name) => ({
        to: { platform: 'desk' as const, kind: 'person' as const, id: `${name}-desk` },
        ...{ since: hours(20), times: 1, tryAgainAt: hours(10) },
      }));
    const told = (now: Instant, ...names: readonly string[]) =>
      owed(caseAt(now, opened, { organisation: staffed, unreachable: lost(...names) }))
        .filter(({ slot }) => slot.startsWith('escalation/'))
        .map(({ to, slot }) => `${to.id} ${slot.split('/').at(-2)}`);

    it('no deputy who can be written to: management is told at once, and the deputy is still tried', () => {
      expect(told(hours(24), 'udo')).toEqual([
        'udo-desk deputy-quiet-24h',
        'mara-desk deputy-quiet-24h',
        'office deputy-quiet-24h',
      ]);
    });

    it('no management either: the officer is told, and both are still tried', () => {
      expect(told(hours(24), 'udo', 'mara').map((one) => one.split(' ')[0])).toEqual([
        ...['dora-desk', 'udo-desk', 'mara-desk', 'office'],
      ]);
      const [first] = owed(caseAt(hours(24), opened, { organisation: staffed, unreachable: lost('udo', 'mara') })).filter(
        ({ slot, to }) => slot.startsWith('escalation/') && to.id === 'dora-desk',
      );
      expect(first?.prompt).toMatchObject({ escalation: { told: 'nobody' } });
    });
  });

  it('whoever is excluded from the case does not fill it', () => {
    const excluding: BreachEvent = { type: 'PersonExcluded', at: hours(1), by: dora, person: mara, reasons: 'x' };
    expect(stepsTo('mara-desk', hours(60), [...opened, excluding])).toEqual([]);
    expect(stepsTo('dora-desk', hours(60), [...opened, excluding])).toContain('management-12h-left');
  });
});

describe('what management is told', () => {
  const told = (now: Instant) =>
    owed(caseAt(now, opened, { organisation: staffed })).find(
      ({ slot, to }) => slot.startsWith('escalation/') && to.id === 'mara-desk',
    )!;

  it('is number, duty and time, and nothing else', () => {
    const { prompt, language } = told(hours(60));
    expect(language).toBe('de');
    expect(prompt).toEqual({
      kind: 'escalation',
      number: 'DP-2026-0001',
      zone: 'Europe/Berlin',
      because: 'timeLeft',
      duties: [{ kind: 'art33-1', status: 'presumed', startsAt: reportedAt, dueBy: hours(72), hoursLeft: 12 }],
      asOf: hours(60),
      actions: [{ verb: 'openCase', data: { case: theCase } }],
    });
  });

  it('blames nobody, in any language', () => {
    for (const language of ['de', 'en'] as const) {
      const { management: words, because } = wordsOf(language).escalation;
      const text = [words.please, ...Object.values(because), ...Object.values(words.titles).map((title) => title('DP'))].join(
        ' ',
      );
      expect(text).not.toMatch(/versäum|versagt|schuld|untätig|vergessen|neglect|fail|fault|forgot|ignored/i);
    }
  });
});

describe('one message', () => {
  it('per reader and tick: a stage and a reminder of the same moment are told together', () => {
    const at = caseAt(hours(48), opened, { organisation: staffed });
    const { sendings } = plan(theCase, owed(at), []);
    const toOffice = sendings.filter(({ message }) => message.to.id === 'office' && message.prompt.kind === 'reminder');
    expect(toOffice).toHaveLength(1);
    expect(toOffice[0]?.message.prompt).toMatchObject({ purpose: 'escalation', escalation: { told: 'deputy' } });
  });

  it('per reader and tick, in any case at any time', () => {
    fc.assert(
      fc.property(randomEvents, randomHours, (events, at) => {
        const { sendings } = plan(theCase, owed(caseAt(hours(at), events, { organisation: staffed })), []);
        const announced = sendings.filter(({ surface }) => surface === undefined).map(({ message }) => message.to.id);
        expect(new Set(announced).size).toBe(announced.length);
      }),
      { seed: 20260327, numRuns: 200 },
    );
  });
});

describe('other hours in fristwacht.yaml', () => {
  it('replace a stage, and leave the others', () => {
    const of: Organisation = { ...staffed, escalation: { 'art33-1': { management: { hoursLeft: 6, thenEveryHours: 12 } } } };
    expect(stepsTo('mara-desk', hours(65.9), opened, of)).toEqual([]);
    expect(stepsTo('mara-desk', hours(66), opened, of)).toEqual(['management-6h-left']);
    expect(stepsTo('mara-desk', hours(84), opened, of)).toEqual(['management-overdue-1']);
    expect(stepsTo('udo-desk', hours(24), opened, of)).toEqual(['deputy-quiet-24h']);
  });
});

describe('docs/escalation.md', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'escalation.md'), 'utf8');
  const cells = (kind: EscalationKind): string => {
    const cell = ({ hoursLeft, thenEveryHours, withoutMovementHours }: EscalationStage, quiet: number): string =>
      [hoursLeft ?? '–', withoutMovementHours ?? (hoursLeft === undefined ? '–' : `(${quiet})`), thenEveryHours ?? '–'].join(
        ' | ',
      );
    return ESCALATION_STAGES.map((stage) => cell(ESCALATION[kind][stage], WITHOUT_LAST_MOMENT[stage])).join(' | ');
  };

  it.each(Object.keys(ESCALATION) as EscalationKind[])('shows the hours of %s as they are', (kind) => {
    expect(page.split('\n').filter((line) => line === `| \`${kind}\` | ${cells(kind)} |`)).toHaveLength(2);
  });
});

it('the sample is what these tests take it for', () => {
  expect(addHours(reportedAt, 72)).toBe(hours(72));
  expect(instant(reportedAt)).toBe(reportedAt);
});
