import { expect, it } from 'vitest'
import { hasHiddenCode } from '../../src/analysis/hidden-code.ts'
import { program } from '../support/program.ts'

it('knows a direct eval and with', () => {
  expect(hasHiddenCode(program('function f(x) { return eval("x = 1") }'))).toBe(true)
  expect(hasHiddenCode(program('function f(o) { with (o) { return x } }', { sourceType: 'script' }))).toBe(true)
})

it('knows what has no access to variables', () => {
  expect(hasHiddenCode(program('const e = eval; e("x"); globalThis.eval("x"); new Function("x")'))).toBe(false)
  expect(hasHiddenCode(program('import { eval as run } from "x"; run("x")'))).toBe(false)
  expect(hasHiddenCode(program('function f(eval) { return eval("x") }', { sourceType: 'script' }))).toBe(false)
})
