import rule from '../../src/rules/no-materialized-iteration.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-materialized-iteration', rule, {
  valid: [
    { name: 'listeners that may remove themselves', code: 'function f(listeners) { for (const l of [...listeners]) l() }' },
    { name: 'a field that others hold', code: 'class A { f() { for (const x of [...this.open]) x.close() } }' },
    { name: 'a Set that the body writes', code: 'const xs = new Set(); for (const x of [...xs]) xs.add(x + 1)' },
    { name: 'a Map from which another key is deleted', code: 'const xs = new Map(); for (const [key, next] of [...xs]) xs.delete(next)' },
    { name: 'an array from which the element is deleted', code: 'const xs = []; for (const [x] of [...xs]) xs.splice(xs.indexOf(x), 1)' },
    { name: 'a collection that a called function writes', code: 'const xs = new Set(input); function drop(x) { xs.delete(x) } for (const x of [...xs]) drop(x)' },
    { name: 'a shared collection across an await', code: 'export const xs = new Set(); export async function f() { for (const x of [...xs]) await null }' },
    { name: 'a shared collection across a yield', code: 'class A { *[Symbol.iterator]() { yield* [...this.xs] } }' },
    { name: 'a collection that is written between', code: 'const xs = new Set(input); const list = [...xs]; xs.clear(); for (const x of list) notify(x)' },
    { name: 'a collection that unknown code may write between', code: 'function f(xs) { const list = [...xs]; prepare(); for (const x of list) sum += x }' },
    { name: 'a copy that is used twice', code: 'const xs = new Set(); const list = [...xs]; for (const x of list) notify(x, list.length)' },
    { name: 'a copy that is walked in a loop', code: 'const xs = new Set(); const list = [...xs]; while (next()) { for (const x of list) notify(x) }' },
    { name: 'a copy that is exported', code: 'const xs = new Set(); export const list = [...xs]; for (const x of list) notify(x)' },
    { name: 'a copy that may change', code: 'const xs = new Set(); let list = [...xs]; list = list.sort(); for (const x of list) notify(x)' },
    { name: 'a copy that is sorted', code: 'const xs = new Set(); for (const x of [...xs].sort()) notify(x)' },
    { name: 'a copy with more in it', code: 'const xs = new Set(); for (const x of [...xs, 1]) notify(x)' },
    { name: 'array-likes, which only Array.from walks', code: 'function f(list) { let n = 0; for (const x of Array.from(list)) n += x }' },
    { name: 'Array.from with a mapper', code: 'const xs = new Set(); for (const x of Array.from(xs, f)) notify(x)' },
    { name: 'a shadowed Array', code: 'function f(Array) { const xs = new Set(); for (const x of Array.from(xs)) notify(x) }' },
    { name: 'a computed method', code: 'const xs = new Set(); for (const x of Array[from](xs)) notify(x)' },
    { name: 'an optional slice', code: 'const rows = [...input]; for (;;) for (const x of rows?.slice(1)) notify(x)' },
    { name: 'a slice of a string', code: 'function f(text: string) { for (;;) for (const c of text.slice(1)) n += c }' },
    { name: 'a slice of what may be a string', code: 'function f(text) { for (;;) for (const c of text.slice(1)) n += c }' },
    { name: 'a view, which copies nothing', code: 'function f(bytes: Buffer) { for (;;) for (const byte of bytes.slice(4)) n += byte }' },
    { name: 'a bounded part', code: 'const rows = [...input]; for (;;) for (const row of rows.slice(0, 5)) notify(row)' },
    { name: 'a literal', code: 'const names = ["a", "b"]; for (const name of [...names]) notify(name)' },
    { name: 'a table', code: 'import { EVENTS, MORE_EVENTS } from "x"; for (const event of [...EVENTS, ...MORE_EVENTS]) n += event' },
    { name: 'the pieces of a path', code: 'const parts = path.split("/"); for (;;) for (const part of parts.slice(1)) notify(part)' },
    { name: 'the arguments of the command', code: 'for (;;) for (const argument of process.argv.slice(2)) notify(argument)' },
    { name: 'the arguments of the function', code: 'function f() { for (const x of Array.from(arguments)) if (x === 1) return x }' },
    { name: 'a copy of an array that was just made: redundant in any place', code: 'const rows = [...input]; for (const row of [...rows.map((x) => x)]) notify(row)' },
    { name: 'methods of a copied array: redundant in any place', code: 'const rows = [...input]; [...rows].forEach((row) => notify(row))' },
    { name: 'a loop that waits for every element', code: 'async function f() { const xs = new Set(); for await (const x of [...xs]) notify(x) }' },
    { name: 'merged collections of several kinds', code: 'const a = [...x], b = new Set(y); for (;;) for (const each of [...a, ...b]) print(each)' },
    { name: 'merged lists left by break', code: 'const a = [...x], b = [...y]; for (;;) for (const each of [...a, ...b]) if (each) break' },
    { name: 'merged results of calls', code: 'for (;;) for (const each of [...Object.keys(a), ...Object.keys(b)]) n += each' },
    { name: 'a comment that would be lost', code: 'const xs = new Set(); for (const x of [/* copy */ ...xs]) notify(x)' },
    { name: 'a comment that would be lost, before the array', code: 'const xs = new Set(); for (const x of /* copy */ [...xs]) notify(x)' },
    { name: 'a name that the body declares again', code: 'const rows = [...input]; for (;;) for (const row of rows.slice(1)) { const row = 1 }' },
    { name: 'an index that the callback takes', code: 'const xs = new Set(); [...xs].forEach((x, i) => notify(x, i)); [...xs].forEach(notify)' },
    { name: 'arguments that the callback takes', code: 'const xs = new Set(); [...xs].forEach(function (x) { notify(arguments[1]) })' },
    { name: 'a search as a part of an expression', code: 'function f(xs: Set<number>) { if ([...xs].some((x) => x > 1)) n++ }' },
    { name: 'a search by a callback that is more than an expression', code: 'function f(xs: Set<number>) { return [...xs].some((x) => { n++; return x > 1 }) }' },
    { name: 'a search whose result has the name of the element', code: 'function f(xs: Set<number>) { const x = [...xs].find((x) => x > 1); return x }' },
    { name: 'a search with an index', code: 'function f(xs: Set<number>) { return [...xs].some((x, i) => x > i) }' },
    { name: 'a search that waits', code: 'function f(xs: Set<number>) { return [...xs].some(async (x) => x > 1) }' },
    { name: 'a search by unknown code in a shared Map', code: 'class A { f(g) { return [...this.xs.values()].some((x) => g(x)) } }' },
    { name: 'reduce without a start', code: 'function f(xs: Set<number>) { return [...xs].reduce((sum, x) => sum + x) }' },
    { name: 'forEach that returns early', code: 'function f() { [...this.xs.values()].forEach((x) => { if (!x) return; n += x.size }) }' },
    { name: 'a part of an array, walked once', code: 'const rows = [...input]; for (const row of rows.slice(1)) print(row)' },
    { name: 'joined lists, walked once', code: 'const a = [...x], b = [...y]; for (const each of [...a, ...b]) print(each)' },
    { name: 'one search in a part of an array', code: 'function f(rows: number[]) { return rows.slice(1).some((row) => row > 1) }' },
    { name: 'the sum of a part, for which a running total is the repair', code: 'function f(rows: number[]) { return rows.map((row, i) => rows.slice(0, i).reduce((sum, row) => sum + row, 0)) }' },
    { name: 'parts counted from the end', code: 'function f(rows: number[]) { for (;;) rows.slice(-2).some((row) => row > 1) }' },
    { name: 'a generator that reads what the walk assigns', code: 'function f(tree) { for (const node of [...tree.nodes()]) node.parent = null }' },
    { name: 'a generator of the file that reads a variable which the walk assigns', code: 'let last; function* walk() { while (last !== 1) yield 1 } for (const x of [...walk()]) last = x' },
    { name: 'yield of the array itself', code: 'function* f() { const xs = new Set(); yield [...xs] }' },
    { name: 'code units of a text that the body assigns', code: 'function f(n) { let text = String(n); for (;;) for (const unit of text.split("")) text = text.slice(1) + unit; return text }' },
    { name: 'pieces of a text, which cost more than their array', code: 'function f(n) { const text = String(n); for (const line of text.split("\\n")) print(line) }' },
    { name: 'code units up to a limit', code: 'function f(n) { const text = String(n); for (;;) for (const unit of text.split("", n)) print(unit) }' },
    { name: 'a parameter that shadows what is walked', code: 'function f(n) { const rows = new Map(n); return [...rows.values()].some((rows) => rows.ok) }' },
    { name: 'what a delegation gives back', code: 'function* f(n) { const rows = Object.keys(n); const x = yield* [...rows].reverse(); return [x, rows] }' },
    { name: 'a comment in a delegation', code: 'function* f(n) { const rows = Object.keys(n); yield* [...rows] /* latest first */ .reverse(); return rows }' },
    { name: 'joined Sets, which have no methods to search by', code: 'function f(n, q) { const a = new Set(n), b = new Set(q); for (;;) if ([...a, ...b].some((x) => x === 1)) return a }' },
    { name: 'joined lists that are called for', code: 'function f(a, b) { for (;;) if ([...Object.keys(a), ...Object.keys(b)].some((x) => x === 1)) return a }' },
    { name: 'a reversal by a callback that sees the position', code: 'function f(n) { const rows = Object.keys(n); const x = [...rows].reverse().reduce((a, b, i) => a + b + i, ""); return [x, rows] }' },
    { name: 'a search from the end, which no-copy-to-read has a method for', code: 'function f(n) { const rows = Object.keys(n); const x = [...rows].reverse().find((row) => row > "a"); return [x, rows] }' },
    { name: 'a search from the end by a callback with effects, as a part of an expression', code: 'function f(n) { const rows = Object.keys(n); if ([...rows].reverse().every((row) => print(row))) return rows }' },
    { name: 'joined with what may be an element', code: 'function f(n, more) { const rows = [...n]; for (;;) for (const row of rows.concat(more)) print(row) }' },
    { name: 'the letters of one word, and a part of an array that is walked once', code: 'function f(word: string, rows: number[]) { rows.slice(1).forEach((row) => { print(row) }); for (const unit of word.split("")) print(unit) }' },
  ],
  invalid: [
    {
      name: 'forEach over a part for every element',
      code: `function f(n) {
  const rows = [...n]
  for (let k = 0; k < rows.length; k++) {
    rows.slice(k + 1).forEach((row) => {
      print(row)
    })
  }
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(k + 1)', source: 'rows' }, line: 4, column: 5, endLine: 4, endColumn: 22, suggestions: [{ messageId: 'walk', output: `function f(n) {
  const rows = [...n]
  for (let k = 0; k < rows.length; k++) {
    for (let i = k + 1; i < rows.length; i++) {
      const row = rows[i]
      print(row)
    }
  }
}` }] },
      ],
    },
    {
      name: 'the code units of every text',
      filename: 'file.ts',
      code: `function f(words: string[]) {
  for (const word of words) {
    const text: string = word
    for (const unit of text.split('')) print(unit)
  }
}`,
      errors: [
        { messageId: 'copy', data: { array: "text.split('')", source: 'text' }, line: 4, column: 24, endLine: 4, endColumn: 38, suggestions: [{ messageId: 'walk', output: `function f(words: string[]) {
  for (const word of words) {
    const text: string = word
    for (let i = 0; i < text.length; i++) {
      const unit = text[i]
      print(unit)
    }
  }
}` }] },
      ],
    },
    {
      name: 'the code units of every text, in JavaScript',
      code: `function f(all) {
  for (const row of all) {
    const digits = String(row)
    for (const digit of digits.split('')) print(digit)
    if (digits.split('').every((digit) => digit > '5')) return digits
  }
}`,
      output: `function f(all) {
  for (const row of all) {
    const digits = String(row)
    for (let i = 0; i < digits.length; i++) {
      const digit = digits[i]
      print(digit)
    }
    if (digits.split('').every((digit) => digit > '5')) return digits
  }
}`,
      errors: [
        { messageId: 'copy', data: { array: "digits.split('')", source: 'digits' }, line: 4, column: 25, endLine: 4, endColumn: 41 },
      ],
    },
    {
      name: 'a search in the code units of every text',
      code: `const isLarge = (rows) => rows.map((row) => {
  const digits = String(row)
  return digits.split('').every((digit) => digit > '5')
})`,
      errors: [
        { messageId: 'copy', data: { array: "digits.split('')", source: 'digits' }, line: 3, column: 10, endLine: 3, endColumn: 26, suggestions: [{ messageId: 'walk', output: `const isLarge = (rows) => rows.map((row) => {
  const digits = String(row)
  for (let i = 0; i < digits.length; i++) {
    const digit = digits[i]
    if (!(digit > '5')) return false
  }
  return true
})` }] },
      ],
    },
    {
      name: 'a part that is delegated to, in a loop',
      code: `function* f(n) {
  const rows = [...n];
  while (more()) yield* rows.slice(1);
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(1)', source: 'rows' }, line: 3, column: 25, endLine: 3, endColumn: 38, suggestions: [{ messageId: 'walk', output: `function* f(n) {
  const rows = [...n];
  while (more()) {
    for (let i = 1; i < rows.length; i++) yield rows[i];
  }
}` }] },
      ],
    },
    {
      name: 'a reversal that is delegated to',
      code: `function* f(n) {
  const rows = Object.keys(n)
  yield* [...rows].reverse()
  return rows
}`,
      errors: [
        { messageId: 'reversal', data: { array: '[...rows].reverse()', source: 'rows' }, line: 3, column: 10, endLine: 3, endColumn: 29, suggestions: [{ messageId: 'walk', output: `function* f(n) {
  const rows = Object.keys(n)
  for (let i = rows.length - 1; i >= 0; i--) yield rows[i]
  return rows
}` }] },
      ],
    },
    {
      name: 'joined lists that are delegated to, in a loop',
      code: `function* f(n) {
  const a = [...n], b = [...n]
  for (;;) { yield* [...a, ...b]; pause() }
}`,
      errors: [
        { messageId: 'merge', data: { array: '[...a, ...b]' }, line: 3, column: 21, endLine: 3, endColumn: 33, suggestions: [{ messageId: 'walk', output: `function* f(n) {
  const a = [...n], b = [...n]
  for (;;) { yield* a
  yield* b; pause() }
}` }] },
      ],
    },
    {
      name: 'methods of a reversal',
      code: `function f(n) {
  const rows = Object.keys(n);
  const text = rows.toReversed().reduce((a, b) => a + b, '');
  if (rows.slice().reverse().some((row) => row === text)) return rows;
  [...rows].reverse().forEach((row) => {
    print(row);
  });
  return rows
}`,
      errors: [
        { messageId: 'reversal', data: { array: 'rows.toReversed()', source: 'rows' }, line: 3, column: 16, endLine: 3, endColumn: 33, suggestions: [{ messageId: 'walk', output: `function f(n) {
  const rows = Object.keys(n);
  const text = rows.reduceRight((a, b) => a + b, '');
  if (rows.slice().reverse().some((row) => row === text)) return rows;
  [...rows].reverse().forEach((row) => {
    print(row);
  });
  return rows
}` }] },
        { messageId: 'reversal', data: { array: 'rows.slice().reverse()', source: 'rows' }, line: 4, column: 7, endLine: 4, endColumn: 29, suggestions: [{ messageId: 'walk', output: `function f(n) {
  const rows = Object.keys(n);
  const text = rows.toReversed().reduce((a, b) => a + b, '');
  if (rows.some((row) => row === text)) return rows;
  [...rows].reverse().forEach((row) => {
    print(row);
  });
  return rows
}` }] },
        { messageId: 'reversal', data: { array: '[...rows].reverse()', source: 'rows' }, line: 5, column: 3, endLine: 5, endColumn: 22, suggestions: [{ messageId: 'walk', output: `function f(n) {
  const rows = Object.keys(n);
  const text = rows.toReversed().reduce((a, b) => a + b, '');
  if (rows.slice().reverse().some((row) => row === text)) return rows;
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    print(row);
  }
  return rows
}` }] },
      ],
    },
    {
      name: 'methods of joined lists, in a loop',
      code: `function f(n) {
  const a = [...n], b = [...n]
  for (;;) {
    if (!a.concat(b).every((x) => x === 'a')) return;
    [...a, ...b].forEach((x) => { print(x) })
  }
}`,
      errors: [
        { messageId: 'merge', data: { array: 'a.concat(b)' }, line: 4, column: 10, endLine: 4, endColumn: 21, suggestions: [{ messageId: 'walk', output: `function f(n) {
  const a = [...n], b = [...n]
  for (;;) {
    if (!(a.every((x) => x === 'a') && b.every((x) => x === 'a'))) return;
    [...a, ...b].forEach((x) => { print(x) })
  }
}` }] },
        { messageId: 'merge', data: { array: '[...a, ...b]' }, line: 5, column: 5, endLine: 5, endColumn: 17, suggestions: [{ messageId: 'walk', output: `function f(n) {
  const a = [...n], b = [...n]
  for (;;) {
    if (!a.concat(b).every((x) => x === 'a')) return;
    for (const list of [a, b]) for (const x of list) { print(x) }
  }
}` }] },
      ],
    },
    {
      name: 'a Set that nobody else holds',
      code: `const seen = new Set()
for (const x of [...seen]) notify(x)`,
      output: `const seen = new Set()
for (const x of seen) notify(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 2, column: 17, endLine: 2, endColumn: 26 },
      ],
    },
    {
      name: 'a Map by Array.from',
      code: `const byId = new Map()
for (const [id, x] of Array.from(byId)) notify(id, x)`,
      output: `const byId = new Map()
for (const [id, x] of byId) notify(id, x)`,
      errors: [
        { messageId: 'copy', data: { array: 'Array.from(byId)', source: 'byId' }, line: 2, column: 23, endLine: 2, endColumn: 39 },
      ],
    },
    {
      name: 'the values of a Map',
      code: `const byId = new Map()
for (const x of [...byId.values()]) notify(x)`,
      output: `const byId = new Map()
for (const x of byId.values()) notify(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...byId.values()]', source: 'byId.values()' }, line: 2, column: 17, endLine: 2, endColumn: 35 },
      ],
    },
    {
      name: 'the characters of a string, which nobody writes',
      code: `const text = \`a\${b}\`
for (const c of [...text]) notify(c)`,
      output: `const text = \`a\${b}\`
for (const c of text) notify(c)`,
      errors: [
        { messageId: 'copy', data: { array: '[...text]', source: 'text' }, line: 2, column: 17, endLine: 2, endColumn: 26 },
      ],
    },
    {
      name: 'matches in a string',
      code: 'for (const match of [...`${text}`.matchAll(/x/g)]) notify(match)',
      output: 'for (const match of `${text}`.matchAll(/x/g)) notify(match)',
      errors: [
        { messageId: 'copy', data: { array: '[...`${text}`.matchAll(/x/g)]', source: '`${text}`.matchAll(/x/g)' }, line: 1, column: 21, endLine: 1, endColumn: 50 },
      ],
    },
    {
      name: 'toArray of an iterator',
      code: `const names = new Set(list)
for (const name of names.values().toArray()) notify(name)`,
      output: `const names = new Set(list)
for (const name of names.values()) notify(name)`,
      errors: [
        { messageId: 'copy', data: { array: 'names.values().toArray()', source: 'names.values()' }, line: 2, column: 20, endLine: 2, endColumn: 44 },
      ],
    },
    {
      name: 'slice without bounds, of what a method named like one of an array made',
      code: `function f(rows) {
  const lines = rows.map((row) => String(row))
  for (const line of lines.slice()) notify(line)
}`,
      errors: [
        { messageId: 'copy', data: { array: 'lines.slice()', source: 'lines' }, line: 3, column: 22, endLine: 3, endColumn: 35, suggestions: [{ messageId: 'walk', output: `function f(rows) {
  const lines = rows.map((row) => String(row))
  for (const line of lines) notify(line)
}` }] },
      ],
    },
    {
      name: 'an unknown iterable, by a walk that writes nothing',
      code: `function sum(list) {
  let sum = 0
  for (const x of [...list]) sum += x
  return sum
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...list]', source: 'list' }, line: 3, column: 19, endLine: 3, endColumn: 28, suggestions: [{ messageId: 'walk', output: `function sum(list) {
  let sum = 0
  for (const x of list) sum += x
  return sum
}` }] },
      ],
    },
    {
      name: 'the tail of an array, in a file with semicolons',
      code: `const rows = []; rows.push(first, ...rest);
while (more()) for (const row of rows.slice(1)) {
  if (!row) continue;
  print(row);
}`,
      output: `const rows = []; rows.push(first, ...rest);
while (more()) for (let i = 1; i < rows.length; i++) {
  const row = rows[i];
  if (!row) continue;
  print(row);
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(1)', source: 'rows' }, line: 2, column: 34, endLine: 2, endColumn: 47 },
      ],
    },
    {
      name: 'all but the last, with a pattern and no block',
      code: `const rows = []
rows.push(first)
while (more()) for (const [key, value] of rows.slice(0, -1)) print(key, value)`,
      output: `const rows = []
rows.push(first)
while (more()) for (let i = 0; i < rows.length - 1; i++) {
  const [key, value] = rows[i]
  print(key, value)
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(0, -1)', source: 'rows' }, line: 3, column: 43, endLine: 3, endColumn: 60 },
      ],
    },
    {
      name: 'the last ones: a suggestion, for the count may be anything; and no hazard for a statement that starts with a bracket',
      code: `const rows = []
rows.push(first)
while (more()) for (const row of rows.slice(-size)) {
  [row].forEach(print)
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(-size)', source: 'rows' }, line: 3, column: 34, endLine: 3, endColumn: 51, suggestions: [{ messageId: 'walk', output: `const rows = []
rows.push(first)
while (more()) for (let i = Math.max(rows.length - size, 0); i < rows.length; i++) {
  const row = rows[i];
  [row].forEach(print)
}` }] },
      ],
    },
    {
      name: 'by index in TypeScript: a suggestion, for with noUncheckedIndexedAccess the element may be undefined',
      filename: 'file.ts',
      code: `const rows = [...input]
for (const row of rows.toReversed()) print(row)
`,
      errors: [
        { messageId: 'reversal', data: { array: 'rows.toReversed()', source: 'rows' }, line: 2, column: 19, endLine: 2, endColumn: 36, suggestions: [{ messageId: 'walk', output: `const rows = [...input]
for (let i = rows.length - 1; i >= 0; i--) {
  const row = rows[i]
  print(row)
}
` }] },
      ],
    },
    {
      name: 'bounds through a constant, a label',
      code: `const START = 2
const rows = [...input]
while (more()) outer: for (let row of rows.slice(START)) {
  for (;;) continue outer
}`,
      output: `const START = 2
const rows = [...input]
while (more()) outer: for (let i = START; i < rows.length; i++) {
  let row = rows[i]
  for (;;) continue outer
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(START)', source: 'rows' }, line: 3, column: 39, endLine: 3, endColumn: 56 },
      ],
    },
    {
      name: 'a body on one line',
      code: `const rows = [...input]
while (more()) for (const row of rows.slice(1)) { print(row) }`,
      output: `const rows = [...input]
while (more()) for (let i = 1; i < rows.length; i++) { const row = rows[i]; print(row) }`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(1)', source: 'rows' }, line: 2, column: 34, endLine: 2, endColumn: 47 },
      ],
    },
    {
      name: 'an empty body',
      code: `const rows = [...input]
while (more()) for (const row of rows.slice(1)) {}`,
      output: `const rows = [...input]
while (more()) for (let i = 1; i < rows.length; i++) { const row = rows[i] }`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(1)', source: 'rows' }, line: 2, column: 34, endLine: 2, endColumn: 47 },
      ],
    },
    {
      name: 'an index name that is taken',
      code: `const rows = [...input]
while (more()) for (const i of rows.slice(1)) print(i)`,
      output: `const rows = [...input]
while (more()) for (let i2 = 1; i2 < rows.length; i2++) {
  const i = rows[i2]
  print(i)
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(1)', source: 'rows' }, line: 2, column: 32, endLine: 2, endColumn: 45 },
      ],
    },
    {
      name: 'no declaration',
      code: `const rows = [...input]
while (more()) for (row of rows.slice(1)) print(row)`,
      output: `const rows = [...input]
while (more()) for (let i = 1; i < rows.length; i++) {
  row = rows[i]
  print(row)
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(1)', source: 'rows' }, line: 2, column: 28, endLine: 2, endColumn: 41 },
      ],
    },
    {
      name: 'backwards by a reversed copy',
      code: `const rows = [...input]
for (const row of [...rows].reverse()) print(row)`,
      output: `const rows = [...input]
for (let i = rows.length - 1; i >= 0; i--) {
  const row = rows[i]
  print(row)
}`,
      errors: [
        { messageId: 'reversal', data: { array: '[...rows].reverse()', source: 'rows' }, line: 2, column: 19, endLine: 2, endColumn: 38 },
      ],
    },
    {
      name: 'backwards by toReversed',
      code: `const rows = [...input]
for (const row of rows.toReversed()) print(row)`,
      output: `const rows = [...input]
for (let i = rows.length - 1; i >= 0; i--) {
  const row = rows[i]
  print(row)
}`,
      errors: [
        { messageId: 'reversal', data: { array: 'rows.toReversed()', source: 'rows' }, line: 2, column: 19, endLine: 2, endColumn: 36 },
      ],
    },
    {
      name: 'backwards, of what only an array can be',
      code: `function f(rows) {
  let n = 0
  for (const row of rows.slice().reverse()) n += row.size
  return n
}`,
      errors: [
        { messageId: 'reversal', data: { array: 'rows.slice().reverse()', source: 'rows' }, line: 3, column: 21, endLine: 3, endColumn: 43, suggestions: [{ messageId: 'walk', output: `function f(rows) {
  let n = 0
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i]
    n += row.size
  }
  return n
}` }] },
      ],
    },
    {
      name: 'one after the other',
      code: `const a = [...rows], b = [...y]
while (more()) for (const each of [...a, ...b]) print(each)`,
      errors: [
        { messageId: 'merge', data: { array: '[...a, ...b]' }, line: 2, column: 35, endLine: 2, endColumn: 47, suggestions: [{ messageId: 'walk', output: `const a = [...rows], b = [...y]
while (more()) for (const list of [a, b]) for (const each of list) print(each)` }] },
      ],
    },
    {
      name: 'delegation',
      code: `function* all() {
  const seen = new Set(input)
  yield* [...seen]
}`,
      output: `function* all() {
  const seen = new Set(input)
  yield* seen
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 3, column: 10, endLine: 3, endColumn: 19 },
      ],
    },
    {
      name: 'a constant that only the loop reads',
      code: `const seen = new Set()
const list = [...seen]
for (const x of list) notify(x)`,
      output: `const seen = new Set()
for (const x of seen) notify(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 2, column: 14, endLine: 2, endColumn: 23 },
      ],
    },
    {
      name: 'a constant declared earlier',
      code: `const seen = new Set()
const list = [...seen]
prepare()
for (const x of list) notify(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 2, column: 14, endLine: 2, endColumn: 23, suggestions: [{ messageId: 'walk', output: `const seen = new Set()
prepare()
for (const x of seen) notify(x)` }] },
      ],
    },
    {
      name: 'a constant that has a type of its own',
      code: `const seen = new Set<number>()
const list: unknown[] = [...seen]
for (const x of list) notify(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 2, column: 25, endLine: 2, endColumn: 34, suggestions: [{ messageId: 'walk', output: `const seen = new Set<number>()
for (const x of seen) notify(x)` }] },
      ],
    },
    {
      name: 'forEach over values',
      code: `const byId = new Map()
Array.from(byId.values()).forEach((x) => notify(x))`,
      output: `const byId = new Map()
byId.forEach((x) => notify(x))`,
      errors: [
        { messageId: 'copy', data: { array: 'Array.from(byId.values())', source: 'byId.values()' }, line: 2, column: 1, endLine: 2, endColumn: 26 },
      ],
    },
    {
      name: 'forEach over keys',
      code: `const byId = new Map();
[...byId.keys()].forEach(key => notify(key))`,
      output: `const byId = new Map();
byId.forEach((_, key) => notify(key))`,
      errors: [
        { messageId: 'copy', data: { array: '[...byId.keys()]', source: 'byId.keys()' }, line: 2, column: 1, endLine: 2, endColumn: 17 },
      ],
    },
    {
      name: 'forEach over entries',
      code: `const byId = new Map();
[...byId].forEach(([key, value]) => notify(key, value))`,
      output: `const byId = new Map();
byId.forEach((value, key) => notify(key, value))`,
      errors: [
        { messageId: 'copy', data: { array: '[...byId]', source: 'byId' }, line: 2, column: 1, endLine: 2, endColumn: 10 },
      ],
    },
    {
      name: 'forEach over entries of which one part is taken',
      code: `const byId = new Map();
[...byId.entries()].forEach(([, value]) => notify(value));
[...byId.entries()].forEach(([key]) => notify(key))`,
      output: `const byId = new Map();
byId.forEach((value) => notify(value));
byId.forEach((_, key) => notify(key))`,
      errors: [
        { messageId: 'copy', data: { array: '[...byId.entries()]', source: 'byId.entries()' }, line: 2, column: 1, endLine: 2, endColumn: 20 },
        { messageId: 'copy', data: { array: '[...byId.entries()]', source: 'byId.entries()' }, line: 3, column: 1, endLine: 3, endColumn: 20 },
      ],
    },
    {
      name: 'entries that the callback takes whole',
      code: `const byId = new Map();
[...byId].forEach((entry) => keep(entry))`,
      errors: [
        { messageId: 'copy', data: { array: '[...byId]', source: 'byId' }, line: 2, column: 1, endLine: 2, endColumn: 10, suggestions: [{ messageId: 'walk', output: `const byId = new Map();
for (const entry of byId) keep(entry);` }] },
      ],
    },
    {
      name: 'forEach with a this',
      code: `const seen = new Set();
[...seen].forEach(function (x) { notify(x) }, this)`,
      output: `const seen = new Set();
seen.forEach(function (x) { notify(x) }, this)`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 2, column: 1, endLine: 2, endColumn: 10 },
      ],
    },
    {
      name: 'forEach of what is walked by a loop',
      code: `function f() {
  Array.from(this.clients.values()).forEach((client) => {
    total += client.size
  })
}`,
      errors: [
        { messageId: 'copy', data: { array: 'Array.from(this.clients.values())', source: 'this.clients.values()' }, line: 2, column: 3, endLine: 2, endColumn: 36, suggestions: [{ messageId: 'walk', output: `function f() {
  for (const client of this.clients.values()) {
    total += client.size
  }
}` }] },
      ],
    },
    {
      name: 'some',
      code: `class Pool {
  get busy() {
    return [...this.clients.values()].some((client) => client.busy)
  }
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...this.clients.values()]', source: 'this.clients.values()' }, line: 3, column: 12, endLine: 3, endColumn: 38, suggestions: [{ messageId: 'walk', output: `class Pool {
  get busy() {
    for (const client of this.clients.values()) if (client.busy) return true
    return false
  }
}` }] },
      ],
    },
    {
      name: 'every, where one statement may stand',
      code: `class Pool {
  idle() {
    if (this.open) return Array.from(this.clients.values()).every((client) => !client.busy || client.old);
  }
}`,
      errors: [
        { messageId: 'copy', data: { array: 'Array.from(this.clients.values())', source: 'this.clients.values()' }, line: 3, column: 27, endLine: 3, endColumn: 60, suggestions: [{ messageId: 'walk', output: `class Pool {
  idle() {
    if (this.open) {
      for (const client of this.clients.values()) if (!(!client.busy || client.old)) return false;
      return true;
    }
  }
}` }] },
      ],
    },
    {
      name: 'find, declared',
      code: `function find(clients: Map<string, Client>) {
  const free = [...clients.values()].find((client: Client) => client.free)
  use(free)
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...clients.values()]', source: 'clients.values()' }, line: 2, column: 16, endLine: 2, endColumn: 37, suggestions: [{ messageId: 'walk', output: `function find(clients: Map<string, Client>) {
  let free
  for (const client of clients.values()) {
    if (client.free) {
      free = client
      break
    }
  }
  use(free)
}` }] },
      ],
    },
    {
      name: 'reduce, returned',
      code: `function total(sizes: Map<string, number>) {
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...sizes.values()]', source: 'sizes.values()' }, line: 2, column: 10, endLine: 2, endColumn: 29, suggestions: [{ messageId: 'walk', output: `function total(sizes: Map<string, number>) {
  let sum = 0
  for (const size of sizes.values()) sum += size
  return sum
}` }] },
      ],
    },
    {
      name: 'reduce, declared, under another name',
      code: `function total(sizes: Map<string, number>) {
  const all = Array.from(sizes.values()).reduce((sum, size) => ({ sum, last: [sum, size] }), null)
  print(all)
}`,
      errors: [
        { messageId: 'copy', data: { array: 'Array.from(sizes.values())', source: 'sizes.values()' }, line: 2, column: 15, endLine: 2, endColumn: 41, suggestions: [{ messageId: 'walk', output: `function total(sizes: Map<string, number>) {
  let all = null
  for (const size of sizes.values()) all = { sum: all, last: [all, size] }
  print(all)
}` }] },
      ],
    },
    {
      name: 'reduce, returned, when the name is taken',
      code: `const sum = 1
