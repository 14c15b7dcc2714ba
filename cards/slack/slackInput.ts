// Fields of a form, and how what was typed into them comes back.
import type { Words } from '../../src/words/words.ts';
import { readLocalIso } from '../../src/words/moments.ts';
import { chosenIn, TOGGLE_ON } from '../../src/prompt/forms.ts';
import type { Json } from '../adaptiveElements.ts';
import type { InputBlock } from '../blocks.ts';
import { visibleText } from '../visibleText.ts';
import { type Atom, sliced } from './richText.ts';
import { clipped, plainText } from './slackActions.ts';
import { SLACK_LIMITS } from './slackLimits.ts';

/** What a field is part of; it keeps what was typed into one form from showing up in another that has a field of the same name. */
export type FieldScope = { readonly words: Words; readonly scope: string; readonly zone: string };

const ACTION_ID = 'value';
const MORE = '~';

/** The lines that say in full what a choice can only name in short, and the field itself; none where there is nothing to choose. */
export function slackInput(
  { words, scope, zone }: FieldScope,
  block: InputBlock,
): { readonly said: readonly Atom[]; readonly blocks: readonly Json[] } {
  const { label, hint, required, name } = block;
  const field = (element: Json, suffix = '', first = true): Json => ({
    type: 'input',
    block_id: clipped(`${scope}|${name}${suffix}`, SLACK_LIMITS.id),
    label: plainText(label, SLACK_LIMITS.label),
    element: { action_id: ACTION_ID, ...element },
    optional: !required || !first,
    ...(hint === undefined || !first ? {} : { hint: plainText(hint, SLACK_LIMITS.hint) }),
  });
  switch (block.input) {
    case 'text':
    case 'longText':
      return {
        said: [],
        blocks: typedInputs(block).map((element, at) => field(element, at === 0 ? '' : `${MORE}${at + 1}`, at === 0)),
      };
    case 'moment':
      return { said: [], blocks: [field(momentElement(block, zone))] };
    case 'toggle':
      return { said: [], blocks: [field(toggleElement(words, block))] };
    case 'choice':
    case 'choices':
      if (block.choices.length === 0) return { said: [], blocks: [] };
      return { said: labelsInFull(block), blocks: [field(choiceElement(block))] };
  }
}

/** One field, or as many as what was written before takes; read together they are one text again. */
function typedInputs({ input, value, placeholder }: InputBlock): readonly Json[] {
  const slices = value === '' ? [''] : sliced(visibleText(value), SLACK_LIMITS.typed);
  return slices.map((slice, at) => ({
    type: 'plain_text_input',
    ...(input === 'longText' ? { multiline: true } : {}),
    max_length: SLACK_LIMITS.typed,
    ...(slice === '' ? {} : { initial_value: slice }),
    ...(placeholder === undefined || at > 0 ? {} : { placeholder: plainText(placeholder, SLACK_LIMITS.placeholder) }),
  }));
}

/** Slack's own field for date and time, in the reader's zone; what is no moment is shown as it was typed, to be put right. */
function momentElement(block: InputBlock, zone: string): Json {
  const seconds = secondsOf(block.value, zone);
  if (block.value !== '' && seconds === undefined) return typedInputs(block)[0] ?? {};
  return { type: 'datetimepicker', ...(seconds === undefined ? {} : { initial_date_time: seconds }) };
}

const toggleElement = (words: Words, { value }: InputBlock): Json => {
  const option = { text: plainText(words.ticked, SLACK_LIMITS.option.text), value: TOGGLE_ON };
  return { type: 'checkboxes', options: [option], ...(value === TOGGLE_ON ? { initial_options: [option] } : {}) };
};

const isLong = ({ choices }: InputBlock): boolean => choices.some(({ label }) => label.length > SLACK_LIMITS.option.text);

/** Where a label is too long for an option, every label is said in full above, under the number its option bears. */
const labelsInFull = (block: InputBlock): readonly Atom[] =>
  isLong(block)
    ? block.choices.map(({ label }, at) => ({ as: 'line', pieces: [{ text: `${at + 1}  ${visibleText(label)}` }] }))
    : [];

