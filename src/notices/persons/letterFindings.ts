import type { Lang } from '../../law/sources.ts';
import type { LetterVersion } from '../../words/letters/letterWords.ts';
import { letterWordsOf } from '../../words/letters/letterWordsOf.ts';
import { plainText } from '../plainText.ts';
import type { LetterDetails } from './letterDetails.ts';
import { personsLetter, type LetterAudience } from './personsLetter.ts';
import { readability, type Readability } from './readability.ts';

/** What Art. 34(2) GDPR asks for and the letter does not say; `advice` is recital 86. */
export const REQUIRED_PARTS = ['nature', 'contact', 'consequences', 'measures', 'advice'] as const;
export type RequiredPart = (typeof REQUIRED_PARTS)[number];

/** What does not belong into it, or hides what it says. `words` are the places, as they stand in the text. */
export const BLEMISHES = ['legal-words', 'advertising', 'numbers', 'playing-down', 'claims-all-told', 'hard-to-read'] as const;
export type Blemish = (typeof BLEMISHES)[number];

export type LetterFindings = {
  readonly missing: readonly RequiredPart[];
  readonly blemishes: readonly { readonly blemish: Blemish; readonly words: readonly string[] }[];
  readonly readability: Readability;
};

/** Words of lawyers that a reader has to look up. Stems, because German bends them. */
const LEGAL_WORDS: Readonly<Record<Lang, readonly string[]>> = {
  de: [
    ...[
      'DSGVO',
      'BDSG',
      'Art\\.',
      'Artikel',
      '§+',
      'Abs\\.',
      'Verordnung',
      'gemäß',
      'im Sinne',
      'Verantwortliche[rn]?',
      'Betroffene[rn]?',
    ],
    ...[
      'betroffene[nr]? Person\\p{L}*',
      'Auftragsverarbeiter\\p{L}*',
      'personenbezogen\\p{L}*',
      'Verletzung des Schutzes',
      'unverzüglich',
    ],
    ...[
      'Verarbeitung\\p{L}*',
      'Rechte und Freiheiten',
      'Vertraulichkeit',
      'Integrität',
      'Verfügbarkeit',
      'diesbezüglich',
      'hinsichtlich',
    ],
    ...[
      'nachfolgend',
      'vorgenannt\\p{L}*',
      'Benachrichtigung\\p{L}*',
      'Datenschutzverletzung\\p{L}*',
      'Aufsichtsbehörde\\p{L}*',
      'Abhilfe\\p{L}*',
    ],
    ...['Offenlegung', 'unbefugt\\p{L}*', 'Dritte[rn]?', 'seitens', 'vorbehaltlich', 'insoweit', 'etwaig\\p{L}*'],
  ],
  en: [
    ...[
      'GDPR',
      'Art\\.',
      'Article \\d+',
      '§+',
      'Regulation',
      'pursuant',
      'hereby',
      'herein',
      'thereof',
      'notwithstanding',
      'controllers?',
    ],
    ...[
      'processors?',
      'data subjects?',
      'personal data breach(?:es)?',
      'supervisory authority',
      'undue delay',
      'rights and freedoms',
    ],
    ...[
      'confidentiality',
      'integrity',
      'third part(?:y|ies)',
      'unauthori[sz]ed',
      'mitigat\\p{L}*',
      'remedial',
      'aforementioned',
      'processing',
    ],
  ],
};

const ADVERTISING: Readonly<Record<Lang, readonly string[]>> = {
  de: [
    ...[
      'Angebot\\p{L}*',
      'Rabatt\\p{L}*',
      'Gutschein\\p{L}*',
      'Newsletter',
      'Sonderaktion\\p{L}*',
      'kostenlos testen',
      'jetzt bestellen',
    ],
    ...[
      'Vorteilspreis\\p{L}*',
      'Neukunde\\p{L}*',
      'Gewinnspiel\\p{L}*',
      'entdecken Sie',
      'unsere Produkte',
      'folgen Sie uns',
      'Treueprogramm',
    ],
  ],
  en: [
    ...[
      'special offers?',
      'discounts?',
      'vouchers?',
      'newsletter',
      'free trial',
      'order now',
      'prize draw',
      'discover our',
      'our products',
    ],
    ...['follow us', 'loyalty', 'upgrade now', 'coupons?'],
  ],
};

