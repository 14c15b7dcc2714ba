import { caseId } from '../breach/identifiers.ts';

/**
 * The reserved name under which the organisation itself is claimed, served and settled, like a case: what belongs to no case (the daily digest,
 * an alarm about Fristwacht's own health) hangs on it. It has no entries, no number and no status, so it stands in no list and no export.
 */
export const ORGANISATION = caseId('organisation');
