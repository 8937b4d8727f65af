import * as svelte from 'svelte-eslint-parser'
import vue from 'vue-eslint-parser'
import rule from '../../src/rules/no-leaked-timer.ts'
import { testRule } from '../support/rule-tester.ts'

const jsx = { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }

testRule('no-leaked-timer', rule, {
  valid: [
    { name: 'a button that turns a state, by which there is another button meanwhile', code: "import { Component } from 'react'\nclass Player extends Component {\n  play = () => { this.setState({ isPlaying: true }); this.timer = setInterval(this.draw, 1000) }\n  stop = () => { if (this.state.isPlaying) { clearInterval(this.timer); this.setState({ isPlaying: false }) } }\n  componentWillUnmount() { clearInterval(this.timer) }\n  render() { return this.state.isPlaying ? <button onClick={this.stop} /> : <button onClick={this.play} /> }\n}", languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    { name: 'a method of the name that the function around the timer has', code: "export default {\n  render(h) {\n    const view = this\n    const on = { enter(el) { el.style.opacity = '0'; setTimeout(view.enter, 0, el) } }\n    return h('transition', { on })\n  },\n  methods: { enter(el) { el.style.opacity = '' } },\n}" },
    { name: 'an interval that a timeout clears', code: "class View extends React.Component {\n  save() {\n    const blink = setInterval(() => this.setState({ on: !this.state.on }), 100)\n    setTimeout(() => clearInterval(blink), 2000)\n  }\n  render() {\n    return null\n  }\n}" },
    { name: 'an interval until the hand is taken off', code: "class Pad extends React.Component {\n  turn = (event) => {\n    const turning = setInterval(() => this.props.scene.turn(), 50)\n    event.view.addEventListener('pointerup', () => { clearInterval(turning) }, { once: true })\n  }\n  step = () => {\n    let steps = null\n    const wait = setTimeout(() => { steps = setInterval(() => this.props.onStep(), 50) }, 500)\n    document.addEventListener('pointerup', () => { clearTimeout(wait); clearInterval(steps) }, { once: true })\n  }\n  render() { return null }\n}" },
    { name: 'an interval until the hand is taken off, by a helper and a function with a name', code: "import { off, on, once } from './dom'\nexport default {\n  bind(el, binding) {\n    let steps = null\n    const stop = () => { clearInterval(steps); steps = null }\n    on(el, 'mousedown', () => { once(document, 'mouseup', stop); clearInterval(steps); steps = setInterval(() => binding.value(), 100) })\n  }\n}" },
    { name: 'a timeout in a handler that only stops its subscription', filename: 'a.tsx', code: "import { useEffect } from 'react'\nimport { language } from './stores'\nexport function useStart() {\n  useEffect(() => {\n    const stop = language.subscribe((value) => {\n      start(value)\n      setTimeout(() => { stop() }, 0)\n    })\n  }, [])\n}" },
    { name: 'cleared when the request has settled', filename: 'a.tsx', code: "import { useState } from 'react'\nexport function Letter({ text }) {\n  const [step, setStep] = useState(0)\n  const write = async () => {\n    const timer = setInterval(() => setStep((s) => s + 1), 1500)\n    try { await send(text) } finally { clearInterval(timer) }\n  }\n  return <button onClick={write}>{step}</button>\n}" },
    { name: 'a hook that clears, whose functions a component of the same file runs', filename: 'a.tsx', code: "import { useCallback, useEffect, useRef } from 'react'\nfunction useRuns(load) {\n  const poll = useRef()\n  const stop = useCallback(() => { clearInterval(poll.current) }, [])\n  const start = useCallback(() => { stop(); poll.current = setInterval(() => load(), 1000) }, [])\n  const onOpen = useCallback((open) => { if (open) start(); else stop() }, [])\n  useEffect(() => () => stop(), [stop])\n  return { onOpen }\n}\nexport function Status({ load }) {\n  const { onOpen } = useRuns(load)\n  return <Tip onOpen={onOpen} />\n}" },
    { name: 'a loop of a function that a flag of the module lets run once', code: "import { computed } from 'vue'\nlet installed = false\nfunction install() {\n  function next() { setTimeout(async () => { await beat(); next() }, 1000) }\n  next()\n}\nexport function useConnection() {\n  if (!installed) {\n    installed = true\n    install()\n  }\n  return computed(() => online)\n}" },
    { name: 'a race against half a minute, which is bounded', code: "const limit = (promise) => Promise.race([promise, new Promise((_, reject) => setTimeout(reject, 30_000))]);" },
    { name: "a module's own, cleared", code: "import Timer from 'react-native-background-timer'\nexport class View extends React.Component { componentDidMount() { this.poll = Timer.setInterval(() => this.load(), 1000) } componentWillUnmount() { Timer.clearInterval(this.poll) } render() { return null } }" },
    { name: 'a limit that all callers keep to some seconds', code: "const ACK = 7000\nconst within = (work, ms) => Promise.race([work, new Promise((_, reject) => { setTimeout(() => reject(new Error('late')), ms) })])\nexport const ask = () => within(send(), ACK)\nexport const warm = () => within(load(), 2000)" },
    { name: "a ref's value, read by the function that does so", code: "import { onMounted, onUnmounted, ref, unref } from 'vue'\nexport function usePoll(load) {\n  const timer = ref()\n  onMounted(() => { timer.value = setInterval(load, 1000) })\n  onUnmounted(() => clearInterval(unref(timer)))\n}" },
    { name: 'a hook of tests', code: "after(() => Promise.race([stop(), new Promise((done, fail) => setTimeout(fail, 60_000))]))" },
    { name: 'stopped, where it runs, before each start', code: "class Countdown extends React.Component {\n  componentDidMount() { this.start() }\n  componentDidUpdate() {\n    if (this.due !== this.props.due) {\n      if (isSet(this.timer)) {\n        clearInterval(this.timer)\n      }\n      this.start()\n      this.due = this.props.due\n    }\n  }\n  componentWillUnmount() { clearInterval(this.timer) }\n  start() { this.timer = setInterval(() => this.count(), 1000) }\n}" },
    { name: 'a callback from the props that is called as the method around it', code: "class Reset extends React.Component {\n  onClick() {\n    const { onClick, page } = this.props\n    setTimeout(() => {\n      onClick()\n      this.scroll(page)\n    }, 0)\n  }\n}" },
    { name: 'the middleware of a broker, which tells it that it stopped', code: "module.exports = function breaker(broker) {\n  let timer\n  return {\n    name: 'breaker',\n    created() { timer = setInterval(() => broker.reset(), 60000) },\n    stopped() { clearInterval(timer) },\n  }\n}" },
    { name: 'a timeout that stops it after a while', code: "class Form extends React.Component {\n  refresh(duration) {\n    if (this.timer) clearInterval(this.timer)\n    this.timer = setInterval(() => this.mark(), 100)\n    setTimeout(() => {\n      if (this.timer) {\n        clearInterval(this.timer)\n        this.timer = null\n      }\n    }, duration)\n  }\n}" },
    { name: 'started and stopped by the two ways of a change', code: "class Picker extends React.Component {\n  componentDidUpdate(before) {\n    if (this.props.isOn && !before.isOn) {\n      this.start()\n    } else if (!this.props.isOn && before.isOn) {\n      this.stop()\n    }\n  }\n  componentWillUnmount() { this.stop() }\n  start() { this.timer = setInterval(() => this.pick(), 30) }\n  stop() { clearInterval(this.timer) }\n}" },
    'function f(p, options) { return Promise.race([p, new Promise((_, reject) => setTimeout(reject, options.timeout || 1500))]) }',
    'function f(p, options) { const limit = options.limit ?? 2_000; return Promise.race([p, new Promise((_, reject) => setTimeout(reject, limit))]) }',
    'async function f(p, limit = 10_000) { await Promise.race([p, new Promise((_, reject) => setTimeout(reject, limit))]) }',
    "describe('a race', () => { const f = (p, ms) => Promise.race([p, new Promise((done) => setTimeout(done, ms))]); it('ends', () => f(one, 30)) })",
    { name: 'a stream that stops its interval', code: "export function GET() { let timer; return new Response(new ReadableStream({ start(controller) { timer = setInterval(() => controller.enqueue('ping'), 1000) }, cancel() { clearInterval(timer) } })) }" },
    { name: 'a handler of requests that stops its interval with them', code: "export function events(req, res) { const timer = setInterval(() => res.write('ping'), 1000); req.on('close', () => clearInterval(timer)) }" },
    { name: 'a poll whose limit clears it', code: "export function wait(condition, limit) { return new Promise((resolve, reject) => { const timer = setInterval(() => { if (condition()) { clearInterval(timer); resolve() } }, 100); setTimeout(() => { clearInterval(timer); reject(new Error('too late')) }, limit) }) }" },
    { name: 'a poll without a limit', code: 'export function wait(condition) { return new Promise((resolve) => { const timer = setInterval(() => { if (condition()) { clearInterval(timer); resolve() } }, 100) }) }' },
    { name: 'an update that stops the running one first', code: 'export class Carousel { ngAfterContentChecked() { if (this.plays()) this.start() } start() { this.stop(); this.timer = setInterval(() => this.next(), 1000) } stop() { clearInterval(this.timer) } ngOnDestroy() { this.stop() } ngOnChanges() {} }' },
    { name: 'an update that stops the running one before it calls what starts another', code: "export class Lyrics { ngOnChanges(changes) { if (changes.lines) { this.stop(); this.size(); this.start() } } start() { this.timer = setInterval(() => this.next(), 250) } stop() { if (this.timer) { clearInterval(this.timer); this.timer = undefined } } ngOnDestroy() { this.stop() } }" },
    { name: 'an effect of a script whose end clears what it started', code: '<script>\n  import { onDestroy } from \'svelte\'\n  let timer\n  function start() { stop(); timer = setInterval(() => load(), 900) }\n  function stop() { if (timer) clearInterval(timer) }\n  $effect(() => { if (id) start() })\n  onDestroy(() => stop())\n</script>\n', languageOptions: { parser: svelte }, filename: 'panel.svelte' },
    { name: 'a search that goes on until its page goes out', code: '<template><f-page @page:beforeout="leave"><button @click="scan" /></f-page></template>\n<script>\nexport default { props: [\'id\'], methods: { scan() { this.timer = setInterval(() => this.load(), 900) }, leave() { clearInterval(this.timer) }, load() {} } }\n</script>\n', languageOptions: { parser: vue }, filename: 'panel.vue' },
    // Once for the program, or nobody knows how often
    'setInterval(() => poll(), 1000)',
    'function main() { setInterval(poll, 1000) } main()',
    'export function start() { setInterval(poll, 1000) }',
    'class Poller { start() { setInterval(() => this.poll(), 1000) } }',
    'class Pool { constructor() { setInterval(() => this.f(), 9) } destroy(id) {} }',
    'class Cache { constructor() { setInterval(() => this.sweep(), 1000) } dispose() {} } export default new Cache()',
    // Another function of the same name
    "import { useEffect } from 'react'\nimport { setInterval } from './clock'\nfunction A() { useEffect(() => { setInterval(f, 9) }, []) }",
    'class A { constructor(scheduler) { scheduler.setInterval(() => this.f(), 9) } destroy() {} }',
    // Cleared by the owner
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const t = setInterval(f, 9); return () => clearInterval(t) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { let t; const start = async () => { await f(); t = setInterval(f, 9) }; start(); return () => { if (t) clearTimeout(t) } }, []) }",
    "import { useEffect, useRef } from 'react'\nfunction A() { const t = useRef(); useEffect(() => { t.current = window.setInterval(f, 9) }, []); useEffect(() => () => window.clearInterval(t.current), []) }",
    'class A { #t = null; constructor() { this.#t = setInterval(() => this.f(), 9).unref() } close() { clearInterval(this.#t) } }',
    'class A { constructor() { const self = this; self.t = setInterval(() => self.f(), 9) } destroy() { const { t } = this; clearInterval(t) } }',
    'class A extends HTMLElement { connectedCallback() { this.t = setInterval(() => this.f(), 9) } disconnectedCallback() { this.stop() } stop() { clearInterval(this.t!) } }',
    'export default { props: [], mounted() { this.t = setInterval(this.f, 9) }, beforeDestroy() { clearInterval(this.t) }, methods: { f() {} } }',
    "import { onMounted, onBeforeUnmount } from 'vue'\nexport function usePoll() { let t; onMounted(() => { t = setInterval(f, 9) }); onBeforeUnmount(() => clearInterval(t)) }",
    "server.on('connection', (socket) => { const t = setInterval(() => socket.ping(), 9); socket.on('close', () => clearInterval(t)) })",
    // Handed to somebody else
    "import { useEffect } from 'react'\nfunction A({ timers }) { useEffect(() => { timers.push(setInterval(f, 9)) }, []) }",
    'class A { timers = new Set(); constructor() { const t = setInterval(() => this.f(), 9); this.timers.add(t) } destroy() { for (const t of this.timers) clearInterval(t) } }',
    'class A { start() { return setInterval(() => this.f(), 9) } destroy() {} }',
    'class A { constructor() { this.t = setInterval(() => this.f(), 9); this.disposables.push({ dispose: () => clearInterval(this.t) }) } dispose() {} }',
    // Ends by itself
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const t = setInterval(() => { if (done()) clearInterval(t) }, 9) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { setInterval(() => { location.href = '/' }, 9000) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { setTimeout(() => f(), 0); requestAnimationFrame(() => g()) }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { setTimeout(() => f(), 60_000) }, [x]) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { let on = true; const tick = () => { if (!on) return; requestAnimationFrame(tick) }; tick(); return () => { on = false } }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { const poll = async () => { if (await f()) setTimeout(poll, 9) }; poll() }, []) }",
    "import { useEffect } from 'react'\nfunction A() { useEffect(() => { let id; const tick = () => { id = requestAnimationFrame(tick) }; tick(); return () => cancelAnimationFrame(id) }, []) }",
    'function loop() { requestAnimationFrame(loop); draw() } loop()',
    // Another's method of the same name is no way back
    'async function f(work, ms) { await Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]) }',
    'async function stop(work, ms) { const limit = new Promise((resolve) => setTimeout(resolve, ms)); await Promise.race([work, limit]); process.exit(0) }',
    "import API from './api'; class A extends HTMLElement { save(value) { this.timer = setTimeout(() => API.save(value), 500) } disconnectedCallback() {} }",
    'class A extends HTMLElement { focus() { requestAnimationFrame(() => { this.row?.focus() }) } disconnectedCallback() {} }',
    // Whoever started the last one, it is stopped first
    "import { useEffect } from 'react'\nlet timer\nfunction start() { if (timer != null) clearInterval(timer); timer = setInterval(f, 9) }\nfunction A() { useEffect(() => { start() }, []) }",
    // A class that is shut down with its program
    'class Updates { boot() { setInterval(() => this.check(), 9000) } async shutdown() {} }',
    // A limit that is short, cleared, or on its own
    'function f(p) { return Promise.race([p, new Promise((_, reject) => setTimeout(reject, 500))]) }',
    'function f(p) { return Promise.race([p, new Promise((_, reject) => setTimeout(reject, 5 * 1000))]) }',
    'function f(p) { return Promise.race([p, new Promise((_, reject) => setTimeout(reject, Limits.KILL_TIMEOUT))]) }',
    'async function f(p, ms) { let t; try { return await Promise.race([p, new Promise((_, reject) => { t = setTimeout(reject, ms) })]) } finally { clearTimeout(t) } }',
    'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))',
    'const [a] = await Promise.all([f(), new Promise((resolve) => setTimeout(resolve, 60_000))])',
    'await Promise.race([f(), new Promise((_, reject) => setTimeout(reject, 60_000))])',
    'async function get(url, ms) { const c = new AbortController(); const t = setTimeout(() => c.abort(), ms); try { return await fetch(url, { signal: c.signal }) } finally { clearTimeout(t) } }',
    'function timeout(ms) { const c = new AbortController(); setTimeout(() => c.abort(), ms); return c.signal }',
    // A start that makes place first, or that cannot come twice
    { code: "import { useEffect, useRef } from 'react'\nfunction A() { const t = useRef(); const start = () => { clearInterval(t.current); t.current = setInterval(f, 9) }; useEffect(() => () => clearInterval(t.current), []); return <b onClick={start} /> }", ...jsx },
    { code: "import { useEffect, useRef } from 'react'\nfunction A() { const t = useRef(); const stop = () => clearInterval(t.current); const start = () => { stop(); t.current = setInterval(f, 9) }; useEffect(() => stop, []); return <b onClick={start} /> }", ...jsx },
    { code: "import { useEffect, useRef } from 'react'\nfunction A() { const t = useRef(); const start = () => { if (t.current) return; t.current = setInterval(f, 9) }; useEffect(() => () => clearInterval(t.current), []); return <b onClick={start} /> }", ...jsx },
    // Stopped on the other branch
    "let timer = null\nserver.on('request', () => { if (idle()) { clearInterval(timer); timer = null } else if (timer === null) { timer = setInterval(() => f(), 1000) } })",
    // Conditions that the end, the loop itself or somebody else changes
    { name: 'a flag that the teardown lowers', code: 'class A extends HTMLElement { connectedCallback() { this.on = true; this.tick() } disconnectedCallback() { this.on = false } tick() { if (!this.on) return; setTimeout(() => this.tick(), 1000) } }' },
    { name: 'a countdown', code: 'class A extends React.Component { componentDidMount() { this.left = 10; this.tick() } tick() { this.left--; if (this.left > 0) setTimeout(() => this.tick(), 1000) } }' },
    { name: 'an animation', code: "import { useEffect } from 'react'\nfunction A({ ms }) { useEffect(() => { const start = performance.now(); const step = (now) => { if (now - start < ms) requestAnimationFrame(step) }; requestAnimationFrame(step) }, [ms]) }" },
    { name: 'an animation by the clock', code: 'class A extends React.Component { componentDidMount() { this.from = Date.now(); this.step() } step() { const elapsed = Date.now() - this.from; if (elapsed < 300) requestAnimationFrame(() => this.step()) } }' },
    { name: 'a wait for a job', code: 'class A extends React.Component { componentDidMount() { this.poll() } async poll() { const job = await fetch(this.props.url); if (job.pending) setTimeout(() => this.poll(), 1000) } }' },
    { name: 'a wait for another object', code: 'class A extends React.Component { componentDidMount() { this.wait() } wait() { if (!this.props.player.getDuration()) setTimeout(() => this.wait(), 100) } }' },
    { name: 'a wait for an element that is there', code: "import { useEffect } from 'react'\nfunction A({ el }) { useEffect(() => { const watch = () => { if (el.offsetHeight > 0) requestAnimationFrame(watch) }; watch() }, [el]) }" },
    { name: 'a retry', code: 'class A extends React.Component { componentDidMount() { this.open() } open() { connect().catch(() => { setTimeout(() => this.open(), 1000) }) } }' },
    { name: 'a flag of the component that its cleanup lowers', code: "import { useEffect, useRef } from 'react'\nfunction A({ ms }) { const on = useRef(true); useEffect(() => { const tick = () => { if (on.current) setTimeout(tick, ms) }; tick(); return () => { on.current = false } }, [ms]) }" },
    { name: 'a wait for what the framework gives', code: "import { Component, ViewChild } from '@angular/core'\n@Component({}) class A { @ViewChild('list') list; ngOnInit() { this.layOut() } layOut() { if (this.list == null) { setTimeout(() => this.layOut(), 10); return } this.f() } ngOnDestroy() {} }" },
    { name: 'what VS Code disposes of', code: "class Watcher extends Disposable { constructor() { super(); this.poll(); this._register({ dispose: () => clearTimeout(this.timer) }) } poll() { this.timer = setTimeout(() => this.poll(), 60_000) } }" },
    { name: 'a watcher of the same name as what the loop reads', code: "export default { props: [], data() { return { items: [] } }, mounted() { this.play() }, beforeDestroy() { clearTimeout(this.timer) }, watch: { items() { this.play() } }, methods: { play() { this.items.pop(); clearTimeout(this.timer); this.timer = setTimeout(() => this.play(), 9) } } }" },
  ],
  invalid: [
    {
      name: 'cleared in the other branch, which need not come before the end',
      code: "class Deck extends HTMLElement {\n  connectedCallback() { this.play() }\n  play() {\n    if (this.isOn) {\n      this.loop = setInterval(() => this.next(), 3000)\n    } else {\n      clearInterval(this.loop)\n    }\n  }\n}",
      errors: [{ messageId: 'unreleased', data: { owner: "the 'Deck'" }, line: 5, column: 19, endLine: 5, endColumn: 55, suggestions: 1 }],
    },
    {
      name: 'a directive stays with its line',
      options: [{ check: 'all' }],
      code: "export async function ask(work, ms) {\n  for (const one of work) {\n    // eslint-disable-next-line no-await-in-loop\n    await Promise.race([one(), new Promise((resolve) => setTimeout(resolve, ms))])\n  }\n}",
      errors: [{ messageId: 'outlived', line: 4, column: 57, endLine: 4, endColumn: 80, suggestions: [{ messageId: 'release', data: { place: "'finally'" }, output: "export async function ask(work, ms) {\n  for (const one of work) {\n    let timer\n    // eslint-disable-next-line no-await-in-loop\n    await Promise.race([one(), new Promise((resolve) => { timer = setTimeout(resolve, ms) })]).finally(() => clearTimeout(timer))\n  }\n}" }] }],
    },
    {
      name: "a module's own",
      code: "import Timer from 'react-native-background-timer'\nexport class View extends React.Component {\n  componentDidMount() {\n    this.poll = Timer.setInterval(() => this.load(), 1000)\n  }\n  componentWillUnmount() {\n    this.view = null\n  }\n  render() {\n    return null\n  }\n}",
      errors: [{ messageId: 'unreleased', data: { owner: "the 'View'" }, line: 4, column: 17, endLine: 4, endColumn: 59, suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "import Timer from 'react-native-background-timer'\nexport class View extends React.Component {\n  componentDidMount() {\n    this.poll = Timer.setInterval(() => this.load(), 1000)\n  }\n  componentWillUnmount() {\n    this.view = null\n    Timer.clearInterval(this.poll)\n  }\n  render() {\n    return null\n  }\n}" }] }],
    },
    {
      name: "a module's own, whose counterpart is not imported",
      code: "import { useEffect } from 'react'\nimport { setInterval } from 'worker-timers'\nexport function View() {\n  useEffect(() => {\n    setInterval(() => load(), 1000)\n  }, [])\n}",
      errors: [{ messageId: 'unreleased', data: { owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 36, suggestions: [] }],
    },
    {
      name: 'an effect, the handle dropped',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    setInterval(() => f(), 1000)\n  }, [])\n}",
      errors: [
        {
          messageId: 'unreleased', data: { owner: 'the effect' }, line: 4, column: 5, endLine: 4, endColumn: 33,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const interval = setInterval(() => f(), 1000)\n    return () => clearInterval(interval)\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect that clears only what was there before',
      code: "import { useEffect, useRef } from 'react'\nfunction A() {\n  const t = useRef()\n  useEffect(() => {\n    clearInterval(t.current)\n    t.current = setInterval(f, 1000)\n  }, [])\n}",
      errors: [
        {
          messageId: 'unreleased', data: { owner: 'the effect' }, line: 6, column: 17, endLine: 6, endColumn: 37,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect, useRef } from 'react'\nfunction A() {\n  const t = useRef()\n  useEffect(() => {\n    clearInterval(t.current)\n    t.current = setInterval(f, 1000)\n    return () => clearInterval(t.current)\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a timer under a condition, in TypeScript, with a cleanup that calls another',
      code: "import { useEffect } from 'react'\nfunction A({ on }: Props) {\n  useEffect(() => {\n    const unsubscribe = store.listen()\n    if (on) setInterval(f as Fn, 1000)\n    return unsubscribe\n  }, [on])\n}",
      filename: 'a.ts',
      errors: [
        {
          messageId: 'unreleased', data: { owner: 'the effect' }, line: 5, column: 13, endLine: 5, endColumn: 39,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nfunction A({ on }: Props) {\n  useEffect(() => {\n    let interval: ReturnType<typeof setInterval> | undefined\n    const unsubscribe = store.listen()\n    if (on) interval = setInterval(f as Fn, 1000)\n    return () => {\n      unsubscribe()\n      clearInterval(interval)\n    }\n  }, [on])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a class with a teardown, the handle in a field that nothing clears',
      code: "class A {\n  constructor() {\n    this.timer = setInterval(() => this.f(), 1000);\n  }\n  destroy() {\n    this.f();\n  }\n}",
      errors: [
        {
          messageId: 'unreleased', data: { owner: "the 'A'" }, line: 3, column: 18, endLine: 3, endColumn: 51,
          suggestions: [
            {
              messageId: 'release', data: { place: "'destroy'" },
              output: "class A {\n  constructor() {\n    this.timer = setInterval(() => this.f(), 1000);\n  }\n  destroy() {\n    this.f();\n    clearInterval(this.timer);\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a class whose teardown clears another field',
      code: "class A extends React.Component {\n  componentDidMount() {\n    this.clockInterval = setInterval(this.f, 1000)\n  }\n  componentWillUnmount() {\n    clearInterval(this.clock)\n  }\n}",
      errors: [
        {
          messageId: 'unreleased', data: { owner: "the 'A'" }, line: 3, column: 26, endLine: 3, endColumn: 51,
          suggestions: [
            {
              messageId: 'release', data: { place: "'componentWillUnmount'" },
              output: "class A extends React.Component {\n  componentDidMount() {\n    this.clockInterval = setInterval(this.f, 1000)\n  }\n  componentWillUnmount() {\n    clearInterval(this.clock)\n    clearInterval(this.clockInterval)\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a dropped handle in TypeScript, where a private name is taken',
      code: "class A {\n  #interval = 10;\n  constructor() {\n    setInterval(() => this.f(), this.#interval);\n  }\n  async [Symbol.asyncDispose]() {\n  }\n}",
      filename: 'a.ts',
      errors: [
        {
          messageId: 'unreleased', data: { owner: "the 'A'" }, line: 4, column: 5, endLine: 4, endColumn: 48,
          suggestions: [
            {
              messageId: 'release', data: { place: "'[Symbol.asyncDispose]'" },
              output: "class A {\n  #interval2?: ReturnType<typeof setInterval>;\n  #interval = 10;\n  constructor() {\n    this.#interval2 = setInterval(() => this.f(), this.#interval);\n  }\n  async [Symbol.asyncDispose]() {\n    clearInterval(this.#interval2);\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a Vue component that pauses, but not when it ends',
      code: "export default {\n  props: [],\n  mounted() {\n    this.start()\n  },\n  methods: {\n    start() { this.timer = setInterval(this.f, 1000) },\n    pause() { clearInterval(this.timer) },\n  },\n}",
      errors: [
        {
          messageId: 'unreleased', data: { owner: 'the component' }, line: 7, column: 28, endLine: 7, endColumn: 53,
          suggestions: [
            {
              messageId: 'release', data: { place: "'beforeUnmount'" },
              output: "export default {\n  props: [],\n  mounted() {\n    this.start()\n  },\n  methods: {\n    start() { this.timer = setInterval(this.f, 1000) },\n    pause() { clearInterval(this.timer) },\n  },\n  beforeUnmount() {\n    clearInterval(this.timer)\n  },\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a composable',
      code: "import { onMounted } from 'vue'\nexport function usePoll() {\n  onMounted(() => {\n    setInterval(poll, 1000)\n  })\n}",
      errors: [
        {
          messageId: 'unreleased', data: { owner: 'the component' }, line: 4, column: 5, endLine: 4, endColumn: 28,
          suggestions: [
            {
              messageId: 'release', data: { place: "'onUnmounted'" },
              output: "import { onMounted, onUnmounted } from 'vue'\nexport function usePoll() {\n  onMounted(() => {\n    const interval = setInterval(poll, 1000)\n    onUnmounted(() => clearInterval(interval))\n  })\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a connection, by the imported module',
      code: "import timers from 'node:timers'\nserver.on('connection', (socket) => {\n  timers.setInterval(() => socket.ping(), 1000)\n})",
      errors: [
        {
          messageId: 'unreleased', data: { owner: 'the handler' }, line: 3, column: 3, endLine: 3, endColumn: 48,
          suggestions: [
            {
              messageId: 'release', data: { place: "'close' of 'socket'" },
              output: "import timers from 'node:timers'\nserver.on('connection', (socket) => {\n  const interval = timers.setInterval(() => socket.ping(), 1000)\n  socket.on('close', () => clearInterval(interval))\n})",
            },
          ],
        },
      ],
    },
    {
      name: 'an animation loop in an effect',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    const draw = () => {\n      requestAnimationFrame(draw)\n    }\n    requestAnimationFrame(draw)\n  }, [])\n}",
      errors: [
        {
          messageId: 'endless', data: { owner: 'the effect' }, line: 5, column: 7, endLine: 5, endColumn: 34,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    let frame = 0\n    const draw = () => {\n      frame = requestAnimationFrame(draw)\n    }\n    frame = requestAnimationFrame(draw)\n    return () => cancelAnimationFrame(frame)\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'an animation loop in a Vue hook',
      code: "import { onMounted } from 'vue'\nexport function useFrames() {\n  onMounted(() => {\n    const tick = () => {\n      draw()\n      requestAnimationFrame(tick)\n    }\n    tick()\n  })\n}",
      errors: [
        {
          messageId: 'endless', line: 6, column: 7, endLine: 6, endColumn: 34,
          data: { owner: 'the component' },
          suggestions: [
            {
              messageId: 'release', data: { place: "'onUnmounted'" },
              output: "import { onMounted, onUnmounted } from 'vue'\nexport function useFrames() {\n  onMounted(() => {\n    let frame = 0\n    const tick = () => {\n      draw()\n      frame = requestAnimationFrame(tick)\n    }\n    tick()\n    onUnmounted(() => cancelAnimationFrame(frame))\n  })\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a loop of timeouts in onMount of Svelte',
      code: "import { onMount } from 'svelte'\nonMount(() => {\n  const poll = () => {\n    load()\n    setTimeout(poll, 1000)\n  }\n  poll()\n})",
      errors: [
        {
          messageId: 'endless', line: 5, column: 5, endLine: 5, endColumn: 27,
          data: { owner: 'the component' },
          suggestions: [
            {
              messageId: 'release', data: { place: "the cleanup of 'onMount'" },
              output: "import { onMount } from 'svelte'\nonMount(() => {\n  let timer\n  const poll = () => {\n    load()\n    timer = setTimeout(poll, 1000)\n  }\n  poll()\n  return () => clearTimeout(timer)\n})",
            },
          ],
        },
      ],
    },
    {
      name: 'an interval in a variable of a method: its field clears it',
      code: 'export class Panel extends HTMLElement {\n  connectedCallback() {\n    const refresh = setInterval(() => this.draw(), 1000)\n  }\n}',
      errors: [
        {
          messageId: 'unreleased', line: 3, column: 21, endLine: 3, endColumn: 57,
          data: { owner: "the 'Panel'" },
          suggestions: [
            {
              messageId: 'release', data: { place: "'disconnectedCallback'" },
              output: 'export class Panel extends HTMLElement {\n  #refresh\n  connectedCallback() {\n    const refresh = setInterval(() => this.draw(), 1000)\n    this.#refresh = refresh\n  }\n\n  disconnectedCallback() {\n    clearInterval(this.#refresh)\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'intervals of which a field could hold the last only',
      code: 'export class Panel extends HTMLElement {\n  connectedCallback() {\n    for (const x of this.xs) setInterval(() => this.draw(x), 1000)\n  }\n}',
      errors: [{ messageId: 'unreleased', line: 3, column: 30, endLine: 3, endColumn: 67, data: { owner: "the 'Panel'" }, suggestions: [] }],
    },
    {
      name: 'an animation loop in a class',
      code: "class Scene {\n  start() {\n    this.loop()\n  }\n  loop() {\n    this.draw()\n    requestAnimationFrame(() => this.loop())\n  }\n  dispose() {\n    this.free()\n  }\n}",
      errors: [
        {
          messageId: 'endless', data: { owner: "the 'Scene'" }, line: 7, column: 5, endLine: 7, endColumn: 45,
          suggestions: [
            {
              messageId: 'release', data: { place: "'dispose'" },
              output: "class Scene {\n  #frame = 0\n  start() {\n    this.loop()\n  }\n  loop() {\n    this.draw()\n    this.#frame = requestAnimationFrame(() => this.loop())\n  }\n  dispose() {\n    this.free()\n    cancelAnimationFrame(this.#frame)\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a timeout that starts itself again',
      code: "import { useEffect } from 'react'\nfunction A() {\n  useEffect(() => {\n    async function poll() {\n      await fetchNews()\n      setTimeout(poll, 5000)\n    }\n    void poll()\n  }, [])\n}",
      errors: [{ messageId: 'endless', data: { owner: 'the effect' }, line: 6, column: 7, endLine: 6, endColumn: 29, suggestions: [] }],
    },
    {
      name: 'a race against a timeout',
      options: [{ check: 'all' }],
      code: "export function limit(promise, ms) {\n  return Promise.race([\n    promise,\n    new Promise((_, reject) => setTimeout(() => reject(new Error('late')), ms)),\n  ])\n}",
      errors: [
        {
          messageId: 'outlived', data: { owner: 'the call' }, line: 4, column: 32, endLine: 4, endColumn: 79,
          suggestions: [
            {
              messageId: 'release', data: { place: "'finally'" },
              output: "export function limit(promise, ms) {\n  let timer\n  return Promise.race([\n    promise,\n    new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('late')), ms) }),\n  ]).finally(() => clearTimeout(timer))\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a race by the name of the timeout, in TypeScript',
      code: "const limit = async <T>(promise: Promise<T>): Promise<T> => {\n  const late = new Promise<never>((_, reject) => {\n    setTimeout(() => { reject(new Error('late')) }, 90_000);\n  });\n  return await Promise.race([promise, late]);\n};",
      filename: 'a.mts',
      errors: [
        {
          messageId: 'outlived', data: { owner: 'the call' }, line: 3, column: 5, endLine: 3, endColumn: 60,
          suggestions: [
            {
              messageId: 'release', data: { place: "'finally'" },
              output: "const limit = async <T>(promise: Promise<T>): Promise<T> => {\n  let timer: ReturnType<typeof setTimeout> | undefined;\n  const late = new Promise<never>((_, reject) => {\n    timer = setTimeout(() => { reject(new Error('late')) }, 90_000);\n  });\n  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));\n};",
            },
          ],
        },
      ],
    },
    {
      name: 'a race against half a minute, when asked for',
      options: [{ check: 'all' }],
      code: "const limit = (promise) => Promise.race([promise, new Promise((_, reject) => setTimeout(reject, 30_000))]);",
      errors: [{ messageId: 'outlived', data: { owner: 'the call' }, line: 1, column: 78, endLine: 1, endColumn: 104, suggestions: 1 }],
    },
    {
      name: 'a race that is all the function',
      options: [{ check: 'all' }],
      code: 'const limit = (promise, ms) => Promise.race([promise, new Promise((_, reject) => setTimeout(reject, ms))])',
      errors: [
        {
          messageId: 'outlived', data: { owner: 'the call' }, line: 1, column: 82, endLine: 1, endColumn: 104,
          suggestions: [
            {
              messageId: 'release', data: { place: "'finally'" },
              output: 'const limit = (promise, ms) => { let timer; return Promise.race([promise, new Promise((_, reject) => { timer = setTimeout(reject, ms) })]).finally(() => clearTimeout(timer)) }',
            },
          ],
        },
      ],
    },
    {
      name: 'a request that is aborted after a while',
      options: [{ check: 'all' }],
      code: 'async function get(url, ms) {\n  const controller = new AbortController()\n  setTimeout(() => controller.abort(), ms)\n  const response = await fetch(url, { signal: controller.signal })\n  return response.json()\n}',
      errors: [
        {
          messageId: 'outlived', data: { owner: 'the call' }, line: 3, column: 3, endLine: 3, endColumn: 43,
          suggestions: [
            {
              messageId: 'release', data: { place: "'finally'" },
              output: 'async function get(url, ms) {\n  const controller = new AbortController()\n  const timer = setTimeout(() => controller.abort(), ms)\n  const response = await fetch(url, { signal: controller.signal }).finally(() => clearTimeout(timer))\n  return response.json()\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a button that starts a second one',
      code: "import { useEffect, useRef } from 'react'\nfunction A() {\n  const timer = useRef()\n  const start = () => {\n    timer.current = setInterval(f, 1000)\n  }\n  useEffect(() => () => clearInterval(timer.current), [])\n  return <button onClick={start} />\n}",
      ...jsx,
      errors: [
        {
          messageId: 'overwritten', data: { owner: 'the component' }, line: 5, column: 21, endLine: 5, endColumn: 41,
          suggestions: [
            {
              messageId: 'clear', data: { place: 'timer.current' },
              output: "import { useEffect, useRef } from 'react'\nfunction A() {\n  const timer = useRef()\n  const start = () => {\n    clearInterval(timer.current)\n    timer.current = setInterval(f, 1000)\n  }\n  useEffect(() => () => clearInterval(timer.current), [])\n  return <button onClick={start} />\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a poll that goes on behind its answer, which it gives on a condition',
      code: "export async function ready(page) {\n  await new Promise((resolve) => {\n    setInterval(() => {\n      if (page.isReady) resolve()\n    }, 250)\n  })\n}",
      errors: [{
        messageId: 'unreleased', data: { owner: 'the call' }, line: 3, column: 5, endLine: 5, endColumn: 12,
        suggestions: [{ messageId: 'release', data: { place: 'the callback itself' }, output: "export async function ready(page) {\n  await new Promise((resolve) => {\n    const interval = setInterval(() => {\n      if (page.isReady) { clearInterval(interval); resolve() }\n    }, 250)\n  })\n}" }],
      }],
    },
    {
      name: 'a poll whose limit forgets it',
      code: "export function wait(condition, limit) {\n  return new Promise((resolve, reject) => {\n    setTimeout(() => reject(new Error('too late')), limit)\n    const check = () => {\n      const result = condition()\n      if (result) {\n        resolve(result)\n        clearInterval(timer)\n      }\n    }\n    const timer = setInterval(check, 100)\n  })\n}",
      errors: [{ messageId: 'unreleased', data: { owner: 'the call' }, line: 11, column: 19, endLine: 11, endColumn: 42, suggestions: [] }],
    },
    {
      name: 'an update that starts a second one, and stops the running one on a condition',
      code: "export class Carousel {\n  ngAfterContentChecked() {\n    if (this.isOver()) {\n      this.stop()\n    }\n    if (this.plays()) this.start()\n  }\n  start() {\n    this.timer = setInterval(() => this.next(), 1000)\n  }\n  stop() {\n    clearInterval(this.timer)\n  }\n  ngOnDestroy() {\n    this.stop()\n  }\n}",
      errors: [{ messageId: 'overwritten', data: { owner: 'the component' }, line: 9, column: 18, endLine: 9, endColumn: 54, suggestions: [{ messageId: 'clear', data: { place: 'this.timer' }, output: "export class Carousel {\n  ngAfterContentChecked() {\n    if (this.isOver()) {\n      this.stop()\n    }\n    if (this.plays()) this.start()\n  }\n  start() {\n    clearInterval(this.timer)\n    this.timer = setInterval(() => this.next(), 1000)\n  }\n  stop() {\n    clearInterval(this.timer)\n  }\n  ngOnDestroy() {\n    this.stop()\n  }\n}" }] }],
    },
    {
      name: 'an update that starts a second one',
      code: "export class Carousel {\n  ngAfterContentChecked() {\n    if (this.plays()) this.start()\n  }\n  start() {\n    this.timer = setInterval(() => this.next(), 1000)\n  }\n  ngOnDestroy() {\n    clearInterval(this.timer)\n  }\n}",
      errors: [{ messageId: 'overwritten', data: { owner: 'the component' }, line: 6, column: 18, endLine: 6, endColumn: 54, suggestions: [{ messageId: 'clear', data: { place: 'this.timer' }, output: "export class Carousel {\n  ngAfterContentChecked() {\n    if (this.plays()) this.start()\n  }\n  start() {\n    clearInterval(this.timer)\n    this.timer = setInterval(() => this.next(), 1000)\n  }\n  ngOnDestroy() {\n    clearInterval(this.timer)\n  }\n}" }] }],
    },
    {
      name: 'a stream that is no longer read',
      code: "export function GET() {\n  return new Response(new ReadableStream({\n    start(controller) {\n      setInterval(() => controller.enqueue('ping'), 1000)\n    },\n  }))\n}",
      errors: [{ messageId: 'unreleased', data: { owner: 'the stream' }, line: 4, column: 7, endLine: 4, endColumn: 58, suggestions: [] }],
    },
    {
      name: 'a loop that goes on as long as it is configured to',
      code: "class A extends React.Component {\n  componentDidMount() {\n    this.poll()\n  }\n  poll() {\n    if (!this.props.url) return\n    setTimeout(() => this.poll(), 5000)\n  }\n}",
      errors: [{ messageId: 'restarting', data: { owner: "the 'A'" }, line: 7, column: 5, endLine: 7, endColumn: 40, suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "class A extends React.Component {\n  #timer\n  componentDidMount() {\n    this.poll()\n  }\n  poll() {\n    if (!this.props.url) return\n    this.#timer = setTimeout(() => this.poll(), 5000)\n  }\n\n  componentWillUnmount() {\n    clearTimeout(this.#timer)\n  }\n}" }] }],
    },
    {
      name: 'a poll behind a promise',
      code: "class A extends React.Component {\n  componentDidMount() {\n    this.poll()\n  }\n  poll = () => {\n    load().then((text) => {\n      this.setState({ text })\n      this.timer = setTimeout(this.poll, 5000)\n    })\n  }\n}",
      errors: [{ messageId: 'endless', data: { owner: "the 'A'" }, line: 8, column: 20, endLine: 8, endColumn: 47, suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "class A extends React.Component {\n  componentDidMount() {\n    this.poll()\n  }\n  poll = () => {\n    load().then((text) => {\n      this.setState({ text })\n      this.timer = setTimeout(this.poll, 5000)\n    })\n  }\n\n  componentWillUnmount() {\n    clearTimeout(this.timer)\n  }\n}" }] }],
    },
    {
      name: 'a wait for the size of an element, which is 0 for ever when it is gone',
      code: "import { useEffect } from 'react'\nfunction A({ el }) {\n  const wait = () => {\n    const height = el.offsetHeight\n    if (height > 0) return\n    requestAnimationFrame(() => wait())\n  }\n  useEffect(() => {\n    wait()\n  }, [])\n}",
      errors: [{ messageId: 'restarting', data: { owner: 'the effect' }, line: 6, column: 5, endLine: 6, endColumn: 40, suggestions: [] }],
    },
    {
      name: 'a timer that the code stops, but not the end, which stops another',
      code: "class A extends React.Component {\n  componentWillUnmount() {\n    clearTimeout(this.progress)\n  }\n  onReady = () => {\n    clearTimeout(this.check)\n    const duration = this.player.getDuration()\n    if (!duration) this.check = setTimeout(this.onReady, 100)\n  }\n  onPlay = () => {\n    this.progress = setTimeout(this.onPlay, 100)\n  }\n}",
      errors: [{ messageId: 'restarting', data: { owner: "the 'A'" }, line: 8, column: 33, endLine: 8, endColumn: 62, suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "class A extends React.Component {\n  componentWillUnmount() {\n    clearTimeout(this.progress)\n    clearTimeout(this.check)\n  }\n  onReady = () => {\n    clearTimeout(this.check)\n    const duration = this.player.getDuration()\n    if (!duration) this.check = setTimeout(this.onReady, 100)\n  }\n  onPlay = () => {\n    this.progress = setTimeout(this.onPlay, 100)\n  }\n}" }] }],
    },
    {
      name: 'a round of two timers in a component with computed values',
      code: "export default {\n  props: ['delay'],\n  mounted() {\n    this.play()\n  },\n  computed: {\n    many() { return this.slides.length > 1 },\n  },\n  methods: {\n    stop() { clearTimeout(this.timer) },\n    play() {\n      const { delay } = this\n      if (delay && this.many) {\n        this.timer = setTimeout(() => {\n          setTimeout(() => { this.play() }, 30)\n        }, delay)\n      }\n    },\n  },\n}",
      errors: [{ messageId: 'restarting', data: { owner: 'the component' }, line: 14, column: 22, endLine: 16, endColumn: 18, suggestions: [{ messageId: 'release', data: { place: "'beforeUnmount'" }, output: "export default {\n  props: ['delay'],\n  mounted() {\n    this.play()\n  },\n  computed: {\n    many() { return this.slides.length > 1 },\n  },\n  methods: {\n    stop() { clearTimeout(this.timer) },\n    play() {\n      const { delay } = this\n      if (delay && this.many) {\n        this.timer = setTimeout(() => {\n          setTimeout(() => { this.play() }, 30)\n        }, delay)\n      }\n    },\n  },\n  beforeUnmount() {\n    clearTimeout(this.timer)\n  },\n}" }] }],
    },
    {
      name: 'a watcher of settings that VS Code disposes of',
      code: "import * as vscode from 'vscode'\nclass Watcher extends Disposable {\n  constructor() {\n    super()\n    this._register(vscode.workspace.onDidChangeConfiguration(() => this.poll()))\n  }\n  query() {\n    return vscode.workspace.getConfiguration('x').get('queries').find((one) => one.on)?.text\n  }\n  async poll() {\n    const query = this.query()\n    if (!query) return\n    await this.load(query)\n    setTimeout(() => { this.poll() }, 60_000)\n  }\n}",
      errors: [{ messageId: 'restarting', data: { owner: "the 'Watcher'" }, line: 14, column: 5, endLine: 14, endColumn: 46, suggestions: [] }],
    },
    {
      name: 'an interval that a button stops, and not the end of the component',
      code: "class A extends HTMLElement {\n  onPlay() {\n    this.timer = setInterval(() => this.next(), 1000)\n  }\n  onPause() {\n    clearInterval(this.timer)\n  }\n  disconnectedCallback() {\n    this.remove()\n  }\n}",
      errors: [{ messageId: 'unreleased', data: { owner: "the 'A'" }, line: 3, column: 18, endLine: 3, endColumn: 54, suggestions: [{ messageId: 'release', data: { place: "'disconnectedCallback'" }, output: "class A extends HTMLElement {\n  onPlay() {\n    this.timer = setInterval(() => this.next(), 1000)\n  }\n  onPause() {\n    clearInterval(this.timer)\n  }\n  disconnectedCallback() {\n    this.remove()\n    clearInterval(this.timer)\n  }\n}" }] }],
    },
  ],
})
