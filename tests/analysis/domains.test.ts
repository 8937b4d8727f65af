import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { domainOf, namedDomain } from '../../src/analysis/domains.ts'
import { nodeOf, program } from '../support/program.ts'

/** The domain of the argument of the `use(…)` in the code. */
function domain(code: string) {
  const sourceCode = program(code)
  const call = nodeOf(sourceCode, 'use').parent as TSESTree.CallExpression
  return domainOf(call.arguments[0] as TSESTree.Node, sourceCode)
}

describe('names', () => {
  it('tell what inputs bring from what is written down', () => {
    expect(['text', 'sessionToken', 'userId', 'imageUrl', 'url', 'clientIp'].map(namedDomain)).toEqual(Array(6).fill('many'))
    expect(['locale', 'modelId', 'languageCode', 'filename', 'fieldText'].map(namedDomain)).toEqual(['few', 'few', 'unknown', 'few', 'few'])
    expect(['id', 'key', 'thing', 'nextToken', 'moduleUrl', ''].map(namedDomain)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'few', 'unknown'])
  })
})

describe('expressions', () => {
  it('are few when everything in them is', () => {
    expect(domain('use("a")')).toBe('few')
    expect(domain('export const f = (locale, mode) => use(`${locale}:${mode}`)')).toBe('few')
    expect(domain('export const f = (text) => use(text === "a")')).toBe('few')
  })
  it('are many when one part is', () => {
    expect(domain('export const f = (locale, text) => use(`${locale}:${text}`)')).toBe('many')
    expect(domain('export const f = (text) => use(text.trim().toLowerCase())')).toBe('many')
    expect(domain('let n = 0; export const f = () => use(n++)')).toBe('many')
    expect(domain('export const f = () => use(crypto.randomUUID())')).toBe('many')
  })
  it('follow constants and functions of the file', () => {
    expect(domain('const keyOf = (text, locale) => `${locale}-${text}`; export function f(text) { const key = keyOf(text, "en"); use(key) }')).toBe('many')
    expect(domain('function f(text) { use(text) } f("a"); f("b")')).toBe('few')
    expect(domain('const keyOf = (x) => keyOf(x); export const f = (x) => use(keyOf(x))')).toBe('unknown')
  })
  it('that hold a long piece of something are many', () => {
    expect(domain('export const f = (code) => use(`${code.slice(0, 100)}`)')).toBe('many')
    expect(domain('export const f = (code) => use(code.slice(0, 2))')).toBe('unknown')
  })
})

describe('parameters', () => {
  it('have the domain of their type', () => {
    expect(domain("export function f(text: 'a' | 'b') { use(text) }")).toBe('few')
    expect(domain('type T = number; export function f(text: T) { use(text) }')).toBe('many')
    expect(domain('export const f = (request) => use(request)')).toBe('objects')
    expect(domain('export const f = ({ request }) => { if (request.indexOf("app/") === 0) use(request) }'), 'a text').toBe('unknown')
    expect(domain('interface T { a: string } export function f(text: T) { use(text) }')).toBe('objects')
    expect(domain("import type { T } from 't'; export function f(text: T) { use(text) }")).toBe('unknown')
  })
  it('are few when they are looked up in what is written', () => {
    expect(domain('const table = { a: 1 }; export function f(text) { if (!table[text]) return; use(text) }')).toBe('few')
    expect(domain('export function f(text) { switch (text) { case "a": use(text) } }')).toBe('few')
    expect(domain('const table = {}; export function f(text) { if (!table[text]) return; use(text) }')).toBe('many')
  })
  it('of handlers bring what was sent, and not who sent it', () => {
    expect(domain('app.get("/", (req) => use(req.params.x))')).toBe('many')
    expect(domain('app.get("/", (req) => use(req.user.x))')).toBe('unknown')
    expect(domain('const req = {}; use(req.params.x)')).toBe('unknown')
  })
})
