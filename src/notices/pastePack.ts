// The notice in the order of the competent authority's own form, each answer ready to copy, and what makes notices fail there.
import type { Proof } from '../authorities/authorityAdvice.ts';
import { authorityOfId } from '../authorities/directory.ts';
import type { Lang, Text } from '../law/sources.ts';
import { PROOF_WORDS } from '../words/noticeWords.ts';
import { wordsOf } from '../words/wordsOf.ts';
import type { AuthorityNotice } from './authorityNotice.ts';
import { FIELD_TABLE, type FieldId } from './fieldTable.ts';
import { sayValue, untiedMeasures } from './fieldValue.ts';
import type { FilledField } from './noticeFields.ts';
import { PASTE_FORMS, type PasteEntry } from './pasteForms.ts';

export type PastedEntry = {
  readonly heading: string;
  readonly text: string;
  /** `check`: holds a proposal nobody has read. `open`: something of it is missing. */
  readonly state: 'ready' | 'check' | 'open';
  readonly fields: readonly FieldId[];
};
export type PastePack = {
  readonly authority: string;
  /** `general`: we do not know the order of this form, so the general one is used. */
  readonly coverage: 'complete' | 'in-part' | 'general';
  readonly page?: string;
  readonly traps: readonly string[];
  readonly proof: readonly Proof[];
  readonly entries: readonly PastedEntry[];
  /** What the notice holds and this form was not seen to ask for. */
  readonly others: readonly PastedEntry[];
};

export function pastePack(notice: AuthorityNotice, lang: Lang): PastePack {
  const form = PASTE_FORMS[notice.authority];
  const known = authorityOfId(notice.authority);
  const entries = form?.entries ?? FIELD_TABLE.map(generalEntry);
  const asked = new Set(entries.flatMap(({ fields }) => fields));
  const rest = FIELD_TABLE.filter(({ id }) => !asked.has(id)).map(generalEntry);
  const style = { lang, zone: notice.zone };
  const pasted = (from: readonly PasteEntry[]) => from.flatMap((entry) => pastedEntry(entry, notice.fields, style) ?? []);
  return {
    authority: notice.authority,
    coverage: form?.coverage ?? 'general',
    ...(known?.page !== undefined && { page: known.page.url }),
    traps: (known?.traps ?? []).map((trap) => trap[lang]),
    proof: known?.proof ?? ['own-copy'],
    entries: pasted(entries),
    others: pasted(rest),
  };
}

const generalEntry = ({ id, label }: { readonly id: FieldId; readonly label: Text }): PasteEntry => ({
  heading: label,
  fields: [id],
});

type Style = { readonly lang: Lang; readonly zone: string };

/** Fields that nobody needs and nobody filled are passed over; undefined where nothing remains. */
function pastedEntry({ heading, fields }: PasteEntry, all: readonly FilledField[], style: Style): PastedEntry | undefined {
  const found = fields.flatMap((id) => all.find((field) => field.id === id) ?? []);
  const shown = found.filter(({ needed, state }) => needed !== 'no' || state !== 'missing');
  if (shown.length === 0) return undefined;
  const isOpen = shown.some(({ state }) => state === 'missing' || state === 'to-be-determined');
  const text = shown.map((field) => said(field, shown.length > 1, style)).join('\n');
  const state = isOpen ? 'open' : shown.some(needsALook) ? 'check' : 'ready';
  return { heading: heading[style.lang], text, state, fields: shown.map(({ id }) => id) };
}

/** A proposal nobody has read, or a measure nobody has tied to a risk. */
const needsALook = (field: FilledField): boolean =>
  field.state === 'proposed' || (field.state === 'known' && untiedMeasures(field.value) > 0);

const FOLLOWS: Text = { de: 'wird nachgereicht', en: 'will follow' };

function said(field: FilledField, withLabel: boolean, { lang, zone }: Style): string {
  const isKnown = field.state === 'known' || field.state === 'proposed';
  const value = isKnown ? sayValue(field.value, lang, zone) : FOLLOWS[lang];
  return withLabel ? `${field.row.label[lang]}: ${value}` : value;
}

const PACK_WORDS = {
  de: {
    title: (authority: string) => `Zum Übertragen in das Formular: ${authority}`,
    coverage: {
      complete: 'Reihenfolge des Formulars, alle uns bekannten Fragen; Überschriften in unseren Worten.',
      'in-part': 'Das Formular ist uns nur in Teilen bekannt. Was wir kennen, steht zuerst.',
      general: 'Dieses Formular kennen wir nicht; die Angaben stehen in allgemeiner Reihenfolge.',
    },
    page: 'Seite der Behörde',
    noPage: 'Die Seite für Meldungen ist uns nicht bekannt. Suchen Sie sie auf der Website der Behörde.',
    traps: 'Achtung',
    others: 'Weitere Angaben, falls danach gefragt wird',
    proof: 'Als Nachweis aufbewahren',
    state: { ready: '', check: ' [Vorschlag, bitte prüfen]', open: ' [noch nicht vollständig]' },
  },
  en: {
    title: (authority: string) => `To copy into the form: ${authority}`,
    coverage: {
      complete: 'In the order of the form, all questions we know of; headings in our words.',
      'in-part': 'We know this form only in part. What we know comes first.',
      general: 'We do not know this form; the details stand in a general order.',
    },
    page: 'Page of the authority',
    noPage: 'We do not know the page for notices. Look for it on the website of the authority.',
    traps: 'Mind',
    others: 'Further details, in case they are asked for',
    proof: 'Keep as proof',
    state: { ready: '', check: ' [proposal, please check]', open: ' [not complete yet]' },
  },
} as const satisfies Record<Lang, object>;

/** A line that somebody wrote never looks like a heading of ours. */
const noHeading = (text: string): string => text.replaceAll(/^#/gmu, ' #');

/** The pack as text: headings with the answers below them, divided by lines, so that each can be marked and copied. */
export function pasteText(pack: PastePack, lang: Lang): string {
  const words = PACK_WORDS[lang];
  const shown = ({ heading, text, state }: PastedEntry): string => `### ${heading}${words.state[state]}\n${noHeading(text)}`;
  return [
    words.title(wordsOf(lang).recipient('art33-1', pack.authority)),
    words.coverage[pack.coverage],
    pack.page === undefined ? words.noPage : `${words.page}: ${pack.page}`,
    ...(pack.traps.length === 0 ? [] : [`${words.traps}:\n${pack.traps.map((trap) => `- ${trap}`).join('\n')}`]),
    `${words.proof}: ${pack.proof.map((proof) => PROOF_WORDS[proof][lang]).join(', ')}`,
    ...pack.entries.map(shown),
    ...(pack.others.length === 0 ? [] : [`## ${words.others}`, ...pack.others.map(shown)]),
    '',
  ].join('\n\n');
}
