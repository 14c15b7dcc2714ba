import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import { readUntil } from '../../src/dialogue/readUntil.ts';
import { type PersonId, personId } from '../../src/breach/identifiers.ts';
import type { Absence } from '../../src/organisation.ts';
import type { Absences } from '../../src/ports.ts';
import { addHours, instant, type Instant } from '../../src/rules/instant.ts';
import { acme, ADA, Conversation, CHRIS, DORA, EMIL, faults, find, MARA, one, refusal, START } from './conversation.ts';

const berlin = 'Europe/Berlin';
const monday = instant('2026-11-30T09:00:00+01:00');

/** Kept in memory, as the port says. */
class KeptAbsences implements Absences {
  kept: Absence[] = [];
  writes = 0;
  readonly now: () => Instant;
  constructor(now: () => Instant) {
    this.now = now;
  }
  list = async (): Promise<readonly Absence[]> => this.kept;
  set = async (absence: Absence): Promise<void> => {
    this.writes += 1;
    this.kept = [...this.kept.filter(({ person, until }) => person !== absence.person || until <= this.now()), absence];
  };
  end = async (person: PersonId): Promise<void> => {
    this.writes += 1;
    this.kept = this.kept.map((one) => (one.person === person && one.until > this.now() ? { ...one, until: this.now() } : one));
  };
}

let talk: Conversation;
let absences: KeptAbsences;
beforeEach(async () => {
  talk = await Conversation.open();
  absences = new KeptAbsences(() => talk.now);
  talk.absences = absences;
});
afterEach(() => talk.end());

const inWords = (prompts: readonly Parameters<typeof plain>[0][]): string =>
  prompts.map((prompt) => plain(prompt, 'de')).join('\n');

describe('until when', () => {
  it.each([
    ['Montag', monday],
    ['montag', monday],
    ['Monday 09:00', monday],
    ['Mo. 9:00', monday],
    ['Dienstag 8 Uhr', instant('2026-11-24T08:00:00+01:00')],
    ['morgen', instant('2026-11-24T09:00:00+01:00')],
    ['tomorrow at 14:30', instant('2026-11-24T14:30:00+01:00')],
    ['heute 20:00', instant('2026-11-23T20:00:00+01:00')],
    ['20:00', instant('2026-11-23T20:00:00+01:00')],
    ['30.11.', monday],
    ['30.11. 9:00', monday],
    ['30.11.2026', monday],
    ['2026-11-30', monday],
    ['2026-11-30 09:00', monday],
    ['2.1.', instant('2027-01-02T09:00:00+01:00')],
  ])('„%s“ is read', (text, moment) => {
    expect(readUntil(text, berlin, START)).toEqual({ moment });
  });

  it.each([
    ['irgendwann', 'untilUnreadable'],
    ['31.2.', 'untilUnreadable'],
    ['30', 'untilUnreadable'],
    ['Montag 25:00', 'untilUnreadable'],
    ['heute 17:00', 'untilPast'],
    ['20.11.2026', 'untilPast'],
    ['30.11.2028', 'untilTooFar'],
  ])('„%s“ is asked back: %s', (text, fault) => {
    expect(readUntil(text, berlin, START)).toEqual({ fault });
  });

  it('a time the clocks skip or show twice is asked back with both', () => {
    expect(readUntil('28.3.2027 02:30', berlin, START)).toMatchObject({ fault: 'timeDoesNotExist' });
    expect(readUntil('31.10.2027 02:30', berlin, START)).toMatchObject({ fault: 'timeExistsTwice' });
    expect(readUntil('31.10.2027 02:30 +01:00', berlin, START)).toEqual({ moment: instant('2027-10-31T02:30:00+01:00') });
  });
});

