import rule from '../../src/rules/no-ignored-cleanup.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-ignored-cleanup', rule, {
  valid: [
    // What a hook ends as well
    "import { onCleanup, onMount } from 'solid-js'\nexport function List(props) {\n  onMount(() => {\n    const unsubscribe = props.cache.subscribe(draw)\n    onCleanup(() => { clear(); unsubscribe() })\n    return unsubscribe\n  })\n  return 1\n}",
    // The hook takes it
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const t = setInterval(f, 9); return () => clearInterval(t) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const start = () => { const t = setInterval(f, 9); return () => clearInterval(t) }; return start() }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const start = async () => { await x(); const t = setInterval(f, 9); return () => clearInterval(t) }; const end = start(); return () => { end.then((stop) => stop()) } }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { let stop; const start = async () => { await x(); const t = setInterval(f, 9); return () => clearInterval(t) }; start().then((end) => { stop = end }); return () => stop?.() }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useAsyncEffect(async () => { await x(); const t = setInterval(f, 9); return () => clearInterval(t) }, []) }",
    "import { onMount } from 'svelte'\nexport function watch() { onMount(() => { addEventListener('resize', f); return () => removeEventListener('resize', f) }) }",
    "import { onMounted } from './hooks'\nexport function useX() { onMounted(() => { addEventListener('resize', f); return () => removeEventListener('resize', f) }) }",
    // Somebody may take it
    "import { useEffect } from 'react'\nexport async function start() { await x(); const t = setInterval(f, 9); return () => clearInterval(t) }\nfunction A() { useEffect(() => { start() }, []) }",
    "import { useEffect } from 'react'\nfunction A() { const start = async () => { await x(); const t = setInterval(f, 9); return () => clearInterval(t) }; useEffect(() => { start() }, []); return <B start={start} /> }",
    "import { useEffect } from 'react'\nfunction A() { const start = useCallback(async () => { const t = setInterval(f, 9); return () => clearInterval(t) }, []); return start }",
    'class A extends React.Component { subscribe() { const t = setInterval(f, 9); return () => clearInterval(t) } componentDidMount() { this.stop = this.subscribe() } }',
    // What it ends is done by itself, or it ends nothing
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { requestAnimationFrame(() => { const t = setTimeout(f, 9); return () => clearTimeout(t) }) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(async () => { await x(); return () => { ignore = true } }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { load().then((x) => () => x.name) }, []) }",
    // Once for the program
    "start().then(() => { const t = setInterval(f, 9); return () => clearInterval(t) })\nconst mounted = true",
    "import { useEffect } from 'react'\nexport function App() { useEffect(async () => { const t = setInterval(f, 9); return () => clearInterval(t) }, []) }",
    // Bound: at once, in another hook, or before the wait
    "import { onMounted, onUnmounted } from 'vue'\nexport function useX() { onMounted(() => { const t = setInterval(f, 9); onUnmounted(() => clearInterval(t)) }) }",
    "import { onUnmounted } from 'vue'\nexport async function useX() { let t; onUnmounted(() => clearInterval(t)); await x(); t = setInterval(f, 9) }",
    "import { onUnmounted } from 'vue'\nconst t = setInterval(f, await delay())\nonUnmounted(() => clearInterval(t))",
    "import { onUnmounted } from './hooks'\nexport async function useX() { await x(); onUnmounted(() => stop()) }",
    // A method of that name of something else
    'const api = { mounted() { const t = setInterval(f, 9); return () => clearInterval(t) } }',
  ].map((code) => ({ code, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } })),
  invalid: [
    {
      name: 'an effect gets a promise',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(async () => {\n    await load()\n    const t = setInterval(f, 9)\n    return () => clearInterval(t)\n  }, [])\n}",
      errors: [
        {
          messageId: 'promise', data: { by: 'useEffect' }, line: 6, column: 12, endLine: 6, endColumn: 34,
          suggestions: [
            {
              messageId: 'keep',
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const ending = (async () => {\n    await load()\n    const t = setInterval(f, 9)\n    return () => clearInterval(t)\n  })()\n    return () => void ending.then((end) => end?.())\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an asynchronous function inside, whose call drops it',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const start = async () => {\n      const unsubscribe = await connect()\n      return unsubscribe\n    }\n    void start();\n  }, []);\n}",
      filename: 'a.ts',
      errors: [
        {
          messageId: 'dropped', line: 6, column: 14, endLine: 6, endColumn: 25,
          suggestions: [
            {
              messageId: 'keep',
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const start = async () => {\n      const unsubscribe = await connect()\n      return unsubscribe\n    }\n    const ending = start();\n    return () => void ending.then((end) => end?.());\n  }, []);\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'the callback of a promise, in an effect that has a cleanup',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    let on = true\n    load().then(() => {\n      window.addEventListener('resize', f)\n      return () => window.removeEventListener('resize', f)\n    })\n    return () => { on = false }\n  }, [])\n}",
      errors: [
        {
          messageId: 'dropped', line: 7, column: 14, endLine: 7, endColumn: 59,
          suggestions: [
            {
              messageId: 'keep',
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    let on = true\n    const ending = load().then(() => {\n      window.addEventListener('resize', f)\n      return () => window.removeEventListener('resize', f)\n    })\n    return () => { on = false; void ending.then((end) => end?.()) }\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a function inside that waits for nothing',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const start = () => {\n      const s = store.subscribe(f)\n      return () => s.unsubscribe()\n    }\n    start()\n  }, [])\n}",
      errors: [
        {
          messageId: 'dropped', line: 6, column: 14, endLine: 6, endColumn: 35,
          suggestions: [
            {
              messageId: 'keep',
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const start = () => {\n      const s = store.subscribe(f)\n      return () => s.unsubscribe()\n    }\n    const ending = start()\n    return () => ending?.()\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a promise whose errors are caught may give anything, by its type',
      code: "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const start = async () => { await f(); return () => off() }; start().catch(log) }, []) }",
      filename: 'a.ts',
      errors: [{ messageId: 'dropped', line: 2, column: 80, endLine: 2, endColumn: 91, suggestions: [] }],
    },
    {
      name: 'a function that is started in two places',
      code: "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const start = async () => { await f(); return () => off() }; start(); start() }, []) }",
      errors: [{ messageId: 'dropped', line: 2, column: 80, endLine: 2, endColumn: 91, suggestions: [] }],
    },
    {
      name: 'a timer in an effect',
      code: "import { useEffect } from 'react'\nfunction A() { useEffect(() => { setTimeout(() => { const t = setInterval(f, 9); return () => clearInterval(t) }, 100) }, []) }",
      errors: [{ messageId: 'ignored', data: { by: 'setTimeout' }, line: 2, column: 89, endLine: 2, endColumn: 111, suggestions: [] }],
    },
    {
      name: "Vue's onMounted",
      code: "import { onMounted } from 'vue'\nexport function useSize() {\n  onMounted(() => {\n    window.addEventListener('resize', f)\n    return () => window.removeEventListener('resize', f)\n  })\n}",
      errors: [
        {
          messageId: 'ignored', data: { by: 'onMounted' }, line: 5, column: 12, endLine: 5, endColumn: 57,
          suggestions: [
            {
              messageId: 'keep',
              output: "import { onMounted, onUnmounted } from 'vue'\nexport function useSize() {\n  onMounted(() => {\n    window.addEventListener('resize', f)\n    onUnmounted(() => window.removeEventListener('resize', f))\n  })\n}",
            },
          ],
        },
      ],
    },
    {
      name: "Vue's onActivated, on one of two ways",
      code: "import { onActivated } from 'vue'\nexport function useSize() {\n  onActivated(() => {\n    if (on) return () => bus.off('x', f)\n    bus.on('x', f)\n  })\n}",
      errors: [{ messageId: 'ignored', data: { by: 'onActivated' }, line: 4, column: 20, endLine: 4, endColumn: 41, suggestions: [] }],
    },
    {
      name: "Solid's onMount",
      code: "import { onMount } from 'solid-js'\nexport function Clock() {\n  onMount(() => {\n    const t = setInterval(f, 9);\n    return () => clearInterval(t);\n  });\n}",
      errors: [
        {
          messageId: 'ignored', data: { by: 'onMount' }, line: 5, column: 12, endLine: 5, endColumn: 34,
          suggestions: [
            {
              messageId: 'keep',
              output: "import { onMount, onCleanup } from 'solid-js'\nexport function Clock() {\n  onMount(() => {\n    const t = setInterval(f, 9);\n    onCleanup(() => clearInterval(t));\n  });\n}",
            },
          ],
        },
      ],
    },
    {
      name: "Svelte's onMount, asynchronous",
      code: "import { onMount } from 'svelte'\nexport function clock() {\n  onMount(async () => () => socket.off('x', f))\n}",
      errors: [
        {
          messageId: 'promise', data: { by: 'onMount' }, line: 3, column: 23, endLine: 3, endColumn: 47,
          suggestions: [
            {
              messageId: 'keep',
              output: "import { onMount } from 'svelte'\nexport function clock() {\n  onMount(() => {\n    const ending = (async () => () => socket.off('x', f))()\n    return () => void ending.then((end) => end?.())\n  })\n}",
            },
          ],
        },
      ],
    },
    {
      name: "a hook of Vue's behind a wait",
      code: "import { onUnmounted } from 'vue'\nexport async function useX() {\n  let t\n  await load()\n  t = setInterval(f, 9)\n  onUnmounted(() => clearInterval(t))\n}",
      errors: [
        {
          messageId: 'unbound', data: { by: 'onUnmounted' }, line: 6, column: 3, endLine: 6, endColumn: 38,
          suggestions: [
            {
              messageId: 'bind',
              output: "import { onUnmounted } from 'vue'\nexport async function useX() {\n  let t\n  onUnmounted(() => clearInterval(t))\n  await load()\n  t = setInterval(f, 9)\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a hook that names what is made behind the wait, and one in the callback of a promise',
      code: "import { onBeforeUnmount, onUnmounted } from 'vue'\nexport async function useX() {\n  const t = await load()\n  onUnmounted(() => t.stop())\n}\nexport function useY() { load().then((t) => { onBeforeUnmount(() => t.stop()) }) }",
      errors: [
        { messageId: 'unbound', data: { by: 'onUnmounted' }, line: 4, column: 3, endLine: 4, endColumn: 30, suggestions: [] },
        { messageId: 'unbound', data: { by: 'onBeforeUnmount' }, line: 6, column: 47, endLine: 6, endColumn: 78, suggestions: [] },
      ],
    },
    {
      name: 'methods that a framework calls',
      code: "class A extends React.Component { componentDidMount() { const t = setInterval(f, 9); return () => clearInterval(t) } }\nexport default { props: [], methods: {}, mounted() { this.s = bus.on('x', f); return () => bus.off('x', f) } }",
      errors: [
        { messageId: 'ignored', data: { by: 'componentDidMount' }, line: 1, column: 93, endLine: 1, endColumn: 115, suggestions: [] },
        { messageId: 'ignored', data: { by: 'mounted' }, line: 2, column: 86, endLine: 2, endColumn: 107, suggestions: [] },
      ],
    },
  ],
})
