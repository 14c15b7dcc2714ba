import { clockInForce, openDuties } from '../breach/duties.ts';
import type { PersonId } from '../breach/identifiers.ts';
import { type Absence, accountsOf, personsWithRole, rolesOf, SPECIAL_ROLES, type SpecialRole } from '../organisation.ts';
import { type Absences, RegisterUnavailable } from '../ports.ts';
import { formPrompt } from '../prompt/formPrompt.ts';
import type { AbsencePrompt, FieldFault } from '../prompt/prompt.ts';
import type { Instant } from '../rules/instant.ts';
import { visibleCases } from './caseList.ts';
import { freeText } from './employee.ts';
import { permission, turnAway } from './look.ts';
import { readUntil } from './readUntil.ts';
import { refuse } from './refuse.ts';
import type { Prompts, Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

/** „Away until Monday“. From anybody who is never reminded it is what they want to say, perhaps a report. */
export const away = (turn: Turn, intent: IntentOf<'away'>): Promise<Prompts> =>
  allowed(turn, intent.typed, async (absences) => {
    if (intent.until === '') return [form(turn, '', [])];
    const read = readUntil(intent.until, turn.organisation.timeZone, turn.now);
    if ('fault' in read) return [form(turn, intent.until, [{ field: 'awayUntil', ...read }])];
    const all = (await absences.list()).filter(({ until }) => until > turn.now);
    const own = all.find(({ person }) => person === turn.person);
    const isKnown = own !== undefined && own.from <= turn.now && own.until === read.moment;
    if (!isKnown) {
      await absences.set({ person: turn.person, from: turn.now, until: read.moment });
      await wake(turn);
    }
    return [await whatHappens(turn, isKnown ? 'unchanged' : 'set', read.moment, all)];
  });

/** „Back again“, earlier than said. */
export const backAgain = (turn: Turn, { typed }: IntentOf<'backAgain'>): Promise<Prompts> =>
  allowed(turn, typed, async (absences) => {
    const isAway = (await absences.list()).some(({ person, until }) => person === turn.person && until > turn.now);
    if (isAway) {
      await absences.end(turn.person);
      await wake(turn);
    }
    return [{ kind: 'absence', what: isAway ? 'ended' : 'notAway', zone: turn.organisation.timeZone, standIns: [], actions: [] }];
  });

async function allowed(turn: Turn, typed: string | undefined, then: (absences: Absences) => Promise<Prompts>): Promise<Prompts> {
  if (!permission(turn, 'setAbsence', undefined).may)
    return typed === undefined
      ? turnAway(turn, 'setAbsence', undefined)
      : freeText(turn, { wants: 'freeText', text: typed, files: false });
  const { absences } = turn.world;
  return absences === undefined ? [refuse(turn, 'notUnderstood', { actions: [{ verb: 'home', data: {} }] })] : then(absences);
}

const form = (turn: Turn, awayUntil: string, faults: readonly FieldFault[]) =>
  formPrompt({ form: 'absence', organisation: turn.organisation, values: { awayUntil }, faults });

/** Every case is looked at anew, so that whoever stands in is told at once. It is recorded already: where this fails, the next tick does it. */
async function wake({ world, now }: Turn): Promise<void> {
  try {
    await world.register.wakeAll(now);
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
  }
}

async function whatHappens(
  turn: Turn,
  what: 'set' | 'unchanged',
  until: Instant,
  absences: readonly Absence[],
): Promise<AbsencePrompt> {
  const role = SPECIAL_ROLES.find((one) => rolesOf(turn.organisation, turn.person).includes(one)) ?? 'dpo';
  const standIns = standInsFor(turn, role, until, absences);
  const deadline = role === 'dpo' || role === 'deputy' ? await firstDeadline(turn, until) : undefined;
  return {
    ...{ kind: 'absence', what, until, role, standIns, zone: turn.organisation.timeZone },
    ...(deadline === undefined ? {} : { deadline }),
    actions: [{ verb: 'backAgain', data: {} }],
  };
}

/** In the order in which they come; the first group with somebody who is there all the time. */
const STAND_INS: Readonly<Record<SpecialRole, readonly SpecialRole[]>> = {
  dpo: ['dpo', 'deputy'],
  deputy: ['dpo', 'deputy'],
  decider: ['decider'],
  management: ['management'],
};

function standInsFor(turn: Turn, role: SpecialRole, until: Instant, absences: readonly Absence[]): readonly string[] {
  const { organisation, person: self, now, world } = turn;
  const isThere = (person: PersonId): boolean =>
    absences.every((one) => one.person !== person || one.from >= until || one.until <= now);
  const isReachable = (person: PersonId): boolean =>
    accountsOf(organisation, person).some(({ platform }) => world.connected?.includes(platform) ?? true);
  const groups = STAND_INS[role].map((one) =>
    personsWithRole(organisation, one).filter(({ id }) => id !== self && isThere(id) && isReachable(id)),
  );
  return groups.find((group) => group.length > 0)?.map(({ name }) => name) ?? [];
}

/** The first deadline within that time, of the cases this person may see. */
async function firstDeadline(turn: Turn, until: Instant): Promise<AbsencePrompt['deadline']> {
  const deadlines = (await visibleCases(turn, 'listCases')).flatMap(({ record }) =>
    openDuties(record).flatMap((duty) => {
      const { dueBy } = clockInForce(duty);
      return dueBy !== undefined && dueBy > turn.now && dueBy <= until ? [{ number: record.number, dueBy }] : [];
    }),
  );
  return deadlines.toSorted((one, other) => (one.dueBy < other.dueBy ? -1 : 1))[0];
}
