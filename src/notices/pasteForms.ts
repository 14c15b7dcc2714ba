// What single authorities ask, in their order, as far as their forms were seen. The headings are in our words: a form may word them otherwise.
import type { Text } from '../law/sources.ts';
import type { FieldId } from './fieldTable.ts';

export type PasteEntry = { readonly heading: Text; readonly fields: readonly FieldId[] };
export type PasteForm = {
  /** `complete`: every question we know the form to ask. `in-part`: some of its questions were not seen. */
  readonly coverage: 'complete' | 'in-part';
  readonly entries: readonly PasteEntry[];
};

const entry = (de: string, en: string, ...fields: readonly FieldId[]): PasteEntry => ({ heading: { de, en }, fields });

const controller = entry('Verantwortlicher', 'Controller', 'controllerName', 'controllerAddress', 'controllerContact');
const reporter = entry('Meldende Person', 'Reporting person', 'reporterName', 'reporterFunction', 'reporterContact');
const kind = entry('Art der Meldung', 'Kind of notice', 'noticeKind', 'noticeSubtype', 'previousReference');
const description = entry('Sachverhalt', 'What happened', 'incidentDescription');
const categories = entry('Datenarten', 'Kinds of data', 'dataCategories', 'specialCategories', 'dataDetail');
const number = entry('Zahl der Personen', 'Number of persons', 'subjectsNumberKind', 'subjectsNumber');
const records = entry('Zahl der Datensätze', 'Number of records', 'recordsNumberKind', 'recordsNumber');
const groups = entry('Personengruppen', 'Groups of persons', 'groups', 'subjectsDetail');
const consequences = entry('Wahrscheinliche Folgen', 'Likely consequences', 'impacts', 'impactDetail');
const measures = entry('Maßnahmen, ergriffen und vorgesehen', 'Measures taken and planned', 'measuresTaken', 'measuresPlanned');
const delay = entry('Gründe der Verzögerung', 'Reasons for the delay', 'delayReasons', 'delayCourse', 'delayCircumstances');
const period = entry('Zeitraum des Vorfalls', 'Period of the incident', 'timeKind', 'timeStart', 'timeEnd');
const awareness = entry('Zeitpunkt der Kenntnis', 'Moment of awareness', 'timeAwareAt');
const officer = entry(
  'Datenschutzbeauftragte oder Anlaufstelle',
  'Data protection officer or contact point',
  'dpoContact',
  'contactPoint',
);
const risk = entry('Risiko', 'Risk', 'riskOutcome', 'impactSeverity', 'impactLikelihood', 'riskReasoning');
const persons = entry(
  ...(['Information der betroffenen Personen', 'Information of the persons concerned'] as const),
  ...(['personsStatus', 'personsInformedAt', 'personsPlannedFor', 'personsChannel', 'personsContent'] as const),
  'personsExceptionReasons',
);

