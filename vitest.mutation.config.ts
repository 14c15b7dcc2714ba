import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Where most mutants fall at once, in this order; then the others; and last what costs a second or more. */
const FIRST = ['edpbCases', 'annexB', 'assess', 'awareness', 'deadline', 'roles', 'exceptionsOfArt34', 'severity'];
const LAST = ['golden', 'profiles', 'edpbNeighbours'];

const place = ({ moduleId }: TestSpecification): number => {
  const isNamed = (name: string): boolean => moduleId.endsWith(`/${name}.test.ts`);
  const first = FIRST.findIndex(isNamed);
  return first === -1 ? FIRST.length + LAST.findIndex(isNamed) + 1 : first;
};

/** A mutant is done with at the first test that fails, so what is quick and telling goes first. */
class ExamplesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => place(one) - place(other)));
  }
}

/**
 * The tests that say what the rules decide. Those that draw sheets by the thousand draw one here (`runs` reads `FRISTWACHT_MUTATION`), and
 * those that change the rules as data are left out: a mutant should fall to an example somebody can read. docs/rules-mutation.md says how
 * it is run.
 */
export default defineConfig({
  test: {
    ...base.test,
    env: { ...base.test?.env, FRISTWACHT_MUTATION: '1' },
    include: ['test/rules/*.test.ts', 'test/rules/{severity,profiles,neighbours}/*.test.ts', 'test/law/*.test.ts'],
    exclude: ['test/rules/{properties,everyLaw}.test.ts'],
    sequence: { sequencer: ExamplesFirst },
    reporters: ['default'],
  },
});
