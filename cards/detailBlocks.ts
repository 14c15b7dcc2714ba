// The whole case, opened by a press for one person alone. What is long is folded away.
import type { CaseDetailsPrompt } from '../src/prompt/prompt.ts';
import { type Block, heading, paragraph, quiet, row, rows, strong, warning } from './blocks.ts';
import { wholeHead } from '../src/prompt/shortHead.ts';
import type { Words } from '../src/words/words.ts';
import { caseFacts, caseTitle, contradictionNote, dutySection, erasedNotes } from './caseBlocks.ts';
import { dataSetBlocks, isWorthSaying } from './dataSetBlocks.ts';
import { awarenessRows } from './decisionBlocks.ts';
import { dutyName } from './dutyBlocks.ts';
import { buttons, drillNote, type Drawing, entries, foremostQuote, latestEntries, quote, shortened } from './drawing.ts';

type Details = CaseDetailsPrompt;
type Part = (drawing: Drawing, details: Details) => readonly Block[];

export const caseDetailsBlocks = (drawing: Drawing, details: Details): readonly Block[] => [
  heading(caseTitle(drawing.words, details.card)),
  ...drillNote(drawing, details.number),
  ...contradictionNote(drawing, details.card.rulesContradict === true),
  // Of an erased case nothing is left to read but what its card says.
  ...(details.card.status === 'erased' ? erasedNotes(drawing, details.card) : report(drawing, details)),
  ...caseFacts(drawing, details.card),
  ...dutySection(drawing, details.card.duties, details.zone),
  ...buttons(drawing, details.actions),
  ...(details.card.status === 'erased' ? [] : folded(drawing, details)),
  ...wholeHeadNote(drawing.words, details.card.head),
];

/** In full, for whoever wants to compare it. */
const wholeHeadNote = (words: Words, head: Details['card']['head']): readonly Block[] =>
  head === undefined ? [] : [quiet(`${words.labels.head}: ${words.head(wholeHead(head.hash), head.entries)}`)];

/** Each part once there is something in it. */
function folded(drawing: Drawing, details: Details): readonly Block[] {
  const { details: titles } = drawing.words;
  const parts: readonly (readonly [title: string, count: number, part: Part])[] = [
    [titles.additions, details.additions.length, additions],
    [titles.answers, details.answers.length, answers],
    [titles.dataSets, isWorthSaying(details.dataSets) ? details.dataSets.length : 0, dataSets],
    [titles.times, details.times.length, times],
    [titles.decisions, details.decisions.length, decisions],
    [drawing.words.neighbours.heading, details.neighbours?.length ?? 0, neighbours],
    [titles.notices, details.notices.length, notices],
    [titles.record, details.records.length, records],
    [titles.measures, details.measures.length, measures],
    [titles.questions, details.questions.length, questions],
  ];
  return parts.flatMap(([title, count, part]): readonly Block[] =>
    count === 0
      ? []
      : [{ block: 'disclosure', title: count === 1 ? title : `${title} (${count})`, blocks: part(drawing, details) }],
  );
}

const said = (drawing: Drawing, label: string, text: string): readonly Block[] =>
  text === '' ? [] : [quiet(label), quote(drawing, text)];

const named = (drawing: Drawing, label: string, value: string) => row(label, shortened(drawing, value));

function report(drawing: Drawing, { text, reporterName, source, zone, hints }: Details): readonly Block[] {
  const { words } = drawing;
  const told = source.by === 'self' ? [] : [quiet(words.details.toldAt(words.moment(source.toldAt, zone), source.informant))];
  return [
    heading(words.details.report, 2),
    paragraph(words.details.by(shortened(drawing, reporterName), words.sources[source.by])),
    ...told,
    foremostQuote(drawing, text),
    ...rows(
      hints.contained && row(words.hintNames.contained, words.hintAnswers.contained[hints.contained]),
      hints.concerned && row(words.hintNames.concerned, words.hintAnswers.concerned[hints.concerned]),
    ),
  ];
}

const additions: Part = (drawing, details) =>
  latestEntries(drawing, details.additions, ({ text, authorName, at }) => [
    quiet(`${shortened(drawing, authorName)}, ${drawing.words.moment(at, details.zone)}`),
    quote(drawing, text),
  ]);

