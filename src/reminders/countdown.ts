import type { CaseRecord } from '../breach/breachCase.ts';
import { clockInForce, openDuties } from '../breach/duties.ts';
import { instant, type Instant } from '../rules/instant.ts';

const QUARTER_MS = 900_000;
const HOUR_MS = 4 * QUARTER_MS;
const DAY_MS = 24 * HOUR_MS;
const CLOSE_MS = 6 * HOUR_MS;

/**
 * The moment a card shows its hours left as of. It stands still between two redraws, so that the card is redrawn hourly, every
 * 15 minutes in the last 6 hours before a deadline, and daily once a deadline is more than a day past.
 */
export function shownAsOf(record: CaseRecord, now: Instant): Instant {
  if (record.status !== 'open') return record.movedAt;
  const moment = Date.parse(now);
  const step = redrawEveryMs(record, moment);
  const raster = step === undefined ? -Infinity : Math.floor(moment / step) * step;
  const turns = turningPoints(record).filter((turn) => turn <= moment);
  const shown = Math.max(raster, ...turns);
  return Number.isFinite(shown) ? atMillis(shown) : record.openedAt;
}

/** When `shownAsOf` will next differ; `undefined` where nothing counts down. */
export function nextRedraw(record: CaseRecord, now: Instant): Instant | undefined {
  if (record.status !== 'open') return undefined;
  const moment = Date.parse(now);
  const step = redrawEveryMs(record, moment);
  const raster = step === undefined ? [] : [(Math.floor(moment / step) + 1) * step];
  const next = [...raster, ...turningPoints(record)].filter((candidate) => candidate > moment);
  return next.length === 0 ? undefined : atMillis(Math.min(...next));
}

function redrawEveryMs(record: CaseRecord, moment: number): number | undefined {
  const left = deadlines(record).map((deadline) => deadline - moment);
  if (left.length === 0) return undefined;
  if (left.some((ms) => ms > 0 && ms <= CLOSE_MS)) return QUARTER_MS;
  return left.some((ms) => ms > -DAY_MS) ? HOUR_MS : DAY_MS;
}

/** Moments at which the card changes whatever the raster says; they belong to it, so that what is shown never goes back in time. */
function turningPoints(record: CaseRecord): readonly number[] {
  const around = deadlines(record).flatMap((deadline) => [deadline - CLOSE_MS, deadline, deadline + DAY_MS]);
  const { acknowledged } = record;
  const paused = acknowledged ? [Date.parse(acknowledged.at), Date.parse(acknowledged.until)] : [];
  return [Date.parse(record.openedAt), Date.parse(record.movedAt), ...paused, ...around];
}

const deadlines = (record: CaseRecord): readonly number[] =>
  openDuties(record).flatMap((duty) => {
    const { dueBy } = clockInForce(duty);
    return dueBy === undefined ? [] : [Date.parse(dueBy)];
  });

const atMillis = (milliseconds: number): Instant => instant(new Date(milliseconds).toISOString());
