import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { RegisterUnavailable, type Register } from '../../src/ports.ts';
import { ERASED_TEXT } from '../../src/register/erased.ts';
import { type ErasableKind, erasableTexts } from '../../src/register/erasableTexts.ts';
import { caseStream } from '../../src/register/streams.ts';
import { reconcileCase } from '../../src/reminders/reconcile.ts';
import { instant } from '../../src/rules/instant.ts';
import {
  acme,
  ADA,
  AUTHORITY,
  BEN,
  Conversation,
  DORA,
  EDPB_CASE_4,
  EMIL,
  faults,
  one,
  PERSONS,
  RECORD,
  refusal,
} from './conversation.ts';

// What joining copied is one text in two places: whoever erases it in the one erases it in the other.

let talk: Conversation;
beforeEach(async () => {
  talk = await Conversation.open(acme);
});
afterEach(() => talk.end());

const numberOf = async (id: CaseId) => (await talk.record(id)).number;
const join = async (duplicate: CaseId, main: CaseId, account = DORA) =>
  talk.submit(account, 'join', duplicate, { number: await numberOf(main) });
const textsIn = async (id: CaseId) => erasableTexts((await talk.register.read(id))?.entries ?? []);
const placeOf = async (id: CaseId, kind: ErasableKind, says: string): Promise<string> => {
  const found = (await textsIn(id)).find((text) => text.kind === kind && text.text.includes(says));
  if (!found) throw new Error(`There is no ${kind} that says ${says}.`);
  return `${found.sequence} ${found.part}`;
};
const erase = async (id: CaseId, kind: ErasableKind, says: string, account = DORA, inbound?: string) =>
  talk.submit(
    account,
    'eraseText',
    id,
    { erasable: await placeOf(id, kind, says), reasons: 'Name einer Betroffenen' },
    inbound === undefined ? {} : { id: inbound },
  );
const told = async (...ids: readonly CaseId[]): Promise<string> =>
  JSON.stringify(await Promise.all(ids.map((id) => talk.register.read(id))));
const entriesOf = (...ids: readonly CaseId[]) => Promise.all(ids.map((id) => talk.entries(id)));
/** The parts whose key is gone for good. */
const withoutKey = async (id: CaseId): Promise<readonly string[]> =>
  (await talk.register.openedEntries(caseStream(id))).flatMap(({ sequence, parts }) =>
    parts.filter(({ opened }) => opened === undefined).map(({ name }) => `${sequence} ${name}`),
  );

/** A body of data of which something is known, so that a joining takes it along. */
async function addDataSet(id: CaseId, label: string): Promise<void> {
  await talk.submit(DORA, 'dataSet', id, { dataSet: 'new', controller: 'acme', role: 'controller', reasons: '', label });
  const dataSet = (await talk.record(id)).dataSets.find((known) => known.label === label)!.id;
  await talk.press(DORA, 'answerFact', { case: id, fact: 'access', answer: 'happened', dataSet });
}

/** A main case and a duplicate with everything a joining copies. */
async function joined(): Promise<{ readonly main: CaseId; readonly double: CaseId }> {
  const main = await talk.report('Die Liste ist weg.');
  const double = await talk.report('Geheim-Bericht', '', BEN);
  await talk.press(BEN, 'addToReport', { case: double }, { text: 'Geheim-Ergänzung' });
  await addDataSet(double, 'Geheim-Bestand');
  await talk.submit(DORA, 'askPerson', double, { person: 'emil', text: 'Geheim-Frage?' });
  one('recorded', await join(double, main));
  return { main, double };
}
const COPIED = [
  ['report', 'addition', 'Geheim-Bericht'],
  ['addition', 'addition', 'Geheim-Ergänzung'],
  ['reporterName', 'authorName', 'Name of BEN'],
  ['dataSetName', 'dataSetName', 'Geheim-Bestand'],
  ['question', 'question', 'Geheim-Frage?'],
] as const satisfies readonly (readonly [ErasableKind, ErasableKind, string])[];

