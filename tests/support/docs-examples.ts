import * as parser from '@typescript-eslint/parser'
import { Linter, type ESLint } from 'eslint'
import { Worker } from 'node:worker_threads'
import ts from 'typescript'
import plugin from '../../src/index.ts'
import type { Example } from './docs-page.ts'

/** What the rule alone, or the preset `all`, says of an example. */
export function lintExample(example: Example, rules: string | 'all'): Linter.LintMessage[] {
  return new Linter().verify(example.code, configOf(example, rules), fileOf(example))
}

/** The example after the rule's own repair: its fix, else its first suggestion, until nothing is left to do. */
export function repairExample(example: Example, rule: string): string {
  return new Linter().verifyAndFix(example.code, configOf(example, rule, true), fileOf(example)).output
}

/** The code without its white space and comments. */
export function tokensOf(code: string, { language }: Example): string {
  const { ast } = parser.parseForESLint(code, { tokens: true, ecmaFeatures: { jsx: isJsx(language) }, filePath: `example.${language}` })
  return (ast.tokens ?? []).map(({ value }) => value.trim()).join(' ')
}

/**
 * What the example prints when it runs as a module in a thread of its own, followed by the error it ends with.
 *
 * @throws {Error} when it has not ended after 10 s.
 */
export async function runExample({ code, language }: Example): Promise<string> {
  const script = language === 'js' ? code : transpile(code)
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), { stdout: true, stderr: true, stdin: true })
  let printed = ''
  worker.stdout.setEncoding('utf8').on('data', (text) => (printed += text))
  worker.on('error', (error: Error) => (printed += `${error.name}: ${error.message}\n`))
  const timer = setTimeout(() => void worker.terminate(), 10_000)
  const status = await new Promise<number>((resolve) => worker.on('exit', resolve))
  clearTimeout(timer)
  if (status === 1 && printed === '') throw new Error('It printed nothing and had not ended after 10 s.')
  return printed
}

function transpile(code: string): string {
  const { ESNext } = ts.ScriptTarget
  return ts.transpileModule(code, { compilerOptions: { target: ESNext, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.React } }).outputText
}

function configOf({ language, target }: Example, rules: string, unsafeFixes = false): Linter.Config[] {
  const preset = plugin.configs.all
  return [
    {
      files: ['**/*.{js,jsx,ts,tsx}'],
      plugins: { memory: plugin as ESLint.Plugin },
      languageOptions: {
        parser,
        ecmaVersion: 'latest',
        sourceType: 'module',
        parserOptions: { ecmaFeatures: { jsx: isJsx(language) } },
      },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      settings: { memory: { unsafeFixes, target } },
      rules: rules === 'all' ? preset.rules : { [`memory/${rules}`]: 'error' },
    },
  ]
}

function fileOf({ language }: Example): string {
  return `example.${language}`
}

function isJsx(language: string): boolean {
  return language.endsWith('x')
}
