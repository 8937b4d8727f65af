import { expect, test } from 'vitest'
import { calleeName, methodCall, numberValue, stringValue } from '../../src/analysis/calls.ts'
import { nodeOf, program } from '../support/program.ts'

function name(code: string, call = 'it()'): string | null {
  const sourceCode = program(code)
  return calleeName(nodeOf(sourceCode, call), sourceCode)
}

test('globals, also through the global object', () => {
  expect(name('setInterval(f)', 'setInterval(f)')).toBe('setInterval')
  expect(name('window.setInterval(f)', 'window.setInterval(f)')).toBe('setInterval')
  expect(name('globalThis.Array.from(x)', 'globalThis.Array.from(x)')).toBe('Array.from')
  expect(name('function f(Array) { Array.from(x) }', 'Array.from(x)')).toBe(null)
})

test('imports of every form', () => {
  expect(name("import { setInterval as it } from 'node:timers'; it()")).toBe('setInterval')
  expect(name("import * as fs from 'node:fs'; fs.readFileSync(f)", 'fs.readFileSync(f)')).toBe('fs.readFileSync')
  expect(name("import fs from 'fs'; fs.readFileSync(f)", 'fs.readFileSync(f)')).toBe('fs.readFileSync')
  expect(name("const { readFile: it } = require('fs'); it()")).toBe('fs.readFile')
  expect(name("const it = require('fs').readFile; it()")).toBe('fs.readFile')
  expect(name("const it = require('events'); new it()", 'new it()')).toBe('events')
  expect(name("import { Buffer } from 'buffer'; Buffer.concat(x)", 'Buffer.concat(x)')).toBe('Buffer.concat')
})

test('aliases of constants', () => {
  expect(name('const it = Array.from; it()')).toBe('Array.from')
  expect(name('const { from: it } = Array; it()')).toBe('Array.from')
  expect(name('let it = Array.from; it = f; it()')).toBe(null)
})

test('what the function around a script is given', () => {
  expect(name('(function (it) { it() })(Array.from)')).toBe('Array.from')
  expect(name('(function (w) { w.setInterval(f) }).call(this, window)', 'w.setInterval(f)')).toBe('setInterval')
  expect(name("(function (w) { w.setInterval(f) })(typeof window !== 'undefined' ? window : this)", 'w.setInterval(f)')).toBe('setInterval')
  expect(name('(function (it) { it() })(...given)')).toBe(null)
  expect(name('(function again(it) { it(); again(other) })(Array.from)')).toBe(null)
  expect(name('(function (it) { it = other; it() })(Array.from)')).toBe(null)
})

test('method calls, whatever the wrappers', () => {
  const method = (code: string) => methodCall(nodeOf(program(code), code))?.method ?? null
  expect(method('a.b()')).toBe('b')
  expect(method("a['b']()")).toBe('b')
  expect(method('a!.b()')).toBe('b')
  expect(method('a[b]()')).toBe(null)
  expect(methodCall(nodeOf(program('a?.b()'), 'a?.b()'))).toMatchObject({ optional: true })
})

test('values through constants', () => {
  const sourceCode = program("const s = 'abort'; const n = -1; use(s); use(n); use(m)")
  expect(stringValue(nodeOf(sourceCode, 's', 1), sourceCode)).toBe('abort')
  expect(numberValue(nodeOf(sourceCode, 'n', 1), sourceCode)).toBe(-1)
  expect(numberValue(nodeOf(sourceCode, 'm'), sourceCode)).toBe(null)
})

test('names that are defined by themselves have no end to follow', () => {
  expect(name('const it = other, other = it; it()')).toBe(null)
  expect(name('const { it } = it; it()')).toBe(null)
})
