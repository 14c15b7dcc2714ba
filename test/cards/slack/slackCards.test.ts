import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../cards/slack/checkBlockKit.ts';
import { readCarried } from '../../../cards/slack/slackActions.ts';
import { slackMessage, slackMessages, slackSummary } from '../../../cards/slack/slackMessage.ts';
import { slackHome, slackWindow, waitingWindow } from '../../../cards/slack/slackView.ts';
import { VERBS } from '../../../src/prompt/action.ts';
import { understand } from '../../../src/dialogue/understand.ts';
import { sampleAssessment, sampleCard, sampleDetails, samplePrompts } from '../../support/samplePrompts.ts';
import { buttonsIn, nodesIn, textShown } from './shownBySlack.ts';

const LANGUAGES = ['de', 'en'] as const;
const many = <E>(entries: readonly E[], times: number): readonly E[] => Array.from({ length: times }, () => entries).flat();

describe.each(LANGUAGES)('every sample prompt in %s', (language) => {
  it.each(samplePrompts.map(({ name, prompt }) => [name, prompt] as const))(
    '%s is taken by Slack wherever it is shown',
    (_, prompt) => {
      expect(checkMessage(slackMessage(prompt, language))).toEqual([]);
      expect(checkMessage(slackSummary(prompt, language))).toEqual([]);
      for (const message of slackMessages([prompt], language)) expect(checkMessage(message)).toEqual([]);
      expect(checkView(slackWindow([prompt], language))).toEqual([]);
      expect(checkView(slackHome([prompt], language))).toEqual([]);
    },
  );

  it('knows no place where Slack would parse a text', () => {
    for (const { prompt } of samplePrompts) {
      const drawn = [slackMessage(prompt, language), slackWindow([prompt], language), slackHome([prompt], language)];
      expect(nodesIn(drawn).filter(({ type }) => type === 'mrkdwn' || type === 'user')).toEqual([]);
      const links = nodesIn(drawn).filter(({ type }) => type === 'link');
      if (prompt.kind !== 'exportOffer') expect(links).toEqual([]);
      else for (const { url } of links) expect(url).toBe(prompt.url);
    }
  });

  it('has a verb behind every button, and data that the dialogue understands', () => {
    let seen = 0;
    for (const { name, prompt } of samplePrompts) {
      for (const button of buttonsIn([slackMessage(prompt, language), slackWindow([prompt], language)])) {
        const carried = readCarried(String(button.value))!;
        expect(VERBS, name).toContain(carried.verb);
        const content = { type: 'press', verb: carried.verb, data: carried.data, inputs: {} } as const;
        const inbound = { platform: 'slack', id: 'x', account: 'U1', name: 'x', place: 'direct', content } as const;
        expect(understand(inbound).wants, `${name}: ${carried.verb}`).not.toBe('notUnderstood');
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(800);
  });

  it('sends every form off with the button of its window', () => {
    for (const { name, prompt } of samplePrompts.filter(({ prompt: { kind } }) => kind === 'form' || kind === 'reportForm')) {
      const view = slackWindow([prompt], language);
      expect(readCarried(String(view.private_metadata))?.verb, name).toBe(prompt.kind === 'form' ? 'submitForm' : 'report');
      expect(view.submit, name).toBeDefined();
    }
  });
});

it('a window that waits is taken by Slack', () => {
  for (const language of LANGUAGES) {
    expect(checkView(waitingWindow(language, 'waiting'))).toEqual([]);
    expect(checkView(waitingWindow(language, 'stillRecording'))).toEqual([]);
  }
});

it('times are shown in the zone of whoever reads, with words where a client cannot', () => {
  const dates = nodesIn(slackMessage(sampleCard, 'de')).filter(({ type }) => type === 'date');
  expect(dates.length).toBeGreaterThan(2);
  expect(dates[0]).toEqual({
    type: 'date',
    timestamp: Date.parse(sampleCard.noticedAt) / 1000,
    format: '{date_short_pretty}, {time}',
    fallback: 'Fr., 04.12.2026, 17:40 Uhr (UTC+1)',
  });
});

describe('what is folded away', () => {
  const parts = buttonsIn(slackWindow([sampleDetails], 'de')).filter(
    (button) => readCarried(String(button.value))?.part !== undefined,
  );

  it('has a button each', () => {
    expect(parts.length).toBeGreaterThan(4);
  });

  it('opens in the same window, with a way back', () => {
    const whole = parts.map(({ value }) => textShown(slackWindow([sampleDetails], 'de', readCarried(String(value))))).join('');
    for (const { reasons } of sampleDetails.decisions) expect(whole).toContain(reasons);
    for (const { text } of sampleDetails.additions) expect(whole).toContain(text);
    const [first] = parts;
    const back = buttonsIn(slackWindow([sampleDetails], 'de', readCarried(String(first!.value)))).at(-1);
    expect(readCarried(String(back!.value))).toEqual({ verb: 'openCase', data: { case: sampleDetails.caseId } });
  });
});

describe('what is too long for one window', () => {
  const list = { kind: 'caseList', zone: 'Europe/Berlin', cases: many([sampleCard], 70) } as const;

  it('is shown in pages that together show everything', () => {
    const pages = [1, 2, 3, 4, 5].map((page) => slackWindow([list], 'en', { page }));
    for (const page of pages) expect(checkView(page)).toEqual([]);
    const opens = new Set(pages.map((page) => JSON.stringify(page.blocks))).size;
    expect(opens).toBeGreaterThan(2);
    const shown = pages
      .slice(0, opens)
      .flatMap((page) => buttonsIn(page).filter(({ value }) => readCarried(String(value))?.verb === 'openCase'));
    expect(shown).toHaveLength(70);
    expect(textShown(pages[0])).toContain(`Page 1 of ${opens}`);
  });

  it('turns to the last page there is when there are fewer by now', () => {
    expect(textShown(slackWindow([list], 'en', { page: 99 }))).toMatch(/Page (\d) of \1/);
  });

  it('keeps what was recorded just now on the first page', () => {
    const recorded = samplePrompts.find(({ prompt }) => prompt.kind === 'recorded')!.prompt;
    const view = slackWindow([recorded, list], 'de');
    expect(checkView(view)).toEqual([]);
    const body = (page: number) => buttonsIn(slackWindow([list], 'de', { page })).map(({ value }) => value);
    expect(buttonsIn(view).map(({ value }) => value)).toEqual(expect.arrayContaining([...body(1)]));
  });
});

it('a message with more duties than it takes still names every one, in one line each', () => {
  const duties = Array.from({ length: 40 }, (_, at) => ({
    ...sampleCard.duties[0]!,
    id: `duty-${at}`,
    owedBy: `Gesellschaft ${at}`,
  }));
  const message = slackMessage({ ...sampleCard, duties }, 'de');
  expect(checkMessage(message)).toEqual([]);
  for (const { owedBy } of duties) expect(textShown(message)).toContain(owedBy);
});

it('an assessment with 400 reasons shows them all, part by part and page by page', () => {
  const assessment = {
    ...sampleAssessment,
    duties: sampleAssessment.duties.map((duty) => ({ ...duty, because: many(duty.because, 200) })),
  };
  const view = slackWindow([assessment], 'de');
  expect(checkView(view)).toEqual([]);
  const parts = buttonsIn(view).flatMap(({ value }) => readCarried(String(value))?.part ?? []);
  for (const part of parts) expect(checkView(slackWindow([assessment], 'de', { part }))).toEqual([]);
});
