// One list of fields for all forms, merged from what the authorities ask: our own names, our own words, and where one has it the number of
// the field in the EDPB's draft template (v1.0 of June 2026, in consultation; how it will end is not known).
import type { NoticeFieldName } from '../breach/noticeFields.ts';
import type { Text } from '../law/sources.ts';

/** What follows from the record and the notice itself; nobody is asked for it here. */
export const DERIVED_FIELDS = [
  ...(['noticeKind', 'noticeSubtype', 'previousReference', 'previousReceivedAt', 'internalReference', 'authority'] as const),
  ...(['controllerName', 'controllerSector', 'timeAwareAt', 'breachGoals', 'groups', 'specialCategories'] as const),
  ...(['riskOutcome', 'measuresTaken', 'measuresPlanned', 'leadAuthority', 'toldInAdvance'] as const),
] as const;
export type DerivedField = (typeof DERIVED_FIELDS)[number];
export type FieldId = NoticeFieldName | DerivedField;

/**
 * `first`: the first notice names it, if only as „to be determined“. `complete`: a notice without it is not complete (Art. 33(3) GDPR).
 * `conditional`: needed beside certain answers. `form`: forms ask for it, the law does not.
 */
export type Need = 'first' | 'complete' | 'conditional' | 'form';

export type FieldRow = { readonly id: FieldId; readonly need: Need; readonly label: Text; readonly edpb?: readonly number[] };

const row = (id: FieldId, need: Need, de: string, en: string, ...edpb: readonly number[]): FieldRow => ({
  ...{ id, need, label: { de, en } },
  ...(edpb.length > 0 && { edpb }),
});

