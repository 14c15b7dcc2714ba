// Proposals to change the law, for looking at beside the law of today. None of them is in force. What comes of one is a `Simulation` and no
// `Assessment`, and a `SimulatedRuleSet` is no `RuleSetInForce`: neither can become part of a case, by its type and by what runs.
import { statute } from '../law/statutes.ts';
import { assessBy, type AssessedDuty, type AssessmentInput } from './assess.ts';
import type { OpenFact } from './assessment.ts';
import { compareRuleSets, type Difference } from './comparison.ts';
import { GDPR, type RuleSet, type RuleSetInForce } from './rulesets.ts';
import type { Text } from '../law/sources.ts';

declare const neverLaw: unique symbol;

/** Rules that somebody proposed. The brand keeps a proposal from being taken for law, also where somebody spreads it into a set of law. */
export type SimulatedRuleSet = Omit<RuleSet, 'validFrom'> & {
  readonly standing: 'simulation';
  readonly [neverLaw]?: true;
  readonly says: Text;
  /** The first day never comes by itself: a proposal is not law on any day. */
  readonly validFrom: 'never';
};

/**
 * COM(2025) 837 (2025/0360), as proposed on 19 November 2025 and kept by the Council's text of June 2026: notice only at a high risk, within
 * 96 hours, through one entry point. Art. 33(5) stays. Not adopted as far as known on 23 November 2026.
 */
const OMNIBUS: SimulatedRuleSet = {
  id: 'simulation-omnibus-2025-0360',
  standing: 'simulation',
  validFrom: 'never',
  areas: GDPR.areas,
  noNeedToInform: GDPR.noNeedToInform,
  says: {
    de: 'Simulation: Digital-Omnibus, Vorschlag COM(2025) 837. Kein geltendes Recht. Es gelten 72 Stunden und die Schwelle „Risiko“.',
    en: 'Simulation: Digital Omnibus, proposal COM(2025) 837. Not the law. What holds are 72 hours and the threshold "risk".',
  },
  notice: {
    duty: {
      id: 'simulation/omnibus/notify',
      says: {
        de: 'Simulation: Zu melden wäre nur eine Verletzung, die voraussichtlich zu einem hohen Risiko führt.',
        en: 'Simulation: only a breach that is likely to result in a high risk would have to be notified.',
      },
      cites: [statute('OMNIBUS', 'Art. 33 Abs. 1 neu', 'Art. 33(1) new')],
    },
    from: 'high',
    threshold: {
      id: 'simulation/omnibus/threshold',
      says: { de: 'Simulation: Schwelle „hohes Risiko“.', en: 'Simulation: threshold "high risk".' },
      cites: [statute('OMNIBUS', 'Art. 33 Abs. 1 neu', 'Art. 33(1) new')],
    },
    hours: 96,
    deadline: {
      id: 'simulation/omnibus/deadline',
      says: {
        de: 'Simulation: binnen 96 Stunden nach Kenntnis, über die zentrale Meldestelle der ENISA.',
        en: 'Simulation: within 96 hours of becoming aware, through the single entry point run by ENISA.',
      },
      cites: [statute('OMNIBUS', 'Art. 23a NIS-2 neu', 'Art. 23a NIS2 new')],
    },
    to: ['single-entry-point'],
  },
};

export const SIMULATIONS = { omnibus: OMNIBUS } as const satisfies Readonly<Record<string, SimulatedRuleSet>>;
export type SimulationName = keyof typeof SIMULATIONS;
export const SIMULATION_NAMES = Object.keys(SIMULATIONS) as readonly SimulationName[];

/** What would follow. Its duties stand under another name than those of an assessment, so that nothing takes one for the other. */
export type Simulation = {
  readonly simulated: SimulationName;
  readonly says: Text;
  readonly wouldBe: readonly AssessedDuty[];
  readonly wouldAsk: readonly OpenFact[];
  readonly differences: readonly Difference[];
};

/** What a proposal would change on these facts, beside the law of today. Looks only; nothing of it can be recorded. */
export function simulate(input: AssessmentInput, name: SimulationName, law: RuleSetInForce = GDPR): Simulation {
  const proposal = SIMULATIONS[name];
  const { duties: wouldBe, ask: wouldAsk } = assessBy(proposal, input);
  const { differences } = compareRuleSets(input, law, proposal);
  return { simulated: name, says: proposal.says, wouldBe, wouldAsk, differences };
}
