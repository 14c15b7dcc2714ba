import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Offered, type Offers, offers } from '../../adapters/files/offers.ts';
import { caseId, type CaseNumber, personId } from '../../src/breach/identifiers.ts';
import { Conversation } from '../dialogue/conversation.ts';

const ofCase: Offered = {
  person: personId('dora'),
  language: 'de',
  wanted: { of: 'case', caseId: caseId('c-1'), number: 'DP-2026-0001' as CaseNumber },
};
const ofDays: Offered = {
  person: personId('slack:U1'),
  language: 'en',
  wanted: { of: 'opened', from: '2026-01-01', until: '2026-03-31' },
};

const ofEverything: Offered = { ...ofDays, wanted: { of: 'opened' } };

let talk: Conversation;
let known: Offers;
const clock = { now: () => talk.now };
beforeEach(async () => {
  talk = await Conversation.open();
  known = offers(talk.register, clock);
});
afterEach(() => talk.end());

describe('what can be fetched', () => {
  it.each([ofCase, ofDays, ofEverything])('is what was asked for', async (offered) => {
    const { token, code } = await known.make(offered);
    expect(await known.find(token)).toEqual(offered);
    expect(await known.redeem(token, code)).toEqual({ offered });
    expect(await known.redeem(token, code)).toBe('gone');
  });

  it('is known to another instance, and after a restart', async () => {
    const { token, code } = await known.make(ofCase);
    await talk.restart();
    expect(await offers(talk.register, clock).redeem(token, code)).toEqual({ offered: ofCase });
  });

  it('goes to one of many that try at the same moment', async () => {
    const { token, code } = await known.make(ofCase);
    const tried = await Promise.all(Array.from({ length: 8 }, () => offers(talk.register, clock).redeem(token, code)));
    expect(tried.filter((each) => each !== 'gone')).toEqual([{ offered: ofCase }]);
  });

  it('cannot be guessed by many at once either', async () => {
    const { token, code } = await known.make(ofCase);
    const guesses = Array.from({ length: 40 }, (_, at) => String(at).padStart(8, '0')).filter(
      (each) => each !== code.replace(' ', ''),
    );
    await Promise.all(guesses.map((guess) => known.redeem(token, guess)));
    expect(await known.redeem(token, code)).toBe('gone');
  });

  it('is the three latest of each person', async () => {
    const made = [];
    for (let time = 0; time < 4; time += 1) made.push(await known.make(ofCase));
    const other = await known.make(ofDays);
    expect(await Promise.all(made.map(async ({ token }) => (await known.find(token)) !== undefined))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(await known.find(other.token)).toBeDefined();
  });

  it('ends with its time, and leaves nothing behind', async () => {
    const { token, code } = await known.make(ofCase);
    talk.pass(10 / 60);
    expect(await known.find(token)).toBeUndefined();
    expect(await known.redeem(token, code)).toBe('gone');
    expect(await talk.register.note('exports')).toBeUndefined();
  });
});

describe('what is kept of it', () => {
  it('is neither the link nor the code', async () => {
    const { token, code } = await known.make(ofCase);
    const kept = (await talk.register.note('exports'))!;
    for (const secret of [token, code, code.replace(' ', '')]) expect(kept).not.toContain(secret);
  });

  it('does no harm where it cannot be read', async () => {
    await talk.register.changeNote('exports', () => 'not ours');
    const { token, code } = await known.make(ofCase);
    expect(await known.redeem(token, code)).toEqual({ offered: ofCase });
  });
});

it('links and codes are new each time', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => known.make(ofDays)));
  expect(new Set(made.map(({ token }) => token)).size).toBe(20);
  expect(new Set(made.map(({ code }) => code)).size).toBeGreaterThan(18);
  for (const { token, code } of made) expect([/^[\w-]{43}$/u.test(token), /^\d{4} \d{4}$/u.test(code)]).toEqual([true, true]);
});
