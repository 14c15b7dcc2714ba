import type { Clock, ExportOffer, Exports, Register } from '../../src/ports.ts';
import { archiveOf } from '../files/archiveOf.ts';
import type { ExportArchive } from '../files/exportArchive.ts';
import type { ChannelCheck } from './channelCheck.ts';
import type { SlackCalls } from './slackCalls.ts';
import type { SlackPeople } from './slackPeople.ts';
import type { SlackReport } from './slackSetting.ts';

export type UploadWorld = {
  readonly register: Register;
  readonly clock: Clock;
  /** The worker's client: an upload takes its time. */
  readonly calls: SlackCalls;
  readonly check: ChannelCheck;
  readonly people: Pick<SlackPeople, 'organisationOf'>;
  /** Where something stands in for Slack, files go there too. */
  readonly apiUrl: string | undefined;
  readonly report: (report: SlackReport) => void;
};

const UPLOAD_MS = 60_000;
const NOT_POSTED: ExportOffer = { by: 'none', because: 'notPosted' };

/**
 * Puts an export into the channel of the office, for an operator who wants it there. Others read along, so nothing of a case is in it from which
 * anybody is excluded, and the channel is looked at before.
 */
export const exportsToChannel = (world: UploadWorld): Exports => ({
  offer: async (wanted, { person, language }) => {
    const { check, people } = world;
    const organisation = await people.organisationOf(person);
    const channel = organisation.channels.slack;
    const state = channel === undefined ? 'unknown' : await check(channel);
    if (channel === undefined || state === 'unknown' || !state.usable) return NOT_POSTED;
    const archive = await archiveOf({ wanted, person, amongOthers: true }, { ...world, organisation }, language);
    if (archive === 'refused') return NOT_POSTED;
    if (archive === 'tooLarge') return { by: 'none', because: 'tooLarge' };
    return (await upload(world, channel, archive)) ? { by: 'posted' } : NOT_POSTED;
  },
});

async function upload(world: UploadWorld, channel: string, { name, content }: ExportArchive): Promise<boolean> {
  const failed = (method: string, code: string): false => {
    world.report({ what: 'callFailed', method, code });
    return false;
  };
  const place = await world.calls('files.getUploadURLExternal', { filename: name, length: content.length });
  if (!place.ok) return failed('files.getUploadURLExternal', place.kind === 'rateLimited' ? 'ratelimited' : place.code);
  const { upload_url: url, file_id: id } = place.answer;
  if (typeof url !== 'string' || typeof id !== 'string' || !isSlacks(url, world.apiUrl)) return failed('upload', 'address');
  try {
    const body = new Uint8Array(content);
    const sent = await fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(UPLOAD_MS) });
    if (!sent.ok) return failed('upload', String(sent.status));
  } catch (error) {
    return failed('upload', error instanceof Error ? error.name : 'unknown');
  }
  const done = await world.calls('files.completeUploadExternal', { files: [{ id, title: name }], channel_id: channel });
  return done.ok || failed('files.completeUploadExternal', done.kind === 'rateLimited' ? 'ratelimited' : done.code);
}

/** A file of the register goes to Slack and nowhere else. */
function isSlacks(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && /(?:^|\.)slack(?:-gov)?\.com$/.test(hostname);
}
