// EDPB Guidelines 9/2022 (version 2.0), paras. 31 ff.: when a controller is aware, as moments people name. Times are our own; the guidelines
// name none. `evidence` says how well we know that the guidelines put it so; see `docs/law/evidence.md`.
import type { Evidence } from '../../src/law/sources.ts';
import type { AwarenessGround, AwarenessWarning, Knowledge } from '../../src/rules/awareness.ts';

export type AwarenessExample = {
  readonly title: string;
  readonly evidence: Evidence;
  /** What somebody named, and at which hour after the first of it. */
  readonly named: readonly (readonly [knowledge: Knowledge, hour: number])[];
  readonly aware: { readonly hour: number; readonly ground: AwarenessGround; readonly warnings: readonly AwarenessWarning[] };
};

export const EDPB_9_2022_AWARENESS: readonly AwarenessExample[] = [
  {
    title: 'reasonable certainty, and nothing before it: the moment of certainty',
    evidence: 'authority',
    named: [['certainty', 0]],
    aware: { hour: 0, ground: 'certainty', warnings: [] },
  },
  {
    title: 'a short investigation after a first hint: not aware while it lasts',
    evidence: 'authority',
    named: [
      ['suspicion', 0],
      ['investigation-began', 1],
      ['certainty', 20],
    ],
    aware: { hour: 20, ground: 'certainty', warnings: [] },
  },
  {
    title: 'an investigation of a month is not a short one',
    evidence: 'authority',
    named: [
      ['suspicion', 0],
      ['investigation-began', 1],
      ['certainty', 31 * 24],
    ],
    // That it was not short is the authority's word; the hour from which we propose awareness is our own derivation.
    aware: { hour: 24, ground: 'not-investigated-in-time', warnings: ['investigation-not-short'] },
  },
  {
    title: 'a stick with readable data is lost: when the loss is noticed, whoever may have found it',
    evidence: 'unverified',
    named: [['certainty', 0]],
    aware: { hour: 0, ground: 'certainty', warnings: [] },
  },
  {
    title: 'a third person shows what reached them by mistake: at once, as it is proof',
    evidence: 'unverified',
    named: [
      ['certainty', 0],
      ['told-inside', 6],
    ],
    aware: { hour: 0, ground: 'certainty', warnings: ['inside-later'] },
  },
  {
    title: 'a possible intrusion is looked into and confirmed: when it is confirmed',
    evidence: 'unverified',
    named: [
      ['suspicion', 0],
      ['investigation-began', 0],
      ['certainty', 5],
    ],
    aware: { hour: 5, ground: 'certainty', warnings: [] },
  },
  {
    title: 'an attacker demands money, and the check confirms it: when it is confirmed',
    evidence: 'unverified',
    named: [
      ['suspicion', 0],
      ['certainty', 3],
    ],
    aware: { hour: 3, ground: 'certainty', warnings: [] },
  },
  {
    title: 'the processor tells the controller: then, although the processor knew before',
    evidence: 'unverified',
    named: [['told-by-processor', 2]],
    aware: { hour: 2, ground: 'told-by-processor', warnings: [] },
  },
];
