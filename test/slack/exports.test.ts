import { afterEach, describe, expect, it } from 'vitest';
import { readCarried } from '../../cards/slack/slackActions.ts';
import { buttonsIn, linksIn, textShown } from '../cards/slack/shownBySlack.ts';
import { fetchFile, openedArchive } from '../support/fetchedFile.ts';
import { OFFICE, RunningSlack, SCOPES, type Wanted } from './runningSlack.ts';

let running: RunningSlack;
afterEach(async () => {
  expect(running.slack.findings).toEqual([]);
  expect(running.failures).toEqual([]);
  await running.close();
});

const open = async (wanted: Wanted = {}): Promise<RunningSlack> => (running = await RunningSlack.open(wanted));
const SECRET = 'Der Laptop von Frau Sommer ist weg.';
const dora = () => running.user('DORA');

async function command(text: string, who = 'DORA'): Promise<void> {
  await running.user(who).command('/datenpanne', text);
  await running.settled();
}

const messages = (): string => JSON.stringify(running.slack.workspace.messages);
const shown = (): { readonly link: string; readonly code: string } => {
  const { view } = dora().window!;
  const [link = ''] = linksIn(view);
  return { link, code: /\d{4} \d{4}/u.exec(textShown(view).replaceAll(link, ''))?.[0] ?? '' };
};

describe.each(['http', 'socket'] as const)('an export over %s', (transport) => {
  it('link and code stand in a window alone, and bring the file', async () => {
    await open({ transport });
    await running.report('ADA', SECRET);
    await command('export DP-2026-0001');
    const { link, code } = shown();
    const { faults, lines } = openedArchive((await fetchFile(link, code)).content);
    expect([faults, lines.includes('Frau Sommer')]).toEqual([[], true]);
    expect(messages()).not.toMatch(/\/files\/|Sommer/u);
    expect(messages()).not.toContain(code);
    expect(running.slack.workspace.files).toEqual([]);
  });
});

describe('where link and code must not be kept', () => {
  it('what is written in the conversation is answered with a button that opens a new link in a window', async () => {
    await open();
    await running.report('ADA', SECRET);
    await dora().write('export DP-2026-0001');
    await running.settled();
    const message = dora().messages().at(-1)!;
    expect(textShown(message.blocks)).toContain('Export: DP-2026-0001');
    expect(messages()).not.toMatch(/\/files\//u);
    await dora().press({ message }, buttonsIn(message.blocks)[0]!);
    await running.settled();
    const { link, code } = shown();
    expect((await fetchFile(link, code)).status).toBe(200);
  });

  it('the home of the app offers it to the office, and opens the form in a window', async () => {
    await open();
    await running.report('ADA', SECRET);
    await dora().openHome();
    await running.settled();
    const home = running.slack.workspace.homes.get('DORA')!;
    const button = buttonsIn(home.view).find(({ value }) => readCarried(String(value))?.data.form === 'export')!;
    await dora().press({ home }, button);
    await running.settled();
    dora().fill({ window: dora().window! }, { openedFrom: '01.11.2026' });
    await dora().submit();
    await running.settled();
    expect((await fetchFile(shown().link, shown().code)).status).toBe(200);
  });
});

describe('where the operator wants files in the channel', () => {
  const wanted = { setting: { exportsTo: 'channel' }, scopes: [...SCOPES, 'files:write'] } as const;

  it('the export lies there, and whoever asked is told', async () => {
    await open(wanted);
    await running.report('ADA', SECRET);
    await command('export DP-2026-0001');
    const [file] = running.slack.workspace.files;
    expect(file).toMatchObject({ channel: OFFICE, name: expect.stringMatching(/^fristwacht-DP-2026-0001-.*\.zip$/u) as string });
    expect(openedArchive(file!.content).faults).toEqual([]);
    expect(textShown(dora().messages())).toContain('liegt jetzt im Kanal');
    expect(messages()).not.toContain('Sommer');
  });

  it('a case from which somebody is excluded never gets there', async () => {
    await open(wanted);
    await running.report('ADA', SECRET);
    await running.report('ADA', 'Etwas anderes.');
    const id = await running.byNumber('DP-2026-0001');
    await command('fall DP-2026-0001', 'EMIL');
    const emil = running.user('EMIL');
    const button = buttonsIn(emil.window!.view).find(({ value }) => readCarried(String(value))?.data.form === 'exclude')!;
    await emil.press({ window: emil.window! }, button);
    await running.settled();
    emil.fill({ window: emil.window! }, { person: 'mara', reasons: 'Befangen.' });
    await emil.submit();
    expect((await running.record(id)).excluded).toEqual(['mara']);
    await command('export DP-2026-0001');
    expect(running.slack.workspace.files).toEqual([]);
    expect(textShown(dora().messages())).toContain('Die Datei kam nicht in den Kanal');
    await command('export ab:01.11.2026');
    const { lines } = openedArchive(running.slack.workspace.files[0]!.content);
    expect([lines.includes('Etwas anderes.'), lines.includes('Sommer')]).toEqual([true, false]);
  });

  it('nothing is uploaded to a channel that was made public, or is shared', async () => {
    await open(wanted);
    await running.report('ADA', SECRET);
    running.slack.workspace.conversations.get(OFFICE)!.shared = true;
    await running.bot.close();
    await running.startBot();
    await command('export DP-2026-0001');
    expect(running.slack.callsOf('files.getUploadURLExternal')).toEqual([]);
    expect(running.slack.workspace.files).toEqual([]);
  });

  it('without the permission, or where Slack takes no files, it is said', async () => {
    await open({ setting: { exportsTo: 'channel' } });
    await running.report('ADA', SECRET);
    await command('export DP-2026-0001');
    expect(textShown(dora().messages())).toContain('Die Datei kam nicht in den Kanal');
    expect(running.reports).toContainEqual({ what: 'callFailed', method: 'files.getUploadURLExternal', code: 'missing_scope' });
  });

  it('no file goes to an address that is not Slack’s', async () => {
    await open(wanted);
    await running.report('ADA', SECRET);
    running.slack.workspace.uploadUrl = 'https://files.slack.com.boese.example/upload/';
    await command('export DP-2026-0001');
    expect(running.reports).toContainEqual({ what: 'callFailed', method: 'upload', code: 'address' });
  });
});
