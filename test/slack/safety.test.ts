import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsIn, textShown, valuesShown } from '../cards/slack/shownBySlack.ts';
import { carry, readCarried } from '../../cards/slack/slackActions.ts';
import { OFFICE, RunningSlack, type Transport } from './runningSlack.ts';

const press = (verb: string, value: unknown, where: unknown) =>
  buttonsIn(where).find(({ value: carried }) => {
    const read = readCarried(String(carried));
    return (
      read?.verb === verb && (value === undefined || Object.values(read.data).includes(JSON.stringify(value).replaceAll('"', '')))
    );
  });

describe('requests that Slack did not sign, or long ago', () => {
  let running: RunningSlack;
  beforeEach(async () => {
    running = await RunningSlack.open();
  });
  afterEach(() => running.close());

  const body = JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: 'T0ACME',
    event: { type: 'message', channel_type: 'im', channel: 'DADA', user: 'ADA', ts: '1.1', text: 'hilfe' },
  });
  const now = (): number => Math.floor(Date.now() / 1000);

  it.each<[string, () => Readonly<Record<string, string>>]>([
    ['without a signature', () => ({})],
    ['with the wrong secret', () => running.slack.signature(body, now(), 'another secret')],
    ['with the signature of another body', () => running.slack.signature(`${body} `, now())],
    ['signed six minutes ago', () => running.slack.signature(body, now() - 360)],
  ])('%s are turned away, and nothing happens', async (_, headers) => {
    const { status } = await running.slack.post('application/json', body, headers());
    expect(status).toBe(401);
    await running.settled();
    expect(running.slack.callsOf('chat.postMessage')).toEqual([]);
  });

  it('signed just now are taken', async () => {
    expect((await running.slack.post('application/json', body, running.slack.signature(body, now()))).status).toBe(200);
  });
});

describe.each<Transport>(['http', 'socket'])('what comes twice or from elsewhere, over %s', (transport) => {
  let running: RunningSlack;
  beforeEach(async () => {
    running = await RunningSlack.open({ transport });
  });
  afterEach(async () => {
    expect(running.slack.findings).toEqual([]);
    await running.close();
  });

  it('an event that is repeated is answered once', async () => {
    const ada = running.user('ADA');
    await ada.write('hilfe', { eventId: 'Ev77' });
    await running.settled();
    await running.slack.event(
      { type: 'message', channel_type: 'im', channel: 'DADA', user: 'ADA', ts: ada.messages()[0]!.ts, text: 'hilfe' },
      { eventId: 'Ev77', retry: 1 },
    );
    await running.settled();
    expect(ada.messages()).toHaveLength(2);
  });

  it('an event of another workspace is answered by nobody', async () => {
    await running.user('ADA').write('hilfe', { team: 'T0OTHER' });
    await running.settled();
    expect(running.slack.callsOf('chat.postMessage')).toEqual([]);
    expect(running.reports).toContainEqual({ what: 'otherWorkspace' });
  });

  it('the same press delivered twice is recorded once', async () => {
    const id = await running.report();
    const dora = running.user('DORA');
    const [card] = dora.messages(OFFICE);
    const button = press('acknowledge', 2, card)!;
    const pressed = dora.pressed({ message: card! }, button);
    await Promise.all([dora.press({ message: card! }, button, pressed), dora.press({ message: card! }, button, pressed)]);
    await running.settled();
    const stored = await running.register.read(id);
    expect(stored!.entries.flatMap(({ events }) => events).filter(({ type }) => type === 'CaseAcknowledged')).toHaveLength(1);
  });

  it('two officers at once do not overwrite each other, and a button on an old card answers with what holds now', async () => {
    const id = await running.report();
    const [dora, emil] = [running.user('DORA'), running.user('EMIL')];
    running.slack.workspace.conversations.get(OFFICE)!.members.add('EMIL');
    for (const person of [dora, emil]) {
      const [card] = person.messages(OFFICE);
      await person.press({ message: card! }, press('triage', id, card)!);
    }
    await running.settled();
    const button = (person: typeof dora) => press('answerFact', 'yes', person.window!.view)!;
    await Promise.all([dora.press({ window: dora.window! }, button(dora)), emil.press({ window: emil.window! }, button(emil))]);
    await running.settled();
    const events = (await running.register.read(id))!.entries.flatMap((entry) => entry.events);
    expect(events.filter(({ type }) => type === 'FactAnswered')).toHaveLength(1);
    expect(press('answerFact', undefined, dora.window!.view)).toBeDefined();
    expect(press('answerFact', undefined, emil.window!.view)).toBeDefined();
  });

  it('somebody who is not of the office presses a button of the office: refused, for their eyes alone', async () => {
    await running.report();
    running.slack.workspace.conversations.get(OFFICE)!.members.add('EVA');
    const eva = running.user('EVA');
    const [card] = eva.messages(OFFICE);
    await eva.press({ message: card! }, press('acknowledge', 2, card)!);
    await running.settled();
    const answer = eva.messages(OFFICE).at(-1)!;
    expect(answer.onlyFor).toBe('EVA');
    expect(running.user('DORA').messages(OFFICE)).toHaveLength(1);
    const looks = await running.register.looksAt((await running.cases())[0]);
    expect(looks.some(({ allowed, what }) => !allowed && what === 'acknowledge')).toBe(true);
  });

  it('a forged button is refused kindly', async () => {
    const id = await running.report();
    const eva = running.user('EVA');
    await eva.write('hilfe');
    await running.settled();
    const message = eva.messages().at(-1)!;
    for (const value of [
      carry({ verb: 'openCase', data: { case: id } }),
      'kein JSON',
      carry({ verb: 'constructor', data: {} }),
    ]) {
      await eva.press({ message }, { type: 'button', action_id: `x${value.length}`, value });
    }
    await running.settled();
    expect(JSON.stringify(eva.messages())).not.toContain('Laptop');
    expect(eva.window).toBeUndefined();
  });

  it('the content of a case stands in no message, no metadata and no report of the bot, only in the window of whoever opened it', async () => {
    const id = await running.report('ADA', 'GEHEIMNIS der Personalabteilung');
    const dora = running.user('DORA');
    const [card] = dora.messages(OFFICE);
    await dora.press({ message: card! }, press('openCase', id, card)!);
    await running.settled();
    expect(textShown(dora.window!.view)).toContain('GEHEIMNIS');
    await dora.write((await running.record(id)).number);
    await running.settled();
    expect(JSON.stringify(running.slack.workspace.messages)).not.toContain('GEHEIMNIS');
    expect(JSON.stringify(running.reports)).not.toContain('GEHEIMNIS');
    const looks = await running.register.looksAt(id);
    expect(looks.filter(({ what }) => what === 'openCase').map(({ by }) => by)).toEqual(['dora', 'dora']);
    for (const message of running.slack.workspace.messages.filter(({ user }) => user === 'U0BOT')) {
      expect(message.unfurls).toBe(false);
      expect(message.metadata ?? {}).not.toHaveProperty('event_payload.case');
    }
    expect(dora.window!.view.private_metadata ?? '').not.toContain('GEHEIMNIS');
  });
});

