import type { BreachEvent, BreachEventOf } from '../breach/events.ts';
import type { CaseId, CaseNumber, PersonId } from '../breach/identifiers.ts';
import type { StoredCase, StoredEntry } from '../ports.ts';
import { ERASED_TEXT } from './erased.ts';
import { erasableTexts } from './erasableTexts.ts';

/** Where one text stands. */
export type TextPlace = { readonly caseId: CaseId; readonly sequence: number; readonly part: string };
/** A text that is still there though it was erased in another place, who erased it, and in which case. */
export type CopyLeft = TextPlace & { readonly erasedBy: PersonId; readonly erasedIn: CaseNumber };

type Link = readonly [TextPlace, TextPlace];
/** One event with its place. */
type Placed<Event extends BreachEvent = BreachEvent> = {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly place: number;
  readonly event: Event;
};

/** The cases whose texts may stand in this one, or the other way round: what it took in, and what it goes on in. */
export const joinedWith = ({ entries }: StoredCase): readonly CaseId[] =>
  entries.flatMap(({ events }) =>
    events.flatMap((event) => {
      if (event.type === 'DuplicateJoined') return [event.duplicate];
      return event.type === 'JoinedInto' ? [event.main] : [];
    }),
  );

/** Every other place in these cases where the text of this place stands; the same whatever of it is erased already. */
export function copiesOf(cases: readonly StoredCase[], from: TextPlace): readonly TextPlace[] {
  const links = linksIn(cases);
  const found = new Map([[keyOf(from), from]]);
  for (const place of found.values()) {
    for (const [one, other] of links) {
      if (keyOf(one) === keyOf(place)) found.set(keyOf(other), other);
      if (keyOf(other) === keyOf(place)) found.set(keyOf(one), one);
    }
  }
  return [...found.values()].filter((place) => keyOf(place) !== keyOf(from));
}

/** What an erasure of one text in any of these cases has left standing in them. */
export function copiesLeft(cases: readonly StoredCase[]): readonly CopyLeft[] {
  const standing = new Set(cases.flatMap(({ caseId, entries }) => erasableTexts(entries).map((at) => keyOf({ caseId, ...at }))));
  const left = cases.flatMap((stored) =>
    textsErasedIn(stored).flatMap(({ erasedBy, erasedIn, ...place }) =>
      copiesOf(cases, place).map((copy): CopyLeft => ({ ...copy, erasedBy, erasedIn })),
    ),
  );
  const each = new Map(left.map((copy) => [keyOf(copy), copy]));
  return [...each.values()].filter((copy) => standing.has(keyOf(copy)));
}

/** The same name of the same body of data, recorded again within one case: whoever erases the one means the other as well. */
export const alikeIn = ({ caseId, entries }: StoredCase, place: Omit<TextPlace, 'caseId'>): readonly TextPlace[] =>
  copiesOf([{ caseId, version: entries.length, entries }], { ...place, caseId });

const keyOf = ({ caseId, sequence, part }: TextPlace): string => `${caseId} ${sequence} ${part}`;
const textOf = ({ caseId, sequence, place }: Placed, field: string): TextPlace => ({
  caseId,
  sequence,
  part: `${place}/${field}`,
});

function textsErasedIn({ caseId, entries }: StoredCase): readonly CopyLeft[] {
  const events = entries.flatMap((entry) => entry.events);
  const number = events.find((event) => event.type === 'BreachReported')?.number;
  if (number === undefined) return [];
  // Who erased a text is erased with the rest of the case; then it is whoever erased that.
  const last = events.findLast((event) => event.type === 'CaseErased');
  return events
    .filter((event) => event.type === 'TextErased')
    .map(({ sequence, part, by }) => ({
      ...{ caseId, sequence, part, erasedIn: number },
      erasedBy: by === ERASED_TEXT && last ? last.by : by,
    }));
}

