import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['**/build/', 'build-*/', 'coverage/', '**/dist/', 'docs/', 'prebuilds/']),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // The engine's headers define flags as shifts, and so do we.
      '@typescript-eslint/prefer-literal-enum-member': ['error', { allowBitwiseExpressions: true }],
      // An empty interface gives a type the name that the documented API has for it.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // Numbers and booleans in messages for people are what template literals are for.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: false },
      ],
      // A leading underscore marks what a signature or a destructuring demands and nobody reads.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // The documented API types codes and flags as numbers, to be compared with enum members.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // What a reply's JSON holds is known by who called, and is said by a type argument.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // The two ways to write these are equally clear, and one of each contradicts another rule.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },
  {
    files: ['examples/electron/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.example.json' } },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // jest's matchers are methods that are passed as values, and expect.objectContaining() is typed any.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // An async test or fake needs no await of its own.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'test'].flatMap((object) =>
          ['only', 'skip', 'todo'].map((property) => ({
            object,
            property,
            message: 'Every test runs, always.',
          })),
        ),
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.nodeBuiltin },
  },
  {
    // Commands for people print; so do children that tests watch.
    files: [
      'scripts/**',
      'lib/cli/**',
      'examples/**',
      'bench/**',
      'test/fixtures/**',
      'test/process/**',
      'test/sanitizers/**',
      'test/soak/**',
      'test/valgrind/**',
    ],
    rules: { 'no-console': 'off' },
  },
);
