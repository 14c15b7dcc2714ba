import type { Text } from '../../../src/law/sources.ts';

export type RefusalReason =
  | 'newerVersion'
  | 'olderVersion'
  | 'notARegister'
  | 'damaged'
  | 'notWritable'
  | 'noLocalDisk'
  | 'masterKeyChanging';

const says: Readonly<Record<RefusalReason, (file: string) => Text>> = {
  newerVersion: (file) => ({
    de: `Das Register ${file} wurde von einer neueren Version von Fristwacht geschrieben. Starten Sie diese Version; es wurde nichts verändert.`,
    en: `The register ${file} was written by a newer version of Fristwacht. Start that version; nothing was changed.`,
  }),
  olderVersion: (file) => ({
    de: `Das Register ${file} stammt von einer älteren Version von Fristwacht und ist noch nicht umgestellt. Starten Sie Fristwacht; es stellt das Register um.`,
    en: `The register ${file} comes from an older version of Fristwacht and is not converted yet. Start Fristwacht; it converts the register.`,
  }),
  notARegister: (file) => ({
    de: `Die Datei ${file} ist kein Register von Fristwacht. Geben Sie einen anderen Ordner an; es wurde nichts verändert.`,
    en: `The file ${file} is not a register of Fristwacht. Name another folder; nothing was changed.`,
  }),
  damaged: (file) => ({
    de: `Das Register ${file} ist beschädigt und lässt sich nicht öffnen. Bewahren Sie die Datei auf und spielen Sie die letzte Sicherung in einen neuen Ordner ein.`,
    en: `The register ${file} is damaged and cannot be opened. Keep the file, and restore the last backup into a new folder.`,
  }),
  notWritable: (file) => ({
    de: `In das Register ${file} kann nicht geschrieben werden. Prüfen Sie die Rechte an Datei und Ordner und den freien Platz.`,
    en: `The register ${file} cannot be written to. Check the permissions of the file and its folder, and the free space.`,
  }),
  noLocalDisk: (file) => ({
    de: `Das Register ${file} liegt auf einem Laufwerk, das dafür nicht taugt, etwa einer Netzfreigabe. Legen Sie es auf eine lokale Platte.`,
    en: `The register ${file} lies on a drive that cannot keep it safely, such as a network share. Put it on a local disk.`,
  }),
  masterKeyChanging: (file) => ({
    de: `Der Wechsel des Hauptschlüssels von ${file} ist nicht zu Ende gekommen. Rufen Sie noch einmal „fristwacht rotate-key“ auf, mit denselben beiden Schlüsseln; es ist nichts verloren.`,
    en: `The change of the master key of ${file} did not come to its end. Run “fristwacht rotate-key” once more, with the same two keys; nothing is lost.`,
  }),
};

/** The register is not opened, and says what to do instead. Meant for whoever starts Fristwacht; holds nothing of a case. */
export class RegisterRefused extends Error {
  override readonly name = 'RegisterRefused';
  readonly reason: RefusalReason;
  readonly text: Text;

  constructor(reason: RefusalReason, file: string, options?: ErrorOptions) {
    const text = says[reason](file);
    super(text.en, options);
    this.reason = reason;
    this.text = text;
  }
}
