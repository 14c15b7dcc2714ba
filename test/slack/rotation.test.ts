import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoToken, type RotatingToken, rotatingToken } from '../../adapters/slack/rotatingToken.ts';
import { TOKEN_NOTE } from '../../adapters/slack/tokenShelf.ts';
import type { CallResult, SlackCalls } from '../../adapters/slack/slackCalls.ts';
import type { RotationSetting, SlackReport } from '../../adapters/slack/slackSetting.ts';
import { slackEnvironment } from '../../adapters/slack/slackEnvironment.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import { textShown } from '../cards/slack/shownBySlack.ts';
import { RotatingTokens } from '../support/fakeSlack/rotatingTokens.ts';
import { memoryNotes } from '../support/memoryNotes.ts';
import { OFFICE, RunningSlack, type Transport } from './runningSlack.ts';

const HOUR = 3_600_000;
const LIFE = 12 * HOUR;
const runs = process.env.FRISTWACHT_PROOF === '1' ? 2000 : 60;

/** Slack's side of the renewal, with whatever goes wrong on the way. */
class Renewals {
  ms = Date.parse('2026-11-24T08:00:00Z');
  readonly tokens = new RotatingTokens(LIFE, () => this.ms);
  readonly notes = memoryNotes();
  readonly reports: SlackReport[] = [];
  asked = 0;
  /** What becomes of the next calls, in turn. */
  readonly mishaps: ('answerLost' | 'messageLost' | 'died' | CallResult)[] = [];
  notesFail = false;

  readonly calls: SlackCalls = async (_, given) => {
    this.asked += 1;
    await Promise.resolve();
    const mishap = this.mishaps.shift();
    if (typeof mishap === 'object') return mishap;
    if (mishap === 'messageLost') return { ok: false, kind: 'unclear', code: 'ECONNRESET' };
    const answer = this.tokens.renewed(given);
    if (mishap === 'died') return new Promise<CallResult>(() => undefined);
    if (mishap === 'answerLost') return { ok: false, kind: 'unclear', code: 'ECONNRESET' };
    return answer.ok === true ? { ok: true, answer } : { ok: false, kind: 'error', code: String(answer.error) };
  };

  instance(setting: RotationSetting = this.tokens.firstPair()): RotatingToken {
    const guarded = <Given extends readonly unknown[], Answer>(work: (...given: Given) => Promise<Answer>) => {
      return async (...given: Given): Promise<Answer> => {
        if (this.notesFail) throw new RegisterUnavailable('The notes did not answer.');
        return work(...given);
      };
    };
    return rotatingToken({
      ...{ setting, calls: this.calls, now: () => this.ms, report: (report) => void this.reports.push(report) },
      notes: { read: guarded(this.notes.read), change: guarded(this.notes.change) },
      wait: async (ms) => void (this.ms += ms),
    });
  }

