import type { CaseRecord } from './breachCase.ts';
import type { CaseSetting } from './commands.ts';
import type { Decision } from './events.ts';
import type { PersonId } from './identifiers.ts';

/** Whose decision it is: the controllers whose clock or duties it touches. */
function concerned(decision: Decision, record: CaseRecord, { self }: CaseSetting): readonly string[] {
  const found = ownersOf(decision, record);
  return found.length === 0 ? [self] : [...new Set(found)];
}

function ownersOf(decision: Decision, record: CaseRecord): readonly string[] {
  switch (decision.kind) {
    case 'awareness':
      return [decision.controller];
    case 'no-breach':
      return record.duties.map((duty) => duty.owedBy);
    case 'exception':
    case 'not-notifying':
      return record.duties.filter((duty) => decision.duties.includes(duty.id)).map((duty) => duty.owedBy);
  }
}

/** A controller that names its own decider is spoken for by that one only; for the others any decider may speak. */
const speaksFor = (person: PersonId, controller: string, { decidersOf, deciders }: CaseSetting): boolean =>
  decidersOf[controller] === undefined ? deciders.includes(person) : decidersOf[controller] === person;

/** Whether this person's confirmation is one of those the decision needs. */
export const mayConfirm = (person: PersonId, decision: Decision, record: CaseRecord, setting: CaseSetting): boolean =>
  concerned(decision, record, setting).some((controller) => speaksFor(person, controller, setting));

/** Whether these confirmations are all that the decision needs: one for each controller it concerns. */
export const isConfirmed = (
  confirmations: readonly PersonId[],
  decision: Decision,
  record: CaseRecord,
  setting: CaseSetting,
): boolean =>
  concerned(decision, record, setting).every((controller) =>
    confirmations.some((person) => speaksFor(person, controller, setting)),
  );
