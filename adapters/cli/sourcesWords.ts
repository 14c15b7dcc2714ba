import type { Evidence } from '../../src/law/sources.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

interface SourcesWords {
  readonly usage: string;
  readonly unknownOption: (name: string) => string;
  readonly badDay: string;
  readonly title: (asOf: string) => string;
  readonly textAsOf: string;
  readonly comparedOn: string;
  readonly dayUnknown: string;
  readonly never: string;
  readonly ownDerivation: string;
  readonly evidence: Readonly<Record<Evidence, string>>;
  readonly citedBy: (ruleSet: string, count: number) => string;
  /** Second opinions and proposals: shown beside an assessment, never part of it. */
  readonly citedByShown: (count: number) => string;
  /** Stands above the sources of the neighbouring regimes. */
  readonly neighbours: string;
  readonly citedByRegimes: (count: number) => string;
  readonly asAgreed: string;
  readonly uncitedRegimes: (count: number) => string;
  readonly allRegimesCited: (count: number) => string;
  readonly weaker: string;
  readonly old: (count: number) => string;
  readonly neverCompared: (count: number) => string;
  readonly uncited: (ruleSet: string, count: number) => string;
  readonly allCited: (ruleSet: string, count: number) => string;
}

/** What `fristwacht sources` says. */
export const sourcesWords: Readonly<Record<CommandLineLanguage, SourcesWords>> = {
  de: {
    usage: 'Aufruf: fristwacht sources [--as-of JJJJ-MM-TT] [--lang de|en] [--json]\n',
    unknownOption: (name) => `„${name}“ gibt es hier nicht, oder es fehlt ein Wert dazu.`,
    badDay: 'Der Wert von „--as-of“ ist kein Tag. Beispiel: 2026-11-23.',
    title: (asOf) => `Quellen der Regeln, gesehen am ${asOf}`,
    textAsOf: 'Text vom',
    comparedOn: 'zuletzt verglichen',
    dayUnknown: 'Tag nicht bekannt',
    never: 'noch nie',
    ownDerivation: 'entfällt, eigene Herleitung',
    evidence: {
      original: 'Original gelesen',
      authority: 'eine Behörde zitiert oder veröffentlicht es',
      secondary: 'Sekundärquelle',
      unverified: 'nicht am Original geprüft',
    },
    citedBy: (ruleSet, count) => `In ${ruleSet} stützen sich darauf: ${count}`,
    citedByShown: (count) => `nur gezeigt (Zweitmeinungen, Vorschläge): ${count}`,
    neighbours:
      'Daneben die Quellen der Nachbarvorschriften. Sie starten eigene Fristen und ändern keine Pflicht nach der DSGVO.',
    citedByRegimes: (count) => `Fassungen von Nachbarvorschriften, die sich darauf stützen: ${count}`,
    asAgreed: 'Es gilt, was vereinbart ist; zu vergleichen ist nichts.',
    uncitedRegimes: (count) =>
      `Nachbarvorschriften: ${count === 1 ? 'Eine Fassung nennt' : `${count} Fassungen nennen`} keine Quelle:`,
    allRegimesCited: (count) => `Nachbarvorschriften: alle ${count} Fassungen nennen eine Quelle.`,
    weaker: 'Zitierte Stellen, die weder das Original noch eine Behörde belegt:',
    old: (count) => `${count === 1 ? 'Eine Quelle wurde' : `${count} Quellen wurden`} seit über einem Jahr nicht verglichen:`,
    neverCompared: (count) => `${count === 1 ? 'Eine Quelle wurde' : `${count} Quellen wurden`} noch nie verglichen:`,
    uncited: (ruleSet, count) =>
      `Regelwerk ${ruleSet}: ${count === 1 ? 'Eine Stelle nennt' : `${count} Stellen nennen`} keine Quelle:`,
    allCited: (ruleSet, count) => `Regelwerk ${ruleSet}: alle ${count} Regeln, Bedingungen und Angaben nennen eine Quelle.`,
  },
  en: {
    usage: 'Usage: fristwacht sources [--as-of YYYY-MM-DD] [--lang de|en] [--json]\n',
    unknownOption: (name) => `“${name}” does not exist here, or lacks its value.`,
    badDay: 'The value of “--as-of” is no day. Example: 2026-11-23.',
    title: (asOf) => `Sources of the rules, seen on ${asOf}`,
    textAsOf: 'text of',
    comparedOn: 'last compared',
    dayUnknown: 'day not known',
    never: 'never',
    ownDerivation: 'does not apply, our own derivation',
    evidence: {
      original: 'original read',
      authority: 'an authority quotes or publishes it',
      secondary: 'secondary source',
      unverified: 'not compared with the original',
    },
    citedBy: (ruleSet, count) => `resting on it in ${ruleSet}: ${count}`,
    citedByShown: (count) => `shown only (second opinions, proposals): ${count}`,
    neighbours:
      'Beside them, the sources of the neighbouring regimes. They start clocks of their own and change no duty under the GDPR.',
    citedByRegimes: (count) => `versions of neighbouring regimes resting on it: ${count}`,
    asAgreed: 'What was agreed counts; there is nothing to compare.',
    uncitedRegimes: (count) => `Neighbouring regimes: ${count === 1 ? 'one version names' : `${count} versions name`} no source:`,
    allRegimesCited: (count) => `Neighbouring regimes: all ${count} versions name a source.`,
    weaker: 'Cited places that neither the original nor an authority backs:',
    old: (count) => `${count === 1 ? 'One source was' : `${count} sources were`} not compared for more than a year:`,
    neverCompared: (count) => `${count === 1 ? 'One source was' : `${count} sources were`} never compared:`,
    uncited: (ruleSet, count) => `Rule set ${ruleSet}: ${count === 1 ? 'one place names' : `${count} places name`} no source:`,
    allCited: (ruleSet, count) => `Rule set ${ruleSet}: all ${count} rules, conditions and facts name a source.`,
  },
};
