import rule from '../../src/rules/require-using.ts'
import { fixSafety } from './fix-safety.ts'

const settings = { memory: { target: 'node24' } }
const lock = 'class Lock { #held = true; get held() { return this.#held } release() { this[Symbol.dispose]() } [Symbol.dispose]() { this.#held = false } }'

fixSafety(rule, [
  {
    name: 'a lock of a class of the file',
    settings,
    code: `${lock}
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
  },
  {
    name: 'with catch, and code behind it',
    settings,
    code: `${lock}
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
    code: `${lock}
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
    name: 'a disposal that calls others may throw, too, and both errors are told',
    settings,
    code: `class Lease { constructor(cb) { this.cb = cb } [Symbol.dispose]() { this.cb('end') } }
    export function f(x, cb) {
      const lease = new Lease(cb)
      try {
        return cb(x)
      } finally {
        lease[Symbol.dispose]()
      }
    }`,
    inputs: { x: 'any', cb: 'callback' },
    suggestion: 'declare',
    differs: ['error'],
  },
])
