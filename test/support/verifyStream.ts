import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { OpenedEntry } from '../../src/ports.ts';
import { verifyChain } from '../../src/register/verifyChain.ts';

/** Whether these entries are there and chained, with every part as its entry committed itself to it. */
export const verifyStream = (entries: readonly OpenedEntry[]): boolean =>
  entries.length > 0 && verifyChain(entries, nodeCryptography.sha256).intact;
