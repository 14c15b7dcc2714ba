// The page `docs/questions.md`: how many questions each published case takes, against a form that asks everything. Made from the cases and the
// rules themselves; `npm run docs:facts` writes it, a test checks that it is current.
import type { FactName, Facts } from '../../src/rules/facts.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { EDPB_9_2022_ANNEX_B } from '../cases/edpb-9-2022-annex-b.ts';
import { askedFor, WHOLE_QUESTIONNAIRE } from '../rules/questionnaire.ts';

type Row = { readonly no: string; readonly title: string; readonly asked: readonly FactName[] };

const row = (no: string, title: string, facts: Facts): Row => ({ no, title, asked: askedFor(facts) });

/** Of an example with variants the one that takes most questions. */
const longest = (rows: readonly [Row, ...Row[]]): Row =>
  rows.reduce((most, next) => (next.asked.length > most.asked.length ? next : most));

const CASES: readonly Row[] = EDPB_01_2021.map(({ no, title, facts }) => row(no, title, facts));
const EXAMPLES: readonly Row[] = EDPB_9_2022_ANNEX_B.map(({ no, title, variants: [first, ...others] }) => {
  const named = (variant: typeof first) => row(no, others.length === 0 ? title : `${title}; ${variant.says}`, variant.facts);
  return longest([named(first), ...others.map(named)]);
});

export type Figures = { readonly median: number; readonly worst: number; readonly all: number; readonly cases: number };

export function figuresOf(rows: readonly Row[]): Figures {
  const counts = rows.map(({ asked }) => asked.length).toSorted((a, b) => a - b);
  const middle = (counts.length - 1) / 2;
  const median = ((counts[Math.floor(middle)] ?? 0) + (counts[Math.ceil(middle)] ?? 0)) / 2;
  return { median, worst: counts.at(-1) ?? 0, all: WHOLE_QUESTIONNAIRE.length, cases: rows.length };
}

export const FIGURES: Figures = figuresOf([...CASES, ...EXAMPLES]);

const inWords = ({ median, worst, all, cases }: Figures): string =>
  `${cases} | ${median} | ${worst} | ${all} | ${Math.round((100 * median) / all)} %`;
const table = (rows: readonly Row[]): readonly string[] => [
  '| no. | what happened | asked | the questions, in the order asked |',
  '|---|---|---:|---|',
  ...rows.map(({ no, title, asked }) => `| ${no} | ${title} | ${asked.length} | ${asked.join(', ')} |`),
];

export function questionsPage(): string {
  return [
    '# How many questions a case takes',
    '',
    'Written by `npm run docs:facts` from the published cases and the rules; a test checks that it is current. Do not edit by hand.',
    '',
    `A form that asks everything would ask ${WHOLE_QUESTIONNAIRE.length} questions of a case with one data set. The rules ask only what can still change a`,
    'duty, and stop when nothing can. Each case is answered as published, and with "nobody knows" where it is silent; every one ends in the',
    'published duties. First comes what can still change most kinds of duty, then what people know most easily. Of an example with variants the one that takes most questions is counted. Strict reading of Art. 33(1).',
    '',
    '| | cases | median | worst | a form that asks everything | median against it |',
    '|---|---:|---:|---:|---:|---:|',
    `| EDPB Guidelines 01/2021 | ${inWords(figuresOf(CASES))} |`,
    `| EDPB Guidelines 9/2022, Annex B | ${inWords(figuresOf(EXAMPLES))} |`,
    `| both | ${inWords(FIGURES)} |`,
    '',
    '## EDPB Guidelines 01/2021',
    '',
    ...table(CASES),
    '',
    '## EDPB Guidelines 9/2022, Annex B',
    '',
    ...table(EXAMPLES),
    '',
  ].join('\n');
}
