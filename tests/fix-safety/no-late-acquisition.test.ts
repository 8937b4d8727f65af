import rule from '../../src/rules/no-late-acquisition.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'an element that may be left before',
    code: `class Clock extends HTMLElement {
      async connectedCallback() { await this.load(); this.timer = setInterval(() => this.tick(), 9) }
      disconnectedCallback() { clearInterval(this.timer) }
    }
    export function f() { return Clock }`,
    refuses: 'the program may count on what starts after the end',
  },
])
