const numberFormat = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' })
const dateFormat = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short' })
const collator = new Intl.Collator('en', { numeric: true })
const known = new Set(['get', 'put', 'post', 'patch'])
const names = ['item 1', 'item 12', 'item 2', 'ítem 3']
const pattern = new RegExp('^item \\d+$')
const parsed = JSON.parse('{"a":1,"b":2,"c":3}')
const units = {
  a0: 1, a1: 2, a2: 3, a3: 4, a4: 5, a5: 6, a6: 7, a7: 8, a8: 9, a9: 10, b0: 11, b1: 12, b2: 13, b3: 14, b4: 15, b5: 16, b6: 17, b7: 18, b8: 19, b9: 20,
}

/** @type {(n: number, step: (i: number) => unknown) => number} */
function repeat(n, step) {
  let kept = 0
  for (let i = 0; i < n; i++) kept += step(i) ? 1 : 0
  return kept
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'number-format',
    unit: 'calls',
    sizes: [100, 1_000],
    before: (n) => repeat(n, (i) => new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' }).format(i)),
    after: (n) => repeat(n, (i) => numberFormat.format(i)),
  },
  {
    name: 'number-to-text',
    unit: 'calls',
    sizes: [100, 1_000],
    before: (n) => repeat(n, (i) => i.toLocaleString('en', { style: 'currency', currency: 'USD' })),
    after: (n) => repeat(n, (i) => numberFormat.format(i)),
  },
  {
    name: 'date-to-text',
    unit: 'calls',
    sizes: [100, 1_000],
    input: (n) => Array.from({ length: n }, (_, i) => new Date(i * 1e9)),
    before: (dates) => repeat(dates.length, (i) => dates[i].toLocaleDateString('en', { year: 'numeric', month: 'short' })),
    after: (dates) => repeat(dates.length, (i) => dateFormat.format(dates[i])),
  },
  {
    name: 'order-with-options',
    unit: 'comparisons',
    sizes: [100, 1_000],
    before: (n) => repeat(n, (i) => names[i & 3].localeCompare('item 5', 'en', { numeric: true })),
    after: (n) => repeat(n, (i) => collator.compare(names[i & 3], 'item 5')),
  },
  {
    name: 'set',
    unit: 'calls',
    sizes: [1_000, 100_000],
    before: (n) => repeat(n, (i) => new Set(['get', 'put', 'post', 'patch']).has(i & 1 ? 'put' : 'head')),
    after: (n) => repeat(n, (i) => known.has(i & 1 ? 'put' : 'head')),
  },
  {
    name: 'set-of-a-list',
    unit: 'elements in each list',
    sizes: [10, 100, 1_000],
    input: (n) => ({ rows: Array.from({ length: n }, (_, i) => i), ids: Array.from({ length: n }, (_, i) => i * 2) }),
    before: ({ rows, ids }) => rows.filter((row) => new Set(ids).has(row)),
    after: ({ rows, ids }) => {
      const values = new Set(ids)
      return rows.filter((row) => values.has(row))
    },
    chart: 'allocated',
  },
  {
    name: 'parsed',
    unit: 'calls',
    sizes: [1_000, 100_000],
    before: (n) => repeat(n, (i) => JSON.parse('{"a":1,"b":2,"c":3}')[i & 1 ? 'a' : 'd']),
    after: (n) => repeat(n, (i) => parsed[i & 1 ? 'a' : 'd']),
  },
  {
    name: 'pattern',
    unit: 'iterations',
    sizes: [1_000, 100_000],
    before: (n) => repeat(n, (i) => new RegExp('^item \\d+$').test(names[i & 3])),
    after: (n) => repeat(n, (i) => pattern.test(names[i & 3])),
  },
  {
    name: 'large-table',
    unit: 'calls',
    sizes: [1_000, 100_000],
    before: (n) => repeat(n, (i) => {
      const table = {
        a0: 1, a1: 2, a2: 3, a3: 4, a4: 5, a5: 6, a6: 7, a7: 8, a8: 9, a9: 10, b0: 11, b1: 12, b2: 13, b3: 14, b4: 15, b5: 16, b6: 17, b7: 18, b8: 19, b9: 20,
      }
      return table[i & 1 ? 'a1' : 'c1']
    }),
    after: (n) => repeat(n, (i) => units[i & 1 ? 'a1' : 'c1']),
  },
]
