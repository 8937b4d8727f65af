// Runs one side of one case, measures one thing, sends it to the parent and exits. Plain JavaScript: it runs as it is on
// every supported Node. Started by main.ts, with --expose-gc, in a process of its own.
import v8 from 'node:v8'
import { performance } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'

/** @import { Measure, MeasurementCase } from './measurement-case.ts' */

const [path, name, side, size, measure] = process.argv.slice(2)
const { default: cases } = await import(path)
/** @type {MeasurementCase} */
const subject = cases.find((each) => each.name === name)
const n = Number(size)
const run = subject[side]

/** Where results go, so that nothing is optimised away. */
globalThis.sink = undefined

const inputOf = (count) => subject.input?.(count) ?? count
const timeIsUp = (start) => performance.now() - start > 200

/** Enough calls for V8 to have optimised the code: 200 ms of them, at least two. */
async function warmUp() {
  const start = performance.now()
  for (let calls = 0; calls < 2 || !timeIsUp(start); calls++) globalThis.sink = await run(inputOf(n))
  globalThis.sink = undefined
  await turn()
}

/** Small inputs are measured over many calls, so that what one call costs rises above what the measuring costs. */
function manyInputs() {
  return Array.from({ length: Math.max(1, Math.round(10_000 / n)) }, () => inputOf(n))
}

async function runAll(inputs) {
  for (const input of inputs) {
    const result = run(input)
    globalThis.sink = typeof result?.then === 'function' ? await result : result
  }
}

/**
 * Bytes allocated per call: what the heap grew by, plus what each collection meanwhile took away. Exact, because
 * with --single-threaded-gc nothing is freed outside of the collections that v8.GCProfiler sees.
 */
async function allocatedBytes(inputs) {
  globalThis.gc()
  const profiler = new v8.GCProfiler()
  profiler.start()
  const before = v8.getHeapStatistics()
  await runAll(inputs)
  const after = v8.getHeapStatistics()
  const collections = profiler.stop().statistics.map(({ beforeGC, afterGC }) => [beforeGC.heapStatistics, afterGC.heapStatistics])
  const freed = (key) => collections.reduce((sum, [from, to]) => sum + from[key] - to[key], 0)
  return {
    heap: after.used_heap_size - before.used_heap_size + freed('usedHeapSize'),
    external: after.external_memory - before.external_memory + freed('externalMemory'),
  }
}

async function allocatedPerCall(inputs) {
  const { heap, external } = await allocatedBytes(inputs)
  await allocatedBytes([])
  const nothing = await allocatedBytes([])
  const perCall = (bytes, overhead) => Math.max(0, Math.round((bytes - overhead) / inputs.length))
  return { heap: perCall(heap, nothing.heap), external: perCall(external, nothing.external) }
}

async function milliseconds(inputs) {
  globalThis.gc()
  const start = performance.now()
  await runAll(inputs)
  return (performance.now() - start) / inputs.length
}

async function bytesInUse() {
  for (let round = 0; round < 3; round++) {
    await turn()
    globalThis.gc()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** @type {Record<Measure, () => Promise<Record<string, number>>>} */
const measures = {
  async allocated() {
    const cold = await allocatedPerCall([inputOf(n)])
    await warmUp()
    const hot = await allocatedPerCall(manyInputs())
    return { allocated: hot.heap, allocatedCold: cold.heap, external: hot.external, externalCold: cold.external }
  },

  async time() {
    const timeCold = await milliseconds([inputOf(n)])
    await warmUp()
    return { time: await milliseconds(manyInputs()), timeCold }
  },

  // The input is made after the first reading: when the result keeps it alive, it counts.
  async retained() {
    globalThis.sink = await run(inputOf(subject.sizes[0]))
    globalThis.sink = undefined
    const before = await bytesInUse()
    globalThis.sink = await run(inputOf(n))
    const after = await bytesInUse()
    return { retained: Math.max(0, after - before) }
  },

  async peak() {
    const input = inputOf(n)
    globalThis.gc()
    const before = process.memoryUsage.rss()
    globalThis.sink = await run(input)
    return { peak: Math.max(0, process.resourceUsage().maxRSS * 1024 - before) }
  },
}

function answer(message) {
  process.send(message, () => process.exit(0))
}

try {
  answer({ node: process.versions.node, ...(await measures[measure]()) })
} catch (error) {
  answer({ node: process.versions.node, error: error instanceof Error ? error.name : String(error) })
}
