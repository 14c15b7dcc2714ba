// A pinpoint as data: which place of which source. The way to print it stands in `sources.ts`.

/** Of a breach severity: what the data say, how easily they lead to a person, what happened to them, and the whole of it. */
export type EnisaPart = 'DPC' | 'EI' | 'CB' | 'SE';

export type Citation =
  | {
      readonly source: 'GDPR';
      readonly article: number;
      readonly paragraph?: number;
      readonly point?: string;
      readonly number?: number;
    }
  | { readonly source: 'GDPR_RECITAL'; readonly recital: number }
  | { readonly source: 'EDPB_01_2021'; readonly para: number }
  | { readonly source: 'EDPB_01_2021_CASE'; readonly case: number }
  | { readonly source: 'EDPB_9_2022'; readonly annexB: string }
  | { readonly source: 'BDSG'; readonly section: number; readonly paragraph: number; readonly sentence?: number }
  | { readonly source: 'DSK_KP_18' }
  | { readonly source: 'DSK_KP_18_MATRIX' }
  | { readonly source: 'ENISA_2013'; readonly part: EnisaPart }
  | { readonly source: 'REG_1182_71'; readonly article: number; readonly paragraph: number }
  | { readonly source: 'UODO_MBANK' }
  | { readonly source: 'UODO_ENEA' }
  | { readonly source: 'OPEN_QUESTION'; readonly id: string };

export type SourceName = Citation['source'];

export const gdpr = (article: number, paragraph?: number, point?: string): Citation => ({
  source: 'GDPR',
  article,
  ...(paragraph === undefined ? {} : { paragraph }),
  ...(point === undefined ? {} : { point }),
});
/** Art. 4 counts its definitions by number, not by paragraph. */
export const gdprDefinition = (number: number): Citation => ({ source: 'GDPR', article: 4, number });
export const recital = (number: number): Citation => ({ source: 'GDPR_RECITAL', recital: number });
export const edpbPara = (para: number): Citation => ({ source: 'EDPB_01_2021', para });
export const edpbCase = (number: number): Citation => ({ source: 'EDPB_01_2021_CASE', case: number });
export const bdsg = (section: number, paragraph: number, sentence?: number): Citation => ({
  source: 'BDSG',
  section,
  paragraph,
  ...(sentence === undefined ? {} : { sentence }),
});
export const openQuestion = (id: string): Citation => ({ source: 'OPEN_QUESTION', id });
export const annexB = (example: string): Citation => ({ source: 'EDPB_9_2022', annexB: example });
export const enisa = (part: EnisaPart): Citation => ({ source: 'ENISA_2013', part });
