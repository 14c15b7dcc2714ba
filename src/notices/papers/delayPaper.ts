import type { CaseRecord, NoticeState } from '../../breach/breachCase.ts';
import { clockInForce, dutyById } from '../../breach/duties.ts';
import { hoursBetween } from '../../rules/instant.ts';
import { paperWords } from '../../words/letters/paperWords.ts';
import { wordsOf } from '../../words/wordsOf.ts';
import type { NoticeDocument } from '../document.ts';
import type { PaperSetting } from './paperSetting.ts';

const WEEK_HOURS = 7 * 24;
const MONTH_HOURS = 30 * 24;

/** The notices that were sent late; each needs its reasons (Art. 33(1), second sentence GDPR). */
export const lateNotices = (record: CaseRecord): readonly NoticeState[] => record.notices.filter(({ late }) => late);

/** Why a notice came late, with the questions that its reasons should answer: more of them, the longer it took. */
export function delayPaper(record: CaseRecord, notice: NoticeState, { lang, zone, nameOf }: PaperSetting): NoticeDocument {
  const words = paperWords[lang];
  const { moment, duties, recipient } = wordsOf(lang);
  const duty = dutyById(record, notice.duty);
  const clock = duty && clockInForce(duty);
  const hours = clock?.dueBy === undefined ? 0 : Math.ceil(hoursBetween(clock.dueBy, notice.sentAt));
  const asks = [
    ...words.delayAsks.days,
    ...(hours > WEEK_HOURS ? words.delayAsks.week : []),
    ...(hours > MONTH_HOURS ? words.delayAsks.month : []),
  ];
  const rows = [
    ...(duty ? [[words.labels.duties, `${duties[duty.kind].name}, ${recipient(duty.kind, duty.recipient)}`]] : []),
    ...(duty ? [[words.labels.owedBy, nameOf(duty.owedBy)]] : []),
    ...(clock ? [[words.labels.startsAt, moment(clock.startsAt, zone)]] : []),
    ...(clock?.dueBy === undefined ? [] : [[words.labels.dueBy, moment(clock.dueBy, zone)]]),
    [words.labels.sentAt, moment(notice.sentAt, zone)],
    [words.labels.late, words.lateBy(hours)],
    [words.labels.to, notice.to],
    [words.labels.means, notice.means],
    [words.labels.reference, notice.reference || words.none],
  ];
  return {
    title: words.titles.delay,
    lang,
    mark: record.number,
    isOnePage: true,
    blocks: [
      { kind: 'heading', level: 1, text: words.titles.delay },
      { kind: 'table', head: [words.labels.case, record.number], rows },
      { kind: 'heading', level: 2, text: words.headings.reasons },
      { kind: 'paragraph', text: notice.reasonsForDelay },
      { kind: 'heading', level: 2, text: words.headings.questions },
      { kind: 'list', items: asks },
      { kind: 'heading', level: 2, text: words.headings.law },
      { kind: 'paragraph', text: words.law.delay },
    ],
  };
}
