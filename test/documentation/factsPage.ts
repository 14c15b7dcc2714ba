// The page `docs/facts.md`, made from the vocabulary itself. `npm run docs:facts` writes it; a test checks that it is current.
import { citeAll, type Text } from '../../src/law/sources.ts';
import { FACT_NAMES, type FactDefinition, FACTS, factsJsonSchema } from '../../src/rules/facts.ts';
import { severityJsonSchema } from '../../src/rules/severity/parseSeverity.ts';
import {
  SEVERITY_ANSWERS,
  SEVERITY_INPUTS,
  SEVERITY_NAMES,
  type SeverityInput,
  type SeverityName,
} from '../../src/rules/severity/severityInputs.ts';

const both = (label: Text, text: Text): readonly string[] => [`- **${label.de}:** ${text.de}`, `- **${label.en}:** ${text.en}`];

const UNKNOWN_ROW =
  '| `unknown` | Weiß niemand (gilt wie die schlechteste Antwort) | Nobody knows (counts as the worst answer) |';
const ANSWER_HEAD = ['| value | Deutsch | English |', '|---|---|---|'];

const SCOPES: Readonly<Record<FactDefinition['scope'], string>> = {
  incident: 'Einmal je Vorfall / once for the incident',
  dataSet: 'Für jeden Datenbestand / for each data set',
};
const UNASKED = '. Wird nicht gefragt; es zählt, sobald es festgehalten ist / not asked; it counts as soon as it is recorded';

function factSection(fact: FactDefinition): readonly string[] {
  const rows = fact.answers.map(({ id, label }) => `| \`${id}\` | ${label.de} | ${label.en} |`);
  return [
    `### \`${fact.name}\``,
    '',
    `**${fact.question.de}**`,
    '',
    `**${fact.question.en}**`,
    '',
    `${SCOPES[fact.scope]}${fact.comesUnasked ? UNASKED : ''}. Beleg / source: ${citeAll(fact.cites, 'de')} · ${citeAll(fact.cites, 'en')}`,
    '',
    ...ANSWER_HEAD,
    ...rows,
    ...(fact.mayBeUnknown ? [UNKNOWN_ROW] : []),
    '',
    ...both({ de: 'Hilfe', en: 'Help' }, fact.help),
    ...both({ de: 'Warum', en: 'Why' }, fact.why),
    '',
  ];
}

function severitySection(name: SeverityName): readonly string[] {
  const { question, labels, cites } = SEVERITY_INPUTS[name] as SeverityInput;
  const labelOf = labels as Readonly<Record<string, Text>>;
  const rows = SEVERITY_ANSWERS[name].map((id) => `| \`${id}\` | ${labelOf[id]?.de ?? ''} | ${labelOf[id]?.en ?? ''} |`);
  return [
    `### \`${name}\``,
    '',
    `**${question.de}**`,
    '',
    `**${question.en}**`,
    '',
    `Beleg / source: ${citeAll(cites, 'de')} · ${citeAll(cites, 'en')}`,
    '',
    ...ANSWER_HEAD,
    ...rows,
    '',
  ];
}

const code = (value: object): readonly string[] => ['```json', JSON.stringify(value, null, 2), '```', ''];

const EXAMPLE = {
  incident: { personalData: 'yes' },
  dataSets: [{ id: 'crm', controller: 'acme', role: 'controller', facts: { access: 'happened', recipient: 'unknown' } }],
  severity: { simple: '1', identification: 'maximum' },
};

const INTRODUCTION = [
  '# Die Angaben / The facts',
  '',
  'Diese Seite ist aus dem Vokabular der Regeln erzeugt (`npm run docs:facts`); bitte nicht von Hand ändern.',
  'This page is generated from the vocabulary of the rules (`npm run docs:facts`); please do not edit it by hand.',
  '',
  '**Deutsch.** Nach diesen Angaben fragen die Regeln. Die Antworten stehen jeweils in der Reihenfolge vom geringsten zum größten Risiko.',
  'Fehlt eine Angabe, wurde nicht danach gefragt: Dann gelten die Pflichten vorsorglich. `unknown` heißt: gefragt, aber niemand weiß es;',
  'das zählt wie die schlechteste Antwort. Keine fehlende und keine unbekannte Angabe nimmt je eine Pflicht weg. Zwei Angaben sind',
  'Handlungen einer Behörde; nach ihnen wird nicht gefragt.',
  '',
  '**English.** The rules ask for these facts. The answers stand in the order from the least to the most risk. A fact that is missing was',
  'not asked: the duties are then presumed. `unknown` means asked, but nobody knows; it counts as the worst answer. No missing and no',
  'unknown fact ever takes a duty away. Two facts are acts of an authority; nobody is asked for them.',
  '',
  'Beispiel für `fristwacht assess --facts datei.json` / example for `fristwacht assess --facts file.json`:',
  '',
];

const SECOND_OPINIONS = [
  '## Zweitmeinungen / Second opinions',
  '',
  '**Deutsch.** Der Teil `severity` ist freiwillig. Er bringt zwei Zweitmeinungen: die Rechnung nach ENISA 2013 und das Feld der Matrix',
  'aus dem DSK-Kurzpapier Nr. 18. Sie entscheiden nichts. Was die Angaben oben schon festlegen, muss hier nicht stehen; steht es da, gilt',
  'es vor der Ableitung. Von den Datenklassen (`simple` bis `sensitive`) genügt eine; es zählt die höchste.',
  '',
  '**English.** The part `severity` is voluntary. It brings two second opinions: the score of ENISA 2013 and the cell of the matrix in DSK',
  'short paper no. 18. They decide nothing. What the facts above settle need not be given here; if given, it goes before what is derived.',
  'One of the classes of data (`simple` to `sensitive`) is enough; the highest counts.',
  '',
];

const SCHEMA = [
  '## JSON Schema',
  '',
  'Das Schema der Angaben, wie `fristwacht facts --json-schema` es ausgibt / the schema of the facts as `fristwacht facts --json-schema` prints it:',
  '',
];

export function factsPage(): string {
  const lines = [
    ...INTRODUCTION,
    ...code(EXAMPLE),
    '## Angaben / Facts',
    '',
    ...FACT_NAMES.flatMap((name) => factSection(FACTS[name])),
    ...SECOND_OPINIONS,
    ...SEVERITY_NAMES.flatMap(severitySection),
    ...SCHEMA,
    ...code(factsJsonSchema()),
    'Das Schema des freiwilligen Teils `severity` / the schema of the voluntary part `severity`:',
    '',
    ...code(severityJsonSchema()),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What the page shows as an example; a test feeds it to the command. */
export const exampleOnThePage: object = EXAMPLE;
