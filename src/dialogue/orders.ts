import { dutyById, noticesTo } from '../breach/duties.ts';
import type { Refusal } from '../breach/commands.ts';
import type { Decision, ExceptionGround, GroupCount, NeighbourAnswer, ReportSource, TimeKind } from '../breach/events.ts';
import { personId, type PersonId } from '../breach/identifiers.ts';
import { endOfYear } from '../breach/retention.ts';
import { sidesOf, type DataSet, type Sides } from '../rules/facts.ts';
import type { ProfileName } from '../rules/profiles/profileName.ts';
import type { FormKind } from '../prompt/action.ts';
import { choicesOf } from '../prompt/formPrompt.ts';
import { type Part, roleOf } from '../prompt/dataSetPart.ts';
import { ALL_DUTIES, chosenIn, FORMS, NEW_DATA_SET, TOGGLE_ON } from '../prompt/forms.ts';
import type { SecondOpinionMethod } from '../rules/severity/secondOpinion.ts';
import { INPUTS_OF_METHOD } from '../rules/severity/severityInputs.ts';
import { wholeNumber } from './wholeNumber.ts';
import { officersLeft, type Operation } from './access.ts';
import type { Order } from './commit.ts';
import { noticeOrder } from './noticeForm.ts';
import type { Filled } from './readForm.ts';
import type { Opened, Turn } from './turn.ts';

/** Forms that come to one command on the case they were opened for. */
export type CaseForm = Exclude<
  FormKind,
  'onBehalf' | 'addToReport' | 'join' | 'eraseText' | 'eraseCase' | 'search' | 'absence' | 'export'
>;

/**
 * What a filled form asks of the case. `id` is fresh, for whatever it names anew; what says the same as before takes the name
 * it has, so that a form sent twice is recorded once.
 */
type OrderOf = (filled: Filled, opened: Opened, turn: Turn, id: string) => Order | Refusal;

export const OPERATION_OF: Readonly<Record<FormKind, Operation>> = {
  awareness: 'recordDecision',
  noBreach: 'recordDecision',
  notNotifying: 'recordDecision',
  exception: 'recordDecision',
  neighbour: 'answerNeighbour',
  enisaOpinion: 'answerSecondOpinion',
  dskOpinion: 'answerSecondOpinion',
  withdrawDecision: 'withdrawDecision',
  notice: 'recordNotice',
  reference: 'recordNotice',
  toldInAdvance: 'recordNotice',
  authorityQuestion: 'recordNotice',
  authorityAnswer: 'recordNotice',
  countGroup: 'answerNotice',
  explainMeasure: 'answerNotice',
  completeRecord: 'completeRecord',
  time: 'recordTime',
  dataSet: 'recordDataSet',
  measure: 'planMeasure',
  finishMeasure: 'finishMeasure',
  askPerson: 'askPerson',
  onBehalf: 'reportForAnother',
  addToReport: 'addToReport',
  exclude: 'excludePerson',
  readmit: 'excludePerson',
  join: 'joinCases',
  close: 'closeCase',
  reopen: 'reopenCase',
  extendRetention: 'extendRetention',
  eraseText: 'eraseText',
  eraseCase: 'eraseCase',
  search: 'searchCases',
  absence: 'setAbsence',
  export: 'export',
};

/** A decision as recorded; the same one again keeps its id. */
function decided({ text }: Filled, { record }: Opened, fresh: string, decision: Decision): Order {
  const words = { reasons: text('reasons'), decidedBy: text('decidedBy'), dpoAdvice: text('dpoAdvice') };
  const same = record.decisions.findLast((known) => isSame(known.decision, decision));
  const isRepeated = same?.reasons === words.reasons && same.decidedBy === words.decidedBy && same.dpoAdvice === words.dpoAdvice;
  return { type: 'RecordDecision', decisionId: isRepeated ? same.decisionId : fresh, decision, ...words };
}

/** Only awareness can be recorded again and again; every other decision ends its duties and is refused the second time. */
const isSame = (known: Decision, given: Decision): boolean =>
  known.kind === 'awareness' && given.kind === 'awareness'
    ? known.controller === given.controller && known.moment === given.moment
    : known.kind === 'no-breach' && given.kind === 'no-breach';

/** The duty that was chosen, or every one that the form offers. */
function chosenDuties(form: FormKind, { text }: Filled, { record }: Opened, { organisation }: Turn): readonly string[] {
  if (text('duty') !== ALL_DUTIES) return [text('duty')];
  const field = FORMS[form].find(({ name }) => name === 'duty');
  const offered = field ? choicesOf(field, { record, organisation }) : [];
  return offered.map(({ id }) => id).filter((id) => id !== ALL_DUTIES);
}

