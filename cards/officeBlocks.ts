// What the data protection office, a decider and the management see, except for the whole case.
import type {
  AssessmentPrompt,
  AwarenessProposalShown,
  CaseListPrompt,
  ConfirmationRequestPrompt,
  DutyListPrompt,
  FactListPrompt,
  FormPrompt,
  LooksPrompt,
  QuestionPrompt,
  SearchResultPrompt,
  UnaskedFact,
} from '../src/prompt/prompt.ts';
import type { Action } from '../src/prompt/action.ts';
import { citeAll, citeText } from '../src/words/citations.ts';
import { lookedAt } from '../src/words/words.ts';
import {
  type ActionBlock,
  actions,
  type Block,
  disclosure,
  heading,
  info,
  paragraph,
  quiet,
  row,
  rows,
  stacked,
  strong,
  warning,
} from './blocks.ts';
import { caseSummaryBlocks, contradictionNote } from './caseBlocks.ts';
import { button, buttons, drillNote, type Drawing, entries, quote, shortened, wayOut } from './drawing.ts';
import { decisionBlocks } from './decisionBlocks.ts';
import { dutyBlocks, dutyLine, dutyShort, inOrder } from './dutyBlocks.ts';
import { faultNotes, faultSummary, inputBlock, otherFaults } from './inputBlocks.ts';
import { formFieldWords, choiceLabel } from './formWords.ts';
import { hintBlocks, secondOpinionBlocks } from './opinionBlocks.ts';
import { warningNotes } from './personBlocks.ts';
import { lastHour } from './reminderBlocks.ts';

export const caseListBlocks = (drawing: Drawing, { cases }: CaseListPrompt): readonly Block[] => [
  heading(drawing.words.caseList.title(cases.length)),
  ...(cases.length === 0 ? [paragraph(drawing.words.caseList.none)] : []),
  ...entries(drawing, cases, (card) => caseSummaryBlocks(drawing, card)),
  ...buttons(drawing, [
    { verb: 'openForm', data: { form: 'onBehalf' } },
    { verb: 'openForm', data: { form: 'search' } },
    { verb: 'home', data: {} },
  ]),
];

/** The fact a question is about, as its buttons carry it. */
const factData = ({ caseId, fact, dataSet }: Pick<QuestionPrompt, 'caseId' | 'fact' | 'dataSet'>) => ({
  case: caseId,
  fact,
  ...(dataSet === undefined ? {} : { dataSet }),
});

export function questionBlocks(drawing: Drawing, prompt: QuestionPrompt): readonly Block[] {
  const { words } = drawing;
  const { language, labels } = words;
  const correcting = prompt.before !== undefined;
  const cites = prompt.cites.map((citation) => citeText(citation, language)).join('; ');
  return [
    heading(correcting ? words.question.correcting(prompt.number) : words.question.title(prompt.number)),
    ...faultSummary(drawing, prompt.faults),
    ...(prompt.dataSetLabel === undefined ? [] : [quiet(words.question.about(words.dataSetName(prompt.dataSetLabel)))]),
    strong(prompt.question[language]),
    paragraph(prompt.help[language]),
    ...(correcting ? correctionBlocks(drawing, prompt) : answerBlocks(drawing, prompt)),
    quiet(`${labels.why}: ${prompt.why[language]}${cites === '' ? '' : ` (${cites})`}`),
    ...(correcting || prompt.unasked === true ? [] : [quiet(words.question.open(prompt.open))]),
    ...buttons(drawing, [{ verb: 'openCase', data: { case: prompt.caseId } }]).map(leavingInputs),
  ];
}

const leavingInputs = (block: Block): Block =>
  block.block === 'actions' ? { ...block, actions: block.actions.map(wayOut) } : block;

const choicesOf = ({ words }: Drawing, prompt: QuestionPrompt): readonly { readonly id: string; readonly label: string }[] => {
  const known = prompt.choices.map(({ answer, label }) => ({ id: answer, label: label[words.language] }));
  const listed = known.some(({ id }) => id === 'unknown');
  return prompt.mayBeUnknown && !listed ? [...known, { id: 'unknown', label: words.unknownAnswer }] : known;
};

function answerBlocks(drawing: Drawing, prompt: QuestionPrompt): readonly Block[] {
  const answers = choicesOf(drawing, prompt).map(
    ({ id, label }): ActionBlock => ({
      label,
      verb: 'answerFact',
      data: { ...factData(prompt), answer: id },
      takesInputs: true,
    }),
  );
  return [stacked(answers)];
}

