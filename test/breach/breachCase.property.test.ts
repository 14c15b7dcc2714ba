import { TIME_KINDS } from '../../src/prompt/forms.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { none, type BreachCase, type CaseRecord, type DutyState } from '../../src/breach/breachCase.ts';
import type { BreachCommand, CaseSetting } from '../../src/breach/commands.ts';
import { decide } from '../../src/breach/decide.ts';
import { isAssessed, openDuties } from '../../src/breach/duties.ts';
import type { BreachEvent, BreachEventOf, Decision } from '../../src/breach/events.ts';
import { evolve, fold } from '../../src/breach/evolve.ts';
import { retentionEnd } from '../../src/breach/retention.ts';
import { clockStart } from '../../src/breach/times.ts';
import { allowedAnswers, FACT_NAMES, FACTS, type DataSet, type Facts } from '../../src/rules/facts.ts';
import { instant } from '../../src/rules/instant.ts';
import type { Neighbour } from '../../src/rules/neighbours/neighbour.ts';
import {
  AUTHORITY,
  command,
  CONTROLLER,
  decider,
  documented,
  everydayMistake,
  FOLLOW_UP,
  hour,
  number,
  officer,
  otherCase,
  otherNumber,
  PERSONS,
  RECORD,
  report,
  reporter,
  setting,
  stolenData,
  type LooseCommand,
} from '../support/given.ts';

// Whole lives of a case, made up at random: any command at any time, sensible or not, under changing configurations.
const proof = process.env['FRISTWACHT_PROOF'] !== undefined;
const runs = { seed: 20261123, numRuns: proof ? 1_500 : 400 };

const besideTheGdpr: Pick<CaseSetting, 'timeZone' | 'neighbours'> = {
  timeZone: 'Europe/Berlin',
  neighbours: [
    { id: 'nis2', regime: 'nis2' },
    { id: 'dora', regime: 'dora' },
  ],
};
const settings: readonly CaseSetting[] = [
  setting,
  { ...setting, processesForOthers: true },
  { ...setting, ...besideTheGdpr },
  { ...setting, ...besideTheGdpr, confirmation: ['awareness', 'no-breach', 'exception', 'not-notifying'] },
  { ...setting, controllers: setting.controllers.map((controller) => ({ ...controller, authority: 'de-moved' })) },
];

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const duty = oneOf(
  AUTHORITY,
  PERSONS,
  RECORD,
  FOLLOW_UP,
  CONTROLLER,
  'art33-1:kita:de-be',
  'art33-1:acme:de-moved',
  'art33-2:acme:acme',
  'neighbour-question:acme:nis2',
  'neighbour:acme:nis2/warning/nis2-office',
  'neighbour:acme:nis2/notification/nis2-office',
  'neighbour:acme:nis2/final/nis2-office',
  'neighbour:acme:dora/intermediate/financial-supervisor',
);
const duties = fc.uniqueArray(duty, { maxLength: 4 });
const controller = oneOf('acme', 'kita', 'nobody');
const text = oneOf('Weil es so ist', 'Anders', ' ');
const said = fc.oneof({ weight: 9, arbitrary: fc.constant('Siehe Vermerk') }, { weight: 1, arbitrary: fc.constant('') });
const moment = fc.integer({ min: -40, max: 130 }).map(hour);
const id = oneOf('1', '2', '3');

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('awareness' as const), controller, moment }),
  fc.record({ kind: fc.constant('no-breach' as const), againstAssessment: fc.boolean() }),
  fc.record({ kind: fc.constant('exception' as const), duties, ground: fc.constant('bdsg-29' as const) }),
  fc.record({ kind: fc.constant('not-notifying' as const), duties, againstAssessment: fc.boolean() }),
);

const answer = fc.constantFrom(...FACT_NAMES).chain((fact) =>
  fc.record({
    ...{
      type: fc.constant('AnswerFact' as const),
      fact: fc.constant(fact),
      answer: fc.constantFrom(...allowedAnswers(fact), 'nonsense'),
    },
    reasons: said,
    ...(FACTS[fact].scope === 'incident' ? {} : { dataSet: oneOf('main', 'main', 'second') }),
  }),
);

