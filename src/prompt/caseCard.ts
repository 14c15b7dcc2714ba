import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { clockInForce, isNeighbouring, unconfirmedDecisions } from '../breach/duties.ts';
import type { CaseId, PersonId } from '../breach/identifiers.ts';
import { proposesIncomplete, targetOf } from '../breach/noticeCourse.ts';
import { openNoticeTasks, openRemedies } from '../breach/noticeTasks.ts';
import { retentionEnd, type RetentionSetting } from '../breach/retention.ts';
import type { Text } from '../law/sources.ts';
import { provisionOf } from '../rules/profiles/provision.ts';
import type { ControllerProfile } from '../rules/assess.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import type { Neighbour } from '../rules/neighbours/neighbour.ts';
import { caseActions } from './caseActions.ts';
import { neighbourLabel } from './neighbourLabel.ts';
import type { CaseCardPrompt, DutyRow } from './prompt.ts';

/** What a prompt needs of the organisation; every `Organisation` has it. */
export type PromptSetting = {
  /** IANA name; the card prints the times in it. */
  readonly timeZone: string;
  readonly controllers: readonly ({ readonly id: string; readonly name: string } & Partial<
    Pick<ControllerProfile, 'country' | 'land' | 'sector' | 'authority' | 'profile' | 'authorities' | 'supervisoryBody'>
  >)[];
  /** Our own organisation, as one of them. */
  readonly self?: string;
  /** Where a contract is among them, the name of its other party. */
  readonly neighbours?: readonly Neighbour[];
  /** How long a closed case is kept, where it is not the default. */
  readonly retention?: RetentionSetting;
  /** Who may be named as having a case in hand. */
  readonly persons?: readonly { readonly id: PersonId; readonly name: string }[];
};

/** Who is on it and until when, as far as that still holds. The name is that of the configuration, never one somebody typed. */
export function onItNow(
  { status, acknowledged }: CaseRecord,
  { persons = [] }: PromptSetting,
  asOf: Instant,
): { readonly until: Instant; readonly by?: string } | undefined {
  if (status !== 'open' || acknowledged === undefined || acknowledged.until <= asOf) return undefined;
  const name = persons.find(({ id }) => id === acknowledged.by)?.name;
  return { until: acknowledged.until, ...(name === undefined ? {} : { by: name }) };
}

/** What stands last in the chain of a case; whoever keeps it can later show that nothing was dropped or changed. */
export type ChainHead = { readonly entries: number; readonly hash: string };

/** All duties of the case as rows, ended ones too; the hours left are reckoned from `asOf`. */
export const dutyRows = (record: CaseRecord, organisation: PromptSetting, asOf: Instant): readonly DutyRow[] =>
  record.duties.map((duty) => dutyRow(duty, record, organisation, asOf));

/** One duty as a row: ids of controllers become their names, the owing one only where there are several. */
export function dutyRow(duty: DutyState, record: CaseRecord, organisation: PromptSetting, asOf: Instant): DutyRow {
  const clock = clockInForce(duty);
  const neighbour = neighbourLabel(duty, organisation.neighbours ?? []);
  const under = dutyUnder(duty, record, organisation);
  const target = targetOf(duty);
  const nameOf = (id: string): string => organisation.controllers.find((controller) => controller.id === id)?.name ?? id;
  return {
    id: duty.id,
    kind: duty.kind,
    ...(organisation.controllers.length > 1 ? { owedBy: nameOf(duty.owedBy) } : {}),
    recipient: nameOf(duty.recipient),
    status: duty.status,
    basis: clock.basis,
    startsAt: clock.startsAt,
    ...deadline(duty, clock.dueBy, asOf),
    ...(proposesIncomplete(duty, asOf) ? { sendIncomplete: true as const } : {}),
    ...(target === undefined ? {} : { target }),
    ...(duty.end ? { end: { how: duty.end.how, at: duty.end.at } } : {}),
    ...(under === undefined ? {} : { under }),
    ...(neighbour === undefined ? {} : { neighbour }),
  };
}

/** The provision of another law than the GDPR, as far as the organisation describes the controller. */
export function dutyUnder(
  { kind, owedBy, recipient }: Pick<DutyState, 'kind' | 'owedBy' | 'recipient'>,
  { dataSets }: CaseRecord,
  { controllers }: PromptSetting,
): Text | undefined {
  if (isNeighbouring(kind)) return undefined;
  const described = controllers.flatMap(({ country, sector, authority, ...more }): readonly ControllerProfile[] =>
    country === undefined || sector === undefined || authority === undefined ? [] : [{ ...more, country, sector, authority }],
  );
  return provisionOf({ kind, owedBy, recipient }, dataSets, described);
}

/** An earlier deadline stays visible beside a later one; nothing is left to count once the duty has ended. */
function deadline(
  duty: DutyState,
  dueBy: Instant | undefined,
  asOf: Instant,
): Pick<DutyRow, 'dueBy' | 'earlierDueBy' | 'hoursLeft'> {
  const earlier = duty.earliestDueBy;
  return {
    ...(dueBy === undefined ? {} : { dueBy }),
    ...(earlier !== undefined && earlier !== dueBy ? { earlierDueBy: earlier } : {}),
    ...(dueBy === undefined || duty.end ? {} : { hoursLeft: hoursBetween(asOf, dueBy) }),
  };
}

/** The card of the data protection office: number, kind of incident, state, duties, times and buttons; no text, no name. */
export function caseCard(of: {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
  readonly asOf: Instant;
  readonly head?: ChainHead | undefined;
  /** Platforms on which the messages of an erased case cannot be taken away. */
  readonly keptOn?: readonly string[];
  /** Platforms from which messages could not be taken away in time. */
  readonly leftOn?: readonly string[];
}): CaseCardPrompt {
  const { caseId, record, organisation, asOf, head, keptOn = [], leftOn = [] } = of;
  const retainedUntil = retentionEnd(record, organisation);
  const onIt = onItNow(record, organisation, asOf);
  return {
    kind: 'caseCard',
    caseId,
    number: record.number,
    zone: organisation.timeZone,
    status: record.status,
    incident: record.hints.incident,
    reportedAt: record.openedAt,
    noticedAt: record.earliestNamed,
    risk: record.risk,
    openFacts: record.openFacts,
    duties: dutyRows(record, organisation, asOf),
    openMeasures: openRemedies(record).length,
    noticeTasks: record.status === 'open' ? openNoticeTasks(record) : [],
    awaitingConfirmation: unconfirmedDecisions(record).length,
    joinedNumbers: record.joinedNumbers,
    ...(record.joinedInto ? { mainNumber: record.joinedInto.number } : {}),
    ...(record.contradictingRules.length > 0 ? { rulesContradict: true as const } : {}),
    ...(onIt === undefined ? {} : { onItUntil: onIt.until, ...(onIt.by === undefined ? {} : { onItBy: onIt.by }) }),
    ...(head === undefined ? {} : { head }),
    ...(retainedUntil === undefined ? {} : { retainedUntil }),
    ...(record.status === 'erased' && keptOn.length > 0 ? { keptOn } : {}),
    ...(leftOn.length > 0 ? { leftOn } : {}),
    asOf,
    actions: caseActions({ caseId, record }),
  };
}
