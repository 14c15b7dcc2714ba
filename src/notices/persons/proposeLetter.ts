import type { CaseRecord } from '../../breach/breachCase.ts';
import { isNoticeTask } from '../../breach/decideNotices.ts';
import { lastNamed } from '../../breach/times.ts';
import { controllersOf, type DataSet } from '../../rules/facts.ts';
import type { Instant } from '../../rules/instant.ts';
import { LETTER_VERSIONS, type DataKind, type LetterVersion, type LetterWords } from '../../words/letters/letterWords.ts';
import { letterWordsOf } from '../../words/letters/letterWordsOf.ts';
import { localParts } from '../../words/moments.ts';
import type { LetterDetails, LetterTexts } from './letterDetails.ts';

export type LetterSetting = {
  readonly sender: LetterDetails['sender'] & { readonly id: string };
  readonly contact: LetterDetails['contact'];
  readonly dataKinds: readonly DataKind[];
  /** IANA name of the place whose days count. */
  readonly zone: string;
  /** The version whose words the measures of the record are written in; the others keep them open. */
  readonly recordedIn: LetterVersion;
};

/**
 * A first draft from what the record says, in every version, for the officer to edit. Measures stand in the record in one language; the
 * other versions leave them out, and `letterFindings` says that they are missing.
 */
export function proposeLetter(record: CaseRecord, setting: LetterSetting): LetterDetails {
  const { sender, contact, dataKinds } = setting;
  const texts = LETTER_VERSIONS.map((version) => [version, proposedTexts(record, setting, version)] as const);
  const { id: _, ...shown } = sender;
  return { sender: shown, contact, dataKinds, texts: Object.fromEntries(texts) };
}

function proposedTexts(record: CaseRecord, setting: LetterSetting, version: LetterVersion): LetterTexts {
  const words = letterWordsOf(version);
  const kinds = setting.dataKinds.map((kind) => words.dataKinds[kind]);
  // A question that is open in the notice to the authority is work of ours, and nothing for the persons.
  const measures = version === setting.recordedIn ? record.measures.filter(({ measureId }) => !isNoticeTask(measureId)) : [];
  return {
    nature: natureOf(record, setting, words),
    consequences: kinds.flatMap(({ consequences }) => consequences),
    measuresTaken: measures.filter(({ finishedAt }) => finishedAt !== undefined).map(({ text }) => text),
    measuresPlanned: measures.filter(({ finishedAt }) => finishedAt === undefined).map(({ text }) => text),
    advice: kinds.flatMap(({ advice, adviceInGermany = [] }) => [
      ...advice,
      ...(setting.sender.country === 'DE' ? adviceInGermany : []),
    ]),
  };
}

function natureOf(record: CaseRecord, { sender, zone }: LetterSetting, words: LetterWords): readonly string[] {
  const { incident } = record.hints;
  const day = (moment: Instant | undefined, says: (day: string) => string): readonly string[] => {
    if (moment === undefined) return [];
    const { year, month, day: date } = localParts(moment, zone);
    return [says(words.day(year, month, date))];
  };
  return [
    ...(incident === undefined || incident === 'other' ? [] : [words.incidents[incident]]),
    ...day(lastNamed(record, 'occurred')?.moment, words.occurred),
    ...day(lastNamed(record, 'noticed')?.moment, words.noticed),
    ...factSentences(dataSetsOf(record, sender.id), words),
  ];
}

const dataSetsOf = (record: CaseRecord, controller: string): readonly DataSet[] =>
  record.dataSets.filter((dataSet) => dataSet.role !== 'processor' && controllersOf(dataSet).includes(controller));

/** Each sentence once, and only where every data set of this controller says the same: else the officer has to say what holds for whom. */
function factSentences(dataSets: readonly DataSet[], words: LetterWords): readonly string[] {
  const facts = Object.entries(words.facts) as [keyof LetterWords['facts'], Readonly<Record<string, string>>][];
  return facts.flatMap(([fact, sentences]) => {
    const answers = new Set(dataSets.map((dataSet) => dataSet.facts[fact] ?? ''));
    const [answer = '', ...others] = answers;
    const sentence = others.length === 0 && Object.hasOwn(sentences, answer) ? sentences[answer] : undefined;
    return sentence === undefined ? [] : [sentence];
  });
}
