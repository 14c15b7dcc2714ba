// Art. 34(1) GDPR with recital 75: data of vulnerable natural persons, in particular of children. Two rules, both our own derivation
// (open question Q-06): no published case ends otherwise because of who the people are. Unreadable data of children need nothing
// (case 10), and a list of participants is trivial only because nobody on it has a protected identity (case 15).
import { edpbCase, gdpr, openQuestion, recital } from '../../law/sources.ts';
import { hardlyIdentifiable, underPseudonyms } from '../art33/lowRisk.ts';
import { unintelligible } from '../art33/unlikelyRisk.ts';
import { criminalsMayHaveThem, moreThanContactData, outOfOurControl } from '../conditions.ts';
import { atLeast, type Aggravation } from '../rule.ts';
import { nothingTaken } from './highRisk.ts';

const needProtection = atLeast(
  'persons',
  'vulnerable',
  {
    de: 'Betroffen sind auch Menschen, die besonderen Schutz brauchen.',
    en: 'People in need of special protection are among those affected.',
  },
  [recital(75), edpbCase(15)],
);

export const vulnerablePeople: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/vulnerable-people',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Aussagekräftige Daten Schutzbedürftiger sind außer Kontrolle.',
    en: 'High risk: revealing data of people in need of protection are out of control.',
  },
  cites: [gdpr(34, 1), recital(75), openQuestion('Q-06')],
  all: [outOfOurControl(recital(76), edpbCase(14)), moreThanContactData(recital(75), edpbCase(10)), needProtection],
  unless: [unintelligible, underPseudonyms, hardlyIdentifiable, nothingTaken],
};

/** An address that has to stay secret is all a pursuer needs. */
export const hiddenPeople: Aggravation = {
  kind: 'aggravation',
  id: 'art34/high-risk/hidden-people',
  gives: 'high',
  says: {
    de: 'Hohes Risiko: Kriminelle wissen, wo Schutzbedürftige zu finden sind.',
    en: 'High risk: criminals know where to find people in need of protection.',
  },
  cites: [gdpr(34, 1), recital(75), openQuestion('Q-06')],
  all: [criminalsMayHaveThem(recital(76), edpbCase(11)), needProtection],
  unless: [unintelligible, underPseudonyms, nothingTaken],
};
