import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DRILL_MARK } from '../../adapters/desk/drillMark.ts';
import { projectRoot } from '../support/arrows.ts';
import { type RunningDesk, startDesk, tryToStart } from './runningDesk.ts';

type Reply = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string };
type Asking = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/** Sends exactly these headers; `fetch` would not let a test claim another host. */
function ask(address: string, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const sent = request(new URL(path, address), { method, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }),
    );
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

const json = { 'content-type': 'application/json' };
const press = (id: string, verb: string, data = {}, inputs = {}): string =>
  JSON.stringify({ seat: 'employee', id, language: 'de', place: 'direct', content: { type: 'press', verb, data, inputs } });

describe('the server of the desk', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.dispose());
  const numbers = async (): Promise<string[]> => {
    const { body } = await ask(desk.address(), '/state');
    return [...new Set(body.match(/Ü-\d{4}-\d{4}/g) ?? [])].toSorted();
  };

  it('says where it is, what it is and where its data lie', () => {
    expect(desk.output()).toContain(`Fristwacht ist bereit: ${desk.address()}`);
    expect(desk.output()).toContain('Nur zum Ausprobieren und für Übungen');
    expect(desk.output()).toContain(`Das Register liegt in ${join(desk.folder, 'data')}.`);
    expect(readFileSync(join(desk.folder, 'data', DRILL_MARK), 'utf8')).toContain('Übungsregister');
  });

  it('listens on this machine alone', async () => {
    const port = Number(new URL(desk.address()).port);
    const refused = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.2', () => resolve('connected'));
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    });
    expect(refused).toBe('ECONNREFUSED');
  });

  it('lets no script in but its own, and no other site frame it', async () => {
    const { status, headers, body } = await ask(desk.address(), '/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(body).not.toMatch(/<script>|onclick=|style="/);
  });

  it.each([
    ['another host name, as DNS rebinding brings it', { host: 'evil.example' }],
    ['another host name on our port', { host: 'evil.example:7272' }],
    ['a name that only begins like ours', { host: '127.0.0.1.evil.example' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another program on this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a page without an origin', { origin: 'null' }],
    ['a link on another site', { 'sec-fetch-site': 'cross-site' }],
  ])('turns away %s', async (_, headers) => {
    const before = await numbers();
    const reading = await ask(desk.address(), '/state', { headers });
    expect({ status: reading.status, body: reading.body }).toEqual({ status: 403, body: '{"error":"foreign"}' });
    const acting = await ask(desk.address(), '/act', {
      method: 'POST',
      headers: { ...json, ...headers },
      body: press('foreign-press', 'report', {}, { text: 'x' }),
    });
    expect(acting.status).toBe(403);
    expect(await numbers()).toEqual(before);
  });

  it.each([
    ['a form of another site', { 'content-type': 'application/x-www-form-urlencoded' }, 'seat=employee', 415],
    ['text that only looks like JSON', { 'content-type': 'text/plain' }, press('plain-text-1', 'home'), 415],
    ['broken JSON', json, '{', 400],
    ['a press without an id', json, press('', 'home'), 400],
    ['a field nobody asked for', json, JSON.stringify({ ...JSON.parse(press('extra-field-1', 'home')), role: 'dpo' }), 400],
    ['a seat that nobody has', json, press('no-such-seat', 'home').replace('"employee"', '"boss"'), 404],
    ['more than anybody types', json, press('much-too-long', 'report', {}, { text: 'x'.repeat(300_000) }), 413],
  ])('refuses %s and says nothing of its inside', async (_, headers, body, status) => {
    const reply = await ask(desk.address(), '/act', { method: 'POST', headers, body });
    expect(reply.status).toBe(status);
    expect(reply.body).toMatch(/^\{"error":"\w+"\}$/);
  });

  it('answers 404 where there is nothing', async () => {
    expect((await ask(desk.address(), '/../package.json')).status).toBe(404);
  });

  it('records a press once, however often it is sent', async () => {
    const send = () =>
      ask(desk.address(), '/act', {
        method: 'POST',
        headers: json,
        body: press('the-same-press', 'report', {}, { text: 'Ein Brief ging an die falsche Adresse.' }),
      });
    const before = await numbers();
    const replies = await Promise.all([send(), send(), send()]);
    replies.push(await send());
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await numbers()).length).toBe(before.length + 1);
  });

  it('shows what somebody wrote once, however often it arrives', async () => {
    const body = JSON.stringify({
      seat: 'employee',
      id: 'the-same-words',
      language: 'de',
      place: 'direct',
      content: { type: 'text', text: 'Hallo zusammen', files: 0 },
    });
    await ask(desk.address(), '/act', { method: 'POST', headers: json, body });
    await ask(desk.address(), '/act', { method: 'POST', headers: json, body });
    const { items } = JSON.parse((await ask(desk.address(), '/state')).body);
    const own = items.filter(
      ({ content }: { content: { type: string; text?: string } }) => content.type === 'own' && content.text === 'Hallo zusammen',
    );
    expect(own).toHaveLength(1);
  });

  it('tells a page that was away what it missed, and nothing it has seen', async () => {
    const { items } = JSON.parse((await ask(desk.address(), '/state')).body);
    const last = Math.max(...items.map(({ change }: { change: number }) => change));
    const events = await firstEvents(desk.address(), last - 1);
    expect(events.match(/^id: \d+$/gm)).toEqual([`id: ${last}`]);
  });

  it('writes nothing of what was reported to the terminal', () => {
    expect(desk.output()).not.toMatch(/falsche Adresse|Hallo zusammen/);
  });

  it('ends cleanly when it is asked to, with a page still listening', async () => {
    const own = await startDesk();
    const listening = firstEvents(own.address(), 0);
    await listening;
    expect(await own.terminate()).toBe(0);
    expect(own.output()).toContain('Fristwacht ist beendet. Alles Eingetragene ist gespeichert.');
    await own.dispose();
  });
});

