import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as runAssess } from '../../../adapters/cli/assess.ts';
import type { CommandWorld } from '../../../adapters/cli/commandWorld.ts';
import { run as runFacts } from '../../../adapters/cli/facts.ts';
import { factsJsonSchema } from '../../../src/rules/facts.ts';
import { GDPR, type RuleSetInForce } from '../../../src/rules/rulesets.ts';
import { EDPB_01_2021 } from '../../cases/edpb-01-2021.ts';
import { sheetOf } from '../../cases/publishedCase.ts';
import { projectRoot } from '../../support/arrows.ts';
import { unwrapped } from '../../support/unwrapped.ts';
import { runAsUser, userEnvironment } from '../../support/userTerminal.ts';

/** A terminal with this on its standard input, that remembers what was written to it. */
function terminal(stdin = '', env: CommandWorld['env'] = {}) {
  const said = { out: '', error: '' };
  const world: CommandWorld = {
    env,
    readStdin: () => Promise.resolve(stdin),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now: () => '2026-03-02T08:00:00.000Z',
    randomId: () => 'id-1',
  };
  return { world, said };
}

const factsOf = (no: string) => EDPB_01_2021.find((published) => published.no === no)?.facts ?? {};
const caseSheet = (no: string): string => JSON.stringify(sheetOf(factsOf(no)));

async function assessed(stdin: string, ...args: readonly string[]) {
  const { world, said } = terminal(stdin);
  const code = await runAssess(['--facts', '-', ...args], world);
  return { code, ...said };
}

type Shown = {
  readonly ruleSet: string;
  readonly risk: string;
  readonly duties: readonly {
    readonly duty: string;
    readonly recipient: string;
    readonly status: string;
    readonly dueBy: string | null;
    readonly because: readonly { readonly mark: string; readonly says: string; readonly cites: readonly string[] }[];
  }[];
  readonly ask: readonly { readonly fact: string; readonly dataSet?: string; readonly question: string }[];
};

describe('fristwacht assess --json', () => {
  it('names duties, recipients, status, deadline and reasons', async () => {
    const { code, out, error } = await assessed(
      caseSheet('04'),
      '--json',
      '--country',
      'DE',
      '--aware-at',
      '2026-03-27T17:40:00+01:00',
    );
    const shown = JSON.parse(out) as Shown;
    expect({ code, error, risk: shown.risk, ask: shown.ask }).toEqual({ code: 0, error: '', risk: 'high', ask: [] });
    expect(shown.duties.map(({ duty, recipient, status, dueBy }) => [duty, recipient, status, dueBy])).toEqual([
      ['art33-5', 'register', 'owed', null],
      ['art33-1', 'de', 'owed', '2026-03-30T16:40:00.000Z'],
      ['art34-1', 'persons', 'owed', null],
    ]);
    for (const { because } of shown.duties)
      expect(because.every(({ says, cites }) => says !== '' && cites.length > 0)).toBe(true);
  });

  it('asks, in order and in the language asked for', async () => {
    const { out } = await assessed('{"incident":{"personalData":"yes"}}', '--json', '--lang', 'de');
    const { ask } = JSON.parse(out) as Shown;
    expect(ask[0]).toEqual({
      fact: 'access',
      dataSet: 'data',
      question: 'Konnte jemand ohne Berechtigung an die Daten gelangen?',
    });
  });

  it.each(EDPB_01_2021)('ends in the published actions for case $no', async ({ no, actions }) => {
    const { out } = await assessed(caseSheet(no), '--json');
    const statuses = (JSON.parse(out) as Shown).duties.map(({ status }) => status === 'owed');
    expect(statuses).toEqual([true, actions.notify.needed, actions.inform.needed]);
  });
});

