// Citations as a page has room for them: works by a short name, what continues the place before without its name, and the marks of what we
// did not read in the original as footnotes. JSON and chat print them in full.
import { evidenceOf, placeText, type Citation, type Lang } from '../../src/law/sources.ts';
import { isStatute } from '../../src/law/statutes.ts';

/** What a page never breaks inside of: it becomes a space again when the lines are drawn. */
export const NO_BREAK = '\u00a0';

const FOOTNOTES = { secondary: '*', unverified: '**' } as const;

const footnoteOf = (c: Citation): string => {
  const evidence = evidenceOf(c);
  return c.source !== 'OPEN_QUESTION' && (evidence === 'secondary' || evidence === 'unverified') ? FOOTNOTES[evidence] : '';
};

/** A place as its work, the word before its number, and the number itself. */
type Place = { readonly work: string; readonly unit: string; readonly number: string };

/** The word before several numbers, where it is another one. */
const PLURAL: Readonly<Record<string, string>> = {
  'Fall ': 'Fälle ',
  'case ': 'cases ',
  'para. ': 'paras. ',
  'recital ': 'recitals ',
};

const isContinued = (place: Place, next: Place | undefined): boolean =>
  place.unit !== '' && place.unit !== 'Q-' && next?.unit === place.unit && next.work === place.work;

function placeOf(c: Citation, lang: Lang): Place {
  const de = lang === 'de';
  const guidelines = de ? 'EDSA 01/2021, ' : 'EDPB 01/2021, ';
  const inFull: Place = { work: '', unit: '', number: placeText(c, lang) };
  if (isStatute(c)) return inFull;
  switch (c.source) {
    case 'GDPR_RECITAL':
      return { work: '', unit: de ? 'ErwGr. ' : 'recital ', number: String(c.recital) };
    case 'EDPB_01_2021':
      return { work: guidelines, unit: de ? 'Rn. ' : 'para. ', number: String(c.para) };
    case 'EDPB_01_2021_CASE':
      return { work: guidelines, unit: de ? 'Fall ' : 'case ', number: String(c.case) };
    case 'EDPB_9_2022':
      return { work: de ? 'EDSA 9/2022, ' : 'EDPB 9/2022, ', unit: de ? 'Anhang B ' : 'Annex B ', number: c.annexB };
    case 'OPEN_QUESTION':
      return { work: '', unit: 'Q-', number: c.id.replace('Q-', '') };
    case 'GDPR':
    case 'DSK_KP_18':
    case 'DSK_KP_18_MATRIX':
    case 'ENISA_2013':
    case 'REG_1182_71':
    case 'UODO_MBANK':
    case 'UODO_ENEA':
      return inFull;
  }
}

/**
 * Several citations behind one sentence. `but` is the provision that stands in the heading above them; it is left out where another
 * source is left.
 */
export function citedOnPage(citations: readonly Citation[], lang: Lang, but?: Citation): string {
  const heading = but === undefined ? undefined : placeText(but, lang);
  const others = citations.filter((citation) => placeText(citation, lang) !== heading);
  const cited = others.length === 0 ? citations : others;
  const places = cited.map((citation) => placeOf(citation, lang));
  const parts = cited.map((citation, at): string => {
    const [before, place, next] = [places[at - 1], placeOf(citation, lang), places[at + 1]];
    const numbered = `${place.number}${footnoteOf(citation)}`;
    if (before !== undefined && isContinued(before, place)) return `, ${numbered}`;
    const unit = isContinued(place, next) ? (PLURAL[place.unit] ?? place.unit) : place.unit;
    const isSameWork = place.work !== '' && place.work === before?.work;
    const joint = before === undefined ? '' : isSameWork ? ', ' : '; ';
    return `${joint}${`${isSameWork ? '' : place.work}${unit}${numbered}`.replaceAll(' ', NO_BREAK)}`;
  });
  return parts.join('');
}
