import { once } from 'node:events'
import { createServer, get } from 'node:http'
import { pipeline, Readable, Writable } from 'node:stream'

/** A source of n chunks of 64 kB, each a buffer of its own. */
function sourceOf(n) {
  return Readable.from((function* () {
    for (let i = 0; i < n; i++) yield Buffer.alloc(65_536, i)
  })())
}

/** Takes a chunk every now and then, as a client on a slow line does; what it has not taken yet waits in it. */
function slowSink() {
  return new Writable({ write: (_, __, done) => setImmediate(() => setImmediate(() => setImmediate(done))) })
}

/** The same as a web stream. */
function slowWebSink() {
  return new WritableStream({ write: () => new Promise((done) => setImmediate(() => setImmediate(() => setImmediate(done)))) })
}

async function ended(sink) {
  sink.end()
  await once(sink, 'finish')
  return sink.writableFinished
}

const download = Buffer.alloc(1_000_000, 'x')
const server = createServer((_, res) => res.end(download))
if (process.send === undefined) server.unref() // what asks for the cases alone is not to wait for it
const url = await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)) })

/** Starts a download into a target that is closed after the first chunk, as a client that leaves is. */
async function leave(/** @type {(source: Readable, target: Writable) => void} */ join) {
  const target = new Writable({ write: () => target.destroy() })
  get(url, (response) => join(response, target)).on('error', () => {})
  await once(target, 'close')
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'loop',
    unit: 'chunks of 64 kB',
    sizes: [100, 1_000, 4_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    async before(n) {
      const sink = slowSink()
      for await (const chunk of sourceOf(n)) sink.write(chunk)
      return await ended(sink)
    },
    async after(n) {
      const sink = slowSink()
      for await (const chunk of sourceOf(n)) {
        if (!sink.write(chunk)) await once(sink, 'drain')
      }
      return await ended(sink)
    },
    chart: 'peak',
  },
  {
    name: 'listener',
    unit: 'chunks of 64 kB',
    sizes: [100, 1_000, 4_000],
    measures: ['peak', 'time'],
    async before(n) {
      const sink = slowSink()
      const source = sourceOf(n)
      source.on('data', (chunk) => sink.write(chunk))
      await once(source, 'end')
      return await ended(sink)
    },
    async after(n) {
      const sink = slowSink()
      const source = sourceOf(n)
      source.on('data', (chunk) => {
        if (!sink.write(chunk)) {
          source.pause()
          sink.once('drain', () => source.resume())
        }
      })
      await once(source, 'end')
      return await ended(sink)
    },
  },
  {
    name: 'closed-target',
    unit: 'downloads',
    sizes: [10, 100, 500],
    measures: ['retained'],
    async before(n) {
      for (let i = 0; i < n; i++) await leave((source, target) => source.pipe(target))
      return n
    },
    async after(n) {
      for (let i = 0; i < n; i++) await leave((source, target) => pipeline(source, target, () => {}))
      return n
    },
  },
  {
    name: 'rows',
    unit: 'rows',
    sizes: [1_000, 100_000],
    measures: ['peak', 'time'],
    async before(n) {
      const sink = slowSink()
      for (let i = 0; i < n; i++) sink.write(`${i};${'x'.repeat(100)}\n`)
      return await ended(sink)
    },
    async after(n) {
      const sink = slowSink()
      for (let i = 0; i < n; i++) {
        if (!sink.write(`${i};${'x'.repeat(100)}\n`)) await once(sink, 'drain')
      }
      return await ended(sink)
    },
  },
  {
    name: 'web-writer',
    unit: 'chunks of 64 kB',
    sizes: [100, 1_000, 4_000],
    measures: ['peak', 'time'],
    async before(n) {
      const writer = slowWebSink().getWriter()
      for await (const chunk of sourceOf(n)) writer.write(chunk)
      return await writer.close()
    },
    async after(n) {
      const writer = slowWebSink().getWriter()
      for await (const chunk of sourceOf(n)) {
        await writer.ready
        writer.write(chunk)
      }
      return await writer.close()
    },
  },
]
