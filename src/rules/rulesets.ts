// Which rules hold on which day. A set is data, so that another one can stand beside it. Only a set of law becomes that of a case: a
// proposal can be looked at (`simulations.ts`), and its type keeps it out of every case.
import { availabilityHurt, confidentialityHurt, integrityHurt } from './art4/personalDataBreach.ts';
import {
  boundRecipient,
  correctedWithMinorEffect,
  everydayDataNotTaken,
  everydayDataOfFew,
  everydayDataToKnown,
  hardlyIdentifiable,
  lostButNotSensitive,
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
import {
  alreadyMisused,
  criminalHands,
  harmThreatens,
  longExposed,
  muchAboutEach,
  peopleSuffer,
  sensitiveData,
} from './art34/highRisk.ts';
import { highRiskAverted, secrecyPrevails } from './art34/noNeedToInform.ts';
import { hiddenPeople, vulnerablePeople } from './art34/vulnerablePeople.ts';
import type { Notice } from './profiles/profile.ts';
import type { Area, Exception } from './rule.ts';

export type RuleSet = {
  /** Kept in the record of a case, so that it stays clear by which rules it was assessed. */
  readonly id: string;
  /** First day on which the set holds, as YYYY-MM-DD. */
  readonly validFrom: string;
  readonly areas: readonly Area[];
  /** Exceptions (Art. 34(3), § 29 BDSG) that take back informing the persons, and nothing else. */
  readonly noNeedToInform: readonly Exception[];
  /** What the set changes of the notice of Art. 33 itself; special laws in its place stay as they are. */
  readonly notice?: Partial<Notice>;
};

/** The law of a day; the only kind of rule set a case is assessed by. */
export type RuleSetInForce = RuleSet & { readonly standing: 'law'; readonly validUntil?: string };

export const GDPR: RuleSetInForce = {
  id: 'gdpr-2018.1',
  standing: 'law',
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
        hardlyIdentifiable,
        everydayDataNotTaken,
      ],
      aggravations: [
        criminalHands,
        sensitiveData,
        alreadyMisused,
        harmThreatens,
        longExposed,
        muchAboutEach,
        vulnerablePeople,
        hiddenPeople,
      ],
    },
    {
      id: 'availability',
      hurt: availabilityHurt,
      general: availabilityRisk,
      exceptions: [restoredInTime, missedByNobody, lostButNotSensitive],
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

/** Every set that was or is law, the oldest first. */
export const RULE_SETS: readonly [RuleSetInForce, ...RuleSetInForce[]] = [GDPR];

/** The first day for which there are rules at all. */
export const FIRST_DAY = RULE_SETS[0].validFrom;

export type NoRuleSet = { readonly noRuleSet: 'not-a-day' | 'before-the-law'; readonly firstDay: string };

/**
 * The rules that hold for a breach of which the controller became aware on this day (YYYY-MM-DD): the day of awareness decides, not that
 * of the incident (open question Q-28). A day without rules comes back as such, never as the nearest set.
 */
export function ruleSetOn(day: string, sets: readonly RuleSetInForce[] = RULE_SETS): RuleSetInForce | NoRuleSet {
  if (!isDay(day)) return { noRuleSet: 'not-a-day', firstDay: FIRST_DAY };
  const holding = sets.findLast(
    ({ validFrom, validUntil }) => validFrom <= day && (validUntil === undefined || day <= validUntil),
  );
  return holding ?? { noRuleSet: 'before-the-law', firstDay: FIRST_DAY };
}

function isDay(day: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
