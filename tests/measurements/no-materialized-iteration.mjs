/** @param {Iterable<number>} all */
function sum(all) {
  let total = 0
  for (const x of all) total += x
  return total
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'copy-of-a-set',
    unit: 'elements',
    sizes: [100, 10_000, 1_000_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
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
  {
    name: 'reduced-backwards',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before: (rows) => [...rows].reverse().reduce((a, b) => b - a, 0),
    after: (rows) => rows.reduceRight((a, b) => b - a, 0),
  },
  {
    name: 'search-in-two',
    unit: 'elements in each',
    sizes: [10_000],
    input: (n) => ({ a: Array.from({ length: n }, (_, i) => i), b: Array.from({ length: n }, (_, i) => -i) }),
    before: ({ a, b }) => [...a, ...b].some((x) => x === -5),
    after: ({ a, b }) => a.some((x) => x === -5) || b.some((x) => x === -5),
  },
  {
    name: 'code-units',
    unit: 'characters',
    sizes: [10_000],
    input: (n) => 'a word '.repeat(n / 7),
    before(text) {
      let spaces = 0
      for (const unit of text.split('')) if (unit === ' ') spaces++
      return spaces
    },
    after(text) {
      let spaces = 0
      for (let i = 0; i < text.length; i++) {
        const unit = text[i]
        if (unit === ' ') spaces++
      }
      return spaces
    },
  },
  {
    name: 'delegated-part',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before: (rows) => sum((function* () { yield* rows.slice(1) })()),
    after: (rows) => sum((function* () { for (let i = 1; i < rows.length; i++) yield rows[i] })()),
  },
  {
    // Not reported: one small array, and the condition becomes longer.
    name: 'search-in-a-part',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before: (rows) => rows.slice(1).some((row) => row === 5_000),
    after: (rows) => rows.some((row, i) => i >= 1 && row === 5_000),
  },
  {
    // Not reported: the pieces are what costs.
    name: 'lines-of-a-text',
    unit: 'lines',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, i) => `line ${i} of a text that somebody wrote`).join('\n'),
    before(text) {
      let length = 0
      for (const line of text.split('\n')) length += line.trim().length
      return length
    },
    after(text) {
      let length = 0
      for (let start = 0; start <= text.length;) {
        const next = text.indexOf('\n', start)
        const end = next === -1 ? text.length : next
        length += text.slice(start, end).trim().length
        start = end + 1
      }
      return length
    },
  },
]
