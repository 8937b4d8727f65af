import rule from '../../src/rules/no-promise-race-retention.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'the result and the error of what settles first',
    code: `const never = new Promise(() => {})
    export async function f(work) { return Promise.race([work, never]) }`,
    inputs: { work: 'promise' },
    suggestion: 'useWaiters',
    differs: ['allocation'],
  },
  {
    name: 'what is no promise, again and again',
    code: `const never = new Promise(() => {})
    export async function f(work) {
      const found = []
      for (let i = 0; i < 3; i++) found.push(await Promise.race([work, never]))
      return found
    }`,
    options: [{ check: 'all' }],
    inputs: { work: 'primitive' },
    suggestion: 'useWaiters',
    differs: ['allocation'],
  },
  {
    name: 'nothing is repaired without being asked',
    code: `const never = new Promise(() => {})
    async function f(work) { return Promise.race([work, never]) }`,
    refuses: 'the rule only suggests',
  },
])
