import { expect, test } from 'vitest'
import { kindOf, likelyKind } from '../../src/analysis/kinds.ts'
import { nodeOf, program } from '../support/program.ts'

function kind(code: string, expression = 'it'): string {
  const sourceCode = program(`${code}\nuse(${expression})`)
  return kindOf(argument(sourceCode, expression), sourceCode)
}

function likely(expression: string): string {
  const sourceCode = program(`use(${expression})`)
  return likelyKind(argument(sourceCode, expression), sourceCode)
}

function argument(sourceCode: ReturnType<typeof program>, expression: string) {
  const call = nodeOf(sourceCode, `use(${expression})`)
  return (call as { arguments: unknown[] }).arguments[0] as never
}

test('literals and constructors prove their kind', () => {
  expect(kind('const it = []')).toBe('array')
  expect(kind('const it = `a${1}`')).toBe('string')
  expect(kind('const it = new Map()')).toBe('map')
  expect(kind('const it = new Set<string>()')).toBe('set')
  expect(kind('const it = new Uint8Array(4)')).toBe('typedarray')
  expect(kind('const it = /x/')).toBe('regexp')
  expect(kind('const it = 1n')).toBe('bigint')
})

test('a shadowed or imported constructor proves nothing', () => {
  expect(kind('class Map {}; const it = new Map()')).toBe('unknown')
  expect(kind("import { Map } from 'immutable'; const it = new Map()")).toBe('unknown')
  expect(kind('function f(Array) { it = Array.from(x) } let it')).toBe('unknown')
})

test('the parts of a URL are texts', () => {
  expect(kind('const url = new URL(x); const it = url.host')).toBe('string')
  expect(kind('const it = new URL(x).pathname')).toBe('string')
  expect(kind('let url = new URL(x); url = other; const it = url.host')).toBe('unknown')
  expect(kind('class URL {}; const it = new URL(x).host')).toBe('unknown')
})

test('methods follow from the kind of their receiver', () => {
  expect(kind('const it = [1].map(f).filter(g)')).toBe('array')
  expect(kind("const it = 'a,b'.split(',')")).toBe('array')
  expect(kind("const it = ['a'].join()")).toBe('string')
  expect(kind('const it = new Map().values()')).toBe('iterator')
  expect(kind('const it = Buffer.alloc(8).subarray(2)')).toBe('buffer')
  expect(kind('const it = unknownThing.map(f)')).toBe('unknown')
  expect(kind('const it = Array.prototype.slice.call(x)')).toBe('array')
  expect(kind('const it = [1].constructor()')).toBe('unknown')
})

test('an optional chain may be undefined, so it proves nothing', () => {
  expect(kind('const a = [1]; const it = a?.map(f)')).toBe('unknown')
})

test('a variable has the kind that every write gives it', () => {
  expect(kind('let it = []; it = it.concat(x)')).toBe('array')
  expect(kind('let it = []; it = other()')).toBe('unknown')
  expect(kind("let it = ''; it += x")).toBe('string')
  expect(kind("let it = ''; it = x + it + y")).toBe('string')
  expect(kind('let it = 0; it += 1; it++')).toBe('number')
  expect(kind('let it = 0; it += x')).toBe('unknown')
  expect(kind('let it; it = []; it = [1]')).toBe('array')
  expect(kind('let it; if (x) it = []')).toBe('unknown')
  expect(kind('if (x) { var it = [] }')).toBe('unknown')
  expect(kind('for (const x of y) { use(it); var it = [] }')).toBe('unknown')
  expect(kind('var it = []; function f() { it = [1] }')).toBe('array')
  expect(kind('let a = b; var b = a; const it = a')).toBe('unknown')
})

test('annotations count, unless the file declares the name itself', () => {
  expect(kind('function f(it?: string) { use(it) }')).toBe('unknown')
  expect(kind('declare const it: readonly string[]')).toBe('array')
  expect(kind('declare const it: Map<string, number>')).toBe('map')
  expect(kind('interface Map {} declare const it: Map')).toBe('unknown')
  expect(kind('const it = load() as string[]')).toBe('array')
  expect(kind('const it = (load() satisfies unknown) as Buffer')).toBe('buffer')
  expect(kind('const it = [1, 2] as const')).toBe('array')
})

test('rest elements are arrays, rest properties are not', () => {
  const sourceCode = program('function f(...xs) { g(xs) } function h({ a, ...o }) { g(o) } const [p, ...q] = z; g(q)')
  expect(kindOf(nodeOf(sourceCode, 'xs', 1), sourceCode)).toBe('array')
  expect(kindOf(nodeOf(sourceCode, 'o', 1), sourceCode)).toBe('unknown')
  expect(kindOf(nodeOf(sourceCode, 'q', 1), sourceCode)).toBe('array')
})

