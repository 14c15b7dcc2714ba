import type { Text } from '../../src/law/sources.ts';
import type { RequestUrlFault } from '../slack/examineRequestUrl.ts';
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
export const slackReportAdvice = {
  tokenLost: {
    de: 'Das Bot-Token lässt sich nicht mehr erneuern; bis es endet (höchstens zwölf Stunden), läuft alles weiter, danach bleiben Nachrichten liegen. Installieren Sie die App bei Slack neu, tragen Sie SLACK_BOT_TOKEN und SLACK_REFRESH_TOKEN neu ein und starten Sie Fristwacht neu.',
    en: 'The bot token can no longer be renewed; until it ends (twelve hours at most) everything goes on, after that messages wait. Install the app anew at Slack, enter SLACK_BOT_TOKEN and SLACK_REFRESH_TOKEN anew and start Fristwacht again.',
  },
} satisfies Partial<Record<SlackReport['what'], Text>>;

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
    help: 'fristwacht doctor\n\nPrüft die Verbindung mit Slack (Token, Berechtigungen, Kanal, Mitgliedschaft, Konten, Adresse für Slack) und mit\nMicrosoft Teams (Anmeldung, Schlüssel, Messaging-Endpunkt, Kanal, Konten), je nachdem, was eingerichtet ist.\n',
    good: (what: string) => `✓ ${what}\n`,
    bad: (what: string, remedy: string) => `✗ ${what}\n  ${remedy}\n`,
    unclear: (what: string, remedy: string) => `? ${what}\n  ${remedy}\n`,
    token: 'Das Bot-Token',
    tokenRefused: (code: string) =>
      `Slack weist es ab (${code}). Installieren Sie die App neu und tragen Sie das neue Token ein.`,
    rotation: 'Die Erneuerung des Tokens',
    rotationUnclear: {
      asEntered: 'Das Token endet nach zwölf Stunden. Erneuert wird es, sobald Fristwacht läuft.',
      ended: 'Das Token ist abgelaufen, während Fristwacht nicht lief. Starten Sie Fristwacht; dabei wird es erneuert.',
      notesUnreadable:
        'Das erneuerte Token liegt versiegelt beim Register und ließ sich nicht lesen. Prüfen Sie FRISTWACHT_DATA oder MONGODB_URI und den Hauptschlüssel.',
    },
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
    requestUrlWrong: {
      nameUnknown: 'Diesen Namen kennt niemand. Prüfen Sie die Schreibweise in slack.requestUrl und den Eintrag im DNS.',
      refused: 'Dort nimmt niemand an. Läuft der Server davor, und ist der Port offen?',
      noAnswer: 'Dort antwortet niemand. Prüfen Sie Firewall und Weiterleitung; Slack wartet höchstens drei Sekunden.',
      certificate:
        'Das Zertifikat wird nicht anerkannt. Slack nimmt nur eines, dem jeder Browser traut und das auf diesen Namen lautet.',
      unreachable: 'Die Adresse war nicht zu erreichen. Prüfen Sie die Verbindung zu ihr.',
      wrongSecret:
        'Fristwacht antwortet und weist die Unterschrift ab. Stimmt SLACK_SIGNING_SECRET („Basic Information“, „Signing Secret“), hier und dort, wo Fristwacht läuft? Und stimmen die Uhren?',
      elsewhere:
        'Dort antwortet etwas anderes als Fristwacht. Die Adresse muss mit /slack/events enden, ohne Umleitung, und der Server davor muss den Text unverändert weitergeben.',
      nobodyBehind:
        'Der Server davor antwortet, Fristwacht dahinter nicht. Läuft Fristwacht, und leitet er an slack.host und slack.port weiter?',
    } satisfies Record<RequestUrlFault, string>,
    allWell: 'Alles in Ordnung.\n',
  },
  en: {
    help: 'fristwacht doctor\n\nChecks the connection with Slack (token, scopes, channel, membership, accounts, address for Slack) and with\nMicrosoft Teams (sign-in, keys, messaging endpoint, channel, accounts), whichever is set up.\n',
    good: (what: string) => `✓ ${what}\n`,
    bad: (what: string, remedy: string) => `✗ ${what}\n  ${remedy}\n`,
    unclear: (what: string, remedy: string) => `? ${what}\n  ${remedy}\n`,
    token: 'The bot token',
    tokenRefused: (code: string) => `Slack refuses it (${code}). Install the app anew and enter the new token.`,
    rotation: 'The renewal of the token',
    rotationUnclear: {
      asEntered: 'The token ends after twelve hours. It is renewed as soon as Fristwacht runs.',
      ended: 'The token ended while Fristwacht was not running. Start Fristwacht; it is renewed then.',
      notesUnreadable:
        'The renewed token lies sealed beside the register and could not be read. Check FRISTWACHT_DATA or MONGODB_URI, and the master key.',
    },
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
    requestUrlWrong: {
      nameUnknown: 'Nobody knows this name. Check the spelling in slack.requestUrl, and the entry in DNS.',
      refused: 'Nobody takes calls there. Does the server in front run, and is the port open?',
      noAnswer: 'Nobody answers there. Check firewall and forwarding; Slack waits three seconds at most.',
      certificate:
        'The certificate is not accepted. Slack takes only one that every browser trusts and that is made out to this name.',
      unreachable: 'The address could not be reached. Check the connection to it.',
      wrongSecret:
        'Fristwacht answers and refuses the signature. Is SLACK_SIGNING_SECRET right (“Basic Information”, “Signing Secret”), here and where Fristwacht runs? And are the clocks?',
      elsewhere:
        'Something other than Fristwacht answers there. The address must end in /slack/events, without redirection, and the server in front must hand the text on unchanged.',
      nobodyBehind:
        'The server in front answers, Fristwacht behind it does not. Does Fristwacht run, and does that server forward to slack.host and slack.port?',
    } satisfies Record<RequestUrlFault, string>,
    allWell: 'All is well.\n',
  },
} as const;
