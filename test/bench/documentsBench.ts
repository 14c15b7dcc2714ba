import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { stdout } from 'node:process';
import { NOTICE_FORMATS, noticeFile, type NoticeFormat } from '../../adapters/documents/noticeFile.ts';
import { noticeDocx } from '../../adapters/documents/noticeDocx.ts';
import { noticePdf } from '../../adapters/documents/noticePdf.ts';
import { decisionPaper, decisionsForPapers } from '../../src/notices/papers/decisionPaper.ts';
import { personsLetter } from '../../src/notices/persons/personsLetter.ts';
import { proposeLetter } from '../../src/notices/persons/proposeLetter.ts';
import { LETTER_VERSIONS } from '../../src/words/letters/letterWords.ts';
import type { NoticeDocument } from '../../src/notices/document.ts';
import { CASES_TO_NOTIFY, completeNotice, noticeAfter } from '../support/completeNotice.ts';
import { hour, PERSONS, report, setting } from '../support/sampleCase.ts';
import { quantile } from './quantile.ts';

const LANGUAGES = ['de', 'en'] as const;
const ROUNDS = 3;
/** The longest that producing all documents of one case may take: a person waits for it. */
const MOST_MILLISECONDS = 15_000;

/** How long all documents of a case take: the notice in every format and language, the letters in every version, a decision paper. */
export async function benchDocuments(): Promise<boolean> {
  const load = loadavg().map((value) => value.toFixed(1));
  stdout.write(`Node ${process.versions.node}, ${cpus().length} cores, load of the machine ${load.join(' / ')}\n\n`);
  const times = new Map<string, number[]>();
  const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    await work();
    times.set(what, [...(times.get(what) ?? []), performance.now() - start]);
  };
  // The first of all loads the libraries and the fonts.
  await timed('the very first, with all that has to be loaded', () => wholeCase(0));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const at of CASES_TO_NOTIFY.keys()) {
      await timed('all documents of one case', () => wholeCase(at));
      for (const format of NOTICE_FORMATS) await timed(`one notice as ${format}`, () => drawn(at, format));
    }
  for (const [what, taken] of times)
    stdout.write(`${what}: median ${shown(quantile(taken, 0.5))}, longest ${shown(Math.max(...taken))}\n`);
  return (times.get('all documents of one case') ?? []).every((taken) => taken <= MOST_MILLISECONDS);
}

const shown = (milliseconds: number): string =>
  milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${milliseconds.toFixed(0)} ms`;

async function drawn(at: number, format: NoticeFormat): Promise<unknown> {
  const published = CASES_TO_NOTIFY[at];
  return published && noticeFile(completeNotice(published), { format, lang: 'de' });
}

async function wholeCase(at: number): Promise<void> {
  const published = CASES_TO_NOTIFY[at];
  if (published === undefined) return;
  const notice = completeNotice(published);
  for (const lang of LANGUAGES) for (const format of NOTICE_FORMATS) await noticeFile(notice, { format, lang });
  for (const document of [...letters(notice), ...papers()]) {
    await noticeDocx(document, { at: notice.drawnAt });
    await noticePdf(document, { at: notice.drawnAt });
  }
}

function letters({ record }: ReturnType<typeof completeNotice>): readonly NoticeDocument[] {
  const details = proposeLetter(record, {
    sender: { id: 'acme', name: 'Acme Verkehr GmbH', address: ['Hafenweg 12', '48155 Münster'], country: 'DE' },
    contact: { name: 'Datenschutzstelle', phone: '0211 123456', email: 'datenschutz@acme.example' },
    ...{ dataKinds: ['contact', 'password', 'card'], zone: 'Europe/Berlin', recordedIn: 'de' },
  });
  return LETTER_VERSIONS.flatMap((version) => [
    personsLetter(details, version, 'person'),
    personsLetter(details, version, 'partly'),
  ]);
}

function papers(): readonly NoticeDocument[] {
  const { record } = noticeAfter([
    report,
    {
      ...{
        type: 'RecordDecision',
        decisionId: 'd1',
        reasons: 'Später gelöscht.',
        decidedBy: 'Chris',
        dpoAdvice: 'Einverstanden.',
      },
      decision: { kind: 'exception', duties: [PERSONS], ground: 'art34-3-b' },
      at: hour(1),
    },
  ]);
  const paper = { lang: 'de', zone: 'Europe/Berlin', nameOf: (id: string) => id, setting } as const;
  return decisionsForPapers(record).map((decided) => decisionPaper(record, decided, paper));
}
