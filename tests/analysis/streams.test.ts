import type { TSESTree } from '@typescript-eslint/utils'
import { expect, test } from 'vitest'
import { platformName } from '../../src/analysis/streams.ts'
import { nodeOf, program, type ProgramOptions } from '../support/program.ts'

function nameOf(code: string, call: string, options?: ProgramOptions): string | null {
  const sourceCode = program(code, options)
  return platformName(nodeOf<TSESTree.CallExpression>(sourceCode, call).callee, sourceCode)
}

test('functions are named however they are come by', () => {
  expect(nameOf("import fs from 'node:fs'; fs.createReadStream(p)", 'fs.createReadStream(p)')).toBe('fs.createReadStream')
  expect(nameOf("import { createReadStream as open } from 'fs'; open(p)", 'open(p)')).toBe('fs.createReadStream')
  expect(nameOf("const { promises: files } = require('fs'); files.readFile(p)", 'files.readFile(p)', { sourceType: 'commonjs' })).toBe('fs.promises.readFile')
  expect(nameOf("import { readFile } from 'node:fs/promises'; readFile(p)", 'readFile(p)')).toBe('fs.promises.readFile')
  expect(nameOf("const read = require('fs').readFileSync; read(p)", 'read(p)', { sourceType: 'commonjs' })).toBe('fs.readFileSync')
  expect(nameOf("require('node:http').get(u)", "require('node:http').get(u)", { sourceType: 'commonjs' })).toBe('http.get')
  expect(nameOf('fetch(u)', 'fetch(u)')).toBe('fetch')
  expect(nameOf('globalThis.fetch(u)', 'globalThis.fetch(u)')).toBe('fetch')
})

test('what is promised or chosen is the function that it stands for', () => {
  expect(nameOf("import fs from 'fs'; import { promisify } from 'util'; const read = promisify(fs.readFile); read(p)", 'read(p)')).toBe('fs.promises.readFile')
  expect(nameOf("import util from 'util'; import { readFile } from 'fs'; util.promisify(readFile)(p)", 'util.promisify(readFile)(p)')).toBe('fs.promises.readFile')
  expect(nameOf("import http from 'http'; import https from 'https'; const lib = s ? https : http; lib.get(u)", 'lib.get(u)')).toBe('https.get')
  expect(nameOf("import { get } from 'http'; import { get as getSecurely } from 'https'; const ask = s ? getSecurely : get; ask(u)", 'ask(u)')).toBe('https.get')
  expect(nameOf("import fs from 'fs-extra'; fs.createWriteStream(p)", 'fs.createWriteStream(p)')).toBe('fs.createWriteStream')
  expect(nameOf("import { https } from 'follow-redirects'; https.get(u)", 'https.get(u)')).toBe('https.get')
})

test('others of the same name are nobody', () => {
  expect(nameOf('function f(fetch) { fetch(u) }', 'fetch(u)')).toBe(null)
  expect(nameOf("import { get } from './http'; get(u)", 'get(u)')).toBe('./http.get')
  expect(nameOf('this.http.get(u)', 'this.http.get(u)')).toBe(null)
  expect(nameOf('let lib = a; lib = b; lib.get(u)', 'lib.get(u)')).toBe(null)
})
