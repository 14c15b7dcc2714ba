import type { CaseRecord } from '../breach/breachCase.ts';
import type { TimeKind } from '../breach/events.ts';
import { readLocalTime } from '../rules/art33/deadline.ts';
import { type Knowledge, type KnownMoment, proposeAwareness } from '../rules/awareness.ts';
import type { Instant } from '../rules/instant.ts';
import { localParts, longOffset } from '../words/moments.ts';
import type { AwarenessProposalShown } from './prompt.ts';

/**
 * What a named moment says of knowledge; when it happened says nothing. The office learning of it counts as knowledge, unless somebody
 * named certainty that came only after it: then it learned of a suspicion.
 */
function knowledgeOf(time: TimeKind, moment: Instant, record: CaseRecord): Knowledge | undefined {
  switch (time) {
    case 'occurred':
      return undefined;
    case 'noticed':
      return 'suspicion';
    case 'signIgnored':
      return 'ignored';
    case 'investigationBegan':
      return 'investigation-began';
    case 'certain':
      return 'certainty';
    case 'toldByProcessor':
      return 'told-by-processor';
    case 'reported':
      return record.times.some((other) => other.time === 'certain' && other.moment > moment) ? 'suspicion' : 'told-inside';
  }
}

function knownMoments(record: CaseRecord): readonly KnownMoment[] {
  const named = record.times.flatMap(({ time, moment }) => {
    const knowledge = knowledgeOf(time, moment, record);
    return knowledge === undefined ? [] : [{ knowledge, moment }];
  });
  // The earliest moment may have come with a duplicate, whose times stayed in its own case.
  return [{ knowledge: 'suspicion', moment: record.earliestNamed }, ...named];
}

/** The earliest defensible moment of awareness, with its reason; only a proposal, a person decides. */
export function awarenessProposal(record: CaseRecord): AwarenessProposalShown | undefined {
  const proposed = proposeAwareness(knownMoments(record));
  if (proposed === undefined) return undefined;
  const { moment, says, cites, warnings } = proposed;
  const basis = record.times.find((named) => named.time !== 'occurred' && named.moment === moment);
  return {
    ...{ moment, says, cites },
    ...(basis === undefined ? {} : { basis: { time: basis.time, source: basis.source } }),
    warnings: warnings.map((warning) => ({ says: warning.says, cites: warning.cites })),
  };
}

/** As a form carries a moment: local time, with its distance to UTC only where the clocks show that time twice. */
export function typedIn(moment: Instant, zone: string): string {
  const { year, month, day, hour, minute } = localParts(moment, zone);
  const local = `${year}-${month}-${day}T${hour}:${minute}`;
  return 'instant' in readLocalTime(local, zone) ? local : `${local}${longOffset(moment, zone)}`;
}
