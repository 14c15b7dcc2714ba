import { BSON } from 'mongodb';
import type { Document } from 'mongodb';

const headerBytes = 16;
const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;
const moreToCome = 2;

export type Request = {
  readonly id: number;
  readonly command: Document;
  /** The oldest way of asking, used by drivers for their first greeting only; it is answered in kind. */
  readonly legacy: boolean;
  readonly wantsAnswer: boolean;
};

/** Cuts a stream of bytes into messages of the MongoDB wire protocol. */
export class Frames {
  private rest: Buffer = Buffer.alloc(0);

  take(chunk: Buffer): Buffer[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const whole: Buffer[] = [];
    while (this.rest.length >= headerBytes && this.rest.length >= this.rest.readInt32LE(0)) {
      const length = this.rest.readInt32LE(0);
      whole.push(this.rest.subarray(0, length));
      this.rest = this.rest.subarray(length);
    }
    return whole;
  }
}

/** The id of the request that a message answers; 0 for a request. */
export const answersTo = (frame: Buffer): number => frame.readInt32LE(8);

export function readRequest(frame: Buffer): Request {
  const id = frame.readInt32LE(4);
  const operation = frame.readInt32LE(12);
  if (operation === opQuery) return { id, command: readQuery(frame), legacy: true, wantsAnswer: true };
  if (operation !== opMessage) throw new Error(`The stand-in does not know operation ${operation} of the wire protocol.`);
  const flags = frame.readUInt32LE(headerBytes);
  return { id, command: readSections(frame), legacy: false, wantsAnswer: (flags & moreToCome) === 0 };
}

function readQuery(frame: Buffer): Document {
  const afterName = frame.indexOf(0, headerBytes + 4) + 1;
  return documentAt(frame, afterName + 8);
}

/** Section 0 is the command; each section 1 is a list that belongs into it under a name. */
function readSections(frame: Buffer): Document {
  const command: Document = {};
  let at = headerBytes + 4;
  while (at < frame.length) {
    const kind = frame[at];
    const size = frame.readInt32LE(at + 1);
    if (kind === 0) Object.assign(command, documentAt(frame, at + 1));
    else readSequence(frame.subarray(at + 5, at + 1 + size), command);
    at += 1 + size;
  }
  return command;
}

function readSequence(section: Buffer, command: Document): void {
  const nameEnd = section.indexOf(0);
  const documents: Document[] = [];
  for (let at = nameEnd + 1; at < section.length; at += section.readInt32LE(at)) documents.push(documentAt(section, at));
  command[section.toString('utf8', 0, nameEnd)] = documents;
}

function documentAt(frame: Buffer, at: number): Document {
  return BSON.deserialize(frame.subarray(at, at + frame.readInt32LE(at)));
}

export function writeAnswer(request: Request, answer: Document): Buffer {
  const body = Buffer.from(BSON.serialize(answer));
  const head = request.legacy ? replyHead() : Buffer.alloc(5);
  const header = Buffer.alloc(headerBytes);
  header.writeInt32LE(headerBytes + head.length + body.length, 0);
  header.writeInt32LE(request.id, 4);
  header.writeInt32LE(request.id, 8);
  header.writeInt32LE(request.legacy ? opReply : opMessage, 12);
  return Buffer.concat([header, head, body]);
}

/** Flags, cursor, start, and the count of documents: one. */
function replyHead(): Buffer {
  const head = Buffer.alloc(20);
  head.writeInt32LE(8, 0);
  head.writeInt32LE(1, 16);
  return head;
}

/** The document of an answer to a request that was not a legacy one. */
export const readAnswer = (frame: Buffer): Document => readSections(frame);