/** Authorities without an entry get the general order of the field table. */
export const PASTE_FORMS: Readonly<Partial<Record<string, PasteForm>>> = {
  'de-bw': {
    coverage: 'complete',
    entries: [
      controller,
      reporter,
      entry(
        'Was ist passiert? Wo, wer, wie entdeckt, wer wurde informiert',
        'What happened? Where, who, how learned, who was told',
        'incidentDescription',
        'incidentLocation',
        'discoveryHow',
        'discoveryDetail',
      ),
      period,
      awareness,
      categories,
      number,
      consequences,
      measures,
      entry('Müssen die Betroffenen benachrichtigt werden?', 'Do the persons have to be informed?', 'personsStatus'),
      entry('Wenn nein: warum', 'If not: why', 'personsExceptionReasons'),
      entry(
        'Wenn ja: wie, wann, welche Empfehlungen',
        'If so: how, when, which advice',
        'personsChannel',
        'personsInformedAt',
        'personsPlannedFor',
        'personsContent',
      ),
    ],
  },
  'de-rp': {
    coverage: 'complete',
    entries: [
      kind,
      entry('Art des Vorfalls', 'Kind of incident', 'incidentNature'),
      controller,
      reporter,
      entry('Bevorzugter Kontakt', 'Preferred contact', 'reporterContact'),
      description,
      number,
      records,
      categories,
      groups,
      consequences,
      risk,
      entry(
        'Maßnahmen und Kontakte zu anderen Behörden',
        'Measures and contacts with other authorities',
        'measuresTaken',
        'measuresPlanned',
        'otherAuthorities',
      ),
      entry('Anlagen', 'Annexes', 'attachments'),
    ],
  },
  'fr-cnil': {
    coverage: 'complete',
    entries: [
      kind,
      controller,
      officer,
      entry('Art der Verletzung', 'Nature of the breach', 'incidentDescription', 'breachGoals'),
      awareness,
      delay,
      groups,
      number,
      categories,
      records,
      consequences,
      measures,
      persons,
    ],
  },
  'uk-ico': {
    coverage: 'complete',
    entries: [
      description,
      entry('Wie und wann entdeckt', 'How and when discovered', 'discoveryHow', 'discoveryDetail', 'timeAwareAt'),
      entry('Wann geschehen', 'When it occurred', 'timeKind', 'timeStart', 'timeEnd'),
      categories,
      records,
      number,
      groups,
      consequences,
      entry('Wie wahrscheinlich sind erhebliche Folgen?', 'Likelihood of significant consequences', 'impactLikelihood'),
      entry('Cyber-Vorfall?', 'Cyber incident?', 'cyberIncident'),
      entry(
        'Vertraulichkeit, Integrität, Verfügbarkeit der Systeme',
        'Confidentiality, integrity, availability of systems',
        'breachGoals',
      ),
      entry('Auswirkung auf den Betrieb', 'Impact on the organisation', 'organisationImpact'),
      entry('Dauer bis zur Wiederherstellung', 'Recovery time', 'restoreTime'),
      entry('Beteiligte Person geschult?', 'Staff member involved trained?', 'staffTraining'),
      entry('Maßnahmen vor dem Vorfall', 'Measures before the incident', 'priorMeasures', 'priorDetail'),
      entry('Was wurde und wird getan', 'Actions taken and planned', 'measuresTaken', 'measuresPlanned'),
      entry('Betroffene informiert?', 'Told the persons?', 'personsStatus', 'personsInformedAt'),
      entry('Andere Stellen informiert?', 'Other organisations told?', 'policeReport', 'otherAuthorities'),
      reporter,
    ],
  },
  'de-ni': {
    coverage: 'in-part',
    entries: [
      entry('1.1 Verantwortlicher', '1.1 Controller', 'controllerName', 'controllerAddress', 'controllerContact'),
      entry('1.2 Meldung durch Auftragsverarbeiter', '1.2 Filed by a processor', 'filedByProcessor'),
      entry('1.3 Meldende Person', '1.3 Reporting person', 'reporterName', 'reporterFunction'),
      entry('1.4 Weitere Beteiligte', '1.4 Other parties', 'otherParties'),
      entry(
        '2 Zeitlicher Ablauf',
        '2 Timeline',
        'timeKind',
        'timeStart',
        'timeEnd',
        'timeAwareAt',
        'delayReasons',
        'delayCourse',
      ),
      entry('3 Verletzung', '3 Breach', 'incidentDescription', 'incidentNature'),
      entry(
        '4 Daten, auch besondere Kategorien',
        '4 Data, special categories too',
        'dataCategories',
        'specialCategories',
        'dataDetail',
      ),
      entry('5 Personen', '5 Persons', 'groups', 'subjectsNumberKind', 'subjectsNumber'),
      entry('6 Maßnahmen vor dem Vorfall', '6 Measures before the incident', 'priorMeasures', 'priorDetail'),
      entry('7.1 Vertraulichkeit', '7.1 Confidentiality', 'confidentialityKind', 'consequencesConfidentiality'),
      entry(
        '7.2, 7.3 Weitere Schutzziele',
        '7.2, 7.3 Further protection goals',
        'integrityKind',
        'consequencesIntegrity',
        'availabilityKind',
        'consequencesAvailability',
      ),
      entry(
        '7.4 Risiko nach Kurzpapier Nr. 18',
        '7.4 Risk under Kurzpapier No. 18',
        'impactSeverity',
        'impactLikelihood',
        'riskOutcome',
      ),
    ],
  },
  'de-nw': {
    coverage: 'in-part',
    entries: [kind, entry('9 Folgen und Risiko', '9 Consequences and risk', 'impacts', 'riskOutcome', 'riskReasoning')],
  },
  'de-be': {
    coverage: 'in-part',
    entries: [
      kind,
      entry(
        'Teil I: wo, wer meldet',
        'Part I: where, who notifies',
        'incidentLocation',
        'controllerName',
        'reporterName',
        'reporterFunction',
        'reporterContact',
      ),
      entry('Teil II: was ist geschehen', 'Part II: what happened', 'incidentDescription'),
      categories,
      entry('Anlagen', 'Annexes', 'attachments'),
    ],
  },
  'de-sn': {
    coverage: 'in-part',
    entries: [
      controller,
      officer,
      entry('Meldende Person', 'Reporting person', 'reporterName'),
      period,
      entry('Zeitpunkt der Feststellung', 'Moment of detection', 'timeAwareAt'),
      delay,
      entry('Kategorie des Vorfalls', 'Category of incident', 'incidentNature'),
      entry('Kategorie der Daten', 'Category of data', 'dataCategories'),
    ],
  },
  'de-sl': {
    coverage: 'in-part',
    entries: [
      entry(
        'Verantwortlicher und meldende Person',
        'Controller and reporting person',
        'controllerName',
        'controllerAddress',
        'reporterName',
        'reporterFunction',
      ),
      officer,
      entry('Zeitpunkt und Verlauf', 'Time and course', 'timeKind', 'timeStart', 'timeEnd', 'timeAwareAt'),
      description,
      consequences,
      measures,
      persons,
    ],
  },
  'at-dsb': {
    coverage: 'in-part',
    entries: [period, awareness, delay, description, groups, number, categories, records, officer, consequences, measures],
  },
  'se-imy': {
    coverage: 'in-part',
    entries: [
      entry(
        'Verantwortlicher, Organisationsnummer, Anschrift',
        'Controller, organisation number, address',
        'controllerName',
        'controllerIdentifier',
        'controllerAddress',
      ),
      entry('Eigenes Zeichen', 'Own reference', 'internalReference'),
      entry('Kontakt', 'Contact address', 'reporterContact'),
      period,
      entry('Nächstliegende Art des Ereignisses', 'Closest kind of event', 'incidentNature'),
      groups,
      categories,
      consequences,
      entry('Eigene Einschätzung der Schwere', 'Own rating of seriousness', 'impactSeverity'),
      measures,
      persons,
    ],
  },
  'no-dt': {
    coverage: 'in-part',
    entries: [
      entry('Hauptursache', 'Main cause', 'incidentCause', 'incidentNature'),
      period,
      entry('Wann entdeckt', 'When discovered', 'timeAwareAt'),
      number,
      description,
      categories,
      entry('Verhältnis zu den Personen', 'Relation to the persons', 'groups', 'subjectsDetail'),
      entry('Wo sind die Daten jetzt', 'Where the data are now', 'dataWhereNow'),
      consequences,
      measures,
      entry('Information an die Personen', 'Information given', 'personsStatus', 'personsInformedAt'),
    ],
  },
};
