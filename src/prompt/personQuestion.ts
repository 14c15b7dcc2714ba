import type { CaseRecord, PersonQuestion } from '../breach/breachCase.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { PersonQuestionPrompt } from './prompt.ts';

/** The one question put to one person, in that person's own conversation. */
export function personQuestion(of: {
  readonly question: PersonQuestion;
  readonly reminder: boolean;
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: { readonly timeZone: string };
}): PersonQuestionPrompt {
  const { question, reminder, caseId, record, organisation } = of;
  return {
    kind: 'personQuestion',
    caseId,
    number: record.number,
    zone: organisation.timeZone,
    questionId: question.questionId,
    text: question.text,
    askedAt: question.askedAt,
    reminder,
    answered: question.answer !== undefined,
  };
}
