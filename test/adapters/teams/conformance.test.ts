import { vi } from 'vitest';
import { conversationContract } from '../../contracts/conversationContract.ts';
import { SUITES } from '../../contracts/features.ts';
import { teamsDriver } from './teamsDriver.ts';

// Whole stories, with every activity and every token over the wire.
vi.setConfig({ testTimeout: 60_000 });

conversationContract('Teams with botbuilder', () => teamsDriver('botbuilder'), SUITES['Teams with botbuilder']);
conversationContract('Teams with plain REST', () => teamsDriver('rest'));
