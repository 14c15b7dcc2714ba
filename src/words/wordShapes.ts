// What single words and groups of words are made of.
import type { HintKind, Hints } from '../breach/events.ts';
import type { FieldName } from '../prompt/form.ts';
import type { CaseCardPrompt, DutyRow } from '../prompt/prompt.ts';

export type HintAnswer<K extends HintKind> = NonNullable<Hints[K]>;
export type Incident = HintAnswer<'incident'>;
export type Risk = CaseCardPrompt['risk'];
export type DutyEndHow = NonNullable<DutyRow['end']>['how'];

/** What to do and not to do right now. */
export type Advice = { readonly doNow: readonly string[]; readonly pleaseDoNot: readonly string[] };

/** What happened, what it means, what to do next; whom to ask is added from the configuration. */
export type RefusalWords = { readonly title: string; readonly means: string; readonly next: string };

export type FieldWords = { readonly label: string; readonly hint?: string };
export type FormWords = {
  readonly title: string;
  readonly intro: string;
  readonly submit: string;
  /** Where a field means something of its own in this form. */
  readonly fields?: Readonly<Partial<Record<FieldName, FieldWords>>>;
};

export type DutyWords = {
  /** With its provision, as it is named wherever there is room. */
  readonly name: string;
  /** For notifications, tight lines and choices. */
  readonly short: string;
  /** Said once a notice has ended it, or a record. */
  readonly done: string;
};
