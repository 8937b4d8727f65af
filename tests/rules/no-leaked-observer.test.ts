import * as parser from '@typescript-eslint/parser'
import * as svelte from 'svelte-eslint-parser'
import * as vue from 'vue-eslint-parser'
import rule from '../../src/rules/no-leaked-observer.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-leaked-observer', rule, {
  valid: [
    { name: 'an element given for the page', code: "const watch = (target = document.body) => { new MutationObserver(() => f()).observe(target, { childList: true }) }\nexport class Editor extends React.Component { componentDidMount() { watch(this.box) } render() { return null } }" },
    { name: 'disconnected by the cleanup', code: `import { useEffect } from 'react'
function A() { useEffect(() => { const o = new MutationObserver(f); o.observe(document.body, { childList: true }); return () => o.disconnect() }, []) }` },
    { name: 'unobserved by the cleanup', code: `import { useEffect } from 'react'
function A() { useEffect(() => { const o = new ResizeObserver(f); o.observe(document.body); return () => o.unobserve(document.body) }, []) }` },
    { name: 'a target that goes with the component', code: `import { useEffect } from 'react'
function A() { const ref = useRef(null); useEffect(() => { new ResizeObserver(f).observe(ref.current) }, []) }` },
    { name: 'a target that is a parameter', code: 'class View { constructor(el) { new IntersectionObserver(() => this.f()).observe(el) } destroy() {} }' },
    { name: 'a target that the component made', code: `import { useEffect } from 'react'
function A() { useEffect(() => { const el = document.createElement('div'); new MutationObserver(f).observe(el, {}) }, []) }` },
    { name: 'an observer that disconnects itself', code: `import { useEffect } from 'react'
function A() { useEffect(() => { const o = new MutationObserver(() => { if (done()) o.disconnect() }); o.observe(document.body, { childList: true }) }, []) }` },
    { name: 'an observer that disconnects itself by its parameter', code: `import { useEffect } from 'react'
function A() { useEffect(() => { new PerformanceObserver((list, self) => { f(list); self.disconnect() }).observe({ type: "paint" }) }, []) }` },
    { name: 'once, when the file is loaded', code: 'new MutationObserver(f).observe(document.body, { childList: true })' },
    { name: 'one observer of the module for one target', code: `import { useEffect } from 'react'
const o = new ResizeObserver(f)
function A() { useEffect(() => { o.observe(document.body) }, []) }` },
    { name: 'an observer that is given to the caller', code: `import { useEffect } from 'react'
function useBody() { const [o, setO] = useState(null); useEffect(() => { const made = new MutationObserver(f); made.observe(document.body, {}); setO(made) }, []); return o }` },
    { name: 'a disposer that the caller keeps', code: `import { onMounted, onBeforeUnmount } from 'vue'
const watchBody = (f) => { const o = new ResizeObserver(() => f()); o.observe(document.body); return () => { o.disconnect() } }
export const useBody = (f) => { let stop = null; onMounted(() => { stop = watchBody(f) }); onBeforeUnmount(() => { stop?.() }) }` },
    { name: 'a class of that name of the file', code: `import { useEffect } from 'react'
class MutationObserver { observe() {} }
function A() { useEffect(() => { new MutationObserver(f).observe(document.body) }, []) }` },
    { name: 'another method of that name', code: `import { useEffect } from 'react'
function A() { useEffect(() => { const o = new Store(f); o.observe(document.body) }, []) }` },
    { name: 'a computed key', code: `import { useEffect } from 'react'
function A() { useEffect(() => { new MutationObserver(f)[observe](document.body) }, []) }` },
    { name: 'guarded by a flag of the module', code: `import { useEffect } from 'react'
let started = false
function A() { useEffect(() => { if (started) return; started = true; new MutationObserver(f).observe(document.body, {}) }, []) }` },
    { name: 'a root component', code: `import { useEffect } from 'react'
function App() { useEffect(() => { new MutationObserver(f).observe(document.body, {}) }, []) }` },
    { name: 'a watcher that the teardown closes', code: `import fs from 'node:fs'
class A { constructor(dir) { this.w = fs.watch(dir, f) } dispose() { this.w.close() } }` },
    { name: 'a watcher that is kept behind its listeners', code: `import fs from 'node:fs'
class A { constructor(dir) { this.w = fs.watch(dir).on('change', f).on('error', g) } dispose() { this.w.close() } }` },
    { name: 'a watcher that is returned behind its listeners', code: `import fs from 'node:fs'
class A { start(dir) { const w = fs.watch(dir); return w.on('change', f) } dispose() {} }` },
    { name: 'a watcher whose disposable is kept', code: `import { watch } from 'chokidar'
class A { constructor(dir) { this.all.push(watch(dir)) } dispose() { for (const one of this.all) one.close() } }` },
    { name: 'unwatched', code: `import fs from 'node:fs'
class A { constructor(file) { this.file = file; fs.watchFile(this.file, () => this.f()) } dispose() { fs.unwatchFile(this.file) } }` },
    { name: 'unwatched, with options', code: `import fs from 'node:fs'
class A { constructor() { fs.watchFile(this.file, { interval: 100 }, this.f) } dispose() { fs.unwatchFile(this.file, this.f) } }` },
    { name: 'a watcher of the program', code: `import { watch } from 'node:fs'
watch('.', f)
export function start() { watch('src', f) }` },
    { name: 'a watch of another module', code: `import { watch } from './watch'
class A { constructor(dir) { watch(dir, f) } dispose() {} }` },
    { name: 'a custom element that disconnects', code: 'class A extends HTMLElement { #o = new MutationObserver(() => this.f()); connectedCallback() { this.#o.observe(document.body, {}) } disconnectedCallback() { this.#o.disconnect() } }' },
    { name: 'Lit, its own element', code: `import { LitElement } from 'lit'
class A extends LitElement { firstUpdated() { new ResizeObserver(() => this.f()).observe(this) } }` },
    { name: 'React, a class component', code: `import { Component } from 'react'
class A extends Component { componentDidMount() { this.o = new ResizeObserver(() => this.f()); this.o.observe(document.body) } componentWillUnmount() { this.o.disconnect() } }` },
    { name: 'Vue, options', code: `<script>
export default { mounted() { this.o = new ResizeObserver(() => this.f()); this.o.observe(document.body) }, beforeUnmount() { this.o.disconnect() } }
</script>
`, filename: 'Panel.vue', languageOptions: { parser: vue, parserOptions: { parser } } },
    { name: 'Vue, a setup', code: `<script setup>
import { onUnmounted } from 'vue'
const o = new ResizeObserver(() => f())
o.observe(document.body)
onUnmounted(() => o.disconnect())
</script>
`, filename: 'Panel.vue', languageOptions: { parser: vue, parserOptions: { parser } } },
    { name: 'Svelte', code: `<script>
  import { onMount } from 'svelte'
  onMount(() => {
    const o = new MutationObserver(f)
    o.observe(document.body, {})
    return () => o.disconnect()
  })
</script>
`, filename: 'Panel.svelte', languageOptions: { parser: svelte, parserOptions: { parser } } },
    { name: 'Solid', code: `import { onMount, onCleanup } from 'solid-js'
function Panel() { onMount(() => { const o = new ResizeObserver(f); o.observe(document.body); onCleanup(() => o.disconnect()) }) }` },
    { name: 'Angular', code: `import { Component, inject, DestroyRef } from '@angular/core'
@Component({ selector: 'a' })
class A { constructor() { const o = new ResizeObserver(f); o.observe(document.body); inject(DestroyRef).onDestroy(() => o.disconnect()) } }` },
    { name: 'Ember', code: `import Component from '@glimmer/component'
class A extends Component { constructor() { super(...arguments); this.o = new ResizeObserver(f); this.o.observe(document.body) } willDestroy() { super.willDestroy(...arguments); this.o.disconnect() } }` },
    { name: 'Stencil', code: `import { Component } from '@stencil/core'
@Component({ tag: 'a-b' })
class A { componentDidLoad() { this.o = new ResizeObserver(() => this.f()); this.o.observe(document.body) } disconnectedCallback() { this.o.disconnect() } }` },
  ],
  invalid: [
    {
      name: 'React, an effect',
      code: `import { useEffect } from 'react'
export function Panel() {
  useEffect(() => {
    const observer = new MutationObserver(() => update())
    observer.observe(document.body, { childList: true })
  }, [])
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 57,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
export function Panel() {
  useEffect(() => {
    const observer = new MutationObserver(() => update())
    observer.observe(document.body, { childList: true })
    return () => observer.disconnect()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'React, an observer without a name',
      code: `import { useEffect } from 'react'
export function Panel() {
  useEffect(() => {
    new MutationObserver(() => update()).observe(document.body, { childList: true })
  }, [])
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: 'the effect' }, line: 4, column: 5, endLine: 4, endColumn: 85,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
export function Panel() {
  useEffect(() => {
    const observer = new MutationObserver(() => update())
    observer.observe(document.body, { childList: true })
    return () => observer.disconnect()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'React, a concise effect',
      code: `import { useEffect } from 'react'
export function Panel() {
  useEffect(() => new ResizeObserver(update).observe(document.documentElement), [])
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.documentElement'", owner: 'the effect' }, line: 3, column: 19, endLine: 3, endColumn: 79,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
export function Panel() {
  useEffect(() => {
    const observer = new ResizeObserver(update)
    observer.observe(document.documentElement)
    return () => observer.disconnect()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'React, a custom hook and useLayoutEffect',
      code: `import { useLayoutEffect } from 'react'
export function useFonts(load) {
  useLayoutEffect(() => {
    if (document.fonts) {
      new MutationObserver(() => load()).observe(document.head, { childList: true })
    }
  }, [])
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.head'", owner: 'the effect' }, line: 5, column: 7, endLine: 5, endColumn: 85,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useLayoutEffect } from 'react'
export function useFonts(load) {
  useLayoutEffect(() => {
    let observer
    if (document.fonts) {
      observer = new MutationObserver(() => load())
      observer.observe(document.head, { childList: true })
    }
    return () => observer?.disconnect()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'React, a class component',
      code: `import { Component } from 'react'
export class Panel extends Component {
  componentDidMount() {
    this.observer = new ResizeObserver(() => this.setState({}))
    this.observer.observe(document.body)
  }
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: "the 'Panel'" }, line: 5, column: 5, endLine: 5, endColumn: 41,
          suggestions: [
            { messageId: 'release', data: { place: "'componentWillUnmount'" }, output: `import { Component } from 'react'
export class Panel extends Component {
  componentDidMount() {
    this.observer = new ResizeObserver(() => this.setState({}))
    this.observer.observe(document.body)
  }

  componentWillUnmount() {
    this.observer?.disconnect()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a class that ends',
      code: `export class View {
  constructor() {
    new PerformanceObserver((list) => this.add(list)).observe({ type: "longtask" })
  }

  destroy() {
    this.items = []
  }
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: 'the page', owner: "the 'View'" }, line: 3, column: 5, endLine: 3, endColumn: 84,
          suggestions: [
            { messageId: 'release', data: { place: "'destroy'" }, output: `export class View {
  #observer
  constructor() {
    this.#observer = new PerformanceObserver((list) => this.add(list))
    this.#observer.observe({ type: "longtask" })
  }

  destroy() {
    this.items = []
    this.#observer?.disconnect()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a field with an initial null',
      code: `export class View {
  observer: IntersectionObserver | null = null
  show() {
    this.observer = new IntersectionObserver(() => this.draw(), { threshold: 1 })
    this.observer!.observe((document.body as HTMLElement))
  }
  destroy() {
    this.items = []
  }
}
`,
      filename: 'file.ts',
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: "the 'View'" }, line: 5, column: 5, endLine: 5, endColumn: 59,
          suggestions: [
            { messageId: 'release', data: { place: "'destroy'" }, output: `export class View {
  observer: IntersectionObserver | null = null
  show() {
    this.observer = new IntersectionObserver(() => this.draw(), { threshold: 1 })
    this.observer!.observe((document.body as HTMLElement))
  }
  destroy() {
    this.items = []
    this.observer?.disconnect()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a factory that returns a literal',
      code: `export function createPanel(items) {
  const observer = new ReportingObserver(() => items.pop())
  observer.observe()
  return {
    destroy() {
      items.length = 0
    },
  }
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: 'the page', owner: 'what this function makes' }, line: 3, column: 3, endLine: 3, endColumn: 21,
          suggestions: [
            { messageId: 'release', data: { place: "'destroy'" }, output: `export function createPanel(items) {
  const observer = new ReportingObserver(() => items.pop())
  observer.observe()
  return {
    destroy() {
      items.length = 0
      observer.disconnect()
    },
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a custom element',
      code: `class Panel extends HTMLElement {
  connectedCallback() {
    new MutationObserver(() => this.draw()).observe(document.body, { attributes: true })
  }
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: "the 'Panel'" }, line: 3, column: 5, endLine: 3, endColumn: 89,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `class Panel extends HTMLElement {
  #observer
  connectedCallback() {
    this.#observer = new MutationObserver(() => this.draw())
    this.#observer.observe(document.body, { attributes: true })
  }

  disconnectedCallback() {
    this.#observer?.disconnect()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'Lit',
      code: `import { LitElement } from 'lit'
export class Panel extends LitElement {
  private observer = new ResizeObserver(() => this.requestUpdate())
  connectedCallback() {
    super.connectedCallback()
    this.observer.observe(document.documentElement)
  }
}
`,
      filename: 'file.ts',
      errors: [
        {
          messageId: 'observed', data: { target: "'document.documentElement'", owner: "the 'Panel'" }, line: 6, column: 5, endLine: 6, endColumn: 52,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `import { LitElement } from 'lit'
export class Panel extends LitElement {
  private observer = new ResizeObserver(() => this.requestUpdate())
  connectedCallback() {
    super.connectedCallback()
    this.observer.observe(document.documentElement)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.observer?.disconnect()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'Vue, options',
      code: `<script>
export default {
  name: "panel",
  mounted() {
    new MutationObserver(() => this.draw()).observe(document.body, { childList: true })
  },
}
</script>
`,
      filename: 'Panel.vue',
      languageOptions: { parser: vue, parserOptions: { parser } },
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: 'the component' }, line: 5, column: 5, endLine: 5, endColumn: 88,
          suggestions: [
            { messageId: 'release', data: { place: "'beforeUnmount'" }, output: `<script>
export default {
  name: "panel",
  mounted() {
    this.observer = new MutationObserver(() => this.draw())
    this.observer.observe(document.body, { childList: true })
  },
  beforeUnmount() {
    this.observer?.disconnect()
  },
}
</script>
` },
          ],
        },
      ],
    },
    {
      name: 'Vue, a setup',
      code: `<script setup>
import { onMounted } from 'vue'
onMounted(() => {
  const observer = new MutationObserver(() => draw())
  observer.observe(document.documentElement, { attributes: true })
})
</script>
`,
      filename: 'Panel.vue',
      languageOptions: { parser: vue, parserOptions: { parser } },
      errors: [
        {
          messageId: 'observed', data: { target: "'document.documentElement'", owner: 'the component' }, line: 5, column: 3, endLine: 5, endColumn: 67,
          suggestions: [
            { messageId: 'release', data: { place: "'onUnmounted'" }, output: `<script setup>
import { onMounted, onUnmounted } from 'vue'
onMounted(() => {
  const observer = new MutationObserver(() => draw())
  observer.observe(document.documentElement, { attributes: true })
  onUnmounted(() => observer.disconnect())
})
</script>
` },
          ],
        },
      ],
    },
    {
      name: 'Svelte',
      code: `<script>
  import { onMount } from 'svelte'
  onMount(() => {
    new MutationObserver(() => draw()).observe(document.body, { childList: true })
  })
</script>
`,
      filename: 'Panel.svelte',
      languageOptions: { parser: svelte, parserOptions: { parser } },
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: 'the component' }, line: 4, column: 5, endLine: 4, endColumn: 83,
          suggestions: [
            { messageId: 'release', data: { place: "the cleanup of 'onMount'" }, output: `<script>
  import { onMount } from 'svelte'
  onMount(() => {
    const observer = new MutationObserver(() => draw())
    observer.observe(document.body, { childList: true })
    return () => observer.disconnect()
  })
</script>
` },
          ],
        },
      ],
    },
    {
      name: 'Solid',
      code: `import { onMount } from 'solid-js'
export function Panel() {
  onMount(() => {
    const observer = new ResizeObserver(() => draw())
    observer.observe(document.body)
  })
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: 'the component' }, line: 5, column: 5, endLine: 5, endColumn: 36,
          suggestions: [
            { messageId: 'release', data: { place: "'onCleanup'" }, output: `import { onMount, onCleanup } from 'solid-js'
export function Panel() {
  onMount(() => {
    const observer = new ResizeObserver(() => draw())
    observer.observe(document.body)
    onCleanup(() => observer.disconnect())
  })
}
` },
          ],
        },
      ],
    },
    {
      name: 'Angular',
      code: `import { Component } from '@angular/core'
@Component({ selector: 'a-panel', template: '' })
export class PanelComponent {
  ngAfterViewInit() {
    new MutationObserver(() => this.draw()).observe(document.head, { childList: true })
  }
}
`,
      filename: 'panel.component.ts',
      errors: [
        {
          messageId: 'observed', data: { target: "'document.head'", owner: "the 'PanelComponent'" }, line: 5, column: 5, endLine: 5, endColumn: 88,
          suggestions: [
            { messageId: 'release', data: { place: "'ngOnDestroy'" }, output: `import { Component } from '@angular/core'
@Component({ selector: 'a-panel', template: '' })
export class PanelComponent {
  #observer?: MutationObserver
  ngAfterViewInit() {
    this.#observer = new MutationObserver(() => this.draw())
    this.#observer.observe(document.head, { childList: true })
  }

  ngOnDestroy() {
    this.#observer?.disconnect()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'Ember',
      code: `import Component from '@glimmer/component'
export default class Panel extends Component {
  constructor() {
    super(...arguments)
    new MutationObserver(() => this.draw()).observe(document.body, { childList: true })
  }
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: "the 'Panel'" }, line: 5, column: 5, endLine: 5, endColumn: 88,
          suggestions: [
            { messageId: 'release', data: { place: "'willDestroy'" }, output: `import Component from '@glimmer/component'
export default class Panel extends Component {
  #observer
  constructor() {
    super(...arguments)
    this.#observer = new MutationObserver(() => this.draw())
    this.#observer.observe(document.body, { childList: true })
  }

  willDestroy() {
    super.willDestroy(...arguments)
    this.#observer?.disconnect()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'Stencil',
      code: `import { Component } from '@stencil/core'
@Component({ tag: 'a-panel' })
export class Panel {
  componentDidLoad() {
    const observer = new MutationObserver(() => this.draw())
    observer.observe(document.body, { childList: true })
  }
}
`,
      errors: [
        {
          messageId: 'observed', data: { target: "'document.body'", owner: "the 'Panel'" }, line: 6, column: 5, endLine: 6, endColumn: 57,
          suggestions: [
            {
              messageId: 'release', data: { place: "'disconnectedCallback'" },
              output: `import { Component } from '@stencil/core'
@Component({ tag: 'a-panel' })
export class Panel {
  #observer
  componentDidLoad() {
    const observer = new MutationObserver(() => this.draw())
    this.#observer = observer
    observer.observe(document.body, { childList: true })
  }

  disconnectedCallback() {
    this.#observer?.disconnect()
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a watcher whose methods answer with it',
      code: `import chokidar from 'chokidar'
export class Folder {
  constructor(path) {
    chokidar.watch(path)
      .on('add', () => this.read())
      .on('change', () => this.read())
  }
  dispose() {
    this.files = []
  }
}
`,
      errors: [
        {
          messageId: 'watched', data: { owner: "the 'Folder'" }, line: 4, column: 5, endLine: 4, endColumn: 25,
          suggestions: [
            {
              messageId: 'release', data: { place: "'dispose'" }, output: `import chokidar from 'chokidar'
export class Folder {
  #watcher
  constructor(path) {
    this.#watcher = chokidar.watch(path)
      .on('add', () => this.read())
      .on('change', () => this.read())
  }
  dispose() {
    this.files = []
    this.#watcher?.close()
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a watcher of a class',
      code: `import { watch } from 'node:fs'
export class Folder {
  constructor(path) {
    watch(path, () => this.read())
  }

  dispose() {
    this.files = []
  }
}
`,
      errors: [
        {
          messageId: 'watched', data: { owner: "the 'Folder'" }, line: 4, column: 5, endLine: 4, endColumn: 35,
          suggestions: [
            { messageId: 'release', data: { place: "'dispose'" }, output: `import { watch } from 'node:fs'
export class Folder {
  #watcher
  constructor(path) {
    this.#watcher = watch(path, () => this.read())
  }

  dispose() {
    this.files = []
    this.#watcher?.close()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a watcher for each connection',
      code: `import chokidar from 'chokidar'
server.on('connection', (socket) => {
  const watcher = chokidar.watch('.')
  watcher.on('change', (path) => socket.send(path))
})
`,
      errors: [
        {
          messageId: 'watched', data: { owner: 'the handler' }, line: 3, column: 19, endLine: 3, endColumn: 38,
          suggestions: [
            { messageId: 'release', data: { place: "'close' of 'socket'" }, output: `import chokidar from 'chokidar'
server.on('connection', (socket) => {
  const watcher = chokidar.watch('.')
  socket.on('close', () => watcher.close())
  watcher.on('change', (path) => socket.send(path))
})
` },
          ],
        },
      ],
    },
    {
      name: 'a watched file',
      code: `import * as fs from 'fs'
export class Config {
  constructor(path) {
    this.path = path
    fs.watchFile(this.path, { interval: 500 }, () => this.read())
  }

  dispose() {
    this.values = {}
  }
}
`,
      errors: [
        {
          messageId: 'watched', data: { owner: "the 'Config'" }, line: 5, column: 5, endLine: 5, endColumn: 66,
          suggestions: [
            { messageId: 'release', data: { place: "'dispose'" }, output: `import * as fs from 'fs'
export class Config {
  #listener
  constructor(path) {
    this.path = path
    fs.watchFile(this.path, { interval: 500 }, (this.#listener = () => this.read()))
  }

  dispose() {
    this.values = {}
    fs.unwatchFile(this.path, this.#listener)
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a file watched by an imported function',
      code: `import { watchFile } from 'fs'
export class Config {
  constructor(path) {
    watchFile(path, () => this.read())
  }

  dispose() {}
}
`,
      errors: [
        {
          messageId: 'watched', data: { owner: "the 'Config'" }, line: 4, column: 5, endLine: 4, endColumn: 39,
        },
      ],
    },
    {
      name: 'a target that is the page unless another is given',
      code: "const found = (selector: string, target = document.body): Promise<Element> =>\n  new Promise((resolve) => {\n    new MutationObserver(() => {\n      const element = document.querySelector(selector)\n      if (element) resolve(element)\n    }).observe(target, { childList: true })\n  })\nexport class Editor extends React.Component {\n  async scrollTo(hash: string) {\n    const element = await found(hash)\n    element.scrollIntoView()\n  }\n  render() { return null }\n}",
      errors: [{ messageId: 'observed', data: { target: "'target'", owner: "the 'Editor'" }, line: 3, column: 5, endLine: 6, endColumn: 44, suggestions: [] }],
    },
  ],
})
