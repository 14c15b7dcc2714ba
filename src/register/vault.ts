import type { RegisterEngine } from './registerEngine.ts';
import type { Sealing } from './sealing.ts';

/** An engine, and what it takes to seal what it keeps. */
export type Vault = { readonly engine: RegisterEngine; readonly sealing: Sealing };
