import type { Lang } from '../law/sources.ts';
import type { Addressee } from '../ports.ts';
import { caseCard } from '../prompt/caseCard.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { receipt } from '../prompt/receipt.ts';
import type { Instant } from '../rules/instant.ts';
import { channelReaders } from './addressees.ts';
import { shownAsOf } from './countdown.ts';
import { announcements, type Announcement, type CaseKnown, reporterReaders } from './owedAnnouncements.ts';
import { slotName, surfaceSlot } from './slot.ts';
import { latestDue } from './stepSeries.ts';
import { isLeftAlone } from './unreachable.ts';

/** A case at a moment. */
export type CaseInTime = CaseKnown & { readonly now: Instant };

type OwedMessage = {
  /** Unique within the case; see `slot.ts`. */
  readonly slot: string;
  readonly to: Addressee;
  readonly language: Lang;
  readonly dueAt: Instant;
  readonly prompt: Prompt;
};
/** Delivered once. `ordinal` counts the steps before this one; those not delivered are overtaken by it. */
export type OwedAnnouncement = OwedMessage & {
  readonly kind: 'announcement';
  readonly group: string;
  readonly series: Pick<Announcement, 'slots' | 'steps'>;
  readonly ordinal: number;
};
/** Kept equal to what it should show. */
export type OwedSurface = OwedMessage & { readonly kind: 'surface' };
export type Owed = OwedAnnouncement | OwedSurface;

/** Everything the case owes by now: the surfaces, and of each row of steps the last one due. Knows nothing of deliveries. */
export const owed = (at: CaseInTime): readonly Owed[] =>
  // Of an erased case nothing is shown any more; what was shown is taken away (`removal.ts`).
  at.record.status === 'erased'
    ? []
    : [...owedSurfaces(at), ...owedAnnouncements(at)].filter(({ to }) => !isLeftAlone(at.unreachable ?? [], to, at.now));

function owedSurfaces(at: CaseInTime): readonly OwedSurface[] {
  const asOf = shownAsOf(at.record, at.now);
  const surface = { kind: 'surface', dueAt: asOf } as const;
  const receipts = reporterReaders(at).map((reader) => ({
    ...surface,
    ...reader,
    slot: surfaceSlot('receipt', reader.to),
    prompt: receipt(at),
  }));
  const cards = channelReaders(at).map((reader) => ({
    ...surface,
    ...reader,
    slot: surfaceSlot('card', reader.to),
    prompt: caseCard({ ...at, asOf }),
  }));
  return [...receipts, ...cards];
}

function owedAnnouncements(at: CaseInTime): readonly OwedAnnouncement[] {
  const shown = shownAsOf(at.record, at.now);
  return announcements(at).flatMap((announcement) => {
    const { reader, slots, steps, group, prompt } = announcement;
    const step = latestDue(steps, at.now);
    if (step === undefined) return [];
    const { ordinal, dueAt } = step;
    const asOf = dueAt > shown ? dueAt : shown;
    const owedNow = { ...reader, dueAt, group, ordinal, series: { slots, steps } };
    return [{ kind: 'announcement' as const, ...owedNow, slot: slotName(slots, step.name), prompt: prompt(step, asOf) }];
  });
}
