import * as parser from '@typescript-eslint/parser'
import { Linter, type ESLint } from 'eslint'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import plugin from '../src/index.ts'
import type { Feature } from '../src/knowledge/features.ts'
import type { RuleContext } from '../src/rule.ts'
import { readSettings, SettingsError, supports } from '../src/settings.ts'
import { folderOf } from './support/folder.ts'

describe('settings.memory', () => {
  test('has defaults', () => {
    const defaults = { unsafeFixes: false, target: null, resources: [], minimumSize: 16 }
    expect(readSettings({})).toEqual(defaults)
    expect(readSettings({ memory: {} })).toEqual(defaults)
    expect(readSettings({ memory: { target: undefined }, react: { version: '19' } })).toEqual(defaults)
  })

  test('takes what is allowed', () => {
    const memory = {
      unsafeFixes: true,
      target: 'es2025',
      minimumSize: 0,
      resources: [
        { acquire: 'watch', release: 'unwatch' },
        { acquire: 'store.subscribe', release: 'unsubscribe', match: 'disposer' },
        { acquire: '$bus.on', release: '$bus.off', match: ['event', 'handler'] },
      ],
    }
    expect(readSettings({ memory })).toEqual({
      ...memory,
      target: { es: 2025 },
      resources: [{ acquire: 'watch', release: 'unwatch', match: 'handle' }, ...memory.resources.slice(1)],
    })
  })

  test.each([
    ['es2025', { es: 2025 }],
    ['ES2022', { es: 2022 }],
    ['esnext', { es: Infinity }],
    ['node22', { node: 22 }],
    ['node20.19.2', { node: 20 }],
    ['node8', { node: 8 }],
  ])('takes the target %s', (target, expected) => {
    expect(readSettings({ memory: { target } }).target).toEqual(expected)
  })

  const target = "it must be an ES year such as 'es2025', 'esnext', or a Node version such as 'node22'."
  const match = "it must be 'handle', 'disposer' or a list of 'event' and 'handler'."
  const resource = 'it must be an object { acquire, release, match }.'
  const acquire = 'bus.on'
  const release = 'bus.off'
  const circular: unknown[] = []
  circular.push(circular)

  test.each<[string, unknown]>([
    ['settings.memory is null: it must be an object.', null],
    ['settings.memory is true: it must be an object.', true],
    ["settings.memory is [ 'unsafeFixes' ]: it must be an object.", ['unsafeFixes']],
    ['settings.memory.unsafefixes is unknown: allowed are unsafeFixes, target, resources, minimumSize.', { unsafefixes: true }],
    ["settings.memory.unsafeFixes is 'yes': it must be true or false.", { unsafeFixes: 'yes' }],
    ['settings.memory.unsafeFixes is null: it must be true or false.', { unsafeFixes: null }],
    ["settings.memory.minimumSize is '16': it must be a whole number of elements, 0 or more.", { minimumSize: '16' }],
    ['settings.memory.minimumSize is 1.5: it must be a whole number of elements, 0 or more.', { minimumSize: 1.5 }],
    ['settings.memory.minimumSize is -1: it must be a whole number of elements, 0 or more.', { minimumSize: -1 }],
    ['settings.memory.minimumSize is NaN: it must be a whole number of elements, 0 or more.', { minimumSize: NaN }],
    ['settings.memory.minimumSize is 10n: it must be a whole number of elements, 0 or more.', { minimumSize: 10n }],
    [`settings.memory.target is 'chrome120': ${target}`, { target: 'chrome120' }],
    [`settings.memory.target is 'es6': ${target}`, { target: 'es6' }],
    [`settings.memory.target is 'node': ${target}`, { target: 'node' }],
    [`settings.memory.target is 22: ${target}`, { target: 22 }],
    [`settings.memory.target is null: ${target}`, { target: null }],
    ["settings.memory.resources is { acquire: 'bus.on', release: 'bus.off' }: it must be an array of { acquire, release, match }.", { resources: { acquire, release } }],
    [`settings.memory.resources[0] is 'bus.on': ${resource}`, { resources: ['bus.on'] }],
    [`settings.memory.resources[0] is <ref *1> [ [Circular *1] ]: ${resource}`, { resources: [circular] }],
    ["settings.memory.resources[1].acquire is undefined: it must be a call's name such as 'bus.on', 'watch' or 'new Session'.", { resources: [{ acquire, release }, { release }] }],
    ["settings.memory.resources[0].acquire is 'bus.on()': it must be a call's name such as 'bus.on', 'watch' or 'new Session'.", { resources: [{ acquire: 'bus.on()', release }] }],
    ["settings.memory.resources[0].release is '': it must be a call's name such as 'bus.off', 'unwatch' or '.end'.", { resources: [{ acquire, release: '' }] }],
    [`settings.memory.resources[0].match is 'event': ${match}`, { resources: [{ acquire, release, match: 'event' }] }],
    [`settings.memory.resources[0].match is []: ${match}`, { resources: [{ acquire, release, match: [] }] }],
    [`settings.memory.resources[0].match is [ 'handle' ]: ${match}`, { resources: [{ acquire, release, match: ['handle'] }] }],
    ['settings.memory.resources[0].matches is unknown: allowed are acquire, release, match.', { resources: [{ acquire, release, matches: 'handle' }] }],
  ])('says %s', (message, memory) => {
    expect(() => readSettings({ memory })).toThrow(new SettingsError(message))
  })

  test('is refused where a file is linted', () => {
    const lint = (): unknown => new Linter().verify('', { ...plugin.configs.recommended, settings: { memory: { unsafe: true } } })
    expect(lint).toThrow('settings.memory.unsafe is unknown: allowed are unsafeFixes, target, resources, minimumSize.')
  })
})

