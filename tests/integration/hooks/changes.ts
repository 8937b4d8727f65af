/** What people commit. */
export const clean = 'export const sum = (values) => values.reduce((total, value) => total + value, 0)\n'

/** A timer that nobody can stop, with a suggestion. */
export const leak = `export class Ticker extends HTMLElement {
  connectedCallback() {
    setInterval(() => this.tick(), 1000)
  }

  disconnectedCallback() {
    this.hide()
  }
}
`
export const leakReported = /ticker\.js[^]*\b3:5\b[^]*memory\/no-leaked-timer/

/** A copy in every step of a loop, which `--fix` repairs. */
export const wasteful = `export function titlesOf(pages) {
  let titles = []
  for (const page of pages) titles = [...titles, page.title]
  return titles
}
`
export const repaired = wasteful.replace('titles = [...titles, page.title]', 'titles.push(page.title)')

/** Changes far from the loop, which are not staged with it. */
export const draft = '\n// A draft that nobody wants to commit yet\nexport const draft = [1, 2, 3]\n'
