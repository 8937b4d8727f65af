import rule from '../../src/rules/no-late-acquisition.ts'
import { testRule } from '../support/rule-tester.ts'

const inEffect = (body: string): string => `import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    ${body}\n  }, [])\n}`

testRule('no-late-acquisition', rule, {
  valid: [
    // At once, or before the wait
    inEffect('const t = setInterval(f, 9); return () => clearInterval(t)'),
    inEffect('let t; (async () => { t = setInterval(f, 9); await x() })(); return () => clearInterval(t)'),
    inEffect('let t; (async () => { if (a) { await x(); return } t = setInterval(f, 9) })(); return () => clearInterval(t)'),
    inEffect('let t; (async () => { if (a) { await x() } else { t = setInterval(f, 9) } })(); return () => clearInterval(t)'),
    // The code asks
    inEffect('let t, gone = false; (async () => { await x(); if (gone) return; t = setInterval(f, 9) })(); return () => { gone = true; clearInterval(t) }'),
    inEffect('let t, on = true; load().then(() => { if (on) t = setInterval(f, 9) }); return () => { on = false; clearInterval(t) }'),
    inEffect('let t; (async () => { await x(); if (!mounted.current) return; t = setInterval(f, 9) })(); return () => clearInterval(t)'),
    inEffect('let t; const start = () => { if (gone) return; t = setInterval(f, 9) }; (async () => { await x(); start() })(); return () => { gone = true; clearInterval(t) }'),
    inEffect('const c = new AbortController(); let t; (async () => { await x(c.signal); t = setInterval(f, 9) })(); return () => { c.abort(); clearInterval(t) }'),
    'class A extends HTMLElement { async connectedCallback() { await x(); if (!this.isConnected) return; this.t = setInterval(f, 9) } disconnectedCallback() { clearInterval(this.t) } }',
    'class A extends HTMLElement { async connectedCallback() { await x(); this.signal.throwIfAborted(); this.t = setInterval(f, 9) } disconnectedCallback() { clearInterval(this.t) } }',
    // Released elsewhere too, or later
    inEffect('let s; (async () => { await x(); const t = setInterval(f, 9); if (gone) clearInterval(t); else s = t })(); return () => clearInterval(s)'),
    inEffect('let t; const started = load().then(() => { t = setInterval(f, 9) }); return () => { started.then(() => clearInterval(t)) }'),
    inEffect('let t; (async () => { await x(); t = setInterval(() => { if (done()) clearInterval(t) }, 9) })(); return () => clearInterval(t)'),
    inEffect('let s; (async () => { s = await navigator.mediaDevices.getUserMedia({}); if (gone) stop(s) })(); return () => s?.getTracks().forEach((track) => track.stop())'),
    // Soon enough
    'export default { props: [], methods: { f() {} }, async mounted() { await this.$nextTick(); this.t = setInterval(this.f, 9) }, beforeUnmount() { clearInterval(this.t) } }',
    'class A extends LitElement { async firstUpdated() { await this.updateComplete; this.t = setInterval(f, 9) } disconnectedCallback() { clearInterval(this.t) } }',
    // Ended by callers, who may wait, or nobody knows how often
    'class A { async start() { await x(); this.t = setInterval(() => this.f(), 9) } destroy() { clearInterval(this.t) } }',
    'async function main() { await x(); setInterval(f, 9) } main()',
    // Not released at all: the other rules' matter
    inEffect('(async () => { await x(); setInterval(f, 9) })()'),
  ],
  invalid: [
    {
      name: 'an effect with an asynchronous function',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    let t\n    const start = async () => {\n      await load()\n      t = setInterval(f, 9)\n    }\n    start()\n    return () => clearInterval(t)\n  }, [])\n}",
      errors: [
        {
          messageId: 'late', data: { name: 'setInterval', owner: 'the effect' }, line: 7, column: 11, endLine: 7, endColumn: 28,
          suggestions: [
            {
              messageId: 'ask',
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    let ended = false\n    let t\n    const start = async () => {\n      await load()\n      if (ended) return\n      t = setInterval(f, 9)\n    }\n    start()\n    return () => {\n      clearInterval(t)\n      ended = true\n    }\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'the callback of a promise',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const onKey = () => f();\n    load().then(() => {\n      window.addEventListener('keydown', onKey);\n    });\n    return () => {\n      window.removeEventListener('keydown', onKey);\n    };\n  }, []);\n}",
      errors: [
        {
          messageId: 'late', data: { name: 'window.addEventListener', owner: 'the effect' }, line: 6, column: 7, endLine: 6, endColumn: 48,
          suggestions: [
            {
              messageId: 'ask',
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    let ended = false;\n    const onKey = () => f();\n    load().then(() => {\n      if (ended) return;\n      window.addEventListener('keydown', onKey);\n    });\n    return () => {\n      window.removeEventListener('keydown', onKey);\n      ended = true;\n    };\n  }, []);\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a custom element, which can be asked itself',
      code: 'class Clock extends HTMLElement {\n  async connectedCallback() {\n    await load()\n    this.timer = setInterval(() => this.f(), 9)\n  }\n  disconnectedCallback() {\n    clearInterval(this.timer)\n  }\n}',
      errors: [
        {
          messageId: 'late', data: { name: 'setInterval', owner: "the 'Clock'" }, line: 4, column: 18, endLine: 4, endColumn: 48,
          suggestions: [
            {
              messageId: 'ask',
              output: 'class Clock extends HTMLElement {\n  async connectedCallback() {\n    await load()\n    if (!this.isConnected) return\n    this.timer = setInterval(() => this.f(), 9)\n  }\n  disconnectedCallback() {\n    clearInterval(this.timer)\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: "Vue's setup, with what comes by a promise",
      code: "import { onMounted, onUnmounted } from 'vue'\nexport function useSize() {\n  const onResize = () => f()\n  onMounted(async () => {\n    await load()\n    window.addEventListener('resize', onResize)\n  })\n  onUnmounted(() => window.removeEventListener('resize', onResize))\n}",
      errors: [
        {
          messageId: 'late', data: { name: 'window.addEventListener', owner: 'the component' }, line: 6, column: 5, endLine: 6, endColumn: 48,
          suggestions: [
            {
              messageId: 'ask',
              output: "import { onMounted, onUnmounted } from 'vue'\nexport function useSize() {\n  let ended = false\n  const onResize = () => f()\n  onMounted(async () => {\n    await load()\n    if (ended) return\n    window.addEventListener('resize', onResize)\n  })\n  onUnmounted(() => {\n    window.removeEventListener('resize', onResize)\n    ended = true\n  })\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a method that a method calls after a wait',
      code: 'class A extends React.Component { async componentDidMount() { await x(); this.start() } start() { this.t = setInterval(() => this.f(), 9) } componentWillUnmount() { clearInterval(this.t) } }',
      errors: [{ messageId: 'late', data: { name: 'setInterval', owner: "the 'A'" }, line: 1, column: 108, endLine: 1, endColumn: 138, suggestions: [] }],
    },
    {
      name: 'two behind one wait are one question',
      code: 'class A extends React.Component { async componentDidMount() { await x(); this.t = setInterval(() => this.f(), 9); this.u = setInterval(() => this.g(), 9) } componentWillUnmount() { clearInterval(this.t); clearInterval(this.u) } }',
      errors: [{ messageId: 'late', data: { name: 'setInterval', owner: "the 'A'" }, line: 1, column: 83, endLine: 1, endColumn: 113, suggestions: [] }],
    },
    {
      name: 'options of Vue',
      code: 'export default { props: [], methods: { f() {} }, async created() { await x(); this.t = setInterval(this.f, 9) }, beforeUnmount() { clearInterval(this.t) } }',
      errors: [{ messageId: 'late', data: { name: 'setInterval', owner: 'the component' }, line: 1, column: 88, endLine: 1, endColumn: 110, suggestions: [] }],
    },
    {
      name: 'a camera that is given late',
      code: inEffect('let s; (async () => { s = await navigator.mediaDevices.getUserMedia({}) })(); return () => s?.getTracks().forEach((track) => track.stop())'),
      errors: [{ messageId: 'late', data: { name: 'navigator.mediaDevices.getUserMedia', owner: 'the effect' }, line: 4, column: 37, endLine: 4, endColumn: 76, suggestions: [] }],
    },
    {
      name: 'a test of what has come is no question',
      code: inEffect('let t; (async () => { const a = await x(); if (!a.ok) return; t = setInterval(f, 9) })(); return () => clearInterval(t)'),
      errors: [{
        messageId: 'late', data: { name: 'setInterval', owner: 'the effect' }, line: 4, column: 71, endLine: 4, endColumn: 88,
        suggestions: [{ messageId: 'ask', output: inEffect('let ended = false\n    let t; (async () => { const a = await x(); if (!a.ok) return; if (ended) return\n    t = setInterval(f, 9) })(); return () => {\n      clearInterval(t)\n      ended = true\n    }') }],
      }],
    },
  ],
})
