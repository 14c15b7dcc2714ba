import type { StoredEntry } from '../ports.ts';
import { canonicalJson } from './canonicalJson.ts';

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. The core has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/** What stands before the first entry of a case. */
export const NO_ENTRY = '0';

/** Raised when what the hash covers changes; a checker then knows which reading to use. */
const ENTRY_FORMAT = 1;

/**
 * The hash that chains one entry to the one before it. It covers who, when and which command, and of the content only its
 * digest: so the content can one day lie elsewhere, or be erased, and the chain still holds.
 */
export function entryHash(entry: Omit<StoredEntry, 'hash'>, previous: string, sha256: Sha256): string {
  const { caseId, sequence, commandId, at, by, events } = entry;
  const content = sha256(canonicalJson(events));
  return sha256(canonicalJson({ format: ENTRY_FORMAT, caseId, sequence, commandId, at, by, content, previous }));
}
