import rule from '../../src/rules/prefer-streaming.ts'
import { testRule } from '../support/rule-tester.ts'

const fs = "import { readFile, writeFile } from 'node:fs/promises'\n"

testRule('prefer-streaming', rule, {
  valid: [
    // Small, by what it is called
    `${fs}async function f(path) { const image = await fetch(url); await writeFile(path, Buffer.from(await image.arrayBuffer())) }`,
    `${fs}async function f(changelogPath) { for (const line of (await readFile(changelogPath, 'utf8')).split('\\n')) g(line) }`,
    // The whole is needed
    `${fs}async function f(path) { return JSON.parse(await readFile(path, 'utf8')) }`,
    `${fs}async function f(path) { const data = await readFile(path); log(data.length); res.end(data) }`,
    `${fs}async function f(log) { const lines = (await readFile(log, 'utf8')).split('\\n'); return lines.at(-1) }`,
    `${fs}async function f(log) { for (const part of (await readFile(log, 'utf8')).split(',')) g(part) }`,
    `${fs}async function f(source) { const all = await Array.fromAsync(source); for (const x of all) g(x, all.length) }`,
    `${fs}async function f(r, path) { await writeFile(path, await r.arrayBuffer()) }`,
    `${fs}async function f(url, path) { const r = await fetch(url); await writeFile(path, await r.text()) }`,
    // Small files
    `${fs}async function f(dir) { res.end(await readFile(join(dir, 'index.html'))) }`,
    `${fs}async function f() { res.end(await readFile('index.html')) }`,
    `${fs}async function f(configPath) { hash.update(await readFile(configPath)) }`,
    `${fs}async function f(envFile) { for (const line of (await readFile(envFile, 'utf8')).split('\\n')) g(line) }`,
    "import { createHash } from 'crypto'\nimport fs from 'fs'\nasync function f(path) { return createHash('md5').update(fs.readFileSync(path)).digest('hex') }",
    // It cannot wait
    "const fs = require('fs'); function f(log) { for (const line of fs.readFileSync(log, 'utf8').split('\\n')) g(line) }",
    // Others of the same name
    'async function f(path) { res.end(await readFile(path)) }',
    `${fs}async function f(path) { terminal.end(await readFile(path)) }`,
    `${fs}async function f(path) { table.update(await readFile(path)) }`,
    `${fs}const data = await readFile(path); export function f(res) { res.end(data) }`,
  ],
  invalid: [
    {
      name: 'lines of a file',
      code: `${fs}async function f(logFile) {\n  for (const line of (await readFile(logFile, 'utf8')).split('\\n')) g(line)\n}`,
      errors: [{
        messageId: 'whole', data: { call: "readFile(logFile, 'utf8')", instead: 'for await (… of createInterface(…))' }, line: 3, column: 29, endLine: 3, endColumn: 37,
        suggestions: [{ messageId: 'stream', data: { instead: 'for await (… of createInterface(…))' }, output: `${fs}import { createReadStream } from 'node:fs'\nimport { createInterface } from 'node:readline'\nasync function f(logFile) {\n  for await (const line of createInterface({ input: createReadStream(logFile), crlfDelay: Infinity })) g(line)\n}` }],
      }],
    },
    {
      name: 'lines through a constant, read at once, by promisify',
      code: "const fs = require('fs');\nconst { promisify } = require('util');\nconst read = promisify(fs.readFile);\nasync function f() {\n  const text = await read('a.csv', 'utf8');\n  for (const line of text.split(/\\r?\\n/)) g(line);\n}",
      languageOptions: { sourceType: 'commonjs' },
      errors: [{
        messageId: 'whole', data: { call: "read('a.csv', 'utf8')", instead: 'for await (… of createInterface(…))' }, line: 5, column: 22, endLine: 5, endColumn: 26,
        suggestions: [{ messageId: 'stream', data: { instead: 'for await (… of createInterface(…))' }, output: "const fs = require('fs');\nconst { promisify } = require('util');\nconst { createReadStream } = require('node:fs');\nconst { createInterface } = require('node:readline');\nconst read = promisify(fs.readFile);\nasync function f() {\n  for await (const line of createInterface({ input: createReadStream('a.csv'), crlfDelay: Infinity })) g(line);\n}" }],
      }],
    },
    {
      name: 'a download',
      code: `${fs}async function f(url, path) {\n  const response = await fetch(url)\n  const bytes = Buffer.from(await response.arrayBuffer())\n  await writeFile(path, bytes)\n}`,
      errors: [{
        messageId: 'whole', data: { call: 'response.arrayBuffer()', instead: 'writeFile(…, response.body)' }, line: 4, column: 35, endLine: 4, endColumn: 55,
        suggestions: [{ messageId: 'stream', data: { instead: 'writeFile(…, response.body)' }, output: `${fs}async function f(url, path) {\n  const response = await fetch(url)\n  await writeFile(path, response.body)\n}` }],
      }],
    },
    {
      name: 'a download that is written at once, in TypeScript',
      filename: 'a.ts',
      code: "import fs from 'node:fs';\nconst response = await fetch(url as string);\nfs.writeFileSync(path, new Uint8Array(await response.arrayBuffer()));",
      errors: [{
        messageId: 'whole', data: { call: 'response.arrayBuffer()', instead: 'await writeFile(…, response.body!)' }, line: 3, column: 45, endLine: 3, endColumn: 65,
        suggestions: [{ messageId: 'stream', data: { instead: 'await writeFile(…, response.body!)' }, output: "import fs from 'node:fs';\nimport { writeFile } from 'node:fs/promises';\nconst response = await fetch(url as string);\nawait writeFile(path, response.body!);" }],
      }],
    },
    {
      name: 'a file and a body that are sent',
      code: `import { createServer } from 'node:http'\n${fs}createServer(async (req, answer) => {\n  const data = await readFile(path)\n  answer.end(data)\n})\nasync function f(res) {\n  const r = await fetch(url)\n  res.end(Buffer.from(await r.arrayBuffer()))\n}`,
      errors: [
        {
          messageId: 'whole', data: { call: 'readFile(path)', instead: 'await pipeline(createReadStream(…), answer)' }, line: 4, column: 22, endLine: 4, endColumn: 30,
          suggestions: [{ messageId: 'stream', data: { instead: 'await pipeline(createReadStream(…), answer)' }, output: `import { createServer } from 'node:http'\n${fs.trimEnd()}\nimport { createReadStream } from 'node:fs'\nimport { pipeline } from 'node:stream/promises'\ncreateServer(async (req, answer) => {\n  await pipeline(createReadStream(path), answer)\n})\nasync function f(res) {\n  const r = await fetch(url)\n  res.end(Buffer.from(await r.arrayBuffer()))\n}` }],
        },
        {
          messageId: 'whole', data: { call: 'r.arrayBuffer()', instead: 'await pipeline(r.body, res)' }, line: 9, column: 29, endLine: 9, endColumn: 42,
          suggestions: [{ messageId: 'stream', data: { instead: 'await pipeline(r.body, res)' }, output: `import { createServer } from 'node:http'\n${fs.trimEnd()}\nimport { pipeline } from 'node:stream/promises'\ncreateServer(async (req, answer) => {\n  const data = await readFile(path)\n  answer.end(data)\n})\nasync function f(res) {\n  const r = await fetch(url)\n  await pipeline(r.body, res)\n}` }],
        },
      ],
    },
    {
      name: 'a hash, in one chain and by its name',
      code: `import { createHash } from 'node:crypto'\nimport { createReadStream } from 'fs'\n${fs}async function f(path) {\n  return createHash('sha256').update(await readFile(path)).digest('hex')\n}\nasync function g(path, chunk) {\n  const hash = createHash('md5')\n  hash.update(await readFile(path))\n  return hash.digest()\n}`,
      errors: [
        {
          messageId: 'whole', data: { call: 'readFile(path)', instead: 'for await (const chunk2 of createReadStream(…))' }, line: 5, column: 44, endLine: 5, endColumn: 52,
          suggestions: [{ messageId: 'stream', data: { instead: 'for await (const chunk2 of createReadStream(…))' }, output: `import { createHash } from 'node:crypto'\nimport { createReadStream } from 'fs'\n${fs}async function f(path) {\n  const hash2 = createHash('sha256')\n  for await (const chunk2 of createReadStream(path)) hash2.update(chunk2)\n  return hash2.digest('hex')\n}\nasync function g(path, chunk) {\n  const hash = createHash('md5')\n  hash.update(await readFile(path))\n  return hash.digest()\n}` }],
        },
        {
          messageId: 'whole', data: { call: 'readFile(path)', instead: 'for await (const chunk2 of createReadStream(…))' }, line: 9, column: 21, endLine: 9, endColumn: 29,
          suggestions: [{ messageId: 'stream', data: { instead: 'for await (const chunk2 of createReadStream(…))' }, output: `import { createHash } from 'node:crypto'\nimport { createReadStream } from 'fs'\n${fs}async function f(path) {\n  return createHash('sha256').update(await readFile(path)).digest('hex')\n}\nasync function g(path, chunk) {\n  const hash = createHash('md5')\n  for await (const chunk2 of createReadStream(path)) hash.update(chunk2)\n  return hash.digest()\n}` }],
        },
      ],
    },
    {
      name: 'an array of all that comes',
      code: 'async function f(source) {\n  for (const row of await Array.fromAsync(source)) g(row)\n}',
      errors: [{
        messageId: 'whole', data: { call: 'Array.fromAsync(source)', instead: 'for await (… of source)' }, line: 2, column: 27, endLine: 2, endColumn: 42,
        suggestions: [{ messageId: 'stream', data: { instead: 'for await (… of source)' }, output: 'async function f(source) {\n  for await (const row of source) g(row)\n}' }],
      }],
    },
    {
      name: 'something runs in between, or a comment would be lost: reported only',
      code: `${fs}async function f(path, res) {\n  const data = await readFile(path)\n  res.writeHead(200)\n  res.end(data)\n}\nasync function g(path, res) {\n  res.end(await readFile(path /* all of it */))\n}`,
      errors: [
        { messageId: 'whole', data: { call: 'readFile(path)', instead: 'await pipeline(createReadStream(…), res)' }, line: 3, column: 22, endLine: 3, endColumn: 30, suggestions: [] },
        { messageId: 'whole', data: { call: 'readFile(path /* all of it */)', instead: 'await pipeline(createReadStream(…), res)' }, line: 8, column: 17, endLine: 8, endColumn: 25, suggestions: [] },
      ],
    },
  ],
})
