/** A target that all pages listen to, as the window is. */
const page = new EventTarget()

const loadRows = async () => Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))

function mount() {
  let onResize = null
  const start = async () => {
    const rows = await loadRows()
    onResize = () => rows.length
    page.addEventListener('resize', onResize)
  }
  start()
  return () => page.removeEventListener('resize', onResize)
}

function mountAsking() {
  let onResize = null
  let ended = false
  const start = async () => {
    const rows = await loadRows()
    if (ended) return
    onResize = () => rows.length
    page.addEventListener('resize', onResize)
  }
  start()
  return () => {
    page.removeEventListener('resize', onResize)
    ended = true
  }
}

/** Each goes before its data have come, as in React's StrictMode, or when a user turns pages quickly. */
const turned = (show) => async (n) => {
  for (let i = 0; i < n; i++) {
    const unmount = show()
    unmount()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return n
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'turned-pages',
    unit: 'pages',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    before: turned(mount),
    after: turned(mountAsking),
    chart: 'retained',
  },
]
