import rule from '../../src/rules/no-intermediate-array.ts'
import { testRule } from '../support/rule-tester.ts'

const all = [{ check: 'all' }]

testRule('no-intermediate-array', rule, {
  valid: [
    { name: 'an array that is kept', options: all, code: 'const open = rows.filter((row) => row.open); print(open); print(open.map((row) => row.id))' },
    { name: 'arrays of a few, written out', code: 'const names = ["means", "scales", "quats"].map((key) => meta[key].files).flat()' },
    { name: 'two steps that run once', code: 'const total = rows.map((row) => row.size).reduce((a, b) => a + b, 0)' },
    { name: 'what stays two arrays', options: all, code: 'const names = rows.filter((row) => row.open).map((row) => row.name); for (const group of groups) print(rows.filter((row) => row.open).map((row) => row.name))' },
    { name: 'a join, which makes the text out of the array', options: all, code: 'for (const group of groups) print(group.rows.map((row) => row.name).join(", "))' },
    { name: 'few', options: all, code: 'const is = [1, 2, 3].map((x) => x * 2).some((x) => x === n); const tables = EVENTS.filter((x) => x.on).some((x) => x.once); const part = path.split("/").filter((x) => x).some((x) => x === "a")' },
    { name: 'arguments of the command', options: all, code: 'const is = process.argv.filter((x) => x).some((x) => x === "-v")' },
    { name: 'a filter that reads what the walk writes', options: all, code: 'function f() { const rows = []; const seen = new Set(); rows.filter((x) => !seen.has(x)).map((x) => x.id).forEach((x) => { seen.add(x) }) }' },
    { name: 'a filter that reads a property that the walk assigns', options: all, code: 'function f() { const rows = []; for (const next of rows.filter((x) => !x.done).map((x) => x.next)) next.done = true }' },
    { name: 'a callback that counts', options: all, code: 'let n = 0; const is = rows.map((row) => row.id + n++).some((id) => id === 3)' },
    { name: 'a walk that may write what is walked', options: all, code: 'function f(rows) { rows.filter((row) => row.open).map((row) => row.id).forEach((id) => { remove(id) }); for (const id of this.rows.filter((row) => row.open).map((row) => row.id)) remove(id) }' },
    { name: 'a walk that waits', options: all, code: 'async function f() { const rows = []; for (const id of rows.filter((row) => row.open).map((row) => row.id)) await send(id) }' },
    { name: 'callbacks that wait', options: all, code: 'const is = rows.map(async (row) => row.id).some((x) => x)' },
    { name: 'a callback that takes the array', options: all, code: 'const is = rows.map((row, i, all) => all[i + 1]).some((row) => row.open)' },
    { name: 'a callback that is not seen', options: all, code: 'const is = rows.map(toRow).some((row) => row.open), none = rows.filter((row) => row.open).every(isLate)' },
    { name: 'a callback of its own receiver', options: all, code: 'const is = rows.map(function (row) { return this[row] }, table).some((row) => row.open)' },
    { name: 'positions after some were left out', options: all, code: 'const first = rows.filter((row) => row.open).some((row, i) => i > 3)' },
    { name: 'a reduction without a start', options: all, code: 'const most = rows.map((row) => row.size).reduce((a, b) => (a > b ? a : b))' },
    { name: 'what a spread into Math.max is repaired to', options: all, code: 'const top = points.map((point) => point.y).reduce((a, b) => Math.max(a, b), 0)' },
    { name: 'the first of the mapped', options: all, code: 'const name = rows.map((row) => row.name).find((name) => name > "a")' },
    { name: 'statements of a callback', options: all, code: 'const is = rows.map((row) => { const { id } = row; return id }).some((id) => id === 3)' },
    { name: 'a name from outside that a parameter has', options: all, code: 'const is = rows.map((x) => x.id).some((y) => y === x)' },
    { name: 'a name by which a callback inside is shadowed', options: all, code: 'const is = rows.filter((x) => x.ys.some((row) => row.a === x.a)).some((row) => row.b)' },
    { name: 'a parameter that is assigned', options: all, code: 'const is = rows.map((x) => (x = x.id, x)).some((id) => id === 3)' },
    { name: 'an element that is taken apart in two ways', options: all, code: 'const is = rows.filter(({ a: { b } }) => b).some(({ c }) => c)' },
    { name: 'a default', options: all, code: 'const is = rows.map((x = 1) => x.id).some((id) => id === 3)' },
    { name: 'types that would be lost', options: all, code: 'const is = rows.map<Id>((row) => row.id).some((id) => id.a), some = rows.filter((row): row is Open => row.open).some((row) => row.late), more = (rows.filter((row) => row.a) as Open[]).some((row) => row.b)' },
    { name: 'a comment that would be lost', options: all, code: 'const is = rows.map((row) => row.id) // newest first\n  .some((id) => id === 3)' },
    { name: 'a comment in a parameter list that would be lost', options: all, code: 'for (const group of groups) group.rows.map((row) => row.id).some((/* id */ id) => { print(id) })' },
    { name: 'collections of libraries', options: all, code: 'const is = $("td").filter((i) => i.a).some((x) => x.b), sum = _.chain(rows).map((x) => x.a).reduce((a, b) => a + b, 0), n = d3.selectAll("p").filter((x) => x.a).find((x) => x.b)' },
    { name: 'iterators', options: all, code: 'const is = byId.values().map((row) => row.id).some((id) => id === 3)' },
    { name: 'a class of its own', options: all, code: 'class Rows { has() { return this.filter((row) => row.a).some((row) => row.b) } }' },
    { name: 'a long condition', options: all, code: 'const some = rows.filter((row) => row.isOpenForAllWhoMayReadIt === true && row.isLateForAllWhoMayReadIt).filter((row) => row.isReadByAllWhoMayReadIt)' },
    { name: 'a directive', options: all, languageOptions: { sourceType: 'script' }, code: 'for (const group of groups) group.rows.map((row) => row.id).forEach((id) => { "use strict"; print(id) })' },
    { name: 'a collection that is filled once', options: all, code: 'const byId = new Map(list.map((row) => [row.id, row])), ids = new Set(list.map((row) => row.id)), names = list.map((row) => row.name).filter(Boolean)' },
    { name: 'a Map in TypeScript, of which it is not said what it holds', filename: 'file.ts', options: all, code: 'for (const group of groups) { const byId = new Map(group.rows.map((row) => [row.id, row])); print(byId) }' },
    { name: 'a Map that is given on', options: all, code: 'for (const group of groups) print(new Map(group.rows.map((row) => [row.id, row])))' },
    { name: 'pairs that are no literals', options: all, code: 'for (const group of groups) { const byId = new Map(group.rows.map((row) => row.pair)); print(byId) }' },
    { name: 'a shadowed Map', options: all, code: 'function f(Map) { for (const group of groups) { const byId = new Map(group.rows.map((row) => [row.id, row])); print(byId) } }' },
    { name: 'an element that the loop assigns', options: all, code: 'const rows = []; for (let id of rows.filter((row) => row.a).map((row) => row.id)) { id += 1; print(id) }' },
    { name: 'flattened further', options: all, code: 'const all = rows.map((row) => row.tags).flat(2), more = rows.map((row) => row.tags).flat(depth)' },
  ],
  invalid: [
    {
      name: 'an array of arrays, wherever',
      code: 'const tags = groups.map((group) => group.tags).flat()',
      errors: [
        { messageId: 'flatten', data: { array: 'groups.map((group) => group.tags)' }, line: 1, column: 14, endLine: 1, endColumn: 47, suggestions: [{ messageId: 'instead', output: 'const tags = groups.flatMap((group) => group.tags)' }] },
      ],
    },
    {
      name: 'a chain of three steps',
      code: 'function f(rows) { return rows.filter((row) => row.open).map((row) => row.size).reduce((sum, size) => sum + size, 0) }',
      errors: [
        { messageId: 'pass', data: { array: '….map(…)', reader: 'reduce' }, line: 1, column: 27, endLine: 1, endColumn: 80, suggestions: [{ messageId: 'instead', output: 'function f(rows) { return rows.reduce((sum, row) => (row.open ? sum + row.size : sum), 0) }' }] },
      ],
    },
    {
      name: 'a chain in a loop',
      code: 'for (const name of names) if (rows.map((row) => row.name).some((other) => other === name)) print(name)',
      errors: [
        { messageId: 'pass', data: { array: 'rows.map((row) => row.name)', reader: 'some' }, line: 1, column: 31, endLine: 1, endColumn: 58, suggestions: [{ messageId: 'instead', output: 'for (const name of names) if (rows.some((row) => row.name === name)) print(name)' }] },
      ],
    },
    {
      name: 'a chain for each element',
      code: 'names.forEach((name) => { print(rows.filter((row) => row.open).find((row) => row.name === name)) })',
      errors: [
        { messageId: 'pass', data: { array: 'rows.filter((row) => row.open)', reader: 'find' }, line: 1, column: 33, endLine: 1, endColumn: 63, suggestions: [{ messageId: 'instead', output: 'names.forEach((name) => { print(rows.find((row) => row.open && row.name === name)) })' }] },
      ],
    },
    {
      name: 'arrays of arrays in a loop',
      code: 'for (const group of groups) print(group.rows.map((row) => row.tags).flat())',
      errors: [
        { messageId: 'flatten', data: { array: 'group.rows.map((row) => row.tags)' }, line: 1, column: 35, endLine: 1, endColumn: 68, suggestions: [{ messageId: 'instead', output: 'for (const group of groups) print(group.rows.flatMap((row) => row.tags))' }] },
      ],
    },
    {
      name: 'numbers that are made here',
      options: all,
      code: 'function f(...xs) { return xs.map((x) => String(x === 1)).filter(Boolean).some((x) => x === "true") }',
      output: `function f(...xs) { return xs.some((x2) => {
  const x = String(x2 === 1)
  if (!x) return false
  return x === "true"
}) }`,
      errors: [
        { messageId: 'pass', data: { array: '….filter(…)', reader: 'some' }, line: 1, column: 28, endLine: 1, endColumn: 74 },
      ],
    },
    {
      name: 'a sum',
      options: all,
      code: 'const total = rows.map((row) => row.size).reduce((a, b) => a + b, 0)',
      errors: [
        { messageId: 'pass', data: { array: 'rows.map((row) => row.size)', reader: 'reduce' }, line: 1, column: 15, endLine: 1, endColumn: 42, suggestions: [{ messageId: 'instead', output: 'const total = rows.reduce((a, row) => a + row.size, 0)' }] },
      ],
    },
    {
      name: 'a sum of some',
      options: all,
      code: 'const total = rows.filter(({ size }) => size > 2).reduce((sum, { size }) => sum + size, 0)',
      errors: [
        { messageId: 'pass', data: { array: 'rows.filter(({ size }) => size > 2)', reader: 'reduce' }, line: 1, column: 15, endLine: 1, endColumn: 50, suggestions: [{ messageId: 'instead', output: 'const total = rows.reduce((sum, { size }) => (size > 2 ? sum + size : sum), 0)' }] },
      ],
    },
    {
      name: 'a callback by name and one that says no',
      options: all,
      code: 'const isNone = rows.filter(isOpen).every((x) => x.old || x.gone); function isOpen(row) { return row.open }',
      errors: [
        { messageId: 'pass', data: { array: 'rows.filter(isOpen)', reader: 'every' }, line: 1, column: 16, endLine: 1, endColumn: 35, suggestions: [{ messageId: 'instead', output: 'const isNone = rows.every((x) => !isOpen(x) || x.old || x.gone); function isOpen(row) { return row.open }' }] },
      ],
    },
    {
      name: 'two filters of other names',
      options: all,
      code: 'const some = rows.filter((row) => row.open || row.late).filter((r) => !r.old)',
      errors: [
        { messageId: 'pass', data: { array: 'rows.filter(…)', reader: 'filter' }, line: 1, column: 14, endLine: 1, endColumn: 56, suggestions: [{ messageId: 'instead', output: 'const some = rows.filter((r) => (r.open || r.late) && !r.old)' }] },
      ],
    },
    {
      name: 'a value that is used twice',
      options: all,
      code: 'const some = rows.map((row) => row.size).some((size) => size > 2 && size < 9)',
      errors: [
        { messageId: 'pass', data: { array: 'rows.map((row) => row.size)', reader: 'some' }, line: 1, column: 14, endLine: 1, endColumn: 41, suggestions: [{ messageId: 'instead', output: `const some = rows.some((row) => {
  const size = row.size
  return size > 2 && size < 9
})` }] },
      ],
    },
    {
      name: 'a value in place of operands',
      options: all,
      code: 'const sums = rows.map((row) => row.a + row.b).map((sum) => sum * 2)',
      errors: [
        { messageId: 'pass', data: { array: 'rows.map((row) => row.a + row.b)', reader: 'map' }, line: 1, column: 14, endLine: 1, endColumn: 46, suggestions: [{ messageId: 'instead', output: 'const sums = rows.map((row) => (row.a + row.b) * 2)' }] },
      ],
    },
    {
      name: 'an object literal',
      options: all,
      code: 'const made = rows.map((row) => row.id).map((id) => ({ id }))',
      errors: [
        { messageId: 'pass', data: { array: 'rows.map((row) => row.id)', reader: 'map' }, line: 1, column: 14, endLine: 1, endColumn: 39, suggestions: [{ messageId: 'instead', output: 'const made = rows.map((row) => ({ id: row.id }))' }] },
      ],
    },
    {
      name: 'parentheses around the source',
      options: all,
      code: 'const some = (a ?? b).filter((x) => x.ok).some((x) => x.old)',
      errors: [
        { messageId: 'pass', data: { array: '(a ?? b).filter((x) => x.ok)', reader: 'some' }, line: 1, column: 14, endLine: 1, endColumn: 42, suggestions: [{ messageId: 'instead', output: 'const some = (a ?? b).some((x) => x.ok && x.old)' }] },
      ],
    },
    {
      name: 'an optional source',
      options: all,
      code: 'const some = a?.rows.filter((x) => x.ok).some((x) => x.old), more = rows?.filter((x) => x.ok).some((x) => x.old)',
      errors: [
        { messageId: 'pass', data: { array: 'a?.rows.filter((x) => x.ok)', reader: 'some' }, line: 1, column: 14, endLine: 1, endColumn: 41, suggestions: [{ messageId: 'instead', output: 'const some = a?.rows.some((x) => x.ok && x.old), more = rows?.filter((x) => x.ok).some((x) => x.old)' }] },
        { messageId: 'pass', data: { array: 'rows?.filter((x) => x.ok)', reader: 'some' }, line: 1, column: 69, endLine: 1, endColumn: 94, suggestions: [{ messageId: 'instead', output: 'const some = a?.rows.filter((x) => x.ok).some((x) => x.old), more = rows?.some((x) => x.ok && x.old)' }] },
      ],
    },
    {
      name: 'positions, where none was left out',
      options: all,
      code: `const isSame = rows.map((row, i) => row.id + i).every((id, at) => true)
const isEqual = rows.map((row) => row.id).every((id, i) => id === order[i])`,
      errors: [
        { messageId: 'pass', data: { array: 'rows.map((row) => row.id)', reader: 'every' }, line: 2, column: 17, endLine: 2, endColumn: 42, suggestions: [{ messageId: 'instead', output: `const isSame = rows.map((row, i) => row.id + i).every((id, at) => true)
const isEqual = rows.every((row, i) => row.id === order[i])` }] },
      ],
    },
    {
      name: 'the same name for other things',
      options: all,
      code: 'const all = xs.map((x) => x.tags).filter((x) => x.length > 1).map((x) => x[0]).some((x) => x === "a")',
      errors: [
        { messageId: 'pass', data: { array: '….map(…)', reader: 'some' }, line: 1, column: 13, endLine: 1, endColumn: 79, suggestions: [{ messageId: 'instead', output: `const all = xs.some((x2) => {
  const x = x2.tags
  if (!(x.length > 1)) return false
  return x[0] === "a"
})` }] },
      ],
    },
    {
      name: 'a walk in several steps over a list of its own',
      options: all,
      code: `const rows = []
rows.filter((row) => row.open).map((row) => row.name).forEach((name) => {
  print(name)
})`,
      errors: [
        { messageId: 'pass', data: { array: '….map(…)', reader: 'forEach' }, line: 2, column: 1, endLine: 2, endColumn: 54, suggestions: [{ messageId: 'instead', output: `const rows = []
rows.forEach((row) => {
  if (!row.open) return
  const name = row.name
  print(name)
})` }] },
      ],
    },
    {
      name: 'a walk that starts on the same line',
      options: all,
      code: 'function f() { const rows = []; rows.map((row) => row.name).filter(Boolean).forEach((name) => { print(name) }) }',
      errors: [
        { messageId: 'pass', data: { array: '….filter(…)', reader: 'forEach' }, line: 1, column: 33, endLine: 1, endColumn: 76, suggestions: [{ messageId: 'instead', output: 'function f() { const rows = []; rows.forEach((row) => { const name = row.name; if (!name) return; print(name) }) }' }] },
      ],
    },
    {
      name: 'a loop over what is left',
      options: all,
      code: `const rows = [];
for (const row of rows.filter((row) => !row.open).filter((row) => row.id !== 3)) {
  print(row);
}`,
      errors: [
        { messageId: 'walk', data: { array: '….filter(…)' }, line: 2, column: 19, endLine: 2, endColumn: 80, suggestions: [{ messageId: 'instead', output: `const rows = [];
for (let i = 0; i < rows.length; i++) {
  const row = rows[i];
  if (row.open) continue;
  if (row.id === 3) continue;
  print(row);
}` }] },
      ],
    },
    {
      name: 'a loop over pairs, in a loop',
      options: all,
      code: `for (const group of groups) {
  for (const [key, value] of Object.entries(group).filter(([key]) => key !== "id")) print(key, value)
}`,
      errors: [
        { messageId: 'walk', data: { array: '….filter(…)' }, line: 2, column: 30, endLine: 2, endColumn: 83, suggestions: [{ messageId: 'instead', output: `for (const group of groups) {
  for (const [key, value] of Object.entries(group)) {
    if (key === "id") continue
    print(key, value)
  }
}` }] },
      ],
    },
    {
      name: 'numbers, where nobody can tell',
      options: all,
      code: 'function f(...rows) { return new Set(rows.filter((x) => x !== 1).map((x) => x === 2)) }',
      output: `function f(...rows) { const all = new Set()
for (let i = 0; i < rows.length; i++) {
  const x = rows[i]
  if (x !== 1) all.add(x === 2)
}
return all }`,
      errors: [
        { messageId: 'fill', data: { array: '….map(…)', reader: 'new Set' }, line: 1, column: 38, endLine: 1, endColumn: 85 },
      ],
    },
    {
      name: 'pairs',
      options: all,
      code: `function f(groups) {
  for (const group of groups) {
    const byId = new Map(group.rows.map((row) => [row.id, row]))
    print(byId)
  }
}`,
      errors: [
        { messageId: 'fill', data: { array: 'group.rows.map((row) => [row.id, row])', reader: 'new Map' }, line: 3, column: 26, endLine: 3, endColumn: 64, suggestions: [{ messageId: 'instead', output: `function f(groups) {
  for (const group of groups) {
    const byId = new Map()
    for (let i = 0; i < group.rows.length; i++) {
      const row = group.rows[i]
      byId.set(row.id, row)
    }
    print(byId)
  }
}` }] },
      ],
    },
    {
      name: 'pairs of an object',
      options: all,
      code: `for (const group of groups) {
  const doubled = Object.fromEntries(Object.entries(group).map(([key, value]) => [\`\${key}-2\`, value * 2]))
  print(doubled)
}`,
      errors: [
        { messageId: 'fill', data: { array: '….map(…)', reader: 'Object.fromEntries' }, line: 2, column: 38, endLine: 2, endColumn: 106, suggestions: [{ messageId: 'instead', output: `for (const group of groups) {
  const doubled = {}
  for (const [key, value] of Object.entries(group)) doubled[\`\${key}-2\`] = value * 2
  print(doubled)
}` }] },
      ],
    },
    {
      name: 'data',
      options: all,
      code: `function f(rows) {
  const names = rows.map((row) => row.name).filter(Boolean)
  return names
}`,
      errors: [
        { messageId: 'fill', data: { array: 'rows.map((row) => row.name)', reader: 'filter' }, line: 2, column: 17, endLine: 2, endColumn: 44, suggestions: [{ messageId: 'instead', output: `function f(rows) {
  const names = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    const value = row.name
    if (value) names.push(value)
  }
  return names
}` }] },
      ],
    },
    {
      name: 'three arrays, one of which is kept',
      options: all,
      code: 'while (more()) { const all = xs.filter((x) => x.ok).map((x) => x.id).filter((id) => id > 3); print(all) }',
      errors: [
        { messageId: 'fill', data: { array: 'xs.filter((x) => x.ok).map((x) => x.id)', reader: 'filter' }, line: 1, column: 30, endLine: 1, endColumn: 69, suggestions: [{ messageId: 'instead', output: `while (more()) { const all = []
for (let i = 0; i < xs.length; i++) {
  const x = xs[i]
  if (!x.ok) continue
  const id = x.id
  if (id > 3) all.push(id)
} print(all) }` }] },
      ],
    },
    {
      name: 'by index in TypeScript: a suggestion, for with noUncheckedIndexedAccess the element may be undefined',
      filename: 'file.ts',
      options: all,
      code: 'function f(...rows: number[]) { return new Set<boolean>(rows.filter((x) => x !== 1).map((x) => x === 2)) }',
      errors: [
        { messageId: 'fill', data: { array: '….map(…)', reader: 'new Set' }, line: 1, column: 57, endLine: 1, endColumn: 104, suggestions: [{ messageId: 'instead', output: `function f(...rows: number[]) { const all = new Set<boolean>()
for (let i = 0; i < rows.length; i++) {
  const x = rows[i]
  if (x !== 1) all.add(x === 2)
}
return all }` }] },
      ],
    },
    {
      name: 'a Set in TypeScript, with its type',
      filename: 'file.ts',
      options: all,
      code: `function f(rows: Row[]) {
  const ids: Set<string> = new Set(rows.map((row) => row.id))
  return ids
}`,
      errors: [
        { messageId: 'fill', data: { array: 'rows.map((row) => row.id)', reader: 'new Set' }, line: 2, column: 36, endLine: 2, endColumn: 61, suggestions: [{ messageId: 'instead', output: `function f(rows: Row[]) {
  const ids: Set<string> = new Set()
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    ids.add(row.id)
  }
  return ids
}` }] },
      ],
    },
    {
      name: 'an accumulator and a variable of the names',
      options: all,
      code: `const total = rows.map((a) => a.size).reduce((a, b) => a + b, 0)
for (const row of rows) rows.map((row) => row.name).filter((name) => name).forEach((name) => { const row = byName(name); print(row) })`,
      errors: [
        { messageId: 'pass', data: { array: 'rows.map((a) => a.size)', reader: 'reduce' }, line: 1, column: 15, endLine: 1, endColumn: 38, suggestions: [{ messageId: 'instead', output: `const total = rows.reduce((a, b) => a + b.size, 0)
for (const row of rows) rows.map((row) => row.name).filter((name) => name).forEach((name) => { const row = byName(name); print(row) })` }] },
      ],
    },
    {
      name: 'a variable of the body that has the name',
      options: all,
      code: 'const rows = []; for (const id of rows.filter((row) => row.a).map((row) => row.id)) { const row = byId(id); print(row) }',
      errors: [
        { messageId: 'walk', data: { array: '….map(…)' }, line: 1, column: 35, endLine: 1, endColumn: 83, suggestions: [{ messageId: 'instead', output: 'const rows = []; for (let i = 0; i < rows.length; i++) { const row2 = rows[i]; if (!row2.a) continue; const id = row2.id; const row = byId(id); print(row) }' }] },
      ],
    },
    {
      name: 'arrays of arrays that are made for it',
      options: all,
      code: 'function f(...xs) { return xs.map((x) => [x, next()]).flat(1) }',
      output: 'function f(...xs) { return xs.flatMap((x) => [x, next()]) }',
      errors: [
        { messageId: 'flatten', data: { array: 'xs.map((x) => [x, next()])' }, line: 1, column: 28, endLine: 1, endColumn: 54 },
      ],
    },
  ],
})
