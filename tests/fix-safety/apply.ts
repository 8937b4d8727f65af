import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import ts from 'typescript'
import type { MemoryRule } from '../../src/rule.ts'
import type { Entry } from './entry.ts'

const maxPasses = 10

/** The snippet after every safe fix of `rule` (or after the entry's suggestion) was applied, to a fixed point. */
export function repair(rule: MemoryRule, entry: Entry): string {
  const linter = new Linter({ configType: 'flat' })
  let code = entry.code
  for (let pass = 0; pass < maxPasses; pass++) {
    const { output } = linter.verifyAndFix(code, configFor(rule, entry), { filename: filenameOf(entry) })
    const suggested = entry.suggestion === undefined ? output : applySuggestion(linter, rule, entry, output)
    if (suggested === code) return code
    code = suggested
  }
  throw new Error(`${entry.name}: the repair is still changing the code after ${maxPasses} passes:\n${code}`)
}

/** Messages the rule still reports, e.g. on a repaired snippet; a parse error is one of them. */
export function report(rule: MemoryRule, entry: Entry, code: string): Linter.LintMessage[] {
  return new Linter({ configType: 'flat' }).verify(code, configFor(rule, entry), { filename: filenameOf(entry) })
}

/** The text of every comment in `code`, in order. */
export function commentsOf(code: string, entry: Entry): string[] {
  const { ast } = parser.parseForESLint(code, { comment: true, sourceType: entry.sourceType ?? 'module', filePath: filenameOf(entry) })
  return ast.comments!.map((comment) => comment.value)
}

/** The snippet as Node 20 runs it: types removed, imports as `require`, newer syntax such as `using` lowered. */
export function executable(code: string, entry: Entry): string {
  const { outputText } = ts.transpileModule(code, {
    fileName: filenameOf(entry),
    compilerOptions: {
      allowJs: true,
      target: ts.ScriptTarget.ES2023,
      module: entry.sourceType === 'script' ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS,
      alwaysStrict: entry.sourceType !== 'script',
    },
  })
  return outputText
}

function applySuggestion(linter: Linter, rule: MemoryRule, entry: Entry, code: string): string {
  for (const message of linter.verify(code, configFor(rule, entry), { filename: filenameOf(entry) })) {
    const fix = message.suggestions?.find(({ messageId }) => messageId === entry.suggestion)?.fix
    if (fix) return code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])
  }
  return code
}

function filenameOf(entry: Entry): string {
  return entry.language === 'ts' ? 'snippet.ts' : 'snippet.js'
}

function configFor(rule: MemoryRule, entry: Entry): Linter.Config {
  return {
    files: ['**/*.js', '**/*.ts'],
    languageOptions: { parser, ecmaVersion: 2026, sourceType: entry.sourceType ?? 'module' },
    plugins: { memory: { rules: { tested: rule as never } } },
    rules: { 'memory/tested': ['error', ...(entry.options ?? [])] },
    settings: entry.settings ?? {},
  }
}
