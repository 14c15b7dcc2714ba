import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Document } from 'mongodb';
import { answersTo, Frames, readAnswer, readRequest, type Request, writeAnswer } from './mongodStandIn/wire.ts';

/**
 * What happens to the next request with a certain command:
 * its connection breaks before the server sees it, or after the server has carried it out; or it is carried out and nobody ever
 * answers; or its answer arrives with fields added, as a server adds an error of the write concern.
 */
export type Fault = 'request lost' | 'answer lost' | 'no answer' | { readonly answeredWith: Document };

/** A wire between a driver and one server that loses what it is told to lose. The server is real, only the wire is not. */
export type LossyWire = {
  readonly uri: string;
  /** Applies to the next request with this command, once. */
  readonly next: (command: string, fault: Fault) => void;
  /** Breaks all connections and takes no new ones, until `mend`. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  /** How often each command went over the wire, the lost ones too. */
  readonly seen: (command: string) => number;
  readonly close: () => Promise<void>;
};

export async function openLossyWire(serverPort: number): Promise<LossyWire> {
  const faults = new Map<string, Fault>();
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const takeFault = (command: string): Fault | undefined => {
    counts.set(command, (counts.get(command) ?? 0) + 1);
    const fault = faults.get(command);
    faults.delete(command);
    return fault;
  };
  const server = createServer((client) => join(client, serverPort, sockets, takeFault));
  const port = await listenOn(server, 0);
  const cut = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  return {
    uri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    next: (command, fault) => void faults.set(command, fault),
    seen: (command) => counts.get(command) ?? 0,
    cut,
    mend: async () => {
      await listenOn(server, port);
    },
    close: cut,
  };
}

async function listenOn(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}

type Waiting = { readonly request: Request; readonly fault: Fault };

function join(client: Socket, serverPort: number, sockets: Set<Socket>, takeFault: (command: string) => Fault | undefined): void {
  const server = connect(serverPort, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  const breakOff = (): void => {
    client.destroy();
    server.destroy();
  };
  for (const socket of [client, server]) {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', breakOff);
    socket.on('close', () => {
      sockets.delete(socket);
      breakOff();
    });
  }
  const [asked, answered] = [new Frames(), new Frames()];
  client.on('data', (chunk: Buffer) => {
    for (const frame of asked.take(chunk)) {
      const request = readRequest(frame);
      const fault = takeFault(Object.keys(request.command)[0] ?? '');
      if (fault === 'request lost') {
        breakOff();
        return;
      }
      if (fault !== undefined) waiting.set(request.id, { request, fault });
      server.write(frame);
    }
  });
  server.on('data', (chunk: Buffer) => {
    for (const frame of answered.take(chunk)) {
      const faulty = waiting.get(answersTo(frame));
      if (faulty === undefined) client.write(frame);
      else if (faulty.fault === 'answer lost') breakOff();
      else if (typeof faulty.fault === 'object')
        client.write(writeAnswer(faulty.request, { ...readAnswer(frame), ...faulty.fault.answeredWith }));
    }
  });
}
