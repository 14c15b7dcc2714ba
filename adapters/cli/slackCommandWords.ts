import type { Text } from '../../src/law/sources.ts';
import type { SlackEnvironmentFault } from '../slack/slackEnvironment.ts';
import type { SlackReport } from '../slack/slackSetting.ts';

/** What the command line says of the environment, and what to do. */
export const slackFaultWords: Readonly<Record<SlackEnvironmentFault, Text>> = {
  botTokenMissing: {
    de: 'SLACK_BOT_TOKEN fehlt. Sie finden das Token bei Ihrer Slack-App unter „OAuth & Permissions“.',
    en: 'SLACK_BOT_TOKEN is missing. You find the token in your Slack app under “OAuth & Permissions”.',
  },
  botTokenKind: {
    de: 'SLACK_BOT_TOKEN ist kein Bot-Token. Es beginnt mit xoxb-.',
    en: 'SLACK_BOT_TOKEN is no bot token. It begins with xoxb-.',
  },
  refreshTokenMissing: {
    de: 'SLACK_BOT_TOKEN endet nach zwölf Stunden (Token-Rotation). Tragen Sie auch SLACK_REFRESH_TOKEN ein; es steht bei Ihrer Slack-App unter „OAuth & Permissions“ darunter.',
    en: 'SLACK_BOT_TOKEN ends after twelve hours (token rotation). Enter SLACK_REFRESH_TOKEN too; it stands below it in your Slack app under “OAuth & Permissions”.',
  },
  refreshTokenKind: {
    de: 'SLACK_REFRESH_TOKEN ist kein Refresh-Token. Es beginnt mit xoxe-.',
    en: 'SLACK_REFRESH_TOKEN is no refresh token. It begins with xoxe-.',
  },
  refreshTokenNotNeeded: {
    de: 'SLACK_REFRESH_TOKEN gehört zu einem Token, das endet (xoxe.xoxb-…); in SLACK_BOT_TOKEN steht eines, das nicht endet. Löschen Sie SLACK_REFRESH_TOKEN, oder tragen Sie das Paar ein, das Slack zusammen zeigt.',
    en: 'SLACK_REFRESH_TOKEN belongs to a token that ends (xoxe.xoxb-…); SLACK_BOT_TOKEN holds one that does not. Delete SLACK_REFRESH_TOKEN, or enter the pair that Slack shows together.',
  },
  clientMissing: {
    de: 'SLACK_CLIENT_ID oder SLACK_CLIENT_SECRET fehlt. Ein Token, das endet, lässt sich nur damit erneuern; beide stehen bei Ihrer Slack-App unter „Basic Information“.',
    en: 'SLACK_CLIENT_ID or SLACK_CLIENT_SECRET is missing. A token that ends can only be renewed with them; both stand in your Slack app under “Basic Information”.',
  },
  signingSecretMissing: {
    de: 'SLACK_SIGNING_SECRET fehlt. Sie finden es bei Ihrer Slack-App unter „Basic Information“. Ohne öffentliche Adresse nehmen Sie transport: socket und SLACK_APP_TOKEN.',
    en: 'SLACK_SIGNING_SECRET is missing. You find it in your Slack app under “Basic Information”. Without a public address use transport: socket and SLACK_APP_TOKEN.',
  },
  appTokenMissing: {
    de: 'SLACK_APP_TOKEN fehlt. Legen Sie bei Ihrer Slack-App unter „Basic Information“ ein App-Level-Token mit connections:write an.',
    en: 'SLACK_APP_TOKEN is missing. Make an app-level token with connections:write in your Slack app under “Basic Information”.',
  },
  appTokenKind: {
    de: 'SLACK_APP_TOKEN ist kein App-Level-Token. Es beginnt mit xapp-.',
    en: 'SLACK_APP_TOKEN is no app-level token. It begins with xapp-.',
  },
  apiUrlNotLoopback: {
    de: 'SLACK_API_URL zeigt nicht auf diesen Rechner. Dorthin ginge das Token; erlaubt ist nur eine Adresse wie http://127.0.0.1:4000/api/. Löschen Sie die Zeile, um Slack selbst zu benutzen.',
    en: 'SLACK_API_URL does not point to this machine. The token would go there; only an address like http://127.0.0.1:4000/api/ is allowed. Delete the line to use Slack itself.',
  },
  apiUrlNotForTrying: {
    de: 'SLACK_API_URL gilt nur zum Ausprobieren, mit NODE_ENV=development oder test. Löschen Sie die Zeile, um Slack selbst zu benutzen.',
    en: 'SLACK_API_URL is only for trying out, with NODE_ENV=development or test. Delete the line to use Slack itself.',
  },
  apiUrlNoAddress: {
    de: 'SLACK_API_URL ist keine Adresse. Löschen Sie die Zeile, um Slack selbst zu benutzen.',
    en: 'SLACK_API_URL is no address. Delete the line to use Slack itself.',
  },
};

/** What has to be done about a report that only a person can mend. */
export const slackReportAdvice: Readonly<Partial<Record<SlackReport['what'], Text>>> = {
  tokenLost: {
    de: 'Das Bot-Token lässt sich nicht mehr erneuern; bis es endet (höchstens zwölf Stunden), läuft alles weiter, danach bleiben Nachrichten liegen. Installieren Sie die App bei Slack neu, tragen Sie SLACK_BOT_TOKEN und SLACK_REFRESH_TOKEN neu ein und starten Sie Fristwacht neu.',
    en: 'The bot token can no longer be renewed; until it ends (twelve hours at most) everything goes on, after that messages wait. Install the app anew at Slack, enter SLACK_BOT_TOKEN and SLACK_REFRESH_TOKEN anew and start Fristwacht again.',
  },
};