describe('a text that was copied by joining', () => {
  it.each(COPIED)('%s, erased in the duplicate, goes in the main case', async (kind, _, says) => {
    const { main, double } = await joined();
    expect(one('recorded', await erase(double, kind, says)).what).toBe('textErased');
    const own = kind === 'reporterName' ? 'nothing of it' : says;
    expect(await told(main, double)).not.toContain(own);
    expect(await withoutKey(main)).toHaveLength(1);
    expect(await withoutKey(double)).toHaveLength(1);
  });

  it.each(COPIED)('%s, erased in the main case, goes in the duplicate it came from', async (_, kind, says) => {
    const { main, double } = await joined();
    await erase(main, kind, says);
    const own = kind === 'authorName' ? 'nothing of it' : says;
    expect(await told(main, double)).not.toContain(own);
    expect(await withoutKey(main)).toHaveLength(1);
    expect(await withoutKey(double)).toHaveLength(1);
  });

  it('stands in the other case as erased by the same person, with the number and not the words of this one', async () => {
    const { main, double } = await joined();
    await erase(double, 'report', 'Geheim-Bericht');
    const last = (await talk.register.read(main))?.entries.at(-1);
    expect(last).toMatchObject({ by: 'dora', events: [{ type: 'TextErased', by: 'dora', reasons: await numberOf(double) }] });
  });

  it('goes in every case of a row of joinings, wherever it is erased', async () => {
    const { main, double } = await joined();
    const last = await talk.report('Auch hier fehlt sie.', '', ADA);
    one('recorded', await join(main, last));
    await erase(main, 'addition', 'Geheim-Bericht');
    expect(await told(main, double, last)).not.toContain('Geheim-Bericht');
    await erase(last, 'addition', 'Geheim-Ergänzung');
    expect(await told(main, double, last)).not.toContain('Geheim-Ergänzung');
    await erase(double, 'dataSetName', 'Geheim-Bestand');
    expect(await told(main, double, last)).not.toContain('Geheim-Bestand');
  });

  it('goes where the same name stands again, after only the part in the data was changed', async () => {
    const { main, double } = await joined();
    const dataSet = (await talk.record(main)).dataSets.find(({ label }) => label.startsWith('Geheim'));
    const again = { dataSet: dataSet!.id, label: dataSet!.label, controller: 'acme', role: 'unknown', reasons: 'Noch offen' };
    one('recorded', await talk.submit(DORA, 'dataSet', main, again));
    await erase(double, 'dataSetName', 'Geheim-Bestand');
    expect(await told(main, double)).not.toContain('Geheim-Bestand');
  });

  it('leaves everything else where it is, and ends no duty', async () => {
    const { main, double } = await joined();
    const before = [await talk.record(main), await talk.record(double)];
    await erase(double, 'report', 'Geheim-Bericht');
    const after = [await talk.record(main), await talk.record(double)];
    expect(after.map(({ duties }) => duties)).toEqual(before.map(({ duties }) => duties));
    expect((await textsIn(main)).map(({ text }) => text)).toContain('Geheim-Ergänzung');
    expect(after[0]?.additions.map(({ text }) => text)).toEqual([ERASED_TEXT, 'Geheim-Ergänzung']);
  });

  it('erased again changes nothing, here or there', async () => {
    const { main, double } = await joined();
    const place = await placeOf(main, 'addition', 'Geheim-Bericht');
    await erase(double, 'report', 'Geheim-Bericht', DORA, 'once');
    const entries = await entriesOf(main, double);
    const repeated = await talk.submit(DORA, 'eraseText', double, { erasable: '1 0/text', reasons: 'Name' }, { id: 'once' });
    expect(one('recorded', repeated).what).toBe('textErased');
    expect(faults(await talk.submit(DORA, 'eraseText', main, { erasable: place, reasons: 'Name' }))).toEqual([
      'erasable: chooseOne',
    ]);
    await reconcileCase(reminders(), main);
    await reconcileCase(reminders(), double);
    expect(await entriesOf(main, double)).toEqual(entries);
  });
});

