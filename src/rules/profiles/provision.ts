// The place of the law a duty rests on, where that is not the GDPR: what it is called by, wherever a duty is named.
import type { Text } from '../../law/sources.ts';
import { isStatute, statuteText } from '../../law/statutes.ts';
import type { ControllerProfile, DutyKind } from '../assessment.ts';
import { controllersOf, type DataSet } from '../factSheet.ts';
import { UNNAMED_SUPERVISORY_BODY, type Profile } from './profile.ts';
import { profileFor } from './profileFor.ts';

type Duty = { readonly kind: DutyKind | 'art33-4'; readonly owedBy: string; readonly recipient: string };

/** Nothing where the first source is the GDPR itself. */
function ownPlace(cites: Profile['notice']['duty']['cites'] | undefined): Text | undefined {
  const [first] = cites ?? [];
  if (first === undefined || !isStatute(first)) return undefined;
  return { de: statuteText(first, 'de'), en: statuteText(first, 'en') };
}

function placeIn(
  { notice, persons, record, counterparts }: Profile,
  { kind, recipient }: Duty,
  controller: ControllerProfile,
): Text | undefined {
  const isSecond = notice.also !== undefined && recipient === (controller.supervisoryBody ?? UNNAMED_SUPERVISORY_BODY);
  switch (kind) {
    case 'art33-1':
      return ownPlace(isSecond ? notice.also.cites : notice.duty.cites);
    case 'art33-4':
      return ownPlace(notice.completion?.cites ?? notice.duty.cites);
    case 'art34-1':
      return ownPlace(persons.cites);
    case 'art33-5':
      return ownPlace(record.cites);
    case 'art33-2':
      return ownPlace(counterparts?.['33(2)']);
  }
}

/** Of several laws only those that can send this notice to this recipient. */
function canName({ notice }: Profile, { kind, recipient }: Duty, all: readonly Profile[]): boolean {
  if (kind !== 'art33-1' && kind !== 'art33-4') return true;
  const naming = all.filter((profile) => profile.notice.to?.includes(recipient) === true);
  return naming.length === 0
    ? notice.to === undefined || notice.publicBodiesElsewhere === true
    : notice.to?.includes(recipient) === true;
}

/**
 * The provision a duty is owed by under another law than the GDPR, as `§ 32 Abs. 1 DSG-EKD`. Undefined where it is the GDPR, where several
 * laws meet in one duty, and where nobody described the controller.
 */
export function provisionOf(
  duty: Duty,
  dataSets: readonly Pick<DataSet, 'controller' | 'jointWith' | 'profile'>[],
  controllers: readonly ControllerProfile[],
): Text | undefined {
  // What a processor owes, it owes under the law of the controller it tells.
  const bound = duty.kind === 'art33-2' ? duty.recipient : duty.owedBy;
  const controller = controllers.find(({ id }) => id === bound);
  if (controller === undefined) return undefined;
  const ours = dataSets.filter((dataSet) => controllersOf(dataSet).includes(bound));
  const profiles = [...new Set((ours.length === 0 ? [{}] : ours).map((dataSet) => profileFor(dataSet, controller)))];
  const isForEea = (controller.authorities ?? []).some(({ authority }) => authority === duty.recipient);
  const named = profiles.filter((profile) => canName(profile, duty, profiles));
  if (named.length === 0 || (isForEea && profiles.every(({ notice }) => notice.to !== undefined))) return undefined;
  const places = named.map((profile) => placeIn(profile, duty, controller));
  const [first] = places;
  return places.every((place) => place?.de === first?.de) ? first : undefined;
}
