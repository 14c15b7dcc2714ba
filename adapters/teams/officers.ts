import type { Organisation } from '../../src/organisation.ts';
import type { References } from './references.ts';

/** Who works with the cases, by the ids Teams knows them under; only those who were heard of at least once. */
export async function officerIds({ persons }: Organisation, references: References): Promise<readonly string[]> {
  const officers = persons.filter(({ roles }) => roles.includes('dpo') || roles.includes('deputy'));
  const known = await Promise.all(
    officers.map(async ({ accounts }) => (accounts.teams === undefined ? undefined : references.person(accounts.teams))),
  );
  return known.flatMap((reference) => reference?.memberId ?? []);
}
