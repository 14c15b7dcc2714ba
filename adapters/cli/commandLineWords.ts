import type { CommandName } from './commandLine.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

interface CommandLineWords {
  readonly unknownCommand: (asked: string, known: readonly string[]) => string;
  readonly intro: string;
  /** One line per command; a command without one does not compile. */
  readonly summaries: Readonly<Record<CommandName, string>>;
}

/** What the command line says in its own name. The words of the cases and of the law live elsewhere. */
export const commandLineWords: Readonly<Record<CommandLineLanguage, CommandLineWords>> = {
  de: {
    unknownCommand: (asked, known) =>
      `Den Befehl „${asked}“ kenne ich nicht. Möglich sind: ${known.join(', ')}.\n„fristwacht help“ erklärt sie.\n`,
    intro: 'Fristwacht begleitet einen Datenschutzvorfall vom ersten Wort im Chat bis zum dokumentierten Ende.',
    summaries: {
      start: 'startet Fristwacht; ohne Chat-Plattform öffnet es eine Seite zum Ausprobieren auf diesem Rechner',
      doctor: 'prüft, ob die Verbindung mit Slack oder Microsoft Teams stimmt, und sagt, was zu beheben ist',
      assess: 'sagt zu einer Datei mit Angaben, welche Pflichten folgen, und warum',
      facts: 'nennt die Angaben, nach denen die Einschätzung fragt, als JSON-Schema',
      sources: 'nennt die Quellen der Regeln, ihren Beleg und den Tag des letzten Vergleichs',
      status: 'sagt, ob Fristwacht läuft und alles in Ordnung ist',
      notice: 'entwirft die Meldung an die Aufsichtsbehörde aus dem Register',
      authority: 'nennt die zuständige Aufsichtsbehörde und was dort zu beachten ist',
      export: 'schreibt das Register oder einen Vorgang in eine Datei, die sich ohne Fristwacht prüfen lässt',
      verify: 'prüft eine solche Datei und nennt den ersten Eintrag, der nicht stimmt',
      letter: 'schreibt Entwürfe zu einem Vorgang: Briefe an Betroffene, Mitteilungen, Entscheidungspapiere',
      backup: 'sichert das Register in einen Ordner, auch während Fristwacht läuft',
      restore: 'prüft eine Sicherung und spielt sie in einen neuen Ordner ein',
      'rotate-key': 'wechselt den Hauptschlüssel des Registers',
      'teams-manifest': 'schreibt das App-Paket für Microsoft Teams',
      help: 'zeigt diese Übersicht',
      version: 'nennt die Version',
    },
  },
  en: {
    unknownCommand: (asked, known) =>
      `There is no command “${asked}”. You can use: ${known.join(', ')}.\n“fristwacht help” explains them.\n`,
    intro: 'Fristwacht takes a suspected personal data breach from the first word in chat to the documented end.',
    summaries: {
      start: 'starts Fristwacht; without a chat platform it opens a page for trying out on this machine',
      doctor: 'checks the connection with Slack or Microsoft Teams, and says what to mend',
      assess: 'tells which duties follow from a file of facts, and why',
      facts: 'names the facts that the assessment asks for, as a JSON Schema',
      sources: 'names the sources of the rules, how well each is backed and when it was last compared',
      status: 'tells whether Fristwacht is running and all is well',
      notice: 'draws the notice to the supervisory authority from the register',
      authority: 'names the competent supervisory authority and what to mind there',
      export: 'writes the register or one case into a file that can be checked without Fristwacht',
      verify: 'checks such a file and names the first entry that is wrong',
      letter: 'writes drafts for a case: letters to persons, notices to controllers, decision papers',
      backup: 'backs the register up into a folder, also while Fristwacht runs',
      restore: 'checks a backup and restores it into a new folder',
      'rotate-key': 'changes the master key of the register',
      'teams-manifest': 'writes the app package for Microsoft Teams',
      help: 'shows this overview',
      version: 'tells the version',
    },
  },
};