test('operators', () => {
  expect(kind('', "'a' + b")).toBe('string')
  expect(kind('', 'a + b')).toBe('unknown')
  expect(kind('', '+a')).toBe('number')
  expect(kind('', '-a')).toBe('unknown')
  expect(kind('', 'a === b')).toBe('boolean')
  expect(kind('', 'c ? [] : [1]')).toBe('array')
  expect(kind('const a = [1]', 'a.length')).toBe('number')
})

test('conventions are likely, never proven', () => {
  expect(likely('xs.map(x => x.id)')).toBe('array')
  expect(likely("text.split('\\n')")).toBe('array')
  expect(likely('xs.filter(Boolean)')).toBe('unknown')
  expect(likely('new Map().values().map(x => x)')).toBe('iterator')
  expect(likely('xs.slice(1)')).toBe('unknown')
})

/** What the last mention of `x` is. */
function last(code: string): string {
  const sourceCode = program(code)
  return kindOf(nodeOf(sourceCode, 'x', code.split(/\bx\b/).length - 2), sourceCode)
}

test('what a check has let through', () => {
  expect(last('function f(x) { if (Array.isArray(x)) use(x) }')).toBe('array')
  expect(last('function f(x, y) { if (!Buffer.isBuffer(x)) throw y; use(x) }')).toBe('buffer')
  expect(last('function f(x) { if (!(x instanceof Map) || !x.size) return; use(x) }')).toBe('map')
  expect(last('function f(x) { for (;;) { if (!Array.isArray(x)) { log(); continue } use(x) } }')).toBe('array')
  expect(last("const x = g(); use(typeof x === 'string' && x)")).toBe('string')
  expect(last("function f(x) { return typeof x !== 'string' ? null : x }")).toBe('string')
  expect(last('function f(x) { return Array.isArray(x) && ok && x }')).toBe('array')
  expect(last('function f(x) { return ok && Array.isArray(x) && x }')).toBe('array')
  expect(last('function f(x) { return !Array.isArray(x) || x }')).toBe('array')
  expect(last('function f(x) { if (Array.isArray(x)) return; else log(); use(x) }')).toBe('unknown')
  expect(last('function f(x) { if (Array.isArray(x)) log(); else return; use(x) }')).toBe('array')
  expect(last('function f(x) { if (Array.isArray(x)) return () => x }')).toBe('array')
})

test('what a check does not prove', () => {
  expect(last('function f(x) { if (!Array.isArray(x)) log(); use(x) }')).toBe('unknown')
  expect(last('function f(x) { if (Array.isArray(x) || ok) use(x) }')).toBe('unknown')
  expect(last('function f(x) { if (!Array.isArray(x) && ok) return; use(x) }')).toBe('unknown')
  expect(last('function f(x) { if (Array.isArray(x)) { x = g(); use(x) } }')).toBe('unknown')
  expect(last('function f(x) { g(); if (!Array.isArray(x)) return; function g() { use(x) } }')).toBe('unknown')
  expect(last('const Map = g(); function f(x) { if (x instanceof Map) use(x) }')).toBe('unknown')
  expect(last('function f(x) { if (Array.isArray(y, x)) use(x) }')).toBe('unknown')
  expect(last("function f(x) { if (typeof x === 'object') use(x) }")).toBe('unknown')
  expect(last('function f(x) { { if (!Array.isArray(x)) return } use(x) }')).toBe('unknown')
})

test('what a file is read as', () => {
  const fs = "import fs from 'node:fs'; import crypto from 'node:crypto'; import { readFile } from 'node:fs/promises';"
  expect(kind(`${fs} const it = fs.readFileSync(p)`)).toBe('buffer')
  expect(kind(`${fs} const it = fs.readFileSync(p, 'utf8')`)).toBe('string')
  expect(kind(`${fs} const it = fs.readFileSync(p, { encoding: 'utf8' })`)).toBe('string')
  expect(kind(`${fs} const it = fs.readFileSync(p, { encoding: 'utf8', ...options })`)).toBe('unknown')
  expect(kind(`${fs} const it = fs.readFileSync(p, options)`)).toBe('unknown')
  expect(kind(`${fs} const it = await readFile(p)`)).toBe('buffer')
  expect(kind(`${fs} const it = readFile(p)`)).toBe('unknown')
  expect(kind(`${fs} const it = crypto.randomBytes(8)`)).toBe('buffer')
  expect(kind(`${fs} const it = crypto.randomBytes(8, done)`)).toBe('unknown')
  expect(kind(`${fs} const it = fs.readdirSync(p)`)).toBe('array')
})
