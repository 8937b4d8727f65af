/**
 * Makes each construct on the Node that runs this (with --expose-gc), and prints which of them kept the large value, as
 * JSON: true or false by the constructs' order.
 */
import constructs from './constructs.mjs'

const kept = []
for (const { code } of constructs) kept.push(await isKept(code))
console.log(JSON.stringify(kept))

async function isKept(code) {
  let reference
  const large = () => {
    const data = new Array(100_000).fill(0)
    reference = new WeakRef(data)
    return data
  }
  const held = [make(code, large)]
  // a WeakRef that was made or read keeps its target until the job ends
  await new Promise((resolve) => setImmediate(resolve))
  globalThis.gc()
  await new Promise((resolve) => setImmediate(resolve))
  globalThis.gc()
  const isAlive = reference.deref() !== undefined
  held.pop()
  return isAlive
}

/** The constructs are sloppy code unless they say otherwise, which a module could not hold. */
function make(code, large) {
  const isStrict = code.startsWith(`'use strict'`)
  return new Function('large', `${isStrict ? `'use strict'; ` : ''}return (() => { ${code}; return make })()`)(large)()
}
