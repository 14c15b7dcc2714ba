import { DateTime } from 'luxon';

/** The calendar day of a moment on the spot, as `2026-11-23`. */
export const localDate = (moment: string, zone: string): string => DateTime.fromISO(moment, { zone }).toISODate() ?? '';
