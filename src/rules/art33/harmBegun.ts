// Two conditions of every exception about confidentiality: the harm of recital 75 has neither begun nor is it to be expected in earnest. No
// circumstance that makes misuse unlikely counts for anything once data have been misused.
import { openQuestion, recital } from '../../law/sources.ts';
import { atMost } from '../rule.ts';

export const notMisused = atMost(
  'outflow',
  'shown',
  { de: 'Die Daten wurden noch nicht missbraucht.', en: 'The data have not been misused yet.' },
  [recital(75), recital(76)],
);

export const noSeriousHarm = atMost(
  'effectOnPersons',
  'minor',
  { de: 'Ernste Folgen für die Menschen sind nicht zu erwarten.', en: 'No serious harm to the people is to be expected.' },
  [recital(75), recital(85), openQuestion('Q-33')],
);
