import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'measurement-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** A file of one megabyte, n times over: what is read is as large as of n files. */
function filesOf(n) {
  const path = join(folder, 'file')
  writeFileSync(path, Buffer.alloc(1_000_000, 'x'))
  return Array.from({ length: n }, () => path)
}

async function hashOf(path) {
  const data = await readFile(path)
  await new Promise((resolve) => { setTimeout(resolve, 5) }) // as something else is waited for: an upload, a database
  return createHash('sha256').update(data).digest('hex')
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'files',
    unit: 'files of 1 MB',
    sizes: [10, 50, 200],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: filesOf,
    async before(files) {
      const hashes = await Promise.all(files.map(async (file) => hashOf(file)))
      return hashes.length
    },
    async after(files) {
      const hashes = []
      for (let i = 0; i < files.length; i += 16) hashes.push(...(await Promise.all(files.slice(i, i + 16).map(async (file) => hashOf(file)))))
      return hashes.length
    },
    chart: 'peak',
  },
  {
    // Not reported: what is read is kept anyway.
    name: 'kept-contents',
    unit: 'files of 1 MB',
    sizes: [100],
    measures: ['peak'],
    input: filesOf,
    async before(files) {
      const all = await Promise.all(files.map((file) => readFile(file)))
      return all.length
    },
    async after(files) {
      const all = []
      for (let i = 0; i < files.length; i += 16) all.push(...(await Promise.all(files.slice(i, i + 16).map((file) => readFile(file)))))
      return all.length
    },
  },
]
