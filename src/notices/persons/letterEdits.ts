// What people changed in the drafts of the letters. A part that was edited replaces the draft of that part; the others stay as they were.
import { LETTER_VERSIONS, type LetterVersion } from '../../words/letters/letterWords.ts';
import type { LetterDetails, LetterTexts } from './letterDetails.ts';
import type { PublicChannel } from './publicPlan.ts';

const PARTS = [
  'nature',
  'consequences',
  'measuresTaken',
  'measuresPlanned',
  'advice',
] as const satisfies readonly (keyof LetterTexts)[];
const CHANNEL_PARTS = ['channel', 'from', 'until', 'proof'] as const satisfies readonly (keyof PublicChannel)[];

export type LetterEdits = {
  readonly letters: Readonly<Partial<Record<LetterVersion, Partial<LetterTexts>>>>;
  /** Lines of the address below the letter. */
  readonly address?: readonly string[];
  /** For the file: why the public is told, and by which ways (Art. 34(3)(c) GDPR). */
  readonly reasons: readonly string[];
  readonly channels: readonly PublicChannel[];
};
export const NO_EDITS: LetterEdits = { letters: {}, reasons: [], channels: [] };

/** What could not be read, by its place, as `letters.de.nature`. */
export type EditFault = { readonly fault: string };

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Reads what was written into the file of texts; a key it does not know is named and not passed over, for it may be a slip of the pen. */
export function readLetterEdits(tree: unknown): LetterEdits | EditFault {
  if (!isTree(tree)) return { fault: '' };
  const stranger = Object.keys(tree).find((key) => !['letters', 'address', 'public'].includes(key));
  if (stranger !== undefined) return { fault: stranger };
  const { letters = {}, address, public: told = {} } = tree;
  const fault = letterFault(letters) ?? (address === undefined || isTexts(address) ? undefined : 'address') ?? publicFault(told);
  if (fault !== undefined) return { fault };
  const { reasons = [], channels = [] } = told as Partial<LetterEdits>;
  return {
    letters: letters as LetterEdits['letters'],
    ...(isTexts(address) && { address }),
    ...{ reasons, channels },
  };
}

function letterFault(letters: unknown): string | undefined {
  if (!isTree(letters)) return 'letters';
  for (const [version, parts] of Object.entries(letters)) {
    if (!(LETTER_VERSIONS as readonly string[]).includes(version) || !isTree(parts)) return `letters.${version}`;
    const wrong = Object.entries(parts).find(([part, texts]) => !(PARTS as readonly string[]).includes(part) || !isTexts(texts));
    if (wrong !== undefined) return `letters.${version}.${wrong[0]}`;
  }
  return undefined;
}

function publicFault(told: unknown): string | undefined {
  if (!isTree(told)) return 'public';
  const { reasons = [], channels = [], ...others } = told;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return `public.${stranger}`;
  if (!isTexts(reasons)) return 'public.reasons';
  const isChannel = (value: unknown): boolean =>
    isTree(value) &&
    CHANNEL_PARTS.every((part) => typeof value[part] === 'string') &&
    Object.keys(value).length === CHANNEL_PARTS.length;
  return Array.isArray(channels) && channels.every(isChannel) ? undefined : 'public.channels';
}

/** The letters as they read with what was edited. Every check runs on these. */
export function withEdits(details: LetterDetails, { letters, address }: LetterEdits): LetterDetails {
  const texts = LETTER_VERSIONS.flatMap((version) => {
    const drafted = details.texts[version];
    const edited = {
      nature: [],
      consequences: [],
      measuresTaken: [],
      measuresPlanned: [],
      advice: [],
      ...drafted,
      ...letters[version],
    };
    return drafted === undefined && letters[version] === undefined ? [] : [[version, edited] as const];
  });
  const sender = address === undefined ? details.sender : { ...details.sender, address };
  return { ...details, sender, texts: Object.fromEntries(texts) };
}

/** The texts as a person can edit them and give them back. */
export const editsOf = ({ texts, sender }: LetterDetails, { reasons, channels }: LetterEdits) => ({
  address: sender.address,
  letters: texts,
  public: { reasons, channels },
});
