import rule from '../../src/rules/prefer-generator.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('prefer-generator', rule, {
  valid: [
    { name: 'a private method that is read, and one that is handed on', code: 'class A { #open(rows) { const open = []; for (const row of rows) if (row.open) open.push(row); return open } #shut(rows) { const open = []; for (const row of rows) if (!row.open) open.push(row); return open } run(rows) { for (const row of this.#open(rows)) if (row.last) return row.name; for (const row of this.#shut(rows)) if (row.last) return row.name; return [this.#open(rows).length, this.#shut] } }' },
    { name: 'a method that others may call', code: 'class A { open(rows) { const open = []; for (const row of rows) if (row.open) open.push(row); return open } run(rows) { for (const row of this.open(rows)) if (row.last) return row.name } }' },
    { name: 'a walk to the end', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found } for (const row of all(rows)) print(row)' },
    { name: 'a list that is kept', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found } const list = all(rows); for (const row of list) if (row.late) break' },
    { name: 'a caller that goes to the end', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found } function f() { for (const row of all(rows)) if (row.late) return row } new Set(all(rows)); print(...all(rows)); Array.from(all(rows))' },
    { name: 'a caller that counts', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found } function f() { for (const row of all(rows)) if (row.late) return all(rows).length }' },
    { name: 'a function without callers', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found }' },
    { name: 'an exported function', code: 'export function all(rows) { const found = []; for (const row of rows) found.push(row); return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'a function that is given on', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found } print(all); function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'a break of a loop inside', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found } for (const row of all(rows)) for (const x of row) if (x) break' },
    { name: 'an arrow function', code: 'const all = (rows) => { const found = []; for (const row of rows) found.push(row); return found }; function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'a list that is read while it is filled', code: 'function all(rows) { const found = []; for (const row of rows) if (found.length < 9) found.push(row); return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'a callback that fills it', code: 'function all(rows) { const found = []; rows.forEach((row) => { found.push(row) }); return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'a list of a few that are written out', code: 'function all(a) { const found = []; if (a) found.push(a); return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'another result', code: 'function all(rows) { const found = []; for (const row of rows) { if (!row) return null; found.push(row) } return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'several at once', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row, row.next); return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'a function that waits', code: 'async function all(rows) { const found = []; for (const row of rows) found.push(await row); return found } async function f() { for (const row of await all(rows)) if (row.late) return row }' },
    { name: 'a walk that waits', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found } async function f() { for (const row of all(rows)) if (await row.late) return row }' },
    { name: 'a function that writes what others see', code: 'let n = 0; function all(rows) { const found = []; for (const row of rows) { n++; found.push(row) } return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'a walk that writes what the function reads', code: 'function all(rows) { const found = []; for (const row of rows) found.push(row); return found } function f(list) { for (const row of all(list)) { list.push(row); if (row.late) return row } }' },
    { name: 'a walk that assigns a property that the function reads', code: 'function all(rows) { const found = []; for (const row of rows) if (row.open) found.push(row); return found } function f() { for (const row of all(rows)) { row.next.open = true; if (row.late) return row } }' },
    { name: 'a comment that would be lost', code: 'function all(rows) { const found = [] /* newest first */; for (const row of rows) found.push(/* all */ row); return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
    { name: 'a type that says more', filename: 'file.ts', code: 'function all(rows: Row[]): readonly Row[] { const found: Row[] = []; for (const row of rows) found.push(row); return found } function f() { for (const row of all(rows)) if (row.late) return row }' },
  ],
  invalid: [
    {
      name: 'a private method',
      code: 'class A {\n  #open(rows) {\n    const open = []\n    for (const row of rows) if (row.open) open.push(row)\n    return open\n  }\n  run(rows) {\n    for (const row of this.#open(rows)) if (row.last) return row.name\n  }\n}',
      errors: [
        {
          messageId: 'list', data: { list: 'open' }, line: 3, column: 5, endLine: 3, endColumn: 20,
          suggestions: [{ messageId: 'generator', output: 'class A {\n  *#open(rows) {\n    for (const row of rows) if (row.open) yield row\n  }\n  run(rows) {\n    for (const row of this.#open(rows)) if (row.last) return row.name\n  }\n}' }],
        },
      ],
    },
    {
      name: 'a walk that returns, and a return before the end',
      code: `function matches(rows) {
  const found = []
  for (const row of rows) {
    if (row.last) return found
    if (row.open) found.push(row)
  }
  return found
}
function first(rows) {
  for (const row of matches(rows)) if (row.late) return row
}`,
      errors: [
        { messageId: 'list', data: { list: 'found' }, line: 2, column: 3, endLine: 2, endColumn: 19, suggestions: [{ messageId: 'generator', output: `function* matches(rows) {
  for (const row of rows) {
    if (row.last) return
    if (row.open) yield row
  }
}
function first(rows) {
  for (const row of matches(rows)) if (row.late) return row
}` }] },
      ],
    },
    {
      name: 'a function that takes in what it gives, and a pattern',
      code: `const walk = function (node) {
  const all = [];
  for (const child of node.children) {
    all.push((child.seen, child));
    all.push(...walk(child));
  }
  return all;
};
const [one] = walk(root);`,
      errors: [
        { messageId: 'list', data: { list: 'all' }, line: 2, column: 3, endLine: 2, endColumn: 18, suggestions: [{ messageId: 'generator', output: `const walk = function* (node) {
  for (const child of node.children) {
    yield (child.seen, child);
    yield* walk(child);
  }
};
const [one] = walk(root);` }] },
      ],
    },
    {
      name: 'types',
      filename: 'file.ts',
      code: `function ids(rows: Row[]): Array<Id> {
  const all: Id[] = []
  for (const row of rows) all.push(row.id)
  return all
}
for (const id of ids(rows)) { if (id.late) { print(id); break } else print(id) }
for (const id of ids(others)) { try { print(id) } catch { break } }`,
      errors: [
        { messageId: 'list', data: { list: 'all' }, line: 2, column: 3, endLine: 2, endColumn: 23, suggestions: [{ messageId: 'generator', output: `function* ids(rows: Row[]): Generator<Id> {
  for (const row of rows) yield row.id
}
for (const id of ids(rows)) { if (id.late) { print(id); break } else print(id) }
for (const id of ids(others)) { try { print(id) } catch { break } }` }] },
      ],
    },
  ],
})
