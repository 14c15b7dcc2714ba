import { createServer, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { answer } from './answer.ts';
import { Database } from './database.ts';
import { Frames, readRequest, writeAnswer } from './wire.ts';

/*
 * A stand-in for one standalone MongoDB server, for machines where no genuine one can be had. It speaks the wire protocol, keeps unique
 * indexes, changes one document at a time and has every acknowledged write on the disk before it answers. It is written from MongoDB's
 * documentation and proves our own code, not MongoDB: no replica set, no elections, no majority, no transactions, no figures.
 * Started like mongod: --port, --dbpath.
 */
const { values } = parseArgs({ options: { port: { type: 'string' }, dbpath: { type: 'string' } } });
if (values.port === undefined || values.dbpath === undefined) throw new Error('Say --port and --dbpath.');

const database = new Database(values.dbpath);

function serve(socket: Socket): void {
  const frames = new Frames();
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    for (const frame of frames.take(chunk)) {
      const request = readRequest(frame);
      const reply = answer(database, request.command);
      database.settle();
      if (request.wantsAnswer) socket.write(writeAnswer(request, reply));
    }
  });
}

createServer(serve).listen(Number(values.port), '127.0.0.1');
process.on('SIGTERM', () => {
  database.close();
  process.exit(0);
});
