import { type Taking, takeExport } from '../../src/dialogue/takeExport.ts';
import { isNotice, takeNotice } from '../../src/dialogue/takeNotice.ts';
import type { DialogueWorld } from '../../src/dialogue/turn.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { AuthorityNotice } from '../../src/notices/authorityNotice.ts';
import { NOTICE_FORMATS, noticeFile } from '../documents/noticeFile.ts';
import { zip } from '../teams/manifest/zip.ts';
import { type ExportArchive, exportArchive } from './exportArchive.ts';

type FilesOf = Pick<DialogueWorld, 'register' | 'clock' | 'organisation' | 'letOthersGo'>;

/** What was asked for, as one archive; asked anew whether this person may. Throws RegisterUnavailable. */
export async function archiveOf(taking: Taking, world: FilesOf, language: Lang): Promise<ExportArchive | 'refused' | 'tooLarge'> {
  if (isNotice(taking)) {
    const drawn = await takeNotice(taking, world);
    return drawn === 'refused' ? drawn : noticeArchive(drawn);
  }
  const taken = await takeExport(taking, world);
  return taken === 'refused' ? taken : exportArchive(world.register, taken, { language, zone: world.organisation.timeZone });
}

const LANGUAGES: readonly Lang[] = ['de', 'en'];

/** Every format in both languages: the authority may read another one than whoever fetches it. */
async function noticeArchive(notice: AuthorityNotice): Promise<ExportArchive> {
  const files: { name: string; content: Buffer }[] = [];
  for (const lang of LANGUAGES) {
    for (const format of NOTICE_FORMATS) {
      const { name, bytes } = await noticeFile(notice, { format, lang });
      files.push({ name, content: Buffer.from(bytes) });
    }
  }
  return { name: `fristwacht-${notice.record.number}-${notice.kind}-${notice.authority}.zip`, content: zip(files) };
}
