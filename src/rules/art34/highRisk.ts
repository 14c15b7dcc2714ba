// Art. 34(1) GDPR: inform the persons when the breach is likely to result in a *high* risk. What is high is read off the nine published
// cases that end in informing people, and their neighbours that do not.
// Limits: a number of persons is nowhere a threshold here; one person suffices (case 17).
import { edpbCase, edpbPara, gdpr, openQuestion, recital } from '../../law/sources.ts';
import { hardlyIdentifiable, underPseudonyms } from '../art33/lowRisk.ts';
import type { Statement } from '../art33/notify.ts';
import { unintelligible } from '../art33/unlikelyRisk.ts';
import { criminalsMayHaveThem, moreThanContactData, nothingWasTakenByProof, outOfOurControl } from '../conditions.ts';
import { atLeast, atMost, type Aggravation, type Exception } from '../rule.ts';

const high34 = gdpr(34, 1);

export const informPersons: Statement = {
  id: 'art34/inform',
  says: {
    de: 'Ist ein hohes Risiko zu erwarten, sind die betroffenen Menschen unverzüglich zu benachrichtigen.',
    en: 'Where a high risk is likely, the people concerned have to be informed without undue delay.',
  },
  cites: [gdpr(34, 1)],
};

/** Cases 2 and 3: an extortionist was in the system, and the logs show that nothing was taken. What is left is a risk, not a high one. */
export const nothingTaken: Exception = {
  kind: 'exception',
  id: 'art34/high-risk/nothing-taken',
  gives: 'risk',
  says: {
    de: 'Kein hohes Risiko daraus: Es ist nachgewiesen, dass nichts genommen wurde.',
    en: 'No high risk from this: it is proven that nothing was taken.',
  },
  cites: [high34, edpbCase(2), edpbCase(3), openQuestion('Q-04')],
  all: [nothingWasTakenByProof(edpbPara(19), edpbCase(2), edpbCase(3))],
};

/**
 * Case 2 again: the logs are complete and show no outflow, which is less than proof (para. 19). For data that are not sensitive what is
 * left is a risk, not a high one; sensitive data, and people in need of protection, need the proof (open question Q-04).
 */
const noSignInCompleteLogs: Exception = {
  kind: 'exception',
  id: 'art34/high-risk/no-sign-in-complete-logs',
  gives: 'risk',
  says: {
    de: 'Kein hohes Risiko daraus: Vollständige Protokolle zeigen keinen Abfluss.',
    en: 'No high risk from this: complete logs show no outflow.',
  },
  cites: [high34, edpbCase(2), openQuestion('Q-04')],
  all: [
    atMost(
      'outflow',
      'no-sign-logged',
      {
        de: 'Die Protokolle sind vollständig und zeigen keinen Abfluss.',
        en: 'The logs are complete and show no outflow.',
      },
      [edpbPara(19), edpbCase(2)],
    ),
  ],
};

export const criminalHands: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/criminal-hands',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Aussagekräftige Daten sind bei Kriminellen.',
    en: 'High risk: revealing data are with criminals.',
  },
  cites: [high34, recital(76), edpbCase(5), edpbCase(11), openQuestion('Q-06')],
  all: [criminalsMayHaveThem(edpbCase(4), edpbCase(5), edpbCase(11)), moreThanContactData(edpbCase(5), edpbCase(11))],
  unless: [unintelligible, underPseudonyms, nothingTaken, noSignInCompleteLogs],
};

export const sensitiveData: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/sensitive-data',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Heikle Daten sind bei Personen, die nicht zur Verschwiegenheit verpflichtet sind.',
    en: 'High risk: sensitive data are with people who are not bound to secrecy.',
  },
  cites: [high34, recital(75), edpbCase(12), edpbCase(14), edpbCase(17)],
  all: [
    atLeast(
      'recipient',
      'known',
      {
        de: 'Wer die Daten hat, ist nicht zur Verschwiegenheit verpflichtet.',
        en: 'Whoever has the data is not bound to secrecy.',
      },
      [edpbCase(14), { source: 'UODO_MBANK' }],
    ),
    atLeast('sensitivity', 'severe', { de: 'Die Daten sind heikel.', en: 'The data are sensitive.' }, [
      recital(75),
      edpbCase(12),
      edpbCase(14),
      edpbCase(17),
      openQuestion('Q-05'),
    ]),
  ],
  unless: [unintelligible, nothingTaken],
};

