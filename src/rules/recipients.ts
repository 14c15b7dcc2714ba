// Whom a controller notifies for one data set, under one law.
import { authorityAt, isInEea, placeOf } from './art33/authorityByCountry.ts';
import type { ControllerProfile } from './assessment.ts';
import type { DataSet } from './factSheet.ts';
import type { Law } from './profiles/lawFor.ts';
import { authorityOf, UNNAMED_SUPERVISORY_BODY } from './profiles/profile.ts';
import { profileFor } from './profiles/profileFor.ts';

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** In `authorities` the whole EEA in the place of a country: the lead authority of a main establishment there. */
export const WHOLE_EEA = 'EEA';

/** Every authority of a place where affected people live; where nobody says where they live, every place that is configured. */
function byResidence(controller: ControllerProfile, { residence = [] }: DataSet, isBesideOwnLaw: boolean): readonly string[] {
  const { authorities = [] } = controller;
  if (residence.length === 0) return authorities.map(({ authority }) => authority);
  // People in the country of the controller, and elsewhere outside the EEA, are a matter of the controller's own law.
  const places = isBesideOwnLaw ? residence.filter((place) => isInEea(placeOf(place))) : residence;
  return places.map((place) => {
    const configured = authorities.find(({ persons }) => persons === place || persons === WHOLE_EEA);
    return configured?.authority ?? authorityAt(placeOf(place), 'private');
  });
}

/** A controller nobody described yet has a competent authority all the same; only its name is not known. */
function competent({ controller, isBeside }: Law, dataSet: DataSet): readonly string[] {
  if (controller === undefined) return ['unknown'];
  if (isBeside || (controller.authorities ?? []).length > 0) return byResidence(controller, dataSet, isBeside);
  return [controller.authority];
}

/**
 * Data under another law than the rest of what the controller does are not supervised by the authority of the rest. Where that of the data
 * is not settled by their law, it has to be asked for; the law names the notice until then.
 */
function supervising(law: Law, dataSet: DataSet): readonly string[] {
  const { profile, controller } = law;
  const own = profileFor({}, controller);
  if (controller === undefined || law.isBeside || own.id === profile.id) return competent(law, dataSet);
  const authority = authorityOf(profile, controller);
  if (authority === 'ask') return [`unknown-${profile.id}`];
  if (authority !== undefined) return [authority];
  return authorityOf(own, controller) === undefined ? competent(law, dataSet) : [authorityAt(controller, controller.sector)];
}

/** Those the law itself names, unless it leaves its public bodies to other authorities. */
function named({ notice, controller }: Law): readonly string[] | undefined {
  const { to, publicBodiesElsewhere } = notice;
  return publicBodiesElsewhere !== undefined && controller?.sector === 'public' ? [controller.authority] : to;
}

/** The second addressee, where the law names one; by its function as long as nobody said who that is. */
export const secondAddressee = ({ law }: { readonly law: Law }): string =>
  law.controller?.supervisoryBody ?? UNNAMED_SUPERVISORY_BODY;

export function notified(law: Law, dataSet: DataSet): readonly string[] {
  const second = law.notice.also === undefined ? [] : [secondAddressee({ law })];
  return distinct([...(named(law) ?? supervising(law, dataSet)), ...second]);
}
