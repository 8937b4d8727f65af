// Writes one line for each test that ended, `pass` or `fail`, a tab and its full title, into the file named by OUTCOMES.
import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'

/** @param {AsyncIterable<{ type: string, data: any }>} events what `node --test` reports */
export default async function * report (events) {
  const titles = []
  for await (const { type, data } of events) {
    if (type === 'test:start') titles.splice(data.nesting, Infinity, data.name)
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.skip !== undefined || data.todo !== undefined) continue
    const path = [relative(process.cwd(), data.file ?? ''), ...titles.slice(0, data.nesting), data.name]
    appendFileSync(process.env.OUTCOMES, `${type.slice('test:'.length)}\t${path.join(' > ').replace(/\s+/g, ' ')}\n`)
  }
}
