import type { CaseRecord } from '../breach/breachCase.ts';
import type { FormKind } from './action.ts';
import { awarenessProposal, typedIn } from './awarenessProposal.ts';
import { partIn } from './dataSetPart.ts';
import type { FormValues } from './prompt.ts';

/** What a form that is opened, not yet filled in, holds already: what is known of the thing it is to change, and what is proposed. */
export function proposedValues(form: FormKind, given: FormValues, record: CaseRecord, zone: string): FormValues {
  if (form === 'dataSet') return knownDataSet(given.dataSet ?? '', record);
  if (form === 'enisaOpinion') return { ...record.secondOpinions['enisa-2013'] };
  if (form === 'dskOpinion') return { ...record.secondOpinions['dsk-kp-18'] };
  const proposed = form === 'awareness' ? awarenessProposal(record) : undefined;
  return proposed === undefined ? {} : { moment: typedIn(proposed.moment, zone) };
}

function knownDataSet(id: string, record: CaseRecord): FormValues {
  const known = record.dataSets.find((dataSet) => dataSet.id === id);
  if (known === undefined) return {};
  const { label, controller, jointWith = [], notifier = '', worksFor = '', residence = [], profile = '' } = known;
  const several = { jointWith: jointWith.join(','), residence: residence.join(',') };
  return { dataSet: id, label, controller, role: partIn(known), notifier, worksFor, profile, ...several };
}
