import type { CaseRecord } from '../breach/breachCase.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { PROFILES } from '../rules/profiles/profiles.ts';
import type { PromptSetting } from './caseCard.ts';
import { partIn } from './dataSetPart.ts';
import type { DataSetListPrompt, DataSetRow } from './prompt.ts';

/** Every data set with who has a part in it, by name. */
export const dataSetRows = (record: CaseRecord, { controllers }: PromptSetting): readonly DataSetRow[] => {
  const nameOf = (id: string): string => controllers.find((known) => known.id === id)?.name ?? id;
  return record.dataSets.map((dataSet) => {
    const { id, label, controller, jointWith = [], notifier, worksFor, residence = [], profile } = dataSet;
    return {
      dataSet: id,
      label,
      controllerName: nameOf(controller),
      part: partIn(dataSet),
      jointWith: jointWith.map(nameOf),
      ...(notifier === undefined ? {} : { notifier: nameOf(notifier) }),
      ...(worksFor === undefined ? {} : { worksFor: nameOf(worksFor) }),
      residence,
      ...(profile === undefined ? {} : { law: PROFILES[profile].name }),
    };
  });
};

/** The data sets of a case, each with the way to change it while the case is open. */
export const dataSetList = (of: {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
}): DataSetListPrompt => ({
  kind: 'dataSetList',
  caseId: of.caseId,
  number: of.record.number,
  zone: of.organisation.timeZone,
  dataSets: dataSetRows(of.record, of.organisation),
  mayChange: of.record.status === 'open',
});
