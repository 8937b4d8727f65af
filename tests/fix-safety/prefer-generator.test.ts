import rule from '../../src/rules/prefer-generator.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a search in what another function finds',
    code: `function f(xs, cb) {
      function all(rows) {
        const found = []
        for (const row of rows) found.push(row)
        return found
      }
      for (const x of all(xs)) if (cb(x)) return x
    }`,
    inputs: { xs: { array: 'any', plain: true }, cb: 'callback' },
    suggestion: 'generator',
    differs: ['effects', 'result'],
  },
  {
    name: 'a private method',
    code: `class A {
      #all(rows) {
        const found = []
        for (const row of rows) found.push([row])
        return found
      }
      first(rows, cb) { for (const x of this.#all(rows)) if (cb(x)) return x }
    }
    function f(xs, cb) { return new A().first(xs, cb) }`,
    inputs: { xs: { array: 'any', plain: true }, cb: 'callback' },
    suggestion: 'generator',
    differs: ['effects', 'mutation', 'result'],
  },
])
