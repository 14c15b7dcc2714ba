export { citeText } from '../law/sources.ts';
export type { Citation, Lang, Text } from '../law/sources.ts';
