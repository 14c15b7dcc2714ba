import type { Organisation, Platform } from '../../src/organisation.ts';
import {
  type ConfigurationFile,
  configurationFile,
  type FilesEntry,
  type SlackEntry,
  type TeamsEntry,
} from './configurationFile.ts';
import { DESK_DEFAULTS } from './deskDefaults.ts';
import { type ConfigurationFault, fault, type Tree } from './fault.ts';
import { meaningFaults } from './meaningFaults.ts';
import { organisationFrom } from './organisationFrom.ts';
import { readTree } from './readTree.ts';
import { secretFaults } from './secrets.ts';
import { shapeFaults } from './shapeFaults.ts';

export type { ConfigurationFault } from './fault.ts';

export type Configuration =
  | {
      readonly ok: true;
      readonly organisation: Organisation;
      readonly slack?: SlackEntry;
      readonly teams?: TeamsEntry;
      readonly files?: FilesEntry;
    }
  | { readonly ok: false; readonly faults: readonly ConfigurationFault[] };

/**
 * Reads the text of `fristwacht.yaml`, or what the desk assumes where there is none. Every fault names its key, what stands there
 * and what to do; nothing of a faulty file is used.
 */
export function readConfiguration(text: string | undefined, { platform }: { readonly platform: Platform }): Configuration {
  if (text === undefined && platform !== 'desk') return refused([fault('fristwacht.yaml', '', 'fileMissing')]);
  const read = readTree(text ?? DESK_DEFAULTS);
  return 'faults' in read ? refused(read.faults) : fromTree(read.tree, platform);
}

function fromTree(tree: Tree, platform: Platform): Configuration {
  const secrets = secretFaults(tree);
  const file = configurationFile.safeParse(tree);
  const faults = file.success ? meaningFaults(file.data, platform) : shapeFaults(tree, file.error.issues);
  const others = faults.filter(({ key }) => !secrets.some((secret) => secret.key === key));
  return file.success && secrets.length + others.length === 0 ? accepted(file.data, platform) : refused([...secrets, ...others]);
}

const refused = (faults: readonly ConfigurationFault[]): Configuration => ({ ok: false, faults });
const accepted = (file: ConfigurationFile, platform: Platform): Configuration => ({
  ok: true,
  organisation: organisationFrom(file, platform),
  ...(file.slack !== undefined && { slack: file.slack }),
  ...(file.teams !== undefined && { teams: file.teams }),
  ...(file.files !== undefined && { files: file.files }),
});