const notice = fc.record({
  ...{ type: fc.constant('RecordNotice' as const), duty, sentAt: moment, to: said, means: said, reference: text },
  ...{ missing: oneOf('', '', 'Zahl der Betroffenen'), reasonsForDelay: oneOf('', 'Angriff dauerte an') },
});

const neighbourAnswer = fc.record({
  ...{ type: fc.constant('AnswerNeighbour' as const), neighbour: oneOf('nis2', 'nis2', 'dora'), reasons: said, decidedBy: said },
  answer: fc.oneof(
    fc.record({ kind: fc.constant('applies' as const), startsAt: moment }),
    fc.record({ kind: fc.constant('applies' as const), startsAt: moment, variant: oneOf('death', 'other') }),
    fc.record({ kind: oneOf('not-applicable' as const, 'unknown' as const) }),
  ),
});

/** What a careful office would do: it brings the random lives to decisions, to the end, and back. */
const sensible: fc.Arbitrary<LooseCommand> = oneOf<LooseCommand>(
  ...everydayMistake,
  ...stolenData,
  documented,
  {
    type: 'RecordDecision',
    decisionId: 'n',
    decision: { kind: 'no-breach', againstAssessment: true },
    reasons: 'Übung',
    decidedBy: 'Frau Chef',
    dpoAdvice: '',
  },
  { type: 'CloseCase', note: '' },
  { type: 'ReopenCase', reasons: 'Neue Funde' },
  { type: 'CloseCase', note: 'Erledigt' },
  { type: 'ReopenCase', reasons: 'Noch eine Spur' },
);

const erasable = [1, 2, 3].flatMap((sequence) => ['0/text', '0/reasons'].map((part) => ({ sequence, part })));
const laterYears = [2030, 2032].map((year) => instant(`${year}-12-31T23:59:59.999Z`));

const everyday: fc.Arbitrary<LooseCommand> = fc.oneof(
  { weight: 4, arbitrary: answer },
  { weight: 7, arbitrary: sensible },
  { weight: 3, arbitrary: notice },
  { weight: 2, arbitrary: neighbourAnswer },
  fc.record({ type: fc.constant('AddToReport' as const), text, authorName: text }),
  fc.record({
    type: fc.constant('GiveHint' as const),
    hint: fc.constant('contained' as const),
    answer: oneOf('yes', 'no', 'purple'),
  }),
  fc.record({
    ...{ type: fc.constant('RecordDataSet' as const), dataSet: oneOf('main', 'second'), label: text, controller },
    role: oneOf('controller' as const, 'processor' as const, 'unknown' as const),
    reasons: said,
  }),
  fc.record({
    ...{ type: fc.constant('RecordTime' as const), moment, source: text, reasons: said },
    time: oneOf(...TIME_KINDS),
  }),
  fc.constant<LooseCommand>({ type: 'Assess' }),
  {
    weight: 4,
    arbitrary: fc.record({
      ...{
        type: fc.constant('RecordDecision' as const),
        decisionId: id,
        decision,
        reasons: said,
        decidedBy: said,
        dpoAdvice: text,
      },
      by: oneOf(officer, decider),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('ConfirmDecision' as const), decisionId: id, by: oneOf(officer, decider) }),
  },
  fc.record({
    ...{ type: fc.constant('AnswerSecondOpinion' as const), method: fc.constant('dsk-kp-18' as const) },
    answers: fc.record({ dskSeverity: oneOf('great' as const, 'negligible' as const) }),
  }),
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('WithdrawDecision' as const), decisionId: id, reasons: said }),
  },
  fc.record({ type: fc.constant('CompleteRecord' as const), duty, facts: said, effects: said, remedialAction: text }),
  fc.record({ type: fc.constant('Acknowledge' as const), hours: fc.integer({ min: 0, max: 25 }) }),
  fc.record({ type: fc.constant('PlanMeasure' as const), measureId: id, text, dueBy: moment, owner: text }),
  fc.record({ type: fc.constant('FinishMeasure' as const), measureId: id, note: text }),
  fc.record({ type: fc.constant('AskPerson' as const), questionId: id, person: fc.constant(reporter), text }),
  fc.record({
    type: fc.constant('AnswerAsPerson' as const),
    questionId: id,
    by: oneOf(reporter, officer),
    text,
    authorName: text,
  }),
  fc.record({ type: fc.constant('TellReporter' as const), outcome: oneOf('handled' as const, 'being-handled' as const) }),
  fc.record({ type: oneOf('ExcludePerson' as const, 'ReadmitPerson' as const), person: oneOf(reporter, decider), reasons: said }),
  fc.record({
    ...{ type: fc.constant('TakeInDuplicate' as const), duplicate: fc.constant(otherCase), earliestNamed: moment },
    duplicateNumber: oneOf(number, otherNumber),
    texts: fc.constant([{ text: 'Dort gemeldet', authorName: 'Rita' }]),
    questions: fc.constant([{ questionId: '9', person: reporter, text: 'Wann?' }]),
    neighbours: oneOf<readonly Neighbour[]>([], [{ id: 'insurance', regime: 'insurance', hours: 24 }]),
    incident: oneOf<Facts>({}, { personalData: 'yes' }, { personalData: 'no' }),
    dataSets: oneOf<readonly (DataSet & { readonly label: string })[]>(
      [],
      [{ id: 'main', controller: 'acme', role: 'controller', label: '', facts: {} }],
      [{ id: 'main', controller: 'kita', role: 'processor', label: 'Kinder', facts: { access: 'happened' } }],
    ),
  }),
  fc.constant<LooseCommand>({ type: 'CloseCase', note: '' }),
  fc.record({
    ...{ type: fc.constant('EraseText' as const), sequence: fc.integer({ min: 0, max: 4 }), part: oneOf('0/text', '0/reasons') },
    ...{ reasons: said, texts: fc.constant(erasable), alike: oneOf([], erasable.slice(1, 2)) },
  }),
  fc.record({ type: fc.constant('ExtendRetention' as const), until: oneOf(...laterYears, hour(1)), reasons: said }),
  fc.record({
    ...{ type: fc.constant('EraseCase' as const), reasons: said, retention: fc.constant('bis Ende 2029') },
    beforeEnd: fc.boolean(),
  }),
);

