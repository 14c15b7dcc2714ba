import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import {
  AUTHORITY,
  closedCase,
  CONTROLLER,
  declined,
  dutyOf,
  everydayMistake,
  given,
  givenDone,
  givenDoneUnder,
  hour,
  officer,
  PERSONS,
  RECORD,
  report,
  reporter,
  setting,
  stolenData,
  type LooseCommand,
} from '../support/given.ts';

const meta = { at: hour(1), by: officer };
const answered: LooseCommand = { type: 'AnswerFact', fact: 'personalData', answer: 'yes' };
const statuses = (record: { duties: readonly { id: string; status: string }[] }) =>
  Object.fromEntries(record.duties.map(({ id, status }) => [id, status]));

describe('an answer', () => {
  it('is recorded together with what the rules make of it', () => {
    const record = givenDone(report).when(answered).thenHappens('FactAnswered', 'AssessmentRecorded');
    expect(record.incident).toEqual({ personalData: 'yes' });
    expect(record.openFacts).toBe(17);
  });
  it('goes to the data set it speaks of', () => {
    const record = givenDone(report)
      .when({ type: 'AnswerFact', dataSet: 'main', fact: 'access', answer: 'unknown' })
      .thenHappens('FactAnswered', 'AssessmentRecorded');
    expect(record.dataSets.map(({ facts }) => facts)).toEqual([{ access: 'unknown' }]);
  });
  it('need not name the data set while there is only one', () => {
    const record = givenDone(report, { type: 'AnswerFact', fact: 'access', answer: 'happened' }).record;
    expect(record.dataSets.map(({ facts }) => facts)).toEqual([{ access: 'happened' }]);
  });
  it('is refused where its data set is not known, or not named among several', () => {
    const second: LooseCommand = {
      type: 'RecordDataSet',
      dataSet: 'backup',
      label: 'Sicherung',
      controller: 'acme',
      role: 'controller',
    };
    givenDone(report)
      .when({ type: 'AnswerFact', dataSet: 'backup', fact: 'access', answer: 'none' })
      .thenRefused('unknownDataSet');
    givenDone(report, second).when({ type: 'AnswerFact', fact: 'access', answer: 'none' }).thenRefused('unknownDataSet');
  });
  it('is refused where a fact of the whole incident names a data set', () =>
    givenDone(report)
      .when({ ...answered, dataSet: 'main' })
      .thenRefused('unknownDataSet'));
  it('is refused where it is none of the answers', () => {
    givenDone(report)
      .when({ ...answered, answer: 'perhaps' })
      .thenRefused('unknownAnswer');
    givenDone(report)
      .when({ ...answered, fact: 'constructor' as 'access' })
      .thenRefused('unknownAnswer');
  });
  it('„unknown“ is taken only where somebody may not know', () => {
    givenDone(report)
      .when({ type: 'AnswerFact', fact: 'access', answer: 'unknown' })
      .thenHappens('FactAnswered', 'AssessmentRecorded');
    givenDone(report).when({ type: 'AnswerFact', fact: 'highRiskAverted', answer: 'unknown' }).thenRefused('unknownAnswer');
  });
  it('stays quiet when it is given twice', () => givenDone(report).when(answered).thenOnlyOnce());
  it('is refused on a closed case', () =>
    givenDone(...closedCase)
      .when({ ...answered, answer: 'no', reasons: 'Doch nicht' })
      .thenRefused('caseClosed'));
});

describe('what an authority demands, and nobody is asked for', () => {
  const order: LooseCommand = { type: 'AnswerFact', fact: 'authorityOrder', answer: 'inform' };
  const request: LooseCommand = { type: 'AnswerFact', fact: 'delayRequested', answer: 'yes' };

  it('an order makes informing people owed although the rules found it not owed', () => {
    expect(statuses(givenDone(report, ...everydayMistake).record)[PERSONS]).toBe('not-owed');
    const record = givenDone(report, ...everydayMistake)
      .when(order)
      .thenHappens('FactAnswered', 'AssessmentRecorded');
    expect(statuses(record)[PERSONS]).toBe('owed');
  });
  it('a wish of law enforcement is recorded and changes no duty', () => {
    const record = givenDone(report, ...everydayMistake)
      .when(request)
      .thenHappens('FactAnswered');
    expect(record.incident.delayRequested).toBe('yes');
    expect(statuses(record)).toEqual(statuses(givenDone(report, ...everydayMistake).record));
  });
  it('is refused where it is none of the answers, or of a data set that cannot have it', () => {
    givenDone(report)
      .when({ ...order, answer: 'unknown' })
      .thenRefused('unknownAnswer');
    givenDone(report)
      .when({ ...request, dataSet: 'main' })
      .thenRefused('unknownDataSet');
  });
  it('stays quiet when it is recorded twice', () => {
    givenDone(report, ...everydayMistake)
      .when(order)
      .thenOnlyOnce();
    givenDone(report).when(request).thenOnlyOnce();
  });
});

