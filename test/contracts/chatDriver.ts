// What the conformance suite needs of a platform: people who write, see and press. It knows no card and no payload.

/** Those who take part. Every platform gives them accounts of its own. */
export type Participant = 'reporter' | 'stranger' | 'officer';

/** A button that somebody sees. */
export type Pressable = {
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  /** With what is typed into the fields beside it: a moment with its distance to UTC, a choice by its id, several with commas. */
  readonly press: (inputs?: Readonly<Record<string, string>>) => Promise<void>;
};

/** One thing somebody has before them. */
export type Shown = {
  /**
   * `answer`: what answers their last deed, for them alone. `own`: their conversation with the bot. `office`: the channel of the data
   * protection office.
   */
  readonly place: 'answer' | 'own' | 'office';
  /** Everything that is read on it, line by line. */
  readonly text: string;
  /** The same with whatever is folded away, unfolded one part after the other. */
  readonly whole: () => Promise<string>;
  readonly buttons: readonly Pressable[];
  /** Where its links lead; absent where the driver cannot tell yet. */
  readonly links?: readonly string[];
  /** What stands in its fields, by name. */
  readonly fields: Readonly<Record<string, string>>;
};

export type ChatDriver = {
  /** Writes to the bot. */
  readonly write: (who: Participant, text: string) => Promise<void>;
  /** Begins a report the usual way of the platform; a form is before them then. */
  readonly beginReport: (who: Participant) => Promise<void>;
  /** What they see now, what came last first. */
  readonly sees: (who: Participant) => Promise<readonly Shown[]>;
  /** Time goes by, and whatever falls due is sent. */
  readonly pass: (hours: number) => Promise<void>;
  /** The present moment, as an instant. */
  readonly now: () => Promise<string>;
  /** What a notification or a locked screen would have shown so far. */
  readonly notified: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};
