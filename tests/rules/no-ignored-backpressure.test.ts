import rule from '../../src/rules/no-ignored-backpressure.ts'
import { testRule } from '../support/rule-tester.ts'

const fs = "import fs from 'node:fs'\n"
const all = [{ check: 'all' }]
const loop = 'for await (const chunk of source)'

testRule('no-ignored-backpressure', rule, {
  valid: [
    { name: 'a web stream that is waited for', code: 'async function save(records, stream) { const writer = stream.getWriter(); for (const record of records) await writer.write(record); for await (const chunk of source) { await writer.ready; writer.write(chunk) } }' },
    { name: 'a web stream that a function without await writes to, and few pieces', code: 'function save(records, stream) { const writer = stream.getWriter(); for (const record of records) writer.write(record); writer.write(last) }' },
    { name: 'a writer of something else', code: "async function save(source, log) { const writer = log.getWriter('x'); for await (const chunk of source) writer.write(chunk) }" },
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
    'child.stdout.on("data", (chunk) => output.write(`${name}: ${chunk}`))',
    'child.stdout.on("data", (chunk) => output.write(prefix + chunk))',
    'import { createWriteStream } from "node:fs"; const logStream = createWriteStream(path); child.stderr.on("data", (chunk) => logStream.write(chunk))',
    'source.on("end", () => res.write(all))',
    'out.write(chunk)',
    'function f(chunk) { res.write(chunk) }',
    // Pipes: only where it is asked for, and nobody takes an error
    `${fs}fs.createReadStream(p).pipe(fs.createWriteStream(q))`,
    { name: 'a file that goes to a file, or to a parser, and fails as a whole', options: all, code: `${fs}fs.createReadStream(p).pipe(fs.createWriteStream(q)); fs.createReadStream(p).pipe(parse()).on('data', add)` },
    { name: 'errors are taken', options: all, code: `${fs}fs.createReadStream(p).on('error', report).pipe(res)` },
    { name: 'errors of the target are taken', options: all, code: `${fs}fs.createReadStream(p).pipe(res); res.on('error', report)` },
    { name: 'errors of the last are taken', options: all, code: `${fs}fs.createReadStream(p).pipe(res).on('finish', done).on('error', report)` },
    { name: 'an event of no known name', options: all, code: `${fs}fs.createReadStream(p).pipe(res).on(event, done)` },
    { name: 'a source that is ended', options: all, code: `${fs}function f(res) { const source = fs.createReadStream(p); source.pipe(res); res.on('close', () => source.destroy()) }` },
    { name: 'streams that others get', options: all, code: `${fs}function f(res) { const source = fs.createReadStream(p); source.pipe(res); return source }` },
    { name: 'the last is given on', options: all, code: `${fs}function f(res) { return fs.createReadStream(p).pipe(res) }` },
    { name: 'a target that somebody else ends', options: all, code: `${fs}fs.createReadStream(p).pipe(res, { end: false })` },
    { name: 'an output that stays', options: all, code: `${fs}fs.createReadStream(p).pipe(process.stdout)` },
    { name: 'a target in memory', options: all, code: `${fs}import { Writable } from 'node:stream'; fs.createReadStream(p).pipe(new Writable({ write }))` },
    { name: 'sources in memory, and observables', options: all, code: `import { Readable } from 'node:stream'; Readable.from(rows).pipe(out); rows$.pipe(map(f))` },
    { name: 'a comment that would be lost', options: all, code: `${fs}fs.createReadStream(p) // as it is\n  .pipe(res)`, },
  ],
  invalid: [
    {
      name: 'the writer of a web stream, in a loop of reads',
      code: 'export async function copy(reader, stream) {\n  const writer = stream.getWriter()\n  for (;;) {\n    const { done, value } = await reader.read()\n    if (done) break\n    writer.write(value)\n  }\n  await writer.close()\n}',
      errors: [
        {
          messageId: 'write', data: { write: 'writer.write(value)', stream: 'writer', wait: 'await writer.ready' }, line: 6, column: 5, endLine: 6, endColumn: 24,
          suggestions: [{ messageId: 'wait', data: { wait: 'await writer.ready' }, output: 'export async function copy(reader, stream) {\n  const writer = stream.getWriter()\n  for (;;) {\n    const { done, value } = await reader.read()\n    if (done) break\n    await writer.ready\n    writer.write(value)\n  }\n  await writer.close()\n}' }],
        },
      ],
    },
    {
      name: 'the writer of a web stream, one row after the other',
      code: 'async function save(records, stream) {\n  const writer = stream.getWriter();\n  for (const record of records) writer.write(record);\n  for await (const chunk of source) writer.write(chunk);\n}',
      errors: [
        {
          messageId: 'write', data: { write: 'writer.write(record)', stream: 'writer', wait: 'await writer.ready' }, line: 3, column: 33, endLine: 3, endColumn: 53,
          suggestions: [{ messageId: 'wait', data: { wait: 'await writer.ready' }, output: 'async function save(records, stream) {\n  const writer = stream.getWriter();\n  for (const record of records) { await writer.ready; writer.write(record); }\n  for await (const chunk of source) writer.write(chunk);\n}' }],
        },
        {
          messageId: 'write', data: { write: 'writer.write(chunk)', stream: 'writer', wait: 'await writer.ready' }, line: 4, column: 37, endLine: 4, endColumn: 56,
          suggestions: [{ messageId: 'wait', data: { wait: 'await writer.ready' }, output: 'async function save(records, stream) {\n  const writer = stream.getWriter();\n  for (const record of records) writer.write(record);\n  for await (const chunk of source) { await writer.ready; writer.write(chunk); }\n}' }],
        },
      ],
    },
    {
      name: 'a file into a response, in a file that imports',
      options: all,
      code: `import { createReadStream } from 'node:fs'
import http from 'node:http'
http.createServer((req, res) => {
  createReadStream('data' + req.url).pipe(res)
})`,
      errors: [
        { messageId: 'pipe', data: { source: "createReadStream('data' + req.url)", target: 'res' }, line: 4, column: 3, endLine: 4, endColumn: 47, suggestions: [{ messageId: 'join', output: `import { createReadStream } from 'node:fs'
import http from 'node:http'
import { pipeline } from 'node:stream'
http.createServer((req, res) => {
  pipeline(createReadStream('data' + req.url), res, (error) => {
    if (error) console.error(error)
  })
})` }] },
      ],
    },
    {
      name: 'a chain, with listeners that hear of no error',
      options: all,
      code: `const fs = require('fs');
const zlib = require('zlib');
function pack(from, clientSocket, done) {
  fs.createReadStream(from).pipe(zlib.createGzip()).pipe(clientSocket).on('finish', done);
}`,
      errors: [
        { messageId: 'pipe', data: { source: 'fs.createReadStream(from)', target: 'clientSocket' }, line: 4, column: 3, endLine: 4, endColumn: 71, suggestions: [{ messageId: 'join', output: `const fs = require('fs');
const zlib = require('zlib');
const { pipeline } = require('node:stream');
function pack(from, clientSocket, done) {
  pipeline(fs.createReadStream(from), zlib.createGzip(), clientSocket, (error) => {
    if (error) console.error(error);
  }).on('finish', done);
}` }] },
      ],
    },
    {
      name: 'a download, through variables',
      options: all,
      code: `import fs from 'node:fs'
import https from 'node:https'
export function download(url, path) {
  const file = fs.createWriteStream(path)
  https.get(url, (response) => response.pipe(file))
}`,
      errors: [
        { messageId: 'pipe', data: { source: 'response', target: 'file' }, line: 5, column: 32, endLine: 5, endColumn: 51, suggestions: [{ messageId: 'join', output: `import fs from 'node:fs'
import https from 'node:https'
import { pipeline } from 'node:stream'
export function download(url, path) {
  const file = fs.createWriteStream(path)
  https.get(url, (response) => pipeline(response, file, (error) => {
    if (error) console.error(error)
  }))
}` }] },
      ],
    },
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
