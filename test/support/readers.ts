import { addresseeIn } from '../../src/reminders/slot.ts';

/** To whom these slots were sent, by their accounts, in order. */
export const addressees = (slots: readonly string[]): readonly string[] =>
  slots.map((slot) => addresseeIn(slot)?.id ?? 'nobody').toSorted();
