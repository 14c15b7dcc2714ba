import { vi } from 'vitest';
import { conversationContract } from '../contracts/conversationContract.ts';
import { LACKS_OF_THE_DESK } from '../contracts/features.ts';
import { deskDriver } from './deskDriver.ts';

vi.setConfig({ testTimeout: 60_000 });

conversationContract('the desk', deskDriver, LACKS_OF_THE_DESK);
