// The two methods beside the rules. A second opinion is compared with the assessment and says so when it disagrees; nothing here can
// bring, change or remove a duty: this file only reads an assessment.
import { openQuestion, type Citation, type Text } from '../../law/sources.ts';
import type { Assessment, DutyKind } from '../assessment.ts';
import type { FactSheet } from '../factSheet.ts';
import { dskZone, type DskZone, type Zone } from './dskZone.ts';
import { enisaScore, type Band, type EnisaScore } from './enisaScore.ts';
import { settledInputs } from './settledInputs.ts';
import type { SeverityAnswers, SeverityName } from './severityInputs.ts';

/** 0: nothing but the record. 1: notify the authority. 2: inform the persons too. */
export type Grade = 0 | 1 | 2;

/** `silent`: no controller's duty is at stake, or the method lacks inputs. */
export type Verdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'milder' | 'graver'; readonly says: Text }
  | { readonly kind: 'silent'; readonly says: Text };

export type SecondOpinionMethod = 'enisa-2013' | 'dsk-kp-18';

export type SecondOpinion = {
  readonly method: SecondOpinionMethod;
  readonly result: EnisaScore | DskZone | { readonly missing: readonly SeverityName[] };
  readonly verdict: Verdict;
  readonly cites: readonly Citation[];
};

/** Our own rough translation into duties; neither method speaks of them (open question Q-18). */
const GRADE_OF_BAND: { readonly [B in Band]: Grade } = { low: 0, medium: 1, high: 2, 'very-high': 2 };
const GRADE_OF_ZONE: { readonly [Z in Zone]: Grade } = { 'low-risk': 0, risk: 1, 'high-risk': 2 };
const gradeOf = (result: EnisaScore | DskZone): Grade =>
  'band' in result ? GRADE_OF_BAND[result.band] : GRADE_OF_ZONE[result.zone];

const ADVISED: Readonly<Record<Grade, Text>> = {
  0: { de: 'weder Meldung noch Benachrichtigung', en: 'neither notice nor informing people' },
  1: { de: 'Meldung, keine Benachrichtigung', en: 'notice, not informing people' },
  2: { de: 'Meldung und Benachrichtigung', en: 'notice and informing people' },
};
const METHOD: Readonly<Record<SecondOpinion['method'], Text>> = {
  'enisa-2013': { de: 'Die Rechnung nach ENISA 2013', en: 'The score of ENISA 2013' },
  'dsk-kp-18': { de: 'Die Matrix des DSK-Kurzpapiers Nr. 18', en: 'The matrix of DSK short paper no. 18' },
};

/** What the assessment asks of a controller; undefined where no duty of a controller is at stake at all. */
function assessedGrade({ duties }: Assessment): Grade | undefined {
  const has = (kind: DutyKind) => duties.some(({ duty }) => duty === kind);
  const stands = (kind: DutyKind) => duties.some(({ duty, status }) => duty === kind && status !== 'not-owed');
  if (!has('art33-1')) return undefined;
  if (stands('art34-1')) return 2;
  return stands('art33-1') ? 1 : 0;
}

const SILENT: Text = {
  de: 'Für einen Auftragsverarbeiter zählt die Schwere nicht: Er meldet dem Verantwortlichen jede Verletzung.',
  en: 'For a processor severity does not count: it tells the controller of every breach.',
};
const INCOMPLETE: Text = {
  de: 'Für diese Zweitmeinung fehlen noch Angaben.',
  en: 'This second opinion still lacks inputs.',
};

function disagreement(method: SecondOpinion['method'], opinion: Grade, assessed: Grade, isPresumed: boolean): Text {
  const meanwhile: Text = isPresumed ? { de: ', solange Angaben fehlen', en: ' while facts are missing' } : { de: '', en: '' };
  return {
    de: `${METHOD[method].de} spräche für: ${ADVISED[opinion].de}. Die Regeln ergeben${meanwhile.de}: ${ADVISED[assessed].de}. Es bleibt bei den Regeln; eine Zweitmeinung nimmt keine Pflicht weg.`,
    en: `${METHOD[method].en} would suggest: ${ADVISED[opinion].en}. The rules find${meanwhile.en}: ${ADVISED[assessed].en}. The rules stand; a second opinion takes no duty away.`,
  };
}

/** Whether a severity result and the assessment ask for the same, and the sentence to show where they do not. */
export function compareWith(assessment: Assessment, method: SecondOpinion['method'], result: SecondOpinion['result']): Verdict {
  const assessed = assessedGrade(assessment);
  if (assessed === undefined) return { kind: 'silent', says: SILENT };
  if ('missing' in result) return { kind: 'silent', says: INCOMPLETE };
  const opinion = gradeOf(result);
  if (opinion === assessed) return { kind: 'agrees' };
  const isPresumed = assessment.duties.some(({ duty, status }) => duty !== 'art33-5' && status === 'presumed');
  const says = disagreement(method, opinion, assessed, isPresumed);
  return { kind: opinion < assessed ? 'milder' : 'graver', says };
}

/** Both second opinions. What a person says goes before what the facts settle, since the scales are not the same. */
export function secondOpinions(sheet: FactSheet, said: SeverityAnswers, assessment: Assessment): readonly SecondOpinion[] {
  const answers = { ...settledInputs(sheet), ...said };
  const results = [
    ['enisa-2013', enisaScore(answers)],
    ['dsk-kp-18', dskZone(answers)],
  ] as const;
  return results.map(([method, result]) => ({
    method,
    result,
    verdict: compareWith(assessment, method, result),
    cites: [...('missing' in result ? [] : result.cites), openQuestion('Q-18')].filter(
      (citation, at, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(citation)) === at,
    ),
  }));
}
