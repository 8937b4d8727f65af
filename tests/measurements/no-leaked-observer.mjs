/** A view of a hundred rows that observes what all views share: the page's own element. */
function mountInPage() {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  const observer = new MutationObserver(() => rows.length)
  observer.observe(document.documentElement, { attributes: true })
  return () => observer.disconnect()
}

/** The same view of Node's own timeline. */
async function mountInNode() {
  const { PerformanceObserver } = await import('node:perf_hooks')
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  const observer = new PerformanceObserver(() => rows.length)
  observer.observe({ type: 'mark' })
  return () => observer.disconnect()
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'mounted-views',
    unit: 'mounts',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    browser: true,
    before(n) {
      for (let i = 0; i < n; i++) mountInPage()
    },
    after(n) {
      for (let i = 0; i < n; i++) {
        const unmount = mountInPage()
        unmount()
      }
    },
    chart: 'retained',
  },
  {
    name: 'observed-marks',
    unit: 'observers',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    async before(n) {
      for (let i = 0; i < n; i++) await mountInNode()
    },
    async after(n) {
      for (let i = 0; i < n; i++) {
        const unmount = await mountInNode()
        unmount()
      }
    },
  },
]
