// What somebody is told who says that they are away, or back.
import type { AbsencePrompt } from '../src/prompt/prompt.ts';
import { type Block, heading, info, paragraph, warning } from './blocks.ts';
import { buttons, type Drawing } from './drawing.ts';

export function absenceBlocks(drawing: Drawing, prompt: AbsencePrompt): readonly Block[] {
  const { words } = drawing;
  const { absence } = words;
  const { what, until, zone } = prompt;
  return [
    heading(absence.titles[what](until === undefined ? '' : words.moment(until, zone))),
    ...(what === 'ended' || what === 'notAway' ? [paragraph(absence[what])] : meanwhile(drawing, prompt)),
    ...buttons(drawing, prompt.actions),
  ];
}

/** Who is told meanwhile, and the deadline that nobody must overlook. */
function meanwhile({ words }: Drawing, { role = 'dpo', standIns, deadline, zone }: AbsencePrompt): readonly Block[] {
  const { absence } = words;
  const alone = standIns.length === 0;
  const due = deadline === undefined ? undefined : ([deadline.number, words.longMoment(deadline.dueBy, zone)] as const);
  return [
    ...(alone ? [warning(words.pleaseNote(absence.nobody(role)))] : [paragraph(absence.standIn(standIns, role))]),
    ...(due === undefined
      ? []
      : [alone ? warning(words.pleaseNote(absence.deadlineAlone(...due))) : info(absence.deadline(...due))]),
    paragraph(absence.afterwards),
  ];
}
