// What the rules are asked, and what they answer.
import type { Citation, Text } from '../law/sources.ts';
import type { BreachKind } from './art4/kindsOfBreach.ts';
import type { FactSheet } from './factSheet.ts';
import type { Statement } from './art33/notify.ts';
import type { CompetenceGround } from './art33/competence.ts';
import type { Instant } from './instant.ts';
import type { ProfileName } from './profiles/profileName.ts';
import type { FactName } from './vocabulary.ts';

/** art33-5: document · art33-1: notify the authority · art34-1: inform the persons · art33-2: tell the controller. */
export type DutyKind = 'art33-5' | 'art33-1' | 'art34-1' | 'art33-2';
export const DUTY_KINDS: readonly DutyKind[] = ['art33-5', 'art33-1', 'art34-1', 'art33-2'];

/**
 * `owed`: holds even if everything not yet asked takes its best answer. `presumed`: holds as long as something is missing.
 * `not-owed`: does not hold whatever is still answered. An asked `unknown` counts as the worst answer, for good.
 */
export type DutyStatus = 'owed' | 'presumed' | 'not-owed';

/** From least to most: `low` releases from the notice only under the reading of the German authorities. */
export const RISKS = ['unlikely', 'low', 'risk', 'high'] as const;
export type Risk = (typeof RISKS)[number];

/** `strict`: any risk beyond the unlikely is notified. `de`: a merely low risk is not (DSK short paper no. 18). */
export type Reading = 'strict' | 'de';

export type ControllerProfile = {
  readonly id: string;
  /** ISO 3166-1 alpha-2, for example DE. */
  readonly country: string;
  readonly land?: string;
  readonly sector: 'private' | 'public';
  /** Id of the competent authority, for example de-nw. */
  readonly authority: string;
  /** Under which law it stands; by default the GDPR, as its sector goes. Counts only in the country whose law it is. */
  readonly profile?: ProfileName;
  /** Why this authority, where it does not simply follow from the seat. */
  readonly competence?: CompetenceGround;
  /** Without a main establishment in the EEA: every authority, with the place where the people live for whom it is competent. */
  readonly authorities?: readonly { readonly persons: string; readonly authority: string }[];
  /** Id of the body that supervises it (Rechts- oder Fachaufsicht), where a law names it as second addressee. */
  readonly supervisoryBody?: string;
};

export type AssessmentInput = {
  readonly sheet: FactSheet;
  readonly controllers: readonly ControllerProfile[];
  /** Id of our own organisation: it owes art33-2 where we are processor. */
  readonly self: string;
  /** When the clock of each controller started; may be empty. The key `self` is used first for art33-2. */
  readonly startsAt: Readonly<Record<string, Instant>>;
  /** By default the reading of the controller's country. */
  readonly reading?: Reading;
};

export type TraceStep = {
  readonly mark: 'holds' | 'fails' | 'open';
  readonly says: Text;
  readonly cites: readonly Citation[];
  /** Path-like id of the rule, for example art33/unlikely-risk/trusted-recipient. */
  readonly rule: string;
  /** A `condition` belongs to the `rule` before it. */
  readonly part: 'rule' | 'condition';
  /** The data set the step speaks of; absent where it speaks of the whole incident. */
  readonly dataSet?: string;
};

export type AssessedDuty = {
  /** kind:owedBy:recipient, for example art33-1:acme:de-nw. */
  readonly id: string;
  readonly duty: DutyKind;
  readonly owedBy: string;
  readonly recipient: string;
  readonly status: DutyStatus;
  readonly startsAt?: Instant;
  /** Only art33-1 has one, where the law names hours: 72 elapsed hours under the GDPR. The others are owed without undue delay. */
  readonly dueBy?: Instant;
  /** The hours behind `dueBy`, known also where no clock runs yet. Absent where the law names none: then nothing is ever overdue. */
  readonly hours?: number;
  /** Only art33-1, where the law names them: elapsed hours from its sending within which what a notice lacks has to follow. */
  readonly completionHours?: number;
  /** Only art34-1, only where Art. 34(3)(c) holds: inform by a public communication instead of one by one. */
  readonly means?: 'public';
  readonly because: readonly TraceStep[];
  /** What to know beside the duty; changes nothing. Absent where there is nothing to say. */
  readonly notes?: readonly Statement[];
};

/** A sentence beside the duties: nothing is owed because of it, but somebody has to know it. */
export type Hint = { readonly id: string; readonly says: Text; readonly cites: readonly Citation[] };

/** A fact that can still change a duty; `dataSet` is absent for facts of the incident. */
export type OpenFact = { readonly fact: FactName; readonly dataSet?: string };

export type Assessment = {
  readonly ruleSet: string;
  readonly duties: readonly AssessedDuty[];
  /** Art. 4(12): what kind of breach it is, per data set; empty where there is none. */
  readonly kinds: readonly BreachKind[];
  readonly hints: readonly Hint[];
  /** The worst that cannot be excluded. */
  readonly risk: Risk;
  /** What is still worth asking, in the order of the vocabulary; `questionsInOrder` puts it in the order to ask. */
  readonly ask: readonly OpenFact[];
};

/**
 * Where a worse answer may take a duty away because another one of the same controller takes its place: once it is settled that
 * telecommunication data are hit, the notice of § 169 TKG stands in for the one of Art. 33 GDPR. Everywhere else a worse answer never
 * removes a duty.
 */
export const REPLACES: Readonly<Partial<Record<DutyKind, readonly DutyKind[]>>> = { 'art33-1': ['art33-1'] };
