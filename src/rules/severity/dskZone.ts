// DSK short paper no. 18: severity against likelihood gives one of three zones. A second opinion beside the rules, never the decision.
// Limits: the picture of the matrix was not available; the cells are the usual reading of it (open question Q-17).
import { openQuestion, type Citation } from '../../law/sources.ts';
import type { SeverityAnswerOf, SeverityAnswers, SeverityName } from './severityInputs.ts';

export const ZONES = ['low-risk', 'risk', 'high-risk'] as const;
export type Zone = (typeof ZONES)[number];
type Step = SeverityAnswerOf<'dskSeverity'>;

export type DskZone = {
  readonly severity: Step;
  readonly likelihood: Step;
  readonly zone: Zone;
  readonly cites: readonly Citation[];
};

/** By severity, then by likelihood. */
const MATRIX: { readonly [S in Step]: { readonly [L in Step]: Zone } } = {
  great: { negligible: 'risk', limited: 'high-risk', substantial: 'high-risk', great: 'high-risk' },
  substantial: { negligible: 'risk', limited: 'risk', substantial: 'high-risk', great: 'high-risk' },
  limited: { negligible: 'low-risk', limited: 'risk', substantial: 'risk', great: 'high-risk' },
  negligible: { negligible: 'low-risk', limited: 'low-risk', substantial: 'risk', great: 'risk' },
};

export const DSK_ZONE_CITATIONS: readonly Citation[] = [
  { source: 'DSK_KP_18' },
  { source: 'DSK_KP_18_MATRIX' },
  openQuestion('Q-17'),
];

/** The zone, or the inputs it still lacks. */
export function dskZone(answers: SeverityAnswers): DskZone | { readonly missing: readonly SeverityName[] } {
  const { dskSeverity: severity, dskLikelihood: likelihood } = answers;
  if (severity === undefined || likelihood === undefined) {
    return { missing: (['dskSeverity', 'dskLikelihood'] as const).filter((name) => answers[name] === undefined) };
  }
  return { severity, likelihood, zone: MATRIX[severity][likelihood], cites: DSK_ZONE_CITATIONS };
}
