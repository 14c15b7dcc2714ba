// What is to be known of single authorities: for whom they are there, what stands in the way of a notice, and what proves that it arrived.
import type { Text } from '../law/sources.ts';

/** As the events keep it. */
export type Proof = 'file-number' | 'mail-with-code' | 'pdf-receipt' | 'confirmation' | 'own-copy' | 'postal';

export type AuthorityAdvice = {
  /** For whom it is there, where its kind does not say so. */
  readonly concerns?: Text;
  /** What makes notices fail there. */
  readonly traps?: readonly Text[];
  /** What this authority gives as proof; absent where we do not know: then the own copy has to do. */
  readonly proof?: readonly Proof[];
};

const text = (de: string, en: string): Text => ({ de, en });
const privateOnly = text('Nur nicht öffentliche Stellen', 'Private bodies only');
const publicOnly = text('Nur öffentliche Stellen', 'Public bodies only');
const notDataProtection = text(
  'Keine Datenschutzaufsicht; eine Meldung dort ersetzt Art. 33 DSGVO nicht.',
  'No data protection authority; a report there does not replace Art. 33 GDPR.',
);

export const ADVICE: Readonly<Partial<Record<string, AuthorityAdvice>>> = {
  'de-bfdi': {
    concerns: text(
      'Öffentliche Stellen des Bundes, gemeinsame Einrichtungen (Jobcenter), Sozialversicherungsträger unter Aufsicht des Bundes, Telekommunikation und Post',
      'Federal public bodies, joint job centres, social insurance carriers under federal supervision, telecoms and post',
    ),
    traps: [
      text(
        'Bei gemischten Vorfällen der Telekommunikation genügt nach Angabe der Behörde die Meldung nach § 169 TKG.',
        'For mixed telecoms incidents the authority says the notice under § 169 TKG is enough.',
      ),
    ],
  },
  'de-by-lda': {
    concerns: privateOnly,
    traps: [
      text(
        'Nicht mit dem BayLfD verwechseln: der ist für öffentliche Stellen da.',
        'Not to be mixed up with the BayLfD, which is there for public bodies.',
      ),
      text(
        'Die ID nach dem Absenden hat einen Zeitstempel, ist aber noch kein Aktenzeichen.',
        'The ID after sending has a time stamp but is no file number yet.',
      ),
    ],
    proof: ['confirmation'],
  },
  'de-by-lfd': {
    concerns: publicOnly,
    traps: [
      text(
        'Es gibt keine eigene Bestätigung: Drucken Sie die Seite, bevor Sie sie schließen.',
        'There is no receipt of its own: print the page before you close it.',
      ),
      text(
        'Um einen Fehler zu berichtigen, ist die ganze Meldung noch einmal zu senden.',
        'To put a mistake right, the whole notice has to be sent again.',
      ),
    ],
    proof: ['own-copy'],
  },
  'de-be': {
    traps: [
      text(
        'Jeder Verantwortliche meldet selbst, auch wenn der Fehler bei einem gemeinsamen Auftragsverarbeiter lag.',
        'Each controller files its own notice, even where the fault lay with one processor of all.',
      ),
    ],
  },
  'de-hh': {
    traps: [
      text(
        'Meldet sich die Behörde nicht, gilt der Vorgang dort als abgeschlossen.',
        'Where the authority does not answer, it regards the case as closed.',
      ),
    ],
    proof: ['pdf-receipt'],
  },
  'de-he': {
    traps: [
      text(
        'Den Upload-Link anzufordern wahrt die Frist nicht; erst das Hochladen des ausgefüllten Formulars wahrt sie.',
        'Asking for the upload link does not keep the deadline; only the upload of the filled form does.',
      ),
      text(
        'Für jede Meldung das aktuelle Formular neu laden und ein neues Dokument anlegen.',
        'Take the current form and a new document for each notice.',
      ),
    ],
  },
  'de-ni': {
    traps: [
      text(
        'Ein Auftragsverarbeiter darf nur mit Vollmacht für den Verantwortlichen melden.',
        'A processor may notify for the controller only when authorised.',
      ),
    ],
  },
  'de-nw': {
    traps: [
      text(
        'Wer im Formular „kein oder nur geringes Risiko“ wählt, dessen Meldung wird nicht übermittelt.',
        'Where “no or only low risk” is chosen in the form, the notice is not transmitted.',
      ),
      text(
        'Nach 30 Minuten ohne Eingabe endet die Sitzung: Halten Sie die Texte bereit.',
        'After 30 idle minutes the session ends: have the texts ready.',
      ),
      text(
        'Nur das PDF, das ein Aktenzeichen zeigt, beweist den Eingang.',
        'Only the PDF that shows a file number proves receipt.',
      ),
    ],
    proof: ['file-number'],
  },
  'de-rp': {
    traps: [
      text(
        'Eine Folgemeldung braucht die ID der ersten Meldung; für sie kommt keine eigene Bestätigung.',
        'A follow-up needs the ID of the first notice; no separate confirmation is sent for it.',
      ),
      text(
        'In einer vorläufigen Meldung dürfen Pflichtfelder leer bleiben.',
        'A provisional notice may leave mandatory fields empty.',
      ),
    ],
    proof: ['confirmation', 'own-copy'],
  },
  'de-sl': {
    traps: [
      text(
        'Die Seite warnt vor Bußgeld bei unvollständiger, verspäteter oder fehlender Meldung; gestuft melden ist erlaubt.',
        'The page warns of fines for incomplete, late or missing notices; notifying in stages is allowed.',
      ),
    ],
  },
  'de-sn': {
    traps: [
      text(
        'Brief oder E-Mail gehen auch, dann mit allen Pflichtangaben.',
        'Letter or e-mail will do too, with all mandatory details.',
      ),
    ],
  },
  'de-ekd': {
    concerns: text(
      'EKD, die meisten Gliedkirchen und die Diakonie, soweit sie keine eigenen Beauftragten haben',
      'EKD, most member churches and Diakonie, where they have no commissioner of their own',
    ),
  },
  'de-dsbkd': {
    concerns: text(
      'Gliedkirchen und Diakonie in Ostdeutschland mit eigenem Beauftragten',
      'Member churches and Diakonie in eastern Germany with a commissioner of their own',
    ),
    traps: [text('Kein Web-Formular: Es gibt Word-Vorlagen.', 'No web form: there are Word templates.')],
  },
  'de-kdsz-by': { concerns: text('Katholische Diözesen in Bayern', 'Catholic dioceses in Bavaria') },
  'de-kdsz-do': { concerns: text('Katholische Diözesen in Nordrhein-Westfalen', 'Catholic dioceses in North Rhine-Westphalia') },
  'de-kdsz-ffm': {
    concerns: text(
      'Katholische Diözesen in der Mitte und im Südwesten',
      'Catholic dioceses in central and south-western Germany',
    ),
  },
  'de-kdsa-nord': {
    concerns: text('Hamburg, Hildesheim, Osnabrück, Offizialat Vechta', 'Hamburg, Hildesheim, Osnabrück, Officialate Vechta'),
  },
  'de-kdsa-ost': {
    concerns: text('Ostdeutsche Bistümer, Katholischer Militärbischof', 'Eastern German dioceses, Catholic military bishop'),
  },
  'de-dsa-ak': { concerns: text('Katholisches Bistum der Alt-Katholiken', 'Old Catholic diocese') },
  'de-rundfunk': {
    concerns: text(
      'Gemeinsame Stelle mehrerer öffentlich-rechtlicher Anstalten; welche dazugehören, bitte dort prüfen',
      'Joint office of several public broadcasters; check there which belong to it',
    ),
  },
  'de-dw': { concerns: text('Deutsche Welle', 'Deutsche Welle') },
  'de-ndr': { concerns: text('Norddeutscher Rundfunk', 'Norddeutscher Rundfunk') },
  'de-rb': { concerns: text('Radio Bremen', 'Radio Bremen') },
  'de-blm': { concerns: text('Private Rundfunkanbieter in Bayern', 'Private broadcasters in Bavaria') },
  'de-bnetza': {
    concerns: text('Zweiter Empfänger der Meldungen nach § 169 TKG', 'Second addressee of notices under § 169 TKG'),
    traps: [notDataProtection],
  },
  'de-bsi': { concerns: text('Meldungen nach § 32 BSIG (NIS-2)', 'Reports under § 32 BSIG (NIS 2)'), traps: [notDataProtection] },
  'at-dsb': {
    traps: [
      text(
        'Online oder PDF, auch E-Mail und Brief. Bleibt Art. 34 unbeachtet, erlässt die Behörde einen Leistungsauftrag.',
        'Online or PDF, e-mail and letter too. Where Art. 34 is not obeyed, the authority issues an order.',
      ),
    ],
  },
  'be-apd': {
    traps: [
      text(
        'Nur die E-Mail mit dem eindeutigen Code beweist den Eingang; Formulare per E-Mail werden nicht bearbeitet.',
        'Only the e-mail with the unique code proves receipt; forms sent by e-mail are not processed.',
      ),
      text(
        'Nur in einer Landessprache; technische Anlagen dürfen englisch sein.',
        'Only in a national language; technical annexes may be English.',
      ),
      text(
        'Flämische öffentliche Stellen melden der VTC, die Polizei dem COC.',
        'Flemish public bodies notify the VTC, the police the COC.',
      ),
    ],
    proof: ['mail-with-code'],
  },
  'dk-dt': {
    traps: [
      text(
        'Keine Daten der betroffenen Personen in die Meldung schreiben. Die Anmeldung läuft über Virk.dk.',
        'Put no data of the persons concerned into the notice. Sign in through Virk.dk.',
      ),
    ],
  },
  'fr-cnil': {
    traps: [
      text(
        'Zwei Stufen: erst die Meldung, dann die Ergänzung, wenn möglich binnen 72 Stunden nach der ersten.',
        'Two stages: the notice, then the supplement, if possible within 72 hours after the first.',
      ),
      text('Die Zusammenfassung kann auch der eigenen Dokumentation dienen.', 'The summary can serve as your own record too.'),
    ],
    proof: ['pdf-receipt'],
  },
  'ie-dpc': {
    traps: [
      text(
        'Auch wer kein Risiko sieht, hält fest, wie, durch wen und mit welcher Einstufung das entschieden wurde.',
        'Whoever sees no risk still records how, by whom and with which rating that was decided.',
      ),
    ],
  },
  'mt-idpc': { concerns: text('Öffentliche und private Stellen', 'Public and private bodies') },
  'se-imy': {
    traps: [
      text(
        'Kann später ergänzt werden; nach dem Absenden lässt sich eine Kopie laden.',
        'Can be completed later; a copy can be downloaded after sending.',
      ),
    ],
    proof: ['own-copy'],
  },
  'no-dt': {
    traps: [
      text(
        'Altinn-Rolle und elektronische Kennung braucht man vorher.',
        'An Altinn role and electronic identity are needed beforehand.',
      ),
      text(
        'Schon in der ersten Meldung sagen, dass gestuft gemeldet wird.',
        'Say in the first notice that you notify in stages.',
      ),
    ],
  },
  'lt-zeit': { concerns: text('Journalistische Verarbeitung in Litauen', 'Journalistic processing in Lithuania') },
  'es-apdcat': { concerns: text('Öffentlicher Sektor Kataloniens', 'Public sector of Catalonia') },
  'es-avpd': { concerns: text('Öffentlicher Sektor des Baskenlands', 'Public sector of the Basque Country') },
  'es-ctpda': { concerns: text('Öffentlicher Sektor Andalusiens', 'Public sector of Andalusia') },
  'eu-edps': { concerns: text('Organe und Einrichtungen der EU', 'Institutions and bodies of the EU') },
  'uk-ico': {
    traps: [
      text(
        'Das Formular lässt sich nicht zwischenspeichern: Halten Sie die Texte bereit.',
        'The form cannot be saved half-way: have the texts ready.',
      ),
      text('Die betroffenen Daten selbst nicht eintragen.', 'Do not enter the breached personal data.'),
    ],
    proof: ['confirmation'],
  },
  'ch-edoeb': {
    traps: [
      text(
        'Meldung nur bei hohem Risiko, „so rasch als möglich“, ohne Stundenfrist.',
        'Notice only at high risk, as soon as possible, no hours.',
      ),
      text(
        'Meldungen können nach dem Öffentlichkeitsgesetz bekannt werden.',
        'Notices can become public under the transparency act.',
      ),
    ],
  },
  'be-vtc': { concerns: text('Flämische öffentliche Stellen', 'Flemish public bodies') },
  'be-coc': { concerns: text('Belgische Polizei', 'Belgian police') },
};
