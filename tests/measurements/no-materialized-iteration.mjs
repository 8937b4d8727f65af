/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'copy-of-a-set',
    unit: 'elements',
    sizes: [100, 10_000, 1_000_000],
    input: (n) => new Set(Array.from({ length: n }, (_, i) => i)),
    before(seen) {
      let sum = 0
      for (const x of [...seen]) sum += x
      return sum
    },
    after(seen) {
      let sum = 0
      for (const x of seen) sum += x
      return sum
    },
    chart: 'allocated',
  },
  {
    name: 'part-in-a-loop',
    unit: 'elements',
    sizes: [100, 1_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before(rows) {
      let pairs = 0
      for (let i = 0; i < rows.length; i++) for (const other of rows.slice(i + 1)) if (other !== rows[i]) pairs++
      return pairs
    },
    after(rows) {
      let pairs = 0
      for (let i = 0; i < rows.length; i++) for (let j = i + 1; j < rows.length; j++) if (rows[j] !== rows[i]) pairs++
      return pairs
    },
  },
  {
    name: 'reversal',
    unit: 'elements',
    sizes: [100, 10_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before(rows) {
      let last = 0
      for (const row of [...rows].reverse()) last = row
      return last
    },
    after(rows) {
      let last = 0
      for (let i = rows.length - 1; i >= 0; i--) last = rows[i]
      return last
    },
  },
  {
    name: 'search-in-a-copy',
    unit: 'entries',
    sizes: [100, 10_000],
    input: (n) => new Map(Array.from({ length: n }, (_, i) => [i, { id: i }])),
    before: (byId) => [...byId.values()].some((each) => each.id === 3),
    after(byId) {
      for (const each of byId.values()) if (each.id === 3) return true
      return false
    },
  },
]
