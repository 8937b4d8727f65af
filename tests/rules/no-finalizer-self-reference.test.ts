import rule from '../../src/rules/no-finalizer-self-reference.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-finalizer-self-reference', rule, {
  valid: [
    { name: 'a part of the target', code: 'const registry = new FinalizationRegistry(close); export function open(path) { const file = new File(path); registry.register(file, file.handle); return file }' },
    { name: 'a function that uses a part only', code: 'const registry = new FinalizationRegistry((f) => f()); class A { constructor(ptr) { this.ptr = ptr; registry.register(this, () => free(ptr)) } }' },
    { name: 'a function that has a this of its own', code: 'const registry = new FinalizationRegistry((f) => f()); class A { constructor(ptr) { registry.register(this, function () { this.free(ptr) }) } }' },
    { name: 'the target as the token', code: 'const registry = new FinalizationRegistry(close); export function open(path) { const file = new File(path); registry.register(file, path, file) }' },
    { name: 'a weak reference to the target', code: 'const registry = new FinalizationRegistry(close); export function open(file) { registry.register(file, new WeakRef(file)) }' },
    { name: 'made by a function elsewhere', code: 'const registry = new FinalizationRegistry((f) => f()); const closer = (handle) => () => close(handle); export class A { constructor() { this.on(() => this.x); registry.register(this, closer(this.handle)) } }' },
    { name: 'a copy of its properties', code: 'const registry = new FinalizationRegistry(close); export function f(file) { registry.register(file, { ...file }) }' },
    { name: 'what throws at once', code: 'const registry = new FinalizationRegistry(close); export function f(file) { registry.register(file, file) }' },
    { name: 'a registry of one call', code: 'export function f(file) { const registry = new FinalizationRegistry(close); registry.register(file, { file }) }' },
    { name: 'a registry of another file', code: 'import { registry } from "./registry.js"; export function f(file) { registry.register(file, () => file.close()) }' },
    { name: 'another register', code: 'const commands = new Commands(); export function f(file) { commands.register(file, () => file.close()) }' },
    { name: 'a shadowed registry', code: 'import { FinalizationRegistry } from "./ponyfill.js"; const registry = new FinalizationRegistry(close); export function f(file) { registry.register(file, () => file.close()) }' },
    { name: 'arrows that use this in another method', code: 'class A { static #registry = new FinalizationRegistry((f) => f()); constructor(ptr) { A.#registry.register(this, () => free(ptr)) } run() { return [1].map(() => this.x) } }' },
    { name: 'an arrow in a function expression has its this', code: 'const registry = new FinalizationRegistry((f) => f()); class A { constructor(ptr) { list.map(function () { return () => this.x }); registry.register(this, () => free(ptr)) } }' },
    { name: 'a weak map whose value holds its key', code: 'const known = new WeakMap(); export function f(file) { known.set(file, { file }) }' },
    { name: 'a registry of its own that others hold', code: 'class A { registry = new FinalizationRegistry(close); constructor() { keep(this.registry); this.registry.register(this, 1) } }' },
    { name: 'a field of another object', code: 'class Pool { #registry = new FinalizationRegistry((id) => this.free(id)); add(item) { this.#registry.register(item, item.id) } }' },
    { name: 'one argument', code: 'const registry = new FinalizationRegistry(close); export function f(file) { registry.register(file) }' },
    { name: 'a computed method', code: 'const registry = new FinalizationRegistry(close); export function f(file, method) { registry[method](file, { file }) }' },
  ],
  invalid: [
    {
      name: 'a registry where there is such a thing, a sibling in the constructor',
      code: "class Room {\n  static cleanups = typeof FinalizationRegistry !== 'undefined' && new FinalizationRegistry((clean) => clean())\n  constructor() {\n    this.log = logger(() => this.name)\n    const controller = new AbortController()\n    if (Room.cleanups) Room.cleanups.register(this, () => controller.abort())\n  }\n}",
      errors: [{ messageId: 'context', data: { target: 'this', line: 4 }, line: 6, column: 53, endLine: 6, endColumn: 77 }],
    },
    {
      name: 'super in an arrow function, a registry of a condition',
      code: 'const registry = globalThis.FinalizationRegistry ? new FinalizationRegistry((close) => close()) : null\nclass A extends B {\n  constructor(handle) {\n    super()\n    each(() => super.run())\n    registry?.register(this, () => close(handle))\n  }\n}',
      errors: [{ messageId: 'context', data: { target: 'this', line: 5 }, line: 6, column: 30, endLine: 6, endColumn: 49 }],
    },
    {
      name: 'a function that uses the target: its parts are taken before',
      code: 'const registry = new FinalizationRegistry((close) => close())\nexport class File {\n  constructor(handle) {\n    this.handle = handle\n    registry.register(this, () => close(this.handle))\n  }\n}',
      errors: [
        {
          messageId: 'held', data: { target: 'this' }, line: 5, column: 41, endLine: 5, endColumn: 45,
          suggestions: [
            {
              messageId: 'copy', data: { target: 'this' },
              output: 'const registry = new FinalizationRegistry((close) => close())\nexport class File {\n  constructor(handle) {\n    this.handle = handle\n    const { handle: handle2 } = this\n    registry.register(this, () => close(handle2))\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'two parts of a local, in TypeScript, through wrappers and an optional call',
      filename: 'a.ts',
      code: 'const registry = new FinalizationRegistry<() => void>((f) => f());\nexport function open(path: string) {\n  const file = load(path);\n  registry?.register(file!, (() => { log(file.path); close(file.handle); }) as () => void);\n  return file;\n}',
      errors: [{ messageId: 'held', data: { target: 'file' }, line: 4, column: 42, endLine: 4, endColumn: 46, suggestions: [] }],
    },
    {
      name: 'two parts of a local',
      code: 'const registry = new FinalizationRegistry((f) => f());\nexport function open(path) {\n  const file = load(path);\n  registry.register(file, () => { log(file.path); close(file.handle); });\n  return file;\n}',
      errors: [
        {
          messageId: 'held', data: { target: 'file' }, line: 4, column: 39, endLine: 4, endColumn: 43,
          suggestions: [
            {
              messageId: 'copy', data: { target: 'file' },
              output: 'const registry = new FinalizationRegistry((f) => f());\nexport function open(path) {\n  const file = load(path);\n  const { path: path2, handle } = file;\n  registry.register(file, () => { log(path2); close(handle); });\n  return file;\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a method of the target',
      code: 'class Signal {\n  static #registry = new FinalizationRegistry((f) => f())\n  constructor() {\n    Signal.#registry.register(this, () => this.terminate())\n  }\n}',
      errors: [{ messageId: 'held', data: { target: 'this' }, line: 4, column: 43, endLine: 4, endColumn: 47 }],
    },
    {
      name: 'in an object, in an array, bound, by a constant',
      code: 'const registry = new FinalizationRegistry(close)\nexport function f(a, b, c, d) {\n  registry.register(a, { id: 1, a })\n  registry.register(b, [b])\n  registry.register(c, c.close.bind(c))\n  const held = { id: 1 }\n  held.owner = d\n  registry.register(d, held)\n}',
      errors: [
        { messageId: 'held', data: { target: 'a' }, line: 3, column: 33, endLine: 3, endColumn: 34 },
        { messageId: 'held', data: { target: 'b' }, line: 4, column: 25, endLine: 4, endColumn: 26 },
        { messageId: 'held', data: { target: 'c' }, line: 5, column: 37, endLine: 5, endColumn: 38 },
        { messageId: 'held', data: { target: 'd' }, line: 7, column: 16, endLine: 7, endColumn: 17 },
      ],
    },
    {
      name: 'a sibling puts this into the context',
      code: 'const registry = new FinalizationRegistry((f) => f())\nexport class Room {\n  constructor(media) {\n    const controller = new AbortController()\n    media.on("change", () => this.update())\n    registry.register(this, () => controller.abort())\n  }\n}',
      errors: [{ messageId: 'context', data: { target: 'this', line: 5 }, line: 6, column: 29, endLine: 6, endColumn: 53 }],
    },
    {
      name: 'a sibling puts a local into the context',
      code: 'const registry = new FinalizationRegistry((f) => f())\nexport function open(handle) {\n  const file = { handle }\n  const read = () => file.handle\n  registry.register(file, () => close(handle))\n  return read\n}',
      errors: [{ messageId: 'context', data: { target: 'file', line: 4 }, line: 5, column: 27, endLine: 5, endColumn: 46 }],
    },
    {
      name: 'the cleanup itself',
      code: 'let registry\nexport function watch(file) {\n  registry = new FinalizationRegistry(() => file.close())\n  registry.register(file, 1)\n}',
      errors: [{ messageId: 'callback', data: { target: 'file' }, line: 3, column: 45, endLine: 3, endColumn: 49 }],
    },
    {
      name: 'a registry of its own, which goes with it',
      code: 'class Audio {\n  private readonly registry = new FinalizationRegistry((id) => free(id))\n  constructor(id) {\n    this.registry.register(this, id)\n  }\n}',
      errors: [
        {
          messageId: 'owner', data: { registry: 'this.registry' }, line: 4, column: 5, endLine: 4, endColumn: 18,
          suggestions: [
            {
              messageId: 'share', data: { registry: 'this.registry' },
              output: 'class Audio {\n  private static readonly registry = new FinalizationRegistry((id) => free(id))\n  constructor(id) {\n    Audio.registry.register(this, id)\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a registry of its own without a name for its class',
      code: 'export default class {\n  #registry = new FinalizationRegistry(free)\n  constructor(id) {\n    this.#registry.register(this, id)\n  }\n}',
      errors: [{ messageId: 'owner', data: { registry: 'this.#registry' }, line: 4, column: 5, endLine: 4, endColumn: 19 }],
    },
    {
      name: 'another function keeps it too, for which no parts can be taken',
      code: 'const registry = new FinalizationRegistry((f) => f())\nexport function open(path, names) {\n  const file = load(path)\n  const read = () => file.handle\n  registry.register(file, () => close(file.handle))\n  return read\n}\nexport class Files {\n  constructor(handle, names) {\n    this.handle = handle\n    names.forEach((name) => this.add(name))\n    registry.register(this, () => close(this.handle))\n  }\n}',
      errors: [
        { messageId: 'held', data: { target: 'file' }, line: 5, column: 39, endLine: 5, endColumn: 43, suggestions: [] },
        { messageId: 'held', data: { target: 'this' }, line: 12, column: 41, endLine: 12, endColumn: 45, suggestions: [] },
      ],
    },
  ],
})
