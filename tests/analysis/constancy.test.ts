import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { constancyOf, isInvariantIn } from '../../src/analysis/constancy.ts'
import type { SourceCode } from '../../src/analysis/fact.ts'
import { nodeOf, program } from '../support/program.ts'

/** What the `use(…)` in the code is given. */
function given(sourceCode: SourceCode) {
  const call = nodeOf(sourceCode, 'use').parent as TSESTree.CallExpression
  return call.arguments[0] as TSESTree.Node
}

function constancy(code: string) {
  const sourceCode = program(code)
  return constancyOf(given(sourceCode), sourceCode)
}

describe('constancy', () => {
  it('is literal for what is written out', () => {
    expect(constancy("use(['a', -1, null, undefined, `b`, { c: [60 * 60, 'd' as const] }])")).toBe('literal')
  })
  it('is of the module for constants, enums and imported constants', () => {
    expect(constancy("const a = 'en'; function f() { use([a]) }")).toBe('module')
    expect(constancy('enum A { B } function f() { use([A.B]) }')).toBe('module')
    expect(constancy("import { Kind, LIMIT } from 'a'; function f() { use([Kind.A, LIMIT]) }")).toBe('module')
  })
  it('is none for what may differ', () => {
    expect(constancy("let a = 'en'; a = 'de'; function f() { use([a]) }")).toBe('no')
    expect(constancy('function f(a) { use([a]) }')).toBe('no')
    expect(constancy("import { locale } from 'a'; function f() { use([locale]) }")).toBe('no')
    expect(constancy('const a = { b: 1 }; function f() { use([a.b]) }')).toBe('no')
    expect(constancy('use([, 1])')).toBe('no')
    expect(constancy('use({ get a() { return 1 } })')).toBe('no')
    expect(constancy('use({ __proto__: null })')).toBe('no')
    expect(constancy('use([/a/g])')).toBe('no')
    expect(constancy('use([1n + 1])')).toBe('no')
  })
})

describe('invariance', () => {
  const invariant = (code: string) => {
    const sourceCode = program(code)
    const place = sourceCode.ast.body.at(-1)!
    return isInvariantIn(given(sourceCode), place, sourceCode)
  }
  it('holds for variables of outside that the place does not assign', () => {
    expect(invariant('let a; a = 1; while (x()) use(a)')).toBe(true)
    expect(invariant('let a; while (x()) { use(a); a = 1 }')).toBe(false)
    expect(invariant('for (const a of b) use(a)')).toBe(false)
    expect(invariant('for (const a of b) use(arguments)')).toBe(true)
  })
})
