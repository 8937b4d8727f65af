/** A view of a hundred rows with a channel of its own. */
function mount() {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  const channel = new BroadcastChannel('rows')
  channel.unref?.() // in Node, which it would keep from exiting
  channel.onmessage = () => rows.length
  return () => channel.close()
}

function mountAll(n) {
  for (let i = 0; i < n; i++) mount()
}

/** A closed channel goes when its port has been told so. */
async function mountAndUnmountAll(n) {
  for (let i = 0; i < n; i++) {
    const unmount = mount()
    unmount()
  }
  await new Promise((resolve) => setTimeout(resolve, 500))
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'mounted-views',
    unit: 'mounts',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    browser: true,
    before: mountAll,
    after: mountAndUnmountAll,
    chart: 'retained',
  },
  {
    name: 'channels',
    unit: 'channels',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    before: mountAll,
    after: mountAndUnmountAll,
  },
]
