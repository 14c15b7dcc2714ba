import type { CaseId } from '../breach/identifiers.ts';
import { CaseUnreadable } from '../register/caseUnreadable.ts';
import { readCase as foldCase } from '../register/readCase.ts';
import { rolesOf } from '../organisation.ts';
import { mayDo, verdictFor, type Operation, type Permission } from './access.ts';
import { refuse } from './refuse.ts';
import type { Opened, Prompts, Turn } from './turn.ts';

export type Seen = { readonly opened: Opened } | { readonly refused: Prompts };

/** Reads a case as it stands now; undefined where there is none. Throws CaseUnreadable, and RegisterUnavailable. */
export async function readCase(turn: Turn, caseId: CaseId): Promise<Opened | undefined> {
  const stored = await turn.world.register.read(caseId);
  if (!stored) return undefined;
  const record = foldCase(stored);
  return record.status === 'none' ? undefined : { caseId, record, version: stored.version, entries: stored.entries };
}

/** One case that cannot be read stops nobody from the others; the reminders raise the alarm about it. */
export async function readIfPossible(turn: Turn, caseId: CaseId): Promise<Opened | undefined> {
  try {
    return await readCase(turn, caseId);
  } catch (error) {
    if (error instanceof CaseUnreadable) return undefined;
    throw error;
  }
}

/** Records a look, or a refused attempt, before anything of the case goes out. */
export const recordLook = (turn: Turn, caseId: CaseId | undefined, what: Operation, allowed: boolean): Promise<void> =>
  turn.world.register.recordLook({ caseId, by: turn.person, at: turn.now, what, allowed });

export const permission = (turn: Turn, operation: Operation, opened: Opened | undefined): Permission =>
  mayDo(operation, turn.person, turn.organisation, opened?.record);

/**
 * The answer to an attempt that is not allowed, or at a case that does not exist: the two cannot be told apart by
 * somebody who must not know of the case.
 */
export async function turnAway(turn: Turn, operation: Operation, opened: Opened | undefined): Promise<Prompts> {
  const allowed = permission(turn, operation, opened);
  if (allowed.may && opened) throw new RangeError('Nobody is turned away from what they may do.');
  await recordLook(turn, opened?.caseId, operation, false);
  if (!allowed.may && allowed.because === 'notAllowed' && turn.rightsUnknown) return [refuse(turn, 'rightsUnknown')];
  if (!allowed.may && allowed.because !== 'hidden') return [refuse(turn, allowed.because)];
  const verdict = verdictFor(operation, rolesOf(turn.organisation, turn.person));
  return [refuse(turn, verdict === 'own' ? 'notAllowed' : 'noSuchCase')];
}

/** Opens a case for somebody to look at: checks, records the look, and only then hands it over. */
export async function lookAt(turn: Turn, caseId: CaseId, operation: Operation): Promise<Seen> {
  const opened = await readCase(turn, caseId);
  if (!opened || !permission(turn, operation, opened).may) return { refused: await turnAway(turn, operation, opened) };
  await recordLook(turn, caseId, operation, true);
  if (opened.record.status === 'erased' && !LEFT_OF_ERASED.includes(operation)) {
    return { refused: [refuse(turn, 'caseErased', { number: opened.record.number })] };
  }
  return { opened };
}

/** What an erased case still shows; everything else would speak of what is gone. */
const LEFT_OF_ERASED: readonly Operation[] = ['openCase', 'looks', 'seeDuties', 'seeOwnReports', 'export'];

/** Looks at what belongs to no single case (a list); undefined where it is allowed. */
export async function lookAtList(turn: Turn, operation: Operation): Promise<Prompts | undefined> {
  if (!permission(turn, operation, undefined).may) return turnAway(turn, operation, undefined);
  await recordLook(turn, undefined, operation, true);
  return undefined;
}
