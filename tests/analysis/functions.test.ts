import { expect, test } from 'vitest'
import { callsOf, enclosingClass, enclosingFunction, runsAtLoad, runsOnce } from '../../src/analysis/functions.ts'
import { nodeOf, program } from '../support/program.ts'

function atLoad(code: string): boolean {
  const sourceCode = program(code)
  return runsAtLoad(nodeOf(sourceCode, 'here'), sourceCode)
}

function calls(code: string): number | null {
  const sourceCode = program(code)
  const fn = enclosingFunction(nodeOf(sourceCode, 'here'))
  return fn && (callsOf(fn, sourceCode)?.length ?? null)
}

test('module level, IIFEs and a main called once run at load', () => {
  expect(atLoad('here')).toBe(true)
  expect(atLoad('if (a) { here }')).toBe(true)
  expect(atLoad('(() => { here })()')).toBe(true)
  expect(atLoad('function main() { here } main()')).toBe(true)
  expect(atLoad('async function main() { setup() } function setup() { here } main()')).toBe(true)
  expect(atLoad('class A { static x = here; static { 1 } }')).toBe(true)
})

test('loops, functions called twice, exported, passed on or recursive do not', () => {
  expect(atLoad('for (;;) { here }')).toBe(false)
  expect(atLoad('function f() { here } f(); f()')).toBe(false)
  expect(atLoad('export function f() { here } f()')).toBe(false)
  expect(atLoad('function f() { here } app.use(f)')).toBe(false)
  expect(atLoad('function f() { here; f() } f()')).toBe(false)
  expect(atLoad('function f() { here } for (;;) f()')).toBe(false)
  expect(atLoad('class A { x = here }')).toBe(false)
  expect(atLoad('class A { m() { here } }')).toBe(false)
})

test('the calls of a function are known only while it does nothing but be called', () => {
  expect(calls('const f = () => { here }; f(); f()')).toBe(2)
  expect(calls('function f() { here }')).toBe(0)
  expect(calls('function f() { here } g(f)')).toBe(null)
  expect(calls('let f = () => { here }; f = g; f()')).toBe(null)
  expect(calls('function f() { here } export { f }')).toBe(null)
})

test('a generator runs when it is walked, not when it is called', () => {
  const sourceCode = program('function* f() { here } f()')
  expect(runsOnce(enclosingFunction(nodeOf(sourceCode, 'here'))!, sourceCode)).toBe(false)
})

test('the class whose this the code shares', () => {
  const inside = (code: string) => enclosingClass(nodeOf(program(code), 'here'))?.type ?? null
  expect(inside('class A { m() { xs.forEach(() => { here }) } }')).toBe('ClassDeclaration')
  expect(inside('class A { m = () => { here } }')).toBe('ClassDeclaration')
  expect(inside('class A { m() { return function () { here } } }')).toBe(null)
})
