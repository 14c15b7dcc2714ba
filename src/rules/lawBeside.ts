// What cites a source without being a rule of a set: the laws controllers stand under, who is told and when awareness began. All of it is part
// of every assessment, whatever the set. And apart from it what is only ever shown: second opinions and proposals.
import { ARRANGEMENT, tellProcessor, type Statement } from './art33/notify.ts';
import { COMPETENCE } from './art33/competence.ts';
import { practiceTarget } from './art33/practiceTarget.ts';
import { SECRECY_STATEMENTS } from './art34/secrecyElsewhere.ts';
import { AWARENESS_CITATIONS } from './awareness.ts';
import type { CitingPlace } from './citations.ts';
import { replacedByTelecomNotice } from './profiles/mixedTelecom.ts';
import { POLICE_OF_LAND } from './profiles/policeOfLand.ts';
import type { Notice, Profile } from './profiles/profile.ts';
import { PROFILES } from './profiles/profiles.ts';
import { DSK_ZONE_CITATIONS } from './severity/dskZone.ts';
import { SEVERITY_INPUTS } from './severity/severityInputs.ts';
import { SIMULATIONS } from './simulations.ts';

const placeOf = ({ id, cites }: Pick<Statement, 'id' | 'cites'>): CitingPlace => ({ place: id, cites });

const ofNotice = ({ duty, threshold, deadline, completion, also }: Partial<Notice>): readonly CitingPlace[] =>
  [duty, threshold, deadline, completion, also].filter((statement) => statement !== undefined).map(placeOf);

const ofProfile = ({ id, notice, persons, record, hints, counterparts = {} }: Profile): readonly CitingPlace[] => [
  // Art. 5(2) is left out under these laws, so there it cites nothing.
  ...Object.entries(counterparts)
    .filter(([place]) => place !== '5(2)')
    .map(([place, cites]) => ({ place: `profile/${id}/counterpart/${place}`, cites })),
  ...ofNotice(notice),
  ...[persons, record, ...hints].map(placeOf),
];

const inAllVersions = (profile: Profile): readonly Profile[] => [
  profile,
  ...(profile.later ?? []).map((version) => version.profile),
];

/** Every sentence on who owes what to whom, and from when, under any law. */
export const lawPlaces = (): readonly CitingPlace[] => [
  ...[...Object.values(PROFILES), ...Object.values(POLICE_OF_LAND)].flatMap(inAllVersions).flatMap(ofProfile),
  ...[...Object.values(COMPETENCE), ...Object.values(ARRANGEMENT), tellProcessor, practiceTarget, replacedByTelecomNotice].map(
    placeOf,
  ),
  ...SECRECY_STATEMENTS.map(placeOf),
  ...AWARENESS_CITATIONS.map(placeOf),
];

/** What is shown beside an assessment where somebody asks for it, and changes no duty. */
export const shownOnly = (): readonly CitingPlace[] => [
  ...Object.entries(SEVERITY_INPUTS).map(([name, { cites }]) => ({ place: `severity/${name}`, cites })),
  { place: 'severity/dsk-zone', cites: DSK_ZONE_CITATIONS },
  ...Object.values(SIMULATIONS).flatMap(({ notice = {} }) => ofNotice(notice)),
];
