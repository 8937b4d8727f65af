import type { Linter } from 'eslint'

/** The files that configure ESLint and oxlint to run the same rules, and no others. */
export function configurations(rules: Linter.RulesRecord): Record<string, string> {
  return {
    'eslint.config.js': `import parser from '@typescript-eslint/parser'
import memory from 'eslint-plugin-memory'
export default [
  { files: ['code/**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'], plugins: { memory }, rules: ${JSON.stringify(rules)} },
  { files: ['**/*.{ts,cts,mts,tsx}'], languageOptions: { parser } },
]
`,
    '.oxlintrc.json': JSON.stringify({ jsPlugins: ['eslint-plugin-memory'], categories: { correctness: 'off' }, rules }),
  }
}
