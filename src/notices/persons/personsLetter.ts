import type { LetterSection, LetterVersion } from '../../words/letters/letterWords.ts';
import { letterWordsOf } from '../../words/letters/letterWordsOf.ts';
import type { DocumentBlock, NoticeDocument } from '../document.ts';
import type { LetterDetails, LetterTexts } from './letterDetails.ts';

/** `person`: one letter each. `public`: nobody is written to by name. `partly`: both, and the public text must not claim otherwise. */
export type LetterAudience = 'person' | 'public' | 'partly';

/** Where the name and the address of a person go; the columns of the list beside it have the same names. */
export const MERGE_FIELDS = ['salutation', 'street', 'town'] as const;
const mergeMark = (field: (typeof MERGE_FIELDS)[number]): string => `«${field}»`;

const NO_TEXTS: LetterTexts = { nature: [], consequences: [], measuresTaken: [], measuresPlanned: [], advice: [] };

/** The letter of Art. 34 GDPR: this incident and nothing else. What nobody wrote yet is left out; `letterFindings` names it. */
export function personsLetter(details: LetterDetails, version: LetterVersion, audience: LetterAudience): NoticeDocument {
  const words = letterWordsOf(version);
  const { sender, dataKinds } = details;
  const texts = details.texts[version] ?? NO_TEXTS;
  const section = (name: LetterSection, blocks: readonly DocumentBlock[]): readonly DocumentBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: words.headings[name] }, ...blocks];
  return {
    title: audience === 'person' ? words.title : words.publicTitle(sender.name),
    lang: words.language,
    blocks: [
      ...(audience === 'person' ? addressed(details, version) : publicly(details, version, audience)),
      ...section('nature', paragraphs(texts.nature)),
      ...section('data', listOf(dataKinds.map((kind) => words.dataKinds[kind].name))),
      ...section('consequences', listOf(texts.consequences)),
      ...section('taken', listOf(texts.measuresTaken)),
      ...section('planned', listOf(texts.measuresPlanned)),
      ...section('advice', listOf(texts.advice)),
      ...section('contact', contactBlocks(details, version)),
      { kind: 'paragraph', text: words.closing },
      { kind: 'paragraph', text: [sender.name, ...sender.address].join('\n') },
    ],
  };
}

const paragraphs = (texts: readonly string[]): readonly DocumentBlock[] =>
  texts.length === 0 ? [] : [{ kind: 'paragraph', text: texts.join(' ') }];

const listOf = (items: readonly string[]): readonly DocumentBlock[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

function addressed({ sender }: LetterDetails, version: LetterVersion): readonly DocumentBlock[] {
  const words = letterWordsOf(version);
  const [salutation, street, town] = MERGE_FIELDS.map(mergeMark);
  return [
    { kind: 'paragraph', text: [salutation, street, town].join('\n') },
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'paragraph', text: words.salutation(salutation ?? '') },
    { kind: 'paragraph', text: words.opening(sender.name) },
  ];
}

function publicly({ sender }: LetterDetails, version: LetterVersion, audience: 'public' | 'partly'): readonly DocumentBlock[] {
  const words = letterWordsOf(version);
  return [
    { kind: 'heading', level: 1, text: words.publicTitle(sender.name) },
    { kind: 'paragraph', text: words.publicOpening(sender.name) },
    { kind: 'paragraph', text: words.publicReach[audience] },
  ];
}

function contactBlocks({ contact }: LetterDetails, version: LetterVersion): readonly DocumentBlock[] {
  const words = letterWordsOf(version);
  const { name, phone, email } = contact;
  const lines = [
    ...(name === '' ? [] : [words.contactPoint(name)]),
    ...(phone === '' ? [] : [words.telephone(phone)]),
    ...(email === '' ? [] : [words.email(email)]),
  ];
  return lines.length === 0 ? [] : [{ kind: 'paragraph', text: lines.join('\n') }];
}
