// From the risk of one data set to the duties it brings, for each role. All the law of who owes whom is in this one table.
import type { AssessmentInput, ControllerProfile, DutyKind, Reading } from './assessment.ts';
import { NOTIFIED_FROM, readingOf } from './art33/notify.ts';
import { isOrderedToInform } from './art34/authorityOrder.ts';
import type { DataSet } from './factSheet.ts';
import { HIGHEST, levelOf, NO_BREACH, type RiskLevel } from './riskLevel.ts';

/** 0: not owed. 1: presumed, because our role is unclear. 2: owed. */
export type Strength = 0 | 1 | 2;
export type Claim = {
  readonly id: string;
  readonly duty: DutyKind;
  readonly owedBy: string;
  readonly recipient: string;
  readonly strength: Strength;
};
/** What a data set's facts come to: the risk, and whether an exception takes back informing the persons. */
export type Outcome = { readonly level: RiskLevel; readonly needNotInform: boolean };

const profileOf = (input: AssessmentInput, controller: string): ControllerProfile | undefined =>
  input.controllers.find(({ id }) => id === controller);

export const countryOf = (input: AssessmentInput, controller: string): string | undefined =>
  profileOf(input, controller)?.country;

export const readingFor = (input: AssessmentInput, controller: string): Reading =>
  input.reading ?? readingOf(countryOf(input, controller));

function isOwed(duty: DutyKind, { level, needNotInform }: Outcome, reading: Reading, isOrdered: boolean): boolean {
  switch (duty) {
    case 'art33-5':
    case 'art33-2':
      return level > NO_BREACH;
    case 'art33-1':
      return level >= levelOf(NOTIFIED_FROM[reading]);
    case 'art34-1':
      return isOrdered || (level === HIGHEST && !needNotInform);
  }
}

/** Which duties a role can owe at all. */
function dutiesOfRole(role: DataSet['role']): readonly DutyKind[] {
  switch (role) {
    case 'controller':
      return ['art33-5', 'art33-1', 'art34-1'];
    case 'processor':
      return ['art33-2'];
    case 'unknown':
      return ['art33-5', 'art33-1', 'art34-1', 'art33-2'];
  }
}

/** A controller nobody described yet has a competent authority all the same; only its name is not known. */
function recipientOf(duty: DutyKind, input: AssessmentInput, controller: string): string {
  switch (duty) {
    case 'art33-5':
      return 'register';
    case 'art33-1':
      return profileOf(input, controller)?.authority ?? 'unknown';
    case 'art34-1':
      return 'persons';
    case 'art33-2':
      return controller;
  }
}

/** Every duty the data set can bring in our role, each with its strength. A graver outcome never weakens one. */
export function claimsOf(dataSet: DataSet, outcome: Outcome, input: AssessmentInput): readonly Claim[] {
  const reading = readingFor(input, dataSet.controller);
  const isOrdered = isOrderedToInform(dataSet.facts);
  const full: Strength = dataSet.role === 'unknown' ? 1 : 2;
  return dutiesOfRole(dataSet.role).map((duty) => {
    const owedBy = duty === 'art33-2' ? input.self : dataSet.controller;
    const recipient = recipientOf(duty, input, dataSet.controller);
    const strength = isOwed(duty, outcome, reading, isOrdered) ? full : 0;
    return { id: `${duty}:${owedBy}:${recipient}`, duty, owedBy, recipient, strength };
  });
}