describe('what a reporter adds in the thread of the receipt', () => {
  let running: RunningSlack;
  beforeEach(async () => {
    running = await RunningSlack.open();
  });
  afterEach(() => running.close());

  it('goes to the case; what is changed or deleted there is recorded as such', async () => {
    const id = await running.report();
    const ada = running.user('ADA');
    const [receipt] = ada.messages();
    const added = await ada.write('Es war noch ein Telefon dabei.', { thread: receipt!.ts });
    await running.settled();
    expect((await running.record(id)).additions.map(({ text }) => text)).toEqual(['Es war noch ein Telefon dabei.']);
    await ada.edit(added, 'Es waren zwei Telefone dabei.');
    await running.settled();
    await ada.remove(added);
    await running.settled();
    expect((await running.record(id)).additions.map(({ text }) => text)).toEqual([
      'Es war noch ein Telefon dabei.',
      'Die Nachricht wurde im Chat geändert. Sie lautet jetzt: „Es waren zwei Telefone dabei.“',
      'Diese Nachricht wurde im Chat gelöscht: „Es waren zwei Telefone dabei.“',
    ]);
    expect(ada.messages().filter(({ thread }) => thread === receipt!.ts).length).toBeGreaterThan(0);
  });

  it('of somebody else goes to no case', async () => {
    const id = await running.report();
    const [receipt] = running.user('ADA').messages();
    const eva = running.user('EVA');
    await eva.write('Ich auch.', { thread: receipt!.ts });
    await running.settled();
    expect((await running.record(id)).additions).toEqual([]);
    expect(valuesShown(eva.messages().at(-1)).text).toBe('Ich auch.');
  });

  it('the receipt that the bot draws anew is not taken for a change of the reporter', async () => {
    const id = await running.report();
    const ada = running.user('ADA');
    const [receipt] = ada.messages();
    const own = { type: 'message', user: 'U0BOT', bot_id: 'B0BOT', ts: receipt!.ts, thread_ts: receipt!.ts };
    const event = {
      type: 'message',
      subtype: 'message_changed',
      channel_type: 'im',
      channel: ada.direct,
      ts: '1.2',
      message: { ...own, text: 'neu' },
      previous_message: { ...own, text: 'alt' },
    };
    await running.slack.event(event);
    await running.settled();
    expect((await running.record(id)).additions).toEqual([]);
  });
});
