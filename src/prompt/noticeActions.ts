// What can be done beside the pages of a notice: say that it is sent, and what passes between us and the authority.
import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { noticesTo } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { Action, FormKind } from './action.ts';
import { remedies, toAuthority } from './noticeAroundChoices.ts';

/** The forms that fit to where this notice stands; none in a case that is no longer worked on. */
export function noticeActions(caseId: CaseId, record: CaseRecord, duty: DutyState): readonly Action[] {
  if (record.status !== 'open') return [];
  const open = (form: FormKind, data: Action['data'] = {}): Action => ({
    verb: 'openForm',
    data: { case: caseId, form, ...data },
  });
  const there = toAuthority(record).find((one) => one.owedBy === duty.owedBy && one.recipient === duty.recipient) ?? duty;
  const ofAuthority = { duty: there.id };
  const sent = noticesTo(record, duty);
  const isReferenceMissing = sent.length > 0 && (sent.at(-1)?.reference ?? '') === '';
  const isAsked = record.authorityQuestions.some(({ answered }) => answered === undefined);
  return [
    open('notice', { duty: duty.id }),
    open('countGroup'),
    ...(remedies(record).length > 0 ? [open('explainMeasure')] : []),
    ...(sent.length === 0 ? [open('callInAdvance', ofAuthority)] : []),
    ...(isReferenceMissing ? [open('reference', ofAuthority)] : []),
    open('authorityQuestion', ofAuthority),
    ...(isAsked ? [open('authorityAnswer')] : []),
  ];
}
