import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import * as svelteParser from 'svelte-eslint-parser'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as vueParser from 'vue-eslint-parser'
import noLeakedListener from '../../src/rules/no-leaked-listener.ts'
import noLeakedTimer from '../../src/rules/no-leaked-timer.ts'
import { folderOf } from '../support/folder.ts'

beforeEach(() => {
  vi.useFakeTimers() // what is read is forgotten by a timer
})
afterEach(() => {
  vi.useRealTimers()
})

const memory = { rules: { 'no-leaked-listener': noLeakedListener, 'no-leaked-timer': noLeakedTimer } }

interface Settings {
  check?: 'all'
  parser?: unknown
  /** Where the linted code claims to stand. */
  filename?: string
}

/** How many leaks are reported in the file of a project with these files. */
function leaks(file: string, files: Record<string, string>, { check, parser, filename }: Settings = {}): number {
  const folder = folderOf({ 'package.json': '{ "private": true }', ...files })
  return leaksIn(folder, file, files[file] ?? '', { ...(check && { check }), ...(parser !== undefined && { parser }), ...(filename !== undefined && { filename }) })
}

function leaksIn(folder: string, file: string, code: string, { check, parser, filename = join(folder, file) }: Settings = {}): number {
  const options = check ? [{ check }] : []
  const messages = new Linter({ configType: 'flat', cwd: dirname(folder) }).verify(code, {
    files: ['**/*.{jsx,vue,svelte}'],
    plugins: { memory },
    languageOptions: { ...(parser !== undefined && { parser }), parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'memory/no-leaked-listener': ['error', ...options], 'memory/no-leaked-timer': ['error', ...options] },
  } as never, filename)
  const broken = messages.find(({ ruleId }) => ruleId === null)
  if (broken) throw new Error(broken.message)
  return messages.length
}

const header = `import { useEffect } from 'react'
export function Header() {
  useEffect(() => { window.addEventListener('resize', () => update()) }, [])
  return <header />
}`
const react = {
  'src/Header.jsx': header,
  'src/main.jsx': "import { Page } from './Page'\ncreateRoot(document.body).render(<Page />)",
  'src/Page.jsx': "import { Header } from './Header'\nexport const Page = () => <main><Header /></main>",
}
const routes = { 'src/routes.jsx': "import { Header } from './Header'\nexport const routes = [{ path: '/', element: <Header /> }]" }
const parsers = { espree: undefined, '@typescript-eslint/parser': typescriptParser }

test.each(Object.entries(parsers))('what is a fixed part of the root leaks nothing, by %s', (_, parser) => {
  expect(leaks('src/Header.jsx', react, { parser })).toBe(0)
  expect(leaks('src/Header.jsx', { ...react, ...routes }, { parser })).toBe(1)
  expect(leaks('src/Header.jsx', { ...react, 'src/Page.jsx': "import { Header } from './Header'\nexport const Page = ({ open }) => <main>{open && <Header />}</main>" }, { parser })).toBe(1)
})

test('where all is asked for, it is reported as before', () => {
  expect(leaks('src/Header.jsx', react, { check: 'all' })).toBe(1)
  expect(leaks('src/Header.jsx', { ...react, ...routes }, { check: 'all' })).toBe(1)
})

test('code of no file, and of no package, is reported as before', () => {
  expect(leaks('src/Header.jsx', react, { filename: '<input>.jsx' })).toBe(1)
  expect(leaks('src/Header.jsx', react, { filename: 'Header.jsx' })).toBe(1)
  expect(leaks('src/Header.jsx', react, { filename: join(folderOf({}), 'Header.jsx') })).toBe(1)
})

test('an interval of the only one leaks nothing, either', () => {
  const clock = (file: string): string => file.replace("window.addEventListener('resize', () => update())", 'setInterval(() => update(), 1000)')
  expect(leaks('src/Header.jsx', { ...react, 'src/Header.jsx': clock(header) })).toBe(0)
  expect(leaks('src/Header.jsx', { ...react, ...routes, 'src/Header.jsx': clock(header) })).toBe(1)
})

