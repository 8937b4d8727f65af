import rule from '../../src/rules/no-substring-retention.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-substring-retention', rule, {
  valid: [
    { name: 'the output of a child, and a text that is made of something else', code: "const versions = []; export function f(child, rows) { let out = ''; let all = ''; child.stdout.on('data', (chunk) => { out += chunk; all += rows.length }); child.on('close', () => { versions.push(out.slice(0, 20)); versions.push(all.slice(0, 20)) }) }" },
    { name: 'a body that dies with the request', code: "export function handle(req, res) { let body = ''; req.on('data', (chunk) => { body += chunk }); req.on('end', () => { const parts = []; parts.push(body.slice(0, 20)); res.end(parts[0]) }) }" },
    { name: 'decoded bytes of no known size, and a text that no response gives', code: 'const last = []; export async function f(bytes, node) { last.push(new TextDecoder().decode(bytes).slice(0, 40)); last.push((await node.find()).text().slice(0, 40)) }' },
    { name: 'a piece that is used and dropped', code: "import { readFileSync } from 'node:fs'; function f(path) { const text = readFileSync(path, 'utf8'); return text.split('\\n')[0] === 'x' }" },
    { name: 'a piece in a local collection', code: "import { readFileSync } from 'node:fs'; function f(path) { const seen = new Map(); seen.set(1, readFileSync(path, 'utf8').slice(0, 100)); return seen.size }" },
    { name: 'a piece of what may be small', code: 'const titles = new Map(); function f(id, text) { titles.set(id, text.slice(0, 100)) }' },
    { name: 'a piece that is copied', code: "import { readFileSync } from 'node:fs'; const heads = new Map(); function f(path) { heads.set(path, readFileSync(path, 'utf8').slice(0, 12)) }" },
    { name: 'all but the start', code: "import { readFileSync } from 'node:fs'; const files = new Map(); function f(path) { files.set(path, readFileSync(path, 'utf8').slice(1)) }" },
    { name: 'all but the end', code: "import { readFileSync } from 'node:fs'; const files = new Map(); function f(path) { files.set(path, readFileSync(path, 'utf8').slice(0, -1)) }" },
    { name: 'all of it, trimmed', code: "import { readFileSync } from 'node:fs'; const files = new Map(); function f(path) { files.set(path, readFileSync(path, 'utf8').trim()) }" },
    { name: 'all lines', code: "import { readFileSync } from 'node:fs'; const files = new Map(); function f(path) { files.set(path, readFileSync(path, 'utf8').split('\\n')) }" },
    { name: 'a number', code: "import { readFileSync } from 'node:fs'; const sizes = new Map(); function f(path) { sizes.set(path, Number(readFileSync(path, 'utf8').split('\\n')[0])) }" },
    { name: 'a flat copy', code: "import { readFileSync } from 'node:fs'; const heads = new Map(); function f(path) { heads.set(path, (' ' + readFileSync(path, 'utf8').slice(0, 100)).slice(1)) }" },
    { name: 'a small file', code: "import { readFileSync } from 'node:fs'; const names = []; function f() { names.push(readFileSync('/etc/os-release', 'utf8').match(/NAME=(.*)/)[1]) }" },
    { name: 'once, at load', code: "import { readFileSync } from 'node:fs'; const all = []; all.push(readFileSync('CHANGES.md', 'utf8').split('\\n')[0])" },
    { name: 'a part of bytes', code: "import { readFileSync } from 'node:fs'; const heads = []; function f(path) { heads.push(readFileSync(path).slice(0, 100)) }" },
    { name: 'a function of the name', code: "const heads = []; function readFileSync() {} function f(path) { heads.push(readFileSync(path, 'utf8').slice(0, 100)) }" },
    { name: 'a short part by substr', code: "class A { async f(response) { const text = await response.text(); this.head = text.substr(5, 10) } }" },
    { name: 'an addition', code: "let all = ''; async function f(response) { all += (await response.text()).slice(0, 40) }" },
  ],
  invalid: [
    {
      name: 'a body that is put together from chunks',
      code: "const tokens = new Map()\nexport function handle(req, res) {\n  let body = ''\n  req.setEncoding('utf8')\n  req.on('data', (chunk) => { body += chunk })\n  req.on('end', () => { tokens.set(req.url, body.slice(0, 20)) })\n}",
      errors: [
        {
          messageId: 'kept', data: { holder: 'tokens', text: 'body' }, line: 6, column: 45, endLine: 6, endColumn: 62,
          suggestions: [{ messageId: 'copyFlat', data: { copy: "(' ' + …).slice(1)" }, output: "const tokens = new Map()\nexport function handle(req, res) {\n  let body = ''\n  req.setEncoding('utf8')\n  req.on('data', (chunk) => { body += chunk })\n  req.on('end', () => { tokens.set(req.url, (' ' + body.slice(0, 20)).slice(1)) })\n}" }],
        },
      ],
    },
    {
      name: 'a file that is put together from chunks',
      code: "import { createReadStream } from 'node:fs'\nconst titles = []\nexport async function title(path) {\n  const file = createReadStream(path, 'utf8')\n  let text = ''\n  for await (const chunk of file) text += chunk\n  titles.push(text.match(/title: (.*)/)[1])\n}",
      errors: [
        {
          messageId: 'kept', data: { holder: 'titles', text: 'text' }, line: 7, column: 15, endLine: 7, endColumn: 43,
          suggestions: [{ messageId: 'copyFlat', data: { copy: 'structuredClone(…)' }, output: "import { createReadStream } from 'node:fs'\nconst titles = []\nexport async function title(path) {\n  const file = createReadStream(path, 'utf8')\n  let text = ''\n  for await (const chunk of file) text += chunk\n  titles.push(structuredClone(text.match(/title: (.*)/)[1]))\n}" }],
        },
      ],
    },
    {
      name: 'a piece of a body, asked for in one expression',
      code: `const heads = new Map()
export async function f(url) {
  const text = await (await fetch(url)).text()
  heads.set(url, text.slice(0, 40))
}`,
      errors: [
        { messageId: 'kept', data: { holder: 'heads', text: 'text' }, line: 4, column: 18, endLine: 4, endColumn: 35, suggestions: [{ messageId: 'copyFlat', data: { copy: "(' ' + …).slice(1)" }, output: `const heads = new Map()
export async function f(url) {
  const text = await (await fetch(url)).text()
  heads.set(url, (' ' + text.slice(0, 40)).slice(1))
}` }] },
      ],
    },
    {
      name: 'a piece of decoded bytes',
      code: `const decoder = new TextDecoder()
const last = []
export async function f(response) {
  const text = decoder.decode(await response.arrayBuffer())
  last.push(text.slice(0, 40))
}`,
      errors: [
        { messageId: 'kept', data: { holder: 'last', text: 'text' }, line: 5, column: 13, endLine: 5, endColumn: 30, suggestions: [{ messageId: 'copyFlat', data: { copy: "(' ' + …).slice(1)" }, output: `const decoder = new TextDecoder()
const last = []
export async function f(response) {
  const text = decoder.decode(await response.arrayBuffer())
  last.push((' ' + text.slice(0, 40)).slice(1))
}` }] },
      ],
    },
    {
      name: 'a slice in a collection of the module',
      code: "import { readFileSync } from 'node:fs'; const heads = new Map(); function f(path) { const text = readFileSync(path, 'utf8'); heads.set(path, text.slice(0, 100)) }",
      errors: [
        {
          messageId: 'kept', data: { holder: 'heads', text: 'text' }, line: 1, column: 142, endLine: 1, endColumn: 160,
          suggestions: [
            {
              messageId: 'copyFlat', data: { copy: "(' ' + …).slice(1)" },
              output: "import { readFileSync } from 'node:fs'; const heads = new Map(); function f(path) { const text = readFileSync(path, 'utf8'); heads.set(path, (' ' + text.slice(0, 100)).slice(1)) }",
            },
          ],
        },
      ],
    },
    {
      name: 'a group in a field',
      code: 'class Page { async load(response) { const html = await response.text(); const match = html.match(/<title>(.*)<\\/title>/); this.title = match[1] } }',
      errors: [
        {
          messageId: 'kept', data: { holder: 'this.title', text: 'html' }, line: 1, column: 136, endLine: 1, endColumn: 144,
          suggestions: [
            {
              messageId: 'copyFlat', data: { copy: 'structuredClone(…)' },
              output: 'class Page { async load(response) { const html = await response.text(); const match = html.match(/<title>(.*)<\\/title>/); this.title = structuredClone(match[1]) } }',
            },
          ],
        },
      ],
    },
    {
      name: 'a named group in a record, by shorthand',
      code: "import { readFile } from 'node:fs/promises'; const pages = []; async function f(path) { const text = await readFile(path, { encoding: 'utf8' }); const title = /^# (?<title>.+)/m.exec(text)?.groups.title.trim(); pages.push({ path, title }) }",
      errors: [
        {
          messageId: 'kept', data: { holder: 'pages', text: 'text' }, line: 1, column: 231, endLine: 1, endColumn: 236,
          suggestions: [
            {
              messageId: 'copyFlat', data: { copy: 'structuredClone(…)' },
              output: "import { readFile } from 'node:fs/promises'; const pages = []; async function f(path) { const text = await readFile(path, { encoding: 'utf8' }); const title = /^# (?<title>.+)/m.exec(text)?.groups.title.trim(); pages.push({ path, title: structuredClone(title) }) }",
            },
          ],
        },
      ],
    },
    {
      name: 'a line in a variable of the module, from bytes',
      code: "let last; function f(chunks) { const [first] = Buffer.concat(chunks).toString('utf8').split('\\n'); last = first || last }",
      errors: [
        {
          messageId: 'kept', data: { holder: 'last', text: "Buffer.concat(chunks).toString('utf8')" }, line: 1, column: 107, endLine: 1, endColumn: 112,
          suggestions: [
            {
              messageId: 'copyFlat', data: { copy: 'structuredClone(…)' },
              output: "let last; function f(chunks) { const [first] = Buffer.concat(chunks).toString('utf8').split('\\n'); last = structuredClone(first) || last }",
            },
          ],
        },
      ],
    },
    {
      name: 'what a callback reads',
      code: "const fs = require('fs'); const heads = []; function f(path) { fs.readFile(path, 'utf8', (error, text) => { if (!error) heads.unshift(text.slice(-200)) }) }",
      errors: [
        {
          messageId: 'kept', data: { holder: 'heads', text: 'text' }, line: 1, column: 135, endLine: 1, endColumn: 151,
          suggestions: [
            {
              messageId: 'copyFlat', data: { copy: "(' ' + …).slice(1)" },
              output: "const fs = require('fs'); const heads = []; function f(path) { fs.readFile(path, 'utf8', (error, text) => { if (!error) heads.unshift((' ' + text.slice(-200)).slice(1)) }) }",
            },
          ],
        },
      ],
    },
    {
      name: 'a comment that would be lost',
      code: "let head; async function f(response) { const text = await response.text(); head = text.slice(0, /* enough */ 80) }",
      errors: [{ messageId: 'kept', data: { holder: 'head', text: 'text' }, line: 1, column: 83, endLine: 1, endColumn: 113 }],
    },
  ],
})
