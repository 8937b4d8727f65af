/**
 * Runs a plugin of others together with ours on some programs, and prints what came of it as JSON:
 *
 *   node node_modules/jiti/lib/jiti-cli.mjs tests/integration/peers/together.ts <unicorn|unicorn-65|e18e> <programs.json> <folder where they are installed>
 *
 * A process of its own, since the newest of them need another Node than the tests may run on.
 */
import * as parser from '@typescript-eslint/parser'
import { Linter, type ESLint } from 'eslint'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import plugin from '../../../src/index.ts'

export interface Program {
  name: string
  language: string
  code: string
  /** Not only together, but also edit by edit. */
  closely: boolean
}

export interface Together {
  /** Their rules of which an edit, in what ours leave, is reported by ours: by that rule of ours the first program. */
  undone: Record<string, Record<string, string>>
  /** Programs that the fixes of both, with the preset, change back and forth, or in which they leave something of ours to fix. */
  unsettled: string[]
}

const packages = { unicorn: 'eslint-plugin-unicorn', 'unicorn-65': 'eslint-plugin-unicorn-65', e18e: '@e18e/eslint-plugin' }
export type Peer = keyof typeof packages

const [peer, path, folder] = process.argv.slice(2) as [Peer, string, string]
const prefix = peer === 'e18e' ? 'e18e' : 'unicorn'
const require = createRequire(`${folder}/package.json`)
const theirs = ((await import(pathToFileURL(require.resolve(packages[peer])).href)) as { default: ESLint.Plugin }).default
const linter = new Linter()
const ours = plugin.configs.all.rules
const compat = peer === 'e18e' ? plugin.configs.compatE18e : plugin.configs.compatUnicorn
const all: Linter.RulesRecord = Object.fromEntries(Object.keys(theirs.rules!).filter(isUsable).map((id) => [`${prefix}/${id}`, 'error']))
const recommended = (theirs.configs!['recommended'] as Linter.Config).rules as Linter.RulesRecord

/** Is the rule for JavaScript, in use, and in no need of types? */
function isUsable(id: string): boolean {
  if (theirs.rules![id]!.meta?.deprecated) return false
  try {
    new Linter().verify('', [{ plugins: { [prefix]: theirs }, languageOptions: { parser }, rules: { [`${prefix}/${id}`]: 'error' } }])
    return true
  } catch {
    return false
  }
}

function config(rules: Linter.RulesRecord, { language }: Program, unsafeFixes: boolean): Linter.Config[] {
  return [
    {
      files: ['**/*.{js,cjs,mjs,jsx,ts,mts,cts,tsx}'],
      plugins: { memory: plugin as ESLint.Plugin, [prefix]: theirs },
      languageOptions: { parser, ecmaVersion: 'latest', sourceType: 'module', parserOptions: { ecmaFeatures: { jsx: language !== 'ts' } } },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      settings: { memory: { unsafeFixes, target: 'node24' } },
      rules,
    },
  ]
}

function lint(code: string, rules: Linter.RulesRecord, program: Program, unsafeFixes = true): Linter.LintMessage[] {
  return linter.verify(code, config(rules, program, unsafeFixes), { filename: `program.${program.language}`, allowInlineConfig: false })
}

function repair(code: string, rules: Linter.RulesRecord, program: Program, unsafeFixes: boolean): string {
  return linter.verifyAndFix(code, config(rules, program, unsafeFixes), { filename: `program.${program.language}`, allowInlineConfig: false }).output
}

function edit(code: string, { range, text }: NonNullable<Linter.LintMessage['fix']>): string {
  return code.slice(0, range[0]) + text + code.slice(range[1])
}

const withoutStyle = (code: string): string => code.replace(/[\s;'"`]/g, '')

/** Adds the rules of theirs of which one edit, in what ours leave of the program, makes ours report more. */
function addUndone(program: Program, undone: Together['undone']): void {
  const code = repair(program.code, ours, program, true)
  const before = lint(code, ours, program).map(({ ruleId }) => ruleId)
  for (const { ruleId, fix, suggestions = [] } of lint(code, all, program)) {
    for (const edited of [fix, ...suggestions.map((one) => one.fix)].flatMap((one) => (one ? [edit(code, one)] : []))) {
      if (!ruleId || withoutStyle(edited) === withoutStyle(code)) continue
      const after = lint(edited, ours, program).flatMap((message) => message.ruleId ?? [])
      const more = after.find((id) => count(after, id) > count(before, id))
      if (more) (undone[ruleId] ??= {})[more] ??= program.name
    }
  }
}

function count(list: readonly (string | null)[], id: string): number {
  let found = 0
  for (const one of list) if (one === id) found++
  return found
}

/** Do the fixes of both come to an end with the preset, with nothing of ours left to fix? */
function isSettled(program: Program, unsafeFixes: boolean): boolean {
  const rules = { ...recommended, ...ours, ...compat.rules }
  let code = program.code
  for (let round = 0; round < 6; round++) {
    const next = repair(code, rules, program, unsafeFixes)
    if (next === code) return lint(code, rules, program, unsafeFixes).every(({ ruleId, fix }) => !fix || !ruleId?.startsWith('memory/'))
    code = next
  }
  return false
}

const result: Together = { undone: {}, unsettled: [] }
for (const program of JSON.parse(readFileSync(path, 'utf8')) as Program[]) {
  if (program.closely) addUndone(program, result.undone)
  for (const unsafeFixes of [false, true]) if (!isSettled(program, unsafeFixes)) result.unsettled.push(`${program.name}${unsafeFixes ? ' with unsafe fixes' : ''}`)
}
console.log(JSON.stringify(result))
