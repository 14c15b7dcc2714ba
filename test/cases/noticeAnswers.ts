// What the forms ask beyond the facts, for every case of EDPB Guidelines 01/2021 whose authority has to be told: told as a German data
// protection officer would, so that the first notice is complete. Names, places and times are ours; what happened is the published case.
import type { NoticeFieldName, PersonGroup } from '../../src/breach/noticeFields.ts';
import type { GroupCount } from '../../src/breach/events.ts';

type Group = { readonly group: PersonGroup; readonly kind: GroupCount; readonly count: string; readonly detail: string };
type Measure = { readonly text: string; readonly against: string; readonly effect: string; readonly done: boolean };
export type NoticeAnswers = {
  readonly fields: Readonly<Partial<Record<NoticeFieldName, string>>>;
  readonly groups: readonly Group[];
  readonly measures: readonly Measure[];
};

const group = (of: PersonGroup, count: number, kind: GroupCount = 'exact', detail = ''): Group => ({
  ...{ group: of, kind, count: String(count), detail },
});
const taken = (text: string, against: string, effect: string): Measure => ({ text, against, effect, done: true });
const planned = (text: string, against: string): Measure => ({ text, against, effect: '', done: false });

/** What this controller says in each of its notices. */
const sender = {
  controllerIdentifier: 'HRB 4711, Amtsgericht Münster',
  controllerAddress: 'Hafenweg 12\n48155 Münster',
  controllerActivity: 'Dienstleistungen',
  reporterContact: 'datenschutz@acme.example, Telefon 0211 123456 (bevorzugt Telefon)',
  filedByProcessor: 'no',
  otherParties: 'Auftragsverarbeiter: Rechenhaus Süd GmbH, Frau Öztürk, 0711 555 010',
  timeEstimated: 'no',
  crossBorder: 'no',
  policeReport: 'yes',
  otherAuthorities: 'Keine weiteren',
  riskReasoning: 'Bewertet nach den Fallgruppen der EDSA-Leitlinien 01/2021 durch Dora Datenschutz am 23.11.2026.',
  attachments: 'Risikobewertung vom 23.11.2026; Entwurf des Schreibens an die betroffenen Personen',
} as const;
const range = (timeStart: string, timeEnd: string) => ({ timeKind: 'range', timeStart, timeEnd }) as const;
const day = (timeStart: string) => ({ timeKind: 'day', timeStart }) as const;
const persons = (kind: 'exact' | 'approximate', count: number) => ({
  ...{ subjectsNumberKind: kind, subjectsNumber: String(count), recordsNumberKind: kind },
});
const willBeTold = { personsStatus: 'date-set', personsPlannedFor: '2026-11-25T08:00:00Z' } as const;
const needNotBeTold = (personsExceptionReasons: string) => ({ personsStatus: 'no-high-risk', personsExceptionReasons }) as const;
const consequences = (text: string) => ({ consequencesConfidentiality: text });

