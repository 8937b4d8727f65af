import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/index.ts'
import { oddities, type Oddity } from './oddities.ts'

const linter = new Linter()
const parsers = { typescript: parser as Linter.Parser, espree: undefined }
const thoroughly = Object.fromEntries(Object.keys(plugin.configs.all.rules).map((id) => [id, everyCheckOf(id)]))

/** The rule's most thorough configuration, so that as much of its code as can be runs. */
function everyCheckOf(id: string): Linter.RuleEntry {
  const [schema] = ([] as unknown[]).concat(plugin.rules[id.replace('memory/', '')]?.meta?.schema ?? [])
  const properties = (schema as { properties?: Record<string, { enum?: unknown[]; type?: string }> } | undefined)?.properties ?? {}
  const options = Object.entries(properties).flatMap(([key, { enum: values, type }]) =>
    values?.includes('all') ? [[key, 'all']] : type === 'boolean' ? [[key, true]] : [],
  )
  return options.length > 0 ? ['error', Object.fromEntries(options)] : 'error'
}

function configOf({ code, sourceType = 'module' }: Oddity, name: keyof typeof parsers): Linter.Config {
  const jsx = /<\/|\/>/.test(code)
  return {
    files: ['**/*.{js,jsx,ts,tsx}'],
    plugins: { memory: plugin },
    languageOptions: { ecmaVersion: 'latest', sourceType, parserOptions: { ecmaFeatures: { jsx } }, ...(parsers[name] && { parser: parsers[name] }) },
    rules: thoroughly,
  }
}

const variants = oddities.flatMap((oddity) =>
  (['typescript', 'espree'] as const).filter((name) => !oddity.only || oddity.only === name).map((name) => ({ oddity, name, title: oddity.name })),
)

describe.each(variants)('$title, read by $name', ({ oddity, name }) => {
  const config = configOf(oddity, name)
  const options = { filename: name === 'espree' ? 'odd.js' : /<\/|\/>/.test(oddity.code) ? 'odd.tsx' : 'odd.ts' }
  const fatal = (messages: Linter.LintMessage[]) => messages.filter((message) => message.fatal).map(({ line, message }) => `${line}: ${message}`)

  it('crashes no rule, and parses after --fix', () => {
    expect(fatal(linter.verify(oddity.code, config, options))).toEqual([])
    const { messages } = linter.verifyAndFix(oddity.code, config, options)
    expect(fatal(messages)).toEqual([])
    expect(messages.filter(({ fix }) => fix)).toEqual([])
  })

  it('parses after each suggestion', () => {
    const suggestions = linter.verify(oddity.code, config, options).flatMap(({ suggestions: all = [] }) => all)
    const text = oddity.code.replace(/^\uFEFF/, '')
    const broken = suggestions.flatMap(({ fix, messageId }) => {
      const changed = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1])
      return fatal(linter.verify(changed, { ...config, rules: {} }, options)).map((message) => `${messageId}: ${message}\n${changed}`)
    })
    expect(broken).toEqual([])
  })
})