/** „Applies“ needs its moment said: nobody's clock starts with the press of a button. */
function neighbourAnswer({ text, moment }: Filled): Order | Refusal {
  const said = {
    type: 'AnswerNeighbour',
    neighbour: text('neighbour'),
    reasons: text('reasons'),
    decidedBy: text('decidedBy'),
  } as const;
  const kind = text('neighbourAnswer') as NeighbourAnswer['kind'];
  if (kind !== 'applies') return { ...said, answer: { kind } };
  if (text('moment') === '') return { refused: 'startMissing' };
  const variant = text('neighbourVariant');
  return { ...said, answer: { kind, startsAt: moment('moment'), ...(variant === '' ? {} : { variant }) } };
}

/** What was chosen; the form offers no other answers. */
function opinion(method: SecondOpinionMethod, { text }: Filled): Order {
  const chosen = INPUTS_OF_METHOD[method].flatMap((name) => (text(name) === '' ? [] : [[name, text(name)] as const]));
  return { type: 'AnswerSecondOpinion', method, answers: Object.fromEntries(chosen) };
}

/** Keeps a person away from a case, unless nobody would be left to handle it. */
export function orderToExclude({ organisation }: Turn, { record }: Opened, person: PersonId, reasons: string): Order | Refusal {
  const isNew = !record.excluded.includes(person);
  const isLast = isNew && officersLeft(organisation, [...record.excluded, person]).length === 0;
  return isLast ? { refused: 'cannotExcludeLastOfficer' } : { type: 'ExcludePerson', person, reasons };
}

type PartSaid = Pick<DataSet, 'role'> & Sides & { readonly sidesComplete?: true };

/** The part as it was said, with the others it names. While our role is open, nothing is said of the others. */
function partSaid(text: Filled['text']): PartSaid {
  const part = text('role') as Part;
  const role = roleOf(part);
  if (part === 'unknown') return { role };
  const jointWith = chosenIn(text('jointWith')).filter((one) => one !== text('controller'));
  const [notifier, worksFor, profile] = [text('notifier'), text('worksFor'), text('profile') as ProfileName | ''];
  const residence = chosenIn(text('residence'));
  return {
    role,
    sidesComplete: true,
    ...(part === 'joint' || part === 'processorForJoint' ? { jointWith } : {}),
    ...(part === 'joint' && notifier !== '' ? { notifier } : {}),
    ...(part === 'subProcessor' ? { worksFor } : {}),
    ...(residence.length > 0 ? { residence } : {}),
    ...(profile === '' ? {} : { profile }),
  };
}

/** The same words a second time are the same data set. */
const isSameDataSet = (known: DataSet & { readonly label: string }, said: PartSaid & { label: string; controller: string }) =>
  known.label === said.label &&
  known.controller === said.controller &&
  known.role === said.role &&
  JSON.stringify(sidesOf(known)) === JSON.stringify(sidesOf(said));

