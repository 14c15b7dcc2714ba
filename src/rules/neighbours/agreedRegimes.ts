// What no statute says: periods people agreed on. The hours come from the configuration.
import { pinpoint } from './neighbourSources.ts';
import type { Regime } from './regime.ts';

export const CONTRACT: Regime = {
  id: 'contract',
  name: { de: 'Vertrag', en: 'Contract' },
  trigger: {
    de: 'Muss dieser Vertragspartner über den Vorfall unterrichtet werden?',
    en: 'Must this party be told of the incident?',
  },
  start: {
    de: 'Kenntnis, wie der Vertrag sie beschreibt',
    en: 'becoming aware, as the contract describes it',
  },
  stages: [
    { id: 'notice', name: { de: 'Anzeige', en: 'Notice' }, to: ['partner'], limits: [{ from: 'start', hours: 'configured' }] },
  ],
  calendar: 'elapsed',
  validFrom: '2018-05-25',
  cites: [pinpoint('AGREEMENT', 'laut Vertrag', 'under the contract')],
};

export const INSURANCE: Regime = {
  id: 'insurance',
  name: { de: 'Cyberversicherung', en: 'Cyber insurance' },
  trigger: {
    de: 'Kann der Vorfall ein Versicherungsfall sein?',
    en: 'Can the incident be an insured event?',
  },
  start: { de: 'Kenntnis des möglichen Versicherungsfalls', en: 'becoming aware of the possible insured event' },
  stages: [
    {
      id: 'notice',
      name: { de: 'Schadenanzeige', en: 'Notice of claim' },
      to: ['insurer'],
      limits: [{ from: 'start', hours: 'configured' }],
    },
  ],
  calendar: 'elapsed',
  validFrom: '2018-05-25',
  cites: [pinpoint('AGREEMENT', 'laut Versicherungsbedingungen', 'under the terms of the insurance')],
};
