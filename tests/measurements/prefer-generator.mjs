/** @typedef {{ id: number, size: number }} Row */

/** @param {Row[]} rows */
function pairs(rows) {
  const found = []
  for (const a of rows) for (const b of rows) if (a.size < b.size) found.push([a, b])
  return found
}

/** @param {Row[]} rows */
function* eachPair(rows) {
  for (const a of rows) for (const b of rows) if (a.size < b.size) yield [a, b]
}

const rowsOf = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => ({ id: i, size: i % 7 }))

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'stopped-early',
    unit: 'elements',
    sizes: [10, 100, 300],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: rowsOf,
    before(rows) {
      for (const [a, b] of pairs(rows)) if (a.id > 3) return [a.id, b.id]
      return null
    },
    after(rows) {
      for (const [a, b] of eachPair(rows)) if (a.id > 3) return [a.id, b.id]
      return null
    },
    chart: 'allocated',
  },
  {
    // Not reported: more is allocated, though less at once.
    name: 'walked-to-the-end',
    unit: 'elements',
    sizes: [100, 300],
    input: rowsOf,
    before(rows) {
      let n = 0
      for (const [a, b] of pairs(rows)) n += a.id - b.id
      return n
    },
    after(rows) {
      let n = 0
      for (const [a, b] of eachPair(rows)) n += a.id - b.id
      return n
    },
  },
]
