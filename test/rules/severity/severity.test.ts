import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeAll } from '../../../src/law/sources.ts';
import { assess } from '../../../src/rules/assess.ts';
import { dskZone } from '../../../src/rules/severity/dskZone.ts';
import { bandOf, enisaScore } from '../../../src/rules/severity/enisaScore.ts';
import { parseSeverity, severityJsonSchema } from '../../../src/rules/severity/parseSeverity.ts';
import { compareWith, secondOpinions } from '../../../src/rules/severity/secondOpinion.ts';
import { settledInputs } from '../../../src/rules/severity/settledInputs.ts';
import {
  SEVERITY_ANSWERS,
  SEVERITY_INPUTS,
  SEVERITY_NAMES,
  type SeverityAnswers,
  type SeverityInput,
  type SeverityName,
} from '../../../src/rules/severity/severityInputs.ts';
import { EDPB_01_2021 } from '../../cases/edpb-01-2021.ts';
import { inputOf, sheetOf } from '../../cases/publishedCase.ts';
import { importsOf, projectRoot, sourceFilesUnder } from '../../support/arrows.ts';
import { arbitraryInput, runs } from '../arbitraryInput.ts';

const mildest = { identification: 'negligible', confidentiality: 'unaffected', integrity: 'unaffected' } as const;
const COMPLETE = { ...mildest, simple: '1', availability: 'unaffected', intent: 'none-known' } as const satisfies SeverityAnswers;
const WORST = {
  sensitive: '4',
  identification: 'maximum',
  confidentiality: 'unknown-recipients',
  integrity: 'not-recoverable',
  availability: 'gone',
  intent: 'malicious',
} as const satisfies SeverityAnswers;

const arbitraryAnswers: fc.Arbitrary<SeverityAnswers> = fc.record(
  Object.fromEntries(SEVERITY_NAMES.map((name) => [name, fc.constantFrom(...SEVERITY_ANSWERS[name])])),
  { requiredKeys: [] },
);

describe('the score of ENISA 2013', () => {
  it('runs from 0.25 to 6', () => {
    expect(enisaScore(COMPLETE)).toMatchObject({ dpc: 1, ei: 0.25, cb: 0, se: 0.25, band: 'low', flags: [] });
    expect(enisaScore(WORST)).toMatchObject({ dpc: 4, ei: 1, cb: 2, se: 6, band: 'very-high' });
  });

  it.each([
    [1.75, 'low'],
    [2, 'medium'],
    [2.75, 'medium'],
    [3, 'high'],
    [3.75, 'high'],
    [4, 'very-high'],
  ] as const)('%d is %s', (se, band) => {
    expect(bandOf(se)).toBe(band);
  });

  it('takes the highest class of data', () => {
    expect(enisaScore({ ...COMPLETE, behavioural: '3', financial: '2', sensitive: 'not-involved' })).toMatchObject({ dpc: 3 });
  });

  it('shows its two flags and lets neither change the score', () => {
    const plain = enisaScore(COMPLETE);
    const flagged = enisaScore({ ...COMPLETE, over100: 'yes', unintelligible: 'yes' });
    expect(flagged).toEqual({ ...plain, flags: ['over-100-persons', 'unintelligible'] });
    expect(enisaScore({ ...COMPLETE, over100: 'no', unintelligible: 'no' })).toEqual(plain);
  });

  it('names what it lacks instead of guessing', () => {
    expect(enisaScore({})).toEqual({
      missing: ['simple', 'identification', 'confidentiality', 'integrity', 'availability', 'intent'],
    });
    expect(enisaScore({ ...COMPLETE, simple: 'not-involved' })).toEqual({ missing: ['simple'] });
  });

  it.each(['identification', 'confidentiality', 'integrity', 'availability', 'intent'] as const)(
    'without %s alone there is no score',
    (name) => {
      const others = Object.fromEntries(Object.entries(COMPLETE).filter(([other]) => other !== name));
      expect(enisaScore(others)).toEqual({ missing: [name] });
    },
  );

  it('cites its source with the mark that it is a secondary one', () => {
    const score = enisaScore(COMPLETE);
    expect('cites' in score ? citeAll(score.cites, 'en') : '').toBe('ENISA 2013, SE [secondary source]; own derivation Q-18');
  });

  it('never falls when an answer gets worse', () => {
    const scored = SEVERITY_NAMES.filter((name) => !['over100', 'unintelligible', 'dskSeverity', 'dskLikelihood'].includes(name));
    fc.assert(
      fc.property(arbitraryAnswers, fc.constantFrom(...scored), (answers, name) => {
        const scores = SEVERITY_ANSWERS[name].map((answer) => enisaScore({ ...COMPLETE, ...answers, [name]: answer }));
        const values = scores.flatMap((score) => ('se' in score ? [score.se] : []));
        expect(values).toEqual(values.toSorted((a, b) => a - b));
      }),
      runs(0.1),
    );
  });
});

