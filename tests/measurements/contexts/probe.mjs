/**
 * Runs programs on the Node that runs this (with --expose-gc). They come as JSON on stdin: texts that declare a function `make`, which
 * makes one large value with `large()` or `fs.readFileSync()`. Prints which of them kept that value alive by what `make` returns.
 */
import { readFileSync } from 'node:fs'

const kept = []
for (const code of JSON.parse(readFileSync(0, 'utf8'))) kept.push(await isKept(code))
console.log(JSON.stringify(kept))

async function isKept(code) {
  let reference
  const large = () => {
    const data = new Array(100_000).fill(0)
    reference = new WeakRef(data)
    return data
  }
  const held = [await make(code, large)]
  // a WeakRef that was made or read keeps its target until the job ends
  await new Promise((resolve) => setImmediate(resolve))
  globalThis.gc()
  await new Promise((resolve) => setImmediate(resolve))
  globalThis.gc()
  const isAlive = reference.deref() !== undefined
  held.pop()
  return isAlive
}

/** The programs are sloppy code unless they say otherwise, which a module could not hold. */
function make(code, large) {
  const directive = code.startsWith(`'use strict'`) ? `'use strict'; ` : ''
  return new Function('large', 'fs', `${directive}return (() => { ${code}\nreturn make })()`)(large, { readFileSync: large })()
}
