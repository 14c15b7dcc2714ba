import type { Text } from '../../src/law/sources.ts';

export type MasterKeyReason = 'namedTwice' | 'notAKey' | 'fileUnreadable' | 'missing' | 'notWritable' | 'wrongKey' | 'keysLost';

const says: Readonly<Record<MasterKeyReason, (place: string) => Text>> = {
  namedTwice: (place) => ({
    de: `Der Hauptschlüssel ist zweimal angegeben (${place}). Lassen Sie eine der beiden Angaben weg; es wurde nichts verändert.`,
    en: `The master key is given twice (${place}). Leave one of the two out; nothing was changed.`,
  }),
  notAKey: (place) => ({
    de: `${place} enthält keinen Hauptschlüssel. Erwartet werden 32 Bytes in Base64, zum Beispiel aus: openssl rand -base64 32. Es wurde nichts verändert.`,
    en: `${place} holds no master key. Expected are 32 bytes in base64, for example from: openssl rand -base64 32. Nothing was changed.`,
  }),
  fileUnreadable: (place) => ({
    de: `Die Schlüsseldatei ${place} lässt sich nicht lesen. Prüfen Sie Pfad und Rechte; es wurde nichts verändert.`,
    en: `The key file ${place} cannot be read. Check its path and permissions; nothing was changed.`,
  }),
  missing: (place) => ({
    de: `Das Register ist da, sein Hauptschlüssel fehlt (${place}). Legen Sie die Schlüsseldatei aus Ihrer Sicherung zurück, oder geben Sie den Schlüssel mit FRISTWACHT_MASTER_KEY an. Es wurde nichts verändert.`,
    en: `The register is there, but its master key is missing (${place}). Put the key file back from your backup, or give the key as FRISTWACHT_MASTER_KEY. Nothing was changed.`,
  }),
  notWritable: (place) => ({
    de: `Die Schlüsseldatei ${place} lässt sich nicht anlegen. Prüfen Sie die Rechte am Ordner und den freien Platz.`,
    en: `The key file ${place} cannot be made. Check the permissions of its folder, and the free space.`,
  }),
  wrongKey: (place) => ({
    de: `Dieser Hauptschlüssel gehört nicht zu diesem Register (${place}). Starten Sie mit dem Schlüssel, unter dem es geschrieben wurde; es wurde nichts verändert.`,
    en: `This master key does not belong to this register (${place}). Start with the key it was written under; nothing was changed.`,
  }),
  keysLost: (place) => ({
    de: `Zu diesem Register fehlen die verschlossenen Schlüssel (${place}). Spielen Sie Register und Schlüssel aus derselben Sicherung ein; es wurde nichts verändert.`,
    en: `The sealed keys of this register are missing (${place}). Restore register and keys from the same backup; nothing was changed.`,
  }),
};

/** The register stays shut for want of its key, and says what to do. Holds nothing of the key and nothing of a case. */
export class MasterKeyRefused extends Error {
  override readonly name = 'MasterKeyRefused';
  readonly reason: MasterKeyReason;
  readonly text: Text;

  constructor(reason: MasterKeyReason, place: string, options?: ErrorOptions) {
    const text = says[reason](place);
    super(text.en, options);
    this.reason = reason;
    this.text = text;
  }
}
