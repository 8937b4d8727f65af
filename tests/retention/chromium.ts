import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, CDPSession, Page } from 'playwright-core'

const packages = new URL('../../node_modules/', import.meta.url)

/** Where each package begins that programs import, and those that it imports. */
const imports = {
  preact: 'preact/dist/preact.mjs',
  'preact/hooks': 'preact/hooks/dist/hooks.mjs',
  lit: 'lit/index.js',
  'lit/': 'lit/',
  'lit-html': 'lit-html/lit-html.js',
  'lit-html/': 'lit-html/',
  'lit-element/': 'lit-element/',
  '@lit/reactive-element': '@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '@lit/reactive-element/',
}

const origin = 'http://localhost' // which may use what only secure pages may
const importMap = JSON.stringify({ imports: Object.fromEntries(Object.entries(imports).map(([name, path]) => [name, `/${path}`])) })

/** How many of those that the module makes are alive in Chromium when all have ended and garbage is collected. */
export async function aliveInChromium(browser: Browser, module: string, times: number): Promise<number> {
  const context = await browser.newContext({ permissions: ['geolocation', 'camera', 'microphone'], geolocation: { latitude: 0, longitude: 0 } })
  const page = await context.newPage()
  try {
    await serve(page, module)
    const session = await context.newCDPSession(page)
    // As texts, and one by one, since what a step holds it holds to its end
    for (let i = 0; i < times; i++) await page.evaluate(`make(${i})`)
    await page.waitForTimeout(100) // effects run behind a frame
    for (let i = 0; i < times; i++) await page.evaluate(`finish(${i})`)
    await collect(session, page)
    return (await page.evaluate('countAlive()')) as number
  } finally {
    await context.close()
  }
}

const driver = `
const used = []
globalThis.make = async (number) => {
  const { held, isOpen, end } = await use(number)
  const ref = held && new WeakRef(held)
  used.push({ isAlive: isOpen ?? (() => ref.deref() !== undefined), end })
}
globalThis.finish = async (number) => {
  await used[number].end()
  used[number].end = undefined
}
globalThis.countAlive = async () => {
  let alive = 0
  for (const { isAlive } of used) if (await isAlive()) alive++
  return alive
}
`

async function serve(page: Page, module: string): Promise<void> {
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: `<!doctype html><script type="importmap">${importMap}</script><body></body>` })
    const body = pathname === '/program.js' ? module + driver : readFileSync(fileURLToPath(new URL(`.${pathname}`, packages)), 'utf8')
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto(origin)
  await page.evaluate("import('/program.js').then(() => undefined)")
}

/** More than once, and with time between: what one collection frees of nodes and observers, the next frees of the script. */
async function collect(session: CDPSession, page: Page): Promise<void> {
  for (let i = 0; i < 4; i++) {
    await page.waitForTimeout(20)
    await session.send('HeapProfiler.collectGarbage')
  }
}