export const ORDERS: Readonly<Record<CaseForm, OrderOf>> = {
  awareness: (filled, opened, _, id) =>
    decided(filled, opened, id, { kind: 'awareness', controller: filled.text('controller'), moment: filled.moment('moment') }),
  noBreach: (filled, opened, _, id) =>
    decided(filled, opened, id, { kind: 'no-breach', againstAssessment: filled.text('againstAssessment') === TOGGLE_ON }),
  notNotifying: (filled, opened, turn, id) =>
    decided(filled, opened, id, {
      kind: 'not-notifying',
      duties: chosenDuties('notNotifying', filled, opened, turn),
      againstAssessment: filled.text('againstAssessment') === TOGGLE_ON,
    }),
  exception: (filled, opened, turn, id) =>
    decided(filled, opened, id, {
      kind: 'exception',
      duties: chosenDuties('exception', filled, opened, turn),
      ground: filled.text('ground') as ExceptionGround,
    }),
  neighbour: (filled) => neighbourAnswer(filled),
  enisaOpinion: (filled) => opinion('enisa-2013', filled),
  dskOpinion: (filled) => opinion('dsk-kp-18', filled),
  withdrawDecision: ({ text }) => ({ type: 'WithdrawDecision', decisionId: text('decision'), reasons: text('reasons') }),
  notice: noticeOrder,
  reference: ({ text, moment }, { record }) => {
    const duty = dutyById(record, text('duty'));
    const sent = duty && noticesTo(record, duty).at(-1);
    // The same reference again came when it came the first time, unless somebody says otherwise.
    const isKnown = text('receivedAt') === '' && sent?.reference === text('reference').trim();
    const receivedAt = (isKnown ? sent.receivedAt : undefined) ?? moment('receivedAt');
    return { type: 'RecordReference', duty: text('duty'), reference: text('reference'), receivedAt };
  },
  toldInAdvance: ({ text, moment }) => ({
    ...{ type: 'TellInAdvance', duty: text('duty'), toldAt: moment('toldAt'), spokeWith: text('spokeWith'), note: text('note') },
  }),
  authorityQuestion: ({ text, moment }, { record }, _, id) => {
    const asked = { duty: text('duty'), text: text('text'), receivedAt: moment('receivedAt') };
    const same = record.authorityQuestions.find((known) => known.text === asked.text && known.receivedAt === asked.receivedAt);
    const questionId = same?.questionId ?? id;
    return { type: 'RecordAuthorityQuestion', questionId, ...asked, dueBy: moment('dueBy'), owner: text('owner') };
  },
  authorityAnswer: ({ text, moment }) => ({
    type: 'RecordAuthorityAnswer',
    questionId: text('question'),
    ...{ sentAt: moment('sentAt'), means: text('means'), proof: text('proofText') },
  }),
  countGroup: ({ text }) => ({
    type: 'CountGroup',
    group: text('group'),
    kind: text('countKind') as GroupCount,
    count: wholeNumber(text('count')) ?? text('count'),
    detail: text('detail'),
  }),
  explainMeasure: ({ text }) => ({
    ...{ type: 'ExplainMeasure', measureId: text('measure'), against: text('against'), effect: text('effect') },
  }),
  completeRecord: ({ text }) => ({
    type: 'CompleteRecord',
    duty: text('duty'),
    facts: text('facts'),
    effects: text('effects'),
    remedialAction: text('remedialAction'),
  }),
  time: ({ text, moment }) => ({
    type: 'RecordTime',
    time: text('time') as TimeKind,
    moment: moment('moment'),
    source: text('source'),
    reasons: text('reasons'),
  }),
  dataSet: ({ text }, { record }, _, id) => {
    const said = { label: text('label'), controller: text('controller'), ...partSaid(text) };
    const same = text('dataSet') === NEW_DATA_SET ? record.dataSets.find((known) => isSameDataSet(known, said)) : undefined;
    const dataSet = text('dataSet') === NEW_DATA_SET ? (same?.id ?? id) : text('dataSet');
    return { type: 'RecordDataSet', dataSet, reasons: text('reasons'), ...said };
  },
  measure: ({ text, moment }, { record }, _, id) => {
    const planned = { text: text('text'), dueBy: moment('dueBy'), owner: text('owner') };
    const same = record.measures.find((known) => known.text === planned.text && known.dueBy === planned.dueBy);
    return { type: 'PlanMeasure', measureId: same?.measureId ?? id, ...planned };
  },
  finishMeasure: ({ text }) => ({ type: 'FinishMeasure', measureId: text('measure'), note: text('note') }),
  askPerson: ({ text }, { record }, _, id) => {
    const asked = { person: personId(text('person')), text: text('text') };
    const same = record.questions.find((known) => known.person === asked.person && known.text === asked.text && !known.answer);
    return { type: 'AskPerson', questionId: same?.questionId ?? id, ...asked };
  },
  exclude: ({ text }, opened, turn) => orderToExclude(turn, opened, personId(text('person')), text('reasons')),
  readmit: ({ text }) => ({ type: 'ReadmitPerson', person: personId(text('person')), reasons: text('reasons') }),
  close: ({ text }) => ({ type: 'CloseCase', note: text('note') }),
  reopen: ({ text }) => ({ type: 'ReopenCase', reasons: text('reasons') }),
  extendRetention: ({ text }, _, { organisation }) => ({
    type: 'ExtendRetention',
    until: endOfYear(Number(text('keepUntil')), organisation.timeZone),
    reasons: text('reasons'),
  }),
};

/** How somebody else's word reached the office. */
export const sourceOf = ({ text, moment }: Filled): ReportSource => ({
  by: text('source') as Exclude<ReportSource['by'], 'self'>,
  toldAt: moment('toldAt'),
  informant: text('informant'),
});
