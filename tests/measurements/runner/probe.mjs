// Runs one side of one case, measures one thing, sends it to the parent and exits. Plain JavaScript: it runs as it is on
// every supported Node. Started by reading.ts, with --expose-gc, in a process of its own.
import v8 from 'node:v8'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

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

/**
 * Enough calls for V8 to have optimised the code: ten of them and 200 ms, but no more than 2 s.
 * Returns how long a call and its input took, in milliseconds.
 */
async function warmUp() {
  const start = performance.now()
  const isOver = (milliseconds) => performance.now() - start > milliseconds
  let calls = 0
  for (; !isOver(2000) && !(calls >= 10 && isOver(200)); calls++) await runAll([inputOf(n)])
  globalThis.sink = undefined
  return (performance.now() - start) / calls
}

/**
 * What the code costs once it is optimised: the lowest of three readings, as compiling happens meanwhile. Small inputs are
 * measured over many calls, so that what one call costs rises above what the measuring costs.
 */
async function hot(reading) {
  const length = Math.max(1, Math.min(Math.round(10_000 / n), Math.round(50 / (await warmUp()))))
  const readings = []
  for (let round = 0; round < 3; round++) readings.push(await reading(Array.from({ length }, () => inputOf(n))))
  return readings.sort((a, b) => (a.heap ?? a) - (b.heap ?? b))[0]
}

async function runAll(inputs) {
  for (const input of inputs) {
    const result = run(input)
    globalThis.sink = typeof result?.then === 'function' ? await result : result
  }
}

/** Where the objects of a program start their lives. Old space and code space are left out: compiling fills them by pages. */
const spaces = new Set(['new_space', 'new_large_object_space', 'large_object_space'])

const usedBytes = (statistics, key, name) =>
  statistics.reduce((sum, space) => sum + (spaces.has(space[name]) ? space[key] : 0), 0)

/**
 * Bytes allocated: what those spaces and the memory outside of the heap grew by, plus what each collection meanwhile
 * took away, to free or to promote it. Exact for any number of collections, because with --single-threaded-gc nothing
 * is freed outside of those that v8.GCProfiler sees.
 */
async function allocatedBytes(inputs) {
  globalThis.gc()
  globalThis.gc()
  const profiler = new v8.GCProfiler()
  profiler.start()
  const heapBefore = v8.getHeapSpaceStatistics()
  const externalBefore = v8.getHeapStatistics().external_memory
  await runAll(inputs)
  const externalAfter = v8.getHeapStatistics().external_memory
  const heapAfter = v8.getHeapSpaceStatistics()
  let heap = usedBytes(heapAfter, 'space_used_size', 'space_name') - usedBytes(heapBefore, 'space_used_size', 'space_name')
  let external = externalAfter - externalBefore
  for (const { beforeGC, afterGC } of profiler.stop().statistics) {
    heap += usedBytes(beforeGC.heapSpaceStatistics, 'spaceUsedSize', 'spaceName')
    heap -= usedBytes(afterGC.heapSpaceStatistics, 'spaceUsedSize', 'spaceName')
    external += beforeGC.heapStatistics.externalMemory - afterGC.heapStatistics.externalMemory
  }
  return { heap, external }
}

/** Bytes allocated per call, without those of measuring. */
async function allocatedPerCall(inputs) {
  for (let round = 0; round < 3; round++) await allocatedBytes([])
  const nothing = await allocatedBytes([])
  const { heap, external } = await allocatedBytes(inputs)
  const perCall = (bytes, overhead) => Math.max(0, Math.round((bytes - overhead) / inputs.length))
  return { heap: perCall(heap, nothing.heap), external: perCall(external, nothing.external) }
}

/** CPU time of all threads, the collector's included: unlike the time on the clock it is the same on a busy machine. */
async function milliseconds(inputs) {
  globalThis.gc()
  const start = process.cpuUsage()
  await runAll(inputs)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000 / inputs.length
}

/** Leaves the result in the sink alone: what has been awaited stays in the frame that waited for it. */
async function hold(count) {
  await runAll([inputOf(count)])
}

/** What is left when collecting finds nothing more: compiling in the background lets go of its objects only by and by. */
async function bytesInUse() {
  let lowest = Infinity
  for (let unchanged = 0; unchanged < 5; unchanged++) {
    await setTimeout(10)
    globalThis.gc()
    const { heapUsed, external } = process.memoryUsage()
    if (heapUsed + external < lowest - 1_000) unchanged = 0
    lowest = Math.min(lowest, heapUsed + external)
  }
  return lowest
}

/** @type {Record<Measure | 'same', () => Promise<Record<string, number | boolean>>>} */
const measures = {
  async same() {
    return { same: isDeepStrictEqual(await subject.before(inputOf(n)), await subject.after(inputOf(n))) }
  },

  async allocated() {
    const cold = await allocatedPerCall([inputOf(n)])
    const { heap, external } = await hot(allocatedPerCall)
    return { allocated: heap, allocatedCold: cold.heap, external, externalCold: cold.external }
  },

  async time() {
    const timeCold = await milliseconds([inputOf(n)])
    return { time: await hot(milliseconds), timeCold }
  },

  // The input is made after the first reading: when the result keeps it alive, it counts.
  async retained() {
    await hold(subject.sizes[0])
    globalThis.sink = undefined
    const before = await bytesInUse()
    await hold(n)
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
  answer(await measures[measure]())
} catch (error) {
  answer({ error: error instanceof Error ? error.name : String(error) })
}
