const body = (/** @type {number} */ i) => Buffer.from(`<title>The page with the number ${i}</title>\n${'0123456789 abcdef\n'.repeat(6_000)}`)
/** @type {(n: number, keep: (text: string) => unknown) => unknown[]} */
function fill(n, keep) {
  const titles = []
  for (let i = 0; i < n; i++) titles.push(keep(body(i).toString('latin1')))
  return titles
}

/** @type {(text: string) => string} */
const cut = (text) => text.slice(7, 40)
/** @type {(text: string) => string} */
const added = (text) => (' ' + text.slice(7, 40)).slice(1)

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  { name: 'slice', unit: 'texts of 100 kB', sizes: [10, 100, 400], measures: ['allocated', 'peak', 'retained', 'time'], before: (n) => fill(n, cut), after: (n) => fill(n, added), chart: 'retained' },
  { name: 'group', unit: 'texts of 100 kB', sizes: [100], measures: ['retained'], before: (n) => fill(n, (text) => /<title>(.*)<\/title>/.exec(text)?.[1]), after: (n) => fill(n, (text) => structuredClone(/<title>(.*)<\/title>/.exec(text)?.[1])) },
  { name: 'line', unit: 'texts of 100 kB', sizes: [100], measures: ['retained'], before: (n) => fill(n, (text) => text.split('\n')[0]), after: (n) => fill(n, (text) => structuredClone(text.split('\n')[0])) },
  { name: 'twelve-characters', unit: 'texts of 100 kB', sizes: [100], measures: ['retained'], before: (n) => fill(n, cut), after: (n) => fill(n, (text) => text.slice(7, 19)), differs: 'the length' },
  { name: 'template', unit: 'texts of 100 kB', sizes: [100], measures: ['retained'], before: (n) => fill(n, cut), after: (n) => fill(n, (text) => `${cut(text)}`) },
  { name: 'string-function', unit: 'texts of 100 kB', sizes: [100], measures: ['retained'], before: (n) => fill(n, cut), after: (n) => fill(n, (text) => String(cut(text)).normalize()) },
  { name: 'buffer', unit: 'texts of 100 kB', sizes: [100], measures: ['retained'], before: (n) => fill(n, cut), after: (n) => fill(n, (text) => Buffer.from(cut(text)).toString()) },
  { name: 'json', unit: 'texts of 100 kB', sizes: [100], measures: ['retained'], before: (n) => fill(n, cut), after: (n) => fill(n, (text) => JSON.parse(JSON.stringify(cut(text)))) },
  { name: 'returned-records', unit: 'texts of 100 kB', sizes: [10], measures: ['retained'], before: (n) => fill(n, (text) => text.split('\n').map((line) => ({ id: line.slice(0, 16) }))), after: (n) => fill(n, (text) => text.split('\n').map((line) => ({ id: (' ' + line.slice(0, 16)).slice(1) }))) },
]
