import type { Text } from '../../src/law/sources.ts';

/** What to do about a fault in `fristwacht.yaml`. Each says it in one or two sentences, to somebody who edits that file. */
export const REMEDIES = {
  syntax: {
    de: 'Diese Zeile ist kein gültiges YAML. Prüfen Sie Einrückung, Doppelpunkt und Anführungszeichen.',
    en: 'This line is not valid YAML. Check the indentation, the colon and the quotation marks.',
  },
  twice: {
    de: 'Dieser Schlüssel steht hier zweimal. Lassen Sie einen davon stehen.',
    en: 'This key stands here twice. Keep one of them.',
  },
  secret: {
    de: 'Geheimnisse gehören nicht in diese Datei, sondern in die Umgebung (siehe .env.example). Löschen Sie die Zeile und ersetzen Sie das Geheimnis, falls andere die Datei lesen konnten.',
    en: 'Secrets do not belong in this file; a secret belongs in the environment (see .env.example). Delete the line, and replace the secret if others could read the file.',
  },
  slackTransport: {
    de: 'Tragen Sie http ein (Slack ruft Fristwacht unter einer Adresse auf) oder socket (Fristwacht verbindet sich mit Slack).',
    en: 'Enter http (Slack calls Fristwacht under an address) or socket (Fristwacht connects to Slack).',
  },
  slackTeam: {
    de: 'Tragen Sie die Kennung aus Slack ein: Ein Workspace beginnt mit T, eine Enterprise-Organisation mit E.',
    en: 'Enter the id from Slack: a workspace begins with T, an enterprise organisation with E.',
  },
  slackGroup: {
    de: 'Tragen Sie die Kennung der Benutzergruppe aus Slack ein; sie beginnt mit S.',
    en: 'Enter the id of the user group from Slack; it begins with S.',
  },
  slackPort: { de: 'Tragen Sie eine Zahl von 0 bis 65535 ein.', en: 'Enter a number from 0 to 65535.' },
  slackRequestUrl: {
    de: 'Tragen Sie die Adresse ein, unter der Slack Fristwacht aufruft, etwa https://fristwacht.beispiel.de/slack/events.',
    en: 'Enter the address under which Slack calls Fristwacht, such as https://fristwacht.example.org/slack/events.',
  },
  slackExports: {
    de: 'Tragen Sie link ein (abholen mit Link und Code) oder channel (Datei in den Kanal der Datenschutzstelle).',
    en: 'Enter link (fetched with a link and a code) or channel (a file in the channel of the data protection office).',
  },
  publicUrl: {
    de: 'Tragen Sie die Adresse ein, unter der Browser Fristwacht erreichen, etwa https://fristwacht.beispiel.de.',
    en: 'Enter the address under which browsers reach Fristwacht, such as https://fristwacht.example.org.',
  },
  teamsTransport: {
    de: 'Tragen Sie botbuilder ein (die Bibliothek von Microsoft) oder rest (ohne sie). Beide tun dasselbe.',
    en: 'Enter botbuilder (the library of Microsoft) or rest (without it). Both do the same.',
  },
  unknownKey: {
    de: 'Diesen Schlüssel gibt es nicht. fristwacht.example.yaml zeigt alle, die es gibt.',
    en: 'There is no such key. fristwacht.example.yaml shows all there are.',
  },
  section: {
    de: 'Hier gehören eingerückte Schlüssel hin, wie in fristwacht.example.yaml.',
    en: 'Indented keys belong here, as in fristwacht.example.yaml.',
  },
  list: {
    de: 'Hier gehört eine Liste hin: je Eintrag eine Zeile mit „-“ davor, oder [eins, zwei].',
    en: 'A list belongs here: one line per entry with „-“ before it, or [one, two].',
  },
  text: { de: 'Hier gehört ein Text hin.', en: 'A text belongs here.' },
  name: { de: 'Tragen Sie einen Namen ein.', en: 'Enter a name.' },
  id: {
    de: 'Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, etwa anna-berger. Die Kennung steht im Register: Ändern Sie sie später nicht mehr.',
    en: 'Use small letters, digits and hyphens, such as anna-berger. The id stands in the register: do not change it later.',
  },
  country: {
    de: 'Tragen Sie den Staat mit zwei Großbuchstaben ein, etwa DE, AT oder FR.',
    en: 'Enter the country as two capital letters, such as DE, AT or FR.',
  },
  land: {
    de: 'Tragen Sie das Bundesland ein: BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH oder TH. Davon hängt ab, welche Aufsichtsbehörde zuständig ist.',
    en: 'Enter the German Land: BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH or TH. It decides which authority is competent.',
  },
  landElsewhere: {
    de: 'Bundesländer gibt es hier nur für DE. Löschen Sie die Zeile.',
    en: 'A Land is only known for DE. Delete the line.',
  },
  sector: {
    de: 'Tragen Sie private (Unternehmen, Verein) oder public (öffentliche Stelle) ein.',
    en: 'Enter private (company, association) or public (public body).',
  },
  authority: {
    de: 'Tragen Sie die Kennung der Behörde ein, etwa de-bfdi, oder löschen Sie die Zeile: Dann folgt die Behörde aus Staat, Land und Sektor.',
    en: 'Enter the id of the authority, such as de-bfdi, or delete the line: the authority then follows from country, Land and sector.',
  },
  profile: {
    de: 'Tragen Sie ein, unter welchem Recht der Verantwortliche steht: private-body, public-body, telecom, social-data, police-justice, catholic, protestant, broadcasting, uk, switzerland oder eu-body. Ohne Angabe folgt es aus dem Sektor.',
    en: 'Enter the law the controller stands under: private-body, public-body, telecom, social-data, police-justice, catholic, protestant, broadcasting, uk, switzerland or eu-body. Without it, the sector decides.',
  },
  profileElsewhere: {
    de: 'Dieses Recht gilt in diesem Staat nicht. Prüfen Sie profile und country, oder löschen Sie die Zeile.',
    en: 'This law does not hold in this country. Check profile and country, or delete the line.',
  },
  authorityNeeded: {
    de: 'Hier folgt die Behörde nicht aus dem Sitz. Tragen Sie ihre Kennung ein, etwa de-kdsz-by, de-dsbkd oder de-rundfunk.',
    en: 'Here the authority does not follow from the seat. Enter its id, such as de-kdsz-by, de-dsbkd or de-rundfunk.',
  },
  mainTwice: {
    de: 'Es gibt nur eine Hauptniederlassung. Lassen Sie main: true nur bei einer stehen.',
    en: 'There is only one main establishment. Keep main: true with one of them.',
  },
  affectedIn: {
    de: 'Tragen Sie Staaten mit zwei Großbuchstaben ein, in Deutschland mit dem Land: FR, DE-NW. Jede dieser Behörden bekommt eine eigene Meldung.',
    en: 'Enter countries as two capital letters, in Germany with the Land: FR, DE-NW. Each of these authorities gets a notice of its own.',
  },
  affectedInNeeded: {
    de: 'Ohne Hauptniederlassung im EWR ist jeder Behörde zu melden, in deren Gebiet Betroffene leben. Tragen Sie affectedIn ein, etwa [FR, DE-NW], oder eine Hauptniederlassung unter establishments. Betrifft die DSGVO diesen Verantwortlichen nicht, tragen Sie mit authority ein, wem er meldet.',
    en: 'Without a main establishment in the EEA every authority is notified where affected people live. Enter affectedIn, such as [FR, DE-NW], or a main establishment under establishments. If the GDPR does not concern this controller, enter with authority whom it notifies.',
  },
  authorityBesideAffectedIn: {
    de: 'Die Behörden folgen hier aus affectedIn; eine einzelne daneben würde die anderen verdrängen. Löschen Sie authority, oder löschen Sie affectedIn, wenn nur diese eine Behörde zuständig ist.',
    en: 'The authorities follow from affectedIn here; a single one beside it would displace the others. Delete authority, or delete affectedIn if only this one is competent.',
  },
  affectedInAtHome: {
    de: 'Mit einer Hauptniederlassung im EWR ist deren Behörde zuständig. Löschen Sie affectedIn.',
    en: 'With a main establishment in the EEA its authority is competent. Delete affectedIn.',
  },
  language: { de: 'Tragen Sie de oder en ein.', en: 'Enter de or en.' },
  timeZone: {
    de: 'Tragen Sie die Zeitzone mit ihrem IANA-Namen ein, etwa Europe/Berlin.',
    en: 'Enter the time zone by its IANA name, such as Europe/Berlin.',
  },
  yesOrNo: { de: 'Tragen Sie true oder false ein.', en: 'Enter true or false.' },
  role: {
    de: 'Möglich sind dpo, deputy, decider und management. Wer keine dieser Rollen hat, muss hier nicht stehen.',
    en: 'Possible are dpo, deputy, decider and management. Whoever has none of these need not be listed.',
  },
  decision: {
    de: 'Möglich sind awareness, no-breach, exception und not-notifying.',
    en: 'Possible are awareness, no-breach, exception and not-notifying.',
  },
  email: { de: 'Tragen Sie eine E-Mail-Adresse ein.', en: 'Enter an e-mail address.' },
  contactPoint: {
    de: 'Tragen Sie unter contactPoint einen Namen und eine E-Mail-Adresse oder Telefonnummer ein. Daran wendet sich, wem der Bot nicht helfen kann.',
    en: 'Enter under contactPoint a name and an e-mail address or telephone number. People turn there when the bot cannot help.',
  },
  neighbour: {
    de: 'Tragen Sie eine Vorschrift ein: nis2, dora, eidas, tkg-169, tkg-168, kritis, cra-vulnerability, cra-incident, ai-act, sgb-x, uk-pecr, ch-isg, ch-dsg, contract oder insurance. Wenn mehr dazu gehört, als Abschnitt mit regime, id, name, hours und entity wie in fristwacht.example.yaml.',
    en: 'Enter a rule: nis2, dora, eidas, tkg-169, tkg-168, kritis, cra-vulnerability, cra-incident, ai-act, sgb-x, uk-pecr, ch-isg, ch-dsg, contract or insurance. Where there is more to say, as a section with regime, id, name, hours and entity as in fristwacht.example.yaml.',
  },
  neighbourHours: {
    de: 'Tragen Sie die vereinbarten Stunden als ganze Zahl ein, etwa 48. Das geht nur bei contract und insurance; alle anderen Fristen stehen im Gesetz.',
    en: 'Enter the agreed hours as a whole number, such as 48. Only contract and insurance take them; every other period stands in the law.',
  },
  neighbourId: {
    de: 'Geben Sie jedem Vertrag und jeder Versicherung eine eigene id, etwa hoster. Sie steht im Register: Ändern Sie sie später nicht mehr.',
    en: 'Give each contract and each insurance an id of its own, such as hoster. It stands in the register: do not change it later.',
  },
  neighbourController: {
    de: 'Tragen Sie die id eines Verantwortlichen unter controllers ein. Für das eigene Unternehmen löschen Sie die Zeile.',
    en: 'Enter the id of a controller under controllers. For your own organisation delete the line.',
  },
  neighbourTwice: {
    de: 'Diese Vorschrift steht schon in der Liste. Löschen Sie einen der Einträge; nur contract und insurance dürfen mehrfach stehen, je mit eigener id.',
    en: 'This rule stands in the list already. Delete one of the entries; only contract and insurance may stand several times, each with its own id.',
  },
  neighbourNotAgreed: {
    de: 'Diese Vorschrift gibt es nur einmal; id und name gehören zu contract und insurance. Löschen Sie die Zeile.',
    en: 'There is only one such rule; id and name belong to contract and insurance. Delete the line.',
  },
  financialEntity: {
    de: 'Nur bei dora: other, credit-institution, central-counterparty, trading-venue, nis2-entity oder excluded. Davon hängt ab, welche Fristen auf den nächsten Arbeitstag rücken.',
    en: 'Only with dora: other, credit-institution, central-counterparty, trading-venue, nis2-entity or excluded. It decides which deadlines move to the next working day.',
  },
  idTaken: {
    de: 'Diese Kennung ist schon vergeben. Nehmen Sie eine andere.',
    en: 'This id is taken. Use another one.',
  },
  nameTaken: {
    de: 'So heißt schon ein anderer Verantwortlicher. Ergänzen Sie etwas, das sie unterscheidet, etwa den Ort.',
    en: 'Another controller has this name already. Add something that tells them apart, such as the town.',
  },
  accountTaken: {
    de: 'Dieses Konto steht schon bei einer anderen Person. Jedes Konto gehört zu genau einer.',
    en: 'This account stands with another person already. Each account belongs to exactly one.',
  },
  deciderUnknown: {
    de: 'Tragen Sie hier die id einer Person aus persons ein.',
    en: 'Enter the id of one of the persons.',
  },
  deciderRole: {
    de: 'Diese Person soll entscheiden, hat aber die Rolle decider nicht. Ergänzen Sie die Rolle unter persons.',
    en: 'This person is to decide but has not the role decider. Add the role under persons.',
  },
  confirmationWithoutDecider: {
    de: 'Niemand hat die Rolle decider, also könnte niemand bestätigen. Geben Sie einer Person diese Rolle, oder löschen Sie confirmation.',
    en: 'Nobody has the role decider, so nobody could confirm. Give a person this role, or delete confirmation.',
  },
  dpoMissing: {
    de: 'Geben Sie mindestens einer Person die Rolle dpo. Ohne sie bekäme niemand die Meldungen.',
    en: 'Give at least one person the role dpo. Without it nobody would get the reports.',
  },
  dpoAccountMissing: {
    de: 'Keine Person mit der Rolle dpo hat ein Konto auf dieser Plattform. Ergänzen Sie es unter accounts.',
    en: 'No person with the role dpo has an account on this platform. Add it under accounts.',
  },
  channelMissing: {
    de: 'Tragen Sie den Kanal der Datenschutzstelle auf dieser Plattform ein.',
    en: 'Enter the channel of the data protection office on this platform.',
  },
  escalationHours: {
    de: 'Tragen Sie ganze Stunden ein, von 1 bis 720 (30 Tage).',
    en: 'Enter whole hours, from 1 to 720 (30 days).',
  },
  escalationNever: {
    de: 'So käme diese Stufe nie. Nennen Sie hoursLeft, bei Pflichten ohne Stundenfrist withoutMovementHours, oder löschen Sie die Stufe: Dann gilt die übliche.',
    en: 'This stage would never come. Name hoursLeft, for duties without hours withoutMovementHours, or delete the stage: the usual one then holds.',
  },
  escalationWithoutDeadline: {
    de: 'Diese Pflicht hat keine Stundenfrist, auf die man herunterzählen könnte. Nennen Sie hier nur withoutMovementHours.',
    en: 'This duty has no hours to count down to. Name only withoutMovementHours here.',
  },
  escalationTooEarly: {
    de: 'Die Frist hat höchstens 72 Stunden. Nennen Sie weniger, sonst kommt die Stufe schon mit der ersten Nachricht.',
    en: 'The period has 72 hours at most. Name fewer, else the stage comes with the very first message.',
  },
  escalationOrder: {
    de: 'So erführe die Leitung früher davon als die Vertretung. Prüfen Sie die Stunden beider Stufen.',
    en: 'Management would hear of it before the deputy does. Check the hours of both stages.',
  },
  retentionYears: {
    de: 'Tragen Sie ganze Jahre von 1 bis 30 ein. Gezählt wird vom Ende des Jahres, in dem der Vorgang abgeschlossen wurde.',
    en: 'Enter whole years from 1 to 30. They are counted from the end of the year in which the case was closed.',
  },
  retentionReasons: {
    de: 'Begründen Sie, warum länger oder kürzer als drei Jahre aufbewahrt wird. Der Grund wird beim Löschen mit festgehalten.',
    en: 'Give the reason for keeping longer or shorter than three years. It is recorded when a case is erased.',
  },
  toldWithinHours: {
    de: 'Tragen Sie die Stunden aus dem Auftragsverarbeitungsvertrag als ganze Zahl ein, etwa 24. Steht dort keine Zahl, löschen Sie die Zeile.',
    en: 'Enter the hours from the processing contract as a whole number, such as 24. If it names no number, delete the line.',
  },
  workingTime: {
    de: 'Tragen Sie none ein (jede Stunde ist recht) oder einen Abschnitt mit hours, holidaysOf, holidays und closed wie in fristwacht.example.yaml.',
    en: 'Enter none (any hour will do), or a section with hours, holidaysOf, holidays and closed as in fristwacht.example.yaml.',
  },
  workingHours: {
    de: 'Schreiben Sie Tage und Uhrzeiten so: mon-thu 08:00-17:00. Die Tage heißen mon, tue, wed, thu, fri, sat und sun; das Ende liegt nach dem Beginn, spätestens 24:00.',
    en: 'Write days and times like this: mon-thu 08:00-17:00. The days are mon, tue, wed, thu, fri, sat and sun; the end lies after the beginning, at the latest 24:00.',
  },
  workingDayTwice: {
    de: 'Dieser Wochentag steht schon in einem anderen Eintrag. Jeder Tag hat nur eine Arbeitszeit.',
    en: 'This weekday stands in another entry already. Each day has one working time.',
  },
  workingHoursMissing: {
    de: 'Tragen Sie mindestens einen Arbeitstag ein. Soll jede Stunde recht sein, schreiben Sie workingTime: none.',
    en: 'Enter at least one working day. If any hour will do, write workingTime: none.',
  },
  holidaysOf: {
    de: 'Diese Feiertage kenne ich nicht. Tragen Sie einen Staat ein, wo nötig mit Land, Kanton oder Region, etwa DE-NW, AT, CH-ZH oder DE-BY-KATH.',
    en: 'I do not know the holidays of this place. Enter a country, with Land, canton or region where needed, such as DE-NW, AT, CH-ZH or DE-BY-KATH.',
  },
  workingDay: {
    de: 'Schreiben Sie einen freien Tag als 12-24 (in jedem Jahr) oder als 2026-05-15.',
    en: 'Write a day off as 12-24 (in every year) or as 2026-05-15.',
  },
  workingPeriod: {
    de: 'Schreiben Sie eine Schließzeit mit erstem und letztem Tag: 2026-12-23/2027-01-01.',
    en: 'Write a time when you are closed with its first and last day: 2026-12-23/2027-01-01.',
  },
  cadenceHours: {
    de: 'Tragen Sie Stunden als Zahl ein, etwa 24 oder 0.5.',
    en: 'Enter hours as a number, such as 24 or 0.5.',
  },
  cadenceSteps: {
    de: 'Die Stunden unter at steigen von Schritt zu Schritt, und mehr als 50 Schritte sind es nicht.',
    en: 'The hours under at rise from step to step, and there are no more than 50 steps.',
  },
  cadenceStart: {
    de: 'Mit diesen Schritten bliebe es am Anfang zu lange still. docs/reminders.md nennt, wann der erste Schritt spätestens kommen muss.',
    en: 'With these steps it would stay silent too long at the beginning. docs/reminders.md says by when the first step must come.',
  },
  cadenceGap: {
    de: 'Zwischen zwei dieser Schritte, oder vor der Frist, bliebe es zu lange still. docs/reminders.md nennt den größten Abstand.',
    en: 'Between two of these steps, or before the deadline, it would stay silent too long. docs/reminders.md says how far apart steps may be.',
  },
  cadenceAfterDeadline: {
    de: 'Ein Schritt läge nach der Frist. Für die Zeit danach ist every da; löschen Sie die Stunden hinter der Frist.',
    en: 'A step would come after the deadline. The time after it belongs to every; delete the hours beyond the deadline.',
  },
  cadenceRepetition: {
    de: 'Die Wiederholung (every) muss mindestens eine Stunde auseinanderliegen und darf nicht so selten sein, dass eine Pflicht verstummt. docs/reminders.md nennt den größten Abstand.',
    en: 'The repetition (every) is at least one hour apart, and not so rare that a duty falls silent. docs/reminders.md says how far apart it may be.',
  },
  fileMissing: {
    de: 'Legen Sie fristwacht.yaml an, am besten als Kopie von fristwacht.example.yaml. Ohne die Datei läuft nur die Seite zum Ausprobieren.',
    en: 'Make a fristwacht.yaml, best as a copy of fristwacht.example.yaml. Without the file only the page for trying out runs.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Remedy = keyof typeof REMEDIES;

export const isRemedy = (value: string): value is Remedy => Object.hasOwn(REMEDIES, value);

/** The same remedy with the word that was probably meant. */
export const meant = (remedy: Text, word: string): Text => ({
  de: `${remedy.de} Meinten Sie ${word}?`,
  en: `${remedy.en} Did you mean ${word}?`,
});

/** For a key that exists, but in another section. */
export const belongsTo = (section: string): Text => ({
  de: `Dieser Schlüssel gehört unter ${section}.`,
  en: `This key belongs under ${section}.`,
});

export const belongsToTop: Text = {
  de: 'Dieser Schlüssel gehört an den Anfang der Zeile, ohne Einrückung.',
  en: 'This key belongs at the beginning of the line, without indentation.',
};
