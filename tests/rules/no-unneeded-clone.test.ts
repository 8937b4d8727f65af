import rule from '../../src/rules/no-unneeded-clone.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-unneeded-clone', rule, {
  valid: [
    { name: 'a clone that is returned', code: 'function f(state) { return structuredClone(state) }' },
    { name: 'a clone that is written', code: 'function f(state) { const next = structuredClone(state); next.open = true; return next.open }' },
    { name: 'a clone of which a part is written', code: 'function f(state) { for (const row of structuredClone(state.rows)) row.seen = true }' },
    { name: 'a clone of which a part is kept', code: 'function f(state) { const copy = structuredClone(state); this.rows = copy.rows }' },
    { name: 'a clone of which a part is returned', code: 'function f(state) { const { rows } = structuredClone(state); return rows }' },
    { name: 'a clone of which a found part is returned', code: 'function f(rows) { return structuredClone(rows).find((row) => row.id === 1) }' },
    { name: 'a clone that is changed in place', code: 'function f(rows) { const copy = structuredClone(rows); copy.sort(); return copy.length }' },
    { name: 'a test of what clones', code: 'expect(structuredClone(data) instanceof Data).toBe(true); assert.equal(structuredClone(data).a.length, 1)' },
    { name: 'a clone that is passed on', code: 'function f(state) { const copy = structuredClone(state); send(copy); return copy.length > 0 }' },
    { name: 'a clone that a callback keeps', code: 'function f(rows) { structuredClone(rows).forEach((row) => { kept.push(row) }) }' },
    { name: 'a clone that a later call reads', code: 'function f(state) { const copy = structuredClone(state); return () => copy.open === true }' },
    { name: 'a clone in a variable that changes', code: 'function f(state) { let copy = structuredClone(state); copy = next(copy); return copy.open === true }' },
    { name: 'an exported clone', code: 'export const copy = structuredClone(state); if (copy.open) start()' },
    { name: 'the state before a command', code: 'function f(state) { const before = structuredClone(state); update(state); return isEqual(before.rows, state.rows) }' },
    { name: 'the state before a command of the object itself', code: "import { isEqual } from 'lodash'; class A { f() { const before = structuredClone(this.state); const done = this.update(); return done && isEqual(before, this.state) } }" },
    { name: 'the state before a command that reaches it elsewhere', code: "import _ from 'lodash'; function f(store) { const before = _.cloneDeep(store.state); dispatch({ type: 'a' }); return _.isEqual(before, store.state) }" },
    { name: 'the state of the module before a query', code: 'let state = {}; function f() { const before = structuredClone(state); const next = compute(); return before.open === next.open }' },
    { name: 'the state before waiting', code: 'async function f(state) { const before = structuredClone(state); await pause(); return before.open === state.open }' },
    { name: 'the state before it is written', code: 'function f(state) { const before = structuredClone(state); state.open = true; return before.open === state.open }' },
    { name: 'the state before it is replaced', code: 'function f(state) { const before = structuredClone(state); state = null; return before.open === true }' },
    { name: 'the state before a property is deleted', code: 'function f(state) { const before = structuredClone(state); delete state.open; return before.open === true }' },
    { name: 'a clone compared by identity', code: 'function f(state) { return structuredClone(state) === state }' },
    { name: 'a normalised copy', code: 'function f(doc) { const plain = JSON.parse(JSON.stringify(doc)); return plain._id === id || `${plain.at}` === at }' },
    { name: 'a normalised copy that is cloned by structure afterwards', code: 'worker.postMessage(JSON.parse(JSON.stringify(state)))' },
    { name: 'a copy without proxies that is sent', code: "import { cloneDeep } from 'lodash-es'; worker.postMessage(cloneDeep(state))" },
    { name: 'a clone that moves buffers', code: 'function f(state) { return structuredClone(state, { transfer: [state.buffer] }).buffer.byteLength > 0 }' },
    { name: 'JSON with a replacer', code: 'function f(state) { const s = JSON.stringify(JSON.parse(JSON.stringify(state, hide))) }' },
    { name: 'JSON with a reviver', code: 'function f(state) { return JSON.parse(JSON.stringify(state), revive).length > 0 }' },
    { name: 'a revived value that is cloned', code: 'const state = structuredClone(JSON.parse(text, revive))' },
    { name: 'another function of the name', code: 'function structuredClone(x) { return x.y } function f(state) { return structuredClone(state).length > 0 }' },
    { name: 'a method of the name', code: 'function f(state) { return state.cloneDeep(true).length > 0 }' },
    { name: 'a literal with parts of others', code: 'const next = structuredClone({ ...state, rows })' },
    { name: 'parsed data that is used again', code: 'const state = JSON.parse(text); export const first = structuredClone(state); export const second = structuredClone(state)' },
    { name: 'parsed data of which a part was given away', code: 'function f(text) { const state = JSON.parse(text); keep(state.rows); return structuredClone(state) }' },
    { name: 'parsed data to which a part was given', code: 'function f(text, rows) { const state = JSON.parse(text); state.rows = rows; return structuredClone(state) }' },
    { name: 'data that a cache holds', code: 'async function f(key) { return structuredClone(await cache.get(key)) }' },
    { name: 'a test of what clones', code: "console.log(JSON.stringify(structuredClone({ foo: 'foo' })))" },
    { name: 'a JSON clone of what JSON cannot say', code: 'function f(x) { return JSON.parse(JSON.stringify({ at: x - 1 })) }' },
    { name: 'the target of a merge', code: "import { merge } from 'lodash'; const theme = merge(cloneDeep(defaults), own); import { cloneDeep } from 'lodash'" },
    { name: 'a clone that is unused', code: 'structuredClone(state)' },
    { name: 'a shared clone in a loop head', code: 'function f(state) { for (let i = 0; i < structuredClone(state).rows.length; i++) state.rows.pop() }' },
  ],
  invalid: [
    {
      name: 'parsed text',
      code: 'const state = structuredClone(JSON.parse(text))',
      output: 'const state = JSON.parse(text)',
      errors: [{ messageId: 'fresh', data: { source: 'JSON.parse(text)', taker: '' }, line: 1, column: 15, endLine: 1, endColumn: 48 }],
    },
    {
      name: 'a clone of a clone',
      code: 'function f(x) { return structuredClone(structuredClone(x)) } function g(x) { return JSON.parse(JSON.stringify(JSON.parse(JSON.stringify(x)))) }',
      output: 'function f(x) { return structuredClone(x) } function g(x) { return JSON.parse(JSON.stringify(x)) }',
      errors: [
        { messageId: 'fresh', data: { source: 'structuredClone(x)', taker: '' }, line: 1, column: 24, endLine: 1, endColumn: 59 },
        { messageId: 'fresh', data: { source: 'JSON.parse(JSON.stringify(x))', taker: '' }, line: 1, column: 85, endLine: 1, endColumn: 142 },
      ],
    },
    {
      name: 'a plain literal',
      code: "const state = JSON.parse(JSON.stringify({ open: false, rows: [1, 'b', null] }))",
      output: "const state = { open: false, rows: [1, 'b', null] }",
      errors: [{ messageId: 'fresh', data: { source: "{ open: false, rows: [1, 'b', null] }", taker: '' }, line: 1, column: 15, endLine: 1, endColumn: 80 }],
    },
    {
      name: 'a plain literal that a type is asked of',
      filename: 'a.ts',
      code: 'const state: State = structuredClone({ open: false })',
      errors: [
        {
          messageId: 'fresh', data: { source: '{ open: false }', taker: '' }, line: 1, column: 22, endLine: 1, endColumn: 54,
          suggestions: [{ messageId: 'removeClone', data: { source: '{ open: false }', taker: '' }, output: 'const state: State = { open: false }' }],
        },
      ],
    },
    {
      name: 'JSON of parsed text, which turns -0 into 0',
      code: 'const state = JSON.parse(JSON.stringify(JSON.parse(text)))',
      errors: [
        {
          messageId: 'fresh', data: { source: 'JSON.parse(text)', taker: '' }, line: 1, column: 15, endLine: 1, endColumn: 59,
          suggestions: [{ messageId: 'removeClone', data: { source: 'JSON.parse(text)', taker: '' }, output: 'const state = JSON.parse(text)' }],
        },
      ],
    },
    {
      name: 'the body of a response, by lodash',
      code: "import _ from 'lodash'; async function f(response) { return _.cloneDeep(await response.json()) }",
      errors: [
        {
          messageId: 'fresh', data: { source: 'await response.json()', taker: '' }, line: 1, column: 61, endLine: 1, endColumn: 95,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'await response.json()', taker: '' },
              output: "import _ from 'lodash'; async function f(response) { return await response.json() }",
            },
          ],
        },
      ],
    },
    {
      name: 'parsed data that was only looked at before',
      code: 'function f(text) { const state = JSON.parse(text); if (!state.rows.length) return null; return structuredClone(state) }',
      errors: [
        {
          messageId: 'fresh', data: { source: 'state', taker: '' }, line: 1, column: 96, endLine: 1, endColumn: 118,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'state', taker: '' },
              output: 'function f(text) { const state = JSON.parse(text); if (!state.rows.length) return null; return state }',
            },
          ],
        },
      ],
    },
    {
      name: 'compared by value',
      code: "import { cloneDeep, isEqual } from 'lodash-es'\nfunction f(a, b) {\n  const left = cloneDeep(a?.filters || {})\n  const right = cloneDeep(b.filters)\n  return isEqual(left, right)\n}",
      errors: [
        {
          messageId: 'read', data: { source: 'a?.filters || {}', taker: '' }, line: 3, column: 16, endLine: 3, endColumn: 43,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'a?.filters || {}', taker: '' },
              output: "import { cloneDeep, isEqual } from 'lodash-es'\nfunction f(a, b) {\n  const left = a?.filters || {}\n  const right = cloneDeep(b.filters)\n  return isEqual(left, right)\n}",
            },
          ],
        },
        {
          messageId: 'read', data: { source: 'b.filters', taker: '' }, line: 4, column: 17, endLine: 4, endColumn: 37,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'b.filters', taker: '' },
              output: "import { cloneDeep, isEqual } from 'lodash-es'\nfunction f(a, b) {\n  const left = cloneDeep(a?.filters || {})\n  const right = b.filters\n  return isEqual(left, right)\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'iterated, through destructuring and a function of the file',
      code: 'function total({ lines }) { let sum = 0; for (const { price, count } of lines) sum += price * count; return sum } function f(order) { const { items } = structuredClone(order); return total(items[0]) > 10 }',
      errors: [
        {
          messageId: 'read', data: { source: 'order', taker: '' }, line: 1, column: 153, endLine: 1, endColumn: 175,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'order', taker: '' },
              output: 'function total({ lines }) { let sum = 0; for (const { price, count } of lines) sum += price * count; return sum } function f(order) { const { items } = order; return total(items[0]) > 10 }',
            },
          ],
        },
      ],
    },
    {
      name: 'tested by a callback that has commands only after',
      code: "import deepClone from './deep-clone.js'; function f(rows) { if (deepClone(rows).some((row) => row.open)) { rows.pop(); start() } }",
      errors: [
        {
          messageId: 'read', data: { source: 'rows', taker: '' }, line: 1, column: 65, endLine: 1, endColumn: 80,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'rows', taker: '' },
              output: "import deepClone from './deep-clone.js'; function f(rows) { if (rows.some((row) => row.open)) { rows.pop(); start() } }",
            },
          ],
        },
      ],
    },
    {
      name: 'read after a branch that leaves',
      code: 'function f(state, id) { const before = structuredClone(state); if (!id) { reset(state); return } return before.rows.length > 0 }',
      errors: [
        {
          messageId: 'read', data: { source: 'state', taker: '' }, line: 1, column: 40, endLine: 1, endColumn: 62,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'state', taker: '' },
              output: 'function f(state, id) { const before = state; if (!id) { reset(state); return } return before.rows.length > 0 }',
            },
          ],
        },
      ],
    },
    {
      name: 'one field, by types',
      filename: 'a.ts',
      code: 'function f(state: State) { const copy = structuredClone(state); const port = copy.port as number; return port }',
      errors: [
        {
          messageId: 'read', data: { source: 'state', taker: '' }, line: 1, column: 41, endLine: 1, endColumn: 63,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'state', taker: '' },
              output: 'function f(state: State) { const copy = state; const port = copy.port as number; return port }',
            },
          ],
        },
      ],
    },
    {
      name: 'a JSON clone of which only what any type has is looked at',
      code: "function f(job) { const copy = JSON.parse(JSON.stringify(job)); return copy.kind === 'mail' && copy.to.length > 0 && !copy.sent }",
      errors: [
        {
          messageId: 'read', data: { source: 'job', taker: '' }, line: 1, column: 32, endLine: 1, endColumn: 63,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'job', taker: '' },
              output: "function f(job) { const copy = job; return copy.kind === 'mail' && copy.to.length > 0 && !copy.sent }",
            },
          ],
        },
      ],
    },
    {
      name: 'written as text, by a function of the file',
      code: 'const clone = (x) => JSON.parse(JSON.stringify(x)); function f(res, state) { res.json(clone(state)); return JSON.stringify(structuredClone(state), null, 2) }',
      errors: [
        {
          messageId: 'copied', data: { source: 'state', taker: 'res.json' }, line: 1, column: 87, endLine: 1, endColumn: 99,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'state', taker: 'res.json' },
              output: 'const clone = (x) => JSON.parse(JSON.stringify(x)); function f(res, state) { res.json(state); return JSON.stringify(structuredClone(state), null, 2) }',
            },
          ],
        },
        {
          messageId: 'copied', data: { source: 'state', taker: 'JSON.stringify' }, line: 1, column: 124, endLine: 1, endColumn: 146,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'state', taker: 'JSON.stringify' },
              output: 'const clone = (x) => JSON.parse(JSON.stringify(x)); function f(res, state) { res.json(clone(state)); return JSON.stringify(state, null, 2) }',
            },
          ],
        },
      ],
    },
    {
      name: 'cloned again by what gets it',
      code: "import { cloneDeep, merge } from 'lodash'; port.postMessage(structuredClone(state)); const all = merge({}, cloneDeep(defaults), own)",
      errors: [
        {
          messageId: 'copied', data: { source: 'state', taker: 'port.postMessage' }, line: 1, column: 61, endLine: 1, endColumn: 83,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'state', taker: 'port.postMessage' },
              output: "import { cloneDeep, merge } from 'lodash'; port.postMessage(state); const all = merge({}, cloneDeep(defaults), own)",
            },
          ],
        },
        {
          messageId: 'copied', data: { source: 'defaults', taker: 'merge' }, line: 1, column: 108, endLine: 1, endColumn: 127,
          suggestions: [
            {
              messageId: 'removeClone', data: { source: 'defaults', taker: 'merge' },
              output: "import { cloneDeep, merge } from 'lodash'; port.postMessage(structuredClone(state)); const all = merge({}, defaults, own)",
            },
          ],
        },
      ],
    },
    {
      name: 'a comment that would be lost',
      code: 'const state = structuredClone(/* ours now */ JSON.parse(text))',
      output: null,
      errors: [{ messageId: 'fresh', data: { source: 'JSON.parse(text)', taker: '' }, line: 1, column: 15, endLine: 1, endColumn: 63 }],
    },
    {
      name: 'a statement that would continue the line before',
      code: 'start()\nstructuredClone([1, 2]).forEach((n) => { print(n) })',
      output: null,
      errors: [{ messageId: 'fresh', data: { source: '[1, 2]', taker: '' }, line: 2, column: 1, endLine: 2, endColumn: 24 }],
    },
  ],
})
