// Who sends the notice, as the configuration knows it.
import type { PersonId } from '../breach/identifiers.ts';
import type { Organisation } from '../organisation.ts';
import type { ControllerProfile } from '../rules/assess.ts';
import type { CompetenceGround } from '../rules/art33/competence.ts';

export type NoticeSender = {
  readonly controller: string;
  /** Under which law it stands; absent where the configuration does not know this controller. */
  readonly profile?: ControllerProfile;
  readonly name: string;
  readonly contact: string;
  readonly country?: string;
  readonly land?: string;
  readonly sector?: 'private' | 'public';
  readonly competence?: CompetenceGround;
  readonly officer?: string;
  readonly contactPoint: { readonly name: string; readonly email: string; readonly phone: string };
  readonly timeZone: string;
  /** The name of a person of the configuration; whoever is not named there is known by the id. */
  readonly nameOf: (person: PersonId) => string;
};

export function noticeSender(organisation: Organisation, controllerId: string): NoticeSender {
  const controller = organisation.controllers.find(({ id }) => id === controllerId);
  const officer = organisation.persons.find(({ roles }) => roles.includes('dpo'))?.name;
  const { country, land, sector, competence } = controller ?? {};
  return {
    controller: controllerId,
    ...(controller !== undefined && { profile: controller }),
    name: controller?.name ?? controllerId,
    contact: controller?.contact ?? '',
    ...(country !== undefined && { country }),
    ...(land !== undefined && { land }),
    ...(sector !== undefined && { sector }),
    ...(competence !== undefined && { competence }),
    ...(officer !== undefined && { officer }),
    contactPoint: organisation.contactPoint,
    timeZone: organisation.timeZone,
    nameOf: (person) => organisation.persons.find(({ id }) => id === person)?.name ?? person,
  };
}
