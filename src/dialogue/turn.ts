import { caseId as asCaseId, type CaseId, type PersonId } from '../breach/identifiers.ts';
import type { CaseRecord } from '../breach/breachCase.ts';
import type { Lang } from '../law/sources.ts';
import { personBehind, type Organisation, type Platform } from '../organisation.ts';
import type { Absences, Clock, Exports, Ids, Register, StoredEntry } from '../ports.ts';
import type { ChainHead } from '../prompt/caseCard.ts';
import type { Prompt, Status } from '../prompt/prompt.ts';
import type { Instant } from '../rules/instant.ts';
import { cleanLine } from './cleanText.ts';
import type { Inbound } from './inbound.ts';

/** All that the dialogue needs. It keeps nothing between two inbounds: what it knows, the register knows. */
export type DialogueWorld = {
  readonly register: Register;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly organisation: Organisation;
  /** Brings the messages of this case up to date; runs after the durable write, and its failure changes no answer. */
  readonly afterAppend: (caseId: CaseId) => Promise<void>;
  /** Everything is a drill, whatever it came from: nobody checked who sent it. */
  readonly drill?: true;
  /** Platforms on which the bot cannot take its own messages away; a person is told to do it. */
  readonly keptOn?: readonly Platform[];
  /** Where people can be written to just now; without it everywhere. */
  readonly connected?: readonly Platform[];
  /** Who is away; without it nobody can say so. */
  readonly absences?: Absences;
  /** How Fristwacht itself is doing. May throw RegisterUnavailable. */
  readonly status?: () => Promise<Status>;
  /** Hands out exports; without it only whoever runs Fristwacht can make one. */
  readonly exports?: Exports;
  /** Gives everybody else their turn in the middle of long work. */
  readonly letOthersGo?: () => Promise<void>;
};

/** One inbound on its way to its answer: who asks, when, and under which command id it is recorded. */
export type Turn = {
  readonly world: DialogueWorld;
  readonly organisation: Organisation;
  readonly platform: Platform;
  readonly person: PersonId;
  readonly name: string;
  readonly language: Lang;
  readonly now: Instant;
  readonly rightsUnknown?: true;
  /** From platform and inbound id, so that the same inbound delivered twice is the same command. */
  readonly commandId: string;
};

/** A case as read just now. */
export type Opened = {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly version: number;
  /** As they were read; absent where the case was moved on by a command since. */
  readonly entries?: readonly StoredEntry[];
};

/** What stands last in the chain, where it is known. */
export function headOf({ entries }: Opened): ChainHead | undefined {
  const last = entries?.at(-1);
  return last && { entries: last.sequence, hash: last.hash };
}

export type Prompts = readonly Prompt[];

export function turnOf(inbound: Inbound, world: DialogueWorld): Turn {
  const { organisation } = world;
  const person = personBehind(organisation, inbound.platform, inbound.account);
  const known = organisation.persons.find((candidate) => candidate.id === person);
  return {
    world,
    organisation,
    platform: inbound.platform,
    person,
    name: known?.name ?? (cleanLine(inbound.name).slice(0, 200) || person),
    language: known?.language ?? inbound.language ?? organisation.language,
    now: world.clock.now(),
    ...(inbound.rightsUnknown ? { rightsUnknown: true } : {}),
    commandId: `${inbound.platform}:${inbound.id}`,
  };
}

/** A fresh opaque name for a case. */
export const newCaseId = (turn: Turn): CaseId => asCaseId(turn.world.ids.next());
