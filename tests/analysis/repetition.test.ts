import { expect, test } from 'vitest'
import { repetitionOf } from '../../src/analysis/repetition.ts'
import { nodeOf, program } from '../support/program.ts'

function repeated(code: string): string | null {
  const sourceCode = program(code)
  const found = repetitionOf(nodeOf(sourceCode, 'here'), sourceCode)
  if (!found) return null
  return found.by === 'loop' ? found.node.type : found.method
}

test('loop bodies and the repeated parts of headers', () => {
  expect(repeated('for (;;) { if (a) here }')).toBe('ForStatement')
  expect(repeated('for (let i = here; i < 3; i++) {}')).toBe(null)
  expect(repeated('for (let i = 0; i < here; i++) {}')).toBe('ForStatement')
  expect(repeated('for (const x of here) {}')).toBe(null)
  expect(repeated('async () => { for await (const x of y) here }')).toBe('ForOfStatement')
  expect(repeated('do {} while (here)')).toBe('DoWhileStatement')
})

test('callbacks that run per element, inline or named', () => {
  expect(repeated('xs.forEach(x => { here })')).toBe('forEach')
  expect(repeated('Array.from(xs, x => here)')).toBe('from')
  expect(repeated('function step(a, x) { return here } xs.reduce(step, [])')).toBe('reduce')
  expect(repeated('const step = (a, x) => here; xs.reduce(step, [])')).toBe('reduce')
})

test('other functions are not crossed', () => {
  expect(repeated('for (;;) { later(() => here) }')).toBe(null)
  expect(repeated('function step() { here } xs.map(step); step()')).toBe(null)
  expect(repeated('xs.reduce(f, () => here)')).toBe(null)
  expect(repeated('for (;;) { class A { field = here } }')).toBe(null)
})
