// Where secrecy is claimed by a German body that does not stand under the BDSG. The rules release nobody here: the laws of the Länder ask
// for other things than § 29(1) BDSG, and the facts of a case do not tell them apart. Whoever relies on them decides so, with reasons.
import { openQuestion } from '../../law/sources.ts';
import { statute, type StatuteCitation } from '../../law/statutes.ts';
import { releasesOf } from '../profiles/nationalLaw.ts';
import { isLand, type Land } from '../profiles/land.ts';
import type { Law } from '../profiles/lawFor.ts';
import type { Facts } from '../vocabulary.ts';
import type { Statement } from '../art33/notify.ts';

/** Those whose text was read, in a copy. For the others see open question Q-30. */
const LAND_SECRECY: { readonly [L in Land]?: StatuteCitation } = {
  BW: statute('LDSG_BW', '§ 11'),
  HB: statute('BREM_DSGVOAG', '§ 10'),
  HH: statute('HMB_DSG', '§ 18'),
  NI: statute('NDSG', '§ 10'),
  SH: statute('LDSG_SH', '§ 10'),
};

const byLandLaw = (cited: StatuteCitation): Statement => ({
  id: 'art34/secrecy-elsewhere/land-law',
  says: {
    de: '§ 29 BDSG gilt für Stellen der Länder nicht. Ihr Landesrecht kennt eine eigene Ausnahme: soweit und solange etwas nach einer Rechtsvorschrift oder wegen der Rechte anderer geheim bleiben muss. Ob das zutrifft, entscheiden Sie, mit Gründen.',
    en: '§ 29 BDSG does not hold for bodies of the Länder. The law of your Land has an exception of its own: as far and as long as something has to stay secret by a statute or because of the rights of others. Whether that is so, you decide, with reasons.',
  },
  cites: [cited, openQuestion('Q-30')],
});

const notVerified: Statement = {
  id: 'art34/secrecy-elsewhere/not-verified',
  says: {
    de: '§ 29 BDSG gilt für Sie nicht. Ob Ihr eigenes Recht eine solche Ausnahme kennt, haben wir nicht geprüft; bis dahin ist zu benachrichtigen.',
    en: '§ 29 BDSG does not hold for you. Whether your own law has such an exception we have not verified; until then people have to be informed.',
  },
  cites: [statute('BDSG', '§ 29 Abs. 1', '§ 29(1)'), openQuestion('Q-30')],
};

/** What to know beside the duty of Art. 34 where secrecy was claimed and § 29 BDSG is not the law of this controller. */
export function secrecyElsewhere({ profile, controller }: Law, { exceptionToInforming }: Facts): readonly Statement[] {
  if (exceptionToInforming !== 'secrecy' || controller?.country !== 'DE') return [];
  if (releasesOf(profile, controller).includes('bdsg')) return [];
  const own = profile.id === 'public-body' && isLand(controller.land) ? LAND_SECRECY[controller.land] : undefined;
  return [own === undefined ? notVerified : byLandLaw(own)];
}

/** Every sentence of this file, for whoever checks the sources. */
export const SECRECY_STATEMENTS: readonly Statement[] = [notVerified, ...Object.values(LAND_SECRECY).map(byLandLaw)];
