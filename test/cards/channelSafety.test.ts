// DESIGN invariant 9: a channel message and a notification carry number, kind, state, duties and times, never a word of a person.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { plain } from '../../cards/plain.ts';
import { summary } from '../../cards/summary.ts';
import type { CaseRecord, ClockSetting, DutyState } from '../../src/breach/breachCase.ts';
import { caseId, caseNumber, personId } from '../../src/breach/identifiers.ts';
import { caseCard } from '../../src/prompt/caseCard.ts';
import { caseDetails } from '../../src/prompt/caseDetails.ts';
import { confirmationRequest } from '../../src/prompt/confirmationRequest.ts';
import { escalation } from '../../src/prompt/escalation.ts';
import { reminder } from '../../src/prompt/reminder.ts';
import type { Prompt, ReminderPurpose } from '../../src/prompt/prompt.ts';
import { instant } from '../../src/rules/instant.ts';
import { samplePrompts } from '../support/samplePrompts.ts';

/** Stands in every word of a person below, and nowhere in ours. */
const MARK = '⟦';
const words = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `${MARK}${text}`);
const moment = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => instant(date.toISOString()));

const zone = 'Europe/Berlin';
const organisation = { timeZone: zone, controllers: [{ id: 'acme', name: 'Acme GmbH' }], persons: [] };
const theCase = caseId('case-1');
const dora = personId('dora');

const clock: fc.Arbitrary<ClockSetting> = fc.record(
  { clock: fc.constant(1), basis: fc.constantFrom('precautionary', 'awareness'), startsAt: moment, dueBy: moment, setAt: moment },
  { requiredKeys: ['clock', 'basis', 'startsAt', 'setAt'] },
);

const duty: fc.Arbitrary<DutyState> = fc
  .record({
    kind: fc.constantFrom('art33-1', 'art33-2', 'art33-4', 'art33-5', 'art34-1'),
    recipient: fc.constantFrom('de-nw', 'persons', 'register', 'acme'),
    status: fc.constantFrom('owed', 'presumed', 'not-owed'),
    clock,
    at: moment,
    ended: fc.boolean(),
  })
  .map(({ kind, recipient, status, clock: setting, at, ended }) => ({
    ...{ id: `${kind}:acme:${recipient}`, kind, owedBy: 'acme', recipient, status, clocks: [setting] as const },
    ...(ended ? { end: { how: 'record' as const, at } } : {}),
  }));

/** A case in which every field that takes words holds such words. */
const record: fc.Arbitrary<CaseRecord> = fc
  .record({
    ...{
      w: fc.array(words, { minLength: 12, maxLength: 12 }),
      at: moment,
      duties: fc.uniqueArray(duty, { selector: ({ id }) => id, maxLength: 5 }),
    },
    ...{ status: fc.constantFrom('open', 'closed'), risk: fc.constantFrom('unlikely', 'low', 'risk', 'high') },
    ...{ incident: fc.constantFrom('attack', 'other', 'wrong-recipient'), openFacts: fc.nat(5) },
  })
  .map(({ w, at, duties, status, risk, incident, openFacts }): CaseRecord => {
    const [text, name, source, reasons, decidedBy, advice, to, reference, note, label, question, delay] = w as [
      string,
      ...string[],
    ] &
      Record<number, string>;
    return {
      ...{
        status,
        number: caseNumber('DP', 2026, 7),
        joinedNumbers: [],
        openedAt: at,
        reporter: personId('slack:U1'),
        reporterName: name!,
        reporterLanguage: 'de',
      },
      ...{
        source: { by: 'telephone', toldAt: at, informant: source! },
        text,
        additions: [{ text: note!, authorName: name!, at, by: dora }],
        hints: { incident },
      },
      ...{ incident: {}, dataSets: [{ id: 'data-1', controller: 'acme', role: 'controller', facts: {}, label: label! }] },
      ...{
        times: [{ time: 'noticed', moment: at, source: source!, reasons: reasons!, recordedAt: at, by: dora }],
        earliestNamed: at,
        awareness: {},
      },
      ...{ risk, ruleSet: 'gdpr', openFacts, duties },
      decisions: [
        {
          ...{
            decisionId: 'decision-1',
            decision: { kind: 'not-notifying', duties: duties.map(({ id }) => id), againstAssessment: false },
          },
          ...{
            reasons: reasons!,
            decidedBy: decidedBy!,
            dpoAdvice: advice!,
            recordedAt: at,
            recordedBy: dora,
            confirmations: [],
            counts: false,
          },
        },
      ],
      secondOpinions: {},
      contradictingRules: [],
      neighbours: [],
      notices: duties.slice(0, 1).map(({ id }) => ({
        ...{
          duty: id,
          sentAt: at,
          to: to!,
          means: to!,
          reference: reference!,
          missing: note!,
          late: true,
          reasonsForDelay: delay!,
          recordedAt: at,
          by: dora,
        },
      })),
      noticeFields: { incidentDescription: { answer: 'said', value: text, at, by: dora } },
      groups: [{ group: 'customers', kind: 'exact', count: '4711', detail: note!, at, by: dora }],
      authorityQuestions: [{ questionId: 'q-1', duty: 'art33-1:acme:de-nw', text: question!, receivedAt: at, dueBy: at }],
      toldInAdvance: [{ duty: 'art33-1:acme:de-nw', toldAt: at, spokeWith: name!, note: note! }],
      records: [{ duty: 'art33-5:acme:register', facts: text, effects: note!, remedialAction: reasons!, at }],
      measures: [{ measureId: 'measure-1', text, dueBy: at, owner: name!, note: note! }],
      questions: [
        {
          questionId: 'question-1',
          person: dora,
          text: question!,
          askedAt: at,
          askedBy: dora,
          answer: { text, at, authorName: name! },
        },
      ],
      ...{ told: [], excluded: [], erasedTexts: [], movedAt: at, reopenedTimes: 0 },
    };
  });

