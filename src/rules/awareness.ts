// When did the controller become aware (Art. 33(1) GDPR)? The earliest defensible moment, with the reason, from the moments people named.
// It is a proposal: a person decides, with reasons. Aware is who knows with reasonable certainty that a security incident compromised
// personal data; scope, risk and legal opinion are not needed. What one employee knows the organisation knows (open question Q-29).
import { gdpr, type Citation, type Text } from '../law/sources.ts';
import { statute } from '../law/statutes.ts';
import { addHours, hoursBetween, type Instant } from './instant.ts';
import { WHOSE_KNOWLEDGE } from './profiles/doubts.ts';

/**
 * `suspicion`: somebody had a first hint. `investigation-began`: somebody began to look into it. `certainty`: somebody knew with reasonable
 * certainty. `ignored`: a sign came that nobody followed up although anybody would have. `told-by-processor`: the processor told us.
 * `told-inside`: the data protection officer or the security team learned of it; that never makes awareness later.
 */
export const KNOWLEDGE = [
  'suspicion',
  'investigation-began',
  'certainty',
  'ignored',
  'told-by-processor',
  'told-inside',
] as const;
export type Knowledge = (typeof KNOWLEDGE)[number];
export type KnownMoment = { readonly knowledge: Knowledge; readonly moment: Instant };

/** How long an investigation may take before we warn; the guidelines say short, and name no hours. */
const SHORT_INVESTIGATION_HOURS = 24;

export type AwarenessGround =
  | 'certainty'
  | 'told-by-processor'
  | 'constructive'
  | 'not-investigated-in-time'
  | 'suspicion-alone'
  | 'told-inside';
export type AwarenessWarning = 'investigation-not-short' | 'began-late' | 'inside-later';

export type AwarenessProposal = {
  readonly moment: Instant;
  readonly ground: AwarenessGround;
  readonly says: Text;
  readonly cites: readonly Citation[];
  readonly warnings: readonly { readonly warning: AwarenessWarning; readonly says: Text; readonly cites: readonly Citation[] }[];
};

type Reason = { readonly says: Text; readonly cites: readonly Citation[] };
const aware: readonly Citation[] = [gdpr(33, 1), statute('NO_ARGON')];

const GROUNDS: { readonly [G in AwarenessGround]: Reason } = {
  certainty: {
    says: {
      de: 'Von da an war mit hinreichender Gewissheit bekannt, dass personenbezogene Daten betroffen sind.',
      en: 'From then on it was known with reasonable certainty that personal data were hit.',
    },
    cites: aware,
  },
  'told-by-processor': {
    says: {
      de: 'Mit der Mitteilung des Auftragsverarbeiters ist die Verletzung dem Verantwortlichen bekannt.',
      en: 'Once the processor has told the controller, the controller is aware.',
    },
    cites: [gdpr(33, 2), { ...statute('EDPB_9_2022_PARA'), backedBy: 'secondary' }],
  },
  constructive: {
    says: {
      de: 'Ein deutliches Zeichen lag vor, und niemand ging ihm nach. Wer nicht nachsieht, gilt von da an als wissend.',
      en: 'There was a clear sign, and nobody followed it up. Whoever does not look counts as knowing from then on.',
    },
    cites: [statute('AP_BOOKING'), statute('DPC_MAYNOOTH'), WHOSE_KNOWLEDGE],
  },
  'not-investigated-in-time': {
    says: {
      de: 'Zwischen dem ersten Hinweis und der Gewissheit liegen mehr als 24 Stunden. Vorsorglich gilt der Zeitpunkt, zu dem eine kurze, sofort begonnene Prüfung geendet hätte; ein späterer ist zu begründen.',
      en: 'More than 24 hours lie between the first hint and certainty. As a precaution the moment counts at which a short investigation, begun at once, would have ended; a later one needs reasons.',
    },
    cites: [statute('NO_ARGON'), statute('AP_BOOKING'), statute('DPC_MAYNOOTH'), WHOSE_KNOWLEDGE],
  },
  'suspicion-alone': {
    says: {
      de: 'Nur ein Verdacht ist genannt. Solange niemand sagt, wann Gewissheit bestand, gilt vorsorglich dieser Zeitpunkt.',
      en: 'Only a suspicion is named. As long as nobody says when there was certainty, this moment counts as a precaution.',
    },
    cites: [...aware, WHOSE_KNOWLEDGE],
  },
  'told-inside': {
    says: {
      de: 'Genannt ist nur, wann die zuständige Stelle im Haus davon erfuhr. Wusste es vorher jemand anders, ist jener Zeitpunkt maßgeblich.',
      en: 'All that is named is when the office in charge learned of it. If somebody else knew before, that moment counts.',
    },
    cites: [statute('DPC_MAYNOOTH'), WHOSE_KNOWLEDGE],
  },
};

