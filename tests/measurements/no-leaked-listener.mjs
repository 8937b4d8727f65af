/** A view of a hundred rows that listens to the one object that all views share, as `window` is. */
function mount(shared) {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: i, title: `Row ${i}` }))
  const onResize = () => rows.length
  shared.addEventListener('resize', onResize)
  return () => shared.removeEventListener('resize', onResize)
}

/** An element of a hundred rows in a page, which listens to the window while it is there. */
function elementIn(removes) {
  const name = removes ? 'removing-view' : 'listening-view'
  if (!customElements.get(name)) customElements.define(name, viewClass(removes))
  return document.createElement(name)
}

function viewClass(removes) {
  return class extends HTMLElement {
    connectedCallback() {
      this.append(...Array.from({ length: 100 }, (_, i) => Object.assign(document.createElement('p'), { textContent: `Row ${i}` })))
      this.onResize = () => this.append(innerWidth)
      window.addEventListener('resize', this.onResize)
    }

    disconnectedCallback() {
      if (removes) window.removeEventListener('resize', this.onResize)
    }
  }
}

function showAndRemove(n, removes) {
  for (let i = 0; i < n; i++) {
    const view = elementIn(removes)
    document.body.append(view)
    view.remove()
  }
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'mounted-views',
    unit: 'mounts',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    differs: 'the listeners that the shared target holds',
    before(n) {
      const shared = new EventTarget()
      for (let i = 0; i < n; i++) mount(shared)
      return shared
    },
    after(n) {
      const shared = new EventTarget()
      for (let i = 0; i < n; i++) {
        const unmount = mount(shared)
        unmount()
      }
      return shared
    },
    chart: 'retained',
  },
  {
    name: 'elements-of-a-page',
    unit: 'elements',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    browser: true,
    before: (n) => showAndRemove(n, false),
    after: (n) => showAndRemove(n, true),
  },
]
