import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// What gives the same bits on every engine (docs/decisions/dependencies.md, "What we write ourselves"); all else of Math is forbidden where runs are made.
const EXACT_MATH = 'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc';

const NOTHING_DEFAULT = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'No default exports: give it the name it has everywhere else.',
  },
  {
    selector: 'ClassDeclaration:not([superClass]), ClassExpression',
    message: 'Plain data and functions; a class only for errors.',
  },
  { selector: 'TSEnumDeclaration', message: 'No enums: a union of literals, or a list `as const`.' },
];

// Results of these differ in the last bit between engines, or with the machine's language; one bit moves one doctor, and then everything.
const SAME_EVERYWHERE = [
  {
    selector: 'BinaryExpression[operator="**"], AssignmentExpression[operator="**="]',
    message: 'Powers differ between engines: multiply, or use base/functions.',
  },
  {
    selector: `MemberExpression[object.name="Math"]:not([property.name=/^(${EXACT_MATH})$/])`,
    message: 'This part of Math differs between engines: use base/functions, built from + − × ÷.',
  },
  {
    selector: 'MemberExpression[property.name=/^(localeCompare|toLocale.*)$/]',
    message: "Depends on the machine's language: compare with < and >.",
  },
  { selector: 'Identifier[name=/^(Date|Intl)$/]', message: 'No clock and no language of the machine where runs are made.' },
];

export default defineConfig(
  globalIgnores(['dist/', 'dist.new/', 'coverage/', 'reports/', 'node_modules/', 'bin/vendor/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off', // bounded by its loop: `noUncheckedIndexedAccess` asks for it
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NOTHING_DEFAULT] },
  },
  {
    files: ['src/engine/**/*.ts', 'src/model/**/*.ts', 'src/analysis/audit*.ts', 'src/base/{functions,apportion}.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NOTHING_DEFAULT, ...SAME_EVERYWHERE] },
  },
  // What zod infers from a schema is its type; spelt out beside it, it would be a second truth.
  { files: ['src/model/**/*.ts', 'src/output/formats/findings-json.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-console': 'off',
      'max-lines-per-function': 'off', // a table of cases is one function
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'no-unused-vars': 'error' },
  },
);
