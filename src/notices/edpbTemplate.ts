// The notice as JSON, by the field numbers of the EDPB's draft template. The draft has faults of its own; where we depart from it we say so.
import type { Lang } from '../law/sources.ts';
import { NOTICE_FIELDS, isNoticeField } from '../breach/noticeFields.ts';
import type { AuthorityNotice } from './authorityNotice.ts';
import { referenceOf } from './authorityDocument.ts';
import type { FieldId } from './fieldTable.ts';
import { sayValue, type FieldValue } from './fieldValue.ts';
import type { FilledField } from './noticeFields.ts';

const EDPB_TEMPLATE = {
  name: 'EDPB common template for personal data breach notifications',
  version: '1.0 (draft)',
  adopted: '2026-06-10',
  status: 'public consultation until 2026-08-05; the final text is not known to us',
} as const;

/** Faults found in the draft, and what is done here instead. */
const TEMPLATE_FAULTS = [
  {
    field: 49,
    fault: 'The condition for the reasons for delay is reversed.',
    here: 'They are given where the notice is later than its period.',
  },
  {
    field: 83,
    fault: 'Consequences for availability depend on a breach of integrity.',
    here: 'They depend on a breach of availability.',
  },
  { field: 89, fault: 'Options b and c run together.', here: 'Each level of risk is a value of its own.' },
  { field: 95, fault: 'A description is typed as a date.', here: 'It is text.' },
  {
    field: 4,
    fault: '“To be determined” is foreseen for incomplete notices alone.',
    here: 'A needed field that is to be determined makes the notice incomplete.',
  },
] as const;

export function edpbTemplate(notice: AuthorityNotice, lang: Lang) {
  const all = notice.fields.map((field) => jsonField(field, notice, lang));
  const reference = referenceOf(notice);
  return {
    template: EDPB_TEMPLATE,
    departures: TEMPLATE_FAULTS,
    notification: {
      type: notice.kind === 'first' ? 'new' : 'follow_up',
      subtype: notice.subtype === 'withdrawal' ? 'withdraw' : notice.subtype,
      kind: notice.kind,
      case: notice.record.number,
      authority: notice.authority,
      drawnAt: notice.drawnAt,
      law: notice.law.place.en,
      risk: notice.record.risk,
      ...(reference !== undefined && { previousReference: reference }),
      earlier: notice.earlier.map(({ notice: kind, sentAt, reference: given }) => ({ kind, sentAt, reference: given })),
      missing: notice.lacking.map(({ id }) => id),
    },
    fields: all.filter(({ numbers }) => numbers.length > 0),
    beyondTemplate: all.filter(({ numbers }) => numbers.length === 0),
  };
}

function jsonField(field: FilledField, notice: AuthorityNotice, lang: Lang) {
  const { zone } = notice;
  const { id, row, needed, state } = field;
  const head = { numbers: row.edpb ?? [], id, label: row.label[lang], needed, state };
  switch (field.state) {
    case 'missing':
      return head;
    case 'to-be-determined':
      return { ...head, by: field.by, at: field.at, ...(field.task && { task: field.task }) };
    case 'known':
    case 'proposed': {
      const { value, source, by, at } = field;
      const said = { value: codeOf(id, notice) ?? jsonValue(value, lang), text: sayValue(value, lang, zone), source };
      return { ...head, ...said, ...(by !== undefined && { by }), ...(at !== undefined && { at }), ...choicesOf(field) };
    }
  }
}

/** What is a sentence for people is a value of a list here, whatever the language. */
const codeOf = (id: FieldId, { kind, subtype, record, authority }: AuthorityNotice): string | undefined => {
  const codes: Readonly<Partial<Record<FieldId, string>>> = {
    ...{ noticeKind: kind, noticeSubtype: subtype, authority, leadAuthority: authority },
    riskOutcome: record.openFacts > 0 ? 'needs-information' : record.risk,
  };
  return codes[id];
};

/** Whether one or several values of a list may stand there. */
const choicesOf = ({ id }: FilledField) => (isNoticeField(id) ? { input: NOTICE_FIELDS[id].input } : {});

function jsonValue(value: FieldValue, lang: Lang) {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'words':
      return value.words[lang];
    case 'choices':
      return value.choices;
    case 'goals':
      return value.goals;
    case 'moment':
      return value.moment;
    case 'number':
      return Number(value.number);
    case 'groups':
      return value.groups.map(({ group, kind, count, detail }) => ({
        group,
        kind,
        ...(count !== '' && { count: Number(count) }),
        detail,
      }));
    case 'measures':
      return value.measures.map(({ text, dueBy, owner, finishedAt, against, effect, note }) => ({
        ...{ text, dueBy, owner, note },
        ...(finishedAt !== undefined && { finishedAt }),
        ...(against !== undefined && { against }),
        ...(effect !== undefined && { effect }),
      }));
  }
}
