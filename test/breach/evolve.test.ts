import { describe, expect, it } from 'vitest';
import { clockInForce, endedDuties, isDischarged, openDuties } from '../../src/breach/duties.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { evolve, fold } from '../../src/breach/evolve.ts';
import { assessCase, assessmentInput } from '../../src/breach/assessCase.ts';
import { isWideGap } from '../../src/breach/times.ts';
import {
  AUTHORITY,
  dutyOf,
  givenDone,
  hour,
  officer,
  PERSONS,
  RECORD,
  report,
  setting,
  stolenData,
  type LooseCommand,
} from '../support/given.ts';

const meta = { at: hour(2), by: officer };
const notice: LooseCommand = {
  ...{ type: 'RecordNotice', duty: AUTHORITY, sentAt: hour(1), to: 'LDI', means: 'Formular' },
  ...{ reference: 'LDI 7', missing: '', reasonsForDelay: '' },
};

describe('a log that cannot be read stops us', () => {
  it('at an event this version does not know', () => {
    const later = { ...meta, type: 'CaseSealed' } as unknown as BreachEvent;
    expect(() => evolve(givenDone(report).state, later)).toThrow(
      /does not know: CaseSealed.*Run the version of Fristwacht that wrote it/,
    );
  });
  it('when it does not begin with the report', () => {
    expect(() => fold([{ ...meta, type: 'CaseClosed', note: '' }])).toThrow(/begins with CaseClosed instead of BreachReported/);
  });
  it('when the report comes twice', () => {
    const { record } = givenDone(report);
    const again: BreachEvent = {
      ...{ ...meta, type: 'BreachReported', number: record.number, text: 'Laptop weg', noticedAt: hour(0) },
      ...{ reporter: record.reporter, reporterName: 'Rita', language: 'de', source: { by: 'self' } },
    };
    expect(() => evolve(record, again)).toThrow(/BreachReported twice/);
  });
  it('without a word of its content', () => {
    const secret = { ...meta, type: 'CaseSealed', text: 'Frau Müller ist betroffen' } as unknown as BreachEvent;
    expect(() => evolve(givenDone(report).state, secret)).not.toThrow(/Müller/);
  });
});

it('no log is no case', () => expect(fold([])).toEqual({ status: 'none' }));

it('says which duties are open and which have ended, in the order they came up', () => {
  const { record } = givenDone(report, notice);
  expect(openDuties(record).map(({ id }) => id)).toEqual([RECORD, PERSONS]);
  expect(endedDuties(record).map(({ id, end }) => [id, end.how])).toEqual([[AUTHORITY, 'notice']]);
  expect(isDischarged(dutyOf(record, AUTHORITY))).toBe(true);
});

it('the last clock set is the one in force', () => {
  const { record } = givenDone(report, { type: 'RecordTime', time: 'noticed', moment: hour(-4), source: '', reasons: '' });
  expect(clockInForce(dutyOf(record, AUTHORITY))).toMatchObject({ clock: 2, dueBy: hour(68) });
});

it('the case moved when something was last done for it', () => {
  const { record } = givenDone(report, { type: 'AddToReport', text: 'Noch etwas', authorName: 'Rita', at: hour(3) });
  expect(record.movedAt).toBe(hour(3));
});

it('asks the rules with the facts as recorded and the clock of each controller', () => {
  const kita: LooseCommand = { type: 'RecordDataSet', dataSet: 'kita', label: 'Akten', controller: 'kita', role: 'controller' };
  const aware: LooseCommand = {
    ...{ type: 'RecordDecision', decisionId: 'a1', reasons: 'Bestätigt', decidedBy: 'Herr Amt', dpoAdvice: '' },
    decision: { kind: 'awareness', controller: 'kita', moment: hour(0.5) },
  };
  const { record } = givenDone(report, kita, aware, { type: 'AnswerFact', fact: 'personalData', answer: 'yes' });
  expect(assessmentInput(record, setting)).toEqual({
    sheet: {
      incident: { personalData: 'yes' },
      dataSets: [
        { id: 'main', controller: 'acme', role: 'controller', facts: {} },
        { id: 'kita', controller: 'kita', role: 'controller', facts: {} },
      ],
    },
    controllers: setting.controllers,
    self: 'acme',
    startsAt: { acme: hour(-1), kita: hour(0.5) },
  });
});

it('what is recorded is what the rules say', () => {
  const { record } = givenDone(report, ...stolenData);
  const assessment = assessCase(record, setting);
  expect(record.duties.map(({ id, status }) => [id, status])).toEqual(assessment.duties.map(({ id, status }) => [id, status]));
  expect([record.risk, record.ruleSet, record.openFacts]).toEqual([assessment.risk, assessment.ruleSet, assessment.ask.length]);
});

it('warns of an awareness more than a day after the earliest named moment', () => {
  const { record } = givenDone(report);
  expect(isWideGap(record, hour(23))).toBe(false);
  expect(isWideGap(record, hour(23.01))).toBe(true);
});
