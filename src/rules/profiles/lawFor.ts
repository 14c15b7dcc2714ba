// Under which law one controller owes for one data set.
import type { AssessmentInput, ControllerProfile, Reading, Risk } from '../assessment.ts';
import { isInEea } from '../art33/authorityByCountry.ts';
import { NOTIFIED_FROM, notifyAuthority, readingOf } from '../art33/notify.ts';
import type { DataSet } from '../factSheet.ts';
import { levelOf, type RiskLevel } from '../riskLevel.ts';
import type { RuleSet } from '../rulesets.ts';
import { isReplacedByTelecom } from './mixedTelecom.ts';
import { type Notice, type Profile, versionOn } from './profile.ts';
import { bySector, profileFor } from './profileFor.ts';
import { PROFILES } from './profiles.ts';

export { profileFor } from './profileFor.ts';

export type Law = {
  readonly profile: Profile;
  /** That of the profile, unless the rule set puts another in its place. */
  readonly notice: Notice;
  readonly reading: Reading;
  /** Absent for a controller nobody described. */
  readonly controller: ControllerProfile | undefined;
  /** Another law's notice stands in for this one: it is not owed. */
  readonly isReplaced: boolean;
  /** The GDPR beside the law of a country outside the EEA, for the people inside. */
  readonly isBeside: boolean;
};

export const described = (input: AssessmentInput, controller: string): ControllerProfile | undefined =>
  input.controllers.find(({ id }) => id === controller);

/** A rule set can change Art. 33 itself; the laws that stand in its place it does not touch. */
const restsOnArt33 = (notice: Notice): boolean => notice.duty.id === notifyAuthority.id;

export function lawFor(input: AssessmentInput, controllerId: string, dataSet: DataSet, ruleSet: RuleSet): Law {
  const controller = described(input, controllerId);
  const profile = versionOn(profileFor(dataSet, controller), input.startsAt[controllerId]?.slice(0, 10));
  const own = profile.notice;
  const notice = ruleSet.notice !== undefined && restsOnArt33(own) ? { ...own, ...ruleSet.notice } : own;
  const isReplaced = isReplacedByTelecom(profile, controller, input, ruleSet);
  return { profile, notice, reading: input.reading ?? readingOf(controller?.country), controller, isReplaced, isBeside: false };
}

/** Art. 3(2) GDPR: whoever from outside the EEA processes data of people inside owes by the GDPR too, beside the law at home. */
export function lawBesideOwn(
  { profile, controller, reading }: Law,
  { reading: asked }: AssessmentInput,
  ruleSet: RuleSet,
): readonly Law[] {
  const isElsewhere =
    controller !== undefined && !isInEea(controller) && profile.countries?.includes(controller.country) === true;
  if (!isElsewhere || (controller.authorities ?? []).length === 0) return [];
  const gdpr = PROFILES[bySector(controller)];
  const notice = { ...gdpr.notice, ...ruleSet.notice };
  return [{ profile: gdpr, notice, reading: asked ?? reading, controller, isReplaced: false, isBeside: true }];
}

/** The mildest risk that has to be notified under this law. */
export function notifiedFrom({ notice, reading }: Pick<Law, 'notice' | 'reading'>): RiskLevel {
  if (notice.from === 'any-breach') return levelOf('unlikely');
  const risk: Risk = notice.from === 'by-reading' ? NOTIFIED_FROM[reading] : notice.from;
  return levelOf(risk);
}