const STEPS = SEVERITY_ANSWERS.dskSeverity;

describe('the matrix of DSK short paper no. 18', () => {
  it.each([
    ['great', ['risk', 'high-risk', 'high-risk', 'high-risk']],
    ['substantial', ['risk', 'risk', 'high-risk', 'high-risk']],
    ['limited', ['low-risk', 'risk', 'risk', 'high-risk']],
    ['negligible', ['low-risk', 'low-risk', 'risk', 'risk']],
  ] as const)('in the row of severity "%s" reads %j', (dskSeverity, zones) => {
    const row = STEPS.map((dskLikelihood) => dskZone({ dskSeverity, dskLikelihood }));
    expect(row.map((cell) => ('zone' in cell ? cell.zone : 'none'))).toEqual(zones);
  });

  it('says in its citation that the cells were not compared with the original', () => {
    const cell = dskZone({ dskSeverity: 'great', dskLikelihood: 'great' });
    expect('cites' in cell ? citeAll(cell.cites, 'en') : '').toBe(
      'DSK short paper no. 18 [secondary source]; DSK short paper no. 18, matrix [not compared with the original]; own derivation Q-17',
    );
  });

  it('names what it lacks', () => {
    expect(dskZone({})).toEqual({ missing: ['dskSeverity', 'dskLikelihood'] });
    expect(dskZone({ dskSeverity: 'great' })).toEqual({ missing: ['dskLikelihood'] });
    expect(dskZone({ dskLikelihood: 'great' })).toEqual({ missing: ['dskSeverity'] });
  });
});

describe('what our facts settle', () => {
  it('a locked system to which nobody got settles no intent: nobody was asked whose hands the data are in', () => {
    expect(settledInputs(sheetOf({ access: 'none', availability: 'restored-late', alteration: 'none' }))).toEqual({
      confidentiality: 'unaffected',
      availability: 'temporarily',
      integrity: 'unaffected',
    });
  });

  it.each([
    [{ access: 'happened', recipient: 'criminal' }, { intent: 'malicious' }],
    [
      { access: 'possible', recipient: 'criminal' },
      { intent: 'malicious', confidentiality: 'exposed' },
    ],
    [
      { access: 'happened', recipient: 'bound', encryption: 'weak' },
      { intent: 'none-known', confidentiality: 'known-recipients', unintelligible: 'no' },
    ],
    [
      { access: 'happened', recipient: 'uncontrolled', persons: 'many' },
      { intent: 'none-known', confidentiality: 'unknown-recipients', over100: 'yes' },
    ],
    [
      { access: 'happened', recipient: 'disloyal', outflow: 'excluded' },
      { intent: 'malicious', confidentiality: 'exposed' },
    ],
    [
      { access: 'happened', recipient: 'known' },
      { intent: 'none-known', confidentiality: 'known-recipients' },
    ],
    [
      { access: 'happened', recipient: 'disloyal' },
      { intent: 'malicious', confidentiality: 'known-recipients' },
    ],
    [{ access: 'happened', recipient: 'unknown' }, {}],
    [{ access: 'possible', recipient: 'unknown' }, {}],
    [{ access: 'possible' }, {}],
    // Misuse shows that somebody used the data, and not how many did.
    [{ access: 'possible', recipient: 'criminal', outflow: 'misused' }, { intent: 'malicious' }],
    [{ persons: 'vulnerable' }, {}],
    [{ encryption: 'pseudonymous', keySecret: 'yes' }, { unintelligible: 'no' }],
    [{ encryption: 'none' }, { unintelligible: 'no' }],
    [{ keySecret: 'yes' }, {}],
    [{ access: 'unknown', recipient: 'known', availability: 'lost', alteration: 'uncorrected', persons: 'unknown' }, {}],
    [{ encryption: 'state-of-the-art', keySecret: 'yes' }, { unintelligible: 'yes' }],
    [{ encryption: 'state-of-the-art' }, {}],
    [{ encryption: 'state-of-the-art', keySecret: 'no' }, { unintelligible: 'no' }],
    [{}, {}],
  ])('%j settles %j', (facts, settled) => {
    expect(settledInputs(sheetOf(facts))).toEqual(settled);
  });

  it('of several data sets only what all settle alike', () => {
    const dataSet = { controller: 'acme', role: 'controller' } as const;
    const dataSets = [
      { ...dataSet, id: 'a', facts: { persons: 'many', alteration: 'none' } },
      { ...dataSet, id: 'b', facts: { persons: 'few', alteration: 'none' } },
    ];
    expect(settledInputs({ incident: {}, dataSets })).toEqual({ integrity: 'unaffected' });
  });
});

