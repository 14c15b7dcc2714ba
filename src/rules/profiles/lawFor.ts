// Under which law one controller owes for one data set: its own profile or that of the data, in the country whose law it is.
import type { AssessmentInput, ControllerProfile, Reading, Risk } from '../assessment.ts';
import { NOTIFIED_FROM, notifyAuthority, readingOf } from '../art33/notify.ts';
import { controllersOf, type DataSet } from '../factSheet.ts';
import { levelOf, type RiskLevel } from '../riskLevel.ts';
import type { RuleSet } from '../rulesets.ts';
import { isFederal, isLand } from './land.ts';
import { POLICE_OF_LAND } from './policeOfLand.ts';
import type { Notice, Profile } from './profile.ts';
import type { ProfileName } from './profileName.ts';
import { PROFILES } from './profiles.ts';

export type Law = {
  readonly profile: Profile;
  /** That of the profile, unless telecommunication law or the rule set puts another in its place. */
  readonly notice: Notice;
  readonly reading: Reading;
  /** Absent for a controller nobody described. */
  readonly controller: ControllerProfile | undefined;
};

export const described = (input: AssessmentInput, controller: string): ControllerProfile | undefined =>
  input.controllers.find(({ id }) => id === controller);

const bySector = (controller: ControllerProfile | undefined): ProfileName =>
  controller?.sector === 'public' ? 'public-body' : 'private-body';

/** A law counts only in its country: naming Swiss law for a German company must not take a duty under the GDPR away. */
const isAtHome = (name: ProfileName, controller: ControllerProfile | undefined): boolean => {
  const { countries } = PROFILES[name];
  return countries === undefined || (controller !== undefined && countries.includes(controller.country));
};

/** The law of one controller for one data set: that of the data where it is the law of its country, else its own, else the GDPR. */
export function profileFor(dataSet: Pick<DataSet, 'profile'>, controller: ControllerProfile | undefined): Profile {
  const named = [dataSet.profile, controller?.profile].find((name) => name !== undefined && isAtHome(name, controller));
  const profile = PROFILES[named ?? bySector(controller)];
  return profile.id === 'police-justice' ? policeProfile(controller, profile) : profile;
}

/** §§ 65, 66 BDSG bind federal bodies; those of a Land stand under the law of their Land. */
const policeProfile = (controller: ControllerProfile | undefined, federal: Profile): Profile =>
  controller !== undefined && isLand(controller.land) && !isFederal(controller) ? POLICE_OF_LAND[controller.land] : federal;

/**
 * Mixed events: where one incident hits telecommunication data and other data of one provider, the one notice of § 169 TKG is enough. This
 * looks at the profiles alone, never at an answer: an answer must not take one notice away and bring another (open question Q-22).
 */
function hasTelecomData(input: AssessmentInput, controller: ControllerProfile | undefined): boolean {
  return input.sheet.dataSets.some(
    (dataSet) =>
      controller !== undefined &&
      // Whoever decides on the data is their controller, whatever role was entered.
      (dataSet.role !== 'processor' || controller.id === input.self) &&
      controllersOf(dataSet).includes(controller.id) &&
      profileFor(dataSet, controller).id === 'telecom',
  );
}

/** A rule set can change Art. 33 itself; the laws that stand in its place it does not touch. */
const restsOnArt33 = (notice: Notice): boolean => notice.duty.id === notifyAuthority.id;

export function lawFor(input: AssessmentInput, controllerId: string, dataSet: DataSet, ruleSet: RuleSet): Law {
  const controller = described(input, controllerId);
  const profile = profileFor(dataSet, controller);
  const own = hasTelecomData(input, controller) ? PROFILES.telecom.notice : profile.notice;
  const notice = ruleSet.notice !== undefined && restsOnArt33(own) ? { ...own, ...ruleSet.notice } : own;
  return { profile, notice, reading: input.reading ?? readingOf(controller?.country), controller };
}

/** The mildest risk that has to be notified under this law. */
export function notifiedFrom({ notice, reading }: Pick<Law, 'notice' | 'reading'>): RiskLevel {
  if (notice.from === 'any-breach') return levelOf('unlikely');
  const risk: Risk = notice.from === 'by-reading' ? NOTIFIED_FROM[reading] : notice.from;
  return levelOf(risk);
}
