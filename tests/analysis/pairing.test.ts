import type { TSESTree } from '@typescript-eslint/utils'
import { expect, test } from 'vitest'
import { acquisitionOf, protocols } from '../../src/analysis/acquisitions.ts'
import { leakOf } from '../../src/analysis/pairing.ts'
import { releasesOf } from '../../src/analysis/releases.ts'
import { nodeOf, program } from '../support/program.ts'

const table = protocols([{ acquire: 'pool.take', release: 'pool.give', match: 'handle' }, { acquire: 'watch', release: 'unwatch', match: 'disposer' }])

/** What may release the first call of `acquire(…)`. */
function releases(code: string, acquire: string): string[] {
  const sourceCode = program(code)
  const acquired = acquisitionOf(nodeOf<TSESTree.CallExpression>(sourceCode, acquire), table, sourceCode)
  return acquired ? releasesOf(acquired, sourceCode).map(({ node, isHandedOn }) => `${sourceCode.getText(node)}${isHandedOn ? ' (handed on)' : ''}`) : ['no acquisition']
}

test('listeners are matched by holder, event and identity', () => {
  const add = 'bus.on("a", f)'
  expect(releases(`const f = () => {}, g = () => {}; ${add}; bus.off("a", f); bus.off("b", f); bus.off("a", g); bus.off("a", () => {})`, add)).toEqual(['bus.off("a", f)'])
  expect(releases(`const f = () => {}; ${add}; bus.removeAllListeners(); bus.removeAllListeners("a"); bus.removeAllListeners("b")`, add)).toEqual(['bus.removeAllListeners()', 'bus.removeAllListeners("a")'])
  expect(releases(`const f = () => {}; this.g = f; ${add}; bus.off("a", this.g)`, add)).toEqual(['bus.off("a", this.g)'])
  expect(releases(`const f = () => {}; ${add}; list.forEach((l) => bus.off(...l))`, add)).toEqual(['bus.off(...l)'])
  expect(releases('window.addEventListener("a", f); document.removeEventListener("a", f); removeEventListener("a", f)', 'window.addEventListener("a", f)')).toEqual(['removeEventListener("a", f)'])
  expect(releases('x.addEventListener("a", this.f); x.removeEventListener("a", self.f); x.removeEventListener("a", this.g)', 'x.addEventListener("a", this.f)')).toEqual(['x.removeEventListener("a", self.f)'])
})

test('handles are followed through variables and fields', () => {
  const set = 'setInterval(g, 1)'
  expect(releases(`const t = ${set}; clearInterval(t); if (t) stop()`, set)).toEqual(['clearInterval(t)'])
  expect(releases(`let t; t = ${set}; const u = t; window.clearTimeout(u)`, set)).toEqual(['window.clearTimeout(u)'])
  expect(releases(`this.t = ${set}; const { t } = this; clearInterval(t); clearInterval(this.u)`, set)).toEqual(['clearInterval(t)'])
  expect(releases(`a.current = ${set}; clearInterval(b.current)`, set)).toEqual([])
  expect(releases(`const t = ${set}.unref(); timers.push(t)`, set)).toEqual(['timers.push(t) (handed on)'])
  expect(releases(`const t = ${set}; this.t = t; clearInterval(this.t)`, set)).toEqual(['clearInterval(this.t)'])
})

test("a user's protocols are named as they are written", () => {
  expect(releases('const c = this.pool.take(); this.pool.give(c)', 'this.pool.take()')).toEqual(['this.pool.give(c)'])
  expect(releases('const stop = watch(f); stop()', 'watch(f)')).toEqual(['stop()'])
  expect(releases('const c = carpool.take(); carpool.give(c)', 'carpool.take()')).toEqual(['no acquisition'])
})

test('a leak says what is wrong', () => {
  const fault = (code: string, call: string): string | null => {
    const sourceCode = program(code)
    return leakOf(nodeOf<TSESTree.CallExpression>(sourceCode, call), { kind: 'timer', resources: table, presumes: false, filename: 'file.js', placements: () => null, sources: () => null }, sourceCode)?.fault ?? null
  }
  expect(fault('class A { f() { setInterval(g, 1) } dispose() {} }', 'setInterval(g, 1)')).toBe('unreleased')
  expect(fault('class A { f() { setTimeout(() => this.f(), 1) } dispose() {} }', 'setTimeout(() => this.f(), 1)')).toBe('endless')
  expect(fault('const f = (p, ms) => Promise.race([p, new Promise((r) => setTimeout(r, 60_000))])', 'setTimeout(r, 60_000)')).toBe('outlived')
  expect(fault('const f = (p, ms) => Promise.race([p, new Promise((r) => setTimeout(r, ms))])', 'setTimeout(r, ms)')).toBe(null)
  expect(fault('class A { f() { setTimeout(g, 1) } dispose() {} }', 'setTimeout(g, 1)')).toBe(null)
})
