// While a notice to an authority is prepared.
import type { NoticeKind } from '../breach/events.ts';
import type { FieldWords } from './wordShapes.ts';

export type PreparationWords = {
  readonly preparation: {
    readonly title: (number: string) => string;
    readonly kinds: Readonly<Record<NoticeKind, string>>;
    readonly notice: string;
    readonly authority: string;
    readonly why: string;
    readonly also: string;
    readonly form: string;
    /** The directory knows the authority, and no page of its own for notices. */
    readonly noPage: string;
    readonly checked: string;
    readonly traps: string;
    readonly sendsNothing: string;
    /** How much is missing for this notice and for a complete one, and what somebody is clearing up already. */
    readonly missing: (now: number, later: number, beingClarified: number) => string;
    readonly mayBeIncomplete: (isGdpr: boolean) => string;
    readonly proposed: (count: number) => string;
    readonly neededNow: string;
    readonly neededLater: string;
    readonly beingClarified: string;
    readonly clarifiedBy: (owner: string, due: string) => string;
    readonly next: string;
    readonly pages: string;
    readonly fill: string;
    readonly pageState: (missing: number, proposed: number) => string;
    readonly others: string;
    readonly files: string;
    readonly page: (number: string, label: string) => string;
    readonly intro: string;
    readonly stillOpen: FieldWords;
    readonly owner: FieldWords;
    readonly dueBy: FieldWords;
    readonly back: string;
  };
};
