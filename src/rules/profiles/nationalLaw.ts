// Which exceptions to informing people the law of a controller knows. Each profile names them. § 29(1) BDSG speaks of informing people under
// Art. 34 GDPR itself, and binds companies and federal bodies in Germany; bodies of a Land stand under the law of their Land. In doubt the
// exception is not there, and people are informed (open question Q-30).
import type { AssessmentInput, ControllerProfile } from '../assessment.ts';
import { controllersOf, type DataSet } from '../factSheet.ts';
import type { Release } from '../rule.ts';
import { isFederal } from './land.ts';
import { described } from './lawFor.ts';
import type { Profile } from './profile.ts';
import { profileFor } from './profileFor.ts';

const isUnderTheBdsg = ({ id }: Profile, controller: ControllerProfile | undefined): boolean =>
  controller?.country === 'DE' && (id !== 'public-body' || isFederal(controller));

/** What this controller can rely on under this profile. */
export const releasesOf = (profile: Profile, controller: ControllerProfile | undefined): readonly Release[] =>
  profile.releases.filter((release) => release !== 'bdsg' || isUnderTheBdsg(profile, controller));

/** The same for every controller of the data set. */
export const releasesFor = (input: AssessmentInput, dataSet: DataSet): readonly (readonly Release[])[] =>
  controllersOf(dataSet).map((id) => {
    const controller = described(input, id);
    return releasesOf(profileFor(dataSet, controller), controller);
  });
