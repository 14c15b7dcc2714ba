import type { Answer, Inbound, InboundContent } from '../../src/dialogue/inbound.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Register } from '../../src/ports.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { addHours, hoursBetween, type Instant } from '../../src/rules/instant.ts';
import { draw } from './deskChannel.ts';
import type { DeskClock } from './deskClock.ts';
import { type DeskItem, type DeskStore, type Place, personPlace } from './deskStore.ts';
import { type Seat, seatsOf } from './seats.ts';

/** What somebody at the desk did: wrote, or pressed a button in their own conversation or in the channel. */
export type Act = {
  readonly seat: string;
  /** Made once per press, so that a repetition after a lost answer is recognised. */
  readonly id: string;
  readonly language: Lang;
  readonly place: 'direct' | 'channel';
  readonly content: InboundContent;
};

export type DeskTime = { readonly now: Instant; readonly nextDue: Instant | undefined };

export type DeskState = DeskTime & {
  readonly organisation: string;
  readonly timeZone: string;
  readonly language: Lang;
  readonly seats: readonly Seat[];
  readonly channel: string | undefined;
  readonly items: readonly DeskItem[];
};

export type DeskWorld = {
  readonly store: DeskStore;
  readonly clock: DeskClock;
  readonly register: Pick<Register, 'earliestDue'>;
  readonly organisation: Organisation;
  /** The dialogue, with its world. */
  readonly handle: (inbound: Inbound) => Promise<Answer>;
  /** Delivers whatever is due now. */
  readonly tick: () => Promise<void>;
};

export type Forward = { readonly hours: number } | 'nextMessage';

/** `item`: where the answer stands now, undefined where nothing was said. */
export type Answered = { readonly item: DeskItem | undefined; readonly prompts: readonly Prompt[] };

export type Desk = {
  readonly state: () => Promise<DeskState>;
  /** What was answered to this seat; `noSuchSeat` where nobody has it. */
  readonly act: (act: Act) => Promise<Answered | 'noSuchSeat'>;
  /** Shows what can be done here to each seat that nothing was answered to yet. */
  readonly greet: () => Promise<void>;
  readonly time: () => Promise<DeskTime>;
  readonly forward: (by: Forward) => Promise<DeskTime>;
  readonly changedAfter: DeskStore['changedAfter'];
  /** Calls back after each change of what is shown, or of the clock. */
  readonly onItem: (listener: (item: DeskItem) => void) => () => void;
  readonly onTime: (listener: (time: DeskTime) => void) => () => void;
};

/** The desk: seats, what each of them sees, and a clock that can be put forward. */
export function desk(world: DeskWorld): Desk {
  const seats = seatsOf(world.organisation);
  const listeners = new Set<(time: DeskTime) => void>();
  const time = async (): Promise<DeskTime> => ({ now: world.clock.now(), nextDue: await world.register.earliestDue() });
  return {
    state: async () => ({
      ...(await time()),
      organisation: world.organisation.name,
      timeZone: world.organisation.timeZone,
      language: world.organisation.language,
      seats,
      channel: world.organisation.channels.desk,
      items: world.store.changedAfter(0),
    }),
    act: async (act) => {
      const seat = seats.find(({ account }) => account === act.seat);
      return seat ? answerTo(act, seat, world) : 'noSuchSeat';
    },
    greet: async () => {
      for (const seat of seats) await greet(seat, world);
    },
    time,
    forward: async (by) => {
      if (by === 'nextMessage') await forwardToNextMessage(world);
      else await forwardTo(world, addHours(world.clock.now(), by.hours));
      const told = await time();
      for (const listener of listeners) listener(told);
      return told;
    },
    changedAfter: (change) => world.store.changedAfter(change),
    onItem: (listener) => world.store.onChange(listener),
    onTime: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const answerId = ({ account }: Seat): string => `answer:${account}`;

async function greet(seat: Seat, world: DeskWorld): Promise<void> {
  if (isAnswered(seat, world)) return;
  const content = { type: 'press', verb: 'home', data: {}, inputs: {} } as const;
  const language = world.organisation.language;
  const act: Act = { seat: seat.account, id: `greeting-${seat.account}`, language, place: 'direct', content };
  const { prompts } = await ask(act, seat, world);
  // Somebody may have been answered meanwhile; that stays.
  if (!isAnswered(seat, world)) show(prompts, seat, world);
}

function isAnswered(seat: Seat, { store }: DeskWorld): boolean {
  const answer = store.find(answerId(seat));
  return answer !== undefined && answer.content.type !== 'removed';
}

async function answerTo(act: Act, seat: Seat, world: DeskWorld): Promise<Answered> {
  keepOwnWords(act, personPlace(seat.account), world);
  const { prompts } = await ask(act, seat, world);
  return { item: prompts.length === 0 ? undefined : show(prompts, seat, world), prompts };
}

const ask = ({ id, language, content, place }: Act, { account, name }: Seat, { handle }: DeskWorld): Promise<Answer> =>
  handle({ platform: 'desk', id, language, content, account, name, place });

function show(prompts: readonly Prompt[], seat: Seat, { store, clock }: DeskWorld): DeskItem {
  const content = { type: 'answer', drawings: draw(prompts) } as const;
  return store.post({ id: answerId(seat), key: 'answer', place: personPlace(seat.account), at: clock.now(), content });
}

/** What somebody wrote stands in their own conversation, as in any chat; a repetition shows nothing twice. */
function keepOwnWords({ id, content }: Act, place: Place, { store, clock }: DeskWorld): void {
  const itemId = `own:${id}`;
  if (content.type !== 'text' || content.text.trim() === '' || store.find(itemId)) return;
  store.post({ id: itemId, key: itemId, place, at: clock.now(), content: { type: 'own', text: content.text } });
}

async function forwardTo(world: DeskWorld, moment: Instant): Promise<void> {
  world.clock.forwardTo(moment);
  await world.tick();
}

/** A case is looked at more often than it has something to say; the clock goes on until something new was said. */
const STEPS_AT_MOST = 200;
const DAYS_AT_MOST = 60;

async function forwardToNextMessage(world: DeskWorld): Promise<void> {
  const said: DeskItem[] = [];
  const stop = world.store.onChange((item) => {
    if (item.content.type === 'message' && item.at === item.changedAt) said.push(item);
  });
  const start = world.clock.now();
  try {
    for (let step = 0; step < STEPS_AT_MOST && said.length === 0; step += 1) {
      const due = await world.register.earliestDue();
      if (due === undefined || hoursBetween(start, due) > DAYS_AT_MOST * 24) return;
      await forwardTo(world, due);
    }
  } finally {
    stop();
  }
}
