/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'spread-of-map',
    unit: 'elements',
    sizes: [100, 10_000, 1_000_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before: (xs) => [...xs.map((x) => x + 1)],
    after: (xs) => xs.map((x) => x + 1),
    chart: 'allocated',
  },
  {
    name: 'slice-to-walk',
    unit: 'elements',
    sizes: [10, 1_000, 100_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before(xs) {
      let sum = 0
      xs.slice().forEach((x) => { sum += x })
      return sum
    },
    after(xs) {
      let sum = 0
      xs.forEach((x) => { sum += x })
      return sum
    },
  },
  {
    name: 'sorted-filter',
    unit: 'elements',
    sizes: [10, 1_000, 100_000],
    input: (n) => Array.from({ length: n }, (_, i) => n - i),
    before: (xs) => xs.filter((x) => x % 2 === 0).toSorted((a, b) => a - b),
    after: (xs) => xs.filter((x) => x % 2 === 0).sort((a, b) => a - b),
  },
  {
    name: 'map-of-map',
    unit: 'entries',
    sizes: [10, 1_000, 100_000],
    input: (n) => new Map(Array.from({ length: n }, (_, i) => [i, i])),
    before: (map) => new Map([...map]),
    after: (map) => new Map(map),
  },
  {
    name: 'all-of-set',
    unit: 'promises',
    sizes: [10, 1_000],
    input: (n) => new Set(Array.from({ length: n }, (_, i) => Promise.resolve(i))),
    before: (pending) => Promise.all([...pending]),
    after: (pending) => Promise.all(pending),
  },
  {
    name: 'buffer',
    unit: 'bytes',
    sizes: [100, 10_000, 1_000_000],
    input: (n) => Buffer.alloc(n, 'a'),
    before: (bytes) => Buffer.from(bytes).toString('latin1').length,
    after: (bytes) => bytes.toString('latin1').length,
  },
  {
    // Why no Set made of a Set is reported
    name: 'set-of-set',
    unit: 'elements',
    sizes: [10, 1_000, 100_000],
    input: (n) => new Set(Array.from({ length: n }, (_, i) => i)),
    before: (set) => new Set([...set]),
    after: (set) => new Set(set),
  },
  {
    // Why `Array.from(set).map(f)` is not turned into `Array.from(set, f)`
    name: 'from-with-callback',
    unit: 'elements',
    sizes: [10, 1_000, 100_000],
    input: (n) => new Set(Array.from({ length: n }, (_, i) => i)),
    before: (set) => Array.from(set).map((x) => x + 1),
    after: (set) => Array.from(set, (x) => x + 1),
  },
]
