// What the rules rest on: how well a pinpoint is backed, and how lawyers of either language cite it. Other layers import from here.
import type { Citation } from './citation.ts';
import { SOURCES, type Evidence, type Lang, type Text } from './sourceList.ts';
import { isStatute, statuteText } from './statutes.ts';

export { annexB, edpbCase, edpbPara, enisa, gdpr, gdprDefinition, openQuestion, recital } from './citation.ts';
export { bdsg } from './statutes.ts';
export type { Citation, SourceName } from './citation.ts';
export { SOURCES, type Evidence, type Lang, type Source, type Text } from './sourceList.ts';

/**
 * How each published case is backed as a whole. For the single answers of a case see `test/cases/edpb-01-2021.ts`, for what was compared
 * with what `docs/law/evidence.md`; only case 1 was compared with the published text (open question Q-13). The German edition is assumed
 * to count its paragraphs alike (Q-02).
 */
const CASE_EVIDENCE: Readonly<Record<number, Evidence>> = {
  1: 'original',
  2: 'secondary',
  3: 'secondary',
  4: 'secondary',
  5: 'secondary',
  6: 'secondary',
  7: 'authority',
  8: 'secondary',
  9: 'authority',
  10: 'secondary',
  11: 'authority',
  12: 'authority',
  13: 'authority',
  14: 'authority',
  15: 'authority',
  16: 'authority',
  17: 'authority',
  18: 'authority',
};

/** Annex B of Guidelines 9/2022: what is not named here is general knowledge, still to be compared (open question Q-16). */
const ANNEX_B_EVIDENCE: Readonly<Record<string, Evidence>> = { i: 'secondary', x: 'secondary' };

/** Articles of the GDPR that no authority we read quotes; the others are quoted in decisions. */
const GDPR_EVIDENCE: Readonly<Record<number, Evidence>> = { 26: 'secondary', 28: 'secondary' };

/** The evidence behind one citation; for published cases and examples it differs from one to the next. */
export function evidenceOf(citation: Citation): Evidence {
  if (citation.source === 'EDPB_01_2021_CASE') return CASE_EVIDENCE[citation.case] ?? 'unverified';
  if (citation.source === 'EDPB_9_2022') return ANNEX_B_EVIDENCE[citation.annexB] ?? 'unverified';
  if (citation.source === 'GDPR') return GDPR_EVIDENCE[citation.article] ?? SOURCES.GDPR.evidence;
  if (isStatute(citation) && citation.backedBy !== undefined) return citation.backedBy;
  return SOURCES[citation.source].evidence;
}

function gdprText(c: Citation & { source: 'GDPR' }, lang: Lang): string {
  const german = `Art. ${c.article}${c.paragraph === undefined ? '' : ` Abs. ${c.paragraph}`}${c.point === undefined ? '' : ` Buchst. ${c.point}`}`;
  const english = `Art. ${c.article}${c.paragraph === undefined ? '' : `(${c.paragraph})`}${c.point === undefined ? '' : `(${c.point})`}`;
  if (c.number !== undefined) return lang === 'de' ? `${german} Nr. ${c.number} DSGVO` : `${english}(${c.number}) GDPR`;
  return lang === 'de' ? `${german} DSGVO` : `${english} GDPR`;
}

/** One citation without the mark of its evidence: for papers that go to others. */
export function placeText(c: Citation, lang: Lang): string {
  if (isStatute(c)) return statuteText(c, lang);
  const de = lang === 'de';
  switch (c.source) {
    case 'GDPR':
      return gdprText(c, lang);
    case 'GDPR_RECITAL':
      return de ? `ErwGr. ${c.recital} DSGVO` : `recital ${c.recital} GDPR`;
    case 'EDPB_01_2021':
      return de ? `EDSA-Leitlinien 01/2021, Rn. ${c.para}` : `EDPB Guidelines 01/2021, para. ${c.para}`;
    case 'EDPB_01_2021_CASE':
      return de ? `EDSA-Leitlinien 01/2021, Fall ${c.case}` : `EDPB Guidelines 01/2021, case ${c.case}`;
    case 'EDPB_9_2022':
      return de
        ? `EDSA-Leitlinien 9/2022, Anhang B, Beispiel ${c.annexB}`
        : `EDPB Guidelines 9/2022, Annex B, example ${c.annexB}`;
    case 'DSK_KP_18':
      return de ? 'DSK-Kurzpapier Nr. 18' : 'DSK short paper no. 18';
    case 'DSK_KP_18_MATRIX':
      return de ? 'DSK-Kurzpapier Nr. 18, Matrix' : 'DSK short paper no. 18, matrix';
    case 'ENISA_2013':
      return `ENISA 2013, ${c.part}`;
    case 'REG_1182_71':
      return de
        ? `Art. ${c.article} Abs. ${c.paragraph} VO (EWG, Euratom) 1182/71`
        : `Art. ${c.article}(${c.paragraph}) Reg. (EEC, Euratom) 1182/71`;
    case 'UODO_MBANK':
      return 'UODO (PL), DKN.5131.1.2024';
    case 'UODO_ENEA':
      return 'UODO (PL), ENEA';
    case 'OPEN_QUESTION':
      return de ? `eigene Herleitung ${c.id}` : `own derivation ${c.id}`;
  }
}

/** What is printed behind a citation that neither the original nor an authority backs. */
const EVIDENCE_MARK: Readonly<Record<Evidence, Text | undefined>> = {
  original: undefined,
  authority: undefined,
  secondary: { de: 'Sekundärquelle', en: 'secondary source' },
  unverified: { de: 'nicht am Original geprüft', en: 'not compared with the original' },
};

/** A citation the way lawyers of the language write it. What is not backed by the original or an authority says so in brackets. */
export function citeText(c: Citation, lang: Lang): string {
  const mark = c.source === 'OPEN_QUESTION' ? undefined : EVIDENCE_MARK[evidenceOf(c)];
  return mark === undefined ? placeText(c, lang) : `${placeText(c, lang)} [${mark[lang]}]`;
}

/** Several citations in one line. Where one continues the work named before it, the name is not repeated. */
export function citeAll(citations: readonly Citation[], lang: Lang): string {
  const parts = citations.map((citation) => citeText(citation, lang));
  return parts.reduce((line, part, at) => {
    const work = /^(.+? \d+\/\d+, )/.exec(part)?.[1];
    const isSameWork = work !== undefined && parts[at - 1]?.startsWith(work) === true;
    if (line === '') return part;
    return isSameWork ? `${line}, ${part.slice(work.length)}` : `${line}; ${part}`;
  }, '');
}
