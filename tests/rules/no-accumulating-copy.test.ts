import rule from '../../src/rules/no-accumulating-copy.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-accumulating-copy', rule, {
  valid: [
    { name: 'bytes of one list, with single ones, and once', code: 'function f(lists) { let a; let b = new Uint8Array(0); for (const list of lists) { a = new Uint8Array([...list]); b = new Uint8Array([...b, 0]) } const c = new Uint8Array([...a, ...b]); return [a, b, c] }' },
    // Not repeated
    'let all = []; all = [...all, x]',
    'function reducer(state, action) { return { ...state, [action.id]: action } }',
    'setItems((items) => [...items, x])',
    'const all = [...xs, ...ys].map((x) => [...x, 1])',
    'for (const x of xs) { let all = []; all = [...all, x]; use(all) }',
    'for (const item of items) item.tags = [...item.tags, 1]',
    'class A { static { this.list = [...this.list, 1] } }',
    // Runs once or a few times
    'let all = []; for (const x of xs) if (x) { all = [...all, x]; break }',
    'function f(xs) { let all = []; for (const x of xs) { if (x) { all = [...all, x]; return all } } }',
    'let all = []; for (const x of [1, 2, 3]) all = [...all, f(x)]',
    'let all = []; for (let i = 0; i < 4; i++) all = [...all, f(i)]',
    "let all = {}; ['a', 'b'].forEach((k) => { all = { ...all, [k]: f(k) } })",
    // Does not grow
    'let all = {}; for (const x of xs) all = { ...all, last: x }',
    'const all = xs.reduce((acc, x) => ({ ...acc, total: acc.total + x.value }), { total: 0 })',
    'const KEY = "a"; let all = {}; for (const x of xs) all = { ...all, [KEY]: x }',
    'let last = []; for (const x of xs) last = [...last.slice(-9), x]',
    'let b = new Uint8Array(8); for (const x of xs) { const next = new Uint8Array(b.length * 2); next.set(b); b = next }',
    'let all = {}; for (const c of configs) all = { ...all, ...c.options }',
    'const all = configs.reduce((acc, c) => ({ ...acc, ...c, headers: { ...acc.headers, ...c.headers } }), {})',
    // One step for each target
    'for (const key in all) all[key] = [...all[key], 1]',
    'for (const key of Object.keys(all)) all[key] = [...all[key], 1]',
    'Object.keys(all).forEach((key) => { all[key].list = all[key].list.concat([1]) })',
    'for (const [key, values] of other) map.set(key, [...(map.get(key) ?? []), ...values])',
    'for (const entry of other) map.set(entry[0], [...(map.get(entry[0]) ?? []), ...entry[1]])',
    // One step of all: the branch is of one key
    'let all = []; for (const key of Object.keys(options)) { if (key === "plugins") all = [...all, ...options[key]] }',
    'for (const [name, value] of Object.entries(options)) switch (name) { case "plugins": all.list = [...all.list, ...value]; break; default: all[name] = value }',
    'let all = []; rows.forEach((row, i) => { if (row.head && i === 0) all = [...all, row] })',
    'rows.forEach((row, i) => { table[i] = [...table[i], row] })',
    'for (const x of xs) byId[x.id] = { ...byId[x.id], ...x }',
    // The first version is in another map, too
    'for (const [name, values] of fields) { const key = name.toLowerCase(); if (!map.has(key)) map.set(key, values); else map.set(key, map.get(key).concat(values)) }',
    // Every version is kept
    'let all = []; for (const x of xs) { all = [...all, x]; versions.push(all) }',
    'let all = []; for (const x of xs) { all = [...all, x]; setState(all) }',
    'function* f(xs) { let all = []; for (const x of xs) { all = [...all, x]; yield all } }',
    'let all = []; const versions = xs.map((x) => (all = [...all, x]))',
    'let all = []; const versions = xs.map((x) => { all = [...all, x]; return all })',
    'let all = []; for (const x of xs) { const before = all; all = [...all, x]; if (before === all) stop() }',
    'for (const x of xs) { all = [...all, x]; later.push(() => all) }',
    'const lazy = xs.reduce((acc, x) => ({ ...acc, [x.name]: () => acc[x.name] }), {})',
    'const tree = xs.reduce((acc, x) => [...acc, { parents: acc }], [])',
    // The earlier version is walked meanwhile
    'let all = [1]; for (const x of all) all = [...all, x]',
    'let all = [1]; all.forEach((x) => { all = [...all, x] })',
    // Starts over
    'let batch = []; for (const x of xs) { batch = [...batch, x]; if (full(batch.length)) batch = [] }',
    "stream.on('data', (c) => { buf = Buffer.concat([buf, c]); while (buf.length > 4) buf = buf.subarray(4) })",
    "stream.on('data', (c) => { buf = Buffer.concat([buf, c]); parse(buf) })",
    // Another thing of the same name
    'import { Buffer } from "./buffer.js"; let b = x; for (const c of cs) b = Buffer.concat([b, c])',
    'let s = ""; for (const x of xs) s = s.concat(x)',
    'let all = new Set(); class Set {} for (const x of xs) all = new Set([...all, x])',
    'const all = list.reduce(combine, [])',
  ],
  invalid: [
    {
      name: 'bytes through a list',
      code: 'function f(lists) {\n  let all = new Uint8Array(0)\n  for (const list of lists) all = new Uint8Array([...all, ...list])\n  return all\n}',
      errors: [
        {
          messageId: 'buffer', data: { name: 'all' }, line: 3, column: 35, endLine: 3, endColumn: 68,
          suggestions: [{ messageId: 'collect', output: 'function f(lists) {\n  let all = new Uint8Array(0)\n  const chunks = [all]\n  for (const list of lists) chunks.push(list)\n  all = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0))\n  chunks.reduce((offset, chunk) => (all.set(chunk, offset), offset + chunk.length), 0)\n  return all\n}' }],
        },
      ],
    },
    {
      name: 'bytes of a Buffer through a list, read by an arrow function',
      code: "function f(socket, done) {\n  let all = Buffer.alloc(0);\n  socket.on('data', (chunk) => {\n    all = Buffer.from([...all, ...chunk]);\n  });\n  socket.on('end', () => done(null, all));\n}",
      errors: [
        {
          messageId: 'buffer', data: { name: 'all' }, line: 4, column: 11, endLine: 4, endColumn: 42,
          suggestions: [{ messageId: 'collect', output: "function f(socket, done) {\n  let all = Buffer.alloc(0);\n  const chunks = [all];\n  socket.on('data', (chunk) => {\n    chunks.push(chunk);\n  });\n  socket.on('end', () => { all = Buffer.alloc(chunks.reduce((size, chunk) => size + chunk.length, 0)); chunks.reduce((offset, chunk) => (all.set(chunk, offset), offset + chunk.length), 0); return done(null, all) });\n}" }],
        },
      ],
    },
    {
      name: 'chunks of a stream that a promise is resolved with',
      code: "const read = (stream) => new Promise((resolve) => {\n  let all = Buffer.alloc(0)\n  stream.on('data', (chunk) => {\n    all = Buffer.concat([all, chunk])\n  })\n  stream.on('end', () => ({ all }))\n})",
      errors: [
        {
          messageId: 'buffer', data: { name: 'all' }, line: 4, column: 11, endLine: 4, endColumn: 38,
          suggestions: [{ messageId: 'collect', output: "const read = (stream) => new Promise((resolve) => {\n  let all = Buffer.alloc(0)\n  const chunks = [all]\n  stream.on('data', (chunk) => {\n    chunks.push(chunk)\n  })\n  stream.on('end', () => { all = Buffer.concat(chunks); return ({ all }) })\n})" }],
        },
      ],
    },
    {
      name: 'a loop',
      code: 'let all = []\nfor (const x of xs) {\n  all = [...all, x]\n}',
      output: 'let all = []\nfor (const x of xs) {\n  all.push(x)\n}',
      errors: [{ messageId: 'array', data: { name: 'all' }, line: 3, column: 10, endLine: 3, endColumn: 16, suggestions: [] }],
    },
    {
      name: 'all loops, var and semicolons',
      code: 'var all = [];\nwhile (next()) {\n  all = [...all, ...read()];\n}',
      output: 'var all = [];\nwhile (next()) {\n  for (const item of read()) all.push(item);\n}',
      errors: [{ messageId: 'array', data: { name: 'all' }, line: 3, column: 10, endLine: 3, endColumn: 16, suggestions: [] }],
    },
    {
      name: 'the update of a for',
      code: 'for (let all = [], i = 0; i < n; i++) { all = [0, ...all, i]; use(all.length) }',
      output: 'for (let all = [], i = 0; i < n; i++) { all.unshift(0);\nall.push(i); use(all.length) }',
      errors: [{ messageId: 'array', data: { name: 'all' }, line: 1, column: 51, endLine: 1, endColumn: 57, suggestions: [] }],
    },
    {
      name: 'several writes, one of which is not repaired for sure',
      code: 'let all = []; for (const x of xs) if (x) all = all.concat(x.items); else all = all.concat([x, 1])',
      output: 'let all = []; for (const x of xs) if (x) all = all.concat(x.items); else all.push(x, 1)',
      errors: [
        {
          messageId: 'array', data: { name: 'all' }, line: 1, column: 48, endLine: 1, endColumn: 67,
          suggestions: [
            { messageId: 'pushElements', output: 'let all = []; for (const x of xs) if (x) for (const item of x.items) all.push(item); else all = all.concat([x, 1])' },
            { messageId: 'pushOne', output: 'let all = []; for (const x of xs) if (x) all.push(x.items); else all = all.concat([x, 1])' },
          ],
        },
        { messageId: 'array', data: { name: 'all' }, line: 1, column: 80, endLine: 1, endColumn: 98, suggestions: [] },
      ],
    },
    {
      name: 'a branch of one key in a loop that is run again',
      code: 'let all = []; for (const options of list) for (const key in options) if (key === "plugins") all = all.concat([options.plugins])',
      output: 'let all = []; for (const options of list) for (const key in options) if (key === "plugins") all.push(options.plugins)',
      errors: [{ messageId: 'array', data: { name: 'all' }, line: 1, column: 99, endLine: 1, endColumn: 128 }],
    },
    {
      name: 'a callback of an unknown collection',
      code: 'let all = []\nitems.forEach((x) => all = [...all, x])',
      errors: [{
        messageId: 'array', data: { name: 'all' }, line: 2, column: 29, endLine: 2, endColumn: 35,
        suggestions: [{ messageId: 'mutate', output: 'let all = []\nitems.forEach((x) => all.push(x))' }],
      }],
    },
    {
      name: 'a field, whose first version may be held by others',
      code: 'class A {\n  add(xs) {\n    for (const x of xs) this.list = [...this.list, x];\n  }\n}',
      errors: [{
        messageId: 'array', data: { name: 'this.list' }, line: 3, column: 38, endLine: 3, endColumn: 50,
        suggestions: [{
          messageId: 'mutate',
          output: 'class A {\n  add(xs) {\n    this.list = [...this.list];\n    for (const x of xs) this.list.push(x);\n  }\n}',
        }],
      }],
    },
    {
      name: 'a reducer',
      code: 'const all = Object.keys(o).reduce((acc, k) => [...acc, o[k]], [])',
      output: 'const all = Object.keys(o).reduce((acc, k) => { acc.push(o[k]); return acc }, [])',
      errors: [{ messageId: 'array', data: { name: 'acc' }, line: 1, column: 48, endLine: 1, endColumn: 54, suggestions: [] }],
    },
    {
      name: 'a reducer of what is not known to be an array, by a function with a name',
      code: 'const add = (acc, x) => (acc.includes(x) ? acc : [...acc, x])\nconst all = xs.reduce(add, [])',
      errors: [{
        messageId: 'array', data: { name: 'acc' }, line: 1, column: 51, endLine: 1, endColumn: 57,
        suggestions: [{ messageId: 'mutate', output: 'const add = (acc, x) => { if (!acc.includes(x)) acc.push(x); return acc }\nconst all = xs.reduce(add, [])' }],
      }],
    },
    {
      name: 'a reducer that others call too is only reported',
      code: 'const add = (acc, x) => [...acc, x]\nconst all = xs.reduce(add, [])\nadd(all, 1)',
      errors: [{ messageId: 'array', data: { name: 'acc' }, line: 1, column: 26, endLine: 1, endColumn: 32, suggestions: [] }],
    },
    {
      name: 'conditional returns',
      code: 'const all = xs.reduce((acc, x) => {\n  if (!x) return acc\n  return [...acc, x]\n}, start)',
      errors: [{
        messageId: 'array', data: { name: 'acc' }, line: 3, column: 11, endLine: 3, endColumn: 17,
        suggestions: [{ messageId: 'mutate', output: 'const all = xs.reduce((acc, x) => {\n  if (!x) return acc\n  acc.push(x)\n  return acc\n}, [...start])' }],
      }],
    },
    {
      name: 'a reducer without an initial value',
      code: 'const all = xs.reduceRight((a, b) => [...a, ...b])',
      errors: [{
        messageId: 'array', data: { name: 'a' }, line: 1, column: 39, endLine: 1, endColumn: 43,
        suggestions: [{ messageId: 'mutate', output: 'const all = xs.reduceRight((a, b) => { for (const item of b) a.push(item); return a }, [])' }],
      }],
    },
    {
      name: 'what concat takes as one element',
      code: 'const rows = Object.entries(o).reduce((acc, [key, value]) => acc.concat({ key, value }), [])',
      output: 'const rows = Object.entries(o).reduce((acc, [key, value]) => { acc.push({ key, value }); return acc }, [])',
      errors: [{ messageId: 'array', data: { name: 'acc' }, line: 1, column: 62, endLine: 1, endColumn: 88, suggestions: [] }],
    },
    {
      name: 'additions that read the collection behind a walk are only reported',
      code: 'let all = []; for (const x of xs) all = [...all, ...x, all.length]',
      errors: [{ messageId: 'array', data: { name: 'all' }, line: 1, column: 42, endLine: 1, endColumn: 48, suggestions: [] }],
    },
    {
      name: 'an async reducer',
      code: 'const all = xs.reduce(async (acc, x) => [...(await acc), await f(x)], Promise.resolve([]))',
      errors: [{
        messageId: 'array', data: { name: 'await acc' }, line: 1, column: 42, endLine: 1, endColumn: 56,
        suggestions: [{
          messageId: 'mutate',
          output: 'const all = xs.reduce(async (acc, x) => { const all2 = await acc; all2.push(await f(x)); return all2 }, Promise.resolve([]))',
        }],
      }],
    },
    {
      name: 'destructured accumulators',
      code: 'const [yes, no] = xs.reduce(([a, b], x) => (x ? [[...a, x], b] : [a, b]), [[], []])',
      errors: [{
        messageId: 'array', data: { name: 'a' }, line: 1, column: 51, endLine: 1, endColumn: 55,
        suggestions: [{ messageId: 'mutate', output: 'const [yes, no] = xs.reduce(([a, b], x) => (x ? [(a.push(x), a), b] : [a, b]), [[], []])' }],
      }],
    },
    {
      name: 'nested accumulators',
      code: 'const all = xs.reduce((acc, x) => ({ ...acc, count: acc.count + 1, list: [...acc.list, x] }), { count: 0, list: [] })',
      errors: [{
        messageId: 'array', data: { name: 'acc.list' }, line: 1, column: 75, endLine: 1, endColumn: 86,
        suggestions: [{
          messageId: 'mutate',
          output: 'const all = xs.reduce((acc, x) => { acc.count = acc.count + 1; acc.list.push(x); return acc }, { count: 0, list: [] })',
        }],
      }],
    },
    {
      name: 'an alias that is returned',
      code: 'const all = xs.reduce((acc, x) => { const next = { ...acc }; next[x.id] = x; return next }, {})',
      errors: [{
        messageId: 'object', data: { name: 'acc' }, line: 1, column: 52, endLine: 1, endColumn: 58,
        suggestions: [{ messageId: 'mutate', output: 'const all = xs.reduce((acc, x) => { const next = acc; next[x.id] = x; return next }, {})' }],
      }],
    },
    {
      name: 'objects, by spread and by Object.assign',
      code: 'let a = {}; for (const x of xs) a = { ...a, [x.id]: x }\nlet b = {}; for (const x of xs) b = Object.assign({}, b, { [x.id]: x })',
      errors: [
        {
          messageId: 'object', data: { name: 'a' }, line: 1, column: 39, endLine: 1, endColumn: 43,
          suggestions: [{
            messageId: 'mutate',
            output: 'let a = {}; for (const x of xs) a[x.id] = x\nlet b = {}; for (const x of xs) b = Object.assign({}, b, { [x.id]: x })',
          }],
        },
        {
          messageId: 'object', data: { name: 'b' }, line: 2, column: 37, endLine: 2, endColumn: 72,
          suggestions: [{
            messageId: 'mutate',
            output: 'let a = {}; for (const x of xs) a = { ...a, [x.id]: x }\nlet b = {}; for (const x of xs) b[x.id] = x',
          }],
        },
      ],
    },
    {
      name: 'values that end with a brace',
      code: 'const all = xs.reduce((acc, x) => ({ ...acc, [x.id]: { x } }), {})\nfor (const x of xs) if (x) map = { ...map, [x.id]: { x } }; else stop()',
      errors: [
        {
          messageId: 'object', data: { name: 'acc' }, line: 1, column: 38, endLine: 1, endColumn: 44,
          suggestions: [{
            messageId: 'mutate',
            output: 'const all = xs.reduce((acc, x) => { acc[x.id] = { x }; return acc }, {})\nfor (const x of xs) if (x) map = { ...map, [x.id]: { x } }; else stop()',
          }],
        },
        {
          messageId: 'object', data: { name: 'map' }, line: 2, column: 36, endLine: 2, endColumn: 42,
          suggestions: [{
            messageId: 'mutate',
            output: 'const all = xs.reduce((acc, x) => ({ ...acc, [x.id]: { x } }), {})\nmap = { ...map };\nfor (const x of xs) if (x) map[x.id] = { x }; else stop()',
          }],
        },
      ],
    },
    {
      name: 'groups in an object',
      code: 'const groups = xs.reduce((acc, x) => ({ ...acc, [x.key]: [...(acc[x.key] || []), x] }), {})',
      errors: [{
        messageId: 'object', data: { name: 'acc' }, line: 1, column: 41, endLine: 1, endColumn: 47,
        suggestions: [{
          messageId: 'mutate',
          output: 'const groups = xs.reduce((acc, x) => { acc[x.key] = acc[x.key] || []; acc[x.key].push(x); return acc }, {})',
        }],
      }],
    },
    {
      name: 'groups in a Map',
      code: 'for (const x of xs) {\n  const group = groups.get(x.key) ?? []\n  groups.set(x.key, [...group, x])\n}',
      errors: [{
        messageId: 'array', data: { name: 'group' }, line: 3, column: 22, endLine: 3, endColumn: 30,
        suggestions: [{ messageId: 'mutate', output: 'for (const x of xs) {\n  const group = groups.get(x.key) ?? []\n  group.push(x)\n  groups.set(x.key, group)\n}' }],
      }],
    },
    {
      name: 'Sets and Maps',
      code: 'let s = new Set(); for (const x of xs) s = new Set([...s, x])\nlet m = new Map(); for (const x of xs) m = new Map([...m, [x, 1]])',
      output: 'let s = new Set(); for (const x of xs) s.add(x)\nlet m = new Map(); for (const x of xs) m.set(x, 1)',
      errors: [
        { messageId: 'set', data: { name: 's' }, line: 1, column: 44, endLine: 1, endColumn: 62, suggestions: [] },
        { messageId: 'map', data: { name: 'm' }, line: 2, column: 44, endLine: 2, endColumn: 67, suggestions: [] },
      ],
    },
    {
      name: 'Buffers in a loop, with a statement behind it that starts with a bracket',
      code: 'async function f(stream) {\n  let all = Buffer.alloc(0)\n  for await (const c of stream) all = Buffer.concat([all, c])\n  ;[a] = all\n}',
      errors: [{
        messageId: 'buffer', data: { name: 'all' }, line: 3, column: 39, endLine: 3, endColumn: 62,
        suggestions: [{
          messageId: 'collect',
          output: 'async function f(stream) {\n  let all = Buffer.alloc(0)\n  const chunks = [all]\n  for await (const c of stream) chunks.push(c)\n  all = Buffer.concat(chunks)\n  ;[a] = all\n}',
        }],
      }],
    },
    {
      name: 'Buffers in a listener',
      code: "let body = Buffer.alloc(0);\nreq.on('data', (c) => {\n  body = Buffer.concat([body, c]);\n});\nreq.on('end', () => {\n  use(body);\n});",
      errors: [{
        messageId: 'buffer', data: { name: 'body' }, line: 3, column: 10, endLine: 3, endColumn: 34,
        suggestions: [{
          messageId: 'collect',
          output: "let body = Buffer.alloc(0);\nconst chunks = [body];\nreq.on('data', (c) => {\n  chunks.push(c);\n});\nreq.on('end', () => {\n  body = Buffer.concat(chunks);\n  use(body);\n});",
        }],
      }],
    },
    {
      name: 'a typed array that is made anew for every chunk',
      code: 'let all = new Uint8Array(0)\nfor (const c of chunks) {\n  const next = new Uint8Array(all.length + c.length)\n  next.set(all)\n  next.set(c, all.length)\n  all = next\n}',
      errors: [{
        messageId: 'buffer', data: { name: 'all' }, line: 3, column: 16, endLine: 3, endColumn: 53,
        suggestions: [{
          messageId: 'collect',
          output:
            'let all = new Uint8Array(0)\nconst chunks2 = [all]\nfor (const c of chunks) {\n  chunks2.push(c)\n}\n' +
            'all = new Uint8Array(chunks2.reduce((size, chunk) => size + chunk.length, 0))\n' +
            'chunks2.reduce((offset, chunk) => (all.set(chunk, offset), offset + chunk.length), 0)',
        }],
      }],
    },
    {
      name: 'a comment inside is not lost',
      code: 'let all = []; for (const x of xs) all = [/* first */ ...all, x]',
      errors: [{ messageId: 'array', data: { name: 'all' }, line: 1, column: 54, endLine: 1, endColumn: 60, suggestions: [] }],
    },
    {
      name: 'wrappers and parentheses',
      code: 'let all: string[] = []; for (const x of xs) { all = ([...all!, (a, b)]) }',
      output: 'let all: string[] = []; for (const x of xs) { all.push((a, b)) }',
      errors: [{ messageId: 'array', data: { name: 'all' }, line: 1, column: 55, endLine: 1, endColumn: 62, suggestions: [] }],
    },
    {
      name: 'computed keys and CommonJS',
      code: "module.exports = (xs) => { const o = { 'a b': [] }; for (const x of xs) o['a b'] = [...o['a b'], x]; return o }",
      languageOptions: { sourceType: 'commonjs' },
      errors: [{
        messageId: 'array', data: { name: "o['a b']" }, line: 1, column: 85, endLine: 1, endColumn: 96,
        suggestions: [{
          messageId: 'mutate',
          output: "module.exports = (xs) => { const o = { 'a b': [] }; for (const x of xs) o['a b'].push(x); return o }",
        }],
      }],
    },
    {
      name: 'a readonly annotation is suggested only',
      code: 'function* f(xs: string[]) { let all: readonly string[] = []; for (const x of xs) all = [...all, yield x]; return all }',
      errors: [{
        messageId: 'array', data: { name: 'all' }, line: 1, column: 89, endLine: 1, endColumn: 95,
        suggestions: [{
          messageId: 'mutate',
          output: 'function* f(xs: string[]) { let all: readonly string[] = []; for (const x of xs) all.push(yield x); return all }',
        }],
      }],
    },
    {
      name: 'an accumulator whose own type may be narrower than what is added is suggested only',
      code: 'export const names = (xs: X[]) => [...xs].reduce((all: string[], x) => [...all, x.name], [])',
      errors: [{
        messageId: 'array', data: { name: 'all' }, line: 1, column: 73, endLine: 1, endColumn: 79,
        suggestions: [{
          messageId: 'mutate',
          output: 'export const names = (xs: X[]) => [...xs].reduce((all: string[], x) => { all.push(x.name); return all }, [])',
        }],
      }],
    },
    {
      name: 'an accumulator of the type that is asked for',
      code: 'export const names = (xs: X[]) => [...xs].reduce<string[]>((all: string[], x) => [...all, x.name], [])',
      output: 'export const names = (xs: X[]) => [...xs].reduce<string[]>((all: string[], x) => { all.push(x.name); return all }, [])',
      errors: [{ messageId: 'array', data: { name: 'all' }, line: 1, column: 83, endLine: 1, endColumn: 89, suggestions: [] }],
    },
    {
      name: 'a static block, a field with a reducer and using',
      code: 'class A { static { let all = []; for (using x of xs) all = [...all, x.id]; use(all) } }\nclass B { all = xs.reduce((acc, x) => [...acc, x], [] as string[]) }',
      output: 'class A { static { let all = []; for (using x of xs) all.push(x.id); use(all) } }\nclass B { all = xs.reduce((acc, x) => [...acc, x], [] as string[]) }',
      errors: [
        { messageId: 'array', data: { name: 'all' }, line: 1, column: 61, endLine: 1, endColumn: 67, suggestions: [] },
        {
          messageId: 'array', data: { name: 'acc' }, line: 2, column: 40, endLine: 2, endColumn: 46,
          suggestions: [{
            messageId: 'mutate',
            output: 'class A { static { let all = []; for (using x of xs) all = [...all, x.id]; use(all) } }\nclass B { all = xs.reduce((acc, x) => { acc.push(x); return acc }, [] as string[]) }',
          }],
        },
      ],
    },
  ],
})
