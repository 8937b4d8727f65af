import rule from '../../src/rules/require-using.ts'
import { testRule } from '../support/rule-tester.ts'

const settings = { memory: { target: 'node24' } }
const files = "import { open } from 'node:fs/promises'\n"
const lock = `class Lock {
  #held = true
  release() { this[Symbol.dispose]() }
  [Symbol.dispose]() { this.#held = false }
}
`

const everyRow = `import * as fs from 'node:fs'
import { spawn } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { addAbortListener } from 'node:events'
async function f(s) {
  for (const x of s) {
    const dir = await fs.promises.opendir(x)
    try { g(dir) } finally { await dir.close() }
  }
  if (s) {
    const dir = fs.opendirSync(s)
    try { g(dir) } finally { dir.closeSync() }
  }
  if (s) {
    const temporary = fs.mkdtempDisposableSync('a')
    try { g(temporary) } finally { temporary.remove() }
  }
  if (s) {
    const child = spawn('a')
    try { g(child) } finally { child.kill() }
  }
  if (s) {
    const worker = new Worker('a')
    try { g(worker) } finally { await worker.terminate() }
  }
  if (s) {
    const heard = addAbortListener(s, g)
    try { g() } finally { heard[Symbol.dispose]() }
  }
  if (s) {
    const stack = new DisposableStack()
    try { g(stack) } finally { stack.dispose() }
  }
}
`

