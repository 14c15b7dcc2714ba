import { citeText, gdprDefinition, type Citation, type Lang } from '../../src/law/sources.ts';
import type { AssessedDuty, Assessment, AssessmentInput, OpenFact, TraceStep } from '../../src/rules/assess.ts';
import { FACTS } from '../../src/rules/facts.ts';
import { isAboutBreach } from '../../src/rules/tellingReasons.ts';
import type { SecondOpinion } from '../../src/rules/severity/secondOpinion.ts';
import type { Comparison } from '../../src/rules/comparison.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { assessWords } from './assessWords.ts';
import { citedOnPage } from './citedOnPage.ts';
import { comparisonJson } from './showComparison.ts';
import { type Manner, MARKS, reasonLines } from './reasonLines.ts';
import { secondOpinionJson, secondOpinionLines } from './showSecondOpinions.ts';
import { wrapped } from './wrapped.ts';

const stepJson = (lang: Lang) => (step: TraceStep) => ({
  ...step,
  says: step.says[lang],
  cites: step.cites.map((citation) => citeText(citation, lang)),
});

const dutyJson =
  (lang: Lang) =>
  ({ startsAt, dueBy, because, notes, ...duty }: AssessedDuty) => ({
    ...duty,
    startsAt: startsAt ?? null,
    dueBy: dueBy ?? null,
    because: because.map(stepJson(lang)),
    ...(notes === undefined
      ? {}
      : { notes: notes.map(({ says, cites }) => ({ says: says[lang], cites: cites.map((one) => citeText(one, lang)) })) }),
  });

/** What is shown beside the law where somebody asks for it: second opinions, and another rule set under a name of its own. */
type Beside = { readonly opinions?: readonly SecondOpinion[]; readonly comparison?: Comparison | undefined };