function correctionBlocks(drawing: Drawing, prompt: QuestionPrompt): readonly Block[] {
  const { words } = drawing;
  const choices = choicesOf(drawing, prompt);
  const before = choices.find(({ id }) => id === prompt.before)?.label ?? prompt.before ?? '';
  const { values, faults, zone } = prompt;
  return [
    paragraph(words.question.before(before)),
    ...faultNotes(drawing, faults, { name: 'answer', input: 'choice' }, zone),
    inputBlock(drawing, {
      name: 'answer',
      input: 'choice',
      required: true,
      words: words.question.answer,
      value: values['answer'] ?? '',
      choices,
    }),
    ...faultNotes(drawing, faults, { name: 'reasons', input: 'longText' }, zone),
    inputBlock(drawing, {
      name: 'reasons',
      input: 'longText',
      required: true,
      words: words.question.reasons,
      value: values['reasons'] ?? '',
    }),
    ...otherFaults(drawing, faults, ['answer', 'reasons'], zone),
    ...buttons(drawing, [{ verb: 'correctFact', data: factData(prompt), style: 'primary' }]),
  ];
}

/** One fact of the list: what stands, or nothing yet, and the button that leads to its question. */
function listedFact(
  drawing: Drawing,
  caseId: FactListPrompt['caseId'],
  entry: UnaskedFact,
  { answer, label }: { readonly answer: string; readonly label?: string },
): readonly Block[] {
  const { words } = drawing;
  const { fact, dataSet, dataSetLabel } = entry;
  const about = entry.question[words.language];
  const data = factData({ caseId, fact, ...(dataSet === undefined ? {} : { dataSet }) });
  return [
    ...rows(row(dataSetLabel === undefined ? about : `${about} (${words.dataSetName(dataSetLabel)})`, answer)),
    ...actions({ ...button(drawing, { verb: 'openFact', data }), ...(label === undefined ? {} : { label }), about }),
  ];
}

export function factListBlocks(drawing: Drawing, prompt: FactListPrompt): readonly Block[] {
  const { factList, language } = drawing.words;
  const { caseId, answers, unasked } = prompt;
  return [
    heading(factList.title(prompt.number)),
    paragraph(answers.length === 0 ? factList.none : factList.intro),
    ...entries(drawing, answers, (entry) => listedFact(drawing, caseId, entry, { answer: entry.answer[language] })),
    ...(unasked.length === 0 ? [] : [paragraph(factList.unasked)]),
    ...entries(drawing, unasked, (entry) =>
      listedFact(drawing, caseId, entry, { answer: factList.notRecorded, label: factList.record }),
    ),
    ...buttons(drawing, [{ verb: 'openCase', data: { case: caseId } }]),
  ];
}

const MARKS = { holds: '✓', fails: '✗', open: '?' } as const;

export function assessmentBlocks(drawing: Drawing, prompt: AssessmentPrompt): readonly Block[] {
  const { words, room } = drawing;
  const { labels, language } = words;
  const reason = (step: AssessmentPrompt['duties'][number]['because'][number]): readonly Block[] => {
    const cites = citeAll(step.cites, language);
    const said = paragraph(`${MARKS[step.mark]} ${step.says[language]}${cites === '' ? '' : ` (${cites})`}`);
    return step.dataSetLabel === undefined ? [said] : [quiet(words.dataSetName(shortened(drawing, step.dataSetLabel))), said];
  };
  return [
    heading(words.assessment.title(prompt.number)),
    ...drillNote(drawing, prompt.number),
    paragraph(words.assessment.intro),
    ...contradictionNote(drawing, prompt.contradictingRules.length > 0),
    ...prompt.contradictingRules.map(({ first, second }) => quiet(words.assessment.contradictingRules(first, second))),
    ...rows(
      row(labels.risk, prompt.openFacts > 0 ? words.riskWhileOpen(prompt.risk) : words.risks[prompt.risk]),
      row(labels.openFacts, words.openFacts(prompt.openFacts)),
    ),
    ...(prompt.isRoleOpen ? [quiet(words.assessment.roleOpen)] : []),
    ...prompt.contradictions.map(({ says, dataSetLabel }) =>
      quiet(
        words.assessment.contradiction(says[language], dataSetLabel === undefined ? undefined : words.dataSetName(dataSetLabel)),
      ),
    ),
    ...inOrder(prompt.duties).flatMap((duty) => [
      dutyBlocks(drawing, duty, prompt.zone),
      ...(duty.publicly && !duty.end ? [quiet(words.assessment.publicly)] : []),
      ...(duty.hourReading === undefined || duty.end
        ? []
        : [quiet(words.assessment.hourReading(words.moment(duty.hourReading, prompt.zone)))]),
      ...disclosure(
        words.assessment.reasons,
        dutyShort(words, duty),
        entries({ words, room: { ...room, entries: room.entries * 2 } }, duty.because, reason),
      ),
    ]),
    ...hintBlocks(drawing, prompt),
    ...secondOpinionBlocks(drawing, prompt),
    quiet(`${labels.ruleSet}: ${prompt.ruleSet}. ${words.assessment.marks}`),
    ...buttons(drawing, prompt.actions),
  ];
}

