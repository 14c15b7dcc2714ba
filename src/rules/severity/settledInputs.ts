// What our facts already settle of the inputs of a severity method. Where one answer of ours may mean several of theirs, nothing is
// settled and a person has to say: how sensitive data are is a different scale, thieves may have used the data or not, and
// data that are "not back yet, or never" may be either.
import type { FactSheet } from '../factSheet.ts';
import type { Facts } from '../vocabulary.ts';
import { SEVERITY_NAMES, type SeverityAnswerOf, type SeverityAnswers } from './severityInputs.ts';

function confidentialityOf({ access, outflow, recipient }: Facts): SeverityAnswerOf<'confidentiality'> | undefined {
  if (access === 'none') return 'unaffected';
  if (access !== 'possible' && access !== 'happened') return undefined;
  if (outflow === 'excluded') return 'exposed';
  if (recipient === 'bound' || recipient === 'known' || recipient === 'disloyal') return 'known-recipients';
  if (recipient === 'uncontrolled') return 'unknown-recipients';
  return recipient === 'criminal' && access === 'possible' && outflow !== 'misused' ? 'exposed' : undefined;
}

/** Without access to the data nobody asked whose hands they are in, so an attack that only locks them settles nothing here. */
function intentOf({ access, recipient }: Facts): SeverityAnswerOf<'intent'> | undefined {
  if (access !== 'possible' && access !== 'happened') return undefined;
  if (recipient === 'criminal' || recipient === 'disloyal') return 'malicious';
  return recipient === undefined || recipient === 'unknown' ? undefined : 'none-known';
}

const AVAILABILITY: Readonly<Record<string, SeverityAnswerOf<'availability'>>> = {
  unaffected: 'unaffected',
  'restored-in-time': 'recovered-easily',
  'restored-late': 'temporarily',
};
const INTEGRITY: Readonly<Record<string, SeverityAnswerOf<'integrity'>>> = { none: 'unaffected', corrected: 'restored' };
/** People in need of protection count as more than any number, so how many they are has to be said. */
const OVER_100: Readonly<Record<string, SeverityAnswerOf<'over100'>>> = { few: 'no', many: 'yes' };

function unintelligibleOf({ encryption, keySecret }: Facts): SeverityAnswerOf<'unintelligible'> | undefined {
  if (encryption === 'pseudonymous' || encryption === 'weak' || encryption === 'none' || keySecret === 'no') return 'no';
  return encryption === 'state-of-the-art' && keySecret === 'yes' ? 'yes' : undefined;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const defined = <T extends object>(value: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<Defined<T>>;

const settledBy = (facts: Facts): SeverityAnswers =>
  defined({
    confidentiality: confidentialityOf(facts),
    intent: intentOf(facts),
    availability: AVAILABILITY[facts.availability ?? ''],
    integrity: INTEGRITY[facts.alteration ?? ''],
    over100: OVER_100[facts.persons ?? ''],
    unintelligible: unintelligibleOf(facts),
  });

/** What every data set of the sheet settles alike. Where two settle it differently, a person has to say which counts. */
export function settledInputs({ dataSets }: FactSheet): SeverityAnswers {
  const [first = {}, ...others] = dataSets.map(({ facts }) => settledBy(facts));
  const agreed = SEVERITY_NAMES.filter((name) => others.every((other) => other[name] === first[name]));
  return defined(Object.fromEntries(agreed.map((name) => [name, first[name]])));
}
