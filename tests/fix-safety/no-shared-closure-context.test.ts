import rule from '../../src/rules/no-shared-closure-context.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a block around the value and its user',
    code: `export function f(fs, words) {
      const text = fs.readFileSync('a')
      const found = [...words].map((word) => text + word).length
      return [() => found].map((made) => made())[0]
    }
    export const keep = (fs, words) => {
      const text = fs.readFileSync('a')
      const found = [...words].map((word) => text + word).length
      return () => found
    }`,
    inputs: { fs: { object: { readFileSync: { callback: 'string' } } }, words: { array: 'string' } },
    suggestion: 'enclose',
    differs: [],
  },
  {
    name: 'null behind the last use',
    code: `function keep(fs, words) {
      const text = fs.readFileSync('a')
      const found = [...words].map((word) => text + word).length
      return () => found
    }
    export function f(fs, words) {
      const made = keep(fs, words)
      keeper = keep
      return made()
    }
    let keeper`,
    inputs: { fs: { object: { readFileSync: { callback: 'string' } } }, words: { array: 'string' } },
    suggestion: 'release',
    differs: [],
  },
  {
    name: 'nothing is repaired without being asked',
    code: `function f(fs, words) {
      const text = fs.readFileSync('a')
      words.forEach((word) => text.includes(word))
      return () => 42
    }`,
    refuses: 'the rule only suggests',
  },
])
