// Art. 34(4) GDPR: the authority may require the communication. Its order binds whatever the rules make of the risk and of the
// exceptions. Limits: the other half of Art. 34(4), a decision that an exception is met, is not read here; it is recorded as a
// decision on the duty (open question Q-11).
import { gdpr, openQuestion } from '../../law/sources.ts';
import type { Statement } from '../art33/notify.ts';
import type { Facts } from '../vocabulary.ts';

export const isOrderedToInform = ({ authorityOrder }: Facts): boolean => authorityOrder === 'inform';

export const orderedToInform: Statement = {
  id: 'art34/authority-order',
  says: {
    de: 'Die Aufsichtsbehörde hat die Benachrichtigung angeordnet. Keine Ausnahme nimmt das zurück.',
    en: 'The authority has ordered that the people be informed. No exception takes that back.',
  },
  cites: [gdpr(34, 4), openQuestion('Q-11')],
};
