import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import plugin from '../../src/index.ts'
import { folderOf } from '../support/folder.ts'
import { finding, memoryLint, unprivileged } from './memory-lint.ts'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }
const rules = Object.keys(plugin.rules).join(', ')

describe('a command that cannot be carried out', () => {
  async function complaint(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await memoryLint(folderOf({ 'a.js': finding, 'README.md': '' }), args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    return stderr
  }

  test('without a path', async () => {
    expect(await complaint()).toBe('memory-lint: name a file or folder to scan, such as: memory-lint src\n')
  })

  test('with an unknown option', async () => {
    expect(await complaint('--presett', 'all', '.')).toBe("memory-lint: Unknown option '--presett'; see memory-lint --help\n")
  })

  test('with an option that misses its value', async () => {
    expect(await complaint('.', '--format')).toBe("memory-lint: Option '--format <value>' argument missing; see memory-lint --help\n")
  })

  test('with an unknown preset', async () => {
    expect(await complaint('--preset', 'most', '.')).toBe("memory-lint: --preset is 'most': allowed are recommended, strict, all, leaks\n")
  })

  test('with an unknown rule', async () => {
    expect(await complaint('--rule', 'no-leaks', '.')).toBe(`memory-lint: --rule is 'no-leaks': allowed are ${rules}\n`)
  })

  test('with rules and a preset', async () => {
    expect(await complaint('--rule', 'no-unbounded-argument-spread', '--preset', 'all', '.')).toBe(
      'memory-lint: --rule and --preset exclude each other\n',
    )
  })

  test('with unsafe fixes and no fixes', async () => {
    expect(await complaint('--unsafe-fixes', '.')).toBe('memory-lint: --unsafe-fixes does nothing without --fix\n')
  })

  test('with an unknown target', async () => {
    expect(await complaint('--target', 'chrome', '.')).toBe(
      "memory-lint: --target is 'chrome': it must be an ES year such as 'es2025', 'esnext', or a Node version such as 'node22'.\n",
    )
  })

  test('with a wrong number of warnings', async () => {
    expect(await complaint('--max-warnings', 'none', '.')).toBe(
      "memory-lint: --max-warnings is 'none': allowed are a whole number, 0 or more\n",
    )
  })

  test('with a wrong number of threads', async () => {
    expect(await complaint('--concurrency', '0', '.')).toBe(
      "memory-lint: --concurrency is '0': allowed are a number of threads, auto, off\n",
    )
  })

  test('with a format that is not installed', async () => {
    expect(await complaint('--format', 'unheard-of', '.')).toBe(
      "memory-lint: --format is 'unheard-of': eslint-formatter-unheard-of cannot be loaded; ESLint has stylish, json, json-with-metadata and html\n",
    )
    expect(await complaint('--format', 'sarif', '.')).toBe(
      "memory-lint: --format is 'sarif': @microsoft/eslint-formatter-sarif cannot be loaded; ESLint has stylish, json, json-with-metadata and html\n",
    )
    expect(await complaint('--format', './mine.js', '.')).toBe(
      "memory-lint: --format is './mine.js': <cwd>/mine.js cannot be loaded; ESLint has stylish, json, json-with-metadata and html\n",
    )
  })

  test('on a path that is not there', async () => {
    expect(await complaint('.', 'srcc')).toBe('memory-lint: cannot read srcc: no such file or folder\n')
    expect(await complaint('a.js/b')).toBe('memory-lint: cannot read a.js/b: no such file or folder\n')
  })

  test('on a file of another language', async () => {
    expect(await complaint('README.md')).toBe('memory-lint: no JavaScript or TypeScript files in README.md\n')
  })

  test('on a folder without a file to scan', async () => {
    const cwd = folderOf({ 'dist/a.js': finding, 'README.md': '' })
    expect(await memoryLint(cwd, ['.'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'memory-lint: no JavaScript or TypeScript files in .; dist is skipped unless it is named\n',
    })
  })

  test('on a folder that cannot be read', async () => {
    const cwd = folderOf({ 'a.js': finding, 'secret/a.js': finding })
    chmodSync(join(cwd, 'secret'), 0)
    expect(await memoryLint(cwd, ['.'], unprivileged)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'memory-lint: cannot read <cwd>/secret: permission denied\n',
    })
  })

  test('on a file that cannot be read', async () => {
    const cwd = folderOf({ 'a.js': finding, 'secret.js': finding })
    chmodSync(join(cwd, 'secret.js'), 0)
    expect(await memoryLint(cwd, ['.'], unprivileged)).toEqual({
      code: 2,
      stdout: '',
      stderr: "memory-lint: EACCES: permission denied, open '<cwd>/secret.js'\n",
    })
  })
})

test('--version prints the version of the package', async () => {
  expect(await memoryLint(folderOf({}), ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('--help names every option', async () => {
  const { code, stdout, stderr } = await memoryLint(folderOf({}), ['--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.match(/^ {2}--[\w-]+/gm)?.map((option) => option.trim())).toEqual([
    '--preset', '--rule', '--fix', '--unsafe-fixes', '--target', '--types', '--format', '--max-warnings', '--concurrency', '--help', '--version',
  ])
})