/** What is proposed and why, and what an authority may ask; the field below holds it, to be kept or changed. */
function proposalBlocks(drawing: Drawing, proposal: AwarenessProposalShown, zone: string): readonly Block[] {
  const { words } = drawing;
  const { awarenessProposal, language } = words;
  const cited = ({ says, cites }: Pick<AwarenessProposalShown, 'says' | 'cites'>): string =>
    `${says[language]} (${cites.map((citation) => citeText(citation, language)).join('; ')})`;
  const { basis } = proposal;
  return [
    info(`${awarenessProposal.proposed(words.moment(proposal.moment, zone))} ${cited(proposal)}`),
    ...(basis === undefined ? [] : [quiet(awarenessProposal.basis(words.times[basis.time], shortened(drawing, basis.source)))]),
    quiet(awarenessProposal.yours),
    ...proposal.warnings.map((entry) => warning(words.pleaseNote(cited(entry)))),
  ];
}

/** Where people write down what happened, they are reminded to keep to the facts and to leave out names. */
const TELLS_WHAT_HAPPENED: ReadonlySet<FormPrompt['form']> = new Set(['onBehalf', 'addToReport', 'completeRecord']);

/** Until when the case is kept, and why that long where the configuration says so. */
const retentionBlocks = (
  { words }: Drawing,
  { until, reasons }: NonNullable<FormPrompt['retention']>,
  zone: string,
): readonly Block[] => [
  info(words.retention.until(words.moment(until, zone))),
  ...(reasons === '' ? [] : [quiet(words.retention.configured(reasons))]),
];

/** What was found, then the form as it was filled in: going on takes its inputs along, so no button carries what was typed. */
export function searchResultBlocks(drawing: Drawing, prompt: SearchResultPrompt): readonly Block[] {
  const { words } = drawing;
  const { search } = words;
  const on = prompt.before;
  return [
    heading(search.title),
    paragraph(search.found(prompt.cases.length, on !== undefined)),
    ...entries(drawing, prompt.cases, (card) => caseSummaryBlocks(drawing, card)),
    ...(on === undefined
      ? []
      : actions({ label: search.more, verb: 'submitForm', data: { form: 'search', before: on }, takesInputs: true })),
    heading(search.again, 2),
    ...formFields(drawing, prompt.form),
    ...actions(
      { ...button(drawing, { verb: 'submitForm', data: { form: 'search' } }), style: 'primary' },
      wayOut({ ...button(drawing, { verb: 'home', data: {} }), label: words.cancel }),
    ),
  ];
}

const formFields = (drawing: Drawing, { fields, form, faults, values, zone }: FormPrompt): readonly Block[] =>
  fields.flatMap((field) => [
    ...faultNotes(drawing, faults, field, zone),
    inputBlock(drawing, {
      ...field,
      words: formFieldWords(drawing.words, form, field),
      value: values[field.name] ?? '',
      choices: (field.choices ?? []).map((choice) => ({
        id: choice.id,
        label: choiceLabel(drawing.words, field.name, choice),
      })),
    }),
  ]);

/** What cannot be undone does not look like the usual next step. */
const ERASES: ReadonlySet<FormPrompt['form']> = new Set(['eraseText', 'eraseCase']);