describe('a second opinion', () => {
  it('is unknown to the rules: none of them imports a severity method', () => {
    // `lawBeside.ts` holds no rule: it counts what is cited, the severity methods included.
    const beside = (file: string) => file.startsWith('src/rules/severity/') || file === 'src/rules/lawBeside.ts';
    const rules = sourceFilesUnder(projectRoot, 'src/rules').filter((file) => !beside(file));
    expect(rules).toContain('src/rules/assess.ts');
    const importing = rules.filter((file) =>
      importsOf(file, readFileSync(join(projectRoot, file), 'utf8')).some((target) => target.includes('severity')),
    );
    expect(importing).toEqual([]);
  });

  it('changes no assessment: it only reads one', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryInput, arbitraryAnswers, (input, answers) => {
        const before = assess(input);
        const opinions = secondOpinions(input.sheet, answers, Object.freeze(before));
        expect(before).toEqual(assess(input));
        expect(opinions.map(({ method }) => method)).toEqual(['enisa-2013', 'dsk-kp-18']);
      }),
      runs(0.05),
    );
  });

  it('speaks of no case in which we are processor only', () => {
    const sheet = { incident: {}, dataSets: [{ id: 'a', controller: 'beta', role: 'processor' as const, facts: {} }] };
    const assessment = assess({ sheet, controllers: [], self: 'acme', startsAt: {} });
    const [enisa] = secondOpinions(sheet, WORST, assessment);
    expect(enisa?.verdict).toMatchObject({ kind: 'silent', says: { en: expect.stringContaining('processor') as string } });
  });

  it('says when it lacks inputs', () => {
    const input = inputOf({});
    expect(secondOpinions(input.sheet, {}, assess(input)).map(({ verdict }) => verdict.kind)).toEqual(['silent', 'silent']);
  });

  it('that is milder while facts are missing says that the rules only presume', () => {
    const verdict = compareWith(assess(inputOf({ personalData: 'yes' })), 'enisa-2013', enisaScore(COMPLETE));
    expect(verdict).toEqual({
      kind: 'milder',
      says: {
        de: 'Die Rechnung nach ENISA 2013 spräche für: weder Meldung noch Benachrichtigung. Die Regeln ergeben, solange Angaben fehlen: Meldung und Benachrichtigung. Es bleibt bei den Regeln; eine Zweitmeinung nimmt keine Pflicht weg.',
        en: 'The score of ENISA 2013 would suggest: neither notice nor informing people. The rules find while facts are missing: notice and informing people. The rules stand; a second opinion takes no duty away.',
      },
    });
  });

  it('that disagrees with settled rules says so without a word of missing facts', () => {
    const duty = { owedBy: 'acme', recipient: 'x', because: [] };
    const assessment = {
      ...assess(inputOf({})),
      duties: [
        { ...duty, id: 'a', duty: 'art33-5', status: 'presumed' },
        { ...duty, id: 'b', duty: 'art33-1', status: 'owed' },
        { ...duty, id: 'c', duty: 'art34-1', status: 'not-owed' },
      ],
    } as const;
    expect(compareWith(assessment, 'enisa-2013', enisaScore(WORST))).toEqual({
      kind: 'graver',
      says: {
        de: 'Die Rechnung nach ENISA 2013 spräche für: Meldung und Benachrichtigung. Die Regeln ergeben: Meldung, keine Benachrichtigung. Es bleibt bei den Regeln; eine Zweitmeinung nimmt keine Pflicht weg.',
        en: 'The score of ENISA 2013 would suggest: notice and informing people. The rules find: notice, not informing people. The rules stand; a second opinion takes no duty away.',
      },
    });
  });

  it('cites its method and our doubt about it, each once; without a result the doubt alone', () => {
    const input = inputOf({});
    const cited = (answers: SeverityAnswers) =>
      secondOpinions(input.sheet, answers, assess(input)).map(({ cites }) => citeAll(cites, 'en'));
    expect(cited({ ...WORST, dskSeverity: 'great', dskLikelihood: 'great' })).toEqual([
      'ENISA 2013, SE [secondary source]; own derivation Q-18',
      'DSK short paper no. 18 [secondary source]; DSK short paper no. 18, matrix [not compared with the original]; own derivation Q-17; own derivation Q-18',
    ]);
    expect(cited({})).toEqual(['own derivation Q-18', 'own derivation Q-18']);
  });

  it('lets what a person says go before what the facts settle', () => {
    const input = inputOf(EDPB_01_2021[7]?.facts ?? {});
    const answers = { ...COMPLETE, confidentiality: 'unknown-recipients' } as const;
    const [enisa] = secondOpinions(input.sheet, answers, assess(input));
    expect(enisa?.result).toMatchObject({ parts: { confidentiality: 0.5 } });
  });
});

