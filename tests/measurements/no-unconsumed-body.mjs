import { createServer, get } from 'node:http'
import { Agent, request } from 'undici'

/** What asks for the cases alone is not to wait for their servers; a measurement has a parent to which it answers. */
const isMeasured = process.send !== undefined

const page = Buffer.alloc(100_000, 'x')

/** Answers with a page of 100 kB. It refuses more connections than `maxConnections`. */
async function serve(maxConnections = Infinity) {
  const server = createServer((_, res) => res.end(page))
  server.maxConnections = maxConnections
  if (!isMeasured) server.unref()
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return `http://127.0.0.1:${server.address().port}`
}

const url = await serve()
const smallServer = await serve(50)
const pool = new Agent({ connections: 20 })

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'status-by-http',
    unit: 'requests',
    sizes: [10, 100, 500],
    measures: ['retained'],
    async before(n) {
      for (let i = 0; i < n; i++) {
        await new Promise((resolve, reject) => {
          get(url, (res) => resolve(res.statusCode)).on('error', reject)
        })
      }
      return n
    },
    async after(n) {
      for (let i = 0; i < n; i++) {
        await new Promise((resolve, reject) => {
          get(url, (res) => {
            res.resume()
            resolve(res.statusCode)
          }).on('error', reject)
        })
      }
      return n
    },
    chart: 'retained',
  },
  {
    // A server that takes 50 connections. Ended by a TypeError: fetch failed.
    name: 'status-by-fetch',
    unit: 'requests',
    sizes: [10, 500],
    measures: ['retained'],
    async before(n) {
      for (let i = 0; i < n; i++) {
        const response = await fetch(smallServer)
        if (!response.ok) return i
      }
      return n
    },
    async after(n) {
      for (let i = 0; i < n; i++) {
        const response = await fetch(smallServer)
        await response.body?.cancel()
        if (!response.ok) return i
      }
      return n
    },
  },
  {
    // A pool of 20 connections; a page that is not read ahead in whole is kept.
    name: 'status-by-undici',
    unit: 'requests',
    sizes: [5, 100],
    measures: ['retained'],
    async before(n) {
      for (let i = 0; i < n; i++) {
        const { statusCode } = await request(url, { dispatcher: pool })
        if (statusCode !== 200) return i
      }
      return n
    },
    async after(n) {
      for (let i = 0; i < n; i++) {
        const { statusCode, body } = await request(url, { dispatcher: pool })
        await body.dump()
        if (statusCode !== 200) return i
      }
      return n
    },
  },
  {
    // Not reported: what is short is read ahead.
    name: 'short-answers-to-fetch',
    unit: 'requests',
    sizes: [10, 500],
    measures: ['retained'],
    async before(n) {
      const short = await shortServer
      for (let i = 0; i < n; i++) {
        const response = await fetch(short, { method: 'POST', body: 'x' })
        if (!response.ok) return i
      }
      return n
    },
    async after(n) {
      const short = await shortServer
      for (let i = 0; i < n; i++) {
        const response = await fetch(short, { method: 'POST', body: 'x' })
        await response.body?.cancel()
        if (!response.ok) return i
      }
      return n
    },
  },
]

/** Answers with 100 bytes over at most 50 connections. */
const shortServer = new Promise((resolve) => {
  const server = createServer((_, res) => res.end(page.subarray(0, 100)))
  server.maxConnections = 50
  if (!isMeasured) server.unref()
  server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`))
})
