// Words that only Slack needs: for its windows, its messages and its commands.
import type { Lang } from '../law/sources.ts';

export type SlackWords = {
  /** Where the button of a form is too long for Slack. */
  readonly send: string;
  readonly close: string;
  readonly choose: string;
  readonly open: string;
  readonly earlierPage: string;
  readonly laterPage: string;
  readonly page: (page: number, pages: number) => string;
  readonly waiting: string;
  readonly stillRecording: string;
  readonly onlyTheBeginning: string;
  /** The message a report was begun from. */
  readonly fromMessage: (link: string) => string;
  readonly publicChannel: string;
  /** One word after the command that is none we know. */
  readonly unknownWord: string;
  readonly windowTooLate: string;
  readonly tryAgain: string;
  readonly messageChanged: (text: string) => string;
  readonly messageDeleted: (text: string) => string;
  /** To the data protection office, when its channel cannot be used. */
  readonly channelRefused: Readonly<Record<ChannelFault, string>>;
  readonly repeated: string;
};

/** Why a channel is not used for cases. */
export const CHANNEL_FAULTS = ['public', 'shared', 'archived', 'notMember', 'notFound', 'notAllowed'] as const;
export type ChannelFault = (typeof CHANNEL_FAULTS)[number];

export const slackWords: Readonly<Record<Lang, SlackWords>> = {
  de: {
    send: 'Senden',
    close: 'Schließen',
    choose: 'Auswählen',
    open: 'Öffnen',
    earlierPage: 'Vorherige Seite',
    laterPage: 'Nächste Seite',
    page: (page, pages) => `Seite ${page} von ${pages}`,
    waiting: 'Einen Moment bitte.',
    stillRecording:
      'Ihre Angaben werden noch gespeichert. Bitte lassen Sie dieses Fenster offen, bis hier steht, was daraus geworden ist.',
    onlyTheBeginning:
      'Hier steht nur der Anfang Ihres Textes. Der Rest steht weiter in Ihrer Nachricht. Melden Sie bitte zuerst und ergänzen Sie ihn danach.',
    fromMessage: (link) => `Nachricht in Slack: ${link}`,
    publicChannel:
      'Achtung: Die Nachricht steht in einem öffentlichen Kanal. Bitten Sie die Person, die sie geschrieben hat, sie zu entfernen, sobald der Vorgang gemeldet ist.',
    unknownWord:
      'Dieses Wort kenne ich nicht als Befehl. Möchten Sie etwas melden, füllen Sie das Fenster aus; sonst schließen Sie es einfach. Befehle sind: liste, fall DP-2026-0001, heute, status, export, suche …, meine meldungen, hilfe.',
    windowTooLate: 'Das Fenster ließ sich nicht öffnen. Bitte drücken Sie noch einmal.',
    tryAgain: 'Das hat nicht geklappt, und es wurde nichts gespeichert. Bitte versuchen Sie es noch einmal.',
    messageChanged: (text) => `Die Nachricht wurde im Chat geändert. Sie lautet jetzt: „${text}“`,
    messageDeleted: (text) =>
      text === '' ? 'Eine Nachricht wurde im Chat gelöscht.' : `Diese Nachricht wurde im Chat gelöscht: „${text}“`,
    channelRefused: {
      public: 'Der eingestellte Kanal ist öffentlich. Fristwacht schreibt nur in einen privaten Kanal.',
      shared:
        'Der eingestellte Kanal ist mit einer anderen Organisation geteilt (Slack Connect). Fristwacht schreibt dort nicht.',
      archived: 'Der eingestellte Kanal ist archiviert.',
      notMember: 'Fristwacht ist nicht Mitglied des eingestellten Kanals. Laden Sie die App dort ein.',
      notFound:
        'Den eingestellten Kanal gibt es nicht, oder Fristwacht ist dort nicht Mitglied. Laden Sie die App in den privaten Kanal ein.',
      notAllowed:
        'Fristwacht darf den eingestellten Kanal nicht prüfen. Ist er privat, fehlt die Berechtigung groups:read; ein öffentlicher Kanal wird nicht benutzt.',
    },
    repeated: 'Diese Nachricht wird wiederholt, weil Slack auf die erste nicht geantwortet hat.',
  },
  en: {
    send: 'Send',
    close: 'Close',
    choose: 'Choose',
    open: 'Open',
    earlierPage: 'Previous page',
    laterPage: 'Next page',
    page: (page, pages) => `Page ${page} of ${pages}`,
    waiting: 'One moment, please.',
    stillRecording: 'What you entered is still being saved. Please keep this window open until it says what became of it.',
    onlyTheBeginning:
      'Only the beginning of your text is shown here. The rest still stands in your message. Please report first and add it afterwards.',
    fromMessage: (link) => `Message in Slack: ${link}`,
    publicChannel:
      'Please note: the message stands in a public channel. Ask the person who wrote it to remove it once the incident is reported.',
    unknownWord:
      'I do not know this word as a command. If you want to report something, fill in the window; otherwise just close it. Commands are: list, case DP-2026-0001, today, status, export, search …, my reports, help.',
    windowTooLate: 'The window could not be opened. Please press again.',
    tryAgain: 'That did not work, and nothing was saved. Please try again.',
    messageChanged: (text) => `The message was changed in the chat. It now reads: “${text}”`,
    messageDeleted: (text) =>
      text === '' ? 'A message was deleted in the chat.' : `This message was deleted in the chat: “${text}”`,
    channelRefused: {
      public: 'The configured channel is public. Fristwacht writes to a private channel only.',
      shared: 'The configured channel is shared with another organisation (Slack Connect). Fristwacht does not write there.',
      archived: 'The configured channel is archived.',
      notMember: 'Fristwacht is not a member of the configured channel. Invite the app there.',
      notFound:
        'The configured channel does not exist, or Fristwacht is not a member of it. Invite the app to the private channel.',
      notAllowed:
        'Fristwacht may not check the configured channel. If it is private, the scope groups:read is missing; a public channel is not used.',
    },
    repeated: 'This message is repeated because Slack did not answer to the first one.',
  },
};
