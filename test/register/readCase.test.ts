import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { fold } from '../../src/breach/evolve.ts';
import { caseId } from '../../src/breach/identifiers.ts';
import { caseSummary } from '../../src/register/caseSummary.ts';
import { CaseUnreadable } from '../../src/register/caseUnreadable.ts';
import { readCase } from '../../src/register/readCase.ts';
import { ada, hoursAfterNine, nine, opening } from '../contracts/sampleWrites.ts';

const [reported] = opening('c-1').events;
const meta = { at: hoursAfterNine(1), by: ada };
const closed: BreachEvent = { ...meta, type: 'CaseClosed', note: '' };
const reopened: BreachEvent = { ...meta, type: 'CaseReopened', reasons: 'neue Erkenntnisse' };

describe('reading a case', () => {
  const entry = (sequence: number, event: object) => ({
    caseId: caseId('c-1'),
    sequence,
    ...meta,
    events: [event as BreachEvent],
    hash: '',
  });

  it('folds all entries', () => {
    const entries = [entry(1, reported), entry(2, closed)];
    expect(readCase({ caseId: caseId('c-1'), version: 2, entries })).toMatchObject({ status: 'closed', number: 'DP-2026-0001' });
  });

  it.each([
    ['of a newer version', { ...meta, type: 'FromTheFuture', text: 'Kundenliste' }],
    ['before the report', closed],
  ])('with an event %s names the case and nothing of its content', (what, event) => {
    const entries = what === 'before the report' ? [entry(1, event)] : [entry(1, reported), entry(2, event)];
    const reading = () => readCase({ caseId: caseId('c-1'), version: entries.length, entries });
    expect(reading).toThrow(CaseUnreadable);
    expect(reading).toThrow('The case c-1 cannot be read by this version.');
    expect(reading).not.toThrow(/Kundenliste/);
  });
});

describe('the summary of a case', () => {
  const duty = { owedBy: 'self', recipient: 'de-nw', status: 'owed', startsAt: nine } as const;
  const assessed: BreachEvent = {
    ...{ ...meta, type: 'AssessmentRecorded', ruleSet: '2026-11', risk: 'risk', openFacts: 3 },
    duties: [
      { ...duty, id: 'art33-1:self:de-nw', kind: 'art33-1', dueBy: hoursAfterNine(72) },
      { ...duty, id: 'art33-5:self:own', kind: 'art33-5' },
      { ...duty, id: 'art33-1:self:de-by', kind: 'art33-1', dueBy: hoursAfterNine(48) },
    ],
  };
  const hint: BreachEvent = { ...meta, type: 'HintGiven', hint: 'incident', answer: 'attack' };
  const summaryOf = (...events: readonly BreachEvent[]) => {
    const record = fold([reported, ...events]);
    return record.status === 'none' ? expect.unreachable() : caseSummary(record);
  };

  it('names each kind of open duty once, the earliest end of a period, and what happened', () => {
    expect(summaryOf(assessed, hint)).toEqual({
      status: 'open',
      openDuties: ['art33-1', 'art33-5'],
      firstDueBy: hoursAfterNine(48),
      kind: 'attack',
    });
  });

  it('says when the case was closed, and only while it is', () => {
    expect(summaryOf(closed)).toEqual({ status: 'closed', openDuties: [], closedAt: hoursAfterNine(1) });
    expect(summaryOf(closed, reopened)).toEqual({ status: 'open', openDuties: [] });
  });
});
