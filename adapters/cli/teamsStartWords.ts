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
    report: (line: string) => `Teams: ${line}\n`,
  },
} as const;
