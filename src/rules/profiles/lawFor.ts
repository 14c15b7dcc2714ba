// Under which law one controller owes for one data set.
import type { AssessmentInput, ControllerProfile, Reading, Risk } from '../assessment.ts';
import { NOTIFIED_FROM, notifyAuthority, readingOf } from '../art33/notify.ts';
import type { DataSet } from '../factSheet.ts';
import { levelOf, type RiskLevel } from '../riskLevel.ts';
import type { RuleSet } from '../rulesets.ts';
import { isReplacedByTelecom } from './mixedTelecom.ts';
import type { Notice, Profile } from './profile.ts';
import { profileFor } from './profileFor.ts';

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
};

export const described = (input: AssessmentInput, controller: string): ControllerProfile | undefined =>
  input.controllers.find(({ id }) => id === controller);

/** A rule set can change Art. 33 itself; the laws that stand in its place it does not touch. */
const restsOnArt33 = (notice: Notice): boolean => notice.duty.id === notifyAuthority.id;

export function lawFor(input: AssessmentInput, controllerId: string, dataSet: DataSet, ruleSet: RuleSet): Law {
  const controller = described(input, controllerId);
  const profile = profileFor(dataSet, controller);
  const own = profile.notice;
  const notice = ruleSet.notice !== undefined && restsOnArt33(own) ? { ...own, ...ruleSet.notice } : own;
  const isReplaced = isReplacedByTelecom(profile, controller, input, ruleSet);
  return { profile, notice, reading: input.reading ?? readingOf(controller?.country), controller, isReplaced };
}

/** The mildest risk that has to be notified under this law. */
export function notifiedFrom({ notice, reading }: Pick<Law, 'notice' | 'reading'>): RiskLevel {
  if (notice.from === 'any-breach') return levelOf('unlikely');
  const risk: Risk = notice.from === 'by-reading' ? NOTIFIED_FROM[reading] : notice.from;
  return levelOf(risk);
}
