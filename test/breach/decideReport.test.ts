import { describe, expect, it } from 'vitest';
import { personId } from '../../src/breach/identifiers.ts';
import {
  command,
  decided,
  dutyOf,
  AUTHORITY,
  given,
  givenDone,
  givenDoneUnder,
  hour,
  number,
  officer,
  otherNumber,
  report,
  reporter,
  setting,
  type LooseCommand,
} from '../support/given.ts';
import { none } from '../../src/breach/breachCase.ts';

const reported = report as Extract<LooseCommand, { type: 'ReportBreach' }>;
const meta = { at: hour(0), by: reporter };

describe('a report opens a case', () => {
  it('records report, first data set and an assessment in which every duty is presumed', () => {
    given()
      .when(report)
      .then(
        {
          ...{ ...meta, type: 'BreachReported', number, text: 'Rundmail an den falschen Verteiler', noticedAt: hour(-1) },
          ...{ reporter, reporterName: 'Rita Reimann', language: 'de', source: { by: 'self' } },
        },
        { ...meta, type: 'DataSetRecorded', dataSet: 'main', label: '', controller: 'acme', role: 'controller' },
        {
          ...{ ...meta, type: 'AssessmentRecorded', ruleSet: 'gdpr-2018.1', risk: 'high', openFacts: 18 },
          duties: [
            {
              ...{ id: 'art33-5:acme:register', kind: 'art33-5', owedBy: 'acme', recipient: 'register' },
              ...{ status: 'presumed', startsAt: hour(-1) },
            },
            {
              ...{ id: 'art33-1:acme:de-nw', kind: 'art33-1', owedBy: 'acme', recipient: 'de-nw' },
              ...{ status: 'presumed', startsAt: hour(-1), dueBy: hour(71) },
            },
            {
              ...{ id: 'art34-1:acme:persons', kind: 'art34-1', owedBy: 'acme', recipient: 'persons' },
              ...{ status: 'presumed', startsAt: hour(-1) },
            },
          ],
        },
      );
  });

  it('presumes the duties of both roles where we also process for others', () => {
    const { record } = givenDoneUnder({ ...setting, processesForOthers: true }, report);
    expect(record.dataSets.map(({ role }) => role)).toEqual(['unknown']);
    expect(record.duties.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'art33-5 presumed',
      'art33-1 presumed',
      'art34-1 presumed',
      'art33-2 presumed',
    ]);
  });

  it('runs the precautionary clock from the moment somebody was told, where that came before', () => {
    const source = { by: 'telephone', toldAt: hour(-5), informant: 'Herr Ott' } as const;
    const { record } = givenDone({ ...reported, noticedAt: hour(-2), source });
    expect(record.earliestNamed).toBe(hour(-5));
    expect(record.times.map(({ time, moment, source: from }) => [time, moment, from])).toEqual([
      ['noticed', hour(-2), 'Herr Ott'],
      ['reported', hour(-5), 'Herr Ott'],
    ]);
    expect(dutyOf(record, AUTHORITY).clocks).toEqual([
      { clock: 1, basis: 'precautionary', startsAt: hour(-5), dueBy: hour(67), setAt: hour(0) },
    ]);
  });

  it('takes the text without the blanks around it', () => {
    expect(givenDone({ ...reported, text: '  Laptop weg \n' }).record.text).toBe('Laptop weg');
  });

  it('refuses a report that says nothing', () =>
    given()
      .when({ ...reported, text: ' \n ' })
      .thenRefused('textMissing'));

  it('refuses a moment that lies ahead', () => {
    given()
      .when({ ...reported, noticedAt: hour(1) })
      .thenRefused('momentInFuture');
    const source = { by: 'email', toldAt: hour(1), informant: 'Herr Ott' } as const;
    given()
      .when({ ...reported, source })
      .thenRefused('momentInFuture');
  });

  it('stays quiet when the same report comes twice', () => given().when(report).thenOnlyOnce());

  it('refuses another report under a case that is open already', () => {
    givenDone(report)
      .when({ ...reported, number: otherNumber })
      .thenRefused('alreadyReported');
    givenDone(report)
      .when({ ...reported, reporter: officer })
      .thenRefused('alreadyReported');
  });
});

