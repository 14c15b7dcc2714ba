import { describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';

const { sha256, hmacSha256, randomKey, randomSalt, seal, open } = nodeCryptography;
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

describe('digests', () => {
  it('are those of the standards', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    // RFC 4231, test case 2.
    const key = Buffer.from('Jefe').toString('base64url');
    const mac = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(hmacSha256(key, 'what do ya want for nothing?')).toBe(mac);
  });

  it('cover a text in UTF-8', () => {
    expect(sha256('ü')).toBe('607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f');
    expect(sha256('ü')).not.toBe(sha256('u\u0308'));
  });
});

describe('random numbers', () => {
  it.each([
    ['keys', randomKey],
    ['salts', randomSalt],
  ])('make %s of 32 bytes, none twice', (_, draw) => {
    const drawn = Array.from({ length: 100 }, draw);
    expect(new Set(drawn).size).toBe(100);
    for (const one of drawn) expect(bytes(one)).toHaveLength(32);
  });
});

describe('a box', () => {
  const key = randomKey();

  it('opens with its key in its place', () => {
    for (const text of ['', 'Kunden „Süd“ 🙈', 'x'.repeat(100_000)])
      expect(open(key, seal(key, text, 'here'), 'here')).toBe(text);
  });

  it('is another one each time', () => {
    expect(seal(key, 'x', 'here')).not.toBe(seal(key, 'x', 'here'));
  });

  it('stays shut to another key and in another place', () => {
    const box = seal(key, 'x', 'here');
    expect(open(randomKey(), box, 'here')).toBeUndefined();
    expect(open(key, box, 'there')).toBeUndefined();
    expect(open('', box, 'here')).toBeUndefined();
  });

  it('stays shut when any one of its bytes was changed, or some are missing', () => {
    const box = bytes(seal(key, 'Kunden', 'here'));
    for (const place of box.keys()) {
      const changed = Buffer.from(box);
      changed[place]! ^= 1;
      expect(open(key, changed.toString('base64url'), 'here')).toBeUndefined();
      expect(open(key, box.subarray(0, place).toString('base64url'), 'here')).toBeUndefined();
    }
  });
});
