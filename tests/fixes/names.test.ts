import { expect, test } from 'vitest'
import { declaresAlone, reservedName } from '../../src/fixes/names.ts'
import { nodeOf, program } from '../support/program.ts'

const at = (text: string) => ({ range: [0, 0] as [number, number], text })

test('repairs of one pass that declare beside each other are given different names', () => {
  const sourceCode = program('first(kinds); second(kinds)')
  const [first, second] = [nodeOf(sourceCode, 'first(kinds)'), nodeOf(sourceCode, 'second(kinds)')]
  expect(reservedName('kinds', first, sourceCode)).toBe('kinds2')
  expect(reservedName('kinds', second, sourceCode)).toBe('kinds3')
  expect(reservedName('kinds', first, sourceCode)).toBe('kinds2')
})

test('of repairs that declare the same new name, the second waits', () => {
  const sourceCode = program('const rows = read()')
  expect(declaresAlone([at('const decoder = new TextDecoder()\n')], sourceCode)).toBe(true)
  expect(declaresAlone([at('const decoder = new TextDecoder()\n')], sourceCode)).toBe(false)
  expect(declaresAlone([at("import { once } from 'node:events'\n")], sourceCode)).toBe(true)
  expect(declaresAlone([at("x"), at("import { once } from 'node:events'\n")], sourceCode)).toBe(false)
})

test('names that are there already and those of loops collide with nothing', () => {
  const sourceCode = program('const rows = read()')
  for (let time = 0; time < 2; time++) {
    expect(declaresAlone([at('const rows = new Set()\n')], sourceCode)).toBe(true)
    expect(declaresAlone([at('for (const item of rows) print(item)')], sourceCode)).toBe(true)
    expect(declaresAlone([at('{ const rest = rows.splice(0); print(rest) }')], sourceCode)).toBe(true)
  }
})
