import type { Clock } from '../../../src/ports.ts';
import type { Instant } from '../../../src/rules/instant.ts';

/** A time that several processes reckon alike: so fast since a moment of the machine's own clock. */
export type SharedTime = { readonly base: number; readonly startedAt: number; readonly speed: number };

export const momentIn = ({ base, startedAt, speed }: SharedTime): number => Math.floor(base + (Date.now() - startedAt) * speed);

export const clockIn = (time: SharedTime): Clock => ({ now: () => new Date(momentIn(time)).toISOString() as Instant });
