import { describe, expect, it } from 'vitest'
import { writesDuring } from '../../src/analysis/mutation.ts'
import type { TSESTree } from '@typescript-eslint/utils'
import { nodeOf, program } from '../support/program.ts'

/** May what `for (… of [...place])`, the first loop with a spread in its head, walks be written by the loop's body? */
function written(code: string) {
  const sourceCode = program(code)
  const text = /for (?:await )?\(.* of \[\.\.\.([\w.#?]+)\]/.exec(code)?.[1] ?? ''
  const spread = nodeOf(sourceCode, `...${text}`) as TSESTree.SpreadElement
  const loop = spread.parent.parent as TSESTree.ForOfStatement
  return writesDuring(spread.argument, [loop.body], sourceCode)
}

describe('a collection made here', () => {
  it('is out of reach of code that never got it', () => {
    expect(written('const xs = new Set(); fill(); for (const x of [...xs]) notify(x)')).toBe('never')
  })
  it('is written by its own methods, by index, by length, by delete and by destructuring', () => {
    expect(written('const xs = []; for (const x of [...xs]) xs.push(x)')).toBe('maybe')
    expect(written('const xs = []; for (const x of [...xs]) xs[0] = x')).toBe('maybe')
    expect(written('const xs = []; for (const x of [...xs]) xs.length = 0')).toBe('maybe')
    expect(written('const xs = []; for (const x of [...xs]) delete xs[0]')).toBe('maybe')
    expect(written('const xs = []; for (const x of [...xs]) [xs[0]] = [x]')).toBe('maybe')
    expect(written('const xs = new Map(); for (const [k] of [...xs]) xs.delete(k)')).toBe('maybe')
    expect(written('let xs = []; for (const x of [...xs]) xs = []')).toBe('maybe')
  })
  it('is not written by reading it, wherever', () => {
    expect(written('const xs = []; for (const x of [...xs]) { log(xs.length, xs[0], xs.includes(x)); if (!xs) break }')).toBe('never')
    expect(written('const xs = new Map(); for (const [k] of [...xs]) { use(xs.get(k)); xs.forEach((v) => use(v)) }')).toBe('never')
  })
  it('may be written by whoever it was handed to', () => {
    expect(written('const xs = []; register(xs); for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('const xs = []; this.xs = xs; for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('const xs = []; for (const x of [...xs]) notify(x, xs)')).toBe('maybe')
    expect(written('const xs = []; bus.on("x", () => xs.pop()); for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('const xs = []; xs.forEach((x, i, all) => keep(all)); for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('const xs = []; tag`${xs}`; for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('const xs = []; keep(new WeakRef(xs)); for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('const xs = []; keep([first] = xs); for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('const xs = []; JSON.stringify(xs, keep); for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('export const xs = []; export function run() { for (const x of [...xs]) notify(x) }')).toBe('maybe')
  })
  it('is not written by a reader that it was handed to', () => {
    expect(written('const xs = []; console.log(other, xs, JSON.stringify(xs, null, 2), Array.from(xs), new Set(xs)); for (const x of [...xs]) notify(x)')).toBe('never')
    expect(written('const xs = []; count(xs); function count(list) { return list.length } for (const x of [...xs]) notify(x)')).toBe('never')
  })
  it('is hardly reached by others when a method that is named like one of an array made it', () => {
    expect(written('function f(ys) { const xs = ys.filter((y) => y); for (const x of [...xs]) notify(x) }')).toBe('unlikely')
    expect(written('function f(ys) { const xs = ys.filter((y) => y); keep(xs); for (const x of [...xs]) notify(x) }')).toBe('maybe')
  })
  it('is safe from those who get it later', () => {
    expect(written('function f() { const xs = []; for (const x of [...xs]) notify(x); return xs }')).toBe('never')
    expect(written('function f() { const xs = []; for (const x of [...xs]) notify(x); register(xs) }')).toBe('never')
    expect(written('function f() { const xs = []; for (;;) { for (const x of [...xs]) notify(x); register(xs) } }')).toBe('maybe')
  })
  it('is written through an alias', () => {
    expect(written('const xs = []; const ys = xs; for (const x of [...xs]) ys.push(x)')).toBe('maybe')
    expect(written('const xs = []; const ys = xs.sort(); for (const x of [...xs]) ys.push(x)')).toBe('maybe')
    expect(written('const xs = []; add(xs); function add(list) { bus.on("x", () => list.pop()) } for (const x of [...xs]) notify(x)')).toBe('maybe')
    expect(written('const xs = [], all = { xs }; for (const x of [...xs]) notify(x)')).toBe('maybe')
  })
  it('is written by a function of the file that the loop calls', () => {
    expect(written('const xs = []; const drop = () => xs.pop(); for (const x of [...xs]) drop()')).toBe('maybe')
    expect(written('const xs = []; function outer() { inner() } function inner() { xs.pop() } for (const x of [...xs]) outer()')).toBe('maybe')
    expect(written('const xs = []; const drop = () => xs.pop(); for (const x of [...xs]) [1].forEach(drop)')).toBe('maybe')
  })
  it('is written by the field of a class that the loop makes', () => {
    expect(written('const xs = []; class A { last = xs.pop() } for (const x of [...xs]) new A()')).toBe('maybe')
    expect(written('const xs = []; class A { last = xs.pop() } for (const x of [...xs]) if (x === 1) break')).toBe('never')
  })
  it('is written through what a function of the file gives back', () => {
    expect(written('const xs = []; const all = () => xs; for (const x of [...xs]) all().length = 0')).toBe('unlikely')
    expect(written('const xs = []; Array.from(xs, function () { keep(this) }, xs); for (const x of [...xs]) notify(x)')).toBe('maybe')
  })
  it('is not written by a closure that nothing in the loop can call', () => {
    expect(written('const xs = []; export const add = (x) => xs.push(x); export function sum() { let n = 0; for (const x of [...xs]) n += 1; return n }')).toBe('never')
    expect(written('const xs = []; export const add = (x) => xs.push(x); export function all() { for (const x of [...xs]) x() }')).toBe('maybe')
    expect(written('const xs = []; export const add = (x) => xs.push(x); export function all() { const out = []; for (const x of [...xs]) out.push(x.name); return out }')).toBe('unlikely')
  })
  it('may be written by others while the loop waits', () => {
    expect(written('const xs = []; export const add = (x) => xs.push(x); export async function all() { for (const x of [...xs]) await 1 }')).toBe('maybe')
    expect(written('const xs = []; export const add = (x) => xs.push(x); export function* all() { for (const x of [...xs]) yield 1 }')).toBe('maybe')
    expect(written('async function all() { const xs = []; for (const x of [...xs]) await x() ; xs.push(1) }')).toBe('never')
  })
})

describe('a collection that others hold', () => {
  it('may be written by any code that is not seen', () => {
    expect(written('function f(xs) { for (const x of [...xs]) notify(x) }')).toBe('maybe')
    expect(written('class A { f() { for (const x of [...this.xs]) x.close() } }')).toBe('maybe')
    expect(written('class A { f() { for (const x of [...this.xs]) new Visit(x) } }')).toBe('maybe')
    expect(written('async function f(xs) { for (const x of [...xs]) await null }')).toBe('maybe')
    expect(written('function f(xs) { for (const x of [...xs]) tag`${x}` }')).toBe('maybe')
    expect(written('function f(xs, g) { for (const x of [...xs]) [1].map(g) }')).toBe('maybe')
    expect(written('function f(xs) { for (const x of [...xs]) { using y = x } }')).toBe('maybe')
  })
  it('may be written by a method of its own kind on the same place', () => {
    expect(written('function f(xs: Set<number>) { for (const x of [...xs]) xs.delete(x) }')).toBe('maybe')
    expect(written('class A { xs: number[] = []; f() { for (const x of [...this.xs]) this.xs.push(x) } }')).toBe('maybe')
    expect(written('class A { f(other) { for (const x of [...this.xs]) other.xs.push(x) } }')).toBe('maybe')
    expect(written('function f(xs) { const ys = xs; for (const x of [...xs]) ys.push(x) }')).toBe('maybe')
    expect(written('function f(xs) { for (const x of [...xs]) add(xs, 1) } function add(list, x) { list.push(x) }')).toBe('maybe')
    expect(written('function f(a) { for (const x of [...a.xs]) a.xs = [] }')).toBe('maybe')
    expect(written('function f(a) { for (const x of [...a.xs]) a = null }')).toBe('maybe')
  })
  it('is hardly written by a getter, a conversion or a push to another place', () => {
    expect(written('function f(xs) { let n = 0; for (const x of [...xs]) n += x.size }')).toBe('unlikely')
    expect(written('function f(xs) { let s = ""; for (const x of [...xs]) s += `${x}` }')).toBe('unlikely')
    expect(written('function f(xs, out) { for (const x of [...xs]) out.push(x) }')).toBe('unlikely')
    expect(written('function f(xs, o) { for (const x of [...xs]) for (const k in o) break }')).toBe('unlikely')
    expect(written('function f(xs, o) { for (const x of [...xs]) [o, o].join() }')).toBe('unlikely')
    expect(written('function f(xs: number[]) { for (const x of [...xs]) xs.remove(x) }')).toBe('maybe')
  })
  it('is not written by what is seen whole', () => {
    expect(written('function f(xs) { const out = []; for (const x of [...xs]) out.push(x); return out }')).toBe('never')
    expect(written('function f(xs) { let n = 0; for (const x of [...xs]) n++; return Math.max(n, 1) }')).toBe('never')
    expect(written('function f(xs) { for (const x of [...xs]) if (x === 1 || x == null) return true }')).toBe('never')
    expect(written('function f(xs: Set<number>, ys: number[]) { for (const x of [...xs]) ys[0] = x }')).toBe('never')
    expect(written('function f(xs) { for (const x of [...xs]) g(x) } function g(x) { return x === 1 }')).toBe('never')
  })
})

describe('bytes', () => {
  it('are written through another view of the same buffer', () => {
    expect(written('function f(ab) { const v = new Uint8Array(ab); const w = new Uint8Array(ab); for (const x of [...v]) w[0] = x }')).toBe('unlikely')
    expect(written('function f() { const v = new Uint8Array(8); const w = new Uint16Array(v.buffer); for (const x of [...v]) w[0] = x }')).toBe('unlikely')
    expect(written('function f() { const v = new Uint8Array(8); const w = v.subarray(1); for (const x of [...v]) w[0] = x }')).toBe('unlikely')
    expect(written('function f(b: Buffer, c: Uint8Array) { for (const x of [...b]) c[0] = x }')).toBe('unlikely')
    expect(written('function f() { const v = new Uint8Array(8); for (const x of [...v]) Atomics.store(v, 0, 1) }')).toBe('maybe')
  })
  it('are not written by another array of their own', () => {
    expect(written('function f() { const v = new Uint8Array(8); const w = new Uint8Array(8); for (const x of [...v]) w[0] = x }')).toBe('never')
  })
})

it('knows that a string is never written', () => {
  expect(written('function f(xs: string) { for (const x of [...xs]) notify(x) }')).toBe('never')
})
