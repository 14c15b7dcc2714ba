// The GDPR itself: private and public bodies, and those to whom a special law adds something or whose authority is another one.
import { gdpr } from '../../law/sources.ts';
import { statute } from '../../law/statutes.ts';
import { documentIt, notifyAuthority, notifyWithin72Hours } from '../art33/notify.ts';
import { informPersons } from '../art34/highRisk.ts';
import { BROADCASTING_LAW, GERMAN_TEXTS_OF_2022, SUPERVISORY_BODY } from './doubts.ts';
import type { Hint, Notice, Profile } from './profile.ts';

/** Art. 33(1) GDPR as it stands. */
const ART_33: Notice = { duty: notifyAuthority, from: 'by-reading', hours: 72, deadline: notifyWithin72Hours };

/** §§ 42(4), 43(4) BDSG: what is notified must not be turned against the one who notifies. */
export const privilege: Hint = {
  id: 'profile/privilege',
  on: 'art33-1',
  inCountry: 'DE',
  says: {
    de: 'Die Meldung darf in einem Straf- oder Bußgeldverfahren gegen den Meldepflichtigen nur mit dessen Zustimmung verwendet werden. Für das Register und den Chat gilt das nicht.',
    en: 'In criminal or fine proceedings against whoever has to notify, the notice may be used only with their consent. This does not cover the register or the chat.',
  },
  cites: [statute('BDSG', '§ 42 Abs. 4', '§ 42(4)'), statute('BDSG', '§ 43 Abs. 4', '§ 43(4)'), GERMAN_TEXTS_OF_2022],
};

export const noFine: Hint = {
  id: 'profile/no-fine',
  on: 'art33-1',
  inCountry: 'DE',
  says: {
    de: 'Gegen öffentliche Stellen werden keine Geldbußen verhängt: im Bund nach § 43 Abs. 3 BDSG, in den Ländern entsprechend nach Landesrecht, das wir dafür nicht geprüft haben. Die Pflicht besteht trotzdem.',
    en: 'Public bodies are not fined: federal ones by § 43(3) BDSG, those of a Land correspondingly by the law of the Land, which we have not verified for this. The duty stands all the same.',
  },
  cites: [statute('BDSG', '§ 43 Abs. 3', '§ 43(3)'), GERMAN_TEXTS_OF_2022],
};

const GENERAL = {
  textAsOf: '2016-05-04',
  notice: ART_33,
  persons: informPersons,
  record: documentIt,
  releases: ['averted'],
} as const;

export const privateBody: Profile = {
  ...GENERAL,
  id: 'private-body',
  releases: ['averted', 'bdsg'],
  givesWayTo: 'telecom',
  name: { de: 'Unternehmen oder Verein', en: 'company or association' },
  hints: [privilege],
};

export const publicBody: Profile = {
  ...GENERAL,
  id: 'public-body',
  releases: ['averted', 'bdsg'],
  givesWayTo: 'telecom',
  name: { de: 'öffentliche Stelle', en: 'public body' },
  hints: [noFine, privilege],
};

/** § 83a SGB X: bodies of § 35 SGB I with social data. The second notice goes out with the first. */
export const socialData: Profile = {
  ...GENERAL,
  id: 'social-data',
  name: { de: 'Sozialleistungsträger mit Sozialdaten', en: 'body with social data' },
  textAsOf: '2022-03',
  countries: ['DE'],
  notice: {
    ...ART_33,
    also: {
      id: 'profile/social-data/supervisory-body',
      says: {
        de: 'Sind Sozialdaten betroffen, geht die Meldung zugleich an die Rechts- oder Fachaufsicht.',
        en: 'Where social data are hit, the notice also goes to the body that supervises the law or the subject (Rechts- oder Fachaufsicht).',
      },
      cites: [statute('SGB_X', '§ 83a'), SUPERVISORY_BODY, GERMAN_TEXTS_OF_2022],
    },
  },
  hints: [noFine, privilege],
};

/** Broadcasters keep Art. 33, but answer to commissioners of their own; the laws of the Länder were not seen. */
export const broadcasting: Profile = {
  ...GENERAL,
  id: 'broadcasting',
  name: { de: 'Rundfunk', en: 'broadcaster' },
  textAsOf: '2026',
  countries: ['DE'],
  authority: 'ask',
  notice: {
    ...ART_33,
    from: 'low',
    threshold: {
      id: 'profile/broadcasting/threshold',
      says: {
        de: 'Die Rundfunkaufsichten haben die mildere Lesart nicht mitbeschlossen: Auch ein geringes Risiko ist zu melden.',
        en: 'The broadcasting authorities did not adopt the milder reading: a low risk has to be notified too.',
      },
      cites: [gdpr(33, 1), statute('BROADCASTING'), BROADCASTING_LAW],
    },
  },
  hints: [privilege],
};
