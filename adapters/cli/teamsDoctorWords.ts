import type { EndpointFault } from '../teams/examineEndpoints.ts';
import type { TokenFault } from '../teams/examineTeams.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

type TeamsDoctorWords = {
  readonly certificate: string;
  readonly certificateEnds: (days: number) => string;
  readonly certificateFault: Readonly<Record<'otherKey' | 'notYet' | 'expired' | 'unreadable', string>>;
  readonly token: string;
  readonly tokenFault: Readonly<Record<TokenFault, (code: string) => string>>;
  readonly tokenNotReached: string;
  readonly keys: string;
  readonly keysOfOthers: string;
  readonly keysNotReached: string;
  readonly listening: string;
  readonly messagingEndpoint: string;
  readonly endpointNotSet: string;
  readonly listeningFault: Readonly<Record<'nobody' | 'unchecked' | 'other', (status: string) => string>>;
  /** Something answers there that is not Fristwacht. */
  readonly anotherProgram: (status: string) => string;
  readonly endpointFault: Readonly<Record<EndpointFault, (status: string) => string>>;
  readonly heardOf: string;
  readonly nothingHeard: string;
  readonly channel: string;
  readonly channelFault: Readonly<Record<'notAnId' | 'botNotThere' | 'gone', string>>;
  readonly guests: (count: number) => string;
  readonly person: (name: string) => string;
  readonly personFault: Readonly<Record<'notInChannel' | 'closed', string>>;
  readonly noChatYet: string;
  readonly notReached: string;
  readonly notesUnreadable: string;
  readonly development: string;
};

