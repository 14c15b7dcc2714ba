import type { Text } from '../../src/law/sources.ts';

/** What is said to whoever starts the bot with an account that cannot be used. */
export const accountWords = {
  appIdMissing: {
    de: 'TEAMS_APP_ID fehlt. Ohne diese Kennung könnte niemand prüfen, ob eine Nachricht wirklich von Teams kommt; deshalb startet der Bot so nicht. Zum Ausprobieren ohne Konto: TEAMS_DEVELOPMENT=yes.',
    en: 'TEAMS_APP_ID is missing. Without it nobody could check whether a message really comes from Teams, so the bot does not start. To try it without an account: TEAMS_DEVELOPMENT=yes.',
  },
  tenantMissing: {
    de: 'TEAMS_TENANT_ID fehlt. Das ist die Kennung Ihres Mandanten in Microsoft Entra; nur Personen aus diesem Mandanten werden bedient.',
    en: 'TEAMS_TENANT_ID is missing. It is the id of your tenant in Microsoft Entra; only people of this tenant are served.',
  },
  noGuid: {
    de: 'TEAMS_APP_ID und TEAMS_TENANT_ID sind Kennungen der Form 00000000-0000-0000-0000-000000000000. Bitte prüfen Sie beide.',
    en: 'TEAMS_APP_ID and TEAMS_TENANT_ID are ids of the form 00000000-0000-0000-0000-000000000000. Please check both.',
  },
  credentialMissing: {
    de: 'Womit sich der Bot bei Microsoft ausweist, fehlt: TEAMS_APP_SECRET, oder TEAMS_CERTIFICATE_FILE mit TEAMS_PRIVATE_KEY_FILE, oder TEAMS_APP_TYPE=UserAssignedMSI für eine verwaltete Identität in Azure.',
    en: 'What the bot proves its identity to Microsoft with is missing: TEAMS_APP_SECRET, or TEAMS_CERTIFICATE_FILE with TEAMS_PRIVATE_KEY_FILE, or TEAMS_APP_TYPE=UserAssignedMSI for a managed identity in Azure.',
  },
  twoCredentials: {
    de: 'TEAMS_APP_SECRET und ein Zertifikat sind zugleich angegeben. Bitte lassen Sie eines davon weg.',
    en: 'TEAMS_APP_SECRET and a certificate are both given. Please leave one of them out.',
  },
  certificateUnreadable: {
    de: 'TEAMS_CERTIFICATE_FILE oder TEAMS_PRIVATE_KEY_FILE ist nicht lesbar oder keine PEM-Datei.',
    en: 'TEAMS_CERTIFICATE_FILE or TEAMS_PRIVATE_KEY_FILE cannot be read or is no PEM file.',
  },
  multiTenant: {
    de: 'TEAMS_APP_TYPE=MultiTenant wird nicht unterstützt. Microsoft legt seit August 2025 keine neuen Bots dieser Art an, und ein Bot für alle Mandanten müsste fremde Personen erst einlassen, um sie abzuweisen. Bitte registrieren Sie einen eigenen Bot für Ihren Mandanten (SingleTenant oder UserAssignedMSI).',
    en: 'TEAMS_APP_TYPE=MultiTenant is not supported. Since August 2025 Microsoft creates no new bots of this kind, and a bot for all tenants would have to let strangers in before it could turn them away. Please register a bot of your own for your tenant (SingleTenant or UserAssignedMSI).',
  },
  appType: {
    de: 'TEAMS_APP_TYPE ist SingleTenant oder UserAssignedMSI.',
    en: 'TEAMS_APP_TYPE is SingleTenant or UserAssignedMSI.',
  },
  developmentWithAppId: {
    de: 'TEAMS_DEVELOPMENT=yes und TEAMS_APP_ID schließen sich aus: Zum Ausprobieren wird niemand geprüft, ein registrierter Bot prüft alle.',
    en: 'TEAMS_DEVELOPMENT=yes and TEAMS_APP_ID exclude each other: while trying out nobody is checked, a registered bot checks everybody.',
  },
  developmentElsewhere: {
    de: 'Mit TEAMS_DEVELOPMENT=yes wird niemand geprüft. Deshalb darf der Bot dann nur auf diesem Rechner erreichbar sein: TEAMS_HOST=127.0.0.1.',
    en: 'With TEAMS_DEVELOPMENT=yes nobody is checked. So the bot may then be reached from this machine only: TEAMS_HOST=127.0.0.1.',
  },
  port: {
    de: 'TEAMS_PORT ist eine Zahl von 0 bis 65535.',
    en: 'TEAMS_PORT is a number from 0 to 65535.',
  },
} as const satisfies Readonly<Record<string, Text>>;
