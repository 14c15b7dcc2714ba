import { NOTICE_FIELDS, isNoticeField, type NoticeFieldName } from '../../src/breach/noticeFields.ts';
import { labelOf, nextNotice, noticeDuties } from '../../src/dialogue/noticePages.ts';
import { sayValue } from '../../src/notices/fieldValue.ts';
import type { FilledField } from '../../src/notices/noticeFields.ts';
import { NOTICE_PART_ROWS, NOTICE_PARTS } from '../../src/notices/noticeParts.ts';
import { noticeSender } from '../../src/notices/noticeSender.ts';
import { noticeWords } from '../../src/notices/noticeWords.ts';
import { noticeEntryWords } from './noticeEntryWords.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';
import type { Desk, ReadNow } from './recordInCase.ts';

/** The fields in the order in which people come to know them. */
const ORDER: readonly NoticeFieldName[] = NOTICE_PARTS.flatMap((part) => NOTICE_PART_ROWS[part].fields);

/** What each notice of the case lacks or only has as a proposal: the name to enter it by, what it takes, and where a proposal comes from. */
export function nextFields(now: ReadNow, { organisation, at }: Desk, language: CommandLineLanguage): string {
  const words = noticeEntryWords[language];
  const duties = noticeDuties({ caseId: now.caseId, record: now.record, version: now.version });
  if (duties.length === 0) return words.wrong.whichDuty('');
  const lines = duties.flatMap((duty) => {
    const sender = noticeSender(organisation, duty.owedBy);
    const { fields } = nextNotice({ record: now.record, events: now.events, sender, duty, now: at });
    const open = ORDER.flatMap((name) => {
      const field = fields.get(name);
      return field !== undefined && field.state !== 'known' && field.needed !== 'no' ? [field] : [];
    });
    const part = (needed: FilledField['needed'], title: string): readonly string[] => {
      const own = open.filter((field) => field.needed === needed);
      return own.length === 0 ? [] : [title, ...own.map((field) => fieldLine(field, organisation.timeZone, language))];
    };
    const both = [...part('now', words.needsNow), ...part('for-complete', words.forComplete)];
    return [`${duty.owedBy} → ${duty.recipient}`, ...(both.length === 0 ? [words.nothingMissing.trim()] : both)];
  });
  return `${lines.join('\n')}\n`;
}

function fieldLine(field: FilledField, zone: string, language: CommandLineLanguage): string {
  const words = noticeEntryWords[language];
  const head = `  ${field.id}: ${labelOf(field.id)[language]} (${takes(field.id, language)})`;
  if (field.state === 'proposed') {
    const { value, source } = field;
    return `${head}\n    ${words.proposal}, ${noticeWords[language].from[source]}: ${sayValue(value, language, zone).replaceAll('\n', ' ')}`;
  }
  return field.state === 'to-be-determined' ? `${head}\n    ${noticeWords[language].open}` : head;
}

function takes(name: string, language: CommandLineLanguage): string {
  if (!isNoticeField(name)) return '';
  const shape = NOTICE_FIELDS[name];
  return 'values' in shape
    ? shape.values.join(shape.input === 'choices' ? ',' : '|')
    : noticeEntryWords[language].takes[shape.input];
}
