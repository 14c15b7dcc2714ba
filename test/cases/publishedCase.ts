import type { Evidence } from '../../src/law/sources.ts';
import type { AssessmentInput, DutyKind, Reading } from '../../src/rules/assess.ts';
import { DATA_SET_FACTS, type FactName, type Facts, type FactSheet, INCIDENT_FACTS } from '../../src/rules/facts.ts';
import { instant } from '../../src/rules/instant.ts';

/** What the authority says is to be done, with the evidence we have for each of the three answers. */
export type Actions = {
  readonly document: { readonly needed: true; readonly evidence: Evidence };
  readonly notify: { readonly needed: boolean; readonly evidence: Evidence };
  readonly inform: { readonly needed: boolean; readonly evidence: Evidence };
};

export type PublishedCase = {
  readonly no: string;
  readonly title: string;
  readonly facts: Facts;
  readonly actions: Actions;
};

const acme = { id: 'acme', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' } as const;

/** One incident with one data set, for which we are controller. */
export function sheetOf(facts: Facts): FactSheet {
  const partOf = (names: readonly FactName[]): Facts =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name as FactName)));
  const dataSet = { id: 'data', controller: 'acme', role: 'controller', facts: partOf(DATA_SET_FACTS) } as const;
  return { incident: partOf(INCIDENT_FACTS), dataSets: [dataSet] };
}

export const inputOf = (facts: Facts, reading: Reading = 'strict'): AssessmentInput => ({
  sheet: sheetOf(facts),
  controllers: [acme],
  self: 'acme',
  startsAt: { acme: instant('2026-03-27T17:40:00+01:00') },
  reading,
});

/** The facts without one of them: as if it had not been asked. */
export function without(facts: Facts, ...names: readonly FactName[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name as FactName)));
}

export const CONTROLLER_DUTIES: readonly DutyKind[] = ['art33-5', 'art33-1', 'art34-1'];
