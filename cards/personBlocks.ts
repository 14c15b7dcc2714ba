// What the reporting person, and anybody else outside the office, sees.
import type {
  HomePrompt,
  OutcomePrompt,
  OwnReportsPrompt,
  PersonQuestionPrompt,
  ReceiptPrompt,
  RecordedPrompt,
  RefusalPrompt,
  ReportFormPrompt,
  WhichCasePrompt,
} from '../src/prompt/prompt.ts';
import type { Advice, Words } from '../src/words/words.ts';
import {
  type ActionBlock,
  actions,
  type Block,
  heading,
  info,
  list,
  paragraph,
  quiet,
  row,
  rows,
  strong,
  warning,
} from './blocks.ts';
import { headNote } from './caseBlocks.ts';
import { button, buttons, contactLine, drillNote, type Drawing, entries, quote, wayOut } from './drawing.ts';
import { dutyBlocks, inOrder } from './dutyBlocks.ts';
import { faultNotes, faultSummary, inputBlock } from './inputBlocks.ts';

export function homeBlocks(drawing: Drawing, prompt: HomePrompt): readonly Block[] {
  const { home } = drawing.words;
  const plainButton = (verb: 'openReport' | 'myReports' | 'openCases' | 'digest' | 'status'): ActionBlock =>
    button(drawing, { verb, data: {} });
  return [
    heading(home.title),
    paragraph(home.intro),
    ...(prompt.office ? [paragraph(home.officeIntro(prompt.openCases))] : []),
    ...(prompt.ownReports > 0 ? [quiet(home.ownReports(prompt.ownReports))] : []),
    ...actions(
      { ...plainButton('openReport'), style: 'primary' },
      prompt.ownReports > 0 ? plainButton('myReports') : undefined,
      prompt.office ? plainButton('openCases') : undefined,
      prompt.office ? plainButton('digest') : undefined,
      prompt.seesDuties ? { ...plainButton('openCases'), label: drawing.words.dutyList.title } : undefined,
      prompt.office ? button(drawing, { verb: 'openForm', data: { form: 'onBehalf' } }) : undefined,
      prompt.office ? button(drawing, { verb: 'openForm', data: { form: 'search' } }) : undefined,
      prompt.office ? button(drawing, { verb: 'openForm', data: { form: 'export' } }) : undefined,
      prompt.office ? plainButton('status') : undefined,
      prompt.office ? button(drawing, { verb: 'registerLooks', data: {} }) : undefined,
      prompt.mayBeAway ? button(drawing, { verb: 'openForm', data: { form: 'absence' } }) : undefined,
    ),
    ...contactLine(drawing, prompt.contact),
  ];
}

export function reportFormBlocks(drawing: Drawing, prompt: ReportFormPrompt): readonly Block[] {
  const { reportForm } = drawing.words;
  const field = (name: 'text' | 'noticedAt', input: 'longText' | 'moment', required: boolean): readonly Block[] => [
    ...faultNotes(drawing, prompt.faults, { name, input }, prompt.zone),
    inputBlock(drawing, { name, input, required, words: reportForm[name], value: prompt.values[name] ?? '' }),
  ];
  return [
    heading(reportForm.title),
    ...faultSummary(drawing, prompt.faults),
    paragraph(reportForm.intro),
    info(reportForm.factsOnly),
    ...field('text', 'longText', true),
    ...field('noticedAt', 'moment', false),
    ...actions(
      { ...button(drawing, { verb: 'report', data: {} }), style: 'primary' },
      wayOut({ ...button(drawing, { verb: 'home', data: {} }), label: drawing.words.cancel }),
    ),
  ];
}

export function recordedBlocks(drawing: Drawing, prompt: RecordedPrompt): readonly Block[] {
  const { recorded, labels, moment } = drawing.words;
  const { title, text } = recorded[prompt.what];
  const recordedAt = `${labels.recordedAt}: ${moment(prompt.at, prompt.zone)}`;
  return [
    heading(`${prompt.number}: ${title}`),
    ...drillNote(drawing, prompt.number),
    ...(prompt.advice === undefined
      ? [
          paragraph(text),
          ...pausedNotes(drawing.words, prompt),
          ...warningNotes(drawing.words, prompt.warnings),
          quiet(recordedAt),
        ]
      : [
          paragraph(`${recordedAt}. ${text}`),
          ...warningNotes(drawing.words, prompt.warnings),
          ...adviceBlocks(drawing.words, prompt.advice),
        ]),
    ...(prompt.nextHint === undefined ? [] : hintBlocks(drawing, prompt.nextHint.caseId, prompt.nextHint.hint)),
    ...buttons(drawing, prompt.next),
  ];
}

