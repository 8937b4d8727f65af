// Code of which it is known what it allocates and keeps, for reading.test.ts.

const million = new Array(1_000_000).fill(0)

function cacheOf(n) {
  const entries = new Map()
  const entryOf = (key) => entries.get(key) ?? entries.set(key, { key, words: [key.length, 1, 2, 3] }).get(key)
  for (let i = 0; i < n; i++) entryOf(`key ${i}`)
  return entryOf
}

/** @type {import('./measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'objects',
    unit: 'objects',
    sizes: [10_000],
    // Per object a header of three words and three fields, and a slot in the array, of 8 bytes each.
    before(n) {
      const all = new Array(n)
      for (let i = 0; i < n; i++) all[i] = { x: i, y: i, z: i }
      return all
    },
    after(n) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += i
      return sum
    },
  },
  {
    name: 'collected',
    unit: 'copies',
    sizes: [20],
    // A million elements, 8 MB, each time: several times what the young generation holds.
    before(n) {
      let copy
      for (let i = 0; i < n; i++) copy = million.slice()
      return copy.length
    },
    after(n) {
      let copy
      for (let i = 0; i < n; i++) copy = new Uint8Array(8_000_000)
      return copy.length
    },
  },
  {
    name: 'kept',
    unit: 'bytes',
    sizes: [5_000_000],
    before: (n) => ({ buffer: new Uint8Array(n) }),
    after: (n) => ({ size: new Uint8Array(n).length }),
  },
  {
    name: 'cached',
    unit: 'entries',
    sizes: [1_000, 2_000],
    before: cacheOf,
    after: cacheOf,
  },
  {
    name: 'stack',
    unit: 'arguments',
    sizes: [1_000_000],
    before: (n) => Math.max(...new Array(n).fill(0)),
    after: () => 0,
  },
]
