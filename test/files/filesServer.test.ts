import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportArchive } from '../../adapters/files/exportArchive.ts';
import { takeExport } from '../../src/dialogue/takeExport.ts';
import { personId } from '../../src/breach/identifiers.ts';
import { CaseUnreadable } from '../../src/register/caseUnreadable.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import { BEN, DORA, EMIL } from '../dialogue/conversation.ts';
import { fetchFile, openedArchive } from '../support/fetchedFile.ts';
import { RunningFiles } from './runningFiles.ts';

let running: RunningFiles;
beforeEach(async () => {
  running = await RunningFiles.open();
});
afterEach(() => running.close());

describe('the page behind a link', () => {
  it('gives out the export of a case with the right code, and the checker finds it whole', async () => {
    const id = await running.talk.report('Der Laptop von Frau Sommer ist weg.');
    const { url, code, scope } = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    expect(scope).toEqual({ caseId: id, number: 'DP-2026-0001' });
    const fetched = await fetchFile(url, code);
    expect(fetched.headers.get('content-disposition')).toMatch(/^attachment; filename="?fristwacht-DP-2026-0001-.*\.zip"?$/u);
    const { names, faults, lines } = openedArchive(fetched.content);
    expect(faults).toEqual([]);
    expect(names.map((name) => name.replace(/\d{4}-\d\d-\d\dT\d+Z/u, '…'))).toEqual([
      'checkExport.mjs',
      'fristwacht-DP-2026-0001-….jsonl',
      'fristwacht-DP-2026-0001-….xlsx',
    ]);
    expect(lines).toContain('Frau Sommer');
  });

  it('takes the code with and without its gap', async () => {
    const id = await running.talk.report();
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    expect((await fetchFile(url, code.replace(' ', ''))).status).toBe(200);
  });

  it('is used up by nobody who only looks: no preview, no HEAD, no opening of the page', async () => {
    const id = await running.talk.report();
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS']) await fetch(url, { method });
    expect((await fetchFile(url, code)).status).toBe(200);
  });

  it('is kept by nobody, and tells no other page of itself', async () => {
    const id = await running.talk.report();
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    const page = await fetch(url);
    const said = await page.text();
    const file = await fetchFile(url, code);
    for (const headers of [page.headers, file.headers]) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(said).toContain('inputmode="numeric"');
    expect(said).not.toMatch(/DP-|Laptop/u);
    expect(url).not.toMatch(/DP-|case/u);
  });

  it('works once', async () => {
    const id = await running.talk.report();
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    const both = await Promise.all([fetchFile(url, code), fetchFile(url, code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    expect((await fetchFile(url, code)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });

  it('says how many guesses are left, and is gone after the fifth', async () => {
    const id = await running.talk.report();
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    const wrong = code === '0000 0000' ? '1111 1111' : '0000 0000';
    const said = [];
    for (let guess = 0; guess < 5; guess += 1) said.push(await fetchFile(url, wrong));
    expect(said.map(({ status }) => status)).toEqual([403, 403, 403, 403, 404]);
    expect(said[3]?.text).toContain('noch einen Versuch');
    expect((await fetchFile(url, code)).status).toBe(404);
  });

  it('is gone after ten minutes', async () => {
    const id = await running.talk.report();
    const { url, code, until } = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    expect(until).toBe('2026-11-23T16:50:00.000Z');
    running.talk.pass(10 / 60);
    expect((await fetchFile(url, code)).status).toBe(404);
  });

  it('answers what is no link of ours without a look into the register', async () => {
    running.register = { ...running.talk.register, note: () => Promise.reject(new RegisterUnavailable('gone')) };
    const { url } = await running.offered(running.talk.press(DORA, 'export', {}));
    const base = url.slice(0, url.lastIndexOf('/'));
    for (const path of ['', '/', '/x', '/../etc', `/${'a'.repeat(42)}`, `/${'ä'.repeat(43)}`])
      expect((await fetch(`${base}${path}`)).status).toBe(404);
    expect((await fetch(url)).status).toBe(503);
  });

  it('speaks English with whoever does', async () => {
    const { url } = await running.offered(
      running.talk
        .send(DORA, { type: 'press', verb: 'export', data: {}, inputs: {} }, { language: 'en' })
        .then(({ prompts }) => prompts),
    );
    expect(await (await fetch(url)).text()).toContain('Enter the code');
    const gone = await fetch(`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`, { headers: { 'accept-language': 'en' } });
    expect(await gone.text()).toContain('does not work');
  });

  it('says so while the register does not answer, and reports the kind of failure alone', async () => {
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', {}));
    running.register = { ...running.talk.register, openedEntries: () => Promise.reject(new RegisterUnavailable('secret')) };
    const fetched = await fetchFile(url, code);
    expect(fetched.status).toBe(503);
    expect(fetched.text).toContain('Das Register antwortet gerade nicht');
    expect(running.failures).toEqual(['RegisterUnavailable']);
  });
});

describe('what goes out', () => {
  it('is what was reported on the days that were asked for, the last one included', async () => {
    await running.talk.report('Im November.');
    running.talk.pass(24 * 14);
    await running.talk.report('Im Dezember.');
    const november = { from: '2026-11-01', until: '2026-11-23' };
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', november));
    const { lines, faults } = openedArchive((await fetchFile(url, code)).content);
    expect(faults).toEqual([]);
    expect([lines.includes('Im November.'), lines.includes('Im Dezember.')]).toEqual([true, false]);
    expect(lines).toContain('"scope":{"from":"2026-11-01","to":"2026-11-23"}');
  });

  it('is never a case from which the person is excluded', async () => {
    await running.talk.report('Offen für alle.');
    const hidden = await running.talk.report('Über Dora selbst.', '', BEN);
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', {}));
    await running.talk.submit(EMIL, 'exclude', hidden, { person: 'dora', reasons: 'Befangen.' });
    const { lines, faults } = openedArchive((await fetchFile(url, code)).content);
    expect(faults).toEqual([]);
    expect([lines.includes('Offen für alle.'), lines.includes('Über Dora selbst.')]).toEqual([true, false]);
    expect(lines).not.toContain(hidden);
  });

  it('names a case that cannot be read and shows nothing of it, for nobody can say who is kept out of it', async () => {
    const broken = await running.talk.report('Nicht zu lesen.');
    await running.talk.report('Zu lesen.', '', BEN);
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', {}));
    const { register } = running.talk;
    running.register = {
      ...register,
      read: async (id) => {
        if (id === broken) throw new CaseUnreadable(broken);
        return register.read(id);
      },
    };
    const { lines, faults } = openedArchive((await fetchFile(url, code)).content);
    expect(faults).toEqual([]);
    expect([lines.includes('Zu lesen.'), lines.includes('Nicht zu lesen.')]).toEqual([true, false]);
    expect(lines).toContain('"unreadable":["DP-2026-0001"]');
  });

  it('is nothing for somebody who lost the role in the meantime, or was excluded', async () => {
    const id = await running.talk.report();
    const first = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    const second = await running.offered(running.talk.press(DORA, 'export', {}));
    await running.talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Befangen.' });
    expect((await fetchFile(first.url, first.code)).status).toBe(403);
    running.talk.organisation = { ...running.talk.organisation, persons: [] };
    expect((await fetchFile(second.url, second.code)).status).toBe(403);
    expect((await running.talk.looked(id)).at(-1)).toBe('dora exportTaken case=DP-2026-0001 no');
  });

  it('is recorded as a look at every case in it, before it goes out', async () => {
    const [one, other] = [await running.talk.report('Eins.'), await running.talk.report('Zwei.', '', BEN)];
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', { until: '2026-12-31' }));
    expect(await running.talk.looked(one)).toEqual([]);
    await fetchFile(url, code);
    for (const id of [one, other]) expect(await running.talk.looked(id)).toEqual(['dora exportTaken to=2026-12-31 yes']);
  });

  it('does not go out where it cannot be recorded', async () => {
    await running.talk.report('Geheim.');
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', {}));
    running.register = { ...running.talk.register, recordLook: () => Promise.reject(new RegisterUnavailable('no')) };
    const fetched = await fetchFile(url, code);
    expect([fetched.status, fetched.text.includes('Geheim')]).toEqual([503, false]);
  });

  it('never lies on a disk', async () => {
    const id = await running.talk.report();
    const before = readdirSync(tmpdir()).filter((name) => name.includes('DP-2026'));
    const here = readdirSync('.');
    const { url, code } = await running.offered(running.talk.press(DORA, 'export', { case: id }));
    await fetchFile(url, code);
    expect(readdirSync(tmpdir()).filter((name) => name.includes('DP-2026'))).toEqual(before);
    expect(readdirSync('.')).toEqual(here);
  });

  it('is not more than fits into memory', async () => {
    const id = await running.talk.report();
    const wanted = { of: 'case', caseId: id, number: (await running.talk.record(id)).number } as const;
    const taken = await takeExport({ wanted, person: personId('dora') }, running.talk.world);
    if (taken === 'refused') throw new Error('The officer may.');
    const style = { language: 'de', zone: 'Europe/Berlin' } as const;
    expect(await exportArchive(running.talk.register, taken, style, 1000)).toBe('tooLarge');
    expect(await exportArchive(running.talk.register, taken, style)).not.toBe('tooLarge');
  });
});
