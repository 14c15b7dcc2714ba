import type { CaseRecord } from '../breach/breachCase.ts';
import { isAssessed, mayEnd, noticesTo, openDuties, unconfirmedDecisions } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { Action, FormKind } from './action.ts';
import { caseActions, pauses } from './caseActions.ts';
import { formsAround } from './noticeChoices.ts';

type CaseInHand = { readonly caseId: CaseId; readonly record: CaseRecord };

const openForm = (caseId: CaseId, form: FormKind): Action => ({ verb: 'openForm', data: { case: caseId, form } });

const isAboutTheView = ({ verb }: Action): boolean => verb === 'openCase' || verb === 'dataSets' || verb === 'acknowledge';

/** The next steps alone: what leads on from where one stands. */
export const nextSteps = ({ caseId, record }: CaseInHand): readonly Action[] =>
  record.status === 'open'
    ? [...caseActions({ caseId, record }).filter((action) => !isAboutTheView(action)), ...awareness({ caseId, record })]
    : caseActions({ caseId, record });

/** Offered as long as the clock of some controller still runs as a precaution. */
const awareness = ({ caseId, record }: CaseInHand): readonly Action[] =>
  openDuties(record).some((duty) => isAssessed(duty.kind) && record.awareness[duty.owedBy] === undefined)
    ? [openForm(caseId, 'awareness')]
    : [];

/** Beside an assessment: the next steps, every decision that can be taken on it, and the way to correct an answer. */
export function assessmentActions({ caseId, record }: CaseInHand): readonly Action[] {
  const steps = nextSteps({ caseId, record }).filter((action) => action.verb !== 'assessment');
  if (record.status !== 'open') return steps;
  const decisions = decisionForms(record).map((form) => openForm(caseId, form));
  const offered = [...steps, ...decisions.filter((action) => !steps.some((step) => step.data.form === action.data.form))];
  return [...offered, { verb: 'chooseFact', data: { case: caseId } }, { verb: 'openCase', data: { case: caseId } }];
}

function decisionForms(record: CaseRecord): readonly FormKind[] {
  const open = openDuties(record);
  return [
    ...(open.some(({ kind }) => kind === 'art33-1' || kind === 'art34-1' || kind === 'neighbour')
      ? (['notNotifying'] as const)
      : []),
    ...(open.some((duty) => duty.kind === 'art34-1' && duty.status !== 'not-owed') ? (['exception'] as const) : []),
    ...(open.some(({ kind }) => mayEnd('no-breach', kind)) ? (['noBreach'] as const) : []),
  ];
}

/** Everything that can be done with a case, the most useful first. */
export function detailActions({ caseId, record }: CaseInHand): readonly Action[] {
  const to = (verb: Action['verb'], data: Action['data'] = {}): Action => ({ verb, data: { case: caseId, ...data } });
  const told = (['being-handled', 'handled', 'no-breach'] as const).map((outcome) => to('tellReporter', { outcome }));
  const closed = [openForm(caseId, 'addToReport'), ...told, to('looks'), to('export')];
  const eraseText = openForm(caseId, 'eraseText');
  if (record.status === 'erased') return [to('looks'), to('export')];
  if (record.status === 'joined') return [...caseActions({ caseId, record }), ...told, eraseText, to('looks'), to('export')];
  if (record.status === 'closed') {
    const keeping = [openForm(caseId, 'extendRetention'), eraseText, openForm(caseId, 'eraseCase')];
    return [openForm(caseId, 'reopen'), to('assessment'), to('dataSets'), ...closed, ...keeping];
  }
  const steps = nextSteps({ caseId, record });
  const judging = [to('assessment'), to('chooseFact'), ...decisionForms(record).map((form) => openForm(caseId, form))];
  const forms: readonly FormKind[] = [
    'time',
    ...(record.neighbours.length > 0 ? (['neighbour'] as const) : []),
    'measure',
    ...finishing(record),
    ...withdrawing(record),
    ...withAuthority(record),
    'askPerson',
    'exclude',
    ...readmitting(record),
    'join',
    'close',
  ];
  return withoutRepetition([
    ...steps,
    ...pauses(caseId),
    ...judging,
    to('dataSets'),
    ...forms.map((form) => openForm(caseId, form)),
    ...closed,
    eraseText,
  ]);
}

/** Once something was sent or asked, the authority may come back at any time. */
const withAuthority = (record: CaseRecord): readonly FormKind[] => {
  const duties = record.duties.filter(({ kind, end }) => kind === 'art33-1' && end?.how !== 'never-applied');
  const inTouch = duties.filter((duty) => noticesTo(record, duty).length > 0 || record.authorityQuestions.length > 0);
  return inTouch.slice(0, 1).flatMap((duty) => formsAround(record, duty).filter((form) => form !== 'toldInAdvance'));
};
const finishing = (record: CaseRecord): readonly FormKind[] =>
  record.measures.some((measure) => measure.finishedAt === undefined) ? ['finishMeasure'] : [];
const withdrawing = (record: CaseRecord): readonly FormKind[] =>
  unconfirmedDecisions(record).length > 0 ? ['withdrawDecision'] : [];
const readmitting = (record: CaseRecord): readonly FormKind[] => (record.excluded.length > 0 ? ['readmit'] : []);

export function withoutRepetition(actions: readonly Action[]): readonly Action[] {
  const key = ({ verb, data }: Action): string => JSON.stringify([verb, Object.entries(data).toSorted()]);
  return actions.filter((action, place) => actions.findIndex((other) => key(other) === key(action)) === place);
}
