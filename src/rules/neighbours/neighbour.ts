// Which neighbouring regimes an organisation has is settled once, in its configuration; no case presumes them all.
import { DateTime } from 'luxon';
import type { Instant } from '../instant.ts';
import { CONTRACT, INSURANCE } from './agreedRegimes.ts';
import type { Regime, RegimeId } from './regime.ts';
import { AI_ACT, CH_DSG, DORA, SGB_X, TKG_168, TKG_169, UK_GDPR, UK_PECR } from './sectorRegimes.ts';
import { CH_ISG, CRA, EIDAS, KRITIS, NIS2 } from './securityRegimes.ts';

/** Every version of every regime. */
export const REGIMES: readonly Regime[] = [
  ...NIS2,
  DORA,
  EIDAS,
  TKG_169,
  ...TKG_168,
  KRITIS,
  ...CRA,
  AI_ACT,
  SGB_X,
  UK_GDPR,
  ...UK_PECR,
  CH_ISG,
  CH_DSG,
  CONTRACT,
  INSURANCE,
];

/**
 * For whom DORA's last moments move (Art. 5(4) to (6) Del. Reg. 2025/301). `other`: all reports. The four after it: the final report
 * alone. `excluded`: the authority took the relief away, so nothing moves.
 */
export const FINANCIAL_ENTITIES = [
  'other',
  'credit-institution',
  'central-counterparty',
  'trading-venue',
  'nis2-entity',
  'excluded',
] as const;
export type FinancialEntity = (typeof FINANCIAL_ENTITIES)[number];

/** One regime as it concerns this organisation, or a controller it knows. */
export type Neighbour = {
  /** The regime's id; where there may be several of a kind with what tells them apart behind it: `contract.hoster`, `nis2.customer`. */
  readonly id: string;
  readonly regime: RegimeId;
  /** Id of the controller it concerns, where that is not our own organisation. */
  readonly controller?: string;
  /** Whom to tell, for a contract or an insurance. */
  readonly name?: string;
  /** The agreed hours; only for a contract or an insurance, and without them the notice is owed without undue delay. */
  readonly hours?: number;
  /** Only for DORA; without it nothing moves but the final report. */
  readonly entity?: FinancialEntity;
  /** ISO code of the state whose public holidays count. */
  readonly country?: string;
};

export const localDay = (moment: Instant, zone: string): string => {
  const day = DateTime.fromISO(moment, { zone }).toISODate();
  if (day === null) throw new RangeError('Not a time zone: write a name like Europe/Berlin.');
  return day;
};

/** The version of a regime that holds on this day (YYYY-MM-DD), if it holds at all. */
export const regimeOn = (id: RegimeId, day: string): Regime | undefined =>
  REGIMES.find(
    (regime) => regime.id === id && regime.validFrom <= day && (regime.validUntil === undefined || day <= regime.validUntil),
  );

/** Those of the configured regimes that are in force at this moment, on the clocks of `zone`. */
export const neighboursInForce = (configured: readonly Neighbour[], at: Instant, zone: string): readonly Neighbour[] =>
  configured.filter(({ regime }) => regimeOn(regime, localDay(at, zone)) !== undefined);
