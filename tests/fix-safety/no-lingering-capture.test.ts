import rule from '../../src/rules/no-lingering-capture.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'the length of a text',
    code: `function open(fs) {
      const text = fs.readFileSync('a')
      return () => text.length
    }
    export function f(fs) {
      keep = open
      const made = open(fs)
      return [made(), made()]
    }
    let keep`,
    inputs: { fs: { object: { readFileSync: { callback: 'string' } } } },
    suggestion: 'copy',
    differs: [],
  },
  {
    name: 'a part that lies deeper is read before, and a missing one is no error before the function runs',
    code: `function open(fs, use) {
      const rows = JSON.parse(fs.readFileSync('a'))
      use()
      return () => rows[0].id
    }
    export function f(fs, use) {
      keep = open
      return open(fs, use) !== null
    }
    let keep`,
    inputs: { fs: { expressions: ["({ readFileSync: () => '[]' })", "({ readFileSync: () => '[[7]]' })"] }, use: 'callback' },
    suggestion: 'copy',
    differs: [],
  },
  {
    name: 'nothing is repaired without being asked',
    code: 'function f(fs) { const data = fs.readFileSync(); return () => data.length }',
    refuses: 'the rule only suggests',
  },
])
