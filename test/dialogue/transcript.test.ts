import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { realTimer } from '../../adapters/timer/realTimer.ts';
import { formFieldWords } from '../../cards/formWords.ts';
import { plain, plainActions } from '../../cards/plain.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { personId } from '../../src/breach/identifiers.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Channel } from '../../src/ports.ts';
import type { ActionData, FormKind, Verb } from '../../src/prompt/action.ts';
import { type FieldName, FORM_FIELD_NAMES } from '../../src/prompt/form.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { reconcileCase } from '../../src/reminders/reconcile.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { acme, ADA, AUTHORITY, Conversation, DORA, EDPB_CASE_4, find, one, PERSONS } from './conversation.ts';

const FOLDER = import.meta.dirname;
const NAMES: Readonly<Record<string, string>> = { [ADA]: 'Ada', [DORA]: 'Dora' };
const bar = (text: string) =>
  text
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');

/** Of the reasons for a duty the first ones; all of them are the matter of the tests of the rules. */
const SHOWN_REASONS = 3;
const isReason = (line: string) => /^ {2}[✓✗?] /u.test(line);
function withFewReasons(text: string): string {
  const lines = text.split('\n');
  return lines
    .flatMap((line, place) => {
      if (!isReason(line)) return [line];
      const before = lines
        .slice(0, place)
        .reverse()
        .findIndex((earlier) => !isReason(earlier));
      return before < SHOWN_REASONS ? [line] : before === SHOWN_REASONS ? ['  …'] : [];
    })
    .join('\n');
}

