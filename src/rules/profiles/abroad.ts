// Laws beside the GDPR: the United Kingdom, Switzerland, and the institutions of the Union.
import { statute } from '../../law/statutes.ts';
import { IN_EU_BODIES, IN_SWITZERLAND, IN_UK } from './counterparts.ts';
import { SWISS_CANTONS, SWISS_PERSONS } from './doubts.ts';
import type { Profile } from './profile.ts';

const uk33 = statute('UK_GDPR', 'Art. 33 Abs. 1', 'Art. 33(1)');

export const unitedKingdom: Profile = {
  id: 'uk',
  name: { de: 'Vereinigtes Königreich', en: 'United Kingdom' },
  textAsOf: '2025',
  countries: ['GB'],
  notice: {
    duty: {
      id: 'profile/uk/notify',
      says: {
        de: 'Eine Verletzung ist dem Information Commissioner zu melden, es sei denn, ein Risiko ist unwahrscheinlich.',
        en: 'A breach has to be notified to the Information Commissioner, unless it is unlikely to result in a risk.',
      },
      cites: [uk33],
    },
    from: 'low',
    threshold: {
      id: 'profile/uk/threshold',
      says: { de: 'Auch ein geringes Risiko ist zu melden.', en: 'A low risk has to be notified too.' },
      cites: [uk33],
    },
    hours: 72,
    deadline: {
      id: 'profile/uk/deadline',
      says: {
        de: 'Zu melden ist unverzüglich, möglichst binnen 72 Stunden nach Kenntnis; eine spätere Meldung ist zu begründen.',
        en: 'Notice is due without undue delay, where feasible within 72 hours of becoming aware; a later one needs reasons.',
      },
      cites: [uk33],
    },
    to: ['uk-ico'],
  },
  releases: ['averted'],
  counterparts: IN_UK,
  persons: {
    id: 'profile/uk/inform',
    says: {
      de: 'Bei voraussichtlich hohem Risiko sind die Betroffenen unverzüglich zu benachrichtigen.',
      en: 'Where a high risk is likely, the people concerned have to be informed without undue delay.',
    },
    cites: [statute('UK_GDPR', 'Art. 34 Abs. 1', 'Art. 34(1)')],
  },
  record: {
    id: 'profile/uk/document',
    says: { de: 'Jede Verletzung ist zu dokumentieren.', en: 'Every breach has to be documented.' },
    cites: [statute('UK_GDPR', 'Art. 33 Abs. 5', 'Art. 33(5)')],
  },
  hints: [],
};

const fadp = statute('CH_DSG', 'Art. 24 Abs. 1', 'Art. 24(1)');

