import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { namingsOf, projectOf } from '../../src/analysis/project.ts'
import { folderOf } from '../support/folder.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const manifest = '{ "private": true }'

/** What is read of a package with these files, by path below it. */
function read(files: Record<string, string>): string[] | null {
  const folder = folderOf({ 'package.json': manifest, ...files })
  const project = projectOf(join(folder, 'src/any.ts'))
  return project && [...project.files.keys()].map((path) => path.slice(folder.length + 1)).sort()
}

/** How the other files name `target`: the clause of each, after how it names it. */
function named(target: string, files: Record<string, string>): string[] {
  const folder = folderOf({ 'package.json': manifest, [target]: '', ...files })
  const project = projectOf(join(folder, target))
  return project ? namingsOf(join(folder, target), project).map(({ how, clause }) => `${how} ${clause}`.trim()) : []
}

test('the sources of the nearest package are read', () => {
  const sources = ['index.html', 'src/a.ts', 'src/b.tsx', 'src/c.js', 'src/d.jsx', 'src/e.mjs', 'src/f.cts', 'src/g.vue', 'src/h.svelte']
  expect(read(Object.fromEntries(sources.map((path) => [path, ''])))).toEqual(sources)
  expect(read({ 'src/package.json': manifest, 'src/a.ts': '', 'b.ts': '' })).toEqual(['src/a.ts'])
})

test('the sources of the repository are read where there is no package', () => {
  const folder = folderOf({ '.git/HEAD': '', 'html/a.js': '', 'lib/b.js': '' })
  expect([...(projectOf(join(folder, 'html/a.js'))?.files.keys() ?? [])]).toEqual([join(folder, 'html/a.js'), join(folder, 'lib/b.js')])
  expect(projectOf(join(folderOf({ 'html/a.js': '' }), 'html/a.js'))).toBeNull()
})

test('what is installed, made, typed alone, hidden or trial is not read', () => {
  const paths = [
    'node_modules/a/a.js', 'src/node_modules/a/a.js', '.next/a.js', '.hidden/a.js', 'dist/a.js', 'build/a.js', 'coverage/a.js', 'vendor/a.js',
    'src/a.d.ts', 'src/a.min.js', 'tests/a.ts', 'src/__tests__/a.ts', 'src/a.test.ts', 'src/a.stories.tsx', 'src/a.css', 'src/a.json', 'README.md',
  ]
  expect(read({ ...Object.fromEntries(paths.map((path) => [path, ''])), 'src/a.ts': '' })).toEqual(['src/a.ts'])
})

test('a file too big to be written by hand is left out', () => {
  expect(read({ 'src/big.js': ' '.repeat(500_001), 'src/a.js': ' '.repeat(500_000) })).toEqual(['src/a.js'])
})

test('of a package too big to read on the way nothing is said', () => {
  const big = ' '.repeat(490_000)
  expect(read(Object.fromEntries(Array.from({ length: 131 }, (_, id) => [`src/${id}.js`, big])))).toEqual([])
})

test('code of no file, and a file of no package, have no project', () => {
  const folder = folderOf({ 'a.js': '' })
  expect(projectOf('<input>')).toBeNull()
  expect(projectOf('a.js')).toBeNull()
  expect(projectOf(join(folder, 'a.js'))).toBeNull()
})

test('a library is placed by programs that nobody sees, unless it renders something itself', () => {
  const published = '{ "name": "menu", "exports": "./menu.js" }'
  const files = { 'src/a.tsx': 'export const A = () => <p />' }
  expect(read({ ...files, 'package.json': published })).toEqual([])
  expect(read({ ...files, 'package.json': '{ "name": "menu", "peerDependencies": {} }' })).toEqual([])
  expect(read({ ...files, 'package.json': published, 'src/main.tsx': 'createRoot(root).render(<A />)' })).toHaveLength(2)
  expect(read({ ...files, 'package.json': '{ "private": true, "exports": "./menu.js" }' })).toHaveLength(1)
  expect(read({ ...files, 'package.json': '{ "name": "page" }' })).toHaveLength(1)
})

