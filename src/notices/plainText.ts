import type { DocumentBlock, NoticeDocument } from './document.ts';

/** The document as plain text: for an e-mail, for copying, and for every check of what it says. */
export const plainText = ({ blocks }: NoticeDocument): string => `${blocks.map(blockText).join('\n\n')}\n`;

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `– ${item}`).join('\n');
    case 'fields':
      return block.rows
        .map(({ label, value, note }) => `${label}: ${value}${note === undefined ? '' : `\n  ${note}`}`)
        .join('\n');
    case 'table':
      return [block.head, ...block.rows].map((cells) => cells.join(' | ')).join('\n');
  }
}
