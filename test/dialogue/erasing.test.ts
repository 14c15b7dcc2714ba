import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { ERASED_TEXT } from '../../src/register/erased.ts';
import { erasableTexts } from '../../src/register/erasableTexts.ts';
import { caseStream } from '../../src/register/streams.ts';
import { instant } from '../../src/rules/instant.ts';
import {
  acme,
  ADA,
  AUTHORITY,
  BEN,
  CHRIS,
  Conversation,
  DORA,
  EDPB_CASE_4,
  faults,
  MARA,
  one,
  PERSONS,
  RECORD,
  refusal,
} from './conversation.ts';

const SECRET = 'Frau Geheim hat die Liste verschickt.';
let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = await Conversation.open({
    ...acme,
    retention: {
      notified: { years: 5, reasons: 'Revision' },
      'not-notified': { years: 3, reasons: '' },
      'no-breach': { years: 1, reasons: 'Sparsam' },
    },
  });
  id = await talk.report(SECRET);
});
afterEach(() => talk.end());

const notice = (duty: string) => ({ duty, sentAt: '', to: 'LDI', means: 'Formular', reference: '7', missing: '' });
async function close(of = id): Promise<void> {
  await talk.answerAll(of, EDPB_CASE_4);
  await talk.submit(DORA, 'notice', of, { ...notice(AUTHORITY), sentAt: '17:40' });
  await talk.submit(DORA, 'notice', of, { ...notice(PERSONS), sentAt: '17:40' });
  await talk.submit(DORA, 'completeRecord', of, { duty: RECORD, facts: 'Liste', effects: 'Keine', remedialAction: 'Gelöscht' });
  await talk.submit(DORA, 'close', of, { note: '' });
  expect((await talk.record(of)).status).toBe('closed');
}
const form = async (kind: 'eraseText' | 'eraseCase' | 'extendRetention', account = DORA): Promise<readonly Prompt[]> =>
  talk.press(account, 'openForm', { case: id, form: kind });
const said = (prompts: readonly Prompt[]): string => prompts.map((prompt) => plain(prompt, 'de')).join('\n');
const opened = async (account = DORA): Promise<string> => said(await talk.press(account, 'openCase', { case: id }));
const afterRetention = () => void (talk.now = instant('2032-01-02T09:00:00+01:00'));

