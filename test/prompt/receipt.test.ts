import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { receipt } from '../../src/prompt/receipt.ts';
import { assessed, dora, hours, organisation, recordOf, reported, reportedAt, theCase } from '../reminders/sampleCase.ts';

const opened = [reported, assessed(reportedAt, { kind: 'art33-1' })];
const receiptOf = (...more: readonly BreachEvent[]) =>
  receipt({ caseId: theCase, record: recordOf(...opened, ...more), organisation });

describe('the receipt', () => {
  it('names number, times and whom to reach, and asks for the three hints', () => {
    expect(receiptOf()).toEqual({
      kind: 'receipt',
      caseId: theCase,
      number: 'DP-2026-0001',
      zone: 'Europe/Berlin',
      reportedAt,
      noticedAt: reportedAt,
      hints: {},
      openHints: ['incident', 'contained', 'concerned'],
      noDisadvantage: false,
      contact: organisation.contactPoint,
      closed: false,
    });
  });

  it('asks for a hint no more once it was given', () => {
    const given: BreachEvent = { type: 'HintGiven', at: hours(1), by: dora, hint: 'contained', answer: 'no' };
    expect(receiptOf(given)).toMatchObject({ hints: { contained: 'no' }, openHints: ['incident', 'concerned'] });
  });

  it('asks for nothing more once the case is closed', () => {
    expect(receiptOf({ type: 'CaseClosed', at: hours(1), by: dora, note: '' })).toMatchObject({ closed: true, openHints: [] });
  });

  it('keeps the moment as the reporter said it, whatever the office names later', () => {
    const named: BreachEvent = {
      type: 'TimeRecorded',
      at: hours(2),
      by: dora,
      time: 'noticed',
      moment: hours(-20),
      source: 'Protokoll',
      reasons: 'x',
    };
    expect(receiptOf(named).noticedAt).toBe(reportedAt);
  });

  it('says that reporting has no disadvantage only where the employer confirmed it', () => {
    expect(
      receipt({ caseId: theCase, record: recordOf(...opened), organisation: { ...organisation, noDisadvantage: true } })
        .noDisadvantage,
    ).toBe(true);
  });
});