const NOTICE_ANSWERS: Readonly<Record<string, NoticeAnswers>> = {
  '02': {
    fields: {
      ...range('2026-11-21T22:10:00Z', '2026-11-23T05:30:00Z'),
      ...persons('approximate', 48),
      ...needNotBeTold('Nach den Protokollen ist nichts abgeflossen; die Lieferungen kamen mit kleinen Verzögerungen an.'),
      ...consequences('Einblick eines Angreifers in Stammdaten ist möglich, aber nach den Protokollen nicht geschehen.'),
      recordsNumber: '130',
      discoveryHow: 'controller',
      discoveryDetail:
        'Der Hofladen konnte am Montag keine Bestellungen öffnen; Geschäftsführung und IT-Dienstleister wurden informiert.',
      confidentialityKind: 'proven-not',
      intelligibility: 'intelligible',
      integrityKind: 'altered',
      availabilityKind: 'temporary',
      restoreTime: 'Fünf Arbeitstage',
      incidentNature: 'ransomware',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Schadsoftware hat den Server der Warenwirtschaft verschlüsselt. Eine elektronische Sicherung gab es nicht; die Daten werden aus Papierunterlagen wiederhergestellt.',
      incidentSystems: 'Server der Warenwirtschaft, zwei Arbeitsplätze',
      incidentLocation: 'Münster, Deutschland',
      dataWhereNow: 'Auf dem verschlüsselten Server; er ist vom Netz getrennt.',
      cyberIncident: 'yes',
      dataCategories: 'basic,contact,financial',
      dataDetail: 'Bestellungen und Lieferscheine der letzten zwei Jahre; Arbeitszeiten der Beschäftigten',
      priorMeasures: 'patched,access-control',
      priorDetail: 'Firewall und Virenschutz waren aktuell; eine Sicherung war geplant, aber nicht eingerichtet.',
      consequencesIntegrity: 'Einzelne Bestellungen mussten aus dem Gedächtnis ergänzt werden.',
      consequencesAvailability: 'Lieferungen verzögerten sich um ein bis drei Tage.',
      impacts: 'limited-rights,loss-of-control',
      impactSeverity: 'limited',
      impactLikelihood: 'substantial',
      organisationImpact: 'medium',
      permanentMeasures: 'backup,patched',
      logs: 'Die Protokolle der Firewall vom 14. bis 23. November zeigen keinen Abfluss; gesichert am 23.11. durch Rechenhaus Süd.',
    },
    groups: [group('customers', 36), group('employees', 12)],
    measures: [
      taken('Server vom Netz getrennt', 'Ausbreitung der Schadsoftware', 'Seit Montag kein weiterer Rechner betroffen'),
      planned('Tägliche Sicherung an getrenntem Ort einrichten', 'erneuter Verlust der Daten'),
    ],
  },
  '03': {
    fields: {
      ...range('2026-11-22T02:00:00Z', '2026-11-23T06:15:00Z'),
      ...persons('approximate', 5200),
      ...willBeTold,
      ...consequences('Einblick in Befunde kann nicht ausgeschlossen werden; für einen Abfluss gibt es keine Anhaltspunkte.'),
      recordsNumber: '41000',
      discoveryHow: 'controller',
      incidentNature: 'ransomware',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Ein großer Teil der Daten des Klinikinformationssystems wurde verschlüsselt. Operationen mussten verschoben und abgesagt werden; die Notaufnahme arbeitete eingeschränkt.',
      incidentSystems: 'Klinikinformationssystem, Bildarchiv, Terminplanung',
      confidentialityKind: 'proven-not',
      intelligibility: 'intelligible',
      integrityKind: 'altered',
      availabilityKind: 'temporary',
      restoreTime: 'Zwei Arbeitstage für den größten Teil',
      cyberIncident: 'yes',
      dataCategories: 'basic,contact,health,occupational-health',
      dataDetail: 'Befunde, Medikation, Bilder, Termine; Dienstpläne',
      priorMeasures: 'backup,policies,training',
      consequencesIntegrity: 'Die Befunde sind nach der Wiederherstellung unverändert.',
      consequencesAvailability: 'Behandlungen wurden verschoben; Befunde lagen zwei Tage nicht vor.',
      impacts: 'harm,limited-rights,disadvantage',
      impactSeverity: 'great',
      impactLikelihood: 'great',
      organisationImpact: 'high',
    },
    groups: [group('patients', 4800, 'approximate'), group('employees', 400, 'approximate', 'Pflege und Verwaltung')],
    measures: [
      taken(
        'Aufnahme mit Papierakten, Verlegung dringender Fälle',
        'Schaden an der Gesundheit',
        'Kein Notfall blieb unbehandelt',
      ),
      taken('Wiederherstellung aus der Sicherung', 'dauerhafter Verlust der Befunde', '97 Prozent der Daten sind zurück'),
      planned('Trennung von Medizin- und Verwaltungsnetz', 'Ausbreitung eines neuen Angriffs'),
    ],
  },
  '04': {
    fields: {
      ...range('2026-11-19T23:00:00Z', '2026-11-22T20:45:00Z'),
      ...persons('approximate', 7400),
      ...willBeTold,
      ...consequences(
        'Ausweis- und Kartendaten sind in der Hand von Tätern; mit ihnen sind Käufe und Verträge auf fremden Namen möglich.',
      ),
      recordsNumber: '9100',
      discoveryHow: 'controller',
      incidentNature: 'ransomware,exfiltration',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Der Server für den Verkauf von Fahrkarten wurde verschlüsselt, auch die Sicherung. Zuvor wurden Daten kopiert; die Täter haben Auszüge vorgelegt.',
      incidentSystems: 'Verkaufsserver, Sicherungsserver',
      dataWhereNow: 'Bei unbekannten Tätern; eine Veröffentlichung ist nicht bekannt.',
      confidentialityKind: 'exfiltrated',
      intelligibility: 'intelligible',
      integrityKind: 'misused-irreversible',
      availabilityKind: 'permanent',
      cyberIncident: 'yes',
      dataCategories: 'basic,contact,official-documents,payment',
      dataDetail: 'Nummern von Personalausweisen (Abokunden) und Kreditkarten ohne Prüfziffer',
      priorMeasures: 'backup,access-control',
      consequencesIntegrity: 'Die Verkaufsdaten sind nicht mehr lesbar und müssen neu erhoben werden.',
      consequencesAvailability: 'Abos können bis auf Weiteres nicht geändert werden.',
      impacts: 'identity-theft,fraud,financial-loss,loss-of-control',
      impactSeverity: 'great',
      impactLikelihood: 'substantial',
    },
    groups: [group('customers', 7000, 'approximate'), group('employees', 400, 'approximate')],
    measures: [
      taken('Kreditkartenunternehmen informiert', 'Käufe mit fremden Karten', 'Karten werden überwacht und auf Wunsch getauscht'),
      planned('Ersatz der Ausweisnummer durch ein eigenes Kennzeichen', 'Missbrauch bei einem neuen Angriff'),
    ],
  },
  '05': {
    fields: {
      ...range('2026-10-20T08:00:00Z', '2026-11-20T15:00:00Z'),
      ...persons('exact', 213),
      ...willBeTold,
      ...consequences('Bewerbungen mit Lebenslauf können gelesen und für Täuschungen verwendet werden.'),
      recordsNumber: '213',
      discoveryHow: 'controller',
      incidentNature: 'hacking,exfiltration',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Auf der Bewerbungsseite lief einen Monat lang fremder Code, der eingereichte Formulare mitlesen konnte. Er wurde bei einer Prüfung gefunden und entfernt.',
      incidentSystems: 'Webserver der Bewerbungsseite',
      confidentialityKind: 'likely',
      intelligibility: 'intelligible',
      dataCategories: 'basic,contact,profile',
      dataDetail: 'Lebensläufe, Zeugnisse, Gehaltswünsche; besondere Kategorien wurden nicht gefunden',
      impacts: 'loss-of-control,fraud,reputation',
      impactSeverity: 'substantial',
      impactLikelihood: 'substantial',
      cyberIncident: 'yes',
    },
    groups: [group('applicants', 213)],
    measures: [
      taken('Code entfernt, Server neu aufgesetzt', 'weiteres Mitlesen', 'Vergleich mit der Sicherung ohne Befund'),
      planned('Integritätsprüfung der Website, täglich', 'unbemerkte Änderungen'),
    ],
  },
  '07': {
    fields: {
      ...range('2026-11-22T03:00:00Z', '2026-11-22T09:20:00Z'),
      ...persons('approximate', 100_000),
      ...willBeTold,
      ...consequences(
        'Name, Geburtsdatum und Steuernummer können für Täuschungen verwendet werden, auch bei Kunden ohne geöffnetes Konto.',
      ),
      recordsNumber: '100000',
      discoveryHow: 'controller',
      discoveryDetail: 'Die Leitstelle sah eine Spitze an Anmeldungen und schloss die Seite.',
      incidentNature: 'hacking,unauthorised-access',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Mit einem einfachen Kennwort wurden alle Anmeldekennungen durchprobiert. Etwa 2 000 Konten wurden geöffnet; bei etwa 100 000 wurden Stammdaten durch einen Fehler der Anmeldeseite sichtbar. Überweisungen gab es keine.',
      confidentialityKind: 'exfiltrated',
      intelligibility: 'intelligible',
      dataCategories: 'basic,identifiers,credentials,financial',
      dataDetail: 'Name, Geschlecht, Tag und Ort der Geburt, Steuernummer, Kundennummer',
      impacts: 'identity-theft,fraud,financial-loss',
      impactSeverity: 'great',
      impactLikelihood: 'substantial',
      cyberIncident: 'yes',
    },
    groups: [
      group('customers', 98_000, 'approximate', 'nur Stammdaten sichtbar'),
      group('users', 2000, 'approximate', 'Konto geöffnet'),
    ],
    measures: [
      taken('Kennwörter der 2 000 Konten zurückgesetzt', 'Zugriff auf Konten', 'Keine Anmeldung der Täter seither'),
      planned('Zweiter Faktor für alle Konten', 'Erraten von Kennwörtern'),
    ],
  },
  '08': {
    fields: {
      ...day('2026-08-31T14:00:00Z'),
      ...persons('approximate', 640),
      ...needNotBeTold('Nur geschäftliche Kontaktdaten; die Folgen beschränken sich auf unerwünschte Werbung.'),
      ...consequences('Kundinnen und Kunden können von einem Wettbewerber angesprochen werden.'),
      recordsNumber: '640',
      discoveryHow: 'person-concerned',
      incidentNature: 'rights-abused',
      incidentCause: 'internal-malicious',
      incidentDescription:
        'Ein Beschäftigter hat in der Kündigungsfrist Kundendaten kopiert, auf die er zugreifen durfte, und sie Monate später für die eigene Firma verwendet.',
      confidentialityKind: 'exfiltrated',
      intelligibility: 'intelligible',
      dataCategories: 'basic,contact',
      impacts: 'loss-of-control,disadvantage',
      impactSeverity: 'limited',
      impactLikelihood: 'substantial',
      policeReport: 'planned',
    },
    groups: [group('customers', 640, 'approximate')],
    measures: [
      taken('Unterlassung und Löschung verlangt', 'weitere Verwendung', 'Antwort steht aus'),
      planned('Abfluss großer Mengen erkennen und sperren', 'Mitnahme durch Ausscheidende'),
    ],
  },
  '11': {
    fields: {
      ...day('2026-11-20T18:30:00Z'),
      ...persons('approximate', 104_000),
      ...willBeTold,
      ...consequences('Mit Name, Anschrift und Geburtsdatum kann jemand unter fremdem Namen auftreten.'),
      recordsNumber: '104000',
      discoveryHow: 'controller',
      incidentNature: 'device-lost',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Ein Notebook wurde aus einem verschlossenen Auto gestohlen. Die Platte war nicht verschlüsselt und ohne Kennwort.',
      dataWhereNow: 'Auf dem gestohlenen Gerät; eine Sicherung liegt bei uns.',
      confidentialityKind: 'likely',
      intelligibility: 'intelligible',
      dataCategories: 'basic,contact',
      dataDetail: 'Name, Geschlecht, Anschrift, Geburtsdatum; Weiteres lässt sich nicht feststellen',
      impacts: 'identity-theft,loss-of-control',
      impactSeverity: 'substantial',
      impactLikelihood: 'substantial',
    },
    groups: [group('customers', 104_000, 'approximate')],
    measures: [
      taken('Diebstahl angezeigt, Zugänge gesperrt', 'Zugriff auf weitere Systeme', 'Kein Zugriff von diesem Gerät'),
      planned('Alle Notebooks verschlüsseln', 'Lesen gestohlener Geräte'),
    ],
  },
  '12': {
    fields: {
      ...day('2026-11-21T11:00:00Z'),
      ...persons('exact', 37),
      ...willBeTold,
      ...consequences('Dass jemand wegen einer Sucht behandelt wird, kann bekannt werden.'),
      recordsNumber: '37',
      discoveryHow: 'controller',
      incidentNature: 'paper-lost',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Das einzige Stationsbuch der Rehabilitation wurde gestohlen. Es lag offen im Dienstzimmer; eine Kopie gibt es nicht.',
      confidentialityKind: 'likely',
      intelligibility: 'intelligible',
      availabilityKind: 'permanent',
      dataCategories: 'basic,health',
      dataDetail: 'Name, Diagnose, Medikation, Verlauf',
      consequencesAvailability: 'Der Verlauf muss mit den Patientinnen und Patienten neu erhoben werden.',
      impacts: 'reputation,discrimination,professional-secrecy,harm',
      impactSeverity: 'great',
      impactLikelihood: 'substantial',
    },
    groups: [group('patients', 37)],
    measures: [
      taken('Medikation mit jeder Person geprüft', 'falsche Behandlung', 'Für alle 37 abgeschlossen'),
      planned('Elektronisches Stationsbuch mit Rechten', 'Verlust des einzigen Exemplars'),
    ],
  },
  '14': {
    fields: {
      ...day('2026-11-23T07:40:00Z'),
      ...persons('approximate', 61_000),
      ...willBeTold,
      ...consequences('Sozialversicherungsnummern sind Unbefugten bekannt und können nicht zurückgeholt werden.'),
      recordsNumber: '61000',
      discoveryHow: 'person-concerned',
      incidentNature: 'sent-by-mistake',
      incidentCause: 'internal',
      incidentDescription:
        'Einer Rundmail an Arbeitsuchende über eine Schulung hing aus Versehen eine Datei mit allen Empfängern an.',
      recipients: 'Alle Empfänger der Rundmail; sie wurden gebeten zu löschen, eine Bestätigung gibt es nicht.',
      confidentialityKind: 'exfiltrated',
      intelligibility: 'intelligible',
      dataCategories: 'basic,contact,identifiers',
      dataDetail: 'Name, E-Mail, Anschrift, Sozialversicherungsnummer',
      impacts: 'identity-theft,fraud,loss-of-control',
      impactSeverity: 'substantial',
      impactLikelihood: 'substantial',
      policeReport: 'no',
    },
    groups: [group('users', 61_000, 'approximate', 'Arbeitsuchende')],
    measures: [
      taken('Bitte um Löschung an alle Empfänger', 'Weitergabe der Datei', '412 Bestätigungen bisher'),
      planned('Anhänge an große Verteiler nur nach Freigabe', 'erneuter Fehlversand'),
    ],
  },
  '16': {
    fields: {
      ...day('2026-11-18T08:00:00Z'),
      ...persons('exact', 1),
      ...needNotBeTold('Eine Person, keine Gesundheits- oder Bankdaten; der Empfänger hat sich gemeldet.'),
      ...consequences('Der Empfänger kennt Geburtsdatum, Kennzeichen und Tarif eines anderen Versicherten.'),
      recordsNumber: '1',
      discoveryHow: 'third-party',
      incidentNature: 'sent-by-mistake',
      incidentCause: 'internal',
      incidentDescription: 'Die Kuvertiermaschine hat zwei Schreiben in einen Umschlag gelegt.',
      confidentialityKind: 'exfiltrated',
      intelligibility: 'intelligible',
      dataCategories: 'basic,contact',
      dataDetail: 'Name, Anschrift, Geburtsdatum, Kennzeichen, Tarif, Fahrleistung',
      impacts: 'loss-of-control,disclosure',
      impactSeverity: 'limited',
      impactLikelihood: 'limited',
      policeReport: 'no',
    },
    groups: [group('customers', 1)],
    measures: [
      taken('Rückgabe des Schreibens erbeten', 'Verwendung durch den Empfänger', 'Zusage am Telefon'),
      planned('Wiegen der Umschläge', 'zwei Schreiben in einem Umschlag'),
    ],
  },
  '17': {
    fields: {
      ...range('2026-10-22T09:00:00Z', '2026-11-23T08:00:00Z'),
      ...persons('exact', 1),
      ...willBeTold,
      ...consequences('Rechnungen zeigen Gesprächspartner und Gewohnheiten; Nachstellung ist möglich.'),
      recordsNumber: '2',
      discoveryHow: 'person-concerned',
      incidentNature: 'phishing',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Ein Anrufer gab sich als Kundin aus, kannte Steuernummer und Anschrift und ließ die E-Mail-Adresse für Rechnungen ändern.',
      confidentialityKind: 'exfiltrated',
      intelligibility: 'intelligible',
      dataCategories: 'basic,contact,profile',
      dataDetail: 'Rechnungen zweier Monate mit Einzelverbindungen',
      impacts: 'harm,reputation,loss-of-control',
      impactSeverity: 'great',
      impactLikelihood: 'substantial',
    },
    groups: [group('customers', 1)],
    measures: [
      taken('Änderung rückgängig gemacht', 'weitere Rechnungen an den Anrufer', 'Seit dem 23.11. an die Kundin'),
      planned('Rückfrage an die alte Adresse bei jeder Änderung', 'Täuschung am Telefon'),
    ],
  },
  '18': {
    fields: {
      ...range('2026-08-20T00:00:00Z', '2026-11-20T10:00:00Z'),
      ...persons('exact', 99),
      ...willBeTold,
      ...consequences('Gehälter und bei zehn Personen ganze Abrechnungen sind Fremden bekannt.'),
      recordsNumber: '99',
      discoveryHow: 'controller',
      incidentNature: 'phishing,unauthorised-access',
      incidentCause: 'external-malicious',
      incidentDescription:
        'Regeln in mehreren Postfächern leiteten drei Monate lang Nachrichten mit Wörtern wie Rechnung und Konto weiter. Ein Lieferant wurde zu Zahlungen auf ein falsches Konto bewegt.',
      incidentSystems: 'E-Mail-Dienst, vier Postfächer',
      confidentialityKind: 'exfiltrated',
      intelligibility: 'intelligible',
      dataCategories: 'basic,financial,other',
      dataDetail: 'Lohn eines Monats (89), vollständige Abrechnung mit Familienstand (10)',
      impacts: 'fraud,financial-loss,reputation',
      impactSeverity: 'substantial',
      impactLikelihood: 'substantial',
      consequencesIntegrity: 'Regeln und einzelne Nachrichten wurden verändert; die Folgen für Beschäftigte sind gering.',
      cyberIncident: 'yes',
    },
    groups: [
      group('mailbox-owners', 4),
      group('persons-in-mails', 99, 'exact', 'davon 10 Ausgeschiedene'),
      { group: 'recipients-of-wave', kind: 'not-determinable', count: '', detail: 'Umfang der Weiterleitung nach außen' },
    ],
    measures: [
      taken('Regeln gelöscht, Kennwörter geändert, Sitzungen beendet', 'weiteres Mitlesen', 'Keine neue Regel seit dem 20.11.'),
      planned('Weiterleitung nach außen sperren', 'unbemerkter Abfluss'),
    ],
  },
};

/** All that is said for the notice of one case, the sender's own included. */
export const noticeAnswersOf = (no: string): NoticeAnswers | undefined => {
  const own = NOTICE_ANSWERS[no];
  return own && { ...own, fields: { ...sender, ...own.fields } };
};
