import { masterKeyOf } from '../../adapters/vault/masterKeyOf.ts';

/** The operator's key of all registers made here, and what a person would set as FRISTWACHT_MASTER_KEY: 32 bytes that nobody should use. */
export const BENCH_KEY = 'bm90IGEga2V5OiBmb3IgYmVuY2hlcyBvbmx5LCAzMiA';
export const benchMasterKey = masterKeyOf(BENCH_KEY);
