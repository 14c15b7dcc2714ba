import type { Lang } from '../../law/sources.ts';
import type { Decision } from '../../breach/events.ts';

type PaperKind = Exclude<Decision['kind'], 'awareness'> | 'delay';

/** The words of papers for the file, and of what stands between controllers and processors. */
export type PaperWords = {
  readonly titles: Readonly<Record<PaperKind, string>>;
  readonly labels: Readonly<
    Record<
      | (
          | 'case'
          | 'duties'
          | 'owedBy'
          | 'decidedBy'
          | 'advice'
          | 'recordedAt'
          | 'counts'
          | 'risk'
          | 'ruleSet'
          | 'ground'
          | 'dueBy'
        )
      | ('sentAt' | 'late' | 'to' | 'means' | 'reference' | 'startsAt'),
      string
    >
  >;
  readonly headings: Readonly<Record<'reasons' | 'residualRisk' | 'weighing' | 'trace' | 'law' | 'questions', string>>;
  readonly none: string;
  readonly counts: (counts: boolean) => string;
  readonly against: string;
  readonly residual: Readonly<Record<'averted' | 'notAverted' | 'open' | 'substitution' | 'unintelligible' | 'weighing', string>>;
  readonly moreSteps: (count: number) => string;
  readonly traceHead: readonly [string, string, string];
  readonly lateBy: (hours: number) => string;
  /** The longer it took, the more has to be said (Art. 33(1), second sentence GDPR). */
  readonly delayAsks: Readonly<Record<'days' | 'week' | 'month', readonly string[]>>;
  readonly law: Readonly<Record<PaperKind | 'not-informing' | 'secrecy', string>>;
  readonly notice: ControllerNoticeWords;
  readonly request: RequestWords;
  readonly plan: PlanWords;
};

export type ControllerNoticeWords = {
  readonly title: string;
  readonly intro: (controller: string, processor: string) => string;
  readonly noTest: string;
  readonly headings: Readonly<Record<'nature' | 'data' | 'contact' | 'consequences' | 'measures' | 'open' | 'terms', string>>;
  readonly later: string;
  readonly labels: Readonly<
    Record<'case' | 'told' | 'persons' | 'records' | 'incident' | 'hours' | 'confidentiality' | 'dataSet', string>
  >;
  readonly hours: (hours: number) => string;
  readonly followUp: string;
  readonly states: Readonly<Record<'open' | 'sent' | 'no-address' | 'no-duty' | 'ended', string>>;
  readonly columns: readonly [string, string, string, string, string, string, string, string];
};

export type RequestWords = {
  readonly title: string;
  readonly intro: (processor: string, controller: string, until: string) => string;
  readonly asks: readonly string[];
  readonly why: string;
};

export type PlanWords = {
  readonly title: string;
  readonly reasons: string;
  readonly noReasons: string;
  readonly law: string;
  readonly channels: string;
  readonly noChannels: string;
  readonly head: readonly [string, string, string, string];
  readonly reach: (individually: number, unreachable: number) => string;
  readonly evidence: string;
};

