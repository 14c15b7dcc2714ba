import type { Key, MasterKey } from '../../src/register/cryptography.ts';
import { nodeCryptography } from './nodeCryptography.ts';

const FINGERPRINT_DIGITS = 16;
const FINGERPRINT_TEXT = 'Fristwacht master key';
/** 43 characters of base64 or base64url say 32 bytes; a `=` may stand behind them. */
const WRITTEN_KEY = /^[\w+/-]{43}=?$/;

/** The key as an operator writes it: 32 bytes as base64 or base64url. Undefined where it is anything else. */
export function readKey(written: string): Key | undefined {
  const text = written.trim();
  return WRITTEN_KEY.test(text) ? Buffer.from(text, 'base64').toString('base64url') : undefined;
}

/** The master key, held in a closure: it can be asked to wrap and unwrap, and never for itself. */
export function masterKeyOf(key: Key): MasterKey {
  return {
    fingerprint: nodeCryptography.hmacSha256(key, FINGERPRINT_TEXT).slice(0, FINGERPRINT_DIGITS),
    wrap: (part, boundTo) => nodeCryptography.seal(key, part, boundTo),
    unwrap: (wrapped, boundTo) => nodeCryptography.open(key, wrapped, boundTo),
  };
}
