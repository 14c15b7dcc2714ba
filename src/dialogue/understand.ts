import { z } from 'zod';
import { caseId, readCaseNumber, type CaseId, type CaseNumber } from '../breach/identifiers.ts';
import type { HintKind, ReporterOutcome } from '../breach/events.ts';
import { FORM_KINDS, VERBS, type FormKind, type Verb } from '../prompt/action.ts';
import { NOTICE_PART_ROWS, NOTICE_PARTS, type NoticePartId } from '../notices/noticeParts.ts';
import { FORMS } from '../prompt/forms.ts';
import type { FormValues } from '../prompt/prompt.ts';
import { FACT_NAMES, type FactName } from '../rules/facts.ts';
import { cleanText } from './cleanText.ts';
import { BESIDE_FIELDS } from './noticePages.ts';
import { understandExport } from './understandExport.ts';
import { understandSearch } from './understandSearch.ts';
import type { Inbound } from './inbound.ts';

/** What somebody wants, read from what a platform sent. Ids may still name things that do not exist or are not theirs. */
export type Intent =
  | Wants<'home' | 'myReports' | 'openCases' | 'notUnderstood'>
  | Wants<'status' | 'digest', { readonly typed?: string }>
  | Wants<'export', Partial<InCase> & { readonly duty?: string; readonly values: FormValues; readonly typed?: string }>
  | Wants<'freeText', { readonly text: string; readonly files: boolean }>
  | Wants<'showNumber', { readonly number: CaseNumber }>
  | Wants<'openReport' | 'report', { readonly values: FormValues }>
  | Wants<'openAddition' | 'addToReport', InCase & { readonly text: string }>
  | Wants<'giveHint', InCase & { readonly hint: HintKind; readonly answer: string }>
  | Wants<'answerQuestion', InCase & { readonly question: string; readonly text: string }>
  | Wants<'openCase' | 'triage' | 'chooseFact' | 'assessment' | 'dataSets', InCase>
  | Wants<'looks', InCase & { readonly page: number }>
  | Wants<'registerLooks', { readonly page: number }>
  | Wants<'search', { readonly values: FormValues; readonly before?: CaseNumber; readonly typed?: string }>
  | Wants<'away', { readonly until: string; readonly typed?: string }>
  | Wants<'backAgain', { readonly typed?: string }>
  | Wants<'prepareNotice', InCase & { readonly duty?: string; readonly part?: NoticePartId }>
  | Wants<'prepareNoticeOf', { readonly number: CaseNumber; readonly typed: string }>
  | Wants<'answerNotice', InCase & { readonly duty: string; readonly part: NoticePartId; readonly values: FormValues }>
  | Wants<'openFact', NamedFact>
  | Wants<'answerFact', NamedFact & { readonly answer: string }>
  | Wants<'correctFact', NamedFact & { readonly answer: string; readonly reasons: string }>
  | Wants<'acknowledge', InCase & { readonly hours: number | 'tomorrow' }>
  | Wants<'openForm' | 'submitForm', Partial<InCase> & { readonly form: FormKind; readonly values: FormValues }>
  | Wants<'confirmDecision', InCase & { readonly decision: string }>
  | Wants<'tellReporter', InCase & { readonly outcome: ReporterOutcome }>;

type Wants<W extends string, Rest = unknown> = W extends unknown ? { readonly wants: W } & Rest : never;
type InCase = { readonly caseId: CaseId };
export type NamedFact = { readonly caseId: CaseId; readonly fact: FactName; readonly dataSet?: string };
export type IntentOf<W extends Intent['wants']> = Extract<Intent, { readonly wants: W }>;

