import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';

export type ConfiguredZone = { readonly zone: string } | { readonly faulty: string };

/** Where the organisation is, by the configuration that `start` reads too. */
export function configuredZone(env: CommandWorld['env']): ConfiguredZone {
  const named = given(env.FRISTWACHT_CONFIG);
  const file = resolve(named ?? 'fristwacht.yaml');
  const text = named !== undefined || existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const read = readConfiguration(text, { platform: 'desk' });
  return read.ok ? { zone: read.organisation.timeZone } : { faulty: file };
}
