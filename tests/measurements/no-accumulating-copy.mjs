/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'array-spread',
    unit: 'elements',
    sizes: [100, 1_000, 10_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before(xs) {
      let all = []
      for (const x of xs) all = [...all, x]
      return all
    },
    after(xs) {
      let all = []
      for (const x of xs) all.push(x)
      return all
    },
    chart: 'allocated',
  },
  {
    name: 'object-reducer',
    unit: 'keys',
    sizes: [10, 100, 1_000],
    input: (n) => Array.from({ length: n }, (_, i) => ({ id: `key ${i}`, value: i })),
    before: (rows) => rows.reduce((acc, row) => ({ ...acc, [row.id]: row.value }), {}),
    after: (rows) => rows.reduce((acc, row) => { acc[row.id] = row.value; return acc }, {}),
  },
  {
    name: 'concat-pages',
    unit: 'pages of 100 elements',
    sizes: [10, 100, 1_000],
    input: (n) => Array.from({ length: n }, () => Array.from({ length: 100 }, (_, i) => i)),
    before(pages) {
      let all = []
      for (const page of pages) all = all.concat(page)
      return all
    },
    after(pages) {
      let all = []
      for (const page of pages) for (const item of page) all.push(item)
      return all
    },
  },
  {
    name: 'set',
    unit: 'elements',
    sizes: [10, 100, 1_000],
    input: (n) => Array.from({ length: n }, (_, i) => i),
    before(xs) {
      let all = new Set()
      for (const x of xs) all = new Set([...all, x])
      return all
    },
    after(xs) {
      let all = new Set()
      for (const x of xs) all.add(x)
      return all
    },
  },
  {
    name: 'buffer-concat',
    unit: 'chunks of 1 kB',
    sizes: [10, 100, 1_000],
    input: (n) => Array.from({ length: n }, () => Buffer.alloc(1_000)),
    before(stream) {
      let all = Buffer.alloc(0)
      for (const chunk of stream) all = Buffer.concat([all, chunk])
      return all
    },
    after(stream) {
      let all = Buffer.alloc(0)
      const chunks = [all]
      for (const chunk of stream) chunks.push(chunk)
      all = Buffer.concat(chunks)
      return all
    },
  },
  {
    name: 'bytes-through-a-list',
    unit: 'chunks of 100 bytes',
    sizes: [10, 100, 1_000],
    input: (n) => Array.from({ length: n }, () => new Uint8Array(100)),
    before(stream) {
      let all = new Uint8Array(0)
      for (const chunk of stream) all = new Uint8Array([...all, ...chunk])
      return all
    },
    after(stream) {
      let all = new Uint8Array(0)
      const chunks = [all]
      for (const chunk of stream) chunks.push(chunk)
      all = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0))
      chunks.reduce((offset, chunk) => (all.set(chunk, offset), offset + chunk.length), 0)
      return all
    },
  },
]
