/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. The core has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/** What stands before the first entry of a stream. */
export const NO_ENTRY = '0';