describe('a later joining', () => {
  it('takes nothing along of what was erased before', async () => {
    const main = await talk.report('Die Liste ist weg.');
    const double = await talk.report('Geheim-Bericht', '', BEN);
    await talk.submit(DORA, 'askPerson', double, { person: 'emil', text: 'Geheim-Frage?' });
    await erase(double, 'report', 'Geheim-Bericht');
    await erase(double, 'question', 'Geheim-Frage?');
    one('recorded', await join(double, main));
    expect(await told(main, double)).not.toContain('Geheim');
    expect((await talk.record(main)).questions).toEqual([]);
    expect((await textsIn(main)).map(({ text }) => text)).not.toContain(ERASED_TEXT);
  });

  it('that copied a text which was erased in the same moment loses it with the next service of either case', async () => {
    for (const served of ['main', 'double'] as const) {
      const ids = { main: await talk.report(`Die Liste ist weg (${served}).`), double: await talk.report('Geheim', '', BEN) };
      const untouched = talk.register;
      // Between the reading of the duplicate and the writing into the main case somebody erases the text.
      talk.register = between(untouched, 'DuplicateJoined', async () => {
        talk.register = untouched;
        await erase(ids.double, 'report', 'Geheim');
        talk.register = untouched;
      });
      await join(ids.double, ids.main);
      expect(await told(ids.main)).toContain('Geheim');
      await reconcileCase(reminders(), ids[served]);
      expect(await told(ids.main, ids.double)).not.toContain('Geheim');
    }
  });
});

describe('a crash between two cases', () => {
  it('is not told as erased, and the same inbound delivered again finishes it', async () => {
    const { main, double } = await joined();
    const untouched = talk.register;
    talk.register = failing(untouched, 'finishErasure:');
    const place = await placeOf(double, 'report', 'Geheim-Bericht');
    const answer = await erase(double, 'report', 'Geheim-Bericht', DORA, 'once');
    expect(answer.some((prompt) => prompt.kind === 'refusal' && prompt.reason === 'notConfirmedYet')).toBe(true);
    talk.register = untouched;
    expect(await told(double)).not.toContain('Geheim-Bericht');
    expect(await told(main)).toContain('Geheim-Bericht');
    const again = await talk.submit(DORA, 'eraseText', double, { erasable: place, reasons: 'Name' }, { id: 'once' });
    expect(one('recorded', again).what).toBe('textErased');
    expect(await told(main, double)).not.toContain('Geheim-Bericht');
  });

  it.each(['main', 'double'] as const)('heals with the next service of the %s', async (served) => {
    const ids = await joined();
    const untouched = talk.register;
    talk.register = failing(untouched, 'finishErasure:');
    await erase(ids.double, 'report', 'Geheim-Bericht');
    await erase(ids.main, 'question', 'Geheim-Frage?');
    talk.register = untouched;
    expect(await told(ids.main, ids.double)).toContain('Geheim-Bericht');
    await reconcileCase(reminders(), ids[served]);
    expect(await told(ids.main, ids.double)).not.toContain('Geheim-Bericht');
    expect(await told(ids.main, ids.double)).not.toContain('Geheim-Frage');
  });

  it('heals from four services at once, and is written once', async () => {
    const { main, double } = await joined();
    const untouched = talk.register;
    talk.register = failing(untouched, 'finishErasure:');
    await erase(double, 'report', 'Geheim-Bericht');
    talk.register = untouched;
    const [before = 0] = await entriesOf(main);
    await Promise.all([main, double, main, double].map((id) => reconcileCase(reminders(), id)));
    expect(await entriesOf(main)).toEqual([before + 1]);
    expect(await told(main)).not.toContain('Geheim-Bericht');
  });
});

describe('the right to erase', () => {
  it('is asked for in every case the text stands in: else nothing is erased, and the attempt is on record there', async () => {
    const { main, double } = await joined();
    await talk.submit(DORA, 'exclude', main, { person: 'emil', reasons: 'Betroffen' });
    const entries = await entriesOf(main, double);
    expect(refusal(await erase(double, 'report', 'Geheim-Bericht', EMIL))).toBe('copyOutOfReach');
    expect(await entriesOf(main, double)).toEqual(entries);
    expect(await talk.looked(main)).toContain('emil eraseText no');
    expect(one('recorded', await erase(double, 'report', 'Geheim-Bericht')).what).toBe('textErased');
  });

  it('is asked for only where the text stands', async () => {
    const { main, double } = await joined();
    await talk.submit(DORA, 'exclude', main, { person: 'emil', reasons: 'Betroffen' });
    await talk.press(DORA, 'tellReporter', { case: double, outcome: 'handled' });
    await erase(double, 'report', 'Geheim-Bericht');
    // What was erased already stands in the main case no more; a text that never went there needs no right there.
    const reasons = await placeOf(double, 'reasons', 'Name einer Betroffenen');
    const answer = await talk.submit(EMIL, 'eraseText', double, { erasable: reasons, reasons: 'Zu viel gesagt' });
    expect(one('recorded', answer).what).toBe('textErased');
  });
});

