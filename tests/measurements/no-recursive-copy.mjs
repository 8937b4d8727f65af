/** @type {(values: number[]) => number} */
const sumOfTail = (values) => (values.length === 0 ? 0 : /** @type {number} */ (values[0]) + sumOfTail(values.slice(1)))
/** @type {(values: number[], start?: number) => number} */
const sumFrom = (values, start = 0) => (values.length <= start ? 0 : /** @type {number} */ (values[start]) + sumFrom(values, start + 1))
/** @type {(values: number[]) => number} */
const sumOfRest = ([x, ...xs]) => (x === undefined ? 0 : x + sumOfRest(xs))
/** @type {(text: string) => number} */
const spacesOfTail = (text) => (text.length === 0 ? 0 : (text[0] === ' ' ? 1 : 0) + spacesOfTail(text.slice(1)))
/** @type {(text: string, start?: number) => number} */
const spacesFrom = (text, start = 0) => (text.length <= start ? 0 : (text[start] === ' ' ? 1 : 0) + spacesFrom(text, start + 1))
/** @type {(counts: Record<string, number>) => number} */
const totalOfRest = (counts) => {
  for (const key in counts) {
    const { [key]: count = 0, ...rest } = counts
    return count + totalOfRest(rest)
  }
  return 0
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'sliced-tail',
    unit: 'elements',
    sizes: [100, 1_000, 4_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before: sumOfTail,
    after: sumFrom,
    chart: 'allocated',
  },
  {
    name: 'destructured-tail',
    unit: 'elements',
    sizes: [4_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before: sumOfRest,
    after: sumFrom,
  },
  {
    name: 'string-tail',
    unit: 'characters',
    sizes: [4_000],
    input: (n) => 'a b '.repeat(n / 4),
    before: spacesOfTail,
    after: spacesFrom,
  },
  {
    name: 'object-rest',
    unit: 'keys',
    sizes: [1_000],
    input: (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`key${i}`, i])),
    before: totalOfRest,
    after(counts) {
      let total = 0
      for (const key in counts) total += counts[key] ?? 0
      return total
    },
  },
  {
    name: 'rest-arguments',
    unit: 'arguments',
    sizes: [10, 100, 1_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before(numbers) {
      const sum = (...xs) => (xs.length === 0 ? 0 : xs[0] + sum(...xs.slice(1)))
      return sum(...numbers)
    },
    after(numbers) {
      const sum = (xs, start) => (start >= xs.length ? 0 : xs[start] + sum(xs, start + 1))
      return sum(numbers, 0)
    },
  },
]
