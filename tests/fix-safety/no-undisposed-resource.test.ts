import rule from '../../src/rules/no-undisposed-resource.ts'
import { fixSafety } from './fix-safety.ts'

/** What these snippets share: a pool of one client, which tells what becomes of it. */
const pool = `const pool = {
  async connect() { return { query: async (text) => text, release() {} } },
}`

fixSafety(rule, [
  {
    name: 'a client that is never released',
    code: `${pool}
    export async function f(x, cb) {
      const client = await pool.connect()
      const answer = await client.query(x)
      return cb(answer)
    }`,
    inputs: { x: 'any', cb: 'callback' },
    suggestion: 'release',
    differs: [],
  },
  {
    name: 'an override that hides one of its file',
    code: `class Base { constructor(cb) { this.cb = cb } dispose() { this.cb('base') } }
    class Panel extends Base { dispose() { this.cb('panel') } }
    export function f(cb) { new Panel(cb).dispose() }`,
    options: [{ check: 'all' }],
    inputs: { cb: 'callback' },
    suggestion: 'call',
    differs: ['effects', 'error'],
  },
  {
    name: 'a worker of a class with a teardown',
    code: `class View { constructor(cb) { this.worker = new Worker('a.js'); this.worker.onmessage = () => cb() } destroy() {} }
    export function f(cb) { new View(cb).destroy() }`,
    refuses: 'the program may count on being answered after the end',
  },
])
