import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import { ADA, CHRIS, Conversation, DORA, EMIL, find, MARA, one } from './conversation.ts';

let talk: Conversation;
beforeEach(async () => {
  talk = await Conversation.open();
});
afterEach(() => talk.end());

describe('„Status“', () => {
  it.each([DORA, EMIL])('tells %s how Fristwacht is doing, in counts and times', async (account) => {
    await talk.report('Ein Laptop der Buchhaltung ist weg.');
    const prompts = await talk.say(account, 'Status');
    // Nothing ticks in this test, and that is just what it says.
    expect(one('status', prompts).status).toMatchObject({ openCases: 1, instances: 0, troubles: [{ trouble: 'tickOld' }] });
    const said = plain(prompts[0]!, 'de');
    expect(said).toContain('Offene Vorgänge: 1');
    expect(said).toContain('Zuletzt nachgesehen: noch nie');
    expect(said).not.toMatch(/Laptop|DP-2026/);
  });

  it.each(['status', '/status', 'Status.', 'Stand'])('is understood as „%s“', async (text) => {
    expect(find('status', await talk.say(DORA, text))).toBeDefined();
  });

  it.each([ADA, CHRIS, MARA])('asked by %s is about their own reports, and shows nothing of the house', async (account) => {
    const prompts = await talk.say(account, 'Status');
    expect(find('status', prompts)).toBeUndefined();
    expect(find('ownReports', prompts)).toBeDefined();
  });

  it('asked again says the same and records nothing but the look', async () => {
    const id = await talk.report('Ein Laptop der Buchhaltung ist weg.');
    const entries = await talk.entries(id);
    const [first, second] = [await talk.say(DORA, 'Status'), await talk.say(DORA, 'Status')];
    expect(second).toEqual(first);
    expect(await talk.entries(id)).toBe(entries);
    const looks = await talk.register.looksAt(undefined);
    expect(looks.filter(({ what }) => what === 'seeStatus')).toHaveLength(2);
  });
});