function choiceElement(block: InputBlock): Json {
  const { choices, required, value, placeholder } = block;
  const numbered = isLong(block);
  const options = choices.map(({ id, label }, at) => ({
    text: plainText(numbered ? `${at + 1}  ${label}` : label, SLACK_LIMITS.option.text),
    value: id,
  }));
  const chosen = options.filter((option) => (block.input === 'choices' ? chosenIn(value) : [value]).includes(option.value));
  const inSight = options.length <= SLACK_LIMITS.ours.choicesInSight;
  const shown = placeholder === undefined ? {} : { placeholder: plainText(placeholder, SLACK_LIMITS.placeholder) };
  if (block.input === 'choices') {
    const initial = chosen.length === 0 ? {} : { initial_options: chosen };
    return inSight
      ? { type: 'checkboxes', options, ...initial }
      : { type: 'multi_static_select', ...listed(options), ...initial, ...shown };
  }
  const [only] = chosen;
  const initial = only === undefined ? {} : { initial_option: only };
  // What was chosen with a radio button cannot be taken back; where nothing need be chosen it is a menu.
  return inSight && required
    ? { type: 'radio_buttons', options, ...initial }
    : { type: 'static_select', ...listed(options), ...initial, ...shown };
}

/** A menu takes a hundred options; beyond that they stand in groups. */
function listed(options: readonly Json[]): Json {
  const most = SLACK_LIMITS.options;
  if (options.length <= most) return { options };
  const groups = Array.from({ length: Math.ceil(options.length / most) }, (_, at) => options.slice(at * most, (at + 1) * most));
  return {
    option_groups: groups.map((group, at) => ({
      label: plainText(`${at * most + 1} – ${at * most + group.length}`, SLACK_LIMITS.optionGroupLabel),
      options: group,
    })),
  };
}

/** The moment a local time (`2026-11-23T17:40`) or an instant means, in seconds; undefined for anything else, and where the clocks skip it. */
export function secondsOf(value: string, zone: string): number | undefined {
  const parts = readLocalIso(value);
  if (parts === undefined) return /(?:Z|[+-]\d{2}:\d{2})$/u.test(value) ? wholeSeconds(Date.parse(value)) : undefined;
  const { year, month, day, hour, minute } = parts;
  const asUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  const candidates = [asUtc - 14 * 3_600_000, asUtc + 14 * 3_600_000].map((near) => asUtc - offsetAt(near, zone));
  return wholeSeconds(candidates.find((at) => at + offsetAt(at, zone) === asUtc) ?? NaN);
}

const wholeSeconds = (ms: number): number | undefined => (Number.isNaN(ms) ? undefined : Math.floor(ms / 1000));

/** How far the clocks in `zone` are ahead of UTC at this moment, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(new Date(ms));
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - Math.floor(ms / 60_000) * 60_000;
}

type State = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What was typed and chosen, by the name of the field; a moment as an instant. Nothing of it is trusted. */
export function readInputs(values: State | undefined): Readonly<Record<string, string>> {
  const read = new Map<string, string>();
  const typed = Object.entries(values ?? {}).map(([blockId, elements]) => {
    const [name = '', part = '1'] = fieldName(blockId).split(MORE);
    return { name, part: Number(part), value: valueOf(elements[ACTION_ID]) };
  });
  for (const { name, value } of typed.toSorted((one, other) => one.part - other.part)) {
    read.set(name, (read.get(name) ?? '') + value);
  }
  return Object.fromEntries(read);
}

/** The field a block stands for. */
export const fieldName = (blockId: string): string => blockId.slice(blockId.lastIndexOf('|') + 1);

function valueOf(element: unknown): string {
  if (typeof element !== 'object' || element === null) return '';
  const {
    type,
    value,
    selected_option: chosen,
    selected_options: several,
    selected_date_time: seconds,
  } = element as Readonly<Record<string, unknown>>;
  if (type === 'datetimepicker') return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : '';
  if (Array.isArray(several))
    return several
      .map(optionValue)
      .filter((id) => id !== '')
      .join(',');
  return typeof value === 'string' ? value : optionValue(chosen);
}

const optionValue = (option: unknown): string => {
  const value: unknown = typeof option === 'object' && option !== null ? (option as { value?: unknown }).value : undefined;
  return typeof value === 'string' ? value : '';
};
