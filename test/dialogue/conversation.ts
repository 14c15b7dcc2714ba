import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedRegister } from '../../adapters/stores/openEmbeddedRegister.ts';
import { caseId as asCaseId, personId, type CaseId } from '../../src/breach/identifiers.ts';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import { handle } from '../../src/dialogue/handle.ts';
import type { Answer, Inbound, InboundContent } from '../../src/dialogue/inbound.ts';
import type { DialogueWorld } from '../../src/dialogue/turn.ts';
import type { Organisation, Platform } from '../../src/organisation.ts';
import type { Absences, Exports, Register } from '../../src/ports.ts';
import type { ActionData, FormKind, Verb } from '../../src/prompt/action.ts';
import type { Prompt, PromptKind, PromptOf } from '../../src/prompt/prompt.ts';
import { readCase } from '../../src/register/readCase.ts';
import type { Facts } from '../../src/rules/facts.ts';
import { addHours, instant, type Instant } from '../../src/rules/instant.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';

/** Monday, 23 November 2026, 17:40 in Berlin. */
export const START = instant('2026-11-23T17:40:00+01:00');

export const AUTHORITY = 'art33-1:acme:de-nw';
export const PERSONS = 'art34-1:acme:persons';
export const RECORD = 'art33-5:acme:register';

export const acme: Organisation = {
  name: 'Acme Verkehr GmbH',
  language: 'de',
  timeZone: 'Europe/Berlin',
  self: 'acme',
  processesForOthers: false,
  controllers: [
    {
      id: 'acme',
      name: 'Acme Verkehr GmbH',
      country: 'DE',
      land: 'NW',
      sector: 'private',
      authority: 'de-nw',
      contact: 'acme@example.org',
    },
  ],
  persons: [
    {
      id: personId('dora'),
      name: 'Dora Datenschutz',
      roles: ['dpo'],
      accounts: { slack: 'DORA', teams: 'dora@acme', desk: 'dora' },
    },
    { id: personId('emil'), name: 'Emil Ersatz', roles: ['deputy'], accounts: { slack: 'EMIL' } },
    { id: personId('chris'), name: 'Chris Chefin', roles: ['decider'], language: 'en', accounts: { slack: 'CHRIS' } },
    { id: personId('mara'), name: 'Mara Leitung', roles: ['management'], accounts: { slack: 'MARA' } },
  ],
  channels: {},
  contactPoint: { name: 'Datenschutzstelle', email: 'datenschutz@acme.example', phone: '0211 123456' },
  noDisadvantage: false,
  confirmation: [],
};

const [own] = acme.controllers;
if (own === undefined) throw new Error('The organisation has a controller.');
/** As `acme`, and it also processes data for a day-care centre. */
export const acmeForKita: Organisation = {
  ...acme,
  controllers: [own, { ...own, id: 'kita', name: 'Kita Sonne', land: 'BE', sector: 'public', authority: 'de-be' }],
};

export const DORA = 'DORA';
export const EMIL = 'EMIL';
export const CHRIS = 'CHRIS';
export const MARA = 'MARA';
/** Two employees whom the configuration does not name. */
export const ADA = 'ADA';
export const BEN = 'BEN';

const registerIn = (folder: string): Promise<Register> =>
  openEmbeddedRegister(join(folder, 'register.sqlite'), { ids: { next: () => randomUUID() } });

type Said = Partial<Pick<Inbound, 'id' | 'platform' | 'place' | 'language' | 'name' | 'outsider' | 'rightsUnknown'>>;

/** A dialogue over a real register in a folder of its own, with a clock that stands until it is moved. */
export class Conversation {
  now: Instant = START;
  organisation: Organisation;
  register: Register;
  readonly reconciled: CaseId[] = [];
  keptOn: readonly Platform[] = [];
  absences: Absences | undefined;
  exports: Exports | undefined;
  connected: readonly Platform[] | undefined;
  /** How often long work let others go first. */
  pauses = 0;
  readonly #folder: string;
  #inbounds = 0;
  #ids = 0;

  private constructor(organisation: Organisation, folder: string, register: Register) {
    this.organisation = organisation;
    this.#folder = folder;
    this.register = register;
  }

  static async open(organisation: Organisation = acme): Promise<Conversation> {
    const folder = mkdtempSync(join(tmpdir(), 'fristwacht-dialogue-'));
    return new Conversation(organisation, folder, await registerIn(folder));
  }

