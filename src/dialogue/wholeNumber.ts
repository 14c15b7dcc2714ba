/** „1.200“, „1 200“ and „1200“ are the same number; „1,5“ is none. */
export function wholeNumber(typed: string): string | undefined {
  const text = typed.trim();
  const isGrouped = /^\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+$/u.test(text);
  return /^\d+$/u.test(text) || isGrouped ? text.replace(/\D/gu, '') : undefined;
}