describe('the person a question was put to', () => {
  it('can be erased; the question is then asked no more, and nobody else may answer it', async () => {
    const { main, double } = await joined();
    const { questionId } = (await talk.record(main)).questions[0]!;
    const offered = one('form', await talk.press(DORA, 'openForm', { case: main, form: 'eraseText' }));
    const labels = offered.fields.find(({ name }) => name === 'erasable')?.choices?.map(({ label }) => label?.de) ?? [];
    expect(labels.some((label) => label?.startsWith('Wer gefragt wurde') && label.includes('Emil Ersatz'))).toBe(true);
    await erase(main, 'askedPerson', 'emil');
    for (const id of [main, double]) {
      expect((await talk.record(id)).questions[0]).toMatchObject({ person: ERASED_TEXT, text: 'Geheim-Frage?' });
    }
    expect(refusal(await talk.press(BEN, 'answerQuestion', { case: main, question: questionId }, { text: 'Ja' }))).toBe(
      'notAllowed',
    );
    await talk.press(DORA, 'openCase', { case: main });
  });

  it('who is kept away stays away: that person cannot be erased alone', async () => {
    const { main } = await joined();
    await talk.submit(DORA, 'exclude', main, { person: 'emil', reasons: 'Betroffen' });
    const texts = await textsIn(main);
    expect(texts.filter(({ text, kind }) => text === 'emil' && kind !== 'askedPerson')).toEqual([]);
    const entry = (await talk.register.read(main))!.entries.at(-1)!;
    const typed = { erasable: `${entry.sequence} 0/person`, reasons: 'Weg' };
    expect(faults(await talk.submit(DORA, 'eraseText', main, typed))).toEqual(['erasable: chooseOne']);
    await erase(main, 'reasons', 'Betroffen');
    expect((await talk.record(main)).excluded).toEqual(['emil']);
  });
});

describe('a whole case', () => {
  const afterRetention = () => void (talk.now = instant('2032-01-02T09:00:00+01:00'));
  /** Three cases in a row; the last one closed, its retention over. */
  async function rowOfThree(): Promise<readonly [last: CaseId, main: CaseId, double: CaseId]> {
    const { main, double } = await joined();
    const last = await talk.report('Auch hier fehlt sie.', '', ADA);
    await join(main, last);
    await talk.answerAll(last, EDPB_CASE_4);
    const notice = { sentAt: '17:40', to: 'LDI', means: 'Formular', reference: '7', missing: '' };
    for (const duty of [AUTHORITY, PERSONS]) await talk.submit(DORA, 'notice', last, { duty, ...notice });
    await talk.submit(DORA, 'completeRecord', last, { duty: RECORD, facts: 'Liste', effects: 'Keine', remedialAction: 'Weg' });
    await talk.submit(DORA, 'close', last, { note: '' });
    expect((await talk.record(last)).status).toBe('closed');
    afterRetention();
    return [last, main, double];
  }
  const statuses = (ids: readonly CaseId[]) => Promise.all(ids.map(async (id) => (await talk.record(id)).status));

  it('takes the duplicates of its duplicates with it', async () => {
    const ids = await rowOfThree();
    expect(one('recorded', await talk.submit(DORA, 'eraseCase', ids[0], { reasons: 'Frist vorbei' })).what).toBe('caseErased');
    expect(await statuses(ids)).toEqual(['erased', 'erased', 'erased']);
    expect(await told(...ids)).not.toContain('Geheim');
  });

  it.each(['again', 'service'] as const)('heals after a crash behind the main case: %s', async (way) => {
    const ids = await rowOfThree();
    const untouched = talk.register;
    talk.register = failing(untouched, 'finishErasure:');
    await talk.submit(DORA, 'eraseCase', ids[0], { reasons: 'Frist vorbei' }, { id: 'once' });
    talk.register = untouched;
    expect(await statuses(ids)).toEqual(['erased', 'joined', 'joined']);
    if (way === 'service') await reconcileCase(reminders(), ids[0]);
    else {
      const again = await talk.submit(DORA, 'eraseCase', ids[0], { reasons: 'Frist vorbei' }, { id: 'once' });
      expect(one('recorded', again).what).toBe('caseErased');
    }
    expect(await statuses(ids)).toEqual(['erased', 'erased', 'erased']);
  });

  it('is no way to erase a duplicate alone', async () => {
    const { double } = await joined();
    expect(refusal(await talk.submit(DORA, 'eraseCase', double, { reasons: 'Doppelt', beforeEnd: 'true' }))).toBe('caseJoined');
    expect((await talk.record(double)).status).toBe('joined');
  });

  it('is found by its reporter no more', async () => {
    const ids = await rowOfThree();
    const reporter = (await talk.record(ids[0])).reporter;
    expect(await talk.register.list({ reporter, limit: 9 })).toHaveLength(2);
    await talk.submit(DORA, 'eraseCase', ids[0], { reasons: 'Frist vorbei' });
    expect(await talk.register.list({ reporter, limit: 9 })).toEqual([]);
  });
});

