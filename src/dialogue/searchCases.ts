import { readCaseNumber, type CaseNumber } from '../breach/identifiers.ts';
import type { DutyKind } from '../breach/events.ts';
import type { CaseHead, ListFilter } from '../ports.ts';
import { caseCard } from '../prompt/caseCard.ts';
import { ANY } from '../prompt/forms.ts';
import { formPrompt } from '../prompt/formPrompt.ts';
import type { FieldFault, FormPrompt, FormValues } from '../prompt/prompt.ts';
import { erasableTexts } from '../register/erasableTexts.ts';
import { lookAtList, permission, readIfPossible, recordLook } from './look.ts';
import { readDay } from './readDay.ts';
import { readForm } from './readForm.ts';
import { headOf, type Opened, type Prompts, type Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

const HITS_PER_PAGE = 10;
/** So many cases are opened before everybody else has their turn. */
const SLICE = 20;
/** So many are opened for one page at most; then the person is asked whether to search on. */
const OPENED_PER_PAGE = 400;

type Wanted = {
  readonly filter: Omit<ListFilter, 'limit' | 'before'>;
  readonly system: string;
  readonly words: readonly string[];
};

/** What was typed into the form, and what is wrong with it. */
const shown = ({ organisation }: Turn, values: FormValues, faults: readonly FieldFault[] = []): FormPrompt =>
  formPrompt({ form: 'search', organisation, values, faults });

/**
 * Looks for cases: first by what the index holds in the clear, then by opening what is left, slice by slice. What this person must not
 * see is passed over without a trace; what is shown is recorded as a look at each case.
 */
export async function searchCases(turn: Turn, { values, before }: IntentOf<'search'>): Promise<Prompts> {
  const refused = await lookAtList(turn, 'searchCases');
  if (refused) return refused;
  const read = readForm('search', values, undefined, turn);
  const faults = [...('faults' in read ? read.faults : []), ...dayFaults(turn, values), ...numberFaults(values)];
  if (faults.length > 0) return [shown(turn, values, faults)];
  const found = (values.number ?? '') === '' ? await pageOf(turn, wantedIn(turn, values), before) : await byNumber(turn, values);
  for (const { caseId } of found.hits) await recordLook(turn, caseId, 'searchCases', true);
  return [result(turn, values, found)];
}

type Found = { readonly hits: readonly Opened[]; readonly before?: CaseNumber };

function result(turn: Turn, values: FormValues, { hits, before }: Found): Prompts[number] {
  const { organisation, now } = turn;
  const cases = hits.map((opened) => caseCard({ ...opened, organisation, asOf: now, head: headOf(opened) }));
  const more = before === undefined ? {} : { before };
  return { kind: 'searchResult', form: shown(turn, values), cases, zone: organisation.timeZone, ...more };
}

const dayFaults = ({ organisation }: Turn, values: FormValues): readonly FieldFault[] =>
  ['openedFrom', 'openedUntil'].flatMap((field) => {
    const typed = values[field] ?? '';
    return typed === '' || readDay(typed, organisation.timeZone) ? [] : [{ field, fault: 'dayUnreadable' }];
  });

const numberFaults = ({ number = '' }: FormValues): readonly FieldFault[] =>
  number === '' || readCaseNumber(number) !== undefined ? [] : [{ field: 'number', fault: 'numberInvalid' }];

/** Whoever names the number needs nothing else. */
async function byNumber(turn: Turn, { number = '' }: FormValues): Promise<Found> {
  const read = readCaseNumber(number);
  const caseId = read === undefined ? undefined : await turn.world.register.findByNumber(read);
  const opened = caseId === undefined ? undefined : await readIfPossible(turn, caseId);
  return { hits: opened && permission(turn, 'searchCases', opened).may ? [opened] : [] };
}

function wantedIn({ organisation }: Turn, values: FormValues): Wanted {
  const chosen = (field: string): string => (values[field] === ANY ? '' : (values[field] ?? ''));
  const [caseStatus, openDuty, incident] = [chosen('caseStatus'), chosen('openDuty'), chosen('incident')];
  const { openedFrom = '', openedUntil = '', system = '', text = '' } = values;
  const from = readDay(openedFrom, organisation.timeZone)?.from;
  const until = readDay(openedUntil, organisation.timeZone)?.until;
  return {
    filter: {
      ...(caseStatus === '' ? {} : { status: [caseStatus as CaseHead['status']] }),
      ...(openDuty === '' ? {} : { openDuty: [openDuty as DutyKind] }),
      ...(incident === '' ? {} : { kind: [incident as NonNullable<CaseHead['kind']>] }),
      ...(from === undefined ? {} : { openedFrom: from }),
      ...(until === undefined ? {} : { openedBefore: until }),
    },
    system: folded(system),
    words: folded(text)
      .split(/\s+/u)
      .filter((word) => word !== ''),
  };
}

/** Opens case after case until a page is full, the register is through, or enough was opened for one time. */
async function pageOf(turn: Turn, wanted: Wanted, first: CaseNumber | undefined): Promise<Found> {
  const hits: Opened[] = [];
  let before = first;
  for (let opened = 0; opened < OPENED_PER_PAGE; ) {
    const heads = await turn.world.register.list({ ...wanted.filter, limit: SLICE, ...(before === undefined ? {} : { before }) });
    for (const { caseId, number } of heads) {
      const read = await readIfPossible(turn, caseId);
      if (read && permission(turn, 'searchCases', read).may && matches(turn, read, wanted)) hits.push(read);
      before = number;
      opened += 1;
      if (hits.length === HITS_PER_PAGE) return { hits, before };
    }
    if (heads.length < SLICE) return { hits };
    await turn.world.letOthersGo?.();
  }
  return before === undefined ? { hits } : { hits, before };
}

/** Every word somewhere in the texts; the system in the name of a body of data, or of who is responsible for it or processes it. */
function matches({ organisation }: Turn, { record, entries = [] }: Opened, { system, words }: Wanted): boolean {
  if (system !== '' && !record.dataSets.some((dataSet) => namesOf(organisation, dataSet).includes(system))) return false;
  if (words.length === 0) return true;
  const texts = folded(
    erasableTexts(entries)
      .map(({ text }) => text)
      .join('\n'),
  );
  return words.every((word) => texts.includes(word));
}

/** What a body of data is called and whose it is: its label, and the names of its controllers and of who processes it, as configured. */
function namesOf({ controllers, self }: Turn['organisation'], dataSet: Opened['record']['dataSets'][number]): string {
  const { label, controller, jointWith = [], worksFor, role } = dataSet;
  const processors = [...(worksFor === undefined ? [] : [worksFor]), ...(role.includes('processor') ? [self] : [])];
  const ids = [controller, ...jointWith, ...processors];
  return folded([label, ...ids.map((id) => controllers.find((known) => known.id === id)?.name ?? id)].join('\n'));
}

/** Without regard to case and to how an accent was typed. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
