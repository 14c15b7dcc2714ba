// Arts. 55, 56 GDPR and § 40(2) BDSG: why an authority is the one to notify. Which one it is, `src/authorities` finds out.
import { gdpr } from '../../law/sources.ts';
import { statute } from '../../law/statutes.ts';
import { MANY_AUTHORITIES } from '../profiles/doubts.ts';
import type { Statement } from './notify.ts';

/**
 * `lead`: several countries, main establishment in one of them. `main-in-germany`: several Länder. `every-state`: no main establishment in
 * the EEA, so every authority of a place where affected people live.
 */
export type CompetenceGround = 'lead' | 'main-in-germany' | 'every-state';

export const COMPETENCE: { readonly [G in CompetenceGround]: Statement } = {
  lead: {
    id: 'art33/competence/lead',
    says: {
      de: 'Niederlassungen in mehreren Staaten: Zu melden ist der federführenden Behörde, der der Hauptniederlassung.',
      en: 'Establishments in several countries: notice goes to the lead authority, that of the main establishment.',
    },
    cites: [gdpr(56, 1), statute('EDPB_9_2022_PARA')],
  },
  'main-in-germany': {
    id: 'art33/competence/main-in-germany',
    says: {
      de: 'Niederlassungen in mehreren Ländern: Zuständig ist die Behörde der Hauptniederlassung.',
      en: 'Establishments in several Länder: the authority of the main establishment is competent.',
    },
    cites: [statute('BDSG', '§ 40 Abs. 2', '§ 40(2)')],
  },
  'every-state': {
    id: 'art33/competence/every-state',
    says: {
      de: 'Ohne Hauptniederlassung im EWR ist jeder Behörde zu melden, in deren Gebiet Betroffene leben. Ein Vertreter nach Art. 27 ändert daran nichts.',
      en: 'Without a main establishment in the EEA, every authority has to be notified in whose territory affected people live. A representative under Art. 27 does not change that.',
    },
    cites: [gdpr(55, 1), statute('EDPB_9_2022_PARA', 'Rn. 73', 'para. 73'), statute('NO_ARGON'), MANY_AUTHORITIES],
  },
};
