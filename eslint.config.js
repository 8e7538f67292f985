import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.{ts,tsx}', 'test/**/*.ts'];

/** The pure libraries are given the time and chance as values, so that the same input always gives the same output. */
const NO_CLOCK_NO_CHANCE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the context.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from the context.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take chance as a value.',
  },
];

/** What the scripts in plain JavaScript use of Node without importing it. */
const NODE_GLOBALS = [
  ...['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'TextDecoder', 'performance'],
  ...['fetch', 'AbortController', 'AbortSignal', 'structuredClone', 'queueMicrotask'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'],
];

const MACHINE = ['process', 'performance', 'fetch', 'crypto'];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

/** What ESLint's own recommended set finds and the TypeScript compiler does not. */
const RECOMMENDED = {
  'no-async-promise-executor': 'error',
  'no-case-declarations': 'error',
  'no-constant-binary-expression': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-debugger': 'error',
  'no-empty': 'error',
  'no-empty-pattern': 'error',
  'no-misleading-character-class': ['error', { allowEscape: true }],
  'no-self-assign': 'error',
  'no-sparse-arrays': 'error',
  'no-unexpected-multiline': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-escape': 'error',
  'preserve-caught-error': 'error',
  'require-yield': 'error',
};

export default defineConfig(
  globalIgnores(['dist*/', 'coverage/', '.moderato/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...RECOMMENDED,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-depth': ['error', 4],
      complexity: ['error', 15],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // It leaves files with decorators alone: Nest reads the classes of constructor parameters at run time.
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/max-params': ['error', { max: 5 }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `[...text]` is how a text is taken apart into code points.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }] },
      ],
      // Responses are plain objects of the shape that their class documents.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A Nest module is an empty class under a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // It asks for the assertions that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-shadow': 'error',
      // It takes a loop over a string's UTF-16 units for one over its characters.
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['apps/console/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // Markup is long without being deep.
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
      // `throw redirect()` and `throw notFound()` are how routes answer.
      '@typescript-eslint/only-throw-error': 'off',
      // `onClick={() => save()}`: what a handler gives is nobody's.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    // A handler's parameters are the parts of a request, each named by its decorator.
    files: ['**/*.controller.ts'],
    rules: { '@typescript-eslint/max-params': ['error', { max: 7 }] },
  },
  {
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // The environment is read and validated once, in libs/config. The embedded database hands its own on to PostgreSQL.
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    ignores: ['libs/config/**', 'libs/embedded-postgres/**', ...SPECS],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: "Read it through '#config'." },
      ],
    },
  },
  {
    files: ['libs/contract/**/*.ts', 'libs/classifier/**/*.ts', 'libs/moderation/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': ['error', ...MACHINE, ...TIMERS],
      'no-restricted-syntax': ['error', ...NO_CLOCK_NO_CHANCE],
    },
  },
  {
    // The one timer of the pure libraries: it ends the wait for a check that answers later.
    files: ['libs/moderation/src/run-checks.ts'],
    rules: { 'no-restricted-globals': ['error', ...MACHINE] },
  },
  {
    // A migration is one long statement after another, frozen once it is released.
    files: ['libs/database/src/migrations/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: SPECS,
    rules: {
      complexity: 'off',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'test'].map((object) => ({
          object,
          property: 'only',
          message: 'It leaves the other tests out.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='toBeDefined']",
          message: 'Say what the value has to be.',
        },
      ],
      // `expect.any(...)` and bodies of responses are untyped by nature.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])),
    },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
);
