// As processor (Art. 33(2) GDPR): the controllers of a case come from a list, each with the terms of its contract, and each is owed a word of its own.
import { toldBy, type FactName } from '../rules/facts.ts';
import { withAssessment } from './assessCase.ts';
import type { CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting, ControllerTerms, Refusal } from './commands.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import { finished, planned } from './decideNotices.ts';
import { isDischarged } from './duties.ts';
import type { BreachEvent, Meta } from './events.ts';
import { listedIn } from './listedControllers.ts';

const ID = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u;
const MOST_HOURS = 999;
/** The task of finding out how a controller is reached. */
const contactTask = (controller: string): string => `notice:controller/${controller}`;

type ListControllers = BreachCommandOf<'ListControllers'>;
type DataSet = CaseRecord['dataSets'][number];

/**
 * Takes up a whole list, or nothing of it. Whoever is not on it stays as they were. Each new controller gets data of its own, so that the
 * rules owe it a word; whose way of contact is missing becomes a task with an owner and a date.
 */
export function listControllers(command: ListControllers, record: CaseRecord, setting: CaseSetting): Decided {
  const rows = command.controllers.map(tidy);
  const like = command.like === undefined ? undefined : record.dataSets.find(({ id }) => id === command.like);
  const refused =
    faultOf(command, rows, setting) ?? (command.like !== undefined && like === undefined ? refuse('unknownDataSet') : undefined);
  if (refused) return refused;
  const meta = metaOf(command);
  const events = rows.flatMap((row) => [
    ...(isKnown(row, record) ? [] : [{ ...meta, type: 'ControllerListed', ...row } as const]),
    ...dataEvents(row, { record, rows, like, meta }),
    ...contactEvents(row, command, record, meta),
  ]);
  return events.length === 0 ? NOTHING_NEW : withAssessment(record, events, setting, meta, 'downToo');
}

const tidy = ({ controller, name, contact, hours, confidentiality }: ControllerTerms): ControllerTerms => ({
  ...{ controller, name: name.trim(), contact: contact.trim() },
  ...(hours === undefined ? {} : { hours }),
  confidentiality: confidentiality.trim(),
});

function faultOf(command: ListControllers, rows: readonly ControllerTerms[], { self }: CaseSetting): Refusal | undefined {
  const ids = rows.map(({ controller }) => controller);
  if (!ids.every((id) => ID.test(id)) || new Set(ids).size < ids.length) return refuse('unknownController');
  if (ids.includes(self)) return refuse('processorForItself');
  if (rows.some(({ name }) => isBlank(name))) return refuse('textMissing');
  if (rows.some(({ hours }) => hours !== undefined && !(Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS)))
    return refuse('hoursOutOfRange');
  if (rows.every(({ contact }) => contact !== '')) return undefined;
  const task = command.contactTask;
  if (task === undefined || isBlank(task.owner)) return refuse('ownerMissing');
  if (isBlank(task.text)) return refuse('textMissing');
  return task.dueBy <= command.at ? refuse('dueInThePast') : undefined;
}

const isKnown = (row: ControllerTerms, record: CaseRecord): boolean =>
  listedIn(record).some(
    (known) =>
      known.controller === row.controller &&
      known.name === row.name &&
      known.contact === row.contact &&
      known.hours === row.hours &&
      known.confidentiality === row.confidentiality,
  );

type Place = {
  readonly record: CaseRecord;
  readonly rows: readonly ControllerTerms[];
  readonly like: DataSet | undefined;
  readonly meta: Meta;
};

/** Data of its own for a controller that has none here. What was answered of the data it is like holds for these, too. */
function dataEvents({ controller, name }: ControllerTerms, { record, rows, like, meta }: Place): readonly BreachEvent[] {
  const isThere = record.dataSets.some((dataSet) => dataSet.role !== 'controller' && toldBy(dataSet).includes(controller));
  if (isThere) return [];
  const dataSet = `controller-${controller}`;
  const isTaken =
    record.dataSets.some(({ label }) => spoken(label) === spoken(name)) ||
    rows.some((other) => other.controller !== controller && spoken(other.name) === spoken(name));
  const label = isTaken ? `${name} (${controller})` : name;
  const answered = Object.entries(like?.facts ?? {}) as [FactName, string][];
  return [
    { ...meta, type: 'DataSetRecorded', dataSet, label, controller, role: 'processor' },
    ...answered.map(([fact, answer]) => ({ ...meta, type: 'FactAnswered', dataSet, fact, answer }) as const),
  ];
}

const spoken = (label: string): string => label.trim().normalize('NFC').toLowerCase();

/** Nobody drops out because an address is missing. Once it is there, or the controller was told, nobody is asked for it. */
function contactEvents(
  { controller, name, contact }: ControllerTerms,
  { contactTask: task }: ListControllers,
  record: CaseRecord,
  meta: Meta,
): readonly BreachEvent[] {
  if (contact !== '') return finished(contactTask(controller), record, meta);
  const isTold = record.duties.some((duty) => duty.kind === 'art33-2' && duty.recipient === controller && isDischarged(duty));
  if (task === undefined || isTold) return [];
  return planned(contactTask(controller), { ...task, text: `${task.text.trim()} ${name}` }, record, meta);
}
