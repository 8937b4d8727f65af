import rule from '../../src/rules/no-unconsumed-body.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a status',
    code: `import { request } from 'undici'
    export async function f(url) {
      const { statusCode } = await request(url)
      return statusCode
    }`,
    refuses: 'discarding waits, and may fail',
  },
  {
    name: 'a way out',
    code: `import https from 'node:https'
    export function f(url, path, fail) {
      https.get(url, (res) => {
        if (res.statusCode !== 200) { fail(new Error(url)); return }
        res.pipe(path)
      })
    }`,
    refuses: 'the socket goes back to the pool, where the next request meets it',
  },
])
