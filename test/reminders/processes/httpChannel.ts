import type { Channel, Clock, DeliveryResult } from '../../../src/ports.ts';

/** The adapter to `chatServer`: tries once, and says what it knows. A connection that breaks or a failure of the server says nothing. */
export const httpChannel = (url: string, clock: Clock): Channel => ({
  platform: 'slack',
  deliver: async (message): Promise<DeliveryResult> => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ message, clockAt: clock.now() }) });
    const { messageId, retryAfterSeconds } = (await response.json()) as { messageId?: string; retryAfterSeconds?: number };
    if (response.status === 200 && messageId !== undefined) return { result: 'delivered', messageId };
    if (response.status === 429 && retryAfterSeconds !== undefined) return { result: 'not-sent', retryAfterSeconds };
    return { result: 'unclear' };
  },
});