export const slackStartWords = {
  de: {
    http: (host: string, port: number | undefined) =>
      `Fristwacht hört auf Slack unter http://${host}:${port ?? '?'}/slack/events.`,
    socket: 'Fristwacht verbindet sich mit Slack (Socket Mode, zwei Verbindungen).',
    configurationMissing: (file: string) =>
      `Es gibt keine Konfiguration ${file}. Für Slack wird sie gebraucht; fristwacht.example.yaml zeigt, wie sie aussieht.\n`,
    real: 'Dies ist das echte Register (Nummern mit DP).',
    report: (line: string) => `Slack: ${line}\n`,
  },
  en: {
    http: (host: string, port: number | undefined) =>
      `Fristwacht listens for Slack at http://${host}:${port ?? '?'}/slack/events.`,
    socket: 'Fristwacht connects to Slack (Socket Mode, two connections).',
    configurationMissing: (file: string) =>
      `There is no configuration ${file}. Slack needs one; fristwacht.example.yaml shows what it looks like.\n`,
    real: 'This is the real register (numbers with DP).',
    report: (line: string) => `Slack: ${line}\n`,
  },
} as const;

export const doctorWords = {
  de: {
    help: 'fristwacht doctor\n\nPrüft die Verbindung mit Slack: Token, Berechtigungen, Kanal, Mitgliedschaft, Konten und die Adresse für Slack.\n',
    good: (what: string) => `✓ ${what}\n`,
    bad: (what: string, remedy: string) => `✗ ${what}\n  ${remedy}\n`,
    unclear: (what: string, remedy: string) => `? ${what}\n  ${remedy}\n`,
    token: 'Das Bot-Token',
    tokenRefused: (code: string) =>
      `Slack weist es ab (${code}). Installieren Sie die App neu und tragen Sie das neue Token ein.`,
    notReached: 'Slack war nicht zu erreichen. Prüfen Sie die Verbindung ins Internet und versuchen Sie es noch einmal.',
    team: 'Der Workspace',
    otherTeam: (found: string) => `Das Token gehört zum Workspace ${found}. Berichtigen Sie slack.team oder das Token.`,
    scopes: 'Die Berechtigungen',
    scopesMissing: (names: string) =>
      `Es fehlt: ${names}. Ergänzen Sie sie unter „OAuth & Permissions“ und installieren Sie die App neu.`,
    scopesMore: (names: string) => `Mehr als nötig: ${names}. Nehmen Sie weg, was niemand braucht.`,
    channel: 'Der Kanal der Datenschutzstelle',
    account: (name: string) => `Das Konto von ${name}`,
    accountUnknown: 'Slack kennt diese Kennung nicht. Kopieren Sie sie aus dem Profil (Mitglieds-ID kopieren).',
    accountGone: 'Dieses Konto ist deaktiviert. Tragen Sie ein anderes ein.',
    appToken: 'Das App-Level-Token',
    appTokenRefused: (code: string) =>
      `Slack weist es ab (${code}). Es braucht connections:write, und Socket Mode muss eingeschaltet sein.`,
    requestUrl: 'Die Adresse für Slack',
    requestUrlNotSet: 'Tragen Sie slack.requestUrl ein, dann wird sie geprüft.',
    requestUrlWrong: (status: string) =>
      `Sie antwortet nicht wie erwartet (${status}). Läuft Fristwacht, und führt die Adresse dorthin? Stimmt SLACK_SIGNING_SECRET?`,
    allWell: 'Alles in Ordnung.\n',
  },
  en: {
    help: 'fristwacht doctor\n\nChecks the connection with Slack: token, scopes, channel, membership, accounts and the address for Slack.\n',
    good: (what: string) => `✓ ${what}\n`,
    bad: (what: string, remedy: string) => `✗ ${what}\n  ${remedy}\n`,
    unclear: (what: string, remedy: string) => `? ${what}\n  ${remedy}\n`,
    token: 'The bot token',
    tokenRefused: (code: string) => `Slack refuses it (${code}). Install the app anew and enter the new token.`,
    notReached: 'Slack could not be reached. Check the connection to the internet and try again.',
    team: 'The workspace',
    otherTeam: (found: string) => `The token belongs to the workspace ${found}. Correct slack.team or the token.`,
    scopes: 'The scopes',
    scopesMissing: (names: string) => `Missing: ${names}. Add them under “OAuth & Permissions” and install the app anew.`,
    scopesMore: (names: string) => `More than needed: ${names}. Take away what nobody needs.`,
    channel: 'The channel of the data protection office',
    account: (name: string) => `The account of ${name}`,
    accountUnknown: 'Slack does not know this id. Copy it from the profile (Copy member ID).',
    accountGone: 'This account is deactivated. Enter another one.',
    appToken: 'The app-level token',
    appTokenRefused: (code: string) =>
      `Slack refuses it (${code}). It needs connections:write, and Socket Mode must be switched on.`,
    requestUrl: 'The address for Slack',
    requestUrlNotSet: 'Enter slack.requestUrl, and it will be checked.',
    requestUrlWrong: (status: string) =>
      `It does not answer as expected (${status}). Does Fristwacht run, and does the address lead there? Is SLACK_SIGNING_SECRET right?`,
    allWell: 'All is well.\n',
  },
} as const;
