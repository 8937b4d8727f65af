import rule from '../../src/rules/no-ineffective-removal.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'a function made in place',
    code: `export function f(target, cb) {
      target.addEventListener('a', () => cb())
      target.removeEventListener('a', () => cb())
    }`,
    refuses: 'the program may count on being called after the removal',
  },
  {
    name: 'another event',
    code: `export function f(cb) {
      const g = () => cb()
      window.addEventListener('a', g)
      window.removeEventListener('b', g)
    }`,
    refuses: 'which of the two was meant is not seen',
  },
  {
    name: 'another capture flag at the end of an element',
    code: `export function f(cb) {
      const page = new EventTarget()
      class HTMLElement {}
      class Panel extends HTMLElement {
        connectedCallback() { page.addEventListener('a', this, true) }
        disconnectedCallback() { page.removeEventListener('a', this) }
        handleEvent() { try { cb() } catch {} }
      }
      const panel = new Panel()
      panel.connectedCallback()
      page.dispatchEvent(new Event('a'))
      panel.disconnectedCallback()
    }`,
    inputs: { cb: 'callback' },
  },
  {
    name: 'another capture flag where the listener may be wanted afterwards',
    code: `export function f(cb) {
      const g = () => cb()
      window.addEventListener('a', g, true)
      return { pause() { window.removeEventListener('a', g) } }
    }`,
    refuses: 'the program may count on being called after the removal',
  },
])
