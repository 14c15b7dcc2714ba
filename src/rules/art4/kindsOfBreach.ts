// Art. 4 No. 12 GDPR names five kinds of breach: destruction, loss, alteration, disclosure and access. Which of them it is follows from
// the facts; nobody is asked for it. The three goals (confidentiality, integrity, availability) are those of EDPB 01/2021 para. 5.
// Limits: data that are gone for good are destroyed or lost, and the facts do not tell which; so destruction is never more than
// possible here. Access and disclosure are told apart by who acted: whoever took the data had access, to whom we gave them they were
// disclosed. A caller who talks somebody into giving them out (case 17) is both.
import { edpbCase, edpbPara, gdprDefinition, type Citation, type Text } from '../../law/sources.ts';
import type { DataSet, FactSheet } from '../factSheet.ts';
import type { Area } from '../rule.ts';
import { UNKNOWN, type Facts } from '../vocabulary.ts';

export const BREACH_KINDS = ['destruction', 'loss', 'alteration', 'disclosure', 'access'] as const;
export type BreachKindName = (typeof BREACH_KINDS)[number];

/** `shown`: it is so. `possible`: not shown, or nobody can say, and in doubt it counts. `open`: nobody was asked yet. */
export type Certainty = 'shown' | 'possible' | 'open';

export type BreachKind = {
  readonly dataSet: string;
  readonly kind: BreachKindName;
  readonly goal: Area['id'];
  readonly certainty: Certainty;
  /** The data came back, or were put right. That is a breach all the same. */
  readonly isTemporary: boolean;
  readonly says: Text;
  readonly example: Text;
  readonly cites: readonly Citation[];
};

type Seen = { readonly certainty: Certainty; readonly isTemporary: boolean };
type Description = Pick<BreachKind, 'goal' | 'example' | 'cites'> & { readonly name: Text };

export const KIND_DESCRIPTIONS: { readonly [K in BreachKindName]: Description } = {
  destruction: {
    goal: 'availability',
    name: { de: 'Vernichtung', en: 'Destruction' },
    example: {
      de: 'Ein Brand vernichtet die einzige Ausfertigung einer Akte.',
      en: 'A fire destroys the only copy of a file.',
    },
    cites: [gdprDefinition(12), edpbPara(5)],
  },
  loss: {
    goal: 'availability',
    name: { de: 'Verlust', en: 'Loss' },
    example: {
      de: 'Ein Erpresser verschlüsselt den Server, oder ein Datenträger ist nicht mehr zu finden.',
      en: 'An extortionist encrypts the server, or a storage device cannot be found any more.',
    },
    cites: [gdprDefinition(12), edpbPara(5), edpbCase(1), edpbCase(2)],
  },
  alteration: {
    goal: 'integrity',
    name: { de: 'Veränderung', en: 'Alteration' },
    example: {
      de: 'Jemand tauscht in den Stammdaten eine Bankverbindung aus.',
      en: 'Somebody swaps bank details in the master data.',
    },
    cites: [gdprDefinition(12), edpbPara(5), edpbPara(17)],
  },
  disclosure: {
    goal: 'confidentiality',
    name: { de: 'Unbefugte Offenlegung', en: 'Unauthorised disclosure' },
    example: {
      de: 'Ein Brief mit Versicherungsdaten geht an den falschen Kunden.',
      en: 'A letter with insurance data goes to the wrong customer.',
    },
    cites: [gdprDefinition(12), edpbPara(5), edpbCase(16)],
  },
  access: {
    goal: 'confidentiality',
    name: { de: 'Unbefugter Zugang', en: 'Unauthorised access' },
    example: {
      de: 'Ein Angreifer dringt in die Bewerberdatenbank ein, oder ein Notebook wird gestohlen.',
      en: 'An attacker breaks into the applicants’ database, or a notebook is stolen.',
    },
    cites: [gdprDefinition(12), edpbPara(5), edpbCase(5), edpbCase(11)],
  },
};

const lasting = (certainty: Certainty): Seen => ({ certainty, isTemporary: false });
const forATime: Seen = { certainty: 'shown', isTemporary: true };

