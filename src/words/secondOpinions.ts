// The words of the second opinions, for the assessment in the chat and on the command line. The sentence of a disagreement comes from
// the rules.
import type { Lang } from '../law/sources.ts';
import type { DskZone, Zone } from '../rules/severity/dskZone.ts';
import type { Band, EnisaScore } from '../rules/severity/enisaScore.ts';
import type { SecondOpinionMethod } from '../rules/severity/secondOpinion.ts';
import { SEVERITY_INPUTS, type SeverityName } from '../rules/severity/severityInputs.ts';
import type { FieldWords } from './wordShapes.ts';

type SecondOpinionWords = {
  readonly title: string;
  readonly methods: Readonly<Record<SecondOpinionMethod, string>>;
  readonly bands: Readonly<Record<Band, string>>;
  readonly zones: Readonly<Record<Zone, string>>;
  readonly cell: (severity: string, likelihood: string) => string;
  readonly flags: Readonly<Record<EnisaScore['flags'][number], string>>;
  readonly parts: Readonly<Record<keyof EnisaScore['parts'], string>>;
  readonly beside: string;
  readonly agrees: string;
  readonly missing: (names: readonly string[]) => string;
};

export const secondOpinionWords: Readonly<Record<Lang, SecondOpinionWords>> = {
  de: {
    title: 'Zweitmeinungen (sie entscheiden nichts)',
    methods: { 'enisa-2013': 'ENISA 2013', 'dsk-kp-18': 'DSK-Kurzpapier Nr. 18' },
    bands: { low: 'niedrig', medium: 'mittel', high: 'hoch', 'very-high': 'sehr hoch' },
    zones: { 'low-risk': 'geringes Risiko', risk: 'Risiko', 'high-risk': 'hohes Risiko' },
    cell: (severity, likelihood) => `Schwere ${severity}, Wahrscheinlichkeit ${likelihood}`,
    flags: { 'over-100-persons': 'mehr als 100 Betroffene', unintelligible: 'Daten unlesbar' },
    parts: { confidentiality: 'Vertraulichkeit', integrity: 'Integrität', availability: 'Verfügbarkeit', intent: 'Absicht' },
    beside: 'daneben zu beachten',
    agrees: 'Stimmt mit den Regeln überein.',
    missing: (names) => `Es fehlen noch: ${names.join(', ')}.`,
  },
  en: {
    title: 'Second opinions (they decide nothing)',
    methods: { 'enisa-2013': 'ENISA 2013', 'dsk-kp-18': 'DSK short paper no. 18' },
    bands: { low: 'low', medium: 'medium', high: 'high', 'very-high': 'very high' },
    zones: { 'low-risk': 'low risk', risk: 'risk', 'high-risk': 'high risk' },
    cell: (severity, likelihood) => `severity ${severity}, likelihood ${likelihood}`,
    flags: { 'over-100-persons': 'more than 100 people', unintelligible: 'data unreadable' },
    parts: { confidentiality: 'confidentiality', integrity: 'integrity', availability: 'availability', intent: 'intent' },
    beside: 'to be kept in mind',
    agrees: 'Agrees with the rules.',
    missing: (names) => `Still missing: ${names.join(', ')}.`,
  },
};

const number = (value: number, lang: Lang): string => (lang === 'de' ? String(value).replace('.', ',') : String(value));

/** The score with what it is made of, and what is to be kept in mind beside it. */
export function scoreText({ dpc, ei, cb, se, band, flags }: EnisaScore, lang: Lang): string {
  const words = secondOpinionWords[lang];
  const [d, e, c, s] = [dpc, ei, cb, se].map((value) => number(value, lang));
  const beside = flags.length === 0 ? '' : `; ${words.beside}: ${flags.map((flag) => words.flags[flag]).join(', ')}`;
  return `SE = DPC × EI + CB = ${d} × ${e} + ${c} = ${s}, ${words.bands[band]}${beside}`;
}

/** What the circumstances of the breach add up from. */
export const partsText = ({ parts }: EnisaScore, lang: Lang): string => {
  const named = Object.entries(secondOpinionWords[lang].parts) as readonly (readonly [keyof EnisaScore['parts'], string])[];
  return `CB: ${named.map(([part, name]) => `${name} ${number(parts[part], lang)}`).join(' + ')}`;
};

export function zoneText({ severity, likelihood, zone }: DskZone, lang: Lang): string {
  const words = secondOpinionWords[lang];
  const { dskSeverity, dskLikelihood } = SEVERITY_INPUTS;
  return `${words.cell(dskSeverity.labels[severity][lang], dskLikelihood.labels[likelihood][lang])}: ${words.zones[zone]}`;
}

/** What a form asks for a second opinion: the questions stand with the methods. */
export const severityFields = (lang: Lang): Readonly<Record<SeverityName, FieldWords>> =>
  Object.fromEntries(Object.entries(SEVERITY_INPUTS).map(([name, { question }]) => [name, { label: question[lang] }])) as Record<
    SeverityName,
    FieldWords
  >;
