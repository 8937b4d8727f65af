import { describe, expect, it } from 'vitest'
import { isPure, isPureFunction } from '../../src/analysis/purity.ts'
import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode } from '../../src/analysis/bindings.ts'
import { nodeOf, program } from '../support/program.ts'

/** Is the argument of the first `probe(…)` pure? */
function pure(code: string): boolean {
  const sourceCode = program(code)
  const probe = nodeOf<TSESTree.Identifier>(sourceCode, 'probe').parent as TSESTree.CallExpression
  return isPure(probe.arguments[0] as TSESTree.Node, sourceCode)
}

describe('isPure', () => {
  it('takes literals, constants and operators on primitives', () => {
    expect(pure('const n = 2; probe(n * 3 + n)')).toBe(true)
    expect(pure('probe(`a${1}b`)')).toBe(true)
    expect(pure('function f(x) { probe(x === null ? 1 : typeof x) }')).toBe(true)
    expect(pure('probe(Math.PI * Math.max(1, 2))')).toBe(true)
    expect(pure('const s = "text"; probe(s.slice(1).length + s.charCodeAt(0))')).toBe(true)
  })
  it('takes calls of functions of the file that are pure themselves', () => {
    expect(pure('const double = (x) => x === 1; probe(double(2))')).toBe(true)
    expect(pure('const count = () => n++; let n = 0; probe(count())')).toBe(false)
  })
  it('refuses what runs foreign code', () => {
    expect(pure('probe(f())')).toBe(false)
    expect(pure('function f(x) { probe(x.y) }')).toBe(false)
    expect(pure('function f(x) { probe(x + 1) }')).toBe(false)
    expect(pure('function f(x) { probe(`${x}`) }')).toBe(false)
    expect(pure('function f(x) { probe(String(x)) }')).toBe(false)
    expect(pure('function f(x, C) { probe(x instanceof C) }')).toBe(false)
  })
  it('refuses what may differ the next time', () => {
    expect(pure('let n = 1; n = 2; probe(n)')).toBe(false)
    expect(pure('probe(Math.random())')).toBe(false)
    expect(pure('const xs = []; probe(xs.length)')).toBe(false)
    expect(pure('probe({})')).toBe(false)
    expect(pure('probe(/x/)')).toBe(false)
    expect(pure('probe(() => 1)')).toBe(false)
  })
  it('refuses what throws and what is not declared', () => {
    expect(pure('probe(1n + 1)')).toBe(false)
    expect(pure('probe(+1n)')).toBe(false)
    expect(pure('probe(Math.max(1n))')).toBe(false)
    expect(pure('probe(unknownGlobal)')).toBe(false)
    expect(pure('function f(Math) { probe(Math.PI) }')).toBe(false)
  })
})

function pureFunction(code: string): boolean {
  const sourceCode = program(code)
  const probe = nodeOf<TSESTree.Identifier>(sourceCode, 'probe').parent as TSESTree.CallExpression
  return isPureFunction(probe.arguments[0] as FunctionNode, sourceCode)
}

describe('isPureFunction', () => {
  it('takes functions that only make and compare', () => {
    expect(pureFunction('probe((x) => [x, x === 1])')).toBe(true)
    expect(pureFunction('probe(() => { return { a: 1 } })')).toBe(true)
    expect(pureFunction('const same = (x) => x; probe((x) => same(x))')).toBe(true)
    expect(pureFunction('const limit = 1; probe((n: number) => Math.max(n, limit) + Number(n) > parseInt(`${n}`))')).toBe(true)
  })
  it('refuses functions that leave a trace, run foreign code, throw or wait', () => {
    expect(pureFunction('let n; probe((x) => { n = x })')).toBe(false)
    expect(pureFunction('const xs = []; probe((x) => xs.push(x))')).toBe(false)
    expect(pureFunction('probe((x) => x.y)')).toBe(false)
    expect(pureFunction('probe((x) => x())')).toBe(false)
    expect(pureFunction('probe(() => { throw 1 })')).toBe(false)
    expect(pureFunction('probe(() => console.log(1))')).toBe(false)
    expect(pureFunction('probe((s: string) => JSON.parse(s))')).toBe(false)
    expect(pureFunction("probe((s: string) => 'a'.repeat(s.length - 1))")).toBe(false)
    expect(pureFunction('probe(() => late); const late = 1')).toBe(false)
    expect(pureFunction('probe(() => nowhere)')).toBe(false)
    expect(pureFunction('probe((n: number) => n * 1n)')).toBe(false)
    expect(pureFunction('const re = /a/g; probe((s: string) => re.test(s))')).toBe(false)
    expect(pureFunction('probe((x) => [x].join())')).toBe(false)
    expect(pureFunction('probe((x) => ({ [x]: 1 }))')).toBe(false)
    expect(pureFunction('probe((x) => class extends x {})')).toBe(false)
    expect(pureFunction('probe(async () => 1)')).toBe(false)
    expect(pureFunction('probe(function* () { yield 1 })')).toBe(false)
  })
})