describe('fristwacht assess as a page', () => {
  it('answers each duty with ✓ or ✗, and gives the reasons with their sources', async () => {
    const { out } = await assessed(caseSheet('09'), '--lang', 'de', '--country', 'de', '--aware-at', '2026-03-27T17:40:00+01:00');
    expect(out).toContain('Einschätzung nach Regelwerk gdpr-2018.1, Lesart der deutschen Aufsichtsbehörden (DE)');
    expect(out).toContain('✓ Dokumentation (Art. 33 Abs. 5 DSGVO): geschuldet');
    expect(out).toContain('✗ Meldung an die Aufsichtsbehörde (Art. 33 Abs. 1 DSGVO): nicht geschuldet');
    expect(out).toContain('      ✓ Die Löschung oder Rückgabe ist schriftlich bestätigt. (EDSA 01/2021, Fall 9)');
    expect(out).toContain('Keine offene Angabe kann an den Pflichten noch etwas ändern.');
    expect(out).toContain('keine Rechtsberatung');
  });

  it('shows what is presumed with ? and what is still to be asked', async () => {
    const { out } = await assessed('{"incident":{"personalData":"yes"}}', '--lang', 'en');
    expect(out).toContain('strict reading (no country given)');
    expect(unwrapped(out)).toContain(
      '? Notification of the supervisory authority (Art. 33(1) GDPR): presumed as a precaution, because facts are missing, without undue delay, at the latest 72 hours after awareness',
    );
    expect(unwrapped(out)).toContain('because facts are missing, without undue delay; no fixed number of hours\n');
    expect(out).toContain('  ? Could somebody without the right get at the data? (access: none | possible | happened | unknown)');
  });

  it('says in the words of the card what is presumed and what has no statutory period', async () => {
    const { out } = await assessed('{"incident":{"personalData":"yes"}}', '--lang', 'de');
    expect(unwrapped(out)).toContain(
      '? Dokumentation (Art. 33 Abs. 5 DSGVO): vorsorglich angenommen, weil Angaben fehlen, ohne gesetzliche Frist; am besten laufend mitschreiben',
    );
    expect(out).not.toContain('vermutet');
  });

  it('where an exception keeps a grave rule from holding, shows what the rule found and the exception', async () => {
    const { out } = await assessed(caseSheet('01'), '--lang', 'en');
    expect(unwrapped(out)).toContain(
      [
        '  ✗ High risk: revealing data are with criminals. (recital 76*; EDPB 01/2021, cases 5*, 11; Q-06) But see below.',
        '      ✓ Thieves, fraudsters or attackers have the data, or may have them.',
      ].join('\n'),
    );
    expect(out).toContain('  ✓ Exception: outsiders cannot read the data.');
  });

  it('explains once what stands against several rules, and what stood under another duty not again', async () => {
    const { out } = await assessed(caseSheet('17'), '--lang', 'en', '--country', 'DE');
    const unread = out.split('\n').filter((line) => line.includes('Exception: outsiders cannot read the data.'));
    expect(unread).toEqual([
      expect.stringContaining('(Art. 34(3)(a) GDPR; '),
      '  ✗ Exception: outsiders cannot read the data. (see above)',
    ]);
    const bound = out.split('\n').filter((line) => line.startsWith('      ✗ One single recipient has the data;'));
    expect(bound).toHaveLength(1);
  });

  it('explains a reason once where several controllers owe the same', async () => {
    const sheet = JSON.parse(caseSheet('17')) as { dataSets: object[] };
    const joint = { ...sheet, dataSets: sheet.dataSets.map((dataSet) => ({ ...dataSet, jointWith: ['beta'] })) };
    const { out } = await assessed(JSON.stringify(joint), '--lang', 'en', '--country', 'DE');
    const bound = out.split('\n').filter((line) => line.includes('Exception: the recipient can be trusted.'));
    expect(bound).toEqual([expect.stringContaining('(EDPB 01/2021, case 9)'), expect.stringContaining('(see above)')]);
    expect(out).toContain('[art33-1:beta:de]');
    expect(out).not.toMatch(/ \n/);
  });

  it('names the moment on the clocks of the place, with their distance to UTC', async () => {
    const aware = ['--country', 'DE', '--aware-at', '2026-10-23T17:00:00+02:00', '--lang', 'de'];
    expect(unwrapped((await assessed(caseSheet('04'), ...aware)).out)).toContain('Mo., 26.10.2026, 16:00 Uhr (UTC+1)');
    expect((await assessed(caseSheet('04'), ...aware, '--zone', 'Europe/Lisbon')).out).toContain('26.10.2026, 15:00 Uhr (UTC)');
    expect((await assessed(caseSheet('04'), ...aware, '--zone', 'Berlin')).error).toContain('„--zone“ ist keine Zeitzone');
    expect((await assessed(caseSheet('04'), '--zone', 'Mars/Base', '--lang', 'en')).error).toContain('“--zone” is no time zone');
  });

  it('names the kinds of breach behind the question, and for each data set where there are several', async () => {
    const one = await assessed(caseSheet('13'), '--lang', 'de');
    expect(unwrapped(one.out)).toContain(
      'Ist der Schutz personenbezogener Daten verletzt (Art. 4 Nr. 12 DSGVO)? Unbefugte Offenlegung (Vertraulichkeit)\n',
    );
    const sheet = '{"incident":{"personalData":"yes"},"dataSets":[{"id":"a","facts":{"alteration":"corrected"}},{"id":"b"}]}';
    const two = await assessed(sheet, '--lang', 'en');
    expect(two.out).toContain(
      'Is there a personal data breach (Art. 4(12) GDPR)?\n  data set a: Alteration for a time (integrity)\n',
    );
    const { kinds } = JSON.parse((await assessed(sheet, '--json', '--lang', 'en')).out) as { kinds: readonly object[] };
    expect(kinds[2]).toMatchObject({
      dataSet: 'a',
      kind: 'alteration',
      goal: 'integrity',
      certainty: 'shown',
      isTemporary: true,
      example: 'Somebody swaps bank details in the master data.',
      cites: expect.arrayContaining(['Art. 4(12) GDPR']) as unknown,
    });
  });

  it('gives a hint where nothing is owed and something has to be known all the same', async () => {
    const { out } = await assessed('{"incident":{"personalData":"no"}}', '--lang', 'de');
    expect(out).toContain(
      '! Ohne Daten über Menschen ist es keine Verletzung im Sinne der DSGVO. Wir halten den Vorfall trotzdem fest.',
    );
    const { hints } = JSON.parse((await assessed('{"incident":{"personalData":"no"}}', '--json')).out) as {
      hints: readonly { readonly id: string }[];
    };
    expect(hints.map(({ id }) => id)).toEqual(['hint/no-personal-data']);
  });

  it('tells data sets apart where there are several', async () => {
    const { out } = await assessed(
      '{"dataSets":[{"id":"crm"},{"id":"mail","role":"processor","controller":"beta"}]}',
      '--lang',
      'en',
    );
    expect(out).toContain('  data set crm:');
    expect(out).toContain('[art33-2:own:beta]');
    expect(out).toContain('data set mail)');
  });

  it('stays on a page: no case takes more than 90 lines of 110 signs, a sheet of A4 with 8-point letters', async () => {
    for (const { no } of EDPB_01_2021) {
      const { out } = await assessed(caseSheet(no), '--lang', 'de', '--country', 'DE');
      const lines = out.trimEnd().split('\n');
      expect(lines.length, no).toBeLessThanOrEqual(90);
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(110);
    }
  });
});

