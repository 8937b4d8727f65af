/** What is clicked has read the blob when `click()` returns. */
function download(n, revokes) {
  const urls = []
  for (let i = 0; i < n; i++) {
    const url = URL.createObjectURL(new Blob([`${i} `.padEnd(1_000, 'x')]))
    if (revokes) URL.revokeObjectURL(url)
    urls.push(url.length)
  }
  return urls.length
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'downloads',
    unit: 'downloads of 1 kB',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    before: (n) => download(n, false),
    after: (n) => download(n, true),
    chart: 'retained',
  },
]
