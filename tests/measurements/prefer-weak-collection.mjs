/** Elements come and go, as rows of a list that is scrolled do; each is measured once, and the sizes are looked up by the element. */
const createElement = (i) => ({ id: i, text: `row ${i}`, children: [i, i, i, i, i, i, i, i] })

function measureAll(sizes, n) {
  let sum = 0
  for (let i = 0; i < n; i++) {
    const element = createElement(i)
    if (!sizes.has(element)) sizes.set(element, { width: i, height: 20 })
    sum += sizes.get(element).height
  }
  return { sum, sizes }
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'sizes-of-elements',
    unit: 'elements that went',
    sizes: [1_000, 10_000, 100_000],
    measures: ['retained', 'time'],
    differs: 'the collection that each holds',
    before: (n) => measureAll(new Map(), n),
    after: (n) => measureAll(new WeakMap(), n),
    chart: 'retained',
  },
]
