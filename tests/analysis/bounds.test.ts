import { expect, test } from 'vitest'
import { maximumSize } from '../../src/analysis/bounds.ts'
import { nodeOf, program } from '../support/program.ts'

function size(code: string, expression = 'it'): number {
  const sourceCode = program(`${code}\nuse(${expression})`)
  const call = nodeOf(sourceCode, `use(${expression})`) as never as { arguments: never[] }
  return maximumSize(call.arguments[0]!, sourceCode)
}

test('literals and what is made of them', () => {
  expect(size('const it = [1, 2, 3]')).toBe(3)
  expect(size('const a = [1, 2]; const it = [...a, 3].map(f)')).toBe(3)
  expect(size('', 'Object.keys({ a: 1, b: 2 })')).toBe(2)
  expect(size('', 'Array.from({ length: 4 }, f)')).toBe(4)
  expect(size('', 'new Set([1, 2])')).toBe(2)
  expect(size('', '(c ? [1] : [1, 2])')).toBe(2)
})

test('inputs have no bound', () => {
  expect(size('function f(xs) { it = xs } let it')).toBe(Infinity)
  expect(size('', 'load()')).toBe(Infinity)
  expect(size('', 'Object.keys(o)')).toBe(Infinity)
  expect(size('', 'this.items')).toBe(Infinity)
})

test('a constant that the file grows, or that starts empty, has no bound', () => {
  expect(size('const it = [1]; it.push(x)')).toBe(Infinity)
  expect(size('const it = [1]; it[k] = x')).toBe(Infinity)
  expect(size('const it = []; fill(it)')).toBe(Infinity)
  expect(size('let it = [1]; it = other')).toBe(Infinity)
})

test('slices with a constant length, and chunks', () => {
  expect(size('', 'xs.slice(0, 8)')).toBe(8)
  expect(size('', 'xs.slice(-3)')).toBe(3)
  expect(size('', 'xs.slice(2)')).toBe(Infinity)
  expect(size('', 'xs.slice(1, -1)')).toBe(Infinity)
  expect(size('const SIZE = 4096', 'xs.subarray(i, i + SIZE)')).toBe(4096)
  expect(size('', 'xs.subarray(i, Math.min(i + 512, xs.length))')).toBeLessThan(Infinity)
})

test('arguments were on the stack already', () => {
  const sourceCode = program('function f(...xs) { g(xs) } function h() { g(arguments) } function k({ ...o }) { g(o) }')
  expect(maximumSize(nodeOf(sourceCode, 'xs', 1), sourceCode)).toBe(65_536)
  expect(maximumSize(nodeOf(sourceCode, 'arguments'), sourceCode)).toBe(65_536)
  expect(maximumSize(nodeOf(sourceCode, 'o', 1), sourceCode)).toBe(Infinity)
})

test('tuples and the groups of a match', () => {
  expect(size('declare const it: [number, string]')).toBe(2)
  expect(size('declare const it: [number, ...string[]]')).toBe(Infinity)
  expect(size('', 's.match(/(a)(b)/).slice(1)')).toBeLessThan(Infinity)
  expect(size('', 's.match(/a/g)')).toBe(Infinity)
})