  isTaken(token: string): boolean {
    return this.tokens.refusal(token) === false;
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

describe('a token that ends', () => {
  let slack: Renewals;
  beforeEach(() => {
    slack = new Renewals();
  });

  it('is renewed at half of its life, and nobody waits for that', async () => {
    const bot = slack.instance();
    const [first, second] = [await bot.token(), (await settle(), await bot.token())];
    expect([first, second]).toEqual(slack.tokens.tokens);
    slack.ms += LIFE / 2 - 1;
    expect(await bot.token()).toBe(second);
    slack.ms += 1;
    expect(await bot.token()).toBe(second);
    await settle();
    expect(await bot.token()).toBe(slack.tokens.tokens[2]);
    expect(slack.asked).toBe(2);
  });

  it('goes on after a restart with what was kept, not with what the environment says', async () => {
    await slack.instance().keepFresh();
    slack.ms += HOUR;
    expect(await slack.instance().token()).toBe(slack.tokens.tokens[1]);
    expect(slack.asked).toBe(1);
    expect(await slack.notes.read(TOKEN_NOTE)).not.toContain(slack.tokens.firstPair().seed);
  });

  it('that ended while nobody ran is renewed before the first call', async () => {
    await slack.instance().keepFresh();
    slack.ms += 3 * LIFE;
    const token = await slack.instance().token();
    expect(slack.isTaken(token)).toBe(true);
  });

  it('that Slack refuses is replaced by the one another instance has got meanwhile', async () => {
    const [one, other] = [slack.instance(), slack.instance()];
    await one.keepFresh();
    const old = await other.token();
    slack.ms += LIFE / 2;
    await one.keepFresh();
    const found = await other.token(old);
    expect(found).toBe(slack.tokens.tokens.at(-1));
    expect(slack.asked).toBe(2);
  });

  it('is renewed by one of many instances: no refresh token is used twice', async () => {
    const bots = Array.from({ length: 8 }, () => slack.instance());
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(bots.flatMap((bot) => [bot.token(), bot.keepFresh()]));
      await settle();
      slack.ms += LIFE / 2;
    }
    expect([slack.tokens.usedTwice, slack.asked]).toEqual([0, 6]);
    expect(slack.reports).toEqual([]);
  });

  it.each([
    'messageLost',
    { ok: false, kind: 'notSent', code: 'ECONNREFUSED' },
    { ok: false, kind: 'rateLimited', retryAfterSeconds: 5 },
  ] as const)('is renewed a little later where that failed (%j), and serves meanwhile', async (mishap) => {
    const bot = slack.instance();
    slack.mishaps.push(mishap);
    await bot.keepFresh();
    expect(slack.reports.map(({ what }) => what)).toEqual(['tokenNotRenewed']);
    await bot.keepFresh();
    expect(slack.asked).toBe(1);
    expect(slack.isTaken(await bot.token())).toBe(true);
    await settle();
    slack.ms += 61_000;
    await bot.keepFresh();
    expect(await bot.token()).toBe(slack.tokens.tokens[1]);
    expect(slack.tokens.usedTwice).toBe(0);
  });

  it('whose secret is wrong says so, uses nothing up, and goes on once it is right', async () => {
    await slack.instance({ ...slack.tokens.firstPair(), clientSecret: 'wrong' }).keepFresh();
    expect(slack.reports).toEqual([{ what: 'tokenNotRenewed', code: 'bad_client_secret' }]);
    slack.ms += 61_000;
    const bot = slack.instance();
    await bot.keepFresh();
    expect(await bot.token()).toBe(slack.tokens.tokens[1]);
  });

  it('whose successor was lost between Slack and the notes serves to its end, is told as lost, and never hammered on', async () => {
    await slack.instance().keepFresh();
    slack.ms += LIFE / 2;
    slack.mishaps.push('died');
    void slack.instance().keepFresh();
    await settle();
    const next = slack.instance();
    await next.keepFresh();
    expect(slack.reports).toEqual([]);
    slack.ms += 31_000;
    await next.keepFresh();
    expect(slack.reports).toEqual([{ what: 'tokenLost' }]);
    expect(slack.isTaken(await next.token())).toBe(true);
    slack.ms += LIFE / 2 - 60_000;
    expect(slack.isTaken(await next.token())).toBe(true);
    const { asked } = slack;
    slack.ms += 60_000;
    await expect(next.token()).rejects.toThrow(NoToken);
    await expect(slack.instance().token()).rejects.toThrow(NoToken);
    expect(slack.asked).toBe(asked);
  });

  it('that was lost begins anew with a new pair, and an instance that still has the old one follows', async () => {
    const old = slack.tokens.firstPair();
    slack.mishaps.push('answerLost');
    await slack.instance(old).keepFresh();
    slack.ms += 61_000;
    await slack.instance(old).keepFresh();
    expect(slack.reports.map(({ what }) => what)).toEqual(['tokenNotRenewed', 'tokenLost']);
    slack.tokens.reinstall();
    const bot = slack.instance();
    await bot.keepFresh();
    expect(slack.isTaken(await bot.token())).toBe(true);
    expect(await slack.instance(old).token()).toBe(await bot.token());
    expect(slack.isTaken(await slack.instance().token())).toBe(true);
  });

  it('that came after another instance had taken its asker for dead is kept all the same', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const slow = rotatingToken({
      ...{
        setting: slack.tokens.firstPair(),
        notes: slack.notes,
        now: () => slack.ms,
        wait: async () => undefined,
        report: () => undefined,
      },
      calls: async (method, given) => {
        const result = await slack.calls(method, given);
        await held;
        return result;
      },
    });
    const renewing = slow.keepFresh();
    await settle();
    slack.ms += 31_000;
    await slack.instance().keepFresh();
    expect(slack.reports).toEqual([{ what: 'tokenLost' }]);
    answer();
    await renewing;
    const token = await slack.instance().token();
    expect(token).toBe(slack.tokens.tokens[1]);
    slack.ms += LIFE / 2;
    await slack.instance().keepFresh();
    expect(slack.tokens.tokens).toHaveLength(3);
  });

  it('is held in memory where the notes fail right after Slack answered, and stored once they are back', async () => {
    const bot = rotatingTokenThatFailsToStore(slack);
    await bot.keepFresh();
    expect(slack.reports).toEqual([{ what: 'tokenNotStored' }]);
    expect(await bot.token()).toBe(slack.tokens.tokens[1]);
    slack.notesFail = false;
    await bot.keepFresh();
    expect(await slack.instance().token()).toBe(slack.tokens.tokens[1]);
  });

  it('goes on serving while the notes do not answer', async () => {
    const bot = slack.instance();
    await bot.keepFresh();
    slack.notesFail = true;
    slack.ms += LIFE * 0.6;
    expect(slack.isTaken(await bot.token())).toBe(true);
    await settle();
    await expect(slack.instance().token()).rejects.toThrow(RegisterUnavailable);
  });

  it('is renewed although the clock was set back a day', async () => {
    const bot = slack.instance();
    slack.mishaps.push('messageLost');
    await bot.keepFresh();
    slack.ms -= 24 * HOUR;
    await slack.instance().token('xoxe.xoxb-1-token-1');
    expect(slack.tokens.tokens).toHaveLength(2);
  });
});

