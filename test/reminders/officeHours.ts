import type { WorkingTime } from '../../src/organisation.ts';

const day = { from: '08:00', to: '17:00' };

/** Monday to Friday in Nordrhein-Westfalen. */
export const officeHours: WorkingTime = {
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidaysOf: { country: 'DE', state: 'NW' },
  holidays: [],
  closed: [],
};
