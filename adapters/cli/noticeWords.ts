import type { NoticeUnfit } from '../../src/notices/authorityNotice.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

type Words = {
  readonly help: string;
  readonly faulty: (file: string) => string;
  readonly noSuchCase: (number: string) => string;
  readonly whichAuthority: (owed: readonly string[]) => string;
  readonly unfit: Readonly<Record<NoticeUnfit['unfit'], string>>;
  readonly isThere: (path: string) => string;
  readonly written: (path: string) => string;
};

export const noticeCommandWords: Readonly<Record<CommandLineLanguage, Words>> = {
  de: {
    help: 'fristwacht notice DP-2026-0001 [--kind first|follow-up|final|correction|withdrawal] [--format txt|docx|pdf|json|paste] [--language de|en] [--authority de-nw] [--controller …] [--out Datei]\n\nEntwirft die Meldung an die Aufsichtsbehörde aus dem Register. Es wird nichts abgesandt. Die Einsicht wird festgehalten.\nDOCX und PDF kommen immer in eine Datei, alles andere ohne --out auf den Bildschirm. „paste“ ordnet die Angaben wie das Formular der Behörde.\n\nEintragen: fristwacht notice next|set|group|measure|sent|told|reference|question|answer|controllers --help\n',
    faulty: (file) => `Die Konfiguration ${file} lässt sich nicht lesen. „fristwacht start“ sagt, was zu beheben ist.\n`,
    noSuchCase: (number) => `Den Vorgang ${number} gibt es nicht.\n`,
    whichAuthority: (owed) =>
      owed.length === 0
        ? 'Dieser Verantwortliche schuldet in diesem Vorgang keine Meldung.\n'
        : `An welche Behörde? --authority: ${owed.join(', ')}\n`,
    unfit: {
      noSuchDuty: 'An diese Behörde ist in diesem Vorgang nichts zu melden.\n',
      alreadySent: 'Die erste Meldung ist schon abgesandt. Wählen Sie --kind follow-up oder final.\n',
      nothingSent: 'An diese Behörde ging noch nichts. Beginnen Sie mit --kind first.\n',
      notComplete: 'Es fehlt noch etwas, also ist sie nicht abschließend. Wählen Sie --kind follow-up.\n',
    },
    isThere: (path) => `${path} gibt es schon; es wurde nichts überschrieben.\n`,
    written: (path) => `Geschrieben: ${path}\n`,
  },
  en: {
    help: 'fristwacht notice DP-2026-0001 [--kind first|follow-up|final|correction|withdrawal] [--format txt|docx|pdf|json|paste] [--language de|en] [--authority de-nw] [--controller …] [--out file]\n\nDraws the notice to the supervisory authority from the register. Nothing is sent. The look is recorded.\nDOCX and PDF always go into a file, everything else to the screen unless --out is given. “paste” has the order of the authority’s own form.\n\nTo enter something: fristwacht notice next|set|group|measure|sent|told|reference|question|answer|controllers --help\n',
    faulty: (file) => `The configuration ${file} cannot be read. “fristwacht start” says what to mend.\n`,
    noSuchCase: (number) => `There is no case ${number}.\n`,
    whichAuthority: (owed) =>
      owed.length === 0
        ? 'This controller owes no notice in this case.\n'
        : `To which authority? --authority: ${owed.join(', ')}\n`,
    unfit: {
      noSuchDuty: 'Nothing is to be notified to this authority in this case.\n',
      alreadySent: 'The first notice has been sent. Choose --kind follow-up or final.\n',
      nothingSent: 'Nothing has gone to this authority yet. Begin with --kind first.\n',
      notComplete: 'Something is still missing, so it is not final. Choose --kind follow-up.\n',
    },
    isThere: (path) => `${path} is there already; nothing was overwritten.\n`,
    written: (path) => `Written: ${path}\n`,
  },
};