describe('a corrected answer', () => {
  const corrected: LooseCommand = { ...answered, answer: 'no', reasons: ' Nur Maschinendaten ' };

  it('keeps what was said before, and why it changed', () => {
    givenDone(report, answered)
      .when(corrected)
      .thenFirst({
        ...meta,
        ...{ type: 'FactCorrected', fact: 'personalData', answer: 'no', before: 'yes', reasons: 'Nur Maschinendaten' },
      });
  });
  it('changes what the rules say', () => {
    const record = givenDone(report, answered).when(corrected).thenHappens('FactCorrected', 'AssessmentRecorded');
    expect(statuses(record)).toEqual({ [RECORD]: 'not-owed', [AUTHORITY]: 'not-owed', [PERSONS]: 'not-owed' });
  });
  it('needs reasons', () => {
    givenDone(report, answered)
      .when({ ...answered, answer: 'no' })
      .thenRefused('reasonsMissing');
    givenDone(report, answered)
      .when({ ...corrected, reasons: ' ' })
      .thenRefused('reasonsMissing');
  });
  it('leaves the duties open that the rules find not owed: nobody has decided yet', () => {
    const record = givenDone(report, ...everydayMistake).record;
    expect(statuses(record)).toEqual({ [RECORD]: 'owed', [AUTHORITY]: 'not-owed', [PERSONS]: 'not-owed' });
    expect(record.duties.every(({ end }) => end === undefined)).toBe(true);
  });
  it('opens again, in the same write, what was decided on less', () => {
    const record = givenDone(report, ...everydayMistake, declined)
      .when({ type: 'AnswerFact', fact: 'sensitivity', answer: 'severe', reasons: 'Auch Kontonummern', at: hour(5) })
      .thenHappens('FactCorrected', 'AssessmentRecorded', 'DutyReopened', 'DutyReopened');
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ status: 'owed', earliestDueBy: hour(71) });
    expect(dutyOf(record, AUTHORITY).end).toBeUndefined();
    expect(dutyOf(record, AUTHORITY).clocks).toEqual([
      { clock: 1, basis: 'precautionary', startsAt: hour(-1), dueBy: hour(71), setAt: hour(0) },
      { clock: 2, basis: 'precautionary', startsAt: hour(-1), dueBy: hour(71), setAt: hour(5) },
    ]);
  });
  it('leaves a sent notice sent', () => {
    const notice: LooseCommand = {
      ...{ type: 'RecordNotice', duty: AUTHORITY, sentAt: hour(1), to: 'LDI', means: 'Formular' },
      ...{ reference: 'LDI 7', missing: '', reasonsForDelay: '' },
    };
    const record = givenDone(report, ...everydayMistake, notice)
      .when({ type: 'AnswerFact', fact: 'sensitivity', answer: 'severe', reasons: 'Auch Kontonummern' })
      .thenHappens('FactCorrected', 'AssessmentRecorded');
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ status: 'owed', end: { how: 'notice' } });
  });
});

