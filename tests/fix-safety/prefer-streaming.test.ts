import rule from '../../src/rules/prefer-streaming.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'lines',
    code: `import { readFile } from 'node:fs/promises'
    export async function f(logFile) {
      let count = 0
      for (const line of (await readFile(logFile, 'utf8')).split('\\n')) if (line.includes('ERROR')) count++
      return count
    }`,
    refuses: 'the file may change while it is read, and a last empty line is not given',
  },
  {
    name: 'a hash',
    code: `import { createHash } from 'node:crypto'
    import { readFile } from 'node:fs/promises'
    export async function f(path) {
      return createHash('sha256').update(await readFile(path)).digest('hex')
    }`,
    refuses: 'the file may change while it is read',
  },
])
