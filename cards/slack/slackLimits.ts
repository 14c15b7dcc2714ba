/**
 * What Slack takes, in one place: its documented figures. Characters are counted as UTF-16 units, which is never less than Slack counts.
 * The figures under `ours` are narrower than Slack's on purpose.
 */
export const SLACK_LIMITS = {
  message: {
    blocks: 50,
    text: 40_000,
    textAdvised: 4000,
    /** The blocks as JSON; near this Slack answers `msg_blocks_too_long`. */ json: 13_200,
  },
  view: { blocks: 100, json: 250_000, privateMetadata: 3000, title: 24, button: 24, callbackId: 255 },
  stack: 3,
  id: 255,
  section: { text: 3000, fields: 10, field: 2000 },
  header: 150,
  contextElements: 10,
  actions: 25,
  label: 2000,
  hint: 2000,
  placeholder: 150,
  button: { text: 75, value: 2000, url: 3000, accessibility: 75 },
  option: { text: 75, value: 150, description: 75 },
  options: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  radio: 10,
  checkboxes: 10,
  typed: 3000,
  confirm: { title: 100, text: 300, button: 30 },
  ours: {
    /** One block of rich text; Slack names no figure, so the one of a section holds. */
    richText: 2900,
    messageBlocks: 48,
    messageJson: 12_500,
    /** One page of a modal: what a person still scrolls through. What is said before the page finds room beside it. */
    pageBlocks: 60,
    pageJson: 120_000,
    homeJson: 200_000,
    /** Choices in sight as radio buttons or boxes; more become a menu. */
    choicesInSight: 6,
  },
} as const;
