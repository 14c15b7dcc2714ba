import type { CaseRecord, DecisionState, DutyState } from '../../breach/breachCase.ts';
import { contradictsAssessment, dutyById, openDuties } from '../../breach/duties.ts';
import type { Decision } from '../../breach/events.ts';
import { controllersOf } from '../../rules/facts.ts';
import { paperWords, type PaperWords } from '../../words/letters/paperWords.ts';
import { wordsOf } from '../../words/wordsOf.ts';
import type { DocumentBlock, NoticeDocument } from '../document.ts';
import type { PaperSetting } from './paperSetting.ts';
import { traceRows } from './tellingSteps.ts';

type DecisionOnDuties = Exclude<Decision, { readonly kind: 'awareness' }>;
type DecidedOnDuties = DecisionState & { readonly decision: DecisionOnDuties };

/** The decisions of a case that a paper can be drawn of; one that was taken back is none. */
export const decisionsForPapers = (record: CaseRecord): readonly DecidedOnDuties[] =>
  record.decisions.filter(
    (state): state is DecidedOnDuties => state.decision.kind !== 'awareness' && state.withdrawn === undefined,
  );

/** One page for the file: what was decided, by whom, why, and what the rules looked at (Art. 5(2), Art. 33(5) GDPR). */
export function decisionPaper(record: CaseRecord, decided: DecidedOnDuties, setting: PaperSetting): NoticeDocument {
  const { lang } = setting;
  const words = paperWords[lang];
  const { decision } = decided;
  const duties = dutiesOf(record, decided);
  const trace = traceRows(
    record,
    duties.map(({ id }) => id),
    setting,
  );
  const risk = decision.kind === 'exception' ? residualRisk(record, decision, duties, words) : [];
  const section = (text: string, blocks: readonly DocumentBlock[]): readonly DocumentBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text }, ...blocks];
  return {
    title: words.titles[decision.kind],
    lang,
    mark: record.number,
    isOnePage: true,
    blocks: [
      { kind: 'heading', level: 1, text: words.titles[decision.kind] },
      { kind: 'table', head: [words.labels.case, record.number], rows: factsOf(record, decided, duties, setting) },
      ...section(words.headings.reasons, [{ kind: 'paragraph', text: decided.reasons }]),
      ...(isAgainst(decision) ? [{ kind: 'paragraph', text: words.against } as const] : []),
      ...section(
        words.headings[isSecrecy(decision) ? 'weighing' : 'residualRisk'],
        risk.map((text) => ({ kind: 'paragraph', text })),
      ),
      ...section(
        words.headings.trace,
        trace.rows.length === 0
          ? []
          : [{ kind: 'table', head: words.traceHead, rows: trace.rows }, ...more(trace.further, words)],
      ),
      ...section(words.headings.law, [{ kind: 'paragraph', text: words.law[lawOf(decision, duties)] }]),
    ],
  };
}

const isSecrecy = (decision: DecisionOnDuties): boolean => decision.kind === 'exception' && decision.ground === 'bdsg-29';

/** Which provision a decision rests on; of the persons alone it is not the one on the authority. */
function lawOf(decision: DecisionOnDuties, duties: readonly DutyState[]): keyof PaperWords['law'] {
  if (isSecrecy(decision)) return 'secrecy';
  const ofPersonsAlone = duties.length > 0 && duties.every(({ kind }) => kind === 'art34-1');
  return decision.kind === 'not-notifying' && ofPersonsAlone ? 'not-informing' : decision.kind;
}

const more = (count: number, words: PaperWords): readonly DocumentBlock[] =>
  count === 0 ? [] : [{ kind: 'paragraph', text: words.moreSteps(count) }];

const isAgainst = (decision: DecisionOnDuties): boolean => 'againstAssessment' in decision && decision.againstAssessment;

/** „No breach“ names no duties: it concerns all that it ended, or would end. */
function dutiesOf(record: CaseRecord, { decision, decisionId }: DecidedOnDuties): readonly DutyState[] {
  if (decision.kind !== 'no-breach') return decision.duties.flatMap((id) => dutyById(record, id) ?? []);
  const ended = record.duties.filter(({ end }) => end?.how === 'decision' && end.decisionId === decisionId);
  return ended.length > 0 ? ended : contradictsAssessment(record) ? openDuties(record) : [];
}

function factsOf(
  record: CaseRecord,
  decided: DecidedOnDuties,
  duties: readonly DutyState[],
  { lang, zone, nameOf }: PaperSetting,
): readonly (readonly string[])[] {
  const { labels, none, counts } = paperWords[lang];
  const words = wordsOf(lang);
  const { decision } = decided;
  const listed = (texts: readonly string[]): string => [...new Set(texts)].join('\n') || none;
  return [
    [
      labels.duties,
      listed(duties.map(({ kind, recipient }) => `${words.duties[kind].name}, ${words.to(words.recipient(kind, recipient))}`)),
    ],
    [labels.owedBy, listed(duties.map(({ owedBy }) => nameOf(owedBy)))],
    ...(decision.kind === 'exception' ? [[labels.ground, words.grounds[decision.ground]]] : []),
    [labels.decidedBy, decided.decidedBy],
    [labels.advice, decided.dpoAdvice || none],
    [labels.recordedAt, words.momentWithOffset(decided.recordedAt, zone)],
    [labels.counts, counts(decided.counts)],
    [labels.risk, `${words.risks[record.risk]} (${labels.ruleSet} ${record.ruleSet})`],
  ];
}

/** What the record says of the risk that remains; where it says nothing, the paper says so and nothing is presumed. */
function residualRisk(
  record: CaseRecord,
  { ground }: Extract<Decision, { readonly kind: 'exception' }>,
  duties: readonly DutyState[],
  { residual }: PaperWords,
): readonly string[] {
  if (ground === 'art34-3-a') return [residual.unintelligible];
  if (ground === 'art34-3-c') return [residual.substitution];
  if (ground === 'bdsg-29') return [residual.weighing];
  const owedBy = duties.map((duty) => duty.owedBy);
  const answers = record.dataSets
    .filter((dataSet) => dataSet.role !== 'processor' && controllersOf(dataSet).some((one) => owedBy.includes(one)))
    .map(({ facts }) => facts.highRiskAverted);
  if (answers.includes('no')) return [residual.notAverted];
  return [answers.length > 0 && answers.every((answer) => answer === 'yes') ? residual.averted : residual.open];
}
