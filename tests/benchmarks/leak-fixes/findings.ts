import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ESLint, Linter } from 'eslint'
import * as typescript from '@typescript-eslint/parser'
import svelte from 'svelte-eslint-parser'
import vue from 'vue-eslint-parser'
import plugin from '../../../src/index.ts'
import { type Kind, RULES } from './kinds.ts'

export interface Finding {
  line: number
  rule: string
  /** The line's text, by which a finding is known again in another version. */
  code: string
}

/** Plugins under the names that their rules are given, with the rules that run. */
export interface Subject {
  plugins: Record<string, ESLint.Plugin>
  rules: Linter.RulesRecord
}

/** The rules of this plugin that speak of the kind, as in `recommended` or with the options of `strict`. */
export function ours(kind: Kind, isStrict = false): Subject {
  const rules = RULES[kind].filter((rule) => plugin.rules && rule in plugin.rules)
  return { plugins: { memory: plugin as ESLint.Plugin }, rules: Object.fromEntries(rules.map((rule) => [`memory/${rule}`, ['error', ...(isStrict ? strictOptions(rule) : [])]])) }
}

function strictOptions(rule: string): readonly unknown[] {
  const { docs } = plugin.rules?.[rule]?.meta as { docs?: { strictOptions?: readonly unknown[] } }
  return docs?.strictOptions ?? []
}

/** All rules about leaks that other plugins have and that need no types; `folder` is where they are installed. */
export const PEERS: Readonly<Record<string, readonly string[]>> = {
  'eslint-plugin-listeners': ['no-missing-remove-event-listener', 'matching-remove-event-listener', 'no-inline-function-event-listener'],
  'eslint-plugin-observers': ['no-missing-unobserve-or-disconnect', 'matching-unobserve-target'],
  'eslint-plugin-react-web-api': ['no-leaked-event-listener', 'no-leaked-interval', 'no-leaked-timeout', 'no-leaked-resize-observer', 'no-leaked-intersection-observer', 'no-leaked-fetch'],
  'eslint-plugin-rxjs-angular-x': ['prefer-takeuntil', 'prefer-composition'],
  'eslint-plugin-rxjs-x': ['no-ignored-subscription', 'no-unsafe-takeuntil'],
}

export async function peer(name: string, folder: string): Promise<Subject | null> {
  const home = join(folder, 'node_modules', name)
  const { main = 'index.js' } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { main?: string }
  const found = (await import(pathToFileURL(join(home, main)).href)) as { default?: ESLint.Plugin & { default?: ESLint.Plugin } }
  const one = found.default?.default ?? found.default ?? (found as ESLint.Plugin)
  const rules = (PEERS[name] ?? []).filter((rule) => one.rules && rule in one.rules)
  return rules.length > 0 ? { plugins: { peer: one }, rules: Object.fromEntries(rules.map((rule) => [`peer/${rule}`, 'error'])) } : null
}

/** Every rule of `recommended`, as it is set there. */
export function recommended(): Subject {
  return { plugins: { memory: plugin as ESLint.Plugin }, rules: { ...plugin.configs.recommended.rules } }
}

/**
 * What the subject's rules find in a file; null where the file cannot be parsed or a rule wants types. `path` is from the root of the
 * project, or the name alone where the file's place is to say nothing; with `cwd` it is below that folder, where the project is on disk.
 */
export function findings(path: string, code: string, { plugins, rules }: Subject, cwd?: string): Finding[] | null {
  if (Object.keys(rules).length === 0) return []
  const single = /\.vue$/.test(path) ? vue : /\.svelte$/.test(path) ? svelte : null
  const parserOptions = { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) }, ...(single && { parser: typescript }) }
  const config = {
    files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx,vue,svelte}'], plugins, rules, languageOptions: { parser: single ?? typescript, sourceType: 'module', parserOptions },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  } as Linter.Config
  const lines = code.split('\n')
  try {
    const messages = new Linter(cwd === undefined ? {} : { cwd }).verify(code, [config], { filename: cwd === undefined ? path : join(cwd, path), allowInlineConfig: false })
    if (messages.some(({ fatal }) => fatal)) return null
    return messages.map(({ line, ruleId }) => ({ line, rule: ruleId ?? '', code: (lines[line - 1] ?? '').trim() }))
  } catch {
    return null
  }
}