test('a package.json that is broken, and what may not be read, stop nothing', () => {
  expect(read({ 'package.json': '{ "private": ', 'src/a.ts': '' })).toEqual(['src/a.ts'])
  const folder = folderOf({ 'package.json': manifest, 'src/a.ts': '', 'src/b.ts': '', 'closed/c.ts': '' })
  chmodSync(join(folder, 'src/b.ts'), 0)
  chmodSync(join(folder, 'closed'), 0)
  expect(projectOf(join(folder, 'src/a.ts'))?.files.has(join(folder, 'src/a.ts'))).toBe(true)
  chmodSync(join(folder, 'closed'), 0o755)
})

test('what was read is forgotten after half a minute', () => {
  const folder = folderOf({ 'package.json': manifest, 'a.ts': 'old', 'b.ts': '' })
  const file = join(folder, 'a.ts')
  const before = projectOf(file)
  writeFileSync(file, 'new')
  vi.advanceTimersByTime(29_000)
  expect(projectOf(join(folder, 'b.ts'))).toBe(before)
  vi.advanceTimersByTime(1000)
  expect(projectOf(file)?.files.get(file)).toBe('new')
  rmSync(join(folder, 'package.json'))
  vi.advanceTimersByTime(30_000)
  expect(projectOf(file)).toBeNull()
})

test('a file is named by its path, with or without what it ends with, or by an alias', () => {
  for (const from of ['./Menu', './Menu.tsx', './Menu.js', '../src/Menu', '@/Menu', '~/src/Menu', 'src/Menu', '#src/Menu']) {
    expect(named('src/Menu.tsx', { 'src/main.ts': `import Menu from '${from}'` }), from).toEqual(['import Menu'])
  }
  for (const from of ['./Other', '../Menu', './menu/Menu', 'Menu-bar', './MenuBar', 'some-menu/Menu/x']) {
    expect(named('src/Menu.tsx', { 'src/main.ts': `import Menu from '${from}'` }), from).toEqual([])
  }
})

test('a dot in a name ends no name', () => {
  expect(named('src/menu.service.ts', { 'src/main.ts': "import { Menu } from './menu.service'" })).toEqual(['import { Menu }'])
  expect(named('src/menu.js.ts', { 'src/main.ts': "import { Menu } from './menu.js'" })).toEqual(['import { Menu }'])
})

test('what is installed, or is of Node, is no file', () => {
  const installed = { 'package.json': '{ "private": true, "dependencies": { "menus": "1", "@menus/bar": "1" } }' }
  expect(named('src/events.js', { 'src/main.js': "import EventEmitter from 'events'" })).toEqual([])
  expect(named('src/menus.js', { ...installed, 'src/main.js': "import Menus from 'menus'" })).toEqual([])
  expect(named('src/menu.js', { ...installed, 'src/main.js': "import Menu from 'menus/menu'" })).toEqual([])
  expect(named('src/bar/menu.js', { ...installed, 'src/main.js': "import Menu from '@menus/bar/menu'" })).toEqual([])
  expect(named('src/bar/menu.js', { ...installed, 'src/main.js': "import Menu from '@/bar/menu'" })).toEqual(['import Menu'])
})

test('an index is named by its folder, from inside, too', () => {
  for (const from of ['./Menu', './Menu/index', './Menu/index.js', '@/src/Menu']) {
    expect(named('src/Menu/index.ts', { 'src/main.ts': `import { Menu } from '${from}'` }), from).toEqual(['import { Menu }'])
  }
  for (const from of ['.', './', './index', './index.js']) {
    expect(named('src/Menu/index.ts', { 'src/Menu/item.ts': `import { Menu } from '${from}'` }), from).toEqual(['import { Menu }'])
  }
  expect(named('src/index.ts', { 'src/menu/item.ts': "import { f } from '..'" })).toEqual(['import { f }'])
})

