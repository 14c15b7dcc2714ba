import { CADENCE_KINDS } from '../../src/organisation.ts';
import { cadenceFault } from '../../src/reminders/cadenceFault.ts';
import { placeOf } from '../../src/reminders/holidays.ts';
import type { ConfigurationFile } from './configurationFile.ts';
import { type ConfigurationFault, fault } from './fault.ts';
import { weekdaysIn } from './workingTimeFrom.ts';

/** What would leave a duty silent, or a working time that cannot be. */
export const reminderFaults = (file: ConfigurationFile): readonly ConfigurationFault[] => [
  ...workingTimeFaults(file.workingTime),
  ...cadenceFaults(file.reminders?.cadence),
];

function cadenceFaults(cadences: NonNullable<ConfigurationFile['reminders']>['cadence'] = {}): readonly ConfigurationFault[] {
  return CADENCE_KINDS.flatMap((kind) => {
    const given = cadences[kind];
    if (given === undefined) return [];
    const found = cadenceFault(kind, { atHours: given.at, thenEveryHours: given.every });
    if (found === undefined) return [];
    const key = `reminders.cadence.${kind}`;
    return found === 'cadenceRepetition'
      ? [fault(`${key}.every`, String(given.every), found)]
      : [fault(`${key}.at`, given.at.join(', '), found)];
  });
}

function workingTimeFaults(working: ConfigurationFile['workingTime']): readonly ConfigurationFault[] {
  if (working === undefined || working === 'none') return [];
  const { hours = [], holidaysOf, closed = [] } = working;
  return [
    ...(working.hours?.length === 0 ? [fault('workingTime.hours', '', 'workingHoursMissing')] : []),
    ...hours.filter(isBackwards).map((entry) => fault('workingTime.hours', entry, 'workingHours')),
    ...hours
      .filter((entry, place) =>
        hours
          .slice(0, place)
          .flatMap(weekdaysIn)
          .some((day) => weekdaysIn(entry).includes(day)),
      )
      .map((entry) => fault('workingTime.hours', entry, 'workingDayTwice')),
    ...(holidaysOf !== undefined && placeOf(holidaysOf) === undefined
      ? [fault('workingTime.holidaysOf', holidaysOf, 'holidaysOf')]
      : []),
    ...closed.filter(endsBeforeItBegins).map((period) => fault('workingTime.closed', period, 'workingPeriod')),
  ];
}

const isBackwards = (entry: string): boolean => {
  const [from = '', to = ''] = entry.split(' ')[1]?.split('-') ?? [];
  return to <= from || weekdaysIn(entry).length === 0;
};

const endsBeforeItBegins = (period: string): boolean => {
  const [from = '', to = ''] = period.split('/');
  return to < from;
};
