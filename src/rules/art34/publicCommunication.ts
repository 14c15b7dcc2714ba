// Art. 34(3)(c) GDPR: where informing people one by one would be a disproportionate effort, a public communication takes its place.
// The duty of Art. 34(1) stays what it is, with the same id, clock and reminders; only the means by which it is fulfilled changes.
// A duty kind of its own would have to be recorded, reminded and drawn apart although there is nothing apart to fulfil.
// Limits: what effort is disproportionate the rules do not judge; whoever says so has to prove it (open question Q-11).
import { gdpr, openQuestion } from '../../law/sources.ts';
import type { Statement } from '../art33/notify.ts';
import type { Facts } from '../vocabulary.ts';

/** Only where exactly this was answered. Somebody who claims another exception that is not proven has not claimed this one. */
export const isPublicEnough = ({ exceptionToInforming, authorityOrder }: Facts): boolean =>
  exceptionToInforming === 'disproportionate' && authorityOrder !== 'inform';

export const publicCommunication: Statement = {
  id: 'art34/public-communication',
  says: {
    de: 'Einzeln wäre der Aufwand unverhältnismäßig: An die Stelle tritt eine öffentliche Bekanntmachung, die ebenso wirksam informiert.',
    en: 'One by one the effort would be disproportionate: a public communication that informs as effectively takes its place.',
  },
  cites: [gdpr(34, 3, 'c'), openQuestion('Q-11')],
};