const HOME = ['', 'hilfe', 'help', 'hallo', 'hello', 'hi', 'start', '?'];
const OPEN_CASES = ['offen', 'offene', 'offene vorgänge', 'vorgänge', 'open', 'open cases', 'cases'];
const SEARCH = /^(?:suche|suchen|search)(?:\s+(?<rest>.+))?$/is;
/** The page of the notice names the authority with the reason, too. With a number behind it; without one „Meldung …“ is how people begin what they report. */
const PREPARE_NOTICE =
  /^\/?(?:meldung(?: vorbereiten)?|(?:prepare )?notice|(?:zuständige )?behörde|(?:competent )?authority)\s+(?<number>\S+)$/iu;
const REGISTER_LOOKS = ['zugriffe', 'einsichten', 'looks', 'access record'];
const STATUS = ['status', 'stand', 'läuft alles', 'läuft alles?'];
const DIGEST = ['heute', 'was ist heute offen', 'was ist heute offen?', 'tagesübersicht', 'today', 'digest', 'daily overview'];
/** Only in this shape: „away“ somewhere in a sentence is what somebody reports. */
const AWAY =
  /^(?:(?:ich bin|bin|i am|i['’]m)\s+)?(?:abwesend|nicht da|away|out of (?:the )?office)(?:\s+(?:bis|until|till)(?:\s+(?:zum|am))?\s+(?<until>.+))?$/isu;
const BACK = [
  'wieder da',
  'bin wieder da',
  'ich bin wieder da',
  'zurück',
  'bin zurück',
  'back',
  'back again',
  'i am back',
  "i'm back",
];
const MY_REPORTS = ['meine meldungen', 'meine hinweise', 'my reports', 'my cases'];

const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u);
const itsCase = id.transform(caseId);
const inCase = z.object({ case: itsCase });
const named = inCase.extend({ fact: z.enum(FACT_NAMES as [FactName, ...FactName[]]), dataSet: id.optional() });
const inForm = z.object({ case: itsCase.optional(), form: z.enum(FORM_KINDS), before: z.string().max(40).optional() });
const page = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .optional();

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();

/** What must travel with each button. Whatever else an old or a forged card carries is not looked at. */
const DATA = {
  home: z.object({}),
  openReport: z.object({}),
  report: z.object({}),
  openAddition: inCase,
  addToReport: inCase,
  giveHint: inCase.extend({ hint: z.enum(['incident', 'contained', 'concerned']), answer: id }),
  myReports: z.object({}),
  answerQuestion: inCase.extend({ question: id }),
  openCases: z.object({}),
  openCase: inCase,
  triage: inCase,
  answerFact: named.extend({ answer: id }),
  chooseFact: inCase,
  openFact: named,
  correctFact: named,
  assessment: inCase,
  acknowledge: inCase.extend({
    hours: z
      .string()
      .regex(/^(?:\d{1,3}|tomorrow)$/)
      .transform((text): number | 'tomorrow' => (text === 'tomorrow' ? text : Number(text))),
  }),
  openForm: inForm,
  submitForm: inForm,
  confirmDecision: inCase.extend({ decision: id }),
  tellReporter: inCase.extend({ outcome: z.enum(['being-handled', 'handled', 'no-breach']) }),
  looks: inCase.extend({ page }),
  registerLooks: z.object({ page }),
  dataSets: inCase,
  prepareNotice: inCase.extend({ duty: id.optional(), part: z.enum(NOTICE_PARTS).optional() }),
  answerNotice: inCase.extend({ duty: id, part: z.enum(NOTICE_PARTS) }),
  backAgain: z.object({}),
  status: z.object({}),
  digest: z.object({}),
  export: z.object({ case: itsCase.optional(), duty: id.optional(), from: day, until: day }),
} as const satisfies Record<Verb, z.ZodType>;

type Untrusted = Readonly<Record<string, unknown>>;

/** An own, plain entry and nothing inherited. */
function textOf(values: Untrusted, name: string): string {
  const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
  return typeof value === 'string' ? cleanText(value) : '';
}

const valuesOf = (names: readonly string[], values: Untrusted): FormValues =>
  Object.fromEntries(names.map((name) => [name, textOf(values, name)]));

const formValues = (form: FormKind, values: Untrusted): FormValues =>
  valuesOf(
    FORMS[form].map((field) => field.name),
    values,
  );

const withoutAbsent = <T extends { readonly dataSet?: string | undefined }>({ dataSet, ...rest }: T) =>
  dataSet === undefined ? rest : { ...rest, dataSet };

const factOf = (data: z.infer<typeof named>): NamedFact =>
  withoutAbsent({ caseId: data.case, fact: data.fact, dataSet: data.dataSet });

function understandPress(verb: Verb, data: unknown, inputs: Untrusted): Intent {
  switch (verb) {
    case 'home':
    case 'myReports':
    case 'openCases':
    case 'backAgain':
    case 'status':
    case 'digest':
      return { wants: verb };
    case 'export': {
      const { case: caseId, duty, from: openedFrom = '', until: openedUntil = '' } = DATA.export.parse(data);
      const about = { ...(caseId === undefined ? {} : { caseId }), ...(duty === undefined ? {} : { duty }) };
      return { wants: verb, values: { openedFrom, openedUntil }, ...about };
    }
    case 'openReport':
    case 'report':
      return { wants: verb, values: valuesOf(['text', 'noticedAt'], inputs) };
    case 'openAddition':
    case 'addToReport':
      return { wants: verb, caseId: DATA[verb].parse(data).case, text: textOf(inputs, 'text') };
    case 'openCase':
    case 'triage':
    case 'chooseFact':
    case 'assessment':
    case 'dataSets':
      return { wants: verb, caseId: DATA[verb].parse(data).case };
    case 'prepareNotice':
    case 'answerNotice':
      return understandNotice(verb, data, inputs);
    case 'looks': {
      const { case: caseId, page: wanted = 1 } = DATA.looks.parse(data);
      return { wants: verb, caseId, page: wanted };
    }
    case 'registerLooks':
      return { wants: verb, page: DATA.registerLooks.parse(data).page ?? 1 };
    case 'giveHint': {
      const { case: caseId, hint, answer } = DATA.giveHint.parse(data);
      return { wants: verb, caseId, hint, answer };
    }
    case 'answerQuestion': {
      const { case: caseId, question } = DATA.answerQuestion.parse(data);
      return { wants: verb, caseId, question, text: textOf(inputs, 'text') };
    }
    case 'openFact':
    case 'answerFact':
    case 'correctFact':
      return understandFact(verb, data, inputs);
    case 'acknowledge': {
      const { case: caseId, hours } = DATA.acknowledge.parse(data);
      return { wants: verb, caseId, hours };
    }
    case 'openForm':
      return understandForm(verb, data, data as Untrusted);
    case 'submitForm':
      return understandForm(verb, data, inputs);
    case 'confirmDecision': {
      const { case: caseId, decision } = DATA.confirmDecision.parse(data);
      return { wants: verb, caseId, decision };
    }
    case 'tellReporter': {
      const { case: caseId, outcome } = DATA.tellReporter.parse(data);
      return { wants: verb, caseId, outcome };
    }
  }
}

function understandFact(verb: 'openFact' | 'answerFact' | 'correctFact', data: unknown, inputs: Untrusted): Intent {
  switch (verb) {
    case 'openFact':
      return { wants: verb, ...factOf(DATA.openFact.parse(data)) };
    case 'answerFact': {
      const read = DATA.answerFact.parse(data);
      return { wants: verb, ...factOf(read), answer: read.answer };
    }
    case 'correctFact':
      return {
        wants: verb,
        ...factOf(DATA.correctFact.parse(data)),
        answer: textOf(inputs, 'answer'),
        reasons: textOf(inputs, 'reasons'),
      };
  }
}

function understandNotice(verb: 'prepareNotice' | 'answerNotice', data: unknown, inputs: Untrusted): Intent {
  if (verb === 'prepareNotice') {
    const { case: caseId, duty, part } = DATA.prepareNotice.parse(data);
    return { wants: verb, caseId, ...(duty === undefined ? {} : { duty }), ...(part === undefined ? {} : { part }) };
  }
  const { case: caseId, duty, part } = DATA.answerNotice.parse(data);
  const names = [...NOTICE_PART_ROWS[part].fields, ...BESIDE_FIELDS];
  return { wants: verb, caseId, duty, part, values: valuesOf(names, inputs) };
}

/** An empty form may come with choices already made on the card (`duty`, `measure`); a filled one brings its inputs. */
function understandForm(verb: 'openForm' | 'submitForm', data: unknown, values: Untrusted): Intent {
  const { case: caseId, form, before } = DATA[verb].parse(data);
  if (form === 'search' && verb === 'submitForm')
    return { wants: 'search', values: formValues(form, values), ...beforeIn(before) };
  if (form === 'export' && verb === 'submitForm') return { wants: 'export', values: formValues(form, values) };
  if (form === 'absence' && verb === 'submitForm') return { wants: 'away', until: formValues(form, values).awayUntil ?? '' };
  if (caseId === undefined && !WITHOUT_CASE.includes(form)) return { wants: 'notUnderstood' };
  return { wants: verb, form, values: formValues(form, values), ...(caseId === undefined ? {} : { caseId }) };
}

/** Forms that belong to no case. */
const WITHOUT_CASE: readonly FormKind[] = ['onBehalf', 'search', 'absence', 'export'];

/** Where the next page of a search begins; a number that is none begins anew. */
function beforeIn(before: string | undefined): { readonly before?: CaseNumber } {
  const number = before === undefined ? undefined : readCaseNumber(before);
  return number === undefined ? {} : { before: number };
}

function understandText(typed: string, files: number): Intent {
  const text = cleanText(typed);
  if (files > 0) return { wants: 'freeText', text, files: true };
  const number = readCaseNumber(text);
  if (number !== undefined) return { wants: 'showNumber', number };
  const prepared = PREPARE_NOTICE.exec(text.trim())?.groups?.number;
  const meant = prepared === undefined ? undefined : readCaseNumber(prepared);
  if (meant !== undefined) return { wants: 'prepareNoticeOf', number: meant, typed: text };
  const said = text
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[.!]+$/, '')
    .trim();
  if (HOME.includes(said)) return { wants: 'home' };
  if (OPEN_CASES.includes(said)) return { wants: 'openCases' };
  if (STATUS.includes(said)) return { wants: 'status', typed: text };
  if (DIGEST.includes(said)) return { wants: 'digest', typed: text };
  const wanted = understandExport(text.replace(/^\//, ''));
  if (wanted) return { wants: 'export', values: wanted, typed: text };
  if (REGISTER_LOOKS.includes(said)) return { wants: 'registerLooks', page: 1 };
  const away = AWAY.exec(text.replace(/^\//, '').replace(/!+$/, ''));
  if (away) return { wants: 'away', until: away.groups?.until?.trim() ?? '', typed: text };
  if (BACK.includes(said.replaceAll('’', "'"))) return { wants: 'backAgain', typed: text };
  const search = SEARCH.exec(text.replace(/^\//, ''));
  if (search) return { ...understandSearch(cleanText(search.groups?.rest ?? '')), typed: text };
  if (MY_REPORTS.includes(said)) return { wants: 'myReports' };
  return { wants: 'freeText', text, files: false };
}

const press = z.object({
  verb: z.enum(VERBS),
  data: z.record(z.string(), z.unknown()),
  inputs: z.record(z.string(), z.unknown()),
});

/** Reads an inbound. Nothing of it is trusted: what cannot be read is `notUnderstood`, never an exception. */
export function understand({ content }: Inbound): Intent {
  if (content.type === 'text') return understandText(content.text, content.files);
  const read = press.safeParse(content);
  if (!read.success) return { wants: 'notUnderstood' };
  try {
    return understandPress(read.data.verb, read.data.data, read.data.inputs);
  } catch (error) {
    if (error instanceof z.ZodError) return { wants: 'notUnderstood' };
    throw error;
  }
}
