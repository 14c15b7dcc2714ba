// Which profile holds for one data set of one controller: its own or that of the data, in the country whose law it is.
import type { ControllerProfile } from '../assessment.ts';
import type { DataSet } from '../factSheet.ts';
import { isFederal, isLand } from './land.ts';
import { POLICE_OF_LAND } from './policeOfLand.ts';
import type { Profile } from './profile.ts';
import type { ProfileName } from './profileName.ts';
import { PROFILES } from './profiles.ts';

/** The GDPR, as the sector goes. */
export const bySector = (controller: ControllerProfile | undefined): ProfileName =>
  controller?.sector === 'public' ? 'public-body' : 'private-body';

/** Countries outside the EEA whose law stands here: there it holds whether or not anybody named it. */
const AT_HOME: Readonly<Record<string, ProfileName>> = { GB: 'uk', CH: 'switzerland' };

const isGeneral = (name: ProfileName): boolean => name === 'private-body' || name === 'public-body';

/** A law counts only in its country: naming Swiss law for a German company must not take a duty under the GDPR away. */
const isAtHome = (name: ProfileName, controller: ControllerProfile | undefined): boolean => {
  const { countries } = PROFILES[name];
  return countries === undefined || (controller !== undefined && countries.includes(controller.country));
};

/** The law of one controller for one data set: that of the data where it is the law of its country, else its own, else that of its country, else the GDPR. */
export function profileFor(dataSet: Pick<DataSet, 'profile'>, controller: ControllerProfile | undefined): Profile {
  const named = [dataSet.profile, controller?.profile].find((name) => name !== undefined && isAtHome(name, controller));
  const atHome = controller === undefined ? undefined : AT_HOME[controller.country];
  const profile = PROFILES[named !== undefined && !isGeneral(named) ? named : (atHome ?? named ?? bySector(controller))];
  return profile.id === 'police-justice' ? policeProfile(controller, profile) : profile;
}

/** §§ 65, 66 BDSG bind federal bodies; those of a Land stand under the law of their Land. */
const policeProfile = (controller: ControllerProfile | undefined, federal: Profile): Profile =>
  controller !== undefined && isLand(controller.land) && !isFederal(controller) ? POLICE_OF_LAND[controller.land] : federal;
