import type { OrganisationWords } from './organisationWords.ts';

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

const FAILURES: Readonly<Record<string, string>> = {
  caseUnreadable: 'ein Vorgang war nicht lesbar',
  registerUnavailable: 'das Register hat nicht geantwortet',
  contradictingRules: 'zwei Regeln haben sich widersprochen',
  unreachable: 'jemand war nicht mehr erreichbar',
  unwell: 'die eigene Prüfung hat etwas gefunden',
  heartbeatFailed: 'das Lebenszeichen kam nicht an',
  tickFailed: 'ein Durchlauf ist abgebrochen',
  tickHung: 'ein Durchlauf kam nicht zum Ende',
  unexpected: 'unerwarteter Fehler',
};

export const organisationDe: OrganisationWords = {
  digest: {
    title: (duties, cases) =>
      duties === 0
        ? 'Heute ist keine Pflicht offen'
        : `Heute offen: ${counted(duties, 'Pflicht', 'Pflichten')} in ${counted(cases, 'Vorgang', 'Vorgängen')}`,
    none: 'Nichts ist offen. Fristwacht läuft und wacht weiter.',
    onIt: (name, until) => (name === undefined ? `In Arbeit bis ${until}` : `${name} ist dran, bis ${until}`),
    nobody: 'Noch hat es niemand übernommen.',
    unreadable: (number) =>
      `${number} lässt sich gerade nicht lesen. Diese Pflichten sind dort offen; bitte sehen Sie selbst nach, was zu tun ist.`,
    readyToClose: (numbers) => `Nichts mehr zu tun, nur noch abzuschließen: ${numbers}`,
  },
  health: {
    trouble: 'Fristwacht braucht Ihre Hilfe',
    troubleText: (since) =>
      `Seit ${since} stimmt bei Fristwacht selbst etwas nicht. Verlassen Sie sich bis dahin nicht auf die Erinnerungen: Sehen Sie die offenen Fristen selbst durch.`,
    over: 'Fristwacht arbeitet wieder',
    overText: (since) => `Was seit ${since} nicht stimmte, ist behoben. Die Erinnerungen kommen wieder wie gewohnt.`,
    next: 'Geben Sie diese Nachricht an die Person weiter, die Fristwacht betreibt. „fristwacht status“ zeigt mehr.',
    troubles: {
      registerUnavailable: () => 'Das Register antwortet nicht.',
      tickOld: () => 'Seit einigen Minuten wurde nicht nachgesehen, was fällig ist.',
      lookMissing: (count) =>
        `${counted(count, 'Vorgang wäre', 'Vorgänge wären')} nicht rechtzeitig wieder angesehen worden. Das ist nachgeholt.`,
      lookLate: (count) => `${counted(count, 'Vorgang ist', 'Vorgänge sind')} überfällig und noch nicht angesehen.`,
      dutySilent: (count) =>
        `In ${counted(count, 'Vorgang', 'Vorgängen')} ist eine Pflicht offen, an die niemand erinnert würde.`,
      nobodyToTell: (count) => `Zu ${counted(count, 'Vorgang', 'Vorgängen')} ist niemand erreichbar.`,
      deliveryLate: (count) => `In ${counted(count, 'Vorgang', 'Vorgängen')} ist eine Erinnerung fällig und nicht angekommen.`,
      caseUnreadable: (count) => `${counted(count, 'Vorgang ist', 'Vorgänge sind')} nicht lesbar.`,
      deliveriesStuck: (count) =>
        `${counted(count, 'Person oder Kanal ist', 'Personen oder Kanäle sind')} seit mehr als zehn Minuten nicht zu erreichen.`,
    },
  },
  status: {
    title: (well) => (well ? 'Fristwacht läuft' : 'Fristwacht: Es gibt etwas zu tun'),
    well: 'Alles in Ordnung.',
    lastTick: 'Zuletzt nachgesehen',
    never: 'noch nie',
    instances: (count) => (count === 1 ? 'eine Instanz läuft' : `${count} Instanzen laufen`),
    openCases: 'Offene Vorgänge',
    openDuties: 'Offene Pflichten',
    firstDueBy: 'Nächste Frist',
    nextLook: 'Nächste Erinnerung oder Durchsicht',
    waiting: 'Empfänger, die auf eine Zustellung warten',
    lastFailure: 'Letzter Fehler',
    none: 'keiner',
    failure: (what) => FAILURES[what] ?? what,
    troubles: 'Das stimmt gerade nicht',
  },
};
