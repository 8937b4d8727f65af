/** What users write. The presets differ on `strict.js`. */
export const sources = {
  'src/recommended.js': 'export const firstReadyOne = (codes) => codes.filter((code) => code.ready)[0]\n',
  'src/strict.js': 'export const quiet = (emitter) => { emitter.setMaxListeners(0) }\n',
}
export const found = ['src/recommended.js:1:41 memory/no-copy-to-read', 'src/strict.js:1:37 memory/no-muted-listener-warning']

/** Configurations for every ESLint. */
export const plain = {
  'eslint.config.js': `import memory from 'eslint-plugin-memory'
export default [memory.configs.recommended, { files: ['src/strict.js'], ...memory.configs.strict }]
`,
  'eslint.config.cjs': `const memory = require('eslint-plugin-memory')
module.exports = [{ plugins: { memory }, rules: memory.configs.recommended.rules }, { files: ['src/strict.js'], ...memory.configs.strict }]
`,
  'eslint.config.mjs': `import memory from 'eslint-plugin-memory'
export default [memory.configs.recommended, { files: ['src/strict.js'], plugins: { memory }, rules: memory.configs.strict.rules }]
`,
  'eslint.config.ts': `import type { Linter } from 'eslint'
import memory from 'eslint-plugin-memory'
const configuration: Linter.Config[] = [memory.configs.recommended, { files: ['src/strict.js'], ...memory.configs.strict }]
export default configuration
`,
  'eslint.config.mts': `import memory from 'eslint-plugin-memory'
export default [memory.configs.recommended, { files: ['src/strict.js'], ...memory.configs.strict }]
`,
}

/** Configurations for an ESLint that has `defineConfig`. */
export const defined = {
  'define/eslint.config.mjs': `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
export default defineConfig({ plugins: { memory }, extends: ['memory/recommended'] }, { files: ['**/strict.js'], extends: [memory.configs.strict] })
`,
  'define/eslint.config.ts': `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
export default defineConfig(
  memory.configs.recommended,
  { files: ['**/strict.js'], extends: [memory.configs.strict], settings: { memory: { target: 'node22' } } },
)
`,
}

/** What TypeScript checks of the public surface. */
export const types = {
  'types.cts': `import memory = require('eslint-plugin-memory')
import type { Linter } from 'eslint'
const rules: Linter.RulesRecord = memory.configs.all.rules
export = [memory.configs.leaks, { plugins: { memory }, rules }]
`,
  'types.mts': `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
const { name, version, namespace }: { name: string; version: string; namespace: string } = memory.meta
export const description: string | undefined = memory.rules['no-leaked-timer']?.meta?.docs?.description
export const words = [name, version, namespace]
export default defineConfig(
  { plugins: { memory }, extends: [memory.configs.all, 'memory/leaks'] },
  // @ts-expect-error There is no such preset.
  memory.configs.most,
)
`,
}
