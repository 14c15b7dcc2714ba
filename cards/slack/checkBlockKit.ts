// Whether Slack would take a payload: for tests, for the stand-in, and in operation to say so in the log. It never throws.
import type { Json } from '../adaptiveElements.ts';
import { SLACK_LIMITS as LIMITS } from './slackLimits.ts';

/** What is wrong, where and how much; never what was written. */
export type Finding = string;

type Surface = 'message' | 'modal' | 'home';

export function checkMessage(message: Json): readonly Finding[] {
  const text = message.text;
  return [
    ...(typeof text === 'string' && text !== '' ? atMost('text', text, LIMITS.message.text) : ['text: missing']),
    ...checkBlocks(listOf(message.blocks), 'message'),
    ...(JSON.stringify(message.blocks ?? []).length > LIMITS.message.json ? ['blocks: too long together'] : []),
  ];
}

export function checkView(view: Json): readonly Finding[] {
  const type = view.type === 'home' ? 'home' : 'modal';
  const blocks = listOf(view.blocks);
  const asks = blocks.some((block) => block.type === 'input');
  return [
    ...(type === 'home' ? [] : plain('title', view.title, LIMITS.view.title, true)),
    ...plain('submit', view.submit, LIMITS.view.button),
    ...plain('close', view.close, LIMITS.view.button),
    ...(type === 'modal' && asks && view.submit === undefined ? ['submit: missing beside input blocks'] : []),
    ...atMost('private_metadata', view.private_metadata, LIMITS.view.privateMetadata),
    ...atMost('callback_id', view.callback_id, LIMITS.view.callbackId),
    ...checkBlocks(blocks, type),
    ...(JSON.stringify(view).length > LIMITS.view.json ? ['view: too large'] : []),
  ];
}

function checkBlocks(blocks: readonly Json[], surface: Surface): readonly Finding[] {
  const most = surface === 'message' ? LIMITS.message.blocks : LIMITS.view.blocks;
  const ids = blocks.map(({ block_id: id }) => id).filter((id) => id !== undefined);
  return [
    ...(blocks.length > most ? [`blocks: ${blocks.length} of ${most}`] : []),
    ...(new Set(ids).size < ids.length ? ['block_id: not unique'] : []),
    ...ids.flatMap((id) => atMost('block_id', id, LIMITS.id)),
    ...blocks.flatMap((block, at) => checkBlock(block).map((finding) => `blocks[${at}] ${String(block.type)}: ${finding}`)),
  ];
}

function checkBlock(block: Json): readonly Finding[] {
  switch (block.type) {
    case 'header':
      return plain('text', block.text, LIMITS.header, true);
    case 'section':
      return [
        ...textObject('text', block.text, LIMITS.section.text),
        ...(block.accessory === undefined ? [] : checkElement(block.accessory as Json)),
      ];
    case 'context':
      return listOf(block.elements).length > LIMITS.contextElements ? ['too many elements'] : [];
    case 'actions':
      return checkElements(listOf(block.elements));
    case 'input':
      return [
        ...plain('label', block.label, LIMITS.label, true),
        ...plain('hint', block.hint, LIMITS.hint),
        ...checkElement(block.element as Json),
      ];
    case 'rich_text':
      return checkRichText(block);
    case 'divider':
      return [];
    default:
      return ['unknown block'];
  }
}

function checkElements(elements: readonly Json[]): readonly Finding[] {
  const ids = elements.map(({ action_id: id }) => id);
  return [
    ...(elements.length === 0 ? ['no elements'] : []),
    ...(elements.length > LIMITS.actions ? ['too many elements'] : []),
    ...(new Set(ids).size < ids.length ? ['action_id: not unique'] : []),
    ...elements.flatMap(checkElement),
  ];
}

function checkElement(element: Json): readonly Finding[] {
  const id = [
    ...atMost('action_id', element.action_id, LIMITS.id),
    ...(element.action_id === undefined ? ['action_id: missing'] : []),
  ];
  switch (element.type) {
    case 'button':
      return [...id, ...checkButton(element)];
    case 'plain_text_input':
      return [...id, ...checkTyped(element)];
    case 'radio_buttons':
      return [...id, ...checkOptions(element, LIMITS.radio)];
    case 'checkboxes':
      return [...id, ...checkOptions(element, LIMITS.checkboxes)];
    case 'static_select':
    case 'multi_static_select':
      return [...id, ...checkOptions(element, LIMITS.options), ...plain('placeholder', element.placeholder, LIMITS.placeholder)];
    case 'datetimepicker':
      return [...id, ...(isSeconds(element.initial_date_time) ? [] : ['initial_date_time: ten digits'])];
    default:
      return [...id, `unknown element ${String(element.type)}`];
  }
}

