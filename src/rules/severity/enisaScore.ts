// ENISA 2013: SE = DPC × EI + CB. A second opinion beside the rules, never the decision: by the rough translation of its bands into
// duties it misses the published result in 7 of the 18 cases of the EDPB, and is too mild in 6 of them (open question Q-18).
import { enisa, openQuestion, type Citation } from '../../law/sources.ts';
import { DATA_CLASSES, type SeverityAnswerOf, type SeverityAnswers, type SeverityName } from './severityInputs.ts';

export const BANDS = ['low', 'medium', 'high', 'very-high'] as const;
export type Band = (typeof BANDS)[number];

/** What goes into the circumstances of the breach; each can only add. */
const CIRCUMSTANCES = ['confidentiality', 'integrity', 'availability', 'intent'] as const satisfies readonly SeverityName[];
type Circumstance = (typeof CIRCUMSTANCES)[number];

export type EnisaScore = {
  /** Data processing context, 1 to 4: the highest of the classes involved. */
  readonly dpc: number;
  /** Ease of identification, 0.25 to 1. */
  readonly ei: number;
  /** Circumstances of the breach, 0 to 2. */
  readonly cb: number;
  readonly parts: Readonly<Record<Circumstance, number>>;
  /** dpc × ei + cb, at most 6. */
  readonly se: number;
  readonly band: Band;
  /** Shown beside the score; they never change it, least of all downwards. */
  readonly flags: readonly ('over-100-persons' | 'unintelligible')[];
  readonly cites: readonly Citation[];
};

const EI: { readonly [A in SeverityAnswerOf<'identification'>]: number } = {
  negligible: 0.25,
  limited: 0.5,
  significant: 0.75,
  maximum: 1,
};

const POINTS: { readonly [C in Circumstance]: { readonly [A in SeverityAnswerOf<C>]: number } } = {
  confidentiality: { unaffected: 0, exposed: 0, 'known-recipients': 0.25, 'unknown-recipients': 0.5 },
  integrity: { unaffected: 0, restored: 0, recoverable: 0.25, 'not-recoverable': 0.5 },
  availability: { unaffected: 0, 'recovered-easily': 0, temporarily: 0.25, gone: 0.5 },
  intent: { 'none-known': 0, malicious: 0.5 },
};

export function bandOf(se: number): Band {
  if (se < 2) return 'low';
  if (se < 3) return 'medium';
  return se < 4 ? 'high' : 'very-high';
}

/** Where several classes of data fit, the highest counts; a class nobody spoke of is taken as not involved. */
const contextOf = (answers: SeverityAnswers): number =>
  Math.max(
    0,
    ...DATA_CLASSES.map((name) => answers[name]).map((answer) => Number(answer === 'not-involved' ? 0 : (answer ?? 0))),
  );

/** The score, or the inputs it still lacks; `simple` stands for "at least one class of data". */
export function enisaScore(answers: SeverityAnswers): EnisaScore | { readonly missing: readonly SeverityName[] } {
  const { identification, confidentiality, integrity, availability, intent } = answers;
  const dpc = contextOf(answers);
  const missing = [...(['identification', ...CIRCUMSTANCES] as const)].filter((name) => answers[name] === undefined);
  const isComplete = identification && confidentiality && integrity && availability && intent;
  if (!isComplete || dpc === 0) return { missing: [...(dpc === 0 ? (['simple'] as const) : []), ...missing] };
  const parts = {
    confidentiality: POINTS.confidentiality[confidentiality],
    integrity: POINTS.integrity[integrity],
    availability: POINTS.availability[availability],
    intent: POINTS.intent[intent],
  };
  const cb = CIRCUMSTANCES.reduce((sum, name) => sum + parts[name], 0);
  const ei = EI[identification];
  const se = dpc * ei + cb;
  const flags = [
    ...(answers.over100 === 'yes' ? (['over-100-persons'] as const) : []),
    ...(answers.unintelligible === 'yes' ? (['unintelligible'] as const) : []),
  ];
  return { dpc, ei, cb, parts, se, band: bandOf(se), flags, cites: [enisa('SE'), openQuestion('Q-18')] };
}
