// The notice as a paper: the same blocks for every format. It shows where each value comes from, and names what is missing.
import { authorityOfId } from '../authorities/directory.ts';
import type { NoticeState } from '../breach/breachCase.ts';
import { followUpTarget } from '../breach/noticeCourse.ts';
import type { Lang } from '../law/sources.ts';
import type { Instant } from '../rules/instant.ts';
import { wordsOf } from '../words/wordsOf.ts';
import type { AuthorityNotice } from './authorityNotice.ts';
import { NOTICE_KIND_WORDS } from '../words/noticeWords.ts';
import type { DocumentBlock, NoticeDocument } from './document.ts';
import type { FieldId } from './fieldTable.ts';
import { sayValue, untiedMeasures } from './fieldValue.ts';
import type { FilledField } from './noticeFields.ts';
import { NOTICE_SECTIONS, noticeWords, type NoticeSection } from './noticeWords.ts';

/** The field each section begins with; the table is in their order. */
const SECTION_BEGINS: Readonly<Partial<Record<FieldId, NoticeSection>>> = {
  noticeKind: 'notice',
  controllerName: 'sender',
  processorInformedAt: 'time',
  breachGoals: 'incident',
  groups: 'persons-and-data',
  priorMeasures: 'before',
  consequencesConfidentiality: 'consequences',
  measuresTaken: 'measures',
  personsStatus: 'persons',
  policeReport: 'borders',
  attachments: 'annexes',
};

type Style = { readonly lang: Lang; readonly zone: string };

/** The notice as the authority, or whoever signs it, reads it. */
export function authorityDocument(notice: AuthorityNotice, lang: Lang): NoticeDocument {
  const words = noticeWords[lang];
  const title = words.title(NOTICE_KIND_WORDS[notice.kind][lang], notice.law.place[lang]);
  const style = { lang, zone: notice.zone };
  const blocks: readonly DocumentBlock[] = [
    { kind: 'heading', level: 1, text: title },
    ...opening(notice, style),
    ...earlierNotices(notice, style),
    ...sections(notice, style),
    ...lackingList(notice, style),
    ...privilege(notice, style),
    { kind: 'paragraph', text: words.draft(moment(notice.drawnAt, style)) },
  ];
  return { title, lang, blocks, mark: `${notice.record.number} · ${NOTICE_KIND_WORDS[notice.kind][lang]}` };
}

const moment = (at: Instant, { lang, zone }: Style): string => wordsOf(lang).longMomentWithOffset(at, zone);
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });

function opening(notice: AuthorityNotice, style: Style): readonly DocumentBlock[] {
  const words = noticeWords[style.lang];
  const [first] = notice.earlier;
  const said = [
    words.to(addressee(notice.authority, style.lang)),
    ...(first === undefined ? [] : [words.refersTo(referenceOf(notice) ?? words.withoutReference, moment(first.sentAt, style))]),
    ...(notice.kind === 'withdrawal' ? [words.withdrawn] : []),
    ...(notice.kind === 'correction' ? [words.corrected] : []),
    ...delayed(notice, style),
    ...incomplete(notice, style),
  ];
  return said.map(paragraph);
}

/** The authority by its own name, where we know it. */
function addressee(id: string, lang: Lang): string {
  const known = authorityOfId(id);
  if (known === undefined) return wordsOf(lang).recipient('art33-1', id);
  return (
    [known.name, ...(known.name.includes(known.short) ? [] : [`(${known.short})`])].join(' ') +
    (known.city ? `, ${known.city}` : '')
  );
}

/** Sentences that belong together stand in one paragraph. */
function delayed({ kind, hoursOfDelay, wasDueBy, law }: AuthorityNotice, style: Style): readonly string[] {
  if (hoursOfDelay === undefined || wasDueBy === undefined) return [];
  const { late, wasLate, reasonsBelow } = noticeWords[style.lang];
  const says = kind === 'first' ? late : wasLate;
  return [`${says(Math.floor(hoursOfDelay), moment(wasDueBy, style))} ${reasonsBelow[law.isGdpr ? 'gdpr' : 'other']}`];
}

