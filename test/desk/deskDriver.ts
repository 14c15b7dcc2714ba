// The conformance suite in front of the desk.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskItem, Drawing } from '../../adapters/desk/deskStore.ts';
import { openDesk } from '../../adapters/desk/openDesk.ts';
import type { InboundContent } from '../../src/dialogue/inbound.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { ChatDriver, Participant, Pressable, Shown } from '../contracts/chatDriver.ts';
import { acme } from '../dialogue/conversation.ts';
import { nodesOf } from '../support/adaptiveCardsLibrary.ts';

const OFFICE = 'office';
const ACCOUNTS: Readonly<Record<Participant, string>> = { reporter: 'employee', stranger: 'eva', officer: 'dora' };
const organisation: Organisation = {
  ...acme,
  persons: [
    ...acme.persons,
    { id: 'eva' as Organisation['persons'][number]['id'], name: 'Eva Fremd', roles: [], accounts: { desk: 'eva' } },
  ],
  channels: { desk: OFFICE },
};

export async function deskDriver(): Promise<ChatDriver> {
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-desk-'));
  const opened = await openDesk({
    ...{ folder, organisation, monotonicNow: () => performance.now(), ids: { next: () => randomUUID() } },
    now: () => '2026-11-23T16:40:00.000Z',
    alarm: ({ what }) => {
      throw new Error(what);
    },
  });
  if (opened === 'unmarked') throw new Error('The folder is fresh.');
  const { desk } = opened;
  const act = async (who: Participant, place: 'direct' | 'channel', content: InboundContent): Promise<void> => {
    const done = await desk.act({ seat: ACCOUNTS[who], id: randomUUID(), language: 'de', place, content });
    if (done === 'noSuchSeat') throw new Error(`Nobody sits at ${ACCOUNTS[who]}.`);
  };
  const press = (
    who: Participant,
    place: 'direct' | 'channel',
    verb: string,
    data: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>> = {},
  ) => act(who, place, { type: 'press', verb, data, inputs });
  const shown = (who: Participant, item: DeskItem): readonly Shown[] => {
    const { content } = item;
    if (content.type === 'removed') return [];
    const isOffice = item.place === `channel:${OFFICE}`;
    const place = isOffice ? 'office' : content.type === 'answer' ? 'answer' : 'own';
    if (content.type === 'own') return [{ place, text: content.text, whole: async () => content.text, buttons: [], fields: {} }];
    const { plain, cards }: Drawing = content.drawings.de;
    const fields = fieldsOf(cards);
    const buttons = nodesOf(cards)
      .filter(({ type }) => type === 'Action.Execute')
      .map(({ verb, data, associatedInputs }): Pressable => {
        const taken = associatedInputs === 'none' ? {} : fields;
        const carried = data as Readonly<Record<string, string>>;
        return {
          verb: String(verb),
          data: carried,
          press: (inputs = {}) => press(who, isOffice ? 'channel' : 'direct', String(verb), carried, { ...taken, ...inputs }),
        };
      });
    return [{ place, text: plain, whole: async () => plain, buttons, fields }];
  };
  return {
    write: (who, text) => act(who, 'direct', { type: 'text', text, files: 0 }),
    beginReport: (who) => press(who, 'direct', 'openReport', {}),
    sees: async (who) => {
      const { items } = await desk.state();
      const own = items.filter(
        ({ place }) => place === `person:${ACCOUNTS[who]}` || (who === 'officer' && place === `channel:${OFFICE}`),
      );
      const latest = own.toSorted((one, other) => other.ordinal - one.ordinal).flatMap((item) => shown(who, item));
      return (['answer', 'own', 'office'] as const).flatMap((place) => latest.filter((each) => each.place === place));
    },
    pass: async (hours) => {
      await desk.forward({ hours });
    },
    now: async () => (await desk.time()).now,
    notified: async () => {
      const { items } = await desk.state();
      return items.flatMap(({ content }) =>
        content.type === 'message' ? content.drawings.de.cards.map(({ fallbackText }) => String(fallbackText)) : [],
      );
    },
    close: async () => {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const fieldsOf = (cards: Drawing['cards']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    nodesOf(cards).flatMap(({ type, id, value = '' }) =>
      String(type).startsWith('Input.') ? [[String(id), String(value)]] : [],
    ),
  );
