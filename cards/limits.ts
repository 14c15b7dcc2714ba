/** What each platform takes, in one place; measured or documented by the platform, with room to spare. */
export const LIMITS = {
  adaptiveCard: {
    /** The version that every Teams client draws. */
    version: '1.5',
    /** A whole card, its JSON measured as UTF-16: below the smallest limit any Teams surface names (28 KB). */
    bytes: 28 * 1024,
    /** Buttons in sight; more wait behind „Weitere Schritte“. */
    actions: 6,
    /** Characters of all titles in one line of buttons, with four for each frame: what fits on a phone of 320 points. */
    lineOfActions: 33,
    /** A title up to this many characters is read whole on such a phone; a longer one needs a box in which it wraps. */
    shortTitle: 29,
    /** What an input takes, so that a form that comes back with everything typed still fits. */
    text: 300,
    longText: 2000,
    /** A drop-down beyond this many choices, a list of radio buttons up to it. */
    expandedChoices: 6,
  },
} as const;
