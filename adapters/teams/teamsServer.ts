import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Activity } from './activity.ts';
import type { Authenticate, Because } from './authenticate.ts';

/** Under which path Teams sends; the registration of the bot names it. */
export const MESSAGES_PATH = '/api/messages';

/** What goes back for one activity; a body only where Teams asked something and waits for the answer. */
export type ActivityAnswer = { readonly status: number; readonly body?: unknown };

export type TeamsServerWorld = {
  readonly authenticate: Authenticate;
  readonly onActivity: (activity: Activity) => Promise<ActivityAnswer>;
  /** What browsers are served beside it. */
  readonly files?: Router;
  /** Hears that somebody was turned away, and why; nothing of what they sent. */
  readonly onRefused?: (status: number, because: Because) => void;
  /** Says that a request failed and how, never what was in it. */
  readonly reportFailure: (kind: string) => void;
};

const BODY_LIMIT = '512kb';

/** The one address that Teams sends to. To be reached by HTTPS through whatever stands in front of it. */
export function teamsServer({ authenticate, onActivity, onRefused, reportFailure, files }: TeamsServerWorld): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.post(MESSAGES_PATH, express.json({ limit: BODY_LIMIT, type: () => true }), async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const checked = await authenticate(request.get('authorization'), request.body);
    if (!checked.authentic) {
      onRefused?.(checked.status, checked.because);
      response.status(checked.status).end();
      return;
    }
    const { status, body } = await onActivity(checked.activity);
    if (body === undefined) response.status(status).end();
    else response.status(status).json(body);
  });
  if (files !== undefined) app.use(files);
  app.get('/health', (_request, response) => void response.status(200).end());
  app.use((_request, response) => void response.status(404).end());
  app.use(failure(reportFailure));
  return app;
}

const failure =
  (reportFailure: TeamsServerWorld['reportFailure']): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    const status = statusOf(error);
    if (response.headersSent) next(error);
    else if (status >= 400 && status < 500) response.status(status === 413 ? 413 : 400).end();
    else {
      reportFailure(error instanceof Error ? error.name : 'unknown');
      response.status(500).end();
    }
  };

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;
