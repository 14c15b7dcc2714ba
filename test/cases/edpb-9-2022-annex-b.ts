// EDPB Guidelines 9/2022 (version 2.0), Annex B: the ten examples i to x, in the facts of our vocabulary. Where the table says
// "depends" or "if …", the example has variants, each with the facts that decide. The facts are our own short reading.
//
// `evidence`: examples i and x are reported by others, the rest is general knowledge, still to be compared (open question Q-16).
import type { Evidence } from '../../src/law/sources.ts';
import type { FactName, Facts } from '../../src/rules/facts.ts';

export type Variant = {
  /** What makes this variant come out as it does; absent where the example has only one. */
  readonly decidedBy?: readonly FactName[];
  readonly says: string;
  readonly facts: Facts;
  readonly notify: boolean;
  /** Where Germany's reading of "unlikely risk" leads elsewhere. */
  readonly notifyInGermany?: boolean;
  readonly inform: boolean;
};

export type AnnexBExample = {
  readonly no: string;
  readonly title: string;
  readonly evidence: Evidence;
  /** What the table says of notifying the authority and of informing the persons, in our words. */
  readonly table: { readonly notify: string; readonly inform: string };
  readonly variants: readonly [Variant, ...Variant[]];
};

/** Nothing was missing and nothing was changed. */
const onlyConfidentiality = { availability: 'unaffected', alteration: 'none' } as const;
/** Nobody could get at the data and nothing was changed. */
const onlyAvailability = { access: 'none', alteration: 'none' } as const;

const stolenStick = {
  personalData: 'yes',
  access: 'possible',
  encryption: 'state-of-the-art',
  keySecret: 'yes',
  recipient: 'criminal',
  sensitivity: 'profile',
  outflow: 'shown',
  persons: 'many',
  // Another copy was at hand at once.
  availability: 'restored-in-time',
  alteration: 'none',
  effectOnPersons: 'none',
  exceptionToInforming: 'none',
} as const satisfies Facts;

const attackedService = {
  personalData: 'yes',
  access: 'happened',
  encryption: 'none',
  recipient: 'criminal',
  outflow: 'shown',
  persons: 'many',
  identifiability: 'directly',
  ...onlyConfidentiality,
  exceptionToInforming: 'none',
} as const satisfies Facts;

// "Only encryption, nothing else": it is established that nobody got at the data.
const lockedByRansomware = {
  personalData: 'yes',
  ...onlyAvailability,
  persons: 'many',
  availability: 'lost',
  exceptionToInforming: 'none',
} as const satisfies Facts;

const strangersStatement = {
  personalData: 'yes',
  access: 'happened',
  encryption: 'none',
  recipient: 'known',
  outflow: 'shown',
  persons: 'few',
  deletionConfirmed: 'requested',
  ...onlyConfidentiality,
  exceptionToInforming: 'none',
} as const satisfies Facts;

export const hostingFlaw = {
  personalData: 'yes',
  access: 'possible',
  encryption: 'none',
  recipient: 'uncontrolled',
  outflow: 'no-sign',
  persons: 'many',
  identifiability: 'directly',
  ...onlyConfidentiality,
  exceptionToInforming: 'none',
} as const satisfies Facts;

const wrongMailingList = {
  personalData: 'yes',
  access: 'happened',
  encryption: 'none',
  recipient: 'uncontrolled',
  outflow: 'shown',
  persons: 'many',
  deletionConfirmed: 'requested',
  identifiability: 'directly',
  ...onlyConfidentiality,
  exceptionToInforming: 'none',
} as const satisfies Facts;

