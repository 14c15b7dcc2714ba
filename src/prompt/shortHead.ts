const SHOWN_DIGITS = 32;

/** The first half of a hash in groups of eight, as people compare it: 128 bits, which nobody forges and an eye can follow. */
export const shortHead = (hash: string): string => groupsOfEight(hash.slice(0, SHOWN_DIGITS));

/** The whole hash in groups of eight. */
export const wholeHead = (hash: string): string => groupsOfEight(hash);

const groupsOfEight = (digits: string): string => digits.match(/.{1,8}/g)?.join(' ') ?? '';