function total(sizes: Map<string, number>) {
  return [...sizes.values()].reduce((sum: number, size) => Math.max(sum, size), 0)
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...sizes.values()]', source: 'sizes.values()' }, line: 3, column: 10, endLine: 3, endColumn: 29, suggestions: [{ messageId: 'walk', output: `const sum = 1
function total(sizes: Map<string, number>) {
  let sum2: number = 0
  for (const size of sizes.values()) sum2 = Math.max(sum2, size)
  return sum2
}` }] },
      ],
    },
    {
      name: 'the rest of an array for every element',
      code: `function later(rows: Row[]) {
  return rows.map((row, index) => rows.slice(index + 1).some((other) => other.id === row.id))
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(index + 1)', source: 'rows' }, line: 2, column: 35, endLine: 2, endColumn: 56, suggestions: [{ messageId: 'walk', output: `function later(rows: Row[]) {
  return rows.map((row, index) => rows.some((other, i) => i >= index + 1 && other.id === row.id))
}` }] },
      ],
    },
    {
      name: 'parts of an array in a loop',
      code: `function sums(rows: number[]) {
  for (let end = 1; end < rows.length; end++) print(rows.slice(0, end).find((row) => row > 9), rows.slice(end).every((row) => row > 0 || row < -9))
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(0, end)', source: 'rows' }, line: 2, column: 53, endLine: 2, endColumn: 71, suggestions: [{ messageId: 'walk', output: `function sums(rows: number[]) {
  for (let end = 1; end < rows.length; end++) print(rows.find((row, i) => i < end && row > 9), rows.slice(end).every((row) => row > 0 || row < -9))
}` }] },
        { messageId: 'range', data: { array: 'rows.slice(end)', source: 'rows' }, line: 2, column: 96, endLine: 2, endColumn: 111, suggestions: [{ messageId: 'walk', output: `function sums(rows: number[]) {
  for (let end = 1; end < rows.length; end++) print(rows.slice(0, end).find((row) => row > 9), rows.every((row, i) => i < end || (row > 0 || row < -9)))
}` }] },
      ],
    },
    {
      name: 'deleting the key that the loop is at',
      code: `function expire(cache: Map<string, number>, now: number) {
  for (const [key, time] of [...cache.entries()]) if (time < now) cache.delete(key)
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...cache.entries()]', source: 'cache.entries()' }, line: 2, column: 29, endLine: 2, endColumn: 49, suggestions: [{ messageId: 'walk', output: `function expire(cache: Map<string, number>, now: number) {
  for (const [key, time] of cache.entries()) if (time < now) cache.delete(key)
}` }] },
      ],
    },
    {
      name: 'deleting the element that the loop is at',
      code: `const seen = new Set()
