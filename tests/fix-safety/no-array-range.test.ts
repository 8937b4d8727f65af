import rule from '../../src/rules/no-array-range.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'holes that are spread, and a filled array',
    code: 'function f(xs, cb) { const rows = Array.from(xs); [...Array(rows.length)].forEach((_, i) => { cb(i) }); Array(rows.length).fill(0).forEach((_, i) => { cb(rows[i]) }) }',
    inputs: { xs: 'array', cb: 'callback' },
  },
  {
    name: 'positions of a known count',
    code: 'function f(cb) { return [...Array(100).keys()].map((i) => cb(i)) }',
    inputs: { cb: 'callback' },
  },
  {
    name: 'positions of the length of an array that the callback may write',
    code: 'function f(xs: unknown[], cb: (i: number) => unknown) { return Array.from(Array(xs.length).keys()).map((i) => cb(i)) }',
    language: 'ts',
    inputs: { xs: { array: 'any', plain: true }, cb: 'callback' },
  },
  {
    name: 'any length',
    code: 'function f(n, cb) { const length = [n, 40][Number(n !== 3)]; return Array.from({ length }).map((x, i) => cb(x, i)) }',
    inputs: { n: 'index', cb: 'callback' },
  },
  {
    name: 'positions that are written out',
    code: 'function f(cb) { return Array.from({ length: 40 }, (_, i) => i).map((i) => cb(i)) }',
    inputs: { cb: 'callback' },
  },
  {
    name: 'a walk',
    code: 'function f(cb) { const later = []; [...Array(40).keys()].forEach((i) => { cb(i); later.push(() => cb(i)) }); for (const one of later) one() }',
    inputs: { cb: 'callback' },
  },
  {
    name: 'a walk over a length of a text',
    code: 'function f(x, cb) { const text = String(x); Array.from({ length: text.length }).forEach((_, i) => cb(i)) }',
    inputs: { x: 'string', cb: 'callback' },
  },
  {
    name: 'a count that Array refuses',
    code: 'function f(n) { return [...Array(n).keys()].map((i) => i) }',
    inputs: { n: 'number' },
    measure: { n: '1000' },
    suggestion: 'mapWhileMaking',
    differs: ['error'],
  },
  {
    name: 'arguments of Array',
    code: 'function f(cb) { Array.apply(null, Array(30)).forEach((_, i) => cb(i)); return Array.apply(null, { length: 40 }).map((x, i) => cb(x, i)) }',
    inputs: { cb: 'callback' },
  },
  {
    name: 'a count that is no number',
    code: 'function f(n, cb) { Array.from({ length: n }).forEach((_, i) => cb(i)) }',
    refuses: 'a fraction would be one step more',
  },
  {
    name: 'a function that takes more than two',
    code: 'function f(cb) { return Array.from({ length: 40 }).map(cb) }',
    refuses: 'the callback may look at the array',
  },
])
