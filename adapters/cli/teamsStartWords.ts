/** What `start` says of Teams at the terminal. */
export const teamsStartWords = {
  de: {
    listening: (host: string, port: number, path: string) => `Fristwacht hört auf Teams unter http://${host}:${port}${path}.`,
    development:
      'Zum Ausprobieren: Niemand wird geprüft, und nichts verlässt diesen Rechner. Das Register ist ein Übungsregister (Nummern mit Ü).',
    real: 'Dies ist das echte Register (Nummern mit DP).',
    configurationMissing: (file: string) =>
      `Es gibt keine Konfiguration ${file}. Für Teams wird sie gebraucht; fristwacht.example.yaml zeigt, wie sie aussieht.\n`,
    portTaken: (port: number) => `Auf Port ${port} läuft schon etwas. Nehmen Sie einen anderen: TEAMS_PORT=${port + 1}\n`,
    developmentBesideSlack:
      'TEAMS_DEVELOPMENT geht nicht neben Slack: Zum Ausprobieren wird niemand geprüft, und Slack schreibt in das echte Register. Löschen Sie eines von beiden aus der Umgebung.\n',
    portOfSlack: (port: number) =>
      `Slack und Teams sollen beide auf Port ${port} hören. Geben Sie jedem einen eigenen: slack.port in fristwacht.yaml oder TEAMS_PORT.\n`,
    report: (line: string) => `Teams: ${line}\n`,
  },
  en: {
    listening: (host: string, port: number, path: string) => `Fristwacht listens for Teams at http://${host}:${port}${path}.`,
    development:
      'For trying out: nobody is checked, and nothing leaves this machine. The register is one of drills (numbers with Ü).',
    real: 'This is the real register (numbers with DP).',
    configurationMissing: (file: string) =>
      `There is no configuration ${file}. Teams needs one; fristwacht.example.yaml shows what it looks like.\n`,
    portTaken: (port: number) => `Something runs on port ${port} already. Take another one: TEAMS_PORT=${port + 1}\n`,
    developmentBesideSlack:
      'TEAMS_DEVELOPMENT does not go with Slack: while trying out nobody is checked, and Slack writes into the real register. Remove one of the two from the environment.\n',
    portOfSlack: (port: number) =>
      `Slack and Teams are both to listen on port ${port}. Give each its own: slack.port in fristwacht.yaml, or TEAMS_PORT.\n`,
    report: (line: string) => `Teams: ${line}\n`,
  },
} as const;
