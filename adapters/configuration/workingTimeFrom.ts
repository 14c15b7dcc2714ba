import { type CadenceOverrides, CADENCE_KINDS, WEEKDAYS, type Weekday, type WorkingTime } from '../../src/organisation.ts';
import { placeOf } from '../../src/reminders/holidays.ts';
import type { ConfigurationFile } from './configurationFile.ts';

const USUAL_HOURS = ['mon-fri 08:00-17:00'];

/** The working time the file describes; Monday to Friday with the holidays of the organisation's seat where it says nothing. */
export function workingTimeFrom({ workingTime = {}, organisation }: ConfigurationFile): WorkingTime | undefined {
  if (workingTime === 'none') return undefined;
  const { hours = USUAL_HOURS, holidaysOf, holidays = [], closed = [] } = workingTime;
  const { country, land } = organisation;
  return {
    hours: Object.fromEntries(hours.flatMap((entry) => weekdaysIn(entry).map((day) => [day, timesIn(entry)]))),
    holidaysOf: (holidaysOf === undefined ? undefined : placeOf(holidaysOf)) ?? { country, ...(land && { state: land }) },
    holidays,
    closed: closed.map((period) => {
      const [from = '', to = ''] = period.split('/');
      return { from, to };
    }),
  };
}

/** `mon-thu 08:00-17:00` names four days; none where the last lies before the first. */
export function weekdaysIn(entry: string): readonly Weekday[] {
  const [first = '', last = first] = entry.split(' ')[0]?.split('-') ?? [];
  const [from, to] = [placeIn(first), placeIn(last)];
  return WEEKDAYS.slice(from, to + 1);
}

const placeIn = (day: string): number => WEEKDAYS.findIndex((known) => known === day);

function timesIn(entry: string): { readonly from: string; readonly to: string } {
  const [from = '', to = ''] = entry.split(' ')[1]?.split('-') ?? [];
  return { from, to };
}

/** Only what the file names; checked before. */
export const cadencesFrom = ({ reminders }: ConfigurationFile): CadenceOverrides =>
  Object.fromEntries(
    CADENCE_KINDS.flatMap((kind) => {
      const given = reminders?.cadence?.[kind];
      return given === undefined ? [] : [[kind, { atHours: given.at, thenEveryHours: given.every }]];
    }),
  );