describe('what is added to a report', () => {
  const addition: LooseCommand = {
    type: 'AddToReport',
    by: reporter,
    text: ' Es waren 40 Empfänger. ',
    authorName: 'Rita Reimann',
  };

  it('goes to the same case', () => {
    givenDone(report)
      .when(addition)
      .then({ at: hour(1), by: reporter, type: 'ReportAdded', text: 'Es waren 40 Empfänger.', authorName: 'Rita Reimann' });
  });
  it('is refused when it says nothing', () =>
    givenDone(report)
      .when({ ...addition, text: '\t' })
      .thenRefused('textMissing'));
  it('is recorded once when it comes twice', () => givenDone(report).when(addition).thenOnlyOnce());
  it('is refused where there is no case', () => given().when(addition).thenRefused('noSuchCase'));
});

describe('a hint of the reporting person', () => {
  const hint: LooseCommand = { type: 'GiveHint', by: reporter, hint: 'contained', answer: 'no' };

  it('is recorded, and changes no fact', () => {
    const record = givenDone(report).when(hint).thenHappens('HintGiven');
    expect(record.hints).toEqual({ contained: 'no' });
    expect(record.incident).toEqual({});
  });
  it('may be given anew', () => {
    const record = givenDone(report, hint)
      .when({ ...hint, answer: 'yes' })
      .thenHappens('HintGiven');
    expect(record.hints).toEqual({ contained: 'yes' });
  });
  it('is refused when nobody offered that answer', () => {
    givenDone(report)
      .when({ ...hint, answer: 'customers' })
      .thenRefused('unknownAnswer');
    givenDone(report)
      .when({ ...hint, hint: 'toString' as 'contained' })
      .thenRefused('unknownAnswer');
  });
  it('stays quiet when it comes twice', () => givenDone(report).when(hint).thenOnlyOnce());
});

describe('telling the reporter', () => {
  const told: LooseCommand = { type: 'TellReporter', outcome: 'being-handled' };

  it('is recorded with the outcome and nothing else', () => {
    givenDone(report)
      .when(told)
      .then({ at: hour(1), by: officer, type: 'ReporterTold', outcome: 'being-handled' });
  });
  it('stays quiet when the same outcome comes twice', () => givenDone(report).when(told).thenOnlyOnce());
  it('is refused where there is no case', () => given().when(told).thenRefused('noSuchCase'));
  it('tells the next outcome', () => {
    const record = givenDone(report, told).when({ type: 'TellReporter', outcome: 'handled' }).thenHappens('ReporterTold');
    expect(record.told.map(({ outcome }) => outcome)).toEqual(['being-handled', 'handled']);
  });
});

describe('a person whom the case concerns', () => {
  const boss = personId('boss');
  const excluded: LooseCommand = { type: 'ExcludePerson', person: boss, reasons: 'Verursacher' };
  const readmitted: LooseCommand = { type: 'ReadmitPerson', person: boss, reasons: 'War es nicht' };

  it('is kept out, with reasons', () => {
    expect(givenDone(report).when(excluded).thenHappens('PersonExcluded').excluded).toEqual([boss]);
  });
  it('is kept out only with reasons', () =>
    givenDone(report)
      .when({ ...excluded, reasons: ' ' })
      .thenRefused('reasonsMissing'));
  it('is kept out once', () => givenDone(report).when(excluded).thenOnlyOnce());

  it('is let in again, with reasons', () => {
    expect(givenDone(report, excluded).when(readmitted).thenHappens('PersonReadmitted').excluded).toEqual([]);
  });
  it('is let in again only with reasons', () =>
    givenDone(report, excluded)
      .when({ ...readmitted, reasons: '' })
      .thenRefused('reasonsMissing'));
  it('is let in again once', () => givenDone(report, excluded).when(readmitted).thenOnlyOnce());
});

it('takes no command before the report', () => {
  given().when({ type: 'Assess' }).thenRefused('noSuchCase');
});

it('stops at a command that this version does not know', () => {
  const later = { ...command({ type: 'Assess' }), type: 'SealCase' } as unknown as LooseCommand;
  expect(() => decided(later, givenDone(report).state)).toThrow(/no command SealCase.*Run the version that sends it/);
  expect(() => decided(report, none)).not.toThrow();
});
