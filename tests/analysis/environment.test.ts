import { expect, test } from 'vitest'
import { runsOnNode } from '../../src/analysis/environment.ts'
import { program, type ProgramOptions } from '../support/program.ts'

const isNode = (code: string, options?: ProgramOptions) => runsOnNode(program(code, options))

test('what only Node has shows that Node runs it', () => {
  expect(isNode("import { join } from 'node:path'; join(a)")).toBe(true)
  expect(isNode("const path = require('path')", { sourceType: 'script' })).toBe(true)
  expect(isNode('const here = __dirname', { sourceType: 'script' })).toBe(true)
  expect(isNode('if (failed) process.exit(1)')).toBe(true)
})

test('what bundlers give to pages shows nothing', () => {
  expect(isNode('fetch(url)')).toBe(false)
  expect(isNode("if (process.env.NODE_ENV === 'production') start()")).toBe(false)
  expect(isNode("import type { Socket } from 'node:net'; export let s: Socket")).toBe(false)
  expect(isNode("const f = require('./fetch')", { sourceType: 'script' })).toBe(false)
  expect(isNode('function f(process) { process.exit() }')).toBe(false)
})

test('a page is no Node, whatever it imports', () => {
  expect(isNode("import { EventEmitter } from 'events'; document.title = 'x'; new EventEmitter()")).toBe(false)
})
