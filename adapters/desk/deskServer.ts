import { createRequire } from 'node:module';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Desk } from './desk.ts';
import type { DeskItem } from './deskStore.ts';
import type { Played } from './example.ts';

/** Everything the page can be told when something did not work; the page has a sentence for each. */
export type DeskFault = 'foreign' | 'badRequest' | 'tooLarge' | 'notFound' | 'failed';

const BODY_LIMIT = '256kb';
const HEARTBEAT_MS = 20_000;

const pageFolder = join(import.meta.dirname, 'page');
const rendererFile = join(
  createRequire(import.meta.url).resolve('adaptivecards/package.json'),
  '..',
  'dist',
  'adaptivecards.min.js',
);

const values = z.record(z.string().max(200), z.string().max(50_000));
const actShape = z.strictObject({
  seat: z.string().min(1).max(200),
  id: z.string().regex(/^[\w-]{8,100}$/),
  language: z.enum(['de', 'en']),
  place: z.enum(['direct', 'channel']),
  content: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text: z.string().max(50_000), files: z.int().min(0).max(1000) }),
    z.strictObject({ type: z.literal('press'), verb: z.string().max(100), data: values, inputs: values }),
  ]),
});
const forwardShape = z.union([
  z.strictObject({ hours: z.int().min(1).max(1000) }),
  z.strictObject({ to: z.literal('nextMessage') }),
]);
const changeShape = z.coerce.number().int().min(0).catch(0);

export type DeskServerWorld = {
  readonly desk: Desk;
  /** Where exports are fetched; each needs a code that only its link's owner has. */
  readonly files?: Router;
  /** Plays a published case through the dialogue. */
  readonly playExample: () => Promise<Played>;
  /** Says that a request failed and how, never what was in it. */
  readonly reportFailure: (kind: string) => void;
};

/** The page and what it asks for. To be bound to 127.0.0.1 only; it turns away every request that another site has sent. */
export function deskServer(world: DeskServerWorld): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  if (world.files !== undefined) app.use(onlyLocalName, world.files);
  app.use(securityHeaders, onlyThisMachine, onlyJson, express.json({ limit: BODY_LIMIT }));
  serveFiles(app);
  serveDesk(app, world);
  app.use((_request, response) => refuse(response, 404, 'notFound'));
  app.use(failure(world));
  return app;
}

function serveFiles(app: Express): void {
  app.use(express.static(pageFolder, { cacheControl: false, redirect: false }));
  app.get('/adaptivecards.js', (_request, response) => response.sendFile(rendererFile, { cacheControl: false }));
}

function serveDesk(app: Express, { desk, playExample }: DeskServerWorld): void {
  app.get('/state', async (_request, response) => {
    response.json(await desk.state());
  });
  app.get('/events', (request, response) =>
    stream(response, changeShape.parse(request.get('last-event-id') ?? request.query.after), desk),
  );
  app.post('/act', async (request, response) => {
    const act = actShape.safeParse(request.body);
    if (!act.success) {
      refuse(response, 400, 'badRequest');
      return;
    }
    const done = await desk.act(act.data);
    if (done === 'noSuchSeat') refuse(response, 404, 'notFound');
    else response.json({ answer: done.item ?? null });
  });
  app.post('/clock', async (request, response) => {
    const forward = forwardShape.safeParse(request.body);
    if (!forward.success) refuse(response, 400, 'badRequest');
    else response.json(await desk.forward('to' in forward.data ? forward.data.to : forward.data));
  });
  app.post('/example', async (_request, response) => {
    response.json({ done: true, played: (await playExample()) === 'played' });
  });
}

/** Sends every change after the one the page knows, then each new one as it comes; the browser asks again by itself. */
function stream(response: Response, after: number, desk: Desk): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
  });
  const send = (event: string, data: unknown, id?: number): void => {
    response.write(`event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
  };
  const sendItem = (item: DeskItem): void => send('item', item, item.change);
  const stopItems = desk.onItem(sendItem);
  const stopTime = desk.onTime((time) => send('time', time));
  response.write('retry: 1000\n\n');
  void desk.time().then((time) => send('time', time));
  for (const item of desk.changedAfter(after)) sendItem(item);
  const heartbeat = setInterval(() => void response.write(': here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stopItems();
    stopTime();
  });
}

const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  });
  next();
};

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/i;

/** A page that sends no referrer names no origin either, so for files the name of the host alone is looked at. */
const onlyLocalName: RequestHandler = (request, response, next) => {
  if (LOCAL_HOST.test(request.get('host') ?? '')) next();
  else refuse(response, 403, 'foreign');
};

/**
 * A name of another host that was made to point here (DNS rebinding), and a request that another site lets the browser
 * send, are both turned away. Any local port is fine, for the desk may be reached through a forwarded one.
 */
const onlyThisMachine: RequestHandler = (request, response, next) => {
  const host = request.get('host') ?? '';
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site') ?? 'none';
  const ours =
    LOCAL_HOST.test(host) && (origin === undefined || origin === `http://${host}`) && ['same-origin', 'none'].includes(site);
  if (ours) next();
  else refuse(response, 403, 'foreign');
};

/** A form on another site can send no JSON without asking first. */
const onlyJson: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || /^application\/json(?:;|$)/i.test(request.get('content-type') ?? '')) next();
  else refuse(response, 415, 'badRequest');
};

const failure =
  ({ reportFailure }: DeskServerWorld): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    const status = statusOf(error);
    if (response.headersSent) {
      next(error);
    } else if (status === 413) {
      refuse(response, 413, 'tooLarge');
    } else if (status >= 400 && status < 500) {
      refuse(response, 400, 'badRequest');
    } else {
      reportFailure(error instanceof Error ? error.name : 'unknown');
      refuse(response, 500, 'failed');
    }
  };

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;

function refuse(response: Response, status: number, error: DeskFault): void {
  response.status(status).json({ error });
}
