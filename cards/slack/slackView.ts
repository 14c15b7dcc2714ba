// Prompts as a window (a modal), page by page, and as the home of the app.
import type { CaseReference } from '../../src/prompt/promptParts.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { slackWords } from '../../src/words/slackWords.ts';
import type { Lang } from '../../src/words/citations.ts';
import type { Json } from '../adaptiveElements.ts';
import { type ActionBlock, ALL_ROOM, type Block, heading, paragraph, type Room } from '../blocks.ts';
import { carry, type Carried, plainText, slackButton } from './slackActions.ts';
import { drawBlocks, type Drawn, finished, type Folded } from './slackBlocks.ts';
import { SLACK_LIMITS } from './slackLimits.ts';
import { reopening } from './slackPlace.ts';
import { inputsIn, type LaidOut, layOut, submitOf } from './slackPrompt.ts';

export type SlackView = Json & { readonly type: 'modal' | 'home'; readonly blocks: readonly Json[] };

export const WINDOW = 'fristwacht';

/** `page` counts from 1, `part` is one of the folded parts. Whatever is not there any more shows the nearest that is. */
export type Opening = { readonly page?: number | undefined; readonly part?: number | undefined };

/** What answers to a deed stands above, on the first page alone; the rest can be opened again and is therefore shown in pages. */
export function slackWindow(prompts: readonly Prompt[], language: Lang, { page = 1, part }: Opening = {}): SlackView {
  const said = prompts.filter((prompt) => reopening(prompt) === undefined).map((prompt) => layOut(prompt, language, ALL_ROOM));
  const opened = prompts.filter((prompt) => reopening(prompt) !== undefined);
  const again = opened.map(reopening).find((action) => action !== undefined);
  const body = opened.map((prompt) => layOut(prompt, language, ALL_ROOM));
  const submit = [...said, ...body].map(submitOf).findLast((action) => action !== undefined);
  const above = said.flatMap((each) => drawBlocks({ ...each, submit }, each.blocks).blocks);
  const shown = bodyBlocks(body, submit, again, part);
  const pages = inPages(shown.blocks);
  const at = Math.min(Math.max(1, page), pages.length);
  const turning =
    again === undefined
      ? []
      : pageButtons(language, { ...again, ...(shown.part === undefined ? {} : { part: shown.part }) }, at, pages.length);
  const blocks = finished([...(at === 1 ? above : []), ...(pages[at - 1] ?? []), ...turning]);
  return window(prompts, language, withUniqueIds(blocks), submit);
}

/** A window that waits for what it will show. */
export const waitingWindow = (language: Lang, says: 'waiting' | 'stillRecording'): SlackView => {
  const { words } = layOut({ kind: 'ownReports', zone: 'UTC', reports: [] }, language, ALL_ROOM);
  const { blocks } = drawBlocks({ words, zone: 'UTC', scope: 'waiting' }, [paragraph(slackWords[language][says])]);
  return window([], language, blocks, undefined);
};

function window(prompts: readonly Prompt[], language: Lang, blocks: readonly Json[], submit: ActionBlock | undefined): SlackView {
  const words = slackWords[language];
  const number = prompts.map((prompt) => (prompt as Partial<CaseReference>).number).findLast((each) => each !== undefined);
  const label = submit !== undefined && submit.label.length <= SLACK_LIMITS.view.button ? submit.label : words.send;
  const carried = submit === undefined ? {} : { private_metadata: carry({ verb: submit.verb, data: submit.data }) };
  return {
    type: 'modal',
    callback_id: WINDOW,
    title: plainText(number ?? 'Fristwacht', SLACK_LIMITS.view.title),
    close: plainText(words.close, SLACK_LIMITS.view.button),
    ...(submit === undefined ? {} : { submit: plainText(label, SLACK_LIMITS.view.button) }),
    ...carried,
    blocks,
  };
}

type Shown = { readonly blocks: readonly Json[]; readonly part: number | undefined };

