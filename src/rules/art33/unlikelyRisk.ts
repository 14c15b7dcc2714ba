// Art. 33(1) GDPR: notify the authority, *unless* the breach is unlikely to result in a risk. This file holds the general rule of
// each area and our reading of that "unless". Whoever relies on an exception has to prove it (Art. 5(2)).
// Limits: the EDPB ties each result to the facts of its case and warns that any change can change it (01/2021 para. 14).
import { edpbCase, edpbPara, gdpr, openQuestion, recital } from '../../law/sources.ts';
import {
  dataAreRightAgain,
  deletionInWriting,
  everydayData,
  fewKnownRecipients,
  fewPeople,
  nobodyFeltIt,
  notSensitive,
  soleBoundRecipient,
} from '../conditions.ts';
import { atMost, type Exception, type General } from '../rule.ts';
import { noSeriousHarm, notMisused } from './harmBegun.ts';

const unless33 = gdpr(33, 1);

const presumed = (id: string, de: string, en: string): General & { readonly gives: 'risk' } => ({
  kind: 'general',
  id: `art33/${id}`,
  gives: 'risk',
  says: { de, en },
  cites: [unless33, recital(85), openQuestion('Q-07')],
});

export const confidentialityRisk = presumed(
  'confidentiality-risk',
  'Wenn Daten in fremde Hände geraten, ist von einem Risiko auszugehen, solange keine Ausnahme belegt ist.',
  'When data come into other hands, a risk is assumed as long as no exception is proven.',
);
export const availabilityRisk = presumed(
  'availability-risk',
  'Wenn Daten fehlen, ist von einem Risiko auszugehen, solange keine Ausnahme belegt ist.',
  'When data are missing, a risk is assumed as long as no exception is proven.',
);
export const integrityRisk = presumed(
  'integrity-risk',
  'Wenn Daten verfälscht sind, ist von einem Risiko auszugehen, solange keine Ausnahme belegt ist.',
  'When data are falsified, a risk is assumed as long as no exception is proven.',
);

/** Also the measure of Art. 34(3)(a): nobody without the right can make sense of the data. */
export const unintelligible: Exception = {
  kind: 'exception',
  id: 'art33/unlikely-risk/unintelligible',
  gives: 'unlikely',
  says: { de: 'Ausnahme: Fremde können die Daten nicht lesen.', en: 'Exception: outsiders cannot read the data.' },
  cites: [unless33, gdpr(34, 3, 'a'), edpbCase(1), edpbCase(6), edpbCase(10)],
  all: [
    atMost(
      'encryption',
      'state-of-the-art',
      {
        de: 'Die Daten sind nach dem Stand der Technik verschlüsselt.',
        en: 'The data are encrypted with state-of-the-art means.',
      },
      [edpbPara(20), edpbCase(6), openQuestion('Q-10')],
    ),
    atMost('keySecret', 'yes', { de: 'Der Schlüssel ist geheim geblieben.', en: 'The key stayed secret.' }, [
      edpbPara(20),
      edpbCase(6),
    ]),
    // Whoever could misuse the data could read them.
    notMisused,
  ],
};

export const trustedRecipient: Exception = {
  kind: 'exception',
  id: 'art33/unlikely-risk/trusted-recipient',
  gives: 'unlikely',
  says: { de: 'Ausnahme: Der Empfänger ist vertrauenswürdig.', en: 'Exception: the recipient can be trusted.' },
  cites: [unless33, edpbCase(9)],
  all: [
    soleBoundRecipient(edpbCase(9), { source: 'UODO_MBANK' }),
    deletionInWriting(edpbCase(9)),
    notSensitive(edpbCase(9)),
    fewPeople(edpbCase(9), openQuestion('Q-01')),
    notMisused,
    noSeriousHarm,
  ],
};

export const trivialMistake: Exception = {
  kind: 'exception',
  id: 'art33/unlikely-risk/trivial-mistake',
  gives: 'unlikely',
  says: {
    de: 'Ausnahme: Alltägliche Daten weniger Menschen gingen versehentlich an Bekannte.',
    en: 'Exception: everyday data of few people went to known recipients by mistake.',
  },
  cites: [unless33, edpbCase(13), edpbCase(15)],
  all: [
    fewKnownRecipients(edpbCase(13), edpbCase(15)),
    everydayData(edpbCase(13), edpbCase(15)),
    fewPeople(edpbCase(13), edpbCase(15), openQuestion('Q-01')),
    notMisused,
    noSeriousHarm,
  ],
};

const noEffect = nobodyFeltIt(edpbPara(22));

export const restoredInTime: Exception = {
  kind: 'exception',
  id: 'art33/unlikely-risk/restored-in-time',
  gives: 'unlikely',
  says: { de: 'Ausnahme: Die Daten waren rechtzeitig wieder da.', en: 'Exception: the data were back in time.' },
  cites: [unless33, edpbPara(21), edpbPara(24), edpbPara(25)],
  all: [
    atMost(
      'availability',
      'restored-in-time',
      { de: 'Die Daten waren bald wieder verfügbar.', en: 'The data were soon available again.' },
      [edpbPara(21), edpbPara(24), openQuestion('Q-08')],
    ),
    noEffect,
  ],
};

/** Derived from case 1, where the malware also altered the data and the restored copy was right (para. 17). */
export const correctedWithoutEffect: Exception = {
  kind: 'exception',
  id: 'art33/unlikely-risk/corrected-without-effect',
  gives: 'unlikely',
  says: { de: 'Ausnahme: Die Daten sind berichtigt, ohne Folgen.', en: 'Exception: the data were put right, without effect.' },
  cites: [unless33, edpbPara(17), edpbPara(22), openQuestion('Q-14')],
  all: [dataAreRightAgain(edpbPara(17), edpbPara(21)), noEffect],
};
