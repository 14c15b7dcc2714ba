// Church law in place of the GDPR (Art. 91). Both laws were reformed lately; the reforms were not seen, which every citation says.
import { gdpr } from '../../law/sources.ts';
import { statute } from '../../law/statutes.ts';
import { type Counterparts, IN_CATHOLIC_CHURCH, IN_CATHOLIC_CHURCH_2026, IN_PROTESTANT_CHURCH } from './counterparts.ts';
import { CHURCH_REFORMS } from './doubts.ts';
import type { Profile } from './profile.ts';

const catholicLaw = (kdg: 'KDG' | 'KDG_2026', textAsOf: string, counterparts: Counterparts): Profile => ({
  id: 'catholic',
  name: { de: 'katholische Kirche', en: 'Catholic church' },
  textAsOf,
  countries: ['DE'],
  authority: 'ask',
  notice: {
    duty: {
      id: 'profile/catholic/notify',
      says: {
        de: 'Eine Verletzung, die eine Gefahr für die Rechte und Freiheiten von Menschen ist, wird der kirchlichen Datenschutzaufsicht gemeldet.',
        en: 'A breach that is a danger to the rights and freedoms of people is notified to the church data protection authority.',
      },
      cites: [statute(kdg, '§ 33 Abs. 1', '§ 33(1)'), gdpr(91), CHURCH_REFORMS],
    },
    from: 'low',
    threshold: {
      id: 'profile/catholic/threshold',
      says: {
        de: 'Eine Gefahr ist vorsorglich auch ein geringes Risiko.',
        en: 'As a precaution a low risk counts as a danger too.',
      },
      cites: [statute(kdg, '§ 33 Abs. 1', '§ 33(1)'), CHURCH_REFORMS],
    },
    hours: 72,
    deadline: {
      id: 'profile/catholic/deadline',
      says: {
        de: 'Zu melden ist unverzüglich, möglichst binnen 72 Stunden nach Kenntnis.',
        en: 'Notice is due without undue delay, where feasible within 72 hours of becoming aware.',
      },
      cites: [statute(kdg, '§ 33 Abs. 1', '§ 33(1)'), CHURCH_REFORMS],
    },
  },
  releases: ['averted'],
  counterparts,
  persons: {
    id: 'profile/catholic/inform',
    says: {
      de: 'Bei voraussichtlich hohem Risiko sind die Betroffenen unverzüglich zu benachrichtigen.',
      en: 'Where a high risk is likely, the people concerned have to be informed without undue delay.',
    },
    cites: [statute(kdg, '§ 34'), CHURCH_REFORMS],
  },
  record: {
    id: 'profile/catholic/document',
    says: { de: 'Jede Verletzung ist zu dokumentieren.', en: 'Every breach has to be documented.' },
    cites: [statute(kdg, '§ 33'), CHURCH_REFORMS],
  },
  hints: [],
});

/** What the reform makes of §§ 33 and 34 we have not seen: the rules stay, the citations say so, and a note tells it. */
const reformed: Profile = {
  ...catholicLaw('KDG_2026', '2025-11-24', IN_CATHOLIC_CHURCH_2026),
  hints: [
    {
      id: 'profile/catholic/reform',
      on: 'art33-1',
      says: {
        de: 'Das KDG wurde reformiert, beschlossen am 24. November 2025; jede Diözese setzt es selbst in Kraft, geplant war der 1. März 2026. Die neuen §§ 33 und 34 haben wir nicht geprüft und folgen den bisherigen; sehen Sie im Amtsblatt Ihrer Diözese nach.',
        en: 'The KDG was reformed by a decision of 24 November 2025; each diocese puts it in force itself, as planned on 1 March 2026. The new §§ 33 and 34 we have not verified and follow those before; look into the gazette of your diocese.',
      },
      cites: [statute('KDG_2026', '§ 33'), CHURCH_REFORMS],
    },
  ],
};

/** Until the reform, and since the day it was planned for. */
export const catholic: Profile = {
  ...catholicLaw('KDG', '2018', IN_CATHOLIC_CHURCH),
  later: [{ validFrom: '2026-03-01', profile: reformed }],
};

export const protestant: Profile = {
  id: 'protestant',
  name: { de: 'evangelische Kirche', en: 'Protestant church' },
  textAsOf: '2018',
  countries: ['DE'],
  authority: 'de-ekd',
  // There the churches and their Diakonie have a commissioner of their own (DSBKD), not all of them.
  authorityAskedIn: ['SN', 'ST', 'TH'],
  notice: {
    duty: {
      id: 'profile/protestant/notify',
      says: {
        de: 'Eine Verletzung mit einem nicht unerheblichen Risiko wird der kirchlichen Datenschutzaufsicht gemeldet.',
        en: 'A breach with a risk that is not negligible is notified to the church data protection authority.',
      },
      cites: [statute('DSG_EKD', '§ 32 Abs. 1', '§ 32(1)'), gdpr(91), CHURCH_REFORMS],
    },
    from: 'risk',
    threshold: {
      id: 'profile/protestant/threshold',
      says: { de: 'Ein nur geringes Risiko gilt als unerheblich.', en: 'A merely low risk counts as negligible.' },
      cites: [statute('DSG_EKD', '§ 32 Abs. 1', '§ 32(1)'), CHURCH_REFORMS],
    },
    deadline: {
      id: 'profile/protestant/deadline',
      says: {
        de: 'Zu melden ist unverzüglich; eine Frist in Stunden nennt das Gesetz nicht.',
        en: 'Notice is due without undue delay; the law names no hours.',
      },
      cites: [statute('DSG_EKD', '§ 32 Abs. 1', '§ 32(1)'), CHURCH_REFORMS],
    },
  },
  releases: ['averted'],
  counterparts: IN_PROTESTANT_CHURCH,
  persons: {
    id: 'profile/protestant/inform',
    says: {
      de: 'Bei voraussichtlich hohem Risiko sind die Betroffenen unverzüglich zu benachrichtigen.',
      en: 'Where a high risk is likely, the people concerned have to be informed without undue delay.',
    },
    cites: [statute('DSG_EKD', '§ 33'), CHURCH_REFORMS],
  },
  record: {
    id: 'profile/protestant/document',
    says: { de: 'Jede Verletzung ist zu dokumentieren.', en: 'Every breach has to be documented.' },
    cites: [statute('DSG_EKD', '§ 32 Abs. 5', '§ 32(5)'), CHURCH_REFORMS],
  },
  hints: [],
};
