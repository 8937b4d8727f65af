import rule from '../../src/rules/no-redundant-copy.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-redundant-copy', rule, {
  valid: [
    { name: 'bytes that need not be a Buffer, of which toString says something else', code: "function f(b) { if (b instanceof Uint8Array) return Buffer.from(b).toString('utf8') }" },
    { name: 'a literal that is there for its type', code: 'const field = { page: 1, ...({ type: kind, meta } as FieldAndMeta) }' },
    // The copy is what TypeScript lets be written to
    "const keys = ['a', 'b'] as const; const [first] = isLast ? keys : [...keys].reverse()",
    "function f() { const keys: readonly string[] = ['b', 'a']; const same = keys; return [...same].sort() }",
    "const names = (): ReadonlyArray<string> => ['b', 'a']; const sorted = [...names()].sort(); const others = names().toSorted()",
    "const names = () => ['b', 'a'] as const; const sorted = names().toSorted()",
    // The source is somebody else's
    'const copy = [...xs]',
    'const copy = { ...options }',
    'const sorted = [...xs].sort()',
    'const copy = Array.from(list.map((x) => x))',
    'const copy = [].concat(this.map((x) => x))',
    'class A { get items() { return [...this.list] } }',
    // A list of the module, copied once when it loads
    'const PROVIDERS = [a, b]; class M { static options = { providers: PROVIDERS.length, exports: [...PROVIDERS] } }',
    // It makes an array of something else
    'const all = [...new Set(xs)].map(f)',
    'const all = Array.from(document.querySelectorAll("a")).map(f)',
    'const letters = [..."text"].map(f)',
    'const all = [...map.values()]',
    'const { Object } = globals; const keys = [...Object.keys(o)]',
    // It fills holes
    'const all = [...Array(3)].map((_, i) => i)',
    'const all = Array.from(new Array(3))',
    // Measured: a Set made of a Set allocates more than one made of an array of it
    'const s = new Set(xs); const copy = new Set([...s])',
    // It is used later, elsewhere or more than once
    'function f() { const all = []; const copy = [...all]; all.push(1); return copy }',
    'function f() { const all = []; on("x", () => all.push(1)); return [...all] }',
    'function f() { const all = []; for (const x of xs) out.push([...all]) }',
    'function f() { const all = []; keep(all); return [...all] }',
    'const all = []; export function get() { return [...all] }',
    // The callback may write what is walked
    'listeners.slice().forEach((listener) => listener())',
    'this.items.slice().forEach((item) => item.remove())',
    'const own = [1]; own.slice().forEach((x) => { own.push(x) })',
    'const own = [1]; [...own].forEach((x, i, all) => { all.push(x) }); use(own)',
    'const own = [1]; [...own].forEach(async (x) => { await x; own.push(x) })',
    'const own = [1]; const add = () => own.push(1); own.slice().map(() => add())',
    // Needed for its type or its shape
    'const all = [...Object.keys(o)] as const',
    'const all = [...xs?.map((x) => x)]',
    'const o = { ...{ get a() { return 1 } } }',
    'const o = { ...{ __proto__: parent } }',
    'const o = { ...(a ? { b } : {}) }',
    'const m = Object.assign({}, Object.create(null))',
    // Arguments that are also used by themselves, or of a function that takes no rest parameter
    'const f = function (a) { const all = [...arguments]; return arguments.length + all.length }',
    'const f = function (a, b) { return Array.prototype.slice.call(arguments) }',
    'const f = function () { "use strict"; return [...arguments] }',
    'const o = { set a(value) { this.b = [...arguments] } }',
    { code: 'var f = function () { return Array.prototype.slice.call(arguments) }', languageOptions: { sourceType: 'script' } },
    'const f = function () { return list.slice.call(arguments) }',
  ],
  invalid: [
    {
      name: 'a call that makes an array',
      code: 'const keys = [...Object.keys(o)]\nconst rows = Array.from(Object.entries(o).filter(([, v]) => v)).slice()',
      output: 'const keys = Object.keys(o)\nconst rows = Object.entries(o).filter(([, v]) => v).slice()',
      errors: [
        { messageId: 'fresh', data: { name: 'Object.keys(o)' }, line: 1, column: 14, endLine: 1, endColumn: 33, suggestions: [] },
        { messageId: 'fresh', data: { name: 'Array.from(…)' }, line: 2, column: 14, endLine: 2, endColumn: 72, suggestions: [] },
        { messageId: 'fresh', data: { name: 'Object.entries(o).filter(([, v]) => v)' }, line: 2, column: 14, endLine: 2, endColumn: 64, suggestions: [] },
      ],
    },
    {
      name: 'map and filter of what may be of a subclass',
      code: 'const ids = [...users.map((user) => user.id)]\nconst f = (xs: string[]) => Array.from(xs.filter(Boolean))',
      errors: [
        {
          messageId: 'fresh', data: { name: 'users.map((user) => user.id)' }, line: 1, column: 13, endLine: 1, endColumn: 46,
          suggestions: [{ messageId: 'removeCopy', output: 'const ids = users.map((user) => user.id)\nconst f = (xs: string[]) => Array.from(xs.filter(Boolean))' }],
        },
        {
          messageId: 'fresh', data: { name: 'xs.filter(Boolean)' }, line: 2, column: 29, endLine: 2, endColumn: 59,
          suggestions: [{ messageId: 'removeCopy', output: 'const ids = [...users.map((user) => user.id)]\nconst f = (xs: string[]) => xs.filter(Boolean)' }],
        },
      ],
    },
    {
      name: 'a local collection that is handed out',
      code: 'function f(xs) {\n  const all = []\n  for (const x of xs) all.push(x)\n  return [...all]\n}\nfunction* g(...xs) { yield Object.freeze([...xs]) }',
      output: 'function f(xs) {\n  const all = []\n  for (const x of xs) all.push(x)\n  return all\n}\nfunction* g(...xs) { yield Object.freeze(xs) }',
      errors: [
        { messageId: 'fresh', data: { name: 'all' }, line: 4, column: 10, endLine: 4, endColumn: 18, suggestions: [] },
        { messageId: 'fresh', data: { name: 'xs' }, line: 6, column: 42, endLine: 6, endColumn: 49, suggestions: [] },
      ],
    },
    {
      name: 'what a function of the file makes, and what is awaited',
      code: 'const make = () => ({ a: 1 })\nconst o = { ...make() }\nasync function f(xs) { return [...await Promise.all(xs)].length }',
      output: 'const make = () => ({ a: 1 })\nconst o = { ...make() }\nasync function f(xs) { return (await Promise.all(xs)).length }',
      errors: [
        {
          messageId: 'fresh', data: { name: 'make()' }, line: 2, column: 11, endLine: 2, endColumn: 24,
          suggestions: [{
            messageId: 'removeCopy',
            output: 'const make = () => ({ a: 1 })\nconst o = make()\nasync function f(xs) { return [...await Promise.all(xs)].length }',
          }],
        },
        { messageId: 'fresh', data: { name: 'await Promise.all(xs)' }, line: 3, column: 31, endLine: 3, endColumn: 57, suggestions: [] },
      ],
    },
    {
      name: 'literals',
      code: 'a = { ...{ b, c: 1 } }\nd = { ...{}, ...{ b }, e }\nf = () => Object.assign({}, { b })\ng = Object.assign({}, ({ b }))',
      output: 'a = { b, c: 1 }\nd = {  b, e }\nf = () => ({ b })\ng = { b }',
      errors: [
        { messageId: 'fresh', data: { name: '{ b, c: 1 }' }, line: 1, column: 5, endLine: 1, endColumn: 23, suggestions: [] },
        { messageId: 'literal', line: 2, column: 7, endLine: 2, endColumn: 12, suggestions: [] },
        { messageId: 'literal', line: 2, column: 14, endLine: 2, endColumn: 22, suggestions: [] },
        { messageId: 'fresh', data: { name: '{ b }' }, line: 3, column: 11, endLine: 3, endColumn: 35, suggestions: [] },
        { messageId: 'fresh', data: { name: '{ b }' }, line: 4, column: 5, endLine: 4, endColumn: 31, suggestions: [] },
      ],
    },
    {
      name: 'a literal in TypeScript, which looks for properties too many',
      code: 'const a: T = { ...b, ...{ c } }',
      filename: 'a.ts',
      errors: [{
        messageId: 'literal', line: 1, column: 22, endLine: 1, endColumn: 30,
        suggestions: [{ messageId: 'removeCopy', output: 'const a: T = { ...b, c }' }],
      }],
    },
    {
      name: 'a copy for one walk of a local array',
      code: 'const own = [1, 2]\nconst all = [...own].map((x) => f(x))\nown.slice().forEach((x) => { f(x) })\nexport const text = Array.from(own!).join()',
      output: 'const own = [1, 2]\nconst all = own.map((x) => f(x))\nown.forEach((x) => { f(x) })\nexport const text = own!.join()',
      errors: [
        { messageId: 'read', data: { name: 'own' }, line: 2, column: 13, endLine: 2, endColumn: 21, suggestions: [] },
        { messageId: 'read', data: { name: 'own' }, line: 3, column: 1, endLine: 3, endColumn: 12, suggestions: [] },
        { messageId: 'read', data: { name: 'own' }, line: 4, column: 21, endLine: 4, endColumn: 37, suggestions: [] },
      ],
    },
    {
      name: 'a copy for one walk of what is not proven to be an array',
      code: 'const ids = users.slice().map((user) => user.id)\nclass A { static { Promise.all([...this.pending]) } }',
      errors: [
        {
          messageId: 'read', data: { name: 'users' }, line: 1, column: 13, endLine: 1, endColumn: 26,
          suggestions: [{ messageId: 'removeCopy', output: 'const ids = users.map((user) => user.id)\nclass A { static { Promise.all([...this.pending]) } }' }],
        },
        {
          messageId: 'read', data: { name: 'this.pending' }, line: 2, column: 32, endLine: 2, endColumn: 49,
          suggestions: [{ messageId: 'removeCopy', output: 'const ids = users.slice().map((user) => user.id)\nclass A { static { Promise.all(this.pending) } }' }],
        },
      ],
    },
    {
      name: 'copies that are spread, or made into another collection',
      code: 'const own = [1], m = new Map()\nf(...[...xs], ...Array.from(m))\ng(new Set([...own]), new Map([...m]), Object.fromEntries(Array.from(m)), own)',
      output: 'const own = [1], m = new Map()\nf(...xs, ...Array.from(m))\ng(new Set(own), new Map([...m]), Object.fromEntries(Array.from(m)), own)',
      errors: [
        { messageId: 'read', data: { name: 'xs' }, line: 2, column: 6, endLine: 2, endColumn: 13, suggestions: [] },
        {
          messageId: 'read', data: { name: 'm' }, line: 2, column: 18, endLine: 2, endColumn: 31,
          suggestions: [{
            messageId: 'removeCopy',
            output: 'const own = [1], m = new Map()\nf(...[...xs], ...m)\ng(new Set([...own]), new Map([...m]), Object.fromEntries(Array.from(m)), own)',
          }],
        },
        { messageId: 'read', data: { name: 'own' }, line: 3, column: 11, endLine: 3, endColumn: 19, suggestions: [] },
        {
          messageId: 'read', data: { name: 'm' }, line: 3, column: 30, endLine: 3, endColumn: 36,
          suggestions: [{
            messageId: 'removeCopy',
            output: 'const own = [1], m = new Map()\nf(...[...xs], ...Array.from(m))\ng(new Set([...own]), new Map(m), Object.fromEntries(Array.from(m)), own)',
          }],
        },
        {
          messageId: 'read', data: { name: 'm' }, line: 3, column: 58, endLine: 3, endColumn: 71,
          suggestions: [{
            messageId: 'removeCopy',
            output: 'const own = [1], m = new Map()\nf(...[...xs], ...Array.from(m))\ng(new Set([...own]), new Map([...m]), Object.fromEntries(m), own)',
          }],
        },
      ],
    },
    {
      name: 'a type of which the file does not say whether it can be written to',
      code: "function f() { const names: Names = ['b', 'a']; return names.toSorted() }",
      errors: [{
        messageId: 'method', data: { method: 'toSorted', inPlace: 'sort' }, line: 1, column: 62, endLine: 1, endColumn: 70,
        suggestions: [{ messageId: 'changeInPlace', data: { inPlace: 'sort' }, output: "function f() { const names: Names = ['b', 'a']; return names.sort() }" }],
      }],
    },
    {
      name: 'toSorted and toReversed of what is new',
      code: "const a = Object.keys(o).map((k) => k)['toSorted']().toReversed()",
      output: "const a = Object.keys(o).map((k) => k)['sort']().reverse()",
      errors: [
        { messageId: 'method', data: { method: 'toSorted', inPlace: 'sort' }, line: 1, column: 40, endLine: 1, endColumn: 50, suggestions: [] },
        { messageId: 'method', data: { method: 'toReversed', inPlace: 'reverse' }, line: 1, column: 54, endLine: 1, endColumn: 64, suggestions: [] },
      ],
    },
    {
      name: 'a Buffer by a check, and a file read as bytes',
      code: "import { readFileSync } from 'node:fs'\nfunction f(b) {\n  if (!Buffer.isBuffer(b)) return b\n  return Buffer.from(b).toString('hex')\n}\nconst text = Buffer.from(readFileSync(path)).toString()",
      output: "import { readFileSync } from 'node:fs'\nfunction f(b) {\n  if (!Buffer.isBuffer(b)) return b\n  return Buffer.from(b).toString('hex')\n}\nconst text = readFileSync(path).toString()",
      errors: [
        {
          messageId: 'read', data: { name: 'b' }, line: 4, column: 10, endLine: 4, endColumn: 24,
          suggestions: [{
            messageId: 'removeCopy',
            output: "import { readFileSync } from 'node:fs'\nfunction f(b) {\n  if (!Buffer.isBuffer(b)) return b\n  return b.toString('hex')\n}\nconst text = Buffer.from(readFileSync(path)).toString()",
          }],
        },
        { messageId: 'read', data: { name: 'readFileSync(path)' }, line: 6, column: 14, endLine: 6, endColumn: 45, suggestions: [] },
      ],
    },
    {
      name: 'a Buffer that is copied to be read',
      code: "const bytes = Buffer.alloc(8)\nconst text = Buffer.from(bytes).toString('hex')\nfunction f(b: Buffer) { return Buffer.from(b).equals(bytes) }",
      output: "const bytes = Buffer.alloc(8)\nconst text = bytes.toString('hex')\nfunction f(b: Buffer) { return Buffer.from(b).equals(bytes) }",
      errors: [
        { messageId: 'read', data: { name: 'bytes' }, line: 2, column: 14, endLine: 2, endColumn: 32, suggestions: [] },
        {
          messageId: 'read', data: { name: 'b' }, line: 3, column: 32, endLine: 3, endColumn: 46,
          suggestions: [{
            messageId: 'removeCopy',
            output: "const bytes = Buffer.alloc(8)\nconst text = Buffer.from(bytes).toString('hex')\nfunction f(b: Buffer) { return b.equals(bytes) }",
          }],
        },
      ],
    },
    {
      name: 'arguments, in CommonJS',
      code: 'exports.f = function (a) {\n  const rest = Array.prototype.slice.call(arguments, 1)\n  return rest\n}\nexports.g = function () { return h([].slice.call(arguments)) }',
      languageOptions: { sourceType: 'commonjs' },
      errors: [
        {
          messageId: 'arguments', line: 2, column: 16, endLine: 2, endColumn: 56,
          suggestions: [{
            messageId: 'useRest',
            output: 'exports.f = function (a, ...rest) {\n  return rest\n}\nexports.g = function () { return h([].slice.call(arguments)) }',
          }],
        },
        {
          messageId: 'arguments', line: 5, column: 36, endLine: 5, endColumn: 60,
          suggestions: [{
            messageId: 'useRest',
            output: 'exports.f = function (a) {\n  const rest = Array.prototype.slice.call(arguments, 1)\n  return rest\n}\nexports.g = function (...args) { return h(args) }',
          }],
        },
      ],
    },
    {
      name: 'a comment that would be lost',
      code: 'const a = [/* all of them */ ...Object.keys(o)]\nconst b = [...Object.keys(/* here */ o)]',
      output: 'const a = [/* all of them */ ...Object.keys(o)]\nconst b = Object.keys(/* here */ o)',
      errors: [
        { messageId: 'fresh', data: { name: 'Object.keys(o)' }, line: 1, column: 11, endLine: 1, endColumn: 48, suggestions: [] },
        { messageId: 'fresh', data: { name: 'Object.keys(/* here */ o)' }, line: 2, column: 11, endLine: 2, endColumn: 41, suggestions: [] },
      ],
    },
    {
      name: 'the start of a statement without a semicolon before it',
      code: 'let a = 1\nArray.from([...xs]).forEach(f)',
      errors: [{ messageId: 'fresh', data: { name: '[...xs]' }, line: 2, column: 1, endLine: 2, endColumn: 20, suggestions: [] }],
    },
    {
      name: 'a new array that may have holes, which sorting in place keeps',
      code: 'function h(xs: number[]) { return xs.map(g).toSorted() }',
      errors: [{
        messageId: 'method', data: { method: 'toSorted', inPlace: 'sort' }, line: 1, column: 45, endLine: 1, endColumn: 53,
        suggestions: [{ messageId: 'changeInPlace', data: { inPlace: 'sort' }, output: 'function h(xs: number[]) { return xs.map(g).sort() }' }],
      }],
    },
  ],
})