const PLAYING_DOWN: Readonly<Record<Lang, readonly string[]>> = {
  de: [
    'kein(?:en)? Grund zur (?:Sorge|Beunruhigung)',
    'keinerlei (?:Risiko|Gefahr)',
    'zu keiner Zeit',
    'lediglich',
    'rein vorsorglich',
  ],
  en: [
    'no (?:cause|reason) for concern',
    'no risk whatsoever',
    'at no time',
    'merely',
    'purely as a precaution',
    'abundance of caution',
  ],
};

const CLAIMS_ALL: Readonly<Record<Lang, readonly string[]>> = {
  de: [
    'alle\\p{L}* (?:\\p{L}+ )?(?:angeschrieben|benachrichtigt|informiert)',
    'jede\\p{L}* (?:\\p{L}+ )?(?:angeschrieben|benachrichtigt)',
  ],
  en: ['(?:all|every\\p{L}*) (?:\\p{L}+ )*(?:written to|told|informed|notified)'],
};

/** How many were hit does not help the one who reads it, and Art. 34 does not ask for it. */
const NUMBERS: Readonly<Record<Lang, string>> = {
  de: '\\d[\\d.  ]*\\s+(?:\\p{L}+\\s+)?(?:Person|Kund|Patient|Datensätz|Betroffen|Nutzer|Konten|Mitglieder|Beschäftigt|Menschen)\\p{L}*',
  en: '\\d[\\d, ]*\\s+(?:\\p{L}+\\s+)?(?:persons?|people|customers?|patients?|records?|users?|accounts?|members?|employees?)',
};

/** From here on a letter is worth another look. Our own marks: no law and no authority names a figure. */
const HARDEST: Readonly<Record<LetterVersion, { readonly formula: string; readonly bearable: (value: number) => boolean }>> = {
  de: { formula: 'vienna', bearable: (value) => value <= 9 },
  'de-simple': { formula: 'vienna', bearable: (value) => value <= 5 },
  en: { formula: 'flesch', bearable: (value) => value >= 60 },
};

/** What the letter lacks and what should not be in it. It refuses nothing: the officer decides, and this is what to look at. */
export function letterFindings(details: LetterDetails, version: LetterVersion, audience: LetterAudience): LetterFindings {
  const lang = letterWordsOf(version).language;
  // Names and addresses are no prose: a company may be called whatever it likes.
  const { contact, sender } = details;
  const bare = { ...details, sender: { ...sender, name: 'A', address: [] }, contact: { name: 'A', phone: '', email: '' } };
  const text = plainText(personsLetter(bare, version, audience));
  const read = readability(text, lang);
  const found = (blemish: Blemish, patterns: readonly string[]) => ({ blemish, words: matches(text, patterns) });
  const { formula, bearable } = HARDEST[version];
  const isHard = read.scores.some((score) => score.formula === formula && !bearable(score.value));
  return {
    missing: missingParts({ ...details, contact }, version),
    blemishes: [
      found('legal-words', LEGAL_WORDS[lang]),
      found('advertising', ADVERTISING[lang]),
      found('numbers', [NUMBERS[lang]]),
      found('playing-down', PLAYING_DOWN[lang]),
      ...(audience === 'person' ? [] : [found('claims-all-told', CLAIMS_ALL[lang])]),
      ...(isHard ? [{ blemish: 'hard-to-read', words: hardestWords(text) } as const] : []),
    ].filter(({ blemish, words }) => blemish === 'hard-to-read' || words.length > 0),
    readability: read,
  };
}

const matches = (text: string, patterns: readonly string[]): readonly string[] => [
  ...new Set(text.match(new RegExp(`(?<![\\p{L}])(?:${patterns.join('|')})(?![\\p{L}])`, 'giu')) ?? []),
];

/** The longest words are the first to look at. */
const hardestWords = (text: string): readonly string[] =>
  [...new Set(text.match(/\p{L}{13,}/gu) ?? [])].sort((one, other) => other.length - one.length).slice(0, 8);

function missingParts({ contact, texts }: LetterDetails, version: LetterVersion): readonly RequiredPart[] {
  const said = texts[version];
  const isSaid = (list: readonly string[] | undefined): boolean => list?.some((text) => text.trim() !== '') === true;
  const has: Readonly<Record<RequiredPart, boolean>> = {
    nature: isSaid(said?.nature),
    contact: contact.name !== '' && (contact.phone !== '' || contact.email !== ''),
    consequences: isSaid(said?.consequences),
    measures: isSaid(said?.measuresTaken) || isSaid(said?.measuresPlanned),
    advice: isSaid(said?.advice),
  };
  return REQUIRED_PARTS.filter((part) => !has[part]);
}
