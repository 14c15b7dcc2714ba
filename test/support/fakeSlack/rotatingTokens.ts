import type { Json } from '../../../cards/adaptiveElements.ts';

/** Bot tokens that end, as Slack hands them out to an app with token rotation. A refresh token works once. */
export class RotatingTokens {
  readonly clientId = '111.222';
  readonly clientSecret = 'client-secret-of-the-tests';
  lifeMs: number;
  readonly #now: () => number;
  readonly #endsAt = new Map<string, number>();
  #refresh = '';
  #first = '';
  #count = 0;
  /** How often somebody came with a refresh token that was used before. */
  usedTwice = 0;
  /** Every token that was handed out, the last one last. */
  readonly tokens: string[] = [];

  constructor(lifeMs: number, now: () => number) {
    this.lifeMs = lifeMs;
    this.#now = now;
    this.reinstall();
  }

  /** What the page of the app shows after an installation. */
  reinstall(): void {
    this.#first = this.#next();
    this.#endsAt.clear();
    this.#endsAt.set(this.#first, this.#now() + this.lifeMs);
  }

  #next(): string {
    this.#count += 1;
    this.#refresh = `xoxe-1-refresh-${this.#count}`;
    const token = `xoxe.xoxb-1-token-${this.#count}`;
    this.tokens.push(token);
    return token;
  }

  get refreshToken(): string {
    return this.#refresh;
  }

  firstPair(): { readonly seed: string; readonly firstToken: string; readonly clientId: string; readonly clientSecret: string } {
    return { seed: this.#first.replace('xoxe.xoxb-1-token', 'xoxe-1-refresh'), firstToken: this.#first, ...this.client };
  }

  get client(): { readonly clientId: string; readonly clientSecret: string } {
    return { clientId: this.clientId, clientSecret: this.clientSecret };
  }

  refusal(token: string): string | false {
    const endsAt = this.#endsAt.get(token);
    if (endsAt === undefined) return 'invalid_auth';
    return endsAt <= this.#now() && 'token_expired';
  }

  /** `oauth.v2.access` with a refresh token. The token before goes on holding until its own end. */
  renewed(given: Readonly<Record<string, unknown>>): Json {
    if (given.client_id !== this.clientId) return { ok: false, error: 'invalid_client_id' };
    if (given.client_secret !== this.clientSecret) return { ok: false, error: 'bad_client_secret' };
    if (given.grant_type !== 'refresh_token') return { ok: false, error: 'invalid_grant_type' };
    if (given.refresh_token !== this.#refresh) {
      this.usedTwice += 1;
      return { ok: false, error: 'invalid_refresh_token' };
    }
    const access = this.#next();
    this.#endsAt.set(access, this.#now() + this.lifeMs);
    const tokens = { access_token: access, refresh_token: this.#refresh, expires_in: this.lifeMs / 1000 };
    return { ok: true, ...tokens, token_type: 'bot', bot_user_id: 'U0BOT', app_id: 'A0FRIST' };
  }
}
