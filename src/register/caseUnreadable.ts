import type { CaseId } from '../breach/identifiers.ts';

/**
 * One case that this version cannot read: damaged, or written by a newer version. It stops nobody else (DESIGN, invariant 11).
 * The message carries the opaque id alone, never what stands in the entry.
 */
export class CaseUnreadable extends Error {
  override readonly name = 'CaseUnreadable';
  readonly caseId: CaseId;

  constructor(caseId: CaseId, options?: ErrorOptions) {
    super(`The case ${caseId} cannot be read by this version.`, options);
    this.caseId = caseId;
  }
}
