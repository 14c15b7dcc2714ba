import { randomBytes } from 'node:crypto';
import express, { type RequestHandler, type Response, Router } from 'express';
import type { DialogueWorld } from '../../src/dialogue/turn.ts';
import type { Lang } from '../../src/law/sources.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import { archiveOf } from './archiveOf.ts';
import { FILES_PATH } from './exportsByLink.ts';
import { type FilesWords, filesWords } from './filesWords.ts';
import type { Offered, Offers } from './offers.ts';

export type FilesWorld = Pick<DialogueWorld, 'register' | 'clock' | 'letOthersGo'> & {
  readonly offers: Offers;
  /** The organisation as it stands for this person now: what they may do may have changed since they asked. */
  readonly organisationFor: (person: Offered['person']) => Promise<DialogueWorld['organisation']>;
  /** Says that a request failed and how, never what was in it. */
  readonly reportFailure: (kind: string) => void;
};

const BODY_LIMIT = '1kb';
/** What no link of ours can look like costs no look into the register. */
const TOKEN = /^[\w-]{43}$/;

/**
 * The page behind a link: asks for the code, and with the right one gives out the export, once. Whoever looks at it uses nothing up. The
 * link alone is worth nothing, nor is the code; both together are for one person, who is asked anew whether they may.
 */
export function filesServer(world: FilesWorld): Router {
  const files = Router();
  files.use(FILES_PATH, headers);
  files.param('token', (_request, _response, next, token: string) => next(TOKEN.test(token) ? undefined : 'route'));
  files.get(`${FILES_PATH}/:token`, async (request, response) => {
    const found = await world.offers.find(request.params.token).catch(() => 'unavailable' as const);
    if (found === 'unavailable') say(response, 503, languageOf(request.acceptsLanguages('de', 'en')), 'unavailable');
    else if (found === undefined) say(response, 404, languageOf(request.acceptsLanguages('de', 'en')), 'gone');
    else ask(response, 200, found.language);
  });
  files.post(
    `${FILES_PATH}/:token`,
    express.urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: 4 }),
    async (request, response) => {
      const { code } = (request.body ?? {}) as { readonly code?: unknown };
      const language = languageOf(request.acceptsLanguages('de', 'en'));
      await give(world, request.params.token, typeof code === 'string' ? code : '', language, response);
    },
  );
  files.use(FILES_PATH, (request, response) => say(response, 404, languageOf(request.acceptsLanguages('de', 'en')), 'gone'));
  return files;
}

async function give(world: FilesWorld, token: string, code: string, language: Lang, response: Response): Promise<void> {
  try {
    const found = await world.offers.find(token);
    const redeemed = await world.offers.redeem(token, code);
    if (redeemed === 'gone') say(response, 404, found?.language ?? language, 'gone');
    else if ('wrong' in redeemed) ask(response, 403, found?.language ?? language, redeemed.wrong);
    else await send(world, redeemed.offered, response);
  } catch (error) {
    world.reportFailure(error instanceof Error ? error.name : 'unknown');
    if (!(error instanceof RegisterUnavailable)) say(response, 500, language, 'unavailable');
    else say(response, 503, language, 'unavailable');
  }
}

async function send(world: FilesWorld, { person, wanted, language }: Offered, response: Response): Promise<void> {
  const organisation = await world.organisationFor(person);
  const archive = await archiveOf({ wanted, person }, { ...world, organisation }, language);
  if (archive === 'refused') say(response, 403, language, 'refused');
  else if (archive === 'tooLarge') say(response, 413, language, 'tooLarge');
  else response.attachment(archive.name).type('application/zip').send(archive.content);
}

// ---------------------------------------------------------------- the page

const languageOf = (accepted: string | false): Lang => (accepted === 'en' ? 'en' : 'de');

/** Kept by nobody, shown in no frame, and no other page hears of the address. */
const headers: RequestHandler = (_request, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  next();
};

/** `wrong`: so many guesses are left after a wrong one. */
function ask(response: Response, status: number, language: Lang, wrong?: number): void {
  const words = filesWords[language];
  const said = wrong === undefined ? '' : `<p role="alert"><strong>${words.wrong(wrong)}</strong></p>`;
  const field = `<label for="code">${words.code}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required autofocus>`;
  page(
    response,
    status,
    language,
    `<p>${words.intro}</p>${said}<form method="post">${field}<button>${words.submit}</button></form>`,
  );
}

const say = (
  response: Response,
  status: number,
  language: Lang,
  what: Extract<keyof FilesWords, 'gone' | 'refused' | 'tooLarge' | 'unavailable'>,
): void => page(response, status, language, `<p>${filesWords[language][what]}</p>`);

const STYLE = `body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
form{display:grid;gap:.6rem;max-width:18rem}input{font:inherit;letter-spacing:.15em;padding:.5rem}button{font:inherit;padding:.6rem;cursor:pointer}
@media(prefers-color-scheme:dark){body{color:#f2f2f2;background:#1b1b1b}}`;

function page(response: Response, status: number, language: Lang, body: string): void {
  const nonce = randomBytes(16).toString('base64');
  response.set(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  const { title } = filesWords[language];
  response
    .status(status)
    .type('html')
    .send(`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${title}</h1>${body}</main></body></html>
`);
}
