import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { densityOf } from '../../src/analysis/density.ts'
import { nodeOf, program } from '../support/program.ts'

/** The density of the argument of `ask(…)`, which stands on a line of its own. */
function ask(code: string): string {
  const sourceCode = program(code)
  const call = nodeOf<TSESTree.CallExpression>(sourceCode, /^ask\(.*\)$/m.exec(code)?.[0] ?? '')
  return densityOf(call.arguments[0] as TSESTree.Node, sourceCode)
}

describe('densityOf', () => {
  it('knows what makes dense arrays', () => {
    expect(ask('ask([1, ...xs])')).toBe('dense')
    expect(ask('ask(Object.keys(o))')).toBe('dense')
    expect(ask('ask(Array.from(xs))')).toBe('dense')
    expect(ask('ask("a,b".split(","))')).toBe('dense')
    expect(ask('ask(await Promise.all(xs))')).toBe('dense')
    expect(ask('ask(new Array(3).fill(0))')).toBe('dense')
    expect(ask('function f(...xs) {\nask(xs.slice())\n}')).toBe('dense')
  })
  it('keeps density through methods of arrays that are made here', () => {
    expect(ask('ask([1].map(f))')).toBe('dense')
    expect(ask('ask([1, , 2].filter(f))')).toBe('dense')
    expect(ask('ask([1, , 2].map(f))')).toBe('plain')
    expect(ask('ask([1].concat(xs))')).toBe('plain')
    expect(ask('ask([1].concat([2]))')).toBe('dense')
  })
  it('knows where holes come from', () => {
    expect(ask('ask([1, , 2])')).toBe('plain')
    expect(ask('ask(Array(3))')).toBe('plain')
    expect(ask('const xs = []; xs[5] = 1\nask(xs.slice())')).toBe('plain')
    expect(ask('const xs = []; xs.length = 5\nask(xs.slice())')).toBe('plain')
    expect(ask('const xs = []; fill(xs)\nask(xs.slice())')).toBe('plain')
    expect(ask('const xs = []; xs.forEach((x, i, all) => { all[9] = x })\nask(xs.slice())')).toBe('plain')
    expect(ask('export const xs = []\nask(xs.slice())')).toBe('plain')
    expect(ask('const xs = []; xs.push(1); for (const x of xs) use(x.length)\nask(xs.slice())')).toBe('dense')
  })
  it('does not know arrays that come from elsewhere, which may be of a subclass', () => {
    expect(ask('ask(xs)')).toBe('unknown')
    expect(ask('function f(xs: string[]) {\nask(xs.map(g))\n}')).toBe('unknown')
    expect(ask('ask(text.split(","))')).toBe('unknown')
    expect(ask('const xs = []\nask(xs?.map(f))')).toBe('unknown')
    expect(ask('let xs = []; xs = given\nask(xs.slice())')).toBe('unknown')
    expect(ask('import { Array } from "./a.js"\nask(Array.from(xs))')).toBe('unknown')
  })
})
