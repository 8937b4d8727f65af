import rule from '../../src/rules/no-repeated-allocation.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-repeated-allocation', rule, {
  valid: [
    { name: 'at module level', code: "const format = new Intl.NumberFormat('en'); export const f = (n) => format.format(n)" },
    { name: 'in a function called in place', code: "export const s = (() => { const known = new Set(['a']); return known.has('a') })()" },
    { name: 'in main, called once', code: "function main() { return new Set(['a']).has(process.argv[2]) } main()" },
    { name: 'in functions that only run at load', code: "function has(x) { return new Set(['a']).has(x) } const a = has('a'); const b = has('b')" },
    { name: 'set up once, by its name', code: "export function setup(x) { const known = new Set(['a']); return known.has(x) }" },
    { name: 'in a test', code: "describe('x', () => { it('y', () => { expect(new Set(['a']).has(x)).toBe(true) }) })" },
    { name: 'cached lazily', code: "let format; export function f(n) { format ??= new Intl.NumberFormat('en'); return format.format(n) }" },
    { name: 'cached by locale', code: "const formats = {}; export function f(locale, n) { formats[locale] ??= new Intl.NumberFormat(locale); return formats[locale].format(n) }" },
    { name: 'memoised by a hook', code: "export function C({ n }) { const format = useMemo(() => new Intl.NumberFormat('en'), []); return format.format(n) }" },
    { name: 'handed out', code: "export function f() { return new Set(['a']) }" },
    { name: 'passed on', code: "export function f(g) { const known = new Set(['a']); return g(known) }" },
    { name: 'stored', code: "export class A { f() { this.known = new Set(['a']) } known = new Set(['b']) }" },
    { name: 'written to', code: "export function f(x) { const known = new Set(['a']); known.add(x); return known.has('b') }" },
    { name: 'compared', code: "export function f(x) { const known = new Set(['a']); return known === x || known.has(x) }" },
    { name: 'assigned again', code: "export function f(x) { let known = new Set(['a']); if (x) known = g(); return known.has(x) }" },
    { name: 'depends on an argument', code: 'export function f(locale, n) { return new Intl.NumberFormat(locale).format(n) }' },
    { name: 'depends on what may change', code: 'let locale = "en"; export const set = (l) => { locale = l }; export function f(n) { return new Intl.NumberFormat(locale).format(n) }' },
    { name: 'changes in each iteration', code: 'export function f(xs) { for (const x of xs) if (new Set([x, "a"]).has(y)) return x }' },
    { name: 'the source is written in the loop', code: 'export function f(xs, ys) { for (const x of xs) { if (new Set(ys).has(x)) ys.push(x) } }' },
    { name: 'filled later', code: 'export function f(xs) { const seen = new Set(); return xs.filter((x) => seen.has(x)) }' },
    { name: 'keeps its place between matches', code: "export function f(xs) { for (const x of xs) { const re = new RegExp('a', 'g'); while (re.exec(x)) g() } }" },
    { name: 'sticky', code: "export function f(xs) { for (const x of xs) g(x.replace(new RegExp('a', 'y'), '')) }" },
    { name: 'a regular expression once per call', code: "export function f(x) { return new RegExp('^a').test(x) }" },
    { name: 'a regular expression literal', code: 'export function f(xs) { return xs.filter((x) => /^a/.test(x)) }' },
    { name: 'a small table', code: 'export function f(k) { return { a: 1, b: 2 }[k] }' },
    { name: 'a constant array, whose elements V8 shares', code: 'export function f(k) { return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17].includes(k) }' },
    { name: 'a copy of a constant', code: "export function f() { const config = JSON.parse('{\"a\":1}'); config.b = 2; return config }" },
    { name: 'parts that could be changed', code: "export function f(k) { return JSON.parse('{\"a\":[1]}')[k] }" },
    { name: 'the default format of a number', code: "export function f(n) { return n.toLocaleString() + n.toLocaleString('en') }" },
    { name: 'an order without options', code: "export function f(xs) { return xs.sort((a, b) => a.localeCompare(b, 'de')) }" },
    { name: 'options that add no part of a date', code: "export function f(d) { return d.toLocaleDateString('en', { timeZone: 'UTC' }) }" },
    { name: 'one value of a component', code: "export function Card({ d }) { return <p>{d.toLocaleDateString('en', { year: 'numeric' })}</p> }", languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    { name: 'where Intl may be missing', code: "export function f(s) { if (!Intl.Segmenter) return s; return [...new Intl.Segmenter('en').segment(s)] }" },
    { name: 'a shadowed Intl', code: "import { Intl } from './intl.js'; export const f = (n) => new Intl.NumberFormat('en').format(n)" },
    { name: 'a shadowed Set', code: "import { Set } from './set.js'; export const f = (n) => new Set(['a']).has(n)" },
    { name: 'a computed method', code: "export const f = (n, m) => new Set(['a'])[m](n)" },
    { name: 'a comment that would be lost', code: "export const f = (n) => n.toLocaleString(/* ours */ 'en', { style: 'percent' })" },
    { name: 'run by a browser that gets the source text', code: "export async function f(page) { return page.evaluate((x) => new Set(['a']).has(x), 1) }" },
    { name: 'sent as source text by its name', code: "function inPage(x) { return new Set(['a']).has(x) } export const f = (page) => page.evaluate(inPage)" },
    { name: 'sent as source text of its own', code: "function work(x) { return new Set(['a']).has(x) } export const f = () => `(${work})()`; export const g = () => work(1)" },
    { name: 'moved above the constants of the file', code: "jest.mock('./x', () => ({ has: (x) => new Set(['a']).has(x) }))" },
    { name: 'run by another thread of the interface', code: "export function f(x) { 'worklet'; return new Set(['a']).has(x) }" },
    { name: 'a type parameter', code: 'export function f<T extends string>(x: T) { return new Set<T>(["a" as T]).has(x) }' },
  ],
  invalid: [
    {
      name: 'constants of one name, made in one pass',
      code: "export const f = (x) => { const kinds = new Set(['a', 'b']); return kinds.has(x) }\nexport const g = (x) => { const kinds = new Set(['c', 'd']); return kinds.has(x) }",
      output: "const kinds2 = new Set(['a', 'b'])\nexport const f = (x) => {  return kinds2.has(x) }\nconst kinds3 = new Set(['c', 'd'])\nexport const g = (x) => {  return kinds3.has(x) }",
      errors: [
        { messageId: 'constant', data: { what: "new Set(['a', 'b'])", every: 'call' }, line: 1, column: 41, endLine: 1, endColumn: 60 },
        { messageId: 'constant', data: { what: "new Set(['c', 'd'])", every: 'call' }, line: 2, column: 41, endLine: 2, endColumn: 60 },
      ],
    },
    {
      name: 'the empty line below a declaration that began its function goes with it',
      code: "export const isKnown = (x) => {\n  const known = new Set(['a', 'b'])\n\n  return known.has(x)\n}",
      output: "const known = new Set(['a', 'b'])\n\nexport const isKnown = (x) => {\n  return known.has(x)\n}",
      errors: [{ messageId: 'constant', data: { what: "new Set(['a', 'b'])", every: 'call' }, line: 2, column: 17, endLine: 2, endColumn: 36, suggestions: [] }],
    },
    {
      name: 'a formatter per call, above the comment of its function',
      code: "import { x } from 'y'\n\n/** Shows a price. */\nexport function price(n) {\n  return new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' }).format(n)\n}",
      output: "import { x } from 'y'\n\nconst numberFormat = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' })\n\n/** Shows a price. */\nexport function price(n) {\n  return numberFormat.format(n)\n}",
      errors: [{ messageId: 'constant', data: { what: 'new Intl.NumberFormat(…)', every: 'call' }, line: 5, column: 10, endLine: 5, endColumn: 77 }],
    },
    {
      name: 'a formatter with a name of its own, in a class, with semicolons and types',
      code: "@Injectable()\nexport class Prices {\n  show(n: number): string {\n    const format: Intl.NumberFormat = new Intl.NumberFormat('en', {\n      style: 'percent',\n    });\n    return format.format(n) + format.format(1);\n  }\n}",
      output: "const format: Intl.NumberFormat = new Intl.NumberFormat('en', {\n  style: 'percent',\n});\n\n@Injectable()\nexport class Prices {\n  show(n: number): string {\n    return format.format(n) + format.format(1);\n  }\n}",
      errors: [{ messageId: 'constant', data: { what: 'new Intl.NumberFormat(…)', every: 'call' }, line: 4, column: 39, endLine: 6, endColumn: 7 }],
    },
    {
      name: 'a name that another function has too',
      code: "export const f = (x) => {\n  const known = new Set(['a', 'b'])\n  return known.has(x)\n}\nexport const g = (known) => known",
      output: "const known2 = new Set(['a', 'b'])\n\nexport const f = (x) => {\n  return known2.has(x)\n}\nexport const g = (known) => known",
      errors: [{ messageId: 'constant', data: { what: "new Set(['a', 'b'])", every: 'call' }, line: 2, column: 17, endLine: 2, endColumn: 36 }],
    },
    {
      name: 'a comment above the declaration goes with it',
      code: "export const f = (x) => {\n  // what we know\n  const known = new Map([['a', 1]])\n  return known.get(x)\n}",
      output: "// what we know\nconst known = new Map([['a', 1]])\n\nexport const f = (x) => {\n  return known.get(x)\n}",
      errors: [{ messageId: 'constant', data: { what: "new Map([['a', 1]])", every: 'call' }, line: 3, column: 17, endLine: 3, endColumn: 36 }],
    },
    {
      name: 'a comment beside the declaration stays',
      code: "export const f = (x) => {\n  const known = new Map([['a', 1]]) // what we know\n  return known.get(x)\n}",
      output: "const table = new Map([['a', 1]])\n\nexport const f = (x) => {\n  const known = table // what we know\n  return known.get(x)\n}",
      errors: [{ messageId: 'constant', data: { what: "new Map([['a', 1]])", every: 'call' }, line: 2, column: 17, endLine: 2, endColumn: 36 }],
    },
    {
      name: 'a function that is called above: at the top of the file',
      code: "'use strict'\nimport a from 'a'\nrun(f('a'))\nfunction f(x) {\n  return new Set(['a', 'b']).has(x)\n}\nexport const g = (x) => f(x)",
      output: "'use strict'\nimport a from 'a'\nconst values = new Set(['a', 'b'])\n\nrun(f('a'))\nfunction f(x) {\n  return values.has(x)\n}\nexport const g = (x) => f(x)",
      options: [{ check: 'costly' }],
      errors: [{ messageId: 'constant', data: { what: "new Set(['a', 'b'])", every: 'call' }, line: 5, column: 10, endLine: 5, endColumn: 29 }],
    },
    {
      name: 'a function that an import in a circle may call early',
      code: "import { a } from './a.js'\nexport function f(x) {\n  return new Set(['a', 'b']).has(x)\n}",
      errors: [
        {
          messageId: 'constant', data: { what: "new Set(['a', 'b'])", every: 'call' }, line: 3, column: 10, endLine: 3, endColumn: 29,
          suggestions: [
            {
              messageId: 'hoist',
              data: { name: 'values' },
              output: "import { a } from './a.js'\nconst values = new Set(['a', 'b'])\n\nexport function f(x) {\n  return values.has(x)\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'in a script, whose constants every script sees',
      languageOptions: { sourceType: 'script' },
      code: "var f = function (x) { return new Set(['a']).has(x) }",
      errors: [
        {
          messageId: 'constant', data: { what: "new Set(['a'])", every: 'call' }, line: 1, column: 31, endLine: 1, endColumn: 45,
          suggestions: [{ messageId: 'hoist', data: { name: 'values' }, output: "const values = new Set(['a'])\nvar f = function (x) { return values.has(x) }" }],
        },
      ],
    },
    {
      name: 'in a script that wraps itself, before a line that begins with a bracket',
      languageOptions: { sourceType: 'script' },
      code: "(function () {\n  [1].forEach(use)\n  window.f = function (x) {\n    return new Set(['a']).has(x)\n  }\n})()",
      output: "(function () {\n  [1].forEach(use)\n  const values = new Set(['a'])\n\n  window.f = function (x) {\n    return values.has(x)\n  }\n})()",
      errors: [{ messageId: 'constant', data: { what: "new Set(['a'])", every: 'call' }, line: 4, column: 12, endLine: 4, endColumn: 26 }],
    },
    {
      name: 'in CommonJS',
      languageOptions: { sourceType: 'commonjs' },
      code: "exports.f = async function* (x) {\n  yield new Set(['a']).has(x)\n}",
      output: "const values = new Set(['a'])\n\nexports.f = async function* (x) {\n  yield values.has(x)\n}",
      errors: [{ messageId: 'constant', data: { what: "new Set(['a'])", every: 'call' }, line: 2, column: 9, endLine: 2, endColumn: 23 }],
    },
    {
      name: 'overloads stay with their function',
      code: "export function f(x: string): boolean\nexport function f(x: number): boolean\nexport function f(x: unknown) {\n  return new Set<unknown>(['a', 1]).has(x)\n}",
      output: "const values = new Set<unknown>(['a', 1])\n\nexport function f(x: string): boolean\nexport function f(x: number): boolean\nexport function f(x: unknown) {\n  return values.has(x)\n}",
      errors: [{ messageId: 'constant', data: { what: "new Set<unknown>(['a', 1])", every: 'call' }, line: 4, column: 10, endLine: 4, endColumn: 36 }],
    },
    {
      name: 'the default locale, which the runtime decides',
      code: 'export const f = (n) => new Intl.NumberFormat().format(n)',
      errors: [
        {
          messageId: 'constant', data: { what: 'new Intl.NumberFormat()', every: 'call' }, line: 1, column: 25, endLine: 1, endColumn: 48,
          suggestions: [{ messageId: 'hoist', data: { name: 'numberFormat' }, output: 'const numberFormat = new Intl.NumberFormat()\nexport const f = (n) => numberFormat.format(n)' }],
        },
      ],
    },
    {
      name: 'an invalid locale, which would fail at load',
      code: "export const f = (n) => new Intl.NumberFormat('no such locale').format(n)",
      errors: [
        {
          messageId: 'constant', data: { what: "new Intl.NumberFormat('no such locale')", every: 'call' }, line: 1, column: 25, endLine: 1, endColumn: 64,
          suggestions: [{ messageId: 'hoist', data: { name: 'numberFormat' }, output: "const numberFormat = new Intl.NumberFormat('no such locale')\nexport const f = (n) => numberFormat.format(n)" }],
        },
      ],
    },
    {
      name: 'the methods of dates, which take an invalid one',
      code: "export const f = (d) => d.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' })\nexport const now = () => new Date().toLocaleTimeString('en', { hour: 'numeric', timeZone: 'UTC' })",
      output: "export const f = (d) => d.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' })\nconst dateFormat2 = new Intl.DateTimeFormat('en', { hour: 'numeric', timeZone: 'UTC' })\nexport const now = () => dateFormat2.format(new Date())",
      errors: [
        {
          messageId: 'constant', data: { what: 'd.toLocaleDateString(…)', every: 'call' }, line: 1, column: 25, endLine: 1, endColumn: 88,
          suggestions: [
            {
              messageId: 'hoist',
              data: { name: 'dateFormat' },
              output: "const dateFormat = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })\nexport const f = (d) => dateFormat.format(d)\nexport const now = () => new Date().toLocaleTimeString('en', { hour: 'numeric', timeZone: 'UTC' })",
            },
          ],
        },
        { messageId: 'constant', data: { what: '….toLocaleTimeString(…)', every: 'call' }, line: 2, column: 26, endLine: 2, endColumn: 99 },
      ],
    },
    {
      name: 'numbers and orders with options',
      code: "export const f = (n: number) => n.toLocaleString('en', { style: 'percent' })\nexport const g = (xs: string[]) => xs.sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))",
      output: "const numberFormat = new Intl.NumberFormat('en', { style: 'percent' })\nexport const f = (n: number) => numberFormat.format(n)\nexport const g = (xs: string[]) => xs.sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))",
      errors: [
        { messageId: 'constant', data: { what: 'n.toLocaleString(…)', every: 'call' }, line: 1, column: 33, endLine: 1, endColumn: 77 },
        {
          messageId: 'constant', data: { what: 'a.localeCompare(…)', every: 'iteration' }, line: 2, column: 54, endLine: 2, endColumn: 102,
          suggestions: [
            {
              messageId: 'hoist',
              data: { name: 'collator' },
              output: "export const f = (n: number) => n.toLocaleString('en', { style: 'percent' })\nconst collator = new Intl.Collator(undefined, { numeric: true })\nexport const g = (xs: string[]) => xs.sort((a, b) => collator.compare(a, b))",
            },
          ],
        },
      ],
    },
    {
      name: 'regular expressions in loops',
      code: "export const f = (xs) => {\n  for (const x of xs) if (new RegExp('^a+', 'i').test(x)) return x\n}",
      output: "const pattern = new RegExp('^a+', 'i')\n\nexport const f = (xs) => {\n  for (const x of xs) if (pattern.test(x)) return x\n}",
      errors: [{ messageId: 'constant', data: { what: "new RegExp('^a+', 'i')", every: 'iteration' }, line: 2, column: 27, endLine: 2, endColumn: 49 }],
    },
    {
      name: 'an invalid pattern, which would fail at load',
      code: "export const f = (xs) => {\n  for (const x of xs) if (new RegExp('(').test(x)) return x\n}",
      errors: [
        {
          messageId: 'constant', data: { what: "new RegExp('(')", every: 'iteration' }, line: 2, column: 27, endLine: 2, endColumn: 42,
          suggestions: [
            {
              messageId: 'hoist',
              data: { name: 'pattern' },
              output: "const pattern = new RegExp('(')\n\nexport const f = (xs) => {\n  for (const x of xs) if (pattern.test(x)) return x\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'parsed again',
      code: 'export const f = (k) => JSON.parse(\'{"a":1,"b":2}\')[k]',
      output: 'const parsed = JSON.parse(\'{"a":1,"b":2}\')\nexport const f = (k) => parsed[k]',
      errors: [{ messageId: 'constant', data: { what: 'JSON.parse(\'{"a":1,"b":2}\')', every: 'call' }, line: 1, column: 25, endLine: 1, endColumn: 52 }],
    },
    {
      name: 'a table of the size that settings call large',
      settings: { memory: { minimumSize: 3 } },
      code: 'export const f = (k) => {\n  const names = { a: 1, b: 2, c: 3 }\n  return names[k] ?? names.a\n}',
      output: 'const names = { a: 1, b: 2, c: 3 }\n\nexport const f = (k) => {\n  return names[k] ?? names.a\n}',
      errors: [{ messageId: 'constant', data: { what: '{ a: 1, b: 2, c: 3 }', every: 'call' }, line: 2, column: 17, endLine: 2, endColumn: 37 }],
    },
    {
      name: 'members of enums and imports: a suggestion, since they are read at load',
      code: "import { Kind } from './kind.js'\nexport class A {\n  static { use((x) => x) }\n  f = (x) => new Set([Kind.A, Kind.B]).has(x)\n}",
      errors: [
        {
          messageId: 'constant', data: { what: 'new Set([Kind.A, Kind.B])', every: 'call' }, line: 4, column: 14, endLine: 4, endColumn: 39,
          suggestions: [
            {
              messageId: 'hoist',
              data: { name: 'values' },
              output: "import { Kind } from './kind.js'\nconst values = new Set([Kind.A, Kind.B])\n\nexport class A {\n  static { use((x) => x) }\n  f = (x) => values.has(x)\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'the same in every iteration, though not in every call',
      code: 'export function f(xs, ys, locale) {\n  for (const x of xs) {\n    if (new Set(ys).has(x)) show(x)\n  }\n  return xs.map((x) => new Intl.NumberFormat(locale).format(x))\n}',
      errors: [
        {
          messageId: 'invariant', data: { what: 'new Intl.NumberFormat(locale)', every: 'iteration' }, line: 5, column: 24, endLine: 5, endColumn: 53,
          suggestions: [
            {
              messageId: 'precede',
              data: { name: 'numberFormat' },
              output: 'export function f(xs, ys, locale) {\n  for (const x of xs) {\n    if (new Set(ys).has(x)) show(x)\n  }\n  const numberFormat = new Intl.NumberFormat(locale)\n  return xs.map((x) => numberFormat.format(x))\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'a set of the same elements per element',
      code: 'export function f(xs, ys) {\n  return xs.filter((x) => new Set(ys).has(x))\n}',
      errors: [
        {
          messageId: 'invariant', data: { what: 'new Set(ys)', every: 'iteration' }, line: 2, column: 27, endLine: 2, endColumn: 38,
          suggestions: [
            {
              messageId: 'precede',
              data: { name: 'values' },
              output: 'export function f(xs, ys) {\n  const values = new Set(ys)\n  return xs.filter((x) => values.has(x))\n}',
            },
          ],
        },
      ],
    },
    {
      name: 'everything that need not be built again',
      options: [{ check: 'all' }],
      code: "export const f = (s) => new TextEncoder().encode(s)\nexport const g = (k) => [1, 2].includes(k)\nexport const h = (s) => new RegExp('^a').test(s)",
      output: "export const f = (s) => new TextEncoder().encode(s)\nconst table = [1, 2]\nexport const g = (k) => table.includes(k)\nconst pattern = new RegExp('^a')\nexport const h = (s) => pattern.test(s)",
      errors: [
        {
          messageId: 'constant', data: { what: 'new TextEncoder()', every: 'call' }, line: 1, column: 25, endLine: 1, endColumn: 42,
          suggestions: [
            {
              messageId: 'hoist',
              data: { name: 'encoder' },
              output: "const encoder = new TextEncoder()\nexport const f = (s) => encoder.encode(s)\nexport const g = (k) => [1, 2].includes(k)\nexport const h = (s) => new RegExp('^a').test(s)",
            },
          ],
        },
        { messageId: 'constant', data: { what: '[1, 2]', every: 'call' }, line: 2, column: 25, endLine: 2, endColumn: 31 },
        { messageId: 'constant', data: { what: "new RegExp('^a')", every: 'call' }, line: 3, column: 25, endLine: 3, endColumn: 41 },
      ],
    },
  ],
})
