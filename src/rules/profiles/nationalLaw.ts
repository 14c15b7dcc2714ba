// Which controllers stand under the BDSG, so that its exception to Art. 34 GDPR is theirs. § 29(1) speaks of informing people under Art. 34
// GDPR itself: whoever informs them under another law (church, telecommunication, police, the United Kingdom, Switzerland, Regulation
// 2018/1725) has no part in it. Bodies of a Land stand under the law of their Land, social data under the Social Code, and what broadcasters
// stand under was not seen. In doubt the exception is not there, and people are informed (open question Q-30).
import type { AssessmentInput, ControllerProfile } from '../assessment.ts';
import { controllersOf, type DataSet } from '../factSheet.ts';
import type { NationalLaw } from '../rule.ts';
import { isFederal } from './land.ts';
import { described, profileFor } from './lawFor.ts';
import type { ProfileName } from './profileName.ts';

const UNDER_THE_BDSG: { readonly [P in ProfileName]: 'all' | 'federal' | 'none' } = {
  'private-body': 'all',
  'public-body': 'federal',
  telecom: 'none',
  'social-data': 'none',
  'police-justice': 'none',
  catholic: 'none',
  protestant: 'none',
  broadcasting: 'none',
  uk: 'none',
  switzerland: 'none',
  'eu-body': 'none',
};

export function nationalLawOf(profile: ProfileName, controller: ControllerProfile | undefined): NationalLaw | undefined {
  if (controller?.country !== 'DE') return undefined;
  const under = UNDER_THE_BDSG[profile];
  return under === 'all' || (under === 'federal' && isFederal(controller)) ? 'bdsg' : undefined;
}

/** For every controller of the data set the law that may add an exception; undefined where there is none, or nobody described it. */
export const nationalLawsOf = (input: AssessmentInput, dataSet: DataSet): readonly (NationalLaw | undefined)[] =>
  controllersOf(dataSet).map((id) => {
    const controller = described(input, id);
    return nationalLawOf(profileFor(dataSet, controller).id, controller);
  });
