import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executablePath, launchChromium } from '../measurements/runner/browser.ts'
import { aliveInChromium } from './chromium.ts'
import { faultsOf, type Leaking, moduleOf, repaired } from './repairs.ts'

const element = (name: string): string => `
      customElements.get('${name}') ?? customElements.define('${name}', View)
      const view = document.createElement('${name}')
      document.body.append(view)
      return { held: view, end: () => view.remove() }`

const mounted = `
      const { h, render } = await import('preact')
      const place = document.createElement('div')
      const rows = Array.from({ length: 100 }, (_, id) => ({ id }))
      render(h(View, { rows }), place)
      return { held: rows, end: () => render(null, place) }`

const disposable = 'const view = new View(); return { held: view, end: () => view.dispose() }'

const programs: Leaking[] = [
  {
    name: 'a listener of the window, in a custom element',
    rule: 'no-leaked-listener',
    code: `export class View extends HTMLElement {
  connectedCallback() {
    window.addEventListener('resize', () => this.render())
  }
  render() {}
}
`,
    use: element('resized-view'),
  },
  {
    name: 'a bound listener of the document, in a custom element',
    rule: 'no-leaked-listener',
    code: `export class View extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', this.onKey.bind(this))
  }
  disconnectedCallback() {
    this.textContent = ''
  }
  onKey() {}
}
`,
    use: element('keyed-view'),
  },
  {
    name: 'a listener of the window, in a Lit element',
    rule: 'no-leaked-listener',
    code: `import { LitElement } from 'lit'
export class View extends LitElement {
  connectedCallback() {
    super.connectedCallback()
    window.addEventListener('resize', this.onResize)
  }
  onResize = () => this.requestUpdate()
}
`,
    use: element('lit-view'),
  },
  {
    name: 'a listener of the window, in an effect',
    rule: 'no-leaked-listener',
    code: `import { useEffect, useState } from 'preact/hooks'
export function View({ rows }) {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    window.addEventListener('resize', () => setWidth(rows.length))
  }, [rows])
  return width
}
`,
    use: mounted,
  },
  {
    name: 'a listener of the window, in a class, in TypeScript',
    rule: 'no-leaked-listener',
    language: 'ts',
    code: `export class View {
  private width = 0
  constructor() {
    window.addEventListener('scroll', (event: Event) => {
      this.width = event.timeStamp
    })
  }
  dispose(): void {
    this.width = 0
  }
}
`,
    use: disposable,
  },
  {
    name: 'a listener of a media query, in an effect',
    rule: 'no-leaked-listener',
    code: `import { useEffect, useState } from 'preact/hooks'
export function View({ rows }) {
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    const query = window.matchMedia('(min-width: 600px)')
    query.addEventListener('change', () => setWide(rows.length > 0))
  }, [rows])
  return isWide
}
`,
    use: mounted,
  },
  {
    name: 'a listener added at every click',
    rule: 'no-leaked-listener',
    code: `export class View extends HTMLElement {
  rows = new Array(1000)
  connectedCallback() {
    this.addEventListener('pointerdown', () => {
      document.addEventListener('pointermove', () => this.drag())
    })
  }
  drag() {}
}
`,
    use: `
      customElements.get('dragged-view') ?? customElements.define('dragged-view', View)
      const view = document.createElement('dragged-view')
      document.body.append(view)
      view.dispatchEvent(new PointerEvent('pointerdown'))
      return { held: view, end: () => view.remove() }`,
  },
  {
    name: 'a removal with another capture flag',
    rule: 'no-ineffective-removal',
    code: `export class View extends HTMLElement {
  onKey = () => this.remove()
  connectedCallback() {
    document.addEventListener('keydown', this.onKey, true)
  }
  disconnectedCallback() {
    document.removeEventListener('keydown', this.onKey)
  }
}
`,
    use: element('captured-view'),
  },
  {
    name: 'an interval, in a custom element',
    rule: 'no-leaked-timer',
    code: `export class View extends HTMLElement {
  connectedCallback() {
    setInterval(() => this.render(), 1000)
  }
  render() {}
}
`,
    use: element('timed-view'),
  },
  {
    name: 'an interval, in an effect',
    rule: 'no-leaked-timer',
    code: `import { useEffect, useState } from 'preact/hooks'
export function View({ rows }) {
  const [count, setCount] = useState(0)
  useEffect(() => {
    setInterval(() => setCount((before) => before + rows.length), 1000)
  }, [])
  return count
}
`,
    use: mounted,
  },
  {
    name: 'a loop of animation frames, in a custom element',
    rule: 'no-leaked-timer',
    code: `export class View extends HTMLElement {
  connectedCallback() {
    this.tick()
  }
  tick() {
    this.render()
    requestAnimationFrame(() => this.tick())
  }
  render() {}
}
`,
    use: element('animated-view'),
  },
  {
    name: 'a loop of animation frames, in an effect',
    rule: 'no-leaked-timer',
    code: `import { useEffect } from 'preact/hooks'
export function View({ rows }) {
  useEffect(() => {
    const tick = () => {
      rows.at(-1)
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  }, [rows])
  return null
}
`,
    use: mounted,
  },
  {
    name: 'a MutationObserver of the body, in a custom element',
    rule: 'no-leaked-observer',
    code: `export class View extends HTMLElement {
  connectedCallback() {
    const observer = new MutationObserver(() => this.render())
    observer.observe(document.body, { childList: true })
  }
  render() {}
}
`,
    use: element('mutation-view'),
  },
  {
    name: 'a ResizeObserver of the root, in an effect',
    rule: 'no-leaked-observer',
    code: `import { useEffect, useState } from 'preact/hooks'
export function View({ rows }) {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    new ResizeObserver(() => setWidth(rows.length)).observe(document.documentElement)
  }, [rows])
  return width
}
`,
    use: mounted,
  },
  {
    name: 'an IntersectionObserver of the body, in a class',
    rule: 'no-leaked-observer',
    code: `export class View {
  constructor() {
    this.observer = new IntersectionObserver(() => this.render())
    this.observer.observe(document.body)
  }
  render() {}
  dispose() {
    this.rows = []
  }
}
`,
    use: disposable,
  },
  {
    name: 'an observer of the performance timeline, in a custom element',
    rule: 'no-leaked-observer',
    code: `export class View extends HTMLElement {
  connectedCallback() {
    new PerformanceObserver((list) => this.render(list)).observe({ type: 'mark' })
  }
  render() {}
}
`,
    use: element('marked-view'),
  },
  {
    name: 'a channel, in a custom element',
    rule: 'no-undisposed-resource',
    code: `export class View extends HTMLElement {
  connectedCallback() {
    this.channel = new BroadcastChannel('news')
    this.channel.onmessage = () => this.render()
  }
  render() {}
}
`,
    use: element('channel-view'),
  },
  {
    name: 'a worker, in an effect',
    rule: 'no-undisposed-resource',
    times: 3,
    code: `import { useEffect, useState } from 'preact/hooks'
export function View({ rows }) {
  const [answer, setAnswer] = useState(0)
  useEffect(() => {
    const worker = new Worker('data:text/javascript,onmessage = ({ data }) => postMessage(data)')
    worker.onmessage = () => setAnswer(rows.length)
  }, [])
  return answer
}
`,
    use: mounted,
  },
  {
    name: 'a watch of the position, in a class',
    rule: 'no-undisposed-resource',
    code: `export class View {
  constructor() {
    navigator.geolocation.watchPosition((position) => this.show(position))
  }
  show() {}
  dispose() {
    this.rows = []
  }
}
`,
    use: disposable,
  },
  {
    name: 'a context for audio, in an effect',
    rule: 'no-undisposed-resource',
    times: 3,
    code: `import { useEffect } from 'preact/hooks'
export function View() {
  useEffect(() => {
    const audio = new AudioContext()
    const tone = audio.createOscillator()
    tone.connect(audio.destination)
    tone.start()
  }, [])
  return null
}
`,
    use: `
      const { h, render } = await import('preact')
      const place = document.createElement('div')
      const create = AudioContext.prototype.createOscillator
      let audio
      AudioContext.prototype.createOscillator = function () {
        audio = this
        return create.call(this)
      }
      render(h(View), place)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { isOpen: () => audio.state !== 'closed', end: () => render(null, place) }`,
  },
  {
    name: 'the stream of a camera, in a custom element',
    rule: 'no-undisposed-resource',
    leaves: ['no-late-acquisition'],
    times: 3,
    code: `export class View extends HTMLElement {
  async connectedCallback() {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: true })
    this.dispatchEvent(new Event('started'))
  }
}
`,
    use: `
      customElements.get('camera-view') ?? customElements.define('camera-view', View)
      const view = document.createElement('camera-view')
      document.body.append(view)
      await new Promise((resolve) => view.addEventListener('started', resolve))
      const [track] = view.stream.getTracks()
      return { isOpen: () => track.readyState === 'live', end: () => view.remove() }`,
  },
  {
    name: 'a decoded picture',
    rule: 'no-undisposed-resource',
    code: `export async function drawInto(canvas, picture) {
  const bitmap = await createImageBitmap(picture)
  canvas.getContext('2d').drawImage(bitmap, 0, 0)
}
`,
    use: `
      let bitmap
      const canvas = { getContext: () => ({ drawImage(one) { bitmap = one } }) }
      await drawInto(canvas, new ImageData(64, 64))
      return { isOpen: () => bitmap.width > 0, end() {} }`,
  },
  {
    name: 'an address of an object, for a worker',
    rule: 'no-leaked-object-url',
    times: 3,
    code: `export function start(source) {
  const url = URL.createObjectURL(new Blob([source]))
  const worker = new Worker(url)
  worker.postMessage('go')
}
`,
    use: `
      let src
      const create = URL.createObjectURL
      URL.createObjectURL = (blob) => (src = create(blob))
      start('close()')
      URL.createObjectURL = create
      return { isOpen: () => fetch(src).then(() => true, () => false), end() {} }`,
  },
  {
    name: 'an address of an object, for a download',
    rule: 'no-leaked-object-url',
    code: `export function save(text, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text]))
  link.download = name
  link.click()
  return link.href
}
`,
    use: `const src = save('text', 'name.txt'); return { isOpen: () => fetch(src).then(() => true, () => false), end() {} }`,
  },
]

describe.skipIf(!existsSync(executablePath))('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  describe.each(programs)('$name', (program) => {
    const { code, left } = repaired(program)
    const { times = 6 } = program

    it('is reported once, and lints clean when it is repaired', () => {
      expect(faultsOf(program).map(({ ruleId }) => ruleId)).toEqual([`memory/${program.rule}`])
      expect(code).not.toBe(program.code)
      expect(left).toEqual([])
    })

    it('stays in memory as it was, and is collected when it is repaired', async () => {
      expect(await aliveInChromium(browser, moduleOf(program.code, program), times)).toBe(times)
      expect(await aliveInChromium(browser, moduleOf(code, program), times)).toBe(0)
    })
  })
})
