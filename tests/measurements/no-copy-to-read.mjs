/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'first-match',
    unit: 'elements',
    sizes: [100, 10_000, 1_000_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => Array.from({ length: n }, (_, id) => ({ id, open: id >= n / 2 })),
    before: (rows) => rows.filter((row) => row.open)[0],
    after: (rows) => rows.find((row) => row.open),
    chart: 'allocated',
  },
  {
    name: 'number-of-matches',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, id) => ({ id, open: id >= n / 2 })),
    before: (rows) => rows.filter((row) => row.open).length,
    after: (rows) => rows.reduce((count, row) => (row.open ? count + 1 : count), 0),
  },
  {
    name: 'mapped-includes',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, id) => ({ id })),
    before: (rows) => rows.map((row) => row.id).includes(rows.length >> 1),
    after: (rows) => rows.some((row) => row.id === rows.length >> 1),
  },
  {
    name: 'member-of-set',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => new Set(Array.from({ length: n }, (_, i) => i)),
    before: (seen) => [...seen].includes(seen.size >> 1),
    after: (seen) => seen.has(seen.size >> 1),
  },
  {
    name: 'first-of-map',
    unit: 'entries',
    sizes: [10_000],
    input: (n) => new Map(Array.from({ length: n }, (_, i) => [i, i])),
    before: (byId) => [...byId.keys()][0],
    after: (byId) => byId.keys().next().value,
  },
  {
    name: 'member-of-new-set',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before: (ids) => new Set(ids).has(ids.length >> 1),
    after: (ids) => ids.includes(ids.length >> 1),
  },
  {
    name: 'own-key',
    unit: 'keys',
    sizes: [100, 10_000],
    input: (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`key${i}`, i])),
    before: (byKey) => Object.keys(byKey).includes('key5'),
    after: (byKey) => Object.hasOwn(byKey, 'key5'),
  },
  {
    name: 'number-of-entries',
    unit: 'keys',
    sizes: [100],
    input: (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`key${i}`, i])),
    before: (byKey) => Object.entries(byKey).length,
    after: (byKey) => Object.keys(byKey).length,
  },
  {
    name: 'last-match',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, id) => ({ id, open: id < n / 2 })),
    before: (rows) => [...rows].reverse().find((row) => row.open),
    after: (rows) => rows.findLast((row) => row.open),
  },
  {
    name: 'least',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, i) => ({ rank: (i * 7919) % n })),
    before: (rows) => [...rows].sort((a, b) => a.rank - b.rank)[0],
    after: (rows) => rows.reduce((a, b) => (a.rank - b.rank <= 0 ? a : b), rows[0]),
  },
  {
    name: 'first-line',
    unit: 'lines',
    sizes: [10, 10_000],
    input: (n) => Array.from({ length: n }, (_, i) => `line ${i} of a text that somebody wrote`).join('\n'),
    before: (text) => text.split('\n')[0],
    after: (text) => text.split('\n', 1)[0],
  },
  {
    // Not reported: constant.
    name: 'last-element-by-slice',
    unit: 'calls',
    sizes: [10_000],
    before(n) {
      const rows = Array.from({ length: 1_000 }, (_, i) => i)
      let sum = 0
      for (let i = 0; i < n; i++) sum += rows.slice(-1)[0]
      return sum
    },
    after(n) {
      const rows = Array.from({ length: 1_000 }, (_, i) => i)
      let sum = 0
      for (let i = 0; i < n; i++) sum += rows.at(-1)
      return sum
    },
  },
  {
    // Not reported: constant.
    name: 'first-piece-of-address',
    unit: 'calls',
    sizes: [10_000],
    before(n) {
      let length = 0
      for (let i = 0; i < n; i++) length += `/items/${i}?sort=name`.split('?')[0].length
      return length
    },
    after(n) {
      let length = 0
      for (let i = 0; i < n; i++) length += `/items/${i}?sort=name`.split('?', 1)[0].length
      return length
    },
  },
  {
    // Not reported: the same.
    name: 'number-of-values',
    unit: 'keys',
    sizes: [100],
    input: (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`key${i}`, i])),
    before: (byKey) => Object.values(byKey).length,
    after: (byKey) => Object.keys(byKey).length,
  },
  {
    name: 'first-of-mapped',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, id) => ({ id })),
    before: (rows) => rows.map((row) => row.id + 0.5)[0],
    after: (rows) => rows.slice(0, 1).map((row) => row.id + 0.5)[0],
  },
  {
    name: 'found-in-flattened',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n / 10 }, (_, i) => Array.from({ length: 10 }, (_, id) => i * 10 + id)),
    before: (lists) => lists.flat().find((id) => id === 5_000),
    after(lists) {
      for (const list of lists) {
        const found = list.find((id) => id === 5_000)
        if (found !== undefined) return found
      }
      return undefined
    },
  },
  {
    name: 'pieces-of-text-counted',
    unit: 'lines',
    sizes: [10_000],
    input: (n) => 'a line of text\n'.repeat(n),
    before: (text) => text.split('\n').length - 1,
    after(text) {
      let count = 0
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
      return count
    },
  },
  {
    name: 'matches-counted',
    unit: 'matches',
    sizes: [10_000],
    input: (n) => 'a line of text\n'.repeat(n),
    before: (text) => (text.match(/line/g) ?? []).length,
    after(text) {
      let count = 0
      const pattern = /line/g
      while (pattern.test(text)) count++
      return count
    },
  },
  {
    name: 'size-of-part',
    unit: 'elements',
    sizes: [10_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before: (xs) => xs.slice(xs.length >> 2).length,
    after: (xs) => Math.max(xs.length - (xs.length >> 2), 0),
  },
]
