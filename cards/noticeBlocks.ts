// A notice to an authority while it is prepared.
import type { FieldFault, LackingField, NoticePartPrompt, NoticePlanPrompt } from '../src/prompt/prompt.ts';
import { recipientName } from '../src/words/recipients.ts';
import { actions, type Block, disclosure, heading, info, list, paragraph, quiet, row, rows, strong } from './blocks.ts';
import { button, buttons, drillNote, type Drawing, entries, shortened, wayOut } from './drawing.ts';
import { dutyBlocks } from './dutyBlocks.ts';
import { faultNotes, faultSummary, inputBlock, otherFaults } from './inputBlocks.ts';

export function noticePlanBlocks(drawing: Drawing, prompt: NoticePlanPrompt): readonly Block[] {
  const { words } = drawing;
  const { preparation, language } = words;
  const { caseId, number, duty, lacking, zone } = prompt;
  const missing = lacking.filter(({ isBeingClarified }) => !isBeingClarified);
  const now = missing.filter(({ isNeededNow }) => isNeededNow);
  const later = missing.filter(({ isNeededNow }) => !isNeededNow);
  const isSaid = lacking.length > 0 && prompt.notice === 'first';
  return [
    heading(preparation.title(number)),
    ...drillNote(drawing, number),
    ...rows(
      row(preparation.notice, preparation.kinds[prompt.notice]),
      row(preparation.authority, prompt.authority ?? recipientName(duty.kind, duty.recipient, language)),
      // As text: a link in a card of ours leads to us, never elsewhere.
      row(preparation.form, prompt.page ?? (prompt.checkedOn === undefined ? '' : preparation.noPage)),
      row(preparation.checked, dayIn(language, prompt.checkedOn)),
    ),
    dutyBlocks(drawing, duty, zone),
    paragraph(preparation.missing(now.length, later.length, lacking.length - missing.length)),
    ...(isSaid ? [info(preparation.mayBeIncomplete(duty.under === undefined))] : []),
    ...(prompt.proposed === 0 ? [] : [quiet(preparation.proposed(prompt.proposed))]),
    ...nextStep(drawing, prompt),
    ...files(drawing, prompt),
    ...lackingList(drawing, preparation.neededNow, now, zone),
    ...lackingList(drawing, preparation.neededLater, later, zone),
    ...lackingList(
      drawing,
      preparation.beingClarified,
      lacking.filter(({ isBeingClarified }) => isBeingClarified),
      zone,
    ),
    ...pages(drawing, prompt),
    ...disclosure(
      preparation.why,
      number,
      [...prompt.why, ...prompt.also].map((reason) => paragraph(reason[language])),
    ),
    ...disclosure(
      preparation.traps,
      number,
      prompt.traps.map((trap) => paragraph(trap[language])),
    ),
    ...others(drawing, prompt),
    quiet(preparation.sendsNothing),
    ...buttons(drawing, [...prompt.actions, { verb: 'openCase', data: { case: caseId } }]),
  ];
}

const dayIn = (language: 'de' | 'en', day = ''): string =>
  language === 'de' ? day.replace(/^(\d+)-(\d+)-(\d+)$/u, '$3.$2.$1') : day;

const nextStep = (drawing: Drawing, { caseId, duty, next }: NoticePlanPrompt): readonly Block[] =>
  next === undefined
    ? []
    : actions({
        ...button(drawing, { verb: 'prepareNotice', data: { case: caseId, duty: duty.id, part: next }, style: 'primary' }),
        label: drawing.words.preparation.next,
      });

/** The draft as it stands, also with gaps. */
const files = (drawing: Drawing, { caseId, duty }: NoticePlanPrompt): readonly Block[] =>
  actions({
    ...button(drawing, { verb: 'export', data: { case: caseId, duty: duty.id } }),
    label: drawing.words.preparation.files,
  });

function lackingList(drawing: Drawing, title: string, fields: readonly LackingField[], zone: string): readonly Block[] {
  const { preparation, language, moment } = drawing.words;
  if (fields.length === 0) return [];
  const line = ({ label, task }: LackingField): string => {
    if (task === undefined) return label[language];
    const owner = shortened(drawing, task.owner);
    return `${label[language]} (${preparation.clarifiedBy(owner, moment(task.dueBy, zone))})`;
  };
  return [strong(title), ...list(fields.map(line))];
}

function pages(drawing: Drawing, { parts, caseId, duty }: NoticePlanPrompt): readonly Block[] {
  const { preparation, language } = drawing.words;
  return disclosure(
    preparation.pages,
    caseId,
    entries(drawing, parts, ({ part, label, missing, proposed }) => [
      ...rows(row(label[language], preparation.pageState(missing, proposed))),
      ...actions({
        ...button(drawing, { verb: 'prepareNotice', data: { case: caseId, duty: duty.id, part } }),
        label: preparation.fill,
        about: label[language],
      }),
    ]),
  );
}

function others(drawing: Drawing, prompt: NoticePlanPrompt): readonly Block[] {
  const { preparation, language } = drawing.words;
  if (prompt.others.length === 0) return [];
  return [
    strong(preparation.others),
    ...entries(drawing, prompt.others, ({ duty, authority }) =>
      actions({
        ...button(drawing, { verb: 'prepareNotice', data: { case: prompt.caseId, duty: duty.id } }),
        label: shortened(
          drawing,
          [authority ?? recipientName(duty.kind, duty.recipient, language), duty.owedBy]
            .filter((part) => part !== undefined)
            .join(', '),
        ),
      }),
    ),
  ];
}

/** One page: its fields with where each value comes from, then what is still open and who clears it up. */
export function noticePartBlocks(drawing: Drawing, prompt: NoticePartPrompt): readonly Block[] {
  const { words } = drawing;
  const { preparation, language } = words;
  const { caseId, duty, part, fields, values, faults, zone } = prompt;
  const field = (of: Parameters<typeof inputBlock>[1]): readonly Block[] => [
    ...faultNotes(drawing, faults, of, zone),
    inputBlock(drawing, { ...of, value: values[of.name] ?? '' }),
  ];
  const asked = fields.flatMap(({ name, input, label, hint, choices = [] }) =>
    field({
      ...{ name, input, required: false, value: '' },
      words: { label: label[language], ...(hint === undefined ? {} : { hint: shortened(drawing, hint[language]) }) },
      choices: choices.map((choice) => ({ id: choice.id, label: choice.label[language] })),
    }),
  );
  const beside = { required: false, value: '' };
  const open = fields.map(({ name, label }) => ({ id: name, label: label[language] }));
  const shown = [...fields.map(({ name }) => name), 'stillOpen', 'owner', 'dueBy'];
  return [
    heading(preparation.page(prompt.number, prompt.label[language])),
    ...faultSummary(drawing, faults satisfies readonly FieldFault[]),
    paragraph(preparation.intro),
    ...otherFaults(drawing, faults, shown, zone),
    ...asked,
    ...field({ ...beside, name: 'stillOpen', input: 'choices', words: preparation.stillOpen, choices: open }),
    ...field({ ...beside, name: 'owner', input: 'text', words: preparation.owner }),
    ...field({ ...beside, name: 'dueBy', input: 'moment', words: preparation.dueBy }),
    ...actions(
      button(drawing, { verb: 'answerNotice', data: { case: caseId, duty, part }, style: 'primary' }),
      wayOut({ ...button(drawing, { verb: 'prepareNotice', data: { case: caseId, duty } }), label: preparation.back }),
    ),
  ];
}
