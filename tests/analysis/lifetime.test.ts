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

test('what an instance or a call makes lives as long as these', () => {
  expect(lifetime('class A { constructor() { this.x = new X() } f() { this.x } }', 'this.x', 1)).toBe('instance')
  expect(lifetime('class A { constructor() { this.x = window } f() { this.x } }', 'this.x', 1)).toBe('program')
  expect(lifetime('function f() { const x = new X(); x.y }', 'x', 1)).toBe('call')
})

test('of parameters and results nobody knows', () => {
  expect(lifetime('function f(x) { x.y }', 'x', 1)).toBe('unknown')
  expect(lifetime('const f = () => { const x = g(); x.y }', 'x', 1)).toBe('unknown')
  expect(lifetime('function f(window) { window.y }', 'window', 1)).toBe('unknown')
})
