import rule from '../../src/rules/no-copy-to-read.ts'
import { fixSafety } from './fix-safety.ts'

const modern = { memory: { target: 'es2023' } }

fixSafety(rule, [
  {
    name: 'the first match of a dense array by a pure test',
    code: 'function f(...xs) { return xs.filter((x) => x !== null)[0] }',
    inputs: { xs: 'any' },
  },
  {
    name: 'whether there is a match, and none',
    code: 'function f(x, y) { const xs = Array.from({ length: 20 }, () => x); xs.push(y); return [xs.filter((one) => one === y).length > 0, !xs.filter((one) => one === y).length] }',
    inputs: { x: 'any', y: 'any' },
  },
  {
    name: 'the size of a Set and of a Map',
    code: `function f(xs) {
      const seen = new Set(xs)
      const byKey = new Map()
      for (const x of seen) byKey.set(x, [x])
      return [[...seen].length, Array.from(byKey.values()).length === 0]
    }`,
    inputs: { xs: 'iterable' },
  },
  {
    name: 'a member of a Set and a key of a Map',
    code: `function f(xs, x) {
      const seen = new Set(xs)
      const byKey = new Map()
      for (const one of seen) byKey.set(one, 1)
      return [[...seen].includes(x), ![...byKey.keys()].includes(x), [...seen].indexOf('a') === -1]
    }`,
    inputs: { xs: 'iterable', x: 'any' },
  },
  {
    name: 'the first of a Set and of a Map',
    code: `function f(xs) {
      const seen = new Set(xs)
      const byKey = new Map()
      for (const x of seen) byKey.set(x, [x])
      const [first] = [...byKey.keys()]
      return [[...seen][0], Array.from(byKey.values())[0], [...byKey].shift(), first]
    }`,
    inputs: { xs: 'iterable' },
  },
  {
    name: 'a part of an array, also a sparse one',
    code: `function f(x) {
      const rows = [1, , 3]
      rows.push(x, x)
      return [rows.slice(1)[0], rows.slice(2).length, rows.slice(9).length, rows.slice(3).length > 0, rows.slice(1).includes(x), rows.slice(2).indexOf(x) !== -1]
    }`,
    inputs: { x: 'any' },
  },
  {
    name: 'the last of a reversed copy',
    settings: modern,
    code: 'function f(xs) { const rows = [...xs]; return [...rows].reverse()[0] }',
    inputs: { xs: 'array' },
  },
  {
    name: 'a member of a Set made of an array',
    code: 'function f(xs, x) { const rows = [...xs]; return new Set(rows).has(x) }',
    inputs: { xs: 'array', x: 'any' },
  },
  {
    name: 'lines of a text',
    code: 'function f(x) { const text = String(x); const [first] = text.split(/\\r?\\n/); return [first, text.split("\\n")[1], text.split(/(\\n)/).slice(0, 2)] }',
    inputs: { x: 'string' },
  },
  {
    name: 'find visits holes and stops',
    code: 'function f(xs, cb) { return xs.filter((x) => cb(x))[0] }',
    inputs: { xs: { array: 'any', plain: true }, cb: 'callback' },
    suggestion: 'instead',
    differs: ['effects', 'error', 'mutation', 'result'],
  },
  {
    name: 'a constant that is read for its first element',
    code: 'function f(xs: number[], least: number) { const found = xs.filter((x) => x > least); if (found.length > 0) return found[0]; return null }',
    language: 'ts',
    inputs: { xs: { array: 'number', plain: true, dense: true }, least: 'number' },
    suggestion: 'instead',
    differs: [],
  },
  {
    name: 'matches are counted',
    options: [{ check: 'all' }],
    code: 'function f(xs: number[], least: number) { return xs.filter((x) => x > least).length }',
    language: 'ts',
    inputs: { xs: { array: 'number', plain: true }, least: 'number' },
    suggestion: 'instead',
    differs: [],
  },
  {
    name: 'a mapped value: holes and NaN',
    code: 'function f(xs: number[], x: number) { return xs.map((one) => one + 1).includes(x) }',
    language: 'ts',
    inputs: { xs: { array: 'number', plain: true }, x: 'number' },
    suggestion: 'instead',
    differs: ['result'],
  },
  {
    name: 'a key, which a number is not',
    settings: modern,
    code: 'function f(o: Record<string, number>, k: string) { return Object.keys(o).includes(k) }',
    language: 'ts',
    inputs: { o: { object: { a: 'number', b: 'number' } }, k: 'string' },
    suggestion: 'instead',
    differs: [],
  },
  {
    name: 'a callback with effects',
    code: 'function f(xs, cb) { return xs.filter(cb).length > 0 }',
    refuses: 'all elements are shown to the callback',
  },
  {
    name: 'the first of what a pure callback gives, of own keys',
    options: [{ check: 'all' }],
    code: 'function f(o) { const keys = Object.keys(o); return [keys.map((key) => [key])[0], keys.map((key, i) => i)[0]] }',
    inputs: { o: 'object' },
    measure: { o: 'Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [i, i]))' },
  },
  {
    name: 'the first of what a callback gives, which is asked once',
    options: [{ check: 'all' }],
    code: 'function f(xs, cb) { return Array.isArray(xs) && xs.map((x, i) => cb(x, i))[0] }',
    inputs: { xs: { array: 'any', plain: true }, cb: 'callback' },
    measure: { xs: 'Array.from({ length: 1000 }, (_, i) => i)', cb: '(x) => x' },
    suggestion: 'instead',
    differs: ['result', 'error', 'effects', 'mutation'],
  },
  {
    name: 'a parameter that may be a subclass',
    code: 'function f(seen: Set<number>) { return [...seen].length }',
    language: 'ts',
    refuses: 'a subclass may have an iterator of its own',
  },
  {
    name: 'a value that changes the Set',
    code: 'function f(x) { const seen = new Set([x]); return [...seen].includes(seen.delete(x)) }',
    refuses: 'the copy is made before',
  },
  {
    name: 'a member by identity',
    code: 'function f(xs, x) { const seen = new Set(xs); return [...seen].indexOf(x) !== -1 }',
    refuses: 'NaN is in a Set and at no index',
  },
  {
    name: 'a comparison in the place of a negation, and a name after a word',
    code: 'function f(ys) { const xs = new Set(); for (const y of ys) xs.add(y); return[...xs].length + typeof ![...xs].length + (![...xs].length + 1) }',
    options: [{ check: 'all' }],
    inputs: { ys: 'iterable' },
  },
  {
    name: 'a callback that refuses an element behind the first match',
    language: 'ts',
    code: 'function f(ys: string[]) { const xs: string[] = []; for (const y of ys) xs.push(y); return xs.filter((x: string) => JSON.parse(x)).length > 0 }',
    refuses: 'the SyntaxError would be missed',
  },
  {
    name: 'a callback that takes the index from its arguments',
    code: 'function f(ys) { const xs = []; for (const y of ys) xs.push(y); return [...xs].reverse().find(function () { return arguments[1] === 0 }) }',
    refuses: 'the index is another',
  },
  {
    name: 'an element that the type says is there',
    language: 'ts',
    code: 'function f(ys: string[]): string { const xs = new Set<string>(); for (const y of ys) xs.add(y); return [...xs][0] }',
    refuses: 'it would not compile',
  },
])
