import { gdpr } from '../../src/law/sources.ts';
import { atMost, type Exception } from '../../src/rules/rule.ts';
import { GDPR, type RuleSetInForce } from '../../src/rules/rulesets.ts';

const says = { de: 'Es sind wenige.', en: 'They are few.' };
const cites = [gdpr(33, 1)];

/** Beside the rule on criminal hands it cannot be right: few people are said to make even that unlikely to hurt. */
const stolenButFew: Exception = {
  ...{ kind: 'exception', id: 'planted/few', gives: 'unlikely', says, cites },
  all: [atMost('persons', 'few', says, cites)],
};
const [confidentiality, ...others] = GDPR.areas;
if (confidentiality === undefined) throw new Error('The set has areas.');

/** The rules of today with two among them that contradict each other as soon as criminals have data of a few people. */
export const CONTRADICTING: readonly RuleSetInForce[] = [
  {
    ...GDPR,
    id: 'planted',
    areas: [{ ...confidentiality, exceptions: [...confidentiality.exceptions, stolenButFew] }, ...others],
  },
];

/** The facts on which they do. */
export const FEW_STOLEN = {
  ...{ personalData: 'yes', access: 'happened', encryption: 'none', recipient: 'criminal', sensitivity: 'severe' },
  ...{ outflow: 'shown', persons: 'few', effectOnPersons: 'minor', duration: 'hours', volume: 'little' },
  ...{ availability: 'unaffected', alteration: 'none', exceptionToInforming: 'none' },
} as const;
