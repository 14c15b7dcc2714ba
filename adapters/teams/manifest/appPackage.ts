import { colorIcon, outlineIcon } from './icons.ts';
import { englishManifest, type ManifestSetting, teamsManifest } from './teamsManifest.ts';
import { type Packed, zip } from './zip.ts';

/** What lies in the package that an administrator uploads to Teams. */
export const packageFiles = (setting: ManifestSetting): readonly Packed[] => [
  { name: 'manifest.json', content: json(teamsManifest(setting)) },
  { name: 'en.json', content: json(englishManifest(setting)) },
  { name: 'color.png', content: colorIcon() },
  { name: 'outline.png', content: outlineIcon() },
];

export const appPackage = (setting: ManifestSetting): Buffer => zip(packageFiles(setting));

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);

/** What stands in `manifest/teams` for people to read; the command fills in who the bot and the operator are. */
export const EXAMPLE: ManifestSetting = {
  appId: '00000000-0000-0000-0000-000000000000',
  version: '1.0.0',
  developer: {
    name: 'Fristwacht',
    website: 'https://example.org',
    privacy: 'https://example.org/privacy',
    terms: 'https://example.org/terms',
  },
};
