/** Rows as programs have them: objects that were made one by one. */
const rowsOf = (/** @type {number} */ n) =>
  Array.from({ length: n }, (_, i) => ({ id: i, size: i % 7, tags: [`a${i % 5}`, 'b'], name: i % 3 === 0 ? null : `n${i}` }))

const objectOf = (/** @type {number} */ n) => Object.fromEntries(rowsOf(n).map(({ id, size }) => [`k${id}`, size]))

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'chain-of-three',
    unit: 'elements',
    sizes: [100, 10_000, 1_000_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => Array.from({ length: n }, (_, i) => ({ id: i, size: i % 7 })),
    before: (rows) => rows.filter((row) => row.size > 2).map((row) => row.id).reduce((sum, id) => sum + id, 0),
    after: (rows) => rows.reduce((sum, row) => (row.size > 2 ? sum + row.id : sum), 0),
    chart: 'allocated',
  },
  {
    name: 'search-in-mapped',
    unit: 'elements',
    sizes: [100, 10_000],
    input: rowsOf,
    before: (rows) => rows.map((row) => row.size).some((size) => size === 5),
    after: (rows) => rows.some((row) => row.size === 5),
  },
  {
    name: 'two-filters',
    unit: 'elements',
    sizes: [100, 10_000],
    input: rowsOf,
    before: (rows) => rows.filter((row) => row.size > 2).filter((row) => row.id > 50),
    after: (rows) => rows.filter((row) => row.size > 2 && row.id > 50),
  },
  {
    name: 'flattened',
    unit: 'elements',
    sizes: [100, 10_000],
    input: rowsOf,
    before: (rows) => rows.map((row) => row.tags).flat(),
    after: (rows) => rows.flatMap((row) => row.tags),
  },
  {
    name: 'loop-over-chain',
    unit: 'elements',
    sizes: [100, 10_000],
    input: rowsOf,
    before(rows) {
      let sum = 0
      for (const id of rows.filter((row) => row.size > 2).map((row) => row.id)) sum += id
      return sum
    },
    after(rows) {
      let sum = 0
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]
        if (!(row.size > 2)) continue
        const id = row.id
        sum += id
      }
      return sum
    },
  },
  {
    name: 'map-of-pairs',
    unit: 'elements',
    sizes: [100, 10_000],
    input: rowsOf,
    before: (rows) => new Map(rows.map((row) => [row.id, row])),
    after(rows) {
      const byId = new Map()
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]
        byId.set(row.id, row)
      }
      return byId
    },
  },
  {
    name: 'set-of-mapped',
    unit: 'elements',
    sizes: [100, 10_000],
    input: rowsOf,
    before: (rows) => new Set(rows.map((row) => row.id)),
    after(rows) {
      const ids = new Set()
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]
        ids.add(row.id)
      }
      return ids
    },
  },
  {
    name: 'object-of-pairs',
    unit: 'entries',
    sizes: [100, 10_000],
    input: objectOf,
    before: (sizes) => Object.fromEntries(Object.entries(sizes).map(([key, size]) => [key, size + 1])),
    after(sizes) {
      /** @type {Record<string, number>} */
      const larger = {}
      for (const [key, size] of Object.entries(sizes)) larger[key] = size + 1
      return larger
    },
  },
  {
    name: 'filtered-by-truth',
    unit: 'elements',
    sizes: [100, 10_000],
    input: rowsOf,
    before: (rows) => rows.map((row) => row.name).filter(Boolean),
    after(rows) {
      const names = []
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]
        const name = row.name
        if (name) names.push(name)
      }
      return names
    },
  },
  {
    // Why loops are written by index: until it is compiled, for…of allocates a result for each step.
    name: 'for-of-instead',
    unit: 'elements',
    sizes: [10_000],
    input: rowsOf,
    before: (rows) => rows.map((row) => row.name).filter(Boolean),
    after(rows) {
      const names = []
      for (const { name } of rows) if (name) names.push(name)
      return names
    },
  },
  {
    // Not reported: a text that is put together allocates more.
    name: 'joined',
    unit: 'elements',
    sizes: [10_000],
    input: rowsOf,
    before: (rows) => rows.map((row) => `x${row.id}`).join(','),
    after(rows) {
      let text = ''
      for (let i = 0; i < rows.length; i++) text += (i > 0 ? ',x' : 'x') + rows[i].id
      text.charCodeAt(3)
      return text
    },
  },
  {
    // Not written: a list for every element.
    name: 'flat-map-instead',
    unit: 'elements',
    sizes: [10_000],
    input: rowsOf,
    before: (rows) => rows.map((row) => row.name).filter(Boolean),
    after: (rows) => rows.flatMap((row) => (row.name ? [row.name] : [])),
  },
]
