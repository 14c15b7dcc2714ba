import type { CaseRecord } from '../../src/breach/breachCase.ts';
import type { BreachEvent, RecordedDuty } from '../../src/breach/events.ts';
import { fold } from '../../src/breach/evolve.ts';
import { caseId, caseNumber, type PersonId, personId } from '../../src/breach/identifiers.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Organisation, Person } from '../../src/organisation.ts';
import type { CaseInTime } from '../../src/reminders/owed.ts';
import { addHours, type Instant, instant } from '../../src/rules/instant.ts';

/** Friday, 17:40 in Berlin. The clocks go forward on the Sunday between this and the deadline. */
export const reportedAt = instant('2026-03-27T16:40:00Z');
export const hours = (count: number): Instant => addHours(reportedAt, count);

const person = (id: string, roles: Person['roles'], language: Lang = 'de'): Person => ({
  id: personId(id),
  name: id,
  roles,
  language,
  accounts: { desk: `${id}-desk`, slack: `${id}-slack` },
});

export const organisation: Organisation = {
  name: 'Muster GmbH',
  language: 'de',
  timeZone: 'Europe/Berlin',
  self: 'muster',
  processesForOthers: false,
  controllers: [{ id: 'muster', name: 'Muster GmbH', contact: '', country: 'DE', sector: 'private', authority: 'de-nw' }],
  persons: [person('dora', ['dpo'], 'en'), person('udo', ['deputy']), person('dirk', ['decider'])],
  channels: { desk: 'office', slack: 'C042' },
  contactPoint: { name: 'Dora', email: 'dsb@muster.example', phone: '0211 1' },
  noDisadvantage: false,
  confirmation: [],
};
export const dora = personId('dora');
export const dirk = personId('dirk');
export const rita = personId('desk:rita');
export const theCase = caseId('case-1');

const by: PersonId = rita;
export const number = caseNumber('DP', 2026, 1);

export const reported: BreachEvent = {
  type: 'BreachReported',
  at: reportedAt,
  by,
  number,
  text: 'Brief an den falschen Empfänger',
  noticedAt: reportedAt,
  reporter: rita,
  reporterName: 'Rita',
  language: 'en',
  source: { by: 'self' },
};

type DutyOf = Partial<RecordedDuty> & Pick<RecordedDuty, 'kind'>;
/** A duty of Muster GmbH from the report on; Art. 33(1) with its 72 hours. */
export function duty({ kind, ...wanted }: DutyOf): RecordedDuty {
  const startsAt = wanted.startsAt ?? reportedAt;
  const recipient = {
    ...{ 'art33-1': 'de-nw', 'art34-1': 'persons', 'art33-2': 'muster', 'art33-4': 'de-nw', 'art33-5': 'register' },
    ...{ neighbour: 'nis2/warning/nis2-office', 'neighbour-question': 'nis2' },
  }[kind];
  const last = kind === 'art33-1' ? { dueBy: addHours(startsAt, 72) } : {};
  return {
    id: `${kind}:muster:${recipient}`,
    kind,
    owedBy: 'muster',
    recipient,
    status: 'presumed',
    startsAt,
    ...last,
    ...wanted,
  };
}

export const assessed = (at: Instant, ...duties: readonly DutyOf[]): BreachEvent => ({
  type: 'AssessmentRecorded',
  at,
  by,
  ruleSet: 'gdpr-2018',
  risk: 'risk',
  duties: duties.map(duty),
  openFacts: 2,
});

export const notified = (at: Instant, kind: RecordedDuty['kind'] = 'art33-1'): BreachEvent => ({
  type: 'NoticeRecorded',
  at,
  by: dora,
  duty: duty({ kind }).id,
  sentAt: at,
  to: 'LDI NRW',
  means: 'Formular',
  reference: '47',
  missing: '',
  late: false,
  reasonsForDelay: '',
});

export const acknowledged = (at: Instant, until: Instant): BreachEvent => ({ type: 'CaseAcknowledged', at, by: dora, until });

export function recordOf(...events: readonly BreachEvent[]): CaseRecord {
  const state = fold(events);
  if (state.status === 'none') throw new Error('The sample has no report.');
  return state;
}

/** The case at a moment, at the desk alone unless said otherwise. */
export const caseAt = (now: Instant, events: readonly BreachEvent[], wanted: Partial<CaseInTime> = {}): CaseInTime => ({
  caseId: theCase,
  record: recordOf(...events),
  organisation,
  platforms: ['desk'],
  now,
  ...wanted,
});