describe('a data set', () => {
  const forKita: LooseCommand = {
    type: 'RecordDataSet',
    dataSet: 'kita',
    label: ' Kinderakten ',
    controller: 'kita',
    role: 'processor',
    reasons: 'Auftragsverarbeitungsvertrag vom 1. März',
  };

  it('brings the duties of its role at once', () => {
    const record = givenDone(report).when(forKita).thenHappens('DataSetRecorded', 'AssessmentRecorded');
    expect(record.dataSets.map(({ id, label, facts }) => [id, label, facts])).toEqual([
      ['main', '', {}],
      ['kita', 'Kinderakten', {}],
    ]);
    expect(dutyOf(record, CONTROLLER)).toMatchObject({ status: 'presumed', owedBy: 'acme', recipient: 'kita' });
  });
  it('shows, by our role for it, that a duty never applied', () => {
    const record = givenDoneUnder({ ...setting, processesForOthers: true }, report)
      .when({ ...forKita, dataSet: 'main' })
      .thenHappens(
        ...(['DataSetRecorded', 'AssessmentRecorded'] as const),
        ...(['DutyNeverApplied', 'DutyNeverApplied', 'DutyNeverApplied', 'DutyNeverApplied'] as const),
      );
    expect(record.duties.filter(({ end }) => end === undefined).map(({ id }) => id)).toEqual([CONTROLLER]);
    expect(dutyOf(record, AUTHORITY).end).toEqual({ how: 'never-applied', at: hour(1) });
  });
  it('brings back what seemed never to apply, when our role turns out otherwise', () => {
    const ours: LooseCommand = {
      type: 'RecordDataSet',
      dataSet: 'main',
      label: '',
      controller: 'acme',
      role: 'controller',
      reasons: 'Doch eigene Daten',
    };
    const record = givenDone(report, { ...forKita, dataSet: 'main' })
      .when(ours)
      .thenHappens(
        ...(['DataSetRecorded', 'AssessmentRecorded'] as const),
        ...(['DutyNeverApplied', 'DutyReopened', 'DutyReopened', 'DutyReopened'] as const),
      );
    expect(dutyOf(record, AUTHORITY).end).toBeUndefined();
    expect(dutyOf(record, CONTROLLER).end).toEqual({ how: 'never-applied', at: hour(1) });
  });
  it('changes hands or role only with reasons, which stay in the log', () => {
    const main = { ...forKita, dataSet: 'main' } as const;
    givenDone(report)
      .when({ ...main, reasons: '  ' })
      .thenRefused('reasonsMissing');
    givenDone(report)
      .when(main)
      .thenFirst({
        ...{ at: hour(1), by: officer, type: 'DataSetRecorded', dataSet: 'main', label: 'Kinderakten' },
        ...{ controller: 'kita', role: 'processor', reasons: 'Auftragsverarbeitungsvertrag vom 1. März' },
      });
    const renamed: LooseCommand = {
      type: 'RecordDataSet',
      dataSet: 'main',
      label: 'Kunden',
      controller: 'acme',
      role: 'controller',
    };
    givenDone(report).when(renamed).thenHappens('DataSetRecorded');
  });
  it('keeps its facts when our role for it changes', () => {
    const record = givenDone(
      report,
      { type: 'AnswerFact', fact: 'access', answer: 'happened' },
      { ...forKita, dataSet: 'main' },
    ).record;
    expect(record.dataSets).toEqual([
      { id: 'main', label: 'Kinderakten', controller: 'kita', role: 'processor', facts: { access: 'happened' } },
    ]);
  });
  it('is refused without a name, with a stranger as controller, or with a role there is not', () => {
    givenDone(report)
      .when({ ...forKita, dataSet: ' ' })
      .thenRefused('unknownDataSet');
    givenDone(report)
      .when({ ...forKita, controller: 'nobody' })
      .thenRefused('unknownController');
    givenDone(report)
      .when({ ...forKita, role: 'owner' as 'processor' })
      .thenRefused('unknownAnswer');
  });
  it('is recorded once when it comes twice', () => givenDone(report).when(forKita).thenOnlyOnce());
});

