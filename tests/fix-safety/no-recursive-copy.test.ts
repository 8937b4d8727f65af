import rule from '../../src/rules/no-recursive-copy.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'an index in the place of slice',
    code: 'function f(values) { return values.length === 0 ? 0 : [values[0], f(values.slice(1))] }',
    inputs: { values: { array: 'primitive', plain: true } },
    suggestion: 'passIndex',
    differs: [],
  },
  {
    name: 'an index in the place of a destructured parameter',
    code: 'function f([x, ...xs]) { return x === undefined ? null : [x, f(xs)] }',
    inputs: { list: { array: 'primitive', plain: true } },
    suggestion: 'passIndex',
    differs: [],
  },
  {
    name: 'a list that changes meanwhile',
    code: 'function f(tasks, cb) { if (!tasks.length) return 0; const [first, ...rest] = tasks; cb(first); return 1 + f(rest, cb) }',
    inputs: { tasks: { array: 'primitive', plain: true }, cb: 'callback' },
    suggestion: 'passIndex',
    differs: ['effects', 'error', 'mutation', 'result'],
  },
  {
    name: 'a private method',
    code: `class A {
      #seen = 0
      run(xs) { return [this.#all(xs), this.#seen] }
      #all(xs) { this.#seen++; return xs.length === 0 ? [] : [xs[0], ...this.#all(xs.slice(1))] }
    }
    function f(xs) { return new A().run(xs) }`,
    inputs: { xs: { array: 'primitive', dense: true, plain: true } },
    measure: { xs: 'Array.from({ length: 100 }, (_, i) => i)' },
    suggestion: 'passIndex',
    differs: [],
  },
])
