import type { Exports } from '../../src/ports.ts';
import type { Offers } from './offers.ts';

export const FILES_PATH = '/files';

/** Exports that are fetched over a link and a code. `publicUrl`: how browsers reach this server, without a slash at its end. */
export const exportsByLink = (offers: Offers, publicUrl: () => string): Exports => ({
  offer: async (wanted, to) => {
    const { token, code, until } = await offers.make({ wanted, ...to });
    return { by: 'link', url: `${publicUrl()}${FILES_PATH}/${token}`, code, until };
  },
});
