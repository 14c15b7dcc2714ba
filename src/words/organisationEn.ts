import type { OrganisationWords } from './organisationWords.ts';

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

const FAILURES: Readonly<Record<string, string>> = {
  caseUnreadable: 'a case could not be read',
  registerUnavailable: 'the register did not answer',
  contradictingRules: 'two rules contradicted each other',
  unreachable: 'somebody could not be reached any more',
  unwell: 'the own check found something',
  heartbeatFailed: 'the sign of life did not arrive',
  tickFailed: 'a run broke off',
  tickHung: 'a run did not come to its end',
  unexpected: 'unexpected failure',
};

export const organisationEn: OrganisationWords = {
  digest: {
    title: (duties, cases) =>
      duties === 0
        ? 'No duty is open today'
        : `Open today: ${counted(duties, 'duty', 'duties')} in ${counted(cases, 'case', 'cases')}`,
    none: 'Nothing is open. Fristwacht is running and keeps watch.',
    onIt: (name, until) => (name === undefined ? `Being worked on until ${until}` : `${name} is on it, until ${until}`),
    nobody: 'Nobody has taken it on yet.',
    unreadable: (number) =>
      `${number} cannot be read at the moment. These duties are open there; please see for yourself what is to be done.`,
    readyToClose: (numbers) => `Nothing left to do but to close: ${numbers}`,
  },
  health: {
    trouble: 'Fristwacht needs your help',
    troubleText: (since) =>
      `Since ${since} something has been wrong with Fristwacht itself. Do not rely on its reminders until that is over: go through the open deadlines yourself.`,
    over: 'Fristwacht is working again',
    overText: (since) => `What was wrong since ${since} has been mended. Reminders come as usual again.`,
    next: 'Pass this message on to whoever runs Fristwacht. “fristwacht status” shows more.',
    troubles: {
      registerUnavailable: () => 'The register does not answer.',
      tickOld: () => 'For some minutes nobody has looked at what is due.',
      lookMissing: (count) =>
        `${counted(count, 'case', 'cases')} would not have been looked at again in time. This has been made up for.`,
      lookLate: (count) => `${counted(count, 'case is', 'cases are')} overdue and not looked at yet.`,
      dutySilent: (count) => `In ${counted(count, 'case', 'cases')} a duty is open of which nobody would be reminded.`,
      nobodyToTell: (count) => `For ${counted(count, 'case', 'cases')} nobody can be reached.`,
      deliveryLate: (count) => `In ${counted(count, 'case', 'cases')} a reminder is due and has not arrived.`,
      caseUnreadable: (count) => `${counted(count, 'case', 'cases')} cannot be read.`,
      deliveriesStuck: (count) =>
        `${counted(count, 'person or channel has', 'persons or channels have')} been out of reach for more than ten minutes.`,
    },
  },
  status: {
    title: (well) => (well ? 'Fristwacht is running' : 'Fristwacht: something needs to be done'),
    well: 'All is well.',
    lastTick: 'Last look',
    never: 'never yet',
    instances: (count) => (count === 1 ? 'one instance is running' : `${count} instances are running`),
    openCases: 'Open cases',
    openDuties: 'Open duties',
    firstDueBy: 'Next deadline',
    nextLook: 'Next reminder or look',
    waiting: 'Readers who wait for a delivery',
    lastFailure: 'Last failure',
    none: 'none',
    failure: (what) => FAILURES[what] ?? what,
    troubles: 'What is wrong just now',
  },
};
