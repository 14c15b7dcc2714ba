import { type Examined, examine } from '../slack/examine.ts';
import type { CommandWorld } from './commandWorld.ts';
import { presentToken } from './presentToken.ts';
import type { SlackConfiguration } from './slackConfiguration.ts';

/** Everything at Slack, asked with the token that holds now, where it is one that is renewed. */
export async function examineSlack(
  { setting, organisation, requestUrl }: SlackConfiguration,
  world: CommandWorld,
): Promise<readonly Examined[]> {
  const present = await presentToken(setting, world);
  const asked = { organisation, requestUrl, now: world.now, monotonicNow: () => performance.now() };
  switch (present?.state) {
    case undefined:
      return examine({ ...asked, setting });
    case 'asEntered':
      return [{ about: 'rotation', well: 'unknown', because: 'asEntered' }, ...(await examine({ ...asked, setting }))];
    case 'ended':
    case 'notesUnreadable':
      // Without a token Slack answers nothing else.
      return [{ about: 'rotation', well: 'unknown', because: present.state }];
    case 'lost':
      return [{ about: 'rotation', well: false }, ...(await examine({ ...asked, setting: present.setting }))];
    case 'renewed':
      return [{ about: 'rotation', well: true }, ...(await examine({ ...asked, setting: present.setting }))];
  }
}
