import type { Leaking } from './repairs.ts'

/** A file's content is captured by a callback that is over at once, and stays with the function that is returned. */
const counted = `import fs from 'node:fs'
export function open(path, words, see) {
  const data = fs.readFileSync(path)
  const found = words.filter((word) => data.includes(word)).length
  see(data)
  return () => found
}
export const opened = []
`

const countedInTypeScript = `import fs from 'node:fs'
export function open(path: string, words: string[], see: (data: Buffer) => void): () => number {
  const data = fs.readFileSync(path)
  const found = words.filter((word) => data.includes(word)).length
  see(data)
  return () => found
}
export const opened: (() => number)[] = []
`

const opening = "let held; opened.push(open('package.json', ['name'], (data) => { held = data })); return { held, end() {} }"

/** A connection that is made anew keeps the one before it, and that the one before. */
const reconnecting = `let current = null
export function connect(id) {
  const previous = current
  const describe = () => previous?.id ?? 'none'
  describe()
  current = { id, close() {} }
  return current
}
`

const connecting = 'return { held: connect(number), end() {} }'

const polling = `import fs from 'node:fs'
const readers = []
function onRead(reader) {
  readers.push(reader)
}
export class Settings {
  read(path, see) {
    const data = fs.readFileSync(path)
    const describe = () => data.length
    see(data, describe())
    onRead(() => this.show())
  }
  show() {}
}
`

const reading = "let held; new Settings().read('package.json', (data) => { held = data }); return { held, end() {} }"

