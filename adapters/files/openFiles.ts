import type { Router } from 'express';
import type { Exports } from '../../src/ports.ts';
import { exportsByLink } from './exportsByLink.ts';
import { filesServer, type FilesWorld } from './filesServer.ts';
import { offers } from './offers.ts';

export type OpenFiles = {
  /** For the dialogue. */
  readonly exports: Exports;
  /** For the server that browsers reach. */
  readonly router: Router;
};

/** Exports over a link, from the question in the chat to the file in the browser. */
export function openFiles(world: Omit<FilesWorld, 'offers'> & { readonly publicUrl: () => string }): OpenFiles {
  const known = offers(world.register, world.clock);
  return { exports: exportsByLink(known, world.publicUrl), router: filesServer({ ...world, offers: known }) };
}
