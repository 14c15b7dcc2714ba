import type { CaseRecord } from '../breach/breachCase.ts';
import type { CaseId, PersonId } from '../breach/identifiers.ts';
import type { Organisation } from '../organisation.ts';
import type { ExportWanted } from '../ports.ts';
import { CaseUnreadable } from '../register/caseUnreadable.ts';
import type { ExportedPart } from '../register/exportedStreams.ts';
import type { ExportHeading } from '../register/exportLines.ts';
import { readCase } from '../register/readCase.ts';
import { mayDo } from './access.ts';
import { readDay } from './readDay.ts';
import type { DialogueWorld } from './turn.ts';

/** What leaves the house, and for whom. */
export type Taking = {
  readonly wanted: ExportWanted;
  readonly person: PersonId;
  /** Others read along: nothing of a case from which anybody at all is excluded. */
  readonly amongOthers?: true;
};

export type Taken = { readonly part: ExportedPart; readonly heading: ExportHeading };

/**
 * The moment somebody fetches what they asked for: whether they may is decided anew, for each case as it stands by then, and every case that
 * goes out is recorded as a look at it. May throw RegisterUnavailable.
 */
export async function takeExport(
  { wanted, person, amongOthers }: Taking,
  world: Pick<DialogueWorld, 'register' | 'clock' | 'organisation' | 'letOthersGo'>,
): Promise<Taken | 'refused'> {
  const { register, clock, organisation } = world;
  const at = clock.now();
  const look = (caseId: CaseId | undefined, allowed: boolean): Promise<void> =>
    register.recordLook({ caseId, by: person, at, what: inWords(wanted), allowed });
  const mayTake = (record: CaseRecord): boolean =>
    mayDo('export', person, organisation, record).may && (!amongOthers || record.excluded.length === 0);
  const admits = async (caseId: CaseId, record: CaseRecord): Promise<boolean> => {
    await world.letOthersGo?.();
    if (!mayTake(record)) return false;
    await look(caseId, true);
    return true;
  };
  if (!mayDo('export', person, organisation).may || !(await mayTakeThis(wanted, mayTake, world))) {
    await look(wanted.of === 'case' ? wanted.caseId : undefined, false);
    return 'refused';
  }
  if (wanted.of === 'opened') await look(undefined, true);
  return { part: partOf(wanted, organisation, admits), heading: { exportedAt: at, scope: scopeOf(wanted), leftOut: [] } };
}

async function mayTakeThis(
  wanted: ExportWanted,
  mayTake: (record: CaseRecord) => boolean,
  { register }: Pick<DialogueWorld, 'register'>,
): Promise<boolean> {
  if (wanted.of === 'opened') return true;
  try {
    const stored = await register.read(wanted.caseId);
    const record = stored && readCase(stored);
    return record !== undefined && record.status !== 'none' && mayTake(record);
  } catch (error) {
    if (error instanceof CaseUnreadable) return false;
    throw error;
  }
}

const inWords = (wanted: ExportWanted): string => {
  if (wanted.of === 'case') return `exportTaken case=${wanted.number}`;
  const days = [wanted.from && `from=${wanted.from}`, wanted.until && `to=${wanted.until}`];
  return ['exportTaken', ...days.filter((day) => day !== undefined)].join(' ');
};

const scopeOf = (wanted: ExportWanted): ExportHeading['scope'] =>
  wanted.of === 'case'
    ? { case: wanted.number }
    : {
        ...(wanted.from === undefined ? {} : { from: wanted.from }),
        ...(wanted.until === undefined ? {} : { to: wanted.until }),
      };

type Admits = Extract<ExportedPart, { readonly of: 'case' }>['admits'];

function partOf(wanted: ExportWanted, { timeZone }: Organisation, admits: NonNullable<Admits>): ExportedPart {
  if (wanted.of === 'case') return { of: 'case', caseId: wanted.caseId, number: wanted.number, admits };
  const openedFrom = wanted.from === undefined ? undefined : readDay(wanted.from, timeZone)?.from;
  const openedBefore = wanted.until === undefined ? undefined : readDay(wanted.until, timeZone)?.until;
  return {
    of: 'opened',
    admits,
    ...(openedFrom === undefined ? {} : { openedFrom }),
    ...(openedBefore === undefined ? {} : { openedBefore }),
  };
}
