import type { CaseRecord } from '../breach/breachCase.ts';
import type { ReporterOutcome } from '../breach/events.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { OutcomePrompt } from './prompt.ts';

/** How it ended, for the reporting person; no details. */
export const outcome = (of: {
  readonly outcome: ReporterOutcome;
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: { readonly timeZone: string };
}): OutcomePrompt => ({
  kind: 'outcome',
  caseId: of.caseId,
  number: of.record.number,
  zone: of.organisation.timeZone,
  outcome: of.outcome,
});