describe('fristwacht assess --help', () => {
  it.each(['de_DE.UTF-8', 'en_GB.UTF-8'])('says in %s what each option is for', async (LANG) => {
    const { world, said } = terminal('', { LANG });
    expect(await runAssess(['--help'], world)).toBe(0);
    const [usage = '', ...explained] = said.out.split('\n\n');
    const options = [...usage.matchAll(/--[a-z-]+/g)].map(([option]) => option).filter((option) => option !== '--json-schema');
    expect(options).toHaveLength(8);
    for (const option of options) expect(explained.join('\n')).toMatch(new RegExp(`^ {2}${option} .+`, 'm'));
  });
});

describe('who processes for whom', () => {
  const processing = (...dataSets: readonly object[]) => JSON.stringify({ incident: { personalData: 'yes' }, dataSets });

  it('asks for whom, where a processor names nobody or itself', async () => {
    for (const dataSet of [
      { role: 'processor' },
      { role: 'processor', controller: ' OWN ' },
      { role: 'processor', controller: 'kita', jointWith: ['own'] },
    ]) {
      const { code, error } = await assessed(processing(dataSet), '--lang', 'de');
      expect(code).toBe(2);
      expect(error).toContain('dataSets[0].controller: Für wen verarbeiten Sie? Wählen Sie den Verantwortlichen.');
    }
  });

  it('takes one organisation for one, however its name is typed', async () => {
    const same = ['Müller GmbH', ' müller gmbh', 'MÜLLER GMBH '].map((controller, at) => ({
      id: `set-${at}`,
      controller,
      role: 'processor',
    }));
    const { code, out } = await assessed(processing(...same), '--json');
    const { duties } = JSON.parse(out) as { duties: readonly { id: string }[] };
    expect([code, duties.map(({ id }) => id)]).toEqual([0, ['art33-2:own:Müller GmbH']]);
  });

  it('tells data sets apart by more than capital letters and blanks', async () => {
    const { code, error } = await assessed(processing({ id: 'Portal' }, { id: ' portal ' }), '--lang', 'de');
    expect([code, error]).toEqual([2, expect.stringContaining('dataSets[1].id: Dieser Name kommt zweimal vor.')]);
  });
});

