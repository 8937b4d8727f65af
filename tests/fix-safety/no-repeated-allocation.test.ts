import rule from '../../src/rules/no-repeated-allocation.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a set that is asked',
    code: "export function f(x) { return new Set(['a', 1, -0, NaN, null]).has(x) }",
    inputs: { x: 'any' },
  },
  {
    name: 'a set with a name, asked in a loop and walked',
    code: `export function f(xs) {
      const known = new Set(['a', 'b'])
      const found = []
      for (const x of known) found.push(x, xs.length)
      return found.concat(known.size, known.has(xs))
    }`,
    inputs: { xs: { array: 'any', plain: true } },
  },
  {
    name: 'a map of primitives',
    code: "export const f = (k) => { const table = new Map([['a', 1], ['b', undefined]]); return [table.get(k), table.has(k)] }",
    inputs: { k: 'any' },
  },
  {
    name: 'numbers as text',
    language: 'ts',
    code: "export const f = (n: number) => n.toLocaleString('en', { style: 'currency', currency: 'USD' })",
    inputs: { n: 'number' },
  },
  {
    name: 'a format of numbers',
    code: "export const f = (x) => { const format = new Intl.NumberFormat('de', { maximumFractionDigits: 2 }); return format.format(x) }",
    inputs: { x: 'any' },
  },
  {
    name: 'texts in order',
    language: 'ts',
    code: "export const f = (xs: string[], y: string) => xs.map((x: string) => x.localeCompare(y, 'de', { numeric: true }))",
    inputs: { xs: { array: 'string', plain: true }, y: 'string' },
  },
  {
    name: 'the time now, of a time zone',
    code: "export const f = () => new Date().toLocaleDateString('en', { year: 'numeric', timeZone: 'UTC' })",
    inputs: {},
  },
  {
    name: 'patterns that keep no place',
    code: `export const f = (xs) => xs.map((x) => [new RegExp('a+', 'i').test(x), \`\${x}\`.replace(new RegExp('a', 'g'), 'b')])`,
    inputs: { xs: { array: 'string', plain: true } },
  },
  {
    name: 'a parsed table',
    code: "export const f = (k) => JSON.parse('{\"a\":1,\"b\":null}')[k]",
    inputs: { k: 'string' },
  },
  {
    name: 'a large table',
    settings: { memory: { minimumSize: 3 } },
    code: "export const f = (k) => { const table = { a: 1, b: 'two', c: null }; return k in table ? table[k] : table.a }",
    inputs: { k: 'string' },
  },
  {
    name: 'a function that is called before its line',
    code: "const first = f('a')\nexport function f(x) { return new Set(['a', 'b']).has(x) || first }",
    inputs: { x: 'any' },
  },
  {
    name: 'a generator',
    code: "export function* f(xs) { const known = new Set(['a', 'b']); for (const x of xs) yield known.has(x) }",
    inputs: { xs: 'any' },
  },
  {
    name: 'a pattern that keeps its place',
    code: "export function f(xs) { return xs.map((x) => { const re = new RegExp('a', 'g'); return [re.test(x), re.test(x)] }) }",
    refuses: 'the next text would be searched from the last place',
  },
  {
    name: 'a set that is added to',
    code: "export function f(x) { const known = new Set(['a']); known.add(x); return known.size }",
    refuses: 'it would grow',
  },
  {
    name: 'a map of lists',
    code: "export function f(k) { const lists = new Map([['a', [1]]]); const list = lists.get('a'); list.push(k); return list }",
    refuses: 'the lists are given out and written',
  },
  {
    name: 'a pattern given to what may not be a string',
    code: "export function f(xs) { for (const x of xs) if (x.match(new RegExp('a', 'g'))) return x }",
    refuses: 'the method may keep or change it',
  },
  {
    name: 'a locale that nobody knows',
    code: "export function f(x) { try { return new Intl.NumberFormat('no such locale').format(x) } catch { return x } }",
    refuses: 'it would fail at load',
  },
  {
    name: 'dates, which may be invalid',
    code: "export function f(d) { return d.toLocaleDateString('en', { year: 'numeric', timeZone: 'UTC' }) }",
    refuses: 'an invalid date is an error for a format',
  },
  {
    name: 'the time zone of the process',
    code: "export function f() { return new Intl.DateTimeFormat('en', { hour: 'numeric' }).format(new Date(0)) }",
    refuses: 'TZ may be set after load',
  },
  {
    name: 'a set of the elements of another list',
    code: 'export function f(xs, ys) { return xs.filter((x) => new Set(ys).has(x)) }',
    inputs: { xs: { array: 'primitive', plain: true }, ys: { array: 'primitive', plain: true } },
    suggestion: 'precede',
    differs: [],
  },
  {
    name: 'a sequence as an argument, and a literal after a word',
    code: `export function f(a, b) { const s = String(a); return void'a'.localeCompare(s, 'en', { numeric: true }) ?? s.localeCompare((0, String(b)), 'en', { numeric: true }) }`,
    inputs: { a: 'string', b: 'string' },
  },
  {
    name: 'a table that is const by assertion',
    language: 'ts',
    code: `export function f(x: 'p' | 'q'): 'a' | 'b' { return ({ p: 'a', q: 'b' } as const)[x] }`,
    options: [{ check: 'all' }],
    inputs: { x: { expressions: [`'p'`, `'q'`] } },
  },
  {
    name: 'a pattern that is given to what may keep it',
    code: `export function f(xs) { return xs.map((x) => x.replace(new RegExp('a', 'g'), 'b')) }`,
    refuses: 'an object with a replace of its own could tell one pattern from many',
  },
])
