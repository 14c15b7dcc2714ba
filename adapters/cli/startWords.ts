import type { CommandLineLanguage } from './preferredLanguage.ts';

interface StartWords {
  readonly help: string;
  readonly unknownOption: (option: string) => string;
  readonly portInvalid: (port: string) => string;
  readonly heartbeatInvalid: string;
  readonly portTaken: (port: number) => string;
  readonly cannotListen: (port: number, code: string) => string;
  readonly chatNotYet: (names: readonly string[]) => string;
  readonly folderIsDrill: (folder: string) => string;
  readonly folderIsReal: (folder: string) => string;
  readonly folderUnusable: (folder: string, code: string) => string;
  readonly configurationUnreadable: (file: string, code: string) => string;
  readonly configurationFaulty: (file: string) => string;
  readonly faultAt: (key: string, value: string, remedy: string) => string;
  readonly drill: string;
  readonly address: (address: string) => string;
  readonly data: (folder: string) => string;
  readonly dataInMongo: string;
  readonly registerUnavailable: string;
  readonly configuration: (file: string | undefined) => string;
  readonly exampleThere: string;
  readonly howToEnd: string;
  readonly ended: string;
  readonly alarm: (what: string, caseId: string | undefined) => string;
  readonly requestFailed: (kind: string) => string;
}

