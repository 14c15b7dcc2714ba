// A process of its own, as `fristwacht start` makes it, but beside a Teams service of our own: `node teamsProcess.ts`, with the TEAMS_*
// variables and FAKE_TEAMS (the endpoints as JSON) in the environment. Ends on SIGTERM.
import { randomUUID } from 'node:crypto';
import { startTeams } from '../../../adapters/cli/startTeams.ts';
import type { TeamsEndpoints } from '../../../adapters/teams/endpoints.ts';

process.exitCode = await startTeams(
  {
    env: { ...process.env },
    readStdin: async () => '',
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    now: () => new Date().toISOString(),
    randomId: () => randomUUID(),
  },
  () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    process.once('SIGTERM', () => resolve(undefined));
    return promise;
  },
  JSON.parse(process.env.FAKE_TEAMS ?? '') as TeamsEndpoints,
);
