import type { Linter } from 'eslint'
import { type Conflict, E18E_CONFLICTS, UNICORN_CONFLICTS } from './knowledge/peers.ts'

/**
 * What presets choose rules by. Not `MemoryRule`: the types of the package reach this file, and those of rules need
 * @typescript-eslint/utils, which its users do not have.
 */
interface Classified {
  meta: { docs: { preset?: 'recommended' | 'strict'; family: string; strictOptions?: readonly unknown[]; allOptions?: readonly unknown[] } }
}

export type PresetName = 'recommended' | 'strict' | 'all' | 'leaks'

/** Which rules a preset has, said once for the plugin, the README and the command line. */
export const presets: Record<PresetName, (rule: Classified) => boolean> = {
  recommended: ({ meta }) => meta.docs.preset === 'recommended',
  strict: ({ meta }) => meta.docs.preset !== undefined,
  all: () => true,
  leaks: ({ meta }) => meta.docs.family === 'leaks' && meta.docs.preset === 'recommended',
}

/** What a preset sets of a rule's options; `all` has what `strict` has, and more where a rule has more. */
export function presetOptions(name: PresetName, { meta: { docs } }: Classified): readonly unknown[] {
  const { strictOptions = [], allOptions = strictOptions } = docs
  return name === 'strict' ? strictOptions : name === 'all' ? allOptions : []
}

/** The rules of a preset as ESLint configures them, every one an error. */
export function presetRules(name: PresetName, rules: Record<string, Classified>): Linter.RulesRecord {
  const chosen = Object.entries(rules).filter(([, rule]) => presets[name](rule))
  return Object.fromEntries(
    chosen.map(([id, rule]) => [`memory/${id}`, ['error', ...presetOptions(name, rule)]]),
  )
}

export type CompatName = 'compatE18e' | 'compatUnicorn'

/** The rules of other plugins that undo repairs of ours, by the preset that switches them off. */
export const conflicts: Record<CompatName, readonly Conflict[]> = { compatE18e: E18E_CONFLICTS, compatUnicorn: UNICORN_CONFLICTS }

export function compatRules(name: CompatName): Linter.RulesRecord {
  return Object.fromEntries(conflicts[name].map(({ rule }) => [rule, 'off']))
}
