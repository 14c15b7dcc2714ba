import tseslint from 'typescript-eslint';

/** What reads the clock, chance or the environment: it comes in through `adapters/main.ts` and is handed on as a parameter. */
export const worldReaders = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The present moment is a parameter.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The present moment is a parameter.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The present moment is a parameter.' },
  {
    selector: "MemberExpression[object.name='DateTime'][property.name=/^(now|local|utc)$/]",
    message: 'The present moment is a parameter; build other moments with fromISO or fromObject.',
  },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'The present moment is a parameter.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is a parameter.' },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only adapters/main.ts reads the environment.',
  },
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a file is called like its main export, and a search finds both.',
};

const computedImport = {
  selector: "ImportExpression[source.type!='Literal']",
  message: 'Nobody can check an arrow that is computed.',
};

const environmentImport = {
  name: 'node:process',
  importNames: ['env', 'default'],
  message: 'Only adapters/main.ts reads the environment.',
};

/** What belongs to the world and lies around in every program, imported or not. */
export const worldGlobals = [
  ...['process', 'global', 'Buffer', 'console', 'performance', 'crypto', 'fetch', 'WebSocket', 'EventSource', 'navigator'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'localStorage', 'sessionStorage', 'require', '__dirname', '__filename'],
].map((name) => ({ name, message: 'src and cards know no world; take it through src/ports.ts or as a parameter.' }));

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'data/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { allowDefaultCaseForExhaustiveSwitch: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An interface with a method may be answered at once: a port promises, an engine in this process need not wait.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...worldReaders, noDefaultExport],
      'no-restricted-imports': ['error', { paths: [environmentImport] }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**', 'cards/**'],
    rules: {
      'no-restricted-syntax': ['error', ...worldReaders, noDefaultExport, computedImport],
      'no-restricted-globals': ['error', ...worldGlobals],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'luxon', importNames: ['Settings'], message: 'It would change the clock or the zone for everybody.' }],
          patterns: [
            { regex: '^node:', message: 'src and cards know no world; take it through src/ports.ts.' },
            { regex: '^(crypto|fs|os|path|process|http|https|net|url|util|timers|child_process|worker_threads)(/|$)' },
          ],
        },
      ],
    },
  },
  {
    files: ['adapters/main.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport], 'no-restricted-imports': 'off' },
  },
  {
    // Plain JavaScript: the launcher and the build run on any Node, the rest runs in a browser. No types to check there.
    files: ['**/*.js', '**/*.mjs'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['adapters/desk/**/*.js'],
    // The page in the browser has its own clock for what it shows; what counts comes from the server.
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    files: ['test/**'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['*.config.ts', '*.config.js'],
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off' },
  },
);
