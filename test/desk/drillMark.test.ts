import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DRILL_MARK, folderKind, markAsDrill } from '../../adapters/desk/drillMark.ts';

describe('the mark of a drill register', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-mark-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is not there in a fresh folder, nor where there is no folder', () => {
    expect(folderKind(folder)).toBe('empty');
    expect(folderKind(join(folder, 'not yet'))).toBe('empty');
  });

  it('stays, and says in both languages what it is', () => {
    markAsDrill(folder);
    writeFileSync(join(folder, 'register.sqlite'), '');
    expect(folderKind(folder)).toBe('drill');
    expect(readFileSync(join(folder, DRILL_MARK), 'utf8')).toMatch(/Übungsregister[^]*drill register/);
  });

  it.each(['register.sqlite', 'register.sqlite-wal', 'register.db'])('is missed where a register lies without it: %s', (name) => {
    writeFileSync(join(folder, name), '');
    expect(folderKind(folder)).toBe('unmarked');
  });

  it('is not asked for by other things that lie in the folder', () => {
    mkdirSync(join(folder, 'lost+found'));
    writeFileSync(join(folder, '.gitkeep'), '');
    expect(folderKind(folder)).toBe('empty');
  });
});