describe('„away until Monday“', () => {
  it.each([
    ['abwesend bis Montag', DORA],
    ['Ich bin abwesend bis Montag.', DORA],
    ['away until Monday 09:00', DORA],
    ["I'm away until Monday", EMIL],
    ['/abwesend bis 30.11.', CHRIS],
    ['abwesend bis zum 30.11.2026', MARA],
  ])('„%s“ is recorded', async (text, account) => {
    const said = one('absence', await talk.say(account, text));
    expect(said).toMatchObject({ what: 'set', until: monday });
    expect(absences.kept).toEqual([
      { person: personId({ DORA: 'dora', EMIL: 'emil', CHRIS: 'chris', MARA: 'mara' }[account]!), from: START, until: monday },
    ]);
  });

  it('says who stands in meanwhile', async () => {
    expect(one('absence', await talk.say(DORA, 'abwesend bis Montag')).standIns).toEqual(['Emil Ersatz']);
    expect(inWords(await talk.say(DORA, 'abwesend bis Dienstag'))).toContain('Bis dahin gehen Ihre Erinnerungen an Emil Ersatz.');
  });

  it('names nobody who cannot be reached: an account elsewhere does not help', async () => {
    talk.connected = [];
    expect(one('absence', await talk.say(DORA, 'abwesend bis Montag')).standIns).toEqual([]);
  });

  it('is quiet when repeated, and a later word replaces it', async () => {
    await talk.say(DORA, 'abwesend bis Montag');
    talk.pass(1);
    expect(one('absence', await talk.say(DORA, 'abwesend bis Montag')).what).toBe('unchanged');
    expect(absences.writes).toBe(1);
    expect(one('absence', await talk.say(DORA, 'abwesend bis 1.12.')).what).toBe('set');
    expect(absences.kept).toHaveLength(1);
  });

  it('accepts it where nobody stands in, and says clearly what that means for the deadline', async () => {
    await talk.report();
    await talk.say(EMIL, 'abwesend bis Freitag');
    const said = await talk.say(DORA, 'abwesend bis Montag');
    expect(one('absence', said)).toMatchObject({ what: 'set', standIns: [], deadline: { number: 'DP-2026-0001' } });
    expect(inWords(said)).toContain('Niemand vertritt Sie durchgehend.');
    expect(inWords(said)).toContain(
      'In dieser Zeit läuft die Frist von DP-2026-0001 ab (Donnerstag, 26. November 2026, 17:40 Uhr)',
    );
  });

  it('names no case to whoever may see none', async () => {
    await talk.report();
    expect(one('absence', await talk.say(MARA, 'abwesend bis Montag')).deadline).toBeUndefined();
    expect(one('absence', await talk.say(CHRIS, 'abwesend bis Montag')).deadline).toBeUndefined();
  });

  it('names a case to no officer who is kept out of it', async () => {
    const id = await talk.report();
    await talk.submit(DORA, 'exclude', id, { person: 'emil', reasons: 'befangen' });
    expect(one('absence', await talk.say(EMIL, 'abwesend bis Montag')).deadline).toBeUndefined();
  });

  it('makes every open case be looked at at once', async () => {
    const id = await talk.report();
    const claim = (await talk.register.claimCase(id, talk.now, 60))!;
    await talk.register.settle(claim, await talk.entries(id), addHours(talk.now, 24));
    await talk.say(DORA, 'abwesend bis Montag');
    expect(await talk.register.earliestDue()).toBe(talk.now);
  });

  it('what cannot be read comes back in the form, as it was typed', async () => {
    const form = one('form', await talk.say(DORA, 'abwesend bis irgendwann'));
    expect(form).toMatchObject({ form: 'absence', values: { awayUntil: 'irgendwann' } });
    expect(faults([form])).toEqual(['awayUntil: untilUnreadable']);
    expect(absences.writes).toBe(0);
  });
});

describe('the form', () => {
  it('is offered on the start page to whoever is told things, and to nobody else', async () => {
    for (const [account, offered] of [
      [DORA, true],
      [MARA, true],
      [ADA, false],
    ] as const) {
      expect(one('home', await talk.say(account, 'hilfe')).mayBeAway ?? false).toBe(offered);
    }
  });

  it('records what was filled in', async () => {
    expect(one('form', await talk.press(DORA, 'openForm', { form: 'absence' })).form).toBe('absence');
    expect(one('form', await talk.say(DORA, 'abwesend')).form).toBe('absence');
    const said = await talk.press(DORA, 'submitForm', { form: 'absence' }, { awayUntil: 'Montag' });
    expect(one('absence', said).what).toBe('set');
  });

  it('is not for an employee, who is turned away on record', async () => {
    expect(refusal(await talk.press(ADA, 'openForm', { form: 'absence' }))).toBe('notAllowed');
    expect(refusal(await talk.press(ADA, 'submitForm', { form: 'absence' }, { awayUntil: 'Montag' }))).toBe('notAllowed');
    expect(refusal(await talk.press(ADA, 'backAgain'))).toBe('notAllowed');
    expect(absences.writes).toBe(0);
    const looks = await talk.register.looksAt(undefined);
    expect(looks.filter(({ what, allowed }) => what === 'setAbsence' && !allowed)).toHaveLength(3);
  });
});

