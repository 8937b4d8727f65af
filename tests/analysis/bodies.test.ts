import type { TSESTree } from '@typescript-eslint/utils'
import { expect, test } from 'vitest'
import { unreadBodies } from '../../src/analysis/bodies.ts'
import { nodeOf, program } from '../support/program.ts'

/** Where the bodies are found that nobody reads of what `call` asks for. */
function holders(code: string, call: string): string[] {
  const sourceCode = program(code)
  return unreadBodies(nodeOf<TSESTree.CallExpression>(sourceCode, call), sourceCode).map(({ body, holder }) => `${body} by ${holder.by}`)
}

test('a promised response is followed to where its head is read', () => {
  const undici = "import { fetch, request } from 'undici'; "
  expect(holders(`${undici}const r = await fetch(u); r.ok`, 'fetch(u)')).toEqual(['web by variable'])
  expect(holders(`${undici}const r = await fetch(u); const s = r; s.status`, 'fetch(u)')).toEqual(['web by variable'])
  expect(holders(`${undici}let r; try { r = await fetch(u) } catch {} if (r && r.ok) f()`, 'fetch(u)')).toEqual(['web by variable'])
  expect(holders(`${undici}const { headers: h } = await fetch(u)`, 'fetch(u)')).toEqual(['web by pattern'])
  expect(holders(`${undici}f((await request(u)).statusCode)`, 'request(u)')).toEqual(['undici by expression'])
  expect(holders(`${undici}fetch(u).catch(f).then((r) => r.ok)`, 'fetch(u)')).toEqual(['web by parameter'])
  expect(holders(`${undici}fetch(u).finally(f)`, 'fetch(u)')).toEqual(['web by nothing'])
})

test('whoever may read the body has it', () => {
  const undici = "import { fetch } from 'undici'; "
  expect(holders(`${undici}const r = await fetch(u); const s = r; s.text()`, 'fetch(u)')).toEqual([])
  expect(holders(`${undici}this.r = await fetch(u)`, 'fetch(u)')).toEqual([])
  expect(holders(`${undici}const r = await fetch(u); f({ r })`, 'fetch(u)')).toEqual([])
  expect(holders(`${undici}const r = await fetch(u); [...r.headers]; for await (const x of r) f(x)`, 'fetch(u)')).toEqual([])
})

test('every way through a callback of http is looked at', () => {
  const http = "import { get } from 'http'; "
  expect(holders(`${http}get(u, (r) => { if (r.statusCode > 399) { fail(); return } if (r.statusCode > 299) return follow(); r.pipe(f) })`, 'get(u, (r) => { if (r.statusCode > 399) { fail(); return } if (r.statusCode > 299) return follow(); r.pipe(f) })')).toEqual(['node by way', 'node by way'])
  expect(holders(`${http}get(u, (r) => { if (r.complete) r.pipe(f) })`, 'get(u, (r) => { if (r.complete) r.pipe(f) })')).toEqual(['node by way'])
  expect(holders(`${http}get(u, (r) => { if (r.complete) r.resume(); r.pipe(f) })`, 'get(u, (r) => { if (r.complete) r.resume(); r.pipe(f) })')).toEqual([])
})
