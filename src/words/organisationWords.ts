// What is said of no single case: the digest, the health of Fristwacht, its status.
import type { Trouble } from '../prompt/prompt.ts';

export type OrganisationWords = {
  readonly digest: {
    readonly title: (duties: number, cases: number) => string;
    readonly none: string;
    readonly onIt: (name: string | undefined, until: string) => string;
    readonly nobody: string;
    readonly unreadable: (number: string) => string;
    readonly readyToClose: (numbers: string) => string;
  };
  readonly health: {
    readonly trouble: string;
    readonly troubleText: (since: string) => string;
    readonly over: string;
    readonly overText: (since: string) => string;
    readonly next: string;
    readonly troubles: Readonly<Record<Trouble, (count: number) => string>>;
  };
  readonly status: {
    readonly title: (well: boolean) => string;
    readonly well: string;
    readonly lastTick: string;
    readonly never: string;
    readonly instances: (count: number) => string;
    readonly openCases: string;
    readonly openDuties: string;
    readonly firstDueBy: string;
    readonly nextLook: string;
    readonly waiting: string;
    readonly lastFailure: string;
    readonly none: string;
    /** By the kind the log names; the kind itself where there is no word for it. */
    readonly failure: (what: string) => string;
    readonly troubles: string;
  };
};
