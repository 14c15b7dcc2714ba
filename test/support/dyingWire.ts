import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Document } from 'mongodb';
import { Frames, readRequest } from './mongodStandIn/wire.ts';

/** A wire to one server over which its client dies: from the fatal request on, nothing goes through any more. */
export type DyingWire = {
  readonly uri: string;
  readonly isDead: () => boolean;
  readonly close: () => Promise<void>;
};

/** `isFatal` sees every command before the server does; the first one it says yes to never gets there. */
export async function openDyingWire(serverPort: number, isFatal: (command: Document) => boolean): Promise<DyingWire> {
  const sockets = new Set<Socket>();
  let dead = false;
  const die = (): void => {
    dead = true;
    for (const socket of sockets) socket.destroy();
  };
  const listener = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    if (dead) return void client.destroy();
    const frames = new Frames();
    client.on('data', (chunk: Buffer) => {
      for (const frame of frames.take(chunk)) {
        if (!dead && isFatal(readRequest(frame).command)) die();
        if (!dead) server.write(frame);
      }
    });
    server.pipe(client);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return {
    uri: `mongodb://127.0.0.1:${address.port}/?directConnection=true`,
    isDead: () => dead,
    close: async () => {
      die();
      listener.close();
      await once(listener, 'close');
    },
  };
}
