import { expect, test } from 'vitest'
import { lifetimeOf } from '../../src/analysis/lifetime.ts'
import { nodeOf, program } from '../support/program.ts'

function lifetime(code: string, text: string, nth = 0): string {
  const sourceCode = program(code)
  return lifetimeOf(nodeOf(sourceCode, text, nth), sourceCode)
}

test('the platform, modules and what they make live as long as the program', () => {
  expect(lifetime('window.x', 'window')).toBe('program')
  expect(lifetime('f(document.body)', 'document.body')).toBe('program')
  expect(lifetime('const doc = el.ownerDocument; doc.x', 'doc', 1)).toBe('program')
  expect(lifetime("import { bus } from './bus'; bus.x", 'bus', 1)).toBe('program')
  expect(lifetime('const bus = new Bus(); function f() { bus.x }', 'bus', 1)).toBe('program')
  expect(lifetime('const mql = matchMedia(q); mql.x', 'mql', 1)).toBe('program')
})

test('what a script of old is given, and makes once', () => {
  expect(lifetime('(function (window) { window.y })(window)', 'window')).toBe('program')
  expect(lifetime('(function (window) { window = test ? window : self; window.y })(window)', 'window', 4)).toBe('program')
  expect(lifetime('(function () { const bus = new Bus(); f(bus) })()', 'bus', 1)).toBe('program')
  expect(lifetime('(function (document) { document.activeElement.x })(document)', 'document.activeElement')).toBe('unknown')
})

test('what an instance or a call makes lives as long as these', () => {
  expect(lifetime('class A { constructor() { this.x = new X() } f() { this.x } }', 'this.x', 1)).toBe('instance')
  expect(lifetime('class A { constructor() { this.x = window } f() { this.x } }', 'this.x', 1)).toBe('program')
  expect(lifetime('function f() { const x = new X(); x.y }', 'x', 1)).toBe('call')
})

test('a class gives its own field, unless classes extend one another', () => {
  const page = 'class A { constructor() { this.x = window } f() { this.x } }'
  expect(lifetime(`class B { constructor(x) { this.x = x } } ${page}`, 'this.x', 2)).toBe('program')
  expect(lifetime(`class B { constructor(x) { this.x = x } g() { this.x } } ${page}`, 'this.x', 1)).toBe('instance')
  expect(lifetime(`class B extends A { constructor(x) { super(); this.x = x } } ${page}`, 'this.x', 2)).toBe('instance')
  expect(lifetime(`${page} function reset(a) { a.x = new X() }`, 'this.x', 1)).toBe('instance')
})

test('of parameters and results nobody knows', () => {
  expect(lifetime('function f(x) { x.y }', 'x', 1)).toBe('unknown')
  expect(lifetime('const f = () => { const x = g(); x.y }', 'x', 1)).toBe('unknown')
  expect(lifetime('function f(window) { window.y }', 'window', 1)).toBe('unknown')
})