export function formBlocks(drawing: Drawing, prompt: FormPrompt): readonly Block[] {
  const { words } = drawing;
  const { title, intro } = words.forms[prompt.form];
  const { zone, faults, form } = prompt;
  const data = { form, ...(prompt.caseId === undefined ? {} : { case: prompt.caseId }) };
  const fields = formFields(drawing, prompt);
  const back: ActionBlock =
    prompt.caseId === undefined
      ? button(drawing, { verb: 'home', data: {} })
      : button(drawing, { verb: form === 'addToReport' ? 'myReports' : 'openCase', data: { case: prompt.caseId } });
  return [
    heading(prompt.number === undefined ? title : `${prompt.number}: ${title}`),
    ...faultSummary(drawing, faults),
    paragraph(intro),
    ...warningNotes(words, prompt.warnings),
    ...(prompt.proposal === undefined ? [] : proposalBlocks(drawing, prompt.proposal, zone)),
    ...(prompt.retention === undefined ? [] : retentionBlocks(drawing, prompt.retention, zone)),
    ...(TELLS_WHAT_HAPPENED.has(form) ? [info(words.factsOnly)] : []),
    ...otherFaults(
      drawing,
      faults,
      prompt.fields.map(({ name }) => name),
      zone,
    ),
    ...fields,
    ...actions(
      { ...button(drawing, { verb: 'submitForm', data }), style: ERASES.has(form) ? 'danger' : 'primary' },
      wayOut({ ...back, label: words.cancel }),
    ),
  ];
}

/** Announced without reasons; they open on a press, and only there can be confirmed. */
export function confirmationRequestBlocks(drawing: Drawing, prompt: ConfirmationRequestPrompt): readonly Block[] {
  const { words } = drawing;
  const { confirmation, details } = words;
  const { caseId, decisionId, reasons, dpoAdvice, decidedBy } = prompt;
  const opened = reasons !== undefined;
  return [
    heading(confirmation.title(prompt.number)),
    ...drillNote(drawing, prompt.number),
    paragraph(confirmation.intro(words.decisions[prompt.decision], words.moment(prompt.recordedAt, prompt.zone))),
    paragraph(confirmation.notYet),
    ...lastHour(drawing, prompt),
    ...decisionBlocks(drawing, prompt),
    ...(prompt.duties.length === 0 ? [] : [heading(confirmation.concerns, 2)]),
    ...inOrder(prompt.duties).map((duty) => dutyBlocks(drawing, duty, prompt.zone)),
    ...(reasons === undefined ? [] : [strong(details.reasons), quote(drawing, reasons)]),
    ...(decidedBy === undefined ? [] : rows(row(details.decidedBy, decidedBy))),
    ...(dpoAdvice === undefined || dpoAdvice === '' ? [] : [strong(details.dpoAdvice), quote(drawing, dpoAdvice)]),
    ...actions(
      opened
        ? { ...button(drawing, { verb: 'confirmDecision', data: { case: caseId, decision: decisionId } }), style: 'primary' }
        : { ...button(drawing, { verb: 'openCase', data: { case: caseId } }), label: words.readAndDecide, style: 'primary' },
      opened
        ? {
            ...button(drawing, { verb: 'openForm', data: { case: caseId, form: 'withdrawDecision', decision: decisionId } }),
            label: words.reject,
          }
        : undefined,
    ),
  ];
}

export const dutyListBlocks = (drawing: Drawing, prompt: DutyListPrompt): readonly Block[] => [
  heading(drawing.words.dutyList.title),
  ...(prompt.cases.length === 0 ? [paragraph(drawing.words.dutyList.none)] : []),
  ...entries(drawing, prompt.cases, ({ number, duties }) => [
    strong(number),
    ...inOrder(duties).map((duty) => paragraph(dutyLine(drawing, duty, prompt.zone))),
  ]),
];

export function looksBlocks(drawing: Drawing, prompt: LooksPrompt): readonly Block[] {
  const { looks, moment } = drawing.words;
  return [
    heading(prompt.number === undefined ? looks.registerTitle : looks.title(prompt.number)),
    paragraph(prompt.number === undefined ? looks.registerIntro : looks.intro),
    ...(prompt.looks.length === 0 ? [paragraph(looks.none)] : []),
    ...entries(drawing, prompt.looks, ({ name, what, at, allowed }) => {
      const known = lookedAt(what);
      return [
        paragraph(looks.entry(name, known === undefined ? looks.other : looks.what[known], moment(at, prompt.zone), allowed)),
      ];
    }),
    ...(prompt.pages < 2 ? [] : [quiet(looks.page(prompt.page, prompt.pages))]),
    ...(prompt.page < prompt.pages ? actions({ ...button(drawing, olderLooks(prompt)), label: looks.older }) : []),
    ...buttons(drawing, [prompt.caseId === undefined ? { verb: 'home', data: {} } : openCase(prompt.caseId)]),
  ];
}

const openCase = (caseId: string): Action => ({ verb: 'openCase', data: { case: caseId } });

const olderLooks = ({ caseId, page }: LooksPrompt): Action =>
  caseId === undefined
    ? { verb: 'registerLooks', data: { page: String(page + 1) } }
    : { verb: 'looks', data: { case: caseId, page: String(page + 1) } };