describe('a named time', () => {
  const noticed = (moment: number, reasons = ''): LooseCommand => ({
    ...{ type: 'RecordTime', time: 'noticed', moment: hour(moment), source: 'Protokoll', reasons },
  });

  it('moves the precautionary clock earlier at once', () => {
    const record = givenDone(report).when(noticed(-10)).thenHappens('TimeRecorded', 'AssessmentRecorded');
    expect(record.earliestNamed).toBe(hour(-10));
    expect(dutyOf(record, AUTHORITY)).toMatchObject({
      earliestDueBy: hour(62),
      clocks: [
        { clock: 1, startsAt: hour(-1), dueBy: hour(71), setAt: hour(0) },
        { clock: 2, basis: 'precautionary', startsAt: hour(-10), dueBy: hour(62), setAt: hour(1) },
      ],
    });
  });
  it('never moves it later: the correction is recorded, the clock stays', () => {
    const record = givenDone(report).when(noticed(0, 'Uhr ging vor')).thenHappens('TimeRecorded');
    expect(record.earliestNamed).toBe(hour(-1));
    expect(record.times.at(-1)).toEqual({
      ...{ time: 'noticed', moment: hour(0), source: 'Protokoll', reasons: 'Uhr ging vor' },
      ...{ recordedAt: hour(1), by: officer },
    });
  });
  it('is moved later only with reasons', () => givenDone(report).when(noticed(0, ' ')).thenRefused('reasonsMissing'));
  it('of the occurrence moves no clock', () => {
    const record = givenDone(report)
      .when({ type: 'RecordTime', time: 'occurred', moment: hour(-100), source: 'Protokoll', reasons: '' })
      .thenHappens('TimeRecorded');
    expect(record.earliestNamed).toBe(hour(-1));
  });
  it.each(['reported', 'toldByProcessor', 'signIgnored', 'investigationBegan', 'certain'] as const)(
    '„%s“ starts the clock as well',
    (time) => {
      const record = givenDone(report)
        .when({ type: 'RecordTime', time, moment: hour(-30), source: 'E-Mail', reasons: '' })
        .thenHappens('TimeRecorded', 'AssessmentRecorded');
      expect(record.earliestNamed).toBe(hour(-30));
    },
  );
  it('of knowing is refused before the incident, and that of the incident after somebody knew', () => {
    const occurred = (hours: number): LooseCommand => ({
      ...{ type: 'RecordTime', time: 'occurred', moment: hour(hours), source: 'Protokoll', reasons: 'Protokoll gelesen' },
    });
    givenDone(report, occurred(-5)).when(noticed(-6)).thenRefused('beforeOccurred');
    givenDone(report, occurred(-5)).when(noticed(-5)).thenHappens('TimeRecorded', 'AssessmentRecorded');
    givenDone(report).when(occurred(0)).thenRefused('afterKnown');
    givenDone(report).when(occurred(-1)).thenHappens('TimeRecorded');
  });
  it('may not lie ahead', () => givenDone(report).when(noticed(2, 'Tippfehler')).thenRefused('momentInFuture'));
  it('stays quiet when it comes twice', () => {
    givenDone(report).when(noticed(-10)).thenOnlyOnce();
    givenDone(report).when(noticed(0, 'Uhr ging vor')).thenOnlyOnce();
  });
  it('leaves the clock of a controller whose awareness is recorded', () => {
    const aware: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'a1', reasons: 'Bestätigt', decidedBy: 'Frau Chef', dpoAdvice: '' },
      decision: { kind: 'awareness', controller: 'acme', moment: hour(0) },
    };
    const record = givenDone(report, aware).when(noticed(-10)).thenHappens('TimeRecorded');
    expect(record.earliestNamed).toBe(hour(-10));
    expect(dutyOf(record, AUTHORITY).clocks.at(-1)).toMatchObject({ basis: 'awareness', dueBy: hour(72) });
  });
});

