/** Under which law a controller, or one body of its data, stands. The name of a profile is kept in configurations and fact sheets. */
export const PROFILE_NAMES = [
  'private-body',
  'public-body',
  'telecom',
  'social-data',
  'police-justice',
  'catholic',
  'protestant',
  'broadcasting',
  'uk',
  'switzerland',
  'eu-body',
] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];