it('assess and facts tell how they are used', async () => {
  for (const run of [runAssess, runFacts]) {
    const { world, said } = terminal('');
    expect(await run(['--help'], world)).toBe(0);
    expect(said.out).toContain('fristwacht assess --facts FILE|-');
  }
});

describe('fristwacht assess, should two rules contradict each other', () => {
  it('raises an alarm that names them, and the stricter result stands', async () => {
    const areas = GDPR.areas.map((area) => ({
      ...area,
      exceptions: [
        ...area.exceptions,
        ...area.exceptions.slice(0, 1).map((first) => ({ ...first, id: 'planted/always', all: [] })),
      ],
    }));
    const { world, said } = terminal(caseSheet('04'));
    expect(await runAssess(['--facts', '-', '--json', '--lang', 'en'], world, [{ ...GDPR, id: 'planted', areas }])).toBe(0);
    expect(said.error).toContain('Alarm: the rules “planted/always” and “art34/high-risk/criminal-hands” contradict each other.');
    expect((JSON.parse(said.out) as Shown).duties.map(({ status }) => status)).toEqual(['owed', 'owed', 'owed']);
  });

  it('says nothing of the kind with the rules of today', async () => {
    for (const { no } of EDPB_01_2021) expect((await assessed(caseSheet(no))).error).toBe('');
  });
});

