import { authorityNotice, type AuthorityNotice } from '../../src/notices/authorityNotice.ts';
import { noticeSender } from '../../src/notices/noticeSender.ts';
import { decide } from '../../src/breach/decide.ts';
import { none, type BreachCase } from '../../src/breach/breachCase.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { evolve } from '../../src/breach/evolve.ts';
import type { FactName } from '../../src/rules/facts.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { noticeAnswersOf, type NoticeAnswers } from '../cases/noticeAnswers.ts';
import { acme } from '../dialogue/conversation.ts';
import { command, hour, report, setting, type LooseCommand } from './sampleCase.ts';

/** The published cases whose authority has to be told, with what was said for the notice. */
export const CASES_TO_NOTIFY = EDPB_01_2021.filter(({ actions }) => actions.notify.needed).map((published) => {
  const answers = noticeAnswersOf(published.no);
  if (answers === undefined) throw new Error(`Nothing is said for the notice of case ${published.no}.`);
  return { ...published, answers };
});
export type CaseToNotify = (typeof CASES_TO_NOTIFY)[number];

function measuresOf({ measures }: NoticeAnswers): readonly LooseCommand[] {
  return measures.flatMap(({ text, against, effect, done }, at): readonly LooseCommand[] => {
    const measureId = `m${at + 1}`;
    return [
      { type: 'PlanMeasure', measureId, text, dueBy: hour(24 * 14), owner: 'Ines IT' },
      ...(done ? [{ type: 'FinishMeasure', measureId, note: '' } as const] : []),
      { type: 'ExplainMeasure', measureId, against, effect },
    ];
  });
}

const commandsOf = ({ facts, answers }: CaseToNotify): readonly LooseCommand[] => [
  report,
  ...Object.entries(facts).map(([fact, answer]): LooseCommand => ({ type: 'AnswerFact', fact: fact as FactName, answer })),
  ...Object.entries(answers.fields).map(
    ([field, value]): LooseCommand => ({ type: 'AnswerNoticeField', field, answer: 'said', value }),
  ),
  ...answers.groups.map((counted): LooseCommand => ({ type: 'CountGroup', ...counted })),
  ...measuresOf(answers),
];

/** The events of these commands, each of which must succeed. */
export function happened(commands: readonly LooseCommand[]): {
  readonly state: BreachCase;
  readonly events: readonly BreachEvent[];
} {
  let state: BreachCase = none;
  const events = commands.flatMap((loose): readonly BreachEvent[] => {
    const outcome = decide(command(loose), state, setting);
    if ('refused' in outcome) throw new Error(`${loose.type} is refused as ${outcome.refused}.`);
    state = outcome.reduce(evolve, state);
    return outcome;
  });
  return { state, events };
}

/** The notice as it stands after these commands. Throws where none can be drawn. */
export function noticeAfter(
  commands: readonly LooseCommand[],
  {
    kind = 'first',
    authority = 'de-nw',
    now = hour(2),
  }: { kind?: AuthorityNotice['kind']; authority?: string; now?: AuthorityNotice['drawnAt'] } = {},
): AuthorityNotice {
  const { state, events } = happened(commands);
  if (state.status === 'none') throw new Error('There is no case.');
  const notice = authorityNotice({ record: state, events, sender: noticeSender(acme, 'acme'), authority, kind, now });
  if ('unfit' in notice) throw new Error(notice.unfit);
  return notice;
}

/** The first notice of a published case, with nothing missing. */
export const completeNotice = (published: CaseToNotify): AuthorityNotice => noticeAfter(commandsOf(published));
