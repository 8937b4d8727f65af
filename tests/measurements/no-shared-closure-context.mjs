/** A document of some 100 kB, as it comes out of a file: its words are counted, and an object stays with which it can be closed. */
const readText = (i) => Array.from({ length: 10_000 }, (_, j) => `word${(i + j) % 100}`)

function openShared(i, words) {
  const text = readText(i)
  const found = words.filter((word) => text.includes(word)).length
  return { size: () => found }
}

function openEnclosed(i, words) {
  let found
  {
    const text = readText(i)
    found = words.filter((word) => text.includes(word)).length
  }
  return { size: () => found }
}

function openReleased(i, words) {
  let text = readText(i)
  const found = words.filter((word) => text.includes(word)).length
  text = null
  return { size: () => found }
}

/** A connection that is made again and again: each logs what it replaces. */
function reconnectShared(last, i) {
  const previous = last.connection
  const describe = () => previous?.id ?? 'none'
  describe()
  last.connection = { id: i, close() {} }
}

function reconnectEnclosed(last, i) {
  {
    const previous = last.connection
    const describe = () => previous?.id ?? 'none'
    describe()
  }
  last.connection = { id: i, close() {} }
}

const reconnected = (reconnect) => (n) => {
  const last = { connection: null }
  for (let i = 0; i < n; i++) reconnect(last, i)
  return last
}

/** A panel that goes, and its listener that stays until it sees so. */
class PanelKept {
  constructor(bus, i) {
    this.rows = readText(i).map((row) => this.format(row))
    const panel = new WeakRef(this)
    bus.add(() => panel.deref()?.rows.length)
  }

  format(row) {
    return row
  }
}

class PanelGone extends PanelKept {
  constructor(bus, i) {
    super(new Set(), i)
    bus.add(counter(new WeakRef(this)))
  }
}

const counter = (panel) => () => panel.deref()?.rows.length

/** What a weak reference is made of stays until the task is over. */
const opened = (Panel) => async (n) => {
  const bus = new Set()
  for (let i = 0; i < n; i++) new Panel(bus, i)
  await new Promise((resolve) => setTimeout(resolve))
  return bus
}

const words = ['word1', 'word99', 'word100']
const all = (open) => (n) => Array.from({ length: n }, (_, i) => open(i, words))

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'open-documents',
    unit: 'documents',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    differs: 'the closures',
    before: all(openShared),
    after: all(openEnclosed),
    chart: 'retained',
  },
  {
    name: 'set-to-null',
    unit: 'documents',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    differs: 'the closures',
    before: all(openShared),
    after: all(openReleased),
  },
  {
    name: 'linked-connections',
    unit: 'connections',
    sizes: [100, 1_000, 10_000],
    measures: ['retained'],
    differs: 'the closures',
    before: reconnected(reconnectShared),
    after: reconnected(reconnectEnclosed),
  },
  {
    name: 'weak-listeners',
    unit: 'panels',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    differs: 'the listeners',
    before: opened(PanelKept),
    after: opened(PanelGone),
  },
]
