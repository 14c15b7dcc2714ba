// What a notice to an authority is, and what shows that it arrived.
import type { GroupCount, NoticeKind, ProofKind } from '../breach/events.ts';
import type { PersonGroup } from '../breach/noticeFields.ts';
import type { Text } from '../law/sources.ts';

const words = (de: string, en: string): Text => ({ de, en });

export const NOTICE_KIND_WORDS: Readonly<Record<NoticeKind, Text>> = {
  first: words('Erste Meldung', 'First notice'),
  'follow-up': words('Folgemeldung', 'Follow-up notice'),
  final: words('Abschließende Meldung', 'Final notice'),
  correction: words('Berichtigung', 'Correction'),
  withdrawal: words('Rücknahme', 'Withdrawal'),
};

export const PROOF_WORDS: Readonly<Record<ProofKind, Text>> = {
  'file-number': words('Aktenzeichen der Behörde', 'file number of the authority'),
  'mail-with-code': words('E-Mail mit dem Code', 'e-mail with the code'),
  'pdf-receipt': words('PDF der Behörde', 'PDF of the authority'),
  confirmation: words('Bestätigung mit Kennung', 'confirmation with an ID'),
  'own-copy': words('eigene Kopie mit Zeit', 'own copy with the time'),
  postal: words('Einlieferungs- oder Sendebeleg', 'proof of posting'),
};

/** Said of a proof that the authority in question is known to give. */
export const GIVEN_HERE = words('gibt diese Behörde', 'given by this authority');

export const GROUP_COUNT_WORDS: Readonly<Record<GroupCount, Text>> = {
  exact: words('genau', 'exactly'),
  approximate: words('ungefähr', 'about'),
  'not-determinable': words('nicht bestimmbar', 'cannot be determined'),
  'to-be-determined': words('wird noch ermittelt', 'to be determined'),
  'not-concerned': words('nicht betroffen', 'not concerned'),
};

export const GROUP_WORDS: Readonly<Record<PersonGroup, Text>> = {
  customers: words('Kundinnen und Kunden', 'customers'),
  employees: words('Beschäftigte', 'employees'),
  minors: words('Minderjährige', 'minors'),
  patients: words('Patientinnen und Patienten', 'patients'),
  students: words('Schüler und Studierende', 'students'),
  subscribers: words('Abonnenten', 'subscribers'),
  users: words('Nutzerinnen und Nutzer', 'users'),
  applicants: words('Bewerberinnen und Bewerber', 'applicants'),
  members: words('Mitglieder', 'members'),
  'law-enforcement': words('Angehörige von Militär oder Polizei', 'military or law enforcement'),
  vulnerable: words('besonders Schutzbedürftige', 'vulnerable people'),
  'mailbox-owners': words('Inhaber der Postfächer', 'owners of the mailboxes'),
  'persons-in-mails': words('Personen in den E-Mails', 'persons in the mails'),
  'recipients-of-wave': words('Empfänger der Phishing-Welle', 'recipients of the phishing wave'),
  other: words('andere', 'others'),
};