/** In the general order: what the notice is, who sends it, when, what, whom, what follows, what was done. */
export const FIELD_TABLE: readonly FieldRow[] = [
  row('noticeKind', 'first', 'Art der Meldung', 'Kind of notice', 3),
  row('noticeSubtype', 'first', 'Vollständig oder vorläufig', 'Complete or incomplete', 4),
  row('withdrawalReasons', 'conditional', 'Gründe der Rücknahme', 'Reasons for the withdrawal', 5),
  row('correctionReasons', 'conditional', 'Was berichtigt wird und warum', 'What is corrected, and why'),
  row('previousReference', 'conditional', 'Aktenzeichen der früheren Meldung', 'Reference of the earlier notice', 6),
  row('previousReceivedAt', 'conditional', 'Eingang der früheren Meldung', 'Receipt of the earlier notice'),
  row('internalReference', 'form', 'Eigenes Aktenzeichen', 'Our own reference', 7),
  row('authority', 'first', 'Zuständige Aufsichtsbehörde', 'Competent authority'),
  row('toldInAdvance', 'form', 'Telefonisch vorab informiert', 'Told by telephone in advance'),
  row('controllerName', 'first', 'Verantwortlicher', 'Controller', 12),
  row(
    'controllerIdentifier',
    'form',
    'Kennung (Register-, USt-, Organisationsnummer)',
    'Identifier (register, VAT or organisation number)',
    11,
  ),
  row('controllerAddress', 'first', 'Anschrift', 'Address', 13),
  row('controllerContact', 'first', 'E-Mail, Telefon, Website', 'E-mail, telephone, website', 13),
  row('controllerSector', 'form', 'Öffentlich oder privat', 'Public or private', 14),
  row('controllerActivity', 'form', 'Branche', 'Sector, economic activity', 15),
  row('euRepresentative', 'conditional', 'Vertreter nach Art. 27 DSGVO', 'Representative under Art. 27 GDPR', 18),
  row('reporterName', 'first', 'Meldende Person', 'Reporting person', 21),
  row('reporterFunction', 'first', 'Funktion der meldenden Person', 'Function of the reporting person', 23),
  row(
    'reporterContact',
    'first',
    'Kontakt der meldenden Person, bevorzugter Weg',
    'Contact of the reporting person, preferred channel',
    22,
  ),
  row(
    'filedByProcessor',
    'form',
    'Meldet ein Auftragsverarbeiter für den Verantwortlichen?',
    'Filed by a processor for the controller?',
  ),
  row('dpoDesignated', 'first', 'Datenschutzbeauftragte benannt?', 'Data protection officer designated?', 29),
  row('dpoContact', 'first', 'Datenschutzbeauftragte: Name und Kontakt', 'Data protection officer: name and contact', 30),
  row('contactPoint', 'form', 'Andere Anlaufstelle', 'Other contact point', 33),
  row('otherParties', 'form', 'Weitere Beteiligte: Rolle, Name, Kontakt', 'Other parties: role, name, contact', 38),
  row('processorInformedAt', 'conditional', 'Mitteilung des Auftragsverarbeiters eingegangen', 'Told by the processor', 52),
  row('timeKind', 'first', 'Zeit des Vorfalls', 'Time of the incident', 44),
  row('timeStart', 'conditional', 'Beginn', 'Begin', 46),
  row('timeEnd', 'conditional', 'Ende', 'End', 47),
  row('timeEstimated', 'form', 'Nur geschätzt?', 'Only estimated?', 45),
  row('timeAwareAt', 'first', 'Kenntnis', 'Awareness', 48),
  row('awarenessReasons', 'form', 'Warum dieser Zeitpunkt der Kenntnis', 'Why this moment of awareness', 53),
  row('delayReasons', 'conditional', 'Gründe der Verzögerung', 'Reasons for the delay', 49),
  row(
    ...([
      'delayCourse',
      'conditional',
      'Verlauf der Verzögerung: was geschah wann, und warum ging keine vorläufige Meldung ab?',
    ] as const),
    'Course of the delay: what happened when, and why was no incomplete notice sent?',
  ),
  row(
    ...([
      'delayCircumstances',
      'conditional',
      'Besondere Umstände, die eine so lange Verzögerung erklären, und wer sie entschied',
    ] as const),
    'Special circumstances that explain so long a delay, and who decided it',
  ),
  row('discoveryHow', 'form', 'Wie entdeckt', 'How discovered', 50),
  row('discoveryDetail', 'form', 'Entdeckung im Einzelnen, wer wurde informiert', 'Discovery in detail, who was told', 51),
  row(
    'breachGoals',
    'first',
    'Verletzt: Vertraulichkeit, Integrität, Verfügbarkeit',
    'Breach of confidentiality, integrity, availability',
    55,
  ),
  row(
    'confidentialityKind',
    'conditional',
    'Vertraulichkeit: Sind Daten abgeflossen?',
    'Confidentiality: were data exfiltrated?',
    56,
  ),
  row('intelligibility', 'conditional', 'Sind die Daten für Fremde lesbar?', 'Are the data intelligible to outsiders?', 57),
  row('integrityKind', 'conditional', 'Integrität: verändert oder missbraucht?', 'Integrity: altered or misused?', 58),
  row(
    'availabilityKind',
    'conditional',
    'Verfügbarkeit: vorübergehend oder dauerhaft verloren?',
    'Availability: lost for a time or for good?',
    59,
  ),
  row('restoreTime', 'form', 'Dauer bis zur Wiederherstellung', 'Recovery time'),
  row('incidentNature', 'first', 'Art des Vorfalls', 'Nature of the incident', 60),
  row('incidentCause', 'form', 'Ursache', 'Cause', 61),
  row('incidentDescription', 'first', 'Sachverhalt', 'What happened', 62),
  row('incidentSystems', 'form', 'Betroffene Systeme und Dienste', 'Systems and services concerned', 63),
  row('incidentLocation', 'form', 'Ort', 'Place'),
  row('dataWhereNow', 'form', 'Wo sind die Daten jetzt?', 'Where are the data now?'),
  row('cyberIncident', 'form', 'Cyber-Vorfall?', 'Cyber incident?'),
  row('groups', 'first', 'Personengruppen mit Zahl', 'Groups of persons with numbers', 65, 66),
  row('subjectsDetail', 'form', 'Nähere Angaben zu den Personen', 'Detail on the persons', 66),
  row('subjectsNumberKind', 'first', 'Zahl der Personen: wie sicher?', 'Number of persons: how sure?', 67),
  row('subjectsNumber', 'conditional', 'Zahl der Personen', 'Number of persons', 68),
  row('dataCategories', 'first', 'Datenarten', 'Kinds of data', 70),
  row(
    'specialCategories',
    'form',
    'Davon besondere Kategorien (Art. 9, 10 DSGVO)',
    'Special categories among them (Arts. 9, 10 GDPR)',
    70,
  ),
  row('dataDetail', 'form', 'Nähere Angaben zu den Daten', 'Detail on the data', 71),
  row('recordsNumberKind', 'complete', 'Zahl der Datensätze: wie sicher?', 'Number of records: how sure?', 72),
  row('recordsNumber', 'conditional', 'Zahl der Datensätze', 'Number of records', 73),
  row(
    'recipients',
    'form',
    'Wer hat die Daten: Zahl, bekannt, verschwiegen, kooperativ?',
    'Who has the data: number, known, bound, cooperative?',
    125,
  ),
  row('deletionConfirmedAt', 'form', 'Löschung oder Rückgabe bestätigt', 'Deletion or return confirmed', 125),
  row('priorMeasures', 'form', 'Maßnahmen vor dem Vorfall', 'Measures before the incident', 75),
  row('priorDetail', 'form', 'Maßnahmen vor dem Vorfall im Einzelnen', 'Measures before the incident in detail', 76),
  row('staffTraining', 'form', 'Beteiligte Person geschult? Wann?', 'Was the person involved trained? When?'),
  row('knownFindings', 'form', 'Bekannte Feststellungen aus Prüfungen dazu', 'Known findings of audits on this'),
  row(
    ...(['logs', 'form', 'Protokolle: Was zeigen sie, wann und durch wen gesichert?'] as const),
    'Logs: what do they show, secured when and by whom?',
    75,
  ),
  row(
    'consequencesConfidentiality',
    'conditional',
    'Folgen der verletzten Vertraulichkeit',
    'Consequences for confidentiality',
    79,
    80,
  ),
  row('consequencesIntegrity', 'conditional', 'Folgen der verletzten Integrität', 'Consequences for integrity', 81, 82),
  row('consequencesAvailability', 'conditional', 'Folgen der verletzten Verfügbarkeit', 'Consequences for availability', 83, 84),
  row('impacts', 'first', 'Wahrscheinliche Folgen für die Menschen', 'Likely consequences for the persons', 85),
  row('impactDetail', 'form', 'Folgen im Einzelnen', 'Consequences in detail', 86),
  row('impactSeverity', 'form', 'Schwere', 'Severity', 87),
  row('impactLikelihood', 'form', 'Eintrittswahrscheinlichkeit', 'Likelihood'),
  row('riskOutcome', 'first', 'Risiko', 'Risk', 89),
  row(
    'riskReasoning',
    'form',
    'Begründung der Risikobewertung: Methode, wer, wann',
    'Reasons of the risk assessment: method, who, when',
    90,
  ),
  row('organisationImpact', 'form', 'Auswirkung auf den Betrieb', 'Impact on the organisation'),
  row('measuresTaken', 'first', 'Ergriffene Maßnahmen', 'Measures taken', 92),
  row('measuresPlanned', 'first', 'Vorgesehene Maßnahmen', 'Measures planned', 92, 94),
  row('permanentMeasures', 'form', 'Dauerhafte Abhilfe', 'Permanent measures', 94),
  row('permanentDetail', 'form', 'Dauerhafte Abhilfe im Einzelnen', 'Permanent measures in detail', 95),
  row('personsStatus', 'first', 'Benachrichtigung der Betroffenen', 'Communication to the persons', 97),
  row('personsInformedAt', 'conditional', 'Benachrichtigt am', 'Informed on', 98),
  row('personsPlannedFor', 'conditional', 'Geplant für', 'Planned for', 99),
  row(
    'personsExceptionReasons',
    'conditional',
    'Warum nicht benachrichtigt wird, Restrisiko',
    'Why they are not informed, residual risk',
    100,
    101,
  ),
  row('personsInformedNumber', 'conditional', 'Zahl der Benachrichtigten', 'Number informed', 102),
  row('personsNotAll', 'form', 'Nicht alle: warum', 'Not all: why', 103),
  row('personsChannel', 'conditional', 'Einzeln oder öffentlich', 'Individually or publicly', 104, 105),
  row('personsContent', 'conditional', 'Wortlaut und Empfehlungen (Anlage)', 'Text and advice (annex)', 106),
  row('policeReport', 'form', 'Strafanzeige?', 'Reported to the police?', 109),
  row('otherAuthorities', 'form', 'Andere Stellen, denen gemeldet wurde', 'Other bodies notified', 110, 111),
  row('crossBorder', 'first', 'Grenzüberschreitend?', 'Cross-border?', 113),
  row('leadAuthority', 'conditional', 'Federführende Behörde', 'Lead authority', 114),
  row('establishments', 'conditional', 'Niederlassungen im EWR', 'Establishments in the EEA', 115),
  row('countriesConcerned', 'conditional', 'Staaten mit Zahl der Personen', 'Countries with numbers of persons', 116, 117),
  row(
    'otherAuthoritiesNotified',
    'conditional',
    'Weitere informierte Aufsichtsbehörden',
    'Other supervisory authorities notified',
    118,
    123,
  ),
  row('attachments', 'form', 'Anlagen', 'Annexes', 125, 126),
];

export const rowOf = (id: FieldId): FieldRow => {
  const found = FIELD_TABLE.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`The field table has no ${id}.`);
  return found;
};
