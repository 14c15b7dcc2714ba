// The other circumstances of recital 75: what threatens the people and whether it can be undone, how long data lay open, how much they say
// about each person, and whether anybody can be recognised. Where the borders are is our own derivation (open question Q-33).
import { edpbCase, edpbPara, gdprDefinition, openQuestion, recital } from '../../law/sources.ts';
import { define } from '../factDefinition.ts';

export const circumstanceFacts = {
  effectOnPersons: define('effectOnPersons', {
    labels: {
      none: { de: 'Keine', en: 'None' },
      minor: {
        de: 'Kleine, die vergehen (Verzögerung, Nachfrage, Werbung)',
        en: 'Minor and passing (a delay, a query, advertising)',
      },
      serious: {
        de: 'Ernste (Betrug, Geldverlust, Diskriminierung, Rufschaden, Behandlung)',
        en: 'Serious (fraud, loss of money, discrimination, reputation, treatment)',
      },
      lasting: {
        de: 'Ernste, die sich nicht mehr rückgängig machen lassen',
        en: 'Serious ones that cannot be undone',
      },
    },
    question: {
      de: 'Welche Folgen hat es für die Menschen, oder welche sind zu erwarten?',
      en: 'What does it mean for the people, or what is to be expected?',
    },
    help: {
      de: 'Ob Daten bekannt wurden, fehlten oder falsch waren: Denken Sie an den ungünstigsten Menschen darunter. Ernst sind zum Beispiel Diskriminierung, Identitätsdiebstahl oder Betrug, Geldverlust, Rufschaden, ein verletztes Berufsgeheimnis, aufgedeckte Pseudonyme und andere erhebliche Nachteile, auch eine verschobene Operation. Ein Kennwort lässt sich ändern, eine Krankheit bleibt bekannt: Das ist der Unterschied zur letzten Antwort.',
      en: 'Whether data became known, were missing or were wrong: think of the person hit worst. Serious are, for example, discrimination, identity theft or fraud, loss of money, damage to reputation, a broken professional secret, pseudonyms revealed and other significant disadvantages, postponed surgery too. A password can be changed, an illness stays known: that is the difference to the last answer.',
    },
    why: {
      de: 'Drohen ernste Folgen, ist das Risiko hoch, gleich ob Daten bekannt wurden, fehlten oder falsch waren.',
      en: 'Where serious harm is likely the risk is high, whether data became known, were missing or were wrong.',
    },
    cites: [recital(75), recital(85), edpbPara(22), edpbCase(2), edpbCase(3), openQuestion('Q-33')],
  }),
  duration: define('duration', {
    labels: {
      hours: { de: 'Höchstens einen Tag', en: 'A day at most' },
      days: { de: 'Einige Tage', en: 'Some days' },
      weeks: { de: 'Wochen, oder immer noch', en: 'Weeks, or still' },
    },
    question: {
      de: 'Wie lange waren die Daten für Fremde erreichbar?',
      en: 'For how long were the data within outsiders’ reach?',
    },
    help: {
      de: 'Zählen Sie vom ersten Augenblick, nicht von der Entdeckung an, und bis die Lücke geschlossen oder der Empfänger um Löschung gebeten war. Zum Beispiel: Eine Freigabe stand seit dem letzten Monat offen. Ein verlorenes Gerät, das nicht gesperrt ist, zählt als „immer noch“.',
      en: 'Count from the first moment, not from the discovery, until the gap was closed or the recipient was asked to delete. For example: a share had been open since last month. A lost device that is not locked counts as “still”.',
    },
    why: {
      de: 'Je länger Daten offen lagen, desto wahrscheinlicher hat sie jemand benutzt.',
      en: 'The longer data lay open, the likelier somebody has used them.',
    },
    cites: [recital(76), edpbCase(5), openQuestion('Q-33')],
  }),
  volume: define('volume', {
    labels: {
      little: { de: 'Einzelne Angaben', en: 'Single details' },
      much: { de: 'So viel, dass ein Bild der Person entsteht', en: 'So much that a picture of the person emerges' },
    },
    question: { de: 'Wie viel steht über jeden Einzelnen darin?', en: 'How much do they say about each person?' },
    help: {
      de: 'Ein Bild entsteht zum Beispiel durch eine Akte, einen Lebenslauf, einen Verlauf über Monate oder viele Merkmale nebeneinander. Gemeint ist nicht, wie viele Menschen betroffen sind.',
      en: 'A picture emerges, for example, from a file, a CV, a history of months, or many details side by side. How many people are affected is not meant.',
    },
    why: {
      de: 'Viele Angaben über denselben Menschen wiegen schwerer als eine einzelne.',
      en: 'Many details about the same person weigh more than a single one.',
    },
    cites: [recital(75), edpbCase(18), openQuestion('Q-33')],
  }),
  identifiability: define('identifiability', {
    labels: {
      hardly: { de: 'Kaum, nur mit großem Aufwand', en: 'Hardly, only with great effort' },
      indirectly: {
        de: 'Über Umwege (Kennzeichen, Nummer, Suche im Netz)',
        en: 'By a detour (number plate, number, web search)',
      },
      directly: { de: 'Ja, ohne Weiteres (Name, Anschrift, Foto)', en: 'Yes, at once (name, address, photo)' },
    },
    question: { de: 'Lässt sich erkennen, um wen es geht?', en: 'Can it be told whom the data are about?' },
    help: {
      de: 'Fragen Sie sich, was jemand mit den Daten und mit öffentlichen Quellen herausfinden könnte. Zum Beispiel verrät eine Kundennummer ohne die Kundenliste kaum etwas, ein Kfz-Kennzeichen schon eher.',
      en: 'Ask what somebody could find out with the data and with public sources. For example, a customer number says hardly anything without the list of customers, a number plate rather does.',
    },
    why: {
      de: 'Lässt sich kaum jemand erkennen, ist das Risiko gering.',
      en: 'Where hardly anybody can be recognised the risk is low.',
    },
    cites: [gdprDefinition(1), recital(75), recital(26), openQuestion('Q-33')],
  }),
};
