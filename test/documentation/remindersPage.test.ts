import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  LEFT_AFTER_WAITING_HOURS,
  OTHERS_WAIT_AT_MOST_HOURS,
  PRESSING_WAITS_AT_MOST_HOURS,
} from '../../src/reminders/cadence.ts';
import { projectRoot } from '../support/arrows.ts';
import { remindersTable } from './remindersTable.ts';

describe('docs/reminders.md', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'reminders.md'), 'utf8');
  const [english = '', german = ''] = page.split('\n---\n');

  it('prints the cadences and their limits as they are, in both languages', () => {
    expect(english).toContain(remindersTable('en'));
    expect(german).toContain(remindersTable('de'));
  });

  it('names how long something waits, as it is', () => {
    expect(english).toContain(`at least ${LEFT_AFTER_WAITING_HOURS} hours`);
    expect(english).toContain(
      `waits ${PRESSING_WAITS_AT_MOST_HOURS} hours at most, anything else ${OTHERS_WAIT_AT_MOST_HOURS} hours`,
    );
    expect(german).toContain(`mindestens ${LEFT_AFTER_WAITING_HOURS} Stunden`);
    expect(german).toContain(
      `wartet höchstens ${PRESSING_WAITS_AT_MOST_HOURS} Stunden, alles andere höchstens ${OTHERS_WAIT_AT_MOST_HOURS} Stunden`,
    );
  });
});
