// Conditions that several rules share, each in its one wording. What backs it differs from rule to rule, so each rule says that itself.
import type { Citation } from '../law/sources.ts';
import { atLeast, atMost, type AtLeast, type AtMost } from './rule.ts';

export const criminalsMayHaveThem = (...cites: readonly Citation[]): AtLeast =>
  atLeast(
    'recipient',
    'criminal',
    {
      de: 'Diebe, Betrüger oder Angreifer haben die Daten oder könnten sie haben.',
      en: 'Thieves, fraudsters or attackers have the data, or may have them.',
    },
    cites,
  );

export const dataAreRightAgain = (...cites: readonly Citation[]): AtMost =>
  atMost('alteration', 'corrected', { de: 'Die Daten sind wieder richtig.', en: 'The data are right again.' }, cites);

export const deletionInWriting = (...cites: readonly Citation[]): AtMost =>
  atMost(
    'deletionConfirmed',
    'in-writing',
    { de: 'Die Löschung oder Rückgabe ist schriftlich bestätigt.', en: 'Deletion or return is confirmed in writing.' },
    cites,
  );

export const everydayData = (...cites: readonly Citation[]): AtMost =>
  atMost('sensitivity', 'everyday', { de: 'Die Daten sind alltäglich.', en: 'The data are everyday ones.' }, cites);

export const fewKnownRecipients = (...cites: readonly Citation[]): AtMost =>
  atMost(
    'recipient',
    'known',
    {
      de: 'Die Empfänger sind wenige und bekannt und erhielten die Daten aus Versehen.',
      en: 'The recipients are few and known and got the data by mistake.',
    },
    cites,
  );

export const fewPeople = (...cites: readonly Citation[]): AtMost =>
  atMost('persons', 'few', { de: 'Es sind wenige Menschen betroffen.', en: 'Few people are affected.' }, cites);

export const moreThanContactData = (...cites: readonly Citation[]): AtLeast =>
  atLeast(
    'sensitivity',
    'profile',
    { de: 'Die Daten sagen mehr aus als Kontaktdaten.', en: 'The data reveal more than contact data.' },
    cites,
  );

export const nobodyFeltIt = (...cites: readonly Citation[]): AtMost =>
  atMost('effectOnPersons', 'none', { de: 'Niemand hat etwas davon gespürt.', en: 'Nobody was affected by it.' }, cites);

export const nobodyNeedsProtection = (...cites: readonly Citation[]): AtMost =>
  atMost(
    'persons',
    'many',
    { de: 'Niemand davon braucht besonderen Schutz.', en: 'None of the people needs special protection.' },
    cites,
  );

export const notSensitive = (...cites: readonly Citation[]): AtMost =>
  atMost('sensitivity', 'profile', { de: 'Die Daten sind nicht heikel.', en: 'The data are not sensitive.' }, cites);

export const nothingWasTakenByProof = (...cites: readonly Citation[]): AtMost =>
  atMost(
    'outflow',
    'excluded',
    {
      de: 'Es ist nachgewiesen, dass niemand Daten gelesen oder mitgenommen hat.',
      en: 'It is proven that nobody read or took data.',
    },
    cites,
  );

export const outOfOurControl = (...cites: readonly Citation[]): AtLeast =>
  atLeast(
    'recipient',
    'uncontrolled',
    { de: 'Wer die Daten hat, ist nicht in unserer Hand.', en: 'Whoever has the data is out of our control.' },
    cites,
  );

export const soleBoundRecipient = (...cites: readonly Citation[]): AtMost =>
  atMost(
    'recipient',
    'bound',
    {
      de: 'Nur eine Stelle hat die Daten; sie ist zur Verschwiegenheit verpflichtet und hat den Fehler gemeldet.',
      en: 'One single recipient has the data; it is bound to secrecy and reported the mistake.',
    },
    cites,
  );
