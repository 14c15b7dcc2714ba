import { parseArgs } from 'node:util';
import {
  AUTHORITIES,
  AUTHORITY_KINDS,
  type Authority,
  authorityNamed,
  authorityOfId,
  EDPB_HUB,
} from '../../src/authorities/directory.ts';
import type { Seat } from '../../src/authorities/competent.ts';
import { findAuthority } from '../../src/authorities/findAuthority.ts';
import { PROOF_WORDS } from '../../src/words/noticeWords.ts';
import { PROFILE_NAMES } from '../../src/rules/profiles/profileName.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';

const WORDS = {
  de: {
    help: 'fristwacht authority [id oder Kurzname]\nfristwacht authority --country DE [--land NW] [--sector private|public] [--profile catholic]\n\nNennt eine Aufsichtsbehörde, oder die zuständige mit Begründung. Ohne Angaben: alle.\n',
    unknown: (id: string) => `Diese Behörde kennt das Verzeichnis nicht: ${id}\n`,
    page: 'Meldung',
    missing: 'nicht gefunden; Übersicht:',
    unverified: '(nicht belegt)',
    mind: 'Achtung',
    proof: 'Nachweis',
    checked: 'zuletzt geprüft (gespeicherte Kopie)',
    why: 'Grund',
    also: 'außerdem',
  },
  en: {
    help: 'fristwacht authority [id or short name]\nfristwacht authority --country DE [--land NW] [--sector private|public] [--profile catholic]\n\nNames a supervisory authority, or the competent one with the reason. Without arguments: all.\n',
    unknown: (id: string) => `The directory does not know this authority: ${id}\n`,
    page: 'Notice',
    missing: 'not found; overview:',
    unverified: '(not backed)',
    mind: 'Mind',
    proof: 'Proof',
    checked: 'last checked (stored copy)',
    why: 'Reason',
    also: 'besides',
  },
} as const;

/** `fristwacht authority`: the directory, one entry of it, or the competent authority of a seat with the reason. */
export async function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const language = preferredLanguage(world.env);
  const words = WORDS[language];
  const shown = (one: Authority): string => {
    const page =
      one.page === undefined
        ? `${words.missing} ${EDPB_HUB}`
        : `${one.page.url}${one.page.seen === 'unverified' ? ` ${words.unverified}` : ''}`;
    const lines = [
      `${one.id}  ${one.name} (${one.short}, ${AUTHORITY_KINDS[one.kind][language]})`,
      one.concerns?.[language],
      one.website,
      `${words.page}: ${page}`,
    ];
    const advice = [
      ...(one.traps ?? []).map((trap) => `${words.mind}: ${trap[language]}`),
      ...(one.proof ?? []).map((proof) => `${words.proof}: ${PROOF_WORDS[proof][language]}`),
    ];
    return `${[...lines, ...advice, `${words.checked}: ${one.checkedOn}`].filter((line) => line !== undefined).join('\n  ')}\n`;
  };
  const asked = read(args);
  if (asked === undefined || asked.help) {
    (asked ? world.write : world.writeError)(words.help);
    return asked ? 0 : 2;
  }
  if (asked.seat !== undefined) {
    const found = findAuthority(asked.seat);
    const tell = (id: string, why: string): void => {
      const known = authorityOfId(id);
      world.write(`${known ? shown(known) : `${id}\n`}  ${words.why}: ${why}\n`);
    };
    for (const { id, why } of found.competent) tell(id, why[language]);
    for (const { why } of found.also) world.write(`${words.also}: ${why[language]}\n`);
    return 0;
  }
  if (asked.id === undefined) {
    for (const { id, short, name } of AUTHORITIES) world.write(`${id}  ${short}  ${name}\n`);
    return 0;
  }
  const known = authorityNamed(asked.id);
  (known ? world.write : world.writeError)(known ? shown(known) : words.unknown(asked.id));
  return known ? 0 : 1;
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { country: text, land: text, sector: text, profile: text, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const { country, land, sector = 'private', help = false } = values;
    const profile = PROFILE_NAMES.find((name) => name === values.profile);
    if ((sector !== 'private' && sector !== 'public') || (values.profile !== undefined && profile === undefined))
      return undefined;
    if (positionals.length > 1 || (country !== undefined && !/^[a-z]{2}$/iu.test(country))) return undefined;
    const place: Seat | undefined =
      country === undefined ? undefined : { country: country.toUpperCase(), land: land?.toUpperCase(), sector, profile };
    return { help, id: positionals[0], seat: place };
  } catch {
    return undefined;
  }
}
