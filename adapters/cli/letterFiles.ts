import { stringify } from 'yaml';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import { listedIn } from '../../src/breach/listedControllers.ts';
import { caseSetting, type Organisation } from '../../src/organisation.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { NoticeDocument } from '../../src/notices/document.ts';
import type { ContractTerms } from '../../src/notices/controllers/controllerList.ts';
import { controllerNotice, controllerState, dutyToTell } from '../../src/notices/controllers/controllerNotice.ts';
import { decisionPaper, decisionsForPapers } from '../../src/notices/papers/decisionPaper.ts';
import { delayPaper, lateNotices } from '../../src/notices/papers/delayPaper.ts';
import type { LetterDetails } from '../../src/notices/persons/letterDetails.ts';
import { editsOf, type LetterEdits } from '../../src/notices/persons/letterEdits.ts';
import { personsLetter } from '../../src/notices/persons/personsLetter.ts';
import { proposeLetter } from '../../src/notices/persons/proposeLetter.ts';
import { publicPlan } from '../../src/notices/persons/publicPlan.ts';
import type { Recipients } from '../../src/notices/persons/recipients.ts';
import type { Instant } from '../../src/rules/instant.ts';
import { type DataKind, LETTER_VERSIONS } from '../../src/words/letters/letterWords.ts';
import { paperWords } from '../../src/words/letters/paperWords.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';

/** A document with the name of its files, which has no ending yet. */
export type NamedDocument = { readonly name: string; readonly document: NoticeDocument };
export type LetterCase = {
  readonly record: CaseRecord;
  readonly organisation: Organisation;
  readonly lang: Lang;
  readonly at: Instant;
};
type Sheet = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
export type LetterFiles = {
  readonly documents: readonly NamedDocument[];
  readonly sheets: readonly Sheet[];
  /** What can be edited and given back, with its whole name. */
  readonly texts?: { readonly name: string; readonly text: string };
};

const nameOf =
  ({ controllers }: Organisation) =>
  (id: string): string =>
    controllers.find((one) => one.id === id)?.name ?? id;

export function lettersDraft({ record, organisation }: LetterCase, dataKinds: readonly DataKind[]): LetterDetails {
  const self = organisation.controllers.find(({ id }) => id === organisation.self);
  return proposeLetter(record, {
    sender: { id: organisation.self, name: self?.name ?? organisation.name, address: [], country: self?.country ?? '' },
    contact: organisation.contactPoint,
    dataKinds,
    zone: organisation.timeZone,
    recordedIn: organisation.language,
  });
}

/** The letter in each version, to one person and to the public, the plan of the publication, and the list for the mail merge. */
export function personsFiles(
  { organisation }: LetterCase,
  details: LetterDetails,
  { list, edits }: { readonly list: Recipients | undefined; readonly edits: LetterEdits },
): LetterFiles {
  const people = list?.recipients ?? [];
  const unreachable = people.filter(({ way }) => way === 'none').length;
  const individually = people.length - unreachable;
  const audience = individually > 0 ? 'partly' : 'public';
  const reach = list === undefined ? {} : { reach: { individually, unreachable } };
  return {
    documents: [
      ...LETTER_VERSIONS.flatMap((version) => [
        { name: `letter-${version}`, document: personsLetter(details, version, 'person') },
        { name: `public-${version}`, document: personsLetter(details, version, audience) },
      ]),
      { name: 'public-plan', document: publicPlan({ ...edits, ...reach }, organisation.language) },
    ],
    texts: { name: 'texts.yaml', text: stringify(editsOf(details, edits), { lineWidth: 0 }) },
    sheets:
      list === undefined
        ? []
        : [
            {
              name: 'recipients',
              columns: ['salutation', 'street', 'town', 'email', 'way'],
              rows: people.map(({ salutation, street, town, email, way }) => [salutation, street, town, email, way]),
            },
          ],
  };
}

export function paperFiles({ record, organisation, lang }: LetterCase): LetterFiles {
  const setting = { lang, zone: organisation.timeZone, nameOf: nameOf(organisation), setting: caseSetting(organisation) };
  return {
    documents: [
      ...decisionsForPapers(record).map((decided, at) => ({
        name: `decision-${at + 1}-${decided.decision.kind}`,
        document: decisionPaper(record, decided, setting),
      })),
      ...lateNotices(record).map((notice, at) => ({ name: `delay-${at + 1}`, document: delayPaper(record, notice, setting) })),
    ],
    sheets: [],
  };
}

/** Whom we process for, by the list that was read into the case, and beside it by the configuration, as far as the case owes them the word. */
export const termsOf = ({
  record,
  organisation,
}: Pick<LetterCase, 'record' | 'organisation'>): readonly Omit<ContractTerms, 'line'>[] => [
  ...listedIn(record).map(({ controller: id, name, contact, hours, confidentiality }) => ({
    ...{ id, name, contact, confidentiality },
    ...(hours === undefined ? {} : { hours }),
  })),
  ...configuredTerms(record, organisation),
];

const configuredTerms = (record: CaseRecord, { controllers }: Organisation): readonly Omit<ContractTerms, 'line'>[] =>
  controllers
    .filter(({ id }) => dutyToTell(record, id) !== undefined && !listedIn(record).some(({ controller }) => controller === id))
    .map(({ id, name, contact, toldWithinHours: hours }) => ({
      ...{ id, name, contact, confidentiality: '' },
      ...(hours === undefined ? {} : { hours }),
    }));

export function controllerFiles(of: LetterCase, terms: readonly Omit<ContractTerms, 'line'>[]): LetterFiles {
  const { record, organisation, lang, at } = of;
  const { columns, states } = paperWords[lang].notice;
  const { moment } = wordsOf(lang);
  const zone = organisation.timeZone;
  const processor = nameOf(organisation)(organisation.self);
  const all = terms.map((one) => controllerState(record, one));
  const told = all.filter(({ state }) => state !== 'no-duty');
  const file = (id: string): string => `notice-${id}`;
  return {
    documents: told.map((one) => ({
      name: file(one.terms.id),
      document: controllerNotice(record, one.terms, { lang, zone, processor, contact: organisation.contactPoint, at }),
    })),
    sheets: [
      {
        name: 'overview',
        columns,
        rows: all.map(({ terms: { id, name, contact, hours }, state, dueBy, sentAt, proof }) => [
          ...[id, name, contact, hours === undefined ? '' : String(hours), dueBy === undefined ? '' : moment(dueBy, zone)],
          `${states[state]}${sentAt === undefined ? '' : `, ${moment(sentAt, zone)}`}`,
          ...[proof, state === 'no-duty' ? '' : `${file(id)}.docx`],
        ]),
      },
    ],
  };
}
