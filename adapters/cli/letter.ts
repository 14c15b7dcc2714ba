import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { personId, readCaseNumber } from '../../src/breach/identifiers.ts';
import { readControllerList } from '../../src/notices/controllers/controllerList.ts';
import { processorRequest } from '../../src/notices/controllers/processorRequest.ts';
import { NO_EDITS, readLetterEdits, withEdits } from '../../src/notices/persons/letterEdits.ts';
import { letterFindings } from '../../src/notices/persons/letterFindings.ts';
import { MERGE_FIELDS } from '../../src/notices/persons/personsLetter.ts';
import { readRecipients } from '../../src/notices/persons/recipients.ts';
import { readCase } from '../../src/register/readCase.ts';
import { instant } from '../../src/rules/instant.ts';
import { DATA_KINDS, LETTER_VERSIONS, type DataKind } from '../../src/words/letters/letterWords.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { csvTable } from '../documents/csvTable.ts';
import { newFile } from '../documents/newFile.ts';
import { noticeDocx } from '../documents/noticeDocx.ts';
import { noticePdf } from '../documents/noticePdf.ts';
import { shownText } from '../documents/shownText.ts';
import { openRegister } from '../stores/openRegister.ts';
import type { CommandWorld } from './commandWorld.ts';
import {
  controllerFiles,
  type LetterCase,
  type LetterFiles,
  lettersDraft,
  paperFiles,
  personsFiles,
  termsOf,
} from './letterFiles.ts';
import { letterCommandWords } from './letterWords.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { given } from '../configuration/given.ts';
import { masterKeyWanted, registerCommand, registerPlace, say, sayNote } from './registerCommand.ts';

const KINDS = ['persons', 'papers', 'controllers', 'processor'] as const;
type Kind = (typeof KINDS)[number];
type Asked = {
  readonly kind: Kind;
  readonly number: NonNullable<ReturnType<typeof readCaseNumber>>;
  readonly dataKinds: readonly DataKind[];
  readonly list?: string | undefined;
  /** Texts that were edited, for the letters to the persons. */
  readonly texts?: string | undefined;
  readonly to?: string | undefined;
  readonly until?: string | undefined;
  readonly out: string;
};
type Words = (typeof letterCommandWords)['de'];

/**
 * `fristwacht letter`: drafts for one case, into a new folder. The look is recorded before anything is written.
 *
 * @returns 0 when written, 1 when it could not be, 2 when asked wrongly
 */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const words = letterCommandWords[preferredLanguage(world.env)];
  const help = (): string => `${words.help}\n--data: ${DATA_KINDS.join(', ')}\n`;
  const about = { name: 'letter', help, takesFolder: false, alsoInMongo: true, takesOptions: true } as const;
  return registerCommand(args, world, about, async ({ noRegister }) => {
    const asked = readAsked(args);
    if ('wrong' in asked) return say(world, words.wrong(asked.wrong), 2);
    const file = resolve(given(world.env.FRISTWACHT_CONFIG) ?? 'fristwacht.yaml');
    const read = readConfiguration(existsSync(file) ? readFileSync(file, 'utf8') : undefined, { platform: 'desk' });
    if (!read.ok) return say(world, words.configurationFaulty(file), 2);
    if (existsSync(asked.out)) return say(world, words.isThere(asked.out), 1);
    const mongodbUri = given(world.env.MONGODB_URI);
    const { folder, file: registerFile } = registerPlace(world.env);
    if (mongodbUri === undefined && !existsSync(registerFile)) return say(world, noRegister(registerFile), 1);
    const register = await openRegister({
      ...{ mongodbUri, folder, purpose: 'as-it-is', ids: { next: world.randomId } },
      ...{ masterKey: masterKeyWanted(world.env), note: sayNote(world) },
    });
    try {
      const caseId = await register.findByNumber(asked.number);
      const by = personId(`operator:${userInfo().username}`);
      const at = instant(world.now());
      await register.recordLook({
        caseId,
        by,
        at,
        what: `letter ${asked.kind} case=${asked.number}`,
        allowed: caseId !== undefined,
      });
      const stored = caseId === undefined ? undefined : await register.read(caseId);
      const record = stored === undefined ? undefined : readCase(stored);
      if (record === undefined || record.status === 'none') return say(world, words.noSuchCase(asked.number), 1);
      const { organisation } = read;
      return await writeAll(asked, { record, organisation, lang: organisation.language, at }, words, world);
    } finally {
      await register.close();
    }
  });
}

