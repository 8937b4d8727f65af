import rule from '../../src/rules/prefer-weak-collection.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'objects by typeof',
    options: [{ check: 'all' }],
    code: `const seen = new Set()
    export function f(xs) {
      return xs.map((x) => {
        if (typeof x !== 'object' || x === null) return seen.has(x)
        const known = seen.has(x)
        seen.add(x)
        return known
      })
    }`,
    inputs: { xs: { array: 'any', dense: true, plain: true } },
    measure: { xs: '[{}]' },
  },
  {
    name: 'what a method was called of',
    code: `const counts = new Map()
    export function f(x) {
      x.visit()
      if (!counts.has(x)) counts.set(x, [1])
      counts.get(x).push(2)
      return counts.get(x)
    }`,
    refuses: 'a text may have been given the method, too',
  },
  {
    name: 'by its type',
    options: [{ check: 'all' }],
    language: 'ts',
    code: `interface Row { cells: string[] }
    const widths = new Map<Row, number>()
    export function f(row: Row): number {
      let width = widths.get(row)
      if (width === undefined) {
        width = row.cells.length
        widths.set(row, width)
      }
      return width
    }`,
    inputs: { row: { object: { cells: { array: 'string', plain: true } } } },
    measure: { row: "({ cells: ['a', 'b'] })" },
  },
  {
    name: 'a property of which was read, which a text gives as undefined',
    options: [{ check: 'all' }],
    code: 'const parents = new Map(); export function f(x) { if (!parents.has(x)) parents.set(x, x.up); return parents.get(x) }',
    inputs: { x: 'any' },
    suggestion: 'weaken',
    differs: ['error'],
    measure: { x: '({ up: 1 })' },
  },
  {
    name: 'a method that texts have',
    code: 'const cache = new Map(); export function f(x) { x.toString(); if (!cache.has(x)) cache.set(x, x.up); return cache.get(x) }',
    refuses: 'a text has toString as well',
  },
  {
    name: 'an optional call',
    code: 'const cache = new Map(); export function f(x) { x?.visit?.(); if (!cache.has(x)) cache.set(x, x.up); return cache.get(x) }',
    refuses: 'nothing is called of a text',
  },
  {
    name: 'a parameter that is given another value',
    code: 'const cache = new Map(); export function f(x, y) { x.visit(); x = y.up; if (!cache.has(x)) cache.set(x, 1); return cache.get(x) }',
    refuses: 'what was called of is not the key',
  },
  {
    name: 'a call behind a try',
    code: 'const cache = new Map(); export function f(x) { try { x.visit() } catch {} if (!cache.has(x)) cache.set(x, 1); return cache.get(x) }',
    refuses: 'the error of a primitive is caught',
  },
  {
    name: 'an object to typeof that may be null',
    code: 'const cache = new Map(); export function f(x) { if (typeof x === "object") { if (!cache.has(x)) cache.set(x, x.up); return cache.get(x) } }',
    refuses: 'null is an object to typeof',
  },
])
