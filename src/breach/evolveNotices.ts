import type { CaseRecord } from './breachCase.ts';
import type { BreachEventOf } from './events.ts';

type ForNotice = BreachEventOf<
  | 'NoticeFieldAnswered'
  | 'GroupCounted'
  | 'MeasureExplained'
  | 'AuthorityQuestionReceived'
  | 'AuthorityQuestionAnswered'
  | 'ToldInAdvance'
  | 'ReferenceReceived'
>;

/** What is kept for the notices to the authority. None of it touches a duty. */
export function recordForNotice(record: CaseRecord, event: ForNotice): CaseRecord {
  switch (event.type) {
    case 'NoticeFieldAnswered': {
      const { field, answer, value, at, by } = event;
      return { ...record, noticeFields: { ...record.noticeFields, [field]: { answer, value, at, by } } };
    }
    case 'GroupCounted': {
      const { type: _, ...counted } = event;
      const others = record.groups.filter(({ group }) => group !== event.group);
      return { ...record, groups: event.kind === 'not-concerned' ? others : [...others, counted] };
    }
    case 'MeasureExplained': {
      const { measureId, against, effect } = event;
      const explained = (measure: CaseRecord['measures'][number]) =>
        measure.measureId === measureId ? { ...measure, against, effect } : measure;
      return { ...record, measures: record.measures.map(explained) };
    }
    case 'AuthorityQuestionReceived': {
      const { questionId, duty, text, receivedAt, dueBy } = event;
      return { ...record, authorityQuestions: [...record.authorityQuestions, { questionId, duty, text, receivedAt, dueBy }] };
    }
    case 'AuthorityQuestionAnswered':
      return withAnswer(record, event);
    case 'ToldInAdvance': {
      const { duty, toldAt, spokeWith, note } = event;
      return { ...record, toldInAdvance: [...record.toldInAdvance, { duty, toldAt, spokeWith, note }] };
    }
    case 'ReferenceReceived':
      return withReference(record, event);
  }
}

function withAnswer(record: CaseRecord, event: BreachEventOf<'AuthorityQuestionAnswered'>): CaseRecord {
  const { sentAt, means, proof } = event;
  const authorityQuestions = record.authorityQuestions.map((question) =>
    question.questionId === event.questionId ? { ...question, answered: { sentAt, means, proof } } : question,
  );
  return { ...record, authorityQuestions };
}

/** The notice sent last for this duty is the one the authority answered. */
function withReference(record: CaseRecord, { duty, reference, receivedAt }: BreachEventOf<'ReferenceReceived'>): CaseRecord {
  const last = record.notices.findLast((notice) => notice.duty === duty);
  return {
    ...record,
    notices: record.notices.map((notice) => (notice === last ? { ...notice, reference, receivedAt } : notice)),
  };
}
