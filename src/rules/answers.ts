// The facts the rules may ask for, each with its few answers from least to most risk, in the order of how easily people know them.
export const ANSWERS = {
  personalData: ['no', 'yes'],
  access: ['none', 'possible', 'happened'],
  encryption: ['state-of-the-art', 'pseudonymous', 'weak', 'none'],
  keySecret: ['yes', 'no'],
  outflow: ['excluded', 'no-sign-logged', 'no-sign', 'shown', 'misused'],
  recipient: ['bound', 'known', 'uncontrolled', 'disloyal', 'criminal'],
  sensitivity: ['everyday', 'profile', 'severe'],
  persons: ['few', 'many', 'vulnerable'],
  deletionConfirmed: ['in-writing', 'requested', 'no'],
  effectOnPersons: ['none', 'minor', 'serious', 'lasting'],
  duration: ['hours', 'days', 'weeks'],
  volume: ['little', 'much'],
  identifiability: ['hardly', 'indirectly', 'directly'],
  availability: ['unaffected', 'restored-in-time', 'restored-late', 'lost'],
  alteration: ['none', 'corrected', 'uncorrected'],
  exceptionToInforming: ['averted', 'secrecy', 'disproportionate', 'none'],
  highRiskAverted: ['yes', 'no'],
  secrecyWeighing: ['secrecy', 'person'],
  authorityOrder: ['none', 'inform'],
  delayRequested: ['no', 'yes'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FactName = keyof typeof ANSWERS;
export type AnswerOf<F extends FactName> = (typeof ANSWERS)[F][number];
/** One of the fact's answers, or `unknown` where the fact allows it. `parseFactSheet` checks that. */
export type Answer = string;
export type Facts = Readonly<Partial<Record<FactName, Answer>>>;
export const UNKNOWN = 'unknown';