/** With joining a life is over, so it is rare. */
const joining = fc.record({
  type: fc.constant('JoinInto' as const),
  main: fc.constant(otherCase),
  mainNumber: oneOf(number, otherNumber),
});
const anyCommand = fc.oneof({ weight: 60, arbitrary: everyday }, { weight: 1, arbitrary: joining });

type Step = {
  readonly command: BreachCommand;
  readonly setting: CaseSetting;
  readonly before: BreachCase;
  readonly events: readonly BreachEvent[];
  readonly after: CaseRecord;
};

const anyMoves = fc.array(
  fc.record({ loose: anyCommand, pause: oneOf(0, 0.5, 2, 30), other: fc.option(fc.constantFrom(...settings), { freq: 1 }) }),
  { maxLength: 40, size: 'max' },
);
type Moves = typeof anyMoves extends fc.Arbitrary<infer M> ? M : never;

/** Closing takes many steps in a row, so a few lives begin with them: decided, confirmed where that is asked, closed, reopened. */
const decidedAndReopened: Moves = [
  {
    type: 'RecordDecision' as const,
    decisionId: 'first',
    decision: { kind: 'no-breach' as const, againstAssessment: true },
    ...{ reasons: 'Übung', decidedBy: 'Frau Chef', dpoAdvice: '' },
  },
  { type: 'ConfirmDecision' as const, decisionId: 'first', by: decider },
  { type: 'CloseCase' as const, note: 'Erledigt' },
  { type: 'ReopenCase' as const, reasons: 'Neue Funde' },
].map((loose) => ({ loose, pause: 0.5, other: null }));
/** The end of a case: closed, kept longer, and in some lives erased at last. */
const closedForGood: Moves = [
  ...decidedAndReopened.slice(0, -1).map(({ loose }) => loose),
  { type: 'ExtendRetention' as const, until: laterYears[1]!, reasons: 'Verfahren' },
  { type: 'EraseText' as const, ...erasable[0]!, reasons: 'Name', texts: erasable, alike: [] },
  { type: 'EraseCase' as const, reasons: 'Anordnung', retention: 'bis Ende 2032', beforeEnd: true },
].map((loose) => ({ loose, pause: 0.5, other: null }));
const moves: fc.Arbitrary<Moves> = fc.oneof(
  { weight: 9, arbitrary: anyMoves },
  { weight: 1, arbitrary: anyMoves.map((later) => [...decidedAndReopened, ...later]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: closedForGood.length }), anyMoves)
      .map(([upTo, later]) => [...closedForGood.slice(0, upTo), ...later]),
  },
);