describe('„back again“', () => {
  it('ends the absence at once, by word and by button', async () => {
    await talk.say(DORA, 'abwesend bis Montag');
    talk.pass(2);
    expect(one('absence', await talk.say(DORA, 'wieder da')).what).toBe('ended');
    expect(absences.kept).toEqual([{ person: personId('dora'), from: START, until: talk.now }]);
    await talk.say(DORA, 'away until Monday');
    expect(one('absence', await talk.press(DORA, 'backAgain')).what).toBe('ended');
  });

  it('is quiet when nobody was away, and when repeated', async () => {
    expect(one('absence', await talk.say(DORA, "I'm back")).what).toBe('notAway');
    expect(absences.writes).toBe(0);
  });
});

describe('whoever is never told anything', () => {
  it('says it as anything else: perhaps it is a report', async () => {
    expect(find('absence', await talk.say(ADA, 'abwesend bis Montag'))).toBeUndefined();
    expect(one('reportForm', await talk.say(ADA, 'abwesend bis Montag')).values['text']).toBe('abwesend bis Montag');
  });

  it('a sentence with „away“ in it is no absence, not even from an officer', async () => {
    expect(find('absence', await talk.say(DORA, 'Der Laptop ist weg, ich war abwesend bis Montag'))).toBeUndefined();
  });
});

describe('where absences are not kept', () => {
  it('nobody is told that they are', async () => {
    talk.absences = undefined;
    expect(refusal(await talk.say(DORA, 'abwesend bis Montag'))).toBe('notUnderstood');
    expect(one('home', await talk.say(DORA, 'hilfe')).mayBeAway).toBeUndefined();
  });
});

describe('„I am on it“', () => {
  it('says until when, and who has it stands on the card and in the reminder', async () => {
    const id = await talk.report();
    const said = one('recorded', await talk.press(DORA, 'acknowledge', { case: id, hours: 'tomorrow' }));
    expect(said.paused).toEqual({ until: instant('2026-11-24T09:00:00+01:00'), cut: false });
    expect(inWords([said])).toContain('Ihre Erinnerungen warten bis Di., 24.11.2026, 09:00 Uhr;');
    expect(inWords(await talk.press(DORA, 'openCase', { case: id }))).toContain(
      'Dora Datenschutz kümmert sich bis Di., 24.11.2026, 09:00 Uhr',
    );
  });

  it('explains why it is shorter than chosen', async () => {
    const id = await talk.report();
    talk.pass(66);
    const said = one('recorded', await talk.press(DORA, 'acknowledge', { case: id, hours: '4' }));
    expect(said.paused).toEqual({ until: addHours(START, 69), cut: true });
    expect(inWords([said])).toContain('Mehr als die Hälfte der verbleibenden Zeit');
  });

  it('refuses whatever is no choice', async () => {
    const id = await talk.report();
    expect(refusal(await talk.press(DORA, 'acknowledge', { case: id, hours: 'forever' }))).toBe('notUnderstood');
  });

  it('is offered for two hours, four hours and until tomorrow', async () => {
    const id = await talk.report();
    const { actions } = one('caseDetails', await talk.press(DORA, 'openCase', { case: id }));
    expect(actions.flatMap(({ verb, data }) => (verb === 'acknowledge' ? [data['hours']] : []))).toEqual(['2', '4', 'tomorrow']);
  });
});

it('the sample has somebody in each role', () => {
  expect(acme.persons.flatMap(({ roles }) => roles)).toEqual(['dpo', 'deputy', 'decider', 'management']);
});
