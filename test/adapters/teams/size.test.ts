// What the adapter for Teams costs, measured; ARCHITECTURE.md says it, and is held to what is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot, sourceFilesUnder } from '../../support/arrows.ts';

const files = sourceFilesUnder(projectRoot, 'adapters/teams');
const text = (file: string): string => readFileSync(file.startsWith('/') ? file : join(projectRoot, file), 'utf8');
const lines = files.reduce((sum, file) => sum + text(file).split('\n').length - 1, 0);
const importing = (name: string): number => files.filter((file) => text(file).includes(`from '${name}'`)).length;

it('ARCHITECTURE.md says how large the adapter for Teams is, and how much of it knows a library', () => {
  const said =
    /The adapter for Teams measures (?<files>\d+) files and about (?<lines>[\d,]+) lines; `botbuilder` is imported by (?<botbuilder>\d+) of\s+them, `jose` by (?<jose>\d+), `express` by (?<express>\d+)/.exec(
      text('ARCHITECTURE.md'),
    )?.groups;
  const figure = (name: string): number => Number(said?.[name]?.replace(',', ''));
  expect({ botbuilder: figure('botbuilder'), jose: figure('jose'), express: figure('express') }).toEqual({
    ...{ botbuilder: importing('botbuilder'), jose: importing('jose'), express: importing('express') },
  });
  // A tenth more or less is no other size.
  expect(Math.abs(figure('lines') - lines)).toBeLessThan(lines / 10);
  expect(Math.abs(figure('files') - files.length)).toBeLessThanOrEqual(files.length / 10);
});