/** What comes of the moves, step by step; a refused command is a step without events. */
function lived(first: CaseSetting, later: Moves): readonly Step[] {
  let state: BreachCase = none;
  let current = first;
  let at = 0;
  return [{ loose: report, pause: 0, other: null }, ...later].map(({ loose, pause, other }) => {
    at += pause;
    current = other ?? current;
    const given = command({ ...loose, at: hour(at) });
    const outcome = decide(given, state, current);
    const events = 'refused' in outcome ? [] : outcome;
    const after: BreachCase = events.reduce(evolve, state);
    if (after.status === 'none') throw new Error('The report was refused.');
    const step = { command: given, setting: current, before: state, events, after };
    state = after;
    return step;
  });
}

/** Every property looks at the same lives, for the seed is the same; so each is lived once. The proof has too many to keep. */
const remembered = new Map<string, readonly Step[]>();
const lives: fc.Arbitrary<readonly Step[]> = fc.tuple(fc.constantFrom(...settings), moves).map(([first, later]) => {
  const key = JSON.stringify([settings.indexOf(first), later]);
  const steps = remembered.get(key) ?? lived(first, later);
  if (!proof) remembered.set(key, steps);
  return steps;
});

const always = (check: (step: Step) => void) => {
  fc.assert(
    fc.property(lives, (steps) => {
      for (const step of steps) check(step);
    }),
    runs,
  );
};

const dutiesBefore = ({ before }: Step): readonly DutyState[] => (before.status === 'none' ? [] : before.duties);
const sameDuty = ({ after }: Step, { id: wanted }: DutyState): DutyState => {
  const found = after.duties.find((candidate) => candidate.id === wanted);
  if (found === undefined) throw new Error(`The duty ${wanted} has vanished.`);
  return found;
};

/** Whether our role for this data set is one in which the duty could be owed. */
const brings = ({ controller: owner, role }: CaseRecord['dataSets'][number], { kind, owedBy, recipient }: DutyState): boolean =>
  kind === 'art33-2' ? owner === recipient && role !== 'controller' : owner === owedBy && role !== 'processor';

const isTaken = (record: CaseRecord, decisionId: string): boolean =>
  record.decisions.some(
    (taken) =>
      taken.decisionId === decisionId &&
      taken.counts &&
      taken.reasons !== '' &&
      taken.decidedBy !== '' &&
      taken.decision.kind !== 'awareness',
  );

/** The question ends with either answer, a report only because its regime does not apply; that needs reasons and who decided. */
function isAnswered({ answer, neighbour, reasons, decidedBy }: BreachEventOf<'NeighbourAnswered'>, ended: DutyState): boolean {
  if (ended.recipient.split('/')[0] !== neighbour) return false;
  if (answer.kind === 'applies') return ended.kind === 'neighbour-question';
  return answer.kind === 'not-applicable' && reasons !== '' && decidedBy !== '';
}

/** Every way in which an open duty may end, judged by the events alone. */
function isNamedEnding(event: BreachEvent, ended: DutyState, record: CaseRecord): boolean {
  if (event.type === 'JoinedInto') return true;
  if (event.type === 'DecisionRecorded' || event.type === 'DecisionConfirmed') return isTaken(record, event.decisionId);
  if (event.type === 'NeighbourAnswered') return isAnswered(event, ended);
  if (!('duty' in event) || event.duty !== ended.id) return false;
  if (event.type === 'NoticeRecorded') return event.to !== '' && event.means !== '';
  if (event.type === 'RecordCompleted') return [event.facts, event.effects, event.remedialAction].every((part) => part !== '');
  return event.type === 'DutyNeverApplied' && !record.dataSets.some((dataSet) => brings(dataSet, ended));
}

