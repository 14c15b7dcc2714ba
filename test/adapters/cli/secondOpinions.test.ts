import { describe, expect, it } from 'vitest';
import { run } from '../../../adapters/cli/assess.ts';
import type { CommandWorld } from '../../../adapters/cli/commandWorld.ts';
import { EDPB_01_2021 } from '../../cases/edpb-01-2021.ts';
import { ENISA_COMPARISON } from '../../cases/enisa-comparison.ts';
import { sheetOf } from '../../cases/publishedCase.ts';

async function assessed(json: unknown, ...args: readonly string[]) {
  const said = { out: '', error: '' };
  const world: CommandWorld = {
    env: {},
    readStdin: () => Promise.resolve(JSON.stringify(json)),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now: () => '2026-03-02T08:00:00.000Z',
    randomId: () => 'id-1',
  };
  return { code: await run(['--facts', '-', ...args], world), ...said };
}

const sheet = (no: string) => sheetOf(EDPB_01_2021.find((published) => published.no === no)?.facts ?? {});
const severity = (no: string) => ({
  ...ENISA_COMPARISON.find((worked) => worked.no === no)?.answers,
  dskSeverity: 'limited',
  dskLikelihood: 'negligible',
});

/** The page without its line breaks. */
const flat = (page: string): string => page.replace(/\s+/g, ' ');

describe('fristwacht assess with a part "severity"', () => {
  it('shows both second opinions, with their sources, and where they disagree', async () => {
    const { code, out } = await assessed({ ...sheet('16'), severity: severity('16') }, '--lang', 'de', '--country', 'DE');
    expect(code).toBe(0);
    expect(flat(out)).toContain(
      [
        'Zweitmeinungen (sie entscheiden nichts):',
        'ENISA 2013: SE = DPC × EI + CB = 1 × 1 + 0,25 = 1,25, niedrig (ENISA 2013, SE*; Q-18)',
        'Die Rechnung nach ENISA 2013 spräche für: weder Meldung noch Benachrichtigung. Die Regeln ergeben: Meldung, keine Benachrichtigung. Es bleibt bei den Regeln; eine Zweitmeinung nimmt keine Pflicht weg.',
        'DSK-Kurzpapier Nr. 18: Schwere überschaubar, Wahrscheinlichkeit geringfügig: geringes Risiko (DSK-Kurzpapier Nr. 18*; DSK-Kurzpapier Nr. 18, Matrix**; Q-17; Q-18)',
      ].join(' '),
    );
    expect(flat(out)).toContain(' · * Sekundärquelle · ** nicht am Original geprüft · Q-…: eigene Herleitung');
  });

  it('says when they agree, and shows the flags beside the score', async () => {
    const { out } = await assessed({ ...sheet('04'), severity: severity('04') }, '--lang', 'en');
    expect(flat(out)).toContain('= 4 × 1 + 1.5 = 5.5, very high; to be kept in mind: more than 100 people (ENISA 2013');
    expect(out).toContain('      Agrees with the rules.');
  });

  it('names what an opinion still lacks', async () => {
    const { out } = await assessed({ ...sheet('04'), severity: {} }, '--lang', 'en');
    expect(flat(out)).toContain(
      'ENISA 2013: Still missing: simple | behavioural | financial | sensitive, identification, confidentiality, integrity, availability.',
    );
    expect(out).toContain('  DSK short paper no. 18: Still missing: dskSeverity, dskLikelihood.');
  });

  it.each(EDPB_01_2021)('changes nothing else of the result of case $no', async ({ no }) => {
    const plain = JSON.parse((await assessed(sheet(no), '--json')).out) as object;
    const withOpinions = await assessed({ ...sheet(no), severity: severity(no) }, '--json');
    const { secondOpinions, ...rest } = JSON.parse(withOpinions.out) as { secondOpinions: { method: string }[] };
    expect(rest).toEqual(plain);
    expect(secondOpinions.map(({ method }) => method)).toEqual(['enisa-2013', 'dsk-kp-18']);
  });

  it('gives programs the parts of the score and the verdict', async () => {
    const { out } = await assessed({ ...sheet('17'), severity: severity('17') }, '--json', '--lang', 'en');
    expect(JSON.parse(out)).toMatchObject({
      secondOpinions: [
        { method: 'enisa-2013', dpc: 2, ei: 1, cb: 0.75, se: 2.75, band: 'medium', verdict: 'milder' },
        { method: 'dsk-kp-18', zone: 'low-risk', verdict: 'milder' },
      ],
    });
  });

  it('is not there where nobody asked for it', async () => {
    expect((await assessed(sheet('17'), '--lang', 'en')).out).not.toContain('Second opinions');
    expect((await assessed(sheet('17'), '--json')).out).not.toContain('secondOpinions');
  });

  it('with faults is refused, and the faults of the facts are named at the same time', async () => {
    const { code, out, error } = await assessed(
      { incident: { personalData: 'perhaps' }, severity: { intent: 'bad', color: 'red' } },
      '--lang',
      'en',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('3 entries cannot be read:');
    expect(error).toContain('  incident.personalData: This value is not possible here.');
    expect(error).toContain('  severity.intent: This value is not possible here. Possible: none-known, malicious.');
    expect(error).toContain('  severity.color: There is no such entry here. Possible: simple, ');
  });

  it.each([[null], ['high'], [[]]])('that is %j is refused', async (value) => {
    expect(await assessed({ severity: value })).toMatchObject({ code: 2 });
  });
});
