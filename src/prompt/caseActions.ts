import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { mayEnd, openDuties, openMeasures } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { Action, FormKind } from './action.ts';

type CaseInHand = { readonly caseId: CaseId; readonly record: CaseRecord };

/** One button per next step, the most useful first. Data holds ids only; what they mean is looked up when pressed. */
export function caseActions({ caseId, record }: CaseInHand): readonly Action[] {
  const here: Action = { verb: 'openCase', data: { case: caseId } };
  switch (record.status) {
    case 'open':
      return [...nextSteps(caseId, record), here, ...pauses(caseId), ...dataSets(caseId, record)];
    case 'closed':
      return [here, openForm(caseId, 'reopen')];
    case 'joined':
      return record.joinedInto ? [{ verb: 'openCase', data: { case: record.joinedInto.main } }] : [here];
    case 'erased':
      return [here];
  }
}

/** On a closed case „I am on it“ says that the news was taken up. */
export const newsActions = ({ caseId, record }: CaseInHand): readonly Action[] =>
  record.status === 'closed' ? [...caseActions({ caseId, record }), acknowledge(caseId, 4)] : caseActions({ caseId, record });

function nextSteps(caseId: CaseId, record: CaseRecord): readonly Action[] {
  const open = openDuties(record);
  if (open.length === 0) return [closing(caseId, record)];
  const judged: Action =
    record.openFacts > 0 ? { verb: 'triage', data: { case: caseId } } : { verb: 'assessment', data: { case: caseId } };
  const steps = [
    judged,
    ...roles(caseId, record),
    ...preparing(caseId, open),
    ...forms(open).map((form) => openForm(caseId, form)),
  ];
  return steps.map((step, place) => (place === 0 ? { ...step, style: 'primary' } : step));
}

/** Where there is more to say than „our data“; else the opened case leads there, and „I am on it“ stays in sight. */
const dataSets = (caseId: CaseId, record: CaseRecord): readonly Action[] =>
  record.dataSets.length > 1 || record.dataSets.some(({ label }) => label !== '')
    ? [{ verb: 'dataSets', data: { case: caseId } }]
    : [];

/** Whether we are controller or processor decides which duties are ours at all, so an open role is a step of its own. */
const roles = (caseId: CaseId, record: CaseRecord): readonly Action[] =>
  record.dataSets
    .filter(({ role }) => role === 'unknown')
    .slice(0, 1)
    .map(({ id }) => ({ verb: 'openForm', data: { case: caseId, form: 'dataSet', dataSet: id } }));

/** A notice to an authority is prepared before it is sent, and so is what follows it. */
const preparing = (caseId: CaseId, open: readonly DutyState[]): readonly Action[] =>
  open.some(({ kind, status }) => (kind === 'art33-1' || kind === 'art33-4') && status !== 'not-owed')
    ? [{ verb: 'prepareNotice', data: { case: caseId } }]
    : [];

/** A measure still open stands in the way of closing, so that one is offered first. */
function closing(caseId: CaseId, record: CaseRecord): Action {
  return { ...openForm(caseId, openMeasures(record).length > 0 ? 'finishMeasure' : 'close'), style: 'primary' };
}

/** The open question of a neighbouring regime, a notice where one is owed or presumed, a decision where none is owed, the record of Art. 33(5) GDPR where it is missing. */
function forms(open: readonly DutyState[]): readonly FormKind[] {
  const toSend = open.filter((duty) => duty.kind !== 'art33-5' && duty.kind !== 'neighbour-question');
  return [
    ...(open.some((duty) => duty.kind === 'neighbour-question') ? (['neighbour'] as const) : []),
    ...(toSend.some((duty) => duty.status !== 'not-owed') ? (['notice'] as const) : []),
    ...(toSend.some((duty) => duty.status === 'not-owed' && mayEnd('not-notifying', duty.kind))
      ? (['notNotifying'] as const)
      : []),
    ...(open.some((duty) => duty.kind === 'art33-5') ? (['completeRecord'] as const) : []),
  ];
}

/** When the time is over for which a closed case is kept, somebody decides; nothing is erased by itself. */
export const retentionActions = ({ caseId }: CaseInHand): readonly Action[] => [
  { verb: 'openCase', data: { case: caseId } },
  openForm(caseId, 'eraseCase'),
  openForm(caseId, 'extendRetention'),
];

const openForm = (caseId: CaseId, form: FormKind): Action => ({ verb: 'openForm', data: { case: caseId, form } });
const acknowledge = (caseId: CaseId, hours: number | 'tomorrow'): Action => ({
  verb: 'acknowledge',
  data: { case: caseId, hours: String(hours) },
});

const PAUSES = [2, 4, 'tomorrow'] as const;
/** „I am on it“, for as long as it may be said. */
export const pauses = (caseId: CaseId): readonly Action[] => PAUSES.map((hours) => acknowledge(caseId, hours));
