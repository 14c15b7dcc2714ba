import { type Absence, type Organisation, type Person, WEEKDAYS, type WorkingTime } from '../../../src/organisation.ts';
import { personId } from '../../../src/breach/identifiers.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { organisation as sample } from '../sampleCase.ts';
import { type Chance, chanceFrom } from './chance.ts';

/** Whom the bot works for in one run, and when its people are away. */
export type House = { readonly organisation: Organisation; readonly plannedAbsences: readonly PlannedAbsence[] };
/** Told to the bot at `from`; `endsAt` before `until` where somebody says earlier that they are back. Milliseconds. */
export type PlannedAbsence = {
  readonly person: Person['id'];
  readonly from: number;
  readonly until: number;
  readonly endsAt: number;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A chance of its own, so that the same people do not meet the same troubles only. */
const ANOTHER_CHANCE = 0x5e_ed_00_01;

const person = (id: string, roles: Person['roles']): Person => ({
  ...{ id: personId(id), name: id, roles, language: 'de' },
  accounts: { desk: `${id}-desk`, slack: `${id}-slack` },
});

/** Around the first holidays and changes of the clocks it has to do with; the year is left open by `holidays`. */
const BRIDGES = [
  { from: '2026-05-15', to: '2026-05-15' },
  { from: '2026-12-28', to: '2026-12-31' },
];

export function houseFor(seed: number, start: number, end: number): House {
  const chance = chanceFrom(seed ^ ANOTHER_CHANCE);
  const management = chance.isLikely(0.7) ? [person('mona', ['management'])] : [];
  const secondDeputy = chance.isLikely(0.3) ? [person('ulla', ['deputy'])] : [];
  const workingTime = workingTimeOf(chance);
  const contract = chance.isLikely(0.5) ? { toldWithinHours: chance.oneOf([24, 36, 96]) } : {};
  const organisation: Organisation = {
    ...sample,
    ...(workingTime && { workingTime }),
    persons: [...sample.persons, ...secondDeputy, ...management],
    controllers: sample.controllers.map((controller) => ({ ...controller, ...contract })),
    confirmation: ['not-notifying'],
  };
  return { organisation, plannedAbsences: absencesOf(organisation, chance, start, end) };
}

function workingTimeOf(chance: Chance): WorkingTime | undefined {
  const hours = chance.oneOf([undefined, ['08:00', '17:00'], ['07:00', '16:00'], ['09:00', '18:00']] as const);
  if (hours === undefined) return undefined;
  const [from, to] = hours;
  const shortFriday = chance.isLikely(0.5);
  const days = WEEKDAYS.slice(0, 5).map((day) => [day, { from, to: day === 'fri' && shortFriday ? '14:00' : to }] as const);
  return {
    hours: Object.fromEntries(days),
    holidaysOf: { country: 'DE', state: chance.oneOf(['NW', 'BY', 'BE']) },
    holidays: chance.isLikely(0.5) ? ['12-24', '12-31'] : [],
    closed: chance.isLikely(0.5) ? BRIDGES : [],
  };
}

/** Each of the office and the management is away now and then, for hours or for days; half of them come back before they said. */
function absencesOf({ persons }: Organisation, chance: Chance, start: number, end: number): readonly PlannedAbsence[] {
  const away = persons.filter(({ roles }) => !roles.includes('decider'));
  return away.flatMap(({ id }) => {
    const planned: PlannedAbsence[] = [];
    for (let from = start + chance.between(0.3, 8) * DAY; from < end; ) {
      const until = from + Math.floor(chance.between(3, 90) * HOUR);
      const endsAt = chance.isLikely(0.5) ? until : Math.floor(from + chance.between(0.2, 0.9) * (until - from));
      planned.push({ person: id, from: Math.floor(from), until, endsAt });
      from = until + chance.between(1, 12) * DAY;
    }
    return planned;
  });
}

/** Who is away, as the bot was told so far. Each change makes a new list, so that one can say which of them somebody saw. */
export type Presence = {
  readonly list: () => readonly Absence[];
  readonly leave: (person: Person['id'], from: number, until: number) => void;
  readonly comeBack: (person: Person['id'], at: number) => void;
};

export function newPresence(): Presence {
  let all: readonly Absence[] = [];
  const instantAt = (moment: number): Instant => new Date(moment).toISOString() as Instant;
  return {
    list: () => all,
    leave: (who, from, until) => {
      all = [...all, { person: who, from: instantAt(from), until: instantAt(until) }];
    },
    comeBack: (who, at) => {
      const now = instantAt(at);
      all = all.map((one) => (one.person === who && one.from <= now && now < one.until ? { ...one, until: now } : one));
    },
  };
}
