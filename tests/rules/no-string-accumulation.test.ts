import rule from '../../src/rules/no-string-accumulation.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-string-accumulation', rule, {
  valid: [
    { name: 'a reduction to a number', code: 'const n = new Map(); function f(id, xs) { n.set(id, xs.reduce((s, x) => s + x, 0)) }' },
    { name: 'a reduction of few', code: "const n = new Map(); function f(id) { n.set(id, ['a', 'b'].reduce((s, x) => s + x, '')) }" },
    { name: 'a reduction that is flattened', code: "const n = new Map(); function f(id, xs) { n.set(id, xs.reduce((s, x) => s + x, '').trim()) }" },
    { name: 'a reduction that is returned', code: "function f(xs) { return xs.reduce((s, x) => s + x, '') }" },
    { name: 'chunks by a decoder of single bytes, and of what is not a stream', code: "const decoder = new TextDecoder('latin1'); const other = new TextDecoder(); let s = ''; for await (const chunk of chunks) s += decoder.decode(chunk); for (const part of parts) s += other.decode(part)" },
    { name: "a decoder of the file's own", code: "class TextDecoder {} const decoder = new TextDecoder(); let s = ''; for await (const chunk of chunks) s += decoder.decode(chunk)" },
    { name: 'another part of a result', code: "const decoder = new TextDecoder(); let s = ''; for (;;) { const { value, name } = await reader.read(); s += decoder.decode(name); log(value) }" },
    { name: 'check all: a reduction that looks at the text so far', code: "function f(xs) { return xs.reduce((s, x) => s + (s ? ', ' : '') + x, '') }", options: [{ check: 'all' }] },
    { name: 'a sum of numbers', code: 'function f(rows) { let n = 0; for (const row of rows) n += row.size; if (n[0]) return n }' },
    { name: 'a text that is flattened once, after the loop', code: 'const pages = new Map(); export function f(rows, id) { let s = ""; for (const row of rows) s += row.name; pages.set(id, s.trim()) }' },
    { name: 'a text that is kept and also read', code: 'const pages = new Map(); export function f(rows, id) { let s = ""; for (const row of rows) s += row.name; if (/x/.test(s)) pages.set(id, s) }' },
    { name: 'a text that is returned', code: 'export function f(rows) { let s = ""; for (const row of rows) s += row.name; return s }' },
    { name: 'a text that is kept in what dies with the call', code: 'export function f(rows) { const all = []; let s = ""; for (const row of rows) s += row.name; all.push(s); return all.length }' },
    { name: 'a text that is shown', code: 'class View { f(rows) { let html = ""; for (const row of rows) html += row.name; this.element.innerHTML = html } }' },
    { name: 'a field that is read elsewhere', code: 'class Log { f(rows) { let s = ""; for (const row of rows) s += row.name; this.log = s } has(x) { return this.log.includes(x) } }' },
    { name: 'a short loop', code: 'const all = []; export function f() { let s = ""; for (let i = 0; i < 32; i++) s += hex(i); all.push(s) }' },
    { name: 'a loop over a literal', code: 'let s = ""; for (const name of ["a", "b"]) { if (s.endsWith("a")) s += ","; s += name }' },
    { name: 'the length and the identity of a text that grows', code: 'function f(words) { let s = ""; for (const word of words) { if (s.length > 80 || s === "") print(s); s += word } return s }' },
    { name: 'a text that starts anew', code: 'function f(chars) { let s = ""; for (const char of chars) { s += char; if (s.endsWith("\\n")) { print(s); s = "" } } }' },
    { name: 'lines that somebody types', code: 'async function f() { let s = ""; do { s += await input({ message: s ? "> " : "SQL:" }) } while (!s.endsWith(";")); return s }' },
    { name: 'a text of one step', code: 'function f(rows) { for (const row of rows) { let s = row.name; s += "!"; if (s.endsWith("!!")) print(s) } }' },
    { name: 'a text that is read on the way out', code: 'function f(rows) { let s = ""; for (const row of rows) { s += row.name; if (row.last) return s.trim() } }' },
    { name: 'a text that is read on a condition', code: 'function f(rows) { let s = ""; for (const row of rows) { s += row.name; if (row.debug) print(s.slice(-9)) } }' },
    { name: 'a text that a function of the loop reads later', code: 'function f(rows) { let s = ""; for (const row of rows) { s += row.name; row.on("x", () => s.trim()) } }' },
    { name: 'a list of names that is searched before each addition', code: 'function f(names) { let s = ""; for (const name of names) if (!s.includes(name)) { s += name } return s }' },
    { name: 'the prefixes of a path as keys', code: 'function f(parts, table) { let path = ""; for (const part of parts) { path += "." + part; if (table[path] || table[path + ".$"]) return true } }' },
    { name: 'chunks of a stream with an encoding', code: 'req.setEncoding("utf8"); let s = ""; req.on("data", (chunk) => { s += chunk })' },
    { name: 'chunks of a stream with an encoding that is another name for it', code: 'this.child.stdout.setEncoding("utf8"); let s = ""; child.stdout.on("data", (chunk) => { s += chunk })' },
    { name: 'chunks of a stream that was chained to its encoding', code: 'let s = ""; process.stdin.setEncoding("utf8").on("data", (chunk) => { s += chunk })' },
    { name: 'chunks that are strings by their type', code: 'let s = ""; req.on("data", (chunk: string) => { s += chunk })' },
    { name: 'chunks of a file that is read as text', code: 'import fs from "fs"; let s = ""; fs.createReadStream(path, "utf8").on("data", (chunk) => { s += chunk.toString() })' },
    { name: 'chunks of a file with an encoding among its options', code: 'import { createReadStream } from "fs"; const file = createReadStream(path, { encoding: "utf8" }); let s = ""; file.on("data", (chunk) => { s += chunk.toString() })' },
    { name: 'chunks of a file with options from elsewhere', code: 'import { createReadStream } from "fs"; const file = createReadStream(path, options); let s = ""; file.on("data", (chunk) => { s += chunk.toString() })' },
    { name: 'output of exec, which is text', code: 'import { exec } from "child_process"; const child = exec("ls"); let s = ""; child.stdout.on("data", (chunk) => { s += chunk })' },
    { name: 'chunks through a decoder', code: 'const decoder = new TextDecoder(); let s = ""; req.on("data", (chunk) => { s += decoder.decode(chunk, { stream: true }) })' },
    { name: 'chunks in an encoding of single bytes', code: 'let s = ""; socket.on("data", (chunk) => { s += chunk.toString("latin1") }); req.on("data", (chunk) => { s += chunk.toString("hex") })' },
    { name: 'chunks in an encoding that is not known', code: 'let s = ""; req.on("data", (chunk) => { s += chunk.toString(encoding) })' },
    { name: 'data of an emitter that is not known to be of bytes', code: 'let s = ""; terminal.on("data", (data) => { s += data })' },
    { name: 'tokens of a model', code: 'async function f(stream) { let s = ""; for await (const chunk of stream) s += chunk; return s }' },
    { name: 'parts of chunks', code: 'async function f(stream) { let s = ""; for await (const chunk of stream) s += chunk.text; return s }' },
    { name: 'another event', code: 'let s = ""; socket.on("message", (chunk) => { s += chunk.toString() })' },
    { name: 'a number of bytes', code: 'let size = 0; req.on("data", (chunk) => { size += chunk.length })' },
    { name: 'a computed listener', code: 'let s = ""; req[on]("data", (chunk) => { s += chunk })' },
    { name: 'check all: a text that is flattened', code: 'function f(rows) { let s = ""; for (const row of rows) s += row.name; console.log(s) }', options: [{ check: 'all' }] },
    { name: 'check all: a text that starts anew', code: 'function f(rows) { let s = ""; for (const row of rows) { s += row.name; if (row.last) s = "" } return s }', options: [{ check: 'all' }] },
  ],
  invalid: [
    {
      name: 'a reduction that is kept',
      code: "const pages = new Map()\nexport function f(rows, id) { pages.set(id, rows.reduce((s, row) => s + row.name, '# ')) }",
      errors: [
        {
          messageId: 'kept', data: { text: 's' }, line: 2, column: 45, endLine: 2, endColumn: 88,
          suggestions: [{ messageId: 'join', output: "const pages = new Map()\nexport function f(rows, id) { pages.set(id, '# ' + Array.from(rows, (row) => '' + row.name).join('')) }" }],
        },
      ],
    },
    {
      name: 'a reduction that is read while it grows',
      code: "function f(words) { return words.reduce((s, word) => s.endsWith(' ') ? s + word : s + ' ' + word, '') }",
      errors: [
        {
          messageId: 'read', data: { text: 's' }, line: 1, column: 54, endLine: 1, endColumn: 55,
          suggestions: [],
        },
      ],
    },
    {
      name: 'a decoder that is not told that more comes',
      code: "async function f(reader) {\n  const decoder = new TextDecoder()\n  let s = ''\n  for (;;) {\n    const { done, value } = await reader.read()\n    if (done) return JSON.parse(s)\n    s += decoder.decode(value)\n  }\n}",
      errors: [
        {
          messageId: 'chunk', data: { text: 's' }, line: 7, column: 5, endLine: 7, endColumn: 31,
          suggestions: [{ messageId: 'decode', output: "async function f(reader) {\n  const decoder = new TextDecoder()\n  let s = ''\n  for (;;) {\n    const { done, value } = await reader.read()\n    if (done) return JSON.parse(s)\n    s += decoder.decode(value, { stream: true })\n  }\n}" }],
        },
      ],
    },
    {
      name: 'a decoder for each chunk',
      code: "async function f(response) {\n  let s = ''\n  for await (const chunk of response.body) s += new TextDecoder('utf-8').decode(chunk)\n  return JSON.parse(s)\n}",
      errors: [
        {
          messageId: 'chunk', data: { text: 's' }, line: 3, column: 44, endLine: 3, endColumn: 87,
          suggestions: [{ messageId: 'decode', output: "async function f(response) {\n  let s = ''\n  const decoder = new TextDecoder('utf-8')\n  for await (const chunk of response.body) s += decoder.decode(chunk, { stream: true })\n  return JSON.parse(s)\n}" }],
        },
      ],
    },
    {
      name: 'the value of a result, and a listener',
      code: "const decoder = new TextDecoder()\nlet s = ''\nlet result = await reader.read()\nwhile (!result.done) {\n  s += decoder.decode(result.value)\n  result = await reader.read()\n}\nsocket.on('data', (chunk) => { s += decoder.decode(chunk) })",
      errors: [
        {
          messageId: 'chunk', data: { text: 's' }, line: 5, column: 3, endLine: 5, endColumn: 36,
          suggestions: [{ messageId: 'decode', output: "const decoder = new TextDecoder()\nlet s = ''\nlet result = await reader.read()\nwhile (!result.done) {\n  s += decoder.decode(result.value, { stream: true })\n  result = await reader.read()\n}\nsocket.on('data', (chunk) => { s += decoder.decode(chunk) })" }],
        },
        {
          messageId: 'chunk', data: { text: 's' }, line: 8, column: 32, endLine: 8, endColumn: 58,
          suggestions: [{ messageId: 'decode', output: "const decoder = new TextDecoder()\nlet s = ''\nlet result = await reader.read()\nwhile (!result.done) {\n  s += decoder.decode(result.value)\n  result = await reader.read()\n}\nsocket.on('data', (chunk) => { s += decoder.decode(chunk, { stream: true }) })" }],
        },
      ],
    },
    {
      name: 'a decoder that is made in the loop: no repair',
      code: "async function f(chunks) { let s = ''; for await (const chunk of chunks) { const decoder = new TextDecoder(); s += decoder.decode(chunk) } }",
      errors: [
        {
          messageId: 'chunk', data: { text: 's' }, line: 1, column: 111, endLine: 1, endColumn: 137,
          suggestions: [],
        },
      ],
    },
    {
      name: 'check all: a reduction of bytes',
      code: "function f(bytes) { return bytes.reduce((s, byte) => s + byte.toString(16).padStart(2, '0'), '') }",
      filename: 'x.ts',
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'rope', data: { text: 's' }, line: 1, column: 28, endLine: 1, endColumn: 97,
          suggestions: [{ messageId: 'join', output: "function f(bytes) { return Array.from(bytes, (byte) => '' + byte.toString(16).padStart(2, '0')).join('') }" }],
        },
      ],
    },
    {
      name: 'check all: a reduction by a template, of an array',
      code: "function f(o) { return Object.keys(o).reduce<string>((s: string, key) => `${s}<li>${key}</li>`, '') }",
      filename: 'x.ts',
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'rope', data: { text: 's' }, line: 1, column: 24, endLine: 1, endColumn: 100,
          suggestions: [{ messageId: 'join', output: "function f(o) { return Object.keys(o).map((key) => `<li>${key}</li>`).join('') }" }],
        },
      ],
    },
    {
      name: 'check all: reductions that put pieces before, and that look at nothing',
      code: "const a = (xs) => xs.reduce((s, x) => x + s, '')\nconst b = (xs) => xs.reduce(s => s + '.', '')",
      filename: 'x.ts',
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'rope', data: { text: 's' }, line: 1, column: 19, endLine: 1, endColumn: 49,
          suggestions: [{ messageId: 'join', output: "const a = (xs) => Array.from(xs, (x) => '' + x).reverse().join('')\nconst b = (xs) => xs.reduce(s => s + '.', '')" }],
        },
        {
          messageId: 'rope', data: { text: 's' }, line: 2, column: 19, endLine: 2, endColumn: 46,
          suggestions: [{ messageId: 'join', output: "const a = (xs) => xs.reduce((s, x) => x + s, '')\nconst b = (xs) => Array.from(xs, () => '.').join('')" }],
        },
      ],
    },
    {
      name: 'check all: a sum of many, through a constant',
      code: "function f(rows) { const s = rows.reduce(function (s, row, i) { return s + i + (row.a + row.b) }, 'n' ); return s }",
      filename: 'x.ts',
      options: [{ check: 'all' }],
      errors: [
        {
          messageId: 'rope', data: { text: 's' }, line: 1, column: 113, endLine: 1, endColumn: 114,
          suggestions: [{ messageId: 'join', output: "function f(rows) { const s = 'n' + Array.from(rows, function (row, i) { return '' + i + (row.a + row.b) }).join(''); return s }" }],
        },
      ],
    },
    {
      name: 'a sum that is kept',
      code: `class Log { add(rows) { let text = ''; for (const row of rows) text = text + \`<\${row}>\`; this.text = text } }`,
      errors: [
        { messageId: 'kept', data: { text: 'text' }, line: 1, column: 102, endLine: 1, endColumn: 106, suggestions: [{ messageId: 'join', output: `class Log { add(rows) { const pieces = []; for (const row of rows) pieces.push(\`<\${row}>\`); this.text = pieces.join('') } }` }] },
      ],
    },
    {
      name: 'a template that starts with the text',
      filename: 'file.ts',
      code: `class Log {
  add(rows: string[]) {
    let text = ''
    for (const row of rows) text = \`\${text}<\${row}>\`
    this.text = text
  }
}`,
      errors: [
        { messageId: 'kept', data: { text: 'text' }, line: 5, column: 17, endLine: 5, endColumn: 21, suggestions: [{ messageId: 'join', output: `class Log {
  add(rows: string[]) {
    const pieces = []
    for (const row of rows) pieces.push(\`<\${row}>\`)
    this.text = pieces.join('')
  }
}` }] },
      ],
    },
    {
      name: 'a text that is put together from its end',
      code: `class Log { add(rows) { let text = ''; for (const row of rows) { text = \`<\${row}>\` + text; } this.text = text } }`,
      errors: [
        { messageId: 'kept', data: { text: 'text' }, line: 1, column: 106, endLine: 1, endColumn: 110, suggestions: [{ messageId: 'join', output: `class Log { add(rows) { const pieces = []; for (const row of rows) { pieces.push(\`<\${row}>\`); } this.text = pieces.reverse().join('') } }` }] },
      ],
    },
    {
      name: 'several pieces in a sum',
      code: `class Log { add(rows) { let text = ''; for (const row of rows) { text = text + '<' + row + (row.a + 1) + '>'; } this.text = text } }`,
      errors: [
        { messageId: 'kept', data: { text: 'text' }, line: 1, column: 125, endLine: 1, endColumn: 129, suggestions: [{ messageId: 'join', output: `class Log { add(rows) { const pieces = []; for (const row of rows) { pieces.push('<', '' + row, '' + (row.a + 1), '>'); } this.text = pieces.join('') } }` }] },
      ],
    },
    {
      name: 'at both ends: no repair',
      code: `class Log { add(rows) { let text = ''; for (const row of rows) { text = \`<\${row}>\` + text; text += '!' } this.text = text } }`,
      errors: [
        { messageId: 'kept', data: { text: 'text' }, line: 1, column: 118, endLine: 1, endColumn: 122 },
      ],
    },
    {
      name: 'chunks of a request',
      code: `http.createServer((req, res) => {
  let body = ''
  req.on('data', (chunk) => { body += chunk })
  req.on('end', () => res.end(JSON.parse(body).name))
})`,
      errors: [
        { messageId: 'chunk', data: { text: 'body' }, line: 3, column: 31, endLine: 3, endColumn: 44, suggestions: [{ messageId: 'setEncoding', output: `http.createServer((req, res) => {
  let body = ''
  req.setEncoding('utf8')
  req.on('data', (chunk) => { body += chunk })
  req.on('end', () => res.end(JSON.parse(body).name))
})` }] },
      ],
    },
    {
      name: 'output of a child, by its own conversion, in a file with semicolons',
      code: `let out = '';
child.stdout?.on("data", (data) => out += data.toString());`,
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 2, column: 36, endLine: 2, endColumn: 58, suggestions: [{ messageId: 'setEncoding', output: `let out = '';
child.stdout?.setEncoding('utf8');
child.stdout?.on("data", (data) => out += data.toString());` }] },
      ],
    },
    {
      name: 'a non-null stream',
      code: `let out = ''
child.stdout!.on('data', (data: Buffer) => { out += \`\${data}\` })`,
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 2, column: 46, endLine: 2, endColumn: 62, suggestions: [{ messageId: 'setEncoding', output: `let out = ''
child.stdout!.setEncoding('utf8')
child.stdout!.on('data', (data: Buffer) => { out += \`\${data}\` })` }] },
      ],
    },
    {
      name: 'a named listener',
      code: `let out = ''
const onData = (data) => { out = out + String(data) }
socket.on('data', onData)`,
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 2, column: 28, endLine: 2, endColumn: 52, suggestions: [{ messageId: 'setEncoding', output: `let out = ''
const onData = (data) => { out = out + String(data) }
socket.setEncoding('utf8')
socket.on('data', onData)` }] },
      ],
    },
    {
      name: 'a field',
      code: `class Session {
  received = ''
  start(socket) {
    socket.on('data', (chunk) => { this.received += chunk })
  }
}`,
      errors: [
        { messageId: 'chunk', data: { text: 'this.received' }, line: 4, column: 36, endLine: 4, endColumn: 58, suggestions: [{ messageId: 'setEncoding', output: `class Session {
  received = ''
  start(socket) {
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => { this.received += chunk })
  }
}` }] },
      ],
    },
    {
      name: 'a chain of listeners',
      code: `function read(path) {
  let text = ''
  fs.createReadStream(path).on('data', (chunk) => { text += chunk.toString('utf8') }).on('end', () => done(text))
}`,
      errors: [
        { messageId: 'chunk', data: { text: 'text' }, line: 3, column: 53, endLine: 3, endColumn: 83, suggestions: [{ messageId: 'setEncoding', output: `function read(path) {
  let text = ''
  fs.createReadStream(path).setEncoding('utf8').on('data', (chunk) => { text += chunk.toString('utf8') }).on('end', () => done(text))
}` }] },
      ],
    },
    {
      name: 'where one statement may stand',
      code: `let out = ''
if (child.stdout) child.stdout.on('data', (data) => { out += data })`,
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 2, column: 55, endLine: 2, endColumn: 66, suggestions: [{ messageId: 'setEncoding', output: `let out = ''
if (child.stdout) child.stdout.setEncoding('utf8').on('data', (data) => { out += data })` }] },
      ],
    },
    {
      name: 'base64, whose chunks have to be of three bytes',
      code: `let out = ''
res.on('data', (data) => { out += data.toString('base64') })`,
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 2, column: 28, endLine: 2, endColumn: 58, suggestions: [{ messageId: 'setEncoding', output: `let out = ''
res.setEncoding('base64')
res.on('data', (data) => { out += data.toString('base64') })` }] },
      ],
    },
    {
      name: 'bytes that are counted too',
      code: `let body = ''
let size = 0
req.on('data', (chunk) => {
  size += chunk.length
  body += chunk
})`,
      errors: [
        { messageId: 'chunk', data: { text: 'body' }, line: 5, column: 3, endLine: 5, endColumn: 16, suggestions: [{ messageId: 'decode', output: `let body = ''
let size = 0
const decoder = new TextDecoder()
req.on('data', (chunk) => {
  size += chunk.length
  body += decoder.decode(chunk, { stream: true })
})` }] },
      ],
    },
    {
      name: 'for await over standard input',
      code: `async function read() {
  let text = ''
  for await (const chunk of process.stdin) text += chunk
  return text
}`,
      errors: [
        { messageId: 'chunk', data: { text: 'text' }, line: 3, column: 44, endLine: 3, endColumn: 57, suggestions: [{ messageId: 'setEncoding', output: `async function read() {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) text += chunk
  return text
}` }] },
      ],
    },
    {
      name: 'for await over a file',
      code: `async function read(path) {
  let text = ''
  for await (const chunk of createReadStream(path)) text += chunk.toString()
  return text
}`,
      errors: [
        { messageId: 'chunk', data: { text: 'text' }, line: 3, column: 53, endLine: 3, endColumn: 77, suggestions: [{ messageId: 'setEncoding', output: `async function read(path) {
  let text = ''
  for await (const chunk of createReadStream(path).setEncoding('utf8')) text += chunk.toString()
  return text
}` }] },
      ],
    },
    {
      name: 'read by index while it grows',
      code: `function join(words) {
  let text = ''
  for (const word of words) {
    if (text[text.length - 1] !== ' ') text += ' '
    text += word
  }
  return text
}`,
      errors: [
        { messageId: 'read', data: { text: 'text' }, line: 4, column: 9, endLine: 4, endColumn: 13 },
      ],
    },
    {
      name: 'searched while it grows',
      code: `async function lines(stream) {
  let all = ''
  for await (const chunk of stream) {
    all += chunk.text
    print(all.split('\\n').length)
  }
}`,
      errors: [
        { messageId: 'read', data: { text: 'all' }, line: 5, column: 11, endLine: 5, endColumn: 14 },
      ],
    },
    {
      name: 'tested while it grows, from a loop around',
      code: `let text = ''
do {
  for (const word of line()) text += word + ' '
} while (!/\\.$/.test(text))`,
      errors: [
        { messageId: 'read', data: { text: 'text' }, line: 4, column: 22, endLine: 4, endColumn: 26 },
      ],
    },
    {
      name: 'kept in a cache of the module',
      code: `const pages = new Map()
export function render(rows, id) {
  let html = ''
  for (const row of rows) html += \`<li>\${row.name}</li>\`
  pages.set(id, html)
}`,
      errors: [
        { messageId: 'kept', data: { text: 'html' }, line: 5, column: 17, endLine: 5, endColumn: 21, suggestions: [{ messageId: 'join', output: `const pages = new Map()
export function render(rows, id) {
  const pieces = []
  for (const row of rows) pieces.push(\`<li>\${row.name}</li>\`)
  pages.set(id, pieces.join(''))
}` }] },
      ],
    },
    {
      name: 'kept in a field',
      code: `class Log {
  load(entries) {
    let text: string = '# Log '
    for (const entry of entries) {
      text += entry.number
      text += ' '
    }
    this.content = text
  }
}`,
      errors: [
        { messageId: 'kept', data: { text: 'text' }, line: 8, column: 20, endLine: 8, endColumn: 24, suggestions: [{ messageId: 'join', output: `class Log {
  load(entries) {
    const pieces: string[] = ['# Log ']
    for (const entry of entries) {
      pieces.push('' + entry.number)
      pieces.push(' ')
    }
    this.content = pieces.join('')
  }
}` }] },
      ],
    },
    {
      name: 'put together by a callback in TypeScript, which cannot infer what the array holds there',
      code: `export function textOf(node: Node): string {
  let text = ''
  node.forEach((child: Node, index: number) => {
    text += index * 2
    text += child.text
  })
  return text
}`,
      filename: 'file.ts',
      options: [{ check: 'all' }],
      errors: [
        { messageId: 'rope', data: { text: 'text' }, line: 7, column: 10, endLine: 7, endColumn: 14, suggestions: [{ messageId: 'join', output: `export function textOf(node: Node): string {
  const pieces: string[] = []
  node.forEach((child: Node, index: number) => {
    pieces.push('' + (index * 2))
    pieces.push('' + child.text)
  })
  return pieces.join('')
}` }] },
      ],
    },
    {
      name: 'handed on, with check all',
      code: `export function render(rows) {
  let html = ''
  for (const row of rows) html += row.name
  return html
}`,
      options: [{"check":"all"}],
      errors: [
        { messageId: 'rope', data: { text: 'html' }, line: 4, column: 10, endLine: 4, endColumn: 14, suggestions: [{ messageId: 'join', output: `export function render(rows) {
  const pieces = []
  for (const row of rows) pieces.push('' + row.name)
  return pieces.join('')
}` }] },
      ],
    },
    {
      name: 'put before, with check all',
      code: `export function path(node) {
  let path = ''
  while (node) {
    path = node.name + path
    node = node.parent
  }
  return { path }
}`,
      options: [{"check":"all"}],
      errors: [
        { messageId: 'rope', data: { text: 'path' }, line: 7, column: 12, endLine: 7, endColumn: 16, suggestions: [{ messageId: 'join', output: `export function path(node) {
  const pieces = []
  while (node) {
    pieces.push('' + node.name)
    node = node.parent
  }
  return { path: pieces.reverse().join('') }
}` }] },
      ],
    },
    {
      name: 'a text added in several loops, reported once',
      code: `const pages = []
export function render(rows, notes) {
  let html = ''
  for (const row of rows) html += \`<li>\${row.name}</li>\`
  for (const note of notes) html += \`<p>\${note}</p>\`
  pages.push(html)
}`,
      errors: [
        { messageId: 'kept', data: { text: 'html' }, line: 6, column: 14, endLine: 6, endColumn: 18, suggestions: [{ messageId: 'join', output: `const pages = []
export function render(rows, notes) {
  const pieces = []
  for (const row of rows) pieces.push(\`<li>\${row.name}</li>\`)
  for (const note of notes) pieces.push(\`<p>\${note}</p>\`)
  pages.push(pieces.join(''))
}` }] },
      ],
    },
    {
      name: 'kept by two mentions, which one join cannot take',
      code: `const pages = new Map(), all = []
export function render(rows, id) {
  let html = ''
  for (const row of rows) html += \`<li>\${row.name}</li>\`
  pages.set(id, html)
  all.push(html)
}`,
      errors: [
        { messageId: 'kept', data: { text: 'html' }, line: 5, column: 17, endLine: 5, endColumn: 21 },
      ],
    },
    {
      name: 'handed on as a shorthand, with check all',
      code: `export function render(rows) {
  let html = ''
  rows.forEach((row) => { html += row.name })
  return { html }
}`,
      options: [{"check":"all"}],
      errors: [
        { messageId: 'rope', data: { text: 'html' }, line: 4, column: 12, endLine: 4, endColumn: 16, suggestions: [{ messageId: 'join', output: `export function render(rows) {
  const pieces = []
  rows.forEach((row) => { pieces.push('' + row.name) })
  return { html: pieces.join('') }
}` }] },
      ],
    },
    {
      name: 'CommonJS',
      code: `module.exports = (child) => {
  let out = ''
  child.stdout.on('data', (data) => { out += data })
}`,
      languageOptions: { sourceType: 'commonjs' },
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 3, column: 39, endLine: 3, endColumn: 50, suggestions: [{ messageId: 'setEncoding', output: `module.exports = (child) => {
  let out = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (data) => { out += data })
}` }] },
      ],
    },
    {
      name: 'a script',
      code: `var out = ''
child.stdout.addListener('data', function (data) { out += data })`,
      languageOptions: { sourceType: 'script' },
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 2, column: 52, endLine: 2, endColumn: 63, suggestions: [{ messageId: 'setEncoding', output: `var out = ''
child.stdout.setEncoding('utf8')
child.stdout.addListener('data', function (data) { out += data })` }] },
      ],
    },
    {
      name: 'a static block',
      code: `class A {
  static {
    let out = ''
    process.stdin.on('data', (data) => { out += data.toString() })
  }
}`,
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 4, column: 42, endLine: 4, endColumn: 64, suggestions: [{ messageId: 'setEncoding', output: `class A {
  static {
    let out = ''
    process.stdin.setEncoding('utf8')
    process.stdin.on('data', (data) => { out += data.toString() })
  }
}` }] },
      ],
    },
    {
      name: 'a cast and parentheses',
      code: `let out = ''
child.stdout.on('data', (data: any) => { out += ((data as Buffer).toString()) })`,
      errors: [
        { messageId: 'chunk', data: { text: 'out' }, line: 2, column: 42, endLine: 2, endColumn: 78, suggestions: [{ messageId: 'setEncoding', output: `let out = ''
child.stdout.setEncoding('utf8')
child.stdout.on('data', (data: any) => { out += ((data as Buffer).toString()) })` }] },
      ],
    },
  ],
})
