import type { Text } from '../../../src/law/sources.ts';

export type DatabaseRefusal =
  | 'addressInvalid'
  | 'unreachable'
  | 'notAllowed'
  | 'serverTooOld'
  | 'newerVersion'
  | 'notARegister'
  | 'onlyForDrills'
  | 'notForDrills'
  | 'masterKeyMissing'
  | 'masterKeyChanging';

const says: Readonly<Record<DatabaseRefusal, (database: string) => Text>> = {
  addressInvalid: () => ({
    de: 'MONGODB_URI ist keine gültige Adresse von MongoDB. Sie sieht so aus: mongodb://nutzer:kennwort@server:27017/fristwacht. Sonderzeichen im Kennwort werden mit % geschrieben.',
    en: 'MONGODB_URI is no valid address of MongoDB. It looks like this: mongodb://user:password@server:27017/fristwacht. Special characters in the password are written with %.',
  }),
  unreachable: (database) => ({
    de: `MongoDB ist nicht erreichbar (${database}). Prüfen Sie, ob der Server läuft, ob dieser Rechner ihn erreicht, und bei mehreren Servern, ob einer von ihnen Schreibzugriffe annimmt. Es wurde nichts verändert.`,
    en: `MongoDB cannot be reached (${database}). Check that the server runs, that this machine reaches it and, with several servers, that one of them takes writes. Nothing was changed.`,
  }),
  notAllowed: (database) => ({
    de: `MongoDB lehnt die Anmeldung oder den Zugriff ab (${database}). Prüfen Sie Namen und Kennwort in MONGODB_URI; der Nutzer braucht die Rolle readWrite auf dieser Datenbank und auf der mit den Schlüsseln.`,
    en: `MongoDB refuses the login or the access (${database}). Check name and password in MONGODB_URI; the user needs the role readWrite on this database and on the one with the keys.`,
  }),
  serverTooOld: (database) => ({
    de: `Dieser Server ist zu alt (${database}). Nehmen Sie MongoDB 6 oder neuer.`,
    en: `This server is too old (${database}). Use MongoDB 6 or newer.`,
  }),
  newerVersion: (database) => ({
    de: `Das Register wurde von einer neueren Version von Fristwacht geschrieben (${database}). Starten Sie diese Version; es wurde nichts verändert.`,
    en: `The register was written by a newer version of Fristwacht (${database}). Start that version; nothing was changed.`,
  }),
  notARegister: (database) => ({
    de: `Diese Datenbank enthält etwas anderes als ein Register von Fristwacht (${database}). Nennen Sie in MONGODB_URI eine andere; es wurde nichts verändert.`,
    en: `This database holds something other than a register of Fristwacht (${database}). Name another one in MONGODB_URI; nothing was changed.`,
  }),
  onlyForDrills: (database) => ({
    de: `Diese Datenbank enthält ein Übungsregister (${database}). Es wird nie zu einem echten; nennen Sie in MONGODB_URI für das echte Register eine andere Datenbank.`,
    en: `This database holds a register of drills (${database}). It never becomes a real one; name another database in MONGODB_URI for the real register.`,
  }),
  notForDrills: (database) => ({
    de: `Diese Datenbank enthält ein echtes Register (${database}). Damit es echt bleibt, wird darin nicht geübt; nennen Sie in MONGODB_URI zum Ausprobieren eine andere Datenbank.`,
    en: `This database holds a real register (${database}). So that it stays one, no drills are held in it; name another database in MONGODB_URI for trying out.`,
  }),
  masterKeyMissing: () => ({
    de: 'Für ein Register in MongoDB braucht es einen Hauptschlüssel. Setzen Sie FRISTWACHT_MASTER_KEY oder FRISTWACHT_MASTER_KEY_FILE. Für ein neues Register macht ihn: openssl rand -base64 32. Verwahren Sie ihn getrennt von der Datenbank, denn ohne ihn kann niemand das Register lesen.',
    en: 'A register in MongoDB needs a master key. Set FRISTWACHT_MASTER_KEY or FRISTWACHT_MASTER_KEY_FILE. For a new register this makes one: openssl rand -base64 32. Keep it apart from the database, because without it nobody can read the register.',
  }),
  masterKeyChanging: (database) => ({
    de: `Der Wechsel des Hauptschlüssels wurde unterbrochen (${database}). Bringen Sie ihn mit „fristwacht rotate-key“ und denselben beiden Schlüsseln zu Ende; es wurde nichts verändert.`,
    en: `The change of the master key was interrupted (${database}). Complete it with “fristwacht rotate-key” and the same two keys; nothing was changed.`,
  }),
};

/** The register is not opened, and says what to do instead. Names servers and database, never who logs in or anything of a case. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
  readonly reason: DatabaseRefusal;
  readonly text: Text;

  constructor(reason: DatabaseRefusal, database = '', options?: ErrorOptions) {
    const text = says[reason](database);
    super(text.en, options);
    this.reason = reason;
    this.text = text;
  }
}
