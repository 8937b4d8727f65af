/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'keys-mapped',
    unit: 'elements',
    sizes: [100, 10_000, 1_000_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    before: (n) => [...Array(n).keys()].map((i) => i * 2),
    after: (n) => Array.from({ length: n }, (_, i) => i * 2),
    chart: 'allocated',
  },
  {
    name: 'length-mapped',
    unit: 'elements',
    sizes: [100, 10_000],
    before: (n) => Array.from({ length: n }).map((_, i) => i * 2),
    after: (n) => Array.from({ length: n }, (_, i) => i * 2),
  },
  {
    name: 'walked',
    unit: 'elements',
    sizes: [100, 10_000],
    before(n) {
      let sum = 0
      Array.from({ length: n }).forEach((_, i) => {
        sum += i
      })
      return sum
    },
    after(n) {
      let sum = 0
      for (let i = 0, count = n; i < count; i++) {
        sum += i
      }
      return sum
    },
  },
  {
    // Not reported: slower.
    name: 'filled-mapped',
    unit: 'elements',
    sizes: [10_000],
    before: (n) => new Array(n).fill().map((_, i) => i * 2),
    after: (n) => Array.from({ length: n }, (_, i) => i * 2),
  },
  {
    // Not reported: slower.
    name: 'spread-mapped',
    unit: 'elements',
    sizes: [10_000],
    before: (n) => [...Array(n)].map((_, i) => i * 2),
    after: (n) => Array.from({ length: n }, (_, i) => i * 2),
  },
  {
    name: 'applied-mapped',
    unit: 'elements',
    sizes: [10_000, 1_000_000],
    before: (n) => Array.apply(null, Array(n)).map((_, i) => i * 2),
    after: (n) => Array.from({ length: n }, (_, i) => i * 2),
  },
  {
    name: 'keys-of-holes',
    unit: 'steps',
    sizes: [10_000],
    before(n) {
      let sum = 0
      for (const i of Array(n).keys()) sum += i
      return sum
    },
    after(n) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += i
      return sum
    },
  },
]
