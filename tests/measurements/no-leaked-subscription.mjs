/** A store of the program, which answers a subscription with the function that ends it. */
function createStore() {
  const observers = new Set()
  return {
    observers,
    subscribe(observer) {
      observers.add(observer)
      return () => observers.delete(observer)
    },
  }
}

/** What a component of a hundred rows subscribes when it is mounted. */
function mount(store) {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  return store.subscribe(() => rows.length)
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'mounted-views',
    unit: 'mounts',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    input: (n) => ({ n, store: createStore() }),
    before({ n, store }) {
      for (let i = 0; i < n; i++) mount(store)
      return store
    },
    after({ n, store }) {
      for (let i = 0; i < n; i++) {
        const unsubscribe = mount(store)
        unsubscribe()
      }
      return store
    },
    differs: 'the observers that are left',
    chart: 'retained',
  },
]
