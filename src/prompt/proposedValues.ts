import type { CaseRecord } from '../breach/breachCase.ts';
import type { FormKind } from './action.ts';
import { partIn } from './dataSetPart.ts';
import type { FormValues } from './prompt.ts';

/** What a form that is opened, not yet filled in, holds already: what is known of the thing it is to change. */
export function proposedValues(form: FormKind, given: FormValues, record: CaseRecord): FormValues {
  return form === 'dataSet' ? knownDataSet(given.dataSet ?? '', record) : {};
}

function knownDataSet(id: string, record: CaseRecord): FormValues {
  const known = record.dataSets.find((dataSet) => dataSet.id === id);
  if (known === undefined) return {};
  const { label, controller, jointWith = [], notifier = '', worksFor = '', residence = [], profile = '' } = known;
  const several = { jointWith: jointWith.join(','), residence: residence.join(',') };
  return { dataSet: id, label, controller, role: partIn(known), notifier, worksFor, profile, ...several };
}