describe('fristwacht assess, asked wrongly', () => {
  it('names answers that cannot both be true, with their places and the way out', async () => {
    const sheet = JSON.stringify({
      incident: { personalData: 'no' },
      dataSets: [{ facts: { sensitivity: 'severe', encryption: 'none', keySecret: 'yes' } }],
    });
    const german = await assessed(sheet, '--lang', 'de');
    expect({ code: german.code, out: german.out }).toEqual({ code: 2, out: '' });
    const [heading, first, second] = german.error.split('\n');
    expect(heading).toBe('2 Widersprüche in den Angaben:');
    expect(first).toMatch(
      /^ {2}incident\.personalData, dataSets\[0\]\.facts\.sensitivity: Angegeben ist, dass es nicht um Daten/,
    );
    expect(second).toMatch(/^ {2}dataSets\[0\]\.facts\.encryption, dataSets\[0\]\.facts\.keySecret: Angegeben ist/);
  });

  it('names a time before the incident by its options', async () => {
    const times = (occurred: string) => ['--aware-at', '2026-03-27T17:40:00+01:00', '--occurred-at', occurred, '--lang', 'en'];
    const early = await assessed('{}', ...times('2026-03-27T17:41:00+01:00'));
    expect(early).toMatchObject({ code: 2, out: '' });
    expect(early.error).toContain('  --occurred-at, --aware-at: Awareness lies before the incident.');
    expect((await assessed('{}', ...times('2026-03-27T17:40:00+01:00'))).code).toBe(0);
    expect((await assessed('{}', ...times('yesterday'))).error).toContain('The value of “--occurred-at” is no moment');
  });

  it('names every fault of the facts with its place and what may stand there, in the language asked for', async () => {
    const sheet = '{"incident":{"personalData":"vielleicht"},"dataSets":[{"facts":{"access":"yes","acess":"none"}}]}';
    const german = await assessed(sheet, '--lang', 'de');
    expect(german).toEqual({
      code: 2,
      out: '',
      error: [
        '3 Angaben sind nicht lesbar:',
        '  incident.personalData: Dieser Wert ist hier nicht möglich. Möglich: no, yes, unknown.',
        '  dataSets[0].facts.access: Dieser Wert ist hier nicht möglich. Möglich: none, possible, happened, unknown.',
        '  dataSets[0].facts.acess: Diese Angabe gibt es hier nicht. Möglich: access, encryption, keySecret, outflow, recipient, sensitivity, persons, deletionConfirmed, effectOnPersons, duration, volume, identifiability, availability, alteration, exceptionToInforming, highRiskAverted, secrecyWeighing, authorityOrder.',
        '',
      ].join('\n'),
    });
    const english = await assessed(sheet, '--lang', 'en');
    expect(english.error).toContain('  incident.personalData: This value is not possible here. Possible: no, yes, unknown.');
  });

  it.each([
    [
      ['--fact', 'x'],
      ['There is no option “--fact”.', 'The option “--facts” is missing'],
    ],
    [['--facts'], ['The option “--facts” needs a value.']],
    [[], ['The option “--facts” is missing']],
    [['--facts', '-', '--aware-at', 'gestern'], ['The value of “--aware-at” is no moment']],
    [['--facts', '-', '--aware-at', '2026-03-27T17:40:00'], ['The value of “--aware-at” is no moment']],
    [['--facts', '-', '--country', 'Germany'], ['The value of “--country” is no country.']],
    [['--facts', '-', '--lang', 'fr'], ['The value of “--lang” is not possible. Possible: de, en.']],
    [
      ['--facts', '-', '--country', 'X1', '--lang', 'fr', 'more'],
      ['“--country”', '“--lang”', '“more”'],
    ],
  ])('%j is refused, with every fault and the usage', async (args, sentences) => {
    const { world, said } = terminal('{}');
    expect(await runAssess(args, world)).toBe(2);
    for (const sentence of [...sentences, 'Usage: fristwacht assess']) expect(said.error).toContain(sentence);
    expect(said.out).toBe('');
  });

  it('says that it is no JSON, without repeating what was written', async () => {
    const { code, error } = await assessed('{ "incident": Erika Mustermann }', '--lang', 'de');
    expect({ code, error }).toEqual({ code: 2, error: 'Die Angaben sind kein gültiges JSON.\n' });
  });

  it('says that the file cannot be read', async () => {
    const { world, said } = terminal('', { LANG: 'de_DE.UTF-8' });
    expect(await runAssess(['--facts', '/nowhere/facts.json'], world)).toBe(2);
    expect(said.error).toBe('Die Datei hinter „--facts“ lässt sich nicht lesen. Prüfen Sie Namen und Rechte.\n');
  });
});

describe('fristwacht facts', () => {
  it('prints the vocabulary as JSON Schema', async () => {
    const { world, said } = terminal();
    expect(await runFacts(['--json-schema'], world)).toBe(0);
    expect(JSON.parse(said.out)).toEqual(JSON.parse(JSON.stringify(factsJsonSchema())));
  });

  it.each([[[]], [['--yaml']], [['--json-schema', '--yaml']]])('refuses %j and shows the usage', async (args) => {
    const { world, said } = terminal('', { LANG: 'de' });
    expect(await runFacts(args, world)).toBe(2);
    expect(said.error).toContain('Aufruf: fristwacht assess');
    expect(said.error.includes('„--yaml“')).toBe(args.includes('--yaml'));
  });
});

