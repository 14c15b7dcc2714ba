import { PLATFORMS } from '../organisation.ts';
import type { Addressee } from '../ports.ts';

/** Why something is owed; the first part of a slot's name. */
export type Purpose =
  | 'receipt'
  | 'card'
  | 'new'
  | 'reminder'
  | 'escalation'
  | 'decisionMissing'
  | 'investigation'
  | 'measure'
  | 'noticeTask'
  | 'news'
  | 'readyToClose'
  | 'retention'
  | 'channelGone'
  | 'unreadable'
  | 'confirmation'
  | 'question'
  | 'outcome'
  // Of the organisation's stream; see `owedByOrganisation.ts`.
  | 'digest'
  | 'health'
  | 'healthOver';

/** What a row of steps belongs to: all of a slot's name but the step. */
export type SlotSeries = {
  readonly purpose: Purpose;
  /** A duty, a measure, a question …: an id, never content. */
  readonly about: string;
  readonly clock: number;
  readonly to: Addressee;
};

export const addresseeName = ({ platform, kind, id }: Addressee): string => `${platform}:${kind}:${id}`;

/** `reminder/art33-1:acme:de-nw/clock-2/48h/slack:channel:C042`; unique within a case, and the same whoever computes it. */
export const slotName = ({ purpose, about, clock, to }: SlotSeries, step: string): string =>
  `${purpose}/${about}/clock-${clock}/${step}/${addresseeName(to)}`;

/** A surface has no steps: it is kept equal to what it should show. */
export const surfaceSlot = (purpose: 'receipt' | 'card', to: Addressee): string => `${purpose}/${addresseeName(to)}`;

/** What is known of an addressee itself: whether it can be reached. */
export const reachSlot = (to: Addressee): string => `unreachable/${addresseeName(to)}`;
export const isReachSlot = (slot: string): boolean => slot.startsWith('unreachable/');

const TO = new RegExp(`^.*/(?<platform>${PLATFORMS.join('|')}):(?<kind>person|channel):(?<id>.+)$`, 's');

/** To whom what stands under this slot was sent. */
export function addresseeIn(slot: string): Addressee | undefined {
  const { platform, kind, id } = TO.exec(slot)?.groups ?? {};
  return platform === undefined || kind === undefined || id === undefined
    ? undefined
    : { platform: platform as Addressee['platform'], kind: kind as Addressee['kind'], id };
}
