import {
  allowedAnswers,
  controllersOf,
  FACTS,
  ROLES,
  sidesOf,
  type Answer,
  type DataSet,
  type FactName,
  type Sides,
} from '../rules/facts.ts';
import { withAssessment } from './assessCase.ts';
import type { CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting, Refusal } from './commands.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import type { BreachEvent } from './events.ts';
import { listedIn } from './listedControllers.ts';
import { isBeforeTheLaw, knownBefore, lastNamed, occurredAfter, startsTheClock } from './times.ts';

/** Records a body of data, or our role for one that is known already; its facts stay. */
export function recordDataSet(command: BreachCommandOf<'RecordDataSet'>, record: CaseRecord, setting: CaseSetting): Decided {
  const { dataSet, controller, role } = command;
  const label = command.label.trim();
  if (isBlank(dataSet)) return refuse('unknownDataSet');
  const known = record.dataSets.find(({ id }) => id === dataSet);
  const sides = sidesSaid(command, known);
  const refused = refusalOfName(label, dataSet, record) ?? refusalOfParts({ controller, role, ...sides }, record, setting);
  if (refused) return refused;
  const isSame = known?.label === label && known.controller === controller && known.role === role;
  if (isSame && JSON.stringify(sidesOf(known)) === JSON.stringify(sides)) return NOTHING_NEW;
  const meta = metaOf(command);
  const reasons = (command.reasons ?? '').trim();
  const isMoved =
    known !== undefined &&
    (known.controller !== controller || known.role !== role || losesSide(known, sides) || tellsOthers(known, sides));
  // It can end duties as never applying, so the record must say why (Art. 5(2) GDPR).
  if (isMoved && reasons === '') return refuse('reasonsMissing');
  const said = { dataSet, label, controller, role, ...sides, ...(isMoved ? { reasons } : {}) };
  const recorded: BreachEvent = { ...meta, type: 'DataSetRecorded', ...said };
  return withAssessment(record, [recorded], setting, meta, 'downToo');
}

/** Whoever corrects the label or our role says nothing of the others who have a part in the data, unless they say so. */
const sidesSaid = (command: BreachCommandOf<'RecordDataSet'>, known: DataSet | undefined): Sides =>
  command.sidesComplete || known?.controller !== command.controller
    ? sidesOf(command)
    : { ...sidesOf(known), ...sidesOf(command) };

const spoken = (label: string): string => label.trim().normalize('NFC').toLowerCase();

/** Two data sets of one name could not be told apart in any question. */
const refusalOfName = (label: string, dataSet: string, record: CaseRecord): Refusal | undefined =>
  label !== '' && record.dataSets.some((other) => other.id !== dataSet && spoken(other.label) === spoken(label))
    ? refuse('dataSetNameTaken')
    : undefined;

function refusalOfParts(
  { controller, role, ...sides }: Pick<DataSet, 'controller' | 'role'> & Sides,
  record: CaseRecord,
  { controllers, self }: CaseSetting,
): Refusal | undefined {
  const joint = controllersOf({ controller, ...sides });
  const { notifier, worksFor } = sides;
  const named = [...joint, ...(worksFor === undefined ? [] : [worksFor])];
  const known = [...controllers.map(({ id }) => id), ...listedIn(record).map((one) => one.controller)];
  if (!named.every((one) => known.includes(one))) return refuse('unknownController');
  if (!ROLES.includes(role)) return refuse('unknownAnswer');
  if (notifier !== undefined && !joint.includes(notifier)) return refuse('notifierNotJoint');
  if (worksFor === self || (worksFor !== undefined && joint.includes(worksFor))) return refuse('worksForController');
  // Nobody is processor for itself.
  return role === 'processor' && joint.includes(self) ? refuse('processorForItself') : undefined;
}

/** A processor we work for stands in for the controllers we told so far (Art. 33(2) and 28(4) GDPR), so that takes a duty away. */
const tellsOthers = (known: Sides, { worksFor }: Sides): boolean => worksFor !== undefined && worksFor !== known.worksFor;