const WARNINGS: { readonly [W in AwarenessWarning]: Reason } = {
  'investigation-not-short': {
    says: {
      de: 'Zwischen dem ersten Hinweis und der Gewissheit liegen mehr als 24 Stunden. Nur eine kurze Prüfung schiebt die Kenntnis hinaus; sagen Sie, was geprüft wurde.',
      en: 'More than 24 hours lie between the first hint and certainty. Only a short investigation puts awareness off; say what was examined.',
    },
    cites: [statute('NO_ARGON'), WHOSE_KNOWLEDGE],
  },
  'began-late': {
    says: {
      de: 'Die Prüfung begann nicht gleich nach dem ersten Hinweis. Eine Behörde kann die Kenntnis deshalb früher ansetzen.',
      en: 'The investigation did not begin right after the first hint. An authority may therefore set awareness earlier.',
    },
    cites: [statute('NO_ARGON'), statute('AP_BOOKING')],
  },
  'inside-later': {
    says: {
      de: 'Dass Datenschutz oder IT-Sicherheit erst später davon erfuhren, verschiebt die Kenntnis nicht.',
      en: 'That data protection or security learned of it only later does not put awareness off.',
    },
    cites: [statute('AP_BOOKING'), statute('DPC_MAYNOOTH')],
  },
};

/** How soon after the first hint an investigation has to begin before we warn. */
const BEGINS_AT_ONCE_HOURS = 4;

const firstOf = (moments: readonly KnownMoment[], ...kinds: readonly Knowledge[]): KnownMoment | undefined =>
  moments.filter(({ knowledge }) => kinds.includes(knowledge)).toSorted((a, b) => (a.moment < b.moment ? -1 : 1))[0];

const GROUND_OF: { readonly [K in Knowledge]: AwarenessGround } = {
  certainty: 'certainty',
  'told-by-processor': 'told-by-processor',
  ignored: 'constructive',
  suspicion: 'suspicion-alone',
  'investigation-began': 'suspicion-alone',
  'told-inside': 'told-inside',
};

/**
 * Proposes the moment of awareness; `undefined` where nobody named any. One more moment never makes it later, short of certainty, and of a
 * sign that nobody followed up: that one is known, and takes the place of the moment we only reckoned.
 */
export function proposeAwareness(moments: readonly KnownMoment[]): AwarenessProposal | undefined {
  const found =
    firstOf(moments, 'certainty', 'told-by-processor', 'ignored') ??
    firstOf(moments, 'suspicion', 'investigation-began') ??
    firstOf(moments, 'told-inside');
  if (found === undefined) return undefined;
  // What people inside were told before anybody named certainty is knowledge of the organisation too.
  const inside = firstOf(moments, 'told-inside');
  const decisive = inside !== undefined && inside.moment < found.moment ? inside : found;
  const warnings = warningsOf(moments, decisive.moment);
  const latest = latestDefensible(moments);
  if (latest !== undefined && latest < decisive.moment && decisive.knowledge !== 'ignored') {
    return { moment: latest, ground: 'not-investigated-in-time', ...GROUNDS['not-investigated-in-time'], warnings };
  }
  const ground = GROUND_OF[decisive.knowledge];
  return { moment: decisive.moment, ground, ...GROUNDS[ground], warnings };
}

/** When a short investigation, begun right after the first hint, would have ended: whoever looks longer is not put in a better place. */
function latestDefensible(moments: readonly KnownMoment[]): Instant | undefined {
  const hint = firstOf(moments, 'suspicion', 'investigation-began');
  return hint === undefined ? undefined : addHours(hint.moment, SHORT_INVESTIGATION_HOURS);
}

function warningsOf(moments: readonly KnownMoment[], aware: Instant): AwarenessProposal['warnings'] {
  const hint = firstOf(moments, 'suspicion', 'ignored', 'investigation-began')?.moment;
  const began = firstOf(moments, 'investigation-began')?.moment;
  const inside = firstOf(moments, 'told-inside')?.moment;
  const found: readonly (readonly [AwarenessWarning, boolean])[] = [
    ['investigation-not-short', hint !== undefined && hoursBetween(hint, aware) > SHORT_INVESTIGATION_HOURS],
    ['began-late', hint !== undefined && began !== undefined && hoursBetween(hint, began) > BEGINS_AT_ONCE_HOURS],
    ['inside-later', inside !== undefined && inside > aware],
  ];
  return found.flatMap(([warning, holds]) => (holds ? [{ warning, ...WARNINGS[warning] }] : []));
}

/** What the reasons and the warnings rest on, each under a path-like id. */
export const AWARENESS_CITATIONS: readonly { readonly id: string; readonly cites: readonly Citation[] }[] = [
  ...Object.entries(GROUNDS).map(([ground, { cites }]) => ({ id: `awareness/${ground}`, cites })),
  ...Object.entries(WARNINGS).map(([warning, { cites }]) => ({ id: `awareness/warning/${warning}`, cites })),
];
