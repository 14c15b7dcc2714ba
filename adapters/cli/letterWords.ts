import type { Blemish, RequiredPart } from '../../src/notices/persons/letterFindings.ts';
import type { ListFault } from '../../src/notices/controllers/controllerList.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

interface LetterCommandWords {
  readonly help: string;
  readonly wrong: (value: string) => string;
  readonly configurationFaulty: (file: string) => string;
  readonly textsFaulty: (file: string, place: string) => string;
  readonly noSuchCase: (number: string) => string;
  readonly isThere: (folder: string) => string;
  readonly written: (folder: string, count: number) => string;
  readonly nothing: string;
  readonly missing: Readonly<Record<RequiredPart, string>>;
  readonly blemishes: Readonly<Record<Blemish, string>>;
  readonly readability: (version: string, scores: string) => string;
  readonly faults: Readonly<Record<ListFault['fault'], (line: number) => string>>;
  readonly unreachable: (count: number) => string;
  readonly remember: string;
}

/** What `fristwacht letter` says. */
export const letterCommandWords: Readonly<Record<CommandLineLanguage, LetterCommandWords>> = {
  de: {
    help: `fristwacht letter persons|papers|controllers|processor DP-2026-0007 [--out ORDNER] …

Schreibt Entwürfe zu einem Vorgang als DOCX und PDF in einen neuen Ordner. Der Zugriff wird im Register festgehalten.
  persons      Benachrichtigung der betroffenen Personen: Deutsch, Englisch, einfache Sprache; dazu ein Text für die Öffentlichkeit
    --data         Arten der Daten, zum Beispiel password,bank (möglich: siehe unten)
    --recipients   Liste als CSV (salutation;street;postcode;town;email): daraus entsteht die Liste für den Serienbrief
    --texts        geänderte Texte: die Datei texts.yaml eines früheren Laufs, von Ihnen bearbeitet. Geprüft wird dann Ihr Text.
  papers       je ein Blatt zu jeder Entscheidung und jeder verspäteten Meldung, mit dem Weg der Prüfung
  controllers  als Auftragsverarbeiter: eine Mitteilung je Verantwortlichem, dazu eine Übersicht mit Frist, Stand und Nachweis
    --list         Liste als CSV (id;name;contact;hours;confidentiality); ohne sie gilt die Konfiguration
  processor    als Verantwortlicher: Bitte um Auskunft an den Auftragsverarbeiter
    --to NAME --until ZEIT   zum Beispiel 2026-11-25T12:00:00+01:00. Die Erinnerung legen Sie im Vorgang als Maßnahme an.
Rückgabewert: 0 geschrieben, 1 nicht möglich, 2 falsch aufgerufen.
`,
    wrong: (value) => `Mit „${value}“ kann ich nichts anfangen. „fristwacht letter --help“ erklärt die Angaben.\n`,
    configurationFaulty: (file) => `In ${file} stimmt etwas nicht; „fristwacht start“ sagt, was. Es wurde nichts geschrieben.\n`,
    textsFaulty: (file, place) =>
      `In ${file} lässt sich nicht alles lesen${place === '' ? '' : `: ${place}`}. Es wurde nichts geschrieben.\n`,
    noSuchCase: (number) => `Einen Vorgang ${number} gibt es hier nicht, oder er ist nicht lesbar.\n`,
    isThere: (folder) => `Den Ordner ${folder} gibt es schon. Es wurde nichts überschrieben.\n`,
    written: (folder, count) => `Geschrieben nach ${folder}: ${count} Dateien.\n`,
    nothing: 'Dazu gibt es in diesem Vorgang nichts zu schreiben.\n',
    missing: {
      nature: 'was passiert ist',
      contact: 'eine Ansprechstelle mit Telefon oder E-Mail',
      consequences: 'die wahrscheinlichen Folgen',
      measures: 'die Maßnahmen',
      advice: 'was die Menschen selbst tun können',
    },
    blemishes: {
      'legal-words': 'Wörter aus dem Recht',
      advertising: 'klingt nach Werbung',
      numbers: 'Zahlen, die nicht nötig sind',
      'playing-down': 'spielt herunter',
      'claims-all-told': 'behauptet, dass alle angeschrieben sind',
      'hard-to-read': 'schwer zu lesen',
    },
    readability: (version, scores) => `${version}: Lesbarkeit ${scores}\n`,
    faults: {
      'id-missing': (line) =>
        `Zeile ${line}: Die Kennung fehlt oder enthält anderes als Kleinbuchstaben, Ziffern und Bindestriche.\n`,
      hours: (line) => `Zeile ${line}: Die Stunden sind keine ganze Zahl von 1 bis 999.\n`,
      repeated: (line) => `Zeile ${line}: Diese Kennung kommt schon vor.\n`,
    },
    unreachable: (count) => `Ohne gültige Anschrift: ${count}. Für sie ist eine öffentliche Bekanntmachung zu prüfen.\n`,
    remember:
      'Das sind Entwürfe. Prüfen Sie sie, bevor etwas das Haus verlässt, und halten Sie danach im Vorgang fest, was abging.\n',
  },
  en: {
    help: `fristwacht letter persons|papers|controllers|processor DP-2026-0007 [--out FOLDER] …

Writes drafts for one case as DOCX and PDF into a new folder. The look is recorded in the register.
  persons      communication to the persons concerned: German, English, easy German; and a text for the public
    --data         kinds of data, for example password,bank (possible: see below)
    --recipients   list as CSV (salutation;street;postcode;town;email): the list for the mail merge is made of it
    --texts        edited texts: the file texts.yaml of an earlier run, changed by you. The checks then run on your text.
  papers       one sheet for each decision and each late notice, with how it was examined
  controllers  as processor: one notice for each controller, and an overview with time, state and proof
    --list         list as CSV (id;name;contact;hours;confidentiality); without it the configuration counts
  processor    as controller: request for information to the processor
    --to NAME --until TIME   for example 2026-11-25T12:00:00+01:00. Plan the reminder in the case, as a measure.
Exit code: 0 written, 1 not possible, 2 asked wrongly.
`,
    wrong: (value) => `I can make nothing of “${value}”. “fristwacht letter --help” explains the options.\n`,
    configurationFaulty: (file) => `Something in ${file} is wrong; “fristwacht start” says what. Nothing was written.\n`,
    textsFaulty: (file, place) => `Not all of ${file} can be read${place === '' ? '' : `: ${place}`}. Nothing was written.\n`,
    noSuchCase: (number) => `There is no case ${number} here, or it cannot be read.\n`,
    isThere: (folder) => `The folder ${folder} is there already. Nothing was written over.\n`,
    written: (folder, count) => `Written to ${folder}: ${count} files.\n`,
    nothing: 'There is nothing of that to write in this case.\n',
    missing: {
      nature: 'what happened',
      contact: 'a contact point with telephone or e-mail',
      consequences: 'the likely consequences',
      measures: 'the measures',
      advice: 'what people can do themselves',
    },
    blemishes: {
      'legal-words': 'words of lawyers',
      advertising: 'sounds like advertising',
      numbers: 'numbers that are not needed',
      'playing-down': 'plays down',
      'claims-all-told': 'claims that everybody was written to',
      'hard-to-read': 'hard to read',
    },
    readability: (version, scores) => `${version}: readability ${scores}\n`,
    faults: {
      'id-missing': (line) => `Line ${line}: the id is missing, or holds more than small letters, digits and hyphens.\n`,
      hours: (line) => `Line ${line}: the hours are no whole number from 1 to 999.\n`,
      repeated: (line) => `Line ${line}: this id was there before.\n`,
    },
    unreachable: (count) => `Without a valid address: ${count}. Consider a public communication for them.\n`,
    remember: 'These are drafts. Check them before anything leaves the house, and then record in the case what was sent.\n',
  },
};
