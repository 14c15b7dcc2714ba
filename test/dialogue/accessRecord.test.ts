import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { ACCESS, type Operation } from '../../src/dialogue/access.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { verifyStream } from '../support/verifyStream.ts';
import { acme, ADA, BEN, CHRIS, Conversation, DORA, MARA, one, refusal } from './conversation.ts';

let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = await Conversation.open({ ...acme, confirmation: ['no-breach'] });
  id = await talk.report('Ein Laptop ist weg.');
});
afterEach(() => talk.end());

type Way = () => Promise<readonly Prompt[]>;
type Showing = {
  readonly by: string;
  readonly where: 'case' | 'register';
  readonly way: Way;
  readonly refused?: { readonly by: string; readonly way: Way };
};

/** Every operation that shows something of a case, and how it is reached; what only writes is an entry of the case itself. */
const showing = (): Readonly<Partial<Record<Operation, Showing>>> => {
  const press =
    (account: string, verb: Parameters<Conversation['press']>[1], data = {}): Way =>
    () =>
      talk.press(account, verb, { case: id, ...data });
  const form = (account: string, kind: string): Way => press(account, 'openForm', { form: kind });
  const ofCase = (way: (account: string) => Way): Showing => ({
    ...{ by: 'dora', where: 'case', way: way(DORA) },
    refused: { by: 'slack:BEN', way: way(BEN) },
  });
  const ofRegister = (way: (account: string) => Way): Showing => ({ ...ofCase(way), where: 'register' });
  return {
    openCase: ofCase((account) => press(account, 'openCase')),
    triage: ofCase((account) => press(account, 'triage')),
    assessment: ofCase((account) => press(account, 'assessment')),
    factList: ofCase((account) => press(account, 'chooseFact')),
    dataSets: ofCase((account) => press(account, 'dataSets')),
    prepareNotice: ofCase((account) => press(account, 'prepareNotice')),
    looks: ofCase((account) => press(account, 'looks')),
    recordDataSet: ofCase((account) => form(account, 'dataSet')),
    recordTime: ofCase((account) => form(account, 'time')),
    recordDecision: ofCase((account) => form(account, 'awareness')),
    recordNotice: ofCase((account) => form(account, 'notice')),
    completeRecord: ofCase((account) => form(account, 'completeRecord')),
    planMeasure: ofCase((account) => form(account, 'measure')),
    askPerson: ofCase((account) => form(account, 'askPerson')),
    excludePerson: ofCase((account) => form(account, 'exclude')),
    joinCases: ofCase((account) => form(account, 'join')),
    closeCase: ofCase((account) => form(account, 'close')),
    reopenCase: ofCase((account) => form(account, 'reopen')),
    extendRetention: ofCase((account) => form(account, 'extendRetention')),
    answerSecondOpinion: ofCase((account) => form(account, 'dskOpinion')),
    eraseText: ofCase((account) => form(account, 'eraseText')),
    eraseCase: ofCase((account) => form(account, 'eraseCase')),
    finishMeasure: ofCase((account) => form(account, 'finishMeasure')),
    withdrawDecision: ofCase((account) => form(account, 'withdrawDecision')),
    answerNeighbour: ofCase((account) => form(account, 'neighbour')),
    seeOwnReports: { by: 'slack:ADA', where: 'case', way: press(ADA, 'openCase') },
    addToReport: {
      by: 'slack:ADA',
      where: 'case',
      way: press(ADA, 'openAddition'),
      refused: { by: 'slack:BEN', way: press(BEN, 'openAddition') },
    },
    seeDuties: { by: 'mara', where: 'case', way: press(MARA, 'openCase') },
    listCases: ofRegister((account) => press(account, 'openCases')),
    searchCases: ofRegister((account) => () => talk.press(account, 'submitForm', { form: 'search' }, { text: 'laptop' })),
    registerLooks: ofRegister((account) => press(account, 'registerLooks')),
    seeDigest: ofRegister((account) => press(account, 'digest')),
    export: ofCase((account) => press(account, 'export')),
    // From anybody else „status“ asks for their own reports.
    seeStatus: { by: 'dora', where: 'register', way: () => talk.say(DORA, 'Status') },
    reportForAnother: ofRegister((account) => () => talk.press(account, 'openForm', { form: 'onBehalf' })),
  };
};

