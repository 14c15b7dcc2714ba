// The conformance suite in front of the desk.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { deskServer } from '../../adapters/desk/deskServer.ts';
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
  const failures: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-desk-'));
  let port = 0;
  const opened = await openDesk({
    address: () => `http://127.0.0.1:${port}`,
    ...{ folder, organisation, monotonicNow: () => performance.now(), ids: { next: () => randomUUID() } },
    now: () => '2026-11-23T16:40:00.000Z',
    alarm: ({ what }) => {
      throw new Error(what);
    },
  });
  if (opened === 'unmarked') throw new Error('The folder is fresh.');
  const { desk } = opened;
  const web = createServer(
    deskServer({ desk, files: opened.files, playExample: opened.playExample, reportFailure: (kind) => void failures.push(kind) }),
  );
  await new Promise<void>((listening) => web.listen(0, '127.0.0.1', () => listening()));
  port = (web.address() as AddressInfo).port;
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
    if (content.type === 'own')
      return [{ place, text: content.text, whole: async () => content.text, buttons: [], links: [], fields: {} }];
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
    const links = nodesOf(cards).flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [String(url)] : []));
    return [{ place, text: plain, whole: async () => plain, buttons, links, fields }];
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
      web.closeAllConnections();
      web.close();
      expect(failures).toEqual([]);
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
