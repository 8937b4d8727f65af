import { expect, test } from 'vitest'
import {
  functionOf, initializerOf, isConstant, isExported, isGlobal, propertyName, resolve, samePlace, unwrap, variableOf,
} from '../../src/analysis/bindings.ts'
import { nodeOf, program } from '../support/program.ts'

function variable(code: string, name = 'it') {
  const sourceCode = program(code)
  const found = variableOf(nodeOf(sourceCode, name), sourceCode)
  if (!found) throw new Error(`${name} is not a variable`)
  return found
}

test('wrappers of TypeScript and optional chains are seen through', () => {
  const sourceCode = program('use((x as unknown as string[])!.length satisfies number)')
  const call = nodeOf(sourceCode, 'use((x as unknown as string[])!.length satisfies number)') as never as { arguments: never[] }
  expect(unwrap(call.arguments[0] as never)).toMatchObject({ type: 'MemberExpression' })
})

test('globals are the platform own, unless shadowed', () => {
  const global = (code: string) => {
    const sourceCode = program(code)
    return isGlobal(nodeOf(sourceCode, 'setInterval', code.includes('import') ? 1 : code.includes('function') ? 1 : 0), 'setInterval', sourceCode)
  }
  expect(global('setInterval(f)')).toBe(true)
  expect(global("import { setInterval } from './x'; setInterval(f)")).toBe(false)
  expect(global('function g(setInterval) { setInterval(f) }')).toBe(false)
})

test('constants are written once, where they are declared', () => {
  expect(isConstant(variable('let it = 1'))).toBe(true)
  expect(isConstant(variable('let it = 1; it = 2'))).toBe(false)
  expect(isConstant(variable('for (const it of xs) {}'))).toBe(true)
  expect(isConstant(variable('function f(it) { it = 1 }'))).toBe(false)
  expect(isConstant(variable('let it; it = 1'))).toBe(false)
})

test('initialisers and functions are found through constants', () => {
  expect(initializerOf(variable('const it = 1'))).toMatchObject({ value: 1 })
  expect(initializerOf(variable('const { x: it } = o'))).toBe(null)
  const sourceCode = program('const a = () => 1; const b = a; use(b); function c() {} use(c)')
  expect(functionOf(nodeOf(sourceCode, 'b', 1), sourceCode)).toMatchObject({ type: 'ArrowFunctionExpression' })
  expect(functionOf(nodeOf(sourceCode, 'c', 1), sourceCode)).toMatchObject({ type: 'FunctionDeclaration' })
  expect(resolve(nodeOf(sourceCode, 'b', 1), sourceCode)).toMatchObject({ type: 'ArrowFunctionExpression' })
})

test('places are compared by binding, not by name', () => {
  const same = (left: string, right: string) => {
    const sourceCode = program(`a.b.c; a['b'].c; a.b[i]; a.b[j]; this.x; (() => this.x); this.#y; { let a; a.b.c }`.replace('this.#y; ', ''))
    return samePlace(nodeOf(sourceCode, left), nodeOf(sourceCode, right), sourceCode)
  }
  expect(same('a.b.c', "a['b'].c")).toBe(true)
  expect(same('a.b[i]', 'a.b[j]')).toBe(false)
  expect(same('this.x', 'this.x')).toBe(true)
})

test('a shadowing variable is another place', () => {
  const sourceCode = program('let a; a.b; { let a; a.b }')
  expect(samePlace(nodeOf(sourceCode, 'a.b', 0), nodeOf(sourceCode, 'a.b', 1), sourceCode)).toBe(false)
})

test('property names that are written out', () => {
  const name = (code: string) => propertyName(nodeOf(program(code), code))
  expect(name('a.b')).toBe('b')
  expect(name("a['b']")).toBe('b')
  expect(name('a[b]')).toBe(null)
  expect(name('a[`b`]')).toBe('b')
})

test('what the file hands out', () => {
  expect(isExported(variable('export const it = 1'))).toBe(true)
  expect(isExported(variable('const it = 1; export { it as x }'))).toBe(true)
  expect(isExported(variable('const it = 1; export default it'))).toBe(true)
  expect(isExported(variable('const it = 1; use(it)'))).toBe(false)
})
