// The vocabulary of the rules and the sheet it is written on. Other layers import from here.
export {
  ANSWERS,
  DATA_SET_FACTS,
  FACT_NAMES,
  FACTS,
  INCIDENT_FACTS,
  UNKNOWN,
  type Answer,
  type FactDefinition,
  type FactName,
  type Facts,
} from './vocabulary.ts';
export { contradictions, contradictoryTimes, type Contradiction } from './contradictingFacts.ts';
export {
  allowedAnswers,
  factsJsonSchema,
  IMPLICIT,
  parseFactSheet,
  ROLES,
  type DataSet,
  type FactSheet,
  type Role,
  type SheetFault,
} from './factSheet.ts';
