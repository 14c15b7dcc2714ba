// Answers that cannot all be true. Each pair says what does not fit and which answer to look at again. Nothing is changed here and
// nothing is lost: whoever gave the answers mends them.
//
// Deliberately few: only what cannot be, whatever the incident. What is merely odd is left to people.
import type { Text } from '../law/sources.ts';
import type { DataSet, FactSheet } from './factSheet.ts';
import type { Instant } from './instant.ts';
import { FACTS, type FactName, type Facts } from './vocabulary.ts';

/** `paths`: the places of the answers (`incident.personalData`, `dataSets[0].facts.access`) or the names of the times. */
export type Contradiction = { readonly paths: readonly string[]; readonly says: Text };

/** Between answers about one data set. `plainly` is for people who saw the questions and not the names of the facts. */
export type ContradictingAnswers = Contradiction & { readonly dataSet: string; readonly plainly: Text };

/** `says` names the facts as a file does, with the way out. `plainly` says in one sentence what does not fit. */
type Sentences = { readonly says: Text; readonly plainly: Text };

type Pattern = Sentences & {
  /** All of these facts have one of these answers. */
  readonly when: Readonly<Partial<Record<FactName, readonly string[]>>>;
};

const NO_PERSONAL_DATA: Sentences = {
  says: {
    de: 'Angegeben ist, dass es nicht um Daten über Menschen geht; hier geht es aber um Menschen. Geht es doch um sie, ändern Sie „personalData“ auf „yes“, sonst lassen Sie diese Angabe weg.',
    en: 'It says that no data about people are involved, but this is about people. If they are involved after all, change “personalData” to “yes”, else leave this answer out.',
  },
  plainly: {
    de: 'Es soll nicht um Daten über Menschen gehen, eine andere Angabe spricht aber von Menschen.',
    en: 'No data about people are said to be involved, but another answer is about people.',
  },
};
const NOBODY_COULD: Sentences = {
  says: {
    de: 'Angegeben ist, dass niemand an die Daten gelangen konnte, und zugleich, dass sie gelesen, mitgenommen oder missbraucht wurden. Ändern Sie „access“ auf „happened“, oder berichtigen Sie „outflow“.',
    en: 'It says that nobody could get at the data, and also that they were read, taken or misused. Change “access” to “happened”, or correct “outflow”.',
  },
  plainly: {
    de: 'Niemand soll an die Daten gelangt sein, und doch wurden sie gelesen, mitgenommen oder missbraucht.',
    en: 'Nobody is said to have got at the data, and yet they were read, taken or misused.',
  },
};

