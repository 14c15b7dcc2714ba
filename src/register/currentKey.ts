import { RegisterUnavailable } from '../ports.ts';
import type { KeyRing } from './keyStore.ts';
import type { Sealing } from './sealing.ts';

/**
 * The master key may have been changed while this process runs with the old one. Then nothing can be opened here, which must not pass for
 * „nothing there“: every reading is unavailable until somebody starts again with the new key. Throws RegisterUnavailable.
 */
export function requireCurrentKey({ masterKey }: Sealing, rings: readonly KeyRing[]): void {
  const isForeign = rings.some(
    ({ fingerprint, wrapped }) => fingerprint !== masterKey.fingerprint && Object.keys(wrapped).length > 0,
  );
  if (isForeign) throw new RegisterUnavailable('The master key was changed; start again with the new one.');
}
