// Arts. 33(1), 33(2) and 33(5) GDPR: who owes what to whom, and from which risk on.
import { edpbPara, gdpr, gdprDefinition, openQuestion, type Citation, type Text } from '../../law/sources.ts';
import { statute } from '../../law/statutes.ts';
import type { Reading, Risk } from '../assessment.ts';
import { SUB_PROCESSOR } from '../profiles/doubts.ts';

/** A sentence of the law that the trace shows; it has no conditions of its own. */
export type Statement = { readonly id: string; readonly says: Text; readonly cites: readonly Citation[] };

/** The mildest risk that has to be notified, by reading. */
export const NOTIFIED_FROM: { readonly [R in Reading]: Risk } = { strict: 'low', de: 'risk' };

export const READINGS: { readonly [R in Reading]: Statement } = {
  strict: {
    id: 'art33/reading/strict',
    says: {
      de: 'Strenge Lesart: Auch ein geringes Risiko ist zu melden.',
      en: 'Strict reading: a low risk has to be notified too.',
    },
    cites: [gdpr(33, 1), { source: 'UODO_ENEA' }, openQuestion('Q-09')],
  },
  de: {
    id: 'art33/reading/de',
    says: {
      de: 'Lesart der deutschen Behörden: Ein nur geringes Risiko ist nicht zu melden.',
      en: 'Reading of the German authorities: a merely low risk need not be notified.',
    },
    cites: [gdpr(33, 1), { source: 'DSK_KP_18' }, openQuestion('Q-09')],
  },
};

/** Germany is the one country whose authorities have published the milder reading together. Everywhere else the strict one holds. */
export const readingOf = (country: string | undefined): Reading => (country === 'DE' ? 'de' : 'strict');

export const documentIt: Statement = {
  id: 'art33/document',
  says: {
    de: 'Jede Verletzung ist zu dokumentieren, wie groß das Risiko auch ist.',
    en: 'Every breach has to be documented, whatever the risk.',
  },
  cites: [gdpr(33, 5), edpbPara(15)],
};

export const notifyAuthority: Statement = {
  id: 'art33/notify',
  says: {
    de: 'Eine Verletzung ist der Aufsichtsbehörde zu melden, es sei denn, ein Risiko ist unwahrscheinlich.',
    en: 'A breach has to be notified to the authority, unless it is unlikely to result in a risk.',
  },
  cites: [gdpr(33, 1)],
};

export const notifyWithin72Hours: Statement = {
  id: 'art33/deadline',
  says: {
    de: 'Zu melden ist unverzüglich, möglichst binnen 72 Stunden nach Kenntnis; eine spätere Meldung ist zu begründen.',
    en: 'Notice is due without undue delay, where feasible within 72 hours of becoming aware; a later one needs reasons.',
  },
  cites: [gdpr(33, 1), { source: 'REG_1182_71', article: 3, paragraph: 1 }, openQuestion('Q-12')],
};

export const tellController: Statement = {
  id: 'art33/tell-controller',
  says: {
    de: 'Ein Auftragsverarbeiter meldet jedem Verantwortlichen jede Verletzung unverzüglich; das Risiko prüft er nicht. Der Behörde meldet jeder Verantwortliche selbst.',
    en: 'A processor tells each controller of every breach without undue delay; it does not weigh the risk. Each controller notifies the authority for itself.',
  },
  cites: [gdpr(33, 2), statute('GARANTE_LAZIOCREA'), statute('BLNBDI_PROCESSOR')],
};

/** Art. 28(4): a sub-processor owes what the processor owes, to the processor. The controller's clock is its own. */
export const tellProcessor: Statement = {
  id: 'art33/tell-processor',
  says: {
    de: 'Ein weiterer Auftragsverarbeiter meldet jede Verletzung unverzüglich dem Auftragsverarbeiter, für den er arbeitet; das Risiko prüft er nicht.',
    en: 'A sub-processor tells the processor it works for of every breach without undue delay; it does not weigh the risk.',
  },
  cites: [gdpr(33, 2), gdpr(28, 4), SUB_PROCESSOR],
};

/** Art. 26: the arrangement of joint controllers says who notifies; each stays bound. */
export const ARRANGEMENT: { readonly [W in 'this' | 'other' | 'unnamed']: Statement } = {
  this: {
    id: 'art33/arrangement/this',
    says: {
      de: 'Nach der Vereinbarung der gemeinsam Verantwortlichen meldet dieser.',
      en: 'By the arrangement of the joint controllers this one notifies.',
    },
    cites: [gdpr(26, 1)],
  },
  other: {
    id: 'art33/arrangement/other',
    says: {
      de: 'Nach der Vereinbarung meldet ein anderer gemeinsam Verantwortlicher. Bis das geschehen ist, bleibt dieser selbst verpflichtet.',
      en: 'By the arrangement another joint controller notifies. Until that is done, this one stays bound itself.',
    },
    cites: [gdpr(26, 1), gdpr(33, 1)],
  },
  unnamed: {
    id: 'art33/arrangement/unnamed',
    says: {
      de: 'Die Daten haben mehrere Verantwortliche. Wer nach ihrer Vereinbarung meldet, ist nicht angegeben; verpflichtet ist jeder.',
      en: 'The data have several controllers. Who notifies by their arrangement is not given; each of them is bound.',
    },
    cites: [gdpr(26, 1), gdpr(33, 1)],
  },
};

export const roleUnclear: Statement = {
  id: 'art33/role-unclear',
  says: {
    de: 'Ob wir Verantwortlicher oder Auftragsverarbeiter sind, ist noch offen. Bis dahin gelten vorsorglich die Pflichten beider.',
    en: 'Whether we are controller or processor is still open. Until then the duties of both are presumed.',
  },
  cites: [gdprDefinition(7), gdprDefinition(8), openQuestion('Q-15')],
};
