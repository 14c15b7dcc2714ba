import { DateTime } from 'luxon';
import type { CaseId } from '../../src/breach/identifiers.ts';
import type { InboundContent } from '../../src/dialogue/inbound.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Ids, Register } from '../../src/ports.ts';
import type { Verb } from '../../src/prompt/action.ts';
import type { Prompt, PromptOf } from '../../src/prompt/prompt.ts';
import type { Desk } from './desk.ts';

/** Case No. 4 of the EDPB Guidelines 01/2021, in our own words: what an employee of the transport company may have written. */
const REPORT: Readonly<Record<Lang, string>> = {
  de: 'Seit heute früh lässt sich auf dem Server für den Fahrkartenverkauf nichts mehr öffnen. Auf dem Bildschirm steht eine Lösegeldforderung, und ein Teil unserer Kundendaten soll schon kopiert sein. Die Sicherung ist auch verschlüsselt.',
  en: 'Since this morning nothing on the ticket sales server can be opened. The screen shows a ransom note, and part of our customer data is said to have been copied already. The backup is encrypted as well.',
};
const NOTICED_HOURS_AGO = 2;
const HINTS: readonly (readonly [string, string])[] = [
  ['incident', 'attack'],
  ['contained', 'no'],
  ['concerned', 'customers'],
];

/** What the data protection officer can answer in this case; nothing is known about the rest. */
export const EXAMPLE_ANSWERS: Readonly<Record<string, string>> = {
  personalData: 'yes',
  access: 'happened',
  encryption: 'none',
  recipient: 'criminal',
  sensitivity: 'severe',
  outflow: 'shown',
  persons: 'many',
  identifiability: 'directly',
  availability: 'lost',
  alteration: 'uncorrected',
  exceptionToInforming: 'none',
};

const QUESTIONS_AT_MOST = 60;

export type ExampleWorld = { readonly desk: Desk; readonly register: Pick<Register, 'findByCommand'>; readonly ids: Ids };

/** The example has one name for good, so that the same register never gets it twice; too short for one that the page could send. */
const REPORT_ID = 'example';

export type Played = 'played' | 'alreadyThere';

/**
 * Plays the example as people would: an employee reports and taps three hints, the data protection officer answers the
 * questions until the assessment stands. Everything goes through the same dialogue as a press in the page. Where it was played before,
 * nothing is touched: somebody may have gone on with it since.
 */
export async function playExample({ desk, register, ids }: ExampleWorld): Promise<Played> {
  if (await register.findByCommand(`desk:${REPORT_ID}`)) return 'alreadyThere';
  const { seats, now, timeZone, language } = await desk.state();
  const reporter = seats.find(({ office }) => !office);
  const officer = seats.find(({ roles }) => roles.includes('dpo'));
  if (!reporter || !officer) throw new RangeError('The example needs an employee and a data protection officer at the desk.');
  const give = async (seat: string, id: string, content: InboundContent): Promise<readonly Prompt[]> => {
    const answered = await desk.act({ seat, id, language, place: 'direct', content });
    return answered === 'noSuchSeat' ? [] : answered.prompts;
  };
  const inputs = { text: REPORT[language], noticedAt: localTime(now, timeZone) };
  const answers = await give(reporter.account, REPORT_ID, press('report', {}, inputs));
  const found = await register.findByCommand(`desk:${REPORT_ID}`);
  // The very same words of the same person, recorded a moment ago under another name.
  if (!found && answers.some(({ kind }) => kind === 'recorded')) return 'alreadyThere';
  if (!found) throw new RangeError('The report of the example was not taken.');
  for (const [hint, answer] of HINTS) {
    await give(reporter.account, ids.next(), press('giveHint', { case: found.caseId, hint, answer }));
  }
  await triage(found.caseId, (content) => give(officer.account, ids.next(), content));
  return 'played';
}

/** Answers question after question until none is left to ask. */
async function triage(caseId: CaseId, give: (content: InboundContent) => Promise<readonly Prompt[]>): Promise<void> {
  let prompts = await give(press('triage', { case: caseId }));
  for (let asked = 0; asked < QUESTIONS_AT_MOST; asked += 1) {
    const question = prompts.find((prompt): prompt is PromptOf<'question'> => prompt.kind === 'question');
    if (!question) return;
    const { fact, dataSet } = question;
    const data = {
      case: caseId,
      fact,
      answer: EXAMPLE_ANSWERS[fact] ?? 'unknown',
      ...(dataSet === undefined ? {} : { dataSet }),
    };
    prompts = await give(press('answerFact', data));
  }
}

const press = (
  verb: Verb,
  data: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): InboundContent => ({
  type: 'press',
  verb,
  data,
  inputs,
});

/** As somebody would type it into the form. */
const localTime = (now: string, zone: string): string =>
  DateTime.fromISO(now, { zone }).minus({ hours: NOTICED_HOURS_AGO }).toFormat("yyyy-LL-dd'T'HH:mm");
