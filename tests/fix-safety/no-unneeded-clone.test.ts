import rule from '../../src/rules/no-unneeded-clone.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'parsed text',
    code: 'function f(text) { return structuredClone(JSON.parse(text)) }',
    inputs: { text: { expressions: [`'{"__proto__":{"a":1},"b":-0,"2":[1,null],"1":"x"}'`, `'[1e999,{},[]]'`, `'-0'`, `'"\\\\ud800"'`, `'{'`, 'undefined', '({ toString: () => "7" })'] } },
  },
  {
    name: 'a clone of a clone',
    code: 'function f(x) { return [structuredClone(structuredClone([x])), structuredClone(JSON.parse(JSON.stringify([x])))] }',
    inputs: { x: { expressions: ['-0', 'undefined', '[1, , 2]', 'new Map([[{}, /a/g]])', 'Object.create({ a: 1 })', 'new Date(0)', 'new TypeError("x")'] } },
  },
  {
    name: 'JSON of JSON',
    code: 'function f(x) { return JSON.parse(JSON.stringify(JSON.parse(JSON.stringify(x)))) }',
    inputs: { x: 'any' },
  },
  {
    name: 'literals',
    code: `function f() {
      return [JSON.parse(JSON.stringify({ b: [1, 'x', null], a: { 2: true, 1: "y" } })), structuredClone([{ open: false }, 7])]
    }`,
    inputs: {},
  },
  {
    name: 'a literal of computed primitives',
    code: 'function f(x) { const n = Number(x); const s = String(x); return structuredClone({ n, s, not: !n }) }',
    inputs: { x: 'number' },
  },
  {
    name: 'JSON of a number that it cannot say',
    code: 'function f(x) { const n = Number(x); return JSON.parse(JSON.stringify({ n })) }',
    refuses: 'NaN becomes null',
  },
  {
    name: 'JSON of parsed text',
    code: 'function f(text) { return JSON.parse(JSON.stringify(JSON.parse(text))) }',
    inputs: { text: { expressions: [`'[-0]'`, `'{"a":[1,"x"]}'`, `'1e999'`] } },
    suggestion: 'removeClone',
    differs: ['result'],
  },
  {
    name: 'a revived value',
    code: 'function f(text, cb) { return structuredClone(JSON.parse(text, cb)) }',
    refuses: 'the reviver may give what others hold',
  },
  {
    name: 'a literal with a prototype',
    code: 'function f() { return structuredClone({ __proto__: null, a: 1 }) }',
    refuses: 'the clone has another prototype',
  },
  {
    name: 'a literal with an accessor',
    code: 'function f(cb) { return structuredClone({ get a() { return 1 } }) }',
    refuses: 'the clone has a value',
  },
  {
    name: 'a literal with holes',
    code: 'function f() { return JSON.parse(JSON.stringify([1, , 2])) }',
    refuses: 'JSON fills holes',
  },
  {
    name: 'only read',
    code: "function f(x) { const copy = structuredClone(x); return copy.a === 1 && copy.b.length > 0 }",
    inputs: { x: { object: { a: 'any', b: 'string' } } },
    suggestion: 'removeClone',
    differs: ['effects', 'error'],
  },
  {
    name: 'written as text',
    code: 'function f(x) { return JSON.stringify(JSON.parse(JSON.stringify(x))) }',
    inputs: { x: 'any' },
    suggestion: 'removeClone',
    differs: ['error'],
  },
])
