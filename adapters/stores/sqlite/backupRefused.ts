import type { Text } from '../../../src/law/sources.ts';

type BackupRefusal =
  | 'noRegister'
  | 'noKeys'
  | 'folderNotEmpty'
  | 'noBackup'
  | 'registerThere'
  | 'keysThere'
  | 'brokenCopy'
  | 'brokenChain';

const says: Readonly<Record<BackupRefusal, (path: string) => Text>> = {
  noRegister: (file) => ({
    de: `Es gibt kein Register ${file}, das sich sichern ließe.`,
    en: `There is no register ${file} to back up.`,
  }),
  noKeys: (file) => ({
    de: `Die Schlüsseldatei ${file} fehlt oder ist leer; ohne sie ist das Register nicht zu öffnen. Legen Sie sie aus einer Sicherung daneben. Es wurde nichts gesichert.`,
    en: `The key file ${file} is missing or empty; without it the register cannot be opened. Put it there from a backup. Nothing was backed up.`,
  }),
  folderNotEmpty: (folder) => ({
    de: `Der Ordner ${folder} ist nicht leer. Nennen Sie für jede Sicherung einen neuen Ordner; es wurde nichts verändert.`,
    en: `The folder ${folder} is not empty. Name a new folder for each backup; nothing was changed.`,
  }),
  noBackup: (folder) => ({
    de: `Im Ordner ${folder} liegt keine vollständige Sicherung: Es fehlen die Einträge oder die Schlüssel.`,
    en: `The folder ${folder} holds no complete backup: the entries or the keys are missing.`,
  }),
  registerThere: (file) => ({
    de: `Es gibt schon ein Register ${file}; es wird nicht überschrieben. Nennen Sie mit FRISTWACHT_DATA einen neuen Ordner.`,
    en: `There is a register ${file} already; it is not overwritten. Name a new folder with FRISTWACHT_DATA.`,
  }),
  keysThere: (file) => ({
    de: `Es gibt schon eine Schlüsseldatei ${file}; sie wird nicht überschrieben. Nennen Sie mit FRISTWACHT_DATA einen neuen Ordner.`,
    en: `There is a key file ${file} already; it is not overwritten. Name a new folder with FRISTWACHT_DATA.`,
  }),
  brokenCopy: (file) => ({
    de: `Die Datei ${file} ist beschädigt. Nehmen Sie eine andere Sicherung; es wurde nichts verändert.`,
    en: `The file ${file} is damaged. Take another backup; nothing was changed.`,
  }),
  brokenChain: (place) => ({
    de: `Die Kette der Einträge bricht bei ${place}: Dort wurde etwas verändert oder entfernt. Nehmen Sie eine andere Sicherung; es wurde nichts verändert.`,
    en: `The chain of entries breaks at ${place}: something was changed or removed there. Take another backup; nothing was changed.`,
  }),
};

/** Nothing was backed up or restored, and why. Meant for whoever runs the command; holds nothing of a case. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly reason: BackupRefusal;
  readonly text: Text;

  constructor(reason: BackupRefusal, path: string, options?: ErrorOptions) {
    const text = says[reason](path);
    super(text.en, options);
    this.reason = reason;
    this.text = text;
  }
}
