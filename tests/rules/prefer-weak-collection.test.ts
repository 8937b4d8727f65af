import rule from '../../src/rules/prefer-weak-collection.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('prefer-weak-collection', rule, {
  valid: [
    { name: 'a parameter of which nothing shows that it goes', code: 'const registered = new Set()\nexport function register(session) {\n  if (typeof session !== "object" || session === null || registered.has(session)) return\n  registered.add(session)\n}' },
    { name: 'a type of which nothing shows that it goes', filename: 'a.ts', code: 'const registered = new Set<Session>()\nexport function register(session: Session) {\n  if (registered.has(session)) return\n  registered.add(session)\n}\nexport interface Session { id: string }' },
    { name: 'what a trap of a proxy is asked for, a name', code: "const cache = new Map()\nexport const tags = new Proxy(make, { get(_, el) { if (!cache.has(el)) { cache.set(el, make(el)) } return cache.get(el) } })\nfunction make(tag) { return tag.displayName || tag.name }" },
    { name: 'functions by their type', filename: 'f.ts', code: 'type DBFunc = (db: Db) => void; const known = new Map<DBFunc, Meta>(); export function f(info: Info) { if (!known.has(info.create)) known.set(info.create, g(info)); return known.get(info.create) }' },
    { name: 'stores', filename: 'f.ts', code: 'const used = new Set<Store>(); export function f(store: Store) { if (used.has(store)) throw new Error(); used.add(store) }' },
    { name: 'plain: a test', filename: 'test/f.js', code: 'const seen = new Map(); export function f(element) { const made = document.createElement("p"); if (!seen.has(made)) seen.set(made, 1) }' },
    { name: 'keys that are texts', code: 'const cache = new Map(); export function f(key) { if (!cache.has(key)) cache.set(key, key.trim()); return cache.get(key) }' },
    { name: 'keys that may be anything', code: 'const cache = new Map(); export function f(key) { if (!cache.has(key)) cache.set(key, g(key)); return cache.get(key) }' },
    { name: 'one of the keys may be anything', code: 'const cache = new Map(); export function f(node, key) { cache.set(node, node.parentNode); cache.set(key, 1); return cache.get(key) }' },
    { name: 'a key of which only what texts have is read', code: 'const sizes = new Map(); export function f(list) { if (!sizes.has(list)) sizes.set(list, list.length); return sizes.get(list) }' },
    { name: 'the keys are typed as texts too', code: 'const cache = new Map<string | Node, number>(); export function f(node: Node) { if (!cache.has(node)) cache.set(node, node.childNodes.length); return cache.get(node) }' },
    { name: 'a type of another file that may be a union of texts', code: 'const received = new Set<TaskInterval>(); export function f(period: TaskInterval) { if (received.has(period)) return; received.add(period); run(period) }' },
    { name: 'a type that stands for a text', code: 'const cache = new Map<NodeId, Made>(); export function f(node: NodeId) { if (!cache.has(node)) cache.set(node, g(node)); return cache.get(node) }' },
    { name: 'walked', code: 'const seen = new Map(); export function f(node) { if (!seen.has(node)) seen.set(node, node.parentNode) } export const all = () => [...seen.keys()]' },
    { name: 'counted', code: 'const seen = new Set(); export function f(node) { if (!seen.has(node.parentNode)) seen.add(new Entry(node)); report(seen.size) }' },
    { name: 'cleared', code: 'const seen = new Map(); export function f(node) { if (!seen.has(node)) seen.set(node, node.parentNode) } export const end = () => seen.clear()' },
    { name: 'entries are taken out in time', code: 'const running = new Map(); export function start(el) { if (!running.has(el)) running.set(el, el.animate(steps)) } export function stop(el) { running.get(el).cancel(); running.delete(el) }' },
    { name: 'exported', code: 'export const cache = new Map(); export function f(node) { if (!cache.has(node)) cache.set(node, node.parentNode); return cache.get(node) }' },
    { name: 'passed on', code: 'const cache = new Map(); watch(cache); export function f(node) { if (!cache.has(node)) cache.set(node, node.parentNode); return cache.get(node) }' },
    { name: 'filled at load', code: 'const cache = new Map(); const a = {}; cache.set(a, 1); export const f = (key) => cache.get(key)' },
    { name: 'of one call', code: 'export function f(nodes) { const seen = new Set(); for (const node of nodes) { if (seen.has(node)) continue; seen.add(node); node.focus() } }' },
    { name: 'keeps what it holds alive', code: 'const alive = new Set(); export function spawn() { alive.add(new Worker("a.js")) }' },
    { name: 'weak already', code: 'const cache = new WeakMap(); export function f(node) { if (!cache.has(node)) cache.set(node, node.parentNode); return cache.get(node) }' },
    { name: 'keyed by classes, which live as long', code: 'const known = new Map(); export function f(ctor) { if (!known.has(ctor)) known.set(ctor, Object.keys(ctor.fields)); return known.get(ctor) }' },
    { name: 'keyed by the schemas of the program', code: 'const compiled = new Map<JSONSchema, Check>(); export function f(schema: JSONSchema) { if (!compiled.has(schema)) compiled.set(schema, compile(schema)); return compiled.get(schema) }' },
    { name: 'reassigned', code: 'let cache = new Map(); export function f(node) { if (!cache.has(node)) cache.set(node, node.parentNode); return cache.get(node) } export function reset() { cache = new Map() }' },
    { name: 'a shadowed Map', code: 'import { Map } from "immutable"; const cache = new Map(); export function f(node) { if (!cache.has(node)) cache.set(node, node.parentNode); return cache.get(node) }' },
    { name: 'starts with entries', code: 'const cache = new Map([[document, 1]]); export function f(node) { if (!cache.has(node)) cache.set(node, node.childNodes.length); return cache.get(node) }' },
    { name: 'a computed method', code: 'const cache = new Map(); export function f(node, method) { cache[method](node); if (!cache.has(node)) cache.set(node, node.parentNode) }' },
    { name: 'taken apart', code: 'const cache = new Map(); const { get } = cache; export function f(node) { if (!cache.has(node)) cache.set(node, node.parentNode); return get.call(cache, node) }' },
    { name: 'a field of many instances', code: 'export class A { #sizes = new Map(); f(node) { if (!this.#sizes.has(node)) this.#sizes.set(node, node.childNodes.length) } }' },
    { name: 'a public static field', code: 'export class A { static sizes = new Map(); f(node) { if (!A.sizes.has(node)) A.sizes.set(node, node.childNodes.length) } }' },
  ],
  invalid: [
    {
      name: 'DOM nodes by their type: fixed',
      filename: 'a.ts',
      code: 'const sizes = new Map<HTMLElement, number>();\nexport function sizeOf(el: HTMLElement) {\n  if (!sizes.has(el)) sizes.set(el, el.offsetWidth);\n  return sizes.get(el)!;\n}',
      errors: [{ messageId: 'keys', data: { name: 'sizes', key: 'el', weak: 'WeakMap' }, line: 1, column: 7, endLine: 1, endColumn: 12 }],
      output: 'const sizes = new WeakMap<HTMLElement, number>();\nexport function sizeOf(el: HTMLElement) {\n  if (!sizes.has(el)) sizes.set(el, el.offsetWidth);\n  return sizes.get(el)!;\n}',
    },
    {
      name: 'an interface of the file, and the annotation of the variable',
      options: [{ check: 'all' }],
      filename: 'a.ts',
      code: 'interface Row { cells: string[] }\nconst widths: Map<Row, number> = new Map()\nexport function widthOf(row: Row) {\n  if (!widths.has(row)) widths.set(row, row.cells.length)\n  return widths.get(row)\n}',
      errors: [{ messageId: 'keys', data: { name: 'widths', key: 'row', weak: 'WeakMap' }, line: 2, column: 7, endLine: 2, endColumn: 31 }],
      output: 'interface Row { cells: string[] }\nconst widths: WeakMap<Row, number> = new WeakMap()\nexport function widthOf(row: Row) {\n  if (!widths.has(row)) widths.set(row, row.cells.length)\n  return widths.get(row)\n}',
    },
    {
      name: 'a method is called, which texts may have been given, too',
      code: 'const bound = new Set()\nexport function bind(el) {\n  el.addEventListener("click", onClick)\n  if (!bound.has(el)) bound.add(el)\n}',
      errors: [{ messageId: 'keys', data: { name: 'bound', key: 'el', weak: 'WeakSet' }, line: 1, column: 7, endLine: 1, endColumn: 12 , suggestions: [{ messageId: 'weaken', data: { name: 'bound', key: 'el', weak: 'WeakSet' }, output: 'const bound = new WeakSet()\nexport function bind(el) {\n  el.addEventListener("click", onClick)\n  if (!bound.has(el)) bound.add(el)\n}' }] }],
    },
    {
      name: 'called in an argument of the same call',
      code: 'const sizes = new Map()\nexport const f = (el) => sizes.get(el) ?? sizes.set(el, el.getBoundingClientRect().width).get(el)\n',
      errors: [{ messageId: 'keys', data: { name: 'sizes', key: 'el', weak: 'WeakMap' }, line: 1, column: 7, endLine: 1, endColumn: 12 , suggestions: [{ messageId: 'weaken', data: { name: 'sizes', key: 'el', weak: 'WeakMap' }, output: 'const sizes = new WeakMap()\nexport const f = (el) => sizes.get(el) ?? sizes.set(el, el.getBoundingClientRect().width).get(el)\n' }] }],
    },
    {
      name: 'made here',
      code: 'const owners = new Map()\nexport function open(url) {\n  const socket = new WebSocket(url)\n  owners.set(socket, url)\n  socket.onclose = () => log(owners.get(socket))\n}',
      errors: [{ messageId: 'keys', data: { name: 'owners', key: 'socket', weak: 'WeakMap' }, line: 1, column: 7, endLine: 1, endColumn: 13 }],
      output: 'const owners = new WeakMap()\nexport function open(url) {\n  const socket = new WebSocket(url)\n  owners.set(socket, url)\n  socket.onclose = () => log(owners.get(socket))\n}',
    },
    {
      name: 'guarded by typeof',
      options: [{ check: 'all' }],
      code: 'const seen = new Set()\nexport function visit(value) {\n  if (typeof value !== "object" || value === null) return\n  if (seen.has(value)) return\n  seen.add(value)\n}',
      errors: [{ messageId: 'keys', data: { name: 'seen', key: 'value', weak: 'WeakSet' }, line: 1, column: 7, endLine: 1, endColumn: 11 }],
      output: 'const seen = new WeakSet()\nexport function visit(value) {\n  if (typeof value !== "object" || value === null) return\n  if (seen.has(value)) return\n  seen.add(value)\n}',
    },
    {
      name: 'guarded by instanceof',
      options: [{ check: 'all' }],
      code: 'const seen = new Set()\nexport const visit = (value) => {\n  if (value instanceof Node && !seen.has(value)) seen.add(value)\n}',
      errors: [{ messageId: 'keys', data: { name: 'seen', key: 'value', weak: 'WeakSet' }, line: 1, column: 7, endLine: 1, endColumn: 11 }],
      output: 'const seen = new WeakSet()\nexport const visit = (value) => {\n  if (value instanceof Node && !seen.has(value)) seen.add(value)\n}',
    },
    {
      name: 'a property was read, which texts give as undefined: suggested',
      code: 'const parents = new Map()\nexport function parentOf(node) {\n  if (!parents.has(node)) parents.set(node, node.parentNode)\n  return parents.get(node)\n}',
      errors: [
        {
          messageId: 'keys', data: { name: 'parents', key: 'node', weak: 'WeakMap' }, line: 1, column: 7, endLine: 1, endColumn: 14,
          suggestions: [
            {
              messageId: 'weaken', data: { name: 'parents', key: 'node', weak: 'WeakMap' },
              output: 'const parents = new WeakMap()\nexport function parentOf(node) {\n  if (!parents.has(node)) parents.set(node, node.parentNode)\n  return parents.get(node)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'only called on one path: suggested',
      code: 'const shown = new Set()\nexport function show(el, isNew) {\n  if (isNew) el.animate(steps)\n  if (!shown.has(el)) shown.add(el)\n}',
      errors: [
        {
          messageId: 'keys', data: { name: 'shown', key: 'el', weak: 'WeakSet' }, line: 1, column: 7, endLine: 1, endColumn: 12,
          suggestions: [
            {
              messageId: 'weaken', data: { name: 'shown', key: 'el', weak: 'WeakSet' },
              output: 'const shown = new WeakSet()\nexport function show(el, isNew) {\n  if (isNew) el.animate(steps)\n  if (!shown.has(el)) shown.add(el)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a private static field, by the type in a comment',
      options: [{ check: 'all' }],
      code: 'class Entries {\n  static #hashes = new Map()\n  /** @param {ScanEntry} entry */\n  #hash(entry) {\n    if (!Entries.#hashes.has(entry)) Entries.#hashes.set(entry, hash(JSON.stringify(entry)))\n    return Entries.#hashes.get(entry)\n  }\n}',
      errors: [
        {
          messageId: 'keys', data: { name: '#hashes', key: 'entry', weak: 'WeakMap' }, line: 2, column: 10, endLine: 2, endColumn: 17,
          suggestions: [
            {
              messageId: 'weaken', data: { name: '#hashes', key: 'entry', weak: 'WeakMap' },
              output: 'class Entries {\n  static #hashes = new WeakMap()\n  /** @param {ScanEntry} entry */\n  #hash(entry) {\n    if (!Entries.#hashes.has(entry)) Entries.#hashes.set(entry, hash(JSON.stringify(entry)))\n    return Entries.#hashes.get(entry)\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a type of another file, through wrappers: nothing is written that may not compile',
      filename: 'a.ts',
      code: "import type ts from 'typescript'\nconst known = new Map() as Map<ts.Node, string>\nexport function f(node: ts.Node) {\n  if (!known!.has(node)) known.set(node, print(node))\n  return known.get(node)\n}",
      errors: [{ messageId: 'keys', data: { name: 'known', key: 'node', weak: 'WeakMap' }, line: 2, column: 7, endLine: 2, endColumn: 12, suggestions: [] }],
    },
    {
      name: 'a type of another file: suggested',
      filename: 'a.ts',
      code: "import type ts from 'typescript'\nconst known = new Map<ts.Node, string>()\nexport function f(node: ts.Node) {\n  if (!known.has(node)) known.set(node, print(node))\n  return known.get(node)\n}",
      errors: [
        {
          messageId: 'keys', data: { name: 'known', key: 'node', weak: 'WeakMap' }, line: 2, column: 7, endLine: 2, endColumn: 12,
          suggestions: [
            {
              messageId: 'weaken', data: { name: 'known', key: 'node', weak: 'WeakMap' },
              output: "import type ts from 'typescript'\nconst known = new WeakMap<ts.Node, string>()\nexport function f(node: ts.Node) {\n  if (!known.has(node)) known.set(node, print(node))\n  return known.get(node)\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'another WeakMap is declared',
      code: 'import { WeakMap } from "./ponyfill.js"\nconst owners = new Map()\nexport function f(url) {\n  const socket = new Socket(url)\n  owners.set(socket, url)\n  return () => owners.get(socket)\n}\nexport const other = new WeakMap()',
      errors: [{ messageId: 'keys', data: { name: 'owners', key: 'socket', weak: 'WeakMap' }, line: 2, column: 7, endLine: 2, endColumn: 13, suggestions: [] }],
    },
  ],
})
