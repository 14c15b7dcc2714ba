import type { PreparationWords } from './preparationWords.ts';

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const preparationDe: PreparationWords = {
  preparation: {
    title: (number) => `${number}: Meldung an die Behörde vorbereiten`,
    kinds: {
      first: 'Erste Meldung',
      'follow-up': 'Folgemeldung',
      final: 'Abschließende Meldung',
      correction: 'Berichtigung',
      withdrawal: 'Rücknahme',
    },
    notice: 'Als Nächstes',
    authority: 'Behörde',
    why: 'Warum diese Behörde?',
    also: 'Außerdem zu benachrichtigen',
    form: 'Formular der Behörde',
    noPage: 'Keine eigene Seite gefunden. Bitte fragen Sie die Behörde.',
    checked: 'Zuletzt geprüft',
    traps: 'Darauf achten',
    sendsNothing: 'Hier wird nichts versandt. Sie melden selbst bei der Behörde und halten es danach hier fest.',
    missing: (now, later, beingClarified) => {
      if (now + later === 0) return beingClarified > 0 ? 'Was noch fehlt, wird schon geklärt.' : 'Es fehlt nichts mehr.';
      if (now === 0)
        return `Für diese Meldung ist alles da. Zur vollständigen fehlt noch: ${counted(later, 'Angabe', 'Angaben')}.`;
      const rest =
        later === 0 ? '' : ` Bis sie vollständig ist, ${later === 1 ? 'kommt 1 weitere' : `kommen ${later} weitere`} dazu.`;
      return `Für diese Meldung ${now === 1 ? 'fehlt noch 1 Angabe' : `fehlen noch ${now} Angaben`}.${rest}`;
    },
    mayBeIncomplete: (isGdpr) =>
      `Sie dürfen unvollständig melden und nachreichen${isGdpr ? ' (Art. 33 Abs. 4 DSGVO)' : ''}. Lassen Sie die Frist nicht verstreichen, nur weil noch etwas fehlt.`,
    proposed: (count) =>
      count === 1
        ? '1 Angabe ist nur ein Vorschlag aus dem Vorgang. Bitte lesen Sie sie, bevor Sie melden.'
        : `${count} Angaben sind nur Vorschläge aus dem Vorgang. Bitte lesen Sie sie, bevor Sie melden.`,
    neededNow: 'Fehlt',
    neededLater: 'Fehlt zur vollständigen Meldung',
    beingClarified: 'Wird geklärt',
    clarifiedBy: (owner, due) => `${owner}, bis ${due}`,
    next: 'Nächste Angaben eintragen',
    pages: 'Alle Seiten der Meldung',
    fill: 'Öffnen',
    pageState: (missing, proposed) => {
      const parts = [
        missing === 0 ? '' : missing === 1 ? '1 Angabe fehlt' : `${missing} Angaben fehlen`,
        proposed === 0 ? '' : counted(proposed, 'Vorschlag', 'Vorschläge'),
      ].filter((part) => part !== '');
      return parts.length === 0 ? '✓' : parts.join(', ');
    },
    others: 'Weitere Meldungen in diesem Vorgang',
    files: 'Entwurf als Dateien',
    page: (number, label) => `${number}: ${label}`,
    intro: 'Was Sie nicht wissen, lassen Sie leer: Ein leeres Feld ändert nichts.',
    stillOpen: {
      label: 'Was steht noch nicht fest?',
      hint: 'Es steht dann so in der Meldung. Nennen Sie darunter, wer es bis wann klärt; Fristwacht erinnert daran.',
    },
    owner: { label: 'Wer klärt es?' },
    dueBy: { label: 'Bis wann?' },
    back: 'Zur Übersicht der Meldung',
  },
};
