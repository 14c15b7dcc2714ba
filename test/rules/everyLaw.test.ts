// The properties of the rules once more, for every law they know: the eleven profiles, every set that was law, and every proposal. The
// proposals are only looked at; that none becomes the rule set of a case stands in `rulesets.test.ts`.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gdpr, openQuestion } from '../../src/law/sources.ts';
import {
  assessBy,
  type AssessedDuty,
  type Assessment,
  type AssessmentInput,
  type OpenFact,
  type TraceStep,
} from '../../src/rules/assess.ts';
import { ANSWERS, controllersOf, type DataSet, FACTS, type Facts, toldBy, UNKNOWN } from '../../src/rules/facts.ts';
import { nextQuestion } from '../../src/rules/nextQuestion.ts';
import { PROFILE_NAMES } from '../../src/rules/profiles/profileName.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
import { RULE_SETS, type RuleSet } from '../../src/rules/rulesets.ts';
import { SIMULATION_NAMES, SIMULATIONS } from '../../src/rules/simulations.ts';
import { arbitraryInputUnder, arbitraryPlace, runs, SEED } from './arbitraryInput.ts';
import { checkPlaceUnder, expectKeptOr } from './keptDuties.ts';
import { absentFacts, answer, dutiesOf } from './questionnaire.ts';
import { freeze, reversed } from './sameFacts.ts';

const SETS: readonly RuleSet[] = [...RULE_SETS, ...SIMULATION_NAMES.map((name) => SIMULATIONS[name])];
const LAWS = PROFILE_NAMES.flatMap((profile) => SETS.map((set) => ({ profile, id: set.id, set })));
/** For each law and property 50 sheets, as a proof 500: over all laws that is a twentieth of what the general properties draw. */
const SHARE = 0.0025;

it('prints the seed; every profile and every rule set is among them, the simulation too', () => {
  console.log(`Under ${LAWS.length} laws ${runs(SHARE).numRuns} sheets each, for each property; seed ${SEED}`);
  expect(LAWS).toHaveLength(11 * SETS.length);
  expect(SETS.map(({ id }) => id)).toEqual(['gdpr-2018.1', 'simulation-omnibus-2025-0360']);
  expect(Object.keys(PROFILES)).toEqual(PROFILE_NAMES);
});

/** What somebody knew, taken back; what comes by itself stays, as it is an act and no answer. */
const forgotten = (facts: Facts, as: string | undefined): Facts =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, given]) => {
      const { comesUnasked, mayBeUnknown } = FACTS[name as keyof typeof FACTS];
      if (comesUnasked) return [[name, given]];
      return as === UNKNOWN && mayBeUnknown ? [[name, UNKNOWN]] : [];
    }),
  );
const withDataSets = (input: AssessmentInput, change: (dataSet: DataSet) => DataSet): AssessmentInput => ({
  ...input,
  sheet: { ...input.sheet, dataSets: input.sheet.dataSets.map(change) },
});
const forgetting = (input: AssessmentInput, as: string | undefined): AssessmentInput => {
  const changed = withDataSets(input, (dataSet) => ({ ...dataSet, facts: forgotten(dataSet.facts, as) }));
  return { ...changed, sheet: { ...changed.sheet, incident: forgotten(input.sheet.incident, as) } };
};

/** Whoever knows less, or names more, is owed no less by us. */
const MORE_CAREFUL: Readonly<Record<string, (input: AssessmentInput) => AssessmentInput>> = {
  'nothing answered': (input) => forgetting(input, undefined),
  'everything that can be unknown unknown': (input) => forgetting(input, UNKNOWN),
  'the strict reading': (input) => ({ ...input, reading: 'strict' }),
  'our role unclear': (input) => withDataSets(input, (dataSet) => ({ ...dataSet, role: 'unknown' })),
  'one more joint controller': (input) =>
    withDataSets(input, (dataSet) => ({ ...dataSet, jointWith: [...(dataSet.jointWith ?? []), 'delta'] })),
  'one more data set': (input) => {
    const more: DataSet = { id: 'more', controller: 'acme', role: 'controller', facts: {} };
    return { ...input, sheet: { ...input.sheet, dataSets: [...input.sheet.dataSets, more] } };
  },
};

