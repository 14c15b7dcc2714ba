import type { AskedWrongly } from './noticeOrders.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

type Words = {
  readonly help: string;
  readonly recorded: string;
  readonly nothingNew: string;
  readonly busy: string;
  readonly wrong: Readonly<Record<AskedWrongly['wrong'], (about: string) => string>>;
  readonly needsNow: string;
  readonly forComplete: string;
  readonly nothingMissing: string;
  readonly proposal: string;
  readonly takes: Readonly<Record<'text' | 'moment' | 'number', string>>;
  readonly listed: (count: number, withoutContact: number) => string;
  readonly listEmpty: string;
  readonly listUntouched: string;
  readonly contactTask: string;
};

/** What `fristwacht notice next|set|…` says. */
export const noticeEntryWords: Readonly<Record<CommandLineLanguage, Words>> = {
  de: {
    help: `fristwacht notice … DP-2026-0001

  next         zeigt, was der Meldung fehlt, mit Feldnamen und Vorschlägen
  set          FELD=WERT … trägt Angaben ein; --answers DATEI liest sie aus YAML oder JSON („-“: von der Eingabe)
               --open FELD,FELD --owner WER --until ZEIT: steht noch nicht fest; es wird eine Aufgabe
  group        GRUPPE --kind exact|approximate|not-determinable|to-be-determined|not-concerned --count ZAHL --detail TEXT
  measure      NUMMER --against RISIKO --effect WIRKUNG
  sent         --at ZEIT --means WEG --reference AKTENZEICHEN oder --proof ART --proof-text WO; dazu --to, --missing WAS, --kind ART,
               --reasons-for-delay TEXT. Mit --customer KENNUNG: an einen Verantwortlichen, für den Sie verarbeiten
  told         --at ZEIT --with NAME --note TEXT: telefonisch vorab
  reference    AKTENZEICHEN --at ZEIT
  question     --text FRAGE --received ZEIT --due ZEIT --owner WER
  answer       NUMMER --at ZEIT --means WEG --proof-text NACHWEIS
  controllers  zeigt, wem Sie als Auftragsverarbeiter Bescheid schulden, mit Frist, Stand und Nachweis
               --list DATEI liest eine CSV ein (kennung;name;kontakt;stunden;vertraulichkeit), --like DATENBESTAND übernimmt dessen Antworten,
               --owner WER --until ZEIT: wer fehlende Kontakte klärt

Gibt es mehrere Behörden oder Verantwortliche: --authority, --controller. Zeiten wie „23.11.2026 17:40“ oder „jetzt“, in der Zeitzone der Konfiguration.
Eingetragen wird unter dem Namen Ihres Kontos auf diesem Rechner. Abgesandt wird nichts.
Rückgabewert: 0 erledigt oder nichts Neues, 1 nicht möglich, 2 falsch aufgerufen.
`,
    recorded: 'Festgehalten.\n',
    nothingNew: 'Das steht schon so im Vorgang. Es wurde nichts geändert.\n',
    busy: 'Jemand anderes schreibt gerade in diesen Vorgang. Bitte versuchen Sie es noch einmal.\n',
    wrong: {
      missing: (about) => `Es fehlt: ${about}\n`,
      moment: (about) => `Die Zeit bei ${about} lässt sich nicht lesen. Schreiben Sie zum Beispiel „23.11.2026 17:40“.\n`,
      field: (about) => `Ein Feld „${about}“ gibt es nicht. „fristwacht notice next“ nennt die Felder.\n`,
      value: (about) => `Dieser Wert passt nicht: ${about}\n`,
      unknown: (about) => `Mit „${about}“ kann ich nichts anfangen. --help erklärt die Angaben.\n`,
      whichDuty: (about) =>
        about === '' ? 'Dazu gibt es in diesem Vorgang keine Pflicht.\n' : `Welche Pflicht ist gemeint?\n${about}\n`,
      whichMeasure: (about) =>
        about === '' ? 'In diesem Vorgang ist noch keine Maßnahme geplant.\n' : `Welche Maßnahme ist gemeint?\n${about}\n`,
      whichQuestion: (about) =>
        about === '' ? 'Die Behörde hat in diesem Vorgang noch nichts gefragt.\n' : `Welche Rückfrage ist gemeint?\n${about}\n`,
    },
    needsNow: 'Das braucht diese Meldung:',
    forComplete: 'Das fehlt noch, bis alles vollständig ist:',
    nothingMissing: 'Es fehlt nichts mehr.\n',
    proposal: 'Vorschlag',
    takes: { text: 'Text', moment: 'Zeit', number: 'Zahl' },
    listed: (count, withoutContact) =>
      `In der Liste: ${count}. Ohne Kontakt: ${withoutContact}${withoutContact === 0 ? '' : '; dazu ist je eine Aufgabe offen'}.\n`,
    listEmpty: 'In der Liste steht niemand. Die erste Zeile nennt die Spalten: kennung;name;kontakt;stunden;vertraulichkeit\n',
    listUntouched: 'Es wurde nichts eingelesen. Beheben Sie diese Zeilen und lesen Sie die Liste noch einmal ein.\n',
    contactTask: 'Kontakt klären:',
  },
  en: {
    help: `fristwacht notice … DP-2026-0001

  next         shows what the notice lacks, with the names of the fields and proposals
  set          FIELD=VALUE … enters what is known; --answers FILE reads it from YAML or JSON (“-”: from the input)
               --open FIELD,FIELD --owner WHO --until TIME: still to be determined; it becomes a task
  group        GROUP --kind exact|approximate|not-determinable|to-be-determined|not-concerned --count NUMBER --detail TEXT
  measure      NUMBER --against RISK --effect EFFECT
  sent         --at TIME --means MEANS --reference NUMBER, or --proof KIND --proof-text WHERE; also --to, --missing WHAT, --kind KIND,
               --reasons-for-delay TEXT. With --customer ID: to a controller you process for
  told         --at TIME --with NAME --note TEXT: by telephone in advance
  reference    NUMBER --at TIME
  question     --text QUESTION --received TIME --due TIME --owner WHO
  answer       NUMBER --at TIME --means MEANS --proof-text PROOF
  controllers  shows whom you owe word as a processor, with last moment, state and proof
               --list FILE reads a CSV (id;name;contact;hours;confidentiality), --like DATA takes over the answers of that data set,
               --owner WHO --until TIME: who finds missing contacts

Where there are several authorities or controllers: --authority, --controller. Times as “2026-11-23 17:40” or “now”, in the configured time zone.
It is recorded under the name of your account on this machine. Nothing is sent.
Exit code: 0 done or nothing new, 1 not possible, 2 asked wrongly.
`,
    recorded: 'Recorded.\n',
    nothingNew: 'The case says so already. Nothing was changed.\n',
    busy: 'Somebody else is writing into this case just now. Please try again.\n',
    wrong: {
      missing: (about) => `Missing: ${about}\n`,
      moment: (about) => `The time at ${about} cannot be read. Write, for example, “2026-11-23 17:40”.\n`,
      field: (about) => `There is no field “${about}”. “fristwacht notice next” names the fields.\n`,
      value: (about) => `This value does not fit: ${about}\n`,
      unknown: (about) => `“${about}” means nothing to me. --help explains what can be said.\n`,
      whichDuty: (about) => (about === '' ? 'This case has no such duty.\n' : `Which duty is meant?\n${about}\n`),
      whichMeasure: (about) =>
        about === '' ? 'No measure is planned in this case yet.\n' : `Which measure is meant?\n${about}\n`,
      whichQuestion: (about) =>
        about === '' ? 'The authority has not asked anything in this case yet.\n' : `Which question is meant?\n${about}\n`,
    },
    needsNow: 'This notice needs:',
    forComplete: 'Missing until everything is complete:',
    nothingMissing: 'Nothing is missing any more.\n',
    proposal: 'proposal',
    takes: { text: 'text', moment: 'time', number: 'number' },
    listed: (count, withoutContact) =>
      `On the list: ${count}. Without contact: ${withoutContact}${withoutContact === 0 ? '' : '; each has an open task'}.\n`,
    listEmpty: 'Nobody is on the list. The first line names the columns: id;name;contact;hours;confidentiality\n',
    listUntouched: 'Nothing was taken in. Mend these lines and read the list again.\n',
    contactTask: 'Find out the contact:',
  },
};
