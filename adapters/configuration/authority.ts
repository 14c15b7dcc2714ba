/**
 * The id of the competent authority of a controller, where nothing else is configured: in Germany that of its Land, in Bavaria one
 * for private and one for public bodies, elsewhere that of its country. Federal bodies, telecoms, churches and broadcasters have
 * authorities of their own and name them in the configuration.
 */
export function authority(controller: {
  readonly country: string;
  readonly land?: string | undefined;
  readonly sector: 'private' | 'public';
}): string {
  const { country, land, sector } = controller;
  if (country !== 'DE' || land === undefined) return country.toLowerCase();
  return land === 'BY' ? `de-by-${sector}` : `de-${land.toLowerCase()}`;
}
