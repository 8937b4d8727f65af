/** A view of a hundred rows that listens to a target of the program while it is shown. */
class Incorrect {
  rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  show(target) {
    target.addEventListener('change', this.draw.bind(this))
  }
  hide(target) {
    target.removeEventListener('change', this.draw.bind(this))
  }
  draw() {
    return this.rows.length
  }
}

class Correct {
  #draw = this.draw.bind(this)
  rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  show(target) {
    target.addEventListener('change', this.#draw)
  }
  hide(target) {
    target.removeEventListener('change', this.#draw)
  }
  draw() {
    return this.rows.length
  }
}

function showAndHide(View, n, target) {
  for (let i = 0; i < n; i++) {
    const view = new View()
    view.show(target)
    view.hide(target)
  }
  return target
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'bound-at-both-ends',
    unit: 'views',
    sizes: [10, 100, 1_000, 4_000],
    measures: ['retained'],
    input: (n) => ({ n, target: new EventTarget() }),
    before: ({ n, target }) => showAndHide(Incorrect, n, target),
    after: ({ n, target }) => showAndHide(Correct, n, target),
    differs: 'the listeners that are left',
    chart: 'retained',
  },
]
