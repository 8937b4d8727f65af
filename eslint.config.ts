import parser from '@typescript-eslint/parser'
import { defineConfig, globalIgnores } from 'eslint/config'
import memory from './src/index.ts'

export default defineConfig([
  // Wasteful on purpose: both sides of every measurement, and inputs that a fix has to survive
  globalIgnores(['dist/', 'coverage/', 'tests/measurements/*.mjs', 'tests/measurements/runner/known-amounts.mjs', 'tests/fix-safety/realm/', 'tests/integration/fixtures/']),
  {
    files: ['**/*.{ts,cts,js,mjs,cjs}'],
    extends: [memory.configs.all],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'array-callback-return': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-binary-expression': 'error',
      'no-debugger': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-self-compare': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unreachable': 'error',
      'no-unreachable-loop': 'error',
      'no-useless-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.{ts,cts}'], languageOptions: { parser } },
])