describe('as a user runs it', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-assess-'));
    writeFileSync(join(folder, 'case-04.json'), caseSheet('04'));
    writeFileSync(join(folder, 'broken.json'), '{"dataSets":[{"role":"boss"}]}');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const launcher = join('adapters', 'cli', 'launch.mjs');

  it('a file ends in an assessment and exit code 0', async () => {
    const { code, stdout, stderr } = await runAsUser(
      projectRoot,
      'node',
      launcher,
      'assess',
      '--facts',
      join(folder, 'case-04.json'),
      '--json',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((JSON.parse(stdout) as Shown).duties.map(({ status }) => status)).toEqual(['owed', 'owed', 'owed']);
  });

  it('a broken file ends in exit code 2 and a sentence on standard error', async () => {
    const outcome = await runAsUser(
      projectRoot,
      'node',
      launcher,
      'assess',
      '--facts',
      join(folder, 'broken.json'),
      '--lang',
      'en',
    );
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(
      'dataSets[0].role: This value is not possible here. Possible: controller, processor, unknown.',
    );
  });

  it('standard input is read from a pipe', async () => {
    const child = spawn('node', [launcher, 'assess', '--facts', '-', '--json'], { cwd: projectRoot, env: userEnvironment() });
    child.stdin.end(caseSheet('01'));
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null]>]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Shown).duties.map(({ status }) => status)).toEqual(['owed', 'not-owed', 'not-owed']);
  });

  it('the schema comes out whole', async () => {
    const { code, stdout } = await runAsUser(projectRoot, 'node', launcher, 'facts', '--json-schema');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('properties.dataSets');
  });
});

describe('assess under another law than the GDPR', () => {
  const severe = (profile: string, more = {}) =>
    JSON.stringify({ ...sheetOf(factsOf('04')), dataSets: [{ ...sheetOf(factsOf('04')).dataSets[0], profile, ...more }] });

  it('names each duty by the provision it rests on', async () => {
    const { out } = await assessed(severe('protestant'), '--country', 'DE', '--lang', 'de');
    expect(out).toContain('Meldung an die Aufsichtsbehörde (§ 32');
    expect(out).not.toContain('Meldung an die Aufsichtsbehörde (Art. 33');
  });

  it('says what makes the risk high where only a high one is notified', async () => {
    const { out } = await assessed(severe('switzerland'), '--country', 'CH', '--lang', 'en');
    const notice = out.slice(
      out.indexOf('Notification of the supervisory authority'),
      out.indexOf('Communication to the persons'),
    );
    expect(notice).toContain('✓ High risk: revealing data are with criminals.');
  });

  it('asks for the country where a profile is the law of one, and refuses letters that are none', async () => {
    const without = await assessed(severe('telecom'), '--lang', 'de');
    expect(without).toMatchObject({ code: 2, out: '' });
    expect(without.error).toContain('„--country DE“');
    expect(await assessed(severe('telecom'), '--country', 'ZZ')).toMatchObject({ code: 2, out: '' });
  });

  it('gives joint controllers the same country, clock and reading', async () => {
    const joint = severe('private-body', { jointWith: ['beta'] });
    const { out } = await assessed(joint, '--json', '--country', 'DE', '--aware-at', '2026-03-27T17:40:00+01:00');
    const notices = (JSON.parse(out) as Shown).duties.filter(({ duty }) => duty === 'art33-1');
    expect(notices.map(({ recipient, dueBy }) => [recipient, dueBy])).toEqual([
      ['de', '2026-03-30T16:40:00.000Z'],
      ['de', '2026-03-30T16:40:00.000Z'],
    ]);
  });
});