export const switzerland: Profile = {
  id: 'switzerland',
  name: { de: 'Schweiz', en: 'Switzerland' },
  textAsOf: '2023-09-01',
  countries: ['CH'],
  notice: {
    duty: {
      id: 'profile/switzerland/notify',
      says: {
        de: 'Dem EDÖB ist eine Verletzung zu melden, die voraussichtlich zu einem hohen Risiko führt.',
        en: 'A breach that is likely to lead to a high risk has to be notified to the FDPIC.',
      },
      cites: [fadp],
    },
    from: 'high',
    threshold: {
      id: 'profile/switzerland/threshold',
      says: { de: 'Nur ein hohes Risiko ist zu melden.', en: 'Only a high risk has to be notified.' },
      cites: [fadp],
    },
    deadline: {
      id: 'profile/switzerland/deadline',
      says: {
        de: 'Zu melden ist so rasch als möglich; eine Frist in Stunden gibt es nicht.',
        en: 'Notice is due as soon as possible; there is no limit in hours.',
      },
      cites: [fadp],
    },
    to: ['ch-edoeb'],
    // Cantons and communes answer to the authority of their canton, federal bodies to the FDPIC.
    publicBodiesElsewhere: true,
  },
  releases: ['averted'],
  counterparts: IN_SWITZERLAND,
  persons: {
    id: 'profile/switzerland/inform',
    says: {
      de: 'Die Betroffenen sind zu informieren, wenn es zu ihrem Schutz nötig ist oder der EDÖB es verlangt.',
      en: 'The people concerned are informed where their protection needs it or the FDPIC asks for it.',
    },
    cites: [statute('CH_DSG', 'Art. 24 Abs. 4', 'Art. 24(4)'), SWISS_PERSONS],
  },
  record: {
    id: 'profile/switzerland/document',
    says: {
      de: 'Wir dokumentieren jede Verletzung; die Schweiz verlangt, Meldungen mindestens zwei Jahre aufzubewahren.',
      en: 'We document every breach; Switzerland asks that notices are kept for at least two years.',
    },
    cites: [statute('CH_DSG', 'Art. 24'), SWISS_PERSONS],
  },
  hints: [
    {
      id: 'profile/switzerland/canton',
      on: 'art33-1',
      inSector: 'public',
      says: {
        de: 'Kantone und Gemeinden stehen unter dem Recht ihres Kantons, nicht unter dem DSG des Bundes. Das Recht der Kantone haben wir nicht geprüft; sehen Sie dort nach, was zu melden ist.',
        en: 'Cantons and communes stand under the law of their canton, not under the federal act. The laws of the cantons we have not verified; look there for what has to be notified.',
      },
      cites: [statute('CH_DSG', 'Art. 2 Abs. 1', 'Art. 2(1)'), SWISS_CANTONS],
    },
    {
      id: 'profile/switzerland/privilege',
      on: 'art33-1',
      says: {
        de: 'Die Meldung darf in einem Strafverfahren gegen die meldepflichtige Person nur mit deren Einverständnis verwendet werden. Sie kann nach dem Öffentlichkeitsgesetz öffentlich werden.',
        en: 'In criminal proceedings against whoever has to notify, the notice may be used only with their consent. It may become public under the transparency act.',
      },
      cites: [statute('CH_DSG', 'Art. 24 Abs. 6', 'Art. 24(6)')],
    },
  ],
};

const eu34 = statute('REG_2018_1725', 'Art. 34 Abs. 1', 'Art. 34(1)');

export const euBody: Profile = {
  id: 'eu-body',
  name: { de: 'Organ oder Einrichtung der Union', en: 'institution or body of the Union' },
  textAsOf: '2018-11-21',
  notice: {
    duty: {
      id: 'profile/eu-body/notify',
      says: {
        de: 'Eine Verletzung ist dem Europäischen Datenschutzbeauftragten zu melden, es sei denn, ein Risiko ist unwahrscheinlich.',
        en: 'A breach has to be notified to the European Data Protection Supervisor, unless it is unlikely to result in a risk.',
      },
      cites: [eu34],
    },
    from: 'low',
    threshold: {
      id: 'profile/eu-body/threshold',
      says: { de: 'Auch ein geringes Risiko ist zu melden.', en: 'A low risk has to be notified too.' },
      cites: [eu34],
    },
    hours: 72,
    deadline: {
      id: 'profile/eu-body/deadline',
      says: {
        de: 'Zu melden ist unverzüglich, möglichst binnen 72 Stunden nach Kenntnis; eine spätere Meldung ist zu begründen.',
        en: 'Notice is due without undue delay, where feasible within 72 hours of becoming aware; a later one needs reasons.',
      },
      cites: [eu34, { source: 'REG_1182_71', article: 3, paragraph: 1 }],
    },
    to: ['eu-edps'],
  },
  releases: ['averted'],
  counterparts: IN_EU_BODIES,
  persons: {
    id: 'profile/eu-body/inform',
    says: {
      de: 'Bei voraussichtlich hohem Risiko sind die Betroffenen unverzüglich zu benachrichtigen.',
      en: 'Where a high risk is likely, the people concerned have to be informed without undue delay.',
    },
    cites: [statute('REG_2018_1725', 'Art. 35 Abs. 1', 'Art. 35(1)')],
  },
  record: {
    id: 'profile/eu-body/document',
    says: { de: 'Jede Verletzung ist zu dokumentieren.', en: 'Every breach has to be documented.' },
    cites: [statute('REG_2018_1725', 'Art. 34')],
  },
  hints: [],
};
