import { readFileSync } from 'node:fs';
import type { Refusal } from '../../src/breach/commands.ts';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import { cleanLine } from '../../src/dialogue/cleanText.ts';
import { readMoment } from '../../src/dialogue/readMoment.ts';
import { readControllerList } from '../../src/notices/controllers/controllerList.ts';
import { controllerState } from '../../src/notices/controllers/controllerNotice.ts';
import { addHours } from '../../src/rules/instant.ts';
import { paperWords } from '../../src/words/letters/paperWords.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { shownText } from '../documents/shownText.ts';
import type { CommandWorld } from './commandWorld.ts';
import { termsOf } from './letterFiles.ts';
import { letterCommandWords } from './letterWords.ts';
import { noticeEntryWords } from './noticeEntryWords.ts';
import type { Telling, Typed } from './noticeOrders.ts';
import { noticeCommandWords } from './noticeWords.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { tableText } from './readTable.ts';
import { type Desk, type Entered, lookAtCase, type Order, recordInCase } from './recordInCase.ts';
import { say } from './registerCommand.ts';

/** Where no date was named for a missing contact. */
const USUAL_HOURS = 24;
type Asked = { readonly asked: Typed; readonly telling: Telling; readonly answered: (entered: Entered) => number };

/** Reads a list of controllers into the case, all of it or nothing, and shows how far we are with each. */
export async function runControllers(desk: Desk, of: Asked, world: CommandWorld): Promise<number> {
  const words = noticeEntryWords[preferredLanguage(world.env)];
  const { list } = of.asked.values;
  if (list === undefined) return overview(desk, world);
  const source = list === '-' ? await world.readStdin() : tableText(readFileSync(list));
  const { terms, faults } = readControllerList(source);
  for (const { line, fault } of faults) world.writeError(letterCommandWords[preferredLanguage(world.env)].faults[fault](line));
  if (faults.length > 0) return say(world, words.listUntouched, 1);
  if (terms.length === 0) return say(world, words.listEmpty, 1);
  const task = contactTask(of, preferredLanguage(world.env));
  if ('wrong' in task) return say(world, words.wrong.moment('--until'), 2);
  const controllers = terms.map(({ id: controller, name, contact, hours, confidentiality }) => ({
    ...{ controller, name: cleanLine(name), contact: cleanLine(contact), confidentiality: cleanLine(confidentiality) },
    ...(hours === undefined ? {} : { hours }),
  }));
  const { like } = of.asked.values;
  const entered = await recordInCase(desk, 'listControllers', ({ record }): Order | Refusal => ({
    ...({ type: 'ListControllers', controllers, contactTask: task } as const),
    ...(like === undefined ? {} : { like: record.dataSets.find(({ label }) => label === like)?.id ?? like }),
  }));
  const code = of.answered(entered);
  if ('record' in entered) {
    world.write(words.listed(controllers.length, controllers.filter(({ contact }) => contact === '').length));
    world.write(rows(entered.record, desk, world));
  }
  return code;
}

function contactTask({ asked: { values }, telling }: Asked, language: 'de' | 'en') {
  const { zone, now, officer } = telling;
  const until = values.until === undefined ? { moment: addHours(now, USUAL_HOURS) } : readMoment(values.until, zone, now);
  if (!('moment' in until)) return { wrong: true } as const;
  return { text: noticeEntryWords[language].contactTask, owner: values.owner ?? officer, dueBy: until.moment };
}

async function overview(desk: Desk, world: CommandWorld): Promise<number> {
  const now = await lookAtCase(desk, 'listControllers');
  if (now === undefined) return say(world, noticeCommandWords[preferredLanguage(world.env)].noSuchCase(desk.number), 1);
  world.write(rows(now.record, desk, world));
  return 0;
}

/** One line each: who, by when, how far, and what proves it. */
function rows(record: CaseRecord, { organisation }: Desk, world: CommandWorld): string {
  const language = preferredLanguage(world.env);
  const { states } = paperWords[language].notice;
  const { moment } = wordsOf(language);
  const lines = termsOf({ record, organisation }).map((terms) => {
    const { state, dueBy, sentAt, proof } = controllerState(record, terms);
    const cells = [
      terms.id,
      terms.name,
      states[state],
      ...[dueBy, sentAt].map((at) => (at === undefined ? '–' : moment(at, organisation.timeZone))),
    ];
    return [...cells, proof].map(shownText).join(' | ');
  });
  return lines.map((line) => `${line}\n`).join('');
}