function readAsked(args: readonly string[]): Asked | { readonly wrong: string } {
  const text = { type: 'string' } as const;
  const options = { data: text, recipients: text, texts: text, list: text, to: text, until: text, out: text };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [kind = '', named = '', ...others] = positionals;
    const isKind = (value: string): value is Kind => (KINDS as readonly string[]).includes(value);
    if (!isKind(kind) || others.length > 0) return { wrong: others[0] ?? kind };
    const number = readCaseNumber(named);
    if (number === undefined) return { wrong: named };
    const kinds = (values.data ?? '').split(',').flatMap((one) => one.trim() || []);
    const stranger = kinds.find((one) => !(DATA_KINDS as readonly string[]).includes(one));
    if (stranger !== undefined) return { wrong: stranger };
    const { to, until } = values;
    if (kind === 'processor' && (to === undefined || until === undefined || !isMoment(until)))
      return { wrong: until ?? '--to --until' };
    const out = resolve(values.out ?? `fristwacht-${kind}-${number}`);
    const dataKinds = DATA_KINDS.filter((one) => kinds.includes(one));
    const list = kind === 'persons' ? values.recipients : values.list;
    return { kind, number, dataKinds, list, texts: values.texts, to, until, out };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { wrong: args.join(' ') };
  }
}

const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/u.test(text) && !Number.isNaN(Date.parse(text));

async function writeAll(asked: Asked, of: LetterCase, words: Words, world: CommandWorld): Promise<number> {
  const files = filesFor(asked, of, words, world);
  if (files === undefined) return 1;
  if (files.documents.length === 0) return say(world, words.nothing, 1);
  mkdirSync(asked.out, { recursive: true, mode: 0o700 });
  const { at } = of;
  for (const { name, document } of files.documents) {
    save(join(asked.out, `${name}.docx`), await noticeDocx(document, { at, mergeFields: MERGE_FIELDS }));
    save(join(asked.out, `${name}.pdf`), await noticePdf(document, { at }));
  }
  for (const { name, columns, rows } of files.sheets) {
    const table = csvTable(newFile(join(asked.out, `${name}.csv`)), columns);
    rows.forEach((cells) => table.row(cells.map(shownText)));
    await table.finish();
  }
  if (files.texts !== undefined) save(join(asked.out, files.texts.name), new TextEncoder().encode(files.texts.text));
  const count = files.documents.length * 2 + files.sheets.length + (files.texts === undefined ? 0 : 1);
  world.write(words.written(asked.out, count));
  world.write(words.remember);
  return 0;
}

function save(path: string, bytes: Uint8Array): void {
  const file = newFile(path);
  file.write(bytes);
  file.keep();
}

function filesFor(asked: Asked, of: LetterCase, words: Words, world: CommandWorld): LetterFiles | undefined {
  switch (asked.kind) {
    case 'papers':
      return paperFiles(of);
    case 'persons':
      return persons(asked, of, words, world);
    case 'controllers': {
      if (asked.list === undefined) return controllerFiles(of, termsOf(of));
      const { terms, faults } = readControllerList(readFileSync(asked.list, 'utf8'));
      for (const { line, fault } of faults) world.writeError(words.faults[fault](line));
      return faults.length > 0 ? undefined : controllerFiles(of, terms);
    }
    case 'processor': {
      const { organisation, lang, record } = of;
      const until = instant(new Date(asked.until ?? '').toISOString());
      const { timeZone: zone, contactPoint: contact, name: controller } = organisation;
      const request = { lang, zone, processor: asked.to ?? '', controller, number: record.number, until, contact };
      return { documents: [{ name: 'request', document: processorRequest(request) }], sheets: [] };
    }
  }
}

function persons({ dataKinds, list, texts }: Asked, of: LetterCase, words: Words, world: CommandWorld): LetterFiles | undefined {
  const edits = texts === undefined ? NO_EDITS : readLetterEdits(treeOf(readFileSync(texts, 'utf8')));
  if ('fault' in edits) {
    world.writeError(words.textsFaulty(texts ?? '', edits.fault));
    return undefined;
  }
  const details = withEdits(lettersDraft(of, dataKinds), edits);
  const recipients = list === undefined ? undefined : readRecipients(readFileSync(list, 'utf8'));
  for (const version of LETTER_VERSIONS) {
    const { missing, blemishes, readability } = letterFindings(details, version, 'person');
    world.write(words.readability(version, readability.scores.map(({ formula, value }) => `${formula} ${value}`).join(', ')));
    for (const part of missing) world.write(`  ✗ ${words.missing[part]}\n`);
    for (const { blemish, words: found } of blemishes) world.write(`  ? ${words.blemishes[blemish]}: ${found.join(', ')}\n`);
  }
  const unreachable = recipients?.recipients.filter(({ way }) => way === 'none').length ?? 0;
  if (unreachable > 0) world.write(words.unreachable(unreachable));
  return personsFiles(of, details, { list: recipients, edits });
}

/** Undefined for what is no YAML. */
function treeOf(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown);
}
