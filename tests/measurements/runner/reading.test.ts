import { expect, test } from 'vitest'
import type { Measure } from './measurement-case.ts'
import { runningNode } from './node-binaries.ts'
import { read, type Reading } from './reading.ts'
import type { Side } from './results.ts'

const cases = new URL('./known-amounts.mjs', import.meta.url).href

function readKnown(name: string, side: Side, size: number, measure: Measure): Promise<Reading> {
  return read({ node: runningNode, cases, name, side, size }, measure)
}

/** Within two percent. */
function expectBytes(measured: number | undefined, known: number): void {
  expect(measured).toBeGreaterThan(known * 0.98)
  expect(measured).toBeLessThan(known * 1.02)
}

test('counts what is allocated', async () => {
  const { allocated } = await readKnown('objects', 'before', 10_000, 'allocated')
  expectBytes(allocated, 10_000 * 56)
})

test('counts nothing where nothing is allocated', async () => {
  const { allocated } = await readKnown('objects', 'after', 10_000, 'allocated')
  expect(allocated).toBeLessThan(100)
})

test('counts what was collected meanwhile', async () => {
  const { allocatedCold } = await readKnown('collected', 'before', 20, 'allocated')
  expectBytes(allocatedCold, 20 * 8_000_000)
})

test('counts what is allocated outside of the heap', async () => {
  const { externalCold } = await readKnown('collected', 'after', 20, 'allocated')
  expectBytes(externalCold, 20 * 8_000_000)
})

test('counts what stays while the result is held', async () => {
  const { retained } = await readKnown('kept', 'before', 5_000_000, 'retained')
  expectBytes(retained, 5_000_000)
})

test('counts what stays of twice as much as twice that, for code that V8 still optimises', async () => {
  const { retained = 0 } = await readKnown('cached', 'before', 1_000, 'retained')
  const twice = await readKnown('cached', 'before', 2_000, 'retained')
  expectBytes(twice.retained, 2 * retained)
})

test('counts nothing where nothing stays', async () => {
  const { retained } = await readKnown('kept', 'after', 5_000_000, 'retained')
  expect(retained).toBeLessThan(20_000)
})

test('names the error of a side that throws', async () => {
  expect(await readKnown('stack', 'before', 1_000_000, 'time')).toEqual({ error: 'RangeError' })
})
