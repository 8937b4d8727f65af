import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import rule from '../../src/rules/require-using.ts'
import { makeFolder } from '../support/folder.ts'

const library = `
export declare class Lease implements Disposable { readonly rows: number[]; release(): void; [Symbol.dispose](): void }
export declare class Connection implements AsyncDisposable { query(text: string): Promise<number[]>; close(): Promise<void>; [Symbol.asyncDispose](): Promise<void> }
export declare class Plain { close(): void; read(): string }
export declare class Client implements Disposable { release(): void; end(): void; dispose(): void; [Symbol.dispose](): void }
export declare class Rows implements Disposable { next(): IteratorResult<number>; close(): void; [Symbol.dispose](): void }
export declare function connect(): Promise<Connection>
export declare function lease(): Lease
export declare function mayLease(): Lease | undefined
export declare function client(): Client
`

const lines = [
  'function a(f: (x: unknown) => void) { const sync = lease(); try { f(sync.rows) } finally { sync.release() } }',
  "async function b(f: (x: unknown) => void) { const later = await connect(); try { f(await later.query('a')) } finally { await later.close() } }",
  'function c(f: (x: unknown) => void) { const maybe = mayLease(); try { f(maybe?.rows) } finally { maybe?.release() } }',
  "async function d(make: () => Promise<Connection>, f: (x: unknown) => void) { let late: Connection | undefined; try { late = await make(); f(await late.query('a')) } finally { await late?.close() } }",
  'function e(f: (x: unknown) => void) { const symbol = new Lease(); f(symbol.rows); f(1); symbol[Symbol.dispose]() }',
  "async function g(pool: { get(): Promise<Connection> }, f: (x: unknown) => void) { const ended = await pool.get(); f(await ended.query('a')); f(1); await ended.close() }",
  'function h(f: (x: unknown) => void) { const never = new Lease(); f(never.rows.length) }',
  'async function i(files: { open(): Promise<FileHandle> }, f: (x: unknown) => void) { const file = await files.open(); try { f(await file.stat()) } finally { await file.close() } }',
  'function j(f: (x: unknown) => void) { const named = client(); try { f(named) } finally { named.dispose() } }',
  'function k(disposable: () => Disposable, f: (x: unknown) => void) { const any = disposable(); try { f(any) } finally { any[Symbol.dispose]() } }',
  // Which have no disposal, one that does something else, or one that is not known to be called so
  'function l(f: (x: unknown) => void) { const plain = new Plain(); try { f(plain.read()) } finally { plain.close() } }',
  'function m(f: (x: unknown) => void) { const rows = new Rows(); try { f(rows) } finally { rows.close() } }',
  'function n(f: (x: unknown) => void) { const given = client(); try { f(given) } finally { given.release() } }',
  "async function o(f: (x: unknown) => void) { const dropped = await connect(); try { f(await dropped.query('a')) } finally { void dropped.close() } }",
  'function p(server: () => Server, f: (x: unknown) => void) { const waits = server(); try { f(waits) } finally { waits.close() } }',
  'function q(f: (x: unknown) => void) { const kept = lease(); f(kept.rows); f(() => kept.rows); kept.release() }',
  'function r(f: (x: unknown) => void) { const read = lease(); f(read.rows.length) }',
]

const program = `import { client, connect, type Connection, lease, Lease, mayLease, Plain, Rows } from './library'\nimport type { FileHandle } from 'node:fs/promises'\nimport type { Server } from 'node:net'\n${lines.join('\n')}\n`

const folder = makeFolder({
  'library.d.ts': library,
  'program.ts': program,
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'esnext', module: 'esnext', moduleResolution: 'bundler', lib: ['esnext'], strict: true, skipLibCheck: true,
      types: ['node'], typeRoots: [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))],
    },
    include: ['*.ts'],
  }),
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The names that the rule reports, with what it would declare them by. */
function reported(typed: boolean): string[] {
  const linter = new Linter({ configType: 'flat', cwd: folder })
  const messages = linter.verify(program, {
    files: ['**/*.ts'],
    plugins: { memory: { rules: { tested: rule as never } } },
    rules: { 'memory/tested': 'error' },
    settings: { memory: { target: 'node24' } },
    languageOptions: { parser, parserOptions: typed ? { projectService: true, tsconfigRootDir: folder } : {} },
  }, { filename: join(folder, 'program.ts') })
  return messages.map(({ message, messageId, line, suggestions }) => {
    const [, name, keyword] = /'(\w+)'(?: open)?[ :,].*'(await using|using)'\.$/.exec(message) ?? [message, message]
    return `${line - 3} ${messageId} ${keyword} ${name}${suggestions?.length === 1 ? '' : ' without a repair'}`
  })
}

describe('disposables by type', () => {
  it('are reported by the way in which they are disposed of', () => {
    expect(reported(true)).toEqual([
      '1 finally using sync', '2 finally await using later', '3 finally using maybe', '4 finally await using late', '5 end using symbol', '6 end await using ended',
      '7 never using never', '8 finally await using file', '9 finally using named', '10 finally using any',
    ])
  })

  it('are not known without a program', () => {
    expect(reported(false)).toEqual([])
  })
})
