// Writes `docs/facts.md` anew: `npm run docs:facts`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/arrows.ts';
import { factsPage } from './factsPage.ts';

writeFileSync(join(projectRoot, 'docs', 'facts.md'), factsPage());