function bodyBlocks(
  body: readonly LaidOut[],
  submit: ActionBlock | undefined,
  again: Carried | undefined,
  part: number | undefined,
): Shown {
  const drawn = drawAll(body, submit, again);
  const folded = drawn.flatMap((each) => each.folded);
  const wanted = part === undefined ? undefined : folded[part];
  const [first] = body;
  if (wanted === undefined || first === undefined) return { blocks: drawn.flatMap(({ blocks }) => blocks), part: undefined };
  return { blocks: [...unfolded(first, wanted), ...backTo(again, first)], part };
}

function drawAll(body: readonly LaidOut[], submit: ActionBlock | undefined, again: Carried | undefined): readonly Drawn[] {
  const unfold = again === undefined ? undefined : (part: number): Carried => ({ ...again, part });
  let foldedBefore = 0;
  return body.map((each) => {
    const drawn = drawBlocks({ ...each, submit, unfold, foldedBefore }, each.blocks);
    foldedBefore += drawn.folded.length;
    return drawn;
  });
}

const unfolded = (laidOut: LaidOut, { title, blocks }: Folded): readonly Json[] =>
  drawBlocks(laidOut, [heading(title), ...blocks]).blocks;

const backTo = (again: Carried | undefined, { words }: LaidOut): readonly Json[] =>
  again === undefined
    ? []
    : [{ type: 'actions', elements: [slackButton('back', { label: words.cancel }, { verb: again.verb, data: again.data })] }];

function inPages(blocks: readonly Json[]): readonly (readonly Json[])[] {
  const { pageBlocks, pageJson } = SLACK_LIMITS.ours;
  const pages: Json[][] = [[]];
  let size = 0;
  for (const block of blocks) {
    const more = JSON.stringify(block).length;
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length >= pageBlocks || size + more > pageJson)) {
      pages.push([block]);
      size = more;
    } else {
      page.push(block);
      size += more;
    }
  }
  return pages;
}

function pageButtons(language: Lang, again: Carried, page: number, pages: number): readonly Json[] {
  if (pages < 2) return [];
  const words = slackWords[language];
  const earlier = page > 1 ? [slackButton('earlier', { label: words.earlierPage }, { ...again, page: page - 1 })] : [];
  const later = page < pages ? [slackButton('later', { label: words.laterPage }, { ...again, page: page + 1 })] : [];
  const where: Json = { type: 'section', text: plainText(words.page(page, pages), SLACK_LIMITS.section.text) };
  return [where, { type: 'actions', elements: [...earlier, ...later] }];
}

/** Two prompts in one window may ask for the same. */
function withUniqueIds(blocks: readonly Json[]): readonly Json[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    if (typeof block.block_id !== 'string') return block;
    const times = (seen.get(block.block_id) ?? 0) + 1;
    seen.set(block.block_id, times);
    return times === 1 ? block : { ...block, block_id: `${times}.${block.block_id}` };
  });
}

const HOME_ROOMS: readonly Room[] = [20, 12, 8, 5, 3, 1, 0].map((entries) => ({
  text: Number.POSITIVE_INFINITY,
  entries,
  duties: 'one line',
}));

/** The home of the app: what this person can do here, and what is theirs. */
export function slackHome(prompts: readonly Prompt[], language: Lang): SlackView {
  const drawn = HOME_ROOMS.map(
    (room) => (): readonly Json[] =>
      finished(
        prompts.flatMap((prompt) => {
          const laidOut = layOut(prompt, language, room);
          return drawBlocks(laidOut, laidOut.blocks.filter(isForHome)).blocks;
        }),
      ),
  );
  for (const draw of drawn) {
    const blocks = draw();
    if (blocks.length <= SLACK_LIMITS.view.blocks && JSON.stringify(blocks).length <= SLACK_LIMITS.ours.homeJson)
      return home(blocks);
  }
  return home((drawn.at(-1)?.() ?? []).slice(0, SLACK_LIMITS.view.blocks));
}

const home = (blocks: readonly Json[]): SlackView => ({ type: 'home', callback_id: WINDOW, blocks: withUniqueIds(blocks) });

/** A form is opened, never left standing in the home. */
const isForHome = (block: Block): boolean => !inputsIn([block]);
