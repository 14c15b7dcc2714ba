import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { caseId, caseNumber } from '../../src/breach/identifiers.ts';
import { fold } from '../../src/breach/evolve.ts';
import { CaseUnreadable } from '../../src/register/caseUnreadable.ts';
import { headAfter } from '../../src/register/headAfter.ts';
import { readCase } from '../../src/register/readCase.ts';
import { ada, adding, hoursAfterNine, opening } from '../contracts/sampleWrites.ts';

const [reported] = opening('c-1').events;
const [added] = adding('c-1', 1).events;
const meta = { at: hoursAfterNine(1), by: ada };
const closed: BreachEvent = { ...meta, type: 'CaseClosed', note: '' };
const reopened: BreachEvent = { ...meta, type: 'CaseReopened', reasons: 'neue Erkenntnisse' };
const joined: BreachEvent = { ...meta, type: 'JoinedInto', main: caseId('c-2'), mainNumber: caseNumber('DP', 2026, 2) };

describe('the head of a case', () => {
  it.each<[string, BreachEvent[]]>([
    ['reported', [reported]],
    ['added to', [reported, added]],
    ['closed', [reported, closed]],
    ['reopened', [reported, closed, reopened]],
    ['closed again', [reported, closed, reopened, added, closed]],
    ['joined into another', [reported, joined]],
  ])('says of a case that was %s what its events say', (_, events) => {
    const record = fold(events);
    if (record.status === 'none') return expect.unreachable();
    const { number, status, reporter, openedAt } = record;
    expect(headAfter(undefined, events)).toEqual({ number, status, reporter, openedAt });
  });

  it('goes on from where it was', () => {
    const before = headAfter(undefined, [reported]);
    expect(headAfter(before, [closed])).toEqual({ ...before, status: 'closed' });
    expect(headAfter(before, [added])).toEqual(before);
  });

  it('does not begin without a report', () => {
    expect(() => headAfter(undefined, [closed])).toThrow(RangeError);
  });
});

describe('reading a case', () => {
  const entry = (sequence: number, event: object) => ({
    caseId: caseId('c-1'),
    sequence,
    commandId: `command ${sequence}`,
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
