/** A page of the command line with its lines as long as they were meant: what was wrapped begins further in, and with no mark. */
export const unwrapped = (page: string): string => page.replace(/\n {2,}(?=[^\s✓✗?!])/g, ' ');