/** What `doctor` says of Teams, and what to do about it. */
export const teamsDoctorWords: Readonly<Record<CommandLineLanguage, TeamsDoctorWords>> = {
  de: {
    certificate: 'Das Zertifikat des Bots',
    certificateEnds: (days) =>
      days === 1
        ? 'Es gilt nur noch einen Tag. Hinterlegen Sie in Entra jetzt ein neues.'
        : `Es gilt nur noch ${days} Tage. Hinterlegen Sie in Entra bald ein neues.`,
    certificateFault: {
      otherKey: 'TEAMS_PRIVATE_KEY_FILE ist nicht der Schlüssel dieses Zertifikats. Nehmen Sie beide Dateien aus demselben Paar.',
      notYet: 'Es gilt noch nicht. Prüfen Sie die Uhr dieses Rechners und den Beginn der Gültigkeit.',
      expired: 'Es ist abgelaufen. Hinterlegen Sie in Entra ein neues und tragen Sie beide Dateien ein.',
      unreadable: 'Zertifikat oder Schlüssel sind nicht lesbar. Gebraucht werden PEM-Dateien ohne Passwort.',
    },
    token: 'Die Anmeldung des Bots bei Microsoft',
    tokenFault: {
      tenantUnknown: (code) => `Diesen Mandanten gibt es nicht (${code}). Prüfen Sie TEAMS_TENANT_ID.`,
      appUnknown: (code) => `In Ihrem Mandanten gibt es diese App nicht (${code}). Prüfen Sie TEAMS_APP_ID und TEAMS_TENANT_ID.`,
      appNotInTenant: (code) =>
        `Die App ist registriert, aber im Mandanten nicht eingerichtet (${code}). Legen Sie in Entra die Unternehmensanwendung dazu an.`,
      secretWrong: (code) =>
        `Der geheime Clientschlüssel stimmt nicht (${code}). In TEAMS_APP_SECRET gehört sein Wert, nicht seine ID.`,
      secretExpired: (code) =>
        `Der geheime Clientschlüssel ist abgelaufen (${code}). Legen Sie in Entra einen neuen an und tragen Sie ihn ein.`,
      certificateUnknown: (code) =>
        `Entra kennt das Zertifikat dieses Bots nicht (${code}). Laden Sie seinen öffentlichen Teil bei der App-Registrierung hoch.`,
      other: (code) => `Microsoft gibt kein Token heraus (${code}). Prüfen Sie die TEAMS_-Angaben und die App-Registrierung.`,
    },
    tokenNotReached: 'Die Anmeldung war nicht zu erreichen. Dieser Rechner muss login.microsoftonline.com über HTTPS erreichen.',
    keys: 'Die Schlüssel, mit denen Teams unterschreibt',
    keysOfOthers: 'Keiner davon gilt für Teams. Leitet etwas dazwischen die Anfrage um?',
    keysNotReached:
      'Sie waren nicht zu holen. Dieser Rechner muss login.botframework.com über HTTPS erreichen; bis dahin bekommt Teams die Antwort 503.',
    listening: 'Fristwacht auf diesem Rechner',
    messagingEndpoint: 'Der Messaging-Endpunkt',
    endpointNotSet:
      'Er wurde nicht geprüft. Tragen Sie in fristwacht.yaml unter teams.messagingEndpoint die Adresse ein, die auch beim Azure Bot steht.',
    listeningFault: {
      nobody: (status) =>
        `Unter TEAMS_HOST und TEAMS_PORT antwortet niemand (${status}). Starten Sie Fristwacht auf diesem Rechner: fristwacht start.`,
      unchecked: (status) =>
        `Dort läuft ein Bot, der niemanden prüft (${status}). Beenden Sie ihn und starten Sie ohne TEAMS_DEVELOPMENT.`,
      other: (status) =>
        `Fristwacht antwortet nicht wie erwartet (${status}). Starten Sie es neu und sehen Sie in seine Ausgabe.`,
    },
    anotherProgram: (status) => `Dort antwortet ein anderes Programm (${status}). Nehmen Sie einen anderen TEAMS_PORT.`,
    endpointFault: {
      nobody: (status) => `Unter dieser Adresse antwortet niemand (${status}). Prüfen Sie Namen, Firewall und Reverse Proxy.`,
      certificate: (status) =>
        `Das HTTPS-Zertifikat der Adresse taugt nicht (${status}). Teams verlangt eines von einer anerkannten Stelle.`,
      notFound: (status) =>
        `Der Reverse Proxy führt diesen Pfad nicht zu Fristwacht (${status}). Leiten Sie /api/messages weiter.`,
      badGateway: (status) =>
        `Der Reverse Proxy erreicht Fristwacht nicht (${status}). Läuft es, und stimmen Host und Port im Proxy?`,
      moved: (status) => `Die Adresse leitet weiter (${status}). Teams folgt nicht; tragen Sie die endgültige Adresse ein.`,
      login: (status) =>
        `Vor Fristwacht verlangt etwas eine Anmeldung (${status}). Nehmen Sie /api/messages davon aus; Fristwacht prüft selbst.`,
      unchecked: (status) =>
        `Was nicht unterschrieben ist, wird angenommen (${status}). Dort läuft nicht Ihr Bot, oder er läuft mit TEAMS_DEVELOPMENT.`,
      other: (status) => `Die Antwort ist nicht die von Fristwacht (${status}). Prüfen Sie, wohin der Reverse Proxy führt.`,
    },
    heardOf: 'Nachrichten von Teams',
    nothingHeard:
      'Es kam noch keine an. Schreiben Sie dem Bot in Teams „Hilfe“. Antwortet er nicht, stimmt der Messaging-Endpunkt beim Azure Bot nicht.',
    channel: 'Der Kanal der Datenschutzstelle',
    channelFault: {
      notAnId:
        'channels.teams ist keine Kennung eines Kanals oder Gruppenchats. Sie hat die Form 19:…@thread.tacv2; aus einem Link kopiert, ist %3A ein Doppelpunkt und %40 ein @.',
      botNotThere: 'Der Bot ist dort nicht. Fügen Sie die App dem Team oder dem Gruppenchat hinzu.',
      gone: 'Diesen Kanal gibt es nicht, oder der Bot ist dort nicht. Prüfen Sie channels.teams und fügen Sie die App hinzu.',
    },
    guests: (count) =>
      count === 1
        ? 'Dort liest ein Gast mit. Entfernen Sie ihn, oder nehmen Sie ein eigenes Team für die Datenschutzstelle.'
        : `Dort lesen ${count} Gäste mit. Entfernen Sie sie, oder nehmen Sie ein eigenes Team für die Datenschutzstelle.`,
    person: (name) => `Das Konto von ${name}`,
    personFault: {
      notInChannel:
        'Diese Person ist nicht im Kanal der Datenschutzstelle. Nehmen Sie sie ins Team auf, oder berichtigen Sie accounts.teams (Objekt-ID aus Entra).',
      closed: 'Der persönliche Chat ist zu: Die App wurde entfernt oder blockiert. Installieren Sie sie für diese Person neu.',
    },
    noChatYet:
      'Der Bot hat von dieser Person noch nichts gehört. Einmal „Hilfe“ im persönlichen Chat genügt; bis dahin fehlen ihr die Schritte auf der Karte im Kanal.',
    notReached: 'Teams war nicht zu erreichen oder gab keine klare Antwort. Versuchen Sie es noch einmal.',
    notesUnreadable:
      'Was Fristwacht sich über Teams gemerkt hat, war nicht zu lesen; das Register ist belegt oder der Hauptschlüssel fehlt.\n',
    development:
      'Nur zum Ausprobieren (TEAMS_DEVELOPMENT=yes): Ein Konto bei Microsoft gibt es nicht, geprüft wird nur, ob der Bot läuft.\n',
  },
  en: {
    certificate: 'The certificate of the bot',
    certificateEnds: (days) =>
      days === 1
        ? 'It is valid for one more day. Add a new one in Entra now.'
        : `It is valid for ${days} more days. Add a new one in Entra soon.`,
    certificateFault: {
      otherKey: 'TEAMS_PRIVATE_KEY_FILE is not the key of this certificate. Take both files from the same pair.',
      notYet: 'It is not valid yet. Check the clock of this machine and when the validity begins.',
      expired: 'It has run out. Add a new one in Entra and enter both files.',
      unreadable: 'Certificate or key cannot be read. They must be PEM files without a password.',
    },
    token: 'The sign-in of the bot at Microsoft',
    tokenFault: {
      tenantUnknown: (code) => `There is no such tenant (${code}). Check TEAMS_TENANT_ID.`,
      appUnknown: (code) => `There is no such app in your tenant (${code}). Check TEAMS_APP_ID and TEAMS_TENANT_ID.`,
      appNotInTenant: (code) =>
        `The app is registered, but not set up in the tenant (${code}). Create its enterprise application in Entra.`,
      secretWrong: (code) => `The client secret is wrong (${code}). TEAMS_APP_SECRET takes its value, not its id.`,
      secretExpired: (code) => `The client secret has run out (${code}). Make a new one in Entra and enter it.`,
      certificateUnknown: (code) =>
        `Entra does not know the certificate of this bot (${code}). Upload its public part to the app registration.`,
      other: (code) => `Microsoft gives out no token (${code}). Check the TEAMS_ variables and the app registration.`,
    },
    tokenNotReached: 'The sign-in could not be reached. This machine must reach login.microsoftonline.com by HTTPS.',
    keys: 'The keys that Teams signs with',
    keysOfOthers: 'None of them is valid for Teams. Does something in between redirect the request?',
    keysNotReached:
      'They could not be fetched. This machine must reach login.botframework.com by HTTPS; until then Teams is answered with 503.',
    listening: 'Fristwacht on this machine',
    messagingEndpoint: 'The messaging endpoint',
    endpointNotSet:
      'It was not checked. Enter the address that also stands at the Azure Bot under teams.messagingEndpoint in fristwacht.yaml.',
    listeningFault: {
      nobody: (status) =>
        `Nobody answers at TEAMS_HOST and TEAMS_PORT (${status}). Start Fristwacht on this machine: fristwacht start.`,
      unchecked: (status) => `A bot that checks nobody runs there (${status}). End it, and start without TEAMS_DEVELOPMENT.`,
      other: (status) => `Fristwacht does not answer as expected (${status}). Start it again, and look at what it says.`,
    },
    anotherProgram: (status) => `Another program answers there (${status}). Take another TEAMS_PORT.`,
    endpointFault: {
      nobody: (status) => `Nobody answers at this address (${status}). Check the name, the firewall and the reverse proxy.`,
      certificate: (status) =>
        `The HTTPS certificate of the address is no good (${status}). Teams wants one from a recognised authority.`,
      notFound: (status) => `The reverse proxy does not lead this path to Fristwacht (${status}). Pass /api/messages on.`,
      badGateway: (status) =>
        `The reverse proxy does not reach Fristwacht (${status}). Does it run, and are host and port in the proxy right?`,
      moved: (status) => `The address redirects (${status}). Teams does not follow; enter the final address.`,
      login: (status) =>
        `Something in front of Fristwacht asks for a login (${status}). Exempt /api/messages from it; Fristwacht checks by itself.`,
      unchecked: (status) =>
        `What nobody signed is taken (${status}). Either this is not your bot, or it runs with TEAMS_DEVELOPMENT.`,
      other: (status) => `This is not the answer of Fristwacht (${status}). Check where the reverse proxy leads.`,
    },
    heardOf: 'Messages from Teams',
    nothingHeard:
      'None has arrived yet. Write “help” to the bot in Teams. If it does not answer, the messaging endpoint at the Azure Bot is wrong.',
    channel: 'The channel of the data protection office',
    channelFault: {
      notAnId:
        'channels.teams is no id of a channel or group chat. It has the form 19:…@thread.tacv2; in a copied link, %3A is a colon and %40 an @.',
      botNotThere: 'The bot is not in it. Add the app to the team or the group chat.',
      gone: 'There is no such channel, or the bot is not in it. Check channels.teams, and add the app.',
    },
    guests: (count) =>
      count === 1
        ? 'One guest reads along there. Remove them, or take a team of its own for the privacy office.'
        : `${count} guests read along there. Remove them, or take a team of its own for the privacy office.`,
    person: (name) => `The account of ${name}`,
    personFault: {
      notInChannel:
        'This person is not in the channel of the data protection office. Add them to the team, or correct accounts.teams (object id from Entra).',
      closed: 'The personal chat is closed: the app was removed or blocked. Install it for this person again.',
    },
    noChatYet:
      'The bot has not heard of this person yet. One “help” in the personal chat is enough; until then the card in the channel does not show them the steps.',
    notReached: 'Teams could not be reached or gave no clear answer. Try again.',
    notesUnreadable:
      'What Fristwacht remembers of Teams could not be read; the register is busy, or the master key is missing.\n',
    development:
      'Only for trying out (TEAMS_DEVELOPMENT=yes): there is no account at Microsoft, so all that is checked is whether the bot runs.\n',
  },
};
