import rule from '../../src/rules/no-redundant-copy.ts'
import { fixSafety } from './fix-safety.ts'

const OBJECT = 'Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i]))'

fixSafety(rule, [
  {
    name: 'keys that are spread',
    code: 'function f(o, cb) { return [...Object.keys(o)].map((key) => cb(o[key])) }',
    inputs: { o: 'object', cb: 'callback' },
    measure: { o: OBJECT, cb: '(x) => x' },
  },
  {
    name: 'values that are filtered, sliced and frozen',
    code: 'function f(o, cb) { return Object.freeze(Object.values(o).filter((x) => cb(x)).slice()) }',
    inputs: { o: 'object', cb: 'callback' },
    measure: { o: OBJECT, cb: '() => true' },
  },
  {
    name: 'what a loop collected',
    code: 'function f(xs) { const all = []; for (const x of xs) all.push(x); return Array.from(all) }',
    inputs: { xs: 'any' },
  },
  {
    name: 'a rest parameter',
    code: 'function f(...xs) { xs.sort(); return [...xs] }',
    inputs: { a: 'primitive', b: 'primitive' },
  },
  {
    name: 'a literal in a literal',
    code: 'function f(a, b, cb) { return { x: cb(1), ...{ a, [b]: cb(2), g: () => 1, ...a }, y: cb(3) } }',
    inputs: { a: 'any', b: 'primitive', cb: 'callback' },
  },
  {
    name: 'a literal that is assigned to an empty one',
    code: 'function f(a, cb) { return Object.assign({}, { a, b: cb(2) }) }',
    inputs: { a: 'any', cb: 'callback' },
  },
  {
    name: 'a local array that is copied to be walked',
    code: 'function f(xs, cb) { const own = Array.from(xs); const first = own.slice().map((x) => cb(x)); return [first, own] }',
    inputs: { xs: 'any', cb: 'callback' },
  },
  {
    name: 'an array with holes, of which a slice has the same',
    code: 'function f(cb) { const own = [1, , 3]; const first = own.slice().filter((x) => cb(x)); return [first, own] }',
    inputs: { cb: 'callback' },
  },
  {
    name: 'a copy that is spread',
    code: 'function f(xs, cb) { return [cb(1), ...[...xs], cb(2)] }',
    inputs: { xs: 'any', cb: 'callback' },
  },
  {
    name: 'an array that is copied to make a Set',
    code: 'function f(o) { const keys = Object.keys(o); const all = new Set([...keys]); return [all, keys] }',
    inputs: { o: 'object' },
    measure: { o: OBJECT },
  },
  {
    name: 'an array that is copied to be awaited',
    code: 'async function f(o) { const values = Object.values(o); const all = await Promise.all([...values]); return [all, values] }',
    inputs: { o: 'object' },
    measure: { o: OBJECT },
  },
  {
    name: 'toSorted and toReversed of what is new',
    code: 'function f(o, cb) { return Object.values(o).filter((x) => cb(x)).toSorted((a, b) => cb(a, b)).toReversed() }',
    inputs: { o: 'object', cb: 'callback' },
    measure: { o: OBJECT, cb: '() => 1' },
  },
  {
    name: 'a Buffer that is copied to be decoded',
    code: 'function f(text) { const bytes = Buffer.from(text); return [Buffer.from(bytes).toString("hex"), bytes] }',
    inputs: { text: 'string' },
    measure: { text: '"a".repeat(10000)' },
  },
  {
    name: 'a Buffer by a check',
    code: 'function f(b) { if (!Buffer.isBuffer(b)) return 0; return Buffer.from(b).toString("hex") }',
    inputs: { b: 'any' },
    measure: { b: 'Buffer.alloc(10000)' },
    suggestion: 'removeCopy',
    differs: [],
  },
  {
    name: 'an array by a check, which may be of a subclass',
    code: 'function f(xs, cb) { return Array.isArray(xs) ? xs.slice().map((x) => cb(x)) : null }',
    refuses: 'cb may write it',
  },
  {
    name: 'arguments',
    code: 'function f(a) { const rest = Array.prototype.slice.call(arguments, 1); rest.push(a); return rest }',
    inputs: { a: 'any', b: 'any' },
    suggestion: 'useRest',
    differs: [],
  },
  {
    name: 'an array that may have holes',
    code: 'function f(xs, cb) { return xs.slice().map((x) => cb(x)) }',
    refuses: 'xs is unknown, and cb may write it',
  },
  { name: 'a callback that writes the source', code: 'const own = [1, 2]; function f() { [...own].forEach((x) => { own.push(x) }) }', refuses: 'the walk would not end' },
  { name: 'a callee that writes the source', code: 'const own = [1, 2]; function add(x) { own.push(x) } function f() { own.slice().forEach((x) => add(x)) }', refuses: 'the walk would not end' },
  { name: 'holes that are filled', code: 'function f(n) { return [...Array(3)].map((_, i) => i) }', refuses: 'map skips holes' },
  { name: 'holes of a literal', code: 'function f() { return [...[1, , 2]] }', refuses: 'they are filled' },
  { name: 'an optional chain', code: 'function f(o) { const own = []; return [...own?.map(String)] }', refuses: 'it may be undefined' },
  { name: 'a getter in a literal', code: 'function f(a) { return { ...{ get x() { return a } } } }', refuses: 'it becomes a value' },
  { name: 'a method in a literal', code: 'function f(a) { return { ...{ m() { return super.toString() } } } }', refuses: 'super is that of the literal it is written in' },
  { name: 'a prototype in a literal', code: 'function f(a) { return { ...{ __proto__: a } } }', refuses: 'it goes' },
  { name: 'a subclass', code: 'function f(xs: string[]) { return [...xs.map((x) => x)] }', language: 'ts', refuses: 'the result may be of a subclass' },
  { name: 'a value that is used after its copy', code: 'function f() { const own = [1]; const all = [...own]; own.push(2); return all }', refuses: 'it is written later' },
  { name: 'a value that a closure writes', code: 'function f(cb) { const own = [1]; cb(() => own.push(1)); return [...own] }', refuses: 'it is written later' },
  { name: 'a copy in a loop', code: 'function f(cb) { const own = [1]; while (cb()) cb([...own]) }', refuses: 'each is another' },
  { name: 'a directive', code: 'function f(a) { "use strict"; return Array.prototype.slice.call(arguments) }', refuses: 'a function with a directive has no rest parameter' },
  {
    name: 'a copy after a word',
    code: 'function f(o) { for (const k of[...Object.keys(o)])if (k) return[...Object.keys(o)] }',
    inputs: { o: 'object' },
  },
  {
    name: 'a method with super in a nested literal',
    code: 'function f() { return { __proto__: { m() { return 1 } }, ...{ m() { return super.m?.() } } }.m() }',
    refuses: 'super would be another object',
  },
  {
    name: 'a key that both literals write',
    language: 'ts',
    code: 'function f(a: string) { return { ...{ b: a }, b: 1 } }',
    refuses: 'it would not compile',
  },
  {
    name: 'a source that is typed readonly',
    language: 'ts',
    code: 'function f(o: object): string[] { const keys: readonly string[] = Object.keys(o); const copy: string[] = [...keys]; return copy }',
    refuses: 'it would not compile',
  },
])
