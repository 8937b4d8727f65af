/** A target that all pages listen to, as the window is. */
const page = new EventTarget()

/** What a component of a hundred rows listens with; the cleanup comes when its data have come. */
async function listen() {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  await null
  const onResize = () => rows.length
  page.addEventListener('resize', onResize)
  return () => page.removeEventListener('resize', onResize)
}

/** Runs an effect as React does: only a function is a cleanup. */
async function mountAndUnmount(effect) {
  const cleanup = effect()
  await new Promise((resolve) => setImmediate(resolve))
  if (typeof cleanup === 'function') cleanup()
  await new Promise((resolve) => setImmediate(resolve))
}

const mounted = (effect) => async (n) => {
  for (let i = 0; i < n; i++) await mountAndUnmount(effect)
  return n
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'asynchronous-effects',
    unit: 'mounts',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    before: mounted(() => {
      listen()
    }),
    after: mounted(() => {
      const ending = listen()
      return () => void ending.then((end) => end())
    }),
    chart: 'retained',
  },
]
