import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RegisterUnavailable } from '../../src/ports.ts';
import { instant } from '../../src/rules/instant.ts';
import { NOTES_FILE, openNotes } from '../notes/openNotes.ts';
import { refusalText } from '../stores/openRegister.ts';
import { PUBLIC_CLOUD, type TeamsEndpoints } from '../teams/endpoints.ts';
import { examineTeams, type TeamsFinding } from '../teams/examineTeams.ts';
import { type References, references } from '../teams/references.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { given } from '../configuration/given.ts';
import { masterKeyWanted } from './registerCommand.ts';
import { doctorWords } from './slackCommandWords.ts';
import { type TeamsConfiguration, teamsConfiguration } from './teamsConfiguration.ts';
import { teamsDoctorWords } from './teamsDoctorWords.ts';

type Language = ReturnType<typeof preferredLanguage>;

/** What came of it: 0 well, 1 something to mend, 2 set up wrongly. `complete`: everything could be looked at, and is well. */
export type DoctorResult = { readonly exitCode: number; readonly complete: boolean };

/** A certificate that ends sooner is told of, though it still serves. */
const ENDS_SOON_DAYS = 30;

/** The part of `fristwacht doctor` that is about Teams. */
export async function doctorTeams(world: CommandWorld, endpoints: TeamsEndpoints = PUBLIC_CLOUD): Promise<DoctorResult> {
  const language = preferredLanguage(world.env);
  const words = teamsDoctorWords[language];
  const configured = teamsConfiguration(world);
  if ('says' in configured) {
    world.writeError(configured.says);
    return { exitCode: configured.exitCode, complete: false };
  }
  if (configured.account.kind === 'development') world.write(words.development);
  const findings = await examined(configured, world, endpoints);
  for (const finding of findings) world.write(sentence(finding, language));
  const isWell = findings.every(({ well }) => well !== false);
  return { exitCode: isWell ? 0 : 1, complete: findings.every(({ well }) => well === true) };
}

async function examined(
  { account, organisation, messagingEndpoint }: TeamsConfiguration,
  world: CommandWorld,
  endpoints: TeamsEndpoints,
): Promise<readonly TeamsFinding[]> {
  const remembered = await openReferences(world);
  try {
    return await examineTeams({
      ...{ account, organisation, endpoints, messagingEndpoint, references: remembered?.references },
      clock: { now: () => instant(world.now()) },
      ids: { next: world.randomId },
    });
  } finally {
    await remembered?.close();
  }
}

type Remembered = { readonly references: References; readonly close: () => Promise<void> };

/** Undefined where the bot never ran with this register: nothing is made here. */
async function openReferences(world: CommandWorld): Promise<Remembered | undefined> {
  const folder = resolve(given(world.env.FRISTWACHT_DATA) ?? './data');
  const mongodbUri = given(world.env.MONGODB_URI);
  if (mongodbUri === undefined && !existsSync(join(folder, NOTES_FILE))) return undefined;
  const say = (): void => world.writeError(teamsDoctorWords[preferredLanguage(world.env)].notesUnreadable);
  try {
    const notes = await openNotes({ mongodbUri, folder, ids: { next: world.randomId }, masterKey: masterKeyWanted(world.env) });
    return { references: references(notes, say), close: notes.close };
  } catch (error) {
    if (!(error instanceof RegisterUnavailable) && refusalText(error) === undefined) throw error;
    say();
    return undefined;
  }
}

// ---------------------------------------------------------------- in words

function sentence(finding: TeamsFinding, language: Language): string {
  const { good, bad, unclear } = doctorWords[language];
  const words = teamsDoctorWords[language];
  const title = finding.about === 'person' ? words.person(finding.name) : words[finding.about];
  if (finding.well === 'unknown') return unclear(title, whyUnknown(finding, language));
  if (finding.well) {
    const endsSoon = finding.about === 'certificate' && finding.daysLeft < ENDS_SOON_DAYS;
    return endsSoon ? unclear(title, words.certificateEnds(finding.daysLeft)) : good(title);
  }
  return bad(title, remedyOf(finding, language));
}

function whyUnknown(finding: Extract<TeamsFinding, { readonly well: 'unknown' }>, language: Language): string {
  const words = teamsDoctorWords[language];
  switch (finding.about) {
    case 'token':
      return words.tokenNotReached;
    case 'keys':
      return words.keysNotReached;
    case 'messagingEndpoint':
      return words.endpointNotSet;
    case 'heardOf':
      return words.nothingHeard;
    case 'channel':
      return words.notReached;
    case 'person':
      return words[finding.why];
  }
}

function remedyOf(finding: Extract<TeamsFinding, { readonly well: false }>, language: Language): string {
  const words = teamsDoctorWords[language];
  switch (finding.about) {
    case 'certificate':
      return words.certificateFault[finding.fault];
    case 'token':
      return words.tokenFault[finding.fault](finding.code);
    case 'keys':
      return words.keysOfOthers;
    case 'listening': {
      const { fault, status } = finding;
      const isOurs = fault === 'nobody' || fault === 'unchecked' || fault === 'other';
      return isOurs ? words.listeningFault[fault](status) : words.anotherProgram(status);
    }
    case 'messagingEndpoint':
      return words.endpointFault[finding.fault](finding.status);
    case 'channel':
      return finding.fault === 'guests' ? words.guests(finding.count) : words.channelFault[finding.fault];
    case 'person':
      return words.personFault[finding.fault];
  }
}
