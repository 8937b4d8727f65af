import type { TSESTree } from '@typescript-eslint/utils'
import { expect, test } from 'vitest'
import { isWritable } from '../../src/analysis/writables.ts'
import { nodeOf, program } from '../support/program.ts'

/** Is what `name` stands for in `use(name)` a stream that is written to? */
function isIt(code: string, name = 'w'): boolean {
  const sourceCode = program(code)
  const call = nodeOf<TSESTree.CallExpression>(sourceCode, `use(${name})`)
  return isWritable(call.arguments[0] as TSESTree.Node, sourceCode)
}

test('streams are known by what makes them', () => {
  expect(isIt("import fs from 'fs'; const w = fs.createWriteStream(p); use(w)")).toBe(true)
  expect(isIt("import { createGzip } from 'zlib'; let w; w = createGzip(); use(w)")).toBe(true)
  expect(isIt("import { PassThrough } from 'stream'; const w = new PassThrough().on('error', f); use(w)")).toBe(true)
  expect(isIt("import net from 'net'; const v = net.connect(1); const w = v; use(w)")).toBe(true)
  expect(isIt("import fs from 'fs'; const w = a.pipe(fs.createWriteStream(p)); use(w)")).toBe(true)
  expect(isIt("import fs from 'fs'; class A { open() { this.w = fs.createWriteStream(p) } f() { use(this.w) } }", 'this.w')).toBe(true)
  expect(isIt("import { spawn } from 'child_process'; const c = spawn(p); use(c.stdin)", 'c.stdin')).toBe(true)
  expect(isIt("import http from 'http'; http.createServer((q, w) => use(w))")).toBe(true)
})

test('or by their types', () => {
  expect(isIt('function f(w: NodeJS.WritableStream) { use(w) }')).toBe(true)
  expect(isIt('function f(w: Socket | null) { use(w) }')).toBe(true)
  expect(isIt('function f(w: Term) { use(w) }')).toBe(false)
})

test('what is only read, or unknown, is none', () => {
  expect(isIt("import fs from 'fs'; const w = fs.createReadStream(p); use(w)")).toBe(false)
  expect(isIt("import { createHash } from 'crypto'; const w = createHash('md5'); use(w)")).toBe(false)
  expect(isIt("import http from './http'; http.createServer((q, w) => use(w))")).toBe(false)
  expect(isIt('function f(w) { use(w) }')).toBe(false)
  expect(isIt('other.w = createWriteStream(); use(this.w)', 'this.w')).toBe(false)
})
