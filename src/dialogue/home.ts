import { visibleCases } from './caseList.ts';
import { ownReports } from './employee.ts';
import { permission } from './look.ts';
import type { Prompts, Turn } from './turn.ts';

/** The start: what this person can do here. Of cases it counts only what the person may see. */
export async function home(turn: Turn): Promise<Prompts> {
  const office = permission(turn, 'listCases', undefined).may;
  const seesDuties = !office && permission(turn, 'seeDuties', undefined).may;
  const openCases = office ? (await visibleCases(turn, 'listCases')).length : 0;
  const reports = await ownReports(turn);
  const contact = turn.organisation.contactPoint;
  const mayBeAway = turn.world.absences !== undefined && permission(turn, 'setAbsence', undefined).may;
  return [
    { ...(mayBeAway ? { mayBeAway } : {}), kind: 'home', office, seesDuties, openCases, ownReports: reports.length, contact },
  ];
}
