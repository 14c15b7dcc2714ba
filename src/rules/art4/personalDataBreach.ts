// Art. 4 No. 12 GDPR: a personal data breach is a breach of security that leads to destruction, loss, alteration, unauthorised
// disclosure of, or access to, personal data. Confidentiality, availability and integrity are the three ways (EDPB 01/2021 para. 5).
// Limits: whether security was breached is not asked apart; data that went astray are taken as proof of it.
import { edpbPara, gdprDefinition, openQuestion, type Text } from '../../law/sources.ts';
import { atLeast, type Aggravation, type AtLeast } from '../rule.ts';

export const aboutPersonalData = atLeast(
  'personalData',
  'yes',
  { de: 'Es geht um personenbezogene Daten.', en: 'Personal data are involved.' },
  [gdprDefinition(1), gdprDefinition(12)],
);

const kindsOfHurt = [gdprDefinition(12), edpbPara(5)];

/** From one answer on, one of the three is hurt at all; how dangerous that is, the rules of Arts. 33 and 34 say. */
const hurt = (area: string, says: Text, from: AtLeast): Aggravation => ({
  kind: 'aggravation',
  id: `art4/${area}`,
  gives: 'unlikely',
  says,
  cites: kindsOfHurt,
  all: [from],
  unless: [],
});

export const confidentialityHurt = hurt(
  'confidentiality',
  { de: 'Die Vertraulichkeit ist verletzt.', en: 'Confidentiality is breached.' },
  atLeast(
    'access',
    'possible',
    { de: 'Jemand ohne Berechtigung konnte an die Daten gelangen.', en: 'Somebody without the right could get at the data.' },
    [...kindsOfHurt, openQuestion('Q-36')],
  ),
);

export const availabilityHurt = hurt(
  'availability',
  { de: 'Die Verfügbarkeit ist verletzt.', en: 'Availability is breached.' },
  atLeast(
    'availability',
    'restored-in-time',
    { de: 'Die Daten fehlten zeitweise oder fehlen noch.', en: 'The data were missing for a time, or still are.' },
    kindsOfHurt,
  ),
);

export const integrityHurt = hurt(
  'integrity',
  { de: 'Die Integrität ist verletzt.', en: 'Integrity is breached.' },
  atLeast(
    'alteration',
    'corrected',
    {
      de: 'Die Daten wurden unbefugt oder versehentlich verändert.',
      en: 'The data were altered without authority or by accident.',
    },
    kindsOfHurt,
  ),
);
