import { readFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { personId, readCaseNumber } from '../../src/breach/identifiers.ts';
import type { NoticeKind } from '../../src/breach/events.ts';
import { authorityNotice, authoritiesOwed } from '../../src/notices/authorityNotice.ts';
import { noticeSender } from '../../src/notices/noticeSender.ts';
import { readCase } from '../../src/register/readCase.ts';
import { instant } from '../../src/rules/instant.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { newFile } from '../documents/newFile.ts';
import { NOTICE_FORMATS, noticeFile, type NoticeFormat } from '../documents/noticeFile.ts';
import { openRegister } from '../stores/openRegister.ts';
import type { CommandWorld } from './commandWorld.ts';
import { noticeCommandWords } from './noticeWords.ts';
import { type CommandLineLanguage, preferredLanguage } from './preferredLanguage.ts';
import { given } from '../configuration/given.ts';
import { enterForNotice, isEntryVerb } from './noticeEntry.ts';
import { masterKeyWanted, registerCommand, registerPlace, say } from './registerCommand.ts';

const KINDS: readonly string[] = ['first', 'follow-up', 'final', 'correction', 'withdrawal'] satisfies readonly NoticeKind[];
const isFormat = (name: string): name is NoticeFormat => (NOTICE_FORMATS as readonly string[]).includes(name);
const isLanguage = (name: string): name is CommandLineLanguage => name === 'de' || name === 'en';
/** What a terminal cannot show goes into a file, also where none was named. */
const isBinary = (format: NoticeFormat): boolean => format === 'docx' || format === 'pdf';

/** `fristwacht notice DP-…`: draws a notice to an authority from the record. It sends nothing and ends nothing; the look is recorded. */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const language = preferredLanguage(world.env);
  const [verb = '', ...rest] = args;
  if (isEntryVerb(verb)) return enterForNotice(verb, rest, world);
  const words = noticeCommandWords[language];
  const about = { name: 'notice', help: () => words.help, takesFolder: false, alsoInMongo: true, takesOptions: true } as const;
  return registerCommand(args, world, about, async ({ noRegister }) => {
    const asked = options(args);
    if (asked === undefined) return say(world, words.help, 2);
    const configured = given(world.env.FRISTWACHT_CONFIG);
    const file = resolve(configured ?? 'fristwacht.yaml');
    const text = configured !== undefined || existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const read = readConfiguration(text, { platform: 'desk' });
    if (!read.ok) return say(world, words.faulty(file), 1);
    const mongodbUri = given(world.env.MONGODB_URI);
    const place = registerPlace(world.env);
    if (mongodbUri === undefined && !existsSync(place.file)) return say(world, noRegister(place.file), 1);
    const register = await openRegister({
      ...{ mongodbUri, folder: place.folder, ids: { next: world.randomId }, masterKey: masterKeyWanted(world.env) },
      purpose: 'as-it-is',
    });
    try {
      const caseId = await register.findByNumber(asked.number);
      const [by, at] = [personId(`operator:${userInfo().username}`), instant(world.now())];
      const what = `export notice case=${asked.number} kind=${asked.kind} format=${asked.format}`;
      await register.recordLook({ caseId, by, at, what, allowed: caseId !== undefined });
      const stored = caseId && (await register.read(caseId));
      const record = stored && readCase(stored);
      if (!record || record.status === 'none') return say(world, words.noSuchCase(asked.number), 1);
      const controller = asked.controller ?? read.organisation.self;
      const owed = authoritiesOwed(record, controller);
      const authority = asked.authority ?? (owed.length === 1 ? owed[0] : undefined);
      if (authority === undefined) return say(world, words.whichAuthority(owed), 2);
      const events = stored.entries.flatMap((entry) => entry.events);
      const sender = noticeSender(read.organisation, controller);
      const notice = authorityNotice({ record, events, sender, authority, kind: asked.kind, now: at });
      if ('unfit' in notice) return say(world, words.unfit[notice.unfit], 1);
      const { format, lang = language } = asked;
      const drawn = await noticeFile(notice, { format, lang });
      const out = asked.out ?? (isBinary(format) ? drawn.name : undefined);
      if (out === undefined) world.write(new TextDecoder().decode(drawn.bytes));
      else if (existsSync(out)) return say(world, words.isThere(out), 1);
      else {
        const written = newFile(out);
        written.write(drawn.bytes);
        written.keep();
        world.write(words.written(out));
      }
      return 0;
    } finally {
      await register.close();
    }
  });
}

/** Undefined where it was asked wrongly. */
function options(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { kind: text, format: text, language: text, authority: text, controller: text, out: text },
    });
    const number = readCaseNumber(positionals[0] ?? '');
    const { kind = 'first', format = 'txt', language: lang, authority, controller, out } = values;
    if (number === undefined || positionals.length > 1 || !KINDS.includes(kind) || !isFormat(format)) return undefined;
    if (lang !== undefined && !isLanguage(lang)) return undefined;
    return { number, kind: kind as NoticeKind, format, lang, authority, controller, out };
  } catch {
    return undefined;
  }
}
