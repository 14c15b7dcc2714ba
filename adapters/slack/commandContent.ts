import { readCaseNumber } from '../../src/breach/identifiers.ts';
import type { InboundContent } from '../../src/dialogue/inbound.ts';

const press = (verb: string): InboundContent => ({ type: 'press', verb, data: {}, inputs: {} });
const said = (text: string): InboundContent => ({ type: 'text', text, files: 0 });

/** What `/datenpanne …` asks for. Without a word it is a report; what is no command is what somebody wants to say. */
export function commandContent(typed: string): InboundContent {
  const text = typed.trim();
  const [first = '', ...others] = text.split(/\s+/u);
  const rest = others.join(' ');
  switch (first.toLowerCase()) {
    case '':
      return press('openReport');
    case 'liste':
    case 'list':
      return rest === '' ? press('openCases') : said(text);
    case 'hilfe':
    case 'help':
      return rest === '' ? press('home') : said(text);
    case 'fall':
    case 'vorgang':
    case 'case':
      if (rest === '') return press('openCases');
      // „Fall von Datenverlust …“ is what somebody wants to say.
      return said(readCaseNumber(rest) === undefined ? text : rest);
    default:
      return said(text);
  }
}

/** One word that is no command may be one that was mistyped, or the beginning of a report. */
export const isOneWord = (typed: string): boolean => /^\S{1,30}$/u.test(typed.trim());
