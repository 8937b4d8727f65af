/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'push',
    unit: 'elements',
    sizes: [100, 10_000, 100_000, 1_000_000],
    input: (n) => ({ xs: [], ys: Array.from({ length: n }, (_, i) => i) }),
    before({ xs, ys }) {
      xs.push(...ys)
      return xs
    },
    after({ xs, ys }) {
      for (const y of ys) xs.push(y)
      return xs
    },
  },
]
