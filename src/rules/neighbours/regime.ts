// The form of a neighbouring regime: other law, or a contract, whose clock may run for the same incident. Its content stays outside;
// here stands only who asks, from when, how long, and to whom.
import type { Text } from '../../law/sources.ts';
import type { ProfileName } from '../profiles/profileName.ts';
import type { NeighbourCitation } from './neighbourSources.ts';

/** What the configuration names. One regime may have several versions, each with its days. */
export const REGIME_IDS = [
  'nis2',
  'dora',
  'eidas',
  'tkg-169',
  'tkg-168',
  'kritis',
  'cra-vulnerability',
  'cra-incident',
  'ai-act',
  'sgb-x',
  'uk-gdpr',
  'uk-pecr',
  'ch-isg',
  'ch-dsg',
  'contract',
  'insurance',
] as const;
export type RegimeId = (typeof REGIME_IDS)[number];

export type StageId = 'warning' | 'notification' | 'intermediate' | 'final' | 'rest' | 'persons' | 'notice';

export const ADDRESSEES = {
  'nis2-office': {
    de: 'Meldestelle nach NIS-2 (in Deutschland die gemeinsame Stelle von BSI und BBK)',
    en: 'NIS2 reporting office (in Germany the joint office of BSI and BBK)',
  },
  'financial-supervisor': { de: 'Finanzaufsicht (in Deutschland: BaFin)', en: 'financial supervisor (in Germany: BaFin)' },
  'trust-supervisor': { de: 'Aufsichtsstelle nach eIDAS', en: 'supervisory body under eIDAS' },
  bnetza: { de: 'Bundesnetzagentur', en: 'Bundesnetzagentur' },
  bfdi: { de: 'BfDI', en: 'BfDI' },
  bsi: { de: 'BSI', en: 'BSI' },
  'kritis-office': { de: 'gemeinsame Meldestelle von BBK und BSI', en: 'joint office of BBK and BSI' },
  'cra-platform': {
    de: 'CSIRT und ENISA über die gemeinsame Meldeplattform',
    en: 'CSIRT and ENISA through the single reporting platform',
  },
  'market-surveillance': { de: 'Marktüberwachungsbehörde', en: 'market surveillance authority' },
  'supervising-body': { de: 'Rechts- oder Fachaufsichtsbehörde', en: 'supervising authority of the body' },
  ico: { de: 'ICO (Vereinigtes Königreich)', en: 'ICO (United Kingdom)' },
  bacs: { de: 'BACS (Schweiz)', en: 'BACS (Switzerland)' },
  edoeb: { de: 'EDÖB (Schweiz)', en: 'FDPIC (Switzerland)' },
  affected: { de: 'betroffene Personen', en: 'the persons affected' },
  partner: { de: 'Vertragspartner', en: 'the other party' },
  insurer: { de: 'Versicherer', en: 'the insurer' },
} as const satisfies Readonly<Record<string, Text>>;
export type AddresseeId = keyof typeof ADDRESSEES;

/**
 * How long, counted from which moment. `start`: what the trigger question asks for. `awareness`: knowledge of the incident, where the
 * start is something later. `sent`: the report before this one was sent. Hours are elapsed hours, a month ends on the day of the same
 * number or else on the last of the month.
 */
export type Limit = { readonly from: 'start' | 'awareness' | 'sent' } & (
  | {
      readonly hours: number | 'configured' | 'by-variant';
      /** Falls away where the start itself came only after this time. */
      readonly onlyIfStartIsWithin?: true;
    }
  | { readonly months: number }
);

export type Stage = {
  readonly id: StageId;
  readonly name: Text;
  readonly to: readonly AddresseeId[];
  /** The report whose sending opens this stage; absent where it is owed from the start. */
  readonly after?: StageId;
  /** The earliest counts; none where the law says only „unverzüglich“. */
  readonly limits: readonly Limit[];
  /**
   * `progress`: sent while the incident still goes on, it is a progress report, and the stage is owed again from there.
   * `update`: may be sent again, and what follows counts from the latest.
   */
  readonly again?: 'progress' | 'update';
};

/** One of several periods a regime knows by the gravity of the incident. */
export type Variant = { readonly id: string; readonly name: Text; readonly hours: number };

export type Regime = {
  readonly id: RegimeId;
  readonly name: Text;
  /** What is asked once per case. */
  readonly trigger: Text;
  /** The moment that the answer must name. */
  readonly start: Text;
  readonly stages: readonly Stage[];
  /** Where the period depends on what happened: asked beside the trigger question. While nobody says which, the shortest counts. */
  readonly variants?: readonly [Variant, ...Variant[]];
  /** The start is a classification that somebody makes. Everywhere else it is knowledge, and an earlier knowledge moves it. */
  readonly startsByClassification?: true;
  /** The profile under which the rules bring this very duty. Where the data of a case fall under it, the regime is not asked about. */
  readonly saidBy?: ProfileName;
  /** `dora`: a last moment on a weekend or holiday moves for some entities. Everything else never moves. */
  readonly calendar: 'elapsed' | 'dora';
  /** First and last day of this version, as YYYY-MM-DD in local time. */
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly cites: readonly NeighbourCitation[];
};
