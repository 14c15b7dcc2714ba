// Around each of the 18 cases: one fact changed, what then comes out, and why. EDPB 01/2021 para. 14 warns that any change of the
// circumstances may change the result. A changed result that no published case supports rests on our own derivation (Q-…, see
// docs/law/open-questions.md).
import type { DutyStatus } from '../../src/rules/assess.ts';
import type { Answer, FactName, Facts } from '../../src/rules/facts.ts';

export type Neighbour = {
  readonly of: string;
  readonly fact: FactName;
  /** `undefined`: as if it had not been asked. */
  readonly answer: Answer | undefined;
  readonly notify: DutyStatus;
  /** Where Germany's reading of "unlikely risk" leads elsewhere. */
  readonly notifyInGermany?: DutyStatus;
  readonly inform: DutyStatus;
  readonly because: string;
};

const NO = 'not-owed';

export const NEIGHBOURS: readonly Neighbour[] = [
  // 01 ransomware, proper backup
  {
    of: '01',
    fact: 'keySecret',
    answer: 'no',
    notify: 'owed',
    inform: NO,
    because: 'encryption protects only with a secret key (para. 20); complete logs still rule out the high risk (cases 2, 3)',
  },
  {
    of: '01',
    fact: 'keySecret',
    answer: 'unknown',
    notify: 'owed',
    inform: NO,
    because: 'an exception nobody can prove is no exception (Q-07)',
  },
  {
    of: '01',
    fact: 'keySecret',
    answer: undefined,
    notify: 'presumed',
    inform: NO,
    because: 'as long as nobody was asked, the duty is presumed',
  },
  {
    of: '01',
    fact: 'outflow',
    answer: 'no-sign',
    notify: NO,
    inform: NO,
    because: 'ciphertext that got out cannot be read (para. 20)',
  },
  {
    of: '01',
    fact: 'availability',
    answer: 'restored-late',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'the time to restore is a key variable (para. 24); without any effect the risk is low (Q-03)',
  },
  { of: '01', fact: 'effectOnPersons', answer: 'minor', notify: 'owed', inform: NO, because: 'case 2: a small effect is a risk' },
  {
    of: '01',
    fact: 'effectOnPersons',
    answer: 'serious',
    notify: 'owed',
    inform: 'presumed',
    because: 'case 3: availability alone can be a high risk',
  },
  {
    of: '01',
    fact: 'sensitivity',
    answer: 'severe',
    notify: NO,
    inform: NO,
    because: 'what nobody can read does not matter by its kind (para. 20)',
  },
  // 02 ransomware, no proper backup
  {
    of: '02',
    fact: 'outflow',
    answer: 'no-sign',
    notify: 'owed',
    inform: 'owed',
    because: 'no sign is not proof (para. 19); then it is case 4',
  },
  { of: '02', fact: 'effectOnPersons', answer: 'serious', notify: 'owed', inform: 'owed', because: 'case 3' },
  {
    of: '02',
    fact: 'effectOnPersons',
    answer: 'none',
    notify: 'owed',
    inform: NO,
    because: 'the data were open to the attacker all the same',
  },
  {
    of: '02',
    fact: 'sensitivity',
    answer: 'severe',
    notify: 'owed',
    inform: NO,
    because: 'case 3: sensitive data, but nothing was taken (Q-04)',
  },
  // 03 ransomware, hospital
  {
    of: '03',
    fact: 'effectOnPersons',
    answer: 'minor',
    notify: 'owed',
    inform: NO,
    because: 'without harm to care it is case 2',
  },
  { of: '03', fact: 'outflow', answer: 'shown', notify: 'owed', inform: 'owed', because: 'case 4; the result stays' },
  {
    of: '03',
    fact: 'highRiskAverted',
    answer: 'yes',
    notify: 'owed',
    inform: NO,
    because: 'Art. 34(3)(b); the notice to the authority stays',
  },
  {
    of: '03',
    fact: 'personalData',
    answer: 'no',
    notify: NO,
    inform: NO,
    because: 'Art. 4(12): no personal data, no personal data breach',
  },
  // 04 ransomware with exfiltration
  {
    of: '04',
    fact: 'sensitivity',
    answer: 'everyday',
    notify: 'owed',
    inform: 'presumed',
    because: 'what is left is the loss of the data, whose effect nobody reported',
  },
  { of: '04', fact: 'highRiskAverted', answer: 'yes', notify: 'owed', inform: NO, because: 'Art. 34(3)(b)' },
  {
    of: '04',
    fact: 'outflow',
    answer: 'unknown',
    notify: 'owed',
    inform: 'owed',
    because: 'the risk of a theft without traces has to be considered (para. 19)',
  },
  // 05 job applications
  { of: '05', fact: 'outflow', answer: 'excluded', notify: 'owed', inform: NO, because: 'cases 2, 3 (Q-04)' },
  { of: '05', fact: 'sensitivity', answer: 'everyday', notify: 'owed', inform: NO, because: 'contact data alone, as in case 8' },
  {
    of: '05',
    fact: 'recipient',
    answer: 'disloyal',
    notify: 'owed',
    inform: NO,
    because: 'an insider with revealing, but not sensitive data: case 8 taken a step on (Q-06)',
  },
  {
    of: '05',
    fact: 'encryption',
    answer: 'state-of-the-art',
    notify: 'presumed',
    inform: 'presumed',
    because: 'now it hangs on the key (case 6)',
  },
  // 06 hashed passwords
  {
    of: '06',
    fact: 'keySecret',
    answer: 'no',
    notify: 'owed',
    inform: 'presumed',
    because: 'with the salt taken, weak passwords can be found',
  },
  { of: '06', fact: 'encryption', answer: 'weak', notify: 'owed', inform: 'presumed', because: 'a weak hash is no protection' },
  {
    of: '06',
    fact: 'encryption',
    answer: 'unknown',
    notify: 'owed',
    inform: 'presumed',
    because: 'an exception nobody can prove is no exception (Q-07)',
  },
  { of: '06', fact: 'keySecret', answer: undefined, notify: 'presumed', inform: 'presumed', because: 'not asked yet' },
  // 07 credential stuffing
  {
    of: '07',
    fact: 'sensitivity',
    answer: 'everyday',
    notify: 'owed',
    inform: NO,
    because: 'an attacker with contact data only: a risk (case 8)',
  },
  { of: '07', fact: 'persons', answer: 'few', notify: 'owed', inform: 'owed', because: 'one person suffices (case 17)' },
  { of: '07', fact: 'highRiskAverted', answer: 'yes', notify: 'owed', inform: NO, because: 'Art. 34(3)(b)' },
  // 08 leaver
  {
    of: '08',
    fact: 'sensitivity',
    answer: 'severe',
    notify: 'owed',
    inform: 'presumed',
    because: 'sensitive data with somebody not bound to secrecy (case 14)',
  },
  {
    of: '08',
    fact: 'recipient',
    answer: 'known',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'everyday data to known people by mistake, but many: low (Q-03)',
  },
  { of: '08', fact: 'persons', answer: 'few', notify: 'owed', inform: NO, because: 'intent weighs, not the number' },
  {
    of: '08',
    fact: 'recipient',
    answer: 'unknown',
    notify: 'owed',
    inform: NO,
    because: 'contact data with criminals are still no high risk (Q-06)',
  },
  {
    of: '08',
    fact: 'access',
    answer: 'none',
    notify: NO,
    inform: NO,
    because: 'what nobody could reach is not breached, whatever else is said of it',
  },
  {
    of: '08',
    fact: 'recipient',
    answer: 'uncontrolled',
    notify: 'owed',
    inform: NO,
    because: 'many people, and nobody knows who has the data: more than a low risk (Q-03)',
  },
  {
    of: '08',
    fact: 'outflow',
    answer: 'excluded',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'within reach, but nobody took them: low (Q-03)',
  },
  // 09 trusted third party
  {
    of: '09',
    fact: 'deletionConfirmed',
    answer: 'requested',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'all circumstances of case 9 together carry the result; one is missing',
  },
  {
    of: '09',
    fact: 'deletionConfirmed',
    answer: undefined,
    notify: 'presumed',
    notifyInGermany: NO,
    inform: NO,
    because: 'not asked yet',
  },
  {
    of: '09',
    fact: 'persons',
    answer: 'many',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'two dozen in case 9; many leave a low risk (Q-01, Q-03)',
  },
  { of: '09', fact: 'sensitivity', answer: 'severe', notify: 'owed', inform: NO, because: 'no special categories in case 9' },
  {
    of: '09',
    fact: 'recipient',
    answer: 'known',
    notify: 'owed',
    inform: NO,
    because: 'a recipient not bound to secrecy is not enough (mBank), and case 16 is notified',
  },
  // 10 encrypted tablets
  { of: '10', fact: 'encryption', answer: 'weak', notify: 'owed', inform: 'presumed', because: 'then it is case 11' },
  {
    of: '10',
    fact: 'keySecret',
    answer: 'unknown',
    notify: 'owed',
    inform: 'presumed',
    because: 'an exception nobody can prove is no exception (Q-07)',
  },
  {
    of: '10',
    fact: 'availability',
    answer: 'lost',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'without a backup the data are lost; missed by nobody the risk is low (Q-03)',
  },
  {
    of: '10',
    fact: 'sensitivity',
    answer: 'severe',
    notify: NO,
    inform: NO,
    because: 'not even children’s data count if nobody can read them',
  },
  // 11 unencrypted notebook
  {
    of: '11',
    fact: 'encryption',
    answer: 'state-of-the-art',
    notify: 'presumed',
    inform: 'presumed',
    because: 'now it hangs on the key; then it is case 10',
  },
  { of: '11', fact: 'persons', answer: 'few', notify: 'owed', inform: 'owed', because: 'one person suffices (case 17)' },
  {
    of: '11',
    fact: 'recipient',
    answer: 'uncontrolled',
    notify: 'owed',
    inform: NO,
    because: 'lost, not stolen: the finder is unknown, but no thief (Q-06)',
  },
  {
    of: '11',
    fact: 'sensitivity',
    answer: 'unknown',
    notify: 'owed',
    inform: 'owed',
    because: 'the other content of the disk could not be determined in case 11 either',
  },
  // 12 paper log book
  { of: '12', fact: 'persons', answer: 'few', notify: 'owed', inform: 'owed', because: 'one person suffices (case 17)' },
  {
    of: '12',
    fact: 'sensitivity',
    answer: 'everyday',
    notify: 'owed',
    inform: 'presumed',
    because: 'the loss is left, and its effect was not reported',
  },
  {
    of: '12',
    fact: 'highRiskAverted',
    answer: 'yes',
    notify: 'owed',
    inform: NO,
    because: 'Art. 34(3)(b), for instance the book came back sealed',
  },
  // 13 shoe orders
  { of: '13', fact: 'sensitivity', answer: 'profile', notify: 'owed', inform: NO, because: 'case 16' },
  {
    of: '13',
    fact: 'sensitivity',
    answer: 'severe',
    notify: 'owed',
    inform: 'presumed',
    because: 'sensitive data with somebody not bound to secrecy (case 14)',
  },
  {
    of: '13',
    fact: 'persons',
    answer: 'many',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'many leave a low risk (Q-03)',
  },
  {
    of: '13',
    fact: 'recipient',
    answer: 'uncontrolled',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'nobody knows who has them; low (Q-03)',
  },
  { of: '13', fact: 'recipient', answer: 'criminal', notify: 'owed', inform: NO, because: 'contact data with criminals: a risk' },
  {
    of: '13',
    fact: 'deletionConfirmed',
    answer: 'no',
    notify: NO,
    inform: NO,
    because: 'in case 13 nobody had confirmed anything',
  },
  // 14 social security numbers
  {
    of: '14',
    fact: 'sensitivity',
    answer: 'profile',
    notify: 'owed',
    inform: NO,
    because: 'the number is the driver of case 14',
  },
  {
    of: '14',
    fact: 'recipient',
    answer: 'bound',
    notify: 'owed',
    inform: NO,
    because: 'a sole recipient bound to secrecy; sensitive data still leave a risk',
  },
  { of: '14', fact: 'persons', answer: 'few', notify: 'owed', inform: 'owed', because: 'one person suffices (case 17)' },
  // 15 list of participants
  {
    of: '15',
    fact: 'persons',
    answer: 'many',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'many leave a low risk (Q-03)',
  },
  {
    of: '15',
    fact: 'sensitivity',
    answer: 'severe',
    notify: 'owed',
    inform: 'presumed',
    because: 'an illness instead of a food wish (case 14)',
  },
  {
    of: '15',
    fact: 'alteration',
    answer: 'uncorrected',
    notify: 'owed',
    inform: 'presumed',
    because: 'a second breach, of integrity, whose effect was not asked (Q-14)',
  },
  // 16 insurance letters
  { of: '16', fact: 'sensitivity', answer: 'everyday', notify: NO, inform: NO, because: 'case 13' },
  {
    of: '16',
    fact: 'recipient',
    answer: 'bound',
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
    because: 'case 9 without the written confirmation (Q-03)',
  },
  {
    of: '16',
    fact: 'sensitivity',
    answer: 'severe',
    notify: 'owed',
    inform: 'presumed',
    because: 'no health or bank data in case 16',
  },
  // 17 identity theft
  { of: '17', fact: 'persons', answer: 'many', notify: 'owed', inform: 'owed', because: 'more people make it no milder' },
  {
    of: '17',
    fact: 'sensitivity',
    answer: 'everyday',
    notify: 'owed',
    inform: NO,
    because: 'the billing data are the driver of case 17',
  },
  { of: '17', fact: 'highRiskAverted', answer: 'yes', notify: 'owed', inform: NO, because: 'Art. 34(3)(b)' },
  { of: '17', fact: 'effectOnPersons', answer: 'serious', notify: 'owed', inform: 'owed', because: 'the result stays' },
  // 18 mail accounts
  {
    of: '18',
    fact: 'sensitivity',
    answer: 'everyday',
    notify: 'owed',
    inform: 'presumed',
    because: 'what is left is the altered bank account, whose effect was not asked',
  },
  {
    of: '18',
    fact: 'sensitivity',
    answer: 'profile',
    notify: 'owed',
    inform: 'owed',
    because: 'revealing data with criminals (cases 5, 11)',
  },
  {
    of: '18',
    fact: 'outflow',
    answer: 'excluded',
    notify: 'owed',
    inform: 'presumed',
    because: 'then only the altered data are left',
  },
];

