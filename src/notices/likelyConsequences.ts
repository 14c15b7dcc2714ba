// Likely consequences, proposed from the facts for a person to read and change. No legal test: recital 75 GDPR names the kinds of harm.
import type { Hints } from '../breach/events.ts';
import { IMPACTS, type DataCategory, type NoticeChoice } from '../breach/noticeFields.ts';
import type { FactName } from '../rules/facts.ts';

type Impact = (typeof IMPACTS)[number];
type Worst = (fact: FactName) => string | undefined;

const OF_CATEGORY: Readonly<Partial<Record<DataCategory, readonly Impact[]>>> = {
  credentials: ['identity-theft', 'fraud'],
  payment: ['fraud', 'financial-loss'],
  financial: ['fraud', 'financial-loss'],
  identifiers: ['identity-theft'],
  'official-documents': ['identity-theft'],
  health: ['discrimination', 'reputation', 'professional-secrecy'],
  'occupational-health': ['discrimination', 'disadvantage'],
  criminal: ['reputation', 'disadvantage'],
  political: ['discrimination'],
  ethnic: ['discrimination'],
  religious: ['discrimination'],
  sexual: ['discrimination', 'reputation'],
  'trade-union': ['discrimination', 'disadvantage'],
  location: ['harm'],
};

/** In the order of the value list, each once. */
export function likelyImpacts(worst: Worst, categories: readonly DataCategory[]): readonly Impact[] {
  const wasReached = worst('access') === 'possible' || worst('access') === 'happened';
  const isReadable = worst('encryption') !== 'state-of-the-art' || worst('keySecret') !== 'yes';
  const isHostile = worst('recipient') === 'criminal' || worst('recipient') === 'disloyal';
  const found = new Set<Impact>([
    ...(wasReached && isReadable ? (['loss-of-control', 'disclosure'] as const) : []),
    ...(wasReached && isReadable && isHostile && worst('sensitivity') === 'severe' ? (['identity-theft', 'fraud'] as const) : []),
    ...(wasReached && worst('encryption') === 'pseudonymous' ? (['re-identification'] as const) : []),
    ...(worst('availability') === 'restored-late' || worst('availability') === 'lost' ? (['limited-rights'] as const) : []),
    ...(worst('effectOnPersons') === 'serious' || worst('effectOnPersons') === 'lasting' ? (['disadvantage'] as const) : []),
    ...(wasReached && isReadable ? categories.flatMap((category) => OF_CATEGORY[category] ?? []) : []),
  ]);
  return IMPACTS.filter((impact) => found.has(impact));
}

/** What the reporting person tapped, as a draft of the kind of incident. */
export function natureOf(incident: Hints['incident']): NoticeChoice | undefined {
  switch (incident) {
    case 'wrong-recipient':
      return 'sent-by-mistake';
    case 'lost-or-stolen':
      return 'device-lost';
    case 'attack':
      return 'hacking';
    case 'seen-by-others':
      return 'shown-to-wrong-recipient';
    case 'not-available':
    case 'other':
    case undefined:
      return undefined;
  }
}
