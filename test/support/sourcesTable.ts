import { SOURCES, type Evidence, type Lang, type Source, type SourceName, type Text } from '../../src/law/sources.ts';

const HEAD: Text = {
  de: '| Quelle | Fassung | Text vom | zuletzt verglichen | Beleg |\n|---|---|---|---|---|',
  en: '| source | version | text of | last compared | evidence |\n|---|---|---|---|---|',
};

const EVIDENCE: Readonly<Record<Evidence, Text>> = {
  original: { de: 'Original gelesen', en: 'original read' },
  authority: { de: 'eine Behörde zitiert oder veröffentlicht es', en: 'an authority quotes or publishes it' },
  secondary: { de: 'Sekundärquelle', en: 'secondary source' },
  unverified: { de: 'nicht am Original geprüft', en: 'not compared with the original' },
};

/** The table of sources as both READMEs print it; the test keeps them equal. */
export function sourcesTable(language: Lang): string {
  const rows = (Object.keys(SOURCES) as SourceName[]).map((name) => {
    const { title, url, version, textAsOf, comparedOn, evidence }: Source = SOURCES[name];
    return `| [${title[language]}](${url}) | ${version} | ${textAsOf ?? '–'} | ${comparedOn ?? '–'} | ${EVIDENCE[evidence][language]} |`;
  });
  return [HEAD[language], ...rows].join('\n');
}
