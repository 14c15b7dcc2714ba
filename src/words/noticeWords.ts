// What a notice to an authority is, and what shows that it arrived.
import type { NoticeKind, ProofKind } from '../breach/events.ts';
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
