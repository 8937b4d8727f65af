import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const folder = mkdtempSync(join(tmpdir(), 'measurement-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const MEGABYTE = Buffer.alloc(1_000_000, 'x')

/** A file of n megabytes, in lines of 100 characters where it is to be read as such. */
function fileOf(n, isText = false) {
  const path = join(folder, `${n}-${isText}`)
  const part = isText ? Buffer.from(`${'x'.repeat(99)}\n`.repeat(10_000)) : MEGABYTE
  writeFileSync(path, '')
  for (let i = 0; i < n; i++) writeFileSync(path, part, { flag: 'a' })
  return path
}

/** Answers with as many megabytes as its path says, one after another. */
const server = createServer(async (req, res) => {
  for (let i = 0; i < Number(req.url.slice(1)); i++) {
    if (!res.write(MEGABYTE)) await new Promise((resolve) => { res.once('drain', resolve) })
  }
  res.end()
})
if (process.send === undefined) server.unref() // what asks for the cases alone is not to wait for it
const url = await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)) })

/** A response that drops what it is given. */
const response = () => new Writable({ write: (_, __, done) => done() })

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'lines',
    unit: 'MB of lines',
    sizes: [1, 10, 100],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => fileOf(n, true),
    async before(path) {
      let count = 0
      for (const line of (await readFile(path, 'utf8')).split('\n')) if (line.startsWith('x')) count++
      return count
    },
    async after(path) {
      let count = 0
      for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) if (line.startsWith('x')) count++
      return count
    },
    chart: 'peak',
  },
  {
    name: 'download',
    unit: 'MB',
    sizes: [1, 10, 100],
    measures: ['peak', 'time'],
    async before(n) {
      const answer = await fetch(`${url}/${n}`)
      await writeFile(join(folder, 'download'), Buffer.from(await answer.arrayBuffer()))
      return n
    },
    async after(n) {
      const answer = await fetch(`${url}/${n}`)
      await writeFile(join(folder, 'download'), answer.body)
      return n
    },
  },
  {
    name: 'hash',
    unit: 'MB',
    sizes: [1, 10, 100],
    measures: ['peak', 'time'],
    input: (n) => fileOf(n),
    before: async (path) => createHash('sha256').update(await readFile(path)).digest('hex'),
    async after(path) {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(path)) hash.update(chunk)
      return hash.digest('hex')
    },
  },
  {
    name: 'response',
    unit: 'MB',
    sizes: [1, 10, 100],
    measures: ['peak', 'time'],
    input: (n) => fileOf(n),
    async before(path) {
      const res = response()
      res.end(await readFile(path))
      return path
    },
    async after(path) {
      const res = response()
      await pipeline(createReadStream(path), res)
      return path
    },
  },
  {
    // Not reported: the rows are in memory, and their text is as large either way.
    name: 'rows-to-text',
    unit: 'rows',
    sizes: [1_000, 100_000],
    measures: ['peak', 'time'],
    input: (n) => Array.from({ length: n }, (_, id) => ({ id, name: `row number ${id}`, tags: ['a', 'b', 'c'] })),
    async before(rows) {
      await writeFile(join(folder, 'rows'), rows.map((row) => JSON.stringify(row)).join('\n'))
      return rows.length
    },
    async after(rows) {
      await pipeline(function* () { for (const row of rows) yield `${JSON.stringify(row)}\n` }, createWriteStream(join(folder, 'rows')))
      return rows.length
    },
  },
]

