import { describe, expect, it } from 'vitest';
import { noticePdf } from '../../adapters/documents/noticePdf.ts';
import { controllerNotice, controllerState } from '../../src/notices/controllers/controllerNotice.ts';
import { decisionPaper, decisionsForPapers } from '../../src/notices/papers/decisionPaper.ts';
import { delayPaper, lateNotices } from '../../src/notices/papers/delayPaper.ts';
import { plainText } from '../../src/notices/plainText.ts';
import { AUTHORITY, givenDone, givenDoneUnder, hour, PERSONS, report, setting, type LooseCommand } from '../support/given.ts';
import { readPdf } from '../support/readDocuments.ts';

const paper = { lang: 'de', zone: 'Europe/Berlin', nameOf: (id: string) => `Name von ${id}`, setting } as const;
const assessed: readonly LooseCommand[] = [report];

describe('a decision paper', () => {
  it('holds reasons, decider and trace of not notifying, on one page', async () => {
    const { record } = givenDone(...assessed, {
      ...{
        type: 'RecordDecision',
        decisionId: 'd1',
        reasons: 'Nur ein Name ging an einen Kollegen.',
        decidedBy: 'Chris Chef',
        dpoAdvice: 'Melden.',
      },
      decision: { kind: 'not-notifying', duties: [AUTHORITY], againstAssessment: true },
    });
    const [decided] = decisionsForPapers(record);
    if (decided === undefined) throw new Error('There is no decision.');
    const document = decisionPaper(record, decided, paper);
    const text = plainText(document);
    for (const said of [
      'Nur ein Name ging an einen Kollegen.',
      'Chris Chef',
      'Melden.',
      'Name von acme',
      'weicht von der Einschätzung',
      'Art. 33',
    ])
      expect(text).toContain(said);
    expect(text).toMatch(/[✓✗?] \| .+ \| Art\. 33/u);
    expect((await readPdf(await noticePdf(document, { at: hour(2) }))).pages).toBe(1);
  });

  it('says of an exception whether the residual risk is settled, and presumes nothing', () => {
    const exception: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'd1', reasons: 'Fernlöschung.', decidedBy: 'Chris', dpoAdvice: '' },
      decision: { kind: 'exception', duties: [PERSONS], ground: 'art34-3-b' },
    };
    const residual = (...answers: readonly LooseCommand[]) => {
      const { record } = givenDone(...assessed, ...answers, exception);
      return decisionsForPapers(record).map((one) => plainText(decisionPaper(record, one, paper)))[0];
    };
    expect(residual()).toContain('ist nicht für jeden Datenbestand beantwortet');
    expect(residual({ type: 'AnswerFact', fact: 'highRiskAverted', answer: 'no' })).toContain('Die Ausnahme trägt so nicht');
  });
});

describe('the reasons for a delay', () => {
  it('are asked for more fully, the longer it took', () => {
    const text = (hours: number) => {
      const { record } = givenDone(...assessed, {
        ...{
          type: 'RecordNotice',
          at: hour(hours + 1),
          duty: AUTHORITY,
          sentAt: hour(hours),
          to: 'LDI',
          means: 'Portal',
          reference: 'A1',
        },
        ...{ missing: '', reasonsForDelay: 'Ein Angriff.' },
      });
      return lateNotices(record).map((notice) => plainText(delayPaper(record, notice, paper)))[0];
    };
    expect(text(50)).toBeUndefined();
    expect(text(80)).toContain('Ein Angriff.');
    expect(text(80)).not.toContain('an jedem Tag');
    expect(text(300)).toContain('an jedem Tag');
    expect(text(300)).not.toContain('Wer wusste wann davon');
    expect(text(900)).toContain('Wer wusste wann davon');
  });
});

describe('a processor with forty controllers', () => {
  const ids = Array.from({ length: 40 }, (_, at) => `c${at + 1}`);
  const terms = ids.map((id, at) => ({
    id,
    name: `Kunde ${id}!`,
    contact: at < 3 ? '' : `${id}@x.example`,
    hours: 24,
    confidentiality: '',
  }));
  const served = {
    ...setting,
    controllers: [
      ...setting.controllers,
      ...ids.map((id) => ({ id, country: 'DE', sector: 'private', authority: 'de-nw' }) as const),
    ],
  };
  const history: readonly LooseCommand[] = [
    report,
    ...ids.map(
      (id): LooseCommand => ({ type: 'RecordDataSet', dataSet: id, label: `Daten ${id}!`, controller: id, role: 'processor' }),
    ),
  ];
  const sent = (id: string): LooseCommand => ({
    ...{
      type: 'RecordNotice',
      at: hour(3),
      duty: `art33-2:acme:${id}`,
      sentAt: hour(2),
      to: id,
      means: 'E-Mail',
      reference: `mail-${id}`,
    },
    ...{ missing: '', reasonsForDelay: '' },
  });

  it('owes each of them a word of its own, with its own state and proof, until the last is told', () => {
    const told = givenDoneUnder(served, ...history, ...ids.slice(3).map(sent)).record;
    const states = terms.map((one) => controllerState(told, one));
    expect(states.filter(({ state }) => state === 'no-address').map(({ terms: { id } }) => id)).toEqual(['c1', 'c2', 'c3']);
    expect(states.filter(({ state }) => state === 'sent')).toHaveLength(37);
    expect(states[5]).toMatchObject({ proof: 'mail-c6', sentAt: hour(2) });
    const all = givenDoneUnder(served, ...history, ...ids.map(sent)).record;
    expect(terms.every((one) => controllerState(all, one).state === 'sent')).toBe(true);
  });

  it('names no other customer in any notice', () => {
    const { record } = givenDoneUnder(served, ...history);
    const contact = { name: 'Dora', phone: '1', email: '' };
    for (const one of terms) {
      const text = plainText(
        controllerNotice(record, one, { lang: 'de', zone: 'Europe/Berlin', processor: 'Acme', contact, at: hour(2) }),
      );
      expect(text).toContain(`Daten ${one.id}!`);
      expect(terms.filter(({ id }) => id !== one.id && (text.includes(`Kunde ${id}!`) || text.includes(`Daten ${id}!`)))).toEqual(
        [],
      );
    }
  });
});
