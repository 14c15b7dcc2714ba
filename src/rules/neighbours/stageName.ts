// How a neighbouring duty is told apart from every other: the last part of its identity names regime, stage and addressee.
import { ADDRESSEES, type AddresseeId, REGIME_IDS, type RegimeId, type StageId } from './regime.ts';

/** What is owed to whom under which regime. Without a stage: the trigger question itself. */
export type StageName = {
  /** Id of the neighbour; of a contract with its own name behind it, `contract.hoster`. */
  readonly neighbour: string;
  readonly regime: RegimeId;
  readonly stage?: StageId;
  readonly to?: AddresseeId;
};

const STAGES: Readonly<Record<StageId, true>> = {
  warning: true,
  notification: true,
  intermediate: true,
  final: true,
  rest: true,
  persons: true,
  notice: true,
};
const isStage = (word: string): word is StageId => Object.hasOwn(STAGES, word);
const isAddressee = (word: string): word is AddresseeId => Object.hasOwn(ADDRESSEES, word);

/** `nis2/warning/nis2-office`. */
export const stageRecipient = (neighbour: string, stage: StageId, to: AddresseeId): string => `${neighbour}/${stage}/${to}`;

/** Throws RangeError on anything this version did not write: a duty nobody can name must not go on under a wrong name. */
export function readStageRecipient(recipient: string): StageName {
  const [neighbour = '', stage, to, ...rest] = recipient.split('/');
  const regime = REGIME_IDS.find((id) => id === neighbour.split('.')[0]);
  if (regime === undefined || rest.length > 0) throw unreadable();
  if (stage === undefined) return { neighbour, regime };
  if (to === undefined || !isStage(stage) || !isAddressee(to)) throw unreadable();
  return { neighbour, regime, stage, to };
}

const unreadable = (): RangeError =>
  new RangeError('A neighbouring duty has a name this version does not know. Run the version that wrote it, or a later one.');
