import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type TraceStep } from '../../src/rules/assess.ts';
import { isAboutBreach, tellingReasons } from '../../src/rules/tellingReasons.ts';
import { arbitraryInput, runs } from './arbitraryInput.ts';

const step = (rule: string, part: TraceStep['part'], mark: TraceStep['mark'], says = rule): TraceStep => ({
  ...{ rule, part, mark, dataSet: 'crm' },
  says: { de: says, en: says },
  cites: [{ source: 'GDPR', article: 33, paragraph: 1 }],
});
const rule = (id: string, mark: TraceStep['mark']) => step(id, 'rule', mark);
const condition = (id: string, mark: TraceStep['mark'], says: string) => step(id, 'condition', mark, says);

/** What is shown, as text: a rule by its id, below it its conditions. */
const shown = (...steps: readonly TraceStep[]) =>
  tellingReasons(steps).map(({ rule: of, conditions }) => [of?.rule, ...conditions.map(({ says }) => says.en)]);

describe('of a rule', () => {
  it('that failed, the first failed condition is shown, and nothing else', () => {
    const steps = [condition('a', 'holds', 'one'), condition('a', 'fails', 'two'), condition('a', 'fails', 'three')];
    expect(shown(rule('a', 'fails'), ...steps)).toEqual([['a', 'two']]);
    expect(shown(rule('a', 'fails'), condition('a', 'open', 'one'), condition('a', 'fails', 'two'))).toEqual([['a', 'two']]);
  });

  it('that holds or is open, every condition is shown', () => {
    const steps = [condition('a', 'holds', 'one'), condition('a', 'open', 'two'), condition('a', 'fails', 'three')];
    expect(shown(rule('a', 'open'), ...steps)).toEqual([['a', 'one', 'two', 'three']]);
    expect(shown(rule('a', 'holds'), ...steps)).toEqual([['a', 'one', 'two', 'three']]);
  });

  it('that an exception keeps from holding, what is open is shown, or else what is met, and that it is set aside', () => {
    const open = [rule('a', 'fails'), condition('a', 'holds', 'one'), condition('a', 'open', 'two')];
    expect(tellingReasons(open)).toEqual([{ rule: open[0], conditions: [open[2]], isSetAside: true, hasConditions: true }]);
    expect(shown(rule('a', 'fails'), condition('a', 'holds', 'one'), condition('a', 'holds', 'two'))).toEqual([
      ['a', 'one', 'two'],
    ]);
  });

  it('that asks for nothing, only the rule is shown, and it is never set aside', () => {
    const [plain] = tellingReasons([rule('a', 'fails')]);
    expect(plain).toMatchObject({ conditions: [], isSetAside: false, hasConditions: false });
    expect(tellingReasons([rule('a', 'fails'), condition('a', 'fails', 'one')])[0]).toMatchObject({ isSetAside: false });
    expect(tellingReasons([rule('a', 'holds'), condition('a', 'holds', 'one')])[0]).toMatchObject({ isSetAside: false });
  });
});

describe('rules that fail for the same reason', () => {
  it('stand together at the place of the first, and the last of them names it', () => {
    const steps = [
      ...[rule('a', 'fails'), condition('a', 'fails', 'one')],
      ...[rule('b', 'fails'), condition('b', 'fails', 'other')],
      ...[rule('c', 'fails'), condition('c', 'fails', 'one')],
      ...[rule('d', 'holds'), condition('d', 'holds', 'one')],
    ];
    expect(shown(...steps)).toEqual([['a'], ['c', 'one'], ['b', 'other'], ['d', 'one']]);
  });

  it('are not those whose conditions are merely met alike', () => {
    const steps = [
      ...[rule('a', 'fails'), condition('a', 'holds', 'one')],
      ...[rule('b', 'holds'), condition('b', 'holds', 'other')],
      ...[rule('c', 'fails'), condition('c', 'holds', 'one')],
    ];
    expect(shown(...steps)).toEqual([
      ['a', 'one'],
      ['b', 'other'],
      ['c', 'one'],
    ]);
  });
});

it('a condition of no rule stands by itself', () => {
  const alone = condition('art4/personal-data', 'holds', 'personal data');
  expect(tellingReasons([rule('a', 'holds'), alone])).toEqual([
    expect.objectContaining({ conditions: [] }),
    { conditions: [alone], isSetAside: false, hasConditions: true },
  ]);
  expect([alone, rule('a', 'holds')].map(isAboutBreach)).toEqual([true, false]);
});

it('of every trace each rule is shown once, nothing is invented, and what failed has a reason', () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      for (const { because } of assess(input).duties) {
        const names = new Set(because.map(({ dataSet }) => dataSet));
        for (const name of names) {
          const steps = because.filter(({ dataSet }) => dataSet === name);
          const reasons = tellingReasons(steps);
          const rules = reasons.flatMap((reason) => reason.rule ?? []);
          expect(new Set(rules)).toEqual(new Set(steps.filter(({ part }) => part === 'rule')));
          expect(rules).toHaveLength(steps.filter(({ part }) => part === 'rule').length);
          for (const { conditions } of reasons) for (const one of conditions) expect(steps).toContain(one);
          const unexplained = reasons.at(-1);
          if (unexplained?.hasConditions) expect(unexplained.conditions.length).toBeGreaterThan(0);
        }
      }
    }),
    runs(0.03),
  );
});
