/** The few operations the register needs from a library of cryptography; the core has none of its own. All texts that go in or out are
 * UTF-8; keys, boxes and random bytes travel as base64url without padding, so that every engine can keep them as text. */
export type Cryptography = {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: (text: string) => string;
  /** HMAC-SHA-256 as 64 lower-case hexadecimal digits. */
  readonly hmacSha256: (key: Key, text: string) => string;
  readonly randomKey: () => Key;
  /** 32 fresh random bytes. */
  readonly randomSalt: () => string;
  /** AES-256-GCM under a fresh 96-bit nonce; `boundTo` is authenticated and not stored: the box opens nowhere else. */
  readonly seal: (key: Key, text: string, boundTo: string) => Box;
  /** Undefined where key, box and place do not belong together. */
  readonly open: (key: Key, box: Box, boundTo: string) => string | undefined;
};

/** 32 bytes as base64url. */
export type Key = string & { readonly brand?: 'Key' };
/** Nonce, ciphertext and tag as base64url. */
export type Box = string & { readonly brand?: 'Box' };

/** The key of the operator, which wraps the keys of the parts and never leaves this port. */
export type MasterKey = {
  /** Names the key without telling it: the first 16 hexadecimal digits of an HMAC over a fixed text. Kept beside what it wrapped. */
  readonly fingerprint: string;
  readonly wrap: (key: Key, boundTo: string) => Box;
  /** Undefined where it was wrapped by another key or for another place. */
  readonly unwrap: (wrapped: Box, boundTo: string) => Key | undefined;
};
