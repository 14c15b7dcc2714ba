// German laws that stand in for Arts. 33 and 34 GDPR: telecommunication, and police and justice.
import { statute } from '../../law/statutes.ts';
import { IN_POLICE, IN_TELECOM } from './counterparts.ts';
import { GERMAN_TEXTS_OF_2022, MIXED_TELECOM, POLICE_LOW_RISK } from './doubts.ts';
import { noFine, privilege } from './general.ts';
import type { Profile } from './profile.ts';

const tkg = statute('TKG', '§ 169 Abs. 1', '§ 169(1)');

/** § 169 TKG with Reg. (EU) 611/2013: no test of risk, 24 hours, two authorities. */
export const telecom: Profile = {
  id: 'telecom',
  name: { de: 'öffentliche Telekommunikation', en: 'public telecommunication' },
  textAsOf: '2022-03',
  countries: ['DE'],
  notice: {
    duty: {
      id: 'profile/telecom/notify',
      says: {
        de: 'Ein Anbieter öffentlicher Telekommunikation meldet jede Verletzung der Bundesnetzagentur und dem BfDI.',
        en: 'A provider of public telecommunication notifies every breach to the Bundesnetzagentur and the BfDI.',
      },
      cites: [tkg, GERMAN_TEXTS_OF_2022],
    },
    from: 'any-breach',
    threshold: {
      id: 'profile/telecom/threshold',
      says: { de: 'Auf das Risiko kommt es für die Meldung nicht an.', en: 'For the notice the risk does not matter.' },
      cites: [tkg],
    },
    hours: 24,
    deadline: {
      id: 'profile/telecom/deadline',
      says: {
        de: 'Zu melden ist unverzüglich, möglichst binnen 24 Stunden nach der Feststellung; der Rest folgt binnen drei Tagen.',
        en: 'Notice is due without delay, where feasible within 24 hours of detection; the rest follows within three days.',
      },
      cites: [statute('REG_611_2013', 'Art. 2 Abs. 2', 'Art. 2(2)'), tkg, { source: 'REG_1182_71', article: 3, paragraph: 1 }],
    },
    completion: {
      id: 'profile/telecom/completion',
      says: {
        de: 'Was der ersten Meldung fehlt, folgt binnen drei Tagen nach ihr; was auch dann noch fehlt, so bald wie möglich und mit Begründung.',
        en: 'What the first notice lacks follows within three days of it; what is still missing then, as soon as possible and with reasons.',
      },
      cites: [statute('REG_611_2013', 'Art. 2 Abs. 3', 'Art. 2(3)')],
      hours: 72,
    },
    to: ['de-bnetza', 'de-bfdi'],
  },
  releases: [],
  counterparts: IN_TELECOM,
  persons: {
    id: 'profile/telecom/inform',
    says: {
      de: 'Sind Menschen voraussichtlich schwerwiegend beeinträchtigt, sind sie unverzüglich zu benachrichtigen.',
      en: 'Where people are likely to be seriously affected, they have to be informed without delay.',
    },
    cites: [statute('TKG', '§ 169 Abs. 1', '§ 169(1)'), GERMAN_TEXTS_OF_2022],
  },
  record: {
    id: 'profile/telecom/document',
    says: {
      de: 'Der Anbieter führt ein Verzeichnis der Verletzungen, mindestens fünf Jahre zurück.',
      en: 'The provider keeps a list of breaches that goes back at least five years.',
    },
    cites: [statute('TKG', '§ 169')],
  },
  hints: [
    {
      id: 'profile/telecom/mixed',
      on: 'art33-1',
      says: {
        de: 'Trifft ein Vorfall auch andere Daten desselben Anbieters, genügt die Meldung nach § 169 TKG.',
        en: 'Where an incident also hits other data of the same provider, the notice under § 169 TKG is enough.',
      },
      cites: [statute('BFDI_TELECOM'), MIXED_TELECOM],
    },
    privilege,
  ],
};

const bdsg65 = statute('BDSG', '§ 65 Abs. 1', '§ 65(1)');

/** §§ 65, 66 BDSG for the federal level; for the Länder see `policeOfLand.ts`. */
export const policeJustice: Profile = {
  id: 'police-justice',
  name: { de: 'Polizei und Justiz', en: 'police and justice' },
  textAsOf: '2022-03',
  countries: ['DE'],
  notice: {
    duty: {
      id: 'profile/police-justice/notify',
      says: {
        de: 'Polizei und Justiz melden eine Verletzung, es sei denn, es besteht voraussichtlich keine Gefahr für die Rechtsgüter von Menschen.',
        en: 'Police and justice notify a breach, unless no danger to the legally protected interests of people is to be expected.',
      },
      cites: [bdsg65, GERMAN_TEXTS_OF_2022],
    },
    from: 'low',
    threshold: {
      id: 'profile/police-justice/threshold',
      says: {
        de: 'Eine Gefahr ist auch ein geringes Risiko: Die mildere Lesart zu Art. 33 DSGVO wird nicht übertragen.',
        en: 'A low risk is a danger too: the milder reading of Art. 33 GDPR is not carried over.',
      },
      cites: [bdsg65, POLICE_LOW_RISK],
    },
    hours: 72,
    deadline: {
      id: 'profile/police-justice/deadline',
      says: {
        de: 'Zu melden ist unverzüglich, möglichst binnen 72 Stunden nach Kenntnis; eine spätere Meldung ist zu begründen.',
        en: 'Notice is due without undue delay, where feasible within 72 hours of becoming aware; a later one needs reasons.',
      },
      cites: [bdsg65],
    },
  },
  releases: ['averted'],
  counterparts: IN_POLICE,
  persons: {
    id: 'profile/police-justice/inform',
    says: {
      de: 'Bei voraussichtlich erheblicher Gefahr sind die Betroffenen unverzüglich zu benachrichtigen; § 66 Abs. 5 erlaubt Aufschub.',
      en: 'Where a considerable danger is to be expected, the people concerned have to be informed without delay; § 66(5) allows putting it off.',
    },
    cites: [statute('BDSG', '§ 66 Abs. 1', '§ 66(1)'), GERMAN_TEXTS_OF_2022],
  },
  record: {
    id: 'profile/police-justice/document',
    says: { de: 'Jede Verletzung ist zu dokumentieren.', en: 'Every breach has to be documented.' },
    cites: [statute('BDSG', '§ 65')],
  },
  hints: [
    noFine,
    { ...privilege, cites: [statute('BDSG', '§ 65 Abs. 7', '§ 65(7)'), ...privilege.cites] },
    {
      id: 'profile/police-justice/other-member-state',
      on: 'art33-1',
      says: {
        de: 'Stammen die Daten von einem Verantwortlichen in einem anderen Mitgliedstaat, oder gingen sie dorthin, ist auch dieser unverzüglich zu unterrichten.',
        en: 'Where the data came from a controller in another Member State, or went to one, that controller is told without delay too.',
      },
      cites: [statute('BDSG', '§ 65 Abs. 6', '§ 65(6)')],
    },
  ],
};
