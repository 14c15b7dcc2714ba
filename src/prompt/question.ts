import type { CaseRecord } from '../breach/breachCase.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { FACTS, type FactName } from '../rules/facts.ts';
import { dataSetLabel } from './answeredFacts.ts';
import type { PromptSetting } from './caseCard.ts';
import type { FieldFault, FormValues, QuestionPrompt } from './prompt.ts';

/** One question of the triage, or an answered one shown again so that it can be corrected. */
export function question(of: {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
  readonly fact: FactName;
  readonly dataSet?: string | undefined;
  /** The answer to be corrected. */
  readonly before?: string | undefined;
  readonly faults?: readonly FieldFault[];
  readonly values?: FormValues;
}): QuestionPrompt {
  const { caseId, record, fact, dataSet, before } = of;
  const { question: asks, help, why, cites, answers, mayBeUnknown, comesUnasked } = FACTS[fact];
  const label = dataSetLabel(record, dataSet);
  return {
    kind: 'question',
    caseId,
    number: record.number,
    zone: of.organisation.timeZone,
    fact,
    ...(dataSet === undefined ? {} : { dataSet }),
    ...(label === undefined ? {} : { dataSetLabel: label }),
    question: asks,
    help,
    why,
    cites,
    choices: answers.map((answer) => ({ answer: answer.id, label: answer.label })),
    mayBeUnknown,
    ...(comesUnasked ? { unasked: true } : {}),
    open: record.openFacts,
    ...(before === undefined ? {} : { before }),
    faults: of.faults ?? [],
    values: of.values ?? {},
  };
}
