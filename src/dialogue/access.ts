import type { CaseRecord, DecisionState } from '../breach/breachCase.ts';
import { mayConfirm } from '../breach/confirmation.ts';
import { unconfirmedDecisions } from '../breach/duties.ts';
import type { PersonId } from '../breach/identifiers.ts';
import type { Organisation, OrganisationRole } from '../organisation.ts';
import { caseSetting, rolesOf } from '../organisation.ts';

/**
 * Who may see and do what: the only place that decides it (DESIGN, invariant 8).
 * `own`: only the own report, only the question asked of this person, only a decision that waits for this person.
 */
export type Verdict = 'allowed' | 'own' | 'denied';

export type Operation =
  | 'home'
  | 'report'
  | 'seeOwnReports'
  | 'addToReport'
  | 'giveHint'
  | 'answerQuestion'
  | 'listCases'
  | 'openCase'
  | 'triage'
  | 'assessment'
  | 'factList'
  | 'answerFact'
  | 'correctFact'
  | 'recordTime'
  | 'dataSets'
  | 'recordDataSet'
  | 'acknowledge'
  | 'recordDecision'
  | 'seeDecision'
  | 'confirmDecision'
  | 'answerNeighbour'
  | 'answerSecondOpinion'
  | 'withdrawDecision'
  | 'prepareNotice'
  | 'answerNotice'
  | 'recordNotice'
  | 'listControllers'
  | 'completeRecord'
  | 'planMeasure'
  | 'finishMeasure'
  | 'askPerson'
  | 'reportForAnother'
  | 'tellReporter'
  | 'excludePerson'
  | 'joinCases'
  | 'closeCase'
  | 'reopenCase'
  | 'looks'
  | 'seeDuties'
  | 'extendRetention'
  | 'eraseText'
  | 'eraseCase'
  | 'searchCases'
  | 'registerLooks'
  | 'seeStatus'
  | 'seeDigest'
  | 'export'
  | 'setAbsence';

type Row = Readonly<Record<OrganisationRole, Verdict>>;

const everybody: Row = { employee: 'allowed', dpo: 'allowed', deputy: 'allowed', decider: 'allowed', management: 'allowed' };
const ownOnly: Row = { employee: 'own', dpo: 'own', deputy: 'own', decider: 'own', management: 'own' };
const office: Row = { employee: 'denied', dpo: 'allowed', deputy: 'allowed', decider: 'denied', management: 'denied' };

export const ACCESS: Readonly<Record<Operation, Row>> = {
  home: everybody,
  report: everybody,
  seeOwnReports: ownOnly,
  addToReport: { ...ownOnly, dpo: 'allowed', deputy: 'allowed' },
  giveHint: ownOnly,
  answerQuestion: ownOnly,
  listCases: office,
  openCase: office,
  triage: office,
  assessment: office,
  factList: office,
  answerFact: office,
  correctFact: office,
  recordTime: office,
  dataSets: office,
  recordDataSet: office,
  acknowledge: office,
  recordDecision: office,
  // A decider sees of a case what is to be confirmed, and nothing else of it.
  seeDecision: { ...office, decider: 'own' },
  confirmDecision: { employee: 'denied', dpo: 'denied', deputy: 'denied', decider: 'own', management: 'denied' },
  answerNeighbour: office,
  answerSecondOpinion: office,
  // A decider rejects what waits for the own confirmation; the office takes back what it recorded.
  withdrawDecision: { ...office, decider: 'own' },
  prepareNotice: office,
  answerNotice: office,
  recordNotice: office,
  listControllers: office,
  completeRecord: office,
  planMeasure: office,
  finishMeasure: office,
  askPerson: office,
  reportForAnother: office,
  tellReporter: office,
  excludePerson: office,
  joinCases: office,
  closeCase: office,
  reopenCase: office,
  looks: office,
  // Management gets number, duty and time; never a reporter, a text or a reason.
  seeDuties: { ...office, management: 'allowed' },
  extendRetention: office,
  eraseText: office,
  eraseCase: office,
  searchCases: office,
  registerLooks: office,
  // How Fristwacht itself is doing: counts and times, nothing of a case.
  seeStatus: office,
  seeDigest: office,
  // Everything of a case leaves the house with it, so it is for whoever may open the case.
  export: office,
  // Whoever is told something by itself.
  setAbsence: { ...everybody, employee: 'denied' },
};

