// Police and justice of the Länder. §§ 65, 66 BDSG are the law of the federal level; each Land has transposed Arts. 30 and 31 of Directive (EU)
// 2016/680 by itself. What stands here is what we could read or what the authority of the Land names. For the rest the directive is cited,
// which every Land is bound by, and a note says that the provision of the Land was not verified (open question Q-32).
import { openQuestion, type Citation } from '../../law/sources.ts';
import { statute, type StatuteCitation } from '../../law/statutes.ts';
import { IN_POLICE_OF_LAND } from './counterparts.ts';
import { policeJustice } from './german.ts';
import { LANDS, type Land } from './land.ts';
import type { Hint, Profile } from './profile.ts';

type LandProvisions = {
  readonly notice?: StatuteCitation;
  readonly persons?: StatuteCitation;
  readonly record?: StatuteCitation;
  /** Whom to tell besides, where the data came from elsewhere or went there. */
  readonly elsewhere?: StatuteCitation;
  /** What is notified must not be turned against the one who notifies. */
  readonly privilege?: StatuteCitation;
  /** The threshold for informing people is a high risk, not a considerable danger. */
  readonly informsAtHighRisk?: true;
};

/** In Baden-Württemberg and Bremen the provision is that of the police; what holds for the justice of these Länder was not seen. */
const PROVISIONS: { readonly [L in Land]?: LandProvisions } = {
  BW: {
    notice: statute('POLG_BW', '§ 88 Abs. 1', '§ 88(1)'),
    persons: statute('POLG_BW', '§ 87 Abs. 1', '§ 87(1)'),
    record: statute('POLG_BW', '§ 88 Abs. 4', '§ 88(4)'),
    elsewhere: statute('POLG_BW', '§ 88 Abs. 5', '§ 88(5)'),
    informsAtHighRisk: true,
  },
  BE: { notice: statute('BLN_DSG', '§ 51 Abs. 1', '§ 51(1)') },
  HB: { notice: statute('BREM_POLG', '§ 64 Abs. 1', '§ 64(1)') },
  NI: {
    notice: statute('NDSG', '§ 41 Abs. 1', '§ 41(1)'),
    persons: statute('NDSG', '§ 42 Abs. 1', '§ 42(1)'),
    record: statute('NDSG', '§ 41 Abs. 1', '§ 41(1)'),
    elsewhere: statute('NDSG', '§ 41 Abs. 1 Satz 2', '§ 41(1) s. 2'),
    privilege: statute('NDSG', '§ 41 Abs. 2', '§ 41(2)'),
    informsAtHighRisk: true,
  },
  NW: { notice: statute('DSG_NRW', '§ 59') },
  RP: { notice: statute('LDSG_RP', '§ 54') },
  SN: { notice: statute('SAECHS_DSUG', '§ 21'), persons: statute('SAECHS_DSUG', '§ 22 Abs. 1', '§ 22(1)') },
};

const DIRECTIVE = {
  notice: statute('JHA_DIRECTIVE', 'Art. 30 Abs. 1', 'Art. 30(1)'),
  persons: statute('JHA_DIRECTIVE', 'Art. 31 Abs. 1', 'Art. 31(1)'),
  record: statute('JHA_DIRECTIVE', 'Art. 30 Abs. 5', 'Art. 30(5)'),
  elsewhere: statute('JHA_DIRECTIVE', 'Art. 30 Abs. 6', 'Art. 30(6)'),
} as const;

const LAND_LAW = openQuestion('Q-32');
const citing = (own: StatuteCitation | undefined, directive: StatuteCitation): readonly Citation[] => [
  own ?? directive,
  LAND_LAW,
];

const notVerified: Hint = {
  id: 'profile/police-justice/land/not-verified',
  on: 'art33-1',
  says: {
    de: 'Welche Vorschrift Ihres Landes für diese Meldung gilt, haben wir nicht geprüft. Wir folgen der Richtlinie, die jedes Land umsetzen muss; sehen Sie in Ihr Landesrecht.',
    en: 'Which provision of your Land holds for this notice we have not verified. We follow the directive that every Land has to transpose; look into the law of your Land.',
  },
  cites: [DIRECTIVE.notice, LAND_LAW],
};

const elsewhere = (own: StatuteCitation | undefined): Hint => ({
  id: 'profile/police-justice/land/elsewhere',
  on: 'art33-1',
  says: {
    de: 'Stammen die Daten von einer Stelle in einem anderen Mitgliedstaat, oder gingen sie dorthin, ist auch diese unverzüglich zu unterrichten.',
    en: 'Where the data came from a body in another Member State, or went to one, that body is told without delay too.',
  },
  cites: citing(own, DIRECTIVE.elsewhere),
});

const privilege = (own: StatuteCitation): Hint => ({
  id: 'profile/police-justice/land/privilege',
  on: 'art33-1',
  says: {
    de: 'In einem Strafverfahren gegen den Meldepflichtigen darf die Meldung nur mit dessen Zustimmung verwendet werden. Für das Register und den Chat gilt das nicht.',
    en: 'In criminal proceedings against whoever has to notify, the notice may be used only with their consent. This does not cover the register or the chat.',
  },
  cites: [own, LAND_LAW],
});

const highRisk = {
  de: 'Bei voraussichtlich hohem Risiko sind die Betroffenen unverzüglich zu benachrichtigen; das Landesrecht erlaubt Aufschub.',
  en: 'Where a high risk is to be expected, the people concerned have to be informed without delay; the law of the Land allows putting it off.',
};
const danger = {
  de: 'Bei voraussichtlich erheblicher Gefahr sind die Betroffenen unverzüglich zu benachrichtigen; ob Aufschub erlaubt ist, sagt das Landesrecht.',
  en: 'Where a considerable danger is to be expected, the people concerned have to be informed without delay; whether it may be put off, the law of the Land says.',
};

function ofLand(land: Land): Profile {
  const own = PROVISIONS[land] ?? {};
  const { notice, persons, record } = policeJustice;
  const cites = citing(own.notice, DIRECTIVE.notice);
  return {
    ...policeJustice,
    textAsOf: '2016-05-04',
    counterparts: {
      ...IN_POLICE_OF_LAND,
      ...(own.notice !== undefined && { '33(1)': cites }),
      ...(own.persons !== undefined && { '34(1)': citing(own.persons, DIRECTIVE.persons) }),
    },
    notice: {
      ...notice,
      duty: { ...notice.duty, id: 'profile/police-justice/land/notify', cites },
      ...(notice.threshold && { threshold: { ...notice.threshold, id: 'profile/police-justice/land/threshold', cites } }),
      deadline: { ...notice.deadline, id: 'profile/police-justice/land/deadline', cites },
    },
    persons: {
      ...persons,
      id: 'profile/police-justice/land/inform',
      says: own.informsAtHighRisk ? highRisk : danger,
      cites: citing(own.persons, DIRECTIVE.persons),
    },
    record: { ...record, id: 'profile/police-justice/land/document', cites: citing(own.record, DIRECTIVE.record) },
    hints: [
      ...(own.notice === undefined ? [notVerified] : []),
      ...(own.privilege === undefined ? [] : [privilege(own.privilege)]),
      elsewhere(own.elsewhere),
    ],
  };
}

/** The profile of police and justice as the law of each Land has it, as far as it was verified. */
export const POLICE_OF_LAND = Object.fromEntries(LANDS.map((land) => [land, ofLand(land)])) as { readonly [L in Land]: Profile };
