import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'

/** Like the standard input of a program, or the connection that a server reads. */
const input = new PassThrough().setMaxListeners(10_000)

/** An answer that is known already needs no question: the early return that was added later. */
function before(n) {
  for (let i = 0; i < n; i++) askUnlessKnown('known')
}

function askUnlessKnown(answer) {
  const lines = createInterface({ input })
  if (answer) return answer
  lines.setPrompt('?')
  lines.close()
  return ''
}

function after(n) {
  for (let i = 0; i < n; i++) askAndClose('known')
}

/** `using lines = createInterface({ input })` in the syntax of Node 20. */
function askAndClose(answer) {
  const lines = createInterface({ input })
  try {
    if (answer) return answer
    lines.setPrompt('?')
    return ''
  } finally {
    lines.close()
  }
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'early-return',
    unit: 'calls',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    before,
    after,
    chart: 'retained',
  },
]
