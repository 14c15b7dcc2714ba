import { vi } from 'vitest';
import { conversationContract } from '../contracts/conversationContract.ts';
import { slackDriver } from './slackDriver.ts';

// Whole stories, with every payload over the wire.
vi.setConfig({ testTimeout: 60_000 });

conversationContract('Slack by HTTP', () => slackDriver('http'));
conversationContract('Slack in Socket Mode', () => slackDriver('socket'));
