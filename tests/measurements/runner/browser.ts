import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type CDPSession } from 'playwright-core'
import type { Probe } from './reading.ts'
import type { Quantities } from './results.ts'

/** Debian's, unless CHROMIUM names another. */
export const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
]

/** What the protocol has of a page's heap, in bytes: V8's, Blink's, and array buffers. */
interface HeapUsage {
  usedSize: number
  embedderHeapUsedSize?: number
  backingStorageSize?: number
}

/** A page in headless Chromium for each reading. `close` ends the browser. */
export async function openBrowser(): Promise<{ version: string; retained: (probe: Omit<Probe, 'node'>, first: number) => Promise<Quantities>; close: () => Promise<void> }> {
  const browser = await launchChromium()
  return { version: browser.version(), retained: (probe, first) => readRetained(browser, probe, first), close: () => browser.close() }
}

/** Headless, for its caller to close. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, args })
}

/** Bytes that stay after gc while the result is held. As in probe.mjs, the side ran once before, at the smallest size. */
async function readRetained(browser: Browser, { cases, name, side, size }: Omit<Probe, 'node'>, first: number): Promise<Quantities> {
  const page = await browser.newPage()
  const source = `data:text/javascript,${encodeURIComponent(readFileSync(fileURLToPath(cases), 'utf8'))}`
  const session = await page.context().newCDPSession(page)
  // As text, since what compiles this file would write `import()` in its own way
  const hold = (n: number): Promise<unknown> =>
    page.evaluate(`import(${JSON.stringify(source)}).then(async ({ default: all }) => { globalThis.sink = await all.find(({ name }) => name === '${name}').${side}(${n}) })`)
  await hold(first)
  await page.evaluate('globalThis.sink = undefined')
  const before = await bytesInUse(session)
  await hold(size)
  const after = await bytesInUse(session)
  await page.close()
  return { retained: Math.max(0, after - before) }
}

/** What is left when collecting finds nothing more. */
async function bytesInUse(session: CDPSession): Promise<number> {
  let lowest = Infinity
  for (let unchanged = 0; unchanged < 5; unchanged++) {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as HeapUsage
    const bytes = usedSize + embedderHeapUsedSize + backingStorageSize
    if (bytes < lowest - 1_000) unchanged = 0
    lowest = Math.min(lowest, bytes)
  }
  return lowest
}
