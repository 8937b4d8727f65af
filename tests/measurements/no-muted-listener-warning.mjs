import { EventEmitter } from 'node:events'

/** A request with its rows, which listens to a bus of the program while it is answered. */
function request(bus) {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  const listener = () => rows.length
  bus.on('change', listener)
  return () => bus.off('change', listener)
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'listeners-of-requests',
    unit: 'requests',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    input: (n) => ({ n, bus: new EventEmitter() }),
    before({ n, bus }) {
      bus.setMaxListeners(0)
      for (let i = 0; i < n; i++) request(bus)
      return bus
    },
    after({ n, bus }) {
      for (let i = 0; i < n; i++) {
        const close = request(bus)
        close()
      }
      return bus
    },
    differs: 'the listeners that are left, and the limit',
    chart: 'retained',
  },
]
