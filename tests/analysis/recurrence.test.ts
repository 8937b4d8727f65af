import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import * as svelteParser from 'svelte-eslint-parser'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as vueParser from 'vue-eslint-parser'
import noLeakedListener from '../../src/rules/no-leaked-listener.ts'
import noLeakedTimer from '../../src/rules/no-leaked-timer.ts'
import noUndisposedResource from '../../src/rules/no-undisposed-resource.ts'
import { folderOf } from '../support/folder.ts'

beforeEach(() => {
  vi.useFakeTimers() // what is read is forgotten by a timer
})
afterEach(() => {
  vi.useRealTimers()
})

const memory = { rules: { 'no-leaked-listener': noLeakedListener, 'no-leaked-timer': noLeakedTimer, 'no-undisposed-resource': noUndisposedResource } }

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
    rules: { 'memory/no-leaked-listener': ['error', ...options], 'memory/no-leaked-timer': ['error', ...options], 'memory/no-undisposed-resource': ['error', ...options] },
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
const routes = { 'src/routes.jsx': "import { Header } from './Header'\nexport const routes = [{ path: '/', element: <Header /> }, { path: '/other', element: <p /> }]\nexport const leave = (navigate) => navigate('/other')" }
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

test('what is acquired again leaks, unless there is but one to do so', () => {
  const again = { 'src/Header.jsx': header.replace('[])', '[id])').replace('Header() {', 'Header() { const [id, setId] = useState(0)') }
  expect(leaks('src/Header.jsx', { ...react, ...again })).toBe(0)
  expect(leaks('src/Header.jsx', { ...react, ...again, 'src/Page.jsx': "import { Header } from './Header'\nexport const Page = ({ kind }) => <main>{kind && <Header />}</main>" })).toBe(1)
})

test('what a watcher adds and takes away again is not seen to add up', () => {
  const menu = (closing: string): Record<string, string> => ({
    'src/Menu.vue': `<script>\nexport default { watch: { open(open) { if (open) { window.addEventListener('resize', this.place) } ${closing} } }, methods: { place() {} } }\n</script>`,
    'src/views.js': "import Menu from './Menu.vue'\nexport const views = [Menu]", // which may be shown once
  })
  expect(leaks('src/Menu.vue', menu(''), { parser: vueParser })).toBe(1)
  expect(leaks('src/Menu.vue', menu("else { window.removeEventListener('resize', this.place) }"), { parser: vueParser })).toBe(0)
})

test('a chain of timeouts is as many as there are starts of it', () => {
  const poll = (start: string): Record<string, string> => ({ ...react, 'src/Header.jsx': `import { useEffect } from 'react'
export function Header() {
  function poll() { load().then((news) => { show(news); setTimeout(poll, 5000) }) }
  ${start}
  return <header />
}` })
  expect(leaks('src/Header.jsx', poll('useEffect(() => { load().then(() => { setTimeout(poll, 5000) }) }, [])'))).toBe(0)
  const many = { 'src/Page.jsx': "import { useState } from 'react'\nimport { Header } from './Header'\nexport const Page = () => { const [open, setOpen] = useState(false); return <main onClick={() => setOpen(!open)}>{open && <Header />}</main> }" }
  expect(leaks('src/Header.jsx', { ...poll('useEffect(() => { load().then(() => { setTimeout(poll, 5000) }) }, [])'), ...many })).toBe(1)
})

test('a deadline that nobody clears weighs little where a project stands around it', () => {
  const race = "export const flush = (client) => Promise.race([client.flush(), new Promise((resolve) => { setTimeout(() => resolve(), 120_000) })])"
  expect(leaks('src/flush.jsx', { 'src/flush.jsx': race })).toBe(0)
  expect(leaks('src/flush.jsx', { 'src/flush.jsx': race }, { filename: 'flush.jsx' })).toBe(1)
})

test('what hands of people do may be done once, but renderings and requests recur', () => {
  const click = "button.addEventListener('click', () => { window.addEventListener('resize', () => update()) })"
  expect(leaks('src/button.jsx', { 'src/button.jsx': click })).toBe(0)
  expect(leaks('src/button.jsx', { 'src/button.jsx': click }, { check: 'all' })).toBe(1)
  expect(leaks('src/button.jsx', { 'src/button.jsx': click }, { filename: 'button.jsx' })).toBe(1)
  const server = "server.on('connection', (socket) => { process.on('SIGHUP', () => socket.reload()) })\napp.get('/', (request, response) => { process.on('SIGHUP', () => response.end()) })"
  expect(leaks('src/server.jsx', { 'src/server.jsx': server })).toBe(2)
  const rendered = "import React from 'react'\nexport function Header() {\n  window.addEventListener('resize', () => update())\n  return <header />\n}"
  expect(leaks('src/Header.jsx', { ...react, 'src/Header.jsx': rendered })).toBe(1)
})

