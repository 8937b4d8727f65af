import rule from '../../src/rules/no-leaked-listener.ts'
import { fixSafety } from './fix-safety.ts'

/** What these snippets share: an emitter of the module. */
const bus = `const bus = {
  listeners: new Set(),
  on(event, listener) { this.listeners.add(listener) },
  off(event, listener) { this.listeners.delete(listener) },
  emit(value) { for (const listener of [...this.listeners]) listener(value) },
}`

fixSafety(rule, [
  {
    name: 'a wait for one event',
    code: `${bus}
    export async function f(x) {
      const answer = new Promise((resolve) => {
        bus.on('answer', (value) => {
          resolve(value)
        })
      })
      bus.emit(x)
      return answer
    }`,
    inputs: { x: 'any' },
    suggestion: 'release',
    differs: [],
  },
  {
    name: 'what a factory makes, and its teardown',
    code: `${bus}
    function make(cb) {
      const listener = (value) => cb(value)
      bus.on('a', listener)
      return {
        destroy() {
          cb('destroyed')
        },
      }
    }
    export function f(x, cb) {
      const made = make(cb)
      bus.emit(x)
      made.destroy()
      bus.emit(x)
    }`,
    inputs: { x: 'primitive', cb: 'callback' },
    suggestion: 'release',
    differs: ['effects', 'error'],
  },
  {
    name: 'a listener of a class with a teardown',
    code: `${bus}
    class View { constructor(cb) { bus.on('a', () => cb()) } destroy() {} }
    export function f(cb) { new View(cb).destroy(); bus.emit() }`,
    refuses: 'the program may count on being called after the end',
  },
])
