import { localDay, type Neighbour, neighboursInForce, regimeOn } from '../rules/neighbours/neighbour.ts';
import type { Regime, Stage } from '../rules/neighbours/regime.ts';
import { readStageRecipient, stageRecipient } from '../rules/neighbours/stageName.ts';
import { type NeighbourCourse, type OwedStage, owedStages, type SentReport } from '../rules/neighbours/stages.ts';
import type { CaseRecord, DutyState, NeighbourState, NoticeState } from './breachCase.ts';
import type { CaseSetting } from './commands.ts';
import { clockInForce, dutyById } from './duties.ts';
import type { BreachEvent, Meta, NeighbourAnswer, RecordedDuty } from './events.ts';

/** Where no place is configured, days and months are those of UTC. */
const NO_PLACE = 'UTC';

/** Every regime the configuration names is asked about once, as soon as it is in force; none is forgotten, none presumed. */
export function neighbourQuestions(record: CaseRecord, setting: CaseSetting, meta: Meta): readonly BreachEvent[] {
  const { neighbours = [], timeZone: zone = NO_PLACE, self } = setting;
  if (record.status !== 'open') return [];
  const notAsked = neighboursInForce(neighbours, meta.at, zone).filter(({ id }) => !isAsked(record, id));
  return notAsked.map((neighbour) => ({
    ...meta,
    type: 'NeighbourAsked',
    neighbour,
    zone,
    duty: question(neighbour, self, meta),
  }));
}

const isAsked = (record: CaseRecord, id: string): boolean => record.neighbours.some(({ neighbour }) => neighbour.id === id);

const question = ({ id }: Neighbour, owedBy: string, { at }: Meta): RecordedDuty => ({
  id: `neighbour-question:${owedBy}:${id}`,
  kind: 'neighbour-question',
  owedBy,
  recipient: id,
  status: 'presumed',
  startsAt: at,
});

/** The regime a neighbouring duty belongs to. */
export function neighbourOf(duty: DutyState, record: CaseRecord): NeighbourState | undefined {
  const { neighbour: id } = readStageRecipient(duty.recipient);
  return record.neighbours.find(({ neighbour }) => neighbour.id === id);
}

/** The version that held when it started; before the first one, the version it was asked under. */
function regimeOf({ neighbour, zone, askedAt, answered }: NeighbourState): Regime {
  const answer = answered?.answer;
  const atStart = answer?.kind === 'applies' ? regimeOn(neighbour.regime, localDay(answer.startsAt, zone)) : undefined;
  const regime = atStart ?? regimeOn(neighbour.regime, localDay(askedAt, zone));
  if (regime === undefined) throw new Error(`No version of ${neighbour.regime} was in force when it was asked about.`);
  return regime;
}

/** True for a report that its regime wants sent again when something changed. */
export const takesUpdate = (duty: DutyState, record: CaseRecord): boolean => isSentAgain(duty, record, 'update');

/** True for a final report that counts as a progress report while something is still missing, and is then owed again. */
export const takesProgress = (duty: DutyState, record: CaseRecord): boolean => isSentAgain(duty, record, 'progress');

function isSentAgain(duty: DutyState, record: CaseRecord, how: Stage['again']): boolean {
  const state = neighbourOf(duty, record);
  const { stage: named } = readStageRecipient(duty.recipient);
  return state !== undefined && regimeOf(state).stages.some(({ id, again }) => id === named && again === how);
}

function sentReport(notice: NoticeState, state: NeighbourState, record: CaseRecord): SentReport | undefined {
  const duty = dutyById(record, notice.duty);
  if (duty?.kind !== 'neighbour') return undefined;
  const { neighbour, stage, to } = readStageRecipient(duty.recipient);
  if (neighbour !== state.neighbour.id || stage === undefined || to === undefined) return undefined;
  return { stage, to, sentAt: notice.sentAt, ongoing: notice.missing !== '' };
}

function courseOf(state: NeighbourState, record: CaseRecord): NeighbourCourse | undefined {
  const answer: NeighbourAnswer | undefined = state.answered?.answer;
  if (answer?.kind !== 'applies') return undefined;
  const { neighbour, zone } = state;
  const sent = record.notices.flatMap((notice) => sentReport(notice, state, record) ?? []);
  return { neighbour, regime: regimeOf(state), startsAt: answer.startsAt, awareAt: answer.awareAt, zone, sent };
}

function recorded(stage: OwedStage, { neighbour, owedBy }: NeighbourState): RecordedDuty {
  const recipient = stageRecipient(neighbour.id, stage.stage, stage.to);
  const { startsAt, dueBy } = stage;
  const id = `neighbour:${owedBy}:${recipient}`;
  return { id, kind: 'neighbour', owedBy, recipient, status: 'owed', startsAt, ...(dueBy === undefined ? {} : { dueBy }) };
}

/** What somebody decided not to send stays decided; what runs already as it should is not set anew. */
function isNew(duty: RecordedDuty, record: CaseRecord): boolean {
  const known = dutyById(record, duty.id);
  if (known === undefined || known.end?.how === 'answered' || known.end?.how === 'notice') return true;
  const { startsAt, dueBy } = clockInForce(known);
  return known.end === undefined && (startsAt !== duty.startsAt || dueBy !== duty.dueBy);
}

/** The reports that are owed by what the record says now and do not run yet, or run from another moment. */
export function opensNextStages(state: NeighbourState, record: CaseRecord, meta: Meta): readonly BreachEvent[] {
  const current = record.neighbours.find(({ neighbour }) => neighbour.id === state.neighbour.id) ?? state;
  const course = courseOf(current, record);
  if (course === undefined) return [];
  return owedStages(course)
    .map((stage) => recorded(stage, current))
    .filter((duty) => isNew(duty, record))
    .map((duty) => ({ ...meta, type: 'NeighbourStageOpened', duty }));
}
