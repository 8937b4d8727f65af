/** A view of a hundred rows that listens to the one object that all views share, as `window` is. */
function mount(shared) {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  const onResize = () => rows.length
  shared.addEventListener('resize', onResize)
  return () => shared.removeEventListener('resize', onResize)
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'mounted-views',
    unit: 'mounts',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    differs: 'the listeners that the shared target holds',
    before(n) {
      const shared = new EventTarget()
      for (let i = 0; i < n; i++) mount(shared)
      return shared
    },
    after(n) {
      const shared = new EventTarget()
      for (let i = 0; i < n; i++) {
        const unmount = mount(shared)
        unmount()
      }
      return shared
    },
    chart: 'retained',
  },
]
