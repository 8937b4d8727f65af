import { beforeAll, describe, expect, it } from 'vitest'
import plugin from '../../src/index.ts'
import { presetRules } from '../../src/presets.ts'
import type { MemoryRule } from '../../src/rule.ts'
import { corpusPackages } from './packages.ts'
import { lint, lintAndFix, RuleCrash } from './lint.ts'
import { corpusSources, readSource, type Source } from './sources.ts'

const rules = presetRules('all', plugin.rules as unknown as Record<string, MemoryRule>)
const minutes = 60_000
/** In microseconds of processor time; the longest file, lodash's 17,000 lines in one function, takes about four. */
const seconds = 1_000_000

describe('the corpus', () => {
  const findings: string[] = []
  const crashes: string[] = []
  const unread: string[] = []
  const slow: string[] = []
  const fixable: Array<{ source: Source; code: string }> = []
  let lines = 0

  beforeAll(() => {
    for (const source of corpusSources()) {
      const code = readSource(source)
      lines += code.split('\n').length
      const start = process.cpuUsage()
      try {
        const messages = lint(source, code, rules)
        for (const { line, message, ruleId } of messages) {
          if (ruleId) findings.push(`${source.name}:${line} ${ruleId}`)
          else unread.push(`${source.name}:${line} ${message}`)
        }
        if (messages.some(({ fix }) => fix)) fixable.push({ source, code })
      } catch (error) {
        if (!(error instanceof RuleCrash)) throw error
        crashes.push(error.message)
      }
      const { user, system } = process.cpuUsage(start)
      if (user + system > 20 * seconds) slow.push(source.name)
    }
  }, 10 * minutes)

  it('is ten packages and 150,000 lines at the least', () => {
    expect(corpusPackages.length).toBeGreaterThanOrEqual(10)
    expect(lines).toBeGreaterThan(150_000)
    expect(unread).toEqual([])
  })

  it('crashes no rule', () => {
    expect(crashes).toEqual([])
  })

  it('keeps nobody waiting', () => {
    expect(slow).toEqual([])
  })

  it('has the findings that were reviewed', async () => {
    await expect(findings.join('\n') + '\n').toMatchFileSnapshot('findings.txt')
  })

  it('parses after --fix, and a second --fix finds nothing left to fix', () => {
    const left = fixable.flatMap(({ source, code }) =>
      lintAndFix(source, code, rules)
        .messages.filter(({ fix, ruleId }) => fix || !ruleId)
        .map(({ line, ruleId, message }) => `${source.name}:${line} ${ruleId ?? 'does not parse'}: ${message}`),
    )
    expect(left).toEqual([])
  }, 5 * minutes)
})
