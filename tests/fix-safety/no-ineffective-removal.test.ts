import rule from '../../src/rules/no-ineffective-removal.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a function made in place',
    code: `export function f(target, cb) {
      target.addEventListener('a', () => cb())
      target.removeEventListener('a', () => cb())
    }`,
    refuses: 'the program may count on being called after the removal',
  },
  {
    name: 'another event',
    code: `export function f(cb) {
      const g = () => cb()
      window.addEventListener('a', g)
      window.removeEventListener('b', g)
    }`,
    refuses: 'which of the two was meant is not seen',
  },
])
