/** What a component of a hundred rows starts when it is mounted. The timers are unreferenced so that the process can end. */
function mount() {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  const interval = setInterval(() => rows.length, 60_000).unref()
  return () => clearInterval(interval)
}

/** A request of a body of a hundred lines, which is answered at once. */
function request() {
  const body = Array.from({ length: 100 }, (_, i) => `line ${i}`)
  return { body, answer: Promise.resolve(body.length) }
}

/** A view of a hundred rows in a page, which draws itself at every frame. */
function animate() {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  let frame = 0
  const draw = () => {
    frame = rows.length && requestAnimationFrame(draw)
  }
  frame = requestAnimationFrame(draw)
  return () => cancelAnimationFrame(frame)
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'mounted-views',
    unit: 'mounts',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    before(n) {
      for (let i = 0; i < n; i++) mount()
      return n
    },
    after(n) {
      for (let i = 0; i < n; i++) {
        const unmount = mount()
        unmount()
      }
      return n
    },
    chart: 'retained',
  },
  {
    name: 'races',
    unit: 'requests',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    async before(n) {
      for (let i = 0; i < n; i++) {
        const { body, answer } = request()
        await Promise.race([answer, new Promise((_, reject) => setTimeout(() => reject(new Error(`late: ${body[0]}`)), 60_000).unref())])
      }
      return n
    },
    async after(n) {
      for (let i = 0; i < n; i++) {
        const { body, answer } = request()
        let timer
        await Promise.race([
          answer,
          new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`late: ${body[0]}`)), 60_000).unref() }),
        ]).finally(() => clearTimeout(timer))
      }
      return n
    },
  },
  {
    name: 'animated-views',
    unit: 'mounts',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    browser: true,
    before(n) {
      for (let i = 0; i < n; i++) animate()
    },
    after(n) {
      for (let i = 0; i < n; i++) {
        const unmount = animate()
        unmount()
      }
    },
  },
]
