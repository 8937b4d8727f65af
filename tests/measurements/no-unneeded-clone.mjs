import { isDeepStrictEqual } from 'node:util'

const rows = (/** @type {number} */ n) => Array.from({ length: n }, (_, id) => ({ id, name: `row ${id}`, tags: ['a', 'b'], at: { x: id, y: -id } }))

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'parsed-text',
    unit: 'rows',
    sizes: [100, 10_000, 100_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => JSON.stringify(rows(n)),
    before: (text) => structuredClone(JSON.parse(text)),
    after: (text) => JSON.parse(text),
    chart: 'allocated',
  },
  {
    name: 'only-read',
    unit: 'rows',
    sizes: [100, 10_000],
    input: rows,
    before(state) {
      const copy = structuredClone(state)
      return copy.some((row) => row.name === '')
    },
    after(state) {
      return state.some((row) => row.name === '')
    },
  },
  {
    name: 'only-read-json',
    unit: 'rows',
    sizes: [10_000],
    input: rows,
    before(state) {
      const copy = JSON.parse(JSON.stringify(state))
      return copy.some((/** @type {{ name: string }} */ row) => row.name === '')
    },
    after(state) {
      return state.some((row) => row.name === '')
    },
  },
  {
    name: 'compared',
    unit: 'rows',
    sizes: [10_000],
    input: (n) => ({ a: rows(n), b: rows(n) }),
    before: ({ a, b }) => isDeepStrictEqual(structuredClone(a), structuredClone(b)),
    after: ({ a, b }) => isDeepStrictEqual(a, b),
  },
  {
    name: 'serialised',
    unit: 'rows',
    sizes: [10_000],
    input: rows,
    before: (state) => JSON.stringify(JSON.parse(JSON.stringify(state))),
    after: (state) => JSON.stringify(state),
  },
  {
    name: 'sent',
    unit: 'rows',
    sizes: [10_000],
    input: rows,
    before(state) {
      const { port1, port2 } = new MessageChannel()
      port1.postMessage(structuredClone(state))
      port2.close()
      return state.length
    },
    after(state) {
      const { port1, port2 } = new MessageChannel()
      port1.postMessage(state)
      port2.close()
      return state.length
    },
  },
]