describe('assess --ruleset', () => {
  const aware = ['--country', 'DE', '--aware-at', '2026-11-23T10:00:00+01:00', '--lang', 'de'];

  it('shows a proposal beside the law of the day, says that it is none, and lists each change once', async () => {
    const plain = await assessed(caseSheet('04'), ...aware);
    const { code, out } = await assessed(caseSheet('04'), ...aware, '--ruleset', 'omnibus');
    expect(code).toBe(0);
    expect(out.startsWith(plain.out)).toBe(true);
    expect(out.slice(plain.out.length).trim().split('\n')).toEqual([
      'Vergleich der Regelwerke gdpr-2018.1 und simulation-omnibus-2025-0360 bei denselben Angaben',
      'Simulation: Digital-Omnibus, Vorschlag COM(2025) 837. Kein geltendes Recht. Es gelten 72 Stunden und die Schwelle „Risiko“.',
      '',
      'Meldung an die Aufsichtsbehörde  [art33-1:acme]',
      '  gdpr-2018.1: geschuldet, unverzüglich, spätestens Do., 26.11.2026, 10:00 Uhr (UTC+1), an de',
      '  simulation-omnibus-2025-0360: geschuldet, unverzüglich, spätestens Fr., 27.11.2026, 10:00 Uhr (UTC+1), an single-entry-point',
    ]);
  });

  it('compares two sets of law, and says where nothing changes', async () => {
    const stricter: RuleSetInForce = { ...GDPR, id: 'gdpr-2030.1', validFrom: '2030-01-01', notice: { hours: 48 } };
    const sets = [{ ...GDPR, validUntil: '2029-12-31' }, stricter];
    const { world, said } = terminal(caseSheet('04'));
    const both = ['--facts', '-', '--ruleset', 'gdpr-2018.1,gdpr-2030.1'];
    expect(await runAssess([...both, ...aware], world, sets)).toBe(0);
    expect(said.out).toContain('  gdpr-2018.1: geschuldet, unverzüglich, spätestens Do., 26.11.2026, 10:00 Uhr (UTC+1)');
    expect(said.out).toContain('  gdpr-2030.1: geschuldet, unverzüglich, spätestens Mi., 25.11.2026, 10:00 Uhr (UTC+1)');
    const same = await assessed(caseSheet('04'), ...aware, '--ruleset', 'gdpr-2018.1,gdpr-2018.1');
    expect(same.out).toContain('An den Pflichten ändert sich bei diesen Angaben nichts.');
  });

  it('as JSON lists the differences under a name of their own; the duties of today are untouched', async () => {
    const plain = JSON.parse((await assessed(caseSheet('02'), ...aware, '--json')).out) as object;
    const beside = await assessed(caseSheet('02'), ...aware, '--json', '--ruleset', 'omnibus');
    const { comparison, ...today } = JSON.parse(beside.out) as { comparison: object };
    expect(today).toEqual(plain);
    expect(plain).not.toHaveProperty('comparison');
    expect(comparison).toMatchObject({
      first: { id: 'gdpr-2018.1', standing: 'law' },
      second: { id: 'simulation-omnibus-2025-0360', standing: 'simulation' },
      differences: [
        {
          duty: 'art33-1',
          first: { status: 'owed', hours: 72 },
          second: { status: 'not-owed', recipients: ['single-entry-point'] },
        },
      ],
    });
  });

  it.each(['ePrivacy', 'omnibus,omnibus,omnibus', ''])('refuses „%s“ and names what there is', async (named) => {
    const { code, out, error } = await assessed(caseSheet('04'), '--ruleset', named, '--lang', 'en');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('Possible: gdpr-2018.1, omnibus.');
  });

  it('refuses a day on which no rules held', async () => {
    const early = await assessed(caseSheet('04'), '--aware-at', '2018-05-24T10:00:00+02:00', '--lang', 'en');
    expect(early).toMatchObject({ code: 2, out: '' });
    expect(early.error).toContain('2018-05-25');
  });

  it('the page names what to know beside the notice, once', async () => {
    const { out } = await assessed(caseSheet('04'), ...aware);
    expect(out.match(/§ 42 Abs\. 4 BDSG/g)).toHaveLength(1);
  });
});
