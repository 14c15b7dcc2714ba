import { vi } from 'vitest';
import { conversationContract } from '../contracts/conversationContract.ts';
import { deskDriver } from './deskDriver.ts';

vi.setConfig({ testTimeout: 60_000 });

conversationContract('the desk', deskDriver);