for (const x of [...seen]) if (x === 1) seen.delete(x)`,
      output: `const seen = new Set()
for (const x of seen) if (x === 1) seen.delete(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 2, column: 17, endLine: 2, endColumn: 26 },
      ],
    },
    {
      name: 'a static block',
      code: `class A {
  static {
    const seen = new Set(input)
    for (const x of [...seen]) notify(x)
  }
}`,
      output: `class A {
  static {
    const seen = new Set(input)
    for (const x of seen) notify(x)
  }
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 4, column: 21, endLine: 4, endColumn: 30 },
      ],
    },
    {
      name: 'a script',
      code: `function f() {
  var seen = new Set(input)
  for (var x of [...seen]) notify(x)
}`,
      languageOptions: { sourceType: 'script' },
      output: `function f() {
  var seen = new Set(input)
  for (var x of seen) notify(x)
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 3, column: 17, endLine: 3, endColumn: 26 },
      ],
    },
    {
      name: 'CommonJS',
      code: `module.exports = () => {
  const seen = new Set(require('x'))
  for (const x of [...seen]) notify(x)
}`,
      languageOptions: { sourceType: 'commonjs' },
      output: `module.exports = () => {
  const seen = new Set(require('x'))
  for (const x of seen) notify(x)
}`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 3, column: 19, endLine: 3, endColumn: 28 },
      ],
    },
    {
      name: 'a cast inside',
      code: `const seen = new Set<string>()
for (const x of [...(seen as Set<string>)]) notify(x)`,
      output: `const seen = new Set<string>()
for (const x of seen as Set<string>) notify(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...(seen as Set<string>)]', source: 'seen' }, line: 2, column: 17, endLine: 2, endColumn: 43 },
      ],
    },
    {
      name: 'a cast of the array, which the loop may need',
      code: `const seen = new Set<string>()
for (const x of [...seen] as string[]) notify(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', source: 'seen' }, line: 2, column: 17, endLine: 2, endColumn: 26, suggestions: [{ messageId: 'walk', output: `const seen = new Set<string>()
for (const x of seen) notify(x)` }] },
      ],
    },
    {
      name: 'parentheses',
      code: `const seen = new Set()
for (const x of ([...(seen)])) notify(x)`,
      output: `const seen = new Set()
for (const x of seen) notify(x)`,
      errors: [
        { messageId: 'copy', data: { array: '[...(seen)]', source: 'seen' }, line: 2, column: 18, endLine: 2, endColumn: 29 },
      ],
    },
    {
      name: 'a comment beside the array and one in the source',
      code: `const seen = new Set()
for (const x of [...new Set(/* all */ input)]) notify(x) // done`,
      output: `const seen = new Set()
for (const x of new Set(/* all */ input)) notify(x) // done`,
      errors: [
        { messageId: 'copy', data: { array: '[...new Set(/* all */ input)]', source: 'new Set(/* all */ input)' }, line: 2, column: 17, endLine: 2, endColumn: 46 },
      ],
    },
    {
      name: 'using',
      code: `const open = new Set(input)
for (using x of [...open]) x.read()`,
      output: `const open = new Set(input)
for (using x of open) x.read()`,
      errors: [
        { messageId: 'copy', data: { array: '[...open]', source: 'open' }, line: 2, column: 17, endLine: 2, endColumn: 26 },
      ],
    },
    {
      name: 'a generator of the file',
      code: `function* walk(tree) { yield tree }
for (const x of [...walk(tree)]) total = x + 1`,
      errors: [
        { messageId: 'copy', data: { array: '[...walk(tree)]', source: 'walk(tree)' }, line: 2, column: 17, endLine: 2, endColumn: 32, suggestions: [{ messageId: 'walk', output: `function* walk(tree) { yield tree }
for (const x of walk(tree)) total = x + 1` }] },
      ],
    },
    {
      name: 'a part of what was read from outside',
      code: `import { readFileSync } from 'node:fs'
function print(path) {
  const rows = JSON.parse(readFileSync(path, 'utf8')).map((row) => row.size)
  for (const row of rows.slice(1)) sum += row
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(1)', source: 'rows' }, line: 4, column: 21, endLine: 4, endColumn: 34, suggestions: [{ messageId: 'walk', output: `import { readFileSync } from 'node:fs'
function print(path) {
  const rows = JSON.parse(readFileSync(path, 'utf8')).map((row) => row.size)
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]
    sum += row
  }
}` }] },
      ],
    },
    {
      name: 'a part of what is named as data',
      code: `function total(rows: number[]) {
  for (const row of rows.slice(1)) sum += row
}`,
      errors: [
        { messageId: 'range', data: { array: 'rows.slice(1)', source: 'rows' }, line: 2, column: 21, endLine: 2, endColumn: 34, suggestions: [{ messageId: 'walk', output: `function total(rows: number[]) {
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]
    sum += row
  }
}` }] },
      ],
    },
  ],
})
