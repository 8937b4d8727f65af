import rule from '../../src/rules/require-using.ts'
import { fixSafety } from './fix-safety.ts'

const settings = { memory: { target: 'node24' } }
// Node 20 has no such symbol; its `using` is TypeScript's, which allocates what Node 24's does not: beside 20,000 elements that is nothing
const symbol = "Symbol.dispose ??= Symbol('Symbol.dispose')"
const measure = { x: '1', cb: '() => new Array(20_000).fill(1)' }
const lock = 'class Lock { #held = true; get held() { return this.#held } release() { this[Symbol.dispose]() } [Symbol.dispose]() { this.#held = false } }'

fixSafety(rule, [
  {
    name: 'a lock of a class of the file',
    settings,
    code: `${symbol}
    ${lock}
    export function f(x, cb) {
      const lock = new Lock()
      try {
        const seen = cb(lock, x)
        return [lock.held, seen]
      } finally {
        lock.release()
      }
    }`,
    inputs: { x: 'any', cb: 'callback' },
    measure,
  },
  {
    name: 'with catch, and code behind it',
    settings,
    code: `${symbol}
    ${lock}
    export function f(x, cb) {
      const lock = new Lock()
      const all = []
      try {
        all.push(cb(x))
      } catch (error) {
        all.push(lock.held)
        cb(all)
        throw error
      } finally {
        lock.release()
      }
    }`,
    refuses: 'code between the two may leave before',
  },
  {
    name: 'in a loop that is left',
    settings,
    code: `${symbol}
    ${lock}
    export function f(xs, cb) {
      const all = []
      for (const x of xs) {
        const lock = new Lock()
        try {
          all.push(lock)
          if (cb(x)) continue
          if (all.length > 2) break
        } finally {
          lock.release()
        }
        cb(lock)
      }
      return all.map((lock) => lock.held)
    }`,
    refuses: 'the lock is used behind it',
  },
  {
    name: 'a disposal that throws, too: both errors are told',
    settings,
    code: `${symbol}
    class Lease { constructor(mayEnd) { this.mayEnd = mayEnd } [Symbol.dispose]() { if (!this.mayEnd) throw new RangeError('end') } }
    export function f(x, cb) {
      const lease = new Lease(x === 1)
      try {
        return cb(x)
      } finally {
        lease[Symbol.dispose]()
      }
    }`,
    inputs: { x: 'any', cb: 'callback' },
    measure,
    suggestion: 'declare',
    differs: ['error'],
  },
])
