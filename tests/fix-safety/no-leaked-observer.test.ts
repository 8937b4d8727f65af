import rule from '../../src/rules/no-leaked-observer.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a watcher of a class with a teardown',
    code: `import { watch } from 'chokidar'
    class Folder { constructor(path, cb) { watch(path).on('all', () => cb()) } destroy() {} }
    export function f(path, cb) { new Folder(path, cb).destroy() }`,
    refuses: 'the program may count on being told after the end',
  },
  {
    name: 'an observer of what a factory makes',
    code: `export function f(cb) {
      const observer = new PerformanceObserver(() => cb())
      observer.observe({ type: 'mark' })
      return { destroy() { cb() } }
    }`,
    refuses: 'entries that were queued before the end are delivered after it',
  },
])
