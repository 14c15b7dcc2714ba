import type { CaseNumber } from '../breach/identifiers.ts';
import type { OpenedEntry } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { StreamEnd } from './registerEngine.ts';

/** Raised when the lines below change their shape; `docs/record-format.md` describes them. */
const EXPORT_FORMAT = 1;

/** `from` and `to` are days (`2026-03-27`) on which a case was opened, both included. */
export type ExportScope =
  | { readonly whole: true }
  | { readonly case: CaseNumber }
  | { readonly from?: string; readonly to?: string };

export type ExportHeading = {
  readonly exportedAt: Instant;
  readonly scope: ExportScope;
  /** Names of fields that are not shown; see `fieldOfPart`. */
  readonly leftOut: readonly string[];
};

export type ExportEnd = {
  readonly entries: number;
  readonly streams: readonly StreamEnd[];
  /** Numbers of cases that could not be read; their entries are among the others as they are. */
  readonly unreadable: readonly string[];
  /** Tables that were drawn from these lines and lie beside them. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
};

/*
 * The lines of an export, each canonical JSON without its line end: a heading, one line for each entry, the end, and a digest over all bytes
 * before it. The digest has a line of its own, so that the end is covered too and no byte is left that does not count.
 */

export const headingLine = (heading: ExportHeading): string => canonicalJson({ fristwachtExport: EXPORT_FORMAT, ...heading });

/** A part that is left out loses its text and keeps its name; its digest stands in the clear text anyway. */
export function entryLine({ parts, ...entry }: OpenedEntry, leftOut: ReadonlySet<string>): string {
  const shown = parts.map(({ name, opened }) =>
    opened === undefined || leftOut.has(fieldOfPart(name)) ? { name } : { name, opened },
  );
  return canonicalJson({ ...entry, parts: shown });
}

export const endLine = (end: ExportEnd): string => canonicalJson({ end });

/** `sha256` covers every line before, each with its line feed. */
export const digestLine = (sha256: string): string => canonicalJson({ sha256 });

/** `0/source.informant` is the field `source.informant` of the first event; `by` and `what` belong to the entry itself. */
export const fieldOfPart = (name: string): string => name.replace(/^\d+\//, '');
