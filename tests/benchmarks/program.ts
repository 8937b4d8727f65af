/**
 * A program of about `lines` lines in one file: pieces of a server and a page, each with its own module-level names, one
 * in twenty with the faults that the rules look for.
 */
export function programOf(lines: number): string {
  const pieces: string[] = []
  for (let length = 0, index = 0; length < lines; index++) {
    const text = index % 20 === 0 ? faultyPiece(index) : piece(index)
    length += text.split('\n').length - 1
    pieces.push(text)
  }
  return pieces.join('')
}

/** A piece without faults; `id` makes its names its own. */
function piece(id: number): string {
  return `
const cache${id} = new Map()
const limits${id} = { entries: 500, bytes: 1_000_000 }

export function cached${id}(key, load) {
  const known = cache${id}.get(key)
  if (known !== undefined) return known
  const value = load(key)
  if (cache${id}.size >= limits${id}.entries) cache${id}.delete(cache${id}.keys().next().value)
  cache${id}.set(key, value)
  return value
}

export function summarize${id}(rows, { from, to }) {
  const totals = {}
  let count = 0
  for (const row of rows) {
    if (row.date < from || row.date > to) continue
    totals[row.kind] = (totals[row.kind] ?? 0) + row.amount
    count += 1
  }
  const kinds = Object.keys(totals).filter((kind) => totals[kind] > 0).map((kind) => kind.toUpperCase())
  return { totals, count, kinds, mean: count === 0 ? 0 : Math.max(0, totals.all / count) }
}

export async function copy${id}(source, target) {
  const chunks = []
  for await (const chunk of source) {
    chunks.push(chunk)
    if (!target.write(chunk)) await new Promise((resolve) => target.once('drain', resolve))
  }
  return Buffer.concat(chunks).length
}

export class Panel${id} {
  #timer = null
  #rows = []

  constructor(root, bus) {
    this.root = root
    this.bus = bus
    this.onScroll = this.onScroll.bind(this)
  }

  open() {
    window.addEventListener('scroll', this.onScroll)
    this.bus.on('rows', this.onRows)
    this.#timer = setInterval(() => this.refresh(), 1000)
  }

  close() {
    window.removeEventListener('scroll', this.onScroll)
    this.bus.off('rows', this.onRows)
    clearInterval(this.#timer)
  }

  onScroll(event) {
    if (event.target === this.root) this.refresh()
  }

  onRows = (rows) => {
    this.#rows = rows.slice(0, 100)
    this.refresh()
  }

  refresh() {
    let html = ''
    for (const row of this.#rows) html += '<li>' + row.label + '</li>'
    this.root.innerHTML = html
  }
}
`
}

/** A piece with as many faults as functions; `id` makes its names its own. */
export function faultyPiece(id: number): string {
  return `
const seen${id} = new Map()

export function remember${id}(user) {
  seen${id}.set(user.id, user)
}

export function gather${id}(pages) {
  let all = []
  for (const page of pages) all = [...all, page.title]
  for (const title of [...new Set(all)].map((each) => each.trim())) console.log(title)
  return Math.max(...all.map((title) => title.length))
}

export function poll${id}(url, onData) {
  window.addEventListener('online', () => onData(url))
  setInterval(() => fetch(url).then(onData), 5000)
}

export function dates${id}(rows) {
  return rows.map((row) => new Intl.DateTimeFormat('en', { month: 'long' }).format(row.date))
}
`
}
