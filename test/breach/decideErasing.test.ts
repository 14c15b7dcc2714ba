import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import { retentionEnd, retentionOutcome, type RetentionSetting } from '../../src/breach/retention.ts';
import { instant } from '../../src/rules/instant.ts';
import {
  AUTHORITY,
  closedCase,
  declined,
  documented,
  givenDone,
  hour,
  type LooseCommand,
  number,
  officer,
  otherCase,
  otherNumber,
  PERSONS,
  RECORD,
  report,
  setting,
  stolenData,
} from '../support/given.ts';

const meta = { at: hour(1), by: officer };
const berlin = { ...setting, timeZone: 'Europe/Berlin' };
/** The last moment of 2029 in Berlin: the case of the tests is closed in November 2026. */
const regularEnd = instant('2029-12-31T23:59:59.999+01:00');
const afterEnd = instant('2030-01-02T09:00:00+01:00');

const extend = (until = instant('2031-06-30T12:00:00+02:00')): LooseCommand => ({
  type: 'ExtendRetention',
  until,
  reasons: ' Die Behörde prüft noch. ',
});
const erase = (more: Partial<Extract<LooseCommand, { readonly type: 'EraseCase' }>> = {}): LooseCommand => ({
  ...{ type: 'EraseCase', at: afterEnd, reasons: 'Frist vorbei', retention: 'bis Ende 2029', beforeEnd: false },
  ...more,
});
const texts = [
  { sequence: 1, part: '0/text' },
  { sequence: 1, part: '0/reporterName' },
];
const eraseText = {
  ...{ type: 'EraseText', sequence: 1, part: '0/text', reasons: 'Name eines Betroffenen', texts, alike: [] },
} as const satisfies LooseCommand;
const joined: readonly LooseCommand[] = [report, { type: 'JoinInto', main: otherCase, mainNumber: otherNumber }];

describe('how long a closed case is kept', () => {
  const closed = (...commands: readonly LooseCommand[]): CaseRecord => givenDone(...commands).record;

  it('until the end of the third year after closing, by the clocks of the place', () => {
    expect(retentionEnd(closed(...closedCase), berlin)).toBe(regularEnd);
    expect(retentionEnd(closed(...closedCase), { ...setting, timeZone: 'UTC' })).toBe('2029-12-31T23:59:59.999Z');
  });

  it('counts from the year of the place where a case is closed at the turn of the year', () => {
    const late = { ...closed(...closedCase), closedAt: instant('2026-12-31T23:30:00Z') };
    expect(retentionEnd(late, berlin)).toBe(instant('2030-12-31T23:59:59.999+01:00'));
  });

  it('has no end while the case is open, and none once it is erased', () => {
    expect(retentionEnd(closed(report), berlin)).toBeUndefined();
    expect(retentionEnd(closed(...closedCase, erase()), berlin)).toBeUndefined();
  });

  it('follows how the case came out', () => {
    const noBreach: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'd2', reasons: 'Testdaten', decidedBy: 'Frau Chef', dpoAdvice: '' },
      decision: { kind: 'no-breach', againstAssessment: true },
    };
    const notice: LooseCommand = {
      ...{ type: 'RecordNotice', duty: 'art33-1:acme:de-nw', sentAt: hour(1), to: 'LDI', means: 'Formular', reference: 'LDI 7' },
      ...{ missing: '', reasonsForDelay: '' },
    };
    expect(retentionOutcome(closed(...closedCase))).toBe('not-notified');
    expect(retentionOutcome(closed(report, noBreach))).toBe('no-breach');
    expect(retentionOutcome(closed(report, ...stolenData, notice))).toBe('notified');
  });

  it('follows the configuration, for each outcome its own', () => {
    const retention: RetentionSetting = {
      notified: { years: 10, reasons: 'Aufsicht' },
      'not-notified': { years: 5, reasons: 'Revision' },
      'no-breach': { years: 1, reasons: 'Datensparsamkeit' },
    };
    expect(retentionEnd(closed(...closedCase), { ...berlin, retention })).toBe(instant('2031-12-31T23:59:59.999+01:00'));
  });

  it('never ends before an extension, and an extension never shortens it', () => {
    const extended = closed(...closedCase, extend());
    expect(retentionEnd(extended, berlin)).toBe(instant('2031-06-30T12:00:00+02:00'));
    const shorter = { ...extended, retainUntil: hour(48) };
    expect(retentionEnd(shorter, berlin)).toBe(regularEnd);
  });
});

describe('keeping a case longer', () => {
  it('is recorded with its reasons', () => {
    const until = instant('2031-06-30T12:00:00+02:00');
    givenDone(...closedCase)
      .when(extend())
      .then({ ...meta, type: 'RetentionExtended', until, reasons: 'Die Behörde prüft noch.' });
  });
  it('takes reasons', () => {
    givenDone(...closedCase)
      .when({ ...extend(), reasons: ' ' } as LooseCommand)
      .thenRefused('reasonsMissing');
  });
  it('does not shorten, and names no moment that is past', () => {
    givenDone(...closedCase)
      .when(extend(instant('2029-06-30T12:00:00Z')))
      .thenRefused('retentionNotLonger');
    givenDone(...closedCase)
      .when({ ...extend(), at: instant('2032-01-01T00:00:00Z') })
      .thenRefused('retentionNotLonger');
  });
  it('waits until the case is closed', () => {
    givenDone(report).when(extend()).thenRefused('caseNotClosed');
  });
  it('stays quiet when it comes twice', () => {
    givenDone(...closedCase)
      .when(extend())
      .thenOnlyOnce();
  });
});

