import type { DutyState } from '../breach/breachCase.ts';
import { isNeighbouring } from '../breach/duties.ts';
import type { Text } from '../law/sources.ts';
import { type Neighbour, REGIMES } from '../rules/neighbours/neighbour.ts';
import { ADDRESSEES, type Regime, type RegimeId } from '../rules/neighbours/regime.ts';
import { readStageRecipient } from '../rules/neighbours/stageName.ts';

/** A neighbouring duty in words: which report or question of which regime, the regime alone for tight places, and to whom. */
export type NeighbourLabel = { readonly name: Text; readonly regime: Text; readonly to?: Text };

/** The latest version; the names of a regime and of its stages are the same in all of them. */
function regimeNamed(id: RegimeId): Regime {
  const regime = REGIMES.findLast((candidate) => candidate.id === id);
  if (regime === undefined) throw new RangeError(`There is no regime ${id}.`);
  return regime;
}

const both = (one: Text, other: Text, between: string): Text => ({
  de: `${one.de}${between}${other.de}`,
  en: `${one.en}${between}${other.en}`,
});

/** „NIS-2“, or of a contract whose other party is configured „Vertrag (Hoster GmbH)“. */
function neighbourName(regime: Regime, name: string | undefined): Text {
  return name === undefined ? regime.name : { de: `${regime.name.de} (${name})`, en: `${regime.name.en} (${name})` };
}

/** The question whether it applies, with the moment the answer must name: what is chosen from in the form. */
export function neighbourQuestion({ regime: id, name }: Neighbour): Text {
  const regime = regimeNamed(id);
  const from: Text = { de: ` Frist ab: ${regime.start.de}.`, en: ` Clock from: ${regime.start.en}.` };
  return both(both(neighbourName(regime, name), regime.trigger, ': '), from, '');
}

/** Nothing for a duty of the GDPR. */
export function neighbourLabel(
  { kind, recipient }: Pick<DutyState, 'kind' | 'recipient'>,
  configured: readonly Neighbour[],
): NeighbourLabel | undefined {
  if (!isNeighbouring(kind)) return undefined;
  const { neighbour, regime: id, stage: named, to } = readStageRecipient(recipient);
  const regime = regimeNamed(id);
  const name = neighbourName(regime, configured.find((known) => known.id === neighbour)?.name);
  const stage = regime.stages.find((candidate) => candidate.id === named);
  if (stage === undefined || to === undefined) return { name: both(name, regime.trigger, ': '), regime: name };
  return { name: both(name, stage.name, ': '), regime: name, to: ADDRESSEES[to] };
}

/** The periods a regime knows by gravity, each with its name; empty for most regimes. */
export const variantChoices = ({ regime: id }: Neighbour): readonly { readonly id: string; readonly label: Text }[] =>
  (regimeNamed(id).variants ?? []).map(({ id: variant, name }) => ({
    id: variant,
    label: both(regimeNamed(id).name, name, ': '),
  }));
