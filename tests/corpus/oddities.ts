/** Programs that are legal and rare: what a rule that only knows usual code would trip over. */
export interface Oddity {
  name: string
  code: string
  /** Who can parse it; both parsers without it. */
  only?: 'typescript' | 'espree'
  sourceType?: 'module' | 'script' | 'commonjs'
}

/** What every object has: names that a table must not answer to. */
const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__']

export const oddities: readonly Oddity[] = [
  { name: 'nothing', code: '' },
  { name: 'white space', code: ' \n\t\r\n' },
  { name: 'only a comment', code: '// nothing' },
  { name: 'a byte order mark', code: '\uFEFFlet all = []\nfor (const x of xs) all = [...all, x]\n' },
  { name: 'carriage returns', code: 'let all = []\r\nfor (const x of xs) {\r\n  all = [...all, x]\r\n}\r\nexport { all }\r\n' },
  { name: 'a hashbang', code: '#!/usr/bin/env node\nfor (const x of [...new Set(xs)]) console.log(x)\n' },
  { name: 'a line separator', code: 'let s = ""\u2028for (const x of xs) s += x\u2029send(s)' },
  {
    name: 'inherited names everywhere',
    code: inherited
      .map((name, index) => `
        const held${index} = new ${name}()
        const kept${index} = ${name}(), { ${name}: taken${index} } = ${name}
        export class C${index} extends ${name} { ${name === 'constructor' ? 'x' : name} = new Map(); stop() { this.${name}.${name}(this.${name}) } }
        export function f${index}(x) {
          held${index}.${name}(x, x); kept${index}[x] = x; x.${name}('data', () => x)
          for (const y of x.${name}()) x = [...x.${name}, y.${name}(...x)]
          taken${index}(x); new x.${name}(...x); window.${name}('x', x); setInterval(x.${name}, ${name})
          return x.${name}(x.${name}).map(${name}).${name}\`\${x}\`
        }`)
      .join('\n'),
  },
  {
    name: 'names that are defined by themselves',
    code: `const a = b, b = a; a(); for (const x of [...a]) b.push(...a); a.on('x', b); const { c } = c; c.d(...c)
      let s = s + s; for (;;) s += s; const f = () => f(f); [...f()].forEach(f); var t = t || t.slice(); t = t.concat(t)
      const g = g.bind(g); addEventListener('x', g); const m = new Map(m); m.set(m, m); class K extends K { x = new K() }`,
  },
  {
    name: 'functions that call each other in circles',
    code: `const all = []; export function a(x) { all.push(x); return b(x) } function b(x) { return c(() => a(x)) } function c(f) { return f() || b(f) }
      export function open(bus) { bus.on('x', a); const t = setInterval(() => open(bus), 5); return () => close(t) } function close(t) { clearInterval(t); open(t) }`,
  },
  {
    name: 'holes, spreads and defaults',
    code: `const [, , ...[first = [...rest], , last]] = [, ...x, , ], { a: { b: [c = 1] = [] } = {}, ...rest } = { ...{ ...y }, __proto__: null }
      for (const [, { d = [...e] }, ...f] of [[...e].reverse()]) f.push(...[, ...d, ,], ...[...f]); [x.y, z[0], ...w.v] = [...w.v]; ({ x: x[0], ...x.y } = x)`,
  },
  {
    name: 'loops of every form',
    code: `for (;;) break; for (let i = 0, j; ;) { break } for (x.y of [...z]) ; for (x[0] in { ...z }) ; for (var v in []) v = [...v]; do s += 1; while (s = s + '')
      outer: for (const a of [...b]) for (const c of Array.from(b)) { if (c) continue outer; else break outer } while (x) label: { x = x.concat(x); break label }
      for (const x of xs) switch (x) { case [...x].length: s += x; default: all = [...all, x]; case 2: }`,
  },
  {
    name: 'classes of every form',
    code: `export default class extends (class { static #p = new Set(); static { this.#p.add(this); for (const x of [...this.#p]) this.#p = new Set([...this.#p, x]) } }) {
      static async *[Symbol.iterator]() { yield* [...this]; yield } get x() { return [...super.x] } set x(v) { super.x = [...v] } static x; 'y z' = []; 0 = {}; [k] = () => this[k]()
      #m() { return #m in this && this.#m?.() } constructor() { super(...arguments); new.target.z?.push(...arguments); setInterval(() => super.stop(), 1) } static async() {} get; set; static }
      new (class { constructor() { this.t = setInterval(this.f, 1); document.addEventListener('x', this) } handleEvent() {} disconnectedCallback() { clearInterval(this.t) } })()`,
  },
  {
    name: 'asynchronous code of every form',
    code: `await (async () => { for await (const x of [...await y]) all = [...all, await x] })(); async function* g() { for await (const x of g()) yield* [...x]; await using(z) }
      const p = async (x = await1, ...y) => { try { await Promise.all([...x.map(async (z) => { s += await z })]) } catch { return } finally { clearInterval(x) } }; export { p }`,
  },
  {
    name: 'calls of every form',
    code: `a?.b?.(...c)?.[d]?.e(...f); (a, b)(...c); (a ?? b).push(...c); (() => {})(...c); import('x').then((m) => [...m.y]); new a; new a.b(...c).d(...c); a\`\${[...b]}\`.c(...d)
      import.meta.on?.('x', () => {}); (function f() { return f.apply(this, arguments) }).call(...a); Reflect.apply(Math.max, ...a); Math.max.apply(); [].push.apply(a); super_?.x()
      delete a[[...b].length]; void setInterval(a); typeof [...b]; !a.on('x', b), +[...c]; 'use strict'; ({ async *[a]() {}, get b() {}, set b(c) {}, 'd': 1n, 2: /x/v }).b.push(...c)`,
  },
  { name: 'sloppy code', sourceType: 'script', only: 'espree', code: `with (a) { b = [...b]; on('x', b) } function f(x, x) { arguments[0] = [...arguments]; return arguments } var undefined, NaN; undefined = 010; f = f; if (1) function g() {} \n<!-- c\n` },
  { name: 'code after a return', sourceType: 'commonjs', code: `return; module.exports = exports = { ...require('x') }; const { on, ...rest } = require('events'), y = require(...z); on(...y); require('timers').setInterval(on)` },
  { name: 'JSX', code: `export const C = ({ xs, ...rest }) => <><a.b {...rest} on:x={() => [...xs]} ref={(x) => all.push(...xs)}>{[...xs].map((x) => <x-y key={x}>{/* */}</x-y>)}</a.b>&amp;</>; function D() { useEffect(() => { setInterval(() => <C />, 1) }, [<D />]); return null }` },
  {
    name: 'TypeScript without bodies',
    only: 'typescript',
    code: `declare function f(x: string): void; declare const m: Map<string, unknown>, n; declare module 'x' { export function g(): void; const all: []; export default class { x: Set<1> } } declare global { interface Window { x: 1 } var y: number[] }
      abstract class A<const T extends readonly unknown[] = []> { abstract x: T; abstract y(): void; constructor(); constructor(private readonly z?: T, public w = [...z!]) { this.v(...w) } v(this: A<T>, ...a: T): asserts this is A<T>; v() {} declare u: 1; accessor t = new Map(); override s?(): void; [key: string]: unknown; static { } }
      function o(x: number): void; function o(x: string): void; function o(...x: any[]) { return o(...x as [any]) } export = A; export as namespace N; import q = require('q'); import r = A.B; type X = typeof m; namespace N.O { export const list = []; export function add(x) { list.push(x) } }`,
  },
  {
    name: 'TypeScript around expressions',
    only: 'typescript',
    code: `const enum E { A = 'a', B = [...'x'].length, C } let s = <string>'' satisfies string as any; for (const x of <any>[...(xs as Set<E>)!]!) (s as string) += x!; (all as any[]) = [...all!, (<E>x)]
      (xs as any).push(...(ys satisfies E[])!); const f = fn<string>; f<1>(...xs!); new Map<E, X>([...m!]); (m!)!.set(x!, y as const); @d() class C<T> { @d @e.f(() => [...x]) p = [] as T[]; @d set q(@p() v: T) { this.p = [...this.p, v!] } constructor(@Inject(DOCUMENT) private doc: Document) { this.doc!.addEventListener('x', (<any>this).q) } }
      function* g<T>(this: T, x?: T extends infer U ? U : never): Generator<T> { yield* [...<any>x!] } let u: unique symbol, v: \`\${string}\`, w: [a: 1, b?: 2, ...c: 3[]], z: abstract new () => void; export type { X } from 'x'; import { type Y, type default as Z } from 'y'; export default <T,>(x: T) => [...[x]]`,
  },
  { name: 'a sum as deep as a generated file has it', code: `export const s = ${"'a' + x + ".repeat(200)}''; let t = ''; for (const y of s) t = ${"t + y + ".repeat(100)}''` },
  { name: 'a chain as long as a generated file has it', code: `export const c = a${'.map((x) => [...x]).filter(Boolean)'.repeat(150)}` },
  { name: 'callbacks as deep as a generated file has them', code: `${'f((x) => { x.on("y", () => { all.push(...x); '.repeat(60)}${'}) });'.repeat(60)}` },
  { name: 'conditions as deep as a generated file has them', code: `export const c = (x) => ${'x ? [...x] : y || '.repeat(200)}z; function f(x) { ${'if (x) { all = [...all, x] } else '.repeat(200)} all = [] }` },
  { name: 'a chain of names, longer than the stack', code: `${Array.from({ length: 4_000 }, (_, index) => `const a${index + 1} = a${index}\n`).join('')}export const b = [...a4000].map(f)` },
]
