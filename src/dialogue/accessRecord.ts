import type { CaseRecord } from '../breach/breachCase.ts';
import type { Look } from '../ports.ts';
import { personName } from '../prompt/caseDetails.ts';
import type { LooksPrompt } from '../prompt/prompt.ts';
import { lookAt, lookAtList } from './look.ts';
import type { Prompts, Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

const LOOKS_PER_PAGE = 25;

/** Who looked at this case, and who tried to. */
export async function looks(turn: Turn, { caseId, page }: IntentOf<'looks'>): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'looks');
  if ('refused' in seen) return seen.refused;
  const { record } = seen.opened;
  const paged = pageOf(turn, await turn.world.register.looksAt(caseId), page, record);
  return [{ kind: 'looks', caseId, number: record.number, ...paged }];
}

/** Who listed, searched, or tried to see what belongs to no single case. */
export async function registerLooks(turn: Turn, { page }: IntentOf<'registerLooks'>): Promise<Prompts> {
  const refused = await lookAtList(turn, 'registerLooks');
  if (refused) return refused;
  return [{ kind: 'looks', ...pageOf(turn, await turn.world.register.looksAt(undefined), page, undefined) }];
}

type Page = Omit<LooksPrompt, 'kind' | 'caseId' | 'number'>;

/** The latest first; a page beyond the last one is the last one. */
function pageOf({ organisation }: Turn, all: readonly Look[], wanted: number, record: CaseRecord | undefined): Page {
  const pages = Math.max(1, Math.ceil(all.length / LOOKS_PER_PAGE));
  const page = Math.min(wanted, pages);
  const shown = all.toReversed().slice((page - 1) * LOOKS_PER_PAGE, page * LOOKS_PER_PAGE);
  const named = shown.map(({ by, at, what, allowed }) => ({ name: personName(by, record, organisation), at, what, allowed }));
  return { zone: organisation.timeZone, looks: named, page, pages };
}
