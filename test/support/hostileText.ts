// Texts that try to be more than text, for every platform.
import fc from 'fast-check';
import type { CaseDetailsPrompt } from '../../src/prompt/prompt.ts';
import { sampleDetails } from './samplePrompts.ts';

/** What would come alive as Markdown, in an Adaptive Card, or on a terminal. */
export const HOSTILE_TEXTS = [
  '[Hier klicken](https://boese.example/klau)',
  'https://boese.example',
  '<https://boese.example|Datenschutzstelle>',
  '<at>Geschäftsführung</at> bitte sofort antworten',
  '<!channel> <@U123> <script>alert(1)</script>',
  '{{DATE(2026-11-23T17:40:00Z, SHORT)}} {{TIME(2026-11-23T17:40:00Z)}}',
  '${$root.secret} {{{name}}}',
  '**fett** _kursiv_ ~~weg~~ `code` # Überschrift',
  '1. Punkt\n- Punkt\n> Zitat\n[1] Entscheidung bestätigen',
  'harmlos\u202Egnp.exe \u0000\u001B[31mrot',
] as const;

/** What would come alive in Slack, or break a line or a count of characters. */
const HOSTILE_TO_SLACK = [
  ...[
    '<!channel>',
    '<!here>',
    '<@U012ABCDEF>',
    '<#C0123|allgemein>',
    '<!subteam^S0123|@alle>',
    '<https://a|b>',
    'https://boese.example',
  ],
  ...[
    '<!date^1764000000^{date}|jetzt>',
    '&lt;!channel&gt;',
    '*fett* _kursiv_ ~weg~ `code`',
    ':rotating_light:',
    '> Zitat',
    '```',
  ],
  ...[
    '\u200B\u200D\u2060',
    '\uFDD01764000000\uFDD1jetzt\uFDD2',
    'مرحبا بالعالم',
    'שלום',
    '\u202Egnp.exe',
    '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'Z\u0351\u036B\u0343',
    '"\\\n\t',
  ],
];

/** Anything that people may write, mixed with what is hostile to any platform; a letter at each end shows that nothing was cut. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE_TEXTS, ...HOSTILE_TO_SLACK),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  .map(
    (parts) =>
      `x${parts
        .join(' ')
        .slice(0, 2990)
        .replace(/[\uD800-\uDBFF]$/u, '')}y`,
  );

/** The whole case with this text wherever people write. */
export const wholeCaseWith = (text: string): CaseDetailsPrompt => ({
  ...sampleDetails,
  text,
  reporterName: text,
  source: { ...sampleDetails.source, by: 'telephone', toldAt: sampleDetails.card.asOf, informant: text },
  additions: [{ text, authorName: text, at: sampleDetails.card.asOf }],
  dataSets: sampleDetails.dataSets.map((entry) => ({ ...entry, label: text })),
  times: sampleDetails.times.map((entry) => ({ ...entry, source: text, reasons: text })),
  decisions: sampleDetails.decisions.map((entry) => ({ ...entry, reasons: text, decidedBy: text, dpoAdvice: text })),
  notices: sampleDetails.notices.map((entry) => ({
    ...entry,
    to: text,
    means: text,
    reference: text,
    missing: text,
    reasonsForDelay: text,
  })),
  records: [{ controllerName: text, facts: text, effects: text, remedialAction: text }],
  measures: sampleDetails.measures.map((entry) => ({ ...entry, text, owner: text, note: text })),
  questions: [{ personName: text, text, askedAt: sampleDetails.card.asOf, answer: { text, authorName: text } }],
});
