/** A character by its place in Unicode, the name that everybody can look up. */
export const codePointName = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** What is no character, steers a device or turns the direction of reading; a line break and a tab may stay. */
const STEERING =
  /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/** Text as a document may carry it: nothing of it is lost, and what nobody can see or trust stands there by its name. */
export const shownText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(STEERING, codePointName);
