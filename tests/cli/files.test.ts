import { symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../support/folder.ts'
import { results } from './memory-lint.ts'

/** The files that a scan of `paths` reads, relative to `cwd`. */
async function scanned(cwd: string, ...paths: string[]): Promise<string[]> {
  return (await results(cwd, paths)).map(({ filePath }) => relative(cwd, filePath))
}

describe('a scan reads', () => {
  test('every kind of JavaScript and TypeScript, and nothing else', async () => {
    const cwd = folderOf({
      'commonjs.cjs': 'with (exports) {}\nreturn',
      'decorated.js': '@sealed class A { @observed accessor b = 1 }',
      'jsx.jsx': 'export default <a b={1}>{c}</a>',
      'module.mjs': "import data from './d.json' with { type: 'json' }\nawait data",
      'page.vue': '<template/>',
      'script.js': '#!/usr/bin/env node\nvar await = function (a, a) { return <b/> }',
      'settings.json': '{}',
      'typed.ts': 'const a = <number>b satisfies number\nenum C { D }\nusing e = f',
      'typed-commonjs.cts': "import a = require('a')\nexport = a",
      'typed-jsx.tsx': 'const a = <T,>(b: T) => <c>{b as number}</c>',
      'typed-module.mts': 'const a = <T>(b: T) => b\nexport type { C } from "./c.mts"',
    })
    const read = await results(cwd, ['.'])
    expect(read.map(({ filePath, messages }) => [relative(cwd, filePath), ...messages.map(({ message }) => message)])).toEqual([
      ['commonjs.cjs'],
      ['decorated.js'],
      ['jsx.jsx'],
      ['module.mjs'],
      ['script.js'],
      ['typed-commonjs.cts'],
      ['typed-jsx.tsx'],
      ['typed-module.mts'],
      ['typed.ts'],
    ])
  })

  test('no installed, built, minified or declared code', async () => {
    const cwd = folderOf({
      '.git/hooks/a.js': '',
      '.next/a.js': '',
      'coverage/a.js': '',
      'jquery.min.js': '',
      'node_modules/a/index.js': '',
      'packages/a/dist/index.js': '',
      'packages/a/node_modules/b/index.js': '',
      'packages/a/src/builders/index.js': '',
      'types.d.ts': '',
    })
    expect(await scanned(cwd, '.')).toEqual(['packages/a/src/builders/index.js'])
  })

  test('what is named, whatever it is', async () => {
    const cwd = folderOf({
      '.git/HEAD': '',
      '.gitignore': 'node_modules/\ngenerated.js\n',
      'generated.js': '',
      'node_modules/undici/lib/api.js': '',
      'node_modules/undici/lib/node_modules/a/index.js': '',
      'node_modules/undici/lib/web/fetch.js': '',
      'node_modules/undici/scripts/a.js': '',
    })
    expect(await scanned(cwd, 'generated.js', 'node_modules/undici/lib')).toEqual([
      'generated.js',
      'node_modules/undici/lib/api.js',
      'node_modules/undici/lib/web/fetch.js',
    ])
    expect(await scanned(join(cwd, 'node_modules/undici/lib'), '.')).toEqual(['api.js', 'web/fetch.js'])
  })

  test('each file once, whatever its name', async () => {
    const cwd = folderOf({ 'pages/[id].tsx': '', 'pages/{a,b}.js': '', 'pages/!c.js': '' })
    expect(await scanned(cwd, 'pages', '.', 'pages/[id].tsx', join(cwd, 'pages'))).toEqual([
      'pages/!c.js',
      'pages/[id].tsx',
      'pages/{a,b}.js',
    ])
  })

  test('no folder through a link, unless the link is named', async () => {
    const cwd = folderOf({ 'src/a.js': '' })
    symlinkSync(join(cwd, 'src'), join(cwd, 'src', 'loop'))
    symlinkSync(join(cwd, 'src'), join(cwd, 'linked'))
    expect(await scanned(cwd, '.')).toEqual(['src/a.js'])
    expect(await scanned(cwd, 'linked')).toEqual(['linked/a.js'])
  })
})

describe('.gitignore', () => {
  test('is heard in every folder of the repository, the deepest first', async () => {
    const cwd = folderOf({
      '.gitignore': '*.js\n',
      'repository/.git/HEAD': '',
      'repository/.gitignore': '/generated\n*.gen.ts\n!kept.gen.ts\nCamelCase\n',
      'repository/generated/a.ts': '',
      'repository/src/.gitignore': '!b.gen.ts\n/fixtures/*\n!/fixtures/c.ts\n',
      'repository/src/a.gen.ts': '',
      'repository/src/a.js': '',
      'repository/src/b.gen.ts': '',
      'repository/src/camelcase/a.ts': '',
      'repository/src/fixtures/c.ts': '',
      'repository/src/fixtures/d.ts': '',
      'repository/src/generated/a.ts': '',
      'repository/src/kept.gen.ts': '',
    })
    const expected = [
      'src/a.js',
      'src/b.gen.ts',
      'src/camelcase/a.ts',
      'src/fixtures/c.ts',
      'src/generated/a.ts',
      'src/kept.gen.ts',
    ]
    expect(await scanned(join(cwd, 'repository'), '.')).toEqual(expected)
    expect(await scanned(join(cwd, 'repository'), 'src')).toEqual(expected)
  })

  test('is heard up to the current folder where there is no repository', async () => {
    const cwd = folderOf({ '.gitignore': 'b.js\n', 'app/.gitignore': 'a.js\n', 'app/src/a.js': '', 'app/src/b.js': '' })
    expect(await scanned(join(cwd, 'app'), 'src')).toEqual(['src/b.js'])
  })
})