/**
 * Whoever runs Fristwacht holds the keys of the register and may export it. On the command line they may enter for the notices what the office
 * knows; it is recorded as theirs (`operator:` and the name of their account on the machine), never as the officer's.
 */
const OPERATOR = 'operator:';
const OPERATOR_MAY: readonly Operation[] = ['prepareNotice', 'answerNotice', 'recordNotice', 'listControllers'];
export const operatorNamed = (account: string): PersonId => `${OPERATOR}${account}` as PersonId;
const isOperator = (person: PersonId): boolean => person.startsWith(OPERATOR);

/** What stays open to somebody who is excluded from a case and reported it: the report they know of anyway. */
const LEFT_TO_EXCLUDED_REPORTER: readonly Operation[] = ['seeOwnReports'];

export type Permission =
  | { readonly may: true }
  /**
   * `notAllowed`: not for this role, or not one's own. `excluded`: the person knows of the case and is kept out of it.
   * `hidden`: the answer must be the same as if there were no such case.
   */
  | { readonly may: false; readonly because: 'notAllowed' | 'excluded' | 'hidden' };

const rank: Readonly<Record<Verdict, number>> = { denied: 0, own: 1, allowed: 2 };

/** The best verdict that any role of this person gives. */
export function verdictFor(operation: Operation, roles: readonly OrganisationRole[]): Verdict {
  return roles
    .map((role) => ACCESS[operation][role])
    .reduce<Verdict>((best, next) => (rank[next] > rank[best] ? next : best), 'denied');
}

const isExcluded = (person: PersonId, record: CaseRecord): boolean => record.excluded.includes(person);

/** Decisions of this case that this person confirms: a decider, and where a controller names its own, that one. */
export function decisionsOf(person: PersonId, organisation: Organisation, record: CaseRecord): readonly DecisionState[] {
  if (!rolesOf(organisation, person).includes('decider')) return [];
  const setting = caseSetting(organisation);
  return record.decisions.filter(({ decision }) => mayConfirm(person, decision, record, setting));
}

/** Those of them that wait for the confirmation; only these may be looked at. */
export const decisionsWaitingFor = (person: PersonId, organisation: Organisation, record: CaseRecord): readonly DecisionState[] =>
  decisionsOf(person, organisation, record).filter(
    (state) => unconfirmedDecisions(record).includes(state) && !state.confirmations.includes(person),
  );

function isOwn(operation: Operation, person: PersonId, organisation: Organisation, record: CaseRecord): boolean {
  if (operation === 'answerQuestion') return record.questions.some((question) => question.person === person);
  if (operation === 'seeDecision' || operation === 'withdrawDecision')
    return decisionsWaitingFor(person, organisation, record).length > 0;
  if (operation === 'confirmDecision') return decisionsOf(person, organisation, record).length > 0;
  return record.reporter === person;
}

/**
 * May this person do this (to this case)? Without a record the answer holds for the operation as such: what is `own` is
 * then allowed, since the question of whose it is has not come up yet.
 */
export function mayDo(operation: Operation, person: PersonId, organisation: Organisation, record?: CaseRecord): Permission {
  const verdict =
    isOperator(person) && OPERATOR_MAY.includes(operation) ? 'allowed' : verdictFor(operation, rolesOf(organisation, person));
  if (verdict === 'denied') return { may: false, because: 'notAllowed' };
  if (!record) return { may: true };
  if (isExcluded(person, record) && !(record.reporter === person && LEFT_TO_EXCLUDED_REPORTER.includes(operation))) {
    return { may: false, because: record.reporter === person ? 'excluded' : 'hidden' };
  }
  if (verdict === 'own' && !isOwn(operation, person, organisation, record)) return { may: false, because: 'notAllowed' };
  return { may: true };
}

/** The data protection officer and the deputies who would still see this case if these persons were excluded. */
export const officersLeft = (organisation: Organisation, excluded: readonly PersonId[]): readonly PersonId[] =>
  organisation.persons
    .filter((person) => person.roles.includes('dpo') || person.roles.includes('deputy'))
    .map((person) => person.id)
    .filter((person) => !excluded.includes(person));
