import rule from '../../src/rules/no-unbounded-collection.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a cache of what can be made again',
    code: `const cache = new Map()
    export function f(text) {
      if (cache.has(text)) return cache.get(text)
      cache.set(text, \`\${String(text).length}\`)
      return cache.get(text)
    }`,
    inputs: { text: 'string' },
    suggestion: 'evict',
    differs: [],
  },
  {
    name: 'an object as a cache',
    code: `const cache = {}
    export const f = (text) => cache[text] || (cache[text] = \`\${text}!\`)`,
    inputs: { text: 'string' },
    suggestion: 'evict',
    differs: [],
  },
])