describe('assessing anew', () => {
  const older = (duties: Extract<BreachEvent, { type: 'AssessmentRecorded' }>['duties']): BreachEvent => ({
    ...{ ...meta, type: 'AssessmentRecorded', ruleSet: 'gdpr-older', risk: 'high', duties, openFacts: 0 },
  });
  const recorded = { owedBy: 'acme', startsAt: hour(-1) } as const;
  const stricter = [
    { ...recorded, id: AUTHORITY, kind: 'art33-1', recipient: 'de-nw', status: 'owed', dueBy: hour(47) },
    { ...recorded, id: 'art34-1:acme:press', kind: 'art34-1', recipient: 'press', status: 'owed' },
  ] as const;

  it('stays quiet while the rules say what is recorded', () => givenDone(report).when({ type: 'Assess' }).thenNothing());
  it('takes up what the rules of today say, milder statuses included', () => {
    const record = givenDone(report, ...everydayMistake)
      .and(older(stricter))
      .when({ type: 'Assess' })
      .thenHappens('AssessmentRecorded');
    expect(record.ruleSet).toBe('gdpr-2018.1');
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ status: 'not-owed', earliestDueBy: hour(47) });
  });
  it('keeps a recorded duty that the rules no longer name', () => {
    const record = givenDone(report).and(older(stricter)).when({ type: 'Assess' }).thenHappens('AssessmentRecorded');
    expect(dutyOf(record, 'art34-1:acme:press')).toMatchObject({ status: 'owed' });
    expect(dutyOf(record, 'art34-1:acme:press').end).toBeUndefined();
  });
  it('moves the clock of such a duty with the named moments all the same', () => {
    const moved = { ...setting, controllers: setting.controllers.map((profile) => ({ ...profile, authority: 'de-moved' })) };
    const record = givenDone(report)
      .under(moved)
      .when({ type: 'RecordTime', time: 'noticed', moment: hour(-10), source: 'Protokoll', reasons: '' })
      .thenHappens('TimeRecorded', 'AssessmentRecorded');
    expect(dutyOf(record, 'art33-1:acme:de-moved')).toMatchObject({ status: 'presumed', earliestDueBy: hour(62) });
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ status: 'presumed', earliestDueBy: hour(62) });
    expect(dutyOf(record, AUTHORITY).end).toBeUndefined();
  });
  it('comes with every command that can change it; where no fact changed, duties are added and none becomes milder', () => {
    const record = givenDone(report, ...everydayMistake)
      .and(older(stricter))
      .when({ type: 'RecordTime', time: 'occurred', moment: hour(-2), source: 'Protokoll', reasons: '' })
      .thenHappens('TimeRecorded', 'AssessmentRecorded');
    expect(dutyOf(record, AUTHORITY)).toMatchObject({ status: 'owed', earliestDueBy: hour(47) });
    expect(dutyOf(record, AUTHORITY).clocks.at(-1)).toMatchObject({ dueBy: hour(47) });
    expect(record.risk).toBe('high');
  });
  it('adds at once a duty that older rules did not know', () => {
    const reported: BreachEvent = {
      ...{ at: hour(0), by: reporter, type: 'BreachReported', number: givenDone(report).record.number, text: 'Laptop weg' },
      ...{ noticedAt: hour(0), reporter, reporterName: 'Rita', language: 'de', source: { by: 'self' } },
    };
    const main: BreachEvent = {
      ...meta,
      type: 'DataSetRecorded',
      dataSet: 'main',
      label: '',
      controller: 'acme',
      role: 'controller',
    };
    const record = given(reported, main, older([])).when({ type: 'Assess' }).thenHappens('AssessmentRecorded');
    expect(statuses(record)).toEqual({ [RECORD]: 'presumed', [AUTHORITY]: 'presumed', [PERSONS]: 'presumed' });
  });
  it('is refused on a closed case', () =>
    givenDone(...closedCase)
      .when({ type: 'Assess' })
      .thenRefused('caseClosed'));
  it('finds stolen delicate data owed to the authority and to the persons', () => {
    expect(statuses(givenDone(report, ...stolenData).record)).toEqual({
      [RECORD]: 'owed',
      [AUTHORITY]: 'owed',
      [PERSONS]: 'owed',
    });
  });
});

