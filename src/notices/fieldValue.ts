import { GROUP_COUNT_WORDS, GROUP_WORDS } from '../words/noticeWords.ts';
import type { MeasureState } from '../breach/breachCase.ts';
import type { GroupCount } from '../breach/events.ts';
import type { NoticeChoice, PersonGroup } from '../breach/noticeFields.ts';
import type { Lang, Text } from '../law/sources.ts';
import type { Instant } from '../rules/instant.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { CHOICE_WORDS } from './choiceWords.ts';

/** What a breach can hurt (Art. 4(12) GDPR). */
export type Goal = 'confidentiality' | 'integrity' | 'availability';
const GOAL_WORDS: Readonly<Record<Goal, Text>> = {
  confidentiality: { de: 'Vertraulichkeit', en: 'confidentiality' },
  integrity: { de: 'Integrität', en: 'integrity' },
  availability: { de: 'Verfügbarkeit', en: 'availability' },
};

/** What a field holds, before any language. */
export type FieldValue =
  /** As a person wrote it, in whatever language. */
  | { readonly kind: 'text'; readonly text: string }
  /** A sentence of ours. */
  | { readonly kind: 'words'; readonly words: Text }
  | { readonly kind: 'choices'; readonly choices: readonly NoticeChoice[] }
  | { readonly kind: 'goals'; readonly goals: readonly Goal[] }
  | { readonly kind: 'moment'; readonly moment: Instant }
  | { readonly kind: 'number'; readonly number: string }
  | {
      readonly kind: 'groups';
      readonly groups: readonly {
        readonly group: PersonGroup;
        readonly kind: GroupCount;
        readonly count: string;
        readonly detail: string;
      }[];
    }
  | { readonly kind: 'measures'; readonly measures: readonly MeasureState[] };

const MEASURE_WORDS = {
  de: { against: 'mindert', effect: 'Wirkung', done: 'erledigt', due: 'bis', owner: 'zuständig', none: 'keine' },
  en: { against: 'reduces', effect: 'effect', done: 'done', due: 'by', owner: 'owner', none: 'none' },
} as const satisfies Record<Lang, object>;

function sayMeasure({ text, dueBy, owner, finishedAt, against, effect, note }: MeasureState, lang: Lang, zone: string): string {
  const words = MEASURE_WORDS[lang];
  const at = (moment: Instant): string => wordsOf(lang).moment(moment, zone);
  const when = finishedAt === undefined ? `${words.due} ${at(dueBy)}` : `${words.done} ${at(finishedAt)}`;
  const said = [
    when,
    owner === '' || finishedAt !== undefined ? '' : `${words.owner}: ${owner}`,
    against === undefined ? '' : `${words.against}: ${against}`,
    effect === undefined || effect === '' ? '' : `${words.effect}: ${effect}`,
    note,
  ];
  return `${text} (${said.filter((part) => part !== '').join('; ')})`;
}

function sayGroup(
  { group, kind, count, detail }: { group: PersonGroup; kind: GroupCount; count: string; detail: string },
  lang: Lang,
) {
  const name = GROUP_WORDS[group][lang];
  const number = [GROUP_COUNT_WORDS[kind][lang], count].filter((part) => part !== '').join(' ');
  return `${name}: ${number}${detail === '' ? '' : ` (${detail})`}`;
}

/** The parts of a value as a reader sees them, one for each group, measure or choice; never none. */
function sayParts(value: FieldValue, lang: Lang, zone: string): readonly string[] {
  switch (value.kind) {
    case 'text':
      return [value.text];
    case 'words':
      return [value.words[lang]];
    case 'choices':
      return value.choices.map((choice) => CHOICE_WORDS[choice][lang]);
    case 'goals':
      return value.goals.map((goal) => GOAL_WORDS[goal][lang]);
    case 'moment':
      return [wordsOf(lang).longMomentWithOffset(value.moment, zone)];
    case 'number':
      return [value.number];
    case 'groups':
      return value.groups.map((group) => sayGroup(group, lang));
    case 'measures':
      return value.measures.length === 0
        ? [MEASURE_WORDS[lang].none]
        : value.measures.map((measure) => sayMeasure(measure, lang, zone));
  }
}

/** The whole value in one text: choices with commas, groups and measures each on a line. */
export const sayValue = (value: FieldValue, lang: Lang, zone: string): string =>
  sayParts(value, lang, zone).join(value.kind === 'choices' || value.kind === 'goals' ? ', ' : '\n');

/** Measures of which nobody said yet what risk they reduce: an authority asks for that. */
export const untiedMeasures = (value: FieldValue): number =>
  value.kind === 'measures' ? value.measures.filter(({ against = '' }) => against === '').length : 0;
