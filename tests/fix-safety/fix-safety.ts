import { describe, expect, it } from 'vitest'
import type { MemoryRule } from '../../src/rule.ts'
import { growth, measureAllocation, type Allocation } from './allocation.ts'
import { commentsOf, executable, repair, report } from './apply.ts'
import { attack, explain } from './attack.ts'
import { typeErrors } from './type-errors.ts'
import type { Aspect, Entry, FixEntry, SuggestionEntry } from './entry.ts'

type ExecutedEntry = FixEntry | SuggestionEntry

/** Registers the tests of one rule's repairs: see README.md. */
export function fixSafety(rule: MemoryRule, entries: readonly Entry[]): void {
  describe('fix safety', () => {
    for (const entry of entries) it(entry.name, () => expect(problems(rule, entry)).toEqual([]))
  })
  const executed = entries.filter((entry) => entry.refuses === undefined)
  if (executed.length === 0) return
  describe('bytes allocated', () => {
    let allocations: Map<Entry, Allocation> | undefined
    for (const entry of executed) {
      it(entry.name, () => {
        allocations ??= allocationsOf(rule, executed)
        expect(allocationProblems(entry, allocations.get(entry)!)).toEqual([])
      })
    }
  })
}

/** What is wrong with the repair of one snippet, other than the bytes it allocates; each as a text for a person. */
export function problems(rule: MemoryRule, entry: Entry): string[] {
  const repaired = repair(rule, entry)
  if (entry.refuses !== undefined) {
    return repaired === entry.code ? [] : [`It was repaired, although ${entry.refuses}:\n${repaired}`]
  }
  if (repaired === entry.code) return ['The repair was not applied.']
  return [...textProblems(rule, entry, repaired), ...behaviourProblems(entry, repaired)]
}

/** What is wrong with the bytes it allocates. */
export function allocationProblems(entry: ExecutedEntry, allocation: Allocation): string[] {
  const grown = growth(allocation)
  const bytes = JSON.stringify(allocation)
  if (!claims(entry).includes('allocation')) return grown.map((phase) => `It allocates more (${phase}): ${bytes}`)
  return grown.length > 0 ? [] : [`It does not allocate more, as is claimed: ${bytes}`]
}

/** Bytes allocated by each snippet and by its repair, measured in one fresh process. */
export function allocationsOf(rule: MemoryRule, entries: readonly ExecutedEntry[]): Map<Entry, Allocation> {
  const allocations = measureAllocation(entries.map((entry) => ({
    original: executable(entry.code, entry),
    repaired: executable(repair(rule, entry), entry),
    inputs: entry.inputs,
    measure: entry.measure,
  })))
  return new Map(entries.map((entry, index) => [entry, allocations[index]!]))
}

function textProblems(rule: MemoryRule, entry: ExecutedEntry, repaired: string): string[] {
  const found = report(rule, entry, repaired).map(({ message }) => `The repaired code is reported again: ${message}\n${repaired}`)
  const comments = commentsOf(repaired, entry)
  const lost = commentsOf(entry.code, entry).filter((comment) => !comments.includes(comment))
  const known = entry.language === 'ts' ? typeErrors(entry.code) : []
  const errors = entry.language === 'ts' ? typeErrors(repaired).filter((error) => !known.includes(error)) : []
  return [
    ...found,
    ...lost.map((comment) => `A comment is lost:${comment}`),
    ...errors.map((error) => `The repaired code has a type error: ${error}\n${repaired}`),
  ]
}

function behaviourProblems(entry: ExecutedEntry, repaired: string): string[] {
  const allowed = claims(entry)
  const { difference, seen } = attack(executable(entry.code, entry), executable(repaired, entry), entry.inputs, allowed)
  if (difference) return [`${explain(difference)}\nThe repaired code is:\n${repaired}`]
  const unseen = allowed.filter((aspect) => aspect !== 'allocation' && !seen.has(aspect))
  return unseen.map((aspect) => `No input shows a difference in ${aspect}, as is claimed:\n${repaired}`)
}

function claims(entry: ExecutedEntry): readonly Aspect[] {
  return entry.suggestion === undefined ? [] : entry.differs
}
