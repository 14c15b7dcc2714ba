import type { RefusalReason } from '../breach/commands.ts';
import { firstNamedOf, lastNamed } from '../breach/times.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { FormKind } from '../prompt/action.ts';
import { nextSteps, withoutRepetition } from '../prompt/detailActions.ts';
import { formPrompt, nothingToChoose } from '../prompt/formPrompt.ts';
import { FORMS, typedTexts, type ChoiceSource } from '../prompt/forms.ts';
import { proposedValues } from '../prompt/proposedValues.ts';
import type { DialogueRefusal, FieldFault, FormPrompt, FormValues } from '../prompt/prompt.ts';
import { answerTo, goOn } from './answerWith.ts';
import { commit, commitReport, recordedBefore, type Committed } from './commit.ts';
import { addToReport } from './employee.ts';
import { joinCases } from './joinCases.ts';
import { lookAt, lookAtList } from './look.ts';
import { eraseCase } from './eraseCase.ts';
import { eraseText } from './eraseText.ts';
import { finishErasing } from './finishErasing.ts';
import { proofFaults } from './noticeForm.ts';
import { OPERATION_OF, ORDERS, sourceOf, type CaseForm } from './orders.ts';
import { erasableFor, readForm, type Filled } from './readForm.ts';
import { refuse } from './refuse.ts';
import { assessed } from './triage.ts';
import type { Opened, Prompts, Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

type Form = Omit<IntentOf<'openForm'>, 'wants'>;

/** A form without a case opens one; every other is opened for the case it is about. */
async function reached(
  turn: Turn,
  { form, caseId }: Form,
): Promise<{ readonly opened?: Opened } | { readonly refused: Prompts }> {
  if (caseId !== undefined && form !== 'onBehalf' && form !== 'search' && form !== 'absence' && form !== 'export')
    return lookAt(turn, caseId, OPERATION_OF[form]);
  const refused = await lookAtList(turn, OPERATION_OF[form]);
  return refused ? { refused } : {};
}

const shown = (
  turn: Turn,
  form: FormKind,
  opened: Opened | undefined,
  values: FormValues,
  faults: readonly FieldFault[] = [],
): FormPrompt =>
  formPrompt({
    form,
    caseId: opened?.caseId,
    record: opened?.record,
    organisation: turn.organisation,
    values,
    faults,
    erasable: erasableFor(form, opened),
  });

export async function openForm(turn: Turn, intent: Form): Promise<Prompts> {
  const found = await reached(turn, intent);
  if ('refused' in found) return found.refused;
  const proposed = found.opened
    ? proposedValues(intent.form, intent.values, found.opened.record, turn.organisation.timeZone)
    : {};
  const values = { ...intent.values, ...proposed, ...given(intent.values) };
  return pointless(turn, intent, found.opened) ?? [shown(turn, intent.form, found.opened, values)];
}

/** What the button brought along goes before what is proposed. */
const given = (values: FormValues): FormValues => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** What to say instead of a form with nothing to choose from. The other sources always hold something: whoever asks, at least. */
const NOTHING_TO_CHOOSE: Readonly<Partial<Record<ChoiceSource, DialogueRefusal>>> = {
  dutiesToDecline: 'nothingToDecline',
  dutiesToExcept: 'nothingToExcept',
  dutiesToNotify: 'nothingToNotify',
  dutiesToRecord: 'nothingToRecord',
  neighbours: 'nothingBesideGdpr',
  decisionsPending: 'nothingToWithdraw',
  openMeasures: 'nothingToFinish',
  dutiesToAuthorities: 'nothingToNotify',
  openAuthorityQuestions: 'nothingAsked',
  measuresToExplain: 'nothingToExplain',
  personsExcluded: 'nobodyToReadmit',
  laterYears: 'nothingToKeepLonger',
  erasableTexts: 'nothingToErase',
};

function pointless(turn: Turn, { form, values }: Form, opened: Opened | undefined): Prompts | undefined {
  if (!opened) return undefined;
  const { caseId, record } = opened;
  const empty = nothingToChoose(form, { record, organisation: turn.organisation, erasable: erasableFor(form, opened) });
  const reason = empty && NOTHING_TO_CHOOSE[empty];
  if (!reason) return undefined;
  const actions = withoutRepetition([...nextSteps(opened), { verb: 'openCase', data: { case: caseId } }]);
  return [refuse(turn, reason, { number: record.number, given: typedTexts(form, values), actions })];
}

export async function submitForm(turn: Turn, intent: Form): Promise<Prompts> {
  const before = await recordedBefore(turn);
  // What was erased may still stand in a case that is joined with it.
  const isErasing = intent.form === 'eraseText' || intent.form === 'eraseCase';
  if (before && isErasing) return answerTo(turn, await finishErasing(turn, before), intent.caseId);
  if (before && intent.form !== 'join') return answerTo(turn, before, intent.caseId);
  if (intent.form === 'addToReport' && intent.caseId !== undefined) {
    return addToReport(turn, intent.caseId, intent.values.text ?? '');
  }
  const found = await reached(turn, intent);
  if ('refused' in found) return found.refused;
  const nothing = pointless(turn, intent, found.opened);
  if (nothing) return nothing;
  const read = readForm(intent.form, intent.values, found.opened, turn);
  if ('faults' in read) return [shown(turn, intent.form, found.opened, intent.values, read.faults)];
  const committed = await carryOut(turn, intent.form, read.filled, found.opened);
  return afterForm(turn, committed, intent, found.opened);
}

async function carryOut(turn: Turn, form: FormKind, filled: Filled, opened: Opened | undefined): Promise<Committed | FieldFault> {
  if (!opened || form === 'onBehalf' || form === 'addToReport' || form === 'search' || form === 'absence' || form === 'export')
    return reportForAnother(turn, filled);
  if (form === 'eraseText') return eraseText(turn, opened, filled);
  if (form === 'eraseCase') return eraseCase(turn, opened, filled);
  if (form === 'join') return joinCases(turn, opened, filled.text('number'));
  return commitForm(turn, form, filled, opened.caseId);
}

function commitForm(turn: Turn, form: CaseForm, filled: Filled, caseId: CaseId): Promise<Committed> {
  const id = turn.world.ids.next();
  return commit(turn, caseId, OPERATION_OF[form], (opened) => ORDERS[form](filled, opened, turn, id));
}

/** The officer reports what somebody said by telephone or letter; the informant is kept, the officer is whom the bot answers. */
const reportForAnother = (turn: Turn, filled: Filled): Promise<Committed> =>
  commitReport(turn, {
    type: 'ReportBreach',
    text: filled.text('text'),
    noticedAt: filled.text('noticedAt') === '' ? filled.moment('toldAt') : filled.moment('noticedAt'),
    reporter: turn.person,
    reporterName: turn.name,
    language: turn.language,
    source: sourceOf(filled),
  });

/** What the case refused because of one field goes back to that field, with everything that was typed. */
async function afterForm(
  turn: Turn,
  committed: Committed | FieldFault,
  { form, values, caseId }: Form,
  opened: Opened | undefined,
): Promise<Prompts> {
  if ('fault' in committed) return [shown(turn, form, opened, values, [committed])];
  if (committed.outcome === 'recorded' && OPERATION_OF[form] === 'answerSecondOpinion') {
    return goOn(turn, committed, 'assessment', (now) => assessed(turn, now));
  }
  if (committed.outcome === 'refused') {
    const faults = fieldFaults(turn, form, committed.refusal.refused, committed.opened, values);
    if (faults.length > 0) return [shown(turn, form, committed.opened ?? opened, values, faults)];
  }
  // The form itself comes back with everything in it.
  if (committed.outcome === 'notConfirmedYet') return [...answerTo(turn, committed, caseId), shown(turn, form, opened, values)];
  return answerTo(turn, committed, caseId, typedTexts(form, values));
}

/** Which field a refusal means; one that the form does not have makes it a refusal of the whole. */
const FAULTS_MEANT: Readonly<Partial<Record<RefusalReason, readonly FieldFault[]>>> = {
  textMissing: [{ field: 'text', fault: 'missing' }],
  reasonsMissing: [{ field: 'reasons', fault: 'reasonsForLater' }],
  deciderMissing: [{ field: 'decidedBy', fault: 'missing' }],
  dataSetNameTaken: [{ field: 'label', fault: 'nameTaken' }],
  notifierNotJoint: [{ field: 'notifier', fault: 'notJoint' }],
  worksForController: [{ field: 'worksFor', fault: 'worksForController' }],
  processorForItself: [{ field: 'controller', fault: 'otherController' }],
  startMissing: [{ field: 'moment', fault: 'missing' }],
  reasonsForLateReportMissing: [{ field: 'reasonsForDelay', fault: 'reasonsForLateReport' }],
  reasonsForDelayMissing: [{ field: 'reasonsForDelay', fault: 'reasonsForDelay' }],
  retentionRunning: [{ field: 'beforeEnd', fault: 'confirmBeforeEnd' }],
  againstAssessment: [{ field: 'againstAssessment', fault: 'confirmAgainstAssessment' }],
  beforeTheLaw: ['moment', 'noticedAt', 'toldAt'].map((field) => ({ field, fault: 'beforeTheLaw' })),
  beforeOccurred: [{ field: 'moment', fault: 'beforeOccurred' }],
  afterKnown: [{ field: 'moment', fault: 'afterKnown' }],
  sentBeforeKnown: [{ field: 'sentAt', fault: 'beforeKnown' }],
  dueInThePast: [{ field: 'dueBy', fault: 'untilPast' }],
  momentInFuture: ['moment', 'sentAt', 'noticedAt', 'toldAt', 'receivedAt'].map((field) => ({ field, fault: 'timeInFuture' })),
  noticeKindUnfit: [{ field: 'noticeKind', fault: 'noticeKindUnfit' }],
  noticeDetailsMissing: ['to', 'means', 'spokeWith'].map((field) => ({ field, fault: 'missing' })),
  recordIncomplete: ['facts', 'effects', 'remedialAction'].map((field) => ({ field, fault: 'missing' })),
};

/** The same refusal, where a form asks for the reasons of something else than a later time. */
const FAULTS_MEANT_IN: Readonly<Partial<Record<FormKind, typeof FAULTS_MEANT>>> = {
  reference: { sentBeforeKnown: [{ field: 'receivedAt', fault: 'beforeThat' }] },
  authorityAnswer: { sentBeforeKnown: [{ field: 'sentAt', fault: 'beforeThat' }] },
  dataSet: { reasonsMissing: [{ field: 'reasons', fault: 'reasonsForRole' }] },
  extendRetention: { reasonsMissing: [{ field: 'reasons', fault: 'missing' }] },
  eraseText: { reasonsMissing: [{ field: 'reasons', fault: 'missing' }] },
  eraseCase: { reasonsMissing: [{ field: 'reasons', fault: 'missing' }] },
};

/** Where only we are configured no controller is asked for; then the role is what can be put right. */
const atShownField = (fault: FieldFault, { organisation }: Turn): FieldFault =>
  fault.field === 'controller' && organisation.controllers.length < 2 ? { ...fault, field: 'role' } : fault;

function meant(form: FormKind, refused: RefusalReason, values: FormValues): readonly FieldFault[] {
  if (refused === 'proofMissing') return proofFaults(values);
  if (refused === 'numberMissing') return [{ field: 'count', fault: countFault(values) }];
  return FAULTS_MEANT_IN[form]?.[refused] ?? FAULTS_MEANT[refused] ?? [];
}

/** A number belongs to „exactly“ and „about“ alone. */
const countFault = ({ countKind }: FormValues): FieldFault['fault'] =>
  countKind === 'exact' || countKind === 'approximate' ? 'wholeNumber' : 'numberUncalledFor';

const fieldFaults = (
  turn: Turn,
  form: FormKind,
  refused: RefusalReason,
  opened: Opened | undefined,
  values: FormValues,
): readonly FieldFault[] =>
  meant(form, refused, values)
    .filter((fault) => FORMS[form].some((field) => field.name === fault.field))
    .map((fault) => ({ ...atShownField(fault, turn), ...standsAgainst(fault, opened) }));

/** The moment a refused one does not fit to, so that a person sees which of the two to put right. */
function standsAgainst({ fault }: FieldFault, opened: Opened | undefined): Pick<FieldFault, 'candidates'> {
  if (!opened || (fault !== 'beforeOccurred' && fault !== 'afterKnown')) return {};
  const other = fault === 'beforeOccurred' ? lastNamed(opened.record, 'occurred')?.moment : firstNamedOf(opened.record);
  return other === undefined ? {} : { candidates: [other] };
}
