// The competent authority with the reason, and whoever else the law names. A proposal: somebody confirms it in the configuration.
import type { Text } from '../law/sources.ts';
import { COMPETENCE } from '../rules/art33/competence.ts';
import { PROFILES } from '../rules/profiles/profiles.ts';
import { authorityOf } from '../rules/profiles/profile.ts';
import { competent, isInEea, type Seat } from './competent.ts';

export type FoundAuthority = {
  readonly id: string;
  /** For which place, where several are to be notified. */
  readonly persons?: string;
  readonly why: Text;
};
/** The competent ones first, then second addressees. */
export type Findings = { readonly competent: readonly FoundAuthority[]; readonly also: readonly FoundAuthority[] };

export function findAuthority(seat: Seat): Findings {
  return { competent: competentOnes(seat), also: secondAddressees(seat) };
}

function competentOnes(seat: Seat): readonly FoundAuthority[] {
  const named = seat.profile === undefined ? undefined : PROFILES[seat.profile].notice;
  if (named?.to !== undefined && (named.publicBodiesElsewhere === undefined || seat.sector === 'private'))
    return named.to.map((id) => ({ id, why: BY_LAW }));
  const { authority, competence, authorities = [] } = competent(seat);
  const why = reasonFor(seat, competence);
  if (authorities.length > 0 && competence === 'every-state')
    return authorities.map(({ persons, authority: id }) => ({ id, persons, why }));
  return [
    { id: authority, why },
    ...authorities.map(({ persons, authority: id }) => ({ id, persons, why: COMPETENCE.lead.says })),
  ];
}

const BY_LAW: Text = { de: 'Das Gesetz nennt die Stelle selbst.', en: 'The law names the body itself.' };

function reasonFor(seat: Seat, competence: ReturnType<typeof competent>['competence']): Text {
  if (competence !== undefined) return COMPETENCE[competence].says;
  const own = seat.profile === undefined ? undefined : authorityOf(PROFILES[seat.profile], seat);
  if (own === 'ask')
    return {
      de: 'Dieses Recht hat eigene Aufsichten; welche es ist, folgt nicht aus dem Sitz und ist in der Konfiguration zu nennen.',
      en: 'This law has authorities of its own; which one does not follow from the seat and has to be named in the configuration.',
    };
  if (own !== undefined) return BY_LAW;
  if (seat.country !== 'DE' && !isInEea(seat))
    return {
      de: 'Zuständig ist die Behörde des Sitzstaats nach dessen Recht.',
      en: 'The authority of the country of the seat is competent, under its law.',
    };
  if (seat.country !== 'DE')
    return {
      de: 'Zuständig ist die Behörde des Staats der Niederlassung (Art. 55 DSGVO).',
      en: 'The authority of the country of establishment is competent (Art. 55 GDPR).',
    };
  if (seat.land === undefined)
    return { de: 'In Deutschland entscheidet das Land; es fehlt.', en: 'In Germany the Land decides; it is missing.' };
  return seat.sector === 'public'
    ? {
        de: 'Öffentliche Stelle: zuständig ist die Behörde ihres Landes (Art. 55 Abs. 2 DSGVO). Für Stellen des Bundes ist es die des Bundes.',
        en: 'Public body: the authority of its Land is competent (Art. 55(2) GDPR). For federal bodies it is that of the federation.',
      }
    : {
        de: 'Nicht öffentliche Stelle: zuständig ist die Behörde des Landes, in dem sie sitzt (§ 40 BDSG), nicht die des Orts des Vorfalls.',
        en: 'Private body: the authority of the Land of its seat is competent (§ 40 BDSG), not that of the place of the incident.',
      };
}

function secondAddressees({ profile }: Seat): readonly FoundAuthority[] {
  const also = profile === undefined ? undefined : PROFILES[profile].notice.also;
  return also === undefined ? [] : [{ id: 'supervising-body', why: also.says }];
}