export const EDPB_9_2022_ANNEX_B: readonly AnnexBExample[] = [
  {
    no: 'i',
    title: 'an encrypted backup on a USB stick stolen in a break-in',
    evidence: 'secondary',
    table: { notify: 'no; if the key is compromised later, then yes', inform: 'no' },
    variants: [
      { says: 'the key is safe', facts: stolenStick, notify: false, inform: false },
      {
        decidedBy: ['keySecret'],
        says: 'the key is compromised later; contact data only',
        facts: { ...stolenStick, keySecret: 'no', sensitivity: 'everyday' },
        notify: true,
        inform: false,
      },
    ],
  },
  {
    no: 'ii',
    title: 'an online service attacked, data of its customers taken',
    evidence: 'unverified',
    table: { notify: 'yes, if consequences are likely', inform: 'depends on data and severity' },
    variants: [
      {
        decidedBy: ['sensitivity'],
        says: 'contact data',
        facts: { ...attackedService, sensitivity: 'everyday', effectOnPersons: 'minor' },
        notify: true,
        inform: false,
      },
      {
        decidedBy: ['sensitivity'],
        says: 'bank or health data',
        facts: { ...attackedService, sensitivity: 'severe' },
        notify: true,
        inform: true,
      },
      {
        decidedBy: ['encryption', 'keySecret'],
        says: 'ciphertext only, so that no consequences are likely',
        facts: { ...attackedService, sensitivity: 'severe', encryption: 'state-of-the-art', keySecret: 'yes' },
        notify: false,
        inform: false,
      },
    ],
  },
  {
    no: 'iii',
    title: 'a power cut of some minutes at a call centre',
    evidence: 'unverified',
    table: { notify: 'no', inform: 'no' },
    variants: [
      {
        says: 'customers could not be served for some minutes',
        facts: { personalData: 'yes', ...onlyAvailability, availability: 'restored-in-time', effectOnPersons: 'none' },
        notify: false,
        inform: false,
      },
    ],
  },
  {
    no: 'iv',
    title: 'ransomware, no backup, only encryption and nothing else',
    evidence: 'unverified',
    table: { notify: 'yes, if consequences are likely; with a timely backup no', inform: 'depends on data and effects' },
    variants: [
      {
        decidedBy: ['effectOnPersons'],
        says: 'people notice a delay',
        facts: { ...lockedByRansomware, effectOnPersons: 'minor' },
        notify: true,
        inform: false,
      },
      {
        decidedBy: ['effectOnPersons'],
        says: 'people go without treatment, money or supply',
        facts: { ...lockedByRansomware, effectOnPersons: 'serious' },
        notify: true,
        inform: true,
      },
      {
        decidedBy: ['availability', 'effectOnPersons'],
        says: 'a backup was there in time',
        facts: { ...lockedByRansomware, availability: 'restored-in-time', effectOnPersons: 'none' },
        notify: false,
        inform: false,
      },
    ],
  },
  {
    no: 'v',
    title: 'a customer calls: somebody else’s bank statement came',
    evidence: 'unverified',
    table: { notify: 'yes', inform: 'only those affected, if the risk is high' },
    variants: [
      {
        decidedBy: ['sensitivity'],
        says: 'account number and payments',
        facts: { ...strangersStatement, sensitivity: 'severe' },
        notify: true,
        inform: true,
      },
      {
        decidedBy: ['sensitivity'],
        says: 'name, address and the fees of the contract',
        facts: { ...strangersStatement, sensitivity: 'profile', effectOnPersons: 'minor', identifiability: 'directly' },
        notify: true,
        inform: false,
      },
    ],
  },
  {
    no: 'vi',
    title: 'a marketplace in several countries; names, passwords and purchases published',
    evidence: 'unverified',
    table: { notify: 'yes, the lead authority', inform: 'yes' },
    variants: [
      {
        says: 'published by the attacker',
        facts: { ...attackedService, sensitivity: 'severe' },
        notify: true,
        inform: true,
      },
    ],
  },
  {
    no: 'vii',
    title: 'a hosting company: a flaw lets every user see every account',
    evidence: 'unverified',
    table: { notify: 'the processor tells every controller; each controller notifies', inform: 'if the risk is high' },
    variants: [
      {
        decidedBy: ['sensitivity'],
        says: 'a controller with delicate accounts',
        facts: { ...hostingFlaw, sensitivity: 'severe' },
        notify: true,
        inform: true,
      },
      {
        decidedBy: ['sensitivity'],
        says: 'a controller with contact data',
        facts: { ...hostingFlaw, sensitivity: 'everyday', effectOnPersons: 'minor' },
        notify: true,
        inform: false,
      },
      {
        // "No evidence of use: perhaps not notifiable." Whether a low risk is notified is where the readings part.
        decidedBy: ['outflow'],
        says: 'it is proven that nobody used the flaw; contact data',
        facts: { ...hostingFlaw, sensitivity: 'everyday', outflow: 'excluded', effectOnPersons: 'none' },
        notify: true,
        notifyInGermany: false,
        inform: false,
      },
    ],
  },
  {
    no: 'viii',
    title: 'hospital records unavailable for 30 hours after an attack',
    evidence: 'unverified',
    table: { notify: 'yes', inform: 'yes' },
    // Whether anybody got at the data is not reported; nobody needs it.
    variants: [
      {
        says: 'treatment suffers',
        facts: {
          personalData: 'yes',
          alteration: 'none',
          availability: 'restored-late',
          effectOnPersons: 'serious',
          exceptionToInforming: 'none',
        },
        notify: true,
        inform: true,
      },
    ],
  },
  {
    no: 'ix',
    title: 'data of many students sent to a wrong list with more than 1000 recipients',
    evidence: 'unverified',
    table: { notify: 'yes', inform: 'depends on kind and severity' },
    variants: [
      {
        decidedBy: ['sensitivity'],
        says: 'names and courses',
        facts: {
          ...wrongMailingList,
          sensitivity: 'profile',
          effectOnPersons: 'minor',
          duration: 'hours',
          volume: 'little',
          identifiability: 'directly',
        },
        notify: true,
        inform: false,
      },
      {
        decidedBy: ['sensitivity'],
        says: 'health or social data',
        facts: { ...wrongMailingList, sensitivity: 'severe' },
        notify: true,
        inform: true,
      },
    ],
  },
  {
    no: 'x',
    title: 'a marketing mail that shows all recipients to each other',
    evidence: 'secondary',
    table: { notify: 'if many, or a delicate context, or passwords inside; not if few and harmless', inform: 'depends' },
    variants: [
      {
        decidedBy: ['persons', 'recipient'],
        says: 'a few customers, nothing delicate',
        facts: { ...wrongMailingList, sensitivity: 'everyday', recipient: 'known', persons: 'few', effectOnPersons: 'none' },
        notify: false,
        inform: false,
      },
      {
        decidedBy: ['persons', 'recipient'],
        says: 'many customers, nothing delicate',
        facts: { ...wrongMailingList, sensitivity: 'everyday', effectOnPersons: 'minor' },
        notify: true,
        inform: false,
      },
      {
        decidedBy: ['sensitivity'],
        says: 'patients of a psychotherapist, or first passwords inside',
        facts: { ...wrongMailingList, sensitivity: 'severe' },
        notify: true,
        inform: true,
      },
    ],
  },
];