describe('who has a part in a data set', () => {
  const joint = { type: 'RecordDataSet', dataSet: 'shared', label: 'Portal', controller: 'acme', role: 'controller' } as const;
  const ids = (record: { readonly duties: readonly { readonly id: string }[] }) => record.duties.map(({ id }) => id);

  it('joint controllers: each owes for itself, and who notifies is kept', () => {
    const { record } = givenDone(report, { ...joint, jointWith: ['kita'], notifier: 'kita' });
    expect(record.dataSets.at(-1)).toMatchObject({ jointWith: ['kita'], notifier: 'kita' });
    expect(ids(record)).toEqual(expect.arrayContaining(['art33-1:acme:de-nw', 'art33-1:kita:de-be', 'art34-1:kita:persons']));
  });

  it('correcting the label says nothing of the others, and they stay', () => {
    const { record } = givenDone(report, { ...joint, jointWith: ['kita'] }, { ...joint, label: 'Elternportal' });
    expect(record.dataSets.at(-1)).toMatchObject({ label: 'Elternportal', jointWith: ['kita'] });
  });

  it('the same again is nothing new', () => {
    const { record } = givenDone(report, { ...joint, jointWith: ['kita'] });
    expect(record.dataSets).toHaveLength(2);
    givenDone(report, { ...joint, jointWith: ['kita'] })
      .when({ ...joint, jointWith: ['kita'] })
      .thenNothing();
  });

  it('whoever takes a joint controller out says why; a part nobody had named before needs no reason', () => {
    const both = { ...joint, jointWith: ['kita'] };
    givenDone(report, joint, both)
      .when({ ...joint, jointWith: [] })
      .thenRefused('reasonsMissing');
    const { record } = givenDone(report, joint, both, { ...joint, jointWith: [], reasons: 'The agreement ended in March.' });
    expect(record.dataSets.at(-1)).toMatchObject({ jointWith: [] });
  });

  it('a sub-processor tells the processor it works for', () => {
    const hoster = { id: 'hoster', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' } as const;
    const withHoster = { ...setting, controllers: [...setting.controllers, hoster] };
    const reasons = 'The contract says so.';
    const sub = { ...joint, dataSet: 'main', controller: 'kita', role: 'processor', worksFor: 'hoster', reasons } as const;
    const { record } = givenDoneUnder(withHoster, report, sub);
    expect(ids(record)).toContain('art33-2:acme:hoster');
    expect(ids(record)).not.toContain('art33-2:acme:kita');
  });

  const forKita = { ...joint, controller: 'kita', role: 'processor' } as const;
  it.each([
    ['unknownController', { ...joint, jointWith: ['nobody'] }],
    ['unknownController', { ...forKita, worksFor: 'nobody' }],
    ['worksForController', { ...forKita, worksFor: 'acme' }],
    ['worksForController', { ...forKita, worksFor: 'kita' }],
    ['notifierNotJoint', { ...joint, jointWith: ['kita'], notifier: 'nobody' }],
    ['processorForItself', { ...forKita, controller: 'acme' }],
    ['processorForItself', { ...forKita, jointWith: ['acme'] }],
  ] as const)('%s: %j', (refused, wrong) => {
    givenDone(report).when(wrong).thenRefused(refused);
  });

  it('nor where nobody else is configured: the way out is to have the controller added, or to leave the role open', () => {
    const alone = { ...setting, controllers: setting.controllers.slice(0, 1) };
    givenDoneUnder(alone, report)
      .when({ ...forKita, controller: 'acme' })
      .thenRefused('processorForItself');
    const { record } = givenDoneUnder(alone, report, { ...forKita, controller: 'acme', role: 'unknown', reasons: 'Noch offen.' });
    expect(record.duties.map(({ id }) => id)).toContain('art33-2:acme:unknown');
  });

  it('two data sets never have one name, however it is written', () => {
    for (const label of ['Portal', ' portal ', 'PORTAL']) {
      givenDone(report, joint)
        .when({ ...joint, dataSet: 'other', label })
        .thenRefused('dataSetNameTaken');
    }
    givenDone(report, joint)
      .when({ ...joint, dataSet: 'main', label: '' })
      .thenNothing();
  });

  it('who says all of the parts lets go of what is left out, and only with reasons', () => {
    const hoster = { id: 'hoster', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' } as const;
    const withHoster = { ...setting, controllers: [...setting.controllers, hoster] };
    const known = givenDoneUnder(withHoster, report, { ...forKita, worksFor: 'hoster' });
    known.when(forKita).thenNothing();
    known.when({ ...forKita, sidesComplete: true }).thenRefused('reasonsMissing');
    const told = { ...forKita, sidesComplete: true, reasons: 'Der Auftrag kam von der Kita selbst.' } as const;
    const record = known.when(told).thenHappens('DataSetRecorded', 'AssessmentRecorded', 'DutyNeverApplied');
    expect(record.dataSets.at(-1)).not.toHaveProperty('worksFor');
    expect(dutyOf(record, CONTROLLER).end).toBeUndefined();
  });

  it('a processor that tells another one from now on says why, for a duty ends with it', () => {
    const hoster = { id: 'hoster', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' } as const;
    const known = givenDoneUnder({ ...setting, controllers: [...setting.controllers, hoster] }, report, forKita);
    known.when({ ...forKita, worksFor: 'hoster' }).thenRefused('reasonsMissing');
  });

  it('a data set recorded by the first version, without any of this, reads as before', () => {
    const { record } = givenDone(report, joint);
    expect(record.dataSets.at(-1)).toEqual({ id: 'shared', label: 'Portal', controller: 'acme', role: 'controller', facts: {} });
  });
});
