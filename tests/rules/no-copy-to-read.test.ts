import rule from '../../src/rules/no-copy-to-read.ts'
import { testRule } from '../support/rule-tester.ts'

const modern = { memory: { target: 'es2023' } }
const old = { memory: { target: 'es2021' } }

testRule('no-copy-to-read', rule, {
  valid: [
    { name: 'the first of what a callback makes of a few pieces, or of what need not be an array', code: "const a = line.split(',').map((x) => x.trim())[0]; const b = $('a').map((x) => x.id)[0]; const c = ['a', 'b'].map((x) => x + 1)[0]" },
    { name: 'a callback that may look at the array', code: 'const a = rows.filter((row) => row.ok).map((row, i, all) => all.length)[0]; const b = rows.filter((row) => row.ok).map(g)[0]' },
    { name: 'another element of what a callback gives', code: 'const a = rows.filter((row) => row.ok).map((row) => row.name)[1]; const b = rows.filter((row) => row.ok).map((row) => row.name)[i]' },
    { name: 'the only element', code: 'const names = new Set(all); if (names.size === 1) print([...names][0])' },
    { name: 'matches that are all used', code: 'const open = rows.filter((row) => row.open); for (const row of open) print(row)' },
    { name: 'the second match', code: 'const second = rows.filter((row) => row.open)[1]' },
    { name: 'a match at an index that is not known', code: 'const match = rows.filter((row) => row.open)[i]' },
    { name: 'a number of matches', code: 'const isOne = rows.filter((row) => row.open).length === 1' },
    { name: 'counted matches', code: 'const open = rows.filter((row) => row.open).length' },
    { name: 'a count that is shown', code: 'const text = rows.filter((row) => row.open).length && "open"' },
    { name: 'a literal', code: 'const isAny = [a, b, c].filter(Boolean).length > 0' },
    { name: 'a constant of few', code: 'const kinds = [{ id: 1 }, { id: 2 }]; const kind = kinds.filter((one) => one.id === id)[0]' },
    { name: 'the pieces of a path', code: 'const name = path.split("/").filter(Boolean).shift()' },
    { name: 'a filter that waits', code: 'const first = rows.filter(async (row) => row.open)[0]' },
    { name: 'a filter by what is no function here', code: 'const first = rows.filter(selector)[0]' },
    { name: 'a filter of jQuery', code: 'const first = $rows.filter((i, row) => row.open)[0]; const cell = $("td").filter((i) => i > 1)[0]; const root = cy.filter((element) => element.id() === id)[0]' },
    { name: 'a filter of what a library found', code: 'const isUsed = root.find(j.Identifier, { name }).filter((path) => path.node.id).length > 0' },
    { name: 'a callback with a receiver of its own', code: 'const first = rows.filter(function () { return this.open })[0]' },
    { name: 'a filter of the class itself', code: 'class Rows { open() { return this.filter((row) => row.open)[0] } }' },
    { name: 'a filter of an iterator', code: 'const first = new Set().values().filter((x) => x).next()' },
    { name: 'the last match where there is no findLast', settings: old, code: 'const last = rows.filter((row) => row.open).pop()' },
    { name: 'an element that is written', code: 'rows.filter((row) => row.open)[0] = x; delete rows.filter((row) => row.open)[0]; rows.filter((row) => row.open)[0]++' },
    { name: 'an element that is called, whose receiver is the array', code: 'handlers.filter((f) => f.on)[0]()' },
    { name: 'an element that is assigned by a pattern', code: '[rows.filter((row) => row.open)[0]] = xs; ({ a: rows.filter((row) => row.open)[0] } = xs)' },
    { name: 'a result that nothing takes', code: 'rows.filter((row) => row.open).pop()' },
    { name: 'a computed method', code: 'const first = rows["filter"]((row) => row.open)[0]' },
    { name: 'spread arguments', code: 'const first = rows.filter(...given)[0]' },
    { name: 'a cast in between', code: 'const first = (rows.filter((row) => row.open) as Row[])[0]' },
    { name: 'a comment that would be lost', code: 'const first = rows.filter((row) => row.open)[/* the newest */ 0]' },
    { name: 'a comment that would be lost before the read', code: 'const first = rows.filter((row) => row.open) // newest first\n  .shift()' },
    { name: 'a destructured rest', code: 'const [first, ...others] = rows.filter((row) => row.open)' },
    { name: 'a destructured default', code: 'const [first = none] = rows.filter((row) => row.open)' },
    { name: 'two destructured matches', code: 'const [first, second] = rows.filter((row) => row.open)' },
    { name: 'a constant that is read for more', code: 'function f() { const open = rows.filter((row) => row.open); if (open.length > 1) return open[0] }' },
    { name: 'a constant that is passed on', code: 'function f() { const open = rows.filter((row) => row.open); if (open.length > 0) print(open) }' },
    { name: 'a constant that is used up', code: 'function f() { const open = rows.filter((row) => row.open); while (open.length > 0) print(open.shift()) }' },
    { name: 'a constant that is exported', code: 'export const open = rows.filter((row) => row.open); print(open[0])' },
    { name: 'a constant with a type', code: 'function f() { const open: Row[] = rows.filter((row) => row.open); return open[0] }' },
    { name: 'a variable that changes', code: 'function f() { let open = rows.filter((row) => row.open); open = more(open); return open[0] }' },
    { name: 'a value that is computed', code: 'const has = rows.map((row) => row.id).includes(next())' },
    { name: 'a value of the name that the callback has', code: 'const has = rows.map((id) => id.value).includes(id)' },
    { name: 'a callback of several statements', code: 'const has = rows.map((row) => { log(row); return row.id }).includes(id)' },
    { name: 'a search from an index', code: 'const has = rows.map((row) => row.id).includes(id, 1)' },
    { name: 'code points', code: 'const n = [...text].length; function f(text: string) { return [...text].length + Array.from(text)[0] }' },
    { name: 'an unknown iterable', code: 'const first = [...list][0]; const n = Array.from(list).length; const has = [...list].includes(x)' },
    { name: 'the values of a Map', code: 'const byId = new Map(); const has = [...byId.values()].includes(x)' },
    { name: 'the second of a Set', code: 'const seen = new Set(xs); const second = [...seen][1]; const last = [...seen].pop()' },
    { name: 'a copied array, redundant whatever is read', code: 'function f(rows: Row[]) { const [first] = [...rows]; return [...rows].length }' },
    { name: 'the keys of a table', code: 'const isKind = Object.keys(KINDS).includes(kind) || Object.keys(this.KINDS).includes(kind) || Object.keys(Kind).includes(kind)' },
    { name: 'the keys of a literal', code: 'const kinds = { a: 1, b: 2 }; const isKind = Object.keys(kinds).includes(kind)' },
    { name: 'the position of a key', code: 'const i = Object.keys(byId).indexOf(id)' },
    { name: 'a number, which is no key', code: 'const has = Object.keys(byId).includes(1)' },
    { name: 'whether there are keys', code: 'const isAny = Object.keys(byId).length > 0 || Object.values(byId).length > 0' },
    { name: 'a shadowed Object', code: 'function f(Object) { return Object.keys(byId).includes(id) }' },
    { name: 'the last element, of which one is copied', code: 'const last = rows.slice(-1)[0]; const end = rows.slice(-1).pop()' },
    { name: 'a part of a string', code: 'function f(text: string) { return text.slice(2).length + text.slice(1).includes("a") }' },
    { name: 'the arguments of the command', code: 'const isDry = process.argv.slice(2).includes("--dry-run")' },
    { name: 'a piece of an address', code: 'const path = url.split("?")[0]; const last = url.split("/").pop()' },
    { name: 'the lines of a stack', code: 'const where = error.stack.split("\\n")[1]; const [first] = message.split("\\n")' },
    { name: 'the fields of a record', code: 'const [hash, author, date] = record.split("\\n")' },
    { name: 'a limit that is there', code: 'const [first] = text.split("\\n", 1)' },
    { name: 'all lines but some', code: 'const lines = text.split("\\n").slice(0, -1); const rest = text.split("\\n").slice(1)' },
    { name: 'a list that is sorted where it is', code: 'const first = rows.sort((a, b) => a.rank - b.rank)[0]' },
    { name: 'a sorted copy of which several are read', code: 'function f(rows: Row[]) { return [...rows].sort((a, b) => a.rank - b.rank).slice(0, 3) }' },
    { name: 'the order of characters', code: 'function f(names: string[]) { return [...names].sort()[0] }' },
    { name: 'a Set that is asked twice', code: 'const all = new Set(ids); const has = all.has(a) || all.has(b)' },
    { name: 'a Set of few', code: 'const is = new Set(["a", "b"]).has(x)' },
    { name: 'a shadowed Set', code: 'function f(Set, ids) { return new Set(ids).has(x) }' },
    { name: 'merged lists of which nothing is known', code: 'const has = [...a, ...b].includes(x)' },
    { name: 'merged lists with more in them', code: 'function f(a: Row[], b: Row[]) { return [...a, ...b, c].includes(x) }' },
    { name: 'reversed where there is no findLast', settings: old, code: 'function f(rows: Row[]) { return [...rows].reverse().find((row) => row.open) }' },
    { name: 'reversed with an index', settings: modern, code: 'function f(rows: Row[]) { return [...rows].reverse().find((row, i) => i > 1) }' },
    { name: 'reversed where it is', settings: modern, code: 'function f(rows: Row[]) { return rows.reverse().find((row) => row.open) }' },
  ],
  invalid: [
    {
      name: 'the first of what a callback gives',
      options: [{ check: 'all' }],
      code: 'function f(rows, g) {\n  const names = rows.filter((row) => row.ok)\n  return [names.map((row) => row.name)[0], rows.map(g)[0], Object.keys(rows).map((key) => key + 1)[0]]\n}',
      errors: [
        {
          messageId: 'search', data: { array: 'names.map((row) => row.name)', instead: 'slice(0, 1)' }, line: 3, column: 11, endLine: 3, endColumn: 39,
          suggestions: [{ messageId: 'instead', data: { instead: 'slice(0, 1)' }, output: 'function f(rows, g) {\n  const names = rows.filter((row) => row.ok)\n  return [names.slice(0, 1).map((row) => row.name)[0], rows.map(g)[0], Object.keys(rows).map((key) => key + 1)[0]]\n}' }],
        },
        {
          messageId: 'search', data: { array: 'Object.keys(rows).map((key) => key + 1)', instead: 'slice(0, 1)' }, line: 3, column: 60, endLine: 3, endColumn: 99,
          suggestions: [{ messageId: 'instead', data: { instead: 'slice(0, 1)' }, output: 'function f(rows, g) {\n  const names = rows.filter((row) => row.ok)\n  return [names.map((row) => row.name)[0], rows.map(g)[0], Object.keys(rows).slice(0, 1).map((key) => key + 1)[0]]\n}' }],
        },
      ],
    },
    {
      name: 'the first of what a callback gives, far down',
      options: [{ check: 'all' }],
      code: 'const first = load()\n  .filter((row) => row.ok)\n  .map(async (row) => /* one */ row.name)\n  .at(0)',
      errors: [
        {
          messageId: 'search', data: { array: '….map(…)', instead: 'slice(0, 1)' }, line: 1, column: 15, endLine: 3, endColumn: 42,
          suggestions: [{ messageId: 'instead', data: { instead: 'slice(0, 1)' }, output: 'const first = load()\n  .filter((row) => row.ok).slice(0, 1)\n  .map(async (row) => /* one */ row.name)\n  .at(0)' }],
        },
      ],
    },
    {
      name: 'the first match',
      code: 'const match = rows.filter((row) => row.id === id)[0]',
      errors: [
        { messageId: 'search', data: { array: 'rows.filter((row) => row.id === id)', instead: 'find(…)' }, line: 1, column: 15, endLine: 1, endColumn: 50, suggestions: [{ messageId: 'instead', data: { instead: 'find(…)' }, output: 'const match = rows.find((row) => row.id === id)' }] },
      ],
    },
    {
      name: 'the first match, as it is laid out, with a comment',
      code: `const match = rows
  .filter((row) => row.open /* not closed */)
  .shift()`,
      errors: [
        {
          messageId: 'search', data: { array: 'rows.filter(…)', instead: 'find(…)' }, line: 1, column: 15, endLine: 2, endColumn: 46,
          suggestions: [{ messageId: 'instead', data: { instead: 'find(…)' }, output: `const match = rows
  .find((row) => row.open /* not closed */)` }],
        },
      ],
    },
    {
      name: 'by a pure test of a dense array',
      code: 'function f(...ids) { return ids.filter((id) => id !== null)[0] }',
      output: 'function f(...ids) { return ids.find((id) => id !== null) }',
      errors: [{ messageId: 'search', data: { array: 'ids.filter((id) => id !== null)', instead: 'find(…)' }, line: 1, column: 29, endLine: 1, endColumn: 60 }],
    },
    {
      name: 'what is found may be undefined, which TypeScript says',
      filename: 'rows.ts',
      code: 'const name = rows.filter((row) => row.open)[0].name',
      errors: [
        { messageId: 'search', data: { array: 'rows.filter((row) => row.open)', instead: 'find(…)' }, line: 1, column: 14, endLine: 1, endColumn: 44, suggestions: [{ messageId: 'instead', data: { instead: 'find(…)' }, output: 'const name = rows.find((row) => row.open)!.name' }] },
      ],
    },
    {
      name: 'in an optional chain, non-null and in parentheses',
      code: 'const name = (a?.rows.filter((row) => row.open)!)?.[0]?.name',
      errors: [
        { messageId: 'search', data: { array: 'a?.rows.filter((row) => row.open)', instead: 'find(…)' }, line: 1, column: 15, endLine: 1, endColumn: 48, suggestions: [{ messageId: 'instead', data: { instead: 'find(…)' }, output: 'const name = a?.rows.find((row) => row.open)?.name' }] },
      ],
    },
    {
      name: 'destructured',
      code: 'class A { static { const [first] = rows.filter(Boolean) } }',
      errors: [
        { messageId: 'search', data: { array: 'rows.filter(Boolean)', instead: 'find(…)' }, line: 1, column: 36, endLine: 1, endColumn: 56, suggestions: [{ messageId: 'instead', data: { instead: 'find(…)' }, output: 'class A { static { const first = rows.find(Boolean) } }' }] },
      ],
    },
    {
      name: 'destructured in TypeScript, further and not',
      filename: 'rows.ts',
      code: 'const [first] = rows.filter((row) => row.open), [{ name }] = rows.filter((row) => row.old)',
      errors: [
        { messageId: 'search', data: { array: 'rows.filter((row) => row.open)', instead: 'find(…)' }, line: 1, column: 17, endLine: 1, endColumn: 47, suggestions: [{ messageId: 'instead', data: { instead: 'find(…)' }, output: 'const first = rows.find((row) => row.open), [{ name }] = rows.filter((row) => row.old)' }] },
        { messageId: 'search', data: { array: 'rows.filter((row) => row.old)', instead: 'find(…)' }, line: 1, column: 62, endLine: 1, endColumn: 91, suggestions: [{ messageId: 'instead', data: { instead: 'find(…)' }, output: 'const [first] = rows.filter((row) => row.open), { name } = rows.find((row) => row.old)!' }] },
      ],
    },
    {
      name: 'the last match',
      settings: modern,
      code: 'class A { last = rows.filter((row) => row.open).at(-1) }',
      errors: [
        { messageId: 'search', data: { array: 'rows.filter((row) => row.open)', instead: 'findLast(…)' }, line: 1, column: 18, endLine: 1, endColumn: 48, suggestions: [{ messageId: 'instead', data: { instead: 'findLast(…)' }, output: 'class A { last = rows.findLast((row) => row.open) }' }] },
      ],
    },
    {
      name: 'whether there is a match',
      code: 'if (rows.filter((row) => row.open).length && b) stop()',
      errors: [
        { messageId: 'search', data: { array: 'rows.filter((row) => row.open)', instead: 'some(…)' }, line: 1, column: 5, endLine: 1, endColumn: 35, suggestions: [{ messageId: 'instead', data: { instead: 'some(…)' }, output: 'if (rows.some((row) => row.open) && b) stop()' }] },
      ],
    },
    {
      name: 'whether there is none',
      code: 'const none = !rows.filter((row) => row.open).length',
      errors: [
        { messageId: 'search', data: { array: 'rows.filter((row) => row.open)', instead: 'some(…)' }, line: 1, column: 15, endLine: 1, endColumn: 45, suggestions: [{ messageId: 'instead', data: { instead: 'some(…)' }, output: 'const none = !rows.some((row) => row.open)' }] },
      ],
    },
    {
      name: 'compared, in an optional chain that may stop short',
      code: 'const is = x === (a?.filter((b) => b.c).length !== 0)',
      errors: [
        { messageId: 'search', data: { array: 'a?.filter((b) => b.c)', instead: 'some(…)' }, line: 1, column: 19, endLine: 1, endColumn: 40, suggestions: [{ messageId: 'instead', data: { instead: 'some(…)' }, output: 'const is = x === (a?.some((b) => b.c) !== false)' }] },
      ],
    },
    {
      name: 'compared as an operand',
      code: 'const is = x === a?.filter((b) => b.c).length > 0',
      errors: [
        { messageId: 'search', data: { array: 'a?.filter((b) => b.c)', instead: 'some(…)' }, line: 1, column: 18, endLine: 1, endColumn: 39, suggestions: [{ messageId: 'instead', data: { instead: 'some(…)' }, output: 'const is = x === (a?.some((b) => b.c) === true)' }] },
      ],
    },
    {
      name: 'through a constant, read for its first element and whether there is one',
      filename: 'rows.ts',
      code: `function f() {
  const found = rows.filter((row) => row.open)
  if (found.length > 0) return found[0].name
}`,
      errors: [
        {
          messageId: 'search', data: { array: 'rows.filter((row) => row.open)', instead: 'find(…)' }, line: 2, column: 17, endLine: 2, endColumn: 47,
          suggestions: [{ messageId: 'instead', data: { instead: 'find(…)' }, output: `function f() {
  const found = rows.find((row) => row.open)
  if (found !== undefined) return found.name
}` }],
        },
      ],
    },
    {
      name: 'through a constant, read for whether there is one',
      code: `function f() {
  const found = rows.filter((row) => row.open)
  return !found.length || found.length === 0
}`,
      errors: [
        {
          messageId: 'search', data: { array: 'rows.filter((row) => row.open)', instead: 'some(…)' }, line: 2, column: 17, endLine: 2, endColumn: 47,
          suggestions: [{ messageId: 'instead', data: { instead: 'some(…)' }, output: `function f() {
  const found = rows.some((row) => row.open)
  return !found || !found
}` }],
        },
      ],
    },
    {
      name: 'counted, when asked for',
      options: [{ check: 'all' }],
      code: 'const open = rows.filter(({ state }) => state & OPEN).length',
      errors: [
        { messageId: 'count', data: { array: 'rows.filter(({ state }) => state & OPEN)', instead: 'reduce(…)' }, line: 1, column: 14, endLine: 1, endColumn: 54, suggestions: [{ messageId: 'instead', data: { instead: 'reduce(…)' }, output: 'const open = rows.reduce((count, { state }) => ((state & OPEN) ? count + 1 : count), 0)' }] },
      ],
    },
    {
      name: 'a mapped value looked for',
      code: 'const has = rows.map((row) => row.a ?? row.b).includes(id)',
      errors: [
        { messageId: 'search', data: { array: 'rows.map((row) => row.a ?? row.b)', instead: 'some(…)' }, line: 1, column: 13, endLine: 1, endColumn: 46, suggestions: [{ messageId: 'instead', data: { instead: 'some(…)' }, output: 'const has = rows.some((row) => (row.a ?? row.b) === id)' }] },
      ],
    },
    {
      name: 'the position of a mapped value, by a function',
      code: 'const i = rows.map(idOf).indexOf(item)',
      errors: [
        { messageId: 'search', data: { array: 'rows.map(idOf)', instead: 'findIndex(…)' }, line: 1, column: 11, endLine: 1, endColumn: 25, suggestions: [{ messageId: 'instead', data: { instead: 'findIndex(…)' }, output: 'const i = rows.findIndex((item2) => idOf(item2) === item)' }] },
      ],
    },
    {
      name: 'whether a mapped value has a position',
      code: 'const isNew = rows.map((row) => row.id).indexOf(id) === -1',
      errors: [
        { messageId: 'search', data: { array: 'rows.map((row) => row.id)', instead: 'some(…)' }, line: 1, column: 15, endLine: 1, endColumn: 40, suggestions: [{ messageId: 'instead', data: { instead: 'some(…)' }, output: 'const isNew = !rows.some((row) => row.id === id)' }] },
      ],
    },
    {
      name: 'the size of a Set',
      code: 'const seen = new Set(xs); const n = Array.from(seen).length',
      output: 'const seen = new Set(xs); const n = seen.size',
      errors: [{ messageId: 'copy', data: { array: 'Array.from(seen)', instead: 'size' }, line: 1, column: 37, endLine: 1, endColumn: 53 }],
    },
    {
      name: 'whether a Map has entries, of which TypeScript says that it is one',
      code: 'function f(byId: Map<string, Row>) { return [...byId.values()].length === 0 }',
      errors: [
        { messageId: 'copy', data: { array: '[...byId.values()]', instead: 'size' }, line: 1, column: 45, endLine: 1, endColumn: 63, suggestions: [{ messageId: 'instead', data: { instead: 'size' }, output: 'function f(byId: Map<string, Row>) { return byId.size === 0 }' }] },
      ],
    },
    {
      name: 'a member of a Set and a key of a Map',
      code: 'const seen = new Set(xs), byId = new Map(); function f(x) { return ![...seen].includes(x) && [...byId.keys()].indexOf("a") >= 0 }',
      output: 'const seen = new Set(xs), byId = new Map(); function f(x) { return !seen.has(x) && byId.has("a") }',
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', instead: 'has(…)' }, line: 1, column: 69, endLine: 1, endColumn: 78 },
        { messageId: 'copy', data: { array: '[...byId.keys()]', instead: 'has(…)' }, line: 1, column: 94, endLine: 1, endColumn: 110 },
      ],
    },
    {
      name: 'a member by identity, which NaN has not',
      code: 'const seen = new Set(xs); function f(x) { return [...seen].indexOf(x) !== -1 }',
      errors: [
        { messageId: 'copy', data: { array: '[...seen]', instead: 'has(…)' }, line: 1, column: 50, endLine: 1, endColumn: 59, suggestions: [{ messageId: 'instead', data: { instead: 'has(…)' }, output: 'const seen = new Set(xs); function f(x) { return seen.has(x) }' }] },
      ],
    },
    {
      name: 'the first of a Map and of a Set',
      code: 'const byId = new Map(), seen = new Set(xs); const first = [Array.from(byId.values())[0], [...seen][0], [...byId].at(0)]',
      output: 'const byId = new Map(), seen = new Set(xs); const first = [byId.values().next().value, seen.values().next().value, byId.entries().next().value]',
      errors: [
        { messageId: 'copy', data: { array: 'Array.from(byId.values())', instead: 'next().value' }, line: 1, column: 60, endLine: 1, endColumn: 85 },
        { messageId: 'copy', data: { array: '[...seen]', instead: 'next().value' }, line: 1, column: 90, endLine: 1, endColumn: 99 },
        { messageId: 'copy', data: { array: '[...byId]', instead: 'next().value' }, line: 1, column: 104, endLine: 1, endColumn: 113 },
      ],
    },
    {
      name: 'the first of an iterable, destructured',
      code: 'const [first] = [...list]',
      errors: [
        { messageId: 'copy', data: { array: '[...list]', instead: 'the iterable itself' }, line: 1, column: 17, endLine: 1, endColumn: 26, suggestions: [{ messageId: 'instead', data: { instead: 'the iterable itself' }, output: 'const [first] = list' }] },
      ],
    },
    {
      name: 'a key of an object where there is no hasOwn',
      settings: old,
      code: 'const has = !Object.keys(a.byId).includes(id)',
      errors: [
        { messageId: 'copy', data: { array: 'Object.keys(a.byId)', instead: 'Object.prototype.hasOwnProperty.call(…)' }, line: 1, column: 14, endLine: 1, endColumn: 33, suggestions: [{ messageId: 'instead', data: { instead: 'Object.prototype.hasOwnProperty.call(…)' }, output: 'const has = !Object.prototype.hasOwnProperty.call(a.byId, id)' }] },
      ],
    },
    {
      name: 'a key of an object, by its position',
      settings: modern,
      code: 'const has = Object.keys(byId).indexOf(id) !== -1',
      errors: [
        { messageId: 'copy', data: { array: 'Object.keys(byId)', instead: 'Object.hasOwn(…)' }, line: 1, column: 13, endLine: 1, endColumn: 30, suggestions: [{ messageId: 'instead', data: { instead: 'Object.hasOwn(…)' }, output: 'const has = Object.hasOwn(byId, id)' }] },
      ],
    },
    {
      name: 'the number of entries',
      code: 'const isAny = Object.entries(options).length > 0',
      errors: [
        { messageId: 'copy', data: { array: 'Object.entries(options)', instead: 'Object.keys(…)' }, line: 1, column: 15, endLine: 1, endColumn: 38, suggestions: [{ messageId: 'instead', data: { instead: 'Object.keys(…)' }, output: 'const isAny = Object.keys(options).length > 0' }] },
      ],
    },
    {
      name: 'the rest of an array',
      code: 'const rows = [...list]; const is = [rows.slice(2)[0], rows.slice(1).length, rows.slice(3).length > 0, rows.slice(1).includes(1), rows.slice(1).indexOf(1) < 0]',
      output: 'const rows = [...list]; const is = [rows[2], Math.max(rows.length - 1, 0), rows.length > 3, rows.includes(1, 1), rows.indexOf(1, 1) === -1]',
      errors: [
        { messageId: 'copy', data: { array: 'rows.slice(2)', instead: '[2]' }, line: 1, column: 37, endLine: 1, endColumn: 50 },
        { messageId: 'copy', data: { array: 'rows.slice(1)', instead: 'Math.max(…)' }, line: 1, column: 55, endLine: 1, endColumn: 68 },
        { messageId: 'copy', data: { array: 'rows.slice(3)', instead: 'length > 3' }, line: 1, column: 77, endLine: 1, endColumn: 90 },
        { messageId: 'copy', data: { array: 'rows.slice(1)', instead: 'includes(…, 1)' }, line: 1, column: 103, endLine: 1, endColumn: 116 },
        { messageId: 'copy', data: { array: 'rows.slice(1)', instead: 'indexOf(…, 1)' }, line: 1, column: 130, endLine: 1, endColumn: 143 },
      ],
    },
    {
      name: 'the last match of a reversed copy',
      settings: modern,
      code: `function f(rows: Row[]) {
  return rows
    .slice()
    .reverse()
    .find((row) => row.open)
}`,
      errors: [
        {
          messageId: 'copy', data: { array: '….reverse(…)', instead: 'findLast(…)' }, line: 2, column: 10, endLine: 4, endColumn: 15,
          suggestions: [{ messageId: 'instead', data: { instead: 'findLast(…)' }, output: `function f(rows: Row[]) {
  return rows
    .findLast((row) => row.open)
}` }],
        },
      ],
    },
    {
      name: 'the last of a reversed copy',
      settings: modern,
      code: 'const rows = [...list]; const last = rows.toReversed()[0]',
      output: 'const rows = [...list]; const last = rows.at(-1)',
      errors: [{ messageId: 'copy', data: { array: 'rows.toReversed()', instead: 'at(-1)' }, line: 1, column: 38, endLine: 1, endColumn: 55 }],
    },
    {
      name: 'a member of either list',
      code: 'function f(a: string[], b: string[], x: string) { return ![...a, ...b].includes(x) && x }',
      errors: [
        { messageId: 'copy', data: { array: '[...a, ...b]', instead: 'includes(…) || …' }, line: 1, column: 59, endLine: 1, endColumn: 71, suggestions: [{ messageId: 'instead', data: { instead: 'includes(…) || …' }, output: 'function f(a: string[], b: string[], x: string) { return !(a.includes(x) || b.includes(x)) && x }' }] },
      ],
    },
    {
      name: 'the least and the greatest of a sorted copy',
      code: 'function f(rows: Row[]) { return [[...rows].sort((a, b) => a.rank - b.rank)[0], rows.toSorted(byName).at(-1)] }',
      errors: [
        { messageId: 'order', data: { array: '….sort(…)', instead: 'reduce(…)' }, line: 1, column: 35, endLine: 1, endColumn: 76, suggestions: [{ messageId: 'instead', data: { instead: 'reduce(…)' }, output: 'function f(rows: Row[]) { return [rows.reduce((a, b) => (a.rank - b.rank <= 0 ? a : b), rows[0]), rows.toSorted(byName).at(-1)] }' }] },
        { messageId: 'order', data: { array: 'rows.toSorted(byName)', instead: 'reduce(…)' }, line: 1, column: 81, endLine: 1, endColumn: 102, suggestions: [{ messageId: 'instead', data: { instead: 'reduce(…)' }, output: 'function f(rows: Row[]) { return [[...rows].sort((a, b) => a.rank - b.rank)[0], rows.reduce((a, b) => (byName(a, b) <= 0 ? b : a), rows[0])] }' }] },
      ],
    },
    {
      name: 'lines of a text',
      code: 'function f(text: string) { const [first] = text.split("\\n"); return [first, text.split(/\\r?\\n/)[2], text.split("\\n").slice(0, 5).join("\\n")] }',
      output: 'function f(text: string) { const [first] = text.split("\\n", 1); return [first, text.split(/\\r?\\n/, 3)[2], text.split("\\n", 5).join("\\n")] }',
      errors: [
        { messageId: 'text', data: { array: 'text.split("\\n")', instead: 'split(…, 1)' }, line: 1, column: 44, endLine: 1, endColumn: 60 },
        { messageId: 'text', data: { array: 'text.split(/\\r?\\n/)', instead: 'split(…, 3)' }, line: 1, column: 77, endLine: 1, endColumn: 96 },
        { messageId: 'text', data: { array: 'text.split("\\n")', instead: 'split(…, 5)' }, line: 1, column: 101, endLine: 1, endColumn: 117 },
      ],
    },
    {
      name: 'the last line',
      code: 'const line = text.split("\\n").pop()',
      errors: [
        { messageId: 'text', data: { array: 'text.split("\\n")', instead: 'slice(…)' }, line: 1, column: 14, endLine: 1, endColumn: 30, suggestions: [{ messageId: 'instead', data: { instead: 'slice(…)' }, output: 'const line = text.slice(text.lastIndexOf("\\n") + 1)' }] },
      ],
    },
    {
      name: 'a Set made for one question',
      code: 'const ids = [...list]; const is = (x) => !new Set(ids).has(x) || new Set(a ? b : c).has(x)',
      output: 'const ids = [...list]; const is = (x) => !ids.includes(x) || new Set(a ? b : c).has(x)',
      errors: [
        { messageId: 'copy', data: { array: 'new Set(ids)', instead: 'includes(…)' }, line: 1, column: 43, endLine: 1, endColumn: 55 },
        { messageId: 'copy', data: { array: 'new Set(a ? b : c)', instead: 'includes(…)' }, line: 1, column: 66, endLine: 1, endColumn: 84, suggestions: [{ messageId: 'instead', data: { instead: 'includes(…)' }, output: 'const ids = [...list]; const is = (x) => !new Set(ids).has(x) || (a ? b : c).includes(x)' }] },
      ],
    },
  ],
})
