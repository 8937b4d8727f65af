import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import plugin from '../../src/index.ts'
import rule from '../../src/rules/no-lingering-capture.ts'
import { keeps } from '../measurements/contexts/answers.ts'
import { runningNode } from '../measurements/runner/node-binaries.ts'
import { testRule } from '../support/rule-tester.ts'

const lingering = (name: string, survival: string, line: number, part: string) => ({ name, survival, line, part })

testRule('no-lingering-capture', rule, {
  valid: [
    { name: 'the whole value is used', code: 'function make(path) { const data = fs.readFileSync(path); return (n) => data.indexOf(n) + data.length }' },
    { name: 'another function that stays uses the whole', code: 'function make(path) { const data = fs.readFileSync(path); return { size: () => data.length, find: (n) => data.indexOf(n) } }' },
    { name: 'the part is copied before', code: 'function make(path) { const data = fs.readFileSync(path); const { length } = data; return () => length }' },
    { name: 'nothing says that it is large', code: 'function make(data) { return () => data.length }' },
    { name: 'a small part of a small array', code: 'function make() { const data = [1, 2]; return () => data.length }' },
    { name: 'a part that may be large itself', code: 'function make(text) { const data = JSON.parse(fs.readFileSync(text)); return () => data.items }' },
    { name: 'an element by a variable', code: 'function make(path) { const rows = JSON.parse(fs.readFileSync(path)); return (i) => rows[i].id }' },
    { name: 'a method of that name', code: 'function make(path) { const data = JSON.parse(fs.readFileSync(path)); return () => data.size() }' },
    { name: 'the part is written', code: 'function make(path) { const data = JSON.parse(fs.readFileSync(path)); return () => { data.version += 1; return data.version } }' },
    { name: 'a part of a part is written elsewhere', code: 'function make(path) { const data = JSON.parse(fs.readFileSync(path)); use(() => 1); data.meta.id = 2; return () => data.meta.id }' },
    { name: 'it grows after the function is made', code: 'function make(paths) { const rows = JSON.parse(fs.readFileSync(paths[0])); const size = () => rows.length; this.size = size; rows.push(1); return size }' },
    { name: 'it grows in the function', code: 'function make(path) { const rows = JSON.parse(fs.readFileSync(path)); return () => { rows.pop(); return rows.length } }' },
    { name: 'the variable is written', code: 'function make(path) { let data = fs.readFileSync(path); setInterval(() => log(data.length), 9); data = null }' },
    { name: 'nothing outlives the call', code: 'function make(path, names) { const data = fs.readFileSync(path); return names.filter((n) => n.size < data.length).length }' },
    { name: 'a timer that fires once', code: 'function make(path) { const data = fs.readFileSync(path); setTimeout(() => log(data.length), 9) }' },
    { name: 'nobody knows how long it stays', code: 'function make(path) { const data = fs.readFileSync(path); watch(() => data.length) }' },
    { name: 'once per program', code: '(() => { const data = fs.readFileSync("a"); window.size = () => data.length })()' },
    { name: 'kept elsewhere anyway', code: 'class A { load(path) { const data = fs.readFileSync(path); this.data = data; return () => data.length } }' },
    { name: 'returned beside the function', code: 'function make(path) { const data = fs.readFileSync(path); return { data, size: () => data.length } }' },
    { name: 'another captured variable is made of it', code: 'function make(path) { const rows = JSON.parse(fs.readFileSync(path)); const ids = new Map(rows.map((r) => [r.id, r])); return { get: (id) => ids.get(id), size: () => rows.length } }' },
    { name: 'another captured variable collects its pieces', code: 'function make(path) { const rows = JSON.parse(fs.readFileSync(path)); const ids = new Map(); for (const row of rows) ids.set(row.id, row); return { get: (id) => ids.get(id), size: () => rows.length } }' },
    { name: 'a collection that a callback fills with its pieces', code: 'function make(path) { const rows = JSON.parse(fs.readFileSync(path)); const ids = {}; rows.forEach((row) => { ids[row.id] = row }); return { get: (id) => ids[id], size: () => rows.length } }' },
    { name: 'a view of the same bytes', code: 'async function make(r) { const buffer = await (await fetch(r)).arrayBuffer(); const view = new DataView(buffer); return { at: (i) => view.getInt8(i), size: () => buffer.byteLength } }' },
    { name: 'a function that uses it is captured', code: 'function make(path) { const data = fs.readFileSync(path); function find(n) { return data.indexOf(n) } return () => find(1) + data.length }' },
    { name: 'the reply keeps the request too', code: 'app.post("/", (req, res) => { setInterval(() => res.write(req.id), 9) })' },
    { name: 'a request of another kind', code: 'function ask(request, done) { return () => request.id }' },
    { name: 'a shadowed name', code: 'function make(path) { const data = fs.readFileSync(path); return (data) => data.length }' },
    { name: 'a type of that name', code: 'function make(path: string) { const data = fs.readFileSync(path); return (x: typeof data.length) => x }' },
    { name: 'reported by no-shared-closure-context', code: 'function make(path, names) { const data = fs.readFileSync(path); names.map((n) => n + data.length); return () => 42 }' },
    { name: 'at module level', code: 'const data = fs.readFileSync("a"); export const size = () => data.length' },
  ],
  invalid: [
    {
      name: 'the length of a file',
      code: 'export function open(path) {\n  const data = fs.readFileSync(path)\n  hash(data)\n  return { size: () => data.length }\n}',
      errors: [
        {
          messageId: 'lingering', data: lingering('data', 'returned', 4, 'data.length'), line: 4, column: 24, endLine: 4, endColumn: 35,
          suggestions: [
            {
              messageId: 'copy', data: { part: 'data.length' },
              output: 'export function open(path) {\n  const data = fs.readFileSync(path)\n  hash(data)\n  const dataLength = data.length\n  return { size: () => dataLength }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'two parts, of which one lies deeper and may be missing; the name is taken',
      code: "async function load(url) {\n  const rowsLength = 1;\n  const rows = await (await fetch(url)).json();\n  render(rows);\n  window.addEventListener('focus', () => report(rows[0].id, rows.length, rows.length));\n}",
      errors: [
        {
          messageId: 'lingering', data: lingering('rows', 'registered', 5, 'rows[0].id, rows.length'), line: 5, column: 49, endLine: 5, endColumn: 59,
          suggestions: [
            {
              messageId: 'copy', data: { part: 'rows[0].id, rows.length' },
              output: "async function load(url) {\n  const rowsLength = 1;\n  const rows = await (await fetch(url)).json();\n  render(rows);\n  const rowsId = rows[0]?.id;\n  const rowsLength2 = rows.length;\n  window.addEventListener('focus', () => report(rowsId, rowsLength2, rowsLength2));\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a request by its handler, a header',
      code: "app.post('/', (req, res) => {\n  setInterval(() => tick(req.user.id, req.headers['x-trace']), 10)\n  res.end()\n})",
      errors: [
        {
          messageId: 'lingering', data: lingering('req', 'registered', 2, "req.user.id, req.headers['x-trace']"), line: 2, column: 26, endLine: 2, endColumn: 37,
          suggestions: [
            {
              messageId: 'copy', data: { part: "req.user.id, req.headers['x-trace']" },
              output: "app.post('/', (req, res) => {\n  const reqId = req.user?.id\n  const reqXTrace = req.headers?.['x-trace']\n  setInterval(() => tick(reqId, reqXTrace), 10)\n  res.end()\n})",
            },
          ],
        },
      ],
    },
    {
      name: 'the status of a response that holds its data',
      code: "import axios from 'axios'\nclass A {\n  async load(url) {\n    const response = await axios.get(url)\n    this.retry = () => again(response?.status)\n  }\n}",
      errors: [
        {
          messageId: 'lingering', data: lingering('response', 'stored', 5, 'response?.status'), line: 5, column: 30, endLine: 5, endColumn: 46,
          suggestions: [
            {
              messageId: 'copy', data: { part: 'response?.status' },
              output: "import axios from 'axios'\nclass A {\n  async load(url) {\n    const response = await axios.get(url)\n    const responseStatus = response?.status\n    this.retry = () => again(responseStatus)\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a function declaration may be called from the start',
      code: 'export function make(path) {\n  const data = fs.readFileSync(path)\n  size()\n  return size\n  function size() { return data.length }\n}',
      errors: [
        {
          messageId: 'lingering', data: lingering('data', 'returned', 5, 'data.length'), line: 5, column: 28, endLine: 5, endColumn: 39,
          suggestions: [
            {
              messageId: 'copy', data: { part: 'data.length' },
              output: 'export function make(path) {\n  const data = fs.readFileSync(path)\n  const dataLength = data.length\n  size()\n  return size\n  function size() { return dataLength }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a parameter by its type, behind a directive',
      filename: 'a.ts',
      code: 'export function preview(image: ImageData) {\n  "use strict"\n  return () => clear(image.width, image!.height as number)\n}',
      errors: [
        {
          messageId: 'lingering', data: lingering('image', 'returned', 3, 'image.width, image!.height'), line: 3, column: 22, endLine: 3, endColumn: 33,
          suggestions: [
            {
              messageId: 'copy', data: { part: 'image.width, image!.height' },
              output: 'export function preview(image: ImageData) {\n  "use strict"\n  const imageWidth = image.width\n  const imageHeight = image!.height\n  return () => clear(imageWidth, imageHeight as number)\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a method of a class that is returned',
      code: 'export function make(path) {\n  const text = fs.readFileSync(path, "utf8");\n  return class {\n    static { log(text) }\n    size() { return 1 }\n  }\n}\nexport function other(path) {\n  const text = fs.readFileSync(path, "utf8");\n  return class {\n    size() { return text.length }\n  };\n}',
      errors: [
        {
          messageId: 'lingering', data: lingering('text', 'returned', 10, 'text.length'), line: 11, column: 21, endLine: 11, endColumn: 32,
          suggestions: [
            {
              messageId: 'copy', data: { part: 'text.length' },
              output: 'export function make(path) {\n  const text = fs.readFileSync(path, "utf8");\n  return class {\n    static { log(text) }\n    size() { return 1 }\n  }\n}\nexport function other(path) {\n  const text = fs.readFileSync(path, "utf8");\n  const textLength = text.length;\n  return class {\n    size() { return textLength }\n  };\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'no place for a statement: the declaration itself, or an arrow without a body',
      code: 'export function make(path) {\n  const data = fs.readFileSync(path), size = () => data.length\n  return size\n}',
      errors: [{ messageId: 'lingering', data: lingering('data', 'returned', 2, 'data.length'), line: 2, column: 52, endLine: 2, endColumn: 63 }],
    },
    {
      name: 'a comment stays where it is',
      code: 'export function make(path) {\n  const data = fs.readFileSync(path)\n  return () => data /* bytes */ .length\n}',
      errors: [{ messageId: 'lingering', data: lingering('data', 'returned', 3, 'data /* bytes */ .length'), line: 3, column: 16, endLine: 3, endColumn: 40 }],
    },
    {
      name: 'a block of a loop, a computed key, an async function and a generator',
      code: "export async function watch(paths) {\n  for (const path of paths) {\n    const data = await fs.promises.readFile(path)\n    setInterval(async function* () { yield data['length'] }, 9)\n  }\n}",
      errors: [
        {
          messageId: 'lingering', data: lingering('data', 'registered', 4, "data['length']"), line: 4, column: 44, endLine: 4, endColumn: 58,
          suggestions: [
            {
              messageId: 'copy', data: { part: "data['length']" },
              output: "export async function watch(paths) {\n  for (const path of paths) {\n    const data = await fs.promises.readFile(path)\n    const dataLength = data['length']\n    setInterval(async function* () { yield dataLength }, 9)\n  }\n}",
            },
          ],
        },
      ],
    },
  ],
})

it('what is reported stays until it is repaired', () => {
  const programs = [
    'function make() {\n  const data = fs.readFileSync("a")\n  return () => data.length\n}',
    'function make() {\n  const data = fs.readFileSync("a")\n  const api = {}\n  size()\n  api.size = size\n  return api\n  function size() { return data.length + data.name }\n}',
    'function make() {\n  const data = fs.readFileSync("a")\n  class Handle { get id() { return data[0].id } }\n  return new Handle()\n}',
  ]
  expect(keeps(programs, runningNode)).toEqual([true, true, true])
  expect(keeps(programs.map(repaired), runningNode)).toEqual([false, false, false])
})

function repaired(code: string): string {
  const [message] = new Linter().verify(code, [{ plugins: { memory: plugin }, languageOptions: { sourceType: 'script' }, rules: { 'memory/no-lingering-capture': 'error' } }])
  const { range: [start, end], text } = message!.suggestions![0]!.fix
  return code.slice(0, start) + text + code.slice(end)
}
