import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { accumulationsOf } from '../../src/analysis/accumulations.ts'
import { isSamePlace, mentionsOf, placeOf } from '../../src/analysis/places.ts'
import { isUnseen } from '../../src/analysis/versions.ts'
import { nodeOf, program } from '../support/program.ts'

/** What the step, the last statement or call that is exactly `text`, accumulates: kinds, `unseen` when nobody can tell. */
function accumulated(code: string, text: string): string[] {
  const sourceCode = program(code)
  const found = accumulationsOf(nodeOf<TSESTree.AssignmentExpression>(sourceCode, text), sourceCode)
  return found.map((one) => `${one.assembly.kind}${isUnseen(one, sourceCode) ? ' unseen' : ''}`)
}

/** Do the two arguments of the last `use(…)` name the same place? */
function same(code: string): boolean {
  const sourceCode = program(code)
  const call = nodeOf<TSESTree.CallExpression>(sourceCode, code.slice(code.lastIndexOf('use(')))
  const [left, right] = call.arguments.map((argument) => placeOf(argument, sourceCode))
  return isSamePlace(left!, right!)
}

describe('placeOf', () => {
  it('sees through constants, destructuring, await and defaults', () => {
    expect(same('const { list } = acc; use(list, acc.list)')).toBe(true)
    expect(same('const all = await acc; use(all, acc)')).toBe(true)
    expect(same('const group = map.get(k) ?? []; use(group, map.get(k))')).toBe(true)
    expect(same("use(acc['a'], acc.a)")).toBe(true)
  })
  it('tells places apart', () => {
    expect(same('use(acc.a, acc.b)')).toBe(false)
    expect(same('let other = acc; other = x; use(other, acc)')).toBe(false)
    expect(same('const { list } = acc; use(list, other.list)')).toBe(false)
    expect(same('use(map.get(a), map.get(b))')).toBe(false)
  })
  it('finds the mentions of a place under other names', () => {
    const sourceCode = program('let o = {}; const { list } = o; use(list); use(o.list); use(o.other)')
    const place = placeOf(nodeOf(sourceCode, 'o.list'), sourceCode)!
    expect(mentionsOf(place, sourceCode).map((node) => sourceCode.getText(node))).toEqual(['o.list', 'list'])
  })
})

describe('accumulationsOf', () => {
  it('finds collections that are rebuilt from themselves', () => {
    expect(accumulated('let all = []; for (const x of xs) all = [...all, x]', 'all = [...all, x]')).toEqual(['array unseen'])
    expect(accumulated('let all = {}; for (const x of xs) all = { ...all, [x]: 1 }', 'all = { ...all, [x]: 1 }')).toEqual(['object unseen'])
    expect(accumulated('let all = new Set(); for (const x of xs) all = new Set(all).add(x)', 'all = new Set(all).add(x)')).toEqual(['set unseen'])
    expect(accumulated('for (const x of xs) map.set(x, [...(map.get(x) ?? []), 1])', 'map.set(x, [...(map.get(x) ?? []), 1])')).toEqual(['array'])
  })
  it('finds nothing where a version is kept, where it is reset, and outside of repetitions', () => {
    expect(accumulated('let all = []; for (const x of xs) { all = [...all, x]; keep(all) }', 'all = [...all, x]')).toEqual([])
    expect(accumulated('let all = []; for (const x of xs) { all = [...all, x]; if (x) all = [] }', 'all = [...all, x]')).toEqual([])
    expect(accumulated('let all = []; all = [...all, x]', 'all = [...all, x]')).toEqual([])
  })
  it('knows when a change in place could be seen', () => {
    expect(accumulated('let all = []; const first = all; for (const x of xs) all = [...all, x]; keep(first)', 'all = [...all, x]')).toEqual(['array'])
    expect(accumulated('let all = []; on(() => all); for (const x of xs) all = [...all, x]', 'all = [...all, x]')).toEqual(['array'])
    expect(accumulated('let all = given; for (const x of xs) all = [...all, x]', 'all = [...all, x]')).toEqual(['array'])
    expect(accumulated('let all = []; for (const x of xs) all = [...all, x]; keep(all)', 'all = [...all, x]')).toEqual(['array unseen'])
  })
})
