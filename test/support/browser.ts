import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Without these Chromium looks up its maker's hosts at every start, which a closed network refuses one by one. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of the browser on this machine: `CHROMIUM` if set, else one of the usual places, else undefined. */
function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  const places = named === undefined || named === '' ? usualPlaces : [named];
  return places.find((place) => existsSync(place));
}

/** Starts Chromium without a window. Root needs to forgo its sandbox; the pages opened here are our own. */
function launchChromium(executablePath: string): Promise<Browser> {
  const chromiumSandbox = process.getuid?.() !== 0;
  return chromium.launch({ executablePath, chromiumSandbox, headless: true, args: quiet });
}

/**
 * Tests that need a real browser. `body` gets a function that gives the one browser of these tests, once they run; it is closed after them.
 * Where there is no Chromium they are skipped and say so, except under `CI=true`, where that is a failure.
 */
export function describeWithBrowser(name: string, body: (browser: () => Browser) => void): void {
  const executablePath = findChromium();
  if (executablePath !== undefined) describe(name, () => withBrowser(executablePath, body));
  else if (process.env.CI === 'true') failForWantOfChromium(name);
  else describe.skip(`${name} (skipped: no Chromium)`, () => body(noBrowser));
}

function withBrowser(executablePath: string, body: (browser: () => Browser) => void): void {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium(executablePath);
  });
  afterAll(async () => {
    await browser?.close();
  });
  body(() => browser ?? noBrowser());
}

function failForWantOfChromium(name: string): void {
  it(`${name}: finds Chromium, which CI has to bring`, () => {
    expect.unreachable(`no Chromium: looked at CHROMIUM and ${usualPlaces.join(', ')}`);
  });
}

function noBrowser(): never {
  throw new Error('The browser is there only while the tests run: ask for it inside of a test.');
}
