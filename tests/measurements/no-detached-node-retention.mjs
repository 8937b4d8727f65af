/** A notice of twenty lines, as it is shown for a while. */
function noticeWith(lines) {
  const notice = document.createElement('div')
  for (let i = 0; i < lines; i++) {
    const line = document.createElement('p')
    line.textContent = `Line ${i} of a notice`
    notice.append(line)
  }
  return notice
}

const held = new Map()

function showAndHold(id) {
  const notice = noticeWith(20)
  held.set(id, notice)
  document.body.append(notice)
  notice.remove()
}

const shown = new Map()

function showAndLetGo(id) {
  const notice = noticeWith(20)
  shown.set(id, notice)
  document.body.append(notice)
  notice.remove()
  shown.delete(id)
}

let dialog = null

/** One dialog with `lines` lines is shown and closed. */
function closeAndHold(lines) {
  dialog = noticeWith(lines)
  document.body.append(dialog)
  dialog.remove()
}

let panel = null

function closeAndLetGo(lines) {
  panel = noticeWith(lines)
  document.body.append(panel)
  panel.remove()
  panel = null
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'closed-notices',
    unit: 'notices',
    sizes: [10, 100, 1_000, 10_000],
    measures: ['retained'],
    browser: true,
    before(n) {
      for (let i = 0; i < n; i++) showAndHold(`${n}-${i}`)
    },
    after(n) {
      for (let i = 0; i < n; i++) showAndLetGo(`${n}-${i}`)
    },
    chart: 'retained',
  },
  {
    name: 'closed-dialog',
    unit: 'lines',
    sizes: [10, 1_000, 100_000],
    measures: ['retained'],
    browser: true,
    before(n) {
      closeAndHold(n)
    },
    after(n) {
      closeAndLetGo(n)
    },
  },
]
