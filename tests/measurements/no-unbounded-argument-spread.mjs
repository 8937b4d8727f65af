/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'push',
    unit: 'elements',
    sizes: [100, 10_000, 100_000, 130_000, 1_000_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => ({ all: [], rows: Array.from({ length: n }, (_, i) => i) }),
    before({ all, rows }) {
      all.push(...rows)
      return all
    },
    after({ all, rows }) {
      for (const row of rows) all.push(row)
      return all
    },
  },
  {
    name: 'max',
    unit: 'numbers',
    sizes: [1_000, 10_000, 100_000, 1_000_000],
    input: (n) => Array.from({ length: n }, (_, i) => i + 0.5),
    before: (values) => Math.max(...values),
    after: (values) => values.reduce((a, b) => Math.max(a, b), -Infinity),
  },
  {
    name: 'text-of-bytes',
    unit: 'bytes',
    sizes: [1_000, 10_000, 100_000, 1_000_000],
    input: (n) => Buffer.alloc(n, 'text'),
    before: (bytes) => String.fromCharCode(...bytes),
    after: (bytes) => bytes.toString('latin1'),
  },
  {
    name: 'concat',
    unit: 'arrays of 2',
    sizes: [100, 10_000, 100_000, 1_000_000],
    input: (n) => Array.from({ length: n }, (_, i) => [i, i]),
    before: (lists) => [].concat(...lists),
    after: (lists) => lists.flat(),
  },
]
