/**
 * What Teams must know of the app before anybody can install it. No resource-specific permission is asked for: to answer, to write to
 * people and into a channel the app was added to needs none, and whoever may read every message of a team would read too much.
 */
export type ManifestSetting = {
  /** The app id of the bot. */
  readonly appId: string;
  readonly version: string;
  /** The operator's pages; Teams wants all three. */
  readonly developer: { readonly name: string; readonly website: string; readonly privacy: string; readonly terms: string };
  /** Slash commands and answers only one member sees; needs a newer version of Teams. */
  readonly slash?: boolean;
};

type Command = { readonly title: string; readonly description: string };
type Words = {
  readonly short: string;
  readonly full: string;
  readonly commands: readonly [Command, Command, Command];
  readonly report: Command;
};

/** A title is what is written when it is chosen; the dialogue knows these words in either language. */
const WORDS: Readonly<Record<'de' | 'en', Words>> = {
  de: {
    short: 'Datenpannen melden und fristgerecht bearbeiten',
    full: 'Fristwacht nimmt einen Verdacht auf eine Datenpanne entgegen, führt die Datenschutzstelle durch die Prüfung nach der DSGVO und erinnert an jede Frist, bis sie eingehalten oder mit Begründung entschieden ist. Was Sie melden, lesen nur Sie und die Datenschutzstelle.',
    commands: [
      { title: 'Hilfe', description: 'Zeigt, was Sie hier tun können' },
      { title: 'Meine Meldungen', description: 'Zeigt Ihre eigenen Meldungen' },
      { title: 'Offene Vorgänge', description: 'Für die Datenschutzstelle: alle offenen Vorgänge' },
    ],
    report: { title: 'Als Datenpanne melden', description: 'Meldet diese Nachricht der Datenschutzstelle' },
  },
  en: {
    short: 'Report data breaches and handle them in time',
    full: 'Fristwacht takes a suspected data breach, leads the data protection office through the assessment under the GDPR, and reminds of every deadline until it is met or decided with reasons. What you report is read by you and the data protection office alone.',
    commands: [
      { title: 'Help', description: 'Shows what you can do here' },
      { title: 'My reports', description: 'Shows your own reports' },
      { title: 'Open cases', description: 'For the data protection office: all open cases' },
    ],
    report: { title: 'Report as data breach', description: 'Reports this message to the data protection office' },
  },
};

const PLAIN = '1.25';
const WITH_SLASH = '1.29';
const schema = (version: string, name: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${version}/${name}.schema.json`;

/** The manifest, German first, for the bot behind this app id. */
export function teamsManifest({ appId, version, developer, slash = false }: ManifestSetting): object {
  const schemaVersion = slash ? WITH_SLASH : PLAIN;
  const words = WORDS.de;
  const triggers = slash ? { triggers: ['mention', 'slash'] } : {};
  return {
    $schema: schema(schemaVersion, 'MicrosoftTeams'),
    manifestVersion: schemaVersion,
    ...{ version, id: appId },
    developer: {
      name: developer.name,
      websiteUrl: developer.website,
      privacyUrl: developer.privacy,
      termsOfUseUrl: developer.terms,
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    name: { short: 'Fristwacht', full: 'Fristwacht' },
    description: { short: words.short, full: words.full },
    accentColor: '#1F4E5F',
    localizationInfo: { defaultLanguageTag: 'de', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    supportsChannelFeatures: 'tier1',
    bots: [
      {
        ...{ botId: appId, scopes: ['personal', 'team', 'groupChat'], supportsFiles: false, isNotificationOnly: false },
        ...(slash ? { supportsTargetedMessages: true } : {}),
        commandLists: [
          { scopes: ['personal'], commands: words.commands },
          { scopes: ['team', 'groupChat'], ...triggers, commands: words.commands },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            ...{ id: 'reportBreach', type: 'action', context: ['message', 'compose'], fetchTask: true, ...words.report },
            ...(slash ? { triggers: ['slash'] } : {}),
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [],
  };
}

/** The same in English, by the places in the manifest. */
export function englishManifest({ slash = false }: Pick<ManifestSetting, 'slash'>): object {
  const words = WORDS.en;
  const commands = [0, 1].flatMap((list) =>
    words.commands.flatMap(({ title, description }, at) => [
      [`bots[0].commandLists[${list}].commands[${at}].title`, title],
      [`bots[0].commandLists[${list}].commands[${at}].description`, description],
    ]),
  );
  const places: Readonly<Record<string, string>> = {
    $schema: schema(slash ? WITH_SLASH : PLAIN, 'MicrosoftTeams.Localization'),
    'name.short': 'Fristwacht',
    'name.full': 'Fristwacht',
    'description.short': words.short,
    'description.full': words.full,
    ...(Object.fromEntries(commands) as Readonly<Record<string, string>>),
    'composeExtensions[0].commands[0].title': words.report.title,
    'composeExtensions[0].commands[0].description': words.report.description,
  };
  return places;
}
