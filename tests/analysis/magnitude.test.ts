import { expect, test } from 'vitest'
import { growsWithData, isAskedForOne, isSizeChecked, type Use } from '../../src/analysis/magnitude.ts'
import { nodeOf, program } from '../support/program.ts'

function argumentOf(code: string) {
  const sourceCode = program(code)
  const call = nodeOf(sourceCode, /use\(.*?\)(?=;|$|\n| })/.exec(code)![0]) as never as { arguments: never[] }
  return { node: call.arguments[0]!, sourceCode }
}

function grows(code: string, use: Use = 'entries'): boolean {
  const { node, sourceCode } = argumentOf(code)
  return growsWithData(node, use, sourceCode)
}

function checked(code: string): boolean {
  const { node, sourceCode } = argumentOf(code)
  return isSizeChecked(node, sourceCode)
}

test('data from elsewhere goes by the names of data, figures by those of figures', () => {
  expect(grows('function f(rows) { use(rows); }')).toBe(true)
  expect(grows('use(answer.records.map(g));')).toBe(true)
  expect(grows('function f(filters) { use(filters); }')).toBe(false)
  expect(grows('use(this.samples);', 'figures')).toBe(true)
  expect(grows('use(this.samples);', 'entries')).toBe(false)
  expect(grows('use(this.allValues);', 'figures')).toBe(true)
  expect(grows('use(form.values);', 'figures')).toBe(false)
})

test('what the file makes itself is judged by how it is made, not by its name', () => {
  expect(grows('const rows = [first, second]; use(rows);')).toBe(false)
  expect(grows('import { readFileSync } from "node:fs"; const parts = JSON.parse(readFileSync(path, "utf8")); use(parts);')).toBe(true)
  expect(grows('import { readFileSync } from "node:fs"; const parts = JSON.parse(readFileSync(configPath, "utf8")); use(parts);')).toBe(false)
  expect(grows('const parts = JSON.parse(text); use(parts);')).toBe(false)
  expect(grows('import { readFileSync } from "node:fs"; const parts = readFileSync(p, "utf8").trim().split("\\n"); use(parts);')).toBe(true)
  expect(grows('const sums = new Float64Array(n); use(sums);', 'figures')).toBe(true)
})

test('one element of what is walked is a part of the data', () => {
  expect(grows('for (const rows of pages) use(rows);')).toBe(false)
  expect(grows('pages.forEach((rows) => { use(rows); })')).toBe(false)
  expect(grows('pages.forEach(({ rows }) => { use(rows); })')).toBe(true)
})

test('a length that is compared with a number', () => {
  expect(checked('function f(xs) { if (xs.length > 5000) return; use(xs); }')).toBe(true)
  expect(checked('function f(xs) { const { length } = xs; const size = xs.byteLength; if (LIMIT >= size) use(xs); }')).toBe(true)
  expect(checked('function f(xs) { if (xs.length > 0) use(xs); }')).toBe(false)
  expect(checked('function f(xs) { for (let i = 0; i < xs.length; i++) g(); use(xs); }')).toBe(false)
  expect(checked('function f(xs, ys) { if (ys.length > 5000) return; use(xs); }')).toBe(false)
})

test('a size that is asked to be one', () => {
  const asked = (code: string) => {
    const { node, sourceCode } = argumentOf(code)
    return isAskedForOne(node, sourceCode)
  }
  expect(asked('function f(names) { if (names.size === 1) use(names); }')).toBe(true)
  expect(asked('function f(names) { if (names.size !== 1) return; use(names); }')).toBe(true)
  expect(asked('function f(names) { if (names.size === 0) return; use(names); }')).toBe(false)
  expect(asked('function f(names, ages) { if (ages.size === 1) use(names); }')).toBe(false)
})