/** Telecommunication data in a case bring the notice of § 169 TKG in the place of the other one (open question Q-22). */
const standsIn = (duty: AssessedDuty, other: AssessedDuty): boolean =>
  isNamed(duty, other) ||
  (duty.duty === 'art33-1' &&
    other.duty === 'art33-1' &&
    other.owedBy === duty.owedBy &&
    PROFILES.telecom.notice.to?.includes(other.recipient) === true);

/** Whom a processor tells was not known, and now is. */
const isNamed = (duty: AssessedDuty, other: AssessedDuty): boolean =>
  duty.duty === 'art33-2' && duty.recipient === 'unknown' && other.duty === 'art33-2' && other.owedBy === duty.owedBy;

function expectComplete({ sheet, self }: AssessmentInput, { duties }: Assessment): void {
  const names = (kind: string, owedBy: string, recipient?: string) =>
    duties.some((duty) => duty.duty === kind && duty.owedBy === owedBy && (recipient ?? duty.recipient) === duty.recipient);
  const expected = sheet.dataSets.flatMap((dataSet): readonly (readonly [string, string, string?])[] => {
    // Whoever decides on the data is their controller, whatever role was entered; and nobody tells oneself.
    const owing = controllersOf(dataSet).filter((controller) => dataSet.role !== 'processor' || controller === self);
    const asController = owing.flatMap((controller) => [
      ['art33-5', controller, 'register'] as const,
      ['art33-1', controller] as const,
      ['art34-1', controller, 'persons'] as const,
    ]);
    const others = toldBy(dataSet).filter((recipient) => recipient !== self);
    const told = others.length === 0 && dataSet.role === 'unknown' ? ['unknown'] : others;
    const asProcessor = told.map((recipient) => ['art33-2', self, recipient] as const);
    return [...asController, ...(dataSet.role === 'controller' ? [] : asProcessor)];
  });
  for (const [kind, owedBy, recipient] of expected) {
    if (!names(kind, owedBy, recipient)) throw new Error(`${kind} of ${owedBy} is missing.`);
  }
  for (const { id, duty, owedBy, recipient } of duties) {
    if (!expected.some(([kind, who]) => kind === duty && who === owedBy)) throw new Error(`${id} is nobody's.`);
    if (id !== `${duty}:${owedBy}:${recipient}`) throw new Error(`${id} is not named by its parts.`);
  }
  if (new Set(duties.map(({ id }) => id)).size !== duties.length) throw new Error('A duty is named twice.');
}

type Sentence = Pick<TraceStep, 'says' | 'cites'> & { readonly rule?: string; readonly id?: string };
function expectCited(sentences: readonly Sentence[]): void {
  for (const { says, cites, rule, id } of sentences) {
    if (!cites.some(({ source }) => source !== 'OPEN_QUESTION')) throw new Error(`${rule ?? id ?? ''} names no source.`);
    if (says.de === '' || says.en === '' || says.de === says.en) throw new Error(`${rule ?? id ?? ''} lacks a language.`);
  }
}

describe.each(LAWS)('under $profile and $id', ({ profile, set }) => {
  const by = (input: AssessmentInput): Assessment => assessBy(set, input);
  const everyInput = arbitraryInputUnder(profile);
  const holds = (check: (input: AssessmentInput) => void) =>
    fc.assert(
      fc.property(everyInput, (input) => check(input)),
      runs(SHARE),
    );

  it('unknown removes no duty, a worse answer keeps each, and none is due later', { timeout: 900_000 }, () => {
    const check = (input: AssessmentInput, place: Parameters<typeof checkPlaceUnder>[2]) => checkPlaceUnder(by, input, place);
    fc.assert(fc.property(everyInput, arbitraryPlace, check), runs(SHARE));
  });

  it.each(Object.entries(MORE_CAREFUL))('%s takes no duty away and puts none off', { timeout: 900_000 }, (_name, careful) => {
    holds((input) => expectKeptOr(by(input), by(careful(input)), standsIn));
  });

  it('the questions asked end in the duties of the full questionnaire', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(everyInput, fc.infiniteStream(fc.nat(1_000)), (start, numbers) => {
        const draw = ({ fact }: OpenFact) => ANSWERS[fact][(numbers.next().value ?? 0) % ANSWERS[fact].length];
        let input = start;
        for (let next = nextQuestion(input, set); next !== undefined; next = nextQuestion(input, set))
          input = answer(input, next, draw(next));
        const full = absentFacts(input).reduce((sheet, open) => answer(sheet, open, draw(open)), input);
        if (dutiesOf(full, set) !== dutiesOf(input, set)) throw new Error('A question that was not asked changed a duty.');
        const isSettled = by(input).duties.every(({ status }) => status !== 'presumed');
        if (!isSettled && input.sheet.dataSets.every(({ role }) => role !== 'unknown')) throw new Error('Something stayed open.');
      }),
      runs(SHARE),
    );
  });

  it('the same facts give the same assessment, in whatever order they stand, and stay untouched', { timeout: 900_000 }, () => {
    holds((input) => {
      const first = JSON.stringify(by(freeze(input)));
      if (first !== JSON.stringify(by(reversed(input)))) throw new Error('Order made a difference.');
      if (first !== JSON.stringify(by(input))) throw new Error('Asking twice made a difference.');
    });
  });

  it('every step, note, kind and hint is cited, in both languages', { timeout: 900_000 }, () => {
    holds((input) => {
      const { duties, hints } = by(input);
      if (duties.some(({ because }) => because.length === 0)) throw new Error('A duty has no reasons.');
      expectCited([...duties.flatMap(({ because, notes = [] }) => [...because, ...notes]), ...hints]);
    });
  });

  it('every data set brings every duty of our role, and no other', { timeout: 900_000 }, () => {
    holds((input) => expectComplete(input, by(input)));
  });
});

