import { afterEach, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import { reconcileCase } from '../../src/reminders/reconcile.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import type { Organisation } from '../../src/organisation.ts';
import { DATA_SET_FACTS, type FactName } from '../../src/rules/facts.ts';
import { CONTRADICTING, FEW_STOLEN } from '../support/plantedContradiction.ts';
import { reminderStage, type Stage } from './reminderStage.ts';
import { assessed, dora, hours, organisation, reportedAt, theCase } from './sampleCase.ts';

const by = dora;
const dataSet: BreachEvent = {
  ...{ type: 'DataSetRecorded', at: reportedAt, by, dataSet: 'main', label: 'Geheime Kundenliste', controller: 'muster' },
  role: 'controller',
};
const facts = Object.entries(FEW_STOLEN).map(
  ([fact, answer]): BreachEvent => ({
    ...{ type: 'FactAnswered', at: reportedAt, by, fact: fact as FactName, answer },
    ...(DATA_SET_FACTS.includes(fact as FactName) ? { dataSet: 'main' } : {}),
  }),
);
const found = [{ first: 'planted/few', second: 'art34/high-risk/criminal-hands' }];
const judged = (contradictions?: typeof found): BreachEvent => ({
  ...assessed(reportedAt, { kind: 'art33-1', status: 'owed' }),
  ...(contradictions === undefined ? {} : { contradictions }),
});

let stage: Stage;
const begin = async (wanted: Partial<Organisation>, contradictions?: typeof found): Promise<void> => {
  stage = reminderStage(wanted);
  await stage.open(theCase, 1, dataSet, ...facts, judged(contradictions));
};
afterEach(() => stage.close());
const card = () => stage.desk.arrived.map(({ prompt }) => prompt).findLast((prompt) => prompt.kind === 'caseCard')!;

it('raises an alarm with the ids of case and rules, and with nothing of the content', async () => {
  await begin({ ruleSets: CONTRADICTING }, found);
  await reconcileCase(stage.worker({ organisation: { ...organisation, ruleSets: CONTRADICTING } }), theCase);
  const [alarm, ...more] = stage.alarms;
  expect(more).toEqual([]);
  expect(alarm).toMatchObject({ caseId: theCase, what: 'contradictingRules' });
  expect(alarm?.rules).toEqual(['planted/few', 'art34/high-risk/criminal-hands', 'art34/high-risk/sensitive-data']);
  expect(JSON.stringify(alarm)).not.toMatch(/Geheime|Brief|Rita|Muster/);
});

it('is told again when the case is served again, until the rules are mended', async () => {
  await begin({}, found);
  const planted = stage.worker({ organisation: { ...organisation, ruleSets: CONTRADICTING } });
  await reconcileCase(planted, theCase);
  stage.clock.set(hours(1));
  await reconcileCase(planted, theCase);
  expect(stage.alarms).toHaveLength(2);
  await reconcileCase(stage.worker(), theCase);
  expect(stage.alarms).toHaveLength(2);
});

it('finds the contradiction also in a case that was assessed before the rules came', async () => {
  await begin({});
  await reconcileCase(stage.worker({ organisation: { ...organisation, ruleSets: CONTRADICTING } }), theCase);
  expect(stage.alarms).toMatchObject([{ what: 'contradictingRules' }]);
});

it('is shown to the office on the card, in both languages and without content', async () => {
  await begin({}, found);
  await reconcileCase(stage.worker(), theCase);
  expect(plain(card(), 'de')).toContain('Zwei Regeln von Fristwacht widersprechen sich');
  expect(plain(card(), 'en')).toContain('Two rules of Fristwacht contradict each other');
  expect(plain(card(), 'de')).not.toContain('Geheime');
});

it('is neither told nor shown where no rules contradict each other', async () => {
  await begin({});
  await reconcileCase(stage.worker(), theCase);
  expect(stage.alarms).toEqual([]);
  expect(plain(card(), 'de')).not.toContain('widersprechen');
});
