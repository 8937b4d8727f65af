import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { isFresh, isLikelyFresh } from '../../src/analysis/freshness.ts'
import { nodeOf, program } from '../support/program.ts'

/** Is the argument of `copy(…)`, which stands on a line of its own, fresh? */
function ask(code: string, question: typeof isFresh = isFresh): boolean {
  const sourceCode = program(code)
  const text = /^copy\(.*\)$/m.exec(code)?.[0] ?? ''
  const call = nodeOf<TSESTree.CallExpression>(sourceCode, text)
  return question(call.arguments[0] as TSESTree.Node, sourceCode)
}

describe('isFresh', () => {
  it('knows literals, constructors and calls that always make something', () => {
    expect(ask('copy([1])')).toBe(true)
    expect(ask('copy({ a })')).toBe(true)
    expect(ask('copy(new Map(m))')).toBe(true)
    expect(ask('copy(Object.keys(o))')).toBe(true)
    expect(ask('copy(JSON.parse(text))')).toBe(true)
    expect(ask('copy(await Promise.all(xs))')).toBe(true)
  })
  it('does not take a value that somebody else holds for fresh', () => {
    expect(ask('copy(xs)')).toBe(false)
    expect(ask('copy(o.list)')).toBe(false)
    expect(ask('copy(make())')).toBe(false)
    expect(ask('copy(new Store())')).toBe(false)
    expect(ask('copy(cached ?? [])')).toBe(false)
    expect(ask('copy("text")')).toBe(false)
    expect(ask('copy(new Object(given))')).toBe(false)
  })
  it('does not take a shadowed global for the platform\'s', () => {
    expect(ask('import { Object } from "./o.js"\ncopy(Object.keys(o))')).toBe(false)
  })
  it('knows the methods that make something, by the receiver\'s kind', () => {
    expect(ask('const xs = []\ncopy(xs.map(f))')).toBe(true)
    expect(ask('function f(xs: string[]) {\ncopy(xs.filter(g))\n}')).toBe(true)
    expect(ask('function f(xs) {\ncopy(xs.filter(g))\n}')).toBe(false)
    expect(ask('const s = "a,b"\ncopy(s.split(","))')).toBe(true)
    expect(ask('const xs = []\ncopy(xs.map(f).sort())')).toBe(true)
    expect(ask('function f(xs: string[]) {\ncopy(xs.sort())\n}')).toBe(false)
    expect(ask('copy(xs.map((x) => x))')).toBe(false)
    expect(ask('copy(xs.map((x) => x))', isLikelyFresh)).toBe(true)
    expect(ask('const m = new Map()\ncopy(m.values())')).toBe(false)
    expect(ask('const xs = []\ncopy(xs?.map(f))')).toBe(false)
  })
  it('tells memory of its own from a view', () => {
    expect(ask('copy(new Uint8Array(16))')).toBe(true)
    expect(ask('copy(new Uint8Array(buffer))')).toBe(false)
    expect(ask('copy(Buffer.from("a"))')).toBe(true)
    expect(ask('copy(Buffer.from(buffer))')).toBe(false)
    expect(ask('copy(Buffer.concat(chunks))')).toBe(true)
  })
  it('sees through wrappers, conditions and assignments it may not', () => {
    expect(ask('copy([1] as const)')).toBe(true)
    expect(ask('copy([1]!)')).toBe(true)
    expect(ask('copy(a ? [1] : [2])')).toBe(true)
    expect(ask('copy(a ? [1] : b)')).toBe(false)
    expect(ask('let held\ncopy(held = [])')).toBe(false)
  })
  it('follows functions of the file', () => {
    expect(ask('function make() { if (a) return []; return [1] }\ncopy(make())')).toBe(true)
    expect(ask('function make() { if (a) return all; return [1] }\ncopy(make())')).toBe(false)
    expect(ask('const make = () => ({})\ncopy(make())')).toBe(true)
    expect(ask('async function make() { return [] }\ncopy(await make())')).toBe(true)
    expect(ask('async function make() { return [] }\ncopy(make())')).toBe(false)
    expect(ask('function make() { const xs = []; xs.push(1); return xs }\ncopy(make())')).toBe(true)
    expect(ask('function make() { const xs = []; held.xs = xs; return xs }\ncopy(make())')).toBe(false)
  })
  it('knows the last mention of what a variable alone holds', () => {
    expect(ask('function f() { const xs = []; xs.push(1)\ncopy(xs)\n}')).toBe(true)
    expect(ask('function f() { const xs = []; xs.forEach((x) => { xs[x] = 1 })\ncopy(xs)\n}')).toBe(true)
    expect(ask('function f(...xs) {\ncopy(xs)\n}')).toBe(true)
  })
  it('does not take a variable for fresh that is mentioned later, elsewhere or handed on', () => {
    expect(ask('function f() { const xs = []\ncopy(xs)\nxs.push(1) }')).toBe(false)
    expect(ask('function f() { const xs = []; while (a) {\ncopy(xs)\n} }')).toBe(false)
    expect(ask('function f() { const xs = []; keep(xs)\ncopy(xs)\n}')).toBe(false)
    expect(ask('function f() { const xs = []; on("x", () => xs.pop())\ncopy(xs)\n}')).toBe(false)
    expect(ask('const xs = []; function f() {\ncopy(xs)\n}')).toBe(false)
    expect(ask('export const xs = []\ncopy(xs)')).toBe(false)
    expect(ask('function f() { let xs = given; xs = []\ncopy(xs)\n}')).toBe(false)
    expect(ask('function f([...xs]) {\ncopy(xs)\n}')).toBe(false)
  })
})