/** The notes take the claim and then fail. */
function rotatingTokenThatFailsToStore(slack: Renewals): RotatingToken {
  const { calls } = slack;
  Object.assign(slack, {
    calls: async (...given: Parameters<SlackCalls>) => {
      const result = await calls(...given);
      slack.notesFail = true;
      return result;
    },
  });
  return slack.instance();
}

it('whatever is lost on the way to Slack, and whoever restarts: nobody is left without a token that holds, and no refresh token is used twice', async () => {
  const step = fc.oneof(
    fc.record({ passes: fc.integer({ min: 1000, max: LIFE / 3 }) }),
    fc.record({ asks: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ restarts: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ mishap: fc.constant('messageLost' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const slack = new Renewals();
      const bots = [0, 1, 2].map(() => slack.instance());
      for (const each of steps) {
        if ('passes' in each) slack.ms += each.passes;
        else if ('restarts' in each) bots[each.restarts] = slack.instance();
        else if ('mishap' in each) slack.mishaps.push(each.mishap);
        else await bots[each.asks]!.keepFresh();
        await settle();
      }
      slack.mishaps.length = 0;
      slack.ms += 61_000;
      for (const bot of bots) {
        const token = await bot.token();
        // As every call does: of a pair that nobody took up in time only Slack knows that it has ended.
        expect(slack.isTaken(slack.isTaken(token) ? token : await bot.token(token))).toBe(true);
        await settle();
      }
      expect(slack.tokens.usedTwice).toBe(0);
    }),
    { seed: 24_11, numRuns: runs },
  );
});

describe('the bot with a token that ends', () => {
  let running: RunningSlack;
  afterEach(() => running.close());

  it.each<Transport>(['http', 'socket'])(
    'serves people and sends reminders over many lives of the token (%s)',
    async (transport) => {
      running = await RunningSlack.open({ transport, tokenLifeMs: LIFE });
      await running.report();
      const { rotation, workspace } = running.slack;
      const seen: number[] = [];
      for (let life = 0; life < 4; life += 1) {
        workspace.ahead += LIFE * 1.5;
        await running.pass(18);
        await running.settled();
        seen.push(running.user('DORA').messages().length + running.user('DORA').messages(OFFICE).length);
      }
      expect(seen).toEqual(seen.toSorted((one, other) => one - other));
      expect(new Set(seen).size).toBe(4);
      expect(rotation!.usedTwice).toBe(0);
      expect(running.reports.filter(({ what }) => what.startsWith('token'))).toEqual([]);
      await running.user('DORA').command('/datenpanne', 'liste');
      await running.settled();
      expect(textShown(running.user('DORA').window!.view)).toContain('DP-2026-0001');
    },
  );
});

describe('the environment of a token that ends', () => {
  const pair = { SLACK_BOT_TOKEN: 'xoxe.xoxb-1-x', SLACK_REFRESH_TOKEN: 'xoxe-1-x', SLACK_SIGNING_SECRET: 's' };
  const client = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c' };

  it('is a pair and the client', () => {
    expect(slackEnvironment({ ...pair, ...client })).toMatchObject({
      rotation: { seed: 'xoxe-1-x', firstToken: 'xoxe.xoxb-1-x', clientId: '1.2', clientSecret: 'c' },
    });
    expect(slackEnvironment({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).not.toHaveProperty('rotation');
  });

  it.each<[object, string]>([
    [{ ...pair, ...client, SLACK_REFRESH_TOKEN: ' ' }, 'refreshTokenMissing'],
    [{ ...pair, ...client, SLACK_REFRESH_TOKEN: 'geheim' }, 'refreshTokenKind'],
    [pair, 'clientMissing'],
    [{ ...pair, ...client, SLACK_BOT_TOKEN: 'xoxb-1' }, 'refreshTokenNotNeeded'],
  ])('%j is refused: %s', (env, fault) => {
    expect(slackEnvironment(env as Record<string, string>)).toEqual([fault]);
  });
});
