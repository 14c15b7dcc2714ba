// Every „no“ in German: what happened, what it means, what to do next. Whom to ask is added on the card.
import type { Words } from './words.ts';

export const refusalsDe: Words['refusals'] = {
  noSuchCase: {
    title: 'Diesen Vorgang gibt es nicht',
    means: 'Vielleicht stammt die Karte aus einem anderen Register.',
    next: 'Öffnen Sie die Liste der offenen Vorgänge, und wählen Sie ihn dort.',
  },
  alreadyReported: {
    title: 'Diese Meldung liegt schon vor',
    means: 'Sie ist festgehalten; es entsteht kein zweiter Vorgang.',
    next: 'Wenn Sie mehr wissen, ergänzen Sie die bestehende Meldung.',
  },
  caseClosed: {
    title: 'Dieser Vorgang ist abgeschlossen',
    means: 'Es wurde nichts geändert.',
    next: 'Die Datenschutzstelle kann ihn mit einem Grund wieder öffnen. Danach geht es weiter.',
  },
  caseNotClosed: {
    title: 'Dieser Vorgang ist noch nicht abgeschlossen',
    means: 'Über Aufbewahrung und Löschung wird erst nach dem Abschluss entschieden. Es wurde nichts geändert.',
    next: 'Schließen Sie den Vorgang zuerst ab. Einen einzelnen Text können Sie schon jetzt löschen.',
  },
  caseJoined: {
    title: 'Dieser Vorgang geht unter einer anderen Nummer weiter',
    means: 'Er wurde mit einem anderen verbunden. Es wurde nichts geändert.',
    next: 'Öffnen Sie den anderen Vorgang, und wiederholen Sie den Schritt dort.',
  },
  textMissing: {
    title: 'Der Text fehlt',
    means: 'Es wurde noch nichts festgehalten.',
    next: 'Schreiben Sie in ein, zwei Sätzen, worum es geht.',
  },
  reasonsMissing: {
    title: 'Die Gründe fehlen',
    means: 'Ohne Gründe zählt der Schritt nicht. Es wurde noch nichts festgehalten.',
    next: 'Schreiben Sie kurz, warum, und senden Sie noch einmal.',
  },
  deciderMissing: {
    title: 'Es fehlt, wer entschieden hat',
    means: 'Entscheiden muss der Verantwortliche; die oder der Datenschutzbeauftragte berät. Es wurde noch nichts festgehalten.',
    next: 'Nennen Sie Name oder Funktion, und senden Sie noch einmal.',
  },
  momentInFuture: {
    title: 'Dieser Zeitpunkt liegt in der Zukunft',
    means: 'Festhalten lässt sich nur, was schon geschehen ist.',
    next: 'Prüfen Sie Datum und Uhrzeit.',
  },
  beforeTheLaw: {
    title: 'Dieser Zeitpunkt liegt vor dem 25. Mai 2018',
    means: 'Vorher galt die DSGVO nicht, also lief auch keine ihrer Fristen.',
    next: 'Prüfen Sie das Jahr.',
  },
  beforeOccurred: {
    title: 'Dieser Zeitpunkt liegt vor dem Vorfall',
    means: 'Vorher kann niemand davon wissen. Es wurde nichts geändert.',
    next: 'Prüfen Sie Tag und Uhrzeit. Begann der Vorfall früher, halten Sie zuerst diesen Zeitpunkt fest.',
  },
  afterKnown: {
    title: 'Davon wusste jemand schon vorher',
    means: 'Der Vorfall kann nicht begonnen haben, nachdem ihn jemand bemerkt hat. Es wurde nichts geändert.',
    next: 'Nennen Sie den früheren Zeitpunkt, oder berichtigen Sie zuerst die andere Angabe.',
  },
  unknownDataSet: {
    title: 'Diesen Datenbestand gibt es im Vorgang nicht',
    means: 'Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang neu, und beantworten Sie die Frage dort.',
  },
  unknownController: {
    title: 'Dieser Verantwortliche ist nicht eingerichtet',
    means: 'Ohne ihn ist offen, welche Behörde zuständig ist. Es wurde nichts geändert.',
    next: 'Wählen Sie einen aus der Liste, oder lassen Sie ihn in der Konfiguration ergänzen.',
  },
  dataSetNameTaken: {
    title: 'So heißt schon ein anderer Datenbestand',
    means: 'Zwei gleiche Namen ließen sich in keiner Frage unterscheiden. Es wurde nichts geändert.',
    next: 'Geben Sie ihm einen eigenen Namen, oder ändern Sie den vorhandenen.',
  },
  notifierNotJoint: {
    title: 'Wer melden soll, ist hier nicht verantwortlich',
    means: 'Melden kann nur einer der gemeinsam Verantwortlichen. Es wurde nichts geändert.',
    next: 'Wählen Sie einen von ihnen, oder nehmen Sie ihn als Mitverantwortlichen dazu.',
  },
  worksForController: {
    title: 'Das ist ein Verantwortlicher dieser Daten',
    means: 'Ein weiterer Auftragsverarbeiter arbeitet für einen anderen Auftragsverarbeiter. Es wurde nichts geändert.',
    next: 'Wählen Sie den Auftragsverarbeiter, der Sie beauftragt hat, oder prüfen Sie die Rolle.',
  },
  processorForItself: {
    title: 'Für wen verarbeiten Sie?',
    means: 'Für sich selbst ist niemand Auftragsverarbeiter; eingetragen ist die eigene Organisation. Es wurde nichts geändert.',
    next: 'Wählen Sie den Verantwortlichen. Fehlt er in der Liste, lassen Sie ihn in der Konfiguration ergänzen, oder ändern Sie die Rolle.',
  },
  unknownAnswer: {
    title: 'Diese Antwort passt nicht zur Frage',
    means: 'Vielleicht stammt die Karte aus einer früheren Fassung. Es wurde nichts geändert.',
    next: 'Öffnen Sie die Frage neu, und wählen Sie dort.',
  },
  noSuchDuty: {
    title: 'Diese Pflicht gibt es im Vorgang nicht',
    means: 'Vielleicht hat sich die Einschätzung inzwischen geändert.',
    next: 'Öffnen Sie den Vorgang neu, und sehen Sie sich die offenen Pflichten an.',
  },
  dutyAlreadyEnded: {
    title: 'Diese Pflicht ist schon beendet',
    means: 'Wann und wodurch, steht im Vorgang. Es wurde nichts geändert.',
    next: 'Sie müssen nichts tun. Fehlte noch etwas in der Meldung, gehört es in die Nachmeldung.',
  },
  notDischargedThisWay: {
    title: 'So lässt sich diese Pflicht nicht beenden',
    means:
      'Jede Pflicht hat ihren Weg: die Meldung durch Abgabe, die Dokumentation durch ihre drei Angaben, oder eine Entscheidung mit Gründen.',
    next: 'Öffnen Sie den Vorgang; dort stehen die passenden Schritte.',
  },
  againstAssessment: {
    title: 'Die Einschätzung sagt etwas anderes',
    means: 'Nach den bisherigen Angaben ist diese Pflicht geschuldet. Es wurde noch nichts festgehalten.',
    next: 'Prüfen Sie die Angaben. Wenn trotzdem so entschieden ist, setzen Sie im Formular das Häkchen, und begründen Sie es.',
  },
  reasonsForDelayMissing: {
    title: 'Die Gründe der Verzögerung fehlen',
    means: 'Die Frist war schon vorbei. Dann gehören die Gründe in die Meldung (Art. 33 Abs. 1 Satz 2 DSGVO).',
    next: 'Schreiben Sie kurz, warum es nicht früher ging, und senden Sie noch einmal.',
  },
  noticeDetailsMissing: {
    title: 'Zur Abgabe fehlen Angaben',
    means: 'Ohne Empfänger, Weg und Zeitpunkt ist sie nicht belegt. Es wurde noch nichts festgehalten.',
    next: 'Ergänzen Sie, was fehlt, und senden Sie noch einmal.',
  },
  sentBeforeKnown: {
    title: 'Die Abgabe läge vor dem ersten Hinweis',
    means: 'Eine der beiden Zeiten stimmt nicht. Es wurde nichts geändert.',
    next: 'Prüfen Sie den Zeitpunkt der Abgabe und die Zeiten im Vorgang.',
  },
  recordIncomplete: {
    title: 'Die Dokumentation ist noch nicht vollständig',
    means: 'Sie braucht Tatsachen, Auswirkungen und Abhilfe (Art. 33 Abs. 5 DSGVO).',
    next: 'Ergänzen Sie, was fehlt, und senden Sie noch einmal.',
  },
  noSuchDecision: {
    title: 'Diese Entscheidung gibt es nicht',
    means: 'Vielleicht stammt die Karte von einem anderen Vorgang.',
    next: 'Öffnen Sie den Vorgang neu, und sehen Sie sich die Entscheidungen an.',
  },
  decisionOvertaken: {
    title: 'Diese Entscheidung ist überholt',
    means: 'Sie zählt schon, wurde zurückgenommen, oder eine spätere ist an ihre Stelle getreten. Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang. Dort steht, was jetzt gilt.',
  },
  notADecider: {
    title: 'Bestätigen kann das nur, wer entscheidungsbefugt ist',
    means: 'Die Entscheidung ist festgehalten, zählt aber noch nicht. Die Fristen laufen weiter.',
    next: 'Bitten Sie eine entscheidungsbefugte Person um die Bestätigung.',
  },
  noSuchMeasure: {
    title: 'Diese Maßnahme gibt es nicht',
    means: 'Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang neu, und wählen Sie die Maßnahme dort.',
  },
  noSuchQuestion: {
    title: 'Diese Frage gibt es nicht mehr',
    means: 'Es wurde nichts geändert.',
    next: 'Wenn Sie etwas mitteilen möchten, wenden Sie sich an die Datenschutzstelle.',
  },
  notAskedOfYou: {
    title: 'Diese Frage war nicht an Sie gerichtet',
    means: 'Antworten kann nur die gefragte Person, unter eigenem Namen.',
    next: 'Wenn Sie etwas wissen, melden Sie es bitte selbst.',
  },
  hoursOutOfRange: {
    title: 'So viele Stunden sind nicht möglich',
    means: 'Sie können Erinnerungen kurz aufschieben, aber nicht abstellen.',
    next: 'Wählen Sie eine der angebotenen Zeiten.',
  },
  cannotJoinItself: {
    title: 'Ein Vorgang kann nicht mit sich selbst verbunden werden',
    means: 'Die Nummer ist dieselbe. Es wurde nichts geändert.',
    next: 'Geben Sie die Nummer des anderen Vorgangs an.',
  },
  duplicateHandled: {
    title: 'Dieser Vorgang lässt sich nicht mehr verbinden',
    means:
      'Hier ist schon eine Entscheidung, eine Meldung, die Dokumentation, eine Maßnahme oder eine weitere Meldepflicht festgehalten. Beim Verbinden ginge das unter.',
    next: 'Verbinden Sie umgekehrt: den anderen Vorgang mit diesem. Oder führen Sie beide zu Ende.',
  },
  dutiesOpen: {
    title: 'Der Vorgang lässt sich noch nicht abschließen',
    means: 'Es sind noch Pflichten offen.',
    next: 'Halten Sie fest, was schon abgegeben ist, oder die Entscheidung mit ihren Gründen.',
  },
  measuresOpen: {
    title: 'Der Vorgang lässt sich noch nicht abschließen',
    means: 'Es sind noch Maßnahmen offen.',
    next: 'Schließen Sie die Maßnahmen ab, und halten Sie fest, was daraus wurde.',
  },
  decisionsUnconfirmed: {
    title: 'Der Vorgang lässt sich noch nicht abschließen',
    means: 'Eine Entscheidung wartet noch auf ihre Bestätigung.',
    next: 'Bitten Sie eine entscheidungsbefugte Person um die Bestätigung.',
  },
  cannotExcludeLastOfficer: {
    title: 'Diese Person lässt sich nicht ausschließen',
    means: 'Dann wäre niemand mehr für den Vorgang da.',
    next: 'Lassen Sie zuerst eine Vertretung einrichten.',
  },
  noSuchNeighbour: {
    title: 'Nach dieser Vorschrift wird im Vorgang nicht gefragt',
    means: 'Vielleicht stammt die Karte von einem anderen Vorgang. Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang neu. Fehlt eine Vorschrift ganz, gehört sie in die Konfiguration.',
  },
  startMissing: {
    title: 'Der Zeitpunkt fehlt',
    means: 'Ab ihm läuft die Frist. Es wurde noch nichts festgehalten.',
    next: 'Tragen Sie den Zeitpunkt ein, und senden Sie noch einmal.',
  },
  reasonsForLateReportMissing: {
    title: 'Die Gründe der Verzögerung fehlen',
    means: 'Die Frist war schon vorbei. Es wurde noch nichts festgehalten.',
    next: 'Schreiben Sie kurz, warum es nicht früher ging, und senden Sie noch einmal.',
  },
  caseErased: {
    title: 'Der Inhalt dieses Vorgangs ist gelöscht',
    means: 'Es ist nichts mehr da, was sich ändern ließe. Nummer, Zeiten und Pflichten bleiben sichtbar.',
    next: 'Gibt es Neues, melden Sie es als neuen Verdacht, und nennen Sie diese Nummer.',
  },
  noSuchText: {
    title: 'Diesen Text gibt es nicht',
    means: 'Vielleicht ist er schon gelöscht. Es wurde nichts geändert.',
    next: 'Öffnen Sie das Formular neu; dort steht, was sich löschen lässt.',
  },
  copyOutOfReach: {
    title: 'Der Text steht auch in einem verbundenen Vorgang',
    means: 'In diesem anderen Vorgang dürfen Sie nichts löschen. Deshalb wurde nichts geändert.',
    next: 'Bitten Sie jemanden aus der Datenschutzstelle, der beide Vorgänge bearbeiten darf.',
  },
  retentionNotLonger: {
    title: 'So lange wird der Vorgang ohnehin aufbewahrt',
    means: 'Verlängern heißt: über das jetzige Ende hinaus. Es wurde nichts geändert.',
    next: 'Wählen Sie ein späteres Jahr.',
  },
  ownerMissing: {
    title: 'Es fehlt, wer sich darum kümmert',
    means: 'Ohne einen Namen erinnert niemand die richtige Person. Es wurde nichts festgehalten.',
    next: 'Nennen Sie eine Person oder Stelle.',
  },
  dueInThePast: {
    title: 'Dieser Termin liegt nicht in der Zukunft',
    means: 'Es wurde nichts festgehalten.',
    next: 'Nennen Sie einen Termin, der noch kommt.',
  },
  numberMissing: {
    title: 'Zahl und Art der Zahl passen nicht zusammen',
    means: '„Genau“ und „ungefähr“ brauchen eine Zahl, alles andere keine. Es wurde nichts festgehalten.',
    next: 'Geben Sie eine Zahl nur aus Ziffern an, oder wählen Sie „noch offen“.',
  },
  proofMissing: {
    title: 'Es fehlt der Nachweis',
    means: 'Eine Meldung gilt erst als abgegeben, wenn festgehalten ist, womit Sie es belegen. Es wurde nichts festgehalten.',
    next: 'Nennen Sie das Aktenzeichen, die Bestätigung, das PDF oder Ihre eigene Kopie.',
  },
  nothingSentYet: {
    title: 'An diese Behörde ist noch nichts gegangen',
    means: 'Ein Aktenzeichen gehört zu einer abgegebenen Meldung. Es wurde nichts festgehalten.',
    next: 'Halten Sie zuerst fest, wann und wie die Meldung abging.',
  },
  noticeKindUnfit: {
    title: 'Diese Art der Meldung passt hier nicht',
    means:
      'Die erste Meldung kommt zuerst und nur einmal; abschließend ist sie nur, wenn nichts mehr fehlt. Es wurde nichts festgehalten.',
    next: 'Prüfen Sie, was an diese Behörde schon gegangen ist, und wählen Sie die passende Art.',
  },
  retentionRunning: {
    title: 'Die Aufbewahrung läuft noch',
    means: 'So lange kann eine Behörde die Dokumentation verlangen (Art. 33 Abs. 5 DSGVO). Es wurde noch nichts gelöscht.',
    next: 'Warten Sie das Ende ab. Muss früher gelöscht werden, setzen Sie im Formular das Häkchen, und begründen Sie es.',
  },
  notAllowed: {
    title: 'Das gehört nicht zu Ihrer Rolle',
    means: 'Vorgänge sehen nur die, die sie bearbeiten. Das schützt auch Ihre eigene Meldung.',
    next: 'Wenn Sie etwas wissen oder brauchen, wenden Sie sich an die Ansprechstelle.',
  },
  excluded: {
    title: 'Dieser Vorgang ist für Sie nicht zugänglich',
    means: 'Andere bearbeiten ihn.',
    next: 'Fragen beantwortet die Ansprechstelle.',
  },
  filesNotTaken: {
    title: 'Dateien nehme ich nicht an',
    means: 'In ihnen stehen oft Daten, die hier nicht liegen sollen. Die Datei wurde nicht gespeichert.',
    next: 'Beschreiben Sie in Worten, was darin steht, ohne Namen. Braucht die Datenschutzstelle die Datei, meldet sie sich.',
  },
  notUnderstood: {
    title: 'Das habe ich nicht verstanden',
    means: 'Es wurde nichts festgehalten.',
    next: 'Wenn mit Daten etwas passiert sein könnte, melden Sie es mit dem Knopf unten. Ein Verdacht genügt.',
  },
  nothingToDecline: {
    title: 'Hier ist zurzeit nichts zu entscheiden',
    means: 'Zurzeit ist keine Pflicht offen, von der eine Entscheidung befreien kann. Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang; dort steht, was noch offen ist.',
  },
  nothingToExcept: {
    title: 'Für eine Ausnahme ist nichts offen',
    means: 'Ausnahmen gibt es nur von der Benachrichtigung der betroffenen Personen. Sie ist zurzeit nicht offen.',
    next: 'Öffnen Sie den Vorgang; dort steht, was noch offen ist.',
  },
  nothingToNotify: {
    title: 'Zurzeit ist nichts abzugeben',
    means: 'Keine Meldung, Benachrichtigung oder Mitteilung ist offen. Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang; was schon abgegeben ist, steht dort.',
  },
  nothingToRecord: {
    title: 'Zurzeit ist nichts zu dokumentieren',
    means: 'In diesem Vorgang besteht keine Pflicht zur Dokumentation. Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang, und prüfen Sie die Einschätzung.',
  },
  nothingBesideGdpr: {
    title: 'Hier ist keine weitere Meldepflicht zu klären',
    means: 'In der Konfiguration steht keine weitere Vorschrift, nach der dieser Vorgang fragt. Es wurde nichts geändert.',
    next: 'Gilt für Sie eine andere Vorschrift, etwa NIS-2, sagen Sie es der Administration.',
  },
  nothingToWithdraw: {
    title: 'Keine Entscheidung wartet auf Bestätigung',
    means: 'Zurücknehmen lässt sich nur, was noch nicht zählt. Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang, und sehen Sie sich die Entscheidungen an.',
  },
  nothingToFinish: {
    title: 'Keine Maßnahme ist offen',
    means: 'Alle geplanten Maßnahmen sind abgeschlossen, oder es ist keine geplant. Es wurde nichts geändert.',
    next: 'Öffnen Sie den Vorgang, wenn Sie eine neue Maßnahme planen wollen.',
  },
  nothingAsked: {
    title: 'Keine Rückfrage der Behörde ist offen',
    means: 'Alle festgehaltenen Rückfragen sind beantwortet, oder es gab keine. Es wurde nichts geändert.',
    next: 'Hat die Behörde etwas gefragt, halten Sie zuerst die Rückfrage fest.',
  },
  nothingToExplain: {
    title: 'Noch ist keine Maßnahme festgehalten',
    means: 'Welches Risiko eine Maßnahme mindert, lässt sich erst sagen, wenn es sie gibt. Es wurde nichts geändert.',
    next: 'Planen Sie zuerst die Maßnahme. Ist sie schon getroffen, schließen Sie sie gleich ab.',
  },
  nobodyToReadmit: {
    title: 'Niemand ist ausgeschlossen',
    means: 'Alle, die nach ihrer Rolle dürfen, sehen diesen Vorgang. Es wurde nichts geändert.',
    next: 'Sie müssen nichts tun.',
  },
  nothingToKeepLonger: {
    title: 'Hier gibt es nichts zu verlängern',
    means: 'Die Aufbewahrung beginnt mit dem Abschluss, und dieser Vorgang ist nicht abgeschlossen oder schon gelöscht.',
    next: 'Schließen Sie den Vorgang zuerst ab.',
  },
  nothingToErase: {
    title: 'Hier gibt es keinen Text zu löschen',
    means: 'Alle Texte dieses Vorgangs sind schon gelöscht. Es wurde nichts geändert.',
    next: 'Sie müssen nichts tun.',
  },
  numberUnknown: {
    title: 'Diese Nummer kenne ich nicht',
    means: 'Vielleicht ist sie vertippt. Nummern sehen so aus: DP-2026-0001.',
    next: 'Prüfen Sie die Nummer, oder öffnen Sie die Liste.',
  },
  exportElsewhere: {
    title: 'Exportieren geht hier nicht',
    means: 'Für Dateien ist keine Adresse eingerichtet. Im Chat selbst soll kein Vorgang liegen.',
    next: 'Wer Fristwacht betreibt, kann auf dem Server exportieren („fristwacht export“) oder die Adresse einrichten.',
  },
  exportTooLarge: {
    title: 'Der Export ist zu groß',
    means: 'So viel lässt sich hier nicht auf einmal ausgeben.',
    next: 'Wählen Sie einen kürzeren Zeitraum. Das ganze Register exportiert, wer Fristwacht betreibt, auf dem Server.',
  },
  exportNotPosted: {
    title: 'Die Datei kam nicht in den Kanal',
    means:
      'Entweder hat die Chat-Plattform sie nicht angenommen, oder jemand ist von dem Vorgang ausgeschlossen: Dann kommt er nie in einen Kanal, in dem andere mitlesen.',
    next: 'Versuchen Sie es noch einmal. Klappt es nicht, exportiert den Vorgang, wer Fristwacht betreibt, auf dem Server.',
  },
  outsider: {
    title: 'Hier kann ich Ihnen nicht helfen',
    means: 'Fristwacht ist für die Beschäftigten dieser Organisation da. Ihr Konto ist ein Gast oder gehört zu einer anderen.',
    next: 'Möchten Sie eine Datenpanne melden, wenden Sie sich bitte direkt an die Datenschutzstelle.',
  },
  rightsUnknown: {
    title: 'Gerade nicht zu klären',
    means:
      'Ob Sie das sehen dürfen, hängt von Ihrer Mitgliedschaft im Kanal der Datenschutzstelle ab, und die ließ sich eben nicht prüfen.',
    next: 'Versuchen Sie es in einigen Minuten noch einmal. Melden können Sie jederzeit.',
  },
  notConfirmedYet: {
    title: 'Noch nicht bestätigt',
    means:
      'Gerade ist unklar, ob Ihre Eingabe gespeichert ist. Bestätigt ist nichts; was Sie geschrieben haben, steht noch hier unten.',
    next: 'Bitte senden Sie es gleich noch einmal; doppelt festgehalten wird nichts. Wenn es eilt, wenden Sie sich an die Ansprechstelle, und notieren Sie die Uhrzeit.',
  },
  caseUnreadable: {
    title: 'Dieser Vorgang lässt sich gerade nicht lesen',
    means: 'Bestätigt ist nichts. Die anderen Vorgänge sind nicht betroffen. Die Frist läuft trotzdem.',
    next: 'Bitte geben Sie der Betreuung von Fristwacht Bescheid, und notieren Sie, was Sie festhalten wollten.',
  },
  storeDown: {
    title: 'Gerade erreiche ich den Speicher nicht',
    means: 'Bestätigt ist nichts. Was Sie geschrieben haben, steht noch hier unten. Die Frist läuft trotzdem.',
    next: 'Bitte wenden Sie sich jetzt an die Ansprechstelle, und notieren Sie die Uhrzeit. Senden Sie es in ein paar Minuten noch einmal; doppelt festgehalten wird nichts.',
  },
};