/** What the stream of events says in its first moments. */
async function firstEvents(address: string, after: number): Promise<string> {
  const leaving = new AbortController();
  const response = await fetch(new URL(`/events?after=${after}`, address), { signal: leaving.signal });
  let said = '';
  const enough = setTimeout(() => leaving.abort(), 400);
  try {
    for await (const chunk of response.body!) said += Buffer.from(chunk).toString('utf8');
  } catch {
    // The stream has no end of its own.
  }
  clearTimeout(enough);
  return said;
}

describe('the start of the desk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const data = (): string => join(folder, 'data');

  it('says kindly when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as { port: number };
    const { code, output } = await tryToStart(folder, { env: { PORT: String(port) } });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Auf Port ${port} läuft schon etwas`);
    expect(output).not.toMatch(/EADDRINUSE|\n\s+at /);
  });

  it.each(['SLACK_API_URL'])('opens no desk beside a chat platform (%s)', async (name) => {
    const { code, output } = await tryToStart(folder, { env: { [name]: 'something-secret' } });
    expect(code).toBe(1);
    expect(output).toContain(name);
    expect(output).toContain('Sie möchten Fristwacht mit einem Chat verbinden. Das genügt dafür nicht.');
    expect(output).not.toContain('something-secret');
  });

  it('opens no desk where Teams is meant, and names what Teams needs first', async () => {
    const { code, output } = await tryToStart(folder, { env: { TEAMS_APP_ID: 'something-secret' } });
    expect(code).toBe(1);
    expect(output).toContain('Für Teams wird sie gebraucht');
    expect(output).not.toContain('something-secret');
  });

  it('lets no chat platform near a drill register', async () => {
    mkdirSync(data());
    writeFileSync(join(data(), DRILL_MARK), '');
    const { code, output } = await tryToStart(folder, { env: { SLACK_BOT_TOKEN: 'x' } });
    expect(code).toBe(1);
    expect(output).toContain('enthält ein Übungsregister. Es lässt sich mit keinem Chat verbinden');
  });

  it('opens no desk on a register that is not marked as a drill', async () => {
    mkdirSync(data());
    writeFileSync(join(data(), 'register.sqlite'), '');
    const { code, output } = await tryToStart(folder);
    expect(code).toBe(1);
    expect(output).toContain('nicht als Übung gekennzeichnet');
  });

  it('names every fault of the configuration', async () => {
    writeFileSync(join(folder, 'fristwacht.yaml'), 'organisation:\n  name: Beispiel GmbH\n  country: Germany\n');
    const { code, output } = await tryToStart(folder);
    expect(code).toBe(2);
    expect(output).toContain('organisation.country („Germany“)');
    expect(output).toContain('contactPoint');
  });

  it.each([
    [{ env: { PORT: 'eighty' } }, 'PORT ist „eighty“'],
    [{ args: ['--exmaple'] }, 'Die Angabe „--exmaple“ kenne ich nicht'],
    [{ env: { FRISTWACHT_CONFIG: 'nirgends.yaml' } }, 'nirgends.yaml lässt sich nicht lesen'],
  ])('says what is wrong with %j', async (setting, sentence) => {
    const { code, output } = await tryToStart(folder, setting);
    expect(code).toBeGreaterThan(0);
    expect(output).toContain(sentence);
  });

  it('plays the example through the real dialogue and ends in an assessment', async () => {
    const desk = await startDesk({ args: ['--example'] });
    const { items } = JSON.parse((await ask(desk.address(), '/state')).body);
    const answers = items.filter(({ id }: { id: string }) => id === 'answer:dpo');
    expect(answers[0].content.drawings.de.plain).toMatch(/Einschätzung[^]*hohes Risiko[^]*geschuldet/);
    await desk.dispose();
  });

  it('started again with the example says that it is there already, changes nothing and goes on', async () => {
    const desk = await startDesk({ args: ['--example'] });
    const shown = async () => JSON.parse((await ask(desk.address(), '/state')).body).items.length as number;
    const numbers = async () => new Set((await ask(desk.address(), '/state')).body.match(/Ü-\d{4}-\d{4}/g)).size;
    const [items, cases] = [await shown(), await numbers()];
    expect(await desk.terminate()).toBe(0);
    await desk.restart();
    await expect.poll(() => desk.output()).toContain('Das Beispiel ist schon da; ich habe nichts daran geändert.');
    expect([await shown(), await numbers()]).toEqual([items, cases]);
    const pressed = await ask(desk.address(), '/example', { method: 'POST', headers: json, body: '{}' });
    expect(JSON.parse(pressed.body)).toEqual({ done: true, played: false });
    expect(await desk.terminate()).toBe(0);
    expect(desk.output()).not.toMatch(/Error|fehlgeschlagen|not taken/);
    await desk.dispose();
  });

  it('takes the same report, typed by hand a moment ago, for the example too', async () => {
    const desk = await startDesk();
    const act = (id: string, verb: string, inputs = {}) =>
      ask(desk.address(), '/act', { method: 'POST', headers: json, body: press(id, verb, {}, inputs) });
    const source = readFileSync(join(projectRoot, 'adapters/desk/example.ts'), 'utf8');
    const text = /de: '(?<text>[^']+)'/.exec(source)?.groups?.text;
    // Noticed before the example would be: a later moment says nothing new.
    const noticed = new Date(Date.now() - 3 * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
    const inputs = { text, noticedAt: noticed.slice(0, 16).replace(' ', 'T') };
    expect((await act('by-hand-1', 'report', inputs)).status).toBe(200);
    const pressed = await ask(desk.address(), '/example', { method: 'POST', headers: json, body: '{}' });
    expect(JSON.parse(pressed.body)).toEqual({ done: true, played: false });
    await desk.dispose();
  });

  it('keeps nothing of what was typed and answered once a text or a case was erased', async () => {
    const desk = await startDesk();
    const act = async (seat: string, id: string, content: object): Promise<string> => {
      const body = JSON.stringify({ seat, id, language: 'de', place: 'direct', content });
      return (await ask(desk.address(), '/act', { method: 'POST', headers: json, body })).body;
    };
    const pressed = (verb: string, data = {}, inputs = {}) => ({ type: 'press', verb, data, inputs });
    const onDisk = (): string =>
      readdirSync(join(desk.folder, 'data'))
        .filter((name) => name.startsWith('desk.sqlite'))
        .map((name) => readFileSync(join(desk.folder, 'data', name), 'latin1'))
        .join('\n');
    const secret = 'Frau Geheimnis hat die Liste';
    await act('employee', 'act-00001', { type: 'text', text: secret, files: 0 });
    const reported = await act('employee', 'act-00002', pressed('report', {}, { text: secret, noticedAt: '' }));
    const [, id = ''] = /"case":"([^"]+)"/.exec(reported) ?? [];
    await act('dpo', 'act-00003', pressed('openCase', { case: id }));
    await act('dpo', 'act-00004', pressed('openForm', { case: id, form: 'eraseText' }));
    expect(onDisk().includes('Geheimnis')).toBe(true);
    const inputs = { erasable: '1 0/text', reasons: 'Name' };
    expect(await act('dpo', 'act-00005', pressed('submitForm', { case: id, form: 'eraseText' }, inputs))).toContain(
      'Text gelöscht',
    );
    expect((await ask(desk.address(), '/state')).body).not.toContain('Geheimnis');
    expect(onDisk().includes('Geheimnis')).toBe(false);
    // Nobody is left before an empty page, and what was just answered stays.
    const answered = async () =>
      (JSON.parse((await ask(desk.address(), '/state')).body).items as { id: string; content: { type: string } }[])
        .filter(({ content }) => content.type === 'answer')
        .map((item) => item.id);
    await expect.poll(answered).toEqual(expect.arrayContaining(['answer:employee', 'answer:dpo']));
    expect((await ask(desk.address(), '/state')).body).toContain('Text gelöscht');
    await desk.dispose();
  });
});
