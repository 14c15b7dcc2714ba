import { assess, type Assessment, type AssessedDuty, type AssessmentInput, REPLACES } from '../../src/rules/assess.ts';
import { ANSWERS, FACTS, UNKNOWN } from '../../src/rules/facts.ts';
import { type Place, withAnswer } from './arbitraryInput.ts';

const open = ({ duties }: Assessment): readonly AssessedDuty[] => duties.filter(({ status }) => status !== 'not-owed');

/** Only the two notices of § 169 TKG stand in for another, and only for one of the same controller. */
const standsInFor = (other: AssessedDuty, duty: AssessedDuty, kinds: readonly string[]): boolean =>
  kinds.includes(other.duty) && other.owedBy === duty.owedBy && ['de-bnetza', 'de-bfdi'].includes(other.recipient);

/** Every duty of the one assessment is in the other too, or one that replaces it, and none is due later there. */
export function expectKept(from: Assessment, into: Assessment, allowReplacement: boolean): void {
  expectKeptOr(from, into, (duty, other) => allowReplacement && standsInFor(other, duty, REPLACES[duty.duty] ?? []));
}

/** The same where something else than an answer changed, and `replaces` says what may stand in for a duty. */
export function expectKeptOr(
  from: Assessment,
  into: Assessment,
  replaces: (duty: AssessedDuty, other: AssessedDuty) => boolean,
): void {
  const there = open(into);
  for (const duty of open(from)) {
    const same = there.find(({ id }) => id === duty.id) ?? there.find((other) => replaces(duty, other));
    if (same === undefined) throw new Error(`The duty ${duty.id} was lost.`);
    if (duty.dueBy !== undefined && !(same.dueBy !== undefined && same.dueBy <= duty.dueBy))
      throw new Error(`${duty.id} came later.`);
  }
}

/** At one place: not asked, and nobody knows, must yield all that any answer yields; and so must each answer for every milder one. */
export const checkPlace = (input: AssessmentInput, place: Place): void => checkPlaceUnder(assess, input, place);

/** The same for any rules: those of a day, or a proposal. */
export function checkPlaceUnder(by: (input: AssessmentInput) => Assessment, input: AssessmentInput, place: Place): void {
  const at = (answer: string | undefined) => by(withAnswer(input, place, answer));
  const byAnswer = ANSWERS[place.fact].map(at);
  const absent = at(undefined);
  const unknown = FACTS[place.fact].mayBeUnknown ? at(UNKNOWN) : absent;
  // What comes unasked has not happened until it is recorded; a worse answer weighs as with every other fact.
  const { comesUnasked } = FACTS[place.fact];
  byAnswer.forEach((answered, rank) => {
    if (!comesUnasked) expectKept(answered, absent, false);
    if (!comesUnasked) expectKept(answered, unknown, false);
    const worse = byAnswer[rank + 1];
    if (worse !== undefined) expectKept(answered, worse, true);
  });
}
