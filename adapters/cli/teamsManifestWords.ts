/** What `teams-manifest` says at the terminal. */
export const teamsManifestWords = {
  de: {
    help: `fristwacht teams-manifest [DATEI] --website=ADRESSE [--privacy=ADRESSE] [--terms=ADRESSE] [--slash]

Schreibt das App-Paket, das im Teams Admin Center hochgeladen wird (sonst fristwacht-teams.zip).
  TEAMS_APP_ID die Kennung des Bots
  --website    Ihre Website; --privacy und --terms nennen Datenschutzhinweise und Nutzungsbedingungen, sonst gilt sie auch dafür
  --slash      mit Slash-Befehlen und Antworten, die nur eine Person sieht; braucht ein neueres Teams und teams.transport: rest
`,
    appId: 'TEAMS_APP_ID fehlt oder ist keine Kennung der Form 00000000-0000-0000-0000-000000000000.\n',
    addresses: 'Nennen Sie mit --website=https://… Ihre Website. Teams verlangt Adressen mit https.\n',
    fileThere: (file: string) => `${file} gibt es schon. Nennen Sie eine andere Datei, oder löschen Sie diese.\n`,
    notWritten: (file: string, code: string) => `${file} lässt sich nicht schreiben (${code}).\n`,
    written: (file: string) => `Geschrieben: ${file}. Laden Sie die Datei im Teams Admin Center unter „Apps verwalten“ hoch.\n`,
  },
  en: {
    help: `fristwacht teams-manifest [FILE] --website=ADDRESS [--privacy=ADDRESS] [--terms=ADDRESS] [--slash]

Writes the app package that is uploaded in the Teams admin center (else fristwacht-teams.zip).
  TEAMS_APP_ID the id of the bot
  --website    your website; --privacy and --terms name your privacy notice and terms, else it stands for those too
  --slash      with slash commands and answers only one person sees; needs a newer Teams and teams.transport: rest
`,
    appId: 'TEAMS_APP_ID is missing, or is no id of the form 00000000-0000-0000-0000-000000000000.\n',
    addresses: 'Name your website with --website=https://… Teams wants addresses with https.\n',
    fileThere: (file: string) => `${file} is there already. Name another file, or delete this one.\n`,
    notWritten: (file: string, code: string) => `${file} cannot be written (${code}).\n`,
    written: (file: string) => `Written: ${file}. Upload it in the Teams admin center under “Manage apps”.\n`,
  },
} as const;
