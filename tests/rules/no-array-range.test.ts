import rule from '../../src/rules/no-array-range.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-array-range', rule, {
  valid: [
    { name: 'another apply, few arguments, and what the arguments are taken from', code: 'const a = Array.apply(null, list).map((_, i) => i); const b = Array.apply(null, Array(3)).map((_, i) => i); function f(Array) { return Array.apply(null, Array(n)).map((_, i) => i) } const c = g.apply(null, Array(n)).map((_, i) => i)' },
    { name: 'a range that is kept', code: 'const positions = [...Array(n).keys()]' },
    { name: 'a range that is read in other ways', code: 'const even = [...Array(n).keys()].filter((i) => i % 2 === 0)' },
    { name: 'a few', code: 'const rows = [...Array(3).keys()].map((i) => i); Array.from({ length: 16 }).forEach((_, i) => print(i)); const topics = 10; Array(topics).fill().forEach(() => print(topics))' },
    { name: 'already mapped while it is made', code: 'const rows = Array.from({ length: n }, (_, i) => ({ i }))' },
    { name: 'elements that are no positions', code: 'const rows = Array.from({ length: n }, (_, i) => ({ i })).map((row) => row.i)' },
    { name: 'a filled array, which maps faster', code: 'const rows = new Array(n).fill().map((_, i) => i); const more = [...Array(n)].map((_, i) => i)' },
    { name: 'elements that are given', code: 'const rows = [...Array(a, b).keys()].map((i) => i); const more = Array.from({ length: n, 0: x }).map((y) => y)' },
    { name: 'a mapper that takes the array', code: 'const rows = Array.from({ length: n }).map((_, i, all) => all.length)' },
    { name: 'a mapper that takes arguments', code: 'const rows = Array.from({ length: n }).map(function () { return arguments[2] })' },
    { name: 'a mapper that takes element and position', code: 'const rows = [...Array(n).keys()].map((i, j) => i + j)' },
    { name: 'a receiver of the mapper', code: 'const rows = Array.from({ length: n }).map(function (_, i) { return this[i] }, names)' },
    { name: 'an optional call', code: 'const rows = Array.from({ length: n })?.map((_, i) => i)' },
    { name: 'a computed method', code: 'const rows = Array.from({ length: n })[map]((_, i) => i)' },
    { name: 'a shadowed Array', code: 'function f(Array) { return Array.from({ length: n }).map((_, i) => i) }' },
    { name: 'given types', code: 'const rows = Array.from<number>({ length: n }).map((_, i) => i); const more = Array.from({ length: n }).map<number>((_, i) => i)' },
    { name: 'a callback that returns early', code: '[...Array(n).keys()].forEach((i) => { if (i > 5) return; print(i) })' },
    { name: 'a callback that waits', code: 'Array.from({ length: n }).forEach(async (_, i) => { await print(i) })' },
    { name: 'a callback that is not seen', code: '[...Array(n).keys()].forEach(print)' },
    { name: 'variables of the callback', code: '[...Array(n).keys()].forEach((i) => { var x = i; later.push(() => x) })' },
    { name: 'a label, which may be taken', code: '[...Array(n).keys()].forEach((i) => { each: for (const x of xs) if (x) continue each })' },
    { name: 'a receiver with a type', code: 'const rows = [...Array(n).keys()].map(function (this: void) { return 1 })' },
    { name: 'a position that is written', code: '[...Array(n).keys()].forEach((i) => { i += 1; print(i) })' },
    { name: 'an element that is read', code: 'Array.from({ length: n }).forEach((x, i) => { print(x, i) })' },
    { name: 'a count of the name of the position', code: '[...Array(i).keys()].forEach((i) => { print(i) })' },
    { name: 'a result that is used', code: 'const none = [...Array(n).keys()].forEach((i) => { print(i) })' },
    { name: 'a comment that would be lost', code: 'const rows = Array.from({ length: n }) /* seats */ .map((_, i) => i); [...Array(n).keys()].forEach(/* each */ (i) => { print(i) })' },
    { name: 'filled with what has an identity, in part, or looked at', code: 'function f(n) { Array(n).fill({}).forEach((x, i) => { x.i = i }); Array(n).fill(0, 1).forEach((_, i) => { print(i) }); Array(n).fill(0).forEach((x, i) => { print(x + i) }) }' },
  ],
  invalid: [
    {
      name: 'arguments of Array',
      code: 'const a = Array.apply(null, Array(n)).map((_, i) => g(i))\nconst b = Array.apply(undefined, { length: 1e4 }).map(function (x, i) { return i })\nArray.apply(null, new Array(n)).forEach((_, i) => g(i))',
      output: 'const a = Array.apply(null, Array(n)).map((_, i) => g(i))\nconst b = Array.from({ length: 1e4 }, function (x, i) { return i })\nArray.apply(null, new Array(n)).forEach((_, i) => g(i))',
      errors: [
        {
          messageId: 'map', data: { array: 'Array.apply(null, Array(n))' }, line: 1, column: 11, endLine: 1, endColumn: 38,
          suggestions: [{ messageId: 'mapWhileMaking', output: 'const a = Array.from({ length: n }, (_, i) => g(i))\nconst b = Array.apply(undefined, { length: 1e4 }).map(function (x, i) { return i })\nArray.apply(null, new Array(n)).forEach((_, i) => g(i))' }],
        },
        {
          messageId: 'map', data: { array: 'Array.apply(undefined, { length: 1e4 })' }, line: 2, column: 11, endLine: 2, endColumn: 50,
          suggestions: [],
        },
        {
          messageId: 'forEach', data: { array: 'Array.apply(null, new Array(n))' }, line: 3, column: 1, endLine: 3, endColumn: 32,
          suggestions: [{ messageId: 'loop', output: 'const a = Array.apply(null, Array(n)).map((_, i) => g(i))\nconst b = Array.apply(undefined, { length: 1e4 }).map(function (x, i) { return i })\nfor (let i = 0, count = n; i < count; i++) g(i)' }],
        },
      ],
    },
    {
      name: 'filled arrays that are walked',
      code: `function f(n, rows) {
  Array(n).fill().forEach((_, i) => {
    print(i)
  })
  new Array(n).fill(0).forEach(() => print(n))
  return [...Array(rows.length)].forEach((_, i) => print(i))
}`,
      errors: [
        { messageId: 'forEach', data: { array: 'Array(n).fill()' }, line: 2, column: 3, endLine: 2, endColumn: 18, suggestions: [{ messageId: 'loop', output: `function f(n, rows) {
  for (let i = 0, count = n; i < count; i++) {
    print(i)
  }
  new Array(n).fill(0).forEach(() => print(n))
  return [...Array(rows.length)].forEach((_, i) => print(i))
}` }] },
        { messageId: 'forEach', data: { array: 'new Array(n).fill(0)' }, line: 5, column: 3, endLine: 5, endColumn: 23, suggestions: [{ messageId: 'loop', output: `function f(n, rows) {
  Array(n).fill().forEach((_, i) => {
    print(i)
  })
  for (let i2 = 0, count = n; i2 < count; i2++) print(n)
  return [...Array(rows.length)].forEach((_, i) => print(i))
}` }] },
      ],
    },
    {
      name: 'holes that are spread, for what is known to be a length',
      code: `function f(text) {
  const rows = [...text];
  [...Array(rows.length)].forEach((_, i) => {
    print(rows[i])
  })
}`,
      output: `function f(text) {
  const rows = [...text];
  for (let i = 0, count = rows.length; i < count; i++) {
    print(rows[i])
  }
}`,
      errors: [
        { messageId: 'forEach', data: { array: '[...Array(rows.length)]' }, line: 3, column: 3, endLine: 3, endColumn: 26 },
      ],
    },
    {
      name: 'positions that are mapped, of a count that is known',
      code: 'const rows = [...Array(100).keys()].map((i) => i * 2)',
      output: 'const rows = Array.from({ length: 100 }, (_, i) => i * 2)',
      errors: [{ messageId: 'map', data: { array: '[...Array(100).keys()]' }, line: 1, column: 14, endLine: 1, endColumn: 36 }],
    },
    {
      name: 'positions by Array.from, a bare parameter, a length of an array',
      code: 'function f(xs: Row[]) { return Array.from(new Array(xs.length).keys()).map(i => i * 2) }',
      output: 'function f(xs: Row[]) { return Array.from({ length: xs.length }, (_, i) => i * 2) }',
      errors: [{ messageId: 'map', data: { array: 'Array.from(new Array(xs.length).keys())' }, line: 1, column: 32, endLine: 1, endColumn: 71 }],
    },
    {
      name: 'a count that Array may refuse',
      code: 'const rows = [...Array(n).keys()].map(async (i: number) => i)',
      errors: [
        { messageId: 'map', data: { array: '[...Array(n).keys()]' }, line: 1, column: 14, endLine: 1, endColumn: 34, suggestions: [{ messageId: 'mapWhileMaking', output: 'const rows = Array.from({ length: n }, async (_, i: number) => i)' }] },
      ],
    },
    {
      name: 'a length, whatever it is, and a callback without parameters',
      code: 'class A { static { this.rows = Array.from({ length }).map(() => ({})) } }',
      output: 'class A { static { this.rows = Array.from({ length }, () => ({})) } }',
      errors: [{ messageId: 'map', data: { array: 'Array.from({ length })' }, line: 1, column: 32, endLine: 1, endColumn: 54 }],
    },
    {
      name: 'a function that is not seen',
      code: 'const rows = Array.from({ length: n }).map(rowAt), names = [...Array(n).keys()].map(nameAt)',
      errors: [
        { messageId: 'map', data: { array: 'Array.from({ length: n })' }, line: 1, column: 14, endLine: 1, endColumn: 39, suggestions: [{ messageId: 'mapWhileMaking', output: 'const rows = Array.from({ length: n }, rowAt), names = [...Array(n).keys()].map(nameAt)' }] },
        { messageId: 'map', data: { array: '[...Array(n).keys()]' }, line: 1, column: 60, endLine: 1, endColumn: 80, suggestions: [{ messageId: 'mapWhileMaking', output: 'const rows = Array.from({ length: n }).map(rowAt), names = Array.from({ length: n }, (_, i) => nameAt(i))' }] },
      ],
    },
    {
      name: 'positions that are written out, and a name that is taken',
      code: 'const rows = Array.from({ length: n }, (_, i) => i).map((i) => _.pick(all, i))',
      output: 'const rows = Array.from({ length: n }, (_2, i) => _.pick(all, i))',
      errors: [{ messageId: 'map', data: { array: 'Array.from({ length: n }, (_, i) => i)' }, line: 1, column: 14, endLine: 1, endColumn: 52 }],
    },
    {
      name: 'a walk of a known count',
      code: '[...Array(100).keys()].forEach((i) => { later.push(() => i) });',
      output: 'for (let i = 0; i < 100; i++) { later.push(() => i) }',
      errors: [{ messageId: 'forEach', data: { array: '[...Array(100).keys()]' }, line: 1, column: 1, endLine: 1, endColumn: 23 }],
    },
    {
      name: 'a walk of a count that is evaluated once, and the semicolon of the next line',
      code: 'Array.from({ length: rows() }).forEach((_, row) => print(row))\n;[1, 2].forEach(print)',
      errors: [
        { messageId: 'forEach', data: { array: 'Array.from({ length: rows() })' }, line: 1, column: 1, endLine: 1, endColumn: 31, suggestions: [{ messageId: 'loop', output: 'for (let row = 0, count = rows(); row < count; row++) print(row)\n;[1, 2].forEach(print)' }] },
      ],
    },
    {
      name: 'a walk that does not look at the position',
      code: 'function f(count) { if (count) Array.from({ length: count }).forEach(() => draw()); }',
      errors: [
        { messageId: 'forEach', data: { array: 'Array.from({ length: count })' }, line: 1, column: 32, endLine: 1, endColumn: 61, suggestions: [{ messageId: 'loop', output: 'function f(count) { if (count) for (let i = 0, count2 = count; i < count2; i++) draw(); }' }] },
      ],
    },
  ],
})
