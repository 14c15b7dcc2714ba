import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive by name, read from its table of contents. */
export function unzipped(archive: Uint8Array): Readonly<Record<string, string>> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let place = bytes.readUInt32LE(end + 16);
  const files = Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((at) =>
      at === 20 ? bytes.readUInt32LE(place + at) : bytes.readUInt16LE(place + at),
    ) as [number, number, number, number];
    const name = bytes.toString('utf8', place + 46, place + 46 + nameLength);
    const method = bytes.readUInt16LE(place + 10);
    const local = bytes.readUInt32LE(place + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    place += 46 + nameLength + extra + comment;
    return [name, (method === 0 ? content : inflateRawSync(content)).toString('utf8')] as const;
  });
  return Object.fromEntries(files);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

/** The paragraphs of a DOCX, in order, cells of tables included. A merge field reads `«name»`. */
export function docxParagraphs(docx: Uint8Array): readonly string[] {
  const xml = unzipped(docx)['word/document.xml'] ?? '';
  return (xml.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? []).map((paragraph) =>
    unescaped(
      (paragraph.match(/<w:t(?: [^>]*)?>[^<]*<\/w:t>|<w:br\/>/g) ?? [])
        .map((part) => (part === '<w:br/>' ? '\n' : part.replace(/<[^>]*>/g, '')))
        .join(''),
    ),
  );
}

type StructNode = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
};

export type ReadPdf = {
  readonly pages: number;
  readonly text: string;
  readonly info: Readonly<Record<string, unknown>>;
  /** The roles of the structure tree, the outermost first. */
  readonly roles: readonly string[];
  /** What stands in the tags, page by page: the innermost role with its text. */
  readonly tagged: readonly (readonly [role: string, text: string])[];
  /** What stands on each page outside of the tree. */
  readonly untagged: readonly string[];
};

type TextPart = { readonly str?: string; readonly type?: string; readonly id?: string };

/** The text of a page by the id of the mark it stands in; by the empty id what stands in an artifact, or in no mark at all. */
function markedText(items: readonly TextPart[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open: string[] = [];
  for (const { type, id, str = '' } of items) {
    if (type === 'beginMarkedContentProps' || type === 'beginMarkedContent') open.push(id ?? '');
    else if (type === 'endMarkedContent') open.pop();
    else found.set(open.at(-1) ?? '', (found.get(open.at(-1) ?? '') ?? '') + str);
  }
  return found;
}

/** A PDF as another program reads it: its text page by page, what it says of itself, and its tags. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  const roles: string[] = [];
  const tagged: [string, string][] = [];
  const untagged: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    const marked = markedText((await page.getTextContent({ includeMarkedContent: true })).items);
    untagged.push(marked.get('') ?? '');
    const walk = ({ role, children = [] }: StructNode): void => {
      if (role !== undefined) roles.push(role);
      const text = children.map(({ type, id }) => (type === 'content' ? (marked.get(id ?? '') ?? '') : '')).join('');
      if (role !== undefined && text !== '') tagged.push([role, text]);
      children.forEach(walk);
    };
    walk(await page.getStructTree());
  }
  const { info } = await document.getMetadata();
  const read = {
    pages: document.numPages,
    text: texts.join('\n'),
    info: info as Record<string, unknown>,
    roles,
    tagged,
    untagged,
  };
  await document.loadingTask.destroy();
  return read;
}

/** What is left when line breaks and spaces, which a page sets as it likes, are taken away. */
export const tight = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');
