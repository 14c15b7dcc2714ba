/** What stands in place of a text whose key was destroyed, in every language. */
export const ERASED_TEXT = '[gelöscht · erased]';