/** Programs whose closures keep what they do not use, or of which they use a part. */
export const closing: Leaking[] = [
  { name: 'what another callback used of a file, beside a function that is returned: a block', rule: 'no-shared-closure-context', repair: 'enclose', code: counted, use: opening },
  { name: 'what another callback used of a file, beside a function that is returned: null', rule: 'no-shared-closure-context', repair: 'release', code: counted, use: opening },
  { name: 'what another callback used of a file, in TypeScript', rule: 'no-shared-closure-context', language: 'ts', code: countedInTypeScript, use: opening },
  { name: 'a chain of all that were there before: a block', rule: 'no-shared-closure-context', repair: 'enclose', code: reconnecting, use: connecting },
  { name: 'a chain of all that were there before: null', rule: 'no-shared-closure-context', repair: 'release', code: reconnecting, use: connecting },
  { name: 'what a local function used, beside a function that a list keeps: a block', rule: 'no-shared-closure-context', repair: 'enclose', code: polling, use: reading },
  { name: 'what a local function used, beside a function that a list keeps: null', rule: 'no-shared-closure-context', repair: 'release', code: polling, use: reading },
  {
    name: 'a parameter that a callback used',
    rule: 'no-shared-closure-context',
    language: 'ts',
    code: `export function watch(image: ImageData, rows: number[], stop: () => void): () => void {
  rows.forEach((row) => image.data.fill(0, row, row + 1))
  return () => stop()
}
export const watched: (() => void)[] = []
`,
    use: 'const image = { data: new Uint8Array(10_000) }; watched.push(watch(image, [1, 2], () => {})); return { held: image, end() {} }',
  },
  {
    name: 'a file for its length',
    rule: 'no-lingering-capture',
    code: `import fs from 'node:fs'
export function open(path, see) {
  const data = fs.readFileSync(path)
  see(data)
  return { size: () => data.length }
}
export const opened = []
`,
    use: "let held; opened.push(open('package.json', (data) => { held = data })); return { held, end() {} }",
  },
  {
    name: 'parsed rows for the first one\'s name, in a field',
    rule: 'no-lingering-capture',
    code: `import fs from 'node:fs'
export class Table {
  load(path, see) {
    const rows = JSON.parse(fs.readFileSync(path, 'utf8'))
    see(rows)
    this.describe = () => rows.name + rows.scripts?.length
  }
}
export const tables = []
`,
    use: "let held; const table = new Table(); table.load('package.json', (rows) => { held = rows }); tables.push(table); return { held, end() {} }",
  },
  {
    name: 'an image for its size, in a hoisted function',
    rule: 'no-lingering-capture',
    language: 'ts',
    code: `import fs from 'node:fs'
export function open(path: string, see: (data: Buffer) => void): () => number {
  const data = fs.readFileSync(path)
  see(data)
  return size
  function size(): number {
    return data.byteLength
  }
}
export const opened: (() => number)[] = []
`,
    use: "let held; opened.push(open('package.json', (data) => { held = data })); return { held, end() {} }",
  },
  {
    name: 'messages that are raced against the end',
    rule: 'no-promise-race-retention',
    code: `const never = new Promise(() => {})
export async function answer(work) {
  return Promise.race([work, never])
}
`,
    use: 'const message = { rows: new Array(1000) }; await answer(Promise.resolve(message)); return { held: message, end() {} }',
  },
  {
    name: 'items of a loop that are raced against a shutdown',
    rule: 'no-promise-race-retention',
    language: 'ts',
    code: `export async function run(next: () => Promise<object | null>, shutdown: Promise<null>): Promise<void> {
  while (true) {
    const item = await Promise.race([next(), shutdown])
    if (item === null) return
  }
}
`,
    use: `
      const shutdown = globalThis.shutdown ??= new Promise(() => {})
      const item = { rows: new Array(1000) }
      const items = [null, item]
      await run(async () => items.pop(), shutdown)
      return { held: item, end() {} }`,
  },
  {
    name: 'items of a queue that are raced against its close, by a field',
    rule: 'no-promise-race-retention',
    code: `export class Queue {
  #items = []
  #resolve
  constructor() {
    this.closed = new Promise((resolve) => {
      this.#resolve = resolve
    })
  }
  add(item) {
    this.#items.push(Promise.resolve(item))
  }
  next() {
    return Promise.race([this.#items.shift(), this.closed])
  }
  close() {
    this.#resolve()
  }
}
export const queue = new Queue()
`,
    use: 'const item = { rows: new Array(1000) }; queue.add(item); await queue.next(); return { held: item, end() {} }',
  },
  {
    name: 'what fails in a race',
    rule: 'no-promise-race-retention',
    code: `const { promise: stopped } = Promise.withResolvers()
export async function attempt(work) {
  return Promise.race([work(), stopped])
}
`,
    setup: `Promise.withResolvers ??= () => {
      let parts
      const promise = new Promise((resolve, reject) => { parts = { resolve, reject } })
      return { promise, ...parts }
    }`,
    use: `
      const error = new Error('Failed.')
      const given = await attempt(() => Promise.reject(error)).catch((reason) => reason)
      if (given !== error) throw new Error('It was not the error that came.')
      return { held: error, end() {} }`,
  },
  {
    name: 'a cleanup that mentions what is to be cleaned up',
    rule: 'no-finalizer-self-reference',
    code: `export const closed = []
const registry = new FinalizationRegistry((close) => close())
export class File {
  constructor(handle) {
    this.handle = handle
    registry.register(this, () => closed.push(this.handle))
  }
}
`,
    use: 'return { held: new File(number), end() {} }',
  },
  {
    name: 'a cleanup that mentions a variable which is returned',
    rule: 'no-finalizer-self-reference',
    code: `const closed = new Set()
const registry = new FinalizationRegistry((close) => close())
export function open(path) {
  const file = { path, handle: path.length }
  registry.register(file, () => closed.delete(file.handle))
  return file
}
`,
    use: "return { held: open('file ' + number), end() {} }",
  },
  {
    name: 'a registry of each object',
    rule: 'no-finalizer-self-reference',
    language: 'ts',
    code: `export const freed: number[] = []
export class Audio {
  private readonly registry = new FinalizationRegistry<number>((id) => freed.push(id))
  constructor(id: number) {
    this.registry.register(this, id)
  }
}
`,
    // the object goes in either case, but as written no cleanup runs
    use: `
      let audio = new Audio(number)
      return { isOpen: () => !freed.includes(number), end() { audio = null } }`,
  },
]
