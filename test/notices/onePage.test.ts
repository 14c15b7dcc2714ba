import { describe, expect, it } from 'vitest';
import { noticePdf } from '../../adapters/documents/noticePdf.ts';
import type { Decision, ExceptionGround } from '../../src/breach/events.ts';
import type { Lang } from '../../src/law/sources.ts';
import { decisionPaper, decisionsForPapers } from '../../src/notices/papers/decisionPaper.ts';
import { delayPaper, lateNotices } from '../../src/notices/papers/delayPaper.ts';
import { plainText } from '../../src/notices/plainText.ts';
import type { FactName } from '../../src/rules/facts.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { AUTHORITY, givenDone, hour, PERSONS, report, setting, type LooseCommand } from '../support/given.ts';
import { readPdf, tight } from '../support/readDocuments.ts';

const isProof = process.env.FRISTWACHT_PROOF !== undefined;

/** As long as such reasons are in practice: four sentences, and advice of two. */
const REASONS =
  'Die Daten lagen verschlüsselt auf dem Gerät, das ausgeschaltet gestohlen wurde. Das Kennwort kennt nach den Angaben der Abteilung nur ein Kollege; es war nirgends notiert. Die Fernlöschung wurde am selben Tag ausgelöst und am nächsten Morgen bestätigt. Die Protokolle des Dienstes zeigen seitdem keine Anmeldung mit diesem Gerät, und eine Sicherung aller Daten liegt vor.';
const ADVICE =
  'Aus meiner Sicht trägt die Entscheidung, solange das Kennwort geheim bleibt. Ich rate, die Bestätigung der Löschung zu den Akten zu nehmen und in vier Wochen noch einmal zu prüfen.';

const paper = (lang: Lang) => ({ lang, zone: 'Europe/Berlin', nameOf: (id: string) => `Muster ${id} GmbH`, setting });
const answers = (facts: object): readonly LooseCommand[] =>
  Object.entries(facts).map(([fact, answer]) => ({ type: 'AnswerFact', fact: fact as FactName, answer: answer as never }));
const decides = (decision: Decision): LooseCommand => ({
  ...{ type: 'RecordDecision', decisionId: 'd1', reasons: REASONS, decidedBy: 'Chris Chefin', dpoAdvice: ADVICE },
  decision,
});
const exception = (ground: ExceptionGround): LooseCommand => decides({ kind: 'exception', duties: [PERSONS], ground });

/** What a controller could decide in a published case, as it went there. */
function decisionIn({ notify, inform }: { readonly notify: boolean; readonly inform: boolean }): readonly LooseCommand[] {
  if (inform) return [exception('art34-3-b'), exception('art34-3-c')];
  const duties = notify ? [PERSONS] : [AUTHORITY, PERSONS];
  return [decides({ kind: 'not-notifying', duties, againstAssessment: false })];
}

async function pagesOf(lang: Lang, ...commands: readonly LooseCommand[]) {
  const { record } = givenDone(report, ...commands);
  const [decided] = decisionsForPapers(record);
  if (decided === undefined) throw new Error('There is no decision.');
  const document = decisionPaper(record, decided, paper(lang));
  const { pages, text } = await readPdf(await noticePdf(document, { at: hour(2) }));
  return { pages, text: tight(text), said: plainText(document) };
}

describe('a decision paper stands on one page', () => {
  const cases = EDPB_01_2021.filter((_, at) => isProof || at % 6 === 3);
  it.each(cases.map(({ no, facts, actions }) => [no, facts, actions] as const))(
    'in EDPB case %s, with reasons of usual length and the whole examination',
    async (_, facts, actions) => {
      for (const decision of decisionIn({ notify: actions.notify.needed, inform: actions.inform.needed })) {
        const { pages, text } = await pagesOf('de', ...answers(facts), decision);
        expect(pages).toBe(1);
        for (const said of [REASONS, ADVICE, 'Chris Chefin', 'DP-2026-0007']) expect(text).toContain(tight(said));
      }
    },
  );

  it.each(['art34-3-a', 'art34-3-b', 'art34-3-c', 'bdsg-29'] as const)(
    'of the exception %s, in both languages',
    async (ground) => {
      const facts = EDPB_01_2021.find(({ no }) => no === '18')?.facts ?? {};
      for (const lang of ['de', 'en'] as const) {
        const { pages, text, said } = await pagesOf(lang, ...answers(facts), exception(ground));
        expect(pages).toBe(1);
        expect(text).toContain(tight(REASONS));
        const isSecrecy = ground === 'bdsg-29';
        expect(said).toContain(
          lang === 'de' ? (isSecrecy ? 'Abwägung' : 'Restrisiko') : isSecrecy ? 'Weighing' : 'Residual risk',
        );
        expect(said.includes('§ 29')).toBe(isSecrecy);
      }
    },
  );

  it('of no breach at all', async () => {
    const facts = { personalData: 'no' };
    expect((await pagesOf('de', ...answers(facts), decides({ kind: 'no-breach', againstAssessment: false }))).pages).toBe(1);
  });
});

describe('the law a decision paper names', () => {
  const law = async (...commands: readonly LooseCommand[]) =>
    (await pagesOf('de', ...commands)).said.split('\n').findLast((line) => line !== '');
  it('is that of the persons where the decision concerns them alone', async () => {
    const facts = EDPB_01_2021.find(({ no }) => no === '08')?.facts ?? {};
    const decide = (duties: readonly [string, ...string[]]) =>
      decides({ kind: 'not-notifying', duties, againstAssessment: false });
    expect(await law(...answers(facts), decide([PERSONS]))).toMatch(/^Art\. 34 Abs\. 1 DSGVO/u);
    expect(await law(...answers(EDPB_01_2021[0]?.facts ?? {}), decide([AUTHORITY, PERSONS]))).toMatch(/^Art\. 33 Abs\. 1 DSGVO/u);
  });
});

it('the reasons for a delay stand on one page, also after a month', async () => {
  const { record } = givenDone(report, {
    ...{ type: 'RecordNotice', at: hour(901), duty: AUTHORITY, sentAt: hour(900), to: 'LDI', means: 'Portal', reference: 'A1' },
    ...{ missing: '', reasonsForDelay: `${REASONS} ${ADVICE}` },
  });
  for (const notice of lateNotices(record))
    for (const lang of ['de', 'en'] as const)
      expect((await readPdf(await noticePdf(delayPaper(record, notice, paper(lang)), { at: hour(902) }))).pages).toBe(1);
  expect(lateNotices(record)).toHaveLength(1);
});
