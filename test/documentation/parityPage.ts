import { CASES, type Feature, FEATURES, type Lacks, type Suite, SUITES } from '../contracts/features.ts';

/** What became of one test of the conformance suite. */
export type Played = { readonly suite: Suite; readonly title: string; readonly passed: boolean };

const SUITE_NAMES = Object.keys(SUITES) as readonly Suite[];
const HEAD = `# Was Slack und Teams können / What Slack and Teams can do

Diese Seite ist aus den Ergebnissen der gemeinsamen Testreihe erzeugt (\`npm run docs:parity\`); bitte nicht von Hand ändern.
This page is generated from the results of the common tests (\`npm run docs:parity\`); please do not edit it by hand.

**Deutsch.** Jede Zeile ist ein Gespräch, das auf jeder Plattform von Anfang bis Ende gespielt wird, gegen einen eigenen Ersatz für Slack und für
Teams, über echtes HTTP und mit echter Prüfung der Unterschriften. Die Wörter sind überall dieselben: Beide Plattformen zeichnen dieselben Karten.
✓ heißt bestanden, ✗ nicht bestanden; eine Zahl verweist auf den Grund unter der Tabelle. An einem echten Workspace oder Mandanten wurde nichts geprüft.

**English.** Each line is a conversation that is played on each platform from beginning to end, against a stand-in of our own for Slack and for
Teams, over real HTTP and with real checks of signatures. The words are the same everywhere: both platforms draw the same cards. ✓ means passed,
✗ failed; a number leads to the reason below the table. Nothing was tried on a real workspace or tenant.
`;

/** The page as these results make it. A feature of which no test was played is not passed. */
export function parityPage(results: readonly Played[]): string {
  const reasons: string[] = [];
  const rows = (Object.keys(FEATURES) as readonly Feature[]).flatMap((feature) =>
    titlesOf(feature).map(({ de, en }) => {
      const cells = SUITE_NAMES.map((suite) => cell(results, suite, feature, en, reasons));
      return `| ${de} · ${upper(en)}${en.endsWith('.') ? '' : '.'} | ${cells.join(' | ')} |`;
    }),
  );
  const table = [`| | ${SUITE_NAMES.join(' | ')} |`, `|---|${SUITE_NAMES.map(() => ':-:').join('|')}|`, ...rows].join('\n');
  return [
    HEAD,
    table,
    ...(reasons.length === 0 ? [] : [reasons.map((reason, at) => `${at + 1}. ${reason}`).join('\n')]),
    '',
  ].join('\n\n');
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const titlesOf = (feature: Feature): readonly { readonly de: string; readonly en: string }[] => {
  const { de, en } = FEATURES[feature];
  return feature === 'case' ? CASES.map((no) => ({ de: de.replace('%s', no), en: en.replace('%s', no) })) : [{ de, en }];
};

function cell(results: readonly Played[], suite: Suite, feature: Feature, title: string, reasons: string[]): string {
  const lacks: Lacks = SUITES[suite];
  const why = lacks[feature];
  if (why !== undefined) {
    reasons.push(`${suite}: ${why.de} / ${why.en}`);
    return String(reasons.length);
  }
  const played = results.filter((one) => one.suite === suite && one.title === title);
  return played.length > 0 && played.every(({ passed }) => passed) ? '✓' : '✗';
}

/** Every test that a suite of this version has, as if it had passed. */
export const everythingPassed = (): readonly Played[] =>
  SUITE_NAMES.flatMap((suite) =>
    (Object.keys(FEATURES) as readonly Feature[]).flatMap(titlesOf).map(({ en }) => ({ suite, title: en, passed: true })),
  );
