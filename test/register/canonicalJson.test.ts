import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/register/canonicalJson.ts';

const RUNS = process.env.FRISTWACHT_PROOF === '1' ? 20_000 : 500;
const SEED = 20260327;

describe('the one spelling of a value', () => {
  it.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    [0, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [0.1, '0.1'],
    ['', '""'],
    ['"\\\n\u0007ß€', '"\\"\\\\\\n\\u0007ß€"'],
    [[], '[]'],
    [[1, [null, 'a']], '[1,[null,"a"]]'],
    [{}, '{}'],
    [{ b: 1, a: { d: [], c: false } }, '{"a":{"c":false,"d":[]},"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    // The sample of RFC 8785 for the order of keys: by UTF-16 code units, not by code points.
    [
      { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
  ])('of %o is %s', (value, spelling) => {
    expect(canonicalJson(value)).toBe(spelling);
  });

  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('is JSON for the same value, and its own spelling again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const spelling = canonicalJson(value);
        expect(JSON.parse(spelling)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(spelling))).toBe(spelling);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('writes half a character as the sign for one that is missing', () => {
    expect(canonicalJson('a\ud83d')).toBe('"a\ufffd"');
  });

  it.each([
    [undefined],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [() => 1],
    [1n],
    [new Date(0)],
    [new Map()],
    [[undefined]],
    [Symbol('a')],
  ])('refuses %o, which JSON cannot say', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
