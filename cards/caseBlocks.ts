import type { CaseCardPrompt, DutyRow } from '../src/prompt/prompt.ts';
import { shortHead } from '../src/prompt/shortHead.ts';
import { type Block, heading, info, list, quiet, row, rows, strong, warning } from './blocks.ts';
import { buttons, drillNote, type Drawing } from './drawing.ts';
import { dutyBlocks, dutyLine, inOrder } from './dutyBlocks.ts';
import type { Words } from '../src/words/words.ts';

const incidentText = (words: Words, incident: CaseCardPrompt['incident']): string =>
  incident === undefined ? words.incidentUnknown : words.incidents[incident];

export const caseTitle = (words: Words, { number, incident }: Pick<CaseCardPrompt, 'number' | 'incident'>): string =>
  `${number} · ${incidentText(words, incident)}`;

/** Said where somebody sees the case at all: the fault is ours, and no duty is lost by it. */
export const contradictionNote = ({ words }: Drawing, contradict: boolean): readonly Block[] =>
  contradict ? [warning(words.pleaseNote(words.rulesContradict))] : [];

/** State, times, risk, and what is still missing: what stands over the duties. */
export function caseFacts({ words }: Drawing, card: CaseCardPrompt): readonly Block[] {
  const { labels } = words;
  const moment = (at: CaseCardPrompt['asOf']): string => words.moment(at, card.zone);
  return rows(
    row(labels.state, words.caseStatuses[card.status]),
    card.mainNumber === undefined ? undefined : row(labels.mainNumber, card.mainNumber),
    row(labels.joinedNumbers, card.joinedNumbers.join(', ')),
    row(labels.noticed, moment(card.noticedAt)),
    row(labels.reported, moment(card.reportedAt)),
    row(labels.risk, card.openFacts > 0 ? words.riskWhileOpen(card.risk) : words.risks[card.risk]),
    card.openFacts === 0 ? undefined : row(labels.openFacts, words.openFacts(card.openFacts)),
    card.openMeasures === 0 ? undefined : row(labels.measures, String(card.openMeasures)),
    card.awaitingConfirmation === 0 ? undefined : row(labels.awaiting, words.awaitingConfirmation(card.awaitingConfirmation)),
    card.retainedUntil === undefined ? undefined : row(labels.retainedUntil, moment(card.retainedUntil)),
    card.onItUntil === undefined ? undefined : row(labels.onIt, words.onItUntil(moment(card.onItUntil), card.onItBy)),
  );
}

/** What is gone, and what a person has to remove by hand. */
export function erasedNotes({ words }: Drawing, { status, keptOn = [], leftOn = [] }: CaseCardPrompt): readonly Block[] {
  const note = (platforms: readonly string[], say: (names: readonly string[]) => string): readonly Block[] =>
    platforms.length === 0
      ? []
      : [warning(words.pleaseNote(say(platforms.map((platform) => words.platforms[platform] ?? platform))))];
  const left = note(leftOn, words.erased.leftOn);
  return status === 'erased' ? [info(words.erased.means), ...note(keptOn, words.erased.keptOn), ...left] : left;
}

/** The last hash of the chain, shortened: enough to recognise it, short enough not to be in the way. */
export const headNote = (words: Words, head: CaseCardPrompt['head']): readonly Block[] =>
  head === undefined ? [] : [quiet(`${words.labels.head}: ${words.head(shortHead(head.hash), head.entries)}`)];

/** `asOf`: the moment it is read, where the last moments are written out in full. */
export const dutySection = (
  drawing: Drawing,
  duties: readonly DutyRow[],
  zone: string,
  asOf?: CaseCardPrompt['asOf'],
): readonly Block[] => [
  heading(drawing.words.dutiesHeading, 2),
  ...(duties.length === 0
    ? [quiet(drawing.words.noDuties)]
    : inOrder(duties).map((duty) => dutyBlocks(drawing, duty, zone, asOf))),
];

/** Number, kind, state, duties and times: what a channel may see. */
export const caseCardBlocks = (drawing: Drawing, card: CaseCardPrompt): readonly Block[] => [
  heading(caseTitle(drawing.words, card)),
  ...drillNote(drawing, card.number),
  ...erasedNotes(drawing, card),
  ...contradictionNote(drawing, card.rulesContradict === true),
  ...caseFacts(drawing, card),
  ...dutySection(drawing, card.duties, card.zone),
  ...noticeTaskList(drawing, card),
  ...headNote(drawing.words, card.head),
  quiet(`${drawing.words.labels.asOf}: ${drawing.words.moment(card.asOf, card.zone)}`),
  ...buttons(drawing, card.actions),
];

/** A case in a list: its title and its open duties, one line each. */
export const caseSummaryBlocks = (drawing: Drawing, card: CaseCardPrompt): readonly Block[] => {
  const open = inOrder(card.duties).filter((duty) => duty.end === undefined);
  return [
    heading(caseTitle(drawing.words, card), 2),
    ...(open.length === 0
      ? [quiet(drawing.words.noDuties)]
      : open.map((duty): Block => ({ block: 'paragraph', text: dutyLine(drawing, duty, card.zone) }))),
    {
      block: 'actions',
      actions: [{ label: drawing.words.open(card.number), verb: 'openCase', data: { case: card.caseId }, takesInputs: true }],
    },
  ];
};

/** What is open around the notices, by kind and date; what exactly stands in the case. */
export function noticeTaskList(
  { words }: Drawing,
  { noticeTasks, zone }: Pick<CaseCardPrompt, 'noticeTasks' | 'zone'>,
): readonly Block[] {
  const items = noticeTasks.map(({ kind, count, dueBy }) => words.noticeTasks[kind](count, words.moment(dueBy, zone)));
  return items.length === 0 ? [] : [strong(words.noticeTasksHeading), ...list(items)];
}
