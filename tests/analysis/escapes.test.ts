import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { isPrivate, usesOf } from '../../src/analysis/escapes.ts'
import { variableOf } from '../../src/analysis/bindings.ts'
import { nodeOf, program } from '../support/program.ts'

function uses(code: string): string[] {
  const sourceCode = program(code)
  const variable = variableOf(nodeOf<TSESTree.Identifier>(sourceCode, 'xs'), sourceCode)!
  return usesOf(variable, sourceCode).map(({ kind, method, captured }) => `${captured ? 'captured ' : ''}${kind}${method ? ` ${method}` : ''}`)
}

function privately(code: string): boolean {
  const sourceCode = program(code)
  return isPrivate(variableOf(nodeOf<TSESTree.Identifier>(sourceCode, 'xs'), sourceCode)!, sourceCode)
}

describe('usesOf', () => {
  it('says what each mention does with the value', () => {
    expect(uses('const xs = []; xs[0]; xs.length; xs.push(1); xs[0] = 1; delete xs[0]; [...xs]; if (xs) {}')).toEqual([
      'read', 'read', 'method push', 'write', 'write', 'read', 'read',
    ])
    expect(uses('let xs = []; xs = []; xs === ys; xs == null; f(xs); o.xs = xs; a = [xs]; throw xs')).toEqual([
      'assigned', 'compared', 'read', 'passed', 'stored', 'stored', 'thrown',
    ])
    expect(uses('function* f() { const xs = []; yield xs; yield* xs; return xs }')).toEqual(['yielded', 'read', 'returned'])
  })
  it('follows constants, conditions and wrappers, and marks other functions', () => {
    expect(uses('const xs = []; const ys = xs; ys.pop()')).toEqual(['method pop'])
    expect(uses('const xs = []; f(a ? xs : b); f((xs as T)!)')).toEqual(['passed', 'passed'])
    expect(uses('const xs = []; on(() => xs.pop()); const ys = xs')).toEqual(['captured method pop'])
  })
  it('leaves types out and exports in', () => {
    expect(uses('const xs = []; type T = typeof xs')).toEqual([])
    expect(uses('export const xs = []')).toEqual(['exported'])
  })
})

describe('isPrivate', () => {
  it('is what only reads, writes and calls its own methods', () => {
    expect(privately('const xs = []; xs.push(1); xs.forEach((x) => use(x)); for (const x of xs.values()) use(x)')).toBe(true)
    expect(privately('const xs = []; [1].forEach((y) => { xs.push(y) }); (() => xs.pop())()')).toBe(true)
    expect(privately('const xs = []; new Set(xs); console.log(xs); Object.keys(xs)')).toBe(true)
    expect(privately('const xs = []; count(xs); function count(list) { return list.length }')).toBe(true)
  })
  it('is not what somebody else may hold', () => {
    expect(privately('const xs = []; f(xs)')).toBe(false)
    expect(privately('function f() { const xs = []; return xs }')).toBe(false)
    expect(privately('const xs = []; xs.forEach((x, i, all) => f(all))')).toBe(false)
    expect(privately('const xs = []; xs.forEach(f)')).toBe(false)
    expect(privately('const xs = []; const it = xs.values(); f(it)')).toBe(false)
    expect(privately('const xs = []; f(xs.sort())')).toBe(false)
    expect(privately('const xs = {}; xs.run()')).toBe(false)
    expect(privately('const xs = []; on(() => xs.pop())')).toBe(false)
    expect(privately('const xs = []; [1].forEach(async (y) => { xs.push(y) })')).toBe(false)
    expect(privately('const xs = []; keep(xs); function keep(list) { held = list }')).toBe(false)
  })
})
