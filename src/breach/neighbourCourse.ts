import { earliest, type Instant } from '../rules/instant.ts';
import { localDay, type Neighbour, neighboursInForce, regimeOn } from '../rules/neighbours/neighbour.ts';
import type { Regime, RegimeId, Stage } from '../rules/neighbours/regime.ts';
import { readStageRecipient, stageRecipient } from '../rules/neighbours/stageName.ts';
import { type NeighbourCourse, type OwedStage, owedStages, periodOf, type SentReport } from '../rules/neighbours/stages.ts';
import { controllersOf } from '../rules/facts.ts';
import { profileFor } from '../rules/profiles/lawFor.ts';
import type { ProfileName } from '../rules/profiles/profileName.ts';
import type { CaseRecord, DutyState, NeighbourState, NoticeState } from './breachCase.ts';
import type { CaseSetting } from './commands.ts';
import { clockInForce, dutyById, isNeighbouring } from './duties.ts';
import type { BreachEvent, Meta, NeighbourAnswer, RecordedDuty } from './events.ts';

/** Where no place is configured, days and months are those of UTC. */
const NO_PLACE = 'UTC';

/**
 * Every regime the configuration names is asked about once, as soon as it is in force; none is forgotten, none presumed. Only where the
 * rules bring the very duty by a profile of the data there is nothing to ask: the profile goes first, and nobody is told twice.
 */
export function neighbourQuestions(record: CaseRecord, setting: CaseSetting, meta: Meta): readonly BreachEvent[] {
  const { neighbours = [], timeZone: zone = NO_PLACE, self } = setting;
  if (record.status !== 'open') return [];
  const notAsked = neighboursInForce(neighbours, meta.at, zone).filter(
    ({ id, regime, controller = self }) =>
      !isAsked(record, id) &&
      concerns(controller, record, self) &&
      !isSaidByRules(regimeAt(regime, localDay(meta.at, zone)), controller, record, setting),
  );
  return notAsked.map((neighbour) => ({
    ...meta,
    type: 'NeighbourAsked',
    neighbour,
    zone,
    duty: question(neighbour, neighbour.controller ?? self, meta),
  }));
}

/** What concerns us is asked in every case; what concerns another controller only where some of its data are part of the case. */
const concerns = (controller: string, { dataSets }: CaseRecord, self: string): boolean =>
  controller === self || dataSets.some((dataSet) => controllersOf(dataSet).includes(controller));

/** The laws the rules apply to the data of this controller. What we only process for it the rules do not make its duty. */
function profilesOf(controller: string, { dataSets }: CaseRecord, { controllers }: CaseSetting): readonly ProfileName[] {
  const described = controllers.find(({ id }) => id === controller);
  const theirs = dataSets.filter((dataSet) => dataSet.role !== 'processor' && controllersOf(dataSet).includes(controller));
  return theirs.map((dataSet) => profileFor(dataSet, described).id);
}

const isSaidByRules = ({ saidBy }: Regime, controller: string, record: CaseRecord, setting: CaseSetting): boolean =>
  saidBy !== undefined && profilesOf(controller, record, setting).includes(saidBy);

/**
 * Where the data of the case come under such a profile only later, what was asked or opened beside it ends, as never applying; where they
 * leave it again, it is asked about again. What was sent or decided stays.
 */
export function profilesGoFirst(record: CaseRecord, setting: CaseSetting, meta: Meta): readonly BreachEvent[] {
  if (record.status !== 'open') return [];
  return record.neighbours.flatMap((state): readonly BreachEvent[] => {
    const duties = record.duties.filter((duty) => isNeighbouring(duty.kind) && neighbourOf(duty, record) === state);
    if (isSaidElsewhere(state, record, setting)) {
      return duties.filter(({ end }) => end === undefined).map(({ id }) => ({ ...meta, type: 'DutyNeverApplied', duty: id }));
    }
    return duties
      .filter(({ end }) => end?.how === 'never-applied')
      .map(({ id }) => ({ ...meta, type: 'DutyReopened', duty: id, cause: 'assessment-worsened' }));
  });
}

/** True while the rules say the same by a profile: then there is no question, and no answer is taken. */
export const isSaidElsewhere = (state: NeighbourState, record: CaseRecord, setting: CaseSetting): boolean =>
  isSaidByRules(regimeOf(state), state.owedBy, record, setting);

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

/** Throws where no version was in force: it would not have been asked about then. */
function regimeAt(id: RegimeId, day: string): Regime {
  const regime = regimeOn(id, day);
  if (regime === undefined) throw new Error(`No version of ${id} was in force when it was asked about.`);
  return regime;
}

/** The version that held when it started; before the first one, the version it was asked under. */
function regimeOf({ neighbour, zone, askedAt, answered }: NeighbourState): Regime {
  const answer = answered?.answer;
  const atStart = answer?.kind === 'applies' ? regimeOn(neighbour.regime, localDay(answer.startsAt, zone)) : undefined;
  return atStart ?? regimeAt(neighbour.regime, localDay(askedAt, zone));
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
  const { startsAt, awareAt, variant } = answer;
  return { neighbour, regime: regimeOf(state), startsAt, awareAt, ...(variant === undefined ? {} : { variant }), zone, sent };
}

/** The course as it runs if the earlier moment a duplicate brought counts: knowledge moves, a classification stays. */
function movedCourse(course: NeighbourCourse, moment: Instant): NeighbourCourse {
  const { regime, startsAt, awareAt } = course;
  const known = earliest(moment, awareAt ?? moment);
  return { ...course, startsAt: regime.startsByClassification ? startsAt : earliest(startsAt, moment), awareAt: known };
}

/** Joining never lightens: should the earlier moment let a limit fall away (DORA, 24 hours after awareness), the earlier end stays. */
function withEarlierEnd(stage: OwedStage, before: readonly OwedStage[]): OwedStage {
  const known = before.find((other) => other.stage === stage.stage && other.to === stage.to)?.dueBy;
  return known === undefined || stage.dueBy === undefined ? stage : { ...stage, dueBy: earliest(stage.dueBy, known) };
}

function owedNow(course: NeighbourCourse, { earlierNamed }: NeighbourState): readonly OwedStage[] {
  const answered = owedStages(course);
  if (earlierNamed === undefined) return answered;
  return owedStages(movedCourse(course, earlierNamed)).map((stage) => withEarlierEnd(stage, answered));
}

/** The hours by the variant that was answered, of a regime that has several. */
export const periodInForce = (state: NeighbourState): number | undefined =>
  state.answered?.answer.kind === 'applies' ? periodOf(regimeOf(state), state.answered.answer.variant) : undefined;

/** The hours this variant would give; undefined where the regime does not know it. */
export function periodOfVariant(state: NeighbourState, variant: string | undefined): number | undefined {
  const regime = regimeOf(state);
  const isKnown = variant === undefined || regime.variants?.some(({ id }) => id === variant) === true;
  return isKnown ? periodOf(regime, variant) : undefined;
}

/** The moment its clock really runs from: as answered, or earlier where a duplicate brought an earlier one. */
export function startInForce(state: NeighbourState): Instant | undefined {
  const answer = state.answered?.answer;
  if (answer?.kind !== 'applies') return undefined;
  const { earlierNamed = answer.startsAt } = state;
  return regimeOf(state).startsByClassification ? answer.startsAt : earliest(answer.startsAt, earlierNamed);
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
  return owedNow(course, current)
    .map((stage) => recorded(stage, current))
    .filter((duty) => isNew(duty, record))
    .map((duty) => ({ ...meta, type: 'NeighbourStageOpened', duty }));
}
