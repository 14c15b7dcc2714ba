// An export that can be fetched, or that lies in the channel of the office.
import type { ActionData } from '../src/prompt/action.ts';
import type { ExportOfferPrompt, ExportPostedPrompt, ExportScopeShown } from '../src/prompt/prompt.ts';
import type { Words } from '../src/words/words.ts';
import { actions, type Block, heading, info, link, paragraph, quiet, row, rows } from './blocks.ts';
import { button, drillNote, type Drawing } from './drawing.ts';

export function exportOfferBlocks(drawing: Drawing, { scope, url, code, until, zone }: ExportOfferPrompt): readonly Block[] {
  const { words } = drawing;
  const { exporting } = words;
  const again = { ...button(drawing, { verb: 'export', data: exportData(scope) }), label: exporting.again };
  const back = scope.caseId === undefined ? undefined : button(drawing, { verb: 'openCase', data: { case: scope.caseId } });
  return [
    heading(exportTitle(words, scope)),
    ...drillNote(drawing, scope.number ?? ''),
    paragraph(exporting.howTo(words.moment(until, zone))),
    link(scope.duty === undefined ? exporting.link : exporting.linkToNotice, url),
    ...rows(row(exporting.code, code)),
    info(exporting.keepSafe),
    quiet(scope.duty === undefined ? exporting.holds : exporting.noticeHolds),
    ...actions(again, back),
  ];
}

export const exportPostedBlocks = ({ words }: Drawing, { scope }: ExportPostedPrompt): readonly Block[] => [
  heading(exportTitle(words, scope)),
  paragraph(words.exporting.posted),
  info(words.exporting.postedKeepSafe),
];

export const exportTitle = ({ exporting }: Words, { number, duty, from, until }: ExportScopeShown): string =>
  duty !== undefined && number !== undefined ? exporting.notice(number) : exporting.title(number ?? exporting.span(from, until));

/** What asks for the same export once more. */
export const exportData = ({ caseId, duty, from, until }: ExportScopeShown): ActionData => ({
  ...(caseId === undefined ? {} : { case: caseId }),
  ...(duty === undefined ? {} : { duty }),
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});
