import type { CaseSetting } from '../../breach/commands.ts';
import type { Lang } from '../../law/sources.ts';

/** What a paper needs beside the record: the language, the place whose clocks count, the names of organisations, and the rules' setting. */
export type PaperSetting = {
  readonly lang: Lang;
  readonly zone: string;
  readonly nameOf: (organisation: string) => string;
  readonly setting: CaseSetting;
};
