import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { DateTime } from 'luxon';
import { personId } from '../../src/breach/identifiers.ts';
import type { Register } from '../../src/ports.ts';
import type { ExportedPart } from '../../src/register/exportedStreams.ts';
import type { ExportScope } from '../../src/register/exportLines.ts';
import { instant } from '../../src/rules/instant.ts';
import { type Exported, linesBeside, writeExport } from '../documents/writeExport.ts';
import { TooManyRows } from '../documents/xlsxTable.ts';
import { openRegister } from '../stores/openRegister.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';
import { configuredZone } from './configuredZone.ts';
import { type ExportOptions, readExportOptions } from './exportOptions.ts';
import { exportWords } from './exportWords.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { masterKeyWanted, registerCommand, registerPlace, say, sayNote } from './registerCommand.ts';

type Words = (typeof exportWords)['de'];

/**
 * `fristwacht export`: the register, a span of it or one case into a file that others can check. The look is recorded before anything goes out.
 *
 * @returns 0 when exported, 1 when it could not be or a case is unreadable, 2 when asked wrongly
 */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const words = exportWords[preferredLanguage(world.env)];
  const about = { name: 'export', help: () => words.help, takesFolder: false, alsoInMongo: true, takesOptions: true } as const;
  return registerCommand(args, world, about, async ({ noRegister }) => {
    const options = readExportOptions(args);
    if ('wrong' in options) return say(world, words.wrong[options.wrong](options.value), 2);
    const zone = configuredZone(world.env);
    if ('faulty' in zone) return say(world, words.configurationFaulty(zone.faulty), 2);
    const mongodbUri = given(world.env.MONGODB_URI);
    const { folder, file } = registerPlace(world.env);
    if (mongodbUri === undefined && !existsSync(file)) return say(world, noRegister(file), 1);
    const taken = filesOf(options, world).find((path) => existsSync(path));
    if (taken !== undefined) return say(world, words.isThere(taken), 1);
    const opening = {
      mongodbUri,
      folder,
      purpose: 'as-it-is',
      ids: { next: world.randomId },
      masterKey: masterKeyWanted(world.env),
    } as const;
    const register = await openRegister({ ...opening, note: sayNote(world) });
    return exportFrom(register, options, zone.zone, words, world).finally(() => register.close());
  });
}

async function exportFrom(
  register: Register,
  options: ExportOptions,
  zone: string,
  words: Words,
  world: CommandWorld,
): Promise<number> {
  const part = await partOf(register, options, zone);
  await recordLook(register, options, part, world);
  if (part === undefined) return say(world, words.noSuchCase(options.case ?? ''), 1);
  const [path] = filesOf(options, world);
  const heading = { exportedAt: instant(world.now()), scope: scopeOf(options), leftOut: options.leaveOut };
  const style = { language: preferredLanguage(world.env), zone };
  try {
    const exported = await writeExport(register, { path, format: options.format, part, heading, style });
    return tell(path, options, exported, words, world);
  } catch (error) {
    if (error instanceof TooManyRows) return say(world, words.tooManyRows, 1);
    throw error;
  }
}

function tell(path: string, { leaveOut }: ExportOptions, exported: Exported, words: Words, world: CommandWorld): number {
  const { entries, lines, checker, unreadable } = exported;
  world.write(words.exported(path, entries));
  if (lines !== undefined) world.write(words.lines(lines));
  if (leaveOut.length > 0) world.write(words.leftOut(leaveOut));
  world.write(words.check(path, checker));
  return unreadable.length === 0 ? 0 : say(world, words.unreadable(unreadable), 1);
}

// ---------------------------------------------------------------- what was asked

/** Undefined where there is no such case. */
async function partOf(
  register: Register,
  { case: number, from, to }: ExportOptions,
  zone: string,
): Promise<ExportedPart | undefined> {
  if (number !== undefined) {
    const caseId = await register.findByNumber(number);
    return caseId && { of: 'case', caseId, number };
  }
  if (from === undefined && to === undefined) return { of: 'all' };
  return {
    of: 'opened',
    ...(from === undefined ? {} : { openedFrom: beginOf(from, zone, 0) }),
    ...(to === undefined ? {} : { openedBefore: beginOf(to, zone, 1) }),
  };
}

/** A day begins where the organisation is. */
const beginOf = (day: string, zone: string, later: number) =>
  instant(DateTime.fromISO(day, { zone }).plus({ days: later }).toUTC().toISO() ?? '');

function scopeOf({ case: number, from, to }: ExportOptions): ExportScope {
  if (number !== undefined) return { case: number };
  if (from === undefined && to === undefined) return { whole: true };
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The file that is wanted first, then what would lie beside it. */
function filesOf({ format, out, case: number }: ExportOptions, { now }: CommandWorld): readonly [string, ...string[]] {
  const moment = now().slice(0, 19).replaceAll(':', '');
  const path = resolve(out ?? `fristwacht-${number === undefined ? '' : `${number}-`}${moment}Z.${format}`);
  return [path, linesBeside(path, format)];
}

// ---------------------------------------------------------------- who looked

/** An export is a look like any other: who, when and what was asked stand in the register before anything leaves it. */
function recordLook(
  register: Register,
  options: ExportOptions,
  part: ExportedPart | undefined,
  { now }: CommandWorld,
): Promise<void> {
  const { format, case: number, from, to, leaveOut } = options;
  const asked = { case: number, from, to, format, 'leave-out': leaveOut.length === 0 ? undefined : leaveOut.join(',') };
  const said = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  const caseId = part?.of === 'case' ? part.caseId : undefined;
  const what = ['export', ...said].join(' ');
  return register.recordLook({
    caseId,
    by: personId(`operator:${operator()}`),
    at: instant(now()),
    what,
    allowed: part !== undefined,
  });
}

/** The operating system's name for whoever runs the command; in a container it may know only a number. */
function operator(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
