export { citeAll, citeText } from '../law/sources.ts';
export type { Lang } from '../law/sources.ts';
