import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { masterKeyOf, readKey } from '../../adapters/vault/masterKeyOf.ts';
import { type MasterKeyReason, MasterKeyRefused } from '../../adapters/vault/masterKeyRefused.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import { type MasterKeySetting, openMasterKey } from '../../adapters/vault/openMasterKey.ts';

const KEY_BYTES = Buffer.from(Array.from({ length: 32 }, (_, place) => 255 - place * 3));
const WRITTEN = KEY_BYTES.toString('base64');
const OTHER = Buffer.alloc(32, 7).toString('base64');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fristwacht-key-'));
  file = join(folder, 'register.masterkey');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (setting: MasterKeySetting): MasterKeyRefused => {
  try {
    openMasterKey(setting);
  } catch (error) {
    if (error instanceof MasterKeyRefused) return error;
    throw error;
  }
  return expect.unreachable();
};
const give = (text: string, mode = 0o600): string => {
  writeFileSync(file, text, { mode });
  return file;
};

describe('a master key', () => {
  it.each([
    ['base64', WRITTEN],
    ['base64 without its padding', WRITTEN.replace('=', '')],
    ['base64url', KEY_BYTES.toString('base64url')],
    ['with a line end behind it', `  ${WRITTEN}\r\n`],
  ])('is read in %s', (_, written) => {
    expect(Buffer.from(readKey(written)!, 'base64url')).toEqual(KEY_BYTES);
  });

  it.each([
    ['too short', Buffer.alloc(31).toString('base64')],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['a password', 'correct horse battery staple correct horse!'],
    ['hexadecimal', KEY_BYTES.toString('hex')],
    ['empty', ''],
    ['two lines', `${WRITTEN}\n${WRITTEN}`],
  ])('is none where it is %s', (_, written) => {
    expect(readKey(written)).toBeUndefined();
  });

  it('has a fingerprint that names it and does not tell it', () => {
    const [one, again, other] = [WRITTEN, ` ${WRITTEN}`, OTHER].map((written) => masterKeyOf(readKey(written)!).fingerprint);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('wraps a key for one place, where it alone unwraps it', () => {
    const [mine, other] = [WRITTEN, OTHER].map((written) => masterKeyOf(readKey(written)!));
    const key = nodeCryptography.randomKey();
    const wrapped = mine!.wrap(key, 'ring/by');
    expect(mine!.unwrap(wrapped, 'ring/by')).toBe(key);
    expect(mine!.unwrap(wrapped, 'ring/0/text')).toBeUndefined();
    expect(other!.unwrap(wrapped, 'ring/by')).toBeUndefined();
  });
});

describe('the master key that was configured', () => {
  it('comes from the environment, and nothing is written', () => {
    const opened = openMasterKey({ key: WRITTEN, keyFile: ' ', beside: { file, mayMake: true } });
    expect(opened).toMatchObject({ place: 'FRISTWACHT_MASTER_KEY', masterKey: { fingerprint: expect.any(String) } });
    expect(opened.warning).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('comes from a file', () => {
    const { masterKey, place, warning } = openMasterKey({ keyFile: give(`${WRITTEN}\n`) });
    expect(masterKey.fingerprint).toBe(masterKeyOf(readKey(WRITTEN)!).fingerprint);
    expect(place).toBe(file);
    expect(warning).toBeUndefined();
  });

  it('is warned of where others may read its file', () => {
    expect(openMasterKey({ keyFile: give(WRITTEN, 0o644) }).warning?.en).toContain('chmod 600');
  });

  it.each<[MasterKeyReason, () => MasterKeySetting]>([
    ['namedTwice', () => ({ key: WRITTEN, keyFile: give(WRITTEN) })],
    ['notAKey', () => ({ key: 'secret' })],
    ['notAKey', () => ({ keyFile: give('secret') })],
    ['notAKey', () => ({ keyFile: give('') })],
    ['fileUnreadable', () => ({ keyFile: join(folder, 'nowhere') })],
    ['fileUnreadable', () => ({ keyFile: folder })],
    ['missing', () => ({})],
    ['missing', () => ({ key: '', keyFile: '  ' })],
  ])('is refused as %s, in both languages, without the key', (reason, setting) => {
    const refused = refusal(setting());
    expect(refused.reason).toBe(reason);
    for (const text of [refused.text.de, refused.text.en, refused.message]) {
      expect(text).not.toContain(WRITTEN);
      expect(text).not.toMatch(/secret/i);
    }
    expect(refused.text.de).not.toBe(refused.text.en);
  });
});

describe('the master key beside the register', () => {
  it('is made on the first start, for the owner alone, and said so', () => {
    const { masterKey, warning, place } = openMasterKey({ beside: { file, mayMake: true } });
    expect(place).toBe(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(masterKeyOf(readKey(readFileSync(file, 'utf8'))!).fingerprint).toBe(masterKey.fingerprint);
    expect(warning?.de).toContain('Sichern Sie ihn getrennt');
    expect(readdirSync(folder)).toEqual(['register.masterkey']);
  });

  it('is the same on every further start, which says where it lies', () => {
    const first = openMasterKey({ beside: { file, mayMake: true } });
    for (const mayMake of [true, false]) {
      const again = openMasterKey({ beside: { file, mayMake } });
      expect(again.masterKey.fingerprint).toBe(first.masterKey.fingerprint);
      expect(again.warning?.en).toContain('lies beside the register');
    }
  });

  it('is never made anew where something was sealed under another one', () => {
    const refused = refusal({ beside: { file, mayMake: false } });
    expect(refused).toMatchObject({ reason: 'missing' });
    expect(refused.text.de).toContain('FRISTWACHT_MASTER_KEY');
    expect(existsSync(file)).toBe(false);
  });

  it('is refused where its file was damaged, and left as it is', () => {
    give('half a k');
    expect(refusal({ beside: { file, mayMake: true } }).reason).toBe('notAKey');
    expect(readFileSync(file, 'utf8')).toBe('half a k');
  });

  it('is refused where it cannot be written', () => {
    expect(refusal({ beside: { file: join(folder, 'nowhere', 'key'), mayMake: true } }).reason).toBe('notWritable');
  });
});