describe('the vocabulary of the severity methods', () => {
  it.each(SEVERITY_NAMES)('%s has a question, a label for each answer and a source that is not our own', (name: SeverityName) => {
    const { question, labels, cites } = SEVERITY_INPUTS[name] as SeverityInput;
    expect(question.de).toMatch(/\?$/);
    expect(question.en).toMatch(/\?$/);
    expect(Object.keys(labels)).toEqual(expect.arrayContaining([...SEVERITY_ANSWERS[name]]));
    for (const { de, en } of Object.values(labels)) expect(de.length * en.length).toBeGreaterThan(0);
    expect(cites.some(({ source }) => source !== 'OPEN_QUESTION')).toBe(true);
  });

  it('is read from outside as it stands', () => {
    expect(parseSeverity(WORST)).toEqual({ severity: WORST });
    expect(parseSeverity({})).toEqual({ severity: {} });
  });

  it('with many faults names them all, and repeats nothing that was written', () => {
    const read = parseSeverity({ simple: 4, intent: 'Erika Mustermann', colour: 'red', toString: 'x' });
    if ('severity' in read) throw new Error('This must not be read.');
    expect(read.faults.map(({ path }) => path)).toEqual([
      'severity.simple',
      'severity.intent',
      'severity.colour',
      'severity.toString',
    ]);
    expect(JSON.stringify(read)).not.toContain('Mustermann');
  });

  it('says in both languages what may stand there', () => {
    expect(parseSeverity({ intent: 'hostile' })).toEqual({
      faults: [
        {
          path: 'severity.intent',
          allowed: ['none-known', 'malicious'],
          says: {
            de: 'Dieser Wert ist hier nicht möglich. Möglich: none-known, malicious.',
            en: 'This value is not possible here. Possible: none-known, malicious.',
          },
        },
      ],
    });
    expect(parseSeverity({ colour: 'red' })).toMatchObject({
      faults: [
        {
          allowed: SEVERITY_NAMES,
          says: {
            de: `Diese Angabe gibt es hier nicht. Möglich: ${SEVERITY_NAMES.join(', ')}.`,
            en: `There is no such entry here. Possible: ${SEVERITY_NAMES.join(', ')}.`,
          },
        },
      ],
    });
  });

  it.each([null, 'text', 7, []])('that is %j is refused, never thrown at', (value) => {
    expect(parseSeverity(value)).toMatchObject({ faults: [{ path: 'severity' }] });
  });

  it('is a JSON Schema that lets nothing unknown in', () => {
    expect(severityJsonSchema()).toMatchObject({
      additionalProperties: false,
      properties: {
        intent: {
          enum: ['none-known', 'malicious'],
          description: 'none-known: None known (mistake, loss, bug); malicious: Yes (theft, attack, sale)',
        },
      },
    });
  });
});
