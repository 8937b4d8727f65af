import rule from '../../src/rules/no-leaked-timer.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a race',
    code: `export function f(p, ms) {
      return Promise.race([p, new Promise((_, reject) => setTimeout(() => reject(new Error('late')), ms))])
    }`,
    refuses: 'behind finally it settles some ticks later',
  },
  {
    name: 'an interval of a class with a teardown',
    code: `class View { constructor(cb) { setInterval(() => cb(), 1) } destroy() {} }
    export function f(cb) { new View(cb).destroy() }`,
    refuses: 'the program may count on being called after the end',
  },
])
