import rule from '../../src/rules/no-unbounded-argument-spread.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-unbounded-argument-spread', rule, {
  valid: [
    { name: 'check all: arrays that are added to one that is kept, and a shadowed Array', code: 'const a = [0].concat(...xss); const b = list.concat(...xss); function f(Array) { return Array.prototype.concat.apply([], xss) } const c = Array.prototype.concat.apply(first, xss)', options: [{ check: 'all' }] },
    { name: 'figures by a name that forms and tables have, too', code: 'const id = Math.max(...form.values.map((value) => value.id)) + 1; const most = Math.max(...numbers)' },
    { name: 'the names of the fields', code: 'const width = Math.max(...Object.keys(JSON.parse(text)).map((key) => key.length))' },
    { name: 'settings that are parsed', code: 'args.push(...JSON.parse(customArgs)); import fs from "fs"; plugins.push(...JSON.parse(fs.readFileSync(configPath, "utf8")))' },
    { name: 'parts of bytes, and the letters of a word', code: 'const name = String.fromCharCode(...bytes.subarray(start, end)); const word = String.fromCharCode.apply(null, token.ident); const part = String.fromCharCode(...(isPart ? new Uint8Array(file, at, Math.min(size, rest)) : buf))' },
    { name: 'what a program printed', code: 'const parsed = JSON.parse(output); versions.push(...parsed)' },
    { name: 'as much as a constant is long', code: 'const MAGIC = "SQLite format 3"; const is = String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC' },
    { name: 'a tuple', code: 'function f(xs, pair: [number, number]) { xs.push(...pair) }' },
    { name: 'a literal', code: 'const rows = [1, 2]; xs.push(...rows)' },
    { name: 'a rest parameter forwarded', code: 'function f(...rows) { xs.push(...rows) }' },
    { name: 'the function’s own arguments', code: 'function f() { xs.push.apply(xs, arguments) }' },
    { name: 'a slice of constant length', code: 'xs.push(...rows.slice(0, 20))' },
    { name: 'chunks', code: 'for (let i = 0; i < bytes.length; i += SIZE) s += String.fromCharCode(...bytes.subarray(i, i + SIZE))' },
    { name: 'chunks by assignment', code: 'while (i < n) s += String.fromCharCode.apply(null, bytes.subarray(i, i += SIZE))' },
    { name: 'any other callee', code: 'console.log(...rows); f(...rows); new F(...rows)' },
    { name: 'a shadowed Math', code: 'function f(Math, rows) { return Math.max(...rows) }' },
    { name: 'not a spread', code: 'Math.max(rows, 0); xs.push(rows); push(...rows)' },
    { name: 'a computed method', code: 'xs[push](...rows)' },
    { name: 'a collection of parts, not of data', code: 'this.filters.unshift(...filters); Math.max(...children.map(height))' },
    { name: 'the length was checked', code: 'function f(bytes) { if (bytes.length > 5000) return slow(bytes); return String.fromCharCode(...bytes) }' },
    {
      name: 'the length was checked through a constant',
      code: 'function f(bytes) { const length = bytes.length; if (LIMIT > length) return String.fromCharCode.apply(null, bytes) }',
    },
    { name: 'the groups of a match', code: "values.push(...line.match(/(\\d+) (\\d+)/).slice(1))" },
    { name: 'apply without a list', code: 'Math.max.apply(null)' },
    { name: 'the lines of a message', code: "out.push(...message.split('\\n'))" },
    { name: 'a number of random bytes', code: 'btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))' },
    { name: 'a view of known length', code: 'String.fromCharCode(...new Uint8Array(memory, offset, 16))' },
    { name: 'an array of codes that was put together here', code: 'const codes = []; for (const c of abc) codes.push(c); String.fromCharCode(...codes)' },
    { name: 'one element of what is walked', code: 'pages.reduce((sum, values) => sum + Math.max(...values), 0); for (const rows of pages) all.push(...rows)' },
    { name: 'an optional apply', code: 'xs.push?.apply?.(xs, f)' },
  ],
  invalid: [
    {
      name: 'arrays that are put one after the other',
      code: 'const a = [].concat(...xss)\nconst b = [].concat.apply([], xss)\nconst c = Array.prototype.concat.apply([], (xss || yss))',
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'spread', data: { name: 'xss' }, line: 1, column: 21, endLine: 1, endColumn: 27,
          suggestions: [{ messageId: 'flatten', output: 'const a = xss.flat()\nconst b = [].concat.apply([], xss)\nconst c = Array.prototype.concat.apply([], (xss || yss))' }],
        },
        {
          messageId: 'spread', data: { name: 'xss' }, line: 2, column: 31, endLine: 2, endColumn: 34,
          suggestions: [{ messageId: 'flatten', output: 'const a = [].concat(...xss)\nconst b = xss.flat()\nconst c = Array.prototype.concat.apply([], (xss || yss))' }],
        },
        {
          messageId: 'spread', data: { name: 'xss || yss' }, line: 3, column: 45, endLine: 3, endColumn: 55,
          suggestions: [{ messageId: 'flatten', output: 'const a = [].concat(...xss)\nconst b = [].concat.apply([], xss)\nconst c = (xss || yss).flat()' }],
        },
      ],
    },
    {
      name: 'arrays that a callback gives',
      code: 'const a = [].concat(...xs.map((x) => x.list))\nconst b = [].concat.apply([], Object.keys(o).map((key) => o[key]))',
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'spread', data: { name: 'xs.map((x) => x.list)' }, line: 1, column: 21, endLine: 1, endColumn: 45,
          suggestions: [{ messageId: 'flatten', output: 'const a = xs.flatMap((x) => x.list)\nconst b = [].concat.apply([], Object.keys(o).map((key) => o[key]))' }],
        },
        {
          messageId: 'spread', data: { name: 'Object.keys(o).map((key) => o[key])' }, line: 2, column: 31, endLine: 2, endColumn: 66,
          suggestions: [{ messageId: 'flatten', output: 'const a = [].concat(...xs.map((x) => x.list))\nconst b = Object.keys(o).flatMap((key) => o[key])' }],
        },
      ],
    },
    {
      name: 'arrays after another, and of a collection that is no array',
      code: 'const a = [].concat(first, ...xss)\nconst b = [].concat(...new Map(xs).values())',
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'spread', data: { name: 'xss' }, line: 1, column: 28, endLine: 1, endColumn: 34,
          suggestions: [{ messageId: 'flatten', output: 'const a = [first, ...xss].flat()\nconst b = [].concat(...new Map(xs).values())' }],
        },
        {
          messageId: 'spread', data: { name: 'new Map(xs).values()' }, line: 2, column: 21, endLine: 2, endColumn: 44,
          suggestions: [{ messageId: 'flatten', output: 'const a = [].concat(first, ...xss)\nconst b = [...new Map(xs).values()].flat()' }],
        },
      ],
    },
    {
      name: 'push as a statement',
      code: 'function f(all, rows) {\n  all.push(...rows);\n}',
      errors: [
        {
          messageId: 'spread', data: { name: 'rows' }, line: 2, column: 12, endLine: 2, endColumn: 19,
          suggestions: [{ messageId: 'loop', output: 'function f(all, rows) {\n  for (const item of rows) all.push(item);\n}' }],
        },
      ],
    },
    {
      name: 'push without semicolons, after a name that is taken',
      code: 'const item = first()\nthis.rows.push(...await load.rows)\nnext()',
      errors: [
        {
          messageId: 'spread', data: { name: 'await load.rows' }, line: 2, column: 16, endLine: 2, endColumn: 34,
          suggestions: [{ messageId: 'loop', output: 'const item = first()\nfor (const item2 of await load.rows) this.rows.push(item2)\nnext()' }],
        },
      ],
    },
    {
      name: 'several arguments',
      code: 'if (rows) all.push(first, ...rows); else none()',
      errors: [
        {
          messageId: 'spread', data: { name: 'rows' }, line: 1, column: 27, endLine: 1, endColumn: 34,
          suggestions: [{ messageId: 'loop', output: 'if (rows) { all.push(first); for (const item of rows) all.push(item) } else none()' }],
        },
      ],
    },
    {
      name: 'the body of a callback',
      code: 'groups.forEach(({ rows }) => all.push(...rows))',
      errors: [
        {
          messageId: 'spread', data: { name: 'rows' }, line: 1, column: 39, endLine: 1, endColumn: 46,
          suggestions: [{ messageId: 'loop', output: 'groups.forEach(({ rows }) => { for (const item of rows) all.push(item) })' }],
        },
      ],
    },
    {
      name: 'a result that is used, itself, or a comment: no repair',
      code: 'n = all.push(...rows)\nrows.push(...rows)\nall.push(/* why */ ...rows)',
      errors: [
        { messageId: 'spread', data: { name: 'rows' }, line: 1, column: 14, endLine: 1, endColumn: 21, suggestions: [] },
        { messageId: 'spread', data: { name: 'rows' }, line: 2, column: 11, endLine: 2, endColumn: 18, suggestions: [] },
        { messageId: 'spread', data: { name: 'rows' }, line: 3, column: 20, endLine: 3, endColumn: 27, suggestions: [] },
      ],
    },
    {
      name: 'apply, through the prototype and through Reflect',
      code: 'Array.prototype.push.apply(all, rows);\nReflect.apply(Math.max, null, samples);',
      errors: [
        {
          messageId: 'spread', data: { name: 'rows' }, line: 1, column: 33, endLine: 1, endColumn: 37,
          suggestions: [{ messageId: 'loop', output: 'for (const item of rows) all.push(item);\nReflect.apply(Math.max, null, samples);' }],
        },
        { messageId: 'spread', data: { name: 'samples' }, line: 2, column: 31, endLine: 2, endColumn: 38, suggestions: [] },
      ],
    },
    {
      name: 'a receiver with a type assertion',
      code: '(player.mines as Mine[]).push(...rows);\n(player.mines as Mine[]).unshift(...rows);',
      errors: [
        {
          messageId: 'spread', data: { name: 'rows' }, line: 1, column: 31, endLine: 1, endColumn: 38,
          suggestions: [{ messageId: 'loop', output: 'for (const item of rows) (player.mines as Mine[]).push(item);\n(player.mines as Mine[]).unshift(...rows);' }],
        },
        {
          messageId: 'spread', data: { name: 'rows' }, line: 2, column: 34, endLine: 2, endColumn: 41,
          suggestions: [{
            messageId: 'loop',
            output: '(player.mines as Mine[]).push(...rows);\n{ const rest = (player.mines as Mine[]).splice(0); for (const item of rows) (player.mines as Mine[]).push(item); for (const item of rest) (player.mines as Mine[]).push(item) }',
          }],
        },
      ],
    },
    {
      name: 'unshift and splice keep the array',
      code: 'all.unshift(...rows);\nall.splice(start, 1, ...rows);',
      errors: [
        {
          messageId: 'spread', data: { name: 'rows' }, line: 1, column: 13, endLine: 1, endColumn: 20,
          suggestions: [
            {
              messageId: 'loop',
              output:
                '{ const rest = all.splice(0); for (const item of rows) all.push(item); for (const item of rest) all.push(item) }\nall.splice(start, 1, ...rows);',
            },
          ],
        },
        {
          messageId: 'spread', data: { name: 'rows' }, line: 2, column: 22, endLine: 2, endColumn: 29,
          suggestions: [
            {
              messageId: 'loop',
              output:
                'all.unshift(...rows);\n{ all.splice(start, 1); const rest = all.splice(start); for (const item of rows) all.push(item); for (const item of rest) all.push(item) }',
            },
          ],
        },
      ],
    },
    {
      name: 'the largest and the smallest',
      code: 'const top = Math.max(...points.map((p) => p.y))\nconst low = Math.min(0, ...(await samples))',
      errors: [
        {
          messageId: 'spread', data: { name: 'points.map((p) => p.y)' }, line: 1, column: 22, endLine: 1, endColumn: 47,
          suggestions: [
            {
              messageId: 'reduce',
              output:
                'const top = points.map((p) => p.y).reduce((a, b) => Math.max(a, b), -Infinity)\nconst low = Math.min(0, ...(await samples))',
            },
          ],
        },
        {
          messageId: 'spread', data: { name: 'await samples' }, line: 2, column: 25, endLine: 2, endColumn: 43,
          suggestions: [
            {
              messageId: 'reduce',
              output:
                'const top = Math.max(...points.map((p) => p.y))\nconst low = (await samples).reduce((a, b) => Math.min(a, b), 0)',
            },
          ],
        },
      ],
    },
    {
      name: 'a const alias of Math.max, TypeScript wrappers',
      code: 'const { max } = Math; const m = max(...(points as number[])!)',
      errors: [
        {
          messageId: 'spread', data: { name: 'points' }, line: 1, column: 37, endLine: 1, endColumn: 61,
          suggestions: [
            { messageId: 'reduce', output: 'const { max } = Math; const m = (points as number[])!.reduce((a, b) => max(a, b), -Infinity)' },
          ],
        },
      ],
    },
    {
      name: 'a Set has no reduce',
      code: 'const values = new Set(points); const m = Math.max(...values)',
      errors: [{ messageId: 'spread', data: { name: 'values' }, line: 1, column: 52, endLine: 1, endColumn: 61, suggestions: [] }],
    },
    {
      name: 'text of a Buffer',
      code: 'import { readFileSync } from "node:fs"\nconst bytes = Buffer.from(await load())\nconst s = String.fromCharCode(...bytes)',
      output: 'import { readFileSync } from "node:fs"\nconst bytes = Buffer.from(await load())\nconst s = bytes.toString(\'latin1\')',
      errors: [{ messageId: 'spread', data: { name: 'bytes' }, line: 3, column: 31, endLine: 3, endColumn: 39, suggestions: [] }],
    },
    {
      name: 'text of other codes',
      code: 'const s = btoa(String.fromCharCode.apply(null, new Uint8Array(answer)))',
      errors: [
        {
          messageId: 'spread', data: { name: 'new Uint8Array(answer)' }, line: 1, column: 48, endLine: 1, endColumn: 70,
          suggestions: [
            {
              messageId: 'decode',
              output: "const s = btoa(Array.from(new Uint8Array(answer), (code) => String.fromCharCode(code)).join(''))",
            },
          ],
        },
      ],
    },
    {
      name: 'a loop header and a comparison with nothing are no check of the size',
      code: 'function f(rows, all) { if (rows.length > 0) all.push(...rows); for (let i = 0; i < rows.length; i++) g(rows[i]) }',
      errors: [
        {
          messageId: 'spread', data: { name: 'rows' }, line: 1, column: 55, endLine: 1, endColumn: 62,
          suggestions: [
            {
              messageId: 'loop',
              output:
                'function f(rows, all) { if (rows.length > 0) for (const item of rows) all.push(item); for (let i = 0; i < rows.length; i++) g(rows[i]) }',
            },
          ],
        },
      ],
    },
    {
      name: 'every collection of no known bound, when asked',
      options: [{ check: 'all' }],
      code: 'class A { static { all.push(...children) } field = Math.max(...this.sizes) }',
      errors: [
        {
          messageId: 'spread', data: { name: 'children' }, line: 1, column: 29, endLine: 1, endColumn: 40,
          suggestions: [
            {
              messageId: 'loop',
              output: 'class A { static { for (const item of children) all.push(item) } field = Math.max(...this.sizes) }',
            },
          ],
        },
        {
          messageId: 'spread', data: { name: 'this.sizes' }, line: 1, column: 61, endLine: 1, endColumn: 74,
          suggestions: [
            {
              messageId: 'reduce',
              output:
                'class A { static { all.push(...children) } field = this.sizes.reduce((a, b) => Math.max(a, b), -Infinity) }',
            },
          ],
        },
      ],
    },
  ],
})
