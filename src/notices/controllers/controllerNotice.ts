import type { CaseRecord, DutyState } from '../../breach/breachCase.ts';
import { clockInForce } from '../../breach/duties.ts';
import type { Lang } from '../../law/sources.ts';
import { FACTS, toldBy, UNKNOWN, type DataSet, type FactName } from '../../rules/facts.ts';
import { addHours, type Instant } from '../../rules/instant.ts';
import { paperWords } from '../../words/letters/paperWords.ts';
import { wordsOf } from '../../words/wordsOf.ts';
import type { DocumentBlock, NoticeDocument } from '../document.ts';
import type { ContractTerms } from './controllerList.ts';

export type ControllerNoticeSetting = {
  readonly lang: Lang;
  readonly zone: string;
  readonly processor: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  /** The moment the notice tells of. */
  readonly at: Instant;
  /** What the officer wrote for the controllers; whatever is missing is said to follow. */
  readonly said?: ControllerTexts;
};

/** The parts of Art. 33(3) GDPR that no answer of the case holds, in words that every controller may read. */
export type ControllerTexts = Readonly<
  Partial<Record<'nature' | 'persons' | 'records' | 'consequences' | 'measuresTaken' | 'measuresPlanned', string>>
>;

/** One row of the overview: whom we owe the word, by when, and how far it is. */
export type ControllerState = {
  readonly terms: Omit<ContractTerms, 'line'>;
  readonly state: 'open' | 'sent' | 'no-address' | 'no-duty' | 'ended';
  /** By the contract; the law says „unverzüglich“. */
  readonly dueBy?: Instant;
  readonly sentAt?: Instant;
  readonly proof: string;
};

/** The duty of telling one controller (Art. 33(2) GDPR), where the case has it. */
export const dutyToTell = (record: CaseRecord, controller: string): DutyState | undefined =>
  record.duties.find(({ kind, recipient }) => kind === 'art33-2' && recipient === controller);

/** How far we are with one controller. An address that is missing is told as long as nothing was sent. */
export function controllerState(record: CaseRecord, terms: Omit<ContractTerms, 'line'>): ControllerState {
  const duty = dutyToTell(record, terms.id);
  if (duty === undefined) return { terms, state: 'no-duty', proof: '' };
  const notice = record.notices.findLast((one) => one.duty === duty.id);
  const dueBy = terms.hours === undefined ? undefined : addHours(clockInForce(duty).startsAt, terms.hours);
  const times = { ...(dueBy === undefined ? {} : { dueBy }), ...(notice === undefined ? {} : { sentAt: notice.sentAt }) };
  const isTold = duty.end?.how === 'notice';
  const unsent = terms.contact === '' ? 'no-address' : 'open';
  return { terms, state: isTold ? 'sent' : duty.end !== undefined ? 'ended' : unsent, ...times, proof: notice?.reference ?? '' };
}

/**
 * The word to one controller, with all of Art. 33(3) GDPR as far as it is known; what is not, says so. It holds this controller's data sets
 * and no text that people wrote into the case: there another customer may be named.
 */
export function controllerNotice(
  record: CaseRecord,
  terms: Omit<ContractTerms, 'line'>,
  { lang, zone, processor, contact, at, said = {} }: ControllerNoticeSetting,
): NoticeDocument {
  const words = paperWords[lang].notice;
  const { moment, incidents, incidentUnknown, times } = wordsOf(lang);
  const dataSets = record.dataSets.filter((dataSet) => dataSet.role !== 'controller' && toldBy(dataSet).includes(terms.id));
  const { incident } = record.hints;
  const named = record.times.filter(({ time }) => time === 'occurred' || time === 'noticed');
  const lastOf = [...new Map(named.map((one) => [one.time, one])).values()];
  const measures = [said.measuresTaken, said.measuresPlanned].filter((text) => text !== undefined);
  const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 2, text });
  const reach = [contact.name, contact.phone, contact.email].filter((part) => part !== '').join('\n');
  return {
    title: words.title,
    lang,
    blocks: [
      { kind: 'heading', level: 1, text: words.title },
      { kind: 'paragraph', text: words.intro(terms.name, processor) },
      { kind: 'paragraph', text: words.noTest },
      heading(words.headings.nature),
      {
        kind: 'fields',
        rows: [
          { label: words.labels.case, value: record.number },
          { label: words.labels.told, value: moment(at, zone) },
          { label: words.labels.incident, value: incident === undefined ? incidentUnknown : incidents[incident] },
          ...lastOf.map((one) => ({ label: times[one.time], value: moment(one.moment, zone) })),
        ],
      },
      ...(said.nature === undefined ? [] : [{ kind: 'paragraph', text: said.nature } as const]),
      heading(words.headings.data),
      ...dataSets.map((dataSet): DocumentBlock => ({ kind: 'fields', rows: answersOf(dataSet, lang) })),
      {
        kind: 'fields',
        rows: [
          { label: words.labels.persons, value: said.persons ?? words.later },
          { label: words.labels.records, value: said.records ?? words.later },
        ],
      },
      heading(words.headings.consequences),
      { kind: 'paragraph', text: said.consequences ?? words.later },
      heading(words.headings.measures),
      { kind: 'list', items: measures.length === 0 ? [words.later] : measures },
      heading(words.headings.contact),
      { kind: 'paragraph', text: reach || words.later },
      ...contractBlocks(terms, lang),
      { kind: 'paragraph', text: words.followUp },
    ],
  };
}

/** What was answered of these data, each answer with its question; what nobody knows is said to follow. */
function answersOf({ label, facts }: DataSet & { readonly label?: string }, lang: Lang) {
  const words = paperWords[lang].notice;
  const answered = (Object.entries(facts) as [FactName, string][]).map(([fact, answer]) => {
    const { question, answers } = FACTS[fact];
    const value = answer === UNKNOWN ? words.later : (answers.find(({ id }) => id === answer)?.label[lang] ?? words.later);
    return { label: question[lang], value };
  });
  return [{ label: words.labels.dataSet, value: wordsOf(lang).dataSetName(label ?? '') }, ...answered];
}

function contractBlocks({ hours, confidentiality }: Omit<ContractTerms, 'line'>, lang: Lang): readonly DocumentBlock[] {
  const words = paperWords[lang].notice;
  const rows = [
    ...(hours === undefined ? [] : [{ label: words.labels.hours, value: words.hours(hours) }]),
    ...(confidentiality === '' ? [] : [{ label: words.labels.confidentiality, value: confidentiality }]),
  ];
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: words.headings.terms },
        { kind: 'fields', rows },
      ];
}
