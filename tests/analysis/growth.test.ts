import { describe, expect, it } from 'vitest'
import { growingCollections, runsWhileLoading } from '../../src/analysis/growth.ts'
import { nodeOf, program } from '../support/program.ts'

function growing(code: string) {
  return growingCollections(program(code)).map(({ name, kind, holder, growth }) => ({ name, kind, holder, lookedUp: growth.map(({ lookedUp }) => lookedUp) }))
}

describe('growing collections', () => {
  it('are held by modules, by classes, by single instances and by functions called in place', () => {
    expect(growing('const a = new Map(); export const f = (x) => { a.set(x, 1) }')).toEqual([{ name: 'a', kind: 'map', holder: 'module', lookedUp: [false] }])
    expect(growing('export class C { static #a = []; f(x) { C.#a.push(x) } }')).toEqual([{ name: '#a', kind: 'array', holder: 'class', lookedUp: [false] }])
    expect(growing('class C { a = {}; f(x) { this.a[x] ??= 1 } } const c = new C(); c.f(1)')).toEqual([{ name: 'a', kind: 'object', holder: 'instance', lookedUp: [true] }])
    expect(growing('export const f = (() => { const a = new Set(); return (x) => a.has(x) || a.add(x) })()')).toEqual([])
    expect(growing('export const f = (() => { const a = new Set(); return (x) => { if (!a.has(x)) a.add(x) } })()')).toEqual([{ name: 'a', kind: 'set', holder: 'closure', lookedUp: [true] }])
  })
  it('are none when something takes from them, bounds them or gets them', () => {
    expect(growing('const a = new Map(); export const f = (x) => { a.set(x, 1); a.delete(1) }')).toEqual([])
    expect(growing('const a = []; export const f = (x) => { a.push(x); if (a.length > 9) a.shift() }')).toEqual([])
    expect(growing('const a = []; export const f = (x) => { a.push(x); a.length = 0 }')).toEqual([])
    expect(growing('const a = []; export const f = (x) => { a.push(x); g(a) }')).toEqual([])
    expect(growing('const a = {}; export const f = (x) => { a[x] = 1; a[x] = undefined }')).toEqual([])
    expect(growing('const a = {}; export const f = (x) => { a[x] = 1; [a[x]] = [2] }')).toEqual([])
    expect(growing('const a = new Map(); export const f = (x) => { a.set(x, 1); a.custom() }')).toEqual([])
    expect(growing('const a = new Map(); export const f = (x) => a.set(x, 1)')).toEqual([])
  })
  it('may be read, walked and shown', () => {
    expect(growing('const a = []; export const f = (x) => { a.push(x); for (const y of a) y; console.log(a, a.length, [...a], a.map(g)) }')).toHaveLength(1)
    expect(growing('const a = {}; export const f = (x) => { a[x] = 1; return Object.keys(a).length + (x in a) }')).toHaveLength(1)
  })
  it('keep apart fields of one name', () => {
    expect(growing('class C { static a = {}; f(other, x) { other.a[x] = 1 } }')).toEqual([])
    expect(growing('class C { static a = {}; f(x) { C.a[x] = 1 } g(other) { delete other.a.x } }')).toEqual([])
  })
  it('grow after load', () => {
    expect(growing('const a = []; function add(x) { a.push(x) } add(1); [2].forEach((x) => add(x))')).toEqual([])
    expect(growing('const a = []; function add(x) { a.push(x) } add(1); export const f = () => add(2)')).toHaveLength(1)
  })
})

describe('code that runs while loading', () => {
  const runs = (code: string) => {
    const sourceCode = program(code)
    return runsWhileLoading(nodeOf(sourceCode, 'here'), sourceCode)
  }
  it('is at module level, and in functions that only such code calls', () => {
    expect(runs('var here')).toBe(true)
    expect(runs('function f() { var here } f(); f()')).toBe(true)
    expect(runs('[1].map(() => { var here })')).toBe(true)
    expect(runs('function f(n) { var here; if (n) f(n - 1) } f(3)')).toBe(true)
  })
  it('is not what others may call later', () => {
    expect(runs('export function f() { var here }')).toBe(false)
    expect(runs('setTimeout(() => { var here })')).toBe(false)
    expect(runs('function f() { var here } f(); on("x", f)')).toBe(false)
  })
})