describe('one text', () => {
  const choice = async (kind: string): Promise<string> => {
    const field = one('form', await form('eraseText')).fields.find(({ name }) => name === 'erasable');
    const found = field?.choices?.find(({ label }) => label?.de.startsWith(kind));
    if (!found) throw new Error(`No text of the kind ${kind} is offered.`);
    return found.id;
  };

  it('is chosen from the case, and afterwards reads as erased everywhere', async () => {
    const erasable = await choice('Meldung');
    const prompts = await talk.submit(DORA, 'eraseText', id, { erasable, reasons: 'Name einer Betroffenen' });
    expect(one('recorded', prompts).what).toBe('textErased');
    expect((await talk.record(id)).text).toBe(ERASED_TEXT);
    expect(await opened()).toContain(ERASED_TEXT);
    expect(await opened()).not.toContain('Geheim');
  });

  it('loses its key for good, and its digest stays in the chain', async () => {
    const erasable = await choice('Meldung');
    await talk.submit(DORA, 'eraseText', id, { erasable, reasons: 'Name' });
    const [first] = await talk.register.openedEntries(caseStream(id));
    const part = first?.parts.find(({ name }) => name === '0/text');
    expect(part).toBeDefined();
    expect(part?.opened).toBeUndefined();
    expect(JSON.parse(first?.clear ?? '{}')).toHaveProperty(['parts', '0/text']);
  });

  it('every text that is offered is a part of its entry, and nobody whom the case needs is among them', async () => {
    await close();
    await talk.submit(DORA, 'exclude', id, { person: 'emil', reasons: 'Betroffen' });
    const entries = (await talk.register.read(id))?.entries ?? [];
    const kept = await talk.register.openedEntries(caseStream(id));
    const texts = erasableTexts(entries);
    expect(texts.length).toBeGreaterThan(8);
    for (const { sequence, part } of texts) {
      expect(kept[sequence - 1]?.parts.map(({ name }) => name)).toContain(part);
      expect(part).not.toMatch(/\/(by|person|reporter)$/);
    }
  });

  it('a text that is erased already, or that nobody offered, is asked for again', async () => {
    const erasable = await choice('Meldung');
    await talk.submit(DORA, 'eraseText', id, { erasable, reasons: 'Name' });
    const entries = await talk.entries(id);
    expect(faults(await talk.submit(DORA, 'eraseText', id, { erasable, reasons: 'Name' }))).toEqual(['erasable: chooseOne']);
    expect(faults(await talk.submit(DORA, 'eraseText', id, { erasable: '1 by', reasons: 'Name' }))).toEqual([
      'erasable: chooseOne',
    ]);
    expect(await talk.entries(id)).toBe(entries);
  });

  it('takes reasons', async () => {
    expect(faults(await talk.submit(DORA, 'eraseText', id, { erasable: await choice('Meldung'), reasons: ' ' }))).toEqual([
      'reasons: missing',
    ]);
  });

  it('delivered twice is erased once', async () => {
    const inputs = { erasable: await choice('Meldung'), reasons: 'Name' };
    await talk.submit(DORA, 'eraseText', id, inputs, { id: 'twice' });
    const entries = await talk.entries(id);
    expect(one('recorded', await talk.submit(DORA, 'eraseText', id, inputs, { id: 'twice' })).what).toBe('textErased');
    expect(await talk.entries(id)).toBe(entries);
  });

  it.each([ADA, BEN, CHRIS, MARA])('%s may not', async (account) => {
    expect(refusal(await form('eraseText', account))).toBe('notAllowed');
    await talk.submit(account, 'eraseText', id, { erasable: '1 0/text', reasons: 'Weg damit' });
    expect((await talk.record(id)).text).toBe(SECRET);
  });
});

