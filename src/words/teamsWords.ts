// Words that only Teams needs: for its dialogs, its messages and its commands.
import type { Lang } from '../law/sources.ts';

export type TeamsWords = {
  readonly repeated: string;
  /** In a channel, to somebody who wrote there: no word of what they wrote. */
  readonly answeredInPerson: string;
  readonly writeToMe: string;
  readonly messageChanged: (text: string) => string;
  readonly messageDeleted: string;
  readonly tryAgain: string;
  readonly onlyOurPeople: string;
  readonly showPresent: string;
  readonly open: string;
};

export const teamsWords: Readonly<Record<Lang, TeamsWords>> = {
  de: {
    repeated: 'Diese Nachricht wird wiederholt, weil Teams auf die erste nicht geantwortet hat.',
    answeredInPerson: 'Ich habe Ihnen im persönlichen Chat geantwortet. Dort liest niemand mit.',
    writeToMe: 'Bitte schreiben Sie mir im persönlichen Chat. Dort liest niemand mit.',
    messageChanged: (text) => `Die Nachricht wurde im Chat geändert. Sie lautet jetzt: „${text}“`,
    messageDeleted: 'Die Nachricht, aus der diese Meldung entstand, wurde im Chat gelöscht.',
    tryAgain: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    onlyOurPeople:
      'Fristwacht ist nur für Beschäftigte dieser Organisation da. Bitte wenden Sie sich an die Person, mit der Sie hier zusammenarbeiten.',
    showPresent: 'Aktuellen Stand zeigen',
    open: 'Öffnen',
  },
  en: {
    repeated: 'This message is repeated because Teams did not answer to the first one.',
    answeredInPerson: 'I have answered you in our personal chat. Nobody reads along there.',
    writeToMe: 'Please write to me in our personal chat. Nobody reads along there.',
    messageChanged: (text) => `The message was changed in the chat. It now says: “${text}”`,
    messageDeleted: 'The message this report was made from was deleted in the chat.',
    tryAgain: 'That did not work. Please try again.',
    onlyOurPeople: 'Fristwacht is there for the people of this organisation only. Please turn to the person you work with here.',
    showPresent: 'Show the present state',
    open: 'Open',
  },
};
