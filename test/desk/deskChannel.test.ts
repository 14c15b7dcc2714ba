import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskChannel } from '../../adapters/desk/deskChannel.ts';
import { channelPlace, type DeskStore, openDeskStore, personPlace } from '../../adapters/desk/deskStore.ts';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import type { Channel, OutgoingMessage } from '../../src/ports.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { instant } from '../../src/rules/instant.ts';

const contact = { name: 'Datenschutz', email: 'datenschutz@beispiel.example', phone: '' };
const home = (openCases: number): Prompt => ({
  kind: 'home',
  office: true,
  seesDuties: false,
  openCases,
  ownReports: 0,
  contact,
});
const message = (change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  ...{
    to: { platform: 'desk', kind: 'channel', id: 'privacy' },
    key: 'card',
    prompt: home(1),
    language: 'de',
    mayBeRepeated: false,
  },
  ...change,
});

describe('the desk as a chat platform', () => {
  let folder: string;
  let store: DeskStore;
  let channel: Channel;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-channel-'));
    store = openDeskStore(join(folder, 'desk.sqlite'));
    let count = 0;
    const ids = { next: () => `message-${(count += 1)}` };
    channel = deskChannel(store, { now: () => instant('2026-03-02T09:00:00Z') }, ids);
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  it('shows in the channel exactly the card that Teams gets, in both languages', async () => {
    expect(await channel.deliver(message())).toEqual({ result: 'delivered', messageId: 'message-1' });
    const [item] = store.changedAfter(0);
    expect(item?.place).toBe(channelPlace('privacy'));
    expect(item?.content).toMatchObject({
      drawings: { de: { cards: [adaptiveCard(home(1), 'de')] }, en: { cards: [adaptiveCard(home(1), 'en')] } },
    });
  });

  it('takes a message away for good, and a second time as well', async () => {
    const delivered = await channel.deliver(message());
    const messageId = delivered.result === 'delivered' ? delivered.messageId : '';
    const { to } = message();
    expect(await channel.remove?.({ to, messageId })).toEqual({ result: 'removed' });
    expect(store.changedAfter(0).map(({ content }) => content)).toEqual([{ type: 'removed' }]);
    expect(await channel.remove?.({ to, messageId })).toEqual({ result: 'removed' });
    expect(await channel.remove?.({ to, messageId: 'never-there' })).toEqual({ result: 'removed' });
  });

  it('keeps what one person gets in the conversation of that person', async () => {
    await channel.deliver(message({ to: { platform: 'desk', kind: 'person', id: 'employee' } }));
    expect(store.changedAfter(0)[0]?.place).toBe(personPlace('employee'));
  });

  it('replaces a surface in its spot', async () => {
    await channel.deliver(message());
    await channel.deliver(message({ key: 'other' }));
    const redrawn = await channel.deliver(message({ key: 'card again', prompt: home(2), replaces: 'message-1' }));
    expect(redrawn).toEqual({ result: 'delivered', messageId: 'message-1' });
    expect(store.changedAfter(0).map(({ id, ordinal }) => ({ id, ordinal }))).toEqual([
      { id: 'message-2', ordinal: 2 },
      { id: 'message-1', ordinal: 1 },
    ]);
  });

  it('says that a message to be replaced is gone', async () => {
    expect(await channel.deliver(message({ replaces: 'never posted' }))).toEqual({ result: 'gone' });
  });

  it('recognises a message that was posted and not recorded, and does not show it twice', async () => {
    await channel.deliver(message());
    expect(await channel.deliver(message({ mayBeRepeated: true }))).toEqual({ result: 'delivered', messageId: 'message-1' });
    expect(store.changedAfter(0)).toHaveLength(1);
  });

  it('says that nothing was sent where its file cannot be written', async () => {
    store.close();
    expect(await channel.deliver(message())).toEqual({ result: 'not-sent' });
    store = openDeskStore(join(folder, 'desk.sqlite'));
  });
});
