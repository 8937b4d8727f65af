import rule from '../../src/rules/no-unbounded-argument-spread.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'text of a Buffer',
    code: `import { Buffer } from 'node:buffer'
    function f(text) {
      const bytes = Buffer.from(String(text))
      return String.fromCharCode(...bytes)
    }`,
    inputs: { text: 'string' },
  },
  {
    name: 'text of the bytes of an annotated Buffer',
    language: 'ts',
    code: 'function f(bytes: Buffer) { return String.fromCharCode(...bytes) }',
    inputs: { bytes: 'buffer' },
  },
  {
    name: 'apply of a variable that may be unset',
    code: 'function f(c) { let b; if (c) b = Buffer.alloc(4); return String.fromCharCode.apply(null, b) }',
    refuses: 'apply takes undefined',
  },
  {
    name: 'apply with a receiver that has effects',
    code: 'function f(cb, s) { const b = Buffer.from(s); return String.fromCharCode.apply(cb(), b) }',
    refuses: 'the call of cb would be lost',
  },
  {
    name: 'a start that needs parentheses',
    code: 'function f(c, b, d) {\n  const n = Buffer.from(b), m = Buffer.from(d)\n  const one = c\n  String.fromCharCode(...(c ? n : m)).trim()\n  return one\n}',
    refuses: 'the line above would go on',
  },
  {
    name: 'text of any codes',
    code: 'function f(data) { return String.fromCharCode(...data) }',
    inputs: { data: { array: 'number', plain: true } },
    suggestion: 'decode',
    differs: ['allocation'],
  },
  {
    name: 'arrays put one after the other, whose holes go',
    code: 'function f(xss, cb) { return [[].concat(...xss), [].concat(...xss.map((xs) => cb(xs))), [].concat(cb, ...xss)] }',
    options: [{ check: 'all' }],
    inputs: { xss: { array: { array: 'any', plain: true }, dense: true, plain: true }, cb: { callback: { array: 'any', plain: true } } },
    measure: { xss: 'Array.from({ length: 100 }, (_, i) => [i, i])', cb: '(xs) => xs' },
    suggestion: 'flatten',
    differs: ['result', 'allocation'],
  },
  {
    name: 'push adds one by one: what was walked stays when walking throws',
    code: 'function f(rows) { const all = []; try { all.push(...rows) } finally { return all } }',
    inputs: { rows: { iterable: 'number' } },
    suggestion: 'loop',
    differs: ['allocation', 'result'],
  },
  {
    name: 'unshift keeps the array and the order',
    code: 'function f(all, rows) { all.unshift(...rows) }',
    inputs: { all: { array: 'number', plain: true, dense: true }, rows: { array: 'number', plain: true } },
    suggestion: 'loop',
    differs: ['allocation'],
  },
  {
    name: 'the largest of an array, whose holes count as undefined before',
    code: 'function f(samples) { return Math.max(...samples) }',
    inputs: { samples: { array: 'number', plain: true } },
    suggestion: 'reduce',
    differs: ['result'],
    measure: { samples: 'Array.from({ length: 5000 }, (_, i) => i)' },
  },
])