const PATTERNS: readonly Pattern[] = [
  { when: { personalData: ['no'], sensitivity: ['profile', 'severe'] }, ...NO_PERSONAL_DATA },
  { when: { personalData: ['no'], persons: ['vulnerable'] }, ...NO_PERSONAL_DATA },
  { when: { personalData: ['no'], effectOnPersons: ['minor', 'serious', 'lasting'] }, ...NO_PERSONAL_DATA },
  { when: { personalData: ['no'], identifiability: ['indirectly', 'directly'] }, ...NO_PERSONAL_DATA },
  { when: { personalData: ['no'], authorityOrder: ['inform'] }, ...NO_PERSONAL_DATA },
  { when: { access: ['none'], outflow: ['shown', 'misused'] }, ...NOBODY_COULD },
  {
    when: { encryption: ['none'], keySecret: ['yes'] },
    says: {
      de: 'Angegeben ist, dass die Daten nicht verschlüsselt waren, und zugleich, dass der Schlüssel geheim blieb. Ohne Verschlüsselung gibt es keinen Schlüssel: Berichtigen Sie „encryption“, oder lassen Sie „keySecret“ weg.',
      en: 'It says that the data were not encrypted, and also that the key stayed secret. Without encryption there is no key: correct “encryption”, or leave “keySecret” out.',
    },
    plainly: {
      de: 'Die Daten sollen nicht verschlüsselt gewesen sein, und doch soll der Schlüssel geheim geblieben sein.',
      en: 'The data are said not to have been encrypted, and yet the key is said to have stayed secret.',
    },
  },
  {
    when: { encryption: ['state-of-the-art'], keySecret: ['yes'], outflow: ['misused'] },
    says: {
      de: 'Angegeben ist, dass die Daten missbraucht wurden, und zugleich, dass sie niemand lesen konnte. Wurden sie missbraucht, war die Verschlüsselung zu schwach („encryption“) oder der Schlüssel nicht geheim („keySecret“).',
      en: 'It says that the data were misused, and also that nobody could read them. If they were misused, the encryption was too weak (“encryption”) or the key was not secret (“keySecret”).',
    },
    plainly: {
      de: 'Niemand soll die Daten lesen können, und doch wurden sie missbraucht.',
      en: 'Nobody is said to be able to read the data, and yet they were misused.',
    },
  },
  {
    when: { encryption: ['pseudonymous'], keySecret: ['yes'], outflow: ['misused'] },
    says: {
      de: 'Angegeben ist, dass die Daten missbraucht wurden, und zugleich, dass sie unter Pseudonymen standen und niemand die Zuordnung hat. Wurden sie missbraucht, kam jemand an die Zuordnung („keySecret“), oder die Pseudonyme schützten nicht („encryption“); sonst berichtigen Sie „outflow“.',
      en: 'It says that the data were misused, and also that they stood under pseudonyms and nobody has the list. If they were misused, somebody got at the list (“keySecret”), or the pseudonyms gave no protection (“encryption”); else correct “outflow”.',
    },
    plainly: {
      de: 'Die Pseudonyme sollen gehalten haben, und doch wurden die Daten missbraucht.',
      en: 'The pseudonyms are said to have held, and yet the data were misused.',
    },
  },
  {
    when: { recipient: ['bound'], outflow: ['misused'] },
    says: {
      de: 'Angegeben ist, dass nur eine schweigepflichtige Stelle die Daten hat, und zugleich, dass sie missbraucht wurden. Wer sie missbraucht, ist nicht vertrauenswürdig, oder noch jemand hat sie: Ändern Sie „recipient“, oder berichtigen Sie „outflow“.',
      en: 'It says that only one recipient bound to secrecy has the data, and also that they were misused. Whoever misuses them cannot be trusted, or somebody else has them too: change “recipient”, or correct “outflow”.',
    },
    plainly: {
      de: 'Nur eine vertrauenswürdige Stelle soll die Daten haben, und doch wurden sie missbraucht.',
      en: 'Only somebody who can be trusted is said to have the data, and yet they were misused.',
    },
  },
  {
    when: { access: ['none'], recipient: ['known', 'uncontrolled', 'disloyal', 'criminal'] },
    says: {
      de: 'Angegeben ist, dass niemand an die Daten gelangen konnte, und zugleich, wer sie hat oder haben könnte. Ändern Sie „access“ auf „possible“ oder „happened“, oder lassen Sie „recipient“ weg.',
      en: 'It says that nobody could get at the data, and also who has them or may have them. Change “access” to “possible” or “happened”, or leave “recipient” out.',
    },
    plainly: {
      de: 'Niemand soll an die Daten gelangt sein, und doch ist angegeben, wer sie haben könnte.',
      en: 'Nobody is said to have got at the data, and yet it is said who may have them.',
    },
  },
  {
    when: { highRiskAverted: ['yes'], outflow: ['misused'] },
    says: {
      de: 'Angegeben ist, dass das hohe Risiko beseitigt ist, und zugleich, dass die Daten missbraucht wurden. Was schon eingetreten ist, lässt sich nicht mehr abwenden: Setzen Sie „highRiskAverted“ auf „no“, oder berichtigen Sie „outflow“.',
      en: 'It says that the high risk is gone, and also that the data were misused. What has come true can no longer be averted: set “highRiskAverted” to “no”, or correct “outflow”.',
    },
    plainly: {
      de: 'Das hohe Risiko soll beseitigt sein, und doch wurden die Daten schon missbraucht.',
      en: 'The high risk is said to be gone, and yet the data have been misused already.',
    },
  },
  {
    when: {
      access: ['none'],
      availability: ['unaffected'],
      alteration: ['none'],
      effectOnPersons: ['minor', 'serious', 'lasting'],
    },
    says: {
      de: 'Angegeben sind Folgen für Menschen; an die Daten kam aber niemand, sie fehlten nicht und wurden nicht verändert. Berichtigen Sie „access“, „availability“ oder „alteration“, oder setzen Sie „effectOnPersons“ auf „none“.',
      en: 'It names effects on people, but nobody got at the data, and they were neither missing nor changed. Correct “access”, “availability” or “alteration”, or set “effectOnPersons” to “none”.',
    },
    plainly: {
      de: 'Den Daten soll nichts geschehen sein, und doch bekamen Menschen es zu spüren.',
      en: 'Nothing is said to have happened to the data, and yet people felt it.',
    },
  },
  {
    when: { exceptionToInforming: ['none'], highRiskAverted: ['yes'] },
    says: {
      de: 'Angegeben ist, dass das hohe Risiko beseitigt ist, und zugleich, dass keine Ausnahme gilt. Ist es beseitigt, setzen Sie „exceptionToInforming“ auf „averted“, sonst „highRiskAverted“ auf „no“.',
      en: 'It says that the high risk is gone, and also that no exception applies. If it is gone, set “exceptionToInforming” to “averted”, else “highRiskAverted” to “no”.',
    },
    plainly: {
      de: 'Das hohe Risiko soll beseitigt sein, und doch soll nichts gegen die Benachrichtigung sprechen.',
      en: 'The high risk is said to be gone, and yet nothing is said to speak against informing people.',
    },
  },
  {
    when: { exceptionToInforming: ['none'], secrecyWeighing: ['secrecy'] },
    says: {
      de: 'Angegeben ist, dass eine Geheimhaltungspflicht überwiegt, und zugleich, dass nichts gegen die Benachrichtigung spricht. Setzen Sie „exceptionToInforming“ auf „secrecy“, oder „secrecyWeighing“ auf „person“.',
      en: 'It says that a duty of secrecy prevails, and also that nothing speaks against informing people. Set “exceptionToInforming” to “secrecy”, or “secrecyWeighing” to “person”.',
    },
    plainly: {
      de: 'Eine Geheimhaltungspflicht soll überwiegen, und doch soll nichts gegen die Benachrichtigung sprechen.',
      en: 'A duty of secrecy is said to prevail, and yet nothing is said to speak against informing people.',
    },
  },
];

