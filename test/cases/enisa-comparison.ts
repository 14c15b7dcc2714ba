// The score of ENISA 2013 for each of the 18 EDPB cases: our own calculation with plausible inputs. The score must come out the same
// from the same inputs, and where its rough translation into duties misses the published result, that has to be reported.
import type { Band } from '../../src/rules/severity/enisaScore.ts';
import type { SeverityAnswers } from '../../src/rules/severity/severityInputs.ts';

export type EnisaWorkedCase = {
  readonly no: string;
  readonly answers: SeverityAnswers;
  readonly dpc: number;
  readonly ei: number;
  readonly cb: number;
  readonly se: number;
  readonly band: Band;
  /** How the score stands to the published result. */
  readonly against: 'agrees' | 'milder' | 'graver';
};

const unaffected = { integrity: 'unaffected', availability: 'unaffected' } as const;
const byName = { identification: 'maximum' } as const;
const attacker = { intent: 'malicious' } as const;
const mistake = { intent: 'none-known' } as const;
const lockedForATime = { confidentiality: 'exposed', integrity: 'restored', availability: 'temporarily' } as const;

export const ENISA_COMPARISON: readonly EnisaWorkedCase[] = [
  {
    no: '01',
    answers: {
      simple: '1',
      identification: 'negligible',
      confidentiality: 'exposed',
      integrity: 'restored',
      availability: 'recovered-easily',
      ...attacker,
    },
    dpc: 1,
    ei: 0.25,
    cb: 0.5,
    se: 0.75,
    band: 'low',
    against: 'agrees',
  },
  {
    no: '02',
    answers: { simple: '1', ...byName, ...lockedForATime, ...attacker },
    dpc: 1,
    ei: 1,
    cb: 0.75,
    se: 1.75,
    band: 'low',
    against: 'milder',
  },
  {
    no: '03',
    answers: { simple: '1', sensitive: '4', ...byName, ...lockedForATime, ...attacker },
    dpc: 4,
    ei: 1,
    cb: 0.75,
    se: 4.75,
    band: 'very-high',
    against: 'agrees',
  },
  {
    no: '04',
    answers: {
      simple: '1',
      financial: '4',
      ...byName,
      confidentiality: 'unknown-recipients',
      integrity: 'unaffected',
      availability: 'gone',
      ...attacker,
    },
    dpc: 4,
    ei: 1,
    cb: 1.5,
    se: 5.5,
    band: 'very-high',
    against: 'agrees',
  },
  {
    no: '05',
    answers: { simple: '2', ...byName, confidentiality: 'unknown-recipients', ...unaffected, ...attacker },
    dpc: 2,
    ei: 1,
    cb: 1,
    se: 3,
    band: 'high',
    against: 'agrees',
  },
  {
    no: '06',
    // Credentials are no class of their own: they count as what they open, here a cooking site.
    answers: {
      simple: '1',
      identification: 'negligible',
      confidentiality: 'unknown-recipients',
      ...unaffected,
      ...attacker,
    },
    dpc: 1,
    ei: 0.25,
    cb: 1,
    se: 1.25,
    band: 'low',
    against: 'agrees',
  },
  {
    no: '07',
    answers: { simple: '1', financial: '3', ...byName, confidentiality: 'unknown-recipients', ...unaffected, ...attacker },
    dpc: 3,
    ei: 1,
    cb: 1,
    se: 4,
    band: 'very-high',
    against: 'agrees',
  },
  {
    no: '08',
    answers: { simple: '1', ...byName, confidentiality: 'known-recipients', ...unaffected, ...attacker },
    dpc: 1,
    ei: 1,
    cb: 0.75,
    se: 1.75,
    band: 'low',
    against: 'milder',
  },
  {
    no: '09',
    answers: { simple: '1', ...byName, confidentiality: 'known-recipients', ...unaffected, ...mistake },
    dpc: 1,
    ei: 1,
    cb: 0.25,
    se: 1.25,
    band: 'low',
    against: 'agrees',
  },
  {
    no: '10',
    answers: {
      simple: '1',
      identification: 'negligible',
      confidentiality: 'exposed',
      integrity: 'unaffected',
      availability: 'recovered-easily',
      ...attacker,
    },
    dpc: 1,
    ei: 0.25,
    cb: 0.5,
    se: 0.75,
    band: 'low',
    against: 'agrees',
  },
  {
    no: '11',
    answers: {
      simple: '1',
      ...byName,
      confidentiality: 'exposed',
      integrity: 'unaffected',
      availability: 'recovered-easily',
      ...attacker,
    },
    dpc: 1,
    ei: 1,
    cb: 0.5,
    se: 1.5,
    band: 'low',
    against: 'milder',
  },
  {
    no: '12',
    answers: {
      simple: '1',
      sensitive: '4',
      ...byName,
      confidentiality: 'exposed',
      integrity: 'unaffected',
      availability: 'gone',
      ...attacker,
    },
    dpc: 4,
    ei: 1,
    cb: 1,
    se: 5,
    band: 'very-high',
    against: 'agrees',
  },
  {
    no: '13',
    answers: { simple: '1', ...byName, confidentiality: 'known-recipients', ...unaffected, ...mistake },
    dpc: 1,
    ei: 1,
    cb: 0.25,
    se: 1.25,
    band: 'low',
    against: 'agrees',
  },
  {
    no: '14',
    answers: { simple: '1', ...byName, confidentiality: 'unknown-recipients', ...unaffected, ...mistake },
    dpc: 1,
    ei: 1,
    cb: 0.5,
    se: 1.5,
    band: 'low',
    against: 'milder',
  },
  {
    no: '15',
    // The label "health" alone makes it 4; the published case decides by context.
    answers: { simple: '1', sensitive: '4', ...byName, confidentiality: 'known-recipients', ...unaffected, ...mistake },
    dpc: 4,
    ei: 1,
    cb: 0.25,
    se: 4.25,
    band: 'very-high',
    against: 'graver',
  },
  {
    no: '16',
    answers: { simple: '1', ...byName, confidentiality: 'known-recipients', ...unaffected, ...mistake },
    dpc: 1,
    ei: 1,
    cb: 0.25,
    se: 1.25,
    band: 'low',
    against: 'milder',
  },
  {
    no: '17',
    answers: {
      simple: '1',
      behavioural: '2',
      ...byName,
      confidentiality: 'known-recipients',
      integrity: 'restored',
      availability: 'unaffected',
      ...attacker,
    },
    dpc: 2,
    ei: 1,
    cb: 0.75,
    se: 2.75,
    band: 'medium',
    against: 'milder',
  },
  {
    no: '18',
    answers: {
      simple: '1',
      financial: '3',
      ...byName,
      confidentiality: 'unknown-recipients',
      integrity: 'restored',
      availability: 'unaffected',
      ...attacker,
    },
    dpc: 3,
    ei: 1,
    cb: 1,
    se: 4,
    band: 'very-high',
    against: 'agrees',
  },
];
