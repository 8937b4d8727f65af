import { Linter } from 'eslint'
import * as svelte from 'svelte-eslint-parser'
import { expect, it } from 'vitest'
import plugin from '../../src/index.ts'
import rule from '../../src/rules/no-shared-closure-context.ts'
import { keeps } from '../measurements/contexts/answers.ts'
import { runningNode } from '../measurements/runner/node-binaries.ts'
import { testRule } from '../support/rule-tester.ts'

const shared = (name: string, survival: string, line: number, sibling: number) => ({ name, survival, line, sibling })

testRule('no-shared-closure-context', rule, {
  valid: [
    { name: 'gathered from parts of something large, of which each may be little', code: "export function draw(json, layer) {\n  const data = JSON.parse(json)\n  const paths = []\n  for (const row of data.rows) paths.push(row)\n  const sum = () => paths.reduce((a, b) => a + b.x, 0)\n  layer.total = sum()\n  return () => layer.name\n}" },
    { name: 'a canvas by its type', filename: 'a.ts', code: "export function draw(canvas: HTMLCanvasElement, layer: Layer) {\n  const size = () => canvas.width\n  layer.total = size()\n  return () => layer.name\n}" },
    { name: 'a canvas, which whoever draws on it may need', code: "export function draw(layer) {\n  const canvas = document.createElement('canvas')\n  const size = () => canvas.width\n  layer.total = size()\n  return () => layer.name\n}" },
    { name: 'nobody else captures it', code: 'function make(path) { const data = fs.readFileSync(path); const size = data.length; return () => size }' },
    { name: 'the closure itself uses it', code: 'function make(path, names) { const data = fs.readFileSync(path); names.map((n) => data.includes(n)); return () => data }' },
    { name: 'the closure uses a sibling that uses it', code: 'function make(path) { const data = fs.readFileSync(path); const find = (n) => data.includes(n); return (n) => find(n) }' },
    { name: 'the closure uses what was made of it', code: 'function make(path, names) { const data = fs.readFileSync(path); const found = names.map((n) => data.subarray(n)); return () => found }' },
    { name: 'a class that the closure uses', code: 'function make(path, names) { const data = fs.readFileSync(path); const find = new Finder(data); names.map((n) => data[n]); return () => find.next() }' },
    { name: 'what a block of a Svelte page declares', code: '<script>\n  let rows = []\n</script>\n{#each rows as data}<button on:click={() => show(data)}>{data.id}</button>{/each}\n{#await load() then data}<button on:click={() => show(data)}>{data.id}</button>{/await}\n<List let:data><button on:click={() => show(data)}>{data.id}</button></List>\n', languageOptions: { parser: svelte }, filename: 'list.svelte' },
    { name: 'jobs that take themselves out when they are done', code: 'async function convert(rows) { const onSignal = () => log("stop"); process.on("SIGINT", onSignal); const running = new Map(); for await (const row of rows) { running.set(row.id, work(row).then(() => { running.delete(row.id) })) } await Promise.all(running.values()) }' },
    { name: 'in a block of its own', code: 'function make(path, names) { let found = 0; { const data = fs.readFileSync(path); found = names.filter((n) => data.includes(n)).length } return () => found }' },
    { name: 'the closure is made by a function outside', code: 'const made = (n) => () => n; function make(path, names) { const data = fs.readFileSync(path); return made(names.filter((n) => data.includes(n)).length) }' },
    { name: 'set to null after use', code: 'function make(path, names) { let data = fs.readFileSync(path); const found = names.filter((n) => data.includes(n)).length; data = null; return () => found }' },
    { name: 'set to null in TypeScript', code: 'function make(image: ImageData, rows: number[]) { rows.forEach((row) => draw(image, row)); image = null!; return () => 42 }' },
    { name: 'nothing outlives the call', code: 'function count(path, names) { const data = fs.readFileSync(path); return names.filter((n) => data.includes(n)).map((n) => n + 1).length }' },
    { name: 'a sibling that stays as long uses it', code: 'function make(path) { const data = fs.readFileSync(path); return { size: () => data.length, stop: () => 42 } }' },
    { name: 'a sibling that is registered', code: 'class A { start(path) { const data = fs.readFileSync(path); window.addEventListener("a", () => data); window.addEventListener("b", () => 1) } }' },
    { name: 'a sibling that nobody knows the life of', code: 'function make(path) { const data = fs.readFileSync(path); watch(() => data.length); return () => 42 }' },
    { name: 'kept elsewhere anyway', code: 'class A { load(path, names) { const data = fs.readFileSync(path); this.data = data; names.forEach((n) => data.includes(n)); return () => 42 } }' },
    { name: 'returned beside the closure', code: 'function make(path, names) { const data = fs.readFileSync(path); names.forEach((n) => data.includes(n)); return { data, stop: () => 42 } }' },
    { name: 'nothing says that it is large', code: 'function make(data, names) { const own = pick(data); names.forEach((n) => own[n]); return () => 42 }' },
    { name: 'a few bytes', code: 'function make(names) { const data = new Uint8Array(16); names.forEach((n) => data[n]); return () => 42 }' },
    { name: 'a key by its name', code: 'function make(path, names) { const key = fs.readFileSync(path); names.forEach((n) => sign(n, key)); return () => 42 }' },
    { name: 'a number of what was read', code: 'function make(path, names) { const size = fs.readFileSync(path).length; names.forEach((n) => n < size); return () => 42 }' },
    { name: 'once per program', code: '(() => { const data = fs.readFileSync("a"); names.forEach((n) => data.includes(n)); window.stop = () => 42 })()' },
    { name: 'a timer that fires once', code: 'class A { start(path, names) { const data = fs.readFileSync(path); names.forEach((n) => data.includes(n)); setTimeout(() => this.stop(), 10) } }' },
    { name: 'a type of that name', code: 'function make(path: string) { const data = fs.readFileSync(path); const use = (x: typeof data) => x; use(data); return () => 42 }' },
    { name: 'a variable of the loop, the closure after it', code: 'function make(paths, names) { for (const path of paths) { const data = fs.readFileSync(path); names.forEach((n) => data.includes(n)) } return () => 42 }' },
    { name: 'shadowed in the sibling', code: 'function make(path, all) { const data = fs.readFileSync(path); all.forEach((data) => data.length); return () => 42 }' },
    { name: 'a class made of it', code: 'function make(path, names) { const data = fs.readFileSync(path); class Finder { at(n) { return data[n] } } names.map((n) => data[n]); return () => new Finder() }' },
    { name: 'an image that is handed on', code: 'function make(canvas) { const pixels = canvas.getImageData(0, 0, 9, 9); const image = new Image(); image.onload = () => show(pixels); document.body.append(image); window.addEventListener("resize", () => 42) }' },
    { name: 'a reader that the closure holds', code: 'function make(path) { const data = fs.readFileSync(path); const reader = new FileReader(); reader.onload = () => show(data); return () => reader.abort() }' },
    { name: 'a connection stays open', code: 'function make(path) { const data = fs.readFileSync(path); const socket = new WebSocket("a"); socket.onopen = () => socket.send(data); return () => 42 }' },
    { name: 'the value before, which the new one uses', code: 'const state = {}; function set(next) { const previous = state.run; each(() => previous.name); state.run = () => previous() }' },
    { name: 'the value before, in another place', code: 'const state = {}; function set(names) { const previous = state.names; names.forEach((n) => previous.has(n)); state.run = () => 42 }' },
    { name: 'the value before, set to null', code: 'const state = {}; function set(names) { let previous = state.run; names.forEach((n) => previous(n)); previous = null; state.run = () => 42 }' },
    { name: 'a small array', code: 'function make(names) { const data = new Array(10).fill(0); names.forEach((n) => data[n]); return () => 42 }' },
    { name: 'listeners that the same call takes out', code: 'async function run(child) { const stop = () => 1; process.on("SIGINT", stop); let log = ""; await new Promise((resolve) => { child.on("data", (text) => { log += text; if (log) resolve() }) }); process.off("SIGINT", stop) }' },
    { name: 'a timer that the same call ends', code: 'async function run(path, names) { const data = fs.readFileSync(path); const tick = setInterval(() => 1, 10); await Promise.all(names.map((n) => data.includes(n))); clearInterval(tick) }' },
    { name: 'an element that is dropped', code: 'function make(path, names) { const data = fs.readFileSync(path); names.forEach((n) => data.includes(n)); const link = document.createElement("a"); link.onclick = () => 1; link.click() }' },
    { name: 'a function of the file that only calls it', code: 'function each(fn) { const all = []; all.push(fn); all.forEach((one) => one()) } function make(path, names) { const data = fs.readFileSync(path); names.forEach((n) => data.includes(n)); each(() => 1) }' },
    { name: 'a request that is over soon', code: 'function make(path, names) { const data = fs.readFileSync(path); names.forEach((n) => data.includes(n)); const request = http.get(path); request.on("end", () => 1); return request }' },
    { name: 'held weakly, and kept by nobody', code: 'class A { watch(bus) { const self = new WeakRef(this); bus.on("a", () => self.deref()?.show()) } }' },
    { name: 'held weakly, the function made elsewhere', code: 'const asking = (ref) => () => ref.deref()?.show(); class A { watch(bus) { this.items.map((item) => this.format(item)); bus.on("a", asking(new WeakRef(this))) } }' },
    { name: 'held weakly in a field', code: 'class Cell { constructor(owner) { this.owner = new WeakRef(owner); list.map(() => owner.id) } }' },
    { name: 'held weakly, asked at once', code: 'function peek(node, all) { const ref = new WeakRef(node); all.forEach((one) => one === ref.deref()); all.map(() => node.id) }' },
    { name: 'held weakly, captured in a block that the listener is not in', code: 'function f(bus, make) { let ref; { const node = make(); each(() => node.id) } const other = make(); const weak = new WeakRef(other); bus.on("a", () => weak.deref()) }' },
    { name: 'held weakly, and set to null', code: 'function f(bus, node) { each(() => node.id); const ref = new WeakRef(node); bus.on("a", () => ref.deref()); node = null }' },
    { name: 'held weakly, the arrow in another method', code: 'class A { run() { return [1].map(() => this.x) } watch(bus) { const self = new WeakRef(this); bus.on("a", () => self.deref()) } }' },
    { name: 'held weakly, the mention has a this of its own', code: 'class A { watch(bus) { each(function () { return () => this.x }); const self = new WeakRef(this); bus.on("a", () => self.deref()) } }' },
    { name: 'held weakly at module level', code: 'const node = find(); const ref = new WeakRef(node); bus.on("a", () => ref.deref()); bus.on("b", () => node.id)' },
    { name: 'another WeakRef', code: 'import { WeakRef } from "./shared.js"; class A { watch(bus) { each(() => this.x); const self = new WeakRef(this); bus.on("a", () => self.deref()) } }' },
    { name: 'the cleanup is another rule’s', code: 'const registry = new FinalizationRegistry((f) => f()); function f(node) { each(() => node.id); const ref = new WeakRef(node); registry.register(node, () => drop(ref)) }' },
    { name: 'a function held weakly that its owner has, of which nobody speaks', code: 'class A { watch(bus) { const show = () => 1; this.show = show; const ref = new WeakRef(show); bus.on("a", () => ref.deref()?.()) } }' },
  ],
  invalid: [
    {
      name: 'a canvas, when asked for',
      options: [{ check: 'all' }],
      code: "export function draw(layer) {\n  const canvas = document.createElement('canvas')\n  const size = () => canvas.width\n  layer.total = size()\n  return () => layer.name\n}",
      errors: [{ messageId: 'shared', data: { name: 'canvas', survival: 'returned', line: 5, sibling: 3 }, line: 2, column: 9, endLine: 2, endColumn: 15, suggestions: 2 }],
    },
    {
      name: 'gathered of what is large itself',
      code: "import { readFileSync } from 'node:fs'\nexport function draw(rows, layer) {\n  const paths = []\n  for (const row of rows) paths.push(readFileSync(row.path))\n  const count = () => paths.length\n  log(count())\n  return () => layer.name\n}",
      errors: [{ messageId: 'shared', data: { name: 'paths', survival: 'returned', line: 7, sibling: 5 }, line: 3, column: 9, endLine: 3, endColumn: 14, suggestions: 2 }],
    },
    {
      name: 'a listener of an element that is put into the document',
      code: 'function make(path, names) {\n  const data = fs.readFileSync(path)\n  names.forEach((name) => data.includes(name))\n  const link = document.createElement("a")\n  link.addEventListener("click", () => 1)\n  document.body.append(link)\n}',
      errors: [
        {
          messageId: 'shared', data: shared('data', 'stored', 5, 3), line: 2, column: 9, endLine: 2, endColumn: 13,
          suggestions: [
            { messageId: 'enclose', data: { name: 'data' }, output: 'function make(path, names) {\n  {\n    const data = fs.readFileSync(path)\n    names.forEach((name) => data.includes(name))\n  }\n  const link = document.createElement("a")\n  link.addEventListener("click", () => 1)\n  document.body.append(link)\n}' },
            { messageId: 'release', data: { name: 'data' }, output: 'function make(path, names) {\n  let data = fs.readFileSync(path)\n  names.forEach((name) => data.includes(name))\n  data = null\n  const link = document.createElement("a")\n  link.addEventListener("click", () => 1)\n  document.body.append(link)\n}' },
          ],
        },
      ],
    },
    {
      name: 'a listener of a server that is given back',
      code: 'function make(path, names) {\n  const data = fs.readFileSync(path)\n  names.forEach((name) => data.includes(name))\n  const server = http.createServer()\n  server.on("close", () => 1)\n  return server\n}',
      errors: [
        {
          messageId: 'shared', data: shared('data', 'returned', 5, 3), line: 2, column: 9, endLine: 2, endColumn: 13,
          suggestions: [
            { messageId: 'enclose', data: { name: 'data' }, output: 'function make(path, names) {\n  {\n    const data = fs.readFileSync(path)\n    names.forEach((name) => data.includes(name))\n  }\n  const server = http.createServer()\n  server.on("close", () => 1)\n  return server\n}' },
            { messageId: 'release', data: { name: 'data' }, output: 'function make(path, names) {\n  let data = fs.readFileSync(path)\n  names.forEach((name) => data.includes(name))\n  data = null\n  const server = http.createServer()\n  server.on("close", () => 1)\n  return server\n}' },
          ],
        },
      ],
    },
    {
      name: 'by a function of the file that keeps it',
      code: 'const all = []\nfunction add(fn) { all.push(fn) }\nfunction make(path, names) {\n  const data = fs.readFileSync(path)\n  names.forEach((name) => data.includes(name))\n  add(() => 1)\n}',
      errors: [
        {
          messageId: 'shared', data: shared('data', 'stored', 6, 5), line: 4, column: 9, endLine: 4, endColumn: 13,
          suggestions: [
            { messageId: 'enclose', data: { name: 'data' }, output: 'const all = []\nfunction add(fn) { all.push(fn) }\nfunction make(path, names) {\n  {\n    const data = fs.readFileSync(path)\n    names.forEach((name) => data.includes(name))\n  }\n  add(() => 1)\n}' },
            { messageId: 'release', data: { name: 'data' }, output: 'const all = []\nfunction add(fn) { all.push(fn) }\nfunction make(path, names) {\n  let data = fs.readFileSync(path)\n  names.forEach((name) => data.includes(name))\n  data = null\n  add(() => 1)\n}' },
          ],
        },
      ],
    },
    {
      name: 'held weakly, and captured by a walk',
      code: 'class Panel {\n  constructor(bus, names) {\n    this.rows = names.map((name) => this.format(name))\n    const panel = new WeakRef(this)\n    bus.add(() => panel.deref()?.show())\n  }\n}',
      errors: [{ messageId: 'weak', data: { target: 'this', line: 5, sibling: 3 }, line: 4, column: 19, endLine: 4, endColumn: 36 }],
    },
    {
      name: 'held weakly, with a way out where there are no weak references',
      code: "export function weakly(value) {\n  if (typeof WeakRef === 'undefined') return () => value\n  const ref = value ? new WeakRef(value) : null\n  return () => ref?.deref() ?? null\n}",
      errors: [{ messageId: 'weak', data: { target: 'value', line: 4, sibling: 2 }, line: 3, column: 23, endLine: 3, endColumn: 41 }],
    },
    {
      name: 'held weakly, and mentioned by the function that asks',
      code: 'function watch(node) {\n  const ref = new WeakRef(node)\n  setInterval(() => {\n    if (ref.deref()) measure(node)\n  }, 1000)\n}',
      errors: [{ messageId: 'own', data: { target: 'node', line: 3, sibling: 4 }, line: 2, column: 15, endLine: 2, endColumn: 32 }],
    },
    {
      name: 'held weakly, and captured under another name, or by super',
      code: 'class A extends B {\n  one(bus) {\n    const self = this\n    each(function () { return self.x })\n    const ref = new WeakRef(this)\n    bus.on("a", () => ref.deref())\n  }\n  two(bus) {\n    each(() => super.run())\n    const ref = new WeakRef(this)\n    bus.on("a", function () { return ref.deref() })\n  }\n}',
      errors: [
        { messageId: 'weak', data: { target: 'this', line: 6, sibling: 4 }, line: 5, column: 17, endLine: 5, endColumn: 34 },
        { messageId: 'weak', data: { target: 'this', line: 11, sibling: 9 }, line: 10, column: 17, endLine: 10, endColumn: 34 },
      ],
    },
    {
      name: 'a listener held weakly, which a field of its owner has',
      code: 'class Average {\n  constructor(socket) {\n    this.events = []\n    const listener = (event) => this.events.push(event)\n    this.listener = listener\n    const ref = new WeakRef(listener)\n    socket.addEventListener("message", (event) => ref.deref()?.(event))\n  }\n}',
      errors: [{ messageId: 'weak', data: { target: 'listener', line: 7, sibling: 4 }, line: 6, column: 17, endLine: 6, endColumn: 38 }],
    },
    {
      name: 'the value that was there before: a chain without end, however small',
      code: 'let thing = null\nexport const replace = function () {\n  var original = thing\n  var unused = function () { if (original) log(1) }\n  thing = {\n    run() { log(2) },\n  }\n}',
      errors: [
        {
          messageId: 'shared', data: shared('original', 'stored', 6, 4), line: 3, column: 7, endLine: 3, endColumn: 15,
          suggestions: [
            {
              messageId: 'enclose', data: { name: 'original' },
              output: 'let thing = null\nexport const replace = function () {\n  {\n    const original = thing\n    var unused = function () { if (original) log(1) }\n  }\n  thing = {\n    run() { log(2) },\n  }\n}',
            },
            {
              messageId: 'release', data: { name: 'original' },
              output: 'let thing = null\nexport const replace = function () {\n  var original = thing\n  var unused = function () { if (original) log(1) }\n  original = null\n  thing = {\n    run() { log(2) },\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'the handler of an image that is made there, a big array by its size',
      code: 'export function preview(url) {\n  const pixels = new Array(1_000_000).fill(0)\n  const image = new Image()\n  image.onload = () => draw(image.width, pixels)\n  image.src = url\n  window.addEventListener("resize", () => redraw())\n}',
      errors: [
        {
          messageId: 'shared', data: shared('pixels', 'registered', 6, 4), line: 2, column: 9, endLine: 2, endColumn: 15,
          suggestions: [
            {
              messageId: 'enclose', data: { name: 'pixels' },
              output: 'export function preview(url) {\n  {\n    const pixels = new Array(1_000_000).fill(0)\n    const image = new Image()\n    image.onload = () => draw(image.width, pixels)\n    image.src = url\n  }\n  window.addEventListener("resize", () => redraw())\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'the closure uses a parameter of the same function',
      code: 'export async function connect(url, socket) {\n  const image = await (await fetch(url)).arrayBuffer()\n  await socket.ready((channel) => channel.send(image))\n  window.addEventListener("offline", () => socket.close())\n}',
      errors: [
        {
          messageId: 'shared', data: shared('image', 'registered', 4, 3), line: 2, column: 9, endLine: 2, endColumn: 14,
          suggestions: [
            {
              messageId: 'enclose', data: { name: 'image' },
              output: 'export async function connect(url, socket) {\n  {\n    const image = await (await fetch(url)).arrayBuffer()\n    await socket.ready((channel) => channel.send(image))\n  }\n  window.addEventListener("offline", () => socket.close())\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a callback of a walk beside a returned function',
      code: 'function make(path, names) {\n  const data = fs.readFileSync(path)\n  const found = names.filter((name) => data.includes(name)).length\n  return () => found\n}',
      errors: [
        {
          messageId: 'shared', data: shared('data', 'returned', 4, 3), line: 2, column: 9, endLine: 2, endColumn: 13,
          suggestions: [
            {
              messageId: 'enclose', data: { name: 'data' },
              output: 'function make(path, names) {\n  let found\n  {\n    const data = fs.readFileSync(path)\n    found = names.filter((name) => data.includes(name)).length\n  }\n  return () => found\n}',
            },
            {
              messageId: 'release', data: { name: 'data' },
              output: 'function make(path, names) {\n  let data = fs.readFileSync(path)\n  const found = names.filter((name) => data.includes(name)).length\n  data = null\n  return () => found\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a local function that is only called, beside an interval',
      code: 'class A {\n  start(path) {\n    const data = fs.readFileSync(path);\n    const use = () => data.length;\n    use();\n    setInterval(() => tick(), 10);\n  }\n}',
      errors: [
        {
          messageId: 'shared', data: shared('data', 'registered', 6, 4), line: 3, column: 11, endLine: 3, endColumn: 15,
          suggestions: [
            {
              messageId: 'enclose', data: { name: 'data' },
              output: 'class A {\n  start(path) {\n    {\n      const data = fs.readFileSync(path);\n      const use = () => data.length;\n      use();\n    }\n    setInterval(() => tick(), 10);\n  }\n}',
            },
            {
              messageId: 'release', data: { name: 'data' },
              output: 'class A {\n  start(path) {\n    let data = fs.readFileSync(path);\n    const use = () => data.length;\n    use();\n    data = null;\n    setInterval(() => tick(), 10);\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'the content of a response, an awaited callback, a method of a returned object',
      filename: 'a.ts',
      code: "export async function open(url: string) {\n  const text = await (await fetch(url)).text()\n  await save(async (file) => file.write(text))\n  return {\n    close() {},\n  }\n}",
      errors: [
        {
          messageId: 'shared', data: shared('text', 'returned', 5, 3), line: 2, column: 9, endLine: 2, endColumn: 13,
          suggestions: [
            {
              messageId: 'enclose', data: { name: 'text' },
              output: "export async function open(url: string) {\n  {\n    const text = await (await fetch(url)).text()\n    await save(async (file) => file.write(text))\n  }\n  return {\n    close() {},\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a parameter by its type',
      filename: 'a.ts',
      code: 'export function watch(image: ImageData, rows: number[]) {\n  rows.forEach((row) => draw(image, row));\n  return () => stop();\n}',
      errors: [
        {
          messageId: 'shared', data: shared('image', 'returned', 3, 2), line: 1, column: 23, endLine: 1, endColumn: 39,
          suggestions: [
            {
              messageId: 'release', data: { name: 'image' },
              output: 'export function watch(image: ImageData, rows: number[]) {\n  rows.forEach((row) => draw(image, row));\n  image = null!;\n  return () => stop();\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'types are not asked for a variable before a block: it is set to null there',
      filename: 'a.ts',
      code: 'export function make(path: string, names: string[]) {\n  const data = fs.readFileSync(path)\n  const found = names.filter((name) => data.includes(name)).length\n  return () => found\n}',
      errors: [
        {
          messageId: 'shared', data: shared('data', 'returned', 4, 3), line: 2, column: 9, endLine: 2, endColumn: 13,
          suggestions: [
            {
              messageId: 'release', data: { name: 'data' },
              output: 'export function make(path: string, names: string[]) {\n  let data = fs.readFileSync(path)\n  const found = names.filter((name) => data.includes(name)).length\n  data = null!\n  return () => found\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'var, a text of several lines, and a listener on a field that is assigned',
      code: 'function start(canvas) {\n  var pixels = canvas.getImageData(0, 0, 9, 9)\n  each(`a\nb`)\n  rows.forEach(function (row) { show(pixels, row) })\n  this.onClose = function () { done() }\n}',
      errors: [
        {
          messageId: 'shared', data: shared('pixels', 'stored', 6, 5), line: 2, column: 7, endLine: 2, endColumn: 13,
          suggestions: [
            {
              messageId: 'enclose', data: { name: 'pixels' },
              output: 'function start(canvas) {\n  {\n    const pixels = canvas.getImageData(0, 0, 9, 9)\n    each(`a\nb`)\n    rows.forEach(function (row) { show(pixels, row) })\n  }\n  this.onClose = function () { done() }\n}',
            },
            {
              messageId: 'release', data: { name: 'pixels' },
              output: 'function start(canvas) {\n  var pixels = canvas.getImageData(0, 0, 9, 9)\n  each(`a\nb`)\n  rows.forEach(function (row) { show(pixels, row) })\n  pixels = null\n  this.onClose = function () { done() }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'what a promise brings, and a closure that stays in a list of the module',
      code: 'const all = []\nfunction load(file, marks) {\n  file.arrayBuffer().then((bytes) => {\n    marks.forEach((mark) => mark.read(bytes))\n    all.push({ close: () => 42 })\n  })\n}',
      errors: [
        {
          messageId: 'shared', data: shared('bytes', 'stored', 5, 4), line: 3, column: 28, endLine: 3, endColumn: 33,
          suggestions: [
            {
              messageId: 'release', data: { name: 'bytes' },
              output: 'const all = []\nfunction load(file, marks) {\n  file.arrayBuffer().then((bytes) => {\n    marks.forEach((mark) => mark.read(bytes))\n    bytes = null\n    all.push({ close: () => 42 })\n  })\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'an effect whose cleanup stays, an array filled from a stream, both in one statement with the closure',
      code: 'function useRows(source, keys) {\n  useEffect(() => {\n    const big = new Float64Array(1 << 20)\n    keys.map((key) => (big[key] = 1)).forEach(draw), (window.onresize = () => draw())\n    return () => stop()\n  }, [])\n}',
      errors: [{ messageId: 'shared', data: shared('big', 'stored', 4, 4), line: 3, column: 11, endLine: 3, endColumn: 14, suggestions: [] }],
    },
  ],
})

/** The code after the rule's suggestion of that number. */
function repaired(code: string, suggestion: number): string {
  const [message] = new Linter().verify(code, [{ plugins: { memory: plugin }, languageOptions: { sourceType: 'script' }, rules: { 'memory/no-shared-closure-context': 'error' } }])
  const { range: [start, end], text } = message!.suggestions![suggestion]!.fix
  return code.slice(0, start) + text + code.slice(end)
}

it('what is reported stays until it is repaired, either way', () => {
  const programs = [
    'function make() {\n  const data = fs.readFileSync("a")\n  const found = [1].filter((name) => data.includes(name)).length\n  return () => found\n}',
    'function make() {\n  const data = fs.readFileSync("a")\n  const use = () => data.length\n  use()\n  const api = {}\n  api.close = function () {}\n  return api\n}',
    'function make() {\n  const data = fs.readFileSync("a")\n  for (const i of [1]) (() => data[i])()\n  class Handle { close() {} }\n  return new Handle()\n}',
  ]
  expect(keeps(programs, runningNode)).toEqual([true, true, true])
  expect(keeps(programs.map((code) => repaired(code, 0)), runningNode)).toEqual([false, false, false])
  expect(keeps(programs.map((code) => repaired(code, 1)), runningNode)).toEqual([false, false, false])
})
