/** Pieces of five characters, as short as words. */
const words = (n) => Array.from({ length: n }, (_, i) => `w${1000 + (i % 1000)}`)

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'read-while-it-grows',
    unit: 'pieces',
    measures: ['allocated', 'peak', 'retained', 'time'],
    sizes: [100, 1_000, 10_000],
    input: words,
    before(pieces) {
      let text = ''
      for (const piece of pieces) {
        if (!text.endsWith(' ')) text += ' '
        text += piece
      }
      return text
    },
    after(pieces) {
      let text = ''
      let last = ''
      for (const piece of pieces) {
        if (!last.endsWith(' ')) text += ' '
        text += piece
        last = piece
      }
      return text
    },
    chart: 'allocated',
  },
  {
    name: 'kept',
    unit: 'pieces',
    measures: ['retained', 'allocated', 'peak', 'time'],
    sizes: [100, 10_000, 1_000_000],
    input: words,
    before(pieces) {
      let text = ''
      for (const piece of pieces) text += piece
      return [text]
    },
    after(pieces) {
      const all = []
      for (const piece of pieces) all.push(piece)
      return [all.join('')]
    },
  },
  {
    name: 'flattened-once',
    unit: 'pieces',
    measures: ['retained', 'allocated', 'time'],
    sizes: [100, 10_000, 1_000_000],
    input: words,
    before(pieces) {
      let text = ''
      for (const piece of pieces) text += piece
      return [text.trim()]
    },
    after(pieces) {
      const all = []
      for (const piece of pieces) all.push(piece)
      return [all.join('').trim()]
    },
  },
  {
    name: 'reduced-and-kept',
    unit: 'pieces',
    measures: ['retained', 'allocated', 'time'],
    sizes: [100, 10_000, 100_000],
    input: words,
    before(pieces) {
      return [pieces.reduce((text, piece) => text + piece, '')]
    },
    after(pieces) {
      return [pieces.map((piece) => piece).join('')]
    },
  },
]
