import { isHandled } from '../breach/decideJoining.ts';
import { readCaseNumber, type CaseNumber } from '../breach/identifiers.ts';
import { ERASED_TEXT } from '../register/erased.ts';
import type { FieldFault } from '../prompt/prompt.ts';
import { commit, type Committed } from './commit.ts';
import { orderToExclude } from './orders.ts';
import { permission, readCase, recordLook } from './look.ts';
import type { Opened, Turn } from './turn.ts';

const unknown: FieldFault = { field: 'number', fault: 'unknownNumber' };

/** The case by this number, if this person may join it; one they must not know of is as unknown as one never given. */
async function findMain(turn: Turn, number: CaseNumber): Promise<Opened | undefined> {
  const caseId = await turn.world.register.findByNumber(number);
  const opened = caseId === undefined ? undefined : await readCase(turn, caseId);
  if (opened && permission(turn, 'joinCases', opened).may) return opened;
  await recordLook(turn, opened?.caseId, 'joinCases', false);
  return undefined;
}

/**
 * The opened case is a duplicate and goes on under the number given. First the main case takes it in, then the duplicate
 * goes over, each under a command id of its own from the same inbound: a crash in between is repaired by the repetition.
 */
export async function joinCases(turn: Turn, duplicate: Opened, typed: string): Promise<Committed | FieldFault> {
  const number = readCaseNumber(typed);
  if (number === undefined) return { field: 'number', fault: 'numberInvalid' };
  if (number === duplicate.record.number) return unknown;
  const main = await findMain(turn, number);
  if (!main) return unknown;
  if (duplicate.record.status === 'closed') return { outcome: 'refused', refusal: { refused: 'caseClosed' }, opened: duplicate };
  if (isHandled(duplicate.record)) return { outcome: 'refused', refusal: { refused: 'duplicateHandled' }, opened: duplicate };
  const keptAway = await keepAway(turn, main, duplicate);
  if (keptAway) return keptAway;
  const taken = await takeIn(turn, main, duplicate);
  if (taken.outcome !== 'recorded' && taken.outcome !== 'nothingNew') return taken;
  const goesOn = { type: 'JoinInto', main: main.caseId, mainNumber: main.record.number } as const;
  const joined = await commit(turn, duplicate.caseId, 'joinCases', goesOn, { part: '#duplicate' });
  return joined.outcome === 'recorded' ? { ...joined, opened: taken.opened } : joined;
}

/** Who is kept away from the duplicate is kept away from the case it goes on in. What stands in the way of that, or nothing. */
async function keepAway(turn: Turn, main: Opened, duplicate: Opened): Promise<Committed | undefined> {
  const { excluded, number: reasons } = duplicate.record;
  for (const person of excluded) {
    const exclude = (opened: Opened) => orderToExclude(turn, opened, person, reasons);
    const done = await commit(turn, main.caseId, 'excludePerson', exclude, { part: `#exclude:${person}` });
    if (done.outcome !== 'recorded' && done.outcome !== 'nothingNew') return done;
  }
  return undefined;
}

const takeIn = (turn: Turn, main: Opened, duplicate: Opened): Promise<Committed> =>
  commit(turn, main.caseId, 'joinCases', {
    type: 'TakeInDuplicate',
    duplicate: duplicate.caseId,
    duplicateNumber: duplicate.record.number,
    earliestNamed: duplicate.record.earliestNamed,
    incident: duplicate.record.incident,
    // Of what was erased nothing is taken along: a body of data goes without its name, a question is asked no more.
    dataSets: duplicate.record.dataSets.map((dataSet) => ({
      ...dataSet,
      label: dataSet.label === ERASED_TEXT ? '' : dataSet.label,
    })),
    texts: [
      { text: duplicate.record.text, authorName: duplicate.record.reporterName },
      ...duplicate.record.additions.map(({ text, authorName }) => ({ text, authorName })),
    ],
    neighbours: duplicate.record.neighbours.map(({ neighbour }) => neighbour),
    questions: duplicate.record.questions
      .filter(({ answer, text, person }) => answer === undefined && text !== ERASED_TEXT && person !== ERASED_TEXT)
      .map(({ questionId, person, text }) => ({ questionId, person, text })),
  });
