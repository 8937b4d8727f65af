import { describe, expect, it } from 'vitest'
import { closing } from './closures.ts'
import { growing } from './growth.ts'
import { aliveInNode } from './node.ts'
import { faultsOf, type Leaking, moduleOf, repaired } from './repairs.ts'
import { tearing } from './teardowns.ts'

const programs: Leaking[] = [
  {
    name: 'a listener of a shared emitter, in a class',
    rule: 'no-leaked-listener',
    code: `import { EventEmitter } from 'node:events'
const bus = new EventEmitter()
export class View {
  constructor() {
    bus.on('change', () => this.render())
  }
  render() {}
  dispose() {
    this.rows = []
  }
}
`,
    use: 'const view = new View(); return { held: view, end: () => view.dispose() }',
  },
  {
    name: 'a bound listener of the process, in a class',
    rule: 'no-leaked-listener',
    code: `export class Job {
  constructor() {
    process.on('message', this.report.bind(this))
  }
  report() {}
  destroy() {
    this.results = null
  }
}
`,
    use: 'const job = new Job(); return { held: job, end: () => job.destroy() }',
  },
  {
    name: 'a listener of an EventTarget, in a factory',
    rule: 'no-leaked-listener',
    code: `export const page = new EventTarget()
export function createView() {
  const rows = Array.from({ length: 100 }, (_, id) => ({ id }))
  page.addEventListener('resize', () => rows.length)
  return {
    rows,
    destroy() {
      rows.length = 0
    },
  }
}
`,
    use: 'const view = createView(); return { held: view.rows, end: () => view.destroy() }',
  },
  {
    name: 'a listener that waits for an answer and stays',
    rule: 'no-leaked-listener',
    code: `import { EventEmitter } from 'node:events'
export const bus = new EventEmitter()
export function answerTo(id) {
  const request = { id, body: new Array(1000).fill(id) }
  return new Promise((resolve) => {
    bus.on('answer', (answer) => {
      if (answer === request.id) resolve(request)
    })
  })
}
`,
    use: 'const promise = answerTo(number); bus.emit("answer", number); return { held: await promise, end() {} }',
  },
  {
    name: 'a listener of a signal that outlives what it may abort',
    rule: 'no-leaked-listener',
    code: `export function send(socket, body, signal) {
  return new Promise((resolve, reject) => {
    socket.once('drain', () => resolve(body.length))
    signal.addEventListener('abort', () => reject(new Error(\`Not sent: \${body.length}\`)))
  })
}
export const { signal } = new AbortController()
`,
    use: `
      const { EventEmitter } = await import('node:events')
      const socket = new EventEmitter()
      const body = new Array(1000).fill(number)
      const sent = send(socket, body, signal)
      socket.emit('drain')
      await sent
      return { held: body, end() {} }`,
  },
  {
    name: 'a listener of a connection\'s handler',
    rule: 'no-leaked-listener',
    code: `import { EventEmitter } from 'node:events'
export const news = new EventEmitter()
export function serve(server) {
  server.on('connection', (socket) => {
    news.on('item', (item) => socket.write(item))
  })
}
`,
    use: `
      const server = new EventEmitter()
      serve(server)
      const socket = Object.assign(new EventEmitter(), { write() {} })
      server.emit('connection', socket)
      return { held: socket, end: () => socket.emit('close') }`,
  },
  {
    name: 'a removal of another function',
    rule: 'no-ineffective-removal',
    code: `import { EventEmitter } from 'node:events'
const bus = new EventEmitter()
export class View {
  constructor() {
    bus.on('change', this.render.bind(this))
  }
  render() {}
  dispose() {
    bus.off('change', this.render.bind(this))
  }
}
`,
    use: 'const view = new View(); return { held: view, end: () => view.dispose() }',
  },
  {
    name: 'an interval of a class',
    rule: 'no-leaked-timer',
    code: `export class Poller {
  constructor() {
    setInterval(() => this.poll(), 60_000)
  }
  poll() {}
  dispose() {
    this.results = []
  }
}
`,
    use: 'const poller = new Poller(); return { held: poller, end: () => poller.dispose() }',
  },
  {
    name: 'a timeout that starts itself again',
    rule: 'no-leaked-timer',
    code: `export class Poller {
  constructor() {
    this.poll()
  }
  poll() {
    setTimeout(() => this.poll(), 5)
  }
  dispose() {
    this.results = []
  }
}
`,
    use: 'const poller = new Poller(); return { held: poller, end: () => poller.dispose() }',
  },
  {
    name: 'a timeout that limits what has settled',
    rule: 'no-leaked-timer',
    code: `export function withTimeout(promise, body) {
  return Promise.race([
    promise,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error(\`Late: \${body.length}\`)), 60_000)
    }),
  ])
}
`,
    use: 'const body = new Array(1000).fill(number); await withTimeout(Promise.resolve(1), body); return { held: body, end() {} }',
  },
  {
    name: 'a subscription of an endless stream, in a class',
    rule: 'no-leaked-subscription',
    code: `import { interval } from 'rxjs'
export class Clock {
  constructor() {
    interval(60_000).subscribe(() => this.tick())
  }
  tick() {}
  destroy() {
    this.element = null
  }
}
`,
    use: 'const clock = new Clock(); return { held: clock, end: () => clock.destroy() }',
  },
  {
    name: 'a subscription of a subject of the module, in TypeScript',
    rule: 'no-leaked-subscription',
    language: 'ts',
    code: `import { BehaviorSubject } from 'rxjs'
const theme$ = new BehaviorSubject<string>('dark')
export class Panel {
  private theme = ''
  constructor() {
    theme$.subscribe((theme) => {
      this.theme = theme
    })
  }
  dispose(): void {
    this.theme = ''
  }
}
`,
    use: 'const panel = new Panel(); return { held: panel, end: () => panel.dispose() }',
  },
  {
    name: 'an autorun of MobX',
    rule: 'no-leaked-subscription',
    code: `import { autorun, observable } from 'mobx'
const state = observable({ theme: 'dark' })
export class Panel {
  constructor() {
    autorun(() => this.show(state.theme))
  }
  show() {}
  dispose() {
    this.element = null
  }
}
`,
    use: 'const panel = new Panel(); return { held: panel, end: () => panel.dispose() }',
  },
  {
    name: 'a watcher of a folder',
    rule: 'no-leaked-observer',
    code: `import { watch } from 'node:fs'
export class Folder {
  constructor(path) {
    watch(path, () => this.read())
  }
  read() {}
  dispose() {
    this.files = []
  }
}
`,
    use: 'const folder = new Folder("."); return { held: folder, end: () => folder.dispose() }',
  },
  {
    name: 'a watcher of a file by its changes',
    rule: 'no-leaked-observer',
    code: `import fs from 'node:fs'
export class Settings {
  constructor() {
    fs.watchFile('package.json', () => this.read())
  }
  read() {}
  dispose() {
    this.values = {}
  }
}
`,
    use: 'const settings = new Settings(); return { held: settings, end: () => settings.dispose() }',
  },
  {
    name: 'an observer of the performance timeline',
    rule: 'no-leaked-observer',
    code: `export class Marks {
  constructor() {
    const observer = new PerformanceObserver((list) => this.read(list))
    observer.observe({ entryTypes: ['mark'] })
  }
  read() {}
  dispose() {
    this.marks = []
  }
}
`,
    use: 'const marks = new Marks(); return { held: marks, end: () => marks.dispose() }',
  },
  {
    name: 'a worker',
    rule: 'no-undisposed-resource',
    times: 2,
    code: `import { Worker } from 'node:worker_threads'
export class Pool {
  constructor() {
    this.worker = new Worker('setInterval(() => {}, 1000)', { eval: true })
    this.worker.on('message', (answer) => this.take(answer))
  }
  take() {}
  dispose() {
    this.answers = []
  }
}
`,
    use: 'const pool = new Pool(); return { held: pool, end: () => pool.dispose() }',
  },
  {
    name: 'a watcher whose methods answer with it',
    rule: 'no-leaked-observer',
    code: `import fs from 'node:fs'
export class Folder {
  constructor(path) {
    fs.watch(path).on('change', () => this.read()).on('error', () => this.read())
  }
  read() {}
  dispose() {
    this.files = []
  }
}
`,
    use: 'const folder = new Folder("."); return { held: folder, end: () => folder.dispose() }',
  },
  {
    name: 'a forked process that listens',
    rule: 'no-undisposed-resource',
    times: 2,
    code: `import { fork } from 'node:child_process'
export class Preview {
  constructor(script) {
    this.child = fork(script, [], { execArgv: ['--eval', 'process.on("message", () => {})'] })
    this.child.on('message', (answer) => this.take(answer))
  }
  take() {}
  dispose() {
    this.answers = []
  }
}
`,
    use: 'const preview = new Preview("-"); const { child } = preview; return { isOpen: () => child.exitCode === null && child.signalCode === null, end: () => preview.dispose() }',
  },
  {
    name: 'a server',
    rule: 'no-undisposed-resource',
    code: `import { createServer } from 'node:http'
export class Preview {
  constructor() {
    this.server = createServer((request, response) => response.end(this.text))
    this.server.listen(0)
  }
  dispose() {
    this.text = ''
  }
}
`,
    use: 'const preview = new Preview(); return { held: preview, end: () => preview.dispose() }',
  },
  {
    name: 'a descriptor',
    rule: 'no-undisposed-resource',
    code: `import fs from 'node:fs'
export function firstByte(path) {
  const fd = fs.openSync(path)
  const bytes = Buffer.alloc(1)
  fs.readSync(fd, bytes)
  return bytes[0]
}
`,
    use: `
      const next = fs.openSync('package.json') // the lowest that is free, which the function will get
      fs.closeSync(next)
      firstByte('package.json')
      return { end() {}, isOpen: () => isOpenFile(next) }
    }
    function isOpenFile(fd) {
      try {
        return fs.fstatSync(fd).isFile()
      } catch {
        return false
      }`,
  },
  {
    name: 'what an error leaves undisposed',
    rule: 'require-using',
    code: `const leases = new Set()
class Lease {
  rows = new Array(1000)
  constructor() {
    leases.add(this)
  }
  release() {
    leases.delete(this)
  }
  [Symbol.dispose]() {
    this.release()
  }
}
export function work(task) {
  const lease = new Lease()
  const { length } = lease.rows
  task(length)
  lease.release()
}
`,
    use: `
      let lease
      try {
        work(() => {
          lease = [...leases].at(-1)
          throw new Error('Failed.')
        })
      } catch {}
      return { held: lease, end() {} }`,
  },
]

describe.each([...programs, ...growing, ...closing, ...tearing])('$name', (program) => {
  const { code, left } = repaired(program)
  const { times = 12 } = program

  it('is reported once, and lints clean when it is repaired', () => {
    expect(faultsOf(program).map(({ ruleId }) => ruleId)).toEqual([`memory/${program.rule}`])
    expect(code).not.toBe(program.code)
    expect(left).toEqual([])
  })

  it('stays in memory as it was, and is collected when it is repaired', async () => {
    const alive = [program.code, code].map((version) => aliveInNode(moduleOf(version, program), times))
    expect(await Promise.all(alive)).toEqual([times, 0])
  })
})
