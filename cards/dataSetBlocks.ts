// The data sets of a case, and who has a part in each.
import type { DataSetListPrompt, DataSetRow } from '../src/prompt/prompt.ts';
import { placeName } from '../src/words/recipients.ts';
import { actions, type Block, heading, paragraph, row, rows, strong } from './blocks.ts';
import { button, buttons, drillNote, type Drawing, entries, shortened } from './drawing.ts';

/** One data set of ours alone, which nobody named, needs no list. */
export const isWorthSaying = (dataSets: readonly DataSetRow[]): boolean =>
  dataSets.length > 1 || dataSets.some(({ label, part }) => label !== '' || part !== 'controller');

export function dataSetBlocks(drawing: Drawing, dataSet: DataSetRow): readonly Block[] {
  const { words } = drawing;
  const { label, part, controllerName, jointWith, notifier = '', worksFor = '', residence, law } = dataSet;
  const said = (title: string, value: string) => row(title, shortened(drawing, value));
  return [
    strong(shortened(drawing, words.dataSetName(label))),
    ...rows(
      row(words.dataSetList.part, words.roles[part]),
      said(words.dataSetList.controller, controllerName),
      said(words.dataSetList.jointWith, jointWith.join(', ')),
      said(words.dataSetList.notifier, notifier),
      said(words.dataSetList.worksFor, worksFor),
      row(words.dataSetList.residence, residence.map((place) => placeName(place, words.language)).join(', ')),
      row(words.dataSetList.law, law?.[words.language] ?? ''),
    ),
  ];
}

export function dataSetListBlocks(drawing: Drawing, prompt: DataSetListPrompt): readonly Block[] {
  const { dataSetList, dataSetName } = drawing.words;
  const form = { case: prompt.caseId, form: 'dataSet' };
  const change = ({ dataSet, label }: DataSetRow): readonly Block[] =>
    actions({
      ...button(drawing, { verb: 'openForm', data: { ...form, dataSet } }),
      label: dataSetList.change,
      about: dataSetName(label),
    });
  return [
    heading(dataSetList.title(prompt.number)),
    ...drillNote(drawing, prompt.number),
    paragraph(dataSetList.intro),
    ...entries(drawing, prompt.dataSets, (dataSet) => [
      ...dataSetBlocks(drawing, dataSet),
      ...(prompt.mayChange ? change(dataSet) : []),
    ]),
    ...(prompt.mayChange
      ? actions({ ...button(drawing, { verb: 'openForm', data: { ...form, dataSet: 'new' } }), label: dataSetList.add })
      : []),
    ...buttons(drawing, [{ verb: 'openCase', data: { case: prompt.caseId } }]),
  ];
}