const de: PaperWords = {
  titles: {
    'no-breach': 'Entscheidung: keine Verletzung des Schutzes personenbezogener Daten',
    'not-notifying': 'Entscheidung: keine Meldung oder Benachrichtigung',
    exception: 'Entscheidung: Ausnahme von der Benachrichtigung',
    delay: 'Gründe der Verzögerung',
  },
  labels: {
    case: 'Vorgang',
    duties: 'Pflicht',
    owedBy: 'Verantwortlicher',
    decidedBy: 'Entschieden von',
    advice: 'Rat der oder des Datenschutzbeauftragten',
    recordedAt: 'Festgehalten',
    counts: 'Wirksam',
    risk: 'Risiko nach den Regeln, heute',
    ruleSet: 'Regelstand',
    ground: 'Grund',
    dueBy: 'Letzter Zeitpunkt',
    sentAt: 'Abgesandt',
    late: 'Verspätung',
    to: 'An',
    means: 'Weg',
    reference: 'Aktenzeichen',
    startsAt: 'Frist ab',
  },
  headings: {
    reasons: 'Gründe',
    residualRisk: 'Restrisiko',
    weighing: 'Abwägung',
    trace: 'Weg der Prüfung',
    law: 'Rechtsgrundlage',
    questions: 'Was die Gründe sagen sollten',
  },
  none: '–',
  counts: (counts) => (counts ? 'ja' : 'nein, die Bestätigung fehlt noch'),
  against: 'Die Entscheidung weicht von der Einschätzung nach den Regeln ab. Das ist ausdrücklich so festgehalten.',
  residual: {
    averted: 'Festgehalten ist: Das hohe Risiko besteht nach den späteren Maßnahmen voraussichtlich nicht mehr.',
    notAverted: 'Festgehalten ist: Das hohe Risiko besteht auch nach den Maßnahmen. Die Ausnahme trägt so nicht.',
    open: 'Ob nach den Maßnahmen noch ein hohes Risiko besteht, ist nicht für jeden Datenbestand beantwortet. Bitte ergänzen.',
    weighing:
      'Zu benachrichtigen ist trotz der Geheimhaltung, soweit die Interessen der betroffenen Person überwiegen, insbesondere wenn Schäden drohen (§ 29 Abs. 1 Satz 4 BDSG). Die Gründe oben müssen diese Abwägung enthalten.',
    substitution: 'Diese Ausnahme entbindet nicht: An die Stelle des Einzelschreibens tritt eine öffentliche Bekanntmachung.',
    unintelligible:
      'Die Ausnahme trägt nur, solange die Daten unlesbar sind und der Schlüssel geheim ist. Ändert sich das, ist neu zu entscheiden.',
  },
  moreSteps: (count) => `Dazu ${count} weitere Schritte; sie stehen in der Einschätzung des Vorgangs.`,
  traceHead: ['', 'Prüfung', 'Beleg'],
  lateBy: (hours) => (hours < 48 ? `${hours} Stunden` : `${Math.floor(hours / 24)} Tage`),
  delayAsks: {
    days: ['Was hat aufgehalten, und seit wann war es behoben?'],
    week: ['Was geschah an jedem Tag zwischen Kenntnis und Meldung?', 'Warum war keine unvollständige erste Meldung möglich?'],
    month: ['Wer wusste wann davon, und warum wurde nicht gemeldet?', 'Was ist geändert, damit es sich nicht wiederholt?'],
  },
  law: {
    'no-breach': 'Art. 4 Nr. 12 und Art. 33 Abs. 5 DSGVO. Der Vorgang bleibt dokumentiert.',
    'not-notifying':
      'Art. 33 Abs. 1 DSGVO: Die Meldung entfällt nur, wenn voraussichtlich kein Risiko besteht. Die Gründe gehören zur Dokumentation (Art. 33 Abs. 5, Art. 5 Abs. 2 DSGVO).',
    'not-informing':
      'Art. 34 Abs. 1 DSGVO: Zu benachrichtigen ist bei voraussichtlich hohem Risiko. Die Gründe gehören zur Dokumentation (Art. 33 Abs. 5, Art. 5 Abs. 2 DSGVO). Die Aufsichtsbehörde kann anders entscheiden (Art. 34 Abs. 4 DSGVO).',
    exception: 'Art. 34 Abs. 3 DSGVO. Die Aufsichtsbehörde kann anders entscheiden (Art. 34 Abs. 4 DSGVO).',
    secrecy: '§ 29 Abs. 1 Satz 3 und 4 BDSG. Die Aufsichtsbehörde kann anders entscheiden (Art. 34 Abs. 4 DSGVO).',
    delay: 'Art. 33 Abs. 1 Satz 2 DSGVO: Einer späteren Meldung ist eine Begründung beizufügen.',
  },
  notice: {
    title: 'Mitteilung einer Verletzung des Schutzes personenbezogener Daten',
    intro: (controller, processor) =>
      `An ${controller}: Wir, ${processor}, verarbeiten Daten in Ihrem Auftrag. Dabei ist es zu einem Vorfall gekommen, den wir Ihnen nach Art. 33 Abs. 2 DSGVO mitteilen.`,
    noTest:
      'Ob Sie melden oder benachrichtigen müssen, prüfen und entscheiden Sie als Verantwortlicher. Ihre Frist läuft ab Ihrer Kenntnis.',
    headings: {
      nature: 'Was bisher bekannt ist',
      data: 'Ihre Daten',
      contact: 'Ansprechstelle',
      consequences: 'Wahrscheinliche Folgen',
      measures: 'Maßnahmen',
      open: 'Noch offen',
      terms: 'Aus dem Vertrag',
    },
    later: 'wird nachgereicht',
    labels: {
      case: 'Unser Aktenzeichen',
      told: 'Stand dieser Mitteilung',
      persons: 'Kategorien und ungefähre Zahl der betroffenen Personen',
      records: 'Kategorien und ungefähre Zahl der Datensätze',
      incident: 'Art des Vorfalls',
      hours: 'Vereinbarte Frist',
      confidentiality: 'Vertraulichkeit',
      dataSet: 'Datenbestand',
    },
    hours: (hours) => `${hours} Stunden`,
    followUp: 'Was noch fehlt, teilen wir Ihnen mit, sobald wir es wissen.',
    states: {
      open: 'noch nicht mitgeteilt',
      sent: 'mitgeteilt',
      'no-address': 'Anschrift fehlt: bitte beschaffen',
      'no-duty': 'im Vorgang ist dieser Verantwortliche nicht erfasst',
      ended: 'beendet, siehe Vorgang',
    },
    columns: ['Kennung', 'Verantwortlicher', 'Kontakt', 'Vereinbarte Stunden', 'Spätestens', 'Stand', 'Nachweis', 'Datei'],
  },
  request: {
    title: 'Bitte um Auskunft zu einem Vorfall mit personenbezogenen Daten',
    intro: (processor, controller, until) =>
      `An ${processor}: Sie verarbeiten Daten im Auftrag von ${controller}. Bitte beantworten Sie uns bis ${until} die folgenden Fragen. Was Sie noch nicht wissen, reichen Sie bitte nach; warten Sie damit nicht auf das Übrige.`,
    asks: [
      'Was ist geschehen, wann begann und wann endete es, und wann haben Sie es bemerkt?',
      'Welche unserer Daten sind betroffen: welche Arten, von welchen Gruppen von Personen, ungefähr wie viele Personen und wie viele Datensätze?',
      'Wurden Daten gelesen, kopiert, verändert oder gelöscht, und womit belegen Sie das?',
      'Welche Protokolle gibt es, für welchen Zeitraum, und wann hat wer sie gesichert?',
      'Welche Folgen halten Sie für wahrscheinlich?',
      'Was haben Sie getan, was haben Sie vor und bis wann?',
      'Sind weitere Auftragsverarbeiter beteiligt, und welche?',
      'Wer ist bei Ihnen für Rückfragen erreichbar, auch abends und am Wochenende?',
    ],
    why: 'Sie unterstützen uns dabei nach Art. 28 Abs. 3 Buchst. f und Art. 33 Abs. 2 DSGVO.',
  },
  plan: {
    title: 'Öffentliche Bekanntmachung: Gründe und Wege',
    reasons: 'Warum nicht alle einzeln angeschrieben werden',
    noReasons: 'Die Gründe fehlen noch. Ohne sie trägt die öffentliche Bekanntmachung nicht.',
    law: 'Art. 34 Abs. 3 Buchst. c DSGVO: nur bei unverhältnismäßigem Aufwand, und die Betroffenen müssen vergleichbar wirksam informiert werden.',
    channels: 'Wege',
    noChannels: 'Es ist noch kein Weg genannt. Eine Seite, die niemand findet, genügt nicht.',
    head: ['Weg', 'Von', 'Bis', 'Nachweis'],
    reach: (individually, unreachable) =>
      `Einzeln erreichbar laut Liste: ${individually}. Ohne gültige Anschrift: ${unreachable}.`,
    evidence: 'Als Nachweis gehören Datum und Abbild jeder Veröffentlichung in die Akte.',
  },
};
const en: PaperWords = {
  titles: {
    'no-breach': 'Decision: no personal data breach',
    'not-notifying': 'Decision not to notify or inform',
    exception: 'Decision: exception from informing the persons',
    delay: 'Reasons for the delay',
  },
  labels: {
    case: 'Case',
    duties: 'Duty',
    owedBy: 'Controller',
    decidedBy: 'Decided by',
    advice: 'Advice of the DPO',
    recordedAt: 'Recorded',
    counts: 'In effect',
    risk: 'Risk by the rules, today',
    ruleSet: 'Rule set',
    ground: 'Ground',
    dueBy: 'Last moment',
    sentAt: 'Sent',
    late: 'Late by',
    to: 'To',
    means: 'Means',
    reference: 'Reference number',
    startsAt: 'Clock runs from',
  },
  headings: {
    reasons: 'Reasons',
    residualRisk: 'Residual risk',
    weighing: 'Weighing',
    trace: 'How it was examined',
    law: 'Legal basis',
    questions: 'What the reasons should say',
  },
  none: '–',
  counts: (counts) => (counts ? 'yes' : 'no, still to be confirmed'),
  against: 'The decision departs from the assessment by the rules. That was recorded expressly.',
  residual: {
    averted: 'Recorded: after the later measures the high risk is no longer likely.',
    notAverted: 'Recorded: the high risk remains also after the measures. The exception does not hold like this.',
    open: 'Whether a high risk remains after the measures is not answered for every data set. Please add it.',
    weighing:
      'In spite of the secrecy, persons are told as far as their interests prevail, in particular where damage threatens (§ 29(1), fourth sentence, BDSG). The reasons above have to hold this weighing.',
    substitution: 'This exception releases nobody: a public communication takes the place of single letters.',
    unintelligible: 'The exception holds only while the data are unreadable and the key is secret. If that changes, decide anew.',
  },
  moreSteps: (count) => `And ${count} further steps; they stand in the assessment of the case.`,
  traceHead: ['', 'Examined', 'Source'],
  lateBy: (hours) => (hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`),
  delayAsks: {
    days: ['What held it up, and from when on was that mended?'],
    week: ['What happened on each day between awareness and notice?', 'Why was no incomplete first notice possible?'],
    month: ['Who knew of it when, and why was it not notified?', 'What has been changed so that it does not happen again?'],
  },
  law: {
    'no-breach': 'Art. 4(12) and Art. 33(5) GDPR. The case stays documented.',
    'not-notifying':
      'Art. 33(1) GDPR: the notice falls away only where a risk is unlikely. The reasons belong to the documentation (Art. 33(5), Art. 5(2) GDPR).',
    'not-informing':
      'Art. 34(1) GDPR: persons are informed where a high risk is likely. The reasons belong to the documentation (Art. 33(5), Art. 5(2) GDPR). The supervisory authority may decide otherwise (Art. 34(4) GDPR).',
    exception: 'Art. 34(3) GDPR. The supervisory authority may decide otherwise (Art. 34(4) GDPR).',
    secrecy: '§ 29(1), third and fourth sentences, BDSG. The supervisory authority may decide otherwise (Art. 34(4) GDPR).',
    delay: 'Art. 33(1), second sentence GDPR: a later notice is accompanied by reasons.',
  },
  notice: {
    title: 'Notice of a personal data breach',
    intro: (controller, processor) =>
      `To ${controller}: we, ${processor}, process data on your behalf. There has been an incident, of which we notify you under Art. 33(2) GDPR.`,
    noTest:
      'Whether you have to notify or to inform is yours to examine and decide as the controller. Your time runs from your awareness.',
    headings: {
      nature: 'What is known so far',
      data: 'Your data',
      contact: 'Contact point',
      consequences: 'Likely consequences',
      measures: 'Measures',
      open: 'Still open',
      terms: 'From the contract',
    },
    later: 'to follow',
    labels: {
      case: 'Our reference',
      told: 'State of this notice',
      persons: 'Categories and approximate number of persons concerned',
      records: 'Categories and approximate number of records',
      incident: 'Kind of incident',
      hours: 'Agreed time',
      confidentiality: 'Confidentiality',
      dataSet: 'Data set',
    },
    hours: (hours) => `${hours} hours`,
    followUp: 'We will tell you what is still missing as soon as we know it.',
    states: {
      open: 'not told yet',
      sent: 'told',
      'no-address': 'no address: please find one',
      'no-duty': 'this controller is not recorded in the case',
      ended: 'ended, see the case',
    },
    columns: ['Id', 'Controller', 'Contact', 'Agreed hours', 'At the latest', 'State', 'Proof', 'File'],
  },
  request: {
    title: 'Request for information on an incident with personal data',
    intro: (processor, controller, until) =>
      `To ${processor}: you process data on behalf of ${controller}. Please answer the following questions by ${until}. What you do not know yet may follow; please do not hold back the rest for it.`,
    asks: [
      'What happened, when did it begin and end, and when did you notice it?',
      'Which of our data are concerned: which kinds, of which groups of persons, about how many persons and how many records?',
      'Were data read, copied, changed or deleted, and what proves it?',
      'Which logs are there, for which span of time, and who secured them when?',
      'Which consequences do you consider likely?',
      'What have you done, what do you plan, and by when?',
      'Are further processors involved, and which?',
      'Whom can we reach at your house with questions, also in the evening and at weekends?',
    ],
    why: 'You assist us in this under Art. 28(3)(f) and Art. 33(2) GDPR.',
  },
  plan: {
    title: 'Public communication: reasons and channels',
    reasons: 'Why not everybody is written to',
    noReasons: 'The reasons are missing. Without them a public communication does not hold.',
    law: 'Art. 34(3)(c) GDPR: only where the effort would be disproportionate, and the persons must be informed in an equally effective manner.',
    channels: 'Channels',
    noChannels: 'No channel is named yet. A page that nobody finds is not enough.',
    head: ['Channel', 'From', 'Until', 'Proof'],
    reach: (individually, unreachable) =>
      `Can be reached one by one, by the list: ${individually}. Without a valid address: ${unreachable}.`,
    evidence: 'As proof, the date and an image of each publication belong into the file.',
  },
};

export const paperWords: Readonly<Record<Lang, PaperWords>> = { de, en };
