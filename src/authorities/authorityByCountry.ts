export { AUTHORITY_BY_COUNTRY, EEA } from '../rules/art33/authorityByCountry.ts';