const namesOf = ({ when }: Pattern): readonly FactName[] => Object.keys(when) as FactName[];

function contradictionsOf(incident: Facts, { id, facts }: DataSet, at: number): readonly ContradictingAnswers[] {
  const answerTo = (name: FactName) => (FACTS[name].scope === 'incident' ? incident[name] : facts[name]);
  const pathOf = (name: FactName) => (FACTS[name].scope === 'incident' ? `incident.${name}` : `dataSets[${at}].facts.${name}`);
  return PATTERNS.filter((pattern) =>
    namesOf(pattern).every((name) => {
      const answer = answerTo(name);
      return answer !== undefined && pattern.when[name]?.includes(answer) === true;
    }),
  ).map((pattern) => ({ paths: namesOf(pattern).map(pathOf), says: pattern.says, plainly: pattern.plainly, dataSet: id }));
}

/** What the sheet says that cannot all be true, data set by data set; empty when nothing contradicts. */
export const contradictions = ({ incident, dataSets }: FactSheet): readonly ContradictingAnswers[] =>
  dataSets.flatMap((dataSet, at) => contradictionsOf(incident, dataSet, at));

/** The moments of an incident, as far as they are known. */
export type NamedTimes = {
  readonly occurredAt?: Instant | undefined;
  readonly noticedAt?: Instant | undefined;
  readonly awareAt?: Instant | undefined;
};

const isBefore = (one: Instant | undefined, other: Instant | undefined): boolean =>
  one !== undefined && other !== undefined && Date.parse(one) < Date.parse(other);

/** Nobody notices or knows of a breach before it happened. It may be known before it was noticed here: a processor or a letter says so. */
export function contradictoryTimes({ occurredAt, noticedAt, awareAt }: NamedTimes): readonly Contradiction[] {
  const noticedTooEarly: Contradiction = {
    paths: ['occurredAt', 'noticedAt'],
    says: {
      de: 'Bemerkt wurde der Vorfall, bevor er geschehen ist. Prüfen Sie Tag, Uhrzeit und Zeitzone beider Angaben; begann er früher, nennen Sie den früheren Zeitpunkt.',
      en: 'The incident was noticed before it happened. Check day, time and time zone of both; if it began earlier, name the earlier moment.',
    },
  };
  const awareTooEarly: Contradiction = {
    paths: ['occurredAt', 'awareAt'],
    says: {
      de: 'Die Kenntnis liegt vor dem Vorfall. Prüfen Sie Tag, Uhrzeit und Zeitzone beider Angaben; begann er früher, nennen Sie den früheren Zeitpunkt.',
      en: 'Awareness lies before the incident. Check day, time and time zone of both; if it began earlier, name the earlier moment.',
    },
  };
  return [
    ...(isBefore(noticedAt, occurredAt) ? [noticedTooEarly] : []),
    ...(isBefore(awareAt, occurredAt) ? [awareTooEarly] : []),
  ];
}
