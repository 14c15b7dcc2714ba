import { readCaseNumber, type CaseId } from '../breach/identifiers.ts';
import type { ExportOffer, ExportWanted } from '../ports.ts';
import type { Action } from '../prompt/action.ts';
import { formPrompt } from '../prompt/formPrompt.ts';
import type { ExportScopeShown, FieldFault, FormValues } from '../prompt/prompt.ts';
import { lookAt, lookAtList, permission, readCase, recordLook } from './look.ts';
import { noticeDuties } from './noticePages.ts';
import { readDay } from './readDay.ts';
import { readForm } from './readForm.ts';
import { refuse } from './refuse.ts';
import type { Prompts, Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

/** Somebody asks for an export: of one case, or of what was reported in a span of days. Asking is recorded; so is fetching, in `takeExport`. */
export async function exportCases(turn: Turn, { caseId, duty, values, typed }: IntentOf<'export'>): Promise<Prompts> {
  if (caseId !== undefined) return exportCase(turn, caseId, duty);
  const number = readCaseNumber(values.number ?? '');
  if (number !== undefined) return exportNumber(turn, number);
  const refused = await lookAtList(turn, 'export');
  if (refused) return refused;
  const { faults, from, until } = daysIn(turn, values);
  const saysNothing = typed !== undefined && Object.keys(values).length === 0;
  if (saysNothing || faults.length > 0) return [formPrompt({ form: 'export', organisation: turn.organisation, values, faults })];
  return offered(turn, { of: 'opened', ...from, ...until }, { ...from, ...until });
}

/** A number that this person must not know of is answered like one that was never given. */
async function exportNumber(turn: Turn, number: NonNullable<ReturnType<typeof readCaseNumber>>): Promise<Prompts> {
  const caseId = await turn.world.register.findByNumber(number);
  const opened = caseId === undefined ? undefined : await readCase(turn, caseId);
  if (opened && permission(turn, 'export', opened).may) return exportCase(turn, opened.caseId);
  await recordLook(turn, opened?.caseId, 'export', false);
  const verdict = permission(turn, 'export', undefined);
  return [refuse(turn, verdict.may ? 'numberUnknown' : turn.rightsUnknown ? 'rightsUnknown' : 'notAllowed', { number })];
}

/** `duty`: only the draft of the notice that it asks for. */
async function exportCase(turn: Turn, caseId: CaseId, duty?: string): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'export');
  if ('refused' in seen) return seen.refused;
  const { number } = seen.opened.record;
  if (duty === undefined) return offered(turn, { of: 'case', caseId, number }, { caseId, number });
  // An older card may name a duty that is owed no more.
  if (!noticeDuties(seen.opened).some(({ id }) => id === duty)) {
    const actions: readonly Action[] = [{ verb: 'openCase', data: { case: caseId } }];
    return [refuse(turn, 'nothingToNotify', { number, actions })];
  }
  return offered(turn, { of: 'case', caseId, number, notice: duty }, { caseId, number, duty });
}

type Days = {
  readonly faults: readonly FieldFault[];
  readonly from?: { readonly from: string };
  readonly until?: { readonly until: string };
};

function daysIn(turn: Turn, values: FormValues): Days {
  const read = readForm('export', values, undefined, turn);
  const dayIn = (field: string): string | undefined => {
    const typed = values[field] ?? '';
    return typed === '' ? '' : readDay(typed, turn.organisation.timeZone)?.day;
  };
  const [from, until] = [dayIn('openedFrom'), dayIn('openedUntil')];
  const isTurned = from !== undefined && until !== undefined && from !== '' && until !== '' && until < from;
  const faults: readonly FieldFault[] = [
    ...('faults' in read ? read.faults : []),
    ...((values.number ?? '') === '' ? [] : [{ field: 'number', fault: 'numberInvalid' } as const]),
    ...(from === undefined ? [{ field: 'openedFrom', fault: 'dayUnreadable' } as const] : []),
    ...(until === undefined || isTurned ? [{ field: 'openedUntil', fault: 'dayUnreadable' } as const] : []),
  ];
  return { faults, ...(from ? { from: { from } } : {}), ...(until ? { until: { until } } : {}) };
}

async function offered(turn: Turn, wanted: ExportWanted, scope: ExportScopeShown): Promise<Prompts> {
  const { world, person, language, organisation } = turn;
  if (world.exports === undefined) return [refuse(turn, 'exportElsewhere')];
  return shown(turn, await world.exports.offer(wanted, { person, language }), scope, organisation.timeZone);
}

function shown(turn: Turn, offer: ExportOffer, scope: ExportScopeShown, zone: string): Prompts {
  switch (offer.by) {
    case 'link': {
      const { url, code, until } = offer;
      return [{ kind: 'exportOffer', scope, url, code, until, zone }];
    }
    case 'posted':
      return [{ kind: 'exportPosted', scope }];
    case 'none':
      return [refuse(turn, offer.because === 'tooLarge' ? 'exportTooLarge' : 'exportNotPosted')];
  }
}
