import { clockInForce, openDuties } from '../breach/duties.ts';
import type { CaseId, CaseNumber } from '../breach/identifiers.ts';
import { caseCard, dutyRows } from '../prompt/caseCard.ts';
import { caseDetails } from '../prompt/caseDetails.ts';
import { openedRequest } from '../prompt/confirmationRequest.ts';
import type { ConfirmationRequestPrompt } from '../prompt/prompt.ts';
import { decisionsWaitingFor, type Operation } from './access.ts';
import { ownReport } from './employee.ts';
import { lookAt, lookAtList, permission, readCase, readIfPossible, recordLook, turnAway } from './look.ts';
import { refuse } from './refuse.ts';
import { headOf, type Opened, type Prompts, type Turn } from './turn.ts';

const MOST_CASES = 100;

const dueFirst = ({ record }: Opened): string =>
  openDuties(record)
    .flatMap((duty) => clockInForce(duty).dueBy ?? [])
    .toSorted()[0] ?? '9999';

/** The open cases this person may see in this way, the most urgent first; others are not even counted. */
export async function visibleCases(turn: Turn, operation: Operation): Promise<readonly Opened[]> {
  const heads = await turn.world.register.list({ status: ['open'], limit: MOST_CASES });
  const read: Opened[] = [];
  for (const { caseId } of heads) {
    const opened = await readIfPossible(turn, caseId);
    if (opened && permission(turn, operation, opened).may) read.push(opened);
  }
  return read.toSorted((one, other) => dueFirst(one).localeCompare(dueFirst(other)));
}

/** All open cases, to each role as much of them as it may see. */
export async function openCases(turn: Turn): Promise<Prompts> {
  if (permission(turn, 'listCases', undefined).may) return listCases(turn);
  if (permission(turn, 'seeDuties', undefined).may) return listDuties(turn);
  if (permission(turn, 'seeDecision', undefined).may) return listDecisions(turn);
  return turnAway(turn, 'listCases', undefined);
}

async function listCases(turn: Turn): Promise<Prompts> {
  const { organisation, now } = turn;
  await lookAtList(turn, 'listCases');
  const cases = (await visibleCases(turn, 'listCases')).map((opened) =>
    caseCard({ ...opened, organisation, asOf: now, head: headOf(opened) }),
  );
  return [{ kind: 'caseList', cases, zone: organisation.timeZone }];
}

async function listDuties(turn: Turn): Promise<Prompts> {
  await lookAtList(turn, 'seeDuties');
  return [dutyList(turn, await visibleCases(turn, 'seeDuties'))];
}

const dutyList = (turn: Turn, cases: readonly Opened[]): Prompts[number] => ({
  kind: 'dutyList',
  zone: turn.organisation.timeZone,
  cases: cases.map(({ record }) => ({ number: record.number, duties: dutyRows(record, turn.organisation, turn.now) })),
});

async function listDecisions(turn: Turn): Promise<Prompts> {
  const waiting = await visibleCases(turn, 'seeDecision');
  for (const { caseId } of waiting) await recordLook(turn, caseId, 'seeDecision', true);
  if (waiting.length === 0) return [refuse(turn, 'noSuchDecision')];
  return waiting.flatMap((opened) => requests(turn, opened));
}

/** What a decider is to confirm, with the reasons: opened by that person, for that person alone. */
const requests = (turn: Turn, { caseId, record }: Opened): readonly ConfirmationRequestPrompt[] =>
  decisionsWaitingFor(turn.person, turn.organisation, record).map((decision) =>
    openedRequest({ decision, caseId, record, organisation: turn.organisation, asOf: turn.now }),
  );

/** A case was named by its number. What this person may not know of is answered like a number that was never given. */
export async function showNumber(turn: Turn, number: CaseNumber): Promise<Prompts> {
  const caseId = await turn.world.register.findByNumber(number);
  const opened = caseId === undefined ? undefined : await readCase(turn, caseId);
  const way = opened && wayToSee(turn, opened);
  if (opened && way) return showAs(turn, opened.caseId, way);
  await recordLook(turn, opened?.caseId, 'openCase', false);
  return [refuse(turn, 'numberUnknown', { number })];
}

/** A case was named by its button. */
export async function showCase(turn: Turn, caseId: CaseId): Promise<Prompts> {
  const opened = await readCase(turn, caseId);
  const way = opened && wayToSee(turn, opened);
  return way ? showAs(turn, caseId, way) : turnAway(turn, 'openCase', opened);
}

const WAYS = ['openCase', 'seeOwnReports', 'seeDecision', 'seeDuties'] as const satisfies readonly Operation[];
type Way = (typeof WAYS)[number];

/** The fullest view of this case that is open to this person. */
const wayToSee = (turn: Turn, opened: Opened): Way | undefined => WAYS.find((way) => permission(turn, way, opened).may);

async function showAs(turn: Turn, caseId: CaseId, way: Way): Promise<Prompts> {
  if (way === 'seeOwnReports') return ownReport(turn, caseId);
  const seen = await lookAt(turn, caseId, way);
  if ('refused' in seen) return seen.refused;
  const { organisation, now } = turn;
  switch (way) {
    case 'openCase':
      return [caseDetails({ ...seen.opened, ...shownBeside(turn, seen.opened), organisation, asOf: now })];
    case 'seeDecision':
      return requests(turn, seen.opened);
    case 'seeDuties':
      return [dutyList(turn, [seen.opened])];
  }
}

const shownBeside = ({ world }: Turn, opened: Opened) => ({ head: headOf(opened), keptOn: world.keptOn ?? [] });
