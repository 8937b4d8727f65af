import * as parser from '@typescript-eslint/parser'
import * as svelte from 'svelte-eslint-parser'
import * as vue from 'vue-eslint-parser'
import rule from '../../src/rules/no-undisposed-resource.ts'
import { testRule } from '../support/rule-tester.ts'

const jsx = { filename: 'Chat.jsx', languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }

testRule('no-undisposed-resource', rule, {
  valid: [
    { name: 'an animation of which its library ends all', code: "import lottie from 'lottie-web'\nexport class Panel extends HTMLElement { connectedCallback() { this.it = lottie.loadAnimation({ container: this }) } disconnectedCallback() { lottie.destroy() } }" },
    { name: 'a thread that a handler of its messages ends by another function', filename: 'a.tsx', code: "import { useEffect, useMemo } from 'react'\nexport function View() {\n  const layout: Worker = useMemo(() => new Worker(new URL('./a.ts', import.meta.url)), [])\n  useEffect(() => {\n    layout.postMessage(1)\n  }, [])\n  useEffect(() => {\n    function done(data) {\n      show(data)\n      layout.terminate()\n    }\n    layout.onmessage = function onMessage(event) {\n      switch (event.data.type) {\n        case 'end':\n          return done(event.data)\n      }\n    }\n  }, [layout])\n  return <p />\n}" },
    { name: 'a lock that the platform takes back when the page is hidden', code: "export class Panel extends HTMLElement { async connectedCallback() { this.it = await navigator.wakeLock.request('screen') } disconnectedCallback() {} }" },
    { name: 'a picture that the collector takes some time', code: 'export async function f(blob, context) { const bitmap = await createImageBitmap(blob); context.drawImage(bitmap, 0, 0) }' },
    { name: 'an override whose base may have nothing to end, as far as is seen', code: "import { LitElement } from 'lit'\nexport class Panel extends LitElement { mouse = new MouseController(this); disconnectedCallback() { this.stop() } }" },
    { name: 'a channel that nothing listens to, which is collected', code: "import { Component } from '@angular/core'\n@Component({ template: '' })\nexport class Connect {\n  tell() { const channel = new BroadcastChannel('connected'); channel.postMessage(true) }\n  ngOnInit() { this.tell() }\n  ngOnDestroy() { this.end() }\n}" },
    { name: 'what a component asks for, which has it then', code: "import * as THREE from 'three'\nexport class Graph extends React.Component {\n  clear() { this.scene.remove(this.grid) }\n  render() { return <ForceGraph nodeThreeObject={(node) => { const geometry = new THREE.SphereGeometry(node.size); const mesh = new THREE.Mesh(geometry); return mesh }} /> }\n  componentWillUnmount() { this.end() }\n}", languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    { name: 'what goes with the whole that it is a part of, which another ends', code: "import * as THREE from 'three'\nexport class Grid {\n  constructor(disposer, world) { this.disposer = disposer; this.world = world; const geometry = new THREE.PlaneGeometry(1, 1); this.mesh = new THREE.Mesh(geometry); world.scene.three.add(this.mesh) }\n  dispose() { this.world.scene.three.remove(this.mesh); this.disposer.destroy(this.mesh) }\n}" },
    { name: 'a computed name that calls the one above', code: "class Base { [Symbol.dispose]() { this.close() } }\nclass Proxy extends Base { [Symbol.dispose]() { this.off(); super[Symbol.dispose]() } }" },
    { name: 'the last chart of the window, which is destroyed first', code: "import Chart from 'chart.js'\ndocument.querySelector('#draw').addEventListener('click', () => {\n  if (window.chart) window.chart.destroy()\n  window.chart = new Chart(canvas, {})\n})" },
    { name: 'a server that tests start', code: "import { open } from 'node:fs/promises'\nexport async function size(path) { const file = await open(path); return (await file.stat()).size }", filename: 'packages/x/test/helpers/size.js' },
    { name: 'a descriptor of a script, which ends with it', filename: 'frontend/i18n-scripts/to-po.js', code: "import { openSync, writeFileSync } from 'node:fs'\nexport function write(path, texts) {\n  const file = openSync(path, 'w')\n  writeFileSync(file, JSON.stringify(texts))\n}" },
    { name: 'the same in what a program is shown with', filename: 'config_examples/pool.js', code: "import { openSync, writeFileSync } from 'node:fs'\nexport function write(path, texts) {\n  const file = openSync(path, 'w')\n  writeFileSync(file, JSON.stringify(texts))\n}" },
    { name: 'a teardown that is written again, but for its marks', code: "class Base { dispose() {\n  return this.tryDispose();\n} tryDispose() { this.worker.terminate() } }\nexport class Own extends Base { dispose() { return this.tryDispose() } }" },
    { name: 'a teardown that is written again word for word', code: "abstract class Command { constructor() { this.disposables = [] } dispose() { disposeAll(this.disposables) } }\nexport class GoTo extends Command { dispose() { disposeAll(this.disposables) } }" },
    // Handles that go on by what their methods answer, are ended by a part, or are only used
    "import L from 'leaflet'\nexport class Place extends HTMLElement {\n  connectedCallback() { this.map = L.map(this).setView([0, 0], 1) }\n  disconnectedCallback() { this.map.remove() }\n}",
    "import { createServer } from 'node:http'\nexport class Preview {\n  constructor() { this.server = createServer(f).listen(0) }\n  dispose() { this.server.close() }\n}",
    "import { createServer } from 'node:http'\nexport class Preview {\n  start() { const server = createServer(f); return server.listen(0) }\n  dispose() {}\n}",
    "export class Panel extends HTMLElement {\n  connectedCallback() { this.worker = new SharedWorker('/w.js') }\n  disconnectedCallback() { this.worker.port.close() }\n}",
    "export class Panel extends HTMLElement {\n  connectedCallback() { this.worker = new SharedWorker('/w.js'); this.port = this.worker.port }\n  disconnectedCallback() { this.worker.port?.close() }\n}",
    "export class Panel extends HTMLElement {\n  connectedCallback() { this.audio = new AudioContext(); this.gain = new GainNode(this.audio) }\n  disconnectedCallback() { this.audio.close() }\n}",
    // What hooks keep, and somebody ends or gets
    ...[
      'const socket = useMemo(() => new WebSocket(url), [url]); useEffect(() => () => socket.close(), [socket])',
      'const [socket] = useState(() => new WebSocket(url)); useEffect(() => () => socket.close(), [])',
      'const socket = useRef(new WebSocket(url)); useEffect(() => () => socket.current?.close(), [])',
      'const [socket, setSocket] = useState(null); useEffect(() => { setSocket(new WebSocket(url)) }, [url]); useEffect(() => () => socket?.close(), [socket])',
      'const socket = useMemo(() => { const made = new WebSocket(url); made.onmessage = read; return made }, [url]); useClosing(socket)',
      'const socket = useMemo(() => new WebSocket(url), [url]); return <Context.Provider value={socket}><Page /></Context.Provider>',
      'const socket = useMemo(() => new WebSocket(url), [url]); return <Chat {...{ socket }} />',
    ].map((body) => ({ code: `import { useEffect, useMemo, useRef, useState } from 'react'\nexport function Chat({ url }) { ${body} }`, ...jsx })),
    "import { useMemo } from 'react'\nexport function useSocket(url) { return useMemo(() => new WebSocket(url), [url]) }",
    "import { useMemo } from 'react'\nexport function useSocket(url) { const socket = useMemo(() => new WebSocket(url), [url]); return socket }",
    { code: "import { createMemo, onCleanup } from 'solid-js'\nexport function Chat(props) { const socket = createMemo(() => new WebSocket(props.url)); onCleanup(() => socket().close()); return <p /> }", ...jsx },
    { code: "<script setup>\nimport { onUnmounted, ref } from 'vue'\nconst socket = ref(new WebSocket(url))\nonUnmounted(() => socket.value.close())\n</script>\n", filename: 'Chat.vue', languageOptions: { parser: vue, parserOptions: { parser } } },
    // A command ends by itself, and so may what is sent its job
    "import { fork, spawn } from 'node:child_process'\nexport class Job {\n  constructor() { const child = fork('./job.js'); child.on('exit', () => f()); this.command = spawn('ls') }\n  dispose() {}\n}",
    "import { fork } from 'node:child_process'\nexport class Job {\n  constructor() { this.child = fork('./job.js') }\n  dispose() { this.child.send('stop') }\n}",
    // One handler at a time: the next replaces it
    "export class Panel extends HTMLElement {\n  connectedCallback() { window.onresize = () => this.render() }\n}",
    // What others may end: a port at its other end, a geometry with its renderer
    "export class Panel extends HTMLElement {\n  connectedCallback() { const channel = new MessageChannel(); channel.port1.onmessage = () => this.render(); parent.postMessage('port', '*', [channel.port2]) }\n}",
    "import * as THREE from 'three'\nexport class Model {\n  constructor() { this.geometry = new THREE.BoxGeometry() }\n  dispose() {}\n}",
    { code: "import { pool } from './pool'\nexport function count(done) {\n  pool.getConnection((error, connection) => {\n    connection.query('a', (failure, rows) => {\n      if (failure) { connection.destroy(); return done(failure) }\n      connection.release()\n      done(null, rows)\n    })\n  })\n}", options: [{ check: 'all' }] },
    { code: "import { pool } from './pool'\nexport function count(done) {\n  pool.getConnection((error, connection) => {\n    if (error) return done(error)\n    connection.query('a', (failure, rows) => {\n      connection.release()\n      if (failure) return done(failure)\n      done(null, rows)\n    })\n  })\n}", options: [{ check: 'all' }] },
    { name: 'terminated by the cleanup', code: `import { useEffect } from 'react'
function A() { useEffect(() => { const w = new Worker('a.js'); return () => w.terminate() }, []) }` },
    { name: 'closed by the cleanup, through a ref', code: `import { useEffect } from 'react'
function A() { const ref = useRef(null); useEffect(() => { ref.current = new WebSocket(url); return () => ref.current?.close() }, []) }` },
    { name: 'closed by its own handler', code: "class A extends HTMLElement { connectedCallback() { this.w = new Worker('a.js'); this.w.onmessage = (e) => { this.f(e); this.w.terminate() } } }" },
    { name: 'made once, when the file is loaded', code: `const socket = new WebSocket(url)
socket.onmessage = (e) => f(e)` },
    { name: 'state of the component, which others may close', code: `import { useEffect } from 'react'
function A() { useEffect(() => { const s = new WebSocket(url); setSocket(s) }, []) }` },
    { name: 'a class of that name of the file', code: `import { useEffect } from 'react'
class Worker {}
function A() { useEffect(() => { new Worker('a.js') }, []) }` },
    { name: 'a worker of another module', code: `import { useEffect } from 'react'
import { Worker } from './worker'
function A() { useEffect(() => { new Worker('a.js') }, []) }` },
    { name: 'using', code: `function f(path) { using fd = openSync(path) }
import { openSync } from 'node:fs'` },
    { name: 'tracks that are stopped', code: 'class A extends HTMLElement { async connectedCallback() { this.stream = await navigator.mediaDevices.getUserMedia({ video: true }) } disconnectedCallback() { this.stream?.getTracks().forEach((track) => track.stop()) } }' },
    { name: 'a stream that a video shows and that is stopped there', code: 'class A extends HTMLElement { connectedCallback() { navigator.mediaDevices.getUserMedia({}).then((stream) => { this.video.srcObject = stream }) } disconnectedCallback() { for (const track of this.video.srcObject.getTracks()) track.stop() } }' },
    { name: 'a watch that is cleared', code: `import { useEffect } from 'react'
function A() { useEffect(() => { const id = navigator.geolocation.watchPosition(f); return () => navigator.geolocation.clearWatch(id) }, []) }` },
    { name: 'closed where it is opened', code: `<script>
export default { name: 'panel', mounted() { reply() } }
function reply() {
  const channel = new BroadcastChannel('a')
  channel.postMessage('b')
  channel.close()
}
</script>
`, filename: 'Panel.vue', languageOptions: { parser: vue, parserOptions: { parser } } },
    { name: 'a class that may be the one of its program', code: "export class Batches { #worker; constructor() { this.#worker = new Worker('a.js') } disconnect() { this.#worker.postMessage('disconnect') } }" },
    { name: 'an event of the editor into a list', code: `import * as vscode from 'vscode'
class A { constructor() { vscode.workspace.onDidChangeTextDocument(() => this.f(), this, this.all) } dispose() { this.all.forEach((one) => one.dispose()) } }` },
    { name: 'an event of the editor that is pushed', code: `import * as vscode from 'vscode'
class A { constructor(context) { context.subscriptions.push(vscode.workspace.onDidChangeTextDocument(() => this.f())) } dispose() {} }` },
    { name: 'an extension that is activated once', code: `import * as vscode from 'vscode'
export function activate() { vscode.workspace.onDidChangeConfiguration(() => load()) }` },
    { name: 'a client that is released', code: `import { pool } from './pool'
export async function f() { const client = await pool.connect(); try { return await client.query("a") } finally { client.release() } }` },
    { name: 'a client that is given on', code: `import { pool } from './pool'
export async function f() { const client = await pool.connect(); await client.query("BEGIN"); return new Transaction(client) }` },
    { name: 'a client of a callback, with what releases it', code: `import { pool } from './pool'
export function f() { pool.connect((error, client, done) => { client.query("a", () => done()) }) }` },
    { name: 'a pool that gives itself', code: `import { pool } from './pool'
export async function f() { const db = await pool.connect(); return db.request().input("a") }` },
    { name: 'a descriptor that is closed', code: `import fs from 'node:fs'
export function f(path) { const fd = fs.openSync(path); const stat = fs.fstatSync(fd); fs.closeSync(fd); return stat }` },
    { name: 'a descriptor that is returned', code: `import fs from 'node:fs'
export function f(path) { const fd = fs.openSync(path); return fd }` },
    { name: 'a descriptor that a stream closes', code: `import fs from 'node:fs'
export function f(path) { const fd = fs.openSync(path); fs.createReadStream('', { fd }).pipe(out) }` },
    { name: 'a descriptor that a child gets', code: `import fs from 'node:fs'
import { spawn } from 'node:child_process'
export function f(path) { const fd = fs.openSync(path); spawn('a', { stdio: ['ignore', fd, fd] }) }` },
    { name: 'a descriptor that a listener writes to, which stays', code: `import fs from 'node:fs'
export function f(path, bus) { const fd = fs.openSync(path, 'w'); bus.on('log', (text) => fs.writeSync(fd, text)) }` },
    { name: 'a descriptor of a function that is returned', code: `import fs from 'node:fs'
export function f(path) { const fd = fs.openSync(path); return (buffer) => fs.readSync(fd, buffer) }` },
    { name: 'a descriptor of the program', code: `import fs from 'node:fs'
const fd = fs.openSync('lock', 'wx')
fs.writeSync(fd, 'a')` },
    { name: 'a handle that is closed in any case', code: `import fs from 'node:fs'
export async function f(path) { const file = await fs.promises.open(path); try { return await file.read() } finally { await file.close() } }`, options: [ { check: 'all' } ] },
    { name: 'a handle that is closed on both ways', code: `import fs from 'node:fs'
export async function f(path) { const file = await fs.promises.open(path); try { await file.read(); await file.close() } catch { await file.close() } }`, options: [ { check: 'all' } ] },
    { name: 'an override that calls the one above', code: `import { LitElement } from 'lit'
class A extends LitElement { disconnectedCallback() { super.disconnectedCallback(); this.f() } }` },
    { name: 'an override of a class of the file that does nothing', code: `class A { dispose() {} }
class B extends A { dispose() { this.f() } }` },
    { name: 'an override of an abstract method', code: `abstract class A { abstract dispose(): void }
class B extends A { dispose() { this.f() } }`, filename: 'file.ts' },
    { name: 'a method without anything above', code: 'class A extends HTMLElement { disconnectedCallback() { this.f() } }' },
    { name: 'a Disposable that was given nothing', code: `import { Disposable } from './lifecycle'
class A extends Disposable { dispose() { this.f() } }` },
    { name: 'a protocol of the user', code: 'class A extends HTMLElement { connectedCallback() { this.lease = db.lease() } disconnectedCallback() { db.giveBack(this.lease) } }', settings: { memory: { resources: [ { acquire: 'db.lease', release: 'db.giveBack' } ] } } },
    { name: 'a class of the user', code: 'class A extends HTMLElement { connectedCallback() { this.s = new Session() } disconnectedCallback() { this.s.end() } }', settings: { memory: { resources: [ { acquire: 'new Session', release: '.end' } ] } } },
    { name: 'a thread that is made for one piece of work', code: `import { Worker } from 'node:worker_threads'
app.post('/import', (request, response) => { const worker = new Worker('./import.js', { workerData: { file: request.file } }); worker.on('exit', () => clean()) })` },
    { name: 'an override of an element that has nothing for its base to end', code: `import { LitElement } from 'lit'
class A extends LitElement { disconnectedCallback() { this.o.disconnect() } }` },
    { name: 'Lit', code: `import { LitElement } from 'lit'
class A extends LitElement { connectedCallback() { super.connectedCallback(); this.s = new EventSource('/a') } disconnectedCallback() { super.disconnectedCallback(); this.s.close() } }` },
    { name: 'React, a class component', code: `import { Component } from 'react'
class A extends Component { componentDidMount() { this.s = new EventSource('/a') } componentWillUnmount() { this.s.close() } }` },
    { name: 'Vue, options', code: `<script>
import * as echarts from 'echarts'
export default { mounted() { this.chart = echarts.init(this.$el) }, beforeUnmount() { this.chart.dispose() } }
</script>
`, filename: 'Panel.vue', languageOptions: { parser: vue, parserOptions: { parser } } },
    { name: 'Vue, a setup', code: `<script setup>
import { onUnmounted } from 'vue'
import { io } from 'socket.io-client'
const socket = io()
onUnmounted(() => socket.disconnect())
</script>
`, filename: 'Panel.vue', languageOptions: { parser: vue, parserOptions: { parser } } },
    { name: 'Svelte', code: `<script>
  import { onMount } from 'svelte'
  onMount(() => {
    const source = new EventSource('/a')
    return () => source.close()
  })
</script>
`, filename: 'Panel.svelte', languageOptions: { parser: svelte, parserOptions: { parser } } },
    { name: 'Solid', code: `import { onCleanup } from 'solid-js'
function Panel() { const channel = new BroadcastChannel('a'); onCleanup(() => channel.close()) }` },
    { name: 'Angular', code: `import { Component } from '@angular/core'
@Component({ selector: 'a' })
class A { socket = new WebSocket(url); ngOnDestroy() { this.socket.close() } }` },
    { name: 'Ember', code: `import Component from '@glimmer/component'
class A extends Component { worker = new Worker('a.js'); willDestroy() { super.willDestroy(...arguments); this.worker.terminate() } }` },
    { name: 'Stencil', code: `import { Component } from '@stencil/core'
@Component({ tag: 'a-b' })
class A { componentWillLoad() { this.worker = new Worker('a.js') } disconnectedCallback() { this.worker.terminate() } }` },
  ],
  invalid: [
    ...[
      'const socket = useMemo(() => new WebSocket(url), [url])',
      'const socket = useMemo(() => { const made = new WebSocket(url); made.onmessage = read; return made }, [url])',
      'const [socket] = useState(() => new WebSocket(url))',
      'const socket = useRef(new WebSocket(url))',
      'const socket = useMemo(() => new WebSocket(url), [url]); useEffect(() => { socket.send(1) }, [socket])',
    ].map((body) => ({
      name: `what a hook keeps: ${body}`,
      code: `import { useEffect, useMemo, useRef, useState } from 'react'\nexport function Chat({ url }) {\n  ${body}\n  return <p />\n}\n`,
      ...jsx,
      errors: [{ messageId: 'undisposed', data: { name: 'WebSocket', owner: 'the component' }, line: 3, column: 3 + body.indexOf('new'), endLine: 3, endColumn: 3 + body.indexOf('new') + 'new WebSocket(url)'.length }],
    })),
    {
      name: 'state that an effect sets',
      code: "import { useEffect, useState } from 'react'\nexport function Chat({ url }) {\n  const [socket, setSocket] = useState(null)\n  useEffect(() => {\n    setSocket(new WebSocket(url))\n  }, [url])\n  return <p />\n}\n",
      ...jsx,
      errors: [{
        messageId: 'undisposed', data: { name: 'WebSocket', owner: 'the effect' }, line: 5, column: 15, endLine: 5, endColumn: 33,
        suggestions: [{
          messageId: 'release', data: { place: 'the cleanup of the effect' },
          output: "import { useEffect, useState } from 'react'\nexport function Chat({ url }) {\n  const [socket, setSocket] = useState(null)\n  useEffect(() => {\n    const socket2 = new WebSocket(url)\n    setSocket(socket2)\n    return () => socket2.close()\n  }, [url])\n  return <p />\n}\n",
        }],
      }],
    },
    {
      name: 'a ref of Vue',
      code: "<script setup>\nimport { ref } from 'vue'\nconst socket = ref(new WebSocket(url))\n</script>\n",
      filename: 'Chat.vue', languageOptions: { parser: vue, parserOptions: { parser } },
      errors: [{
        messageId: 'undisposed', data: { name: 'WebSocket', owner: 'the component' }, line: 3, column: 20, endLine: 3, endColumn: 38,
        suggestions: [{
          messageId: 'release', data: { place: "'onUnmounted'" },
          output: "<script setup>\nimport { ref, onUnmounted } from 'vue'\nconst socket = ref(new WebSocket(url))\nonUnmounted(() => socket.value.close())\n</script>\n",
        }],
      }],
    },
    {
      name: 'React, an effect',
      code: `import { useEffect } from 'react'
export function Panel() {
  useEffect(() => {
    const worker = new Worker('count.js')
    worker.onmessage = (event) => setCount(event.data)
  }, [])
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'Worker', owner: 'the effect' }, line: 4, column: 20, endLine: 4, endColumn: 42,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
export function Panel() {
  useEffect(() => {
    const worker = new Worker('count.js')
    worker.onmessage = (event) => setCount(event.data)
    return () => worker.terminate()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'React, through a ref',
      code: `import { useEffect } from 'react'
export function Panel({ url }) {
  const ref = useRef(null)
  useEffect(() => {
    ref.current = new WebSocket(url)
  }, [url])
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'WebSocket', owner: 'the effect' }, line: 5, column: 19, endLine: 5, endColumn: 37,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
export function Panel({ url }) {
  const ref = useRef(null)
  useEffect(() => {
    ref.current = new WebSocket(url)
    return () => ref.current.close()
  }, [url])
}
` },
          ],
        },
      ],
    },
    {
      name: 'React, a handler',
      code: `import { useEffect } from 'react'
export function Bell() {
  const ring = () => {
    const audio = new (window.AudioContext || window.webkitAudioContext)()
    audio.createOscillator().start()
  }
  return createElement('button', { onClick: ring })
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'window.AudioContext', owner: 'the component' }, line: 4, column: 19, endLine: 4, endColumn: 75,
        },
      ],
    },
    {
      name: 'React, a class component',
      code: `import { Component } from 'react'
export class Panel extends Component {
  componentDidMount() {
    this.source = new EventSource('/events')
  }
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'EventSource', owner: "the 'Panel'" }, line: 4, column: 19, endLine: 4, endColumn: 45,
          suggestions: [
            { messageId: 'release', data: { place: "'componentWillUnmount'" }, output: `import { Component } from 'react'
export class Panel extends Component {
  componentDidMount() {
    this.source = new EventSource('/events')
  }

  componentWillUnmount() {
    this.source?.close()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a class that ends',
      code: `export class Room {
  constructor(private name: string) {
    new BroadcastChannel(name).onmessage = (event) => this.show(event)
    navigator.geolocation.watchPosition((position) => this.move(position))
  }

  destroy() {
    this.items = []
  }
}
`,
      filename: 'file.ts',
      errors: [
        {
          messageId: 'undisposed', data: { name: 'navigator.geolocation.watchPosition', owner: "the 'Room'" }, line: 4, column: 5, endLine: 4, endColumn: 75,
          suggestions: [
            { messageId: 'release', data: { place: "'destroy'" }, output: `export class Room {
  #watch = 0
  constructor(private name: string) {
    new BroadcastChannel(name).onmessage = (event) => this.show(event)
    this.#watch = navigator.geolocation.watchPosition((position) => this.move(position))
  }

  destroy() {
    this.items = []
    navigator.geolocation.clearWatch(this.#watch)
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a custom element',
      code: `export class Camera extends HTMLElement {
  async connectedCallback() {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: true })
  }
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'navigator.mediaDevices.getUserMedia', owner: "the 'Camera'" }, line: 3, column: 25, endLine: 3, endColumn: 77,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `export class Camera extends HTMLElement {
  async connectedCallback() {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: true })
  }

  disconnectedCallback() {
    this.stream?.getTracks().forEach((track) => track.stop())
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a stream of a promise',
      code: `export class Camera extends HTMLElement {
  connectedCallback() {
    navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => {
      this.video.srcObject = stream
    })
  }
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'navigator.mediaDevices.getUserMedia', owner: "the 'Camera'" }, line: 3, column: 5, endLine: 3, endColumn: 57,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `export class Camera extends HTMLElement {
  connectedCallback() {
    navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => {
      this.video.srcObject = stream
    })
  }

  disconnectedCallback() {
    this.video.srcObject?.getTracks().forEach((track) => track.stop())
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
export class Peer extends LitElement {
  connectedCallback() {
    super.connectedCallback()
    this.peer = new RTCPeerConnection()
  }
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'RTCPeerConnection', owner: "the 'Peer'" }, line: 5, column: 17, endLine: 5, endColumn: 40,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `import { LitElement } from 'lit'
export class Peer extends LitElement {
  connectedCallback() {
    super.connectedCallback()
    this.peer = new RTCPeerConnection()
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.peer?.close()
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
import * as echarts from 'echarts'
export default {
  name: 'panel',
  mounted() {
    this.chart = echarts.init(this.$el)
    this.chart.setOption(this.options)
  },
}
</script>
`,
      filename: 'Panel.vue',
      languageOptions: { parser: vue, parserOptions: { parser } },
      errors: [
        {
          messageId: 'undisposed', data: { name: 'echarts.init', owner: 'the component' }, line: 6, column: 18, endLine: 6, endColumn: 40,
          suggestions: [
            { messageId: 'release', data: { place: "'beforeUnmount'" }, output: `<script>
import * as echarts from 'echarts'
export default {
  name: 'panel',
  mounted() {
    this.chart = echarts.init(this.$el)
    this.chart.setOption(this.options)
  },
  beforeUnmount() {
    this.chart?.dispose()
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
import io from 'socket.io-client'
onMounted(() => {
  const socket = io('/rooms')
  socket.on('message', show)
})
</script>
`,
      filename: 'Panel.vue',
      languageOptions: { parser: vue, parserOptions: { parser } },
      errors: [
        {
          messageId: 'undisposed', data: { name: 'io', owner: 'the component' }, line: 5, column: 18, endLine: 5, endColumn: 30,
          suggestions: [
            { messageId: 'release', data: { place: "'onUnmounted'" }, output: `<script setup>
import { onMounted, onUnmounted } from 'vue'
import io from 'socket.io-client'
onMounted(() => {
  const socket = io('/rooms')
  onUnmounted(() => socket.disconnect())
  socket.on('message', show)
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
  import Chart from 'chart.js/auto'
  let canvas
  onMount(() => {
    new Chart(canvas, { type: 'bar', data })
  })
</script>
`,
      filename: 'Panel.svelte',
      languageOptions: { parser: svelte, parserOptions: { parser } },
      errors: [
        {
          messageId: 'undisposed', data: { name: 'Chart', owner: 'the component' }, line: 6, column: 5, endLine: 6, endColumn: 45,
          suggestions: [
            { messageId: 'release', data: { place: "the cleanup of 'onMount'" }, output: `<script>
  import { onMount } from 'svelte'
  import Chart from 'chart.js/auto'
  let canvas
  onMount(() => {
    const chart = new Chart(canvas, { type: 'bar', data })
    return () => chart.destroy()
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
import mapboxgl from 'mapbox-gl'
export function Panel() {
  let node
  onMount(() => {
    const map = new mapboxgl.Map({ container: node })
    map.on('load', () => draw(map.getBounds()))
  })
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'mapboxgl.Map', owner: 'the component' }, line: 6, column: 17, endLine: 6, endColumn: 54,
          suggestions: [
            { messageId: 'release', data: { place: "'onCleanup'" }, output: `import { onMount, onCleanup } from 'solid-js'
import mapboxgl from 'mapbox-gl'
export function Panel() {
  let node
  onMount(() => {
    const map = new mapboxgl.Map({ container: node })
    onCleanup(() => map.remove())
    map.on('load', () => draw(map.getBounds()))
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
import * as monaco from 'monaco-editor'
@Component({ selector: 'a-panel', template: '' })
export class PanelComponent {
  ngAfterViewInit() {
    this.editor = monaco.editor.create(this.host, {})
  }
}
`,
      filename: 'panel.component.ts',
      errors: [
        {
          messageId: 'undisposed', data: { name: 'monaco.editor.create', owner: "the 'PanelComponent'" }, line: 6, column: 19, endLine: 6, endColumn: 54,
          suggestions: [
            { messageId: 'release', data: { place: "'ngOnDestroy'" }, output: `import { Component } from '@angular/core'
import * as monaco from 'monaco-editor'
@Component({ selector: 'a-panel', template: '' })
export class PanelComponent {
  ngAfterViewInit() {
    this.editor = monaco.editor.create(this.host, {})
  }

  ngOnDestroy() {
    this.editor?.dispose()
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
    this.worker = new Worker('a.js')
  }
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'Worker', owner: "the 'Panel'" }, line: 5, column: 19, endLine: 5, endColumn: 37,
          suggestions: [
            { messageId: 'release', data: { place: "'willDestroy'" }, output: `import Component from '@glimmer/component'
export default class Panel extends Component {
  constructor() {
    super(...arguments)
    this.worker = new Worker('a.js')
  }

  willDestroy() {
    super.willDestroy(...arguments)
    this.worker?.terminate()
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
  worker
  componentDidLoad() {
    this.worker = new Worker('a.js')
  }

  disconnectedCallback() {
    this.stop()
  }
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'Worker', owner: "the 'Panel'" }, line: 6, column: 19, endLine: 6, endColumn: 37,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `import { Component } from '@stencil/core'
@Component({ tag: 'a-panel' })
export class Panel {
  worker
  componentDidLoad() {
    this.worker = new Worker('a.js')
  }

  disconnectedCallback() {
    this.stop()
    this.worker?.terminate()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'an event of the editor',
      code: `import * as vscode from 'vscode'
export class Panel {
  constructor(private view: vscode.WebviewPanel) {
    vscode.workspace.onDidChangeTextDocument((event) => this.show(event))
  }

  dispose() {
    this.view.dispose()
  }
}
`,
      filename: 'file.ts',
      errors: [
        {
          messageId: 'undisposed', data: { name: 'vscode.workspace.onDidChangeTextDocument', owner: "the 'Panel'" }, line: 4, column: 5, endLine: 4, endColumn: 74,
          suggestions: [
            { messageId: 'release', data: { place: "'dispose'" }, output: `import * as vscode from 'vscode'
export class Panel {
  #listener?: { dispose(): void }
  constructor(private view: vscode.WebviewPanel) {
    this.#listener = vscode.workspace.onDidChangeTextDocument((event) => this.show(event))
  }

  dispose() {
    this.view.dispose()
    this.#listener?.dispose()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a client that is never released',
      code: `import { pool } from './pool'
export async function count() {
  const client = await pool.connect()
  const { rows } = await client.query("select count(*)")
  return rows[0]
}
`,
      errors: [
        {
          messageId: 'forgotten', data: { name: 'pool.connect' }, line: 3, column: 24, endLine: 3, endColumn: 38,
          suggestions: [
            { messageId: 'release', data: { place: "'finally'" }, output: `import { pool } from './pool'
export async function count() {
  const client = await pool.connect()
  try {
    const { rows } = await client.query("select count(*)")
    return rows[0]
  } finally {
    client.release()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'promises of what a client is asked, which are awaited before it goes',
      code: `import { pool } from './pool'
export async function find(id) {
  const client = await pool.connect()
  if (id) return client.query("select 1", [id])
  return client.query("select 2").then(({ rows }) => rows)
}
`,
      errors: [
        {
          messageId: 'forgotten', data: { name: 'pool.connect' }, line: 3, column: 24, endLine: 3, endColumn: 38,
          suggestions: [
            { messageId: 'release', data: { place: "'finally'" }, output: `import { pool } from './pool'
export async function find(id) {
  const client = await pool.connect()
  try {
    if (id) return await client.query("select 1", [id])
    return await client.query("select 2").then(({ rows }) => rows)
  } finally {
    client.release()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a client that its own callback still asks, so that finally would come too early',
      code: `import { pool } from './pool'
export async function find(done) {
  const client = await pool.connect()
  client.query("select 1", (error, rows) => { done(rows); client.query("select 2") })
}
`,
      errors: [{ messageId: 'forgotten', data: { name: 'pool.connect' }, line: 3, column: 24, endLine: 3, endColumn: 38, suggestions: [] }],
    },
    {
      name: 'a descriptor that is read from later',
      code: `import fs from 'node:fs'
export function read(path, done) {
  const fd = fs.openSync(path)
  fs.read(fd, Buffer.alloc(8), 0, 8, 0, (error, size, buffer) => done(buffer))
}
`,
      errors: [{ messageId: 'forgotten', data: { name: 'fs.openSync' }, line: 3, column: 14, endLine: 3, endColumn: 31, suggestions: [] }],
    },
    {
      name: 'a descriptor that callbacks use in place',
      code: `import fs from 'node:fs'
export function write(path, names) {
  const fd = fs.openSync(path, 'w')
  names.forEach((name) => fs.writeSync(fd, name))
}
`,
      errors: [
        {
          messageId: 'forgotten', data: { name: 'fs.openSync' }, line: 3, column: 14, endLine: 3, endColumn: 36,
          suggestions: [
            { messageId: 'release', data: { place: "'finally'" }, output: `import fs from 'node:fs'
export function write(path, names) {
  const fd = fs.openSync(path, 'w')
  try {
    names.forEach((name) => fs.writeSync(fd, name))
  } finally {
    fs.closeSync(fd)
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a connection of a callback',
      code: `import { pool } from './pool'
export function count(done) {
  pool.getConnection((error, connection) => {
    connection.query("select count(*)", done)
  })
}
`,
      errors: [
        {
          messageId: 'forgotten', data: { name: 'pool.getConnection' }, line: 3, column: 3, endLine: 5, endColumn: 5,
        },
      ],
    },
    {
      name: 'a descriptor that is never closed',
      code: `import fs from 'node:fs'
export function read(path) {
  const fd = fs.openSync(path)
  const buffer = Buffer.alloc(8)
  fs.readSync(fd, buffer)
  return buffer
}
`,
      errors: [
        {
          messageId: 'forgotten', data: { name: 'fs.openSync' }, line: 3, column: 14, endLine: 3, endColumn: 31,
          suggestions: [
            { messageId: 'release', data: { place: "'finally'" }, output: `import fs from 'node:fs'
export function read(path) {
  const fd = fs.openSync(path)
  try {
    const buffer = Buffer.alloc(8)
    fs.readSync(fd, buffer)
    return buffer
  } finally {
    fs.closeSync(fd)
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a descriptor by an imported function',
      code: `import { openSync, readSync } from 'fs'
export function read(path, buffer) {
  const fd = openSync(path)
  readSync(fd, buffer)
}
`,
      errors: [
        {
          messageId: 'forgotten', data: { name: 'openSync' }, line: 3, column: 14, endLine: 3, endColumn: 28,
        },
      ],
    },
    {
      name: 'a handle that is never closed',
      code: `import { open } from 'node:fs/promises'
export async function size(path) {
  const file = await open(path)
  return (await file.stat()).size
}
`,
      errors: [
        {
          messageId: 'forgotten', data: { name: 'open' }, line: 3, column: 22, endLine: 3, endColumn: 32,
          suggestions: [
            { messageId: 'release', data: { place: "'finally'" }, output: `import { open } from 'node:fs/promises'
export async function size(path) {
  const file = await open(path)
  try {
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'an error before the release',
      code: `import { pool } from './pool'
export async function count() {
  const client = await pool.connect()
  const { rows } = await client.query("select count(*)")
  log(rows)
  client.release()
}
`,
      options: [ { check: 'all' } ],
      errors: [
        {
          messageId: 'skipped', data: { release: 'client.release' }, line: 3, column: 24, endLine: 3, endColumn: 38,
          suggestions: [
            { messageId: 'release', data: { place: "'finally'" }, output: `import { pool } from './pool'
export async function count() {
  const client = await pool.connect()
  try {
    const { rows } = await client.query("select count(*)")
    log(rows)
  } finally {
    client.release()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a name that is returned behind the release',
      code: `import fs from 'node:fs'
export async function head(path) {
  const file = await fs.promises.open(path)
  const { buffer } = await file.read()
  await file.close()
  return buffer
}
`,
      options: [ { check: 'all' } ],
      errors: [
        {
          messageId: 'skipped', data: { release: 'file.close' }, line: 3, column: 22, endLine: 3, endColumn: 44,
          suggestions: [
            {
              messageId: 'release', data: { place: "'finally'" }, output: `import fs from 'node:fs'
export async function head(path) {
  const file = await fs.promises.open(path)
  try {
    const { buffer } = await file.read()
    return buffer
  } finally {
    await file.close()
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a name that is used behind the release',
      code: `import fs from 'node:fs'
export async function head(path) {
  const file = await fs.promises.open(path)
  const { buffer } = await file.read()
  await file.close()
  return parse(buffer)
}
`,
      options: [ { check: 'all' } ],
      errors: [
        {
          messageId: 'skipped', data: { release: 'file.close' }, line: 3, column: 22, endLine: 3, endColumn: 44,
        },
      ],
    },
    {
      name: 'a client that an error in the callback of its query leaves',
      code: `import { pool } from './pool'
export function count(done) {
  pool.getConnection((error, connection) => {
    if (error) return done(error)
    connection.query('select count(*)', (failure, rows) => {
      if (failure) return done(failure)
      connection.release()
      done(null, rows)
    })
  })
}
`,
      options: [ { check: 'all' } ],
      errors: [
        {
          messageId: 'skipped', data: { release: 'connection.release' }, line: 3, column: 3, endLine: 10, endColumn: 5,
        },
      ],
    },
    {
      name: 'a shared worker, whose port ends it',
      code: `export class Panel extends HTMLElement {
  connectedCallback() {
    this.worker = new SharedWorker('/worker.js')
    this.worker.port.onmessage = () => this.render()
  }
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'SharedWorker', owner: "the 'Panel'" }, line: 3, column: 19, endLine: 3, endColumn: 49,
          suggestions: [
            {
              messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `export class Panel extends HTMLElement {
  connectedCallback() {
    this.worker = new SharedWorker('/worker.js')
    this.worker.port.onmessage = () => this.render()
  }

  disconnectedCallback() {
    this.worker?.port.close()
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a map whose methods answer with it',
      code: `import L from 'leaflet'
import { useEffect, useRef } from 'react'
export function Place({ at }) {
  const ref = useRef(null)
  useEffect(() => {
    L.map(ref.current).setView(at, 13)
  }, [at])
  return <div ref={ref} />
}
`,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      errors: [
        {
          messageId: 'undisposed', data: { name: 'L.map', owner: 'the effect' }, line: 6, column: 5, endLine: 6, endColumn: 23,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import L from 'leaflet'
import { useEffect, useRef } from 'react'
export function Place({ at }) {
  const ref = useRef(null)
  useEffect(() => {
    const map = L.map(ref.current).setView(at, 13)
    return () => map.remove()
  }, [at])
  return <div ref={ref} />
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'controls of three.js, nodes of an audio context, and a forked process',
      code: `import { fork } from 'node:child_process'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
export class View {
  constructor(camera, canvas) {
    this.controls = new OrbitControls(camera, canvas)
    this.audio = new AudioContext()
    this.gain = new GainNode(this.audio)
    this.child = fork('./server.js')
  }
  dispose() {
    this.camera = null
  }
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: 'OrbitControls', owner: "the 'View'" }, line: 5, column: 21, endLine: 5, endColumn: 54,
          suggestions: [
            {
              messageId: 'release', data: { place: "'dispose'" }, output: `import { fork } from 'node:child_process'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
export class View {
  constructor(camera, canvas) {
    this.controls = new OrbitControls(camera, canvas)
    this.audio = new AudioContext()
    this.gain = new GainNode(this.audio)
    this.child = fork('./server.js')
  }
  dispose() {
    this.camera = null
    this.controls?.dispose()
  }
}
`,
            },
          ],
        },
        {
          messageId: 'undisposed', data: { name: 'AudioContext', owner: "the 'View'" }, line: 6, column: 18, endLine: 6, endColumn: 36,
          suggestions: [
            {
              messageId: 'release', data: { place: "'dispose'" }, output: `import { fork } from 'node:child_process'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
export class View {
  constructor(camera, canvas) {
    this.controls = new OrbitControls(camera, canvas)
    this.audio = new AudioContext()
    this.gain = new GainNode(this.audio)
    this.child = fork('./server.js')
  }
  dispose() {
    this.camera = null
    this.audio?.close()
  }
}
`,
            },
          ],
        },
        {
          messageId: 'undisposed', data: { name: 'fork', owner: "the 'View'" }, line: 8, column: 18, endLine: 8, endColumn: 37,
          suggestions: [
            {
              messageId: 'release', data: { place: "'dispose'" }, output: `import { fork } from 'node:child_process'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
export class View {
  constructor(camera, canvas) {
    this.controls = new OrbitControls(camera, canvas)
    this.audio = new AudioContext()
    this.gain = new GainNode(this.audio)
    this.child = fork('./server.js')
  }
  dispose() {
    this.camera = null
    this.child?.kill()
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a provider of a language, for each editor',
      code: `import { useEffect } from 'react'
import * as monaco from 'monaco-editor'
export function useNames(names) {
  useEffect(() => {
    monaco.languages.registerCompletionItemProvider('sql', { provideCompletionItems: () => names })
  }, [names])
}
`,
      errors: [
        {
          messageId: 'undisposed', data: { name: '….registerCompletionItemProvider', owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 100,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
import * as monaco from 'monaco-editor'
export function useNames(names) {
  useEffect(() => {
    const provider = monaco.languages.registerCompletionItemProvider('sql', { provideCompletionItems: () => names })
    return () => provider.dispose()
  }, [names])
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an override of an element',
      code: `import { LitElement } from 'lit'
export class Panel extends LitElement {
  mouse = new MouseController(this)
  disconnectedCallback() {
    this.stop()
  }
}
`,
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'hidden', data: { name: 'disconnectedCallback', base: 'LitElement' }, line: 4, column: 3, endLine: 4, endColumn: 23,
          suggestions: [
            { messageId: 'call', data: { name: 'disconnectedCallback' }, output: `import { LitElement } from 'lit'
export class Panel extends LitElement {
  mouse = new MouseController(this)
  disconnectedCallback() {
    this.stop()
    super.disconnectedCallback()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'an override of a class of the file',
      code: `class Base {
  dispose() {
    this.socket.close()
  }
}

export class Panel extends Base {
  async dispose() {
    await this.save()
  }
}
`,
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'hidden', data: { name: 'dispose', base: 'Base' }, line: 8, column: 9, endLine: 8, endColumn: 16,
          suggestions: [
            { messageId: 'call', data: { name: 'dispose' }, output: `class Base {
  dispose() {
    this.socket.close()
  }
}

export class Panel extends Base {
  async dispose() {
    await this.save()
    await super.dispose()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'an override of what others were registered with',
      code: `import { Disposable } from './lifecycle'
export class Panel extends Disposable {
  constructor(bus: Bus) {
    super()
    this._register(bus.onMessage(() => this.show()))
  }
  override dispose(): void {
    this.clear()
  }
}
`,
      filename: 'file.ts',
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'hidden', data: { name: 'dispose', base: 'Disposable' }, line: 7, column: 12, endLine: 7, endColumn: 19,
          suggestions: [
            { messageId: 'call', data: { name: 'dispose' }, output: `import { Disposable } from './lifecycle'
export class Panel extends Disposable {
  constructor(bus: Bus) {
    super()
    this._register(bus.onMessage(() => this.show()))
  }
  override dispose(): void {
    this.clear()
    super.dispose()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a class of the user',
      code: `export class Panel extends HTMLElement {
  connectedCallback() {
    this.session = new Session()
  }
}
`,
      settings: { memory: { resources: [ { acquire: 'new Session', release: '.end' } ] } },
      errors: [
        {
          messageId: 'undisposed', data: { name: 'Session', owner: "the 'Panel'" }, line: 3, column: 20, endLine: 3, endColumn: 33,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `export class Panel extends HTMLElement {
  connectedCallback() {
    this.session = new Session()
  }

  disconnectedCallback() {
    this.session?.end()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'a protocol of the user',
      code: `export class Panel extends HTMLElement {
  connectedCallback() {
    this.lease = db.lease()
  }
}
`,
      settings: { memory: { resources: [ { acquire: 'db.lease', release: 'db.giveBack' } ] } },
      errors: [
        {
          messageId: 'undisposed', data: { name: 'db.lease', owner: "the 'Panel'" }, line: 3, column: 18, endLine: 3, endColumn: 28,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `export class Panel extends HTMLElement {
  connectedCallback() {
    this.lease = db.lease()
  }

  disconnectedCallback() {
    db.giveBack(this.lease)
  }
}
` },
          ],
        },
      ],
    },
  ],
})

/** Rows of the table: what the file imports, what is acquired, the release that the repair writes and others that count. */
const rows: [imports: string, acquired: string, release: string, ...others: string[]][] = [
  ["import { Worker } from 'node:worker_threads'", "new Worker('a.js')", 'this.it?.terminate()'],
  ["import WebSocket from 'ws'", 'new WebSocket(url)', 'this.it?.close()', 'this.it.terminate()'],
  ["import { WebSocket } from 'ws'", 'new WebSocket(url)', 'this.it?.close()'],
  ["import http from 'node:http'", 'http.createServer(f)', 'this.it?.close()'],
  ["import { createServer } from 'node:net'", 'createServer(f)', 'this.it?.close()'],
  ['', 'new Accelerometer({ frequency: 60 })', 'this.it?.stop()'],
  ['', 'new AbsoluteOrientationSensor()', 'this.it?.stop()'],
  ['', "await navigator.wakeLock.request('screen')", 'this.it?.release()'],
  ["import L from 'leaflet'", 'L.map(this)', 'this.it?.remove()'],
  ["import lottie from 'lottie-web'", 'lottie.loadAnimation({ container: this })', 'this.it?.destroy()'],
  ["import videojs from 'video.js'", 'videojs(this.video)', 'this.it?.dispose()'],
  ["import Hls from 'hls.js'", 'new Hls()', 'this.it?.destroy()'],
  ["import { Howl } from 'howler'", 'new Howl({ src })', 'this.it?.unload()'],
  ["import Konva from 'konva'", 'new Konva.Stage({ container: this })', 'this.it?.destroy()'],
  ["import { Application } from 'pixi.js'", 'new Application()', 'this.it?.destroy()'],
  ["import Phaser from 'phaser'", 'new Phaser.Game(config)', 'this.it?.destroy()'],
  ["import { EditorView } from '@codemirror/view'", 'new EditorView({ parent: this })', 'this.it?.destroy()'],
  ["import { Editor } from '@tiptap/core'", 'new Editor({ element: this })', 'this.it?.destroy()'],
  ["import * as THREE from 'three'", 'new THREE.WebGLRenderer()', 'this.it?.dispose()', 'this.it.forceContextLoss()'],
  ["import { WebGLRenderTarget } from 'three'", 'new WebGLRenderTarget(1, 1)', 'this.it?.dispose()'],
  ["import * as vscode from 'vscode'", "vscode.commands.registerCommand('a', f)", 'this.it?.dispose()'],
  ["import { window } from 'vscode'", 'window.createStatusBarItem()', 'this.it?.dispose()'],
  ["import * as vscode from 'vscode'", "vscode.workspace.createFileSystemWatcher('**')", 'this.it?.dispose()'],
  ["import * as monaco from 'monaco-editor'", 'monaco.editor.onDidCreateModel(f)', 'this.it?.dispose()'],
  ["import { WebSocketServer } from 'ws'", 'new WebSocketServer({ port: 80 })', 'this.it?.close()'],
  ["import dgram from 'node:dgram'", "dgram.createSocket('udp4')", 'this.it?.close()'],
  ['', 'new VideoDecoder({ output, error })', 'this.it?.close()'],
  ["import { supabase } from './supabase'", "supabase.channel('a').on('broadcast', {}, f).subscribe()", 'this.it?.unsubscribe()', 'supabase.removeChannel(this.it)'],
  ["import { effectScope } from 'vue'", 'effectScope(true)', 'this.it?.stop()'],
]

const panel = (imports: string, acquired: string, ending: string): string => `${imports}
class Panel extends HTMLElement {
  async connectedCallback() {
    this.it = ${acquired}
  }
  disconnectedCallback() {
    this.count = 0
${ending}  }
}
`

const valuesOf = (acquired: string): { name: string; start: number; end: number } => {
  const call = acquired.replace(/^await /, '').replace(/\)\.on\(.*$/, ')')
  const start = 14 + (acquired.startsWith('await ') ? 'await '.length : 0)
  return { name: call.replace(/^new /, '').replace(/\(.*$/, ''), start, end: start + call.length }
}

testRule('no-undisposed-resource', rule, {
  valid: [
    ...rows.flatMap(([imports, acquired, ...releases]) => releases.map((release) => ({ name: `${acquired}: ${release}`, code: panel(imports, acquired, `    ${release}\n`) }))),
    ...rows.map(([imports, acquired]) => ({ name: `${acquired}: given to its owner`, code: panel(imports, acquired, '').replace('this.it = ', 'this.owner.add(').replace('\n  }\n  dis', ')\n  }\n  dis') })),
    ...rows.map(([imports, acquired]) => ({ name: `${acquired}: once`, code: `${imports}\nexport const it = ${acquired}` })),
    { name: 'a server that is given another', code: panel("import { WebSocketServer } from 'ws'", 'new WebSocketServer({ server: this.server })', '') },
    { name: 'a scope of the one around it', code: panel("import { effectScope } from 'vue'", 'effectScope()', '') },
    { name: 'a channel of another kind', code: panel("import { amqp } from './amqp'", "amqp.channel('a').subscribe()", '') },
    { name: 'a port that is taken out and closed', code: "class A extends HTMLElement { connectedCallback() { const { port } = new SharedWorker('a.js'); this.port = port } disconnectedCallback() { this.port.close() } }" },
    { name: 'a descriptor in a field', code: "import fs from 'node:fs'\nexport class Log { constructor(path) { this.fd = fs.openSync(path) } write(text) { fs.writeSync(this.fd, text) } close() { fs.closeSync(this.fd) } destroy() { this.close() } }" },
    { name: 'a class that closes what it keeps', code: "export class Pool { #worker; constructor() { this.#worker = new Worker('a.js') } close() { this.#worker.terminate() } }", options: [{ check: 'all' }] },
    { name: 'a field that others see', code: "export class Pool { constructor() { this.worker = new Worker('a.js') } }", options: [{ check: 'all' }] },
    { name: 'a class of which there is one', code: "class Pool { #worker; constructor() { this.#worker = new Worker('a.js') } }\nexport const pool = new Pool()", options: [{ check: 'all' }] },
    { name: 'a class with another above it', code: "export class Pool extends Base { #worker; constructor() { super(); this.#worker = new Worker('a.js') } }", options: [{ check: 'all' }] },
    { name: 'a field that is given away', code: "export class Pool { #worker; constructor(all) { this.#worker = new Worker('a.js'); all.push(this.#worker) } }", options: [{ check: 'all' }] },
    { name: 'a field that closes itself', code: "export class Pool { #worker; run() { this.#worker = new Worker('a.js'); this.#worker.onmessage = () => this.#worker.terminate() } }", options: [{ check: 'all' }] },
    { name: 'kept where only the certain is asked', code: "export class Pool { #worker; constructor() { this.#worker = new Worker('a.js') } }" },
    { name: 'what ends with the server that it is attached to', code: "import { WebSocketServer } from 'ws'\nclass A { start(server) { const sockets = new WebSocketServer({ server }); sockets.on('connection', f) } dispose() { this.server.close() } }" },
    { name: 'a picture that is closed', code: 'export async function f(blob, context) { const bitmap = await createImageBitmap(blob); context.drawImage(bitmap, 0, 0); bitmap.close() }' },
    { name: 'a picture that is sent', code: 'export async function f(blob, port) { const bitmap = await createImageBitmap(blob); port.postMessage(bitmap, [bitmap]) }' },
    { name: 'a picture that is returned', code: 'export async function f(blob) { const bitmap = await createImageBitmap(blob); return { bitmap } }' },
    { name: 'a picture that is kept', code: 'export async function f(blob, cache) { const bitmap = await createImageBitmap(blob); cache.set(blob, bitmap) }' },
    { name: 'a frame that is enqueued', code: 'export function f(canvas, controller) { const frame = new VideoFrame(canvas); controller.enqueue(frame) }' },
    { name: 'a frame of another library', code: "import { VideoFrame } from './video'\nexport function f(canvas) { const frame = new VideoFrame(canvas); encoder.encode(frame) }" },
  ],
  invalid: [
    ...rows.map(([imports, acquired, release]) => {
      const { name, start, end } = valuesOf(acquired)
      return {
        name: `${acquired}: not released`,
        code: panel(imports, acquired, ''),
        ...(acquired.includes('wakeLock') && { options: [{ check: 'all' }] }), // the platform takes it back when the page is hidden
        errors: [{
          messageId: 'undisposed', data: { name, owner: "the 'Panel'" }, line: 4, column: start + 1, endLine: 4, endColumn: end + 1,
          suggestions: [{ messageId: 'release', data: { place: "'disconnectedCallback'" }, output: panel(imports, acquired, `    ${release}\n`) }],
        }],
      }
    }),
    {
      name: 'a descriptor in a field, which is only used',
      code: "import fs from 'node:fs'\nexport class Log {\n  constructor(path) {\n    this.fd = fs.openSync(path)\n  }\n  write(text) { fs.writeSync(this.fd, text) }\n  destroy() {\n    this.path = null\n  }\n}\n",
      errors: [{
        messageId: 'undisposed', data: { name: 'fs.openSync', owner: "the 'Log'" }, line: 4, column: 15, endLine: 4, endColumn: 32,
        suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import fs from 'node:fs'\nexport class Log {\n  constructor(path) {\n    this.fd = fs.openSync(path)\n  }\n  write(text) { fs.writeSync(this.fd, text) }\n  destroy() {\n    this.path = null\n    fs.closeSync(this.fd)\n  }\n}\n" }],
      }],
    },
    {
      name: 'a stream of a promise, in a variable of the effect',
      code: "import { useEffect } from 'react'\nexport function Camera() {\n  useEffect(() => {\n    let own\n    navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => { own = stream })\n  }, [])\n}\n",
      errors: [{
        messageId: 'undisposed', data: { name: 'navigator.mediaDevices.getUserMedia', owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 57,
        suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nexport function Camera() {\n  useEffect(() => {\n    let own\n    navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => { own = stream })\n    return () => own?.getTracks().forEach((track) => track.stop())\n  }, [])\n}\n" }],
      }],
    },
    {
      name: 'a stream of a promise, in a variable of the setup',
      code: "import { onMounted } from 'vue'\nexport default {\n  setup() {\n    let own\n    onMounted(() => {\n      navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => { own = stream })\n    })\n  }\n}\n",
      errors: [{
        messageId: 'undisposed', data: { name: 'navigator.mediaDevices.getUserMedia', owner: 'the component' }, line: 6, column: 7, endLine: 6, endColumn: 59,
        suggestions: [{ messageId: 'release', data: { place: "'onUnmounted'" }, output: "import { onMounted, onUnmounted } from 'vue'\nexport default {\n  setup() {\n    let own\n    onMounted(() => {\n      navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => { own = stream })\n      onUnmounted(() => own?.getTracks().forEach((track) => track.stop()))\n    })\n  }\n}\n" }],
      }],
    },
    {
      name: 'a stream of a promise, in a variable of a method that is empty where a field could be given it',
      code: "export class Camera {\n  start() {\n    let own\n    navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => { own = stream })\n    this.show = () => own.id\n  }\n  destroy() { this.show = null }\n}\n",
      errors: [{ messageId: 'undisposed', data: { name: 'navigator.mediaDevices.getUserMedia', owner: "the 'Camera'" }, line: 4, column: 5, endLine: 4, endColumn: 57, suggestions: [] }],
    },
    {
      name: 'a client of a generic pool, which the pool takes back',
      code: "import { pool } from './pool'\nexport async function count() {\n  const client = await pool.acquire()\n  log(await client.query('a'))\n}\n",
      errors: [{
        messageId: 'forgotten', data: { name: 'pool.acquire' }, line: 3, column: 24, endLine: 3, endColumn: 38,
        suggestions: [{ messageId: 'release', data: { place: "'finally'" }, output: "import { pool } from './pool'\nexport async function count() {\n  const client = await pool.acquire()\n  try {\n    log(await client.query('a'))\n  } finally {\n    pool.release(client)\n  }\n}\n" }],
      }],
    },
    {
      name: 'a class that keeps a worker to itself',
      code: `export class Counter {
  #worker
  start() {
    this.#worker = new Worker('count.js')
  }
}
`,
      options: [{ check: 'all' }],
      errors: [{ messageId: 'kept', data: { name: 'Worker' }, line: 4, column: 20, endLine: 4, endColumn: 42, suggestions: [{ messageId: 'add', output: `export class Counter {
  #worker
  start() {
    this.#worker = new Worker('count.js')
  }

  dispose() {
    this.#worker?.terminate()
  }
}
` }] }],
    },
    {
      name: 'a picture that is only drawn',
      code: `export async function draw(blob, context) {
  const bitmap = await createImageBitmap(blob)
  context.drawImage(bitmap, 0, 0)
}
`,
      options: [{ check: 'all' }],
      errors: [{ messageId: 'forgotten', data: { name: 'createImageBitmap' }, line: 2, column: 24, endLine: 2, endColumn: 47, suggestions: [{ messageId: 'release', data: { place: "'finally'" }, output: `export async function draw(blob, context) {
  const bitmap = await createImageBitmap(blob)
  try {
    context.drawImage(bitmap, 0, 0)
  } finally {
    bitmap.close()
  }
}
` }] }],
    },
    {
      name: 'a frame that is only encoded',
      code: `export function encode(canvas, encoder, time) {
  const frame = new VideoFrame(canvas, { timestamp: time })
  encoder.encode(frame)
}
`,
      errors: [{ messageId: 'forgotten', data: { name: 'VideoFrame' }, line: 2, column: 17, endLine: 2, endColumn: 60, suggestions: [{ messageId: 'release', data: { place: "'finally'" }, output: `export function encode(canvas, encoder, time) {
  const frame = new VideoFrame(canvas, { timestamp: time })
  try {
    encoder.encode(frame)
  } finally {
    frame.close()
  }
}
` }] }],
    },
  ],
})

/** A marker in the scene of others, and what else its end does than to take it out. */
const marker = (ending: string, made = 'new THREE.BoxGeometry()'): string => `import * as THREE from 'three'
export class Marker {
  constructor(scene, material) {
    this.scene = scene
    this.box = ${made}
    this.mesh = new THREE.Mesh(this.box, material)
    scene.add(this.mesh)
  }
  dispose() {
    this.scene.remove(this.mesh)
${ending}  }
}
`

const reading = (lines: readonly string[]): string => `export async function find(url) {
  const response = await fetch(url)
  const reader = response.body.getReader()
${lines.map((line) => `  ${line}\n`).join('')}}
`

testRule('no-undisposed-resource', rule, {
  valid: [
    { name: 'a geometry that is freed', code: marker('    this.box.dispose()\n') },
    { name: 'a geometry that is freed by way of its mesh', code: marker('    this.mesh.geometry.dispose()\n') },
    { name: 'a geometry that goes with all of its scene', code: marker('    this.scene.traverse(free)\n') },
    { name: 'a geometry that goes with the renderer of the file', code: `${marker('')}export const renderer = new THREE.WebGLRenderer()\n` },
    { name: 'a geometry of another package', code: marker('').replace("'three'", "'./three'") },
    { name: 'a geometry that nothing takes out of the scene', code: marker('').replace('this.scene.remove(this.mesh)', 'this.scene = null') },
    { name: 'a body that is read to its end', code: reading(['while (true) {', '  const { done, value } = await reader.read()', '  if (done) return null', '  use(value)', '}']) },
    { name: 'a body that is read by steps', code: reading(['const next = () => reader.read().then(({ done }) => done || next())', 'await next()']) },
    { name: 'a body whose rest is cancelled', code: reading(['const { value } = await reader.read()', 'await reader.cancel()', 'return value']) },
    { name: 'a body that is handed back', code: reading(['const { value } = await reader.read()', 'reader.releaseLock()', 'return value']) },
    { name: 'a reader that is given away', code: reading(['return parse(reader)']) },
    { name: 'a loop that its signal ends', code: reading(['while (true) {', '  const { done, value } = await reader.read()', '  if (done || signal.aborted) return value', '}']) },
    { name: 'a stream of the file itself', code: 'export async function f(blob) { const reader = blob.stream().getReader(); return (await reader.read()).value }' },
  ],
  invalid: [
    ...[['new THREE.BoxGeometry()', 'THREE.BoxGeometry'], ["new THREE.MeshBasicMaterial({ color: 'red' })", 'THREE.MeshBasicMaterial'], ['new THREE.CanvasTexture(canvas)', 'THREE.CanvasTexture']].map(([made = '', name = '']) => ({
      name: `${made}: in a scene of others`,
      code: marker('', made),
      errors: [{
        messageId: 'undisposed', data: { name, owner: "the 'Marker'" }, line: 5, column: 16, endLine: 5, endColumn: 16 + made.length,
        suggestions: [{ messageId: 'release', data: { place: "'dispose'" }, output: marker('    this.box?.dispose()\n', made) }],
      }],
    })),
    {
      name: 'the first part of a body',
      code: reading(['const { value } = await reader.read()', 'return decode(value)']),
      errors: [{
        messageId: 'forgotten', data: { name: 'response.body.getReader' }, line: 3, column: 18, endLine: 3, endColumn: 43,
        suggestions: [{ messageId: 'release', data: { place: "'finally'" }, output: reading(['try {', '  const { value } = await reader.read()', '  return decode(value)', '} finally {', '  await reader.cancel()', '}']) }],
      }],
    },
    {
      name: 'a loop that leaves with what it looked for',
      code: reading(['while (true) {', '  const { done, value } = await reader.read()', '  if (done) return null', '  if (matches(value)) return value', '}']),
      errors: [{
        messageId: 'forgotten', data: { name: 'response.body.getReader' }, line: 3, column: 18, endLine: 3, endColumn: 43,
        suggestions: [{ messageId: 'release', data: { place: "'finally'" }, output: reading(['try {', '  while (true) {', '    const { done, value } = await reader.read()', '    if (done) return null', '    if (matches(value)) return value', '  }', '} finally {', '  await reader.cancel()', '}']) }],
      }],
    },
    {
      name: 'a function that may not wait',
      code: 'export function first(response) {\n  const reader = response.body.getReader()\n  return reader.read().then(({ value }) => value)\n}\n',
      errors: [{ messageId: 'forgotten', data: { name: 'response.body.getReader' }, line: 2, column: 18, endLine: 2, endColumn: 43, suggestions: [] }],
    },
  ],
})