/** The harm of recital 75 has begun. Everyday data stay out: in case 8 a leaver used them, and nobody had to be informed. */
export const alreadyMisused: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/already-misused',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Aussagekräftige Daten sind schon missbraucht worden.',
    en: 'High risk: revealing data have been misused already.',
  },
  cites: [high34, recital(75), openQuestion('Q-06')],
  all: [
    outOfOurControl(recital(76), edpbCase(8)),
    moreThanContactData(edpbCase(5), edpbCase(8)),
    atLeast('outflow', 'misused', { de: 'Die Daten wurden schon missbraucht.', en: 'The data have been misused already.' }, [
      recital(75),
      recital(76),
    ]),
  ],
  // Neither encryption nor pseudonyms kept anybody from it.
  unless: [],
};

/** The list of recital 75, as far as data in other hands bring it. Data nobody could read or take do no harm that way. */
export const harmThreatens: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/harm-threatens',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Menschen drohen ernste Folgen daraus, dass andere ihre Daten kennen.',
    en: 'High risk: serious harm threatens people because others know their data.',
  },
  cites: [high34, recital(75), recital(85), openQuestion('Q-33')],
  all: [
    atLeast(
      'effectOnPersons',
      'serious',
      {
        de: 'Für Menschen hat das ernste Folgen, oder sie sind zu erwarten.',
        en: 'The effect on people is serious, or will be.',
      },
      [recital(75), edpbCase(17)],
    ),
  ],
  unless: [unintelligible, nothingTaken],
};

const revealingAndOut = [outOfOurControl(recital(76), edpbCase(14)), moreThanContactData(recital(75), edpbCase(5))] as const;

/** In case 5 the code on the website was found after a month. That it takes weeks is our own derivation (open question Q-33). */
export const longExposed: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/long-exposed',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Aussagekräftige Daten lagen lange offen.',
    en: 'High risk: revealing data lay open for long.',
  },
  cites: [high34, recital(76), edpbCase(5), openQuestion('Q-33')],
  all: [
    ...revealingAndOut,
    atLeast(
      'duration',
      'weeks',
      {
        de: 'Fremde konnten wochenlang an die Daten, oder können es noch.',
        en: 'Outsiders could reach the data for weeks, or still can.',
      },
      [recital(76), edpbCase(5)],
    ),
  ],
  unless: [unintelligible, underPseudonyms, hardlyIdentifiable, nothingTaken, noSignInCompleteLogs],
};

/** Recital 75 names large amounts of data; in case 18 the full pay slips weighed more than one month's wage. */
export const muchAboutEach: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/much-about-each',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Fremde können sich ein Bild der Menschen machen.',
    en: 'High risk: outsiders can form a picture of the people.',
  },
  cites: [high34, recital(75), openQuestion('Q-33')],
  all: [
    ...revealingAndOut,
    atLeast('volume', 'much', { de: 'Über jeden Einzelnen steht viel darin.', en: 'They say much about each person.' }, [
      recital(75),
      edpbCase(18),
    ]),
  ],
  unless: [unintelligible, underPseudonyms, hardlyIdentifiable, nothingTaken, noSignInCompleteLogs],
};

/** No published case turns on falsified data alone; for integrity the rule is derived from case 3 and recital 75 (open question Q-14). */
export const peopleSuffer: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/people-suffer',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Menschen leiden darunter, dass Daten fehlen oder falsch sind.',
    en: 'High risk: people suffer because data are missing or wrong.',
  },
  cites: [high34, edpbCase(3), openQuestion('Q-14')],
  all: [
    atLeast('effectOnPersons', 'serious', { de: 'Für Menschen hat das ernste Folgen.', en: 'The effect on people is serious.' }, [
      recital(75),
      edpbCase(3),
    ]),
  ],
  unless: [],
};
