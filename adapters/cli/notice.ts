import { readFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { personId, readCaseNumber } from '../../src/breach/identifiers.ts';
import type { NoticeKind } from '../../src/breach/events.ts';
import { authorityNotice, authoritiesOwed } from '../../src/notices/authorityNotice.ts';
import { authorityDocument } from '../../src/notices/authorityDocument.ts';
import { edpbTemplate } from '../../src/notices/edpbTemplate.ts';
import { noticeSender } from '../../src/notices/noticeSender.ts';
import { pastePack, pasteText } from '../../src/notices/pastePack.ts';
import { plainDocument } from '../../src/notices/plainDocument.ts';
import { readCase } from '../../src/register/readCase.ts';
import { instant } from '../../src/rules/instant.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { newFile } from '../documents/newFile.ts';
import { openRegister } from '../stores/openRegister.ts';
import type { CommandWorld } from './commandWorld.ts';
import { noticeCommandWords } from './noticeWords.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { given } from '../configuration/given.ts';
import { masterKeyWanted, registerCommand, registerPlace, say } from './registerCommand.ts';

const KINDS: readonly string[] = ['first', 'follow-up', 'final', 'correction', 'withdrawal'] satisfies readonly NoticeKind[];
const FORMATS: readonly string[] = ['json', 'paste', 'txt'];

/** `fristwacht notice DP-…`: draws a notice to an authority from the record. It sends nothing and ends nothing; the look is recorded. */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const language = preferredLanguage(world.env);
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
      const drawn = {
        json: () => `${JSON.stringify(edpbTemplate(notice, language), undefined, 2)}\n`,
        paste: () => pasteText(pastePack(notice, language), language),
        txt: () => plainDocument(authorityDocument(notice, language)),
      }[asked.format]();
      if (asked.out === undefined) world.write(drawn);
      else if (existsSync(asked.out)) return say(world, words.isThere(asked.out), 1);
      else {
        const written = newFile(asked.out);
        written.write(drawn);
        written.keep();
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
      options: { kind: text, format: text, authority: text, controller: text, out: text },
    });
    const number = readCaseNumber(positionals[0] ?? '');
    const { kind = 'first', format = 'txt', authority, controller, out } = values;
    if (number === undefined || positionals.length > 1 || !KINDS.includes(kind) || !FORMATS.includes(format)) return undefined;
    return { number, kind: kind as NoticeKind, format: format as 'json' | 'paste' | 'txt', authority, controller, out };
  } catch {
    return undefined;
  }
}
