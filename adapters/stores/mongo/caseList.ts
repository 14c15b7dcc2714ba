import type { Filter } from 'mongodb';
import { partsOfCaseNumber } from '../../../src/breach/identifiers.ts';
import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import type { EngineFilter, IndexedCase, RegisterEngine } from '../../../src/register/registerEngine.ts';
import type { CaseDocument, Shelves } from './documents.ts';
import { followBehind, listPlace } from './followEntries.ts';

const projection = { index: 1, version: 1, hash: 1, nextDueAt: 1 } as const;

/** What is found of cases without opening them. */
export function caseList(shelves: Shelves): Pick<RegisterEngine, 'list' | 'find'> {
  const { cases } = shelves;
  return {
    list: async (filter) => {
      const limit = Math.trunc(filter.limit);
      // To the server a limit of nothing would mean all.
      if (limit <= 0) return [];
      const found = cases.find(asked(filter), { sort: { place: -1 }, limit, projection });
      return (await found.toArray()).map(indexedCase);
    },
    find: async (caseId) => {
      if (caseId === ORGANISATION) return undefined;
      const found = await cases.findOne({ _id: caseId }, { projection });
      if (found !== null) return indexedCase(found);
      // Nobody asks for a case that was never opened, so it is worth a second look: its writer may have died after the entry.
      await followBehind(shelves, `case/${caseId}`);
      const followed = await cases.findOne({ _id: caseId }, { projection });
      return followed === null ? undefined : indexedCase(followed);
    },
  };
}

function asked({ status, reporter, openDuty, kind, openedFrom, openedBefore, before }: EngineFilter): Filter<CaseDocument> {
  const opened = { ...(openedFrom && { $gte: openedFrom }), ...(openedBefore && { $lt: openedBefore }) };
  return {
    ...(status && { 'index.status': { $in: status } }),
    ...(reporter !== undefined && { 'index.reporter': reporter }),
    ...(openDuty && { 'index.openDuties': { $in: openDuty } }),
    ...(kind && { 'index.kind': { $in: kind } }),
    ...((openedFrom ?? openedBefore) && { 'index.openedAt': opened }),
    // The organisation's stream has no place in the list.
    place: { $gt: '', ...(before && { $lt: listPlace(partsOfCaseNumber(before)) }) },
  };
}

const indexedCase = ({ index, version, hash, nextDueAt }: CaseDocument): IndexedCase => ({
  ...index,
  version,
  hash,
  ...(nextDueAt !== undefined && { nextDueAt }),
});