function incomplete(notice: AuthorityNotice, style: Style): readonly string[] {
  if (notice.subtype !== 'incomplete') return [];
  const { incomplete: says, inStages, incompleteFollows } = noticeWords[style.lang];
  const allowed = notice.law.isGdpr ? [inStages] : [];
  return [[says, ...allowed, incompleteFollows(target(notice, style))].join(' ')];
}

const target = ({ drawnAt }: AuthorityNotice, style: Style): string => moment(followUpTarget({ sentAt: drawnAt }), style);

/** The reference the authority gave last. */
export const referenceOf = ({ earlier }: Pick<AuthorityNotice, 'earlier'>): string | undefined =>
  earlier.findLast(({ reference }) => reference !== '')?.reference;

function earlierNotices({ earlier }: AuthorityNotice, style: Style): readonly DocumentBlock[] {
  if (earlier.length === 0) return [];
  const { earlierHead, withoutReference, kinds } = noticeWords[style.lang];
  const rowOf = ({ notice, sentAt, means, reference }: NoticeState): readonly string[] => [
    notice === undefined ? kinds.unnamed : NOTICE_KIND_WORDS[notice][style.lang],
    moment(sentAt, style),
    means,
    reference === '' ? withoutReference : reference,
  ];
  return [{ kind: 'table', head: earlierHead, rows: earlier.map(rowOf) }];
}

/** Fields that nobody needs and nobody filled are left out; everything that is there stands in it. */
const isShown = ({ needed, state }: FilledField): boolean => needed !== 'no' || state !== 'missing';

function sections({ fields }: AuthorityNotice, style: Style): readonly DocumentBlock[] {
  let section: NoticeSection = 'notice';
  const placed = fields.map((field) => {
    section = SECTION_BEGINS[field.id] ?? section;
    return { section, field };
  });
  return NOTICE_SECTIONS.flatMap((name): readonly DocumentBlock[] => {
    const shown = placed.filter(({ section: of, field }) => of === name && isShown(field)).map(({ field }) => field);
    if (shown.length === 0) return [];
    const heading = { kind: 'heading', level: 2, text: noticeWords[style.lang].sections[name] } as const;
    return [heading, { kind: 'fields', rows: shown.map((field) => fieldRow(field, style)) }];
  });
}

/** A field as a reader sees it: label, value, and beside it what is not certain about it. */
function fieldRow(field: FilledField, style: Style): { label: string; value: string; note?: string } {
  const words = noticeWords[style.lang];
  const label = field.row.label[style.lang];
  switch (field.state) {
    case 'missing':
      return { label, value: words.missing };
    case 'to-be-determined':
      return { label, value: field.task ? words.openBy(field.task.owner, moment(field.task.dueBy, style)) : words.open };
    case 'known': {
      const untied = untiedMeasures(field.value);
      const note = untied === 0 ? {} : { note: words.untied(untied) };
      return { label, value: sayValue(field.value, style.lang, style.zone), ...note };
    }
    case 'proposed':
      return {
        label,
        value: sayValue(field.value, style.lang, style.zone),
        note: `${words.proposal} (${words.from[field.source]})`,
      };
  }
}

function lackingList({ lacking }: AuthorityNotice, { lang }: Style): readonly DocumentBlock[] {
  if (lacking.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: noticeWords[lang].lacking },
    { kind: 'list', items: lacking.map(({ row }) => row.label[lang]) },
  ];
}

function privilege({ isPrivileged }: AuthorityNotice, { lang }: Style): readonly DocumentBlock[] {
  if (!isPrivileged) return [];
  const { privilegeTitle, privilege: sentences } = noticeWords[lang];
  return [{ kind: 'heading', level: 2, text: privilegeTitle }, ...sentences.map(paragraph)];
}