/** Until when the reminders wait, and why that is sooner than asked for. */
const pausedNotes = ({ paused: words, moment }: Words, { paused, zone }: RecordedPrompt): readonly Block[] =>
  paused === undefined ? [] : [paragraph(words.until(moment(paused.until, zone))), ...(paused.cut ? [info(words.cut)] : [])];

/** What holds beside the thing itself. */
export function warningNotes(words: Words, given: RecordedPrompt['warnings']): readonly Block[] {
  return given.map((entry) => {
    switch (entry.warning) {
      case 'awarenessGap':
        return warning(words.pleaseNote(words.warnings.awarenessGap(entry.hours)));
      case 'noticeLate':
      case 'followUpOpened':
      case 'reportLate':
      case 'reportOpened':
      case 'noticeIncomplete':
      case 'dutiesNeverApplied':
      case 'againstAssessment':
        return warning(words.pleaseNote(words.warnings[entry.warning]));
    }
  });
}

export function receiptBlocks(drawing: Drawing, prompt: ReceiptPrompt): readonly Block[] {
  const { words } = drawing;
  const { receipt, labels } = words;
  return [
    heading(receipt.title(prompt.number)),
    ...drillNote(drawing, prompt.number),
    paragraph(prompt.closed ? receipt.closed : receipt.thanks),
    ...(prompt.noDisadvantage ? [paragraph(receipt.noDisadvantage)] : []),
    ...rows(
      row(labels.noticed, words.moment(prompt.noticedAt, prompt.zone)),
      row(labels.reported, words.moment(prompt.reportedAt, prompt.zone)),
      ...givenHints(words, prompt),
    ),
    ...(prompt.closed ? [] : adviceBlocks(words, prompt)),
    ...(prompt.closed ? [] : nextHint(drawing, prompt)),
    quiet(receipt.addLater),
    ...headNote(words, prompt.head),
    ...(prompt.head === undefined ? [] : [quiet(words.headMeans)]),
    ...actions(button(drawing, { verb: 'openAddition', data: { case: prompt.caseId } })),
    ...contactLine(drawing, prompt.contact),
  ];
}

function givenHints(words: Words, { hints }: Pick<ReceiptPrompt, 'hints'>): readonly ReturnType<typeof row>[] {
  const { hintNames, hintAnswers } = words;
  return [
    hints.incident && row(hintNames.incident, hintAnswers.incident[hints.incident]),
    hints.contained && row(hintNames.contained, hintAnswers.contained[hints.contained]),
    hints.concerned && row(hintNames.concerned, hintAnswers.concerned[hints.concerned]),
  ];
}

/** What helps now and what harms, as far as the hints tell. */
function adviceBlocks(words: Words, { hints, contact }: Pick<ReceiptPrompt, 'hints' | 'contact'>): readonly Block[] {
  const specific: Advice = hints.incident === undefined ? words.adviceBeforeHints : words.advice[hints.incident];
  const first = hints.contained === undefined ? [] : [words.adviceContained[hints.contained](contact)];
  const doNow = [...first, ...specific.doNow, ...words.adviceAlways.doNow];
  return [
    strong(words.receipt.doNow),
    ...list(doNow),
    strong(words.receipt.pleaseDoNot),
    ...list([...specific.pleaseDoNot, ...words.adviceAlways.pleaseDoNot]),
  ];
}

/** One question at a time; the next one comes when this one is answered. */
function nextHint(drawing: Drawing, { caseId, openHints }: ReceiptPrompt): readonly Block[] {
  const [hint] = openHints;
  return hint === undefined ? [] : hintBlocks(drawing, caseId, hint);
}

