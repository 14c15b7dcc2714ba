// What somebody has to know beside the duties. A hint brings no duty and takes none away.
import { gdpr, gdprDefinition, openQuestion, recital } from '../law/sources.ts';
import type { AssessedDuty, Hint } from './assessment.ts';
import type { FactSheet } from './factSheet.ts';

/** Servers, machines, networks: what hit them may be none of the GDPR’s business, and all the more another law’s. */
const noPersonalData: Hint = {
  id: 'hint/no-personal-data',
  says: {
    de: 'Ohne Daten über Menschen ist es keine Verletzung im Sinne der DSGVO. Wir halten den Vorfall trotzdem fest. Prüfen Sie, ob Ihr Unternehmen ihn nach NIS-2 (in Deutschland: BSIG) melden muss; dort läuft eine Frist von 24 Stunden.',
    en: 'Without data about people this is no breach under the GDPR. We keep the incident on record all the same. Check whether your organisation has to report it under NIS 2 (in Germany: BSIG); a period of 24 hours runs there.',
  },
  cites: [gdprDefinition(12)],
};

const publicCommunication: Hint = {
  id: 'hint/public-communication',
  says: {
    de: 'Die öffentliche Bekanntmachung muss ebenso wirksam informieren, und sie darf nicht behaupten, alle seien angeschrieben worden. Wen Sie erreichen können, benachrichtigen Sie trotzdem einzeln.',
    en: 'The public communication has to inform as effectively, and it must not claim that everybody was written to. Whomever you can reach you inform one by one all the same.',
  },
  cites: [gdpr(34, 3, 'c'), openQuestion('Q-11')],
};

const delayRequested: Hint = {
  id: 'hint/delay-requested',
  says: {
    de: 'Eine Strafverfolgungsbehörde bittet, mit der Benachrichtigung zu warten. Das kann begründen, warum Sie später benachrichtigen. Die Pflicht bleibt, und die Meldung an die Aufsichtsbehörde wartet nicht.',
    en: 'A law enforcement authority asks to wait with informing people. That can be the reason why you inform them later. The duty stays, and the notice to the authority does not wait.',
  },
  cites: [recital(88), openQuestion('Q-11')],
};

/** All hints there are; the check of sources looks at each of them. */
export const HINTS: readonly Hint[] = [noPersonalData, publicCommunication, delayRequested];

export function hintsOf({ incident }: FactSheet, duties: readonly AssessedDuty[]): readonly Hint[] {
  return [
    ...(incident.personalData === 'no' ? [noPersonalData] : []),
    ...(duties.some(({ means }) => means === 'public') ? [publicCommunication] : []),
    ...(incident.delayRequested === 'yes' ? [delayRequested] : []),
  ];
}
