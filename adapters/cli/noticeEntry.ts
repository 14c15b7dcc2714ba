import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import type { Refusal } from '../../src/breach/commands.ts';
import { readCaseNumber } from '../../src/breach/identifiers.ts';
import { instant } from '../../src/rules/instant.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { given } from '../configuration/given.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { openRegister } from '../stores/openRegister.ts';
import type { CommandWorld } from './commandWorld.ts';
import { runControllers } from './noticeControllers.ts';
import { noticeEntryWords } from './noticeEntryWords.ts';
import { nextFields } from './noticeNext.ts';
import { type AskedWrongly, orderOf, type OrderVerb, type Typed } from './noticeOrders.ts';
import { noticeCommandWords } from './noticeWords.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { type Desk, type Entered, lookAtCase, type Order, recordInCase } from './recordInCase.ts';
import { masterKeyWanted, registerCommand, registerPlace, say } from './registerCommand.ts';

const VERBS = ['next', 'set', 'group', 'measure', 'sent', 'told', 'reference', 'question', 'answer', 'controllers'] as const;
type EntryVerb = OrderVerb | 'next' | 'controllers';
export const isEntryVerb = (verb: string): verb is EntryVerb => (VERBS as readonly string[]).includes(verb);

const text = { type: 'string' } as const;
const OPTIONS = {
  ...{ answers: text, open: text, owner: text, until: text, kind: text, count: text, detail: text, against: text, effect: text },
  ...{ at: text, means: text, reference: text, proof: text, 'proof-text': text, to: text, missing: text, with: text, note: text },
  ...{ 'reasons-for-delay': text, customer: text, text, received: text, due: text, authority: text, controller: text },
  ...{ list: text, like: text },
} as const;

/** `fristwacht notice next|set|… DP-…`: what belongs to a notice, through the same commands of the core as in the chat. Sends nothing. */
export function enterForNotice(verb: EntryVerb, args: readonly string[], world: CommandWorld): Promise<number> {
  const language = preferredLanguage(world.env);
  const words = noticeEntryWords[language];
  const about = { name: 'notice', help: () => words.help, takesFolder: false, alsoInMongo: true, takesOptions: true } as const;
  return registerCommand(args, world, about, async ({ noRegister }) => {
    const asked = await typedIn(args, world);
    if ('wrong' in asked) return say(world, wrongly(asked, world), 2);
    const configured = given(world.env.FRISTWACHT_CONFIG);
    const file = resolve(configured ?? 'fristwacht.yaml');
    const read = readConfiguration(existsSync(file) ? readFileSync(file, 'utf8') : undefined, { platform: 'desk' });
    if (!read.ok) return say(world, noticeCommandWords[language].faulty(file), 1);
    const mongodbUri = given(world.env.MONGODB_URI);
    const place = registerPlace(world.env);
    if (mongodbUri === undefined && !existsSync(place.file)) return say(world, noRegister(place.file), 1);
    const register = await openRegister({
      ...{ mongodbUri, folder: place.folder, purpose: 'as-it-is', ids: { next: world.randomId } },
      ...{ masterKey: masterKeyWanted(world.env) },
    });
    try {
      const { organisation } = read;
      const [at, commandId] = [instant(world.now()), `command-line:${world.randomId()}`];
      return await work(verb, { register, organisation, number: asked.number, at, commandId }, asked, world);
    } finally {
      await register.close();
    }
  });
}

type Asked = Typed & { readonly number: Desk['number'] };

async function work(verb: EntryVerb, desk: Desk, asked: Asked, world: CommandWorld): Promise<number> {
  const { organisation, at, number } = desk;
  const officer = organisation.persons.find(({ roles }) => roles.includes('dpo'))?.name ?? organisation.contactPoint.name;
  const telling = { zone: organisation.timeZone, now: at, officer, language: organisation.language };
  if (verb === 'controllers')
    return runControllers(desk, { asked, telling, answered: (entered) => answered(entered, number, world) }, world);
  if (verb === 'next') {
    const now = await lookAtCase(desk, 'prepareNotice');
    if (now === undefined) return say(world, noticeCommandWords[preferredLanguage(world.env)].noSuchCase(number), 1);
    world.write(nextFields(now, desk, preferredLanguage(world.env)));
    return 0;
  }
  // What was asked wrongly is no refusal of the core; it is kept here until the case has been read.
  let wrong: AskedWrongly | undefined;
  const orderFor: Parameters<typeof recordInCase>[2] = (now): Order | Refusal => {
    const order = orderOf(verb, asked, now, telling);
    wrong = 'wrong' in order ? order : undefined;
    return 'wrong' in order ? { refused: 'unknownAnswer' } : order;
  };
  const entered = await recordInCase(desk, verb === 'sent' ? 'recordNotice' : 'answerNotice', orderFor);
  return wrong === undefined ? answered(entered, number, world) : say(world, wrongly(wrong, world), 2);
}

const wrongly = ({ wrong, about }: AskedWrongly, world: CommandWorld): string =>
  noticeEntryWords[preferredLanguage(world.env)].wrong[wrong](about);

/** A refusal of the core in the words the chat has for it: what happened, what it means, what to do. */
function answered(entered: Entered, number: string, world: CommandWorld): number {
  const language = preferredLanguage(world.env);
  const words = noticeEntryWords[language];
  switch (entered.outcome) {
    case 'recorded':
      world.write(words.recorded);
      return 0;
    case 'nothingNew':
      world.write(words.nothingNew);
      return 0;
    case 'noSuchCase':
      return say(world, noticeCommandWords[language].noSuchCase(number), 1);
    case 'busy':
      return say(world, words.busy, 1);
    case 'refused': {
      const { title, means, next } = wordsOf(language).refusals[entered.refusal.refused];
      return say(world, `${title}.\n${means}\n${next}\n`, 1);
    }
  }
}

async function typedIn(args: readonly string[], world: CommandWorld): Promise<Asked | AskedWrongly> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [named = '', ...rest] = positionals;
    const number = readCaseNumber(named);
    if (number === undefined) return { wrong: named === '' ? 'missing' : 'unknown', about: named === '' ? 'DP-…' : named };
    if (values.answers === undefined) return { values, rest, number };
    const source = values.answers === '-' ? await world.readStdin() : readFileSync(values.answers, 'utf8');
    const document = parseDocument(source);
    const tree = document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown);
    if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return { wrong: 'value', about: '--answers' };
    return { values, rest, number, answers: tree as Readonly<Record<string, unknown>> };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { wrong: 'unknown', about: args.join(' ') };
  }
}
