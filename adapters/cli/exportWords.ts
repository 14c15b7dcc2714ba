import { SEALED_FIELDS } from '../../src/register/sealedFields.ts';
import type { WrongOption } from './exportOptions.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

interface ExportWords {
  readonly help: string;
  readonly wrong: Readonly<Record<WrongOption['wrong'], (value: string) => string>>;
  readonly noSuchCase: (number: string) => string;
  readonly isThere: (file: string) => string;
  readonly tooManyRows: string;
  readonly configurationFaulty: (file: string) => string;
  readonly exported: (file: string, entries: number) => string;
  readonly lines: (file: string) => string;
  readonly check: (file: string, checker: string) => string;
  readonly leftOut: (fields: readonly string[]) => string;
  readonly unreadable: (numbers: readonly string[]) => string;
}

const fields = SEALED_FIELDS.join(', ');

/** What `export` says. Nothing of a case is ever among it but its number. */
export const exportWords: Readonly<Record<CommandLineLanguage, ExportWords>> = {
  de: {
    help: `fristwacht export [--case DP-2026-0007] [--from TAG] [--to TAG] [--format jsonl|json|csv|xlsx] [--leave-out FELD,…] [--out DATEI]

Schreibt das Register in eine Datei, die sich ohne Fristwacht prüfen lässt. Fristwacht darf dabei laufen.
Der Export wird im Register als Zugriff festgehalten, mit Ihrem Benutzernamen auf diesem Rechner.
  --case       nur dieser Vorgang
  --from --to  nur Vorgänge, die an diesen Tagen oder dazwischen gemeldet wurden (2026-03-27)
  --format     jsonl (so vorgegeben) und json zum Prüfen; csv und xlsx zum Lesen, daneben liegt die jsonl, aus der sie stammen
  --leave-out  diese Felder weglassen; alles bleibt prüfbar. „persons“ steht für alle Angaben, wer es war, „all“ für jeden Inhalt
               Felder: ${fields}
  --out        der Name der Datei; ohne ihn entsteht einer mit Datum im aktuellen Ordner. Überschrieben wird nichts.
  FRISTWACHT_DATA, MONGODB_URI, FRISTWACHT_MASTER_KEY, FRISTWACHT_MASTER_KEY_FILE  wie bei „start“
Rückgabewert: 0 exportiert, 1 nicht oder nicht jeder Vorgang lesbar, 2 falsch aufgerufen.
`,
    wrong: {
      option: (value) => `Mit „${value}“ kann ich nichts anfangen. „fristwacht export --help“ erklärt die Angaben.\n`,
      format: (value) => `Das Format „${value}“ gibt es nicht. Möglich sind jsonl, json, csv und xlsx.\n`,
      number: (value) => `„${value}“ ist keine Vorgangsnummer. Sie sieht so aus: DP-2026-0007.\n`,
      day: (value) => `„${value}“ ist kein Tag. Er sieht so aus: 2026-03-27.\n`,
      days: (value) => `Das Ende liegt vor dem Anfang: ${value}.\n`,
      scope: (value) => `Nennen Sie entweder einen Vorgang (${value}) oder einen Zeitraum.\n`,
      field: (value) => `Das Feld „${value}“ gibt es nicht. Möglich sind persons, all, ${fields}.\n`,
      name: (value) => `Der Name der Datei muss auf ${value} enden.\n`,
    },
    noSuchCase: (number) => `Einen Vorgang ${number} gibt es hier nicht.\n`,
    isThere: (file) => `Die Datei ${file} gibt es schon. Es wurde nichts überschrieben.\n`,
    tooManyRows:
      'Für eine Tabelle in Excel sind es zu viele Zeilen. Nehmen Sie --format csv, oder grenzen Sie den Zeitraum ein.\n',
    configurationFaulty: (file) => `In ${file} stimmt etwas nicht; „fristwacht start“ sagt, was. Es wurde nichts exportiert.\n`,
    exported: (file, entries) => `Exportiert nach ${file}. Einträge: ${entries}.\n`,
    lines: (file) => `Zum Prüfen liegt daneben: ${file}.\n`,
    check: (file, checker) => `Prüfen: fristwacht verify ${file}. Ohne Fristwacht: node ${checker} ${file}\n`,
    leftOut: (names) => `Weggelassen: ${names.join(', ')}.\n`,
    unreadable: (numbers) =>
      `Diese Vorgänge lassen sich nicht lesen; ihre Einträge stehen so im Export, wie sie sind: ${numbers.join(', ')}.\n`,
  },
  en: {
    help: `fristwacht export [--case DP-2026-0007] [--from DAY] [--to DAY] [--format jsonl|json|csv|xlsx] [--leave-out FIELD,…] [--out FILE]

Writes the register into a file that can be checked without Fristwacht. Fristwacht may run meanwhile.
The export is recorded in the register as a look, with your user name on this machine.
  --case       this case alone
  --from --to  only cases that were reported on these days or between them (2026-03-27)
  --format     jsonl (the default) and json for checking; csv and xlsx for reading, with the jsonl they come from beside them
  --leave-out  leave these fields out; everything stays checkable. “persons” stands for all that says who it was, “all” for all content
               Fields: ${fields}
  --out        the name of the file; without it, one with the date is made in the current folder. Nothing is written over.
  FRISTWACHT_DATA, MONGODB_URI, FRISTWACHT_MASTER_KEY, FRISTWACHT_MASTER_KEY_FILE  as for “start”
Exit code: 0 exported, 1 not, or not every case was readable, 2 asked wrongly.
`,
    wrong: {
      option: (value) => `I can make nothing of “${value}”. “fristwacht export --help” explains the options.\n`,
      format: (value) => `There is no format “${value}”. You can use jsonl, json, csv and xlsx.\n`,
      number: (value) => `“${value}” is no case number. It looks like this: DP-2026-0007.\n`,
      day: (value) => `“${value}” is no day. It looks like this: 2026-03-27.\n`,
      days: (value) => `The end lies before the beginning: ${value}.\n`,
      scope: (value) => `Name either a case (${value}) or a span of days.\n`,
      field: (value) => `There is no field “${value}”. You can use persons, all, ${fields}.\n`,
      name: (value) => `The name of the file must end in ${value}.\n`,
    },
    noSuchCase: (number) => `There is no case ${number} here.\n`,
    isThere: (file) => `The file ${file} is there already. Nothing was written over.\n`,
    tooManyRows: 'There are too many rows for a table in Excel. Use --format csv, or narrow the span of days.\n',
    configurationFaulty: (file) => `Something in ${file} is wrong; “fristwacht start” says what. Nothing was exported.\n`,
    exported: (file, entries) => `Exported to ${file}. Entries: ${entries}.\n`,
    lines: (file) => `Beside it, for checking: ${file}.\n`,
    check: (file, checker) => `To check: fristwacht verify ${file}. Without Fristwacht: node ${checker} ${file}\n`,
    leftOut: (names) => `Left out: ${names.join(', ')}.\n`,
    unreadable: (numbers) =>
      `These cases cannot be read; their entries stand in the export as they are: ${numbers.join(', ')}.\n`,
  },
};