/** Mishaps that no published case comes near, by our own derivation. */
export type OwnExample = {
  readonly title: string;
  readonly facts: Facts;
  readonly notify: DutyStatus;
  readonly notifyInGermany?: DutyStatus;
  readonly inform: DutyStatus;
};

const quiet: Facts = { personalData: 'yes', access: 'none', availability: 'unaffected', alteration: 'none' };

export const OWN_EXAMPLES: readonly OwnExample[] = [
  { title: 'nothing happened', facts: quiet, notify: NO, inform: NO },
  {
    title: 'records mixed up and put right, nobody noticed (Q-14)',
    facts: { ...quiet, alteration: 'corrected', effectOnPersons: 'none' },
    notify: NO,
    inform: NO,
  },
  {
    title: 'records mixed up and put right after a query (Q-03, Q-14)',
    facts: { ...quiet, alteration: 'corrected', effectOnPersons: 'minor' },
    notify: 'owed',
    notifyInGermany: NO,
    inform: NO,
  },
  {
    title: 'records still wrong, nobody noticed yet (Q-14)',
    facts: { ...quiet, alteration: 'uncorrected', effectOnPersons: 'none' },
    notify: 'owed',
    inform: NO,
  },
  {
    title: 'records still wrong, with small effects (Q-14)',
    facts: { ...quiet, alteration: 'uncorrected', effectOnPersons: 'minor' },
    notify: 'owed',
    inform: NO,
  },
  {
    title: 'pay went to the wrong accounts (recital 75, Q-14)',
    facts: { ...quiet, alteration: 'corrected', effectOnPersons: 'serious', highRiskAverted: 'no' },
    notify: 'owed',
    inform: 'owed',
  },
  {
    title: 'a power cut of minutes (Guidelines 9/2022, Annex B, iii)',
    facts: { ...quiet, availability: 'restored-in-time', effectOnPersons: 'none' },
    notify: NO,
    inform: NO,
  },
  {
    title: 'hospital records gone for 30 hours (Guidelines 9/2022, Annex B, viii)',
    facts: { ...quiet, availability: 'restored-late', effectOnPersons: 'serious', highRiskAverted: 'no' },
    notify: 'owed',
    inform: 'owed',
  },
];
