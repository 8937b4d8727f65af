/** A document of some 100 kB, as it comes out of a file: it is shown, and an object stays that says how long it was. */
const readDocument = (i) => ({ id: i, words: Array.from({ length: 10_000 }, (_, j) => `word${(i + j) % 100}`) })

function openWhole(i, show) {
  const page = readDocument(i)
  show(page.words)
  return { id: () => page.id }
}

function openPart(i, show) {
  const page = readDocument(i)
  show(page.words)
  const pageId = page.id
  return { id: () => pageId }
}

/** The bytes of an upload of 64 kB: they are sent on, and a listener stays for the summary. */
function uploadWhole(listeners) {
  const bytes = new Uint8Array(65_536).fill(1)
  listeners.add(() => bytes.byteLength)
}

function uploadPart(listeners) {
  const bytes = new Uint8Array(65_536).fill(1)
  const bytesByteLength = bytes.byteLength
  listeners.add(() => bytesByteLength)
}

let shown = 0
const show = (words) => (shown += words.length)
const all = (open) => (n) => Array.from({ length: n }, (_, i) => open(i, show))
const registered = (upload) => (n) => {
  const listeners = new Set()
  for (let i = 0; i < n; i++) upload(listeners)
  return listeners
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'open-pages',
    unit: 'pages',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    differs: 'the closures',
    before: all(openWhole),
    after: all(openPart),
    chart: 'retained',
  },
  {
    name: 'upload-listeners',
    unit: 'listeners',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    differs: 'the closures',
    before: registered(uploadWhole),
    after: registered(uploadPart),
  },
]
