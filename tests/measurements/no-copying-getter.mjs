class Copying {
  /** @type {number[]} */
  #items
  /** @param {number} n */
  constructor(n) {
    this.#items = Array.from({ length: n }, (_, i) => i)
  }
  get items() {
    return [...this.#items]
  }
  sum() {
    let sum = 0
    for (let i = 0; i < this.items.length; i++) sum += this.items[i] ?? 0
    return sum
  }
  sumOfField() {
    let sum = 0
    for (let i = 0; i < this.#items.length; i++) sum += this.#items[i] ?? 0
    return sum
  }
}

class Index {
  /** @type {Map<number, number>} */
  #byId
  /** @param {number} n */
  constructor(n) {
    this.#byId = new Map(Array.from({ length: n }, (_, i) => [i, i]))
  }
  getIds() {
    return [...this.#byId.keys()]
  }
  /** @param {number[]} ids */
  known(ids) {
    return ids.filter((id) => this.getIds().includes(id)).length
  }
  /** @param {number[]} ids */
  knownOfOne(ids) {
    const copy = this.getIds()
    return ids.filter((id) => copy.includes(id)).length
  }
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'index-loop',
    unit: 'items',
    sizes: [100, 1_000, 10_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => new Copying(n),
    before: (list) => list.sum(),
    after: (list) => list.sumOfField(),
    chart: 'allocated',
  },
  {
    name: 'keys-of-map',
    unit: 'ids',
    sizes: [1_000],
    input: (n) => ({ index: new Index(n), ids: Array.from({ length: n }, (_, i) => i) }),
    before: ({ index, ids }) => index.known(ids),
    after: ({ index, ids }) => index.knownOfOne(ids),
  },
]