/** The assessment for programs. Times are UTC; `null` where a duty has none. */
export function assessmentJson(
  { ruleSet, risk, kinds, hints, duties, ask }: Assessment,
  lang: Lang,
  { opinions = [], comparison }: Beside = {},
): string {
  const cited = (cites: readonly Citation[]) => cites.map((citation) => citeText(citation, lang));
  const shown = {
    ruleSet,
    risk,
    kinds: kinds.map(({ says, example, cites, ...kind }) => ({
      ...kind,
      says: says[lang],
      example: example[lang],
      cites: cited(cites),
    })),
    hints: hints.map(({ id, says, cites }) => ({ id, says: says[lang], cites: cited(cites) })),
    duties: duties.map(dutyJson(lang)),
    ask: ask.map((open) => ({ ...open, question: FACTS[open.fact].question[lang] })),
    ...(opinions.length === 0 ? {} : { secondOpinions: opinions.map(secondOpinionJson(lang)) }),
    // Under a name of its own, so that no program takes a proposal for the law.
    ...(comparison === undefined ? {} : { comparison: comparisonJson(comparison, lang) }),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function withoutMoment({ duty, hours }: AssessedDuty, lang: Lang): string {
  const { afterAwareness, noStatutoryPeriod, withoutDelay } = assessWords[lang];
  if (hours !== undefined) return afterAwareness(hours);
  return duty === 'art33-5' ? noStatutoryPeriod : withoutDelay;
}

/** The duty with the provision it rests on: under church or foreign law that is not the one of the GDPR. */
function nameOf({ duty, because: [first] }: AssessedDuty, lang: Lang): string {
  const [provision] = first?.cites ?? [];
  const name = assessWords[lang].duties[duty];
  return provision === undefined ? name : `${name} (${citedOnPage([provision], lang)})`;
}

function dutyLines(duty: AssessedDuty, manner: Manner, saidAbove: readonly TraceStep[]): readonly string[] {
  const { lang, zone } = manner;
  const words = assessWords[lang];
  const { dueBy } = duty;
  const when = dueBy === undefined ? withoutMoment(duty, lang) : words.dueBy(wordsOf(lang).momentWithOffset(dueBy, zone));
  const publicly = duty.means === 'public' ? `, ${words.publicly}` : '';
  const ending = duty.status === 'not-owed' ? '' : `, ${when}${publicly}`;
  const heading = `${MARKS[duty.because[0]?.mark ?? 'open']} ${nameOf(duty, lang)}: ${words.statuses[duty.status]}${ending}`;
  const steps = duty.because.filter((step) => !isAboutBreach(step));
  const named = manner.hasSeveral ? `  [${duty.id}]` : '';
  return ['', `${heading}${named}`, ...reasonLines(steps, manner, { heading: duty.because[0]?.cites[0], saidAbove })];
}

/** Art. 4 No. 12: the kinds of breach of one data set. What nobody asked about yet is left to the questions. */
function kindsText({ kinds }: Assessment, name: string, lang: Lang): string {
  const { goals } = assessWords[lang];
  const settled = kinds.filter(({ dataSet, certainty }) => dataSet === name && certainty !== 'open');
  return settled.map(({ says, goal }) => `${says[lang]} (${goals[goal]})`).join('; ');
}

/** Whether there is a breach at all is a question of every duty; the page answers it once, with its kinds behind the question. */
function breachLines(assessment: Assessment, manner: Manner): readonly string[] {
  const { lang, hasSeveral } = manner;
  const words = assessWords[lang];
  const steps = new Map(
    assessment.duties
      .flatMap(({ because }) => because.filter(isAboutBreach))
      .map((step) => [`${step.rule}/${step.dataSet ?? ''}`, step]),
  );
  const names = [...new Set(assessment.kinds.map(({ dataSet }) => dataSet))];
  const kinds = names.map((name) => [name, kindsText(assessment, name, lang)] as const).filter(([, text]) => text !== '');
  const behind = hasSeveral ? '' : kinds.map(([, text]) => ` ${text}`).join('');
  const below = hasSeveral ? kinds.map(([name, text]) => `  ${words.dataSet(name)}: ${text}`) : [];
  const heading = gdprDefinition(12);
  const asked = words.isBreach(citedOnPage([heading], lang));
  return ['', `${asked}${behind}`, ...below, ...reasonLines([...steps.values()], manner, { heading, saidAbove: [] })];
}

const hintLines = ({ hints }: Assessment, lang: Lang): readonly string[] =>
  hints.flatMap(({ says, cites }) => ['', `! ${says[lang]} (${citedOnPage(cites, lang)})`]);

function askLine({ fact, dataSet }: OpenFact, lang: Lang, hasSeveral: boolean): string {
  const { question, answers, mayBeUnknown, name } = FACTS[fact];
  const where = hasSeveral && dataSet !== undefined ? `, ${assessWords[lang].dataSet(dataSet)}` : '';
  return `  ? ${question[lang]} (${name}: ${[...answers.map(({ id }) => id), ...(mayBeUnknown ? ['unknown'] : [])].join(' | ')}${where})`;
}

/** What to know beside the duties, each once. */
function notesOf(duties: readonly AssessedDuty[], lang: Lang): readonly string[] {
  const notes = new Map(duties.flatMap((duty) => (duty.notes ?? []).map((note) => [note.id, note] as const)));
  return [...notes.values()].map(({ says, cites }) => `${assessWords[lang].notes} ${says[lang]} (${citedOnPage(cites, lang)})`);
}

/** What the marks and, as far as it uses them, the short forms on this page stand for. */
function legendLines(lines: readonly string[], lang: Lang): readonly string[] {
  const { marks, secondary, unverified, derivation } = assessWords[lang].legend;
  const text = lines.join('\n');
  const used = [
    ...(/[^*]\*(?!\*)/.test(text) ? [`* ${secondary}`] : []),
    ...(text.includes('**') ? [`** ${unverified}`] : []),
    ...(/Q-\d/.test(text) ? [derivation] : []),
  ];
  return [[marks, ...used].join(' · ')];
}

/** Where one kind of duty is owed by several, or to several, each is told apart by its id. */
const hasSeveralDuties = ({ duties }: Assessment): boolean => new Set(duties.map(({ duty }) => duty)).size < duties.length;

/**
 * The assessment for people: a page with every condition, its mark ✓ ✗ ? and its source, and second opinions if asked for.
 *
 * @param zone IANA name of the place whose clocks the moments are given in
 */
export function assessmentPage(
  assessment: Assessment,
  input: AssessmentInput,
  { lang, zone, opinions = [] }: { readonly lang: Lang; readonly zone: string; readonly opinions?: readonly SecondOpinion[] },
): string {
  const words = assessWords[lang];
  const [first] = input.controllers;
  const reading = first?.country === 'DE' ? words.readings.de : words.readings.strict;
  const country = first === undefined ? words.noCountry : ` (${first.country})`;
  const manner: Manner = { lang, zone, hasSeveral: input.sheet.dataSets.length > 1 || hasSeveralDuties(assessment) };
  const asked = assessment.ask.map((open) => askLine(open, lang, manner.hasSeveral));
  const lines = [
    words.title(assessment.ruleSet, `${reading}${country}`),
    `${words.risk}: ${words.risks[assessment.risk]}`,
    ...breachLines(assessment, manner),
    ...assessment.duties.flatMap((duty, at) =>
      dutyLines(
        duty,
        manner,
        assessment.duties.slice(0, at).flatMap(({ because }) => because),
      ),
    ),
    ...hintLines(assessment, lang),
    '',
    ...notesOf(assessment.duties, lang),
    ...(asked.length === 0 ? [words.nothingAsked] : [words.stillAsked, ...asked]),
    ...secondOpinionLines(opinions, lang),
  ];
  return `${[...lines, ...legendLines(lines, lang), words.disclaimer].map(wrapped).join('\n')}\n`;
}
