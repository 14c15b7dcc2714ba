// Which rules hold. One set so far: the GDPR of today. A set is data, so that another one can stand beside it.
import { availabilityHurt, confidentialityHurt, integrityHurt } from './art4/personalDataBreach.ts';
import {
  boundRecipient,
  correctedWithMinorEffect,
  everydayDataNotTaken,
  everydayDataOfFew,
  everydayDataToKnown,
  missedByNobody,
  underPseudonyms,
} from './art33/lowRisk.ts';
import {
  availabilityRisk,
  confidentialityRisk,
  correctedWithoutEffect,
  integrityRisk,
  restoredInTime,
  trivialMistake,
  trustedRecipient,
  unintelligible,
} from './art33/unlikelyRisk.ts';
import { alreadyMisused, criminalHands, peopleSuffer, sensitiveData } from './art34/highRisk.ts';
import { highRiskAverted, secrecyPrevails } from './art34/noNeedToInform.ts';
import { hiddenPeople, vulnerablePeople } from './art34/vulnerablePeople.ts';
import type { Area, Exception } from './rule.ts';

export type RuleSet = {
  /** Kept in the record of a case, so that it stays clear by which rules it was assessed. */
  readonly id: string;
  /** First day on which the set holds, as YYYY-MM-DD. */
  readonly validFrom: string;
  readonly areas: readonly Area[];
  /** Exceptions (Art. 34(3), § 29 BDSG) that take back informing the persons, and nothing else. */
  readonly noNeedToInform: readonly Exception[];
};

export const GDPR: RuleSet = {
  id: 'gdpr-2018.1',
  validFrom: '2018-05-25',
  areas: [
    {
      id: 'confidentiality',
      hurt: confidentialityHurt,
      general: confidentialityRisk,
      exceptions: [
        unintelligible,
        trustedRecipient,
        trivialMistake,
        boundRecipient,
        underPseudonyms,
        everydayDataToKnown,
        everydayDataOfFew,
        everydayDataNotTaken,
      ],
      aggravations: [criminalHands, sensitiveData, alreadyMisused, vulnerablePeople, hiddenPeople],
    },
    {
      id: 'availability',
      hurt: availabilityHurt,
      general: availabilityRisk,
      exceptions: [restoredInTime, missedByNobody],
      aggravations: [peopleSuffer],
    },
    {
      id: 'integrity',
      hurt: integrityHurt,
      general: integrityRisk,
      exceptions: [correctedWithoutEffect, correctedWithMinorEffect],
      aggravations: [peopleSuffer],
    },
  ],
  noNeedToInform: [highRiskAverted, secrecyPrevails],
};

/** Every set there is. The checks of sources and of contradictions look at each of them. */
export const RULE_SETS: readonly RuleSet[] = [GDPR];
