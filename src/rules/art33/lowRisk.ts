// Art. 33(1) GDPR as the German authorities read it: since no processing is free of risk, "unlikely to result in a risk" means "only
// a low risk" (DSK short paper no. 18). Other authorities do not read it so (UODO, ENEA). Each exception here leaves a *low* risk: it
// releases from the notice under the reading `de`, and from nothing under the strict one.
// Limits: the short paper gives the measure, no cases. None of the 18 published cases turns on a low risk; what is low here is our own
// derivation from their neighbours (open question Q-03).
import { edpbCase, edpbPara, gdpr, gdprDefinition, openQuestion, recital, type Citation } from '../../law/sources.ts';
import {
  dataAreRightAgain,
  deletionInWriting,
  everydayData,
  fewKnownRecipients,
  fewPeople,
  nobodyFeltIt,
  nobodyNeedsProtection,
  notSensitive,
  nothingWasTakenByProof,
  soleBoundRecipient,
} from '../conditions.ts';
import { atMost, type Exception } from '../rule.ts';
import { noSeriousHarm, notMisused } from './harmBegun.ts';

const derived: readonly Citation[] = [gdpr(33, 1), { source: 'DSK_KP_18' }, openQuestion('Q-03')];
const context: readonly Citation[] = [recital(75), recital(76)];

const everyday = everydayData(...context, edpbCase(13));

export const boundRecipient: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/bound-recipient',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Der einzige Empfänger ist zur Verschwiegenheit verpflichtet.',
    en: 'Only a low risk: the sole recipient is bound to secrecy.',
  },
  cites: [...derived, edpbCase(9)],
  all: [
    soleBoundRecipient(edpbCase(9)),
    notSensitive(edpbCase(9)),
    deletionInWriting(edpbCase(9), { source: 'UODO_MBANK' }),
    nobodyNeedsProtection(recital(75), edpbCase(9)),
    notMisused,
    noSeriousHarm,
  ],
};

/**
 * Art. 4(5): without the list that is kept elsewhere the data identify nobody. They stay readable, so the risk is not gone as with
 * encryption; and sensitive data can give somebody away by their content (open question Q-10).
 */
export const underPseudonyms: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/under-pseudonyms',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Wer die Daten hat, kann daraus niemanden erkennen.',
    en: 'Only a low risk: whoever has the data can identify nobody by them.',
  },
  cites: [gdpr(33, 1), gdprDefinition(5), { source: 'DSK_KP_18' }, openQuestion('Q-03'), openQuestion('Q-10')],
  all: [
    atMost(
      'encryption',
      'pseudonymous',
      { de: 'Die Daten sind unlesbar oder nennen niemanden.', en: 'The data are unreadable or name nobody.' },
      [gdprDefinition(5), recital(75), openQuestion('Q-10')],
    ),
    atMost(
      'keySecret',
      'yes',
      { de: 'Die Zuordnung oder der Schlüssel ist geheim geblieben.', en: 'The list of pseudonyms or the key stayed secret.' },
      [gdprDefinition(5), edpbPara(20)],
    ),
    notSensitive(recital(75), edpbCase(9)),
    notMisused,
    noSeriousHarm,
  ],
};

export const everydayDataToKnown: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/everyday-data-to-known',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Alltägliche Daten gingen versehentlich an Bekannte.',
    en: 'Only a low risk: everyday data went to known recipients by mistake.',
  },
  cites: [...derived, edpbCase(15)],
  all: [fewKnownRecipients(edpbCase(15)), everyday, nobodyNeedsProtection(recital(75), edpbCase(15)), notMisused, noSeriousHarm],
};

export const everydayDataOfFew: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/everyday-data-of-few',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Es sind alltägliche Daten weniger Menschen, und niemand hatte Böses im Sinn.',
    en: 'Only a low risk: these are everyday data of few people, and nobody meant harm.',
  },
  cites: [...derived, { source: 'EDPB_9_2022', annexB: 'x' }],
  all: [
    atMost(
      'recipient',
      'uncontrolled',
      { de: 'Niemand hat die Daten mit Absicht an sich gebracht.', en: 'Nobody got hold of the data on purpose.' },
      [recital(76), edpbCase(8)],
    ),
    everyday,
    fewPeople(recital(75), openQuestion('Q-01')),
    notMisused,
    noSeriousHarm,
  ],
};

/** Recital 26: all means reasonably likely to be used count. Sensitive data stay out, they can give somebody away by their content. */
export const hardlyIdentifiable: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/hardly-identifiable',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Es lässt sich kaum erkennen, um wen es geht.',
    en: 'Only a low risk: it can hardly be told whom the data are about.',
  },
  cites: [...derived, gdprDefinition(1), recital(26), openQuestion('Q-33')],
  all: [
    atMost(
      'identifiability',
      'hardly',
      {
        de: 'Nur mit großem Aufwand ließe sich jemand erkennen.',
        en: 'Only with great effort could somebody be recognised.',
      },
      [gdprDefinition(1), recital(26)],
    ),
    atMost(
      'recipient',
      'uncontrolled',
      {
        de: 'Niemand hat die Daten mit Absicht an sich gebracht und wird sich die Mühe machen.',
        en: 'Nobody got hold of the data on purpose and will take that trouble.',
      },
      [recital(76), edpbCase(8)],
    ),
    notSensitive(...context),
    notMisused,
    noSeriousHarm,
  ],
};

export const everydayDataNotTaken: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/everyday-data-not-taken',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Alltägliche Daten waren zugänglich, aber niemand hat sie genommen.',
    en: 'Only a low risk: everyday data were within reach, but nobody took them.',
  },
  cites: [...derived, edpbPara(19)],
  all: [nothingWasTakenByProof(edpbPara(19), edpbCase(2)), everyday],
};

const notFelt = nobodyFeltIt(edpbPara(22), edpbPara(24));

export const missedByNobody: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/missed-by-nobody',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Die Daten fehlten eine Zeit lang, aber niemand hat es gespürt.',
    en: 'Only a low risk: the data were missing for a time, but nobody felt it.',
  },
  cites: [...derived, edpbPara(22)],
  all: [
    atMost('availability', 'restored-late', { de: 'Die Daten sind wieder da.', en: 'The data are back.' }, [
      edpbPara(24),
      openQuestion('Q-08'),
    ]),
    notFelt,
  ],
};

/** What was lost for good can still be missed one day. For health data that is no low risk, though nobody feels it today (case 12). */
export const lostButNotSensitive: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/lost-but-not-sensitive',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Die Daten sind fort, aber nicht heikel, und niemand hat es gespürt.',
    en: 'Only a low risk: the data are gone, but not sensitive, and nobody felt it.',
  },
  cites: [...derived, edpbPara(22), edpbCase(12)],
  all: [notSensitive(recital(75), edpbCase(12)), notFelt],
};

export const correctedWithMinorEffect: Exception = {
  kind: 'exception',
  id: 'art33/low-risk/corrected-with-minor-effect',
  gives: 'low',
  says: {
    de: 'Nur geringes Risiko: Die Daten sind berichtigt, die Folgen waren klein.',
    en: 'Only a low risk: the data were put right, the effect was minor.',
  },
  cites: [...derived, edpbPara(22)],
  all: [
    dataAreRightAgain(edpbPara(17), edpbPara(22)),
    atMost('effectOnPersons', 'minor', { de: 'Die Folgen für Menschen waren klein.', en: 'The effect on people was minor.' }, [
      edpbPara(22),
    ]),
  ],
};
