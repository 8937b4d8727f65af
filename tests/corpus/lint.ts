import { Linter } from 'eslint'
import * as parser from '@typescript-eslint/parser'
import plugin from '../../src/index.ts'
import type { Source } from './sources.ts'

const linter = new Linter()

/** The comments of a package's authors to their own linter say nothing to ours. */
const options = { allowInlineConfig: false }

/**
 * The configuration a user of that file would have: TypeScript through its parser, the rest through ESLint's own, nothing
 * from the package itself.
 */
export function configFor({ path }: Source, code: string, rules: Linter.RulesRecord): Linter.Config[] {
  const typed = /\.[cm]?tsx?$/.test(path)
  return [
    {
      files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'],
      plugins: { memory: plugin },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      languageOptions: {
        ecmaVersion: 'latest',
        sourceType: typed || /^(?:import|export)\b/m.test(code) ? 'module' : 'commonjs',
        parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) } },
        ...(typed && { parser }),
      },
      rules,
    },
  ]
}

/**
 * What the rules say about one file.
 *
 * @throws {RuleCrash} when a rule throws.
 */
export function lint(source: Source, code: string, rules: Linter.RulesRecord): Linter.LintMessage[] {
  return naming(source, () => linter.verify(code, configFor(source, code, rules), { filename: source.name, ...options }))
}

/**
 * The file after `--fix`, and what is still said about it: with a message that still has a fix, fixing did not end within
 * ESLint's ten passes.
 *
 * @throws {RuleCrash} when a rule throws.
 */
export function lintAndFix(source: Source, code: string, rules: Linter.RulesRecord): Linter.FixReport {
  return naming(source, () => linter.verifyAndFix(code, configFor(source, code, rules), { filename: source.name, ...options }))
}

/** A rule that threw, with its name and the file it threw on. */
export class RuleCrash extends Error {}

function naming<T>({ name }: Source, run: () => T): T {
  try {
    return run()
  } catch (error) {
    const { ruleId = 'no rule', stack } = error as Error & { ruleId?: string }
    throw new RuleCrash(`${name}: ${ruleId} threw: ${stack}`, { cause: error })
  }
}
