import { describe, expect, it } from 'vitest';
import { owed } from '../../src/reminders/owed.ts';
import { plan } from '../../src/reminders/plan.ts';
import { officeHours } from './officeHours.ts';
import { assessed, caseAt, hours, organisation, reported, reportedAt, theCase } from './sampleCase.ts';

/** Friday, 17:40: the deadline of the notice ends on Monday at 18:40. */
const opened = [reported, assessed(reportedAt, { kind: 'art33-1' })];
const working = { ...organisation, workingTime: officeHours };

describe('what is told together', () => {
  it('says that it is the last working hour, also where a stage of the escalation leads it', () => {
    // Monday, 16:30: the last working hour, and long ago the deputy was to be told.
    const at = caseAt(hours(69.8), opened, { organisation: working });
    const { sendings } = plan(theCase, owed(at), []);
    const toChannel = sendings.filter(({ message: { to } }) => to.kind === 'channel').map(({ message: { prompt } }) => prompt);
    expect(toChannel.at(-1)).toMatchObject({ purpose: 'escalation', lastWorkingHour: { before: 'night' } });
  });

  it('stands beside the card that appears for the first time, where the card does not say it: nobody has decided on awareness', () => {
    const { sendings } = plan(theCase, owed(caseAt(hours(25), opened)), []);
    const toChannel = sendings.filter(({ message: { to } }) => to.kind === 'channel').map(({ message: { prompt } }) => prompt);
    expect(toChannel.map(({ kind }) => kind)).toEqual(['caseCard', 'reminder']);
    expect(toChannel[1]).toMatchObject({ missing: expect.arrayContaining(['awareness']) as unknown });
  });

  it('is one card where the card says it all', () => {
    const { sendings } = plan(theCase, owed(caseAt(hours(5), opened)), []);
    expect(sendings.filter(({ message: { to } }) => to.kind === 'channel')).toHaveLength(1);
  });
});
