import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { Box, Cryptography, Key } from '../../src/register/cryptography.ts';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 32;
/** 96 bits, as GCM wants them; drawn afresh for every box. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The cryptography of Node itself: SHA-256, HMAC-SHA-256, AES-256-GCM and the random numbers of the operating system. */
export const nodeCryptography: Cryptography = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', bytesOf(key)).update(text, 'utf8').digest('hex'),
  randomKey: () => randomBytes(KEY_BYTES).toString('base64url'),
  randomSalt: () => randomBytes(SALT_BYTES).toString('base64url'),
  seal: (key, text, boundTo) => sealBytes(bytesOf(key), text, boundTo),
  open: (key, box, boundTo) => openBytes(bytesOf(key), box, boundTo),
};

const bytesOf = (text: Key | Box): Buffer => Buffer.from(text, 'base64url');

function sealBytes(key: Buffer, text: string, boundTo: string): Box {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(boundTo, 'utf8'));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Whatever does not fit (a wrong key, a changed byte, another place) is one answer: it does not open. */
function openBytes(key: Buffer, box: Box, boundTo: string): string | undefined {
  const bytes = bytesOf(box);
  if (key.length !== KEY_BYTES || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const tagAt = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(boundTo, 'utf8'));
    decipher.setAuthTag(bytes.subarray(tagAt));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, tagAt)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
