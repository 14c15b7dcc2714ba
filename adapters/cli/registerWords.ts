import type { CommandLineLanguage } from './preferredLanguage.ts';

interface RegisterWords {
  readonly backupHelp: string;
  readonly restoreHelp: string;
  readonly rotateHelp: string;
  readonly folderMissing: string;
  readonly unknownOption: (option: string) => string;
  readonly embeddedOnly: (command: string) => string;
  readonly unavailable: string;
  readonly unusable: (path: string, code: string) => string;
  readonly backedUp: (folder: string) => string;
  readonly restored: (file: string, cases: number) => string;
  readonly unreadable: (numbers: readonly string[]) => string;
  readonly drillIntoReal: (folder: string) => string;
  readonly noRegister: (file: string) => string;
  readonly newKeyMissing: string;
  readonly sameKey: string;
  readonly foreignKey: (place: string) => string;
  readonly rotated: (changed: number, already: number) => string;
  readonly unopened: (count: number) => string;
  readonly keyPlaced: (file: string, old: string) => string;
  readonly useNewKey: string;
  readonly destroyOld: string;
}

/** What `backup`, `restore` and `rotate-key` say. Nothing of a case is ever among it but its number. */
export const registerWords: Readonly<Record<CommandLineLanguage, RegisterWords>> = {
  de: {
    backupHelp: `fristwacht backup ORDNER

Sichert das Register in einen neuen Ordner. Fristwacht darf dabei laufen.
Einträge und Schlüssel liegen danach in getrennten Unterordnern; der Hauptschlüssel ist nicht dabei.
  FRISTWACHT_DATA der Ordner des Registers, sonst ./data
`,
    restoreHelp: `fristwacht restore ORDNER

Prüft eine Sicherung und spielt sie in einen Ordner ein, in dem noch kein Register liegt.
  FRISTWACHT_DATA             der Ordner, in dem das Register dann liegt, sonst ./data
  FRISTWACHT_MASTER_KEY       der Hauptschlüssel der Sicherung
  FRISTWACHT_MASTER_KEY_FILE  oder die Datei, in der er steht
Ohne beide liegt der Hauptschlüssel als register.masterkey in diesem Ordner.
`,
    rotateHelp: `fristwacht rotate-key

Wechselt den Hauptschlüssel. Beenden Sie Fristwacht vorher. Ein abgebrochener Wechsel wird mit demselben Aufruf zu Ende gebracht.
  FRISTWACHT_DATA                 der Ordner des Registers, sonst ./data
  FRISTWACHT_MASTER_KEY           der bisherige Hauptschlüssel
  FRISTWACHT_MASTER_KEY_FILE      oder die Datei, in der er steht
  FRISTWACHT_NEW_MASTER_KEY       der neue Hauptschlüssel
  FRISTWACHT_NEW_MASTER_KEY_FILE  oder die Datei, in der er steht
  MONGODB_URI                     das Register in MongoDB statt im Ordner
Liegt der bisherige neben dem Register, so entsteht dort ohne weitere Angabe ein neuer.
`,
    folderMissing: 'Nennen Sie den Ordner der Sicherung.\n',
    unknownOption: (option) => `Die Angabe „${option}“ kenne ich hier nicht.\n`,
    embeddedOnly: (command) =>
      `MONGODB_URI ist gesetzt. „fristwacht ${command}“ gilt für das Register in einer Datei; eine MongoDB sichern Sie mit deren eigenen Werkzeugen.\n`,
    unavailable: 'Das Register antwortet nicht: Ein anderes Programm belegt es. Versuchen Sie es noch einmal.\n',
    unusable: (path, code) => `${path} lässt sich nicht benutzen (${code}). Prüfen Sie die Rechte und den freien Platz.\n`,
    backedUp: (folder) =>
      `Die Sicherung liegt in ${folder}: die Einträge in register/, die Schlüssel in keys/. Bewahren Sie beide getrennt auf, und den Hauptschlüssel an einem dritten Ort: Ohne ihn ist die Sicherung nicht zu öffnen.\n`,
    restored: (file, cases) => `Das Register liegt wieder in ${file}. Die Kette ist geprüft; Vorgänge: ${cases}.\n`,
    unreadable: (numbers) => `Diese Vorgänge lassen sich nicht lesen: ${numbers.join(', ')}.\n`,
    drillIntoReal: (folder) =>
      `Der Ordner ${folder} ist als Übung gekennzeichnet, die Sicherung ist es nicht. Nehmen Sie einen neuen Ordner; es wurde nichts verändert.\n`,
    noRegister: (file) => `Es gibt kein Register ${file}.\n`,
    newKeyMissing:
      'Nennen Sie den neuen Hauptschlüssel: FRISTWACHT_NEW_MASTER_KEY oder FRISTWACHT_NEW_MASTER_KEY_FILE. Ein neuer entsteht zum Beispiel so: openssl rand -base64 32\n',
    sameKey: 'Der neue Hauptschlüssel ist der bisherige. Es wurde nichts verändert.\n',
    foreignKey: (place) =>
      `Der bisherige Hauptschlüssel (${place}) gehört nicht zu diesem Register. Nehmen Sie den, unter dem es zuletzt lief.\n`,
    rotated: (changed, already) =>
      `Der Hauptschlüssel ist gewechselt. Schlüsselbunde umgestellt: ${changed}, schon vorher umgestellt: ${already}.\n`,
    unopened: (count) => `Diese Zahl von Schlüsseln war schon vorher nicht zu öffnen und ist es weiterhin nicht: ${count}.\n`,
    keyPlaced: (file, old) =>
      `Der neue Hauptschlüssel liegt in ${file}. Sichern Sie ihn getrennt vom Register. Der bisherige liegt in ${old}.\n`,
    useNewKey: 'Starten Sie Fristwacht ab jetzt mit dem neuen Hauptschlüssel.\n',
    destroyOld:
      'Vernichten Sie den bisherigen, sobald keine ältere Sicherung mehr gebraucht wird: Danach sind auch die dort noch enthaltenen Schlüssel gelöschter Texte wertlos.\n',
  },
  en: {
    backupHelp: `fristwacht backup FOLDER

Backs the register up into a new folder. Fristwacht may run meanwhile.
Entries and keys then lie in separate subfolders; the master key is not among them.
  FRISTWACHT_DATA the folder of the register, else ./data
`,
    restoreHelp: `fristwacht restore FOLDER

Checks a backup and restores it into a folder that holds no register yet.
  FRISTWACHT_DATA             the folder in which the register then lies, else ./data
  FRISTWACHT_MASTER_KEY       the master key of the backup
  FRISTWACHT_MASTER_KEY_FILE  or the file that holds it
Without either, the master key lies in that folder as register.masterkey.
`,
    rotateHelp: `fristwacht rotate-key

Changes the master key. End Fristwacht first. A change that was broken off is completed by the same call.
  FRISTWACHT_DATA                 the folder of the register, else ./data
  FRISTWACHT_MASTER_KEY           the present master key
  FRISTWACHT_MASTER_KEY_FILE      or the file that holds it
  FRISTWACHT_NEW_MASTER_KEY       the new master key
  FRISTWACHT_NEW_MASTER_KEY_FILE  or the file that holds it
  MONGODB_URI                     the register in MongoDB instead of the folder
Where the present one lies beside the register, a new one is made there without further ado.
`,
    folderMissing: 'Name the folder of the backup.\n',
    unknownOption: (option) => `There is no “${option}” here.\n`,
    embeddedOnly: (command) =>
      `MONGODB_URI is set. “fristwacht ${command}” is for the register in a file; back a MongoDB up with its own tools.\n`,
    unavailable: 'The register does not answer: another program keeps it busy. Please try again.\n',
    unusable: (path, code) => `${path} cannot be used (${code}). Check the permissions and the free space.\n`,
    backedUp: (folder) =>
      `The backup lies in ${folder}: the entries in register/, the keys in keys/. Keep the two apart, and the master key in a third place: without it the backup cannot be opened.\n`,
    restored: (file, cases) => `The register lies in ${file} again. The chain was checked; cases: ${cases}.\n`,
    unreadable: (numbers) => `These cases cannot be read: ${numbers.join(', ')}.\n`,
    drillIntoReal: (folder) =>
      `The folder ${folder} is marked as a drill, the backup is not. Use a new folder; nothing was changed.\n`,
    noRegister: (file) => `There is no register ${file}.\n`,
    newKeyMissing:
      'Name the new master key: FRISTWACHT_NEW_MASTER_KEY or FRISTWACHT_NEW_MASTER_KEY_FILE. To make one, for example: openssl rand -base64 32\n',
    sameKey: 'The new master key is the present one. Nothing was changed.\n',
    foreignKey: (place) => `The present master key (${place}) does not belong to this register. Use the one it last ran with.\n`,
    rotated: (changed, already) => `The master key is changed. Key rings changed over: ${changed}, changed before: ${already}.\n`,
    unopened: (count) => `So many keys could not be opened before and still cannot: ${count}.\n`,
    keyPlaced: (file, old) =>
      `The new master key lies in ${file}. Back it up apart from the register. The old one lies in ${old}.\n`,
    useNewKey: 'From now on start Fristwacht with the new master key.\n',
    destroyOld:
      'Destroy the old one as soon as no older backup is needed any more: then the keys of erased texts that still stand in those are worthless too.\n',
  },
};
