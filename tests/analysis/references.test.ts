import { describe, expect, it } from 'vitest'
import { referencesIn, variablesNamedIn } from '../../src/analysis/references.ts'
import { nodeOf, program } from '../support/program.ts'

describe('references', () => {
  it('are those in the code, in its order, with globals', () => {
    const sourceCode = program('const a = 1; f(() => b + a); const b = a; use(a)')
    const given = referencesIn(nodeOf(sourceCode, 'f(() => b + a)'), sourceCode)
    expect(given.map(({ identifier }) => identifier.name)).toEqual(['f', 'b', 'a'])
  })
  it('name variables, types too, and no undeclared globals', () => {
    const sourceCode = program('type A = 1; const b = 2; use(b as A, c)')
    expect(variablesNamedIn(nodeOf(sourceCode, 'use(b as A, c)'), sourceCode).map(({ name }) => name)).toEqual(['b', 'A'])
  })
})
