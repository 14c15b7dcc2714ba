import { describe, expect, it } from 'vitest';
import { edpbTemplate } from '../../src/notices/edpbTemplate.ts';
import { FIELD_TABLE, type FieldId } from '../../src/notices/fieldTable.ts';
import { authorityDocument } from '../../src/notices/authorityDocument.ts';
import { pastePack } from '../../src/notices/pastePack.ts';
import { plainDocument } from '../../src/notices/plainDocument.ts';
import { CASES_TO_NOTIFY, completeNotice, noticeAfter } from '../support/completeNotice.ts';
import { hour, report, type LooseCommand } from '../support/sampleCase.ts';
import { stolenData } from '../support/given.ts';

const says = (field: string, value: string): LooseCommand => ({ type: 'AnswerNoticeField', field, answer: 'said', value });
const jsonOf = (commands: readonly LooseCommand[], now = hour(2)) =>
  edpbTemplate(noticeAfter([report, ...commands], { now }), 'de');
const field = (json: ReturnType<typeof edpbTemplate>, id: FieldId) =>
  [...json.fields, ...json.beyondTemplate].find((one) => one.id === id);
const goals = { access: 'none', availability: 'unaffected', alteration: 'none' } as const;
const facts = (of: object): readonly LooseCommand[] =>
  Object.entries({ personalData: 'yes', ...goals, ...of }).map(
    ([fact, answer]) => ({ type: 'AnswerFact', fact, answer }) as LooseCommand,
  );

describe('the faults of the draft template are named, and not repeated', () => {
  const named = jsonOf([]).departures;
  it('names each with what is done here instead', () => {
    expect(named.map(({ field }) => field)).toEqual([49, 83, 89, 95, 4]);
    for (const { fault, here } of named) expect(fault.length * here.length).toBeGreaterThan(100);
  });

  it('49: reasons for the delay are needed where the notice is late, and only there', () => {
    expect(field(jsonOf([], hour(2)), 'delayReasons')).toMatchObject({ numbers: [49], needed: 'no' });
    expect(field(jsonOf([], hour(80)), 'delayReasons')).toMatchObject({ numbers: [49], needed: 'now' });
  });

  it('83: consequences for availability hang on availability, not on integrity', () => {
    const lost = jsonOf(facts({ availability: 'lost' }));
    expect(field(lost, 'consequencesAvailability')).toMatchObject({ numbers: [83, 84], needed: 'now' });
    expect(field(lost, 'consequencesIntegrity')).toMatchObject({ needed: 'no' });
    const altered = jsonOf(facts({ alteration: 'uncorrected' }));
    expect(field(altered, 'consequencesAvailability')).toMatchObject({ needed: 'no' });
    expect(field(altered, 'consequencesIntegrity')).toMatchObject({ numbers: [81, 82], needed: 'now' });
  });

  it('89: each level of risk is a value of its own, in every language', () => {
    const risks = CASES_TO_NOTIFY.map(
      (one) => field(edpbTemplate(completeNotice(one), 'en'), 'riskOutcome') as { value?: unknown },
    );
    expect(new Set(risks.map(({ value }) => value))).toEqual(new Set(['risk', 'high']));
    expect(field(jsonOf([]), 'riskOutcome')).toMatchObject({ numbers: [89], value: 'needs-information' });
  });

  it('95: a description of permanent measures is text', () => {
    expect(field(jsonOf([says('permanentDetail', 'Zweiter Faktor')]), 'permanentDetail')).toMatchObject({
      ...{ numbers: [95], input: 'text', value: 'Zweiter Faktor' },
    });
  });

  it('4: what is to be determined makes the notice incomplete', () => {
    const [published] = CASES_TO_NOTIFY;
    if (published === undefined) throw new Error('There is no case.');
    expect(edpbTemplate(completeNotice(published), 'de').notification).toMatchObject({ subtype: 'complete', missing: [] });
    const open: LooseCommand = {
      ...{ type: 'AnswerNoticeField', field: 'subjectsNumberKind', answer: 'to-be-determined', value: '' },
      task: { text: 'Zahl klären', owner: 'Ina', dueBy: hour(30) },
    };
    const json = jsonOf([open]);
    expect(json.notification.subtype).toBe('incomplete');
    expect(field(json, 'subjectsNumberKind')).toMatchObject({
      state: 'to-be-determined',
      task: { owner: 'Ina', dueBy: hour(30) },
    });
  });
});

describe('the structure of the JSON', () => {
  it('orders the fields as the draft numbers them where it has one, and keeps the others apart', () => {
    const json = jsonOf(stolenData);
    expect(json.fields.length + json.beyondTemplate.length).toBe(FIELD_TABLE.length);
    expect(json.fields.every(({ numbers }) => numbers.length > 0 && numbers.every((no) => no >= 1 && no <= 126))).toBe(true);
    expect(json.beyondTemplate.every(({ numbers }) => numbers.length === 0)).toBe(true);
    expect(json.template.status).toContain('consultation');
    expect(json.notification).toMatchObject({ type: 'new', kind: 'first', authority: 'de-nw', law: 'Art. 33 GDPR' });
    expect(field(json, 'noticeKind')).toMatchObject({ value: 'first', text: 'Erste Meldung' });
  });
});

describe('a measure that nobody tied to a risk', () => {
  const plan: LooseCommand = { type: 'PlanMeasure', measureId: 'm1', text: 'Platte löschen', dueBy: hour(90), owner: 'Ina' };
  const tied: LooseCommand = { type: 'ExplainMeasure', measureId: 'm1', against: 'Lesen', effect: '' };
  it('is marked in the notice and in the paste pack, until somebody does', () => {
    const untied = noticeAfter([report, plan]);
    expect(plainDocument(authorityDocument(untied, 'de'))).toContain('Bei einer Maßnahme fehlt noch, welches Risiko sie mindert');
    const stateOf = (notice: typeof untied) =>
      pastePack({ ...notice, authority: 'de-bw' }, 'de').entries.find(({ fields }) => fields.includes('measuresPlanned'))?.state;
    expect(stateOf(untied)).toBe('check');
    expect(stateOf(noticeAfter([report, plan, tied]))).toBe('ready');
  });
});
