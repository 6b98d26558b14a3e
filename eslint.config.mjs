import tseslint from 'typescript-eslint';

const SOURCES = [
  'apps/**/*.ts',
  'apps/**/*.tsx',
  'libs/**/*.ts',
  'libs/**/*.tsx',
  'migrations/**/*.ts',
  'test/**/*.ts',
];
const SPECS = [
  '**/*.spec.ts',
  '**/*.spec.tsx',
  '**/schedule-{arbitraries,life,model}.ts',
  '**/*.test-support.ts',
  'test/**/*.ts',
];

const FORWARD_REF = {
  selector: "CallExpression[callee.name='forwardRef'][callee.type='Identifier']",
  message: 'No forwardRef: two services that need each other belong together, or a third one calls both.',
};
const MANY_PARAMETERS = {
  selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>6]",
  message: 'At most 6 constructor parameters: a class that needs more does more than one thing.',
};
const CLOCK = [
  { selector: "NewExpression[callee.name='Date']", message: 'A rule takes `now` as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'A rule takes `now` as an argument.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'A rule takes `now` as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'A rule takes `now` as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'A rule gives the same answer every time.',
  },
];

/** What must hold in every file, whatever it is written in. */
const everywhere = {
  'max-lines': ['error', { max: 250 }],
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-debugger': 'error',
  'no-dupe-keys': 'error',
  'no-unreachable': 'error',
  'no-fallthrough': 'error',
  'no-empty': 'error',
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-throw-literal': 'error',
  'no-warning-comments': ['error', { terms: ['fixme', 'xxx', 'todo'] }],
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'apps/web/src/api-client/schema.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.mjs', '**/*.cjs', '**/*.js'], languageOptions: { ecmaVersion: 2023 }, rules: everywhere },
  {
    files: SOURCES,
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    rules: {
      ...everywhere,
      'no-throw-literal': 'off',
      'no-restricted-syntax': ['error', FORWARD_REF, MANY_PARAMETERS],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
    },
  },
  {
    files: ['**/*.rules.ts'],
    rules: { 'no-restricted-syntax': ['error', FORWARD_REF, MANY_PARAMETERS, ...CLOCK] },
  },
  // The router's redirect is thrown by its design.
  { files: ['apps/web/**'], rules: { '@typescript-eslint/only-throw-error': 'off' } },
  {
    // Answers of the API and rows of the database are looked at as they come: a wrong guess turns the test red.
    files: SPECS,
    rules: {
      // A table of cases is long and still one thing.
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