/** What `start` says at the terminal. Nothing of a case is ever among it. */
export const startWords: Readonly<Record<CommandLineLanguage, StartWords>> = {
  de: {
    help: `fristwacht start [--example]

Öffnet die Seite zum Ausprobieren auf diesem Rechner.
  --example       spielt einen veröffentlichten Fall ein
  PORT            der Port, sonst 7272
  FRISTWACHT_DATA der Ordner des Registers, sonst ./data
  MONGODB_URI     das Register in MongoDB statt im Ordner; braucht FRISTWACHT_MASTER_KEY oder FRISTWACHT_MASTER_KEY_FILE
  FRISTWACHT_CONFIG die Konfiguration, sonst fristwacht.yaml in diesem Ordner
  FRISTWACHT_HEARTBEAT_URL wohin alle fünf Minuten ein Lebenszeichen geht, solange alles in Ordnung ist
`,
    unknownOption: (option) => `Die Angabe „${option}“ kenne ich nicht. „fristwacht start --help“ zeigt, was möglich ist.\n`,
    portInvalid: (port) => `PORT ist „${port}“. Nehmen Sie eine Zahl von 0 bis 65535.\n`,
    heartbeatInvalid:
      'FRISTWACHT_HEARTBEAT_URL ist keine Adresse, die ich anrufen darf. Nehmen Sie eine mit https://, oder mit http:// auf diesem Rechner (127.0.0.1).\n',
    portTaken: (port) =>
      `Auf Port ${port} läuft schon etwas, vielleicht Fristwacht selbst. Öffnen Sie http://127.0.0.1:${port}/ oder nehmen Sie einen anderen Port, zum Beispiel: PORT=${port + 1} npm start\n`,
    cannotListen: (port, code) =>
      `Port ${port} lässt sich nicht öffnen (${code}). Nehmen Sie einen anderen Port: PORT=7373 npm start\n`,
    chatNotYet: (names) =>
      `Gesetzt ist ${names.join(', ')}: Sie möchten Fristwacht mit einem Chat verbinden. Das genügt dafür nicht. Die Seite zum Ausprobieren öffne ich daneben nicht, denn ihr Register ist für immer ein Übungsregister. Lesen Sie docs/install-slack.md oder docs/install-teams.md, oder entfernen Sie diese Variablen aus der Umgebung.\n`,
    folderIsDrill: (folder) =>
      `Der Ordner ${folder} enthält ein Übungsregister. Es lässt sich mit keinem Chat verbinden; nehmen Sie für das echte Register einen neuen Ordner (FRISTWACHT_DATA).\n`,
    folderIsReal: (folder) =>
      `Im Ordner ${folder} liegt ein Register, das nicht als Übung gekennzeichnet ist. Damit es echt bleibt, öffne ich die Seite zum Ausprobieren dort nicht. Nehmen Sie einen anderen Ordner, zum Beispiel: FRISTWACHT_DATA=./uebung npm start\n`,
    folderUnusable: (folder, code) =>
      `Der Ordner ${folder} lässt sich nicht benutzen (${code}). Prüfen Sie die Rechte, oder nennen Sie mit FRISTWACHT_DATA einen anderen.\n`,
    configurationUnreadable: (file, code) =>
      `Die Konfiguration ${file} lässt sich nicht lesen (${code}). Prüfen Sie den Namen und die Rechte.\n`,
    configurationFaulty: (file) => `In ${file} ist etwas zu berichtigen:\n`,
    faultAt: (key, value, remedy) => `  ${key}${value === '' ? '' : ` („${value}“)`}: ${remedy}\n`,
    drill: 'Nur zum Ausprobieren und für Übungen: Dieses Register bleibt für immer ein Übungsregister (Nummern mit Ü).',
    address: (address) => `Fristwacht ist bereit: ${address}`,
    data: (folder) => `Das Register liegt in ${folder}.`,
    dataInMongo: 'Das Register liegt in MongoDB (MONGODB_URI).',
    registerUnavailable:
      'Das Register hat beim Öffnen aufgehört zu antworten. Was aufgezeichnet war, ist noch da; starten Sie Fristwacht noch einmal.\n',
    configuration: (file) =>
      file === undefined ? 'Keine fristwacht.yaml gefunden: Es gelten die Vorgaben.' : `Die Konfiguration ist ${file}.`,
    exampleThere: 'Das Beispiel ist schon da; ich habe nichts daran geändert.',
    howToEnd: 'Beenden mit Strg+C.',
    ended: 'Fristwacht ist beendet. Alles Eingetragene ist gespeichert.',
    alarm: (what, caseId) => `Alarm: ${what}${caseId === undefined ? '' : ` (Vorgang ${caseId})`}\n`,
    requestFailed: (kind) => `Eine Anfrage ist fehlgeschlagen: ${kind}\n`,
  },
  en: {
    help: `fristwacht start [--example]

Opens the page for trying out on this machine.
  --example       plays a published case
  PORT            the port, else 7272
  FRISTWACHT_DATA the folder of the register, else ./data
  MONGODB_URI     the register in MongoDB instead of the folder; needs FRISTWACHT_MASTER_KEY or FRISTWACHT_MASTER_KEY_FILE
  FRISTWACHT_CONFIG the configuration, else fristwacht.yaml in this folder
  FRISTWACHT_HEARTBEAT_URL where a sign of life goes every five minutes, as long as all is well
`,
    unknownOption: (option) => `There is no option “${option}”. “fristwacht start --help” shows what there is.\n`,
    portInvalid: (port) => `PORT is “${port}”. Use a number from 0 to 65535.\n`,
    heartbeatInvalid:
      'FRISTWACHT_HEARTBEAT_URL is no address that I may call. Use one with https://, or with http:// on this machine (127.0.0.1).\n',
    portTaken: (port) =>
      `Something runs on port ${port} already, perhaps Fristwacht itself. Open http://127.0.0.1:${port}/ or use another port, for example: PORT=${port + 1} npm start\n`,
    cannotListen: (port, code) => `Port ${port} cannot be opened (${code}). Use another port: PORT=7373 npm start\n`,
    chatNotYet: (names) =>
      `${names.join(', ')} is set: you want to connect Fristwacht with a chat. That is not enough for it. I do not open the page for trying out beside it, for its register is a drill register for good. Read docs/install-slack.md or docs/install-teams.md, or remove these variables from the environment.\n`,
    folderIsDrill: (folder) =>
      `The folder ${folder} holds a drill register. It cannot be connected with any chat; use a new folder for the real register (FRISTWACHT_DATA).\n`,
    folderIsReal: (folder) =>
      `In the folder ${folder} lies a register that is not marked as a drill. So that it stays real, I do not open the page for trying out there. Use another folder, for example: FRISTWACHT_DATA=./drill npm start\n`,
    folderUnusable: (folder, code) =>
      `The folder ${folder} cannot be used (${code}). Check the permissions, or name another one with FRISTWACHT_DATA.\n`,
    configurationUnreadable: (file, code) =>
      `The configuration ${file} cannot be read (${code}). Check its name and permissions.\n`,
    configurationFaulty: (file) => `Something in ${file} has to be put right:\n`,
    faultAt: (key, value, remedy) => `  ${key}${value === '' ? '' : ` (“${value}”)`}: ${remedy}\n`,
    drill: 'For trying out and for drills only: this register stays a drill register for good (numbers with Ü).',
    address: (address) => `Fristwacht is ready: ${address}`,
    data: (folder) => `The register lies in ${folder}.`,
    dataInMongo: 'The register lies in MongoDB (MONGODB_URI).',
    registerUnavailable:
      'The register stopped answering while it was opened. What was recorded is still there; start Fristwacht again.\n',
    configuration: (file) =>
      file === undefined ? 'No fristwacht.yaml found: the defaults hold.' : `The configuration is ${file}.`,
    exampleThere: 'The example is there already; I changed nothing about it.',
    howToEnd: 'End with Ctrl+C.',
    ended: 'Fristwacht has ended. Everything recorded is saved.',
    alarm: (what, caseId) => `Alarm: ${what}${caseId === undefined ? '' : ` (case ${caseId})`}\n`,
    requestFailed: (kind) => `A request failed: ${kind}\n`,
  },
};
