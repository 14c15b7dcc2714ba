// Every profile by its name.
import { euBody, switzerland, unitedKingdom } from './abroad.ts';
import { catholic, protestant } from './church.ts';
import { broadcasting, privateBody, publicBody, socialData } from './general.ts';
import { policeJustice, telecom } from './german.ts';
import type { Profile } from './profile.ts';
import type { ProfileName } from './profileName.ts';

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  'private-body': privateBody,
  'public-body': publicBody,
  telecom,
  'social-data': socialData,
  'police-justice': policeJustice,
  catholic,
  protestant,
  broadcasting,
  uk: unitedKingdom,
  switzerland,
  'eu-body': euBody,
};