describe('these checks would notice', () => {
  const [law] = LAWS;
  if (law === undefined) throw new Error('There are laws.');
  const dataSet: DataSet = { id: 'data', controller: 'acme', role: 'controller', facts: { access: 'happened' } };
  const input: AssessmentInput = {
    sheet: { incident: { personalData: 'yes' }, dataSets: [dataSet] },
    controllers: [{ id: 'acme', country: 'DE', sector: 'private', authority: 'de-nw' }],
    self: 'acme',
    startsAt: {},
  };
  const honest = assessBy(law.set, input);
  const without = (kind: string): Assessment => ({ ...honest, duties: honest.duties.filter(({ duty }) => duty !== kind) });

  it('rules that forget a duty where somebody says "unknown"', () => {
    const forgetful = (sheet: AssessmentInput): Assessment =>
      sheet.sheet.dataSets.some(({ facts }) => facts.recipient === UNKNOWN) ? without('art34-1') : assessBy(law.set, sheet);
    expect(() => checkPlaceUnder(forgetful, input, { fact: 'recipient', at: 0 })).toThrow('was lost');
    expect(() => checkPlaceUnder((sheet) => assessBy(law.set, sheet), input, { fact: 'recipient', at: 0 })).not.toThrow();
  });

  it('a duty that a more careful answer takes away, a telecom notice aside', () => {
    expect(() => expectKeptOr(honest, without('art33-1'), standsIn)).toThrow('was lost');
    const stoodIn = honest.duties.map((duty) => (duty.duty === 'art33-1' ? { ...duty, id: 'x', recipient: 'de-bnetza' } : duty));
    expect(() => expectKeptOr(honest, { ...honest, duties: stoodIn }, standsIn)).not.toThrow();
  });

  it.each(['art33-5', 'art33-1', 'art34-1'])('that %s is missing', (kind) => {
    expect(() => expectComplete(input, honest)).not.toThrow();
    expect(() => expectComplete(input, without(kind))).toThrow('is missing');
  });

  it('a duty of somebody who has no part in it, and one named twice', () => {
    const [first] = honest.duties;
    if (first === undefined) throw new Error('There are duties.');
    const stranger = { ...first, owedBy: 'omega', id: `${first.duty}:omega:${first.recipient}` };
    expect(() => expectComplete(input, { ...honest, duties: [...honest.duties, stranger] })).toThrow('is nobody');
    expect(() => expectComplete(input, { ...honest, duties: [...honest.duties, first] })).toThrow('twice');
  });

  it('a step that cites nothing but ourselves, or speaks one language', () => {
    const says = { de: 'geplant', en: 'planted' };
    expect(() => expectCited([{ says, cites: [openQuestion('Q-01')] }])).toThrow('no source');
    expect(() => expectCited([{ says: { de: 'geplant', en: '' }, cites: [gdpr(33, 1)] }])).toThrow('language');
    expect(() => expectCited([{ says, cites: [gdpr(33, 1)] }])).not.toThrow();
  });
});
