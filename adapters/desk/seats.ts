import { type Organisation, type OrganisationRole, personBehind, rolesOf } from '../../src/organisation.ts';

/** Somebody who can sit at the desk. */
export type Seat = {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly OrganisationRole[];
  /** Works with the cases and reads along in the channel; everybody else only reports. */
  readonly office: boolean;
};

/** The seat that is always there, also where the configuration names nobody for it: any employee may report. */
const EMPLOYEE_ACCOUNT = 'employee';
const EMPLOYEE_NAME = 'Kim Beispiel';

/** Everybody with an account at the desk, employees first. */
export function seatsOf(organisation: Organisation): readonly Seat[] {
  const configured = organisation.persons.flatMap(({ accounts, name }) =>
    accounts.desk === undefined ? [] : [seat(organisation, accounts.desk, name)],
  );
  const somebodyReports = configured.some(({ account, office }) => account === EMPLOYEE_ACCOUNT && !office);
  const seats = somebodyReports ? configured : [seat(organisation, EMPLOYEE_ACCOUNT, EMPLOYEE_NAME), ...configured];
  return [...seats.filter(({ office }) => !office), ...seats.filter(({ office }) => office)];
}

function seat(organisation: Organisation, account: string, name: string): Seat {
  const roles = rolesOf(organisation, personBehind(organisation, 'desk', account));
  return { account, name, roles, office: roles.some((role) => role !== 'employee') };
}
