// A notice to an authority while it is prepared: what it still lacks, and one small page of its fields.
import type { NoticeKind } from '../breach/events.ts';
import type { Text } from '../law/sources.ts';
import type { Instant } from '../rules/instant.ts';
import type { Action } from './action.ts';
import type { FormInput } from './form.ts';
import type { CaseReference, DutyRow, FieldFault, FormValues } from './promptParts.ts';

/** What is open in a notice, and who clears it up, where somebody does. */
export type LackingField = {
  readonly label: Text;
  /** The first notice needs it; else only a complete one. */
  readonly isNeededNow: boolean;
  readonly task?: { readonly owner: string; readonly dueBy: Instant };
  readonly isBeingClarified: boolean;
};

export type NoticePlanPrompt = CaseReference & {
  readonly kind: 'noticePlan';
  readonly duty: DutyRow;
  readonly notice: NoticeKind;
  /** The authority by its full name, where the directory knows it. */
  readonly authority?: string;
  /** Why this one is competent. */
  readonly why: readonly Text[];
  /** Other bodies that the law names beside. */
  readonly also: readonly Text[];
  /** What to mind with the form of this authority. */
  readonly traps: readonly Text[];
  readonly page?: string;
  /** The day on which the entry of this authority was last compared with what it says itself. */
  readonly checkedOn?: string;
  readonly lacking: readonly LackingField[];
  /** How many values are only proposed so far. */
  readonly proposed: number;
  readonly parts: readonly { readonly part: string; readonly label: Text; readonly missing: number; readonly proposed: number }[];
  /** The first page on which something is missing. */
  readonly next?: string;
  /** Notices to other authorities, or of other controllers, in the same case. */
  readonly others: readonly { readonly duty: DutyRow; readonly authority?: string }[];
  readonly actions: readonly Action[];
};

export type NoticePartField = {
  readonly name: string;
  readonly input: FormInput;
  readonly label: Text;
  readonly hint?: Text;
  readonly choices?: readonly { readonly id: string; readonly label: Text }[];
};

export type NoticePartPrompt = CaseReference & {
  readonly kind: 'noticePart';
  readonly duty: string;
  readonly part: string;
  readonly label: Text;
  readonly fields: readonly NoticePartField[];
  readonly values: FormValues;
  readonly faults: readonly FieldFault[];
};
