import type { Leaking } from './repairs.ts'

/** As much of a document as nodes need to be put in and taken out. */
const document = `
class Node {
  parentNode = null
  children = new Set()
  append(node) {
    node.parentNode = this
    this.children.add(node)
  }
  remove() {
    this.parentNode?.children.delete(this)
    this.parentNode = null
  }
}
globalThis.document = { body: new Node(), createElement: () => new Node() }
`

/** As much of an element as Preact needs to show a component that has none. */
const mounted = `
      const { h, options, render } = await import('preact')
      options.requestAnimationFrame = queueMicrotask
      const place = { nodeType: 1, childNodes: [], firstChild: null }
      const rows = Array.from({ length: 100 }, (_, id) => ({ id }))
      render(h(View, { rows }), place)
      await new Promise((resolve) => setTimeout(resolve)) // effects run`

const elements = `
globalThis.HTMLElement = class {
  isConnected = false
}
`

/** Programs that hold nodes which were taken out, and whose cleanups come to nothing. */
export const tearing: Leaking[] = [
  {
    name: 'nodes by their ids',
    rule: 'no-detached-node-retention',
    setup: document,
    code: `const notices = new Map()
export function show(id) {
  const notice = document.createElement('div')
  notices.set(id, notice)
  document.body.append(notice)
  return notice
}
export function hide(id) {
  notices.get(id)?.remove()
}
`,
    use: 'const held = show(number); return { held, end: () => hide(number) }',
  },
  {
    name: 'nodes in an object, each with more',
    rule: 'no-detached-node-retention',
    setup: document,
    code: `const notices = {}
export function show(id) {
  const node = document.createElement('div')
  notices[id] = node
  document.body.append(node)
  return node
}
export function hide(id) {
  if (notices[id]) notices[id].remove()
}
`,
    use: 'const held = show(number); return { held, end: () => hide(number) }',
  },
  {
    name: 'nodes in a list, each taken out by itself',
    rule: 'no-detached-node-retention',
    setup: document,
    code: `const toasts = []
export function show(see) {
  const toast = document.createElement('p')
  toasts.push(toast)
  document.body.append(toast)
  see(toast)
  setTimeout(() => {
    toast.remove()
  }, 5)
}
`,
    use: 'let held; show((toast) => { held = toast }); return { held, end: () => new Promise((resolve) => setTimeout(resolve, 10)) }',
  },
  {
    name: 'all nodes of a set, taken out by a walk',
    rule: 'no-detached-node-retention',
    setup: document,
    language: 'ts',
    code: `const marks = new Set<HTMLElement>()
export function mark(): HTMLElement {
  const node = document.createElement('i')
  marks.add(node)
  document.body.append(node)
  return node
}
export function reset(): void {
  marks.forEach((node) => node.remove())
}
`,
    use: 'return { held: mark(), end: () => reset() }',
  },
  {
    name: 'the node of a dialog',
    rule: 'no-detached-node-retention',
    setup: document,
    times: 1, // there is never more than one: the second does nothing
    code: `let dialog = null
export function open() {
  dialog = document.createElement('div')
  document.body.append(dialog)
}
export function close() {
  dialog?.remove()
}
`,
    use: `
      if (number > 0) return { held: {}, end() {} }
      open()
      return { held: [...document.body.children][0], end: () => close() }`,
  },
  {
    name: 'an interval that comes after a wait, in an effect',
    rule: 'no-late-acquisition',
    setup: document,
    code: `import { useEffect } from 'preact/hooks'
const load = () => new Promise((resolve) => setTimeout(resolve, 10))
export function View({ rows }) {
  useEffect(() => {
    let timer
    const start = async () => {
      await load()
      timer = setInterval(() => rows.length, 60_000)
    }
    start()
    return () => clearInterval(timer)
  }, [])
  return null
}
`,
    use: `${mounted}
      render(null, place)
      await new Promise((resolve) => setTimeout(resolve, 20))
      return { held: rows, end() {} }`,
  },
  {
    name: 'an interval that comes after a wait, in a custom element',
    rule: 'no-late-acquisition',
    setup: elements,
    code: `const load = () => new Promise((resolve) => setTimeout(resolve, 10))
export class Clock extends HTMLElement {
  async connectedCallback() {
    await load()
    this.timer = setInterval(() => this.tick(), 60_000)
  }
  disconnectedCallback() {
    clearInterval(this.timer)
  }
  tick() {}
}
`,
    use: `
      const clock = new Clock()
      clock.isConnected = true
      const ready = clock.connectedCallback()
      clock.isConnected = false
      clock.disconnectedCallback()
      await ready
      return { held: clock, end() {} }`,
  },
  {
    name: 'the cleanup of an asynchronous effect',
    rule: 'no-ignored-cleanup',
    setup: document,
    code: `import { useEffect } from 'preact/hooks'
const load = async () => 60_000
export function View({ rows }) {
  useEffect(async () => {
    const time = await load()
    const timer = setInterval(() => rows.length, time)
    return () => clearInterval(timer)
  }, [])
  return null
}
`,
    use: `${mounted}
      return { held: rows, end: () => render(null, place) }`,
  },
  {
    name: 'the cleanup that a function of the effect gives back',
    rule: 'no-ignored-cleanup',
    setup: document,
    code: `import { EventEmitter } from 'node:events'
import { useEffect } from 'preact/hooks'
const store = new EventEmitter()
export function View({ rows }) {
  useEffect(() => {
    const start = () => {
      const onChange = () => rows.length
      store.on('change', onChange)
      return () => store.off('change', onChange)
    }
    start()
  }, [])
  return null
}
`,
    use: `${mounted}
      return { held: rows, end: () => render(null, place) }`,
  },
]
