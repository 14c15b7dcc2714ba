import { citeAll, citeText, type Citation, type Lang } from '../../src/law/sources.ts';
import type { AssessedDuty, Assessment, AssessmentInput, OpenFact, TraceStep } from '../../src/rules/assess.ts';
import { FACTS } from '../../src/rules/facts.ts';
import type { SecondOpinion } from '../../src/rules/severity/secondOpinion.ts';
import type { Comparison } from '../../src/rules/comparison.ts';
import { assessWords } from './assessWords.ts';
import { comparisonJson } from './showComparison.ts';
import { secondOpinionJson, secondOpinionLines } from './showSecondOpinions.ts';

const MARKS: Readonly<Record<TraceStep['mark'], string>> = { holds: '✓', fails: '✗', open: '?' };

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

function stepLine(step: TraceStep, lang: Lang): string {
  return `${step.part === 'rule' ? '  ' : '      '}${MARKS[step.mark]} ${step.says[lang]} (${citeAll(step.cites, lang)})`;
}

const isAboutBreach = ({ rule }: TraceStep): boolean => rule.startsWith('art4/');

/**
 * What a reader needs: of a rule that does not hold the first condition it failed on, since one is reason enough; where nothing failed,
 * what was unclear, or else all. The JSON carries every condition.
 */
function isTelling(step: TraceStep, steps: readonly TraceStep[]): boolean {
  const same = steps.filter((other) => other.rule === step.rule && other.dataSet === step.dataSet);
  if (step.part === 'rule' || same.find(({ part }) => part === 'rule')?.mark !== 'fails') return true;
  const conditions = same.filter(({ part }) => part === 'condition');
  const failed = conditions.find(({ mark }) => mark === 'fails');
  if (failed !== undefined) return step === failed;
  return step.mark === (conditions.some(({ mark }) => mark === 'open') ? 'open' : 'holds');
}

/** Rules that fail on the same condition stand together, with that condition once below the last of them. */
function isSaidBelow(step: TraceStep, at: number, steps: readonly TraceStep[]): boolean {
  const [rule, next] = [steps[at + 1], steps[at + 2]];
  if (step.part !== 'condition' || step.mark !== 'fails' || rule?.part !== 'rule' || rule.mark !== 'fails') return false;
  return next?.part === 'condition' && next.mark === 'fails' && next.says.de === step.says.de && next.dataSet === step.dataSet;
}

function tracedLines(steps: readonly TraceStep[], lang: Lang, hasSeveral: boolean): readonly string[] {
  const names = [...new Set(steps.map(({ dataSet }) => dataSet ?? ''))].filter((name) => name !== '');
  const linesOf = (name: string) => steps.filter((step) => (step.dataSet ?? '') === name).map((step) => stepLine(step, lang));
  const named = names.flatMap((name) => [...(hasSeveral ? [`  ${assessWords[lang].dataSet(name)}:`] : []), ...linesOf(name)]);
  return [...linesOf(''), ...named];
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
  return provision === undefined ? name : `${name} (${citeAll([provision], lang)})`;
}

function dutyLines(duty: AssessedDuty, lang: Lang, hasSeveral: boolean): readonly string[] {
  const words = assessWords[lang];
  const dueBy = duty.dueBy?.replace('T', ' ').replace(/:\d{2}\.\d{3}Z$/, ' UTC');
  const when = dueBy === undefined ? withoutMoment(duty, lang) : words.dueBy(dueBy);
  const publicly = duty.means === 'public' ? `, ${words.publicly}` : '';
  const ending = duty.status === 'not-owed' ? '' : `, ${when}${publicly}`;
  const heading = `${MARKS[duty.because[0]?.mark ?? 'open']} ${nameOf(duty, lang)}: ${words.statuses[duty.status]}${ending}`;
  const telling = duty.because.filter((step) => !isAboutBreach(step) && isTelling(step, duty.because));
  const steps = telling.filter((step, at) => !isSaidBelow(step, at, telling));
  return ['', `${heading}  [${duty.id}]`, ...tracedLines(steps, lang, hasSeveral)];
}

/** Art. 4 No. 12: the kinds of breach of one data set. What nobody asked about yet is left to the questions. */
function kindsText({ kinds }: Assessment, name: string, lang: Lang): string {
  const { goals } = assessWords[lang];
  const settled = kinds.filter(({ dataSet, certainty }) => dataSet === name && certainty !== 'open');
  return settled.map(({ says, goal }) => `${says[lang]} (${goals[goal]})`).join('; ');
}

/** Whether there is a breach at all is a question of every duty; the page answers it once, with its kinds behind the question. */
function breachLines(assessment: Assessment, lang: Lang, hasSeveral: boolean): readonly string[] {
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
  return ['', `${words.isBreach}${behind}`, ...below, ...tracedLines([...steps.values()], lang, hasSeveral)];
}

const hintLines = ({ hints }: Assessment, lang: Lang): readonly string[] =>
  hints.flatMap(({ says, cites }) => ['', `! ${says[lang]} (${citeAll(cites, lang)})`]);

function askLine({ fact, dataSet }: OpenFact, lang: Lang, hasSeveral: boolean): string {
  const { question, answers, mayBeUnknown, name } = FACTS[fact];
  const where = hasSeveral && dataSet !== undefined ? `, ${assessWords[lang].dataSet(dataSet)}` : '';
  return `  ? ${question[lang]} (${name}: ${[...answers.map(({ id }) => id), ...(mayBeUnknown ? ['unknown'] : [])].join(' | ')}${where})`;
}

/** What to know beside the duties, each once. */
function notesOf(duties: readonly AssessedDuty[], lang: Lang): readonly string[] {
  const notes = new Map(duties.flatMap((duty) => (duty.notes ?? []).map((note) => [note.id, note] as const)));
  return [...notes.values()].map(({ says, cites }) => `${assessWords[lang].notes} ${says[lang]} (${citeAll(cites, lang)})`);
}

/** The assessment for people: a page with every condition, its mark ✓ ✗ ? and its source, and second opinions if asked for. */
export function assessmentPage(
  assessment: Assessment,
  input: AssessmentInput,
  lang: Lang,
  opinions: readonly SecondOpinion[] = [],
): string {
  const words = assessWords[lang];
  const [first] = input.controllers;
  const reading = first?.country === 'DE' ? words.readings.de : words.readings.strict;
  const country = first === undefined ? words.noCountry : ` (${first.country})`;
  const hasSeveral = input.sheet.dataSets.length > 1;
  const asked = assessment.ask.map((open) => askLine(open, lang, hasSeveral));
  const lines = [
    words.title(assessment.ruleSet, `${reading}${country}`),
    `${words.risk}: ${words.risks[assessment.risk]}`,
    ...breachLines(assessment, lang, hasSeveral),
    ...assessment.duties.flatMap((duty) => dutyLines(duty, lang, hasSeveral)),
    ...hintLines(assessment, lang),
    '',
    ...notesOf(assessment.duties, lang),
    ...(asked.length === 0 ? [words.nothingAsked] : [words.stillAsked, ...asked]),
    ...secondOpinionLines(opinions, lang),
    '',
    words.disclaimer,
  ];
  return `${lines.join('\n')}\n`;
}