const linksIn = (cases: readonly StoredCase[]): readonly Link[] => [
  ...cases.flatMap((main) =>
    main.entries.flatMap((entry) =>
      entry.events.flatMap((joined) => {
        const duplicate = joined.type === 'DuplicateJoined' ? cases.find(({ caseId }) => caseId === joined.duplicate) : undefined;
        return duplicate && joined.type === 'DuplicateJoined' ? linksOfJoining(entry, joined, duplicate) : [];
      }),
    ),
  ),
  ...cases.flatMap(sameNames),
];

/** What the joining of one duplicate copied, each beside where it came from. */
function linksOfJoining(entry: StoredEntry, joined: BreachEventOf<'DuplicateJoined'>, duplicate: StoredCase): readonly Link[] {
  const copies = placed([entry]);
  const originals = placed(duplicate.entries);
  return [
    ...textLinks(copies, originals),
    ...questionLinks(copies, originals),
    ...nameLinks(copies, joined.duplicateNumber, originals.slice(0, lengthUntil(duplicate.entries, entry))),
  ];
}

const placed = (entries: readonly StoredEntry[]): readonly Placed[] =>
  entries.flatMap(({ caseId, sequence, events }) => events.map((event, place) => ({ caseId, sequence, place, event })));

const lengthUntil = (entries: readonly StoredEntry[], { at }: StoredEntry): number =>
  entries.filter((entry) => entry.at <= at).reduce((count, { events }) => count + events.length, 0);

const ofType = <Type extends BreachEvent['type']>(all: readonly Placed[], type: Type): readonly Placed<BreachEventOf<Type>>[] =>
  all.filter((one): one is Placed<BreachEventOf<Type>> => one.event.type === type);

/** The report first, then what was added, in its order; what was added later was not copied, and has no copy in its place. */
function textLinks(copies: readonly Placed[], originals: readonly Placed[]): readonly Link[] {
  const said = originals.filter(({ event: { type } }) => type === 'BreachReported' || type === 'ReportAdded');
  return ofType(copies, 'ReportAdded').flatMap((copy, place) => {
    const original = said[place];
    if (original === undefined) return [];
    const author = original.event.type === 'BreachReported' ? 'reporterName' : 'authorName';
    return [
      [textOf(copy, 'text'), textOf(original, 'text')] as const,
      [textOf(copy, 'authorName'), textOf(original, author)] as const,
    ];
  });
}

/** A question keeps its id, so that the answer finds it. */
const questionLinks = (copies: readonly Placed[], originals: readonly Placed[]): readonly Link[] =>
  ofType(copies, 'QuestionAskedOfPerson').flatMap((copy) =>
    ofType(originals, 'QuestionAskedOfPerson')
      .filter(({ event }) => event.questionId === copy.event.questionId)
      .flatMap((original) => ['text', 'person'].map((field) => [textOf(copy, field), textOf(original, field)] as const)),
  );

/** The name a body of data had last when it was joined; the copy has the number of the duplicate behind it. */
const nameLinks = (copies: readonly Placed[], number: CaseNumber, originals: readonly Placed[]): readonly Link[] =>
  ofType(copies, 'DataSetRecorded').flatMap((copy): readonly Link[] => {
    const { dataSet, label } = copy.event;
    if (label === number) return [];
    const original = ofType(originals, 'DataSetRecorded')
      .filter(({ event }) => `${number}/${event.dataSet}` === dataSet)
      .findLast(({ event }) => [label, event.label].includes(ERASED_TEXT) || `${event.label} (${number})` === label);
    return original === undefined ? [] : [[textOf(copy, 'label'), textOf(original, 'label')]];
  });

/** The form brings the name along when only the part in a body of data changes. */
function sameNames({ entries }: StoredCase): readonly Link[] {
  const named = ofType(placed(entries), 'DataSetRecorded').filter(
    ({ event: { label } }) => label !== '' && label !== ERASED_TEXT,
  );
  const alike = Map.groupBy(named, ({ event: { dataSet, label } }) => JSON.stringify([dataSet, label]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map((other) => [textOf(first, 'label'), textOf(other, 'label')] as const),
  );
}