/** Keys and salts are random, so every run has check values of its own. */
const withoutHashes = (text: string): string => text.replace(/\b(?:[0-9a-f]{8} )+[0-9a-f]{8}(?= \()/g, '…');
/** Drawn anew with each entry; only what says something new is written down. */
const withoutCheckValue = (text: string): string => text.replace(/^(?:Prüfwert|Check value): .*$/mu, '');

/** A conversation written down as a reader would see it: each button is one that the last answer really offered. */
class Transcript {
  readonly talk: Conversation;
  readonly lines: string[] = [];
  readonly #language: Lang;
  readonly #received: Prompt[] = [];
  #shown: readonly Prompt[] = [];
  #told = '';
  /** The message in Ada's conversation that the bot keeps up to date. */
  kept: readonly Prompt[] = [];

  private constructor(language: Lang, talk: Conversation) {
    this.#language = language;
    this.talk = talk;
  }

  static async open(language: Lang): Promise<Transcript> {
    const persons = acme.persons.filter(({ id }) => id === personId('dora')).map((person) => ({ ...person, language }));
    return new Transcript(language, await Conversation.open({ ...acme, language, persons, noDisadvantage: true }));
  }

  /** What the bot writes to Ada by itself: the receipt, kept up to date, and how it ended. */
  async #deliver(id: CaseId): Promise<void> {
    const { register, clock, organisation } = this.talk.world;
    const channel: Channel = {
      platform: 'slack',
      deliver: async ({ to, prompt }) => {
        if (to.id === ADA) this.#received.push(prompt);
        return { result: 'delivered', messageId: `m${this.#received.length}` };
      },
    };
    const alarm = ({ what }: { readonly what: string }) => expect(what).toBe('nothing');
    await reconcileCase({ register, clock, organisation, channels: [channel], leaseSeconds: 60, timer: realTimer, alarm }, id);
  }

  #write(who: string, what: string, prompts: readonly Prompt[]): readonly Prompt[] {
    this.lines.push(
      `${who}: ${what}`,
      '',
      ...prompts.flatMap((prompt) => [bar(withoutHashes(withFewReasons(plain(prompt, this.#language)))), '']),
    );
    this.#shown = prompts;
    return prompts;
  }

  async #mail(): Promise<void> {
    for (const id of this.talk.reconciled.splice(0)) await this.#deliver(id);
    const latest = this.#received.splice(0).at(-1);
    if (!latest) return;
    this.kept = [latest];
    const text = plain(latest, this.#language);
    if (withoutCheckValue(text) === this.#told) return;
    this.#told = withoutCheckValue(text);
    this.lines.push(`→ ${NAMES[ADA]}:`, '', bar(withoutHashes(text)), '');
  }

  async say(account: string, text: string): Promise<readonly Prompt[]> {
    return this.#write(NAMES[account]!, text, await this.talk.say(account, text, 0, { name: NAMES[account]! }));
  }

  /** Presses a button of what was shown last, or of the cards given; its label goes into the transcript. */
  async press(
    account: string,
    verb: Verb,
    data: ActionData,
    inputs: ActionData = {},
    on = this.#shown,
  ): Promise<readonly Prompt[]> {
    const offered = on.flatMap((prompt) => plainActions(prompt, this.#language));
    const button = offered.find(
      (action) => action.verb === verb && Object.entries(data).every(([key, value]) => action.data[key] === value),
    );
    if (!button) throw new Error(`There is no button ${verb} ${JSON.stringify(data)}.`);
    const typed = Object.entries(inputs).map(
      ([name, value]) => `\n    ${this.#label(button.data['form'], name)}: ${this.#chosen(name, value)}`,
    );
    const prompts = await this.talk.press(account, verb, button.data, inputs, { name: NAMES[account]! });
    this.#write(NAMES[account]!, `[${button.label}]${typed.join('')}`, prompts);
    await this.#mail();
    return prompts;
  }

  /** What was chosen, as the form called it. */
  #chosen(name: string, value: string): string {
    const fields = this.#shown.flatMap((prompt) => (prompt.kind === 'form' ? prompt.fields : []));
    const choice = fields.find((field) => field.name === name)?.choices?.find(({ id }) => id === value);
    return choice?.label?.[this.#language] ?? value;
  }

  #label(form: string | undefined, name: string): string {
    const words = wordsOf(this.#language);
    const known =
      form !== undefined && form in FORM_FIELD_NAMES
        ? formFieldWords(words, form as FormKind, { name: name as FieldName })
        : undefined;
    return known?.label ?? (name === 'text' ? words.reportForm.text.label : words.reportForm.noticedAt.label);
  }
}

type Story = { readonly report: string; readonly noticedAt: string; readonly sentAt: string; readonly late: string } & Readonly<
  Record<'facts' | 'effects' | 'remedialAction' | 'why' | 'advice' | 'decidedBy' | 'means' | 'persons' | 'open', string>
>;

const STORIES: Readonly<Record<Lang, Story>> = {
  de: {
    report: 'Auf dem Server für Fahrkarten steht eine Lösegeldforderung. Kundendaten sollen kopiert sein.',
    noticedAt: 'heute 16:10',
    sentAt: '26.11. 19:00',
    late: 'Die Art der kopierten Daten stand erst am Donnerstagabend fest.',
    facts: 'Erpressungsangriff auf den Server für Fahrkarten, Kopie von Kundendaten.',
    effects: 'Missbrauch von Ausweis- und Kartendaten ist möglich.',
    remedialAction: 'Server getrennt, Karten gesperrt, Betroffene gewarnt.',
    why: 'Die IT hat den Angriff am Abend bestätigt.',
    advice: 'Sofort melden.',
    decidedBy: 'Geschäftsführung',
    means: 'Online-Formular',
    persons: 'Alle Inhaber eines Kundenkontos',
    open: 'offen',
  },
  en: {
    report: 'There is a ransom note on the ticket server. Customer data are said to be copied.',
    noticedAt: 'today 16:10',
    sentAt: '26.11. 19:00',
    late: 'Which data were copied was clear only on Thursday evening.',
    facts: 'Ransomware attack on the ticket server, customer data copied.',
    effects: 'Misuse of identity and card data is possible.',
    remedialAction: 'Server cut off, cards blocked, people warned.',
    why: 'IT confirmed the attack in the evening.',
    advice: 'Notify at once.',
    decidedBy: 'Management board',
    means: 'Online form',
    persons: 'Everybody with a customer account',
    open: 'open cases',
  },
};

async function tell(transcript: Transcript, story: Story): Promise<void> {
  const { talk } = transcript;
  await transcript.say(ADA, story.report);
  await transcript.press(ADA, 'report', {}, { text: story.report, noticedAt: story.noticedAt });
  const id = (await talk.register.findByNumber('DP-2026-0001' as never))!;
  for (const [hint, answer] of [
    ['incident', 'attack'],
    ['contained', 'no'],
    ['concerned', 'customers'],
  ] as const) {
    await transcript.press(ADA, 'giveHint', { hint, answer }, {}, transcript.kept);
  }
  await transcript.say(DORA, story.open);
  await transcript.press(DORA, 'openCase', { case: id });
  let shown = await transcript.press(DORA, 'triage', { case: id });
  for (let question = find('question', shown); question; question = find('question', shown)) {
    shown = await transcript.press(DORA, 'answerFact', { answer: EDPB_CASE_4[question.fact as keyof typeof EDPB_CASE_4] ?? '' });
  }
  await transcript.press(DORA, 'openForm', { form: 'awareness' });
  const awareness = { moment: '19:30', reasons: story.why, decidedBy: story.decidedBy, dpoAdvice: story.advice };
  talk.pass(2);
  await transcript.press(DORA, 'submitForm', { form: 'awareness' }, awareness);
  talk.pass(72);
  await transcript.press(DORA, 'openForm', { form: 'notice' });
  const notice = { duty: AUTHORITY, sentAt: '26.11. 19:35', to: 'LDI NRW', means: story.means, reference: 'AZ 2026/4711' };
  await transcript.press(DORA, 'submitForm', { form: 'notice' }, notice);
  await transcript.press(DORA, 'submitForm', { form: 'notice' }, { ...notice, reasonsForDelay: story.late });
  await transcript.press(DORA, 'openForm', { form: 'notice' });
  const toPersons = { duty: PERSONS, sentAt: story.sentAt, to: story.persons, means: 'E-Mail' };
  await transcript.press(DORA, 'submitForm', { form: 'notice' }, toPersons);
  await transcript.press(DORA, 'openForm', { form: 'completeRecord' });
  const { facts, effects, remedialAction } = story;
  await transcript.press(DORA, 'submitForm', { form: 'completeRecord' }, { facts, effects, remedialAction });
  const recorded = await transcript.press(DORA, 'openForm', { form: 'close' });
  expect(one('form', recorded).form).toBe('close');
  await transcript.press(DORA, 'submitForm', { form: 'close' }, {});
  expect((await talk.record(id)).status).toBe('closed');
}

describe.each(['de', 'en'] as const)('EDPB case 4 from the first word to the end (%s)', (language) => {
  let transcript: Transcript;
  afterEach(() => transcript.talk.end());

  it('reads as the transcript beside this test', async () => {
    transcript = await Transcript.open(language);
    await tell(transcript, STORIES[language]);
    const told = `${transcript.lines.join('\n').trimEnd()}\n`;
    const golden = join(FOLDER, `transcript.${language}.txt`);
    // After a change of words: run once with this set, read the difference, and keep it only if it reads well.
    if (process.env['FRISTWACHT_WRITE_TRANSCRIPT'] === 'yes') writeFileSync(golden, told);
    expect(told).toBe(readFileSync(golden, 'utf8'));
  });
});
