import rule from '../../src/rules/no-copying-getter.ts'
import { testRule } from '../support/rule-tester.ts'

const list = 'class List { #items = []; get items() { return [...this.#items] }'

testRule('no-copying-getter', rule, {
  valid: [
    { name: 'a read outside of loops', code: `${list} has(x) { return this.items.includes(x) } }` },
    { name: 'a read before a loop', code: `${list} f(xs) { const items = this.items; for (const x of xs) if (items.includes(x)) count(x) } }` },
    { name: 'the head of a loop that is evaluated once', code: `${list} f() { for (const item of this.items) count(item) } }` },
    { name: 'a copy that is given back', code: `${list} f(xs) { return xs.map(() => this.items) } }` },
    { name: 'a copy that is passed on', code: `${list} f(xs) { for (const x of xs) send(x, this.items) } }` },
    { name: 'a copy that is kept', code: `${list} f(xs) { for (const x of xs) x.all = this.items } }` },
    { name: 'a copy that is changed', code: `${list} f(xs) { for (const x of xs) count(this.items.sort()[x]) } }` },
    { name: 'a copy of which an element is written', code: `${list} f(xs) { for (const x of xs) { this.items[x] = 1 } } }` },
    { name: 'a copy that a callback takes', code: `${list} f(xs, kept) { for (const x of xs) this.items.forEach((item, i, all) => kept.push(all)) } }` },
    { name: 'a copy that is walked while the field is written', code: `${list} f(xs) { for (const x of xs) for (const item of this.items) this.#items.push(item) } }` },
    { name: 'a copy that is walked while others run', code: `${list} f(xs) { for (const x of xs) for (const item of this.items) item.close() } }` },
    { name: 'a read that ends the loop', code: `${list} f(xs) { for (const x of xs) if (x) return this.items.includes(x); return false } }` },
    { name: 'a small loop', code: `${list} f() { for (const x of ['a', 'b']) if (this.items.includes(x)) count(x) } }` },
    { name: 'a getter that copies nothing', code: 'class A { #items = []; get items() { return this.#items } f(xs) { for (const x of xs) if (this.items.includes(x)) count(x) } }' },
    { name: 'a getter that makes something else', code: 'class A { #items = []; get items() { return [...this.#items, 1] } f(xs) { for (const x of xs) if (this.items.includes(x)) count(x) } }' },
    { name: 'a getter that selects', code: 'class A { #items = []; get items() { return this.#items.slice(1) } f(xs) { for (const x of xs) if (this.items.includes(x)) count(x) } }' },
    { name: 'a method with a parameter', code: 'class A { #items = []; getItems(x) { return [...this.#items] } f(xs) { for (const x of xs) if (this.getItems(x).includes(x)) count(x) } }' },
    { name: 'a copy of what is made there', code: 'class A { getItems() { return [...this.load()] } f(xs) { for (const x of xs) if (this.getItems().includes(x)) count(x) } }' },
    { name: 'another class', code: `${list} } class B { f(xs) { for (const x of xs) if (this.items.includes(x)) count(x) } }` },
    { name: 'another object', code: `${list} f(xs, other) { for (const x of xs) if (other.items.includes(x)) count(x) } }` },
    { name: 'a static getter', code: 'class A { static #items = []; static get items() { return [...this.#items] } static f(xs) { for (const x of xs) if (this.items.includes(x)) count(x) } }' },
    { name: 'an asynchronous method', code: 'class A { #items = []; async getItems() { return [...this.#items] } f(xs) { for (const x of xs) if (this.getItems().includes(x)) count(x) } }' },
    { name: 'a field that the loop writes, through a list of another kind', code: 'class A { #set = new Set(); get items() { return [...this.#set] } f(xs) { for (const x of xs) if (this.items.includes(x)) this.#set.add(x) } }' },
    { name: 'a field that others may write in the loop', code: 'class A { #set = new Set(); get items() { return [...this.#set] } f(xs) { for (const x of xs) if (this.items.includes(x)) this.emit(x) } }' },
    { name: 'a deep clone of which a part is written', code: 'class A { #state = {}; get state() { return structuredClone(this.#state) } f(xs) { for (const x of xs) this.state.rows.push(x) } }' },
    { name: 'an instance that the loop changes', code: `${list} } const list = new List(); export function f(xs) { for (const x of xs) if (list.items.includes(x)) list.add(x) }` },
    { name: 'a function with a comment in the call', code: 'const items = []; const getItems = () => items.slice(); function f(xs, items) { for (const x of xs) if (getItems(/* all */).includes(x)) count(x) }' },
  ],
  invalid: [
    {
      name: 'a getter of an array in a loop',
      code: `${list} f(xs) { for (const x of xs) if (this.items.includes(x)) count(x) } }`,
      errors: [{
        messageId: 'repeated', data: { read: 'this.items', field: 'this.#items' }, line: 1, column: 99, endLine: 1, endColumn: 109,
        suggestions: [{ messageId: 'readField', data: { read: 'this.items', field: 'this.#items' }, output: `${list} f(xs) { for (const x of xs) if (this.#items.includes(x)) count(x) } }` }],
      }],
    },
    {
      name: 'both reads of one loop, in a loop that writes nothing',
      code: `${list} f() {\n    let sum = 0\n    for (let i = 0; i < this.items.length; i++) sum += this.items[i]\n    return sum\n  }\n}`,
      errors: [{
        messageId: 'repeated', data: { read: 'this.items', field: 'this.#items' }, line: 3, column: 25, endLine: 3, endColumn: 35,
        suggestions: [
          { messageId: 'readField', data: { read: 'this.items', field: 'this.#items' }, output: `${list} f() {\n    let sum = 0\n    for (let i = 0; i < this.#items.length; i++) sum += this.#items[i]\n    return sum\n  }\n}` },
          { messageId: 'readBefore', data: { read: 'this.items', field: 'this.#items' }, output: `${list} f() {\n    let sum = 0\n    const items = this.items\n    for (let i = 0; i < items.length; i++) sum += items[i]\n    return sum\n  }\n}` },
        ],
      }],
    },
    {
      name: 'a list of a Set in a callback of a static-typed class',
      code: 'class A { private readonly ids: Set<string> = new Set(); getIds(): string[] { return Array.from(this.ids) }\n  f(xs: string[]) {\n    return xs.filter((x) => this.getIds().includes(x))\n  }\n}',
      errors: [{
        messageId: 'repeated', data: { read: 'this.getIds()', field: 'this.ids' }, line: 3, column: 29, endLine: 3, endColumn: 42,
        suggestions: [{ messageId: 'readBefore', data: { read: 'this.getIds()', field: 'this.ids' }, output: 'class A { private readonly ids: Set<string> = new Set(); getIds(): string[] { return Array.from(this.ids) }\n  f(xs: string[]) {\n    const ids = this.getIds()\n    return xs.filter((x) => ids.includes(x))\n  }\n}' }],
      }],
    },
    {
      name: 'values of a Map that are walked in a loop',
      code: 'class A { #byId = new Map(); get all() { return [...this.#byId.values()] } f(xs) {\n  let n = 0\n  for (const x of xs) for (const one of this.all) if (one === x) n++\n  return n\n} }',
      errors: [{
        messageId: 'repeated', data: { read: 'this.all', field: 'this.#byId.values()' }, line: 3, column: 41, endLine: 3, endColumn: 49,
        suggestions: [
          { messageId: 'readField', data: { read: 'this.all', field: 'this.#byId.values()' }, output: 'class A { #byId = new Map(); get all() { return [...this.#byId.values()] } f(xs) {\n  let n = 0\n  for (const x of xs) for (const one of this.#byId.values()) if (one === x) n++\n  return n\n} }' },
          { messageId: 'readBefore', data: { read: 'this.all', field: 'this.#byId.values()' }, output: 'class A { #byId = new Map(); get all() { return [...this.#byId.values()] } f(xs) {\n  let n = 0\n  const all = this.all\n  for (const x of xs) for (const one of all) if (one === x) n++\n  return n\n} }' },
        ],
      }],
    },
    {
      name: 'options that are spread, in a static block and as a key',
      code: 'class A { options = {}; getOptions() { return { ...this.options } } g(xs) { while (xs.pop()) if (this["getOptions"]().loose) count() } static { new A() } }',
      errors: [{
        messageId: 'repeated', data: { read: 'this["getOptions"]()', field: 'this.options' }, line: 1, column: 98, endLine: 1, endColumn: 118,
        suggestions: [{ messageId: 'readField', data: { read: 'this["getOptions"]()', field: 'this.options' }, output: 'class A { options = {}; getOptions() { return { ...this.options } } g(xs) { while (xs.pop()) if (this.options.loose) count() } static { new A() } }' }],
      }],
    },
    {
      name: 'a function of the file',
      code: "'use strict'\nconst items = []\nfunction getItems() { return items.slice() }\nmodule.exports = (xs) => {\n  for (const x of xs) if (getItems().includes(x)) return x\n}",
      languageOptions: { sourceType: 'commonjs' },
      errors: [{
        messageId: 'repeated', data: { read: 'getItems()', field: 'items' }, line: 5, column: 27, endLine: 5, endColumn: 37,
        suggestions: [
          { messageId: 'readField', data: { read: 'getItems()', field: 'items' }, output: "'use strict'\nconst items = []\nfunction getItems() { return items.slice() }\nmodule.exports = (xs) => {\n  for (const x of xs) if (items.includes(x)) return x\n}" },
          { messageId: 'readBefore', data: { read: 'getItems()', field: 'items' }, output: "'use strict'\nconst items = []\nfunction getItems() { return items.slice() }\nmodule.exports = (xs) => {\n  const items2 = getItems()\n  for (const x of xs) if (items2.includes(x)) return x\n}" },
        ],
      }],
    },
    {
      name: 'an instance that is only asked',
      code: `${list} }\nconst list = new List()\nexport function f(xs) {\n  for (const x of xs) if (list!.items.includes(x)) count(x)\n}`,
      errors: [{
        messageId: 'repeated', data: { read: 'list!.items', field: 'this.#items' }, line: 4, column: 27, endLine: 4, endColumn: 38,
        suggestions: [{ messageId: 'readBefore', data: { read: 'list!.items', field: 'this.#items' }, output: `${list} }\nconst list = new List()\nexport function f(xs) {\n  const items = list!.items\n  for (const x of xs) if (items.includes(x)) count(x)\n}` }],
      }],
    },
    {
      name: 'a deep clone that is looked at',
      code: 'class A { #state = {}; get state() { return structuredClone(this.#state) } async f(xs) { for (const x of xs) if (this.state.open === x) count(x) } }',
      errors: [{
        messageId: 'repeated', data: { read: 'this.state', field: 'this.#state' }, line: 1, column: 114, endLine: 1, endColumn: 124,
        suggestions: [{ messageId: 'readField', data: { read: 'this.state', field: 'this.#state' }, output: 'class A { #state = {}; get state() { return structuredClone(this.#state) } async f(xs) { for (const x of xs) if (this.#state.open === x) count(x) } }' }],
      }],
    },
  ],
})
