// Writes the pages made from the vocabulary and the cases anew, `docs/facts.md` and `docs/questions.md`: `npm run docs:facts`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/arrows.ts';
import { factsPage } from './factsPage.ts';
import { questionsPage } from './questionsPage.ts';

writeFileSync(join(projectRoot, 'docs', 'facts.md'), factsPage());
writeFileSync(join(projectRoot, 'docs', 'questions.md'), questionsPage());
