import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { caseId, type PersonId, personId, readCaseNumber } from '../../src/breach/identifiers.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Clock, ExportWanted, Register } from '../../src/ports.ts';
import { addHours, type Instant } from '../../src/rules/instant.ts';

/** An export that was asked for and can be fetched: by whom, what, and in which language. */
export type Offered = { readonly person: PersonId; readonly wanted: ExportWanted; readonly language: Lang };

/** `wrong`: so many guesses are left. `gone`: there is no such link, or not any more; the two are answered alike. */
export type Redeemed = { readonly offered: Offered } | { readonly wrong: number } | 'gone';

export type Offers = {
  /** `token` goes into the link, `code` to this person alone. */
  readonly make: (offered: Offered) => Promise<{ readonly token: string; readonly code: string; readonly until: Instant }>;
  /** Whether the link leads somewhere. Looking uses nothing up: programs that preview links look too. */
  readonly find: (token: string) => Promise<Offered | undefined>;
  /** With the right code, once; of all that try at the same moment one gets it. */
  readonly redeem: (token: string, code: string) => Promise<Redeemed>;
};

const GOOD_FOR_HOURS = 10 / 60;
const GUESSES = 5;
/** Of one person; whoever asks again and again loses the oldest. */
const EACH_AT_MOST = 3;
const TOKEN_BYTES = 32;
const CODES = 100_000_000;

const kept = z.object({
  link: z.string(),
  code: z.string(),
  until: z.iso.datetime(),
  guesses: z.int(),
  person: z.string(),
  language: z.enum(['de', 'en']),
  case: z.object({ id: z.string(), number: z.string(), notice: z.string().optional() }).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
type Kept = z.output<typeof kept>;

/**
 * What can be fetched just now, in a note beside the register, so that every instance knows it and a restart forgets nothing. Neither link nor
 * code can be read there: of both only digests are kept.
 */
export function offers(register: Pick<Register, 'note' | 'changeNote'>, clock: Clock): Offers {
  const change = (work: (live: readonly Kept[]) => readonly Kept[]): Promise<void> =>
    register.changeNote('exports', (before) => {
      const after = work(living(before, clock.now()));
      return after.length === 0 ? undefined : JSON.stringify(after);
    });
  return {
    make: async ({ person, wanted, language }) => {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const digits = String(randomInt(CODES)).padStart(8, '0');
      const until = addHours(clock.now(), GOOD_FOR_HOURS);
      const made: Kept = {
        ...{ link: linkDigest(token), code: codeDigest(token, digits), until, guesses: GUESSES, person, language },
        ...named(wanted),
      };
      await change((live) => {
        const [own, others] = [live.filter((one) => one.person === person), live.filter((one) => one.person !== person)];
        return [...others, ...own.slice(1 - EACH_AT_MOST), made];
      });
      return { token, code: `${digits.slice(0, 4)} ${digits.slice(4)}`, until };
    },
    find: async (token) => {
      const link = linkDigest(token);
      const found = living(await register.note('exports'), clock.now()).find((one) => one.link === link);
      return found && offeredIn(found);
    },
    redeem: async (token, typed) => {
      const link = linkDigest(token);
      let redeemed: Redeemed = 'gone';
      // Asked again where another writer was faster; what holds then is what it says last.
      await change((live) => {
        const found = live.find((one) => one.link === link);
        const left = live.filter((one) => one !== found);
        redeemed = 'gone';
        if (found === undefined) return live;
        const isRight = sameDigest(found.code, codeDigest(token, typed.replace(/\D/gu, '')));
        const guesses = found.guesses - 1;
        const offered = offeredIn(found);
        redeemed = isRight && offered !== undefined ? { offered } : guesses > 0 ? { wrong: guesses } : 'gone';
        return isRight || guesses < 1 ? left : live.map((one) => (one === found ? { ...found, guesses } : one));
      });
      return redeemed;
    },
  };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
const linkDigest = (token: string): string => digest(`link ${token}`);
/** Without the link nobody could try codes against it. */
const codeDigest = (token: string, digits: string): string => digest(`code ${token} ${digits}`);
const sameDigest = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

function living(note: string | undefined, now: Instant): readonly Kept[] {
  if (note === undefined) return [];
  try {
    return (z.array(kept).safeParse(JSON.parse(note)).data ?? []).filter(({ until }) => until > now);
  } catch {
    return [];
  }
}

const named = (wanted: ExportWanted): Partial<Kept> =>
  wanted.of === 'case'
    ? { case: { id: wanted.caseId, number: wanted.number, ...(wanted.notice === undefined ? {} : { notice: wanted.notice }) } }
    : { from: wanted.from, to: wanted.until };

function offeredIn({ person, language, case: named, from, to }: Kept): Offered | undefined {
  const about = { person: personId(person), language };
  if (named === undefined)
    return {
      ...about,
      wanted: { of: 'opened', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { until: to }) },
    };
  const number = readCaseNumber(named.number);
  const notice = named.notice === undefined ? {} : { notice: named.notice };
  return number && { ...about, wanted: { of: 'case', caseId: caseId(named.id), number, ...notice } };
}
