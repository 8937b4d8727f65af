import { describe, expect, it } from 'vitest'
import type { MemoryRule } from '../../src/rule.ts'
import { commentsOf, repair, report } from './apply.ts'
import type { Entry } from './entry.ts'

/** Registers the tests of one rule's repairs: see README.md. */
export function fixSafety(rule: MemoryRule, entries: readonly Entry[]): void {
  describe('fix safety', () => {
    for (const entry of entries) it(entry.name, () => check(rule, entry))
  })
}

function check(rule: MemoryRule, entry: Entry): void {
  const repaired = repair(rule, entry)
  if (entry.refuses !== undefined) {
    expect(repaired, `must be left alone: ${entry.refuses}`).toBe(entry.code)
    return
  }
  expect(repaired, 'the repair was not applied').not.toBe(entry.code)
  expect(report(rule, entry, repaired), 'the repaired code is reported again').toEqual([])
  expect(commentsOf(repaired, entry)).toEqual(commentsOf(entry.code, entry))
}
