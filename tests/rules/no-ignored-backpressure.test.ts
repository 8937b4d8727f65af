import rule from '../../src/rules/no-ignored-backpressure.ts'
import { testRule } from '../support/rule-tester.ts'

const fs = "import fs from 'node:fs'\n"
const loop = 'for await (const chunk of source)'

testRule('no-ignored-backpressure', rule, {
  valid: [
    // Somebody looks, or the stream does it itself
    'source.on("data", (chunk) => { if (!res.write(chunk)) source.pause() })',
    `async function f() { ${loop} { const more = res.write(chunk); g(more) } }`,
    'source.on("data", (chunk) => res.write(chunk)); res.on("drain", () => source.resume())',
    'source.on("data", (chunk) => { if (res.writableLength > 9) source.pause(); res.write(chunk) })',
    'source.pipe(res)',
    // Not a stream that fills
    'source.on("data", (chunk) => process.stdout.write(chunk))',
    'source.on("data", (chunk) => terminal.write(chunk))',
    'source.on("data", (chunk) => hash.write(chunk))',
    // Small, few, or bounded
    'for (const event of events) res.write(`data: ${event}`)',
    `${fs}const out = fs.createWriteStream(p); for (const line of ["a", "b"]) out.write(line)`,
    `${fs}const out = fs.createWriteStream(p); for (let i = 0; i < 10; i++) out.write(String(i))`,
    'for (const row of rows) res.write(row.name)',
    `async function f() { ${loop} res.write(\`data: \${JSON.stringify(chunk)}\\n\\n\`) }`,
    `async function f() { ${loop} res.write(JSON.stringify(chunk)) }`,
    `async function f() { ${loop} res.write(chunk.choices[0].delta.content) }`,
    'source.on("data", (chunk) => { if (chunk.length > 9) return; out.write(chunk) })',
    'source.on("data", (chunk) => { if (chunk.includes("220")) stdin.write("EHLO") })',
    'source.on("end", () => res.write(all))',
    'out.write(chunk)',
    'function f(chunk) { res.write(chunk) }',
  ],
  invalid: [
    {
      name: 'a loop that can wait, in a module that imports',
      code: `${fs}async function f(source, path) {\n  const out = fs.createWriteStream(path)\n  ${loop} {\n    out.write(chunk)\n  }\n}`,
      errors: [{
        messageId: 'write', data: { write: 'out.write(chunk)', stream: 'out', wait: "await once(out, 'drain')" }, line: 5, column: 5, endLine: 5, endColumn: 21,
        suggestions: [{ messageId: 'wait', data: { wait: "await once(out, 'drain')" }, output: `${fs}import { once } from 'node:events'\nasync function f(source, path) {\n  const out = fs.createWriteStream(path)\n  ${loop} {\n    if (!out.write(chunk)) await once(out, 'drain')\n  }\n}` }],
      }],
    },
    {
      name: 'a reader of the web, in a file that requires, where the name is taken',
      code: "'use strict';\nconst fs = require('fs');\nasync function once(body, res) {\n  const reader = body.getReader();\n  while (true) {\n    const { done, value } = await reader.read();\n    if (done) break;\n    res.write(value);\n  }\n}",
      languageOptions: { sourceType: 'commonjs' },
      errors: [{
        messageId: 'write', data: { write: 'res.write(value)', stream: 'res', wait: "await once2(res, 'drain')" }, line: 8, column: 5, endLine: 8, endColumn: 21,
        suggestions: [{ messageId: 'wait', data: { wait: "await once2(res, 'drain')" }, output: "'use strict';\nconst fs = require('fs');\nconst { once: once2 } = require('node:events');\nasync function once(body, res) {\n  const reader = body.getReader();\n  while (true) {\n    const { done, value } = await reader.read();\n    if (done) break;\n    if (!res.write(value)) await once2(res, 'drain');\n  }\n}" }],
      }],
    },
    {
      name: 'the import is there',
      code: `import { once as until } from 'events'\nimport { createGzip } from 'zlib'\nconst gzip = createGzip()\n${loop} gzip.write(JSON.stringify(chunk) + '\\n')`,
      errors: [{
        messageId: 'write', data: { write: "gzip.write(JSON.stringify(chunk) + '\\n')", stream: 'gzip', wait: "await until(gzip, 'drain')" }, line: 4, column: 35, endLine: 4, endColumn: 75,
        suggestions: [{ messageId: 'wait', data: { wait: "await until(gzip, 'drain')" }, output: `import { once as until } from 'events'\nimport { createGzip } from 'zlib'\nconst gzip = createGzip()\n${loop} if (!gzip.write(JSON.stringify(chunk) + '\\n')) await until(gzip, 'drain')` }],
      }],
    },
    {
      name: 'a listener pauses',
      code: "source.on('data', (chunk) => {\n  count += chunk.length;\n  this.out.write(chunk.toString());\n});\nsource.on('data', chunk => res.write(chunk));",
      errors: [
        {
          messageId: 'write', data: { write: 'this.out.write(chunk.toString())', stream: 'this.out', wait: 'source.pause()' }, line: 3, column: 3, endLine: 3, endColumn: 35,
          suggestions: [{ messageId: 'wait', data: { wait: 'source.pause()' }, output: "source.on('data', (chunk) => {\n  count += chunk.length;\n  if (!this.out.write(chunk.toString())) {\n    source.pause();\n    this.out.once('drain', () => source.resume());\n  }\n});\nsource.on('data', chunk => res.write(chunk));" }],
        },
        {
          messageId: 'write', data: { write: 'res.write(chunk)', stream: 'res', wait: 'source.pause()' }, line: 5, column: 28, endLine: 5, endColumn: 44,
          suggestions: [{ messageId: 'wait', data: { wait: 'source.pause()' }, output: "source.on('data', (chunk) => {\n  count += chunk.length;\n  this.out.write(chunk.toString());\n});\nsource.on('data', chunk => {\n  if (!res.write(chunk)) {\n    source.pause();\n    res.once('drain', () => source.resume());\n  }\n});" }],
        },
      ],
    },
    {
      name: 'what is listened to has no name',
      code: "get(url).on('data', (chunk) => writeStream.write(chunk))",
      errors: [{ messageId: 'write', data: { write: 'writeStream.write(chunk)', stream: 'writeStream', wait: 'source.pause()' }, line: 1, column: 32, endLine: 1, endColumn: 56, suggestions: [] }],
    },
    {
      name: 'many rows, and a function that cannot wait',
      code: `${fs}function f(rows) {\n  const out = fs.createWriteStream('a')\n  for (const row of rows) out.write(row.text)\n  for (let i = 0; i < 1e6; i++) out.write('x')\n}`,
      errors: [
        { messageId: 'write', data: { write: 'out.write(row.text)', stream: 'out', wait: "await once(out, 'drain')" }, line: 4, column: 27, endLine: 4, endColumn: 46, suggestions: [] },
        { messageId: 'write', data: { write: "out.write('x')", stream: 'out', wait: "await once(out, 'drain')" }, line: 5, column: 33, endLine: 5, endColumn: 47, suggestions: [] },
      ],
    },
  ],
})
