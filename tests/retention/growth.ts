import type { Leaking } from './repairs.ts'

/** How the entries of a cache end: others come, of all together more than a bounded one keeps. */
const crowdedOut = (add: string, times = 100): string => `for (let i = 0; i < ${times}; i++) ${add}`

/** Programs whose collections grow. */
export const growing: Leaking[] = [
  {
    name: 'a map of pages by their texts',
    rule: 'no-unbounded-collection',
    code: `const pages = new Map()
export function pageOf(text) {
  const known = pages.get(text)
  if (known) return known
  const page = { text, words: text.split(' ') }
  pages.set(text, page)
  return page
}
`,
    use: `return { held: pageOf('page ' + number), end() { ${crowdedOut("pageOf(number + ' other ' + i)")} } }`,
  },
  {
    name: 'a map of what is made for a text, asked for in one expression',
    rule: 'no-unbounded-collection',
    language: 'ts',
    code: `interface Page { text: string; words: string[] }
const pages = new Map<string, Page>()
const parse = (text: string): Page => ({ text, words: text.split(' ') })
export const pageOf = (text: string): Page => pages.get(text) ?? pages.set(text, parse(text)).get(text)!
`,
    use: `return { held: pageOf('page ' + number), end() { ${crowdedOut("pageOf(number + ' other ' + i)")} } }`,
  },
  {
    name: 'promises of pages, for which others wait',
    rule: 'no-unbounded-collection',
    code: `const pages = new Map()
const fetchPage = async (text) => ({ text, words: text.split(' ') })
export async function pageOf(text) {
  if (!pages.has(text)) pages.set(text, fetchPage(text))
  return pages.get(text)
}
`,
    use: `return { held: await pageOf('page ' + number), async end() { ${crowdedOut("await pageOf(number + ' other ' + i)")} } }`,
  },
  {
    name: 'an object as a map',
    rule: 'no-unbounded-collection',
    code: `const sessions = {}
export function sessionOf(sessionToken) {
  if (!sessions[sessionToken]) sessions[sessionToken] = { sessionToken, messages: [] }
  return sessions[sessionToken]
}
`,
    use: `return { held: sessionOf('token ' + number), end() { ${crowdedOut("sessionOf(number + ' other ' + i)")} } }`,
  },
  {
    name: 'a static object of a class, in one statement',
    rule: 'no-unbounded-collection',
    code: `export class Pages {
  static #byText = {}
  static of(html) {
    return (Pages.#byText[html] ??= { html, rows: html.split(' ') })
  }
}
`,
    use: `return { held: Pages.of('page ' + number), end() { ${crowdedOut("Pages.of(number + ' other ' + i)")} } }`,
  },
  {
    name: 'the cache of the one instance of a class',
    rule: 'no-unbounded-collection',
    language: 'ts',
    code: `interface Page { text: string; words: string[] }
export class Pages {
  private readonly byText = new Map<string, Page>()
  of(text: string): Page {
    let page = this.byText.get(text)
    if (!page) {
      page = { text, words: text.split(' ') }
      this.byText.set(text, page)
    }
    return page
  }
}
export const pages = new Pages()
`,
    use: `return { held: pages.of('page ' + number), end() { ${crowdedOut("pages.of(number + ' other ' + i)")} } }`,
  },
  {
    name: 'what a memoizing function keeps',
    rule: 'no-unbounded-collection',
    code: `const memoize = (fn) => {
  const cache = new Map()
  return (text) => {
    if (!cache.has(text)) cache.set(text, fn(text))
    return cache.get(text)
  }
}
export const parse = memoize((text) => ({ text, words: text.split(' ') }))
`,
    use: `return { held: parse('page ' + number), end() { ${crowdedOut("parse(number + ' other ' + i)")} } }`,
  },
  {
    name: 'a map for each of a few kinds',
    rule: 'no-unbounded-collection',
    code: `const byKind = new Map()
export function pageOf(kind, text) {
  let pages = byKind.get(kind)
  if (!pages) {
    pages = new Map()
    byKind.set(kind, pages)
  }
  if (!pages.has(text)) pages.set(text, { text, words: text.split(' ') })
  return pages.get(text)
}
`,
    use: `return { held: pageOf('small', 'page ' + number), end() { ${crowdedOut("pageOf('small', number + ' other ' + i)")} } }`,
  },
  {
    name: 'a list of the requests that came',
    rule: 'no-unbounded-collection',
    code: `const log = []
export function serve(app) {
  app.get('/', (req, res) => {
    log.push(req.query)
    res.end(String(log.at(-1)))
  })
}
`,
    use: `
      const { EventEmitter } = await import('node:events')
      const server = new EventEmitter()
      serve({ get: (path, handle) => server.on(path, handle) })
      const visit = (query) => server.emit('/', { query }, { end() {} })
      const query = { number }
      visit(query)
      return { held: query, end() { ${crowdedOut('visit({})')} } }`,
  },
  {
    name: 'a list of the requests that came, the last first',
    rule: 'no-unbounded-collection',
    code: `const log = []
export function serve(app) {
  app.get('/', (req, res) => {
    log.unshift(req.query)
    res.end(String(log[0]))
  })
}
`,
    use: `
      const { EventEmitter } = await import('node:events')
      const server = new EventEmitter()
      serve({ get: (path, handle) => server.on(path, handle) })
      const visit = (query) => server.emit('/', { query }, { end() {} })
      const query = { number }
      visit(query)
      return { held: query, end() { ${crowdedOut('visit({})')} } }`,
  },
  {
    name: 'a list that gets two entries for each request',
    rule: 'no-unbounded-collection',
    code: `const log = []
export function serve(app) {
  app.get('/', (req, res) => {
    log.push(req.query, req.headers)
    res.end(String(log.at(-1)))
  })
}
`,
    use: `
      const { EventEmitter } = await import('node:events')
      const server = new EventEmitter()
      serve({ get: (path, handle) => server.on(path, handle) })
      const visit = (query) => server.emit('/', { query, headers: {} }, { end() {} })
      const query = { number }
      visit(query)
      ${crowdedOut('visit({})', 1000)}
      return { held: query, end() {} }`,
  },
  {
    name: 'a cache that two functions fill',
    rule: 'no-unbounded-collection',
    code: `const pages = new Map()
const parse = (text) => ({ text, words: text.split(' ') })
export function pageOf(text) {
  if (!pages.has(text)) pages.set(text, parse(text))
  return pages.get(text)
}
export function renew(text) {
  if (pages.has(text)) return
  pages.set(text, parse(text))
}
export const knows = (text) => pages.get(text)
`,
    use: `
      renew('page ' + number)
      const page = knows('page ' + number)
      ${crowdedOut("pageOf(number + ' other ' + i)", 1000)}
      ${crowdedOut("renew(number + ' one more ' + i)", 1000)}
      return { held: page, end() {} }`,
  },
  {
    name: 'objects that are listed, and cannot be held weakly',
    rule: 'no-unbounded-collection',
    language: 'ts',
    code: `interface Row { id: string }
const widths = new Map<Row, number>()
export function widthOf(row: Row): number {
  if (!widths.has(row)) widths.set(row, row.id.length)
  return widths.get(row)!
}
export const all = (): Row[] => [...widths.keys()]
`,
    use: `const row = { id: String(number) }; widthOf(row); return { held: row, end() { ${crowdedOut('widthOf({ id: String(i) })')} } }`,
  },
  {
    name: 'a set of the objects that were visited',
    rule: 'prefer-weak-collection',
    code: `const visited = new Set()
export function visit(value) {
  if (typeof value !== 'object' || value === null) return
  if (visited.has(value)) return
  visited.add(value)
}
`,
    use: 'const value = { number }; visit(value); return { held: value, end() {} }',
  },
  {
    name: 'a map by objects, as their type says',
    rule: 'prefer-weak-collection',
    language: 'ts',
    code: `interface Row { cells: string[] }
const widths: Map<Row, number> = new Map()
export function widthOf(row: Row): number {
  if (!widths.has(row)) widths.set(row, row.cells.length)
  return widths.get(row)!
}
`,
    use: 'const row = { cells: [] }; widthOf(row); return { held: row, end() {} }',
  },
  {
    name: 'what is kept for an object and refers back to it, in a static field',
    rule: 'prefer-weak-collection',
    code: `export class Wrapper {
  static #wrappers = new Map()
  constructor(element) {
    this.element = element
  }
  static of(element) {
    if (!Wrapper.#wrappers.has(element)) Wrapper.#wrappers.set(element, new Wrapper(element))
    return Wrapper.#wrappers.get(element)
  }
}
`,
    use: 'return { held: Wrapper.of({ number }), end() {} }',
  },
  {
    name: 'addresses of sockets that were made here',
    rule: 'prefer-weak-collection',
    code: `import { Socket } from 'node:net'
const names = new Map()
export function open(name) {
  const socket = new Socket()
  names.set(socket, name)
  socket.once('close', () => socket.emit('gone', names.get(socket)))
  return socket
}
`,
    use: 'const socket = open(number); return { held: socket, end: () => new Promise((resolve) => socket.once("gone", resolve).destroy()) }',
  },
]
