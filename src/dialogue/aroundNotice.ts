// What the forms around a notice ask of the case: what passes between us and the authority, groups of persons, what a measure is for.
import { dutyById, noticesTo } from '../breach/duties.ts';
import type { GroupCount } from '../breach/events.ts';
import type { Instant } from '../rules/instant.ts';
import type { Order } from './commit.ts';
import type { Filled } from './readForm.ts';
import type { Opened, Turn } from './turn.ts';
import { wholeNumber } from './wholeNumber.ts';

/** The same reference again came when it came the first time. */
export function referenceOrder({ text, moment }: Filled, { record }: Opened): Order {
  const duty = dutyById(record, text('duty'));
  const sent = duty && noticesTo(record, duty).at(-1);
  const isKnown = sent?.reference === text('reference').trim() && text('receivedAt') === '';
  const receivedAt: Instant = (isKnown ? sent.receivedAt : undefined) ?? moment('receivedAt');
  return { type: 'RecordReference', duty: text('duty'), reference: text('reference'), receivedAt };
}

/** The same words with the same deadline are the same question. */
export function questionOrder({ text, moment }: Filled, { record }: Opened, _turn: Turn, id: string): Order {
  const [asked, dueBy, duty] = [text('text'), moment('dueBy'), text('duty')];
  const same = record.authorityQuestions.find((one) => one.text === asked.trim() && one.dueBy === dueBy && one.duty === duty);
  return {
    type: 'RecordAuthorityQuestion',
    questionId: same?.questionId ?? id,
    ...{ duty, text: asked, receivedAt: moment('receivedAt'), dueBy, owner: text('owner') },
  };
}

export const answerOrder = ({ text, moment }: Filled): Order => ({
  type: 'RecordAuthorityAnswer',
  questionId: text('authorityQuestion'),
  ...{ sentAt: moment('sentAt'), means: text('means'), proof: text('proofText') },
});

export const callOrder = ({ text, moment }: Filled): Order => ({
  type: 'TellInAdvance',
  ...{ duty: text('duty'), toldAt: moment('toldAt'), spokeWith: text('spokeWith'), note: text('note') },
});

export const groupOrder = ({ text }: Filled): Order => ({
  type: 'CountGroup',
  ...{ group: text('group'), kind: text('groupKind') as GroupCount, detail: text('detail') },
  count: wholeNumber(text('count')) ?? text('count'),
});

export const explainOrder = ({ text }: Filled): Order => ({
  type: 'ExplainMeasure',
  ...{ measureId: text('measure'), against: text('against'), effect: text('effect') },
});
