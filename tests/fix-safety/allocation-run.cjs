// Runs in a fresh process: reads [{ original, repaired, inputs }] from standard input, writes the bytes that one call of
// `f` allocates in each, on the first call and after optimisation. A nursery that holds a whole run means that nothing
// is collected between two readings, so that their difference is what was allocated.
const { readFileSync } = require('node:fs')
const { types } = require('node:util')
const { getHeapSpaceStatistics } = require('node:v8')

/** So many calls that V8 has optimised what it will; counted, as time would make the answer depend on the machine's load. */
const warmCalls = 300
/** But no longer than this, in milliseconds: what takes long runs many steps in each call. */
const warmTime = 1_500
const readings = 5

/** Where the objects of a program start their lives: compiled code and feedback are elsewhere. */
const spaces = new Set(['new_space', 'new_large_object_space', 'large_object_space'])

/** Bytes of the program's objects and of buffers outside the heap. */
function used() {
  let bytes = process.memoryUsage().external
  for (const { space_name: name, space_used_size: size } of getHeapSpaceStatistics()) if (spaces.has(name)) bytes += size
  return bytes
}

globalThis.sink = undefined

async function bytesOfOneCall(f, build) {
  const inputs = build()
  globalThis.gc()
  const before = used()
  await run(f, inputs)
  return used() - before
}

/** A generator does nothing until it is walked. */
async function run(f, inputs) {
  let result = f(...inputs)
  if (types.isGeneratorObject(result)) {
    const async = Symbol.asyncIterator in result
    for (let step = result.next(); !(async ? (step = await step) : step).done; step = result.next()) globalThis.sink = step.value
  } else if (types.isPromise(result)) result = await result
  globalThis.sink = result
}

const load = (code) => new Function('exports', 'require', `${code}\n; return f`)({}, require)

async function measure(code, build) {
  const f = load(code)
  const cold = await bytesOfOneCall(f, build)
  const end = performance.now() + warmTime
  for (let call = 0; call < warmCalls && performance.now() < end; call++) await run(f, build())
  let hot = Infinity
  for (let reading = 0; reading < readings; reading++) hot = Math.min(hot, await bytesOfOneCall(f, build))
  return { cold, hot }
}

async function main() {
  const results = []
  // The apparatus itself is warm before anything counts, and what it allocates is taken off.
  const nothing = await measure('function f() {}', () => [])
  for (const { original, repaired, inputs } of JSON.parse(readFileSync(0, 'utf8'))) {
    const build = new Function('require', `return () => [${inputs.join(', ')}]`)(require)
    const sides = [await measure(original, build), await measure(repaired, build)]
    const [before, after] = sides.map(({ cold, hot }) => ({ cold: cold - nothing.hot, hot: hot - nothing.hot }))
    results.push({ original: before, repaired: after })
  }
  process.stdout.write(JSON.stringify(results))
}

void main()
