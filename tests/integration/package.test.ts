import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { execute, type Run } from '../support/execute.ts'
import { makeFolder } from '../support/folder.ts'
import { filesBelow, root } from '../support/modules.ts'

const rule = 'memory/no-unbounded-argument-spread'

/** What users write. The presets differ on `strict.js`. */
const sources = {
  'src/recommended.js': 'export const text = String.fromCharCode(...codes)\n',
  'src/strict.js': 'export const add = (all, more) => { all.push(...more) }\n',
}
const found = [`src/recommended.js:1:41 ${rule}`, `src/strict.js:1:46 ${rule}`]

/** Configurations for every ESLint, and for those that have `defineConfig`. */
const configurations = {
  'eslint.config.js': `import memory from 'eslint-plugin-memory'
export default [memory.configs.recommended, { files: ['src/strict.js'], ...memory.configs.strict }]
`,
  'eslint.config.cjs': `const memory = require('eslint-plugin-memory')
module.exports = [{ plugins: { memory }, rules: memory.configs.recommended.rules }, { files: ['src/strict.js'], ...memory.configs.strict }]
`,
}
const defined = {
  'eslint.config.mjs': `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
export default defineConfig({ plugins: { memory }, extends: ['memory/recommended'] }, { files: ['src/strict.js'], extends: [memory.configs.strict] })
`,
  'eslint.config.ts': `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
export default defineConfig(
  memory.configs.recommended,
  { files: ['src/strict.js'], extends: [memory.configs.strict], settings: { memory: { target: 'node22' } } },
)
`,
}
const types = {
  'types.cts': `import memory = require('eslint-plugin-memory')
export = [memory.configs.leaks, { plugins: { memory }, rules: memory.configs.all.rules }]
`,
  'types.mts': `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
export default defineConfig(
  { plugins: { memory }, extends: [memory.configs.all, 'memory/leaks'] },
  // @ts-expect-error There is no such preset.
  memory.configs.most,
)
`,
}

const folders: string[] = []
let tarball = ''

beforeAll(async () => {
  folders.push(makeFolder({}))
  const { stdout, stderr } = await execute('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folders[0]!], { cwd: root })
  expect(stdout, stderr).toMatch(/^\[/)
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  tarball = join(folders[0]!, filename)
})

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new project with this package and what else is named. */
async function install(files: Record<string, string>, ...packages: string[]): Promise<string> {
  const folder = makeFolder({ 'package.json': '{ "type": "module" }', ...sources, ...files })
  folders.push(folder)
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error']
  const { code, stderr } = await execute('npm', ['install', ...quiet, tarball, ...packages], { cwd: folder })
  expect(code, stderr).toBe(0)
  return folder
}

function bin(folder: string, name: string, ...args: string[]): Promise<Run> {
  return execute(join(folder, 'node_modules', '.bin', name), args, { cwd: folder })
}

/** What ESLint finds with this configuration file, `file:line:column rule`. */
async function findings(folder: string, configuration: string): Promise<string[]> {
  const { stdout, stderr } = await bin(folder, 'eslint', '--config', configuration, '--format', 'json', 'src')
  expect(stderr).toBe('')
  const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string; line: number; column: number }[] }[]
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column }) => `${filePath.slice(folder.length + 1)}:${line}:${column} ${ruleId}`),
  )
}

/** Checks everything in the folder, the packages' own types included. Says what TypeScript says. */
async function typecheck(folder: string, ...options: string[]): Promise<string> {
  const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--target', 'es2023']
  const files = ['eslint.config.ts', ...Object.keys(types)]
  return (await bin(folder, 'tsc', ...strict, ...options, ...files)).stdout
}

async function expectProgram(folder: string): Promise<void> {
  const { code, stdout, stderr } = await bin(folder, 'memory-lint', 'src', '--preset', 'strict')
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toMatch(/\nFound:\n {2}2 {2}memory\/no-unbounded-argument-spread\n\n2 findings in 2 of 2 files, \d+\.\d s\n$/)
}

describe('the tarball', () => {
  test('holds what is compiled from the sources, the pages, and nothing else', async () => {
    const { stdout } = await execute('tar', ['-tzf', tarball], {})
    const held = stdout.trim().split('\n').map((path) => path.replace(/^package\//, ''))
    expect(held.sort(), 'the tarball, against the sources: npm run build makes dist').toEqual(
      ['LICENSE', 'README.md', 'package.json', ...filesBelow('rules-docs'), ...compiled()].sort(),
    )
  })

  test('has nothing that publint complains about', async () => {
    const bytes = readFileSync(tarball)
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer }, level: 'suggestion', strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  test('resolves with its types for import and require, in Node and in bundlers', async () => {
    const { code, stdout } = await execute(join(root, 'node_modules/.bin/attw'), [tarball, '--profile', 'node16', '--no-color', '--no-emoji'], {})
    expect(code, stdout).toBe(0)
  })
})

describe('with ESLint 10', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await install({ ...configurations, ...defined, ...types }, 'eslint@~10.15.0', 'jiti@^2.2.0')
  })

  test('eslint.config.js finds', async () => expect(await findings(folder, 'eslint.config.js')).toEqual(found))
  test('eslint.config.cjs finds', async () => expect(await findings(folder, 'eslint.config.cjs')).toEqual(found))
  test('eslint.config.mjs finds', async () => expect(await findings(folder, 'eslint.config.mjs')).toEqual(found))
  test('eslint.config.ts finds', async () => expect(await findings(folder, 'eslint.config.ts')).toEqual(found))
  test('the types are right for Node', async () => expect(await typecheck(folder, '--module', 'nodenext')).toBe(''))
  test('the types are right for bundlers', async () =>
    expect(await typecheck(folder, '--module', 'preserve', '--moduleResolution', 'bundler')).toBe(''))
  test('memory-lint finds', () => expectProgram(folder))
})

describe('with ESLint 9', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await install({ ...configurations, ...defined, ...types }, 'eslint@~9.39.0', 'jiti@^2.2.0')
  })

  test('eslint.config.js finds', async () => expect(await findings(folder, 'eslint.config.js')).toEqual(found))
  test('eslint.config.cjs finds', async () => expect(await findings(folder, 'eslint.config.cjs')).toEqual(found))
  test('eslint.config.mjs finds', async () => expect(await findings(folder, 'eslint.config.mjs')).toEqual(found))
  test('eslint.config.ts finds', async () => expect(await findings(folder, 'eslint.config.ts')).toEqual(found))
  test('the types are right for Node', async () => expect(await typecheck(folder, '--module', 'nodenext')).toBe(''))
  test('memory-lint finds', () => expectProgram(folder))
})

describe('with the oldest ESLint that is allowed', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await install(configurations, 'eslint@9.15.0')
  })

  test('eslint.config.js finds', async () => expect(await findings(folder, 'eslint.config.js')).toEqual(found))
  test('eslint.config.cjs finds', async () => expect(await findings(folder, 'eslint.config.cjs')).toEqual(found))
  test('memory-lint finds', () => expectProgram(folder))
  test('memory-lint says that there are no threads', async () =>
    expect(await bin(folder, 'memory-lint', 'src', '--concurrency', '2')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'memory-lint: --concurrency needs ESLint 9.34 or newer\n',
    }))
})

/** What TypeScript writes for each source. */
function compiled(): string[] {
  return filesBelow('src').flatMap((path) => {
    const [name, extension = ''] = path.slice('src/'.length).split(/\.(?=c?ts$)/)
    return [`dist/${name}.${extension.replace('ts', 'js')}`, `dist/${name}.d.${extension}`]
  })
}
