import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { sqliteEngine } from '../../../adapters/stores/sqlite/sqliteEngine.ts';
import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import { openIn } from '../../contracts/engineWrites.ts';
import { nine } from '../../contracts/sampleWrites.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const path = temporaryFolder();

it('a register of this version from before the organisation’s stream gets what is missing, and keeps all it had', async () => {
  const before = sqliteEngine(path('register.sqlite'));
  await openIn(before, 'c-1');
  await before.close();
  const database = new DatabaseSync(path('register.sqlite'));
  for (const table of ['organisation_delivery', 'organisation', 'note']) database.exec(`DROP TABLE ${table}`);
  database.exec('DROP INDEX case_index_never');
  database.close();
  const engine = sqliteEngine(path('register.sqlite'));
  await engine.wake(ORGANISATION, nine);
  expect(await engine.claimDue(nine, 60)).toMatchObject({ caseId: ORGANISATION });
  expect(await engine.claimDue(nine, 60)).toMatchObject({ caseId: 'c-1' });
  expect(await engine.changeNote('health', undefined, 'box')).toBe(true);
  expect(await engine.neglected(nine, 9)).toEqual([]);
  await engine.close();
});
