import { writeFileSync } from 'node:fs';
import { exportWriter, type LineFormat } from '../../adapters/documents/exportWriter.ts';
import { newFile } from '../../adapters/documents/newFile.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { caseId, type CaseNumber } from '../../src/breach/identifiers.ts';
import type { Register } from '../../src/ports.ts';
import { exportedStreams } from '../../src/register/exportedStreams.ts';
import type { ExportScope } from '../../src/register/exportLines.ts';
import { prepareMemoryStore } from '../support/memoryStore.ts';
import { ada, adding, hoursAfterNine, nine, opening } from '../contracts/sampleWrites.ts';
import { registerOn } from '../contracts/store.ts';

const nextDay = hoursAfterNine(24);

/** The text of the second entry was a mistake. */
const erasure: BreachEvent = { type: 'TextErased', at: nine, by: ada, sequence: 2, part: '0/text', reasons: 'Falsche Person' };

/** Three cases with a look at the first, entered into the register's own stream, and one entry after that. */
export async function sampleRegister(): Promise<Register> {
  const register = await registerOn(await (await prepareMemoryStore()).open());
  for (const [index, name] of ['c-1', 'c-2', 'c-3'].entries()) await register.append(opening(name, { ordinal: index + 1 }));
  await register.append(adding('c-1', 1));
  await register.append(adding('c-1', 2, { events: [erasure] }));
  await register.recordLook({ caseId: caseId('c-1'), by: ada, at: nine, what: 'openCase', allowed: true });
  await register.recordLook({ caseId: undefined, by: ada, at: nine, what: 'listCases', allowed: false });
  await register.anchorHeads(hoursAfterNine(12));
  await register.append(adding('c-2', 1));
  return register;
}

type Wanted = {
  readonly format?: LineFormat;
  readonly leftOut?: readonly string[];
  readonly only?: { readonly name: string; readonly number: CaseNumber };
  readonly files?: readonly { readonly name: string; readonly sha256: string }[];
};

/** Writes what the register holds, as the command does. */
export async function writeExport(register: Register, path: string, wanted: Wanted = {}): Promise<void> {
  const { format = 'jsonl', leftOut = [], only, files = [] } = wanted;
  const scope: ExportScope = only ? { case: only.number } : { whole: true };
  const writer = exportWriter(newFile(path), format, { exportedAt: nextDay, scope, leftOut });
  const part = only ? ({ of: 'case', caseId: caseId(only.name), number: only.number } as const) : ({ of: 'all' } as const);
  const unreadable: string[] = [];
  for await (const { entries, ...of } of exportedStreams(register, part)) {
    entries.forEach(writer.entry);
    if (of.unreadable) unreadable.push(of.number ?? of.stream);
  }
  writer.finish({ unreadable, files });
}

/** Writes changed lines as somebody would who knows the format: with a new end and a new digest, so that only the content can give it away. */
export function writeForged(path: string, lines: readonly string[], sha256: (text: string) => string): void {
  const [heading = '', ...rest] = lines;
  const entries = rest.filter((line) => line.startsWith('{"clear"'));
  const ends = new Map(
    entries.map((line) => {
      const { stream, sequence, hash } = JSON.parse(line) as { stream: string; sequence: number; hash: string };
      return [stream, { hash, sequence, stream }];
    }),
  );
  const end = JSON.stringify({ end: { entries: entries.length, files: [], streams: [...ends.values()], unreadable: [] } });
  const before = `${[heading, ...entries, end].join('\n')}\n`;
  writeFileSync(path, `${before}${JSON.stringify({ sha256: sha256(before) })}\n`);
}
