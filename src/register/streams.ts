import { type CaseId, caseId } from '../breach/identifiers.ts';
import type { StreamName } from './registerEngine.ts';

/** The daily entries, which carry the heads of all others. */
export const REGISTER: StreamName = 'register';

export const caseStream = (of: CaseId): StreamName => `case/${of}`;

/** The looks at one case; those that concern no single case are kept together. */
export const looksStream = (of: CaseId | undefined): StreamName => `looks/${of ?? REGISTER}`;

const CASE = 'case/';
const LOOKS = 'looks/';

/** The stream of the case that these looks were at; any other stream as it is. */
export const caseOfLooks = (stream: StreamName): StreamName =>
  stream.startsWith(LOOKS) ? caseStream(caseId(stream.slice(LOOKS.length))) : stream;

/** Which case this is the stream of. */
export const caseOf = (stream: StreamName): CaseId | undefined =>
  stream.startsWith(CASE) ? caseId(stream.slice(CASE.length)) : undefined;
