import { earliestAtReport, isBeforeTheLaw } from './times.ts';
import type { BreachCase, CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting } from './commands.ts';
import { withAssessment } from './assessCase.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import type { BreachEventOf, HintKind, Hints } from './events.ts';
import { opened } from './evolve.ts';

/** The data set every case begins with; further ones are recorded where several bodies of data were hit. */
const FIRST_DATA_SET = 'main';

/** Every answer a hint can have; the reporting person taps one. */
export const HINT_ANSWERS: { readonly [H in HintKind]: readonly NonNullable<Hints[H]>[] } = {
  incident: ['wrong-recipient', 'lost-or-stolen', 'attack', 'seen-by-others', 'not-available', 'other'],
  contained: ['yes', 'no', 'unknown'],
  concerned: ['customers', 'employees', 'patients-or-children', 'others', 'unknown'],
};

function liesAhead({ at, noticedAt, source }: BreachCommandOf<'ReportBreach'>): boolean {
  return noticedAt > at || (source.by !== 'self' && source.toldAt > at);
}

export function reportBreach(command: BreachCommandOf<'ReportBreach'>, state: BreachCase, setting: CaseSetting): Decided {
  if (state.status !== 'none') {
    const isRepeat = state.number === command.number && state.reporter === command.reporter;
    return isRepeat ? NOTHING_NEW : refuse('alreadyReported');
  }
  if (isBlank(command.text)) return refuse('textMissing');
  if (liesAhead(command)) return refuse('momentInFuture');
  if (isBeforeTheLaw(earliestAtReport({ ...command, type: 'BreachReported' }))) return refuse('beforeTheLaw');
  return opening(command, setting);
}

/** The report, the first data set, and at once every duty that may follow: nothing is known, so all is presumed. */
function opening(command: BreachCommandOf<'ReportBreach'>, setting: CaseSetting): Decided {
  const { number, noticedAt, reporter, reporterName, language, source } = command;
  const meta = metaOf(command);
  const said = { number, text: command.text.trim(), noticedAt, reporter, reporterName, language, source };
  const reported: BreachEventOf<'BreachReported'> = { ...meta, type: 'BreachReported', ...said };
  const role = setting.processesForOthers ? 'unknown' : 'controller';
  const dataSet = {
    ...meta,
    type: 'DataSetRecorded',
    dataSet: FIRST_DATA_SET,
    label: '',
    controller: setting.self,
    role,
  } as const;
  return [reported, ...withAssessment(opened(reported), [dataSet], setting, meta, 'downToo')];
}

export function addToReport(command: BreachCommandOf<'AddToReport'>, record: CaseRecord): Decided {
  const text = command.text.trim();
  if (text === '') return refuse('textMissing');
  const last = record.additions.at(-1);
  if (last?.text === text && last.authorName === command.authorName) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'ReportAdded', text, authorName: command.authorName }];
}

export function giveHint(command: BreachCommandOf<'GiveHint'>, record: CaseRecord): Decided {
  const { hint, answer } = command;
  const known: readonly string[] = Object.hasOwn(HINT_ANSWERS, hint) ? HINT_ANSWERS[hint] : [];
  if (!known.includes(answer)) return refuse('unknownAnswer');
  if (record.hints[hint] === answer) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'HintGiven', hint, answer }];
}

export function tellReporter(command: BreachCommandOf<'TellReporter'>, record: CaseRecord): Decided {
  if (record.told.at(-1)?.outcome === command.outcome) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'ReporterTold', outcome: command.outcome }];
}

/** Keeps a person the case concerns away from it. Whether anybody would be left to handle it is not known here. */
export function excludePerson(command: BreachCommandOf<'ExcludePerson'>, record: CaseRecord): Decided {
  if (record.excluded.includes(command.person)) return NOTHING_NEW;
  const reasons = command.reasons.trim();
  if (reasons === '') return refuse('reasonsMissing');
  return [{ ...metaOf(command), type: 'PersonExcluded', person: command.person, reasons }];
}

export function readmitPerson(command: BreachCommandOf<'ReadmitPerson'>, record: CaseRecord): Decided {
  if (!record.excluded.includes(command.person)) return NOTHING_NEW;
  const reasons = command.reasons.trim();
  if (reasons === '') return refuse('reasonsMissing');
  return [{ ...metaOf(command), type: 'PersonReadmitted', person: command.person, reasons }];
}