function lossSeen({ availability }: Facts): Seen | undefined {
  switch (availability) {
    case undefined:
      return lasting('open');
    case 'unaffected':
      return undefined;
    case 'restored-in-time':
    case 'restored-late':
      return forATime;
    case 'lost':
      return lasting('shown');
    default:
      return lasting('possible');
  }
}

function destructionSeen({ availability }: Facts): Seen | undefined {
  if (availability === undefined) return lasting('open');
  return availability === 'lost' || availability === UNKNOWN ? lasting('possible') : undefined;
}

function alterationSeen({ alteration }: Facts): Seen | undefined {
  switch (alteration) {
    case undefined:
      return lasting('open');
    case 'none':
      return undefined;
    case 'corrected':
      return forATime;
    case 'uncorrected':
      return lasting('shown');
    default:
      return lasting('possible');
  }
}

/** Whether it was given, or taken, goes by whoever has the data; where access itself is not shown, neither is. */
function reachSeen({ access }: Facts, likelihood: 'shown' | 'possible' | undefined): Seen | undefined {
  if (access === 'none') return undefined;
  if (access === undefined) return lasting('open');
  return likelihood === undefined ? undefined : lasting(access === 'happened' ? likelihood : 'possible');
}

const GIVEN: readonly (string | undefined)[] = ['bound', 'known'];
const TAKEN: readonly (string | undefined)[] = ['disloyal', 'criminal'];

function disclosureSeen(facts: Facts): Seen | undefined {
  const isShown = GIVEN.includes(facts.recipient) || facts.recipient === 'uncontrolled';
  return reachSeen(facts, isShown ? 'shown' : 'possible');
}

function accessSeen(facts: Facts): Seen | undefined {
  if (GIVEN.includes(facts.recipient)) return reachSeen(facts, undefined);
  return reachSeen(facts, TAKEN.includes(facts.recipient) ? 'shown' : 'possible');
}

const SEEN: { readonly [K in BreachKindName]: (facts: Facts) => Seen | undefined } = {
  destruction: destructionSeen,
  loss: lossSeen,
  alteration: alterationSeen,
  disclosure: disclosureSeen,
  access: accessSeen,
};

const CERTAINTIES: readonly Certainty[] = ['shown', 'possible', 'open'];
const lessCertain = (one: Certainty, other: Certainty): Certainty =>
  CERTAINTIES[Math.max(CERTAINTIES.indexOf(one), CERTAINTIES.indexOf(other))] ?? 'open';

/** Without personal data there is no breach; as long as that is not settled, nothing is more certain than that. */
function certaintyOfPersonalData({ personalData }: Facts): Certainty | undefined {
  if (personalData === 'no') return undefined;
  if (personalData === undefined) return 'open';
  return personalData === 'yes' ? 'shown' : 'possible';
}

function sentence({ de, en }: Text, { certainty, isTemporary }: Seen): Text {
  switch (certainty) {
    case 'shown':
      return isTemporary ? { de: `${de} auf Zeit`, en: `${en} for a time` } : { de, en };
    case 'possible':
      return { de: `${de}: möglich, aber nicht belegt`, en: `${en}: possible, but not shown` };
    case 'open':
      return { de: `${de}: noch nicht geklärt`, en: `${en}: not clear yet` };
  }
}

function kindsOfDataSet({ id, facts }: DataSet, atMost: Certainty): readonly BreachKind[] {
  return BREACH_KINDS.flatMap((kind) => {
    const found = SEEN[kind](facts);
    if (found === undefined) return [];
    const seen = { ...found, certainty: lessCertain(found.certainty, atMost) };
    const { name, ...description } = KIND_DESCRIPTIONS[kind];
    return [{ dataSet: id, kind, ...seen, ...description, says: sentence(name, seen) }];
  });
}

/** What kind of breach it is, for every data set, in the order of Art. 4 No. 12. Empty where no personal data are involved. */
export function kindsOfBreach({ incident, dataSets }: FactSheet): readonly BreachKind[] {
  const certainty = certaintyOfPersonalData(incident);
  return certainty === undefined ? [] : dataSets.flatMap((dataSet) => kindsOfDataSet(dataSet, certainty));
}