test('there are many ways to name a file', () => {
  const ways = {
    "import A, { Menu as B } from './Menu'": 'import A, { Menu as B }',
    'import{Menu}from"./Menu"': 'import {Menu}',
    "import * as menus from './Menu'": 'import * as menus',
    "import {\n  Menu, // what's new\n  Bar,\n} from './Menu'": 'import { Menu, Bar, }',
    "export { Menu } from './Menu'": 'export { Menu }',
    "export * from './Menu'": 'export *',
    "const Menu = require('./Menu')": 'import Menu',
    "const { Menu } = require('./Menu')": 'import { Menu }',
    "const Menu = lazy(() => import('./Menu'))": 'lazy Menu',
    "const Menu = lazy(() => import(/* webpackChunkName: \"Menu\" */ './Menu'))": 'lazy Menu',
    "routes = [{ path, exact: true, component: () => import('./Menu') }]": 'lazy component',
    "const { default: it } = await import('./Menu')": 'import { default as it }',
    "import('./Menu').then(async ({ Menu, Bar: Other }) => show(Menu))": 'import { Menu, Bar as Other }',
    "const menus = await import('./Menu')": 'lazy menus',
    "Vue.component('menu', () => import('./Menu'))": 'registered',
  }
  for (const [code, how] of Object.entries(ways)) expect(named('src/Menu.js', { 'src/main.js': code }), code).toEqual([how])
})

test('only the last import before a name is what names it', () => {
  expect(named('src/Menu.js', { 'src/main.js': "// import what is shown\nimport Menu from './Menu'" })).toEqual(['import Menu'])
  expect(named('src/Menu.js', { 'src/main.js': "export { a }\nimport Menu from './Menu'" })).toEqual(['import Menu'])
  expect(named('src/Menu.js', { 'src/main.js': "import './base.css'\nimport Menu from './Menu'\nimport Bar from './Bar'" })).toEqual(['import Menu'])
  expect(named('src/Menu.js', { 'src/main.js': "load('https://example.com/');import Menu from './Menu'" })).toEqual(['import Menu'])
  expect(named('src/Menu.js', { 'src/main.js': "import.meta.glob('./pages/*.vue')\nimport Menu from './Menu'" })).toEqual(['import Menu'])
})

test('types, comments and other strings name nothing', () => {
  const ways = [
    "import type { Menu } from './Menu'", "import type Menu from './Menu'", "export type { Menu } from './Menu'", "type Menu = import('./Menu').Menu",
    "let menu: typeof import('./Menu')", "/** @type {import('./Menu').Menu} */", "/**\n * @param {import('./Menu')} menu\n */",
    "// import Menu from './Menu'", "/* const Menu = lazy(() => import('./Menu')) */", "f('./Menu')", "import './Menu'",
  ]
  for (const code of ways) expect(named('src/Menu.ts', { 'src/main.ts': code }), code).toEqual([])
})

test('names that mean something in expressions do no harm', () => {
  for (const name of ['$', '(app)', '[id]', '+page', 'a.b', '^', '{']) {
    expect(named(`src/${name}.js`, { 'src/main.js': `import it from './${name}'` }), name).toEqual(['import it'])
  }
  expect(named('src/.js', { 'src/main.js': "import it from './'" })).toEqual([])
})

test('long lines take no time', () => {
  const part = ['import a ', 'export a ', 'import(', 'const {', 'a:', ', ', "'", "('./Menu',", 'import(/* */ ']
  const lines = part.map((text) => `'Menu',${text.repeat(400_000 / text.length)}`)
  const folder = folderOf({ 'package.json': manifest, 'src/Menu.js': '', ...Object.fromEntries(lines.map((line, id) => [`src/${id}.js`, line])) })
  const project = projectOf(join(folder, 'src/Menu.js'))
  const start = performance.now()
  expect(project && namingsOf(join(folder, 'src/Menu.js'), project)).toEqual([])
  expect(performance.now() - start).toBeLessThan(2000)
})
