import rule from '../../src/rules/no-materialized-iteration.ts'
import { fixSafety } from './fix-safety.ts'

/** Few enough that the engine compiles nothing in between. */
const few = { xs: 'Array.from({ length: 100 }, (_, i) => ({ id: i }))' }

fixSafety(rule, [
  {
    name: 'the code units of a text, also halves of pairs',
    code: 'function f(text, cb) { for (let i = 0; i < 3; i++) { const all = `${text}`; for (const unit of all.split("")) if (cb(unit)) return unit } }',
    inputs: { text: 'string', cb: 'callback' },
  },
  {
    name: 'a reversal reduced from its end',
    code: 'function f(xs, cb) { const rows = Array.from(xs); const all = [...rows].reverse().reduce((a, b) => a + `${b}`, ""); return [all, rows.length] }',
    inputs: { xs: { array: 'string' }, cb: 'callback' },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'a reversal that is delegated to',
    code: 'function* f(xs) { const rows = Array.from(xs); yield* [...rows].reverse(); return rows.length }',
    inputs: { xs: 'iterable' },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'joined lists that are delegated to, in a loop',
    code: 'function* f(xs, n) { const a = Array.from(xs), b = [...a]; for (let i = 0; i < n; i++) yield* [...a, ...b] }',
    inputs: { xs: 'iterable', n: { oneOf: ['index'] } },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'a search in one list after the other',
    code: 'function f(xs, n) { const a = Array.from(xs), b = [...a, 3]; for (let i = 0; i < n; i++) if ([...a, ...b].some((x) => x === i)) return i }',
    inputs: { xs: { array: 'number' }, n: 'index' },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'a text that the walk assigns',
    code: 'function f(text) { let all = `${text}`; for (let i = 0; i < 3; i++) for (const unit of all.split("")) all = all.slice(1) + unit; return all }',
    refuses: 'the next unit would be another',
  },
  {
    name: 'a Set that the function made',
    code: 'function f(xs, cb) { const seen = new Set(xs); for (const x of [...seen]) if (cb(x)) return x }',
    inputs: { xs: 'iterable', cb: 'callback' },
  },
  {
    name: 'entries of a Map that the function made',
    code: `function f(xs, cb) {
      const byKey = new Map()
      for (const x of xs) byKey.set(x, [x])
      for (const [key, value] of Array.from(byKey.entries())) if (cb(key, value)) break
      return byKey
    }`,
    inputs: { xs: 'iterable', cb: 'callback' },
  },
  {
    name: 'the element that the loop is at is deleted',
    code: `function f(xs, cb) {
      const seen = new Set(xs)
      for (const x of [...seen]) if (cb(x)) seen.delete(x)
      return seen
    }`,
    inputs: { xs: 'iterable', cb: 'callback' },
  },
  {
    name: 'the characters of a string',
    code: 'function f(x, cb) { if (typeof x === "symbol") return; const text = `${x}`; for (const c of Array.from(text)) if (cb(c)) return c }',
    inputs: { x: 'primitive', cb: 'callback' },
  },
  {
    name: 'matches in a string',
    code: 'function f(x, cb) { const text = String(x); for (const { index } of [...text.matchAll(/./gu)]) if (cb(index)) return index }',
    inputs: { x: 'string', cb: 'callback' },
  },
  {
    name: 'the tail of an array',
    code: `function f(xs, cb) {
      const rows = [...xs]
      for (let n = 0; n < 2; n++) for (const row of rows.slice(1)) if (cb(row)) return row
    }`,
    inputs: { xs: 'array', cb: 'callback' },
    measure: few,
  },
  {
    name: 'all but the ends of a sparse array, with closures',
    code: `function f(cb) {
      const rows = [1, , 3]
      rows.push(4, 5)
      const later = []
      while (later.length < 6) for (const row of rows.slice(1, -1)) later.push(() => cb(row))
      for (const call of later) call()
    }`,
    inputs: { cb: 'callback' },
  },
  {
    name: 'backwards',
    code: `function f(xs, cb) {
      const rows = [...xs]
      for (const row of [...rows].reverse()) if (cb(row)) return row
    }`,
    inputs: { xs: 'array', cb: 'callback' },
    measure: few,
  },
  {
    name: 'delegation',
    code: `function* f(xs) {
      const seen = new Set(xs)
      yield* [...seen]
    }`,
    inputs: { xs: 'iterable' },
  },
  {
    name: 'a constant that only the loop reads',
    code: `function f(xs, cb) {
      const seen = new Set(xs)
      const list = [...seen]
      for (const x of list) if (cb(x)) return x
    }`,
    inputs: { xs: 'iterable', cb: 'callback' },
  },
  {
    name: 'forEach over values, keys and entries',
    code: `function f(xs, cb) {
      const byKey = new Map()
      for (const x of xs) byKey.set(x, [x]);
      [...byKey.values()].forEach((value) => cb(value));
      [...byKey.keys()].forEach((key) => cb(key));
      [...byKey].forEach(([key, value]) => cb(key, value))
      return Array.from(new Set(xs)).forEach((x) => { cb(x) })
    }`,
    inputs: { xs: 'iterable', cb: 'callback' },
    measure: few,
  },
  {
    name: 'an unknown iterable is walked while it gives its elements',
    code: 'function f(xs) { let last; for (const x of [...xs]) if (x === null) break; else last = x; return last }',
    inputs: { xs: 'iterable' },
    suggestion: 'walk',
    differs: ['effects', 'error'],
  },
  {
    name: 'a parameter that may be a subclass',
    code: 'function f(xs: number[]) { const out = []; while (out.length < 3 && xs.length > 1) for (const x of xs.slice(1)) out.push(x); return out }',
    language: 'ts',
    inputs: { xs: { array: 'number', plain: true } },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'one list after the other',
    code: 'function f(a: number[], b: number[]) { const out = []; for (let n = 0; n < 2; n++) for (const x of [...a, ...b]) out.push(x); return out }',
    language: 'ts',
    inputs: { a: { array: 'number', plain: true }, b: { array: 'number', plain: true } },
    suggestion: 'walk',
    differs: [],
    measure: { a: 'Array.from({ length: 100 }, (_, i) => i)', b: 'Array.from({ length: 100 }, (_, i) => i)' },
  },
  {
    name: 'some in the values of a Map',
    code: 'function f(xs: Map<string, number>, limit: number) { return [...xs.values()].some((x) => x === limit) }',
    language: 'ts',
    inputs: { xs: { map: ['string', 'number'], plain: true }, limit: 'number' },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'every in the values of a Map, declared',
    code: 'function f(xs: Map<string, number>, limit: number) { const all = [...xs.values()].every((x) => x !== limit); return [all] }',
    language: 'ts',
    inputs: { xs: { map: ['string', 'number'], plain: true }, limit: 'number' },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'find in a Set',
    code: 'function f(xs: Set<number>, limit: number) { const found = [...xs].find((x) => x !== limit); return [found] }',
    language: 'ts',
    inputs: { xs: { set: 'number', plain: true }, limit: 'number' },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'reduce of a Set',
    code: 'function f(xs: Set<number>) { return [...xs].reduce((text, x) => `${text} ${x}`, "") }',
    language: 'ts',
    inputs: { xs: { set: 'number', plain: true } },
    suggestion: 'walk',
    differs: ['allocation'],
  },
  {
    name: 'the rest of an array for every element, holes passed over',
    code: 'function f(xs: number[]) { return xs.map((x, index) => xs.slice(index + 1).some((y) => x === y)) }',
    language: 'ts',
    inputs: { xs: { array: 'number', plain: true } },
    suggestion: 'walk',
    differs: [],
  },
  {
    name: 'listeners',
    code: 'function f(listeners) { for (const listener of [...listeners]) listener() }',
    refuses: 'a listener may remove itself or another',
  },
  {
    name: 'a collection that the body writes',
    code: 'function f(xs) { const seen = new Set(xs); for (const x of [...seen]) seen.add([x]) }',
    refuses: 'the loop would not end',
  },
  {
    name: 'a field',
    code: 'class A { xs = new Set(); f(cb) { for (const x of [...this.xs]) cb(x) } }',
    refuses: 'whoever is called may write the field',
  },
  {
    name: 'a generator',
    code: 'function* g(xs) { yield* xs } function f(xs) { let n = 0; for (const x of [...g(xs)]) n++; return n }',
    refuses: 'a loop that is left early ends the generator early',
  },
  {
    name: 'an element that is assigned to a pattern',
    code: 'function f(ys) { const xs = []; for (const y of ys) xs.push(y); let id; const ids = []; for ({ id } of [...xs].reverse()) ids.push(id); return ids }',
    inputs: { ys: { array: 'object', plain: true, dense: true } },
  },
  {
    name: 'an arrow without parentheses around its parameter, after a word',
    code: 'function f(ys, cb) { const xs = new Map(); for (const y of ys) xs.set(y, y); return[...xs.keys()].forEach(k => cb(k)) }',
    inputs: { ys: 'iterable', cb: 'callback' },
  },
  {
    name: 'keys and values that are taken apart in their order',
    code: 'function f(ys, cb) { const xs = new Map(); for (const y of ys) xs.set(y, y); [...xs].forEach(([{ id }, { a }]) => cb(id, a)) }',
    refuses: 'getters would run in another order',
  },
  {
    name: 'a body that shadows the array',
    code: 'function f(ys, cb) { const xs = []; for (const y of ys) xs.push(y); for (const x of [...xs].reverse()) { const xs = 3; cb(x, xs) } }',
    refuses: 'the body would read its own xs',
  },
  {
    name: 'a copy of another type than its source',
    language: 'ts',
    code: 'function f(ys: Iterable<string>, cb: (x: number) => void) { const xs = new Set<string>(); for (const y of ys) xs.add(y); for (const x of [...xs] as unknown as number[]) cb(x) }',
    refuses: 'it would not compile',
  },
  {
    name: 'a function of the file that hands the array out',
    code: 'function f(ys, cb) { const xs = []; for (const y of ys) xs.push(y); const all = () => xs; for (const x of [...xs].reverse()) { all().length = 0; cb(x) } }',
    refuses: 'the body writes what is walked',
  },
  {
    name: 'a conversion that writes',
    code: 'function f(ys, cb) { const xs = []; for (const y of ys) xs.push(y); const text = { toString() { xs.length = 0; return "" } }; for (const x of [...xs].reverse()) { [text].join(); cb(x) } }',
    refuses: 'the body writes what is walked',
  },
])