const isSeconds = (value: unknown): boolean =>
  value === undefined || (typeof value === 'number' && Number.isInteger(value) && /^\d{10}$/.test(String(value)));

const checkButton = (button: Json): readonly Finding[] => [
  ...plain('text', button.text, LIMITS.button.text, true),
  ...atMost('value', button.value, LIMITS.button.value),
  ...atMost('url', button.url, LIMITS.button.url),
  ...atMost('accessibility_label', button.accessibility_label, LIMITS.button.accessibility),
  ...(button.style === undefined || button.style === 'primary' || button.style === 'danger' ? [] : ['style: unknown']),
];

function checkTyped({ max_length: most, initial_value: initial, placeholder }: Json): readonly Finding[] {
  const longest = typeof most === 'number' ? most : LIMITS.typed;
  return [
    ...(longest > LIMITS.typed ? ['max_length: too large'] : []),
    ...atMost('initial_value', initial, longest),
    ...plain('placeholder', placeholder, LIMITS.placeholder),
  ];
}

function checkOptions(element: Json, most: number): readonly Finding[] {
  const groups = element.option_groups === undefined ? undefined : listOf(element.option_groups);
  const lists = groups === undefined ? [listOf(element.options)] : groups.map(({ options }) => listOf(options));
  const all = lists.flat();
  const values = new Set(all.map((option) => JSON.stringify(option)));
  const initial = [
    ...(element.initial_option === undefined ? [] : [element.initial_option as Json]),
    ...listOf(element.initial_options),
  ];
  return [
    ...(groups !== undefined && groups.length > LIMITS.optionGroups ? ['too many groups'] : []),
    ...(groups ?? []).flatMap(({ label }) => plain('group', label, LIMITS.optionGroupLabel, true)),
    ...lists.flatMap((list) => (list.length === 0 ? ['no options'] : list.length > most ? ['too many options'] : [])),
    ...all.flatMap((option) => [
      ...plain('option', option.text, LIMITS.option.text, true),
      ...atMost('option value', option.value, LIMITS.option.value),
      ...(option.value === '' || typeof option.value !== 'string' ? ['option value: missing'] : []),
    ]),
    ...(new Set(all.map(({ value }) => value)).size < all.length ? ['option value: not unique'] : []),
    ...(initial.every((option) => values.has(JSON.stringify(option))) ? [] : ['initial option: none of the options']),
  ];
}

function checkRichText(block: Json): readonly Finding[] {
  const elements = listOf(block.elements);
  return elements.length === 0 ? ['no elements'] : elements.flatMap(checkRichElement);
}

/** The only links there are: to a page of ours where something is fetched. */
const OUR_FILES = /^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?\/files\/[\w-]{43}$/;

function checkRichElement(element: Json): readonly Finding[] {
  const inner = listOf(element.elements);
  if (inner.length === 0) return ['empty rich text'];
  if (element.type === 'rich_text_list') return inner.flatMap(checkRichElement);
  if (!['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'].includes(String(element.type)))
    return ['unknown rich text'];
  return inner.flatMap((inline) => {
    if (inline.type === 'text') return typeof inline.text === 'string' && inline.text !== '' ? [] : ['empty text'];
    if (inline.type === 'link') return OUR_FILES.test(String(inline.url)) ? [] : ['link to somewhere else'];
    if (inline.type !== 'date') return [`live element ${String(inline.type)}`];
    return Number.isInteger(inline.timestamp) && typeof inline.format === 'string' ? [] : ['date: not complete'];
  });
}

// ---------------------------------------------------------------- texts

function textObject(name: string, value: unknown, most: number): readonly Finding[] {
  const object = value as Json | undefined;
  if (object === undefined) return [`${name}: missing`];
  if (object.type !== 'plain_text' && object.type !== 'mrkdwn') return [`${name}: no text object`];
  return lengthOf(name, object.text, most, true);
}

function plain(name: string, value: unknown, most: number, required = false): readonly Finding[] {
  if (value === undefined) return required ? [`${name}: missing`] : [];
  const object = value as Json;
  return object.type === 'plain_text' ? lengthOf(name, object.text, most, required) : [`${name}: must be plain_text`];
}

function lengthOf(name: string, text: unknown, most: number, required: boolean): readonly Finding[] {
  if (typeof text !== 'string') return [`${name}: no text`];
  return text === '' && required ? [`${name}: empty`] : atMost(name, text, most);
}

const atMost = (name: string, value: unknown, most: number): readonly Finding[] =>
  typeof value === 'string' && value.length > most ? [`${name}: ${value.length} of ${most}`] : [];

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
