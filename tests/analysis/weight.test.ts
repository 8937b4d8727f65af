import { expect, it } from 'vitest'
import type { Variable } from '../../src/analysis/bindings.ts'
import { isLargeVariable } from '../../src/analysis/weight.ts'
import { program } from '../support/program.ts'

/** Is `data` large? */
function isLarge(code: string): boolean {
  const sourceCode = program(code)
  const variables = sourceCode.scopeManager!.scopes.flatMap((scope) => scope.variables as Variable[])
  return isLargeVariable(variables.find(({ name }) => name === 'data') as Variable, sourceCode)
}

it.each([
  ['a callback of readFile', "fs.readFile(path, (error, data) => use(data))"],
  ['a promise of readFile', "import { readFile } from 'node:fs/promises'; async function f() { const data = await readFile(path) }"],
  ["a response's text, by promises", "fetch(url).then((response) => { check(response); return response.json() }).then((data) => use(data))"],
  ['what was parsed of a file', "function f() { const text = fs.readFileSync(path, 'utf8'); const data = JSON.parse(text) }"],
  ['several files', "async function f(paths) { const data = await Promise.all(paths.map((path) => fs.promises.readFile(path))) }"],
  ['the body of an answer', "import axios from 'axios'; async function f() { const { data } = await axios.get(url) }"],
  ['the body of an answer, by its property', "import axios from 'axios'; async function f() { const answer = await axios.get(url); const data = answer.data }"],
  ['the pixels of an image', "function f(context) { const { data } = context.getImageData(0, 0, 1, 1) }"],
  ['what a reader of files has', "function f() { const reader = new FileReader(); reader.onload = () => { const data = reader.result } }"],
  ['what a request has', "function f() { const request = new XMLHttpRequest(); request.onload = () => { const data = request.response } }"],
  ['the chunks of a stream', "function f(stream) { const data = []; stream.on('data', (chunk) => data.push(chunk)); stream.on('end', () => 1) }"],
  ['the text of a stream', "function f(stream) { let data = ''; stream.on('data', (chunk) => { data += chunk }) }"],
  ["a table of a file's lines", "function f() { const data = {}; for (const line of fs.readFileSync(path, 'utf8').split('\\n')) data[line] = 1 }"],
  ["a list of a file's lines, by index", "function f() { const data = []; fs.readFileSync(path, 'utf8').split('\\n').forEach((line, i) => { data[i] = line }) }"],
  ["a table of a file's lines, reduced", "function f() { const data = fs.readFileSync(path, 'utf8').split('\\n').reduce((all, line) => { all[line] = 1; return all }, {}) }"],
  ['longer by a little', "function f() { const text = fs.readFileSync(path, 'utf8'); const data = `${text}\\n` + '\\n' }"],
  ['of a function of the file', "async function load(url) { const response = await fetch(url); return response.json() } async function f() { const data = await load(url) }"],
  ['bytes of a size by its name', "function f(size) { const data = new Uint8Array(size) }"],
  ['numbers for each', "function f(count) { const data = new Float32Array(count * 3) }"],
  ['a program', "import ts from 'typescript'; function f(files) { const data = ts.createProgram(files, {}) }"],
  ['a document that is parsed', "function f(text) { const data = new DOMParser().parseFromString(text, 'text/html') }"],
  ['a copy of a subtree', "function f(element) { const data = element.cloneNode(true) }"],
  ['by its type', "function f(data: ImageBitmap | null) { use(data) }"],
  ['a syntax tree by its type', "function f(data: TSESTree.Program) { use(data) }"],
])('large: %s', (_, code) => expect(isLarge(code)).toBe(true))

it.each([
  ['a setting', "function f() { const data = JSON.parse(fs.readFileSync('package.json', 'utf8')) }"],
  ['a few bytes', "function f() { const data = Buffer.alloc(16) }"],
  ['a copy of one node', "function f(element) { const data = element.cloneNode() }"],
  ['a sum', "function f() { const data = fs.readFileSync(path, 'utf8').split('\\n').reduce((sum, line) => sum + line.length, 0) }"],
  ['a type of many', "function f(data: string | Buffer) { use(data) }"],
  ['another property', "async function f() { const { status } = await fetch(url); const data = status }"],
  ['a function that may give nothing of it', "function load(path) { if (!path) return 0; return fs.readFileSync(path) } function f() { const data = load('a') }"],
  ['chunks of what is no stream', "function f(list) { const data = []; list.on('row', (chunk) => data.push(chunk)) }"],
])('not large, as far as the source shows: %s', (_, code) => expect(isLarge(code)).toBe(false))
