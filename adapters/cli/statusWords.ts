import type { CommandLineLanguage } from './preferredLanguage.ts';

type StatusCommandWords = { readonly help: string; readonly configurationFaulty: (file: string) => string };

export const statusCommandWords: Readonly<Record<CommandLineLanguage, StatusCommandWords>> = {
  de: {
    help: `fristwacht status

Sagt, ob Fristwacht läuft: wann zuletzt nachgesehen wurde, was offen ist, was wartet und was zuletzt fehlschlug. Nennt keinen Vorgang und
verändert nichts; auch während Fristwacht läuft.
  Rückgabe: 0, wenn alles in Ordnung ist; 1, wenn etwas nicht stimmt; 2 bei falschem Aufruf
`,
    configurationFaulty: (file) => `In ${file} ist etwas zu berichtigen; „fristwacht start“ sagt, was.\n`,
  },
  en: {
    help: `fristwacht status

Tells whether Fristwacht is running: when it last looked, what is open, what waits and what failed last. Names no case and changes nothing;
also while Fristwacht runs.
  exit code: 0 when all is well, 1 when something is wrong, 2 when asked wrongly
`,
    configurationFaulty: (file) => `Something in ${file} is to be corrected; “fristwacht start” says what.\n`,
  },
};
