import type { DocumentBlock, NoticeDocument } from './document.ts';

/** A document as plain text, in the order of its blocks; lines end with a line feed. */
export const plainDocument = ({ blocks }: NoticeDocument): string => `${blocks.map(plainBlock).join('\n\n')}\n`;

function plainBlock(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? `${block.text}\n${'='.repeat(Math.min(78, block.text.length))}`
        : `${block.text}\n${'-'.repeat(Math.min(78, block.text.length))}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${indented(item)}`).join('\n');
    case 'fields':
      return block.rows
        .map(({ label, value, note }) => `${label}: ${indented(value)}${note === undefined ? '' : `\n  [${note}]`}`)
        .join('\n');
    case 'table':
      return [block.head, ...block.rows].map((cells) => cells.map((cell) => cell.replace(/\s+/gu, ' ')).join(' | ')).join('\n');
  }
}

/** What goes over several lines stays visibly one value. */
const indented = (text: string): string => text.replaceAll('\n', '\n  ');
