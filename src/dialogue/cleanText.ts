// What people send is kept as they wrote it, less what no reader can see: control characters, and marks that turn the direction
// of the text around and could make a name or a number read as another.
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** More than any field takes; beyond it nothing is carried along. */
const MOST_KEPT = 30_000;

/** Text of several lines. */
export const cleanText = (text: string): string =>
  text
    .slice(0, MOST_KEPT)
    .replace(/\r\n?/g, '\n')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim();

/** Text of one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');
