import { NO_BREAK } from './citedOnPage.ts';

/** What a sheet of A4 takes with 8-point letters. */
const WIDTH = 110;

/** Where the text of a line begins, behind its indentation and its mark. */
const startOf = (line: string): number => (/^ *(?:[✓✗?!] )?/.exec(line) ?? [''])[0].length;

/** A line as long as the page is wide; what goes on below begins where the text began. */
export function wrapped(line: string): string {
  const hanging = ' '.repeat(startOf(line) + (line.startsWith(' ') ? 0 : 2));
  const lines: string[] = [];
  let current = line.slice(0, startOf(line));
  let isEmpty = true;
  for (const word of line.slice(startOf(line)).split(' ')) {
    if (!isEmpty && current.length + 1 + word.length > WIDTH) {
      lines.push(current.trimEnd());
      [current, isEmpty] = [hanging, true];
    }
    current += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, current].join('\n').replaceAll(NO_BREAK, ' ');
}
