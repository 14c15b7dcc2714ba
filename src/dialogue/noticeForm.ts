// The form that says of a notice that it is sent.
import { dutyById } from '../breach/duties.ts';
import type { NoticeKind, ProofKind } from '../breach/events.ts';
import { isToAuthority } from '../prompt/noticeChoices.ts';
import type { FieldFault, FormValues } from '../prompt/prompt.ts';
import { addHours } from '../rules/instant.ts';
import { wordsOf } from '../words/wordsOf.ts';
import type { Order } from './commit.ts';
import type { Filled } from './readForm.ts';
import type { Opened, Turn } from './turn.ts';

/** Practice, no law: within a week most authorities have named their reference. */
const HOURS_UNTIL_REFERENCE = 7 * 24;

/** Whoever records a notice without the reference of the authority is asked for it until it is there. */
export function noticeOrder({ text, moment }: Filled, { record }: Opened, turn: Turn): Order {
  const duty = dutyById(record, text('duty'));
  const toAuthority = duty !== undefined && isToAuthority(duty);
  const [kind, proof, proofText] = [text('noticeKind'), text('proof'), text('proofText')];
  const task = {
    text: wordsOf(turn.language).askForReference,
    owner: turn.name,
    dueBy: addHours(turn.now, HOURS_UNTIL_REFERENCE),
  };
  return {
    type: 'RecordNotice',
    duty: text('duty'),
    sentAt: moment('sentAt'),
    to: text('to'),
    means: text('means'),
    reference: text('reference'),
    missing: text('missing'),
    reasonsForDelay: text('reasonsForDelay'),
    ...(toAuthority && kind !== '' && { notice: kind as NoticeKind }),
    ...(proof !== '' && { proof: proof as ProofKind }),
    ...(proofText !== '' && { proofText }),
    ...(toAuthority && { referenceTask: task }),
  };
}

/** Which part of the proof is not there. */
export function proofFaults({ proof = '' }: FormValues): readonly FieldFault[] {
  if (proof === '') return [{ field: 'proof', fault: 'proofMissing' }];
  if (proof === 'file-number') return [{ field: 'reference', fault: 'proofWithoutNumber' }];
  return [{ field: 'proofText', fault: 'proofWithoutPlace' }];
}