it('whatever is joined with whatever, an erased text stands nowhere, and nothing but it is gone', {
  timeout: 120_000,
}, async () => {
  const runs = process.env.FRISTWACHT_PROOF === undefined ? 6 : 60;
  const joinings = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 4 });
  const choices = fc.array(fc.tuple(fc.nat(3), fc.nat(30)), { minLength: 1, maxLength: 4 });
  const tokens = (text: string): ReadonlySet<string> => new Set(text.match(/Wort\d+/g));
  await fc.assert(
    fc.asyncProperty(joinings, choices, async (rows, wanted) => {
      await talk.end();
      talk = await Conversation.open(acme);
      const ids: CaseId[] = [];
      for (let each = 0; each < 4; each += 1) {
        const id = await talk.report(`Wort${each}0`, '', `P${each}`);
        ids.push(id);
        await talk.press(`P${each}`, 'addToReport', { case: id }, { text: `Wort${each}1` });
        await talk.submit(DORA, 'askPerson', id, { person: 'emil', text: `Wort${each}2` });
        await addDataSet(id, `Wort${each}3`);
      }
      for (const [from, to] of rows) await join(ids[from]!, ids[to]!);
      for (const [at, which] of wanted) {
        const texts = (await textsIn(ids[at]!)).filter(({ text }) => tokens(text).size > 0);
        const chosen = texts[which % Math.max(1, texts.length)];
        if (chosen === undefined) continue;
        const before = tokens(await told(...ids));
        const erasable = `${chosen.sequence} ${chosen.part}`;
        one('recorded', await talk.submit(DORA, 'eraseText', ids[at]!, { erasable, reasons: 'Name' }));
        const after = tokens(await told(...ids));
        expect([...before].filter((token) => !after.has(token))).toEqual([...tokens(chosen.text)]);
      }
    }),
    { seed: 20261123, numRuns: runs },
  );
});

/** The reminders over the register of the conversation, without a platform. */
const reminders = () => ({
  register: talk.register,
  channels: [],
  clock: { now: () => talk.now },
  organisation: talk.organisation,
  leaseSeconds: 60,
  alarm: ({ what }: { readonly what: string }) => expect.unreachable(what),
});

/** Does something right before the first entry with such an event is written. */
function between(register: Register, type: string, first: () => Promise<void>): Register {
  let done = false;
  return {
    ...register,
    append: async (request) => {
      if (!done && request.events.some((event) => event.type === type)) {
        done = true;
        await first();
      }
      return register.append(request);
    },
  };
}

/** Breaks off before whatever is written under such a name. */
const failing = (register: Register, command: string): Register => ({
  ...register,
  append: async (request) => {
    if (request.commandId.startsWith(command)) throw new RegisterUnavailable('The process has died.');
    return register.append(request);
  },
});