describe('a whole case', () => {
  it('is not erased while it is open, and the duties in the way are named', async () => {
    const answer = one('refusal', await talk.submit(DORA, 'eraseCase', id, { reasons: 'Aufräumen' }));
    expect(answer.reason).toBe('dutiesOpen');
    expect(answer.duties.map(({ id: duty }) => duty)).toContain(AUTHORITY);
  });

  it('before the end of its retention is asked about once more, and nothing typed is lost', async () => {
    await close();
    const asked = one('form', await talk.submit(DORA, 'eraseCase', id, { reasons: 'Aufräumen' }));
    expect(faults([asked])).toEqual(['beforeEnd: confirmBeforeEnd']);
    expect(asked.values['reasons']).toBe('Aufräumen');
    expect(asked.retention).toEqual({ until: instant('2031-12-31T23:59:59.999+01:00'), reasons: 'Revision' });
    const done = await talk.submit(DORA, 'eraseCase', id, { reasons: 'Anordnung der Behörde', beforeEnd: 'true' });
    expect(one('recorded', done).what).toBe('caseErased');
  });

  it('still opens as such: number, dates, duties and check value, and nothing of its content', async () => {
    await close();
    const number = (await talk.record(id)).number;
    afterRetention();
    await talk.submit(DORA, 'eraseCase', id, { reasons: 'Frist vorbei' });
    const text = await opened();
    expect(text).toContain(number);
    expect(text).toContain('Der Inhalt dieses Vorgangs ist endgültig gelöscht.');
    expect(text).toContain('Meldung an die Aufsichtsbehörde');
    expect(text).toMatch(/Prüfwert: ([0-9a-f]{8} ){7}[0-9a-f]{8} \(/);
    expect(text).not.toMatch(/Geheim|Name of ADA|LDI|Liste/);
    expect(said(await talk.say(DORA, number))).toContain(number);
  });

  it('records until when it was to be kept and why that long, before it is gone with the rest', async () => {
    await close();
    afterRetention();
    await talk.submit(DORA, 'eraseCase', id, { reasons: 'Frist vorbei' });
    const erased = (await talk.register.read(id))?.entries.at(-1)?.events[0];
    expect(erased).toMatchObject({ type: 'CaseErased', reasons: 'Frist vorbei' });
    expect(erased).toHaveProperty('retention', expect.stringMatching(/gemeldet oder benachrichtigt.*5\. Jahres.*2031.*Revision/));
  });

  it('names the platforms on which messages have to be removed by hand', async () => {
    await close();
    afterRetention();
    await talk.submit(DORA, 'eraseCase', id, { reasons: 'Frist vorbei' });
    talk.keptOn = ['teams'];
    expect(await opened()).toContain('In Teams kann ich meine früheren Nachrichten nicht selbst löschen.');
  });

  it.each(['triage', 'assessment', 'dataSets', 'chooseFact'] as const)('%s says that the content is gone', async (verb) => {
    await close();
    afterRetention();
    await talk.submit(DORA, 'eraseCase', id, { reasons: 'Frist vorbei' });
    expect(refusal(await talk.press(DORA, verb, { case: id }))).toBe('caseErased');
  });

  it('takes with it what was reported twice', async () => {
    const double = await talk.report('Auch ich sah die Liste von Frau Geheim.', '', BEN);
    await talk.submit(DORA, 'join', double, { number: (await talk.record(id)).number });
    await close();
    afterRetention();
    await talk.submit(DORA, 'eraseCase', id, { reasons: 'Frist vorbei' });
    expect((await talk.record(double)).status).toBe('erased');
    expect(JSON.stringify(await talk.register.read(double))).not.toContain('Geheim');
    expect(JSON.stringify(await talk.register.read(id))).not.toContain('Geheim');
  });

  it('leaves the duplicate alone where the main case may not be erased yet', async () => {
    const double = await talk.report('Auch ich sah sie.', '', BEN);
    await talk.submit(DORA, 'join', double, { number: (await talk.record(id)).number });
    await close();
    await talk.submit(DORA, 'eraseCase', id, { reasons: 'Aufräumen' });
    expect((await talk.record(double)).status).toBe('joined');
  });

  it('a second time changes nothing', async () => {
    await close();
    afterRetention();
    await talk.submit(DORA, 'eraseCase', id, { reasons: 'Frist vorbei' });
    const entries = await talk.entries(id);
    expect(refusal(await talk.submit(DORA, 'eraseCase', id, { reasons: 'Frist vorbei' }))).toBe('caseErased');
    expect(await talk.entries(id)).toBe(entries);
  });

  it.each([ADA, CHRIS, MARA])('%s may not', async (account) => {
    await close();
    afterRetention();
    expect(refusal(await talk.submit(account, 'eraseCase', id, { reasons: 'Weg', beforeEnd: 'true' }))).toBe('notAllowed');
    expect((await talk.record(id)).status).toBe('closed');
  });
});

describe('keeping a case longer', () => {
  it('offers the years after the present end', async () => {
    await close();
    const asked = one('form', await form('extendRetention'));
    const choices = asked.fields.find(({ name }) => name === 'keepUntil')?.choices ?? [];
    expect(choices.slice(0, 2).map(({ id: year, label }) => [year, label?.de])).toEqual([
      ['2032', 'bis Ende 2032'],
      ['2033', 'bis Ende 2033'],
    ]);
  });

  it('is recorded with reasons, once', async () => {
    await close();
    const inputs = { keepUntil: '2033', reasons: 'Verfahren vor dem Verwaltungsgericht' };
    expect(one('recorded', await talk.submit(DORA, 'extendRetention', id, inputs)).what).toBe('retentionExtended');
    expect((await talk.record(id)).retainUntil).toBe(instant('2033-12-31T23:59:59.999+01:00'));
    expect(one('recorded', await talk.submit(DORA, 'extendRetention', id, inputs)).what).toBe('nothingNew');
    expect(await opened()).toContain('Aufbewahrt bis: Sa., 31.12.2033, 23:59 Uhr');
  });

  it('has nothing to offer while the case is open', async () => {
    expect(refusal(await form('extendRetention'))).toBe('nothingToKeepLonger');
  });

  it('takes reasons', async () => {
    await close();
    expect(faults(await talk.submit(DORA, 'extendRetention', id, { keepUntil: '2033', reasons: '' }))).toEqual([
      'reasons: missing',
    ]);
  });
});
