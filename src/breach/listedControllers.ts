// Whom we process for in this case, by a list that was read into it. What the contract says there goes before the configuration.
import type { CaseRecord, ListedController } from './breachCase.ts';
import type { CaseSetting } from './commands.ts';
import type { BreachEventOf } from './events.ts';

export const listedIn = ({ listedControllers = [] }: CaseRecord): readonly ListedController[] => listedControllers;

/** Within how many hours a controller wants to be told; Art. 33(2) GDPR names none. */
export const contractHours = (
  record: CaseRecord,
  controllers: CaseSetting['controllers'],
  recipient: string,
): number | undefined =>
  listedIn(record).find(({ controller }) => controller === recipient)?.hours ??
  controllers.find(({ id }) => id === recipient)?.toldWithinHours;

/** A later line for the same controller takes the place of the earlier one; the register keeps both. */
export function withListedController(record: CaseRecord, event: BreachEventOf<'ControllerListed'>): CaseRecord {
  const { type: _, ...listed } = event;
  const known = listedIn(record);
  const isKnown = known.some(({ controller }) => controller === event.controller);
  const listedControllers = isKnown
    ? known.map((one) => (one.controller === event.controller ? listed : one))
    : [...known, listed];
  return { ...record, listedControllers };
}
