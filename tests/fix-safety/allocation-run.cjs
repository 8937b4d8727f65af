// Runs in a fresh process: reads [{ original, repaired, inputs }] from standard input, writes the bytes that one call of
// `f` allocates in each, on the first call and after optimisation. A nursery that holds a whole run means that nothing
// is collected between two readings, so that their difference is what was allocated.
const { readFileSync } = require('node:fs')

const warmCalls = 200
const warmTime = 60
const readings = 5

/** Bytes of the JavaScript heap and of buffers outside it. */
function used() {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

globalThis.sink = undefined

async function bytesOfOneCall(f, build) {
  const inputs = build()
  globalThis.gc()
  const before = used()
  const result = f(...inputs)
  globalThis.sink = isThenable(result) ? await result : consume(result)
  return used() - before
}

function isThenable(value) {
  return value !== null && typeof value === 'object' && typeof value.then === 'function'
}

/** A generator does nothing until it is walked. */
function consume(result) {
  if (result === null || typeof result !== 'object' || typeof result.next !== 'function') return result
  let last
  for (const value of result) last = value
  return last
}

const load = (code) => new Function('exports', 'require', `${code}\n; return f`)({}, require)

async function measure(code, build) {
  const f = load(code)
  const cold = await bytesOfOneCall(f, build)
  const end = performance.now() + warmTime
  for (let call = 0; call < warmCalls && (call < 3 || performance.now() < end); call++) {
    const result = f(...build())
    globalThis.sink = isThenable(result) ? await result : consume(result)
  }
  const hot = []
  for (let reading = 0; reading < readings; reading++) hot.push(await bytesOfOneCall(f, build))
  return { cold, hot: hot.sort((a, b) => a - b)[readings >> 1] }
}

async function main() {
  const results = []
  // The apparatus itself is warm before anything counts.
  await measure('function f(xs) { return xs.map(String) }', () => [[1]])
  for (const { original, repaired, inputs } of JSON.parse(readFileSync(0, 'utf8'))) {
    const build = new Function('require', `return () => [${inputs.join(', ')}]`)(require)
    results.push({ original: await measure(original, build), repaired: await measure(repaired, build) })
  }
  process.stdout.write(JSON.stringify(results))
}

void main()
