import * as parser from '@typescript-eslint/parser'
import type { ESLint, Linter } from 'eslint'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { corpusSources, readSource, type Source } from '../corpus/sources.ts'

export const builtPlugin = fileURLToPath(new URL('../../dist/', import.meta.url))

/** The plugin as it is published, not its sources through a loader. */
export const plugin = createRequire(import.meta.url)(`${builtPlugin}index.cjs`) as ESLint.Plugin & {
  rules: Record<string, unknown>
  configs: Record<'recommended' | 'all', { rules: Linter.RulesRecord }>
}

export interface Subject extends Source {
  code: string
  lines: number
}

/** Files from all over the corpus, about `lines` lines of them. */
export function sampleOfCorpus(lines: number): Subject[] {
  const all = corpusSources().map((source) => {
    const code = readSource(source)
    return { ...source, code, lines: code.split('\n').length }
  })
  const step = Math.max(1, Math.round(linesOf(all) / lines))
  return all.filter((_, index) => index % step === 0)
}

export function linesOf(subjects: readonly Subject[]): number {
  return subjects.reduce((total, { lines }) => total + lines, 0)
}

/** A configuration as a user has it, TypeScript by its own parser; `commonJS` are glob patterns of scripts with `require`. */
export function configOf(rules: Linter.RulesRecord, commonJS: readonly string[] = []): Linter.Config[] {
  return [
    { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
    { files: ['**/*.{js,cjs,mjs,jsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    { files: ['**/*.{ts,cts,mts,tsx}'], languageOptions: { parser } },
    ...(commonJS.length > 0 ? [{ files: [...commonJS], languageOptions: { sourceType: 'commonjs' as const } }] : []),
    { files: ['**/*'], plugins: { memory: plugin }, rules },
  ]
}

/** Patterns of the packages among the subjects that have no `import` and no `export`. */
export function commonJSPatterns(subjects: readonly Subject[]): string[] {
  const modules = new Set(subjects.filter(({ code }) => /^(?:import|export)\b/m.test(code)).map(packageOf))
  const scripts = new Set(subjects.map(packageOf).filter((name) => !modules.has(name)))
  return [...scripts].map((name) => `**/${name}/**`)
}

function packageOf({ name }: Subject): string {
  return name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')
}
