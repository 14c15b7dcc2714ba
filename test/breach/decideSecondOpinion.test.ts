import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUTS_OF_METHOD, SEVERITY_ANSWERS, type SeverityAnswers } from '../../src/rules/severity/severityInputs.ts';
import { assessCase } from '../../src/breach/assessCase.ts';
import {
  closedCase,
  everydayMistake,
  givenDone,
  hour,
  type LooseCommand,
  officer,
  report,
  setting,
  stolenData,
} from '../support/given.ts';

const answered = (answers: SeverityAnswers): LooseCommand => ({ type: 'AnswerSecondOpinion', method: 'enisa-2013', answers });

describe('what is said for a second opinion', () => {
  it('is kept, all of it at once', () => {
    givenDone(report)
      .when(answered({ simple: '2', intent: 'malicious' }))
      .then({
        ...{ type: 'SecondOpinionAnswered', at: hour(1), by: officer, method: 'enisa-2013' },
        answers: { simple: '2', intent: 'malicious' },
      });
    const { record } = givenDone(report, answered({ simple: '2', intent: 'malicious' }), answered({ simple: '3' }));
    expect(record.secondOpinions).toEqual({ 'enisa-2013': { simple: '3' } });
  });

  it('is refused where the method does not ask for it, or knows no such answer', () => {
    const wrong = [{ dskSeverity: 'great' }, { simple: '9' }, { access: 'happened' }] as unknown as readonly SeverityAnswers[];
    for (const answers of wrong) givenDone(report).when(answered(answers)).thenRefused('unknownAnswer');
    givenDone(...closedCase)
      .when(answered({ simple: '2' }))
      .thenRefused('caseClosed');
  });

  it('stays quiet when it comes twice, and when nothing was said', () => {
    givenDone(report)
      .when(answered({ simple: '2' }))
      .thenOnlyOnce();
    givenDone(report).when(answered({})).thenNothing();
  });
});

const ofMethod = (method: keyof typeof INPUTS_OF_METHOD) =>
  fc
    .record(Object.fromEntries(INPUTS_OF_METHOD[method].map((name) => [name, fc.constantFrom(...SEVERITY_ANSWERS[name])])), {
      requiredKeys: [],
    })
    .map((answers): LooseCommand => ({ type: 'AnswerSecondOpinion', method, answers }));

describe('a second opinion', () => {
  const histories: readonly (readonly LooseCommand[])[] = [[report], [report, ...everydayMistake], [report, ...stolenData]];

  it('never changes a duty, a deadline, the risk or what is asked, whatever it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...histories), fc.oneof(ofMethod('enisa-2013'), ofMethod('dsk-kp-18')), (history, said) => {
        const before = givenDone(...history).record;
        const after = givenDone(...history, said).record;
        const { secondOpinions: _, movedAt: __, movedBy: ___, ...same } = after;
        expect(before).toMatchObject(same);
        expect(after.duties).toEqual(before.duties);
        expect(assessCase(after, setting)).toEqual(assessCase(before, setting));
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});
