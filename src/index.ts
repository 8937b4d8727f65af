import type { ESLint, Linter } from 'eslint'
import { createRequire } from 'node:module'
import { type CompatName, compatRules, conflicts, presets, presetRules, type PresetName } from './presets.ts'
import type { MemoryRule } from './rule.ts'
import * as registry from './rules/index.ts'

const { name, version } = createRequire(import.meta.url)('../package.json') as { name: string; version: string }
const docs = 'https://github.com/eslint-plugin-memory/eslint-plugin-memory/blob/main/rules-docs'

const rules: Record<string, MemoryRule> = { ...registry }
for (const [id, { meta }] of Object.entries(rules)) meta.docs.url = `${docs}/${id}.md`

type Plugin = Omit<ESLint.Plugin, 'configs'> & {
  meta: { name: string; version: string; namespace: string }
  rules: NonNullable<ESLint.Plugin['rules']>
  configs: Record<PresetName | CompatName, Linter.Config & { rules: Linter.RulesRecord }>
}

const plugin = {
  meta: { name, version, namespace: 'memory' },
  rules,
  configs: {},
} as unknown as Plugin

for (const preset of Object.keys(presets) as PresetName[]) {
  plugin.configs[preset] = {
    name: `memory/${preset}`,
    plugins: { memory: plugin },
    rules: presetRules(preset, rules),
  }
}
for (const preset of Object.keys(conflicts) as CompatName[]) plugin.configs[preset] = { name: `memory/${preset}`, rules: compatRules(preset) }

export default plugin
