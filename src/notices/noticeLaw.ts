// Under which law a notice is made: its place stands in the title, and decides which sentences about the GDPR may stand beside it.
import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { gdpr, placeText, type Citation, type Text } from '../law/sources.ts';
import type { ControllerProfile } from '../rules/assess.ts';
import { controllersOf } from '../rules/facts.ts';
import { citedUnder } from '../rules/profiles/counterparts.ts';
import type { Profile } from '../rules/profiles/profile.ts';
import { profileFor } from '../rules/profiles/profileFor.ts';

export type NoticeLaw = {
  /** The provision, as „Art. 33 DSGVO“ or „§ 33 KDG“. */
  readonly place: Text;
  readonly isGdpr: boolean;
  /** §§ 42(4), 43(4) BDSG name notices under the GDPR; § 65(7) BDSG and § 169 TKG take them over. Not those of churches and of the Länder. */
  readonly isProtectedByBdsg: boolean;
};

/** The law of this duty: that of the data where it names this recipient, else that of the controller. */
export function noticeLaw(
  record: CaseRecord,
  { owedBy, recipient }: Pick<DutyState, 'owedBy' | 'recipient'>,
  controller: ControllerProfile | undefined,
): NoticeLaw {
  const ofData = record.dataSets
    .filter((dataSet) => controllersOf(dataSet).includes(owedBy))
    .map((dataSet) => profileFor(dataSet, controller));
  const named = ofData.find(({ notice }) => notice.to?.includes(recipient) === true);
  const own = profileFor({}, controller);
  const only = ofData.every(({ id }) => id === ofData[0]?.id) ? ofData[0] : undefined;
  return lawOf(named ?? only ?? own);
}

function lawOf({ counterparts }: Profile): NoticeLaw {
  const [cited = gdpr(33)] = counterparts === undefined ? [] : citedUnder([gdpr(33, 1)], counterparts);
  const place = { de: placeText(cited, 'de'), en: placeText(cited, 'en') };
  return { place, isGdpr: cited.source === 'GDPR', isProtectedByBdsg: PROTECTED.includes(cited.source) };
}

const PROTECTED: readonly Citation['source'][] = ['GDPR', 'BDSG', 'TKG'];
