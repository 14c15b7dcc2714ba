import { parseSeverity } from '../rules/severity/parseSeverity.ts';
import { INPUTS_OF_METHOD, SEVERITY_NAMES, type SeverityAnswers } from '../rules/severity/severityInputs.ts';
import type { CaseRecord } from './breachCase.ts';
import type { BreachCommandOf } from './commands.ts';
import { metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';

/** Keeps what somebody says for a second opinion. Nothing is assessed anew, for nothing of it is a fact of the rules. */
export function answerSecondOpinion(command: BreachCommandOf<'AnswerSecondOpinion'>, record: CaseRecord): Decided {
  const { method, answers } = command;
  if (!isAnswerable(command)) return refuse('unknownAnswer');
  if (isSame(answers, record.secondOpinions[method] ?? {})) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'SecondOpinionAnswered', method, answers }];
}

function isAnswerable({ method, answers }: BreachCommandOf<'AnswerSecondOpinion'>): boolean {
  if (!Object.hasOwn(INPUTS_OF_METHOD, method)) return false;
  const inputs: readonly string[] = INPUTS_OF_METHOD[method];
  return 'severity' in parseSeverity(answers) && Object.keys(answers).every((name) => inputs.includes(name));
}

const isSame = (one: SeverityAnswers, other: SeverityAnswers): boolean =>
  SEVERITY_NAMES.every((name) => one[name] === other[name]);
