import { describe, expect, it } from 'vitest'
import type { ESLint, Linter, Rule } from 'eslint'
import plugin from '../src/index.ts'
import { heapWhileLinting } from './benchmarks/heap.ts'

describe('2,000 files linted in one process', () => {
  it('leave nothing of themselves behind', () => {
    expect(bytesKeptPerFile(plugin, plugin.configs.all.rules)).toBeLessThan(512)
  })

  it('would be seen if a rule kept its context', () => {
    const kept: unknown[] = []
    const leaky: Rule.RuleModule = { create: (context) => ({ Program: () => void kept.push(context) }) }
    expect(bytesKeptPerFile({ rules: { leaky } }, { 'memory/leaky': 'error' })).toBeGreaterThan(512)
    expect(kept).toHaveLength(2_000)
  })
})

/** Heap growth over the last 1,600 of 2,000 files: code compiles and caches fill in the first 400. */
function bytesKeptPerFile(linted: ESLint.Plugin, rules: Linter.RulesRecord = {}): number {
  const heap = heapWhileLinting(2_000, 400, linted, rules)
  return (heap.at(-1)! - heap[0]!) / 1_600
}