  get world(): DialogueWorld {
    return {
      register: this.register,
      clock: { now: () => this.now },
      ids: { next: () => `id-${String((this.#ids += 1))}` },
      organisation: this.organisation,
      afterAppend: async (id) => void this.reconciled.push(id),
      keptOn: this.keptOn,
      ...(this.absences === undefined ? {} : { absences: this.absences }),
      ...(this.exports === undefined ? {} : { exports: this.exports }),
      ...(this.connected === undefined ? {} : { connected: this.connected }),
      letOthersGo: async () => void (this.pauses += 1),
    };
  }

  /** Ends the process and starts another one over the same file. */
  async restart(): Promise<void> {
    await this.register.close();
    this.register = await registerIn(this.#folder);
  }

  async end(): Promise<void> {
    await this.register.close();
    rmSync(this.#folder, { recursive: true });
  }

  pass(hours: number): void {
    this.now = addHours(this.now, hours);
  }

  send(account: string, content: InboundContent, said: Said = {}): Promise<Answer> {
    const id = said.id ?? `inbound-${String((this.#inbounds += 1))}`;
    const inbound: Inbound = { platform: 'slack', place: 'direct', account, name: `Name of ${account}`, content, ...said, id };
    return handle(inbound, this.world);
  }

  async say(account: string, text: string, files = 0, said: Said = {}): Promise<readonly Prompt[]> {
    return (await this.send(account, { type: 'text', text, files }, said)).prompts;
  }

  async press(
    account: string,
    verb: Verb,
    data: ActionData = {},
    inputs: ActionData = {},
    said: Said = {},
  ): Promise<readonly Prompt[]> {
    return (await this.send(account, { type: 'press', verb, data, inputs }, said)).prompts;
  }

  submit(account: string, form: FormKind, id: CaseId, inputs: ActionData, said: Said = {}): Promise<readonly Prompt[]> {
    return this.press(account, 'submitForm', { form, case: id }, inputs, said);
  }

  /** A report of Ada, and the case it opened. */
  async report(text = 'Ein Laptop ist weg.', noticedAt = '', account = ADA, said: Said = {}): Promise<CaseId> {
    const recorded = one('recorded', await this.press(account, 'report', {}, { text, noticedAt }, said));
    const found = await this.register.findByNumber(recorded.number);
    if (!found) throw new Error('The report opened no case.');
    return found;
  }

  /** Answers every question of the triage: by the facts, and where they say nothing with `unknown` or else the worst answer. */
  async answerAll(id: CaseId, facts: Readonly<Record<string, string>>, account = DORA): Promise<readonly Prompt[]> {
    let prompts = await this.press(account, 'triage', { case: id });
    for (let asked = 0; asked < 30; asked += 1) {
      const question = find('question', prompts);
      if (!question) return prompts;
      const { fact, dataSet, mayBeUnknown, choices } = question;
      const answer = facts[fact] ?? (mayBeUnknown ? 'unknown' : choices.at(-1)!.answer);
      prompts = await this.press(account, 'answerFact', {
        case: id,
        fact,
        answer,
        ...(dataSet === undefined ? {} : { dataSet }),
      });
    }
    throw new Error('The triage does not come to an end.');
  }

  async record(id: CaseId): Promise<CaseRecord> {
    const stored = await this.register.read(id);
    const record = stored && readCase(stored);
    if (!record || record.status === 'none') throw new Error('There is no such case.');
    return record;
  }

  async entries(id: CaseId): Promise<number> {
    return (await this.register.read(id))?.version ?? 0;
  }

  async looked(id: CaseId): Promise<readonly string[]> {
    return (await this.register.looksAt(id)).map(({ by, what, allowed }) => `${by} ${what} ${allowed ? 'yes' : 'no'}`);
  }
}

export const find = <K extends PromptKind>(kind: K, prompts: readonly Prompt[]): PromptOf<K> | undefined =>
  prompts.find((prompt): prompt is PromptOf<K> => prompt.kind === kind);

/** The one prompt of this kind; a test that gets another one shows which. */
export function one<K extends PromptKind>(kind: K, prompts: readonly Prompt[]): PromptOf<K> {
  const found = find(kind, prompts);
  if (!found) throw new Error(`Expected ${kind}, got ${JSON.stringify(prompts)}`);
  return found;
}

export const refusal = (prompts: readonly Prompt[]) => one('refusal', prompts).reason;
export const faults = (prompts: readonly Prompt[]): readonly string[] =>
  prompts.flatMap((prompt) => ('faults' in prompt ? prompt.faults.map(({ field, fault }) => `${field}: ${fault}`) : []));

function published(no: string): Facts {
  const found = EDPB_01_2021.find((candidate) => candidate.no === no);
  if (!found) throw new Error(`There is no published case ${no}.`);
  return found.facts;
}

export const EDPB_CASE_4 = published('04');
export const EDPB_CASE_1 = published('01');

export const unknownCase = asCaseId('no-such-case');
