import { generateKeyPairSync, sign } from 'node:crypto';

/** The few pieces of DER that a certificate is made of. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const body = Buffer.concat(parts);
  const long = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...long]), body]);
};
const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(0x30, ...parts);
const objectId = (hex: string): Uint8Array => der(0x06, Buffer.from(hex, 'hex'));
const moment = (text: string): Uint8Array => der(0x17, Buffer.from(text, 'latin1'));

const SHA256_WITH_RSA = sequence(objectId('2a864886f70d01010b'), der(0x05));
const named = (name: string): Uint8Array => sequence(der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from(name)))));

/** A certificate that vouches for itself, with its key; both as PEM. */
export function selfSigned(name: string): { readonly certificate: string; readonly privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const times = sequence(moment('260101000000Z'), moment('360101000000Z'));
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const said = sequence(der(0x02, Buffer.from([1])), SHA256_WITH_RSA, named(name), times, named(name), spki);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', said, privateKey));
  const bytes = Buffer.from(sequence(said, SHA256_WITH_RSA, signature)).toString('base64');
  const lines = bytes.match(/.{1,64}/g)?.join('\n') ?? '';
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }),
  };
}