const MAY_LOWER: readonly BreachCommand['type'][] = ['Assess', 'AnswerFact', 'RecordDataSet'];
const GRAVITY = { 'not-owed': 0, presumed: 1, owed: 2 } as const;

describe('whatever happens to a case', () => {
  it('no duty ever vanishes, and none ends but by notice, record, decision with reasons and decider, our role, or joining', {
    timeout: 120_000,
  }, () => {
    // The lives are made up once, by the first who asks.
    always((step) => {
      for (const known of dutiesBefore(step).filter(({ end }) => end === undefined)) {
        const now = sameDuty(step, known);
        if (now.end !== undefined) expect(step.events.some((event) => isNamedEnding(event, now, step.after))).toBe(true);
      }
    });
  });

  it('a duty fulfilled by notice or record stays fulfilled; only a follow-up and the last report are opened again, by one that lacks something', () => {
    always((step) => {
      for (const known of dutiesBefore(step).filter(({ end }) => end?.how === 'notice' || end?.how === 'record')) {
        const { end, kind } = sameDuty(step, known);
        const reopened =
          (kind === 'art33-4' && step.events.some(({ type }) => type === 'FollowUpOpened')) ||
          (kind === 'neighbour' &&
            step.events.some((event) => event.type === 'NeighbourStageOpened' && event.duty.id === known.id));
        if (!reopened) expect(end).toEqual(known.end);
      }
    });
  });

  it('the earliest last moment of a duty never moves later and never vanishes, and no clock is forgotten', () => {
    always((step) => {
      for (const known of dutiesBefore(step)) {
        const now = sameDuty(step, known);
        if (known.earliestDueBy !== undefined) expect(now.earliestDueBy! <= known.earliestDueBy).toBe(true);
        expect(now.clocks.map(({ clock }) => clock)).toEqual(now.clocks.map((_, at) => at + 1));
        const kept = now.clocks.slice(0, known.clocks.length);
        expect(kept.map(({ startsAt, dueBy }) => [startsAt, dueBy])).toEqual(
          known.clocks.map(({ startsAt, dueBy }) => [startsAt, dueBy]),
        );
      }
    });
  });

  it('the earliest named moment never moves later, and the clock of every open duty follows it until awareness', () => {
    always(({ before, after }) => {
      if (before.status !== 'none') expect(after.earliestNamed <= before.earliestNamed).toBe(true);
      if (after.status !== 'open') return;
      for (const open of openDuties(after).filter(({ kind }) => isAssessed(kind))) {
        expect(open.clocks.at(-1)?.startsAt).toBe(clockStart(after, open.owedBy));
      }
    });
  });

  it('what runs beside the GDPR is asked once, and a report follows only from an answer or from what was sent', () => {
    always(({ command: asked, after, events }) => {
      const ids = after.neighbours.map(({ neighbour }) => neighbour.id);
      expect(new Set(ids).size).toBe(ids.length);
      const opens = events.some(({ type }) => type === 'NeighbourStageOpened');
      // A duplicate that names an earlier moment sets the clocks of reports anew that are owed already.
      if (opens) expect(['AnswerNeighbour', 'RecordNotice', 'TakeInDuplicate']).toContain(asked.type);
      for (const open of openDuties(after).filter(({ recipient }) => recipient === 'nis2/final/nis2-office')) {
        const sendings = after.notices
          .filter(({ duty: of }) => of.startsWith('neighbour:acme:nis2/'))
          .map(({ sentAt }) => sentAt);
        expect(sendings).toContain(open.clocks.at(-1)?.startsAt);
      }
    });
  });

  it('a status falls only when a fact changed or somebody asked for an assessment', () => {
    always((step) => {
      for (const known of dutiesBefore(step)) {
        const lower = GRAVITY[sameDuty(step, known).status] < GRAVITY[known.status];
        if (lower) expect(MAY_LOWER).toContain(step.command.type);
      }
    });
  });

  it('a case with an open duty or measure is never closed', () => {
    always(({ after }) => {
      if (after.status !== 'closed') return;
      expect(openDuties(after)).toEqual([]);
      expect(after.measures.filter(({ finishedAt }) => finishedAt === undefined)).toEqual([]);
    });
  });

  it('an erasure leaves number, dates, duties, decisions and notices as they were, and moves no clock', () => {
    always(({ before, events, after }) => {
      if (before.status === 'none' || !events.some(({ type }) => type === 'TextErased' || type === 'CaseErased')) return;
      const { status, movedAt, movedBy: _, erasedTexts, ...kept } = before;
      expect(after).toMatchObject(kept);
      const isWhole = events.some(({ type }) => type === 'CaseErased');
      expect(after.status).toBe(isWhole ? 'erased' : status);
      expect(after.erasedTexts.slice(0, erasedTexts.length)).toEqual(erasedTexts);
      expect(after.movedAt >= movedAt).toBe(true);
    });
  });

  it('only a closed or joined case is erased, never one with an open duty, and nothing ever happens to it afterwards', () => {
    always(({ before, events, after }) => {
      if (events.some(({ type }) => type === 'CaseErased')) {
        expect(['closed', 'joined']).toContain(before.status);
        expect(openDuties(after)).toEqual([]);
      }
      if (before.status === 'erased') expect(events).toEqual([]);
    });
  });

  it('the retention of a closed case never becomes shorter by a command', () => {
    always(({ command: { type }, before, setting: by, after }) => {
      if (before.status !== 'closed' || after.status !== 'closed' || type === 'CloseCase') return;
      expect(retentionEnd(after, by)! >= retentionEnd(before, by)!).toBe(true);
    });
  });

  it('the same command right after itself brings nothing', () => {
    always(({ command: repeated, setting: by, events, after }) => {
      if (events.length > 0) expect(decide(repeated, after, by)).toEqual([]);
    });
  });

  it('a refused command is refused again, and leaves no trace', () => {
    always(({ command: repeated, setting: by, before, events, after }) => {
      if (events.length === 0) expect(decide(repeated, after, by)).toEqual(decide(repeated, before, by));
    });
  });

  it('the log alone gives the case back, and the case decides the same', () => {
    fc.assert(
      fc.property(lives, anyCommand, (steps, next) => {
        const events = steps.flatMap((step) => step.events);
        const last = steps.at(-1)!;
        // As it comes back from a store: as JSON.
        const restored = fold(JSON.parse(JSON.stringify(events)) as BreachEvent[]);
        expect(restored).toEqual(last.after);
        const given = command({ ...next, at: hour(999) });
        expect(decide(given, restored, last.setting)).toEqual(decide(given, last.after, last.setting));
      }),
      runs,
    );
  });
});

