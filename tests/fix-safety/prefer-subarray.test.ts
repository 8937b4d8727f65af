import rule from '../../src/rules/prefer-subarray.ts'
import { fixSafety } from './fix-safety.ts'

const ranges = { start: 'index', end: 'index' } as const

fixSafety(rule, [
  {
    name: 'a part that is walked',
    code: `function f(start, end) {
      const bytes = new Uint8Array(300).map((_, i) => i)
      const found = []
      for (const byte of bytes.slice(start, end)) found.push(byte)
      return found
    }`,
    inputs: ranges,
  },
  {
    name: 'a part by what is converted to numbers',
    code: `function f(start, end) {
      const samples = new Float64Array(100)
      samples[3] = -0
      samples[4] = NaN
      return [...samples.slice(start, end)]
    }`,
    inputs: { start: 'any', end: 'any' },
  },
  {
    name: 'bigints',
    code: `function f(start, end) {
      const words = new BigInt64Array(100)
      words[7] = -5n
      return words.slice(start, end).reduce((sum, word) => sum + word, 0n)
    }`,
    inputs: ranges,
  },
  {
    name: 'a part that is set onto the array that it is of',
    code: `function f(start, end) {
      const bytes = new Uint8Array(300).map((_, i) => i)
      bytes.set(bytes.slice(start, end), 2)
      return bytes
    }`,
    inputs: ranges,
    suggestion: 'view',
    differs: [],
  },
  {
    name: 'a part that is decoded',
    code: `function f(start, end) {
      const bytes = new Uint8Array(300)
      bytes.fill(97, 0, 100)
      return String.fromCharCode.apply(null, bytes.slice(start, end))
    }`,
    inputs: ranges,
  },
  {
    name: 'a part of a part',
    code: `function f(start, end) {
      const bytes = new Uint8Array(300).map((_, i) => i)
      const head = bytes.slice(start).subarray(1)
      return [head.length, head[0], head.at(-1), head.slice(end)]
    }`,
    inputs: ranges,
  },
  {
    name: 'a callback that writes the other inputs',
    code: `function f(xs, cb) {
      const bytes = new Uint8Array(300)
      return bytes.slice(290).map((byte, i) => (xs[i] = cb(byte)))
    }`,
    inputs: { xs: { array: 'number', plain: true }, cb: 'callback' },
  },
  {
    name: 'a whole array',
    code: `function f(start) {
      const bytes = new Uint16Array(300).map((_, i) => i)
      const copy = new Uint16Array(bytes)
      return [copy[start], copy.length, copy.indexOf(7)]
    }`,
    inputs: { start: 'index' },
  },
  {
    name: 'a part of what was given, which may be of a subclass',
    code: 'function f(bytes: Uint8Array, start: number) { return [...bytes.slice(start)] }',
    language: 'ts',
    refuses: 'Symbol.species gets other arguments, and the bytes may belong to other threads',
  },
  {
    name: 'an array over a buffer that was given',
    code: 'function f(file, start) { return [...new Uint8Array(file).slice(start)] }',
    refuses: 'the buffer may be shared or resized',
  },
  {
    name: 'a part that somebody else gets',
    code: 'function f(cb) { const bytes = new Uint8Array(300); return cb(bytes.slice(4)) }',
    refuses: 'cb may keep or write it',
  },
  {
    name: 'a part before the source is written',
    code: 'function f(x) { const bytes = new Uint8Array(300); const head = bytes.slice(0, 100); bytes[1] = x; return head[1] }',
    refuses: 'the part keeps the old value',
  },
  {
    name: 'a part before somebody who has the source runs',
    code: 'function f(xs, cb) { const bytes = new Uint8Array(300); xs.push(bytes); const head = bytes.slice(0, 100); cb(); return head[1] }',
    refuses: 'cb may write the source',
  },
  {
    name: 'a part that is written',
    code: 'function f(x) { const bytes = new Uint8Array(300); const head = bytes.slice(0, 100); head[1] = x; return [bytes[1], head[1]] }',
    refuses: 'the source keeps the old value',
  },
  {
    name: 'the buffer of a part',
    code: 'function f() { const bytes = new Uint8Array(300); return bytes.slice(100).buffer.byteLength }',
    refuses: 'the buffer of a view is that of the whole',
  },
  {
    name: 'a part across a wait',
    code: 'async function f(p) { const bytes = new Uint8Array(300); const head = bytes.slice(0, 100); await p; return head[1] }',
    refuses: 'a view keeps all bytes alive meanwhile',
  },
  {
    name: 'a part of an ArrayBuffer',
    code: 'function f(start, end) { const file = new ArrayBuffer(300); let sum = 0; for (const byte of new Uint8Array(file.slice(start, end))) sum += byte; return sum }',
    inputs: ranges,
    suggestion: 'view',
    differs: [],
  },
])
