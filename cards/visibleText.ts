/** Controls that no reader sees, and marks that turn the reading direction around and so can make one word look like another. */
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/** Text without what cannot be seen; line breaks are one sign everywhere. */
export const visibleText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNSEEN, '');

/** A sign without width that no reader sees and that takes the meaning out of a pair of signs. */
const JOINER = '\u2060';

/**
 * Where a client could read markup: date macros and templates (`{{`, `${`), mentions and tags (`<at`), links (`](`, `://`).
 * The pairs are pulled apart unseen, so that a text looks as it was written and does nothing.
 */
export const inertText = (text: string): string =>
  visibleText(text)
    .replace(/\{(?=\{)/g, `{${JOINER}`)
    .replace(/\$(?=\{)/g, `$${JOINER}`)
    .replace(/<(?=\S)/g, `<${JOINER}`)
    .replace(/\](?=\()/g, `]${JOINER}`)
    .replace(/:(?=\/\/)/g, `:${JOINER}`);
