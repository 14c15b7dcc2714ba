// What can take back informing the people concerned, or change how and when it is done (Art. 34(3) and (4) GDPR, § 29 BDSG, recital 88).
import { bdsg, gdpr, openQuestion, recital } from '../../law/sources.ts';
import { define } from '../factDefinition.ts';

export const informingFacts = {
  exceptionToInforming: define('exceptionToInforming', {
    mayBeUnknown: false,
    labels: {
      averted: { de: 'Ja, das hohe Risiko ist inzwischen beseitigt', en: 'Yes, the high risk has been removed since' },
      secrecy: { de: 'Ja, eine Geheimhaltungspflicht steht entgegen', en: 'Yes, a duty of secrecy stands against it' },
      disproportionate: {
        de: 'Einzeln wäre der Aufwand unverhältnismäßig, also öffentlich',
        en: 'One by one the effort would be disproportionate, so publicly',
      },
      none: { de: 'Nein', en: 'No' },
    },
    question: {
      de: 'Spricht etwas dagegen, jeden Betroffenen einzeln zu benachrichtigen?',
      en: 'Does anything speak against informing every person one by one?',
    },
    help: {
      de: 'Nehmen Sie die oberste Antwort, die zutrifft. Geheimhaltung: nur, wenn ein Gesetz oder die Rechte Dritter sie verlangen, zum Beispiel ein Berufsgeheimnis (§ 29 Abs. 1 BDSG, nur in Deutschland). Unverhältnismäßig: etwa, wenn die Anschriften fehlen; Mühe und Kosten allein genügen selten.',
      en: 'Take the topmost answer that fits. Secrecy: only where a law or the rights of others demand it, such as professional secrecy (§ 29(1) BDSG, in Germany only). Disproportionate: for example where addresses are missing; trouble and cost alone rarely suffice.',
    },
    why: {
      de: 'Nur diese Ausnahmen nehmen die Benachrichtigung bei hohem Risiko. Bei unverhältnismäßigem Aufwand tritt eine öffentliche Bekanntmachung an ihre Stelle.',
      en: 'Only these exceptions take away informing people at high risk. Where the effort is disproportionate, a public communication takes its place.',
    },
    cites: [gdpr(34, 3, 'b'), gdpr(34, 3, 'c'), bdsg(29, 1), openQuestion('Q-11')],
  }),
  highRiskAverted: define('highRiskAverted', {
    mayBeUnknown: false,
    labels: {
      yes: { de: 'Ja, und die neue Bewertung ist dokumentiert', en: 'Yes, and the new assessment is documented' },
      no: { de: 'Nein, oder noch nicht bewertet', en: 'No, or not assessed yet' },
    },
    question: {
      de: 'Haben Sie das verbleibende Risiko neu bewertet, und ist es nicht mehr hoch?',
      en: 'Have you assessed the remaining risk anew, and is it no longer high?',
    },
    help: {
      de: 'Die Maßnahme muss gewirkt haben, bevor die Daten missbraucht werden konnten. Zum Beispiel: Das Konto war gesperrt, ehe sich jemand damit anmelden konnte. Halten Sie fest, was getan wurde, wann es wirkte und welches Risiko bleibt.',
      en: 'The measure must have worked before the data could be misused. For example: the account was locked before anybody could log in. Record what was done, when it took effect and which risk is left.',
    },
    why: {
      de: 'Dann entfällt die Benachrichtigung der Betroffenen, nicht aber die Meldung an die Behörde.',
      en: 'Then people need not be informed; the authority still has to be notified.',
    },
    cites: [gdpr(34, 3, 'b'), gdpr(5, 2), openQuestion('Q-11')],
  }),
  secrecyWeighing: define('secrecyWeighing', {
    mayBeUnknown: false,
    labels: {
      secrecy: { de: 'Ja, und die Abwägung ist festgehalten', en: 'Yes, and the weighing is on record' },
      person: { de: 'Nein, oder noch nicht abgewogen', en: 'No, or not weighed yet' },
    },
    question: {
      de: 'Verlangt ein Gesetz Geheimhaltung, und wiegt sie schwerer als das Interesse der Betroffenen an der Warnung?',
      en: 'Does a law demand secrecy, and does it outweigh the people’s interest in being warned?',
    },
    help: {
      de: 'Droht den Betroffenen ein Schaden, geht ihr Interesse in der Regel vor, zum Beispiel, wenn sie ihr Konto sperren müssen. Geheim bleiben darf nur der Teil, der das Geheimnis verraten würde.',
      en: 'Where harm threatens the people, their interest prevails as a rule, for example where they have to block their account. Only the part that would give the secret away may stay secret.',
    },
    why: {
      de: 'Überwiegt das Interesse der Betroffenen, ist trotz der Geheimhaltungspflicht zu benachrichtigen.',
      en: 'If the people’s interest prevails, they have to be informed in spite of the secrecy.',
    },
    cites: [bdsg(29, 1, 3), bdsg(29, 1, 4), openQuestion('Q-11')],
  }),
  authorityOrder: define('authorityOrder', {
    mayBeUnknown: false,
    comesUnasked: true,
    labels: {
      none: { de: 'Nein', en: 'No' },
      inform: { de: 'Ja, sie verlangt die Benachrichtigung', en: 'Yes, it demands that people be informed' },
    },
    question: {
      de: 'Hat die Aufsichtsbehörde die Benachrichtigung der Betroffenen angeordnet?',
      en: 'Has the authority ordered that the people be informed?',
    },
    help: {
      de: 'Gemeint ist eine Anordnung in diesem Vorgang, zum Beispiel ein Bescheid, der die Benachrichtigung verlangt. Legen Sie das Schreiben zum Vorgang.',
      en: 'An order in this very case is meant, for example a decision that demands informing people. Keep the letter with the case.',
    },
    why: {
      de: 'Ordnet die Behörde die Benachrichtigung an, nimmt keine Ausnahme sie zurück.',
      en: 'Where the authority orders it, no exception takes it back.',
    },
    cites: [gdpr(34, 4), openQuestion('Q-11')],
  }),
  delayRequested: define('delayRequested', {
    scope: 'incident',
    mayBeUnknown: false,
    comesUnasked: true,
    labels: {
      no: { de: 'Nein', en: 'No' },
      yes: { de: 'Ja', en: 'Yes' },
    },
    question: {
      de: 'Hat eine Strafverfolgungsbehörde gebeten, mit der Benachrichtigung zu warten?',
      en: 'Has a law enforcement authority asked to wait with informing people?',
    },
    help: {
      de: 'Zum Beispiel: Die Staatsanwaltschaft will erst durchsuchen. Halten Sie fest, wer wann darum gebeten hat und bis wann.',
      en: 'For example: the prosecutor wants to search first. Record who asked for it, when, and until when.',
    },
    why: {
      de: 'Der Wunsch verschiebt keine Pflicht von selbst. Er kann begründen, warum später benachrichtigt wird.',
      en: 'The wish postpones no duty by itself. It can be the reason why people are informed later.',
    },
    cites: [recital(88), openQuestion('Q-11')],
  }),
};