describe('erasing one text', () => {
  it('is recorded by its place, with reasons', () => {
    givenDone(report)
      .when(eraseText)
      .then({ ...meta, type: 'TextErased', sequence: 1, part: '0/text', reasons: 'Name eines Betroffenen' });
  });
  it('works on an open, a closed and a joined case, and ends no duty', () => {
    expect(givenDone(report).when(eraseText).thenHappens('TextErased').status).toBe('open');
    expect(
      givenDone(...closedCase)
        .when(eraseText)
        .thenHappens('TextErased').status,
    ).toBe('closed');
    expect(
      givenDone(...joined)
        .when(eraseText)
        .thenHappens('TextErased').status,
    ).toBe('joined');
    const before = givenDone(report).record;
    const after = givenDone(report).when(eraseText).thenHappens('TextErased');
    expect(after.duties).toEqual(before.duties);
  });
  it('takes reasons, and a text that the case has', () => {
    givenDone(report)
      .when({ ...eraseText, reasons: '' })
      .thenRefused('reasonsMissing');
    for (const sequence of [0, -1, 1.5, Number.NaN, 2, 99]) {
      givenDone(report)
        .when({ ...eraseText, sequence })
        .thenRefused('noSuchText');
    }
    for (const part of [' ', '0/reporter', '1/text', 'by']) {
      givenDone(report)
        .when({ ...eraseText, part })
        .thenRefused('noSuchText');
    }
  });
  it('stays quiet when it comes twice, and takes another text', () => {
    givenDone(report).when(eraseText).thenOnlyOnce();
    const both = givenDone(report, eraseText)
      .when({ ...eraseText, part: '0/reporterName' })
      .thenHappens('TextErased');
    expect(both.erasedTexts).toEqual(texts.map((place) => ({ ...place, at: hour(1) })));
  });
  it('takes along what says the same of the same thing, and nothing that is no text of the case', () => {
    const after = givenDone(report)
      .when({ ...eraseText, alike: [...texts, { sequence: 7, part: '0/text' }] })
      .thenHappens('TextErased', 'TextErased');
    expect(after.erasedTexts.map(({ part }) => part)).toEqual(['0/text', '0/reporterName']);
  });
});

describe('erasing a case', () => {
  it('is recorded with reasons and with the period that had ended', () => {
    givenDone(...closedCase)
      .under(berlin)
      .when(erase())
      .then({ at: afterEnd, by: officer, type: 'CaseErased', retention: 'bis Ende 2029', reasons: 'Frist vorbei' });
  });
  it('leaves number, dates and duties', () => {
    const before = givenDone(...closedCase).record;
    const after = givenDone(...closedCase)
      .when(erase())
      .thenHappens('CaseErased');
    expect(after).toMatchObject({ status: 'erased', number, openedAt: before.openedAt, closedAt: before.closedAt });
    expect(after.duties).toEqual(before.duties);
  });
  it('is refused while a duty is open, and the duty is named', () => {
    givenDone(report).when(erase()).thenRefused('dutiesOpen', RECORD, AUTHORITY, PERSONS);
  });
  it('is refused while the case is open, though every duty has ended', () => {
    givenDone(report, ...closedCase.slice(1, -1), declined, documented)
      .when(erase())
      .thenRefused('caseNotClosed');
  });
  it('before the retention has ended takes an express word', () => {
    const early = { at: hour(100) };
    givenDone(...closedCase)
      .when(erase(early))
      .thenRefused('retentionRunning');
    givenDone(...closedCase)
      .when(erase({ ...early, beforeEnd: true }))
      .thenHappens('CaseErased');
  });
  it('keeps to an extension', () => {
    givenDone(...closedCase, extend())
      .when(erase())
      .thenRefused('retentionRunning');
  });
  it('takes reasons', () => {
    givenDone(...closedCase)
      .when(erase({ reasons: '  ' }))
      .thenRefused('reasonsMissing');
  });
  it('takes a duplicate only together with the case it went on in', () => {
    givenDone(...joined)
      .when(erase())
      .thenRefused('caseJoined');
    givenDone(...joined)
      .when(erase({ withMain: otherCase }))
      .thenHappens('CaseErased');
  });
  it('stays quiet when it comes twice', () => {
    givenDone(...closedCase)
      .when(erase())
      .thenOnlyOnce();
  });
  it.each<LooseCommand>([
    { type: 'ReopenCase', reasons: 'Neues' },
    { type: 'AddToReport', text: 'Noch etwas', authorName: 'Rita' },
    { type: 'TellReporter', outcome: 'handled' },
    { type: 'Acknowledge', hours: 2 },
    eraseText,
    extend(),
  ])('$type comes too late afterwards', (late) => {
    givenDone(...closedCase, erase())
      .when(late)
      .thenRefused('caseErased');
  });
});
