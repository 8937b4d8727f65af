import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { FunctionNode } from '../../../src/analysis/bindings.ts'
import { keptBy } from '../../../src/analysis/captures.ts'
import { nodeOf, program } from '../../support/program.ts'
import { runningNode } from '../runner/node-binaries.ts'
import { keeps } from './answers.ts'
import constructs from './constructs.mjs'

const stated = constructs.map(({ name, kept }) => [name, kept])

it('V8 keeps of every construct what is stated', () => {
  const kept = keeps(constructs.map(({ code }) => code), runningNode)
  expect(constructs.map(({ name }, index) => [name, kept[index]])).toEqual(stated)
})

it('the page says so of every construct and every Node', () => {
  const page = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| (?<name>.+?) \|(?<kept>(?: (?:\*\*kept\*\*|freed) \|)+) `(?<code>.+)` \|$/gm)].map(({ groups }) => groups!)
  const said = rows.map(({ name, kept, code }) => [name, new Set(kept!.split('|').map((cell) => cell.trim()).filter(Boolean)), code])
  expect(said).toEqual(constructs.map(({ name, kept, code }) => [name, new Set([kept ? '**kept**' : 'freed']), code]))
})

it('the analysis comes to the same', () => {
  const asked = constructs.filter(({ closure }) => closure !== null)
  expect(asked.map(({ name, code, closure }) => [name, isPredicted(code, closure as string)])).toEqual(asked.map(({ name, kept }) => [name, kept]))
})

/** Is one of the variables that hold the large value, which are so named in all constructs, kept by the closure? */
function isPredicted(code: string, closure: string): boolean {
  const sourceCode = program(code, { sourceType: 'script' })
  const kept = keptBy(nodeOf<FunctionNode>(sourceCode, closure), sourceCode)
  return kept.some(({ variable: { name, references } }) => ['data', 'error', 'me'].includes(name) || (name === 'arguments' && references.length > 0))
}
