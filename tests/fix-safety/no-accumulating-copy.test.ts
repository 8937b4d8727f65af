import rule from '../../src/rules/no-accumulating-copy.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'an array that is spread into the next one',
    code: 'function f(xs, cb) { let all = []; for (const x of xs) { all = [...all, cb(x)] } return all }',
    inputs: { xs: 'any', cb: 'callback' },
  },
  {
    name: 'an array that is spread behind new elements',
    code: 'function f(xs, cb) { let all = [0]; for (const x of xs) all = [x, cb(x), ...all]; return all }',
    inputs: { xs: 'iterable', cb: 'callback' },
  },
  {
    name: 'whole iterables that are spread behind an array',
    code: 'function f(xs) { let all = []; for (const x of xs) all = [...all, ...x]; return all }',
    inputs: { xs: { array: { oneOf: ['iterable', 'array', 'set', 'any'] } } },
    measure: { xs: 'Array.from({ length: 500 }, () => [1, 2])' },
  },
  {
    name: 'elements that read the array so far, in generators and across await',
    code: 'async function f(xs, cb) { let all = []; for (const x of xs) { if (all.includes(x)) continue; all = [...all, await cb(x, all.length)] } return all }',
    inputs: { xs: 'array', cb: 'callback' },
    measure: { xs: 'Array.from({ length: 300 }, (_, i) => i)', cb: '(x) => x' },
  },
  {
    name: 'literals and primitives that are concatenated',
    code: 'function f(xs) { let all = []; for (const x of xs) { if (x) all = all.concat([x]); else all = all.concat(`${typeof x}`, [1, 2]) } return all }',
    inputs: { xs: 'array' },
  },
  {
    name: 'dense arrays that are concatenated',
    code: 'function f(xs) { let all = []; for (const x of xs) all = all.concat(Object.keys(x)); return all }',
    inputs: { xs: { array: 'any' } },
    measure: { xs: 'Array.from({ length: 300 }, () => ({ a: 1 }))' },
  },
  {
    name: 'a reducer of a proven array',
    code: 'function f(o, cb) { return Object.keys(o).reduce((acc, x, i) => [...acc, cb(x, i)], []) }',
    inputs: { o: 'object', cb: 'callback' },
    measure: { o: 'Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i]))', cb: '(x) => x' },
  },
  {
    name: 'a reducer with a condition',
    code: 'function f(o, cb) { return Object.keys(o).reduce((acc, x) => cb(x) && !acc.includes(x) ? [...acc, x] : acc, []) }',
    inputs: { o: 'object', cb: 'callback' },
    measure: { o: 'Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i]))', cb: '(x) => true' },
  },
  {
    name: 'a reducer with statements',
    code: `function f(o, cb) {
      return Object.keys(o).reduceRight((acc, x) => {
        if (cb(x)) return acc
        return [x, ...acc]
      }, [])
    }`,
    inputs: { o: 'object', cb: 'callback' },
    measure: { o: 'Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i]))', cb: '(x) => false' },
  },
  {
    name: 'an object with keys that are numbers',
    code: 'function f(xs, cb) { let all = {}; for (let i = 0; i < xs.length; i++) { all = { ...all, [i]: cb(xs[i]) } } return all }',
    inputs: { xs: 'array', cb: 'callback' },
    measure: { xs: 'Array.from({ length: 200 }, (_, i) => i)', cb: '(x) => x' },
  },
  {
    name: 'an object with keys that have a prefix',
    code: 'function f(o) { return Object.keys(o).reduce((acc, x, i) => ({ ...acc, [`key ${String(x)}`]: o[x], last: o }), { last: null }) }',
    inputs: { o: 'object' },
    measure: { o: 'Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${i}`, i]))' },
  },
  {
    name: 'a Set',
    code: 'function f(xs, cb) { let all = new Set(); for (const x of xs) { all = new Set([...all, cb(x)]) } return all }',
    inputs: { xs: 'any', cb: 'callback' },
  },
  {
    name: 'a Map',
    code: 'function f(xs, cb) { let all = new Map(); for (const x of xs) { if (all.has(x)) all = new Map(all).set(x, all.get(x)); else all = new Map([...all, [x, cb(x)]]) } return all }',
    inputs: { xs: 'array', cb: 'callback' },
    measure: { xs: 'Array.from({ length: 300 }, (_, i) => i)', cb: '(x) => x' },
  },
  {
    name: 'a callback of a proven array',
    code: 'function f(o) { let all = []; Object.keys(o).forEach((x) => { all = [...all, o[x]] }); return all }',
    inputs: { o: 'object' },
    measure: { o: 'Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i]))' },
  },
  {
    name: 'a version that is thrown or returned, after which there are no more',
    code: 'function f(xs, cb) { let all = []; for (const x of xs) { all = [...all, x]; if (cb(x)) return all; if (!x) throw all } return all }',
    inputs: { xs: 'array', cb: 'callback' },
    measure: { xs: 'Array.from({ length: 500 }, (_, i) => i + 1)', cb: '() => false' },
  },
  {
    name: 'keys that may be __proto__',
    code: 'function f(xs) { return Object.values(xs).reduce((acc, x) => ({ ...acc, [x]: 1 }), {}) }',
    inputs: { xs: { array: { oneOf: ['string', { expressions: ["'__proto__'"] }] } } },
    suggestion: 'mutate',
    differs: ['result'],
    measure: { xs: 'Array.from({ length: 200 }, (_, i) => `k${i}`)' },
  },
  {
    name: 'an accumulator that is handed in',
    code: 'function f(xs, all) { for (const x of xs) all = [...all, x]; return all }',
    inputs: { xs: { array: 'any', plain: true }, all: { array: 'any', plain: true, dense: true } },
    suggestion: 'mutate',
    differs: ['identity', 'mutation', 'result'],
  },
  {
    name: 'a reducer of what may have its own reduce',
    code: 'function f(xs, cb) { return xs.reduce((acc, x) => [...acc, cb(x)], []) }',
    inputs: { xs: { array: 'any', plain: true }, cb: 'callback' },
    suggestion: 'mutate',
    differs: [],
  },
  {
    name: 'entries of a Map',
    code: 'function f(xs, cb) { const all = new Map(); for (const x of xs) { const key = cb(x); all.set(key, [...(all.get(key) ?? []), x]) } return all }',
    inputs: { xs: 'array', cb: 'callback' },
    suggestion: 'mutate',
    differs: [],
    measure: { xs: 'Array.from({ length: 500 }, (_, i) => i)', cb: '(x) => 1' },
  },
  {
    name: 'chunks of a stream',
    code: 'async function f(stream) { let all = Buffer.alloc(0); for await (const chunk of stream) { all = Buffer.concat([all, chunk]) } return all }',
    inputs: { stream: { array: 'buffer' } },
    suggestion: 'collect',
    differs: [],
    measure: { stream: 'Array.from({ length: 300 }, () => Buffer.alloc(100))' },
  },
  {
    name: 'bytes through a list, and what is read in an arrow function',
    code: `function f(lists) {
      let all = new Uint8Array(0)
      lists.forEach((list) => { all = new Uint8Array([...all, ...list]) })
      const size = () => all.length
      return [size(), all]
    }`,
    refuses: 'another function reads it',
  },
  {
    name: 'bytes through a list',
    code: `function f(lists) {
      let all = new Uint8Array(0)
      for (const list of lists) all = new Uint8Array([...all, ...list])
      let more = Buffer.alloc(0)
      for (const list of lists) more = Buffer.from([...more, ...list])
      return [all, more]
    }`,
    inputs: { lists: { array: 'buffer', dense: true, plain: true } },
    suggestion: 'collect',
    differs: [],
    measure: { lists: 'Array.from({ length: 300 }, () => Buffer.alloc(100))' },
  },
  { name: 'a holder of an earlier version', code: 'function f(xs) { let all = []; const first = all; for (const x of xs) all = [...all, x]; return [first, all] }', refuses: 'first stays empty' },
  { name: 'a closure that reads the variable', code: 'function f(xs, cb) { let all = []; cb(() => all); for (const x of xs) all = [...all, x]; return all }', refuses: 'it is handed each version' },
  { name: 'a declaration that reads the variable', code: 'function f(xs, cb) { let all = []; for (const x of xs) { cb(get); all = [...all, x] } return all; function get() { return all } }', refuses: 'it is handed each version' },
  { name: 'a walk over the earlier version', code: 'function f(xs) { let all = [1]; for (const x of all) { if (x > 3) break; all = [...all, x + 1, x + 2] } return all }', refuses: 'the walk would not end' },
  { name: 'a walk over itself as the addition', code: 'function f(xs) { let all = [1]; for (const x of xs) { all = [...all, ...all.values()] } return all }', refuses: 'the walk would not end' },
  { name: 'a live view on the earlier version', code: 'function f(xs, cb) { let all = [1]; const view = all.values(); for (const x of xs) { all = [...all, x] } return [...view] }', refuses: 'the view would see more' },
  { name: 'a try around a walk', code: 'function f(xs) { let all = []; for (const x of xs) { try { all = [...all, ...x] } catch {} } return all }', refuses: 'a walk that throws leaves elements behind' },
  { name: 'an async callback', code: 'async function f(o, cb) { let all = []; await Promise.all(Object.keys(o).map(async (x) => { all = [...all, await cb(x)] })); return all }', refuses: 'versions are lost on purpose or by mistake' },
  { name: 'a name that the key gives', code: 'function f(xs) { let all = {}; for (let i = 0; i < xs.length; i++) { all = { ...all, [i]: () => xs } } return all }', refuses: 'functions are named by their key in a literal only' },
  { name: 'accessors in the first version', code: 'function f(o) { return Object.keys(o).reduce((acc, x, i) => ({ ...acc, [`key ${String(x)}`]: 1 }), { get a() { return o } }) }', refuses: 'the getter becomes a value' },
  { name: 'a prototype in the first version', code: 'function f(o) { return Object.keys(o).reduce((acc, x, i) => ({ ...acc, [`key ${String(x)}`]: 1 }), { __proto__: o }) }', refuses: 'the prototype goes' },
  { name: 'holes in the first version', code: 'function f(o) { return Object.keys(o).reduce((acc, x) => [...acc, x], [, 1]) }', refuses: 'holes are filled' },
  { name: 'the accumulator of another kind', code: 'function f(o) { return Object.keys(o).reduce((acc, x) => [...acc, x], new Set()) }', refuses: 'the Set becomes an array' },
  { name: 'a read of the earlier version after the copy', code: 'function f(o) { return Object.keys(o).reduce((acc, x) => { const next = [...acc]; next.push(x, acc.length); return next }, []) }', refuses: 'the length is another' },
  { name: 'the arguments object', code: 'function f(o, cb) { return Object.keys(o).reduce(function (acc, x) { cb(arguments); return [...acc, x] }, []) }', refuses: 'arguments[0] is a version' },
  { name: 'a concatenation of what may be sparse', code: 'function f(xs) { let all = []; for (const x of xs) all = all.concat(x.map(String)); return all }', refuses: 'holes are filled' },
  { name: 'a readonly annotation', code: 'function f(xs: string[]) { let all: readonly string[] = []; for (const x of xs) all = [...all, x]; return all }', language: 'ts', refuses: 'it would not compile' },
  { name: 'a version that is frozen', code: 'function f(xs) { let all = []; for (const x of xs) { all = [...all, x]; Object.freeze(all) } return all }', refuses: 'a frozen array takes no more' },
  { name: 'a version that is compared', code: 'function f(xs) { let all = []; const first = all; for (const x of xs) all = [...all, x]; return first === all }', refuses: 'first is another version' },
  { name: 'a version under another name in the loop', code: 'function f(xs, cb) { let all = []; for (const x of xs) { const old = all; all = [...all, x]; cb(old.length) } return all }', refuses: 'old is another version' },
  { name: 'two additions of which the second throws', code: 'function f(xs, cb) { let all = new Set(); try { for (const x of xs) all = new Set([...all, cb(1), cb(x)]) } catch {} return all }', refuses: 'the first would stay' },
  { name: 'a try around a callback', code: 'function f(o, xs) { let all = []; try { Object.keys(o).forEach(() => { all = [...all, ...xs] }) } catch {} return all }', refuses: 'a walk that throws leaves elements behind' },
  { name: 'a cast of what is added', code: 'function f(xs: unknown[]) { let all: string[] = []; for (const x of xs) all = [...all, x] as string[]; return all }', language: 'ts', refuses: 'it would not compile' },
  { name: 'a readonly type argument', code: 'function f(xs: string[]) { return xs.reduce<readonly string[]>((acc, x) => [...acc, x], []) }', language: 'ts', refuses: 'it would not compile' },
])
