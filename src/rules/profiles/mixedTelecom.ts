// Mixed events: where one incident hits telecommunication data and other data of one provider, the BfDI takes the one notice of § 169 TKG as
// enough (open question Q-22). It stands in for the notice of Art. 33 GDPR alone, and only once it is settled that telecommunication data
// were hit. Answers nobody can give settle nothing: with them both notices stay.
import type { AssessmentInput, ControllerProfile } from '../assessment.ts';
import type { Statement } from '../art33/notify.ts';
import { statute } from '../../law/statutes.ts';
import { controllersOf, type DataSet } from '../factSheet.ts';
import { ranksOf } from '../ranks.ts';
import { NO_BREACH, riskLevel } from '../riskLevel.ts';
import type { RuleSet } from '../rulesets.ts';
import { UNKNOWN, type Facts } from '../vocabulary.ts';
import { MIXED_TELECOM } from './doubts.ts';
import { profileFor } from './profileFor.ts';
import type { Profile } from './profile.ts';

export const replacedByTelecomNotice: Statement = {
  id: 'profile/telecom/replaces',
  says: {
    de: 'Telekommunikationsdaten desselben Anbieters sind betroffen: Die Meldung nach § 169 TKG tritt an die Stelle der Meldung nach Art. 33 DSGVO.',
    en: 'Telecommunication data of the same provider are hit: the notice under § 169 TKG stands in for the one under Art. 33 GDPR.',
  },
  cites: [statute('BFDI_TELECOM'), MIXED_TELECOM],
};

/** What somebody could say; an answer nobody can give counts elsewhere as the worst one, here as none. */
const known = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).filter(([, answer]) => answer !== UNKNOWN));

/** Whether this data set of the provider is one of telecommunication and surely hit. */
function isHit(dataSet: DataSet, provider: ControllerProfile, { self, sheet }: AssessmentInput, ruleSet: RuleSet): boolean {
  const owes = dataSet.role === 'controller' || (dataSet.role === 'processor' && provider.id === self);
  if (!owes || !controllersOf(dataSet).includes(provider.id)) return false;
  if (profileFor(dataSet, provider).id !== 'telecom') return false;
  return riskLevel(ruleSet, ranksOf(known(sheet.incident), known(dataSet.facts), 'best')) > NO_BREACH;
}

/** True where the notice this profile brings gives way to the one of § 169 TKG. */
export const isReplacedByTelecom = (
  profile: Profile,
  controller: ControllerProfile | undefined,
  input: AssessmentInput,
  ruleSet: RuleSet,
): boolean =>
  profile.givesWayTo === 'telecom' &&
  controller !== undefined &&
  input.sheet.dataSets.some((dataSet) => isHit(dataSet, controller, input, ruleSet));
