/**
 * The register cannot be opened with these keys. `wrongKey`: another master key wrapped them. `keysLost`: there are entries, and the keys
 * that belong to them are not there. Nothing was changed.
 */
export class KeysRefused extends Error {
  override readonly name = 'KeysRefused';
  readonly reason: 'wrongKey' | 'keysLost';

  constructor(reason: 'wrongKey' | 'keysLost') {
    super(`The register cannot be opened with these keys: ${reason}.`);
    this.reason = reason;
  }
}
