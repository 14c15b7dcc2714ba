import type { StoredCase } from '../ports.ts';
import { alikeIn, copiesOf, type TextPlace } from '../register/copiedTexts.ts';
import { erasableTexts } from '../register/erasableTexts.ts';
import { readCase as foldCase } from '../register/readCase.ts';
import { CaseUnreadable } from '../register/caseUnreadable.ts';
import { familyOf } from '../reminders/finishErasures.ts';
import { commit, type Committed, type Order } from './commit.ts';
import { finishErasing } from './finishErasing.ts';
import { permission, recordLook } from './look.ts';
import type { Filled } from './readForm.ts';
import type { Opened, Turn } from './turn.ts';

/**
 * Erases one text and every copy of it that a joining made, in whichever of the cases it was chosen. Whoever may not erase in one of them
 * erases in none: else half of it would stay, or a right would be gone round.
 */
export async function eraseText(turn: Turn, opened: Opened, { text }: Filled): Promise<Committed> {
  const [sequence = '', part = ''] = text('erasable').split(' ');
  const place = { caseId: opened.caseId, sequence: Number(sequence), part };
  if (await isOutOfReach(turn, place)) return { outcome: 'refused', refusal: { refused: 'copyOutOfReach' }, opened };
  const order = (now: Opened): Order => orderToErase(now, place, text('reasons'));
  return finishErasing(turn, await commit(turn, opened.caseId, 'eraseText', order));
}

function orderToErase({ caseId, version, entries = [] }: Opened, { sequence, part }: TextPlace, reasons: string): Order {
  const alike = alikeIn({ caseId, version, entries }, { sequence, part });
  return { type: 'EraseText', sequence, part, reasons, texts: erasableTexts(entries), alike };
}

/** Whether the text stands in another case too, where this person may not erase it; the attempt is recorded there. */
async function isOutOfReach(turn: Turn, place: TextPlace): Promise<boolean> {
  const { cases, unreadable } = await familyOf(turn.world.register, place.caseId);
  const [first] = unreadable;
  // What cannot be read may hold a copy that could not be erased.
  if (first !== undefined) throw new CaseUnreadable(first);
  const copies = copiesOf(cases, place);
  const barred = cases.filter(
    (stored) => stored.caseId !== place.caseId && holdsOneOf(copies, stored) && !mayErase(turn, stored),
  );
  for (const { caseId } of barred) await recordLook(turn, caseId, 'eraseText', false);
  return barred.length > 0;
}

const holdsOneOf = (copies: readonly TextPlace[], { caseId, entries }: StoredCase): boolean =>
  erasableTexts(entries).some(({ sequence, part }) =>
    copies.some((copy) => copy.caseId === caseId && copy.sequence === sequence && copy.part === part),
  );

function mayErase(turn: Turn, stored: StoredCase): boolean {
  const record = foldCase(stored);
  return record.status === 'none' || permission(turn, 'eraseText', { ...stored, record }).may;
}
