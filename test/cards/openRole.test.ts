import { expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import { dutyShort } from '../../cards/dutyBlocks.ts';
import { neighbourLabel } from '../../src/prompt/neighbourLabel.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { sampleAssessment } from '../support/samplePrompts.ts';

it('an assessment says that our role is still open, and is silent about it once it is settled', () => {
  expect(plain({ ...sampleAssessment, isRoleOpen: true }, 'de')).toContain('Noch offen ist unsere Rolle.');
  expect(plain({ ...sampleAssessment, isRoleOpen: true }, 'en')).toContain('Our role is still open.');
  expect(plain({ ...sampleAssessment, isRoleOpen: false }, 'de')).not.toContain('unsere Rolle');
});

it('in a list each open question of a neighbouring regime is named by its regime', () => {
  const kind = 'neighbour-question';
  const neighbour = neighbourLabel({ kind, recipient: 'dora' }, [])!;
  expect(dutyShort(wordsOf('de'), { kind, neighbour })).toBe('DORA: Weitere Meldepflicht?');
});