test('what is acquired again by the only one leaks', () => {
  expect(leaks('src/Header.jsx', { ...react, 'src/Header.jsx': header.replace('[])', '[id])').replace('Header() {', 'Header() { const [id, setId] = useState(0)') })).toBe(1)
})

test('components of Vue are followed through their templates', () => {
  const bar = "<script setup>\nimport { onMounted } from 'vue'\nonMounted(() => { window.addEventListener('resize', () => update()) })\n</script>\n<template><header /></template>"
  const vue = (page: string): Record<string, string> => ({
    'src/main.js': "import { createApp } from 'vue'\nimport App from './App.vue'\ncreateApp(App).mount('#app')",
    'src/App.vue': `<script setup>\nimport PageBar from './PageBar.vue'\n</script>\n<template>${page}</template>`,
    'src/PageBar.vue': bar,
  })
  expect(leaks('src/PageBar.vue', vue('<main><page-bar /></main>'), { parser: vueParser })).toBe(0)
  expect(leaks('src/PageBar.vue', vue('<main v-if="open"><page-bar /></main>'), { parser: vueParser })).toBe(1)
  expect(leaks('src/PageBar.vue', vue('<main v-if="open"><page-bar /></main>'), { parser: vueParser, filename: 'PageBar.vue' })).toBe(1)
})

test('components of Svelte are followed through their markup', () => {
  const bar = "<script>\nimport { onMount } from 'svelte'\nonMount(() => { window.addEventListener('resize', () => update()) })\n</script>\n<header />"
  const svelte = (page: string): Record<string, string> => ({
    'src/main.js': "import App from './App.svelte'\nnew App({ target: document.body })",
    'src/App.svelte': `<script>\nimport PageBar from './PageBar.svelte'\n</script>\n${page}`,
    'src/PageBar.svelte': bar,
  })
  expect(leaks('src/PageBar.svelte', svelte('<PageBar />'), { parser: svelteParser })).toBe(0)
  expect(leaks('src/PageBar.svelte', svelte('{#if open}<PageBar />{/if}'), { parser: svelteParser })).toBe(1)
})

test('what is broken elsewhere neither ends the run nor hides a leak', () => {
  const many = { ...react, ...routes }
  expect(leaks('src/Header.jsx', { ...many, 'package.json': '{ "private": ' })).toBe(1)
  expect(leaks('src/Header.jsx', { ...many, 'package.json': '' })).toBe(1)
  expect(leaks('src/Header.jsx', { ...many, 'src/Page.jsx': "import { Header } from './Header'\nexport const Page = ( => <Header />" })).toBe(1)
  expect(leaks('src/Header.jsx', { ...many, 'src/deep.jsx': `import { Header } from './Header'\nx = ${'['.repeat(20_000)}Header` })).toBe(1)
  expect(leaks('src/Header.jsx', { ...many, 'src/sum.jsx': `import { Header } from './Header'\nx = a${' + Header'.repeat(5000)}` })).toBe(1)
  expect(leaks('src/Header.jsx', { ...many, 'src/Page.vue': "<script>\nimport { Header } from './Header'\n</script>\n<template><Header" })).toBe(1)
})

test('a folder that may not be read does neither', () => {
  const folder = folderOf({ 'package.json': '{ "private": true }', ...react, ...routes, 'closed/a.js': '' })
  chmodSync(join(folder, 'closed'), 0)
  expect(leaksIn(folder, 'src/Header.jsx', header)).toBe(1)
  chmodSync(join(folder, 'closed'), 0o755)
})

test('names that mean something in expressions do neither', () => {
  for (const name of ['$', '$Bar', 'B$ar', 'Été']) {
    const files = { ...react, 'src/Header.jsx': header.replace('Header', `use${name}`), 'src/Page.jsx': `import { use${name} } from './Header'\nexport const Page = () => { use${name}(); return <p /> }` }
    expect(leaks('src/Header.jsx', files), name).toBe(0)
  }
  expect(leaks('src/(app)/[id].jsx', { ...react, 'src/(app)/[id].jsx': header, 'src/Page.jsx': "import { Header } from './(app)/[id]'\nexport const Page = () => <Header />" })).toBe(0)
})
