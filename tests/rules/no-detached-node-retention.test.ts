import rule from '../../src/rules/no-detached-node-retention.ts'
import { testRule } from '../support/rule-tester.ts'

const open = 'export function open() { node = document.createElement("div"); document.body.append(node) } '

testRule('no-detached-node-retention', rule, {
  valid: [
    { name: 'set to null', code: `let node = null; ${open} export function close() { node.remove(); node = null }` },
    { name: 'set to undefined elsewhere', code: `let node; ${open} export function close() { node.remove(); reset() } function reset() { node = undefined }` },
    { name: 'made once and shown again', code: 'let node; export function open() { if (!node) node = document.createElement("div"); document.body.append(node) } export function close() { node.remove() }' },
    { name: 'made once by an operator', code: 'let node; export function open() { node ??= document.createElement("div"); document.body.append(node) } export function close() { node.remove() }' },
    { name: 'an early return', code: 'let node; export function open() { if (node) return; node = document.createElement("div"); document.body.append(node) } export function close() { node.remove() }' },
    { name: 'made at load', code: 'const node = document.createElement("div"); export function open() { document.body.append(node) } export function close() { node.remove() }' },
    { name: 'put back by another function', code: `let node; ${open} export function close() { node.remove() } export function again() { document.body.append(node) }` },
    { name: 'replaced at once', code: 'let node; export function open() { node?.remove(); node = document.createElement("div"); document.body.append(node) }' },
    { name: 'given out', code: `let node; ${open} export function close() { node.remove(); return node }` },
    { name: 'exported', code: 'export let node; export function open() { node = document.createElement("div") } export function close() { node.remove() }' },
    { name: 'no node of a document', code: 'let layer; export function open(map) { layer = map.createLayer() } export function close() { layer.remove() }' },
    { name: 'a local variable', code: 'export function flash() { let node; node = document.createElement("div"); document.body.append(node); setTimeout(() => node.remove(), 9) }' },
    { name: 'a field of an instance goes with it', code: 'class Tooltip { open() { this.node = document.createElement("div") } close() { this.node.remove() } }' },
    { name: 'a collection of an instance', code: 'export class List { items = new Map(); add(id) { this.items.set(id, document.createElement("li")) } drop(id) { this.items.get(id).remove() } }' },
    { name: 'the entry is deleted', code: 'const all = new Map(); export function add(id) { all.set(id, document.createElement("i")) } export function drop(id) { all.get(id).remove(); all.delete(id) }' },
    { name: 'the collection is emptied elsewhere', code: 'const all = []; export function add() { all.push(document.createElement("i")) } export function drop() { for (const one of all) one.remove(); reset() } function reset() { all.length = 0 }' },
    { name: 'the collection is handed on', code: 'const all = []; export function add() { all.push(document.createElement("i")) } export function drop() { for (const one of all) one.remove(); clean(all) }' },
    { name: 'nothing is removed', code: 'const all = new Map(); export function add(id) { all.set(id, document.createElement("i")) } export function get(id) { return all.get(id).id }' },
    { name: 'an option that is removed from a list', code: 'const all = new Map(); export function add(id, select) { all.set(id, document.createElement("i")) } export function drop(select, index) { select.remove(index) }' },
    { name: 'what is removed is no node', code: 'const all = new Map(); export function add(id) { all.set(id, listen(id)) } export function drop(id) { all.get(id).remove() }' },
    { name: 'held weakly', code: 'const all = new WeakSet(); export function add() { const node = document.createElement("i"); all.add(node); return () => node.remove() }' },
    { name: 'at load', code: 'let node; node = document.createElement("i"); node.remove()' },
    { name: 'what a test makes', code: 'let node; beforeEach(() => { node = document.createElement("div") }); afterEach(() => { node.remove() })' },
    { name: 'a shadowed name', code: 'let node; export function open() { node = document.createElement("i") } export function close(node) { node.remove() }' },
    { name: 'a computed method', code: `let node; ${open} export function close(how) { node[how]() }` },
  ],
  invalid: [
    {
      name: 'a variable of the module',
      code: 'let node = null\nexport function open() {\n  node = document.createElement("div")\n  document.body.append(node)\n}\nexport function close() {\n  node.remove()\n}',
      errors: [
        {
          messageId: 'variable', data: { name: 'node' }, line: 7, column: 3, endLine: 7, endColumn: 16,
          suggestions: [
            {
              messageId: 'release', data: { text: 'node = null' },
              output: 'let node = null\nexport function open() {\n  node = document.createElement("div")\n  document.body.append(node)\n}\nexport function close() {\n  node.remove()\n  node = null\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'typed, under a condition, used behind tests elsewhere',
      filename: 'a.ts',
      code: 'let node: HTMLElement;\nexport function open() {\n  node = document.createElement("div");\n  document.body.appendChild(node);\n}\nexport function close() {\n  if (node) document.body.removeChild(node!);\n}\nexport function move(x: number) {\n  if (node) node.style.left = `${x}px`;\n}',
      errors: [
        {
          messageId: 'variable', data: { name: 'node' }, line: 7, column: 13, endLine: 7, endColumn: 45,
          suggestions: [
            {
              messageId: 'release', data: { text: 'node = null!' },
              output: 'let node: HTMLElement;\nexport function open() {\n  node = document.createElement("div");\n  document.body.appendChild(node);\n}\nexport function close() {\n  if (node) { document.body.removeChild(node!); node = null!; }\n}\nexport function move(x: number) {\n  if (node) node.style.left = `${x}px`;\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a factory of the file; a use that would fail keeps the suggestion away',
      code: 'let node\nconst make = () => document.createElement("div")\nexport function open() {\n  node = make()\n  document.body.append(node)\n}\nexport function close() {\n  node?.remove()\n}\nexport function move(x) {\n  node.style.left = x\n}',
      errors: [{ messageId: 'variable', data: { name: 'node' }, line: 8, column: 3, endLine: 8, endColumn: 17 }],
    },
    {
      name: 'an entry of a map by its key, the parent in between',
      code: 'const all = new Map()\nexport function add(id) {\n  const node = document.createElement("i")\n  all.set(id, { id, node })\n}\nexport function drop(id) {\n  const entry = all.get(id)\n  entry.node.parentNode.removeChild(entry.node)\n}',
      errors: [
        {
          messageId: 'collection', data: { name: 'all' }, line: 8, column: 3, endLine: 8, endColumn: 48,
          suggestions: [
            {
              messageId: 'release', data: { text: 'all.delete(id)' },
              output: 'const all = new Map()\nexport function add(id) {\n  const node = document.createElement("i")\n  all.set(id, { id, node })\n}\nexport function drop(id) {\n  const entry = all.get(id)\n  entry.node.parentNode.removeChild(entry.node)\n  all.delete(id)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a walk over all of an array',
      code: 'const all = []\nexport function draw(points) {\n  for (const one of all) one.remove()\n  for (const point of points) all.push(document.createElement("i"))\n}',
      errors: [
        {
          messageId: 'collection', data: { name: 'all' }, line: 3, column: 26, endLine: 3, endColumn: 38,
          suggestions: [
            {
              messageId: 'release', data: { text: 'all.length = 0' },
              output: 'const all = []\nexport function draw(points) {\n  for (const one of all) one.remove()\n  all.length = 0\n  for (const point of points) all.push(document.createElement("i"))\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a callback over a typed set',
      filename: 'a.ts',
      code: 'const all = new Set<HTMLElement>();\nexport function add(one: HTMLElement) {\n  all.add(one);\n}\nexport function reset() {\n  all.forEach((one) => {\n    one.remove();\n  });\n}',
      errors: [
        {
          messageId: 'collection', data: { name: 'all' }, line: 7, column: 5, endLine: 7, endColumn: 17,
          suggestions: [
            {
              messageId: 'release', data: { text: 'all.clear()' },
              output: 'const all = new Set<HTMLElement>();\nexport function add(one: HTMLElement) {\n  all.add(one);\n}\nexport function reset() {\n  all.forEach((one) => {\n    one.remove();\n  });\n  all.clear();\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'what the same function put there, in a field of the class itself',
      code: 'export class Toasts {\n  static #all = []\n  static show(text) {\n    const node = document.createElement("p")\n    Toasts.#all.push(node)\n    setTimeout(() => {\n      node.remove()\n    }, 3000)\n  }\n}',
      errors: [
        {
          messageId: 'collection', data: { name: '#all' }, line: 7, column: 7, endLine: 7, endColumn: 20,
          suggestions: [
            {
              messageId: 'release', data: { text: 'if (Toasts.#all.includes(node)) Toasts.#all.splice(Toasts.#all.indexOf(node), 1)' },
              output: 'export class Toasts {\n  static #all = []\n  static show(text) {\n    const node = document.createElement("p")\n    Toasts.#all.push(node)\n    setTimeout(() => {\n      node.remove()\n      if (Toasts.#all.includes(node)) Toasts.#all.splice(Toasts.#all.indexOf(node), 1)\n    }, 3000)\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a table by id',
      code: 'const all = {}\nexport async function add(id) {\n  const node = document.createElement("i")\n  all[id] = node\n}\nexport function drop(id) {\n  all[id]?.remove() // gone\n}',
      errors: [
        {
          messageId: 'collection', data: { name: 'all' }, line: 7, column: 3, endLine: 7, endColumn: 20,
          suggestions: [
            {
              messageId: 'release', data: { text: 'delete all[id]' },
              output: 'const all = {}\nexport async function add(id) {\n  const node = document.createElement("i")\n  all[id] = node\n}\nexport function drop(id) {\n  all[id]?.remove()\n  delete all[id] // gone\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'in a walk that does nothing else',
      code: 'const all = []\nexport function add(text) {\n  const node = document.createElement("i")\n  all.push(node)\n}\nexport function reset(isQuiet) {\n  if (!isQuiet) all.forEach((node) => node.remove())\n}',
      errors: [
        {
          messageId: 'collection', data: { name: 'all' }, line: 7, column: 39, endLine: 7, endColumn: 52,
          suggestions: [
            {
              messageId: 'release', data: { text: 'all.length = 0' },
              output: 'const all = []\nexport function add(text) {\n  const node = document.createElement("i")\n  all.push(node)\n}\nexport function reset(isQuiet) {\n  if (!isQuiet) { all.forEach((node) => node.remove()); all.length = 0; }\n}',
            },
          ],
        },
      ],
    },
  ],
})
