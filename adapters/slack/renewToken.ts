import { RegisterUnavailable } from '../../src/ports.ts';
import type { KeptToken } from './keptToken.ts';
import type { CallResult, SlackCalls } from './slackCalls.ts';
import type { RotationSetting, SlackReport } from './slackSetting.ts';
import { type TokenShelf, USUAL_LIFE_MS } from './tokenShelf.ts';

export type RenewalWorld = {
  readonly setting: RotationSetting;
  readonly shelf: TokenShelf;
  /** A client without a token. */
  readonly calls: SlackCalls;
  /** Milliseconds by the machine's clock: what is kept must be understood after a restart. */
  readonly now: () => number;
  readonly report: (report: SlackReport) => void;
};

/** Longer than a call may take; whoever did not come back by then is taken for dead. */
const TAKEN_MS = 30_000;
/** After a failure that another try would only repeat at once. */
const PAUSE_MS = 60_000;
/** Slack's answers that mean this refresh token will never work again. */
const SPENT = ['invalid_refresh_token', 'invalid_grant', 'token_revoked', 'token_expired'];

/**
 * Gets the successor of the token, unless another instance is at it or it is not due. Whoever does says so in the notes first. The refresh token
 * that is used is itself the fence: its successor is stored only in the place of exactly that one, whoever got it and however late.
 * May throw RegisterUnavailable; then nothing was asked of Slack.
 */
export async function renewToken(world: RenewalWorld, refused: string | undefined): Promise<void> {
  const { setting, shelf, calls, now, report } = world;
  await shelf.storeHeld();
  const spent = await claim(world, refused);
  if (spent === undefined) return;
  const asked = await calls('oauth.v2.access', {
    client_id: setting.clientId,
    client_secret: setting.clientSecret,
    grant_type: 'refresh_token',
    refresh_token: spent,
  });
  const successor = successorIn(asked, now());
  if (successor === undefined) return failed(world, spent, asked);
  try {
    await shelf.store(spent, successor);
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    report({ what: 'tokenNotStored' });
  }
}

/** The refresh token that is ours to use. Undefined where another uses it, or did, or where nothing is to be done any more. */
async function claim({ shelf, now }: RenewalWorld, refused: string | undefined): Promise<string | undefined> {
  let spent: string | undefined;
  await shelf.change((before) => {
    spent = undefined;
    const isNeeded = before.access === refused || now() >= before.renewAt;
    // A wait longer than any that is ever given is the mark of a clock that was set back since.
    const isTaken = before.takenUntil > now() && before.takenUntil <= now() + PAUSE_MS;
    if (before.lost || !isNeeded || isTaken) return before;
    spent = before.refresh;
    return { ...before, takenUntil: now() + TAKEN_MS };
  });
  return spent;
}

async function failed({ shelf, now, report }: RenewalWorld, spent: string, asked: CallResult): Promise<void> {
  const code = asked.ok ? 'no_token' : asked.kind === 'rateLimited' ? 'ratelimited' : asked.code;
  const isLost = !asked.ok && asked.kind === 'error' && SPENT.includes(code);
  // Where nobody knows whether it arrived it is tried again once the time is over: had it, Slack says so then.
  const takenUntil = now() + (!asked.ok && asked.kind === 'unclear' ? TAKEN_MS : PAUSE_MS);
  await shelf.change((before) => (before.refresh === spent ? { ...before, takenUntil, lost: isLost } : before));
  report(isLost ? { what: 'tokenLost' } : { what: 'tokenNotRenewed', code });
}

function successorIn(asked: CallResult, now: number): Omit<KeptToken, 'seeds'> | undefined {
  if (!asked.ok) return undefined;
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = asked.answer;
  if (typeof access !== 'string' || typeof refresh !== 'string') return undefined;
  const life = typeof seconds === 'number' ? seconds * 1000 : USUAL_LIFE_MS;
  return { access, refresh, renewAt: now + life / 2, endsAt: now + life, takenUntil: 0, lost: false };
}