const PURPOSES: readonly ReminderPurpose[] = [
  ...(['new', 'step', 'overdue', 'escalation', 'lastWorkingHour', 'decisionMissing', 'investigation'] as const),
  ...(['measure', 'news', 'readyToClose'] as const),
];

/** Everything of this case that a channel, a decider's announcement or a locked screen may show. */
const publicPrompts = (of: CaseRecord): readonly Prompt[] => {
  const given = { caseId: theCase, record: of, organisation, asOf: instant('2026-12-07T11:20:00Z') };
  return [
    caseCard(given),
    ...PURPOSES.map((purpose) => reminder({ ...given, purpose })),
    reminder({ ...given, purpose: 'escalation', escalation: { because: 'timeLeft', told: 'nobody' } }),
    escalation({ ...given, because: 'noMovement', duties: of.duties }),
    ...of.decisions.map((decision) => confirmationRequest({ ...given, decision })),
  ];
};

const LANGUAGES = ['de', 'en'] as const;
const runs = { seed: 9, numRuns: 300 };

describe('words of people', () => {
  it('never stand on what a channel shows, whatever was written wherever in the case', () => {
    fc.assert(
      fc.property(record, (of) => {
        for (const prompt of publicPrompts(of)) {
          for (const language of LANGUAGES) {
            expect(JSON.stringify(adaptiveCard(prompt, language))).not.toContain(MARK);
            expect(plain(prompt, language)).not.toContain(MARK);
          }
        }
      }),
      runs,
    );
  });

  it('never stand in a notification, not even in that of the whole case', () => {
    fc.assert(
      fc.property(record, (of) => {
        const details = caseDetails({ caseId: theCase, record: of, organisation, asOf: instant('2026-12-07T11:20:00Z') });
        for (const prompt of [...publicPrompts(of), details]) {
          for (const language of LANGUAGES) {
            expect(summary(prompt, language)).not.toContain(MARK);
            expect(adaptiveCard(prompt, language).fallbackText).not.toContain(MARK);
          }
        }
      }),
      runs,
    );
  });

  it('do stand on the whole case, so the two tests above look for something that is there', () => {
    fc.assert(
      fc.property(record, (of) => {
        const details = caseDetails({ caseId: theCase, record: of, organisation, asOf: instant('2026-12-07T11:20:00Z') });
        expect(JSON.stringify(adaptiveCard(details, 'de'))).toContain(MARK);
      }),
      { ...runs, numRuns: 50 },
    );
  });

  it('stand in no notification of a question, an answer, a form or a kept message', () => {
    const text = `${MARK}geheim`;
    const written = samplePrompts.map(({ prompt }): Prompt => {
      if (prompt.kind === 'whichCase' || prompt.kind === 'personQuestion') return { ...prompt, text };
      if (prompt.kind === 'reportForm' || prompt.kind === 'form') return { ...prompt, values: { text, reasons: text } };
      if (prompt.kind === 'confirmationRequest') return { ...prompt, reasons: text, dpoAdvice: text, decidedBy: text };
      if (prompt.kind === 'looks') return { ...prompt, looks: prompt.looks.map((look) => ({ ...look, name: text })) };
      return prompt;
    });
    for (const prompt of written) for (const language of LANGUAGES) expect(summary(prompt, language)).not.toContain(MARK);
  });
});
