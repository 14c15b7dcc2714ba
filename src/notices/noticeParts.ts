// The fields of a notice in small pages, in the order in which people come to know them: what happened first, what the form wants beside it last.
import type { NoticeFieldName } from '../breach/noticeFields.ts';
import type { Text } from '../law/sources.ts';

export const NOTICE_PARTS = [
  ...(['happened', 'time', 'goals', 'persons', 'data', 'consequences', 'communication', 'borders', 'delay', 'sender'] as const),
  ...(['officer', 'changes', 'discovery', 'recipients', 'before', 'after', 'risk', 'formalities'] as const),
] as const;
export type NoticePartId = (typeof NOTICE_PARTS)[number];

export type NoticePartRow = { readonly label: Text; readonly fields: readonly NoticeFieldName[] };

const part = (de: string, en: string, ...fields: readonly NoticeFieldName[]): NoticePartRow => ({ label: { de, en }, fields });

/** Each field a person can say stands on exactly one page. */
export const NOTICE_PART_ROWS: Readonly<Record<NoticePartId, NoticePartRow>> = {
  happened: part(
    'Was ist geschehen?',
    'What happened?',
    ...(['incidentDescription', 'incidentNature'] as const),
    'incidentCause',
  ),
  time: part('Wann ist es geschehen?', 'When did it happen?', 'timeKind', 'timeStart', 'timeEnd', 'timeEstimated'),
  goals: part(
    ...(['Was wurde verletzt?', 'What was breached?', 'confidentialityKind', 'intelligibility', 'integrityKind'] as const),
    ...(['availabilityKind', 'restoreTime'] as const),
  ),
  persons: part(
    'Wie viele Menschen sind betroffen?',
    'How many people are concerned?',
    ...(['subjectsNumberKind', 'subjectsNumber', 'subjectsDetail'] as const),
  ),
  data: part(
    ...(['Welche Daten, wie viele Datensätze?', 'Which data, how many records?', 'dataCategories', 'dataDetail'] as const),
    ...(['recordsNumberKind', 'recordsNumber'] as const),
  ),
  consequences: part(
    ...(['Was kann den Menschen daraus entstehen?', 'What may follow for the people?', 'impacts', 'impactDetail'] as const),
    ...(['consequencesConfidentiality', 'consequencesIntegrity', 'consequencesAvailability'] as const),
  ),
  communication: part(
    ...(['Werden die Menschen benachrichtigt?', 'Are the people informed?', 'personsStatus', 'personsInformedAt'] as const),
    ...(['personsPlannedFor', 'personsExceptionReasons', 'personsInformedNumber', 'personsNotAll', 'personsChannel'] as const),
    'personsContent',
  ),
  borders: part(
    ...([
      'Reicht es über die Grenze?',
      'Does it cross a border?',
      'crossBorder',
      'countriesConcerned',
      'establishments',
    ] as const),
    'otherAuthoritiesNotified',
  ),
  delay: part('Warum erst jetzt?', 'Why only now?', 'delayReasons', 'delayCourse', 'delayCircumstances'),
  sender: part(
    ...(['Wer meldet?', 'Who notifies?', 'controllerAddress', 'controllerContact', 'reporterName'] as const),
    ...(['reporterFunction', 'reporterContact'] as const),
  ),
  officer: part(
    ...(['An wen kann sich die Behörde wenden?', 'Whom can the authority ask?', 'dpoDesignated', 'dpoContact'] as const),
    ...(['contactPoint', 'euRepresentative'] as const),
  ),
  changes: part(
    ...(['Was berichtigen oder nehmen Sie zurück?', 'What is corrected or withdrawn?'] as const),
    ...(['correctionReasons', 'withdrawalReasons'] as const),
  ),
  discovery: part(
    ...(['Wie wurde es entdeckt?', 'How was it discovered?', 'discoveryHow', 'discoveryDetail', 'processorInformedAt'] as const),
    'awarenessReasons',
  ),
  recipients: part(
    ...(['Wo sind die Daten jetzt?', 'Where are the data now?', 'recipients', 'deletionConfirmedAt', 'dataWhereNow'] as const),
    ...(['incidentSystems', 'incidentLocation', 'cyberIncident'] as const),
  ),
  before: part(
    ...(['Was schützte die Daten vorher?', 'What protected the data before?', 'priorMeasures', 'priorDetail', 'logs'] as const),
    ...(['staffTraining', 'knownFindings'] as const),
  ),
  after: part('Was ändern Sie auf Dauer?', 'What do you change for good?', 'permanentMeasures', 'permanentDetail'),
  risk: part(
    ...(['Wie hoch ist das Risiko?', 'How high is the risk?', 'impactSeverity', 'impactLikelihood', 'riskReasoning'] as const),
    'organisationImpact',
  ),
  formalities: part(
    ...([
      'Was Formulare sonst noch fragen',
      'What forms ask besides',
      'policeReport',
      'otherAuthorities',
      'otherParties',
    ] as const),
    ...(['filedByProcessor', 'controllerIdentifier', 'controllerActivity', 'attachments'] as const),
  ),
};