function hintBlocks(
  drawing: Drawing,
  caseId: ReceiptPrompt['caseId'],
  hint: ReceiptPrompt['openHints'][number],
): readonly Block[] {
  const { hintQuestions, hintAnswers, receipt } = drawing.words;
  const answers = Object.keys(hintAnswers[hint]);
  return [
    strong(`${receipt.optional}: ${hintQuestions[hint]}`),
    ...actions(...answers.map((answer) => button(drawing, { verb: 'giveHint', data: { case: caseId, hint, answer } }))),
  ];
}

export function ownReportsBlocks(drawing: Drawing, prompt: OwnReportsPrompt): readonly Block[] {
  const { words } = drawing;
  const none = prompt.reports.length === 0 ? [paragraph(words.ownReports.none)] : [];
  return [
    heading(words.ownReports.title),
    ...none,
    ...entries(drawing, prompt.reports, ({ caseId, number, reportedAt, closed }) => [
      strong(number),
      paragraph(words.ownReports.entry(words.moment(reportedAt, prompt.zone), closed)),
      ...actions({ ...button(drawing, { verb: 'openAddition', data: { case: caseId } }), label: words.addTo(number) }),
    ]),
    ...buttons(drawing, [
      { verb: 'openReport', data: {} },
      { verb: 'home', data: {} },
    ]),
  ];
}

/** The words travel on in the input, so that nobody has to type them again. */
export function whichCaseBlocks(drawing: Drawing, prompt: WhichCasePrompt): readonly Block[] {
  const { whichCase, addTo, newReport } = drawing.words;
  const additions = prompt.reports.map(
    ({ caseId, number }): ActionBlock => ({
      label: addTo(number),
      verb: 'addToReport',
      data: { case: caseId },
      takesInputs: true,
    }),
  );
  return [
    heading(whichCase.title),
    paragraph(whichCase.intro),
    inputBlock(drawing, { name: 'text', input: 'longText', required: true, words: whichCase.text, value: prompt.text }),
    ...actions(...additions, { ...button(drawing, { verb: 'openReport', data: {} }), label: newReport }),
  ];
}

export function personQuestionBlocks(drawing: Drawing, prompt: PersonQuestionPrompt): readonly Block[] {
  const { personQuestion, moment } = drawing.words;
  const { number, caseId, questionId } = prompt;
  const asked = [
    heading(prompt.reminder && !prompt.answered ? personQuestion.reminderTitle(number) : personQuestion.title(number)),
    ...drillNote(drawing, number),
    paragraph(personQuestion.intro(moment(prompt.askedAt, prompt.zone))),
    quote(drawing, prompt.text),
  ];
  if (prompt.answered) return [...asked, paragraph(`✓ ${personQuestion.answered}`)];
  return [
    ...asked,
    inputBlock(drawing, { name: 'text', input: 'longText', required: true, words: personQuestion.text, value: '' }),
    quiet(personQuestion.factsOnly),
    ...buttons(drawing, [{ verb: 'answerQuestion', data: { case: caseId, question: questionId }, style: 'primary' }]),
  ];
}

export function outcomeBlocks(drawing: Drawing, prompt: OutcomePrompt): readonly Block[] {
  const { title, text } = drawing.words.outcomes[prompt.outcome];
  return [heading(`${prompt.number}: ${title}`), ...drillNote(drawing, prompt.number), paragraph(text)];
}

export function refusalBlocks(drawing: Drawing, prompt: RefusalPrompt): readonly Block[] {
  const { refusals, inTheWay } = drawing.words;
  const { title, means, next } = refusals[prompt.reason];
  return [
    heading(prompt.number === undefined ? title : `${prompt.number}: ${title}`),
    paragraph(means),
    ...(prompt.duties.length === 0 ? [] : [heading(inTheWay, 2)]),
    ...inOrder(prompt.duties).map((duty) => dutyBlocks(drawing, duty, prompt.zone)),
    paragraph(next),
    ...givenBlocks(drawing, prompt.given ?? []),
    ...buttons(drawing, prompt.actions),
    ...contactLine(drawing, prompt.contact),
  ];
}

/** Comes back to the one person who wrote it, to be copied or sent again. */
const givenBlocks = (drawing: Drawing, given: readonly string[]): readonly Block[] =>
  given.length === 0 ? [] : [strong(drawing.words.given), ...given.map((text) => quote(drawing, text))];
