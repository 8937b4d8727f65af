const LIMIT = 1000

/** A cache of pages by their address, as a server keeps it in a module variable. */
function createCache(limit) {
  const cache = new Map()
  return (url) => {
    const known = cache.get(url)
    if (known !== undefined) return known
    const page = { url, title: `Title of ${url}`, words: [url.length, 1, 2, 3] }
    if (cache.size >= limit) cache.delete(cache.keys().next().value)
    cache.set(url, page)
    return page
  }
}

/** @type {(limit: number) => (n: number) => unknown} */
const requests = (limit) => (n) => {
  const pageOf = createCache(limit)
  let words = 0
  for (let i = 0; i < n; i++) words += pageOf(`/search?q=${i}`).words.length
  return { words, pageOf }
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'cache-by-url',
    unit: 'different requests',
    sizes: [1_000, 10_000, 100_000, 1_000_000],
    measures: ['retained'],
    differs: 'the cache that each holds',
    before: requests(Infinity),
    after: requests(LIMIT),
    chart: 'retained',
  },
]
