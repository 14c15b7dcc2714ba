// The German Länder, as ISO 3166-2 names them behind DE.
export const LANDS = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const;
export type Land = (typeof LANDS)[number];

export const isLand = (text: string | undefined): text is Land => (LANDS as readonly (string | undefined)[]).includes(text);

/** A federal body is told by its authority: wherever it sits, the BfDI supervises it. */
export const isFederal = ({ authority }: { readonly authority: string }): boolean => authority === 'de-bfdi';
