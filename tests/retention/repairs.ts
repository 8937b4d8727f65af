import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import ts from 'typescript'
import plugin from '../../src/index.ts'
import { presetRules } from '../../src/presets.ts'
import type { MemoryRule } from '../../src/rule.ts'

/** A program that leaks, which one rule reports and repairs. */
export interface Leaking {
  name: string
  rule: string
  code: string
  language?: 'ts'
  /** The message of the suggestion that is taken, where it is not the first that the rule offers. */
  repair?: string
  /** What the platform lacks, such as the document in Node: run before the code, and not linted. */
  setup?: string
  /**
   * The body of a function that is run behind the code, and is not linted: it makes one, and returns how that ends and what is then
   * to be collected; where something else than an object stays open, a function says whether it does.
   */
  use: string
  /** Rules that find the next fault when this one is repaired, such as that it comes too late. */
  leaves?: readonly string[]
  /** How many are made and ended, where a dozen would take long. */
  times?: number
}

/** What `use` returns. */
export interface Used {
  end: () => unknown
  held?: object
  isOpen?: () => boolean | Promise<boolean>
}

/** What the rule says of the code. */
export function faultsOf({ rule, code, language }: Leaking): Linter.LintMessage[] {
  return new Linter({ configType: 'flat' }).verify(code, configFor([rule]), { filename: filenameOf(language) })
}

/** The code as the rule's first suggestions leave it, or the one that is named, and what all rules of its family say of that. */
export function repaired(program: Leaking): { code: string; left: Linter.LintMessage[] } {
  const { rule, code, language, repair, leaves = [] } = program
  const linter = new Linter({ configType: 'flat' })
  const filename = filenameOf(language)
  const { output } = repair
    ? { output: suggested(program, repair) }
    : linter.verifyAndFix(code, { ...configFor([rule]), settings: { memory: { target, unsafeFixes: true } } }, { filename })
  return { code: output, left: linter.verify(output, configFor(family.filter((id) => !leaves.includes(id))), { filename }) }
}

/** The code with the one suggestion of that message; as it was where there is none. */
function suggested(program: Leaking, repair: string): string {
  const { code } = program
  const suggestion = faultsOf(program).flatMap(({ suggestions }) => suggestions ?? []).find(({ messageId }) => messageId === repair)
  return suggestion ? code.slice(0, suggestion.fix.range[0]) + suggestion.fix.text + code.slice(suggestion.fix.range[1]) : code
}

/** Later than what runs the code, which is lowered. */
const target = 'node24'

const rules = plugin.rules as unknown as Record<string, MemoryRule>
const strict = presetRules('strict', rules)
const family = Object.entries(rules).filter(([id, { meta }]) => meta.docs.family === 'leaks' && `memory/${id}` in strict).map(([id]) => id)

function configFor(ids: readonly string[]): Linter.Config {
  return {
    files: ['**/*.js', '**/*.ts'],
    languageOptions: { parser, ecmaVersion: 2026, sourceType: 'module' },
    plugins: { memory: plugin as never },
    settings: { memory: { target } },
    rules: Object.fromEntries(ids.map((id) => [`memory/${id}`, strict[`memory/${id}`]])) as Linter.RulesRecord,
  }
}

function filenameOf(language: 'ts' | undefined): string {
  return `program.${language ?? 'js'}`
}

/** The code and its use as a module that Node 20 and today's browsers run. */
export function moduleOf(code: string, { setup = '', use }: Leaking): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, allowJs: true }
  const { outputText } = ts.transpileModule(code, { fileName: 'program.ts', compilerOptions })
  return `${setup}\n${outputText}\nexport async function use(number) {\n${use}\n}\n`
}
