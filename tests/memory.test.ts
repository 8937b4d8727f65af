import { describe, expect, it } from 'vitest'
import type { ESLint, Linter, Rule } from 'eslint'
import plugin from '../src/index.ts'
import { heapWhileLinting } from './benchmarks/heap.ts'

describe('4,000 files linted in one process', () => {
  it('leave nothing of themselves behind', () => {
    expect(bytesKeptPerFile(plugin, plugin.configs.all.rules)).toBeLessThan(512)
  })

  it('would be seen if a rule kept its context', () => {
    const kept: unknown[] = []
    const leaky: Rule.RuleModule = { create: (context) => ({ Program: () => void kept.push(context) }) }
    expect(bytesKeptPerFile({ rules: { leaky } }, { 'memory/leaky': 'error' })).toBeGreaterThan(512)
    expect(kept).toHaveLength(4_000)
  })
})

/** Heap growth over the last 2,000 of 4,000 files: V8 compiles code and fills its caches during the first. */
function bytesKeptPerFile(linted: ESLint.Plugin, rules: Linter.RulesRecord = {}): number {
  const [warm, end] = heapWhileLinting(4_000, 2_000, linted, rules)
  return (end! - warm!) / 2_000
}