describe('a feature may be used', () => {
  interface Project {
    files?: Record<string, string>
    target?: string
    file?: string
    typed?: boolean
  }

  /** Asks as a rule does while it lints `file` of the project. */
  function isSupported(feature: Feature, { files = {}, target, file = 'src/a.js', typed = false }: Project): boolean {
    const folder = folderOf({ ...files, [file]: '' })
    let answer: boolean | undefined
    const probe = { create: (context: RuleContext) => ((answer = supports(context, feature)), {}) }
    const messages = new Linter({ cwd: folder }).verify(
      '',
      {
        files: ['**/*.{js,ts}'],
        plugins: { probe: { rules: { probe } } as unknown as ESLint.Plugin },
        rules: { 'probe/probe': 'error' },
        settings: { memory: { target } },
        ...(typed && { languageOptions: { parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: folder } } }),
      },
      { filename: join(folder, file) },
    )
    expect(messages).toEqual([])
    return answer as boolean
  }

  const node = (range: string): Record<string, string> => ({ 'package.json': JSON.stringify({ engines: { node: range } }) })
  const lib = (...libs: string[]): Project => ({
    files: { 'tsconfig.json': JSON.stringify({ compilerOptions: { lib: libs }, include: ['src'] }) },
    file: 'src/a.ts',
    typed: true,
  })

  test('where the target has it', () => {
    expect(isSupported('iteratorHelpers', { target: 'es2025' })).toBe(true)
    expect(isSupported('iteratorHelpers', { target: 'es2024' })).toBe(false)
    expect(isSupported('iteratorHelpers', { target: 'node22' })).toBe(true)
    expect(isSupported('iteratorHelpers', { target: 'node20' })).toBe(false)
    expect(isSupported('using', { target: 'esnext' })).toBe(true)
  })

  test('nowhere when nothing says so', () => {
    expect(isSupported('at', {})).toBe(false)
    expect(isSupported('at', { files: { 'package.json': '{}' } })).toBe(false)
    expect(isSupported('at', { files: { 'package.json': '{ "engines": { "vscode": "^1.90" } }' } })).toBe(false)
  })

  test.each([
    ['>=22', true],
    ['^22.13.0 || >=24', true],
    ['>= 22', true],
    ['v22', true],
    ['~22.1', true],
    ['22 - 24', true],
    ['^20.19.0 || >=22', false],
    ['>=18 <25', false],
    ['20.x', false],
    ['*', false],
    ['<24', false],
    ['>=22 || *', false],
    ['lts', false],
  ])('where all of engines.node %s has it', (range, expected) => {
    expect(isSupported('iteratorHelpers', { files: node(range) })).toBe(expected)
  })

  test('by the nearest package.json alone', () => {
    const outer = node('>=24')
    expect(isSupported('using', { files: outer, file: 'a/b/c.js' })).toBe(true)
    expect(isSupported('using', { files: { ...outer, 'a/package.json': '{}' }, file: 'a/b/c.js' })).toBe(false)
  })

  test("where the typed program's lib has it", () => {
    expect(isSupported('iteratorHelpers', lib('es2025', 'dom'))).toBe(true)
    expect(isSupported('iteratorHelpers', lib('ESNext'))).toBe(true)
    expect(isSupported('iteratorHelpers', lib('es2023', 'ESNext.Iterator'))).toBe(true)
    expect(isSupported('iteratorHelpers', lib('es2023', 'dom'))).toBe(false)
    expect(isSupported('findLast', lib('es2022', 'es2023.array'))).toBe(true)
    expect(isSupported('at', lib('es5'))).toBe(false)
  })

  test('where engines.node and the lib agree', () => {
    const both = (range: string, ...libs: string[]): Project => ({ ...lib(...libs), files: { ...node(range), ...lib(...libs).files } })
    expect(isSupported('iteratorHelpers', both('>=22', 'es2025'))).toBe(true)
    expect(isSupported('iteratorHelpers', both('>=18', 'esnext'))).toBe(false)
    expect(isSupported('iteratorHelpers', both('>=22', 'es2022'))).toBe(false)
  })

  test('where the target has it, whatever engines.node and the lib say', () => {
    const project = { ...lib('es2022'), files: { ...node('>=18'), ...lib('es2022').files } }
    expect(isSupported('iteratorHelpers', { ...project, target: 'es2025' })).toBe(true)
    expect(isSupported('iteratorHelpers', { files: node('>=24'), target: 'es2022' })).toBe(false)
  })
})