/** What was recorded of a part in the data reads otherwise now; a part nobody had named before takes no duty away. */
const losesSide = (known: Sides, sides: Sides): boolean =>
  Object.entries(sidesOf(known)).some(([side, who]) => JSON.stringify(who) !== JSON.stringify(sides[side as keyof Sides]));

/** Where a fact stands: in a data set, or, without one, with the incident. */
type Place = { readonly dataSet?: string; readonly answered: Answer | undefined };

/** A fact of a data set may leave the data set out where there is only one. */
function placeOf({ fact, dataSet }: BreachCommandOf<'AnswerFact'>, record: CaseRecord): Place | Refusal {
  if (FACTS[fact].scope === 'incident') {
    return dataSet === undefined ? { answered: record.incident[fact] } : refuse('unknownDataSet');
  }
  const [only, ...others] = record.dataSets;
  const meant = dataSet === undefined && others.length === 0 ? only : record.dataSets.find(({ id }) => id === dataSet);
  return meant === undefined ? refuse('unknownDataSet') : { dataSet: meant.id, answered: meant.facts[fact] };
}

const isFact = (name: string): name is FactName => Object.hasOwn(FACTS, name);

export function answerFact(command: BreachCommandOf<'AnswerFact'>, record: CaseRecord, setting: CaseSetting): Decided {
  const { fact, answer } = command;
  if (!isFact(fact) || !allowedAnswers(fact).includes(answer)) return refuse('unknownAnswer');
  const place = placeOf(command, record);
  if ('refused' in place) return place;
  if (place.answered === answer) return NOTHING_NEW;
  const event = answerEvent(command, place);
  return 'refused' in event ? event : withAssessment(record, [event], setting, metaOf(command), 'downToo');
}

/** A first answer is an answer; another one corrects it, and then the record must say why. */
function answerEvent(command: BreachCommandOf<'AnswerFact'>, { dataSet, answered: before }: Place): BreachEvent | Refusal {
  const { fact, answer } = command;
  const said = { ...metaOf(command), ...(dataSet === undefined ? {} : { dataSet }), fact, answer };
  if (before === undefined) return { ...said, type: 'FactAnswered' };
  const reasons = (command.reasons ?? '').trim();
  return reasons === '' ? refuse('reasonsMissing') : { ...said, type: 'FactCorrected', before, reasons };
}

/**
 * Records a named moment. Moving one later than it was named before needs reasons, and does not move the precautionary
 * clock; an earlier one moves that clock at once.
 */
export function recordTime(command: BreachCommandOf<'RecordTime'>, record: CaseRecord, setting: CaseSetting): Decided {
  const { time, moment } = command;
  const source = command.source.trim();
  const reasons = command.reasons.trim();
  const last = lastNamed(record, time);
  if (moment > command.at) return refuse('momentInFuture');
  if (startsTheClock(time) && isBeforeTheLaw(moment)) return refuse('beforeTheLaw');
  if (time === 'occurred' && knownBefore(record, moment)) return refuse('afterKnown');
  if (startsTheClock(time) && occurredAfter(record, moment)) return refuse('beforeOccurred');
  if (last?.moment === moment && last.source === source && last.reasons === reasons) return NOTHING_NEW;
  if (last !== undefined && moment > last.moment && reasons === '') return refuse('reasonsMissing');
  const meta = metaOf(command);
  const recorded: BreachEvent = { ...meta, type: 'TimeRecorded', time, moment, source, reasons };
  return withAssessment(record, [recorded], setting, meta, 'onlyUp');
}

/** Assesses by the rules of today, milder ones included: somebody asked for it. */
export const assessAnew = (command: BreachCommandOf<'Assess'>, record: CaseRecord, setting: CaseSetting): Decided =>
  withAssessment(record, [], setting, metaOf(command), 'downToo');
