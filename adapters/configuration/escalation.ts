import {
  ESCALATION_STAGES,
  type EscalationKind,
  type EscalationOverrides,
  type EscalationPlan,
  type EscalationStage,
  type EscalationStageName,
} from '../../src/organisation.ts';
import { ESCALATION, WITHOUT_LAST_MOMENT } from '../../src/reminders/escalation.ts';
import { type ConfigurationFile, ESCALATION_KINDS } from './configurationFile.ts';
import { type ConfigurationFault, fault } from './fault.ts';

type Named = NonNullable<ConfigurationFile['escalation']>;

/** These always have a last moment where the law names hours; of the others none ever does. */
const WITH_LAST_MOMENT: readonly EscalationKind[] = ['art33-1', 'art33-2', 'neighbour'];
const HOURS_OF_ART_33 = 72;

/** As the file says it; a stage that is named replaces the default of that stage whole. */
export const escalationFrom = (named: Named): EscalationOverrides =>
  Object.fromEntries(
    ESCALATION_KINDS.flatMap((kind) => {
      const stages = ESCALATION_STAGES.flatMap((stage) => {
        const entry = named[kind]?.[stage];
        return entry === undefined ? [] : [[stage, stageFrom(entry)] as const];
      });
      return stages.length === 0 ? [] : [[kind, Object.fromEntries(stages)]];
    }),
  );

function stageFrom(entry: NonNullable<NonNullable<Named[EscalationKind]>['deputy']>): EscalationStage {
  const { hoursLeft, thenEveryHours, withoutMovementHours } = entry;
  return {
    ...(hoursLeft === undefined ? {} : { hoursLeft: Number(hoursLeft) }),
    ...(thenEveryHours === undefined ? {} : { thenEveryHours: Number(thenEveryHours) }),
    ...(withoutMovementHours === undefined ? {} : { withoutMovementHours: Number(withoutMovementHours) }),
  };
}

/** A stage that would never come, or only when it is too late, is refused; so is a management that hears before the deputy does. */
export function escalationFaults({ escalation }: Pick<ConfigurationFile, 'escalation'>): readonly ConfigurationFault[] {
  if (escalation === undefined) return [];
  const overrides = escalationFrom(escalation);
  return ESCALATION_KINDS.flatMap((kind) => {
    const named = overrides[kind];
    if (named === undefined) return [];
    const faults = ESCALATION_STAGES.flatMap((stage) => stageFaults(kind, stage, named[stage]));
    return faults.length > 0 ? faults : orderFaults(kind, { ...ESCALATION[kind], ...named });
  });
}

function stageFaults(
  kind: EscalationKind,
  stage: EscalationStageName,
  named: EscalationStage | undefined,
): readonly ConfigurationFault[] {
  if (named === undefined) return [];
  const key = `escalation.${kind}.${stage}`;
  const { hoursLeft, thenEveryHours, withoutMovementHours } = named;
  if (!WITH_LAST_MOMENT.includes(kind)) {
    const counted = hoursLeft ?? thenEveryHours;
    if (counted !== undefined) return [fault(key, String(counted), 'escalationWithoutDeadline')];
    return withoutMovementHours === undefined ? [fault(key, '', 'escalationNever')] : [];
  }
  if (hoursLeft === undefined) return [fault(`${key}.hoursLeft`, '', 'escalationNever')];
  return hoursLeft >= HOURS_OF_ART_33 ? [fault(`${key}.hoursLeft`, String(hoursLeft), 'escalationTooEarly')] : [];
}

function orderFaults(kind: EscalationKind, { deputy, management }: EscalationPlan): readonly ConfigurationFault[] {
  const key = `escalation.${kind}.management`;
  const quiet = (stage: EscalationStage, name: EscalationStageName): number =>
    stage.withoutMovementHours ?? WITHOUT_LAST_MOMENT[name];
  const isFirst =
    (management.hoursLeft ?? 0) > (deputy.hoursLeft ?? HOURS_OF_ART_33) ||
    quiet(management, 'management') < quiet(deputy, 'deputy');
  return isFirst ? [fault(key, '', 'escalationOrder')] : [];
}