it('the random lives reach what they speak of', () => {
  const seen = new Set<string>();
  always(({ events, after }) => {
    for (const event of events) seen.add(event.type);
    seen.add(after.status);
    for (const { end } of after.duties) seen.add(end?.how ?? 'open');
  });
  expect([...seen].toSorted()).toEqual(
    [
      ...['AssessmentRecorded', 'BreachReported', 'CaseAcknowledged', 'CaseClosed', 'CaseReopened', 'DataSetRecorded'],
      ...[
        'DecisionConfirmed',
        'DecisionRecorded',
        'DecisionWithdrawn',
        'DuplicateJoined',
        'DutyNeverApplied',
        'DutyReopened',
        'FactAnswered',
      ],
      ...['FactCorrected', 'FollowUpOpened', 'HintGiven', 'JoinedInto', 'MeasureFinished', 'MeasurePlanned', 'NoticeRecorded'],
      ...['PersonAnswered', 'PersonExcluded', 'PersonReadmitted', 'QuestionAskedOfPerson', 'RecordCompleted', 'ReportAdded'],
      ...['NeighbourAnswered', 'NeighbourAsked', 'NeighbourStageOpened', 'answered'],
      ...[
        'ReporterTold',
        'SecondOpinionAnswered',
        'TextErased',
        'RetentionExtended',
        'CaseErased',
        'erased',
        'TimeRecorded',
        'closed',
        'decision',
        'joined',
        'never-applied',
        'notice',
        'open',
        'record',
      ],
    ].toSorted(),
  );
});