testRule('require-using', rule, {
  valid: [
    { name: 'a target without using', code: `${files}async function f(p) { const file = await open(p); try { await file.stat() } finally { await file.close() } }`, settings: { memory: { target: 'node22' } } },
    { name: 'no target', code: `${files}async function f(p) { const file = await open(p); try { await file.stat() } finally { await file.close() } }` },
    ...([
      { name: 'already', code: `${files}async function f(p) { await using file = await open(p); try { await file.stat() } finally { log() } }` },
      { name: 'nothing is known to dispose of it', code: 'async function f() { const file = await open(); try { await file.stat() } finally { await file.close() } }' },
      { name: 'another open', code: `import { open } from './files.js'
async function f(p) { const file = await open(p); try { await file.stat() } finally { await file.close() } }` },
      { name: 'a function by that name inside', code: `${files}async function f(p, open) { const file = await open(p); try { await file.stat() } finally { await file.close() } }` },
      { name: 'not awaited', code: `${files}async function f(p) { const file = await open(p); try { await file.stat() } finally { file.close() } }` },
      { name: 'an error of closing is caught', code: `${files}async function f(p) { const file = await open(p); try { await file.stat() } finally { await file.close().catch(log) } }` },
      { name: 'something happens after it', code: `${files}async function f(p) { const file = await open(p); try { await file.stat() } finally { await file.close(); log() } }` },
      { name: 'used afterwards', code: `${files}async function f(p) { const file = await open(p); try { await file.stat() } finally { await file.close() } return file.fd }` },
      { name: 'used by catch, which would not see it', code: `${files}async function f(p) { let file; try { file = await open(p) } catch { log(file) } finally { await file?.close() } }` },
      { name: 'given another value', code: `${files}async function f(p) { let file = await open(p); try { file = await open(q) } finally { await file.close() } }` },
      { name: 'given its value under a condition', code: `${files}async function f(p) { let file; try { if (p) { file = await open(p) } } finally { await file?.close() } }` },
      { name: 'of the function around', code: `${files}async function f(p) { const file = await open(p); for (const x of p) { try { await file.write(x) } finally { await file.close() } } }` },
      { name: 'a signal is given', code: `import { spawn } from 'node:child_process'
async function f() { const child = spawn('a'); try { await g(child) } finally { child.kill('SIGKILL') } }` },
      { name: 'a server, which is not waited for', code: `import { createServer } from 'node:http'
async function f() { const server = createServer(); try { await g(server) } finally { server.close() } }` },
      { name: 'a timer', code: `import { setTimeout } from 'node:timers'
async function f() { const timer = setTimeout(g, 1); try { await h() } finally { clearTimeout(timer) } }` },
      { name: 'another method than the disposal', code: 'class A { [Symbol.dispose]() { free(this) } flush() { write(this) } }\nfunction f() { const a = new A(); try { g(a) } finally { a.flush() } }' },
      { name: 'an iterator', code: 'class A { next() {} [Symbol.dispose]() { this.return() } return() {} }\nfunction f() { const a = new A(); try { g(a) } finally { a.return() } }' },
      { name: 'a class without disposal', code: 'class A { close() {} }\nfunction f() { const a = new A(); try { g(a) } finally { a.close() } }' },
      { name: 'a case of a switch, where no using may stand', code: `${lock}function f(x) { switch (x) { case 1: const a = new Lock(); try { g(a) } finally { a.release() } } }` },
      { name: 'the top of a script', code: 'class A { [Symbol.dispose]() {} }\nconst a = new A()\ntry { g(a) } finally { a[Symbol.dispose]() }', languageOptions: { sourceType: 'script' as const } },
      { name: 'exported', code: `${lock}export const a = new Lock()\ntry { g(a) } finally { a.release() }` },
      { name: 'two at once', code: `${lock}function f() { const a = new Lock(), b = 1; try { g(a, b) } finally { a.release() } }` },
      { name: 'closed at once', code: `${lock}function f() { const a = new Lock(); a.release() }` },
      { name: 'closed before the rest', code: `import { DatabaseSync } from 'node:sqlite'
function f() { const db = new DatabaseSync(p); db.exec('a'); db.close(); unlink(p) }` },
      { name: 'closed on another way, too', code: `import { DatabaseSync } from 'node:sqlite'
function f() { const db = new DatabaseSync(p); if (x) { db.close(); return 1 } db.exec('a'); db.close() }` },
      { name: 'closed by a callback, too', code: `import { createInterface } from 'node:readline'
function f() { const rl = createInterface(o); rl.on('line', () => rl.close()); rl.prompt(); rl.close() }` },
      { name: 'returned', code: `${lock}function f() { const a = new Lock(); a.check(); return a }` },
      { name: 'stored', code: `${lock}class B { f() { const a = new Lock(); a.check(); this.a = a } }` },
      { name: 'given to an owner', code: `${lock}function f(stack) { const a = new Lock(); a.check(); stack.use(a) }` },
      { name: 'kept by a function', code: `${lock}function f() { const a = new Lock(); a.check(); return () => a.check() }` },
      { name: 'part of it is kept', code: `import { DatabaseSync } from 'node:sqlite'
function f() { const db = new DatabaseSync(p); const all = db.prepare('a'); return () => all.all() }` },
      { name: 'it goes on', code: 'class Server { [Symbol.dispose]() {} listen() {} }\nexport function f() { const server = new Server(); server.listen(80) }' },
      { name: 'made once', code: "import { DatabaseSync } from 'node:sqlite'\nconst db = new DatabaseSync(p)\ndb.exec('a')" },
      { name: 'a child that ends by itself', code: `import { spawn } from 'node:child_process'
function f() { const child = spawn('a'); child.unref() }` },
      { name: 'a descriptor of few, which another rule has in finally first', code: `${files}async function f(p) { const file = await open(p); await file.stat(); await file.write(1); await file.close() }` },
    ].map((one) => ({ ...one, settings }))),
  ],
  invalid: [
    {
      name: 'a file handle',
      settings,
      code: `${files}export async function read(path) {
  const file = await open(path)
  try {
    const { buffer } = await file.read()
    return buffer
  } finally {
    await file.close()
  }
}
`,
      errors: [{ messageId: 'finally', data: { name: 'file', keyword: 'await using' }, line: 3, column: 9, endLine: 3, endColumn: 13, suggestions: [{ messageId: 'declare', data: { keyword: 'await using' }, output: `${files}export async function read(path) {
  await using file = await open(path)
  const { buffer } = await file.read()
  return buffer
}
` }] }],
    },
    {
      name: 'before other statements, in code without semicolons, around a text of two lines',
      settings,
      code: `${files}export async function read(path) {
  const file = await open(path)
  const size = 5
  try {
    ;[1].map(f)
    await file.write(\`a
    b\`, size)
  } finally {
    await file.close()
  }
  return 1
}
`,
      errors: [{ messageId: 'finally', data: { name: 'file', keyword: 'await using' }, line: 3, column: 9, endLine: 3, endColumn: 13, suggestions: [{ messageId: 'declare', data: { keyword: 'await using' }, output: `${files}export async function read(path) {
  {
    await using file = await open(path)
    const size = 5
    ;[1].map(f)
    await file.write(\`a
    b\`, size)
  }
  return 1
}
` }] }],
    },
    {
      name: 'with catch',
      settings,
      code: `${files}export async function read(path) {
  const file = await open(path)
  try {
    await file.read()
  } catch (error) {
    log(error)
  } finally {
    await file.close()
  }
}
`,
      errors: [{ messageId: 'finally', data: { name: 'file', keyword: 'await using' }, line: 3, column: 9, endLine: 3, endColumn: 13, suggestions: [{ messageId: 'declare', data: { keyword: 'await using' }, output: `${files}export async function read(path) {
  await using file = await open(path)
  try {
    await file.read()
  } catch (error) {
    log(error)
  }
}
` }] }],
    },
    {
      name: 'with other work before in finally',
      settings,
      code: `${files}async function f(path) {
  const file = await open(path)
  try {
    await file.read()
  } finally {
    log(1)
    await file.close()
  }
}
`,
      errors: [{ messageId: 'finally', data: { name: 'file', keyword: 'await using' }, line: 3, column: 9, endLine: 3, endColumn: 13, suggestions: [{ messageId: 'declare', data: { keyword: 'await using' }, output: `${files}async function f(path) {
  await using file = await open(path)
  try {
    await file.read()
  } finally {
    log(1)
  }
}
` }] }],
    },
    {
      name: 'opened in try',
      settings,
      code: `${files}export async function read(path) {
  let file: FileHandle | null = null
  try {
    file = await open(path)
    await file.read()
  } catch (error) {
    log(error)
  } finally {
    if (file !== null) {
      await file.close()
    }
  }
  return 1
}
`,
      errors: [{ messageId: 'finally', data: { name: 'file', keyword: 'await using' }, line: 3, column: 7, endLine: 3, endColumn: 30, suggestions: [{ messageId: 'declare', data: { keyword: 'await using' }, output: `${files}export async function read(path) {
  try {
    await using file = await open(path)
    await file.read()
  } catch (error) {
    log(error)
  }
  return 1
}
` }] }],
    },
    {
      name: 'opened in try, without catch',
      settings,
      code: `${files}export async function read(path) {
  let file
  try {
    file = await open(path)
    return await file.read()
  } finally {
    await file?.close()
  }
}
`,
      errors: [{ messageId: 'finally', data: { name: 'file', keyword: 'await using' }, line: 3, column: 7, endLine: 3, endColumn: 11, suggestions: [{ messageId: 'declare', data: { keyword: 'await using' }, output: `${files}export async function read(path) {
  await using file = await open(path)
  return await file.read()
}
` }] }],
    },
    {
      name: 'a comment in finally would be lost',
      settings,
      code: `${files}async function f(path) {
  const file = await open(path)
  try { await file.read() } finally {
    // the last one
    await file.close()
  }
}
`,
      errors: [{ messageId: 'finally', data: { name: 'file', keyword: 'await using' }, line: 3, column: 9, endLine: 3, endColumn: 13, suggestions: [] }],
    },
    {
      name: 'a class of the file that disposes without an error: a fix',
      settings,
      code: `${lock}export function f(g) {
  const lock = new Lock()
  try {
    return g(lock)
  } finally {
    lock.release()
  }
}
`,
      output: `${lock}export function f(g) {
  using lock = new Lock()
  return g(lock)
}
`,
      errors: [{ messageId: 'finally', data: { name: 'lock', keyword: 'using' }, line: 7, column: 9, endLine: 7, endColumn: 13, suggestions: [] }],
    },
    {
      name: 'names that the block has for itself stay in it',
      settings,
      code: `${lock}export function f(g, path) {
  const lock = new Lock()
  try {
    const path = 3
    return g(lock, path)
  } finally {
    lock.release()
  }
}
`,
      output: `${lock}export function f(g, path) {
  using lock = new Lock()
  {
    const path = 3
    return g(lock, path)
  }
}
`,
      errors: [{ messageId: 'finally', data: { name: 'lock', keyword: 'using' }, line: 7, column: 9, endLine: 7, endColumn: 13, suggestions: [] }],
    },
    {
      name: 'an object that a function of the file returns',
      settings,
      code: `function lease() { return { end() { free() }, [Symbol.dispose]() { this.end() } } }
function f(g) {
  const one = lease() as Lease
  try {
    g(one)
  } finally {
    one!.end()
  }
}
`,
      errors: [{ messageId: 'finally', data: { name: 'one', keyword: 'using' }, line: 3, column: 9, endLine: 3, endColumn: 12, suggestions: [{ messageId: 'declare', data: { keyword: 'using' }, output: `function lease() { return { end() { free() }, [Symbol.dispose]() { this.end() } } }
function f(g) {
  using one = lease() as Lease
  g(one)
}
` }] }],
    },
    {
      name: 'in a static block, of a class that is extended',
      settings,
      code: `class Base { [Symbol.dispose]() { free() } }
class Gate extends Base {}
class A {
  static {
    const gate = new Gate()
    try {
      g(gate)
    } finally {
      gate[Symbol.dispose]()
    }
  }
}
`,
      errors: [{ messageId: 'finally', data: { name: 'gate', keyword: 'using' }, line: 5, column: 11, endLine: 5, endColumn: 15, suggestions: [{ messageId: 'declare', data: { keyword: 'using' }, output: `class Base { [Symbol.dispose]() { free() } }
class Gate extends Base {}
class A {
  static {
    using gate = new Gate()
    g(gate)
  }
}
` }] }],
    },
    {
      name: 'a question, in CommonJS',
      settings,
      languageOptions: { sourceType: 'commonjs' },
      code: `const readline = require('readline/promises')
async function ask() {
  const rl = readline.createInterface({ input, output });
  const answer = await rl.question('Go?');
  rl.close();
  return answer;
}
`,
      errors: [{ messageId: 'end', data: { name: 'rl', keyword: 'using', release: 'rl.close()' }, line: 3, column: 9, endLine: 3, endColumn: 11, suggestions: [{ messageId: 'declare', data: { keyword: 'using' }, output: `const readline = require('readline/promises')
async function ask() {
  using rl = readline.createInterface({ input, output });
  const answer = await rl.question('Go?');
  return answer;
}
` }] }],
    },
    {
      name: 'a database that nothing closes',
      settings,
      code: `import { DatabaseSync } from 'node:sqlite'
export function rows(path) {
  const db = new DatabaseSync(path)
  return db.prepare('select 1').all()
}
`,
      errors: [{ messageId: 'never', data: { name: 'db', keyword: 'using' }, line: 3, column: 9, endLine: 3, endColumn: 11, suggestions: [{ messageId: 'declare', data: { keyword: 'using' }, output: `import { DatabaseSync } from 'node:sqlite'
export function rows(path) {
  using db = new DatabaseSync(path)
  return db.prepare('select 1').all()
}
` }] }],
    },
    {
      name: 'every row of the table',
      settings,
      code: everyRow,
      errors: [
        ['dir', 'await using', 7, 'const dir = await fs.promises.opendir(x)\n    try { g(dir) } finally { await dir.close() }', 'await using dir = await fs.promises.opendir(x)\n    g(dir)'],
        ['dir', 'using', 11, 'const dir = fs.opendirSync(s)\n    try { g(dir) } finally { dir.closeSync() }', 'using dir = fs.opendirSync(s)\n    g(dir)'],
        ['temporary', 'using', 15, "const temporary = fs.mkdtempDisposableSync('a')\n    try { g(temporary) } finally { temporary.remove() }", "using temporary = fs.mkdtempDisposableSync('a')\n    g(temporary)"],
        ['child', 'using', 19, "const child = spawn('a')\n    try { g(child) } finally { child.kill() }", "using child = spawn('a')\n    g(child)"],
        ['worker', 'await using', 23, "const worker = new Worker('a')\n    try { g(worker) } finally { await worker.terminate() }", "await using worker = new Worker('a')\n    g(worker)"],
        ['heard', 'using', 27, 'const heard = addAbortListener(s, g)\n    try { g() } finally { heard[Symbol.dispose]() }', 'using heard = addAbortListener(s, g)\n    g()'],
        ['stack', 'using', 31, 'const stack = new DisposableStack()\n    try { g(stack) } finally { stack.dispose() }', 'using stack = new DisposableStack()\n    g(stack)'],
      ].map(([name, keyword, line, before, after]) => ({
        messageId: 'finally', data: { name, keyword }, line: line as number, column: 11, endLine: line as number, endColumn: 11 + String(name).length,
        suggestions: [{ messageId: 'declare', data: { keyword }, output: everyRow.replace(before as string, after as string) }],
      })) as never,
    },
  ],
})