/** They show nothing of a case that is not the person's own answer of the moment, or have a test of their own. */
const SHOW_NOTHING: Readonly<Partial<Record<Operation, string>>> = {
  home: 'counts only',
  setAbsence: 'a write; test/dialogue/absence.test.ts',
  report: 'a write',
  giveHint: 'a write',
  answerQuestion: 'a write',
  answerFact: 'a write; the question is shown under triage',
  correctFact: 'a write; the question is shown under triage',
  answerNotice: 'a write; the next page is shown under prepareNotice',
  listControllers: 'a write, from the command line alone; test/adapters/cli/noticeEntry.test.ts',
  acknowledge: 'a write',
  tellReporter: 'a write',
  confirmDecision: 'a write; the decision is shown under seeDecision',
  seeDecision: 'tried below, for it takes a decision that waits',
};

const looksIn = async (where: Showing['where']) =>
  (await talk.register.looksAt(where === 'case' ? id : undefined)).map(({ by, what, allowed }) => ({ by, what, allowed }));

describe('every operation that shows anything of a case', () => {
  it('is in the table below', () => {
    const covered = [...Object.keys(showing()), ...Object.keys(SHOW_NOTHING)];
    expect(Object.keys(ACCESS).filter((operation) => !covered.includes(operation))).toEqual([]);
  });

  it('is recorded with who and what before it is given, the allowed one and the refused one', async () => {
    for (const [operation, { by, where, way, refused }] of Object.entries(showing())) {
      await way();
      expect(await looksIn(where), operation).toContainEqual({ by, what: operation, allowed: true });
      if (refused === undefined) continue;
      await refused.way();
      expect(await looksIn(where), operation).toContainEqual({ by: refused.by, what: operation, allowed: false });
    }
  });

  it('a decision that waits is recorded too', async () => {
    const words = { reasons: 'Testdaten', decidedBy: 'Frau Chef', dpoAdvice: '', againstAssessment: 'true' };
    await talk.submit(DORA, 'noBreach', id, words);
    await talk.press(CHRIS, 'openCase', { case: id });
    expect(await looksIn('case')).toContainEqual({ by: 'chris', what: 'seeDecision', allowed: true });
  });

  it('changes no version of the case', async () => {
    const entries = await talk.entries(id);
    for (const { way } of Object.values(showing())) await way();
    expect(await talk.entries(id)).toBe(entries);
  });

  it('stands in a chain of its own', async () => {
    for (const { way } of Object.values(showing())) await way();
    expect(verifyStream(await talk.register.openedEntries(`looks/${id}`))).toBe(true);
    expect(verifyStream(await talk.register.openedEntries('looks/register'))).toBe(true);
  });
});

describe('the record of looks', () => {
  it('of a case shows who, when, what, and whether it was refused, the latest first', async () => {
    await talk.press(BEN, 'openCase', { case: id });
    talk.pass(1);
    const { looks } = one('looks', await talk.press(DORA, 'looks', { case: id }));
    expect(looks.map(({ name, what, allowed }) => [name, what, allowed])).toEqual([
      ['Dora Datenschutz', 'looks', true],
      ['slack:BEN', 'openCase', false],
    ]);
    expect(looks[0]?.at).toBe(talk.now);
  });

  it('of the register shows lists, searches and attempts that belong to no single case', async () => {
    await talk.press(BEN, 'openCases');
    await talk.press(DORA, 'openCases');
    const shown = one('looks', await talk.say(DORA, 'Zugriffe'));
    expect(shown.number).toBeUndefined();
    expect(shown.looks.map(({ what, allowed }) => [what, allowed])).toEqual([
      ['registerLooks', true],
      ['listCases', true],
      ['listCases', false],
    ]);
  });

  it('comes in pages; one beyond the last is the last', async () => {
    for (let count = 0; count < 30; count += 1) await talk.press(DORA, 'openCase', { case: id });
    const first = one('looks', await talk.press(DORA, 'looks', { case: id }));
    expect([first.page, first.pages, first.looks.length]).toEqual([1, 2, 25]);
    const second = one('looks', await talk.press(DORA, 'looks', { case: id, page: '2' }));
    expect([second.page, second.looks.length]).toEqual([2, 7]);
    const beyond = one('looks', await talk.press(DORA, 'looks', { case: id, page: '99' }));
    expect(beyond.page).toBe(2);
  });

  it.each([ADA, CHRIS, MARA])('is not for %s', async (account) => {
    expect(refusal(await talk.press(account, 'registerLooks'))).toBe('notAllowed');
  });
});
