import rule from '../../src/rules/no-ignored-backpressure.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'writes of a loop',
    code: `import { createWriteStream } from 'node:fs'
    export async function f(source, path) {
      const file = createWriteStream(path)
      for await (const chunk of source) file.write(chunk)
      file.end()
    }`,
    refuses: 'other code runs while it waits for the stream',
  },
  {
    name: 'a data handler',
    code: `export function f(upstream, res) {
      upstream.on('data', (chunk) => { res.write(chunk) })
      upstream.on('end', () => res.end())
    }`,
    refuses: 'the source is paused, and what else reads it waits too',
  },
  {
    name: 'a pipe',
    code: `import { createReadStream } from 'node:fs'
    export function f(from, res) {
      createReadStream(from).pipe(res)
    }`,
    options: [{ check: 'all' }],
    refuses: 'an error ends both streams, and is no longer thrown',
  },
])
