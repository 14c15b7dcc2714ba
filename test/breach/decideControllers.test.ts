import { describe, expect, it } from 'vitest';
import { contractHours } from '../../src/breach/listedControllers.ts';
import { dutyOf, everydayMistake, givenDone, hour, report, setting, type LooseCommand } from '../support/given.ts';

type Row = Extract<LooseCommand, { type: 'ListControllers' }>['controllers'][number];
const ids = Array.from({ length: 40 }, (_, at) => `c${at + 1}`);
const row = (controller: string, more: Partial<Row> = {}): Row => ({
  ...{ controller, name: `Kunde ${controller}!`, contact: `${controller}@x.example`, hours: 24, confidentiality: '' },
  ...more,
});
const contactTask = { text: 'Anschrift klären:', owner: 'Vertrieb', dueBy: hour(30) };
const list = (
  controllers: readonly Row[],
  more: Partial<Extract<LooseCommand, { type: 'ListControllers' }>> = {},
): LooseCommand => ({
  ...{ type: 'ListControllers', controllers, contactTask },
  ...more,
});
const forty = list(ids.map((id, at) => row(id, at < 3 ? { contact: '' } : {})));
const duty = (id: string): string => `art33-2:acme:${id}`;
const told = (id: string): LooseCommand => ({
  ...{ type: 'RecordNotice', at: hour(3), duty: duty(id), sentAt: hour(2), to: id, means: 'E-Mail', reference: `mail-${id}` },
  ...{ missing: '', reasonsForDelay: '' },
});

describe('a list of controllers', () => {
  it('owes each of them a word of its own, by the hours of its contract, whom the configuration does not know', () => {
    const { record } = givenDone(report, forty);
    for (const id of ids) {
      expect(dutyOf(record, duty(id)).status).not.toBe('not-owed');
      expect(contractHours(record, setting.controllers, id)).toBe(24);
    }
    expect(record.listedControllers).toHaveLength(40);
  });
  it('makes an open task of each whose contact is missing, and drops none', () => {
    const { record } = givenDone(report, forty);
    expect(record.measures.map(({ measureId, text, owner }) => [measureId, text, owner])).toEqual(
      ['c1', 'c2', 'c3'].map((id) => [`notice:controller/${id}`, `Anschrift klären: Kunde ${id}!`, 'Vertrieb']),
    );
  });
  it('changes nothing when it is read again', () => {
    givenDone(report).when(forty).thenOnlyOnce();
    givenDone(report, forty, told('c7')).when(forty).thenNothing();
  });
  it('finishes the task once the contact is there, and keeps whoever is not on the new list', () => {
    const { record } = givenDone(report, forty, list([row('c1')]));
    expect(record.measures.filter(({ finishedAt }) => finishedAt !== undefined).map(({ measureId }) => measureId)).toEqual([
      'notice:controller/c1',
    ]);
    expect(record.listedControllers).toHaveLength(40);
    expect(record.listedControllers?.find(({ controller }) => controller === 'c1')?.contact).toBe('c1@x.example');
  });
  it('takes shorter hours of a later list, and says nothing anew of the others', () => {
    const after = givenDone(report, forty)
      .when(list([row('c4', { hours: 12 }), row('c5')]))
      .thenHappens('ControllerListed');
    expect(contractHours(after, setting.controllers, 'c4')).toBe(12);
    expect(after.dataSets.filter(({ id }) => id.startsWith('controller-'))).toHaveLength(40);
  });
  it('gives the new data the answers of those they are like', () => {
    const before = givenDone(report, ...everydayMistake);
    const [own] = before.record.dataSets;
    const { record } = givenDone(report, ...everydayMistake, list([row('c1')], { like: own!.id }));
    expect(record.dataSets.find(({ controller }) => controller === 'c1')?.facts).toEqual(own!.facts);
  });
  it('tells two controllers of one name apart', () => {
    const { record } = givenDone(report, list([row('a', { name: 'Müller' }), row('b', { name: 'MÜLLER' })]));
    expect(record.dataSets.filter(({ controller }) => 'ab'.includes(controller)).map(({ label }) => label)).toEqual([
      'Müller (a)',
      'MÜLLER (b)',
    ]);
  });
  it('no longer asks for the contact of whoever was told all the same', () => {
    givenDone(report, forty, told('c1'), { type: 'FinishMeasure', measureId: 'notice:controller/c1', note: '' })
      .when(forty)
      .thenNothing();
  });
  it('ends the duty of each only with its own notice', () => {
    const { record } = givenDone(report, forty, ...ids.slice(1).map(told));
    const open = record.duties.filter(({ kind, end }) => kind === 'art33-2' && end === undefined);
    expect(open.map(({ recipient }) => recipient)).toEqual(['c1']);
  });
  it.each([
    ['the same controller twice', list([row('a'), row('a')]), 'unknownController'],
    ['an id that is none', list([row('A b')]), 'unknownController'],
    ['ourselves', list([row('acme')]), 'processorForItself'],
    ['no name', list([row('a', { name: ' ' })]), 'textMissing'],
    ['hours that are none', list([row('a', { hours: 0 })]), 'hoursOutOfRange'],
    [
      'a missing contact that nobody looks for',
      { type: 'ListControllers', controllers: [row('a', { contact: '' })] },
      'ownerMissing',
    ],
    [
      'a task that was due already',
      list([row('a', { contact: '' })], { contactTask: { ...contactTask, dueBy: hour(1) } }),
      'dueInThePast',
    ],
    ['data nobody knows', list([row('a')], { like: 'x' }), 'unknownDataSet'],
  ] as const)('is refused whole with %s', (_, wrong, reason) => {
    givenDone(report).when(wrong).thenRefused(reason);
  });
  it('lets the data of a listed controller be named anew', () => {
    const { record } = givenDone(report, list([row('a')]), {
      ...{ type: 'RecordDataSet', dataSet: 'controller-a', label: 'Lohnabrechnung', controller: 'a', role: 'processor' },
    });
    expect(record.dataSets.find(({ controller }) => controller === 'a')?.label).toBe('Lohnabrechnung');
  });
});
