import type { Lang } from '../../src/law/sources.ts';

export type FilesWords = {
  readonly title: string;
  readonly intro: string;
  readonly code: string;
  readonly submit: string;
  readonly wrong: (left: number) => string;
  readonly gone: string;
  readonly refused: string;
  readonly tooLarge: string;
  readonly unavailable: string;
};

/** What stands on the page where an export is fetched; nothing of a case. */
export const filesWords: Readonly<Record<Lang, FilesWords>> = {
  de: {
    title: 'Export abholen',
    intro:
      'Geben Sie den Code ein, den Fristwacht Ihnen im Chat gezeigt hat. Danach beginnt das Herunterladen; der Link gilt nur einmal.',
    code: 'Code (acht Ziffern)',
    submit: 'Herunterladen',
    wrong: (left) =>
      left === 1
        ? 'Der Code stimmt nicht. Sie haben noch einen Versuch.'
        : `Der Code stimmt nicht. Sie haben noch ${left} Versuche.`,
    gone: 'Dieser Link gilt nicht oder nicht mehr. Erstellen Sie im Chat einen neuen.',
    refused: 'Diesen Export dürfen Sie nicht mehr abholen. Wenden Sie sich an die Datenschutzstelle.',
    tooLarge:
      'Der Export ist zu groß, um ihn hier abzuholen. Wählen Sie im Chat einen kürzeren Zeitraum, oder lassen Sie ihn auf dem Server erstellen.',
    unavailable: 'Das Register antwortet gerade nicht. Erstellen Sie in einigen Minuten im Chat einen neuen Link.',
  },
  en: {
    title: 'Fetch the export',
    intro: 'Enter the code that Fristwacht showed you in the chat. Then the download begins; the link works only once.',
    code: 'Code (eight digits)',
    submit: 'Download',
    wrong: (left) =>
      left === 1 ? 'The code is wrong. You can try once more.' : `The code is wrong. You can try ${left} more times.`,
    gone: 'This link does not work, or not any more. Make a new one in the chat.',
    refused: 'You may not fetch this export any more. Turn to the data protection office.',
    tooLarge:
      'The export is too large to be fetched here. Choose a shorter span of time in the chat, or have it made on the server.',
    unavailable: 'The register does not answer just now. Make a new link in the chat in a few minutes.',
  },
};