test('a program starts what serves it once, but leaves workers with each call', () => {
  const made = (what: string): string => `import http from 'node:http'\nexport default function start(app) {\n  const it = ${what}\n  it.on('error', report)\n  return () => { module.hot.accept('./app', () => { it.removeListener('request', app); it.on('request', again) }) }\n}`
  const inProgram = (what: string, settings?: Settings): number => leaks('src/start.jsx', { 'src/start.jsx': made(what) }, settings)
  expect(inProgram('http.createServer(app)')).toBe(0)
  expect(inProgram('http.createServer(app)', { check: 'all' })).toBe(1)
  expect(inProgram("new Worker('work.js')")).toBe(1)
})

test('other classes leak where the program makes many, and they release others', () => {
  const bar = (end: string): string => `export class Bar {\n  constructor() { window.addEventListener('resize', () => this.update()); window.addEventListener('blur', this.hide) }\n  destroy() { ${end} }\n}`
  const inProgram = (code: string, end = 'this.element = null', more: Record<string, string> = {}): number =>
    leaks('src/bar.jsx', { 'src/bar.jsx': bar(end), 'src/main.js': `import { Bar } from './bar'\n${code}`, ...more })
  const others = "window.removeEventListener('blur', this.hide)"
  expect(inProgram('new Bar()')).toBe(0)
  expect(inProgram('new Bar()', others)).toBe(0)
  expect(inProgram('list.forEach((one) => new Bar(one))')).toBe(0)
  expect(inProgram('list.forEach((one) => new Bar(one))', others)).toBe(1)
  expect(inProgram('export const make = () => new Bar()')).toBe(0)
  expect(inProgram('export const make = () => new Bar()', others)).toBe(0)
  const library = { 'package.json': '{ "name": "bars", "exports": "./src/bar.jsx" }' }
  expect(inProgram('', 'this.element = null', library)).toBe(0)
  expect(inProgram('', others, library)).toBe(1)
  expect(leaks('src/bar.jsx', { 'src/bar.jsx': bar('this.element = null') }, { filename: 'bar.jsx' })).toBe(1)
})

test('components of a library leak that have an end, but for those that stand around pages', () => {
  const inLibrary = (name: string, end: string): number =>
    leaks('src/parts.jsx', { 'src/parts.jsx': header.replace('Header', name).replace(' }, [])', `${end} }, [])`), 'package.json': '{ "name": "parts", "exports": "./src/parts.jsx" }' })
  expect(inLibrary('Card', '; return () => { hide() }')).toBe(1)
  expect(inLibrary('Card', '')).toBe(0)
  expect(inLibrary('Header', '; return () => { hide() }')).toBe(0)
  expect(inLibrary('AppLayout', '; return () => { hide() }')).toBe(0)
})

test('what is given something to listen to leaves its end to the giver, but where it releases others', () => {
  const list = (end: string): string => `export class List extends React.Component {\n  componentDidMount() { this.props.book.on('page', () => this.show()); this.props.book.on('end', this.hide) }\n  componentWillUnmount() { ${end} }\n  render() { return null }\n}`
  const shown = { 'src/main.jsx': "import { List } from './List'\ncreateRoot(root).render(<p>{open && <List />}</p>)" }
  expect(leaks('src/List.jsx', { 'src/List.jsx': list('this.view = null'), ...shown })).toBe(0)
  expect(leaks('src/List.jsx', { 'src/List.jsx': list("this.props.book.off('end', this.hide)"), ...shown })).toBe(1)
  expect(leaks('src/List.jsx', { 'src/List.jsx': list('this.view = null') }, { filename: 'List.jsx' })).toBe(2)
})

test('a custom element that no source places, but has an end, is for pages that others write', () => {
  const clock = (end: string): string => `export class Clock extends HTMLElement {\n  connectedCallback() { setInterval(() => this.tick(), 1000) }\n${end}}\ncustomElements.define('my-clock', Clock)`
  const left = '  disconnectedCallback() { this.hide() }\n'
  expect(leaks('src/clock.jsx', { 'src/clock.jsx': clock(left) })).toBe(1)
  expect(leaks('src/clock.jsx', { 'src/clock.jsx': clock('') })).toBe(0)
  expect(leaks('src/clock.jsx', { 'src/clock.jsx': clock('') }, { check: 'all' })).toBe(1)
  expect(leaks('src/clock.jsx', { 'src/clock.jsx': clock(left), 'index.html': '<my-clock></my-clock>' })).toBe(0)
})

test('components of which nothing shows many are not reported', () => {
  expect(leaks('src/Header.jsx', { 'src/Header.jsx': header })).toBe(0)
  expect(leaks('src/Header.jsx', { ...react, 'src/Page.jsx': "import { Header } from './Header'\nexport const Page = ({ open }) => { if (!open) return null; return <main><Header /></main> }" })).toBe(0)
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