const answers: Part = (drawing, details) =>
  entries(drawing, details.answers, ({ question, answer, dataSetLabel }) => {
    const { language } = drawing.words;
    const dataSet = dataSetLabel === undefined ? '' : ` (${shortened(drawing, drawing.words.dataSetName(dataSetLabel))})`;
    const label = `${question[language]}${dataSet}`;
    return rows(row(label, answer[language]));
  });

const dataSets: Part = (drawing, details) => entries(drawing, details.dataSets, (dataSet) => dataSetBlocks(drawing, dataSet));

const times: Part = (drawing, details) => {
  const { words } = drawing;
  return latestEntries(drawing, details.times, ({ time, moment, source, reasons }) => [
    ...rows(row(words.times[time], words.moment(moment, details.zone)), named(drawing, words.details.source, source)),
    ...said(drawing, words.details.reasons, reasons),
  ]);
};

const decisions: Part = (drawing, details) => {
  const { words } = drawing;
  return latestEntries(drawing, details.decisions, (decision) => [
    strong(words.decisions[decision.kind]),
    ...(decision.ground === undefined ? [] : [paragraph(words.grounds[decision.ground])]),
    ...(decision.counts ? [] : [warning(`? ${words.details.awaitsConfirmation}`)]),
    ...rows(
      ...awarenessRows(words, decision.awareness, details.zone),
      named(drawing, words.details.decidedBy, decision.decidedBy),
      row(words.details.recordedAt, words.moment(decision.at, details.zone)),
    ),
    ...said(drawing, words.details.reasons, decision.reasons),
    ...said(drawing, words.details.dpoAdvice, decision.dpoAdvice),
  ]);
};

const neighbours: Part = (drawing, details) => {
  const { words } = drawing;
  const asked = words.neighbours;
  return entries(drawing, details.neighbours ?? [], ({ question, answer, startsAt, variant, reasons, decidedBy }) => [
    strong(question[words.language]),
    paragraph(answer === undefined ? asked.notAnswered : asked.answers[answer]),
    ...(variant === undefined ? [] : [paragraph(variant[words.language])]),
    ...rows(
      startsAt === undefined ? undefined : row(asked.startsAt, words.moment(startsAt, details.zone)),
      named(drawing, words.details.decidedBy, decidedBy),
    ),
    ...said(drawing, words.details.reasons, reasons),
  ]);
};

const notices: Part = (drawing, details) => {
  const { words } = drawing;
  const titles = words.details;
  return latestEntries(drawing, details.notices, (notice) => [
    strong(dutyName(words, { ...notice, kind: notice.duty })),
    ...rows(
      row(titles.sentAt, `${words.moment(notice.sentAt, details.zone)}${notice.late ? ` – ${titles.late}` : ''}`),
      named(drawing, titles.to, notice.to),
      named(drawing, titles.means, notice.means),
      named(drawing, titles.reference, notice.reference),
    ),
    ...said(drawing, titles.missing, notice.missing),
    ...said(drawing, titles.reasonsForDelay, notice.reasonsForDelay),
  ]);
};

/** One for each controller that owes one. */
const records: Part = (drawing, details) => {
  const { words } = drawing;
  const titles = words.details;
  return entries(drawing, details.records, ({ controllerName = '', facts, effects, remedialAction }) => [
    ...rows(named(drawing, words.roles.controller, controllerName)),
    ...said(drawing, titles.facts, facts),
    ...said(drawing, titles.effects, effects),
    ...said(drawing, titles.remedialAction, remedialAction),
  ]);
};

const measures: Part = (drawing, details) => {
  const { words } = drawing;
  return latestEntries(drawing, details.measures, ({ text, dueBy, owner, finishedAt, note }) => [
    quote(drawing, text),
    ...rows(
      row(words.details.dueBy, words.moment(dueBy, details.zone)),
      named(drawing, words.details.owner, owner),
      finishedAt === undefined
        ? undefined
        : row(words.labels.state, words.details.finished(words.moment(finishedAt, details.zone))),
      named(drawing, words.details.note, note),
    ),
  ]);
};

const questions: Part = (drawing, details) => {
  const { words } = drawing;
  return latestEntries(drawing, details.questions, ({ personName, text, askedAt, answer }) => [
    quiet(words.details.askedOf(shortened(drawing, personName), words.moment(askedAt, details.zone))),
    quote(drawing, text),
    ...(answer === undefined
      ? [quiet(words.details.unanswered)]
      : [quiet(words.details.answeredBy(shortened(drawing, answer.authorName))), quote(drawing, answer.text)]),
  ]);
};
