// When people need not be informed although the risk was high. Letter (a) of Art. 34(3) GDPR, unintelligible data, already keeps the
// risk from arising (`unintelligible`). Letter (c) releases from nothing, it changes the means: `publicCommunication.ts`.
// Limits: none of the 18 published cases turns on letter (b) or on § 29 BDSG; the rules rest on the statutes alone (open question Q-11).
import { bdsg, gdpr, openQuestion, recital } from '../../law/sources.ts';
import { atMost, type Exception } from '../rule.ts';

/** What is left is still a risk: the authority has to be notified all the same. */
export const highRiskAverted: Exception = {
  kind: 'exception',
  id: 'art34/no-need-to-inform/high-risk-averted',
  gives: 'risk',
  onlyUnder: 'averted',
  says: {
    de: 'Ausnahme: Spätere Maßnahmen haben das hohe Risiko beseitigt.',
    en: 'Exception: later measures have removed the high risk.',
  },
  cites: [gdpr(34, 3, 'b'), openQuestion('Q-11')],
  all: [
    atMost(
      'exceptionToInforming',
      'averted',
      {
        de: 'Das hohe Risiko besteht aller Wahrscheinlichkeit nach nicht mehr.',
        en: 'The high risk is no longer likely to materialise.',
      },
      [gdpr(34, 3, 'b')],
    ),
    atMost(
      'highRiskAverted',
      'yes',
      {
        de: 'Das verbleibende Risiko ist neu bewertet und nicht mehr hoch; das ist dokumentiert.',
        en: 'The remaining risk has been assessed anew and is no longer high; that is documented.',
      },
      [gdpr(34, 3, 'b'), gdpr(5, 2)],
    ),
    // A risk that has come true is no longer averted.
    atMost(
      'outflow',
      'shown',
      { de: 'Die Maßnahme kam, bevor die Daten missbraucht wurden.', en: 'The measure came before the data were misused.' },
      [gdpr(34, 3, 'b'), recital(75)],
    ),
  ],
};

/**
 * Not an exception of the GDPR but of the BDSG, on the ground of Art. 23 GDPR: so only for controllers that stand under the BDSG and inform
 * people under Art. 34 GDPR itself. Who that is, `profiles/nationalLaw.ts` says (open question Q-30).
 */
export const secrecyPrevails: Exception = {
  kind: 'exception',
  id: 'art34/no-need-to-inform/secrecy-prevails',
  gives: 'risk',
  onlyUnder: 'bdsg',
  says: {
    de: 'Ausnahme: Eine Geheimhaltungspflicht steht entgegen und überwiegt.',
    en: 'Exception: a duty of secrecy stands against it and prevails.',
  },
  cites: [bdsg(29, 1, 3), openQuestion('Q-11'), openQuestion('Q-30')],
  all: [
    atMost(
      'exceptionToInforming',
      'secrecy',
      {
        de: 'Die Benachrichtigung würde verraten, was nach dem Gesetz oder seinem Wesen nach geheim bleiben muss.',
        en: 'Informing people would reveal what has to stay secret by law or by its nature.',
      },
      [bdsg(29, 1, 3)],
    ),
    atMost(
      'secrecyWeighing',
      'secrecy',
      {
        de: 'Das Interesse der Betroffenen überwiegt nicht, auch nicht wegen drohender Schäden; die Abwägung ist festgehalten.',
        en: 'The people’s interests do not prevail, not in view of threatening damage either; the weighing is on record.',
      },
      [bdsg(29, 1, 4), gdpr(5, 2)],
    ),
  ],
};
