// The open questions on who owes what to whom, each with its id on the page of open questions.
import { openQuestion } from '../../law/sources.ts';

export const GERMAN_TEXTS_OF_2022 = openQuestion('Q-19');
export const CHURCH_REFORMS = openQuestion('Q-20');
export const POLICE_LOW_RISK = openQuestion('Q-21');
export const MIXED_TELECOM = openQuestion('Q-22');
export const SUPERVISORY_BODY = openQuestion('Q-23');
export const BROADCASTING_LAW = openQuestion('Q-24');
export const SWISS_PERSONS = openQuestion('Q-25');
export const SWISS_CANTONS = openQuestion('Q-34');
export const MANY_AUTHORITIES = openQuestion('Q-26');
export const SUB_PROCESSOR = openQuestion('Q-27');
export const WHOSE_KNOWLEDGE = openQuestion('Q-29');
