// The notice as a paper: the same blocks for every format. It shows where each value comes from, and names what is missing.
import type { NoticeState } from '../breach/breachCase.ts';
import type { Lang } from '../law/sources.ts';
import type { Instant } from '../rules/instant.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { type AuthorityNotice, followUpTarget } from './authorityNotice.ts';
import { NOTICE_KIND_WORDS } from './choiceWords.ts';
import type { DocumentBlock, NoticeDocument } from './document.ts';
import type { FieldId } from './fieldTable.ts';
import { sayValue } from './fieldValue.ts';
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
  const title = words.title(NOTICE_KIND_WORDS[notice.kind][lang]);
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
    words.to(wordsOf(style.lang).recipient('art33-1', notice.authority)),
    ...(first === undefined ? [] : [words.refersTo(referenceOf(notice) ?? words.withoutReference, moment(first.sentAt, style))]),
    ...(notice.kind === 'withdrawal' ? [words.withdrawn] : []),
    ...(notice.kind === 'correction' ? [words.corrected] : []),
    ...(notice.hoursOfDelay === undefined ? [] : [words.late(Math.floor(notice.hoursOfDelay))]),
    ...(notice.subtype === 'incomplete' ? [words.incomplete, words.incompleteFollows(target(notice, style))] : []),
  ];
  return said.map(paragraph);
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
    case 'known':
      return { label, value: sayValue(field.value, style.lang, style.zone) };
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

function privilege({ isGerman }: AuthorityNotice, { lang }: Style): readonly DocumentBlock[] {
  if (!isGerman) return [];
  const { privilegeTitle, privilege: sentences } = noticeWords[lang];
  return [{ kind: 'heading', level: 2, text: privilegeTitle }, ...sentences.map(paragraph)];
}
