import type { Band, EnisaScore } from '../../src/rules/severity/enisaScore.ts';
import type { Zone } from '../../src/rules/severity/dskZone.ts';
import type { SecondOpinion } from '../../src/rules/severity/secondOpinion.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

interface SecondOpinionWords {
  readonly title: string;
  readonly methods: Readonly<Record<SecondOpinion['method'], string>>;
  readonly bands: Readonly<Record<Band, string>>;
  readonly zones: Readonly<Record<Zone, string>>;
  readonly cell: (severity: string, likelihood: string) => string;
  readonly flags: Readonly<Record<EnisaScore['flags'][number], string>>;
  readonly beside: string;
  readonly agrees: string;
  readonly missing: (names: readonly string[]) => string;
}

/** What `fristwacht assess` says of the second opinions. The sentence of a disagreement comes from the rules. */
export const secondOpinionWords: Readonly<Record<CommandLineLanguage, SecondOpinionWords>> = {
  de: {
    title: 'Zweitmeinungen (sie entscheiden nichts):',
    methods: { 'enisa-2013': 'ENISA 2013', 'dsk-kp-18': 'DSK-Kurzpapier Nr. 18' },
    bands: { low: 'niedrig', medium: 'mittel', high: 'hoch', 'very-high': 'sehr hoch' },
    zones: { 'low-risk': 'geringes Risiko', risk: 'Risiko', 'high-risk': 'hohes Risiko' },
    cell: (severity, likelihood) => `Schwere ${severity}, Wahrscheinlichkeit ${likelihood}`,
    flags: { 'over-100-persons': 'mehr als 100 Betroffene', unintelligible: 'Daten unlesbar' },
    beside: 'daneben zu beachten',
    agrees: 'Stimmt mit den Regeln überein.',
    missing: (names) => `Es fehlen noch: ${names.join(', ')}.`,
  },
  en: {
    title: 'Second opinions (they decide nothing):',
    methods: { 'enisa-2013': 'ENISA 2013', 'dsk-kp-18': 'DSK short paper no. 18' },
    bands: { low: 'low', medium: 'medium', high: 'high', 'very-high': 'very high' },
    zones: { 'low-risk': 'low risk', risk: 'risk', 'high-risk': 'high risk' },
    cell: (severity, likelihood) => `severity ${severity}, likelihood ${likelihood}`,
    flags: { 'over-100-persons': 'more than 100 people', unintelligible: 'data unreadable' },
    beside: 'to be kept in mind',
    agrees: 'Agrees with the rules.',
    missing: (names) => `Still missing: ${names.join(', ')}.`,
  },
};
