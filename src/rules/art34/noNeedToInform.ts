// Art. 34(3) GDPR: when people need not be informed although the risk was high. Letter (a), unintelligible data, already keeps the risk
// from arising (`unintelligible`). Letter (c), public communication, and national law are not read here yet.
// Limits: none of the 18 published cases turns on letter (b); the rule rests on the statute alone (open question Q-11).
import { gdpr, openQuestion } from '../../law/sources.ts';
import { atMost, type Exception } from '../rule.ts';

/** What is left is still a risk: the authority has to be notified all the same. */
export const highRiskAverted: Exception = {
  kind: 'exception',
  id: 'art34/no-need-to-inform/high-risk-averted',
  gives: 'risk',
  says: {
    de: 'Ausnahme: Spätere Maßnahmen haben das hohe Risiko beseitigt.',
    en: 'Exception: later measures have removed the high risk.',
  },
  cites: [gdpr(34, 3, 'b'), openQuestion('Q-11')],
  all: [
    atMost(
      'highRiskAverted',
      'yes',
      {
        de: 'Das hohe Risiko besteht aller Wahrscheinlichkeit nach nicht mehr; das Restrisiko ist dokumentiert.',
        en: 'The high risk is no longer likely to materialise; the residual risk is documented.',
      },
      [gdpr(34, 3, 'b'), gdpr(5, 2)],
    ),
  ],
};
