// Art. 4 No. 12 GDPR: a personal data breach is a breach of security that leads to destruction, loss, alteration, unauthorised
// disclosure of, or access to, personal data. Confidentiality, availability and integrity are the three ways (EDPB 01/2021 para. 5).
// Limits: whether security was breached is not asked apart; data that went astray are taken as proof of it.
import { edpbPara, gdprDefinition } from '../../law/sources.ts';
import { atLeast, type Aggravation } from '../rule.ts';

export const aboutPersonalData = atLeast(
  'personalData',
  'yes',
  { de: 'Es geht um personenbezogene Daten.', en: 'Personal data are involved.' },
  [gdprDefinition(1), gdprDefinition(12)],
);

export const confidentialityHurt: Aggravation = {
  kind: 'aggravation',
  id: 'art4/confidentiality',
  gives: 'unlikely',
  says: { de: 'Die Vertraulichkeit ist verletzt.', en: 'Confidentiality is breached.' },
  cites: [gdprDefinition(12), edpbPara(5)],
  all: [
    atLeast(
      'access',
      'possible',
      { de: 'Jemand ohne Berechtigung konnte an die Daten gelangen.', en: 'Somebody without the right could get at the data.' },
      [gdprDefinition(12), edpbPara(5)],
    ),
  ],
  unless: [],
};

export const availabilityHurt: Aggravation = {
  kind: 'aggravation',
  id: 'art4/availability',
  gives: 'unlikely',
  says: { de: 'Die Verfügbarkeit ist verletzt.', en: 'Availability is breached.' },
  cites: [gdprDefinition(12), edpbPara(5)],
  all: [
    atLeast(
      'availability',
      'restored-in-time',
      { de: 'Die Daten fehlten zeitweise oder fehlen noch.', en: 'The data were missing for a time, or still are.' },
      [gdprDefinition(12), edpbPara(5)],
    ),
  ],
  unless: [],
};

export const integrityHurt: Aggravation = {
  kind: 'aggravation',
  id: 'art4/integrity',
  gives: 'unlikely',
  says: { de: 'Die Integrität ist verletzt.', en: 'Integrity is breached.' },
  cites: [gdprDefinition(12), edpbPara(5)],
  all: [
    atLeast(
      'alteration',
      'corrected',
      {
        de: 'Die Daten wurden unbefugt oder versehentlich verändert.',
        en: 'The data were altered without authority or by accident.',
      },
      [gdprDefinition(12), edpbPara(5)],
    ),
  ],
  unless: [],
};
