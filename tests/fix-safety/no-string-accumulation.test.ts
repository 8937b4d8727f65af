import rule from '../../src/rules/no-string-accumulation.ts'
import { fixSafety } from './fix-safety.ts'

fixSafety(rule, [
  {
    name: 'sums and templates, which start with the text',
    code: `const pages: string[] = []
    function f(xs: string[], ys: any[]) {
      let text = '# '
      for (const x of xs) { text = text + x + (x + 1); text = \`\${text}, \${x}\` }
      for (const y of ys) text = text + y
      pages.push(text)
      return pages.length
    }`,
    language: 'ts',
    inputs: { xs: { array: 'string', dense: true, plain: true }, ys: { array: 'any', dense: true, plain: true } },
    suggestion: 'join',
    differs: ['allocation'],
  },
  {
    name: 'a text that is put together from its end',
    code: `const pages: string[] = []
    function f(xs: string[]) {
      let text = ''
      for (const x of xs) text = x + text
      pages.push(text)
      return pages.length
    }`,
    language: 'ts',
    inputs: { xs: { array: 'string', dense: true, plain: true } },
    suggestion: 'join',
    differs: ['allocation'],
  },
  {
    name: 'texts joined once, which costs bytes on the way and saves them in what is kept',
    code: `const pages = []
    function f(xs: string[]) {
      let text = '# '
      for (const x of xs) text += x
      pages.push(text)
    }`,
    language: 'ts',
    inputs: { xs: { array: 'string', dense: true, plain: true } },
    suggestion: 'join',
    differs: ['allocation'],
  },
  {
    name: 'numbers joined once',
    code: `const pages = new Map()
    function f(xs: number[]) {
      let text = ''
      for (const x of xs) {
        text += x
        text += ' '
      }
      pages.set(1, text)
    }`,
    language: 'ts',
    inputs: { xs: { array: 'number', dense: true, plain: true } },
    suggestion: 'join',
    differs: ['allocation'],
  },
  {
    name: 'anything that prints itself',
    code: `function f(xs) {
      let text = ''
      for (const x of xs) text += x
      return text
    }`,
    options: [{ check: 'all' }],
    inputs: { xs: { array: 'any', plain: true } },
    measure: { xs: "Array.from({ length: 1000 }, (_, i) => 'item ' + i)" },
    suggestion: 'join',
    differs: ['allocation'],
  },
  {
    name: 'a reduction of strings, kept in a module',
    code: `const pages: string[] = []
    function f(xs: string[], ys: number[]) {
      pages.push(xs.reduce((s, x) => s + x + (x + 1), '# '))
      pages.push(ys.reduce((s, y, i) => y + ' ' + i + s, ''))
      return pages.length
    }`,
    language: 'ts',
    inputs: { xs: { array: 'string', plain: true }, ys: { array: 'number', plain: true } },
    suggestion: 'join',
    differs: [],
  },
  {
    name: 'a reduction of anything that prints itself, with what its callback does',
    code: 'function f(xs, cb) { return Array.from(xs).reduce((s, x) => `${s}${cb(x)};`, "") }',
    options: [{ check: 'all' }],
    inputs: { xs: { array: 'any', dense: true, plain: true }, cb: 'callback' },
    suggestion: 'join',
    differs: [],
  },
  {
    name: 'a reduction of bytes',
    code: 'function f(bytes) { return bytes.reduce((s, byte) => s + byte.toString(16), "") }',
    options: [{ check: 'all' }],
    inputs: { bytes: 'typed-array' },
    measure: { bytes: 'new Uint8Array(1000)' },
    suggestion: 'join',
    differs: ['allocation'],
  },
  {
    name: 'chunks',
    code: `function f(req, done) {
      let body = ''
      req.on('data', (chunk) => { body += chunk })
      req.on('end', () => done(body))
    }`,
    refuses: 'other listeners of the stream would get strings too',
  },
  {
    name: 'a text that is read while it grows',
    code: `function f(words) {
      let text = ''
      for (const word of words) {
        if (!text.endsWith(' ')) text += ' '
        text += word
      }
      return text
    }`,
    refuses: 'which piece the reader needs is known to its author',
  },
])
